"""What the desk shows: facts to rule on, and decisions with what has become of them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model import Basis
from dragoman.register.decisions.decision import Act
from dragoman.register.decisions.facts import Content, FactKind
from dragoman.register.decisions.reviewing import State
from dragoman.register.rows import Passage, ReadoutRow

Standing = Literal["holds", "overruled", "stale", "orphaned", "undone"]


@dataclass(frozen=True, slots=True)
class FactRecord:
    """One fact of an account with its state of review.

    `id` names it in a decision; `account` is the account's id, `engagement` that of the engagement it belongs to.
    `fact` is the kind of fact, or `grouping`: that the account belongs there, with the reason. `content` is what it
    says now, `decision` the number of the last decision about it, `by` whose that was, `ruled` what it left the fact
    saying (another content if it is stale), `passages` the words that say so with some text around.
    """

    id: str
    engagement: str
    account: str
    fact: FactKind | Literal["grouping"]
    content: Content
    state: State
    basis: Basis
    confidence: float
    rule: str
    decision: int | None
    by: str | None
    ruled: Content | None
    readout: ReadoutRow
    passages: tuple[Passage, ...]

    def as_json(self) -> dict[str, Any]:
        """The record as plain JSON values."""
        return dataclasses.asdict(self)


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision and what has become of it.

    It `holds` where the fact still stands in the same words; `overruled` says that a later decision ruled otherwise on
    the same, `stale` that the fact says something else there by now, `orphaned` that nothing stands there, `undone`
    that a later decision took it back. `accounts` are the ids, at the time, of the accounts that it is about,
    `readouts` the refs (or else titles) of their readouts.
    """

    number: int
    act: Act
    by: str
    at: str
    why: str | None
    standing: Standing
    fact: FactKind
    accounts: tuple[str, ...]
    readouts: tuple[str, ...]
    before: Content | None
    after: Content | None
    undoes: int | None

    def as_json(self) -> dict[str, Any]:
        """The record as plain JSON values."""
        return dataclasses.asdict(self)
