"""The words of dragoman as types: what goes into a reading and what comes out.

A `Readout` is one published text. A `Reading` is what one reader made of it: accounts of engagements, each
value with the characters that say so. `as_json` turns a reading into the shape that the annotation contract
describes (keys `ref`, `engagements`, `mechanisms`, …).

All offsets are code points into `Readout.text` (or `title`, where `Evidence.field` says so), end exclusive.
Dates are ISO 8601 calendar dates (`YYYY-MM-DD`), countries ISO 3166-1 alpha-2 codes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["visit", "conference", "meeting", "call", "tour", "address", "signing", "letter", "ceremony"]
Status = Literal["held", "planned", "referenced"]
Act = Literal["agreed", "signed", "pledged", "proposed", "stated"]
Basis = Literal["stated", "inherited", "inferred"]
MechanismStatus = Literal["discussed", "proposed", "agreed", "established", "in session", "concluded"]


@dataclass(frozen=True, slots=True)
class Readout:
    """One published text, immutable.

    `text` never includes the title. `published` is an ISO date or None; without it relative dates stay unresolved.
    `language` is an ISO 639-1 code, detected by `read` when None. `ref` names the readout in a batch; `source`
    says where it came from (a path or an address).
    """

    text: str
    title: str = ""
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    ref: str | None = None
    source: str | None = None

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) over what the publisher published: title, text, publisher and date; not `ref` or `source`."""
        content = [self.title, self.text, self.publisher, self.published]
        return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the stored text that supports a value: `text` is exactly the characters `start` to `end` of `field`."""

    start: int
    end: int
    text: str
    field: Literal["text", "title"] = "text"


@dataclass(frozen=True, slots=True)
class DateRange:
    """A closed interval of days, the tightest that the text supports."""

    start: str
    end: str
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an engagement took place; `locality` as the text writes it."""

    country: str | None
    locality: str | None
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """A participation. A state that itself is the party has neither name nor post."""

    name: str | None
    post: str | None
    affiliation: str | None
    group: bool
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject discussed: a verbatim noun phrase. `concepts` are ids of the vocabulary that it was read with."""

    text: str
    start: int
    end: int
    confidence: float
    rule: str
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """What was agreed or said, verbatim, and the affiliations of those who said or agreed it.

    `concepts` are as in Topic.
    """

    act: Act
    by: tuple[str, ...]
    text: str
    start: int
    end: int
    confidence: float
    rule: str
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedForward:
    """A link to an earlier (`referenced`) account whose results this one implements, follows up or builds on."""

    id: str
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Account:
    """One readout's telling of one engagement.

    `within` is the id of the account that it was part of. `window` is given where `date` is None: the interval in
    which it must have happened. `title_says` holds what only the title tells (name, post, place), left out elsewhere.
    """

    id: str
    kind: Kind
    status: Status
    date: DateRange | None
    window: DateRange | None
    places: tuple[Place, ...]
    within: str | None
    event: str | None
    parties: tuple[Party, ...]
    topics: tuple[Topic, ...]
    points: tuple[Point, ...]
    carries_forward: tuple[CarriedForward, ...]
    title_says: dict[str, str]
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts of its topics and points, each once."""
        of_topics = (concept for topic in self.topics for concept in topic.concepts)
        of_points = (concept for point in self.points for concept in point.concepts)
        return tuple(dict.fromkeys((*of_topics, *of_points)))


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A standing arrangement named in the text: dialogue, forum, committee, centre, programme, prize.

    `engagement` is the id of the account in which it stands, `ordinal` the number of its session where one is given.
    """

    name: str
    kind: str
    status: MechanismStatus
    parties: tuple[str, ...]
    engagement: str | None
    ordinal: int | None
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one readout.

    `readout` is the readout's content hash, `reader` the reader's name and version, `notes` are sentences for
    people (for instance that dates stay unresolved because no date of publication is known).
    """

    ref: str | None
    readout: str
    reader: str
    language: str
    published: str | None
    title: str
    publisher: str | None
    engagements: tuple[Account, ...]
    mechanisms: tuple[Mechanism, ...]
    notes: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The reading as plain JSON values, keys in the order of the types; the contract's shape."""
        return dataclasses.asdict(self)
