"""Date mentions → intervals of days, resolved against the date of publication.

Rules: a missing year is the one that brings the date nearest to publication, not after it for what was held and not
before it for what is planned; weekdays are the nearest such day on that side; 'this week' runs from Monday to
publication, 'next week' from Monday to Sunday; a month or year alone is its first to last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.languages.pattern import Found, Grammar
from dragoman.reading.text.items import Item, Items

SUNDAY = 6
LATE = timedelta(days=45)  # an announcement may come after what it announces has begun
LONG_AGO = timedelta(days=300)  # a day without a year that is so far back is the next one, if that is near
SOON = timedelta(days=65)
WIRE = 20  # items within which a despatch tells when it was sent
TAKEN_OVER = timedelta(days=180)  # within which a text is published again
DATELINE = 8  # items in which the town, and those in which the day of a dateline stands
ENDS_DATELINE = frozenset({"–", "—", "--", "-", ".", "\n"})
SLACK = timedelta(days=3)  # a readout dated a little ahead of its event is still about the past


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days; `exact` is False for a month, year or week."""

    start: date
    end: date
    exact: bool = True


def parse_day(text: str | None) -> date | None:
    """An ISO date as a date, None if there is none, it is not one, or no years are left to count around it."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and date.min.year + 2 <= day.year <= date.max.year - 2 else None


def written_on(lines: Iterable[tuple[int, int]], items: Items, grammar: Grammar, published: date | None) -> date | None:
    """The day that a text was written where its byline ('par Ana Quispe le jeudi 9 novembre 2023') or its dateline
    ('Lima, le 3 avril 2023 –') tells one, for it may be published again later; else that of publication.
    """
    resolver = Resolver(items, published)
    told = [
        resolver.resolve(found, False, None)
        for first, last in lines
        for found in grammar.scan(items.codes, first, last)
        if {"d", "m", "y"} <= found.groups.keys() and "d2" not in found.groups
    ]
    told.extend(resolver.resolve(found, False, None) for found in _in_dateline(items, grammar))
    days = [d.start for d in told if d and published and published - TAKEN_OVER <= d.start <= published]
    return min(days, default=published)


def _in_dateline(items: Items, grammar: Grammar) -> list[Found]:
    """The day in a dateline: after the town and a comma at the head, before a dash, the agency or the end of it."""
    head = items.items[:DATELINE]
    wired = next((n for n, item in enumerate(items.items[:WIRE]) if item.has("wired")), 0)
    if wired:  # '（甲社记者乙台北25日电）'
        day = [found for found in grammar.scan(items.codes, 0, wired) if found.end == wired]
        return [found for found in day if "d" in found.groups and "d2" not in found.groups]
    town = next((n for n, item in enumerate(head) if item.text == ","), 0)
    if not town or not all(item.has("up") or item.text == "-" for item in head[:town]):
        return []
    found = next(iter(grammar.scan(items.codes, town + 1, min(len(items.items), town + DATELINE))), None)
    if found is None or found.start != town + 1 or not {"d", "m"} <= found.groups.keys() or "d2" in found.groups:
        return []
    after = [item.text for item in items.items[found.end : found.end + 4]]
    closed = after[3:] if after[:1] == ["("] and after[2:3] == [")"] else after
    return [found] if closed[:1] and closed[0] in ENDS_DATELINE else []


class Resolver:
    """Resolves the date mentions of one readout; `published` may be unknown, then only full dates resolve."""

    def __init__(self, items: Items, published: date | None) -> None:
        self._items = items
        self._published = published

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self._published

    def resolve(self, found: Found, planned: bool, previous: Days | None) -> Days | None:
        """The interval of a date mention, or None if it cannot be told. `previous` is the date told before it."""
        captured = {
            name: self._items.items[spans[0][0] : spans[0][1]]
            for name, spans in found.groups.items()
            if spans[0][1] > spans[0][0]
        }
        open_end = next((key for key in ("since", "until") if key in captured), "")
        if open_end:
            del captured[open_end]
            told = self._told(captured, planned or open_end == "until", previous)
            if told is None:
                return None
            since = open_end == "since"
            start, end = (told.start, self._published) if since else (self._published, told.end)
            return Days(start, end) if start and end and start <= end else told
        return self._told(captured, planned, previous)

    def _told(self, captured: dict[str, tuple[Item, ...]], planned: bool, previous: Days | None) -> Days | None:
        """The interval that the captures of a mention tell, by the first key that it has."""
        if "rel" in captured and "wd2" in captured:  # 'from tomorrow until Friday'
            start, end = self._relative(captured), self._weekday(int(captured["wd2"][0].get("weekday")), True)
            return Days(start.start, end.end) if start and end and start.start <= end.end else start
        if "rel" in captured:
            return self._relative(captured)
        if "same" in captured:
            return self._beside(previous, int(captured["same"][0].get("sameday", "shift") or 0))
        if "period" in captured:
            return self._period(captured["period"][0], 0, planned)
        if "ago" in captured:  # '10年前'
            years = _number(captured["ago"][0])
            return whole_year(self._published.year - years) if self._published and years else None
        if "d2" in captured or "m2" in captured:
            return self._range(captured, planned, previous)
        if "part" in captured:
            return self._part_of_year(captured)
        if "m" in captured or "d" in captured or "y" in captured:
            told = self._calendar(captured, planned, previous)
            return self._week_from(told, planned) if told is not None and "week" in captured else told
        if "wd2" in captured:
            last = self._weekday(int(captured["wd2"][0].get("weekday")), planned and "back" not in captured)
            days = (int(captured["wd2"][0].get("weekday")) - int(captured["wd"][0].get("weekday"))) % 7
            return Days(last.start - timedelta(days=days), last.end) if last else None
        if "wd" in captured:
            week = captured["wd"][0].get("weekday", "week")
            if week and self._published:  # '上周五'
                monday = self._published - timedelta(days=self._published.weekday()) + timedelta(weeks=int(week))
                day = monday + timedelta(days=int(captured["wd"][0].get("weekday")))
                return Days(day, day)
            back = "back" in captured
            ahead = "next" in captured or (planned and not back)  # 'entame lundi prochain'
            told = self._weekday(int(captured["wd"][0].get("weekday")), ahead)
            if back and told and told.start == self._published:  # 'jeudi dernier', told on a Thursday
                return Days(told.start - timedelta(days=7), told.end - timedelta(days=7))
            return told
        return None

    def _week_from(self, told: Days, planned: bool) -> Days:
        """'the week of March 14': the seven days from it, of what was held up to the day of publication."""
        last = told.start + timedelta(days=6)
        cut = self._published is not None and not planned and told.start <= self._published < last
        return Days(told.start, self._published if cut and self._published else last, False)

    def _beside(self, told: Days | None, shift: int) -> Days | None:
        """'the same day', 'the day after' the one told before, or the day of publication."""
        if told is None and shift > 0:
            return None
        day = told.start if told else self._published
        if not told or shift:
            return Days(day + timedelta(days=shift), day + timedelta(days=shift)) if day else None
        return told

    def _relative(self, captured: dict[str, tuple[Item, ...]]) -> Days | None:
        today = self._published
        if not today:
            return None
        told = captured["rel"][0]
        day = today + timedelta(days=int(told.get("relday") or told.get("relshort")))
        if "d" in captured:  # 'today (02)': the number in brackets is the day meant
            meant = self._nearest_day(_number(captured["d"][0]), False)
            if meant and abs((meant - day).days) <= 7:
                self._published = today + (meant - day)
                day = meant
        return Days(day, day)

    def _period(self, item: Item, shift: int, planned: bool = False) -> Days | None:
        if not self._published:
            return None
        unit, offset = item.get("relperiod", "unit"), int(item.get("relperiod", "offset")) + shift
        today = self._published
        if unit == "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
            return Days(monday, today if offset == 0 else monday + timedelta(days=6), False)
        if unit == "weekend":  # 'this weekend' is one gone by, for what was held
            last = self._weekday(SUNDAY, planned if offset == 0 else offset > 0)
            return Days(last.start - timedelta(days=1), last.end) if last else None
        if unit == "month":
            months = today.year * 12 + today.month - 1 + offset
            return _month(months // 12, months % 12 + 1)
        return whole_year(today.year + offset)

    def _part_of_year(self, captured: dict[str, tuple[Item, ...]]) -> Days | None:
        """'in the first quarter of 2022': of the year told; without one, of the year to come."""
        around = self._period(captured["of"][0], 0) if "of" in captured else None
        year = around.start.year if around else _year_of(captured.get("y"))
        if year is None and self._published:
            year = self._published.year + 1
        first, last = (int(captured["part"][0].get("yearpart", key)) for key in ("from", "to"))
        begins, ends = (_month(year, first), _month(year, last)) if year else (None, None)
        return Days(begins.start, ends.end, False) if begins and ends else None

    def _range(self, captured: dict[str, tuple[Item, ...]], planned: bool, previous: Days | None) -> Days | None:
        year2 = _year_of(captured.get("y2"))
        year = _year_of(captured.get("y"))
        month2 = _month_of(captured.get("m2")) or _month_of(captured.get("m"))
        month = _month_of(captured.get("m")) or month2
        day, day2 = (_number(captured[key][0]) if key in captured else None for key in ("d", "d2"))
        if month is None and previous:
            month = month2 = previous.start.month
            year = year or previous.start.year
        end = self._day(year2 or year, month2, day2, planned) if day2 else None
        if end and day and not (year or year2 or planned):  # under way at publication: the first day tells the year
            first = self._day(None, month, day, False)
            last = _make(first.year + (first.month > end.month), end.month, day2) if first else None
            end = last or end
        if end is None and month2 is None:  # '24日至28日': no month is told
            first = None if planned else self._nearest_day(day, False)
            under_way = _make(first.year, first.month, day2) if first and day2 and first.day <= day2 else None
            end = under_way or self._nearest_day(day2, planned)
        if end is None:
            return None
        start = (
            _make(year or (end.year - (month is not None and month > end.month)), month or end.month, day)
            if day
            else end
        )
        return Days(start, end) if start and start <= end else Days(end, end)

    def _calendar(self, captured: dict[str, tuple[Item, ...]], planned: bool, previous: Days | None) -> Days | None:
        year, month = _year_of(captured.get("y")), _month_of(captured.get("m"))
        day = _number(captured["d"][0]) if "d" in captured else None
        if "of" in captured:
            around = self._period(captured["of"][0], 0)
            year = around.start.year if around else None
        if "shift" in captured and self._published:  # a word for the year: 去年, 'de l'an dernier'
            year = self._published.year + int(captured["shift"][0].get("yearshift") or 0)
        if day is None:
            if month is None:
                return whole_year(year) if year else None
            year = year or self._year_near(month, planned)
            return _month(year, month) if year else None
        if month is None and previous is None:
            found = self._nearest_day(day, planned)
            return Days(found, found) if found else None
        if month is None and previous:
            found = (
                _make(previous.start.year, previous.start.month, day)
                if previous.exact
                else self._nearest_day(day, planned)
            )
            found = self._nearest_day(day, planned) or found if previous.start.day > day else found
            return Days(found, found) if found else None
        if month is not None and month > 12 and day <= 12:
            month, day = day, month
        found = self._day(year, month, day, planned)
        return Days(found, found) if found else None

    def _year_near(self, month: int, planned: bool) -> int | None:
        if not self._published:
            return None
        today = self._published
        if planned:
            return today.year + (month < today.month)
        return today.year - (month > today.month)

    def _day(self, year: int | None, month: int | None, day: int | None, planned: bool) -> date | None:
        if month is None or day is None:
            return None
        if year is not None:
            return _make(year, month, day)
        if not self._published:
            return None
        today = self._published
        candidates = [d for y in (today.year - 1, today.year, today.year + 1) if (d := _make(y, month, day))]
        if planned:
            candidates = [d for d in candidates if d >= today - LATE] or candidates
        else:
            past = [d for d in candidates if d <= today + SLACK and today - d < LONG_AGO]
            candidates = past or [d for d in candidates if d <= today + SOON] or candidates
        return min(candidates, key=lambda d: abs((d - today).days), default=None)

    def _nearest_day(self, day: int | None, planned: bool) -> date | None:
        """A day of the month alone: the nearest one on the right side of publication."""
        today = self._published
        if not today or not day:
            return None
        months = today.year * 12 + today.month - 1
        candidates = [d for n in (months - 1, months, months + 1) if (d := _make(n // 12, n % 12 + 1, day))]
        if planned:
            candidates = [d for d in candidates if d >= today] or candidates
        else:
            candidates = [d for d in candidates if d <= today] or candidates
        return min(candidates, key=lambda d: abs((d - today).days), default=None)

    def _weekday(self, weekday: int, ahead: bool) -> Days | None:
        if not self._published:
            return None
        today = self._published
        distance = (weekday - today.weekday()) % 7 if ahead else -((today.weekday() - weekday) % 7)
        day = today + timedelta(days=distance)
        return Days(day, day)


def _number(item: Item) -> int | None:
    told = next((numeral for entry in item.entries if (numeral := entry.get("numeral"))), "")
    if told:
        return int(told)
    digits = re.match(r"\d+", item.text)
    return int(digits[0]) if digits and len(digits[0]) <= 4 else None


def _month_of(items: tuple[Item, ...] | None) -> int | None:
    if not items:
        return None
    value = items[0].get("month")
    return int(value) if value else _number(items[0])


def _year_of(items: tuple[Item, ...] | None) -> int | None:
    return _number(items[0]) if items else None


def _make(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None


def _month(year: int, month: int) -> Days | None:
    first = _make(year, month, 1)
    return Days(first, first.replace(day=calendar.monthrange(year, month)[1]), False) if first else None


def whole_year(year: int) -> Days | None:
    first = _make(year, 1, 1)
    return Days(first, date(year, 12, 31), False) if first else None
