"""Spans of content: what opens and closes a quoted phrase is left out, lists are split into their items."""

from __future__ import annotations

from dragoman.reading.draft import Span
from dragoman.reading.elements import Element

OPENERS = ("comma", "and", "also", "aux", "quote", "semicolon")
CLOSERS = ("stop", "comma", "and", "semicolon", "quote", "also")


def trim(elements: list[Element], start: int, end: int) -> Span | None:
    """The span of elements without openers ('that', 'for', commas) and closers; None if nothing is left."""
    while start < end and (any(elements[start].has(c) for c in OPENERS) or _opens(elements[start], topic=False)):
        start += 1
    while end > start and any(elements[end - 1].has(c) for c in CLOSERS):
        end -= 1
    return (elements[start].start, elements[end - 1].end) if end > start else None


def _opens(element: Element, topic: bool) -> bool:
    return any(topic or not entry.get("topic") for entry in element.entries("light_content"))


def split_topics(elements: list[Element], start: int, end: int) -> list[tuple[Span, str]]:
    """The items of a list of subjects, each the shortest phrase that names it, with the rule that cut it."""
    found: list[tuple[Span, str]] = []
    end = next((n for n in range(start, end) if elements[n].has("stop")), end)
    for first, last in _pieces(elements, start, end):
        rule = "list" if (first, last) != (start, end) else "phrase"
        while first < last and (any(elements[first].has(c) for c in OPENERS) or _opens(elements[first], topic=True) or elements[first].has("topic_opener")):
            first += 1
        last = next((n for n in range(first + 1, last) if elements[n].has("cut") or elements[n].has("nest")), last)
        while last > first and (any(elements[last - 1].has(c) for c in CLOSERS) or elements[last - 1].role or elements[last - 1].is_kind("date")):
            last -= 1
        if last > first and not _vague(elements[first:last]):
            found.append(((elements[first].start, elements[last - 1].end), rule))
    return found


def _pieces(elements: list[Element], start: int, end: int) -> list[tuple[int, int]]:
    cuts = [n for n in range(start, end) if elements[n].has("comma") or elements[n].has("semicolon") or elements[n].has("including")]
    listed = len(cuts) > 1
    cuts += [n for n in range(start, end) if elements[n].has("and") and (listed or _begins_item(elements, n + 1, end))]
    pieces, first = [], start
    for cut in sorted(cuts):
        if cut > first:
            pieces.append((first, cut))
        first = cut + 1
    if end > first:
        pieces.append((first, end))
    return pieces


def _begins_item(elements: list[Element], index: int, end: int) -> bool:
    return index < end and (elements[index].has("det") or elements[index].role == "to" or elements[index].has("light_content"))


def _vague(elements: list[Element]) -> bool:
    """'these areas', 'them': a phrase that only points back names no subject."""
    return elements[0].has("demonstrative") or all(e.has("vague") or e.has("det") or e.has("pron") for e in elements)
