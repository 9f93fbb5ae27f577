"""The time of day at the head of a line: '10:30 a.m.', '10h30 :', '- à 14 h'."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.text.items import is_bullet

CLOCK = 5  # elements that a time of day may take at the head of a line: a dash, 'à', '10', 'h', '30'


def opens_line(element: Element) -> bool:
    """Whether an element may stand before the time of day: a dash or a dot, or the day."""
    return element.is_kind("date") or (element.item is not None and is_bullet(element.item))


def clock_end(elements: list[Element]) -> int:
    """Where the time of day at the head of a line ends ('- à 10 h 30 |'); 0 if it begins with none."""
    at = 0
    while at < min(CLOCK, len(elements)) and not elements[at].has("num"):
        first = elements[at]
        if not (opens_line(first) or first.role or first.has("colon") or first.has("dash")):
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
