"""What somebody says in one sentence, cut into points: at stops and semicolons, at clauses that open with a modal word
or with a new subject, without what only sets the scene.
"""

from __future__ import annotations

from dragoman.model import Act
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.acts import ACTS
from dragoman.reading.sayings.scenes import drops_scene, sets_scene
from dragoman.reading.sayings.undertakings import foretells, opening, takes_hold

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
    return next((n for n in range(start, end) if elements[n].has_any(categories)), end)


def segments(elements: list[Element], start: int, end: int) -> list[tuple[int, int]]:
    found, first = [], start
    for index in range(start, end):
        if elements[index].has_any(BREAKS):
            found.append((first, index))
            first = index + 1
    found.append((first, end))
    return [(a, b) for a, b in found if b > a]


def cut(
    elements: list[Element],
    start: int,
    end: int,
    act: Act | None,
    goes_on: Act,
    skipped: set[int],
    sides: frozenset[str] = frozenset(),
) -> list[tuple[int, int, Act]]:
    """One sentence of speech as points: (first, last, act). `goes_on` is the act of one that opens with a bare verb,
    `sides` are those for whom the speakers speak.
    """
    points: list[tuple[int, int, Act]] = []
    current: Act | None = None
    first, lead, own, told = start, -1, False, False
    clauses = _clauses(elements, start, end)
    for n, (a, b) in enumerate(clauses):
        if b == a + 1 and elements[a].has("ordinal"):
            continue  # '第一，…'
        if elements[a].has("enumerator") and current is not None:  # '一是甲，|二是乙'
            points.append((first, a, current))
            goes_on = current if current in ("pledged", "proposed") else goes_on  # '希望双方努力，第一，甲'
            current = None
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
        opened = opening(elements, a, b, sides)
        told_next = n + 1 < len(clauses) and (clauses[n + 1][0] in skipped or (clauses[n + 1][1] - 1) in skipped)
        before = goes_on if n == 0 else current
        bare = opened is not None and all(e.has("aux") or e.has("together") for e in elements[a : opened[0]])
        if opened is not None and opened[1] == "stated" and bare and before in ("pledged", "proposed"):
            opened = None  # '愿加强合作，共同坚持多边主义': what is promised goes on
        elif (
            opened is not None
            and current == "stated"
            and (not own or elements[a].has("aux"))
            and foretells(elements, a, b)
        ):
            opened = None  # '两国关系发展，将带来机遇': what is foretold goes on
        if (
            a in skipped
            or (b - 1) in skipped
            or (current is None and drops_scene(elements, a, b, last=n + 1 == len(clauses)))
            or (current is None and told_next and _dates(elements, a, b))
        ):
            if current is not None:
                points.append((first, a, current))
            current, lead, told = None, -1, told or a in skipped
            continue
        if current is None and opened is None and n + 1 < len(clauses) and sets_scene(elements, a, b):
            lead = a if lead < 0 else lead
            continue
        if opened is not None:
            if current is not None:
                points.append((first, a, current))
            first, current = opened
            own = True
            if current == "stated" and first == a and lead >= 0:
                first = lead
            if act is not None:
                current = act
        elif current is None:
            first, current = _without_subject(elements, a, b, sides) if lead < 0 else lead, act or goes_on
            current = ACTS["pledged"] if act is None and not told and takes_hold(elements[first]) else current
            own = elements[a].is_kind("state") and elements[a].mentions[0].rule == "side"
        elif current != "stated" and _new_subject(elements, a, b):
            points.append((first, a, current))
            first, current = a, act or ACTS["stated"]
            own = False
        lead = -1
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


def _without_subject(elements: list[Element], start: int, end: int, sides: frozenset[str]) -> int:
    """Where a statement begins after what leads to it, and after the speakers' own side: '中方|对此表示关切'."""
    index = start
    while index < end and elements[index].has_any(("also", "aux", "comma", "say")):
        index += 1
    own = index + 1 < end and elements[index].is_kind("state") and elements[index].mentions[0].rule == "side"
    if own and elements[index].mentions[0].country in sides:
        after = elements[index + 1]
        index += after.role in ("to", "from") or (after.has("adverb") and not after.has("rel"))
    return index


def _new_subject(elements: list[Element], start: int, end: int) -> bool:
    head = elements[start]
    return (
        bool(head.mentions)
        and head.mentions[0].kind in ("state", "body", "person", "plural")
        and end > start + 1
        and not elements[start + 1].has("rel")
    )


def _dates(elements: list[Element], start: int, end: int) -> bool:
    """A clause that only dates what comes next: '10年前', '去年年底', '出访非洲时'."""
    return elements[end - 1].has("nestafter") or all(e.is_kind("date") or e.has_any(TIMES) for e in elements[start:end])


def saying_start(elements: list[Element], index: int) -> int:
    """Where the clause of a verb of saying begins, the occasion before it included ('会见后，他表示')."""
    start = index
    while start > 0 and not elements[start - 1].has("comma") and not elements[start - 1].has_any(BREAKS):
        start -= 1
    return start
