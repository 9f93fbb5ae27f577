"""Lines of a schedule: the time of day at their head, and the day that stands over them."""

from __future__ import annotations

from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.clock import CLOCK, clock_end, opens_line
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.mention import Mention

SCHEDULE = 30  # lines of a schedule under the day that they are for


def is_on_schedule(narration: Narration, told: Told, p: Predicate) -> bool:
    """'10:30 a.m. The Secretary | meets | the Envoy', '10h30 : | entretien | avec', 'Mardi 12 mars : | entretien |
    avec': a line of what is to be, that begins with the time of day or, if a noun heads it, has a day over it."""
    elements = told.elements
    if p.cue not in ("", "planned") or not (elements[0].has("num") or elements[0].role or opens_line(elements[0])):
        return False
    if 0 < clock_end(elements) <= p.index:
        return True
    marks = [e for e in elements[: p.index] if not opens_line(e)]
    heads = p.form == "noun" and p.index <= CLOCK and all(e.has("colon") or e.has("dash") for e in marks)
    return heads and p.index > 0 and day_over(narration, told) is not None


def day_over(narration: Narration, told: Told) -> Mention | None:
    """The day that a line of a schedule is for: told at its head with a colon, or above it on a line of its own."""
    for number, element in enumerate(told.elements[:CLOCK]):
        after = told.elements[number + 1 : number + 2]
        if element.is_kind("date") and after and (after[0].has("colon") or after[0].has("dash") or after[0].has("num")):
            return element.mentions[0]
    clock = clock_end(told.elements) > 0
    for before in reversed(narration.told[:-1][-SCHEDULE:]):
        day = next((e.mentions[0] for e in before.elements if e.is_kind("date")), None)
        if day is not None and not before.predicates and _is_day(before.elements, clock):
            return day
    return None


def _is_day(elements: list[Element], clock: bool) -> bool:
    """'Mardi 12 mars :', and over lines with the time of day 'Schedule for Tuesday, March 12': a line that is a day."""
    line = elements[:-1] if elements[-1].has("colon") else elements
    return bool(line) and line[-1].is_kind("date") and (clock or all(opens_line(e) for e in line))


def days_on_schedule(narration: Narration, told: Told) -> tuple[Days, Mention] | None:
    """The interval of the day that a line of a schedule is for, with where it is told."""
    day = day_over(narration, told)
    days = narration.days(day, planned=True) if day is not None else None
    return (days, day) if days is not None and day is not None else None
