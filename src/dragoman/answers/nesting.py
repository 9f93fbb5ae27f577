"""Accounts, or engagements, under the one that they were part of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Protocol, TypeVar

from dragoman.model import Account, Reading


@dataclass(frozen=True, slots=True)
class Node:
    """An account, the account that it is shown under (None at the top), and how many stand above it."""

    account: Account
    parent: Account | None
    depth: int


class _Part(Protocol):
    """What may be part of another of its sort."""

    @property
    def id(self) -> str: ...
    @property
    def within(self) -> str | None: ...


Part = TypeVar("Part", bound=_Part)


def nested(reading: Reading) -> Iterator[Node]:
    """The accounts of a reading in reading order, each after its parent; see `under_wholes`."""
    return starmap(Node, under_wholes(reading.engagements))


def under_wholes(parts: Sequence[Part]) -> Iterator[tuple[Part, Part | None, int]]:
    """Parts in their order, each after the whole that it is `within`: the part, its whole, how many stand above it.

    A part whose whole is not there, or that goes round in a circle, stands at the top, so that every one comes
    exactly once.
    """
    known = {part.id: part for part in parts}
    below: dict[str | None, list[Part]] = {}
    for part in parts:
        below.setdefault(_whole(part, known), []).append(part)
    waiting: list[tuple[Part, Part | None, int]] = [(part, None, 0) for part in reversed(below.get(None, []))]
    while waiting:
        yield waiting[-1]
        part, _, depth = waiting.pop()
        waiting.extend((inner, part, depth + 1) for inner in reversed(below.get(part.id, [])))


def _whole(part: Part, known: Mapping[str, Part]) -> str | None:
    """The id of the whole, None where there is none or where following it comes back to the part."""
    seen = {part.id}
    above = part.within
    while above is not None and above in known and above not in seen:
        seen.add(above)
        above = known[above].within
    return part.within if part.within in known and above not in seen else None
