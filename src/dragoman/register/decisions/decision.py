"""A decision, and what in which readout it is about."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from dragoman.model import Evidence
from dragoman.register.decisions.facts import Content, FactKind

Act = Literal["accept", "edit", "reject", "add", "same", "different", "undo"]
Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in what was read a fact stood when a person ruled on it.

    `readout` is the readout's content hash, `reader` the reader's name without version. `account` is the account's id
    then, `kind` its kind and `told` the words that told of it; `fact` and `spans` the same of the fact in it. A later
    reading holds the fact if it says a fact of that kind in the same words. `added` is the number of the decision that
    added it.
    """

    readout: str
    reader: str
    account: str
    kind: str
    told: tuple[Span, ...]
    fact: FactKind = "engagement"
    spans: tuple[Span, ...] = ()
    added: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The anchor as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Anchor:
        """The anchor that `as_json` made these values of."""
        told, spans = (tuple((field, start, end) for field, start, end in value[key]) for key in ("told", "spans"))
        return cls(**value | {"told": told, "spans": spans})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled.

    `number` grows from decision to decision. `about` holds the anchor of the fact; for `same` and `different` that of
    one account and then those of the others. `before` is what the fact said then, `after` what it says instead
    (edit, add), with the words of the text that say so in `words`. `undoes` is the number of the decision that an
    `undo` takes back.
    """

    number: int
    act: Act
    by: str
    at: str
    why: str | None
    about: tuple[Anchor, ...] = ()
    before: Content | None = None
    after: Content | None = None
    words: tuple[Span, ...] = ()
    undoes: int | None = None


def spans_of(evidence: tuple[Evidence, ...]) -> tuple[Span, ...]:
    """Evidence without its words, each span once, in order."""
    return tuple(sorted({(each.field, each.start, each.end) for each in evidence}))


def undone(decisions: tuple[Decision, ...]) -> set[int]:
    """The numbers of the decisions that are taken back; an `undo` that was itself undone takes nothing back."""
    numbers: set[int] = set()
    for decision in reversed(decisions):
        if decision.undoes is not None and decision.number not in numbers:
            numbers.add(decision.undoes)
    return numbers


def standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that are not taken back, in order, without those that only take others back."""
    gone = undone(decisions)
    return tuple(each for each in decisions if each.number not in gone and each.undoes is None)
