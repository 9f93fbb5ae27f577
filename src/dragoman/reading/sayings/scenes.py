"""Clauses of speech that only set the scene: when, under whom, in the face of what."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element


def drops_scene(elements: list[Element], start: int, end: int, last: bool) -> bool:
    """A clause that is left out whatever follows: a date alone, '在…引领下', '近年来', '今年是建交50周年'."""
    if _anniversary(elements, start, end):
        return True
    if last:
        return False
    if all(e.is_kind("date") or e.has("aux") or _always(e, "scene") for e in elements[start:end]):
        return True
    return _opens(elements[start]) and _always(elements[end - 1], "scene_end")


def sets_scene(elements: list[Element], start: int, end: int) -> bool:
    """A clause that belongs to what is stated after it, and is left out before what is asked or promised: '当前',
    '面对复杂形势', '建交以来'.
    """
    if all(e.is_kind("date") or e.has("scene") or e.has("aux") for e in elements[start:end]):
        return True
    if any(entry.get("opens") for entry in elements[start].entries("scene")):
        return True
    first = next((n for n in range(start, end) if not (elements[n].mentions or elements[n].has("short"))), start)
    if first > start and any(entry.get("subject") for entry in elements[first].entries("scene")):
        return True
    if end > start + 2 and elements[end - 1].has("comes") and elements[end - 2].has("yearword"):
        return True  # '建交近70年来'
    timed = any(entry.get("time") for entry in elements[end - 1].entries("scene_end"))
    if timed and not any(e.has("lies") for e in elements[start:end]):
        return True  # '“十五五”时期'
    return (_opens(elements[start]) or elements[start].has("det")) and elements[end - 1].has("scene_end")


def _opens(element: Element) -> bool:
    return bool(element.role) or element.has("scene") or element.is_kind("date")


def _always(element: Element, category: str) -> bool:
    return any(entry.get("always") for entry in element.entries(category))


def _anniversary(elements: list[Element], start: int, end: int) -> bool:
    """'今年|是|建交50|周年|', '今年也是开局|之年|': a date and what it is the year of."""
    return (
        end > start + 2
        and elements[start].is_kind("date")
        and elements[start + 1].has("year_is")
        and any(e.has("jubilee") for e in elements[start + 2 : end])
    )
