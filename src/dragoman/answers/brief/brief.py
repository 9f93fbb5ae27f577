"""What a brief says, as types. Every entry carries the words of readouts that say so, or the source that tells it.

Lists stand newest first. Days are ISO dates.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model import Act
from dragoman.register.partners import Partner
from dragoman.register.rows import EngagementRow, Passage, ReadoutRow

Standing = Literal["sourced", "partly unverified", "unverified"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one readout that say something of an engagement (both by id), with some text around them.

    `account` is the account's id, `readout` the hash of the readout and `ref` what it is called.
    """

    engagement: str
    account: str
    readout: str
    ref: str
    language: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A line of reference data: 'region', 'Western Europe'."""

    label: str
    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Office:
    """A person's term of a post of `of` (a country's code or a body's id), as tenures tell it.

    `holds` says whether it was held on the day of the brief ('perhaps': a bound is not known). `start` and `end` are
    YYYY, YYYY-MM or full; where a bound is not known, `seen_from` and `seen_to` are the first and last day on which a
    source names the holder.
    """

    person: str
    name: str
    name_zh: str | None
    post: str
    title: str
    of: str
    holds: Literal["yes", "perhaps", "no"]
    start: str | None
    end: str | None
    seen_from: str | None
    seen_to: str | None
    standing: Standing
    source: str


@dataclass(frozen=True, slots=True)
class Called:
    """What readouts call a person: the post and whom it is of, with the days of the first and last engagement."""

    post: str
    of: str | None
    first: str | None
    last: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """Who a partner is: names by language, what reference data tell, and offices.

    `offices` are those held on the day of the brief; of a person, all that are known. `called` is what readouts call
    a person.
    """

    partner: Partner
    names: dict[str, tuple[str, ...]]
    known: tuple[Known, ...]
    offices: tuple[Office, ...]
    called: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class EngagementEntry:
    """An engagement with the words that say so in each readout; `depth` counts those listed that it was part of."""

    engagement: EngagementRow
    depth: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class UnderstandingEntry:
    """A point that binds (agreed, signed, pledged), in the words of the account that leads.

    `when` is the date of the engagement in words. `quotes` has one for each account that tells it so. `carried_by` are
    ids of engagements that carry forward the engagement in which it was made.
    """

    engagement: str
    when: str
    act: Act
    by: tuple[str, ...]
    text: str
    concepts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    carried_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarriedEntry:
    """An engagement that implements or follows up the results of an `earlier` one: both by id and in a few words."""

    engagement: str
    occasion: str
    earlier: str
    earlier_occasion: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A concept through time: in how many engagements it came up in each of `Brief.periods`, and one quote of each."""

    concept: str
    total: int
    counts: tuple[int, ...]
    quotes: tuple[Quote | None, ...]


@dataclass(frozen=True, slots=True)
class MechanismEntry:
    """A standing arrangement: what each engagement says of it, as statuses and numbers of sessions; newest first.

    `also` are the other names under which readouts tell of it.
    """

    name: str
    kind: str
    parties: tuple[str, ...]
    also: tuple[MechanismName, ...]
    sessions: tuple[MechanismSession, ...]


@dataclass(frozen=True, slots=True)
class MechanismName:
    """Another name of a mechanism, the language of the readouts that use it, why it is of the same, and who says it."""

    name: str
    language: str
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class MechanismSession:
    """What one engagement says of a mechanism; `when` is its date in words, '' where it has no part in the brief."""

    engagement: str
    when: str
    status: str
    ordinal: int | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SaidBy:
    """What one account says: the ref of its readout, whose it is, a few words, and the quote.

    `text` is None where it is silent.
    """

    ref: str
    publisher: str | None
    text: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DifferenceEntry:
    """Something that the accounts of an engagement tell differently, or that one of them alone reports.

    `occasion` names the engagement with its date.
    """

    engagement: str
    occasion: str
    what: str
    sides: tuple[SaidBy, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One page on dealings with a partner, or of two with each other.

    `on` is the day as of which offices are told: the one asked for, or that of the newest engagement; None where
    neither is. `count` engagements were found, held and others. `left_out` says how many entries of each part were
    left out to keep it short. `periods` are years or quarters. `readouts` are those quoted.
    """

    portraits: tuple[Portrait, ...]
    on: str | None
    since: str | None
    until: str | None
    count: int
    engagements: tuple[EngagementEntry, ...]
    understandings: tuple[UnderstandingEntry, ...]
    carried: tuple[CarriedEntry, ...]
    periods: tuple[str, ...]
    topics: tuple[TopicEntry, ...]
    mechanisms: tuple[MechanismEntry, ...]
    differences: tuple[DifferenceEntry, ...]
    left_out: dict[str, int]
    readouts: tuple[ReadoutRow, ...]

    def as_json(self) -> dict[str, Any]:
        """The brief as plain JSON values."""
        return dataclasses.asdict(self)
