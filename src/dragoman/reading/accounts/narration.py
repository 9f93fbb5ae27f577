"""Where a text has got to: who is who, who was last spoken of, when and where; what one sentence holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.reading.accounts.draft import Draft, PlaceDraft, Span
from dragoman.reading.accounts.sides import share_sides, teams
from dragoman.reading.clauses.arguments import spoken_to
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.dates import Days, Resolver
from dragoman.reading.mentions.mention import Mention, MentionKind
from dragoman.reading.mentions.people import Person, Roster, is_code, share_countries
from dragoman.reading.text.sentences import Sentence

RECENT = 8  # sentences in which the day that 'the same day' means was told
PARAGRAPH = 12  # sentences of a paragraph that its opening day may still hold for
ITS_REACH = 6  # elements between an institution and who is told to be its head
HEADS = ("", "institution", "chief", "sole")
PARENTS = ("visit", "conference")
TWO_SIDED = ("meeting", "call")
AT_HAND = 200  # accounts that a sentence may still be about: so time stays linear in the text


@dataclass(slots=True)
class Told:
    """One sentence with what was found in it; `drafts` are the accounts that it tells of."""

    number: int
    sentence: Sentence
    elements: list[Element]
    predicates: list[Predicate]
    drafts: list[Draft] = field(default_factory=list)
    by_predicate: dict[int, list[Draft]] = field(default_factory=dict)
    subjects: dict[int, list[Person]] = field(default_factory=dict)


class Narration:
    """The state of one text while it is read from its first sentence to its last.

    `protagonists` are those who speak in it, where it opens without naming them; `receives`: an institution tells of
    its visitors.
    """

    def __init__(
        self,
        roster: Roster,
        title_kind: str,
        resolver: Resolver,
        protagonists: Sequence[Mention] = (),
        receives: bool = False,
    ) -> None:
        self.roster = roster
        self.title_kind = title_kind
        self.drafts: list[Draft] = []
        self._past: list[Draft] = []
        self.told: list[Told] = []
        self.current: Draft | None = None
        self.where: PlaceDraft | None = None
        self.legs: dict[str, tuple[Days, tuple[Span, ...]]] = {}  # of a journey, by country
        self.last_subject: list[Person] = []
        self.last_one: list[Person] = []
        self.speaker: list[Person] = []
        self.listed: list[Person] = []  # those whom one predicate listed last: 'the first', 'the second'
        self._resolver = resolver
        self._protagonists = protagonists
        self.receives = receives
        self._countries: dict[str, str] = {}  # of institutions, by their names
        self._told_days: list[tuple[int, Days]] = []  # the exact ones, and where they were told
        self._people: dict[Mention, Person] = {}
        self._resolved: dict[Mention, Days | None] = {}

    def enter(self, told: Told) -> None:
        """Take in the mentions of a sentence."""
        self.told.append(told)
        share_sides(told.elements, self.roster.knows)
        for p in told.predicates:
            share_countries(p.objects)
            if p.settled:
                share_countries(p.subject)
        self._place_institutions(told.elements)
        before: Person | None = None
        school: Mention | None = None
        for number, element in enumerate(told.elements):
            for mention in element.mentions:
                school = mention if mention.kind == "org" else school
                if school is not None and mention.post_kind in HEADS and _is_its(told.elements, number):
                    mention.affiliation = mention.affiliation or school.affiliation  # 'the Institute and its director'
                if mention.kind == "event":
                    self.roster.hear_of(mention)
                if mention.is_party or mention.kind == "region":
                    person = self._pointed_to(mention) or self.roster.enter(mention)
                    partner = self.roster.bearer(mention.spouse) if mention.spouse else before
                    if mention.post_kind == "spouse" and partner is not None and mention.affiliation is None:
                        person.affiliation, person.inferred = partner.affiliation, True  # '总统甲和夫人乙'
                    if mention.post_kind == "pupils" and school is not None and person.affiliation is None:
                        person.affiliation, person.inferred = school.affiliation, True  # of the one named before
                    if mention.rest and person.affiliation is None and before is not None:
                        person.affiliation, person.inferred = before.affiliation, before.affiliation is not None
                    if mention.post_kind == "delegate" and mention.name and person.affiliation is None:
                        self._stand_for_delegation(person)
                    self._people[mention] = before = person
        for leader, team in teams(told.elements):
            group = self._people[team]
            if group.affiliation is None:
                group.affiliation, group.inferred = self._people[leader].affiliation or self.roster.home, True
        for p in told.predicates:
            self._share_with_companions(told.elements, p)
        for index, element in enumerate(told.elements[:4]):
            if element.is_kind("state", "place") and any(
                e.role == "at" or e.has("nestplace") for e in told.elements[max(0, index - 2) : index]
            ):
                self.where = place_of(element.mentions[0])

    def _stand_for_delegation(self, leader: Person) -> None:
        """'The head of the delegation, Ana Quispe, said …': she is of those received before, and stands for them."""
        for draft in reversed(self.drafts):
            group = next((p for p in draft.parties if p.kind == "group" and p.affiliation), None)
            if group is not None:
                leader.affiliation, leader.affiliation_span = group.affiliation, group.affiliation_span
                draft.parties[draft.parties.index(group)] = leader
                return

    def _place_institutions(self, elements: list[Element]) -> None:
        """'A University of Chad and B University' are both in Chad, and 'A University' ever after."""
        before: Mention | None = None
        for index, element in enumerate(elements):
            here = element.mentions[0] if element.is_kind("org") else None
            if here is not None and here.affiliation:
                name = here.affiliation
                known = (c for known, c in self._countries.items() if known.endswith(name) or name.endswith(known))
                listed = before.country if before is not None and elements[index - 1].has("and") else None
                here.country = here.country or next(known, None) or listed
                if here.country:
                    self._countries.setdefault(name, here.country)
            before = here or (before if element.has("and") else None)

    def _share_with_companions(self, elements: list[Element], p: Predicate) -> None:
        """Who goes with somebody, and of whom nothing else is told, acts for the same state or body."""
        last = p.objects[-1] if p.objects else None
        with_last = last is not None and bool(p.companions) and last.first < p.companions[0].first
        host = p.subject[-1].first > last.first if last is not None and p.subject else False
        told = [last] if last is not None and with_last and not host else p.subject
        if p.companions and _are_there(
            elements, p.companions[0]
        ):  # 'received B, in the presence of C': C is the host's
            told = p.subject if p.form == "verb" else p.objects
            if len({person.affiliation is None for person in self.people(told)}) > 1:
                return  # 'opened by the Minister and the Envoy of Chad, in the presence of the Mayor'
        leaders = [person for person in self.people(told) if person.affiliation]
        for person in self.people(p.companions) if len({leader.affiliation for leader in leaders}) == 1 else ():
            hosts = any(m.post_kind == "institution" and not m.foreign for m in person.mentions)  # '在校长甲陪同下'
            of_state = person.kind == "person" and len(leaders[0].affiliation or "") == 2 and not (hosts and p.settled)
            if person.affiliation is None and (of_state or person.kind == "group") and not _is_host(leaders, person):
                person.affiliation, person.inferred = leaders[0].affiliation, True

    def _pointed_to(self, mention: Mention) -> Person | None:
        """Who a word like 'the diplomat' (`epithet`) or 'her colleague' (`other`) stands for: somebody named before."""
        if (
            mention.post_kind == "delegation" and mention.affiliation
        ):  # 'the Chadian delegation': whoever travels for Chad
            journey = next((d for d in reversed(self.drafts) if d.kind == "visit" and d.status == "held"), None)
            return (
                next((p for p in journey.parties if p.name and p.affiliation == mention.affiliation), None)
                if journey
                else None
            )
        if (traveller := self._traveller(mention)) is not None:
            return traveller
        if mention.name or mention.post_kind not in ("epithet", "other"):
            return None
        near = self.last_subject if mention.post_kind == "epithet" else self.current.parties if self.current else []
        others = [] if mention.post_kind == "epithet" else self.last_subject
        people = [*near, *reversed(self.roster.people if mention.affiliation else [])]
        fitting = [
            p for p in people if p.kind == "person" and p not in others and mention.affiliation in (None, p.affiliation)
        ]
        if mention.office == "abroad":  # 'the diplomat' is no minister of ours
            known = [*fitting, *(self.current.parties if self.current else [])]
            home = (None, self.roster.home)
            guests = [p for p in known if p.name and (p.affiliation not in home or _is_envoy(p))]
            fitting = guests or fitting
        if mention.office == "body":  # 'the UN official'
            known = [*fitting, *reversed(self.roster.people)]
            fitting = [p for p in known if p.kind == "person" and p.name and len(p.affiliation or "") > 2]
        fitting = [p for p in fitting if not (mention.gender and p.gender) or mention.gender == p.gender] or [
            p for p in reversed(self.roster.people) if p.gender and p.gender == mention.gender and p not in others
        ]
        return next((p for p in fitting if p.name), fitting[0] if fitting else None)

    def _traveller(self, mention: Mention) -> Person | None:
        """'the Minister', told of a journey, is the one who travels, not the one whom she met."""
        words = self.roster.words(mention.post)
        if mention.name or mention.affiliation or mention.post_kind != "minister" or len(words) != 1:
            return None
        journey = next((d for d in reversed(self.drafts) if d.kind == "visit" and d.status == "held"), None)
        ours = [x for x in journey.parties if x.name and words == self.roster.words(x.post)[:1]] if journey else []
        ours = [x for x in ours if not (mention.gender and x.gender) or mention.gender == x.gender]
        return ours[0] if len(ours) == 1 else None

    def move_on(self) -> None:
        """After a sentence: of very many accounts only the latest are kept at hand in `drafts`."""
        if len(self.drafts) > 2 * AT_HAND:
            self._past += self.drafts[:-AT_HAND]
            del self.drafts[:-AT_HAND]

    def all_drafts(self) -> list[Draft]:
        """All accounts in the order told."""
        return [*self._past, *self.drafts]

    def here(self) -> str | None:
        """The country where the ambassador is posted who tells of guests; None if the text tells of none."""
        home = self.roster.home
        posted = (m.host for p in self.roster.people if p.affiliation in (None, home) for m in p.mentions if m.post)
        return next((host for host in posted if host and len(host) == 2 and host != home), None)

    def arrive(self, draft: Draft) -> None:
        """A journey brings the narration to its last place, on its day if it is told with one."""
        self.reach(draft)
        if draft.kind == "visit" and draft.where is not None:
            self.where = draft.where
            if draft.days and draft.days.start < draft.days.end:  # 'departs on Saturday for a six-day tour'
                self.legs = {c: leg for c, leg in self.legs.items() if leg[0].end != draft.days.start}
            self.legs |= draft.legs
            if draft.where.country and draft.date_spans and draft.days and draft.days.start == draft.days.end:
                self.legs[draft.where.country] = draft.days, draft.date_spans

    def reach(self, tour: Draft) -> None:
        """A tour of an institution abroad brings those who travel for one of home to its country."""
        if self.receives and tour.kind == "tour" and tour.places and tour.places[0].country:
            self.where = PlaceDraft(tour.places[0].country, None, tour.places[0].spans)

    def people(self, mentions: list[Mention]) -> list[Person]:
        """The participants that mentions name, each once, in order."""
        return list(dict.fromkeys(self._people[m] for m in mentions if m in self._people))

    def meet(self, counterparts: list[Person]) -> None:
        """Those who are met and of whom nothing is told are from the state that the text is most about."""
        for person in counterparts:
            if person.kind == "person" and person.affiliation is None and person.post is None and self.roster.abroad:
                person.affiliation, person.inferred = self.roster.abroad, True

    def members(self, event: Mention, regions: bool = False) -> list[Person]:
        """The states and bodies, and the `regions`, that an event's name names ('U.S.-Chad Dialogue'), as parties."""
        found = []
        for value, span in [*event.members, *(event.regions if regions else ())]:
            kind: MentionKind = "state" if len(value) == 2 else "body"
            named = Mention(
                kind, "named-in-event", event.first, event.last, *span, affiliation=value, affiliation_span=span
            )
            found.append(self.roster.enter(named))
        return list(dict.fromkeys(found))

    def sides(self, draft: Draft, mention: Mention) -> list[Person]:
        """The states and bodies for which those of an account act, as parties of their own."""
        codes = [code for code in draft.affiliations() if is_code(code)]
        found = []
        for code in codes:
            kind: MentionKind = "state" if len(code) == 2 else "body"
            found.append(
                self.roster.enter(
                    Mention(
                        kind, "side-of-talks", mention.first, mention.last, mention.start, mention.end, affiliation=code
                    )
                )
            )
        return found

    def speaks_of_others(self, group: Person) -> bool:
        """Whether a group is the rest of what was listed before it: 'and other officials'."""
        return group.mentions[0].rest

    def subject(self, p: Predicate) -> list[Person]:
        """Who does it: those named, those whom a pronoun points back to, else those last spoken of."""
        if p.closed or p.entry.get("subject") == "event":
            return []
        if len(p.subject) == 1 and p.subject[0].post_kind == "everyone" and self.current and p.sort == "trigger":
            return self.both()  # 'the participants then toured …'
        if p.subject:
            found = self.people(p.subject if p.sort == "say" else [*p.subject, *p.companions])
            return self._delegates(found) or found if p.sort == "trigger" else found
        if p.pronoun == "it":
            return []
        if p.pronoun == "visitors" or (p.pronoun == "they" and p.kind == "visit" and p.form == "noun"):
            return self.visitors() or self.both()
        if p.pronoun in ("i", "you"):
            return self.speaker if p.pronoun == "i" else self.addressee()
        if p.pronoun == "travellers":
            journey = next((d for d in reversed(self.drafts) if d.kind == "visit" and d.status == "held"), None)
            return list(journey.parties) if journey else self._guests() or self.last_subject
        if p.pronoun == "they" and p.kind in ("tour", "visit") and self.current and self.current.parties:
            received = self.current.parties[0]
            if received.kind == "group" and self.current.rule.endswith("passive"):
                return [received]  # 'The delegates were received by A. They then toured …'
        if p.pronoun in ("they", "we") and self.current:
            return self._group(p) or self.both()
        if p.pronoun == "they" and not (self.last_subject and (p.objects or self.drafts or p.kind not in TWO_SIDED)):
            return [
                *self.last_subject,
                *self.people(spoken_to(self.told[-2].elements if len(self.told) > 1 else [])),
            ] or self._heads()
        if p.kind == "visit" and p.form == "noun" and p.light and p.places and not (p.objects or p.pronoun):
            abroad = p.places[0].country or p.places[0].affiliation
            here = self.current.parties if self.current else []
            guests = [x for x in here if x.kind == "person" and x.affiliation and x.affiliation != abroad]
            return guests[:1] or self.last_one  # 'This stop closed a three-day stay in Chad'
        if p.pronoun == "he" and (latter := self._latter(p)):
            return latter
        if p.pronoun == "he" or p.form == "verb":
            return self._of_gender(p, (p.pronoun == "he" and self.last_one) or self.last_subject)
        if (
            p.objects
            and not (p.closed or (p.form == "passive" and p.kind == "conference"))
            and (p.definite or p.governor is None or p.governor.entry.get("light"))
        ):  # 'the meeting with the Director-General'
            objects = self.people(p.objects)
            if p.kind == "visit" and any(x.kind in ("person", "group") for x in objects):
                return []  # 'during the visit of the Minister': it is he who came
            return [person for person in self.last_subject if person not in objects]
        return []

    def _group(self, p: Predicate) -> list[Person]:
        """'The delegation asked for help. | They | noted that …': a group that spoke last, and alone."""
        elements = self.told[-1].elements
        at, _ = before(elements, p.index)
        one = p.sort == "say" and at >= 0 and elements[at].has("bare") and len(self.last_subject) == 1
        return list(self.last_subject) if one and self.last_subject[0].kind == "group" else []

    def _delegates(self, subject: list[Person]) -> list[Person]:
        """'The interagency delegation', told after a journey that several make by name: they."""
        group = subject[0] if len(subject) == 1 else None
        if group is None or group.kind != "group" or group.mentions[-1].post_kind != "delegation":
            return []
        journey = next((d for d in reversed(self.drafts) if d.kind == "visit" and d.status != "referenced"), None)
        named = [p for p in journey.parties if p.name] if journey is not None and group not in journey.parties else []
        ours = {p.affiliation or self.roster.home for p in named}
        return named if group.affiliation is None or group.affiliation in ours else []

    def _latter(self, p: Predicate) -> list[Person]:
        """'A received B. | The latter | asked for help': whoever of the pronoun's gender was named last before it."""
        elements = self.told[-1].elements
        at, _ = before(elements, p.index)
        pronoun = elements[at].item if at >= 0 else None
        if pronoun is None or not pronoun.get("pron", "latter"):
            return []
        earlier = [*(self.told[-2].elements if len(self.told) > 1 else ()), *elements[:at]]
        named = (self.people(list(e.mentions[-1:])) for e in reversed(earlier) if e.is_kind("person"))
        return next((people for people in named if people and people[0].gender in ("", p.gender)), [])

    def _guests(self) -> list[Person]:
        """'The delegation', before a journey is told: of those who meet, the ones who are not of home."""
        there = self.current.parties if self.current is not None and self.current.kind not in PARENTS else []
        return [p for p in there if p.kind == "person" and p.affiliation not in (None, self.roster.home)]

    def _heads(self) -> list[Person]:
        """'The two heads of state', before either is named: who speaks first is at home unless his name is foreign."""
        people = [self.roster.enter(mention) for mention in self._protagonists]
        foreign = next((p for p in people if p.affiliation), people[-1] if people else None)
        if foreign is not None and foreign.affiliation is None:
            foreign.affiliation, foreign.inferred = self.roster.abroad, True
        return people

    def _of_gender(self, p: Predicate, people: list[Person]) -> list[Person]:
        """Whom 'he' or 'she' means: those last spoken of, unless that is somebody of the other gender; then whoever of
        this one was named last."""
        gender, others = p.gender, self.people(p.objects)
        if people and not any(person.kind == "person" for person in people) and self._people:
            present = self.current.parties if self.current else []
            return [p for p in present if p.kind == "person" and p.name][:1] or people  # 'The Ministry said … He will'
        if not gender or len(people) != 1:
            return people
        if people[0].gender not in ("", gender):
            known = [x for x in reversed(self._people.values()) if x.kind == "person" and x.name and x not in others]
            fitting = [x for x in known if x.gender == gender] or [x for x in known if not x.gender and x.post]
            people = [next(iter(fitting), people[0])]
        people[0].gender = people[0].gender or gender  # what a pronoun tells of whom it means
        return people

    def both(self) -> list[Person]:
        """The parties of the engagement being told; beside a visitor, whoever else was named last."""
        joined = self.current.joined if self.current else []
        parties = [p for p in self.current.parties if p.kind != "group" or p not in joined] if self.current else []
        if self.current is not None and self.current.kind == "visit" and len({p.affiliation for p in parties}) == 1:
            named = [p for p in self._people.values() if p.kind == "person" and p.name and p not in parties]
            parties += named[-1:]
        return parties

    def visitors(self) -> list[Person]:
        """Those who came: the latest visit's parties, else the other side of the engagement being told."""
        visit = next((d for d in reversed(self.drafts) if d.kind == "visit" and d.places), None)
        if visit is not None:
            return list(visit.parties)
        parties = self.current.parties if self.current else []
        others = [person for person in parties if person not in self.last_subject]
        if self.current is not None and self.current.rule.endswith("passive") and parties:
            return list(parties[:1])  # 'A was received by B and C. The delegation then toured …'
        if not others and len(parties) > 1 and self.current is not None and self.current.rule.endswith("verb"):
            others = list(parties[1:])  # 'A received B. The two sides agreed. The guests then toured …'
        return others

    def other_side(self, subject: list[Person]) -> list[Person]:
        """With whom somebody deals who is not named again: who came to visit, else the other side of what is told."""
        found = [person for person in self.visitors() if person not in subject]
        there = self.current.parties if self.current else []
        return found or [person for person in there if person not in subject and person.kind in ("person", "group")]

    def addressee(self) -> list[Person]:
        """To whom the speaker speaks: the first party of another affiliation."""
        ours = {person.affiliation for person in self.speaker}
        return [person for person in self.current.parties if person.affiliation not in ours][:1] if self.current else []

    def day_of(self, told: Told) -> list[Mention]:
        """The day with which an earlier sentence of the same paragraph opens: 'On May 19, she will …. She will …'."""
        before = [t for t in self.told[:-1][-PARAGRAPH:] if t.sentence.paragraph == told.sentence.paragraph]
        opening = (t.elements[1 if t.elements[0].role else 0 :][:1] for t in reversed(before) if t.elements)
        return next((list(e[0].mentions[:1]) for e in opening if e and e[0].is_kind("date")), [])

    @property
    def published(self) -> date | None:
        """The day of the text."""
        return self._resolver.published

    def to_come(self, days: Days) -> bool:
        """Whether an interval begins after the day of publication."""
        return self._resolver.published is not None and days.start > self._resolver.published

    def not_over(self, days: Days) -> bool:
        """Whether an interval goes on on the day of publication or after it."""
        return self._resolver.published is not None and days.end >= self._resolver.published

    def is_tomorrow(self, days: Days) -> bool:
        """Whether an interval is the day after publication: what 'met' then was held, west of the date line."""
        published = self._resolver.published
        return published is not None and days.start == days.end == published + timedelta(days=1)

    def days(self, mention: Mention, planned: bool) -> Days | None:
        """The interval of a date mention; an exact one is remembered for 'the same day'."""
        if mention.found is None:
            return None
        if mention in self._resolved:  # 'the day after' is the same day for all that a sentence tells
            return self._resolved[mention]
        same = mention.rule == "same"  # 'The day before, A, there since Wednesday, …': not of Wednesday
        told = next((d for at, d in reversed(self._told_days) if not same or at < mention.start), None)
        if same and told is not None and told.start != told.end:  # 'on a mission since Monday … that day'
            told = self._single_day(mention, told is None) or told
        days = self._resolved[mention] = self._resolver.resolve(mention.found, planned, told)
        if days and days.exact:
            self._told_days.append((mention.start, days))
        return days

    def _single_day(self, mention: Mention, spans: bool) -> Days | None:
        """The single day that was told last before a mention, in the sentences before it; a span too if `spans`."""
        for told in reversed(self.told[-RECENT:]):
            for day in (m for e in reversed(told.elements) for m in e.mentions if m.kind == "date"):
                known = day.start < mention.start and day.rule != "same" and day.found is not None
                days = self._resolver.resolve(day.found, False, None) if known and day.found else None
                if days is not None and (days.start == days.end or (spans and days.exact)):
                    return days
        return None


def _are_there(elements: list[Element], companion: Mention) -> bool:
    """Whether those told beside a party are only said to be present ('in the presence of'), not to come with it."""
    at = next((n for n, e in enumerate(elements) if companion in e.mentions), 0)
    before = next((e for e in reversed(elements[:at]) if not (e.has("det") or e.has("hon"))), None)
    return before is not None and any(entry.get("there") for entry in before.entries("companion"))


def _is_envoy(person: Person) -> bool:
    return any(m.post_kind == "envoy" for m in person.mentions)


def _is_its(elements: list[Element], index: int) -> bool:
    """Whether somebody is told right after an institution as being of it: 'l'Institut, sous la conduite de | son |
    président'.
    """
    if index < 2 or not elements[index - 1].has("posspron"):
        return False
    between = elements[max(0, index - ITS_REACH) : index - 1]
    at = next((n for n, e in enumerate(between) if e.is_kind("org")), -1)
    return at >= 0 and not any(e.verbs() or e.is_kind("person") for e in between[at + 1 :])


def _is_host(envoys: list[Person], companion: Person) -> bool:
    """'The Ambassador of Chad to Peru, in the presence of the Minister': a minister is of where the envoy is posted."""
    posted = any(m.host and m.post_kind == "envoy" for x in envoys for m in x.mentions)
    return posted and any(m.post_kind in ("minister", "sole") for m in companion.mentions)


def place_of(mention: Mention) -> PlaceDraft:
    """A mention of a state, region, city or seat as the place of an engagement."""
    seat = mention.host or "" if mention.rule.startswith("seat") else ""
    return PlaceDraft(
        mention.country or mention.affiliation, mention.locality, ((mention.start, mention.end),), seat=seat
    )
