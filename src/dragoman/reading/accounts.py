"""Predicates → accounts: coordination spread out, repetitions merged, parents linked."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.clauses import Predicate
from dragoman.reading.dates import Days, Resolver
from dragoman.reading.draft import Draft, PlaceDraft
from dragoman.reading.elements import Element
from dragoman.reading.mentions import Mention
from dragoman.reading.merging import absorb, same_occasion
from dragoman.reading.people import Person, Roster, share_countries
from dragoman.reading.text import Sentence

PARENTS = ("visit", "conference")
TWO_SIDED = ("meeting", "call")


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


class Accounts:
    """Builds the accounts of one text, sentence by sentence."""

    def __init__(self, roster: Roster, resolver: Resolver) -> None:
        self._roster = roster
        self._resolver = resolver
        self._people: dict[int, Person] = {}
        self._last_subject: list[Person] = []
        self._last_days: Days | None = None
        self._where: PlaceDraft | None = None
        self.drafts: list[Draft] = []
        self.current: Draft | None = None

    def person(self, mention: Mention) -> Person:
        """The participant that a mention names."""
        return self._people[id(mention)]

    def tell(self, told: Told) -> None:
        """Take in one sentence: enter its mentions, then its predicates in order."""
        share_countries(told.elements)
        for element in told.elements:
            for mention in element.mentions:
                if mention.is_party or mention.kind == "region":
                    self._people[id(mention)] = self._roster.enter(mention)
        self._reach(told)
        for p in told.predicates:
            told.subjects[p.index] = self._subject(p)
            if p.sort == "trigger":
                drafts = self._trigger(told, p)
                told.by_predicate[p.index] = drafts
                for draft in drafts:
                    if draft not in told.drafts:
                        told.drafts.append(draft)
            if told.subjects[p.index] and not p.nested:
                self._last_subject = told.subjects[p.index]
        self._margins(told)
        held = [d for d in told.drafts if d.kind not in PARENTS and d.status != "referenced"] or [d for d in told.drafts if d.status != "referenced"]
        if held:
            self.current = held[-1]

    def _reach(self, told: Told) -> None:
        """Where the narration has got to: a place that a preposition puts at the head of a sentence."""
        for index, element in enumerate(told.elements[:4]):
            if element.is_kind("state", "place") and index and (told.elements[index - 1].role == "at" or told.elements[index - 1].has("nestplace") or told.elements[max(0, index - 2)].role == "at"):
                mention = element.mentions[0]
                self._where = PlaceDraft(mention.country or mention.affiliation, mention.locality, ((mention.start, mention.end),))

    def _subject(self, p: Predicate) -> list[Person]:
        if p.subject:
            return list(dict.fromkeys(self.person(m) for m in [*p.subject, *p.companions] if id(m) in self._people))
        if p.pronoun == "it":
            return []
        if p.pronoun in ("they", "we") and self.current:
            return list(self.current.parties)
        return self._last_subject if p.pronoun == "he" or p.form == "verb" else []

    # -- triggers

    def _trigger(self, told: Told, p: Predicate) -> list[Draft]:
        if p.cue in ("negated", "hypothetical"):
            return []
        kind = self._kind(p)
        if p.form == "noun" and p.definite and p.objects and not told.subjects[p.index]:
            told.subjects[p.index] = [x for x in self._last_subject if id(x) not in {id(self._people[id(m)]) for m in p.objects if id(m) in self._people}]
        subject = told.subjects[p.index] if p.form != "noun" or p.subject or p.pronoun or p.places or p.objects else []
        objects = list(dict.fromkeys(self.person(m) for m in [*p.objects, *p.companions] if id(m) in self._people))
        if p.object_pronoun and self._last_subject:
            objects = objects or [x for x in self._last_subject if x not in subject]
        anaphor = self._anaphor(p, kind, objects)
        if anaphor is not None:
            self._refine(anaphor, told, p)
            return [anaphor]
        governed = p.governor is not None and p.governor.sort != "trigger" and not p.coordinated
        if governed and p.cue != "earlier":
            return []
        drafts = self._new(told, p, kind, subject, objects)
        return [self._enter(draft, p) for draft in drafts]

    def _kind(self, p: Predicate) -> str:
        if p.kind == "visit" and p.form == "verb" and any(m.kind in ("org", "body") for m in p.places):
            return "tour"
        return p.kind

    def _anaphor(self, p: Predicate, kind: str, objects: list[Person]) -> Draft | None:
        """'the meeting', 'during the visit': the latest account of that kind, if nothing new is told."""
        if p.form != "noun" or p.places or p.events or not (p.definite or p.nested) or (objects and p.cue == "earlier"):
            return None
        kinds = {"meeting": ("meeting", "call", "conference"), "visit": ("visit", "tour"), "call": ("call", "meeting")}.get(kind, (kind,))
        return next((d for d in reversed(self.drafts) if d.kind in kinds and all(o in d.parties for o in objects) and (p.cue != "earlier" or d.status == "referenced")), None)

    def _new(self, told: Told, p: Predicate, kind: str, subject: list[Person], objects: list[Person]) -> list[Draft]:
        status = {"planned": "planned", "earlier": "referenced"}.get(p.cue, "held")
        element = told.elements[p.index]
        base = Draft(kind, status, f"{p.kind}-{p.form}", [(element.start, element.end)], sentence=told.number, paragraph=told.sentence.paragraph)
        base.where = self._where
        self._date(base, told, p)
        self._places(base, told, p, kind)
        if kind in TWO_SIDED:
            return self._two_sided(base, p, subject, objects)
        if kind == "visit":
            return self._visit(base, p, subject, objects)
        if kind == "tour":
            return self._tours(base, p, subject)
        if kind == "conference":
            return self._conference(base, p, subject, objects)
        base.parties = [*subject, *(o for o in objects if o not in subject)]
        return [base] if base.parties and (kind != "ceremony" or told.number == 0 or base.days or base.places) else []

    def _two_sided(self, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]) -> list[Draft]:
        sides = [x for x in subject if x not in objects]
        if (not objects and len(sides) < 2) or (not sides and len(objects) < 2):
            return []
        if base.status == "planned" and len(objects) > 2 and p.form == "verb":
            return [_copy(base, [*sides, one]) for one in objects]
        if p.each or (len(objects) > 1 and all(m.list_size > 1 for m in p.objects)):
            each = objects if p.each else objects
            if p.each or (len({o.affiliation for o in each}) == len(each) and not _together(p)):
                return [_copy(base, [*sides, one]) for one in each]
        base.parties = [*sides, *objects]
        return [base]

    def _visit(self, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]) -> list[Draft]:
        travellers = subject or objects
        travellers = [x for x in travellers if x.kind != "state" or len(travellers) > 1]
        if not travellers or not base.countries():
            return []
        base.parties = list(travellers)
        return [base]

    def _tours(self, base: Draft, p: Predicate, subject: list[Person]) -> list[Draft]:
        sites = [m for m in p.places if m.kind in ("org", "body")]
        found = []
        for site in sites:
            draft = _copy(base, list(subject))
            country = next((place.country for place in base.places), None)
            draft.places = [PlaceDraft(country, (site.start, site.end), ((site.start, site.end),), rule="toured-site")]
            draft.spans = [*base.spans, (site.start, site.end)]
            found.append(draft)
        return found if subject else []

    def _conference(self, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]) -> list[Draft]:
        if not p.events:
            return []
        event = p.events[0].locality
        base.event = event
        if event:
            base.spans.append(event)
        base.parties = [*subject, *(o for o in objects if o not in subject)]
        return [base] if base.parties else []

    # -- when, where, within

    def _date(self, draft: Draft, told: Told, p: Predicate) -> None:
        dates = p.dates
        if not dates and p.cue != "earlier":
            dates = [m for e in told.elements for m in e.mentions if m.kind == "date"]
            claimed = {id(m) for q in told.predicates if q is not p for m in q.dates if q.sort == "trigger" and q.cue == "earlier"}
            dates = [m for m in dates if id(m) not in claimed][:1]
        for mention in dates[-1:] if p.cue == "earlier" else dates[:1]:
            if mention.found is None:
                continue
            days = self._resolver.resolve(mention.found, draft.status == "planned", self._last_days)
            if days:
                draft.days, draft.date_spans, draft.date_rule = days, ((mention.start, mention.end),), mention.rule
                self._last_days = days if days.exact else self._last_days

    def _places(self, draft: Draft, told: Told, p: Predicate, kind: str) -> None:
        if kind in ("call", "letter"):
            return
        mentions = list(p.places)
        if not mentions and kind != "visit":
            mentions = _located(told.elements)[:1]
        for mention in mentions:
            if mention.kind in ("state", "region", "place"):
                seat = mention.host or "" if mention.rule.startswith("seat") else ""
                draft.places.append(PlaceDraft(mention.country or mention.affiliation, mention.locality, ((mention.start, mention.end),), seat=seat))

    def _refine(self, draft: Draft, told: Told, p: Predicate) -> None:
        """What a later mention of the same occasion adds: date, place."""
        element = told.elements[p.index]
        draft.spans.append((element.start, element.end))
        if draft.days is None and p.dates:
            self._date(draft, told, p)
        if not draft.places and not p.nested:
            self._places(draft, told, p, draft.kind)

    def _stays(self, told: Told) -> list[Draft]:
        """'While in France' tells of a visit by those whose doings follow."""
        found = []
        for index, element in enumerate(told.elements[:-1]):
            following = told.elements[index + 1]
            travellers = next((told.subjects[p.index] for p in told.predicates if p.index > index), [])
            if element.has("nestplace") and following.is_kind("state", "place") and travellers:
                mention = following.mentions[0]
                span = (mention.start, mention.end)
                draft = Draft("visit", "held", "stay", [span], list(travellers), sentence=told.number, paragraph=told.sentence.paragraph)
                draft.places = [PlaceDraft(mention.country or mention.affiliation, mention.locality, (span,))]
                draft.status = next((d.status for d in told.drafts), "held")
                known = self._match(draft)
                if known is None:
                    self.drafts.insert(0, draft)
                found.append(known or draft)
        return found

    def _margins(self, told: Told) -> None:
        """Events and visits named after 'during', 'on the margins of' are parents of what the sentence tells."""
        parents = self._stays(told)
        parents += [d for p in told.predicates if p.nested for d in told.by_predicate.get(p.index, []) if d.kind in PARENTS]
        children = [d for p in told.predicates if not p.nested for d in told.by_predicate.get(p.index, []) if d.kind not in PARENTS]
        claimed = {id(m) for p in told.predicates for m in p.events if p.kind == "conference"}
        for index, element in enumerate(told.elements):
            if not element.is_kind("event") or id(element.mentions[0]) in claimed or not children:
                continue
            if not _nested_at(told.elements, index):
                continue
            mention = element.mentions[0]
            child = children[0]
            draft = Draft("conference", child.status, "on-the-margins", [(mention.start, mention.end)], list(child.parties), child.days, child.date_spans, child.date_rule, sentence=told.number, paragraph=told.sentence.paragraph)
            draft.event = mention.locality
            draft.places = list(child.places)
            known = self._match(draft)
            if known is None:
                self.drafts.insert(self.drafts.index(child), draft)
                known = draft
            parents.append(known)
        for child in children:
            for parent in parents:
                if parent is not child and child.parent is None:
                    child.parent, child.parent_rule = parent, "told-together"

    def _match(self, draft: Draft) -> Draft | None:
        return next((d for d in reversed(self.drafts) if same_occasion(d, draft, self._roster)), None)

    def _enter(self, draft: Draft, p: Predicate) -> Draft:
        known = None if p.each and draft.kind in TWO_SIDED and False else self._match(draft)
        if known is not None:
            absorb(known, draft)
            return known
        self.drafts.append(draft)
        return draft


def _copy(base: Draft, parties: list[Person]) -> Draft:
    return Draft(base.kind, base.status, base.rule, list(base.spans), parties, base.days, base.date_spans, base.date_rule, list(base.places), where=base.where, sentence=base.sentence, paragraph=base.paragraph)


def _together(p: Predicate) -> bool:
    return p.entry.phrase.startswith("collective") or p.kind == "conference"


def _located(elements: list[Element]) -> list[Mention]:
    """Places of the sentence that a preposition of place governs."""
    found = []
    for index, element in enumerate(elements):
        if element.is_kind("place", "state") and any(e.role == "at" for e in elements[max(0, index - 2) : index]):
            if element.is_kind("place") or elements[index - 1].role == "at":
                found.append(element.mentions[0])
    return found


def _nested_at(elements: list[Element], index: int) -> bool:
    return any(e.has("nest") or e.role == "at" for e in elements[max(0, index - 3) : index])
