"""What somebody says in one sentence, cut into points: at stops and semicolons, at clauses that open with a modal word
or with a new subject, without what only sets the scene.
"""

from __future__ import annotations

from dragoman.model import Act
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.acts import ACTS

LEAD = 7  # elements that may stand before the modal word of a clause
SKIPPED = ("aux", "also", "others", "each", "together", "quote", "det")
TIMES = ("scene", "aux", "num", "yearword", "monthpart", "relperiod")
BREAKS = ("stop", "semicolon")


def regarded(elements: list[Element], start: int, verb: int) -> tuple[int, int] | None:
    """'对甲|表示感谢', '就甲向乙|表示慰问': what thanks or sympathy are for, and not to whom they are told."""
    last = verb - 1 if verb > start and elements[verb - 1].has("rel") else verb
    to = next((n for n in range(start, last) if elements[n].role == "to"), -1)
    if to < 0:
        to = next((n for n in range(start, last) if elements[n].role == "for"), -1)
    over = next((n for n in range(start, to) if elements[n].role == "on"), -1)
    if over >= 0 and to + 2 == last and elements[to + 1].mentions:
        return over + 1, to
    return (to + 1, last) if to >= 0 else None


def following(elements: list[Element], start: int, end: int, categories: tuple[str, ...]) -> int:
    return next((n for n in range(start, end) if any(elements[n].has(c) for c in categories)), end)


def segments(elements: list[Element], start: int, end: int) -> list[tuple[int, int]]:
    found, first = [], start
    for index in range(start, end):
        if any(elements[index].has(c) for c in BREAKS):
            found.append((first, index))
            first = index + 1
    found.append((first, end))
    return [(a, b) for a, b in found if b > a]


def cut(
    elements: list[Element], start: int, end: int, act: Act | None, goes_on: Act, skipped: set[int]
) -> list[tuple[int, int, Act]]:
    """One sentence of speech as points: (first, last, act). `goes_on` is the act of one that opens with a bare verb."""
    points: list[tuple[int, int, Act]] = []
    current: Act | None = None
    first = start
    clauses = _clauses(elements, start, end)
    for n, (a, b) in enumerate(clauses):
        left = next(
            (m for m in range(a, b) for entry in elements[m].entries("say") if entry.get("content") == "left"), None
        )
        thanked = regarded(elements, a, left) if left is not None else None
        if thanked is not None:
            if current is not None:
                points.append((first, a, current))
            points.append((*thanked, ACTS["stated"]))
            current = None
            continue
        opened = _opening(elements, a, b)
        told_next = n + 1 < len(clauses) and (clauses[n + 1][0] in skipped or (clauses[n + 1][1] - 1) in skipped)
        if opened is not None and opened[1] == "stated" and opened[0] == a and current in ("pledged", "proposed"):
            opened = None  # '愿加强合作，坚持多边主义': what is promised goes on
        if (
            a in skipped
            or (b - 1) in skipped
            or (current is None and n + 1 < len(clauses) and _sets_scene(elements, a, b))
            or (current is None and told_next and _dates(elements, a, b))
        ):
            if current is not None:
                points.append((first, a, current))
            current = None
            continue
        if opened is not None:
            if current is not None:
                points.append((first, a, current))
            first, current = opened
            if act is not None:
                current = act
        elif current is None:
            first, current = _without_subject(elements, a, b), act or goes_on
        elif current != "stated" and _new_subject(elements, a, b):
            points.append((first, a, current))
            first, current = a, act or ACTS["stated"]
    if current is not None:
        points.append((first, end, current))
    return points


def _clauses(elements: list[Element], start: int, end: int) -> list[tuple[int, int]]:
    found, first = [], start
    for index in range(start, end):
        if elements[index].has("comma"):
            found.append((first, index))
            first = index + 1
    found.append((first, end))
    return [(a, b) for a, b in found if b > a]


def _opening(elements: list[Element], start: int, end: int) -> tuple[int, Act] | None:
    """The modal word near the head of a clause: where its content begins, and its act."""
    plain = True
    for index in range(start, min(end, start + LEAD)):
        element = elements[index]
        if element.has("negation"):
            continue
        if element.has("modal") and (plain or element.entries("modal")[0].get("strong")):
            entry = element.entries("modal")[0]
            if index > start and elements[index - 1].has("negation"):
                asks = entry.get("act") == "proposed" and entry.get("strong") and not entry.get("wish")
                return index - 1, ACTS["proposed" if asks else "stated"]
            if not plain and entry.get("strong") == "keep":
                return start, ACTS[entry.get("act")]
            drop = entry.get("drop", "no" if entry.get("act") == "stated" else "yes") == "yes"
            return (index + 1 if drop else index), ACTS[entry.get("act")]
        plain = plain and (_is_subject(element) or any(element.has(c) for c in SKIPPED) or element.has("subject_drop"))
    return None


def _is_subject(element: Element) -> bool:
    if element.mentions:
        return element.mentions[0].kind in ("state", "person", "body", "plural", "region", "org", "group")
    return (
        bool(element.pronoun)
        or element.has("name")
        or (element.has("short") and not element.has("negation"))
        or element.has("orgnoun")
        or element.has("postmod")
        or element.has("subject_drop")
    )


def _without_subject(elements: list[Element], start: int, end: int) -> int:
    index = start
    while index < end and any(elements[index].has(c) for c in ("also", "aux", "comma", "say")):
        index += 1
    return index


def _new_subject(elements: list[Element], start: int, end: int) -> bool:
    head = elements[start]
    return (
        bool(head.mentions)
        and head.mentions[0].kind in ("state", "body", "person", "plural")
        and end > start + 1
        and not elements[start + 1].has("rel")
    )


def _sets_scene(elements: list[Element], start: int, end: int) -> bool:
    """A clause that only says when, where or under whom: a date alone, or a preposition's phrase."""
    if all(e.is_kind("date") or e.has("scene") or e.has("aux") for e in elements[start:end]):
        return True
    opens = bool(elements[start].role) or elements[start].has("scene") or elements[start].is_kind("date")
    return opens and elements[end - 1].has("scene_end")


def _dates(elements: list[Element], start: int, end: int) -> bool:
    """A clause that only dates what comes next: '10年前', '去年年底', '出访非洲时'."""
    return elements[end - 1].has("nestafter") or all(
        e.is_kind("date") or any(e.has(c) for c in TIMES) for e in elements[start:end]
    )


def clause_start(elements: list[Element], index: int) -> int:
    """Where the clause of a verb of saying begins, the occasion before it included ('会见后，他表示')."""
    start = index
    while start > 0 and not elements[start - 1].has("comma") and not any(elements[start - 1].has(c) for c in BREAKS):
        start -= 1
    return start
