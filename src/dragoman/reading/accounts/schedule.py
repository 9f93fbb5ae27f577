"""Lines of a schedule: the time of day at their head, and the day that stands over them."""

from __future__ import annotations

from dragoman.reading.accounts.entries import is_bullet
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.mention import Mention

SCHEDULE = 30  # lines of a schedule under the day that they are for
CLOCK = 5  # elements that a time of day may take at the head of a line: a dash, 'à', '10', 'h', '30'


def is_on_schedule(narration: Narration, told: Told, p: Predicate) -> bool:
    """'10:30 a.m. The Secretary | meets | the Envoy', '10h30 : | entretien | avec', 'Mardi 12 mars : | entretien |
    avec': a line of what is to be, that begins with the time of day or, if a noun heads it, has a day over it."""
    elements = told.elements
    if p.cue not in ("", "planned") or not (elements[0].has("num") or elements[0].role or _opens_line(elements[0])):
        return False
    if 0 < clock_end(elements) <= p.index:
        return True
    marks = [e for e in elements[: p.index] if not _opens_line(e)]
    heads = p.form == "noun" and p.index <= CLOCK and all(e.has("colon") or e.has("dash") for e in marks)
    return heads and p.index > 0 and day_over(narration, told) is not None


def _opens_line(element: Element) -> bool:
    """Whether an element may stand before the time of day: a dash or a dot, or the day."""
    return element.is_kind("date") or (element.item is not None and is_bullet(element.item))


def clock_end(elements: list[Element]) -> int:
    """Where the time of day at the head of a line ends ('- à 10 h 30 |'); 0 if it begins with none."""
    at = 0
    while at < min(CLOCK, len(elements)) and not elements[at].has("num"):
        first = elements[at]
        if not (_opens_line(first) or first.role or first.has("colon") or first.has("dash")):
            return 0
        at += 1
    if at + 1 >= len(elements) or not elements[at].has("num"):
        return 0
    hour, after = elements[at + 1], elements[at + 2 : at + 3]
    minutes = bool(after) and after[0].has("num")
    if hour.has("hour") or (hour.has("colon") and minutes) or _is_hour(elements[at], hour, minutes):
        return at + 2 + minutes
    return 0


def _is_hour(number: Element, letter: Element, minutes: bool) -> bool:
    """'10|h|30', '14|h': a single letter right after the number."""
    return letter.start == number.end and letter.end == letter.start + 1 and (letter.has("low") or minutes)


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
    return bool(line) and line[-1].is_kind("date") and (clock or all(_opens_line(e) for e in line))


def days_on_schedule(narration: Narration, told: Told) -> tuple[Days, Mention] | None:
    """The interval of the day that a line of a schedule is for, with where it is told."""
    day = day_over(narration, told)
    days = narration.days(day, planned=True) if day is not None else None
    return (days, day) if days is not None and day is not None else None
