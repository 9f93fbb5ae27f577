"""What a comparison says, as types. Every list has one entry a side, in the order of `Comparison.sides`.

Silence is what is missing on a side here; it is computed and never kept.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model import Evidence

What = Literal["kind", "date", "place", "level", "party", "status of commitment"]


@dataclass(frozen=True, slots=True)
class Side:
    """One readout's telling of the engagement, as one reader read it."""

    account: str
    title: str
    publisher: str | None
    published: str | None
    language: str
    ref: str | None
    reader: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a readout: `text` stands at `start` to `end` of its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said(Words):
    """A topic (`act` None), a point, or words that the text has without the reader finding a topic or point in them."""

    act: str | None
    by: tuple[str, ...]
    concepts: tuple[str, ...]
    mention: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What one side says of a fact, in a few words, and the words that say so."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the sides say; None where a side says nothing of it."""

    what: What
    tellings: tuple[Telling | None, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What several sides speak of: the concepts that they share, and each side's words; None where it has none."""

    concepts: tuple[str, ...]
    said: tuple[Said | None, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Another engagement that one readout tells of."""

    account: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of an engagement side by side.

    `engagement` is its id, `occasion` a short name for it. `agree` and `differ` hold facts; a difference in the status
    of commitment is of a subject that one side reports as agreed or signed and another does not. `shared` are the
    subjects of several sides, `only` is what one side alone reports, `elsewhere` the engagements that one readout alone
    tells of.
    """

    engagement: str
    occasion: str
    sides: tuple[Side, ...]
    agree: tuple[Fact, ...]
    differ: tuple[Fact, ...]
    shared: tuple[Subject, ...]
    only: tuple[tuple[Said, ...], ...]
    elsewhere: tuple[tuple[Occasion, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """The comparison as plain JSON values."""
        return dataclasses.asdict(self)
