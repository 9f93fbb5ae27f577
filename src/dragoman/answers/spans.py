"""The spans of a text that support values, cut so that they can be written as properly nested elements.

Spans may be equal, lie within each other or cross. Equal spans become one mark with several values; a mark that
crosses another is closed and opened again at the crossing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (code points, end exclusive) and the names of the values that they support."""

    start: int
    end: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step through a marked text.

    `text` gives characters, with the innermost mark that covers them, or None; `open` begins `mark` and `close` ends
    it. `edge` tells the true beginning and end of a mark from a crossing; `bare` is set on the true end of a mark all
    of whose characters belong to marks inside it.
    """

    does: Literal["open", "close", "text"]
    text: str = ""
    mark: Mark | None = None
    edge: bool = False
    bare: bool = False


def marks(spans: Iterable[tuple[int, int, str]], length: int) -> list[Mark]:
    """Spans (start, end, value) as marks in text order, outer before inner; spans that lie outside are left out."""
    found: dict[tuple[int, int], dict[str, None]] = {}
    for start, end, value in spans:
        if 0 <= start < end <= length:
            found.setdefault((start, end), {})[value] = None
    ordered = sorted(found, key=lambda span: (span[0], -span[1]))
    return [Mark(start, end, tuple(found[start, end])) for start, end in ordered]


def steps(text: str, marked: Iterable[Mark]) -> Iterator[Step]:
    """The text with its marks (as `marks` orders them): all that opens is closed, innermost first; nothing is lost."""
    waiting = list(marked)[::-1]
    opened: list[Mark] = []
    with_text: set[Mark] = set()
    at = 0
    while waiting or opened:
        stop = min(mark.end for mark in opened) if opened else len(text)
        stop = min(stop, waiting[-1].start) if waiting else stop
        if stop > at:
            yield Step("text", text[at:stop], opened[-1] if opened else None)
            with_text.update(opened[-1:])
            at = stop
        outermost = next((index for index, mark in enumerate(opened) if mark.end == at), len(opened))
        closing = opened[outermost:]
        del opened[outermost:]
        for mark in reversed(closing):
            yield Step("close", mark=mark, edge=mark.end == at, bare=mark.end == at and mark not in with_text)
        for mark in closing:
            if mark.end > at:
                opened.append(mark)
                yield Step("open", mark=mark)
        while waiting and waiting[-1].start == at:
            opened.append(waiting.pop())
            yield Step("open", mark=opened[-1], edge=True)
    if at < len(text):
        yield Step("text", text[at:])
