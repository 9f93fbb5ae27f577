"""What a register answers with: engagements as rows of a list, and one engagement with all its evidence."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.model import Account, Basis, Evidence, Kind, Reading, Readout, Status
from dragoman.register.decisions.facts import Content, FactKind
from dragoman.register.decisions.reviewing import State


@dataclass(frozen=True, slots=True)
class Added:
    """What `Register.add` did: took in a readout or another reader's reading of it, nothing, or replaced a reading."""

    status: Literal["added", "unchanged", "reread"]
    engagement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of ISO dates."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where an engagement took place."""

    country: str | None
    locality: str | None
    basis: Basis
    confidence: float


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Who took part; a state that itself is the party has neither name nor post.

    `person` is the id of the person that the register takes the party for, `known_as` the person's usual name; both
    None for what is no person, or where nobody is known.
    """

    name: str | None
    post: str | None
    affiliation: str | None
    group: bool
    basis: Basis
    confidence: float
    person: str | None = None
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class PointRow:
    """What was agreed or said, and by which affiliations."""

    act: str
    by: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ReadoutRow:
    """The published text that an account stands in, without its text."""

    hash: str
    ref: str | None
    title: str
    published: str | None
    publisher: str | None
    language: str
    source: str | None


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """One engagement in short, as its leading account tells it; `readouts` are those of all its accounts.

    `concepts` are those of its topics and points, each once. `review` counts the facts of all its accounts by their
    state of review.
    `within` is the id of the engagement that it was part of; `date` is None where only `window` or nothing is known.
    """

    id: str
    kind: Kind
    status: Status
    date: Days | None
    window: Days | None
    places: tuple[PlaceRow, ...]
    event: str | None
    within: str | None
    parties: tuple[PartyRow, ...]
    topics: tuple[str, ...]
    points: tuple[PointRow, ...]
    concepts: tuple[str, ...]
    title_says: dict[str, str]
    readouts: tuple[ReadoutRow, ...]
    review: dict[State, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return dataclasses.asdict(self)


Value = Literal["engagement", "date", "window", "place", "party", "carries_forward", "topic", "point"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the stored text (or title) around evidence: `text` is exactly its characters `start` to `end`.

    `evidence` are the spans that lie in it, in text order; they may overlap.
    """

    field: Literal["text", "title"]
    start: int
    end: int
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How far people have ruled on a value: `fact` is its id for doing so; `decision` and `by` tell of the last one."""

    fact: str
    state: State
    decision: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What the text says for one value of an account; `number` counts the values of one name, from 0.

    `review` is None for what is not ruled on (a window, what is carried forward).
    """

    value: Value
    number: int
    passages: tuple[Passage, ...]
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that people took out of an account: what it said."""

    fact: FactKind
    content: Content
    review: Review


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a party is, and why.

    `person` is an id, the same for all mentions of a person; None where nobody is known to be meant. `name` is the
    person's usual name. `basis` is `stated` where the name is written as it is known, `inferred` where sound, post or
    date had to help. `likeness` is that of the names, None for a mention without one. `known` says that tenures tell of
    the person; else the person is known from the register alone. `reason` and `flag` are sentences for people; a flag
    says that the tenures contradict what the text says.
    """

    person: str | None
    name: str | None
    basis: Literal["stated", "inferred"]
    likeness: float | None
    known: bool
    reason: str
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An institution that a text may mean by `written`; nothing is taken for it until a person confirms it.

    A `likeness` of 1 says that the list of institutions has `written` as another name of it.
    """

    written: str
    name: str
    country: str
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """One readout's telling of an engagement, with the reason why it belongs to it.

    `identities` has one entry for each party of the account, None for what is no person; `proposals` are institutions
    that garbled names may mean; `rejected` what people took out.
    """

    id: str
    reason: str
    reader: str
    readout: ReadoutRow
    account: Account
    support: tuple[Support, ...]
    identities: tuple[Identity | None, ...]
    proposals: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A readout that tells of an engagement (by its id), with its reading whole.

    `id` is the register's id of the (leading) account, `reason` why it belongs to the engagement. `accounts` are the
    ids, within the reading, of the accounts of the engagement, `alone` those of accounts of which no other readout that
    tells of the engagement tells too; `ids` gives the register's id of every account by the id within the reading, and
    `engagements` that of the engagement it belongs to.
    """

    engagement: str
    id: str
    reason: str
    readout: Readout
    reading: Reading
    accounts: tuple[str, ...]
    alone: tuple[str, ...]
    ids: dict[str, str]
    engagements: dict[str, str]


@dataclass(frozen=True, slots=True)
class EngagementRecord:
    """One engagement with every account of it, the leading one first.

    `parts` are the engagements that are `within` this one.
    """

    engagement: EngagementRow
    parts: tuple[EngagementRow, ...]
    accounts: tuple[AccountRecord, ...]

    def as_json(self) -> dict[str, Any]:
        """The record as plain JSON values; each account in the shape of the annotation contract."""
        return dataclasses.asdict(self)
