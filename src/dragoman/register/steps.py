"""Long lists of values for a statement, a step at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

# SQLite takes 32,766 values in one statement; smaller steps keep memory level.
_STEP = 1000

Value = TypeVar("Value")


def steps(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in order, so many at a time as a statement may take."""
    return (values[start : start + _STEP] for start in range(0, len(values), _STEP))
