"""Where a text has got to: who is who, who was last spoken of, when and where; what one sentence holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.languages.pattern import Found
from dragoman.reading.accounts.draft import Draft, PlaceDraft, Span
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.dates import Days, Resolver
from dragoman.reading.mentions.mention import Mention, MentionKind
from dragoman.reading.mentions.people import Person, Roster, is_code, is_state
from dragoman.reading.text.sentences import Sentence

RECENT = 8  # sentences in which the day that 'the same day' means was told
PARAGRAPH = 12  # sentences of a paragraph that its opening day may still hold for
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
    categories: frozenset[str] = field(init=False)  # of all its plain items

    def __post_init__(self) -> None:
        self.categories = frozenset().union(*(element.categories for element in self.elements))


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
        self.protagonists = protagonists
        self.receives = receives
        self.countries: dict[str, str] = {}  # of institutions, by their names
        self._told_days: list[tuple[int, Days]] = []  # the exact ones, and where they were told
        self.named: dict[Mention, Person] = {}  # whom each mention of a party means
        self._resolved: dict[Mention, Days | None] = {}

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
        return next((host for host in posted if is_state(host) and host != home), None)

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
        return list(dict.fromkeys(self.named[m] for m in mentions if m in self.named))

    def meet(self, counterparts: list[Person]) -> None:
        """Those who are met and of whom nothing is told are from the state that the text is most about."""
        for person in counterparts:
            if person.kind == "person" and person.affiliation is None and person.post is None and self.roster.abroad:
                person.affiliation, person.inferred = self.roster.abroad, True

    def members(self, event: Mention, regions: bool = False) -> list[Person]:
        """The states and bodies, and the `regions`, that an event's name names ('U.S.-Chad Dialogue'), as parties."""
        found = []
        for value, span in [*event.members, *(event.regions if regions else ())]:
            kind: MentionKind = "state" if is_state(value) else "body"
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
            kind: MentionKind = "state" if is_state(code) else "body"
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

    def day_of(self, told: Told) -> list[Mention]:
        """The day with which an earlier sentence of the same paragraph opens: 'On May 19, she will …. She will …'."""
        before = [t for t in self.told[:-1][-PARAGRAPH:] if t.sentence.paragraph == told.sentence.paragraph]
        opening = (t.elements[1 if t.elements[0].role else 0 :][:1] for t in reversed(before) if t.elements)
        return next((list(e[0].mentions[:1]) for e in opening if e and e[0].is_kind("date")), [])

    def is_over(self, days: Days) -> bool:
        """Whether an interval ended before the day of publication."""
        return self._resolver.published is not None and days.end < self._resolver.published

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

    def is_weekday_ahead(self, mention: Mention) -> bool:
        """Whether a date is a weekday alone, and not that of publication: 'Monday' said on a Friday."""
        found = mention.found
        if found is None or mention.rule != "weekday" or "back" in found.groups:
            return False
        ahead, back = self._either_way(found)
        return found.groups["wd"][0][0] == found.start and ahead is not None and back is not None and ahead != back

    def is_nearer_ahead(self, mention: Mention) -> bool:
        """Whether a date without its year is nearer when it is taken as one to come: 'in June' said in May."""
        found, told_on = mention.found, self._resolver.published
        if found is None or told_on is None:
            return False
        ahead, back = self._either_way(found)
        return ahead is not None and back is not None and told_on - back.end > ahead.start - told_on > timedelta(0)

    def _either_way(self, found: Found) -> tuple[Days | None, Days | None]:
        """A date taken as one to come, and as one gone by."""
        return self._resolver.resolve(found, True, None), self._resolver.resolve(found, False, None)

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


def place_of(mention: Mention) -> PlaceDraft:
    """A mention of a state, region, city or seat as the place of an engagement."""
    seat = mention.host or "" if mention.rule.startswith("seat") else ""
    return PlaceDraft(
        mention.country or mention.affiliation, mention.locality, ((mention.start, mention.end),), seat=seat
    )
