"""Spans of content: what opens and closes a quoted phrase is left out, lists are split into their items."""

from __future__ import annotations

from dragoman.reading.draft import Span
from dragoman.reading.elements import Element

JOINTS = ("comma", "and", "also", "quote", "semicolon", "contrast")
OPENERS = ("comma", "and", "also", "aux", "quote", "semicolon", "contrast")
CLOSERS = ("stop", "comma", "and", "semicolon", "quote", "also", "contrast")
HEAD_REACH = 5  # words that may stand before the noun of an opener ('their shared commitment to')
OWNER_REACH = 12  # elements between that noun and its preposition ('efforts by the Allies to')
Range = tuple[int, int]


def trim(elements: list[Element], start: int, end: int) -> Span | None:
    """The span of elements without openers ('that', 'for', commas) and closers; None if nothing is left."""
    while start < end and (any(elements[start].has(c) for c in JOINTS) or _opens(elements[start], topic=False)):
        start += 1
    end = _without_closers(elements, start, end)
    return (elements[start].start, elements[end - 1].end) if end > start else None


def _opens(element: Element, topic: bool) -> bool:
    return any(topic or not entry.get("topic") for entry in element.entries("light_content"))


def _without_closers(elements: list[Element], start: int, end: int) -> int:
    while end > start and any(elements[end - 1].has(c) for c in CLOSERS):
        end -= 1
    return end


def split_topics(elements: list[Element], start: int, end: int) -> list[tuple[Span, str]]:
    """The items of a list of subjects, each the shortest phrase that names it, with the rule that cut it."""
    found: list[tuple[Span, str]] = []
    end = next((n for n in range(start, end) if elements[n].has("stop")), end)
    for first, last in _items(elements, start, end):
        rule = "list" if (first, last) != (start, end) else "phrase"
        first = _without_openers(elements, first, last)
        if rule == "list" and first < last and elements[first].role:
            first = _without_openers(elements, first + 1, last)
        last = next((n for n in range(first + 1, last) if elements[n].has("nest")), last)
        while last > first and (any(elements[last - 1].has(c) for c in CLOSERS) or elements[last - 1].role or elements[last - 1].is_kind("date") or elements[last - 1].has("nest")):
            last -= 1
        if last > first and not _vague(elements[first:last]):
            found.append(((elements[first].start, elements[last - 1].end), rule))
    return found


def _without_openers(elements: list[Element], first: int, last: int) -> int:
    """Leave out 'the importance of', 'their shared commitment to', 'efforts by the Allies to'."""
    while first < last:
        if any(elements[first].has(c) for c in OPENERS) or _opens(elements[first], topic=True):
            first += 1
            continue
        head = first
        while head < min(last, first + HEAD_REACH) and not elements[head].has("light_head") and _qualifies(elements[head]):
            head += 1
        after = _after_head(elements, head, last) if head < last else 0
        if not after:
            break
        first = after
    return first


def _qualifies(element: Element) -> bool:
    return any(element.has(c) for c in ("det", "poss", "posspron", "adjective", "light_adjective", "demonym", "and")) or element.is_kind("state", "body")


def _after_head(elements: list[Element], head: int, last: int) -> int:
    """The element after 'efforts … to', if there is such a head with one of its prepositions; else 0."""
    entries = elements[head].entries("light_head")
    if any(not entry.get("object") for entry in entries):
        return head + 1
    roles = {role for entry in entries for role in entry.get("object").split(",")}
    if not roles or head + 1 >= last:
        return 0
    if elements[head + 1].role in roles:
        return head + 2
    if "to" not in roles or elements[head + 1].role not in ("by", "of", "between"):
        return 0
    return next((n + 1 for n in range(head + 2, min(last, head + OWNER_REACH)) if elements[n].role == "to"), 0)


def _items(elements: list[Element], start: int, end: int) -> list[Range]:
    """The items of a list: cut at commas, 'including' and the 'and' that closes the list."""
    commas = [n for n in range(start, end) if elements[n].has("comma") or elements[n].has("semicolon")]
    serial = any(n + 1 < end and elements[n + 1].has("and") for n in commas)
    cuts = set(commas)
    for n in range(start, end):
        if elements[n].has("including") or elements[n].has("listing") or (elements[n].has("and") and (n - 1 in cuts or _cuts(elements, n, start, end, cuts, serial))):
            cuts.add(n)
    pieces, first = [], start
    for cut in [*sorted(cuts), end]:
        if cut > first:
            pieces.append((first, cut))
        first = cut + 1
    return _without_clauses(elements, _with_adjectives(elements, pieces))


def _cuts(elements: list[Element], index: int, start: int, end: int, cuts: set[int], serial: bool) -> bool:
    """Whether an 'and' without a comma before it parts two items."""
    first = max((cut + 1 for cut in cuts if cut < index), default=start)
    if any(elements[n].role == "between" or elements[n].has("both") for n in range(max(first, index - 6), index)):
        return False
    if _begins_item(elements, index + 1, end):
        return True
    closes = len(cuts) > 0 and not serial and not any(elements[n].has("comma") for n in range(index, end))
    return closes and not any(elements[n].has("and") or elements[n].role for n in range(first, index))


def _begins_item(elements: list[Element], index: int, end: int) -> bool:
    if index >= end:
        return False
    element = elements[index]
    if element.has("light_head") or _opens(element, topic=True) or element.role == "to" or (element.has("cut") and not element.has("relative")):
        return True
    return (element.has("det") or element.has("posspron")) and not element.is_party


def _with_adjectives(elements: list[Element], pieces: list[Range]) -> list[Range]:
    """Join 'bilateral', 'regional' to the item that they qualify."""
    joined: list[Range] = []
    waiting = -1
    for first, last in pieces:
        bare = all(e.has("adjective") or e.has("light_adjective") or e.has("and") or e.has("det") for e in elements[first:last])
        start = waiting if waiting >= 0 else first
        if bare:
            waiting = start
            continue
        joined.append((start, last))
        waiting = -1
    return joined


def _without_clauses(elements: list[Element], pieces: list[Range]) -> list[Range]:
    """Leave out what follows a relative clause that a comma sets apart (', which would …')."""
    relative = next((n for n, (first, _) in enumerate(pieces) if n and elements[first].has("relative")), len(pieces))
    return pieces[:relative]


def _vague(elements: list[Element]) -> bool:
    """'these areas', 'them': a phrase that only points back names no subject."""
    return elements[0].has("demonstrative") or all(e.has("vague") or e.has("det") or e.has("pron") for e in elements)
