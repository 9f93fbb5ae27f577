"""Clauses whose verb is told in the one before: 'met A on Monday and, on Tuesday, | B', 'spoke with A in Lima and |
with B in Quito'."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.clauses.arguments import opens_clause
from dragoman.reading.clauses.coordination import before_name, listed_from, opens_next
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

GAPPING = ("meeting", "call")  # kinds whose verb may be left out
BETWEEN = ("comma", "and", "semicolon")
PASSED = ("aux", "also", "each", "then")
CLAUSES = 6  # in which one verb may be left out
SETTING = {"date": ("on",), "place": ("at",), "state": ("at",)}


def opens_gap(elements: list[Element], index: int, p: Predicate) -> bool:
    """Whether the party at `index` is met on another day, or at another place, than those before the 'and'."""
    return bool(p.objects) and _clause(elements, index, p) is not None


def gapped(elements: list[Element], p: Predicate) -> list[Predicate]:
    """The clauses after a predicate that leave out its verb, as predicates."""
    found: list[Predicate] = []
    last = p
    while last.objects and len(found) < CLAUSES:
        party = next((n for n in range(last.reach, len(elements)) if not _may_open(elements, n)), len(elements))
        told = _clause(elements, party, last) if party < len(elements) else None
        if told is None:
            break
        dates, places, reach = told
        joint = next(n for n in range(last.reach, party) if elements[n].has_any(BETWEEN))
        objects, _ = listed_from(elements, party)
        last.together = last.together or (opens_next(elements, last.reach) and not last.each)
        last.dates = last.dates or (dates if places else [])  # 'met A in Lima and B in Quito on Monday'
        places = places or list(p.places)
        last = replace(p, index=joint, objects=objects, dates=dates, places=places, reach=reach, companions=[])
        found.append(last)
    return found


def _clause(elements: list[Element], party: int, p: Predicate) -> tuple[list[Mention], list[Mention], int] | None:
    """The dates, the places and the end of the clause with a party; None if it is none of its own."""
    if p.sort != "trigger" or p.kind not in GAPPING or not elements[party].is_party:
        return None
    if opens_next(elements, p.reach):  # 'with A and B of Chad; | with | C and D of Peru'
        return list(p.dates), list(p.places), listed_from(elements, party)[1]
    first = party
    while first > p.reach and _may_open(elements, first - 1):
        first -= 1
    before = elements[first:party]
    if not (p.dates or p.places):
        return None
    if first > p.reach or not any(e.has("and") or e.has("comma") for e in before) or opens_clause(elements, party):
        return None
    dates, places = (
        [m for e in before if e.is_kind(*kinds) for m in e.mentions] for kinds in (("date",), ("place", "state"))
    )
    _, after = listed_from(elements, party)
    while (told := _setting(elements, after)) >= 0:
        (dates if elements[told].is_kind("date") else places).extend(elements[told].mentions)
        after = told + 1
    closes = after >= len(elements) or elements[after].has_any((*BETWEEN, "stop", "remote", "cut", "adjunct"))
    closes = closes or bool(elements[after].role)
    own = bool(dates and p.dates) or bool(places and p.places)
    return (dates, places, after) if own and closes else None


def _may_open(elements: list[Element], index: int) -> bool:
    """Whether an element may stand between the clause before and a party: a joint, an adverb, a day, a place."""
    element = elements[index]
    light = element.has_any((*BETWEEN, *PASSED)) or before_name(element)
    return light or element.is_kind("date", "place", "state") or _leads(elements, index)


def _leads(elements: list[Element], index: int) -> bool:
    """Whether a preposition leads to a day or a place."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    return after is not None and any(after.is_kind(kind) and elements[index].role in r for kind, r in SETTING.items())


def _setting(elements: list[Element], index: int) -> int:
    """The element of the day or the place that is told next, −1 if none is."""
    index += (
        index + 1 < len(elements)
        and elements[index].has("comma")
        and (elements[index + 1].is_kind("date") or _leads(elements, index + 1))
    )
    if index < len(elements) and _leads(elements, index):
        return index + 1
    return index if index < len(elements) and elements[index].is_kind("date") else -1
