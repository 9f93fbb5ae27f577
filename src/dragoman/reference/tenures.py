"""Who held which post of which country or organisation from when to when; docs/reference-data.md describes the file."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.reference.load import rows

POSTS = (
    "head of state",
    "deputy head of state",
    "representative of the head of state",
    "spouse of the head of state",
    "head of government",
    "deputy head of government",
    "party leader",
    "head of parliament",
    "foreign minister",
    "education minister",
    "culture or science minister",
    "defence minister",
    "interior minister",
    "justice minister",
    "finance minister",
    "economy or trade minister",
    "minister",
    "national security adviser",
    "head of organisation",
    "deputy head of organisation",
    "ambassador",
    "official",
)
"""The kinds of posts; `minister` and `official` are those that only their title tells apart."""

Holds = Literal["yes", "perhaps", "no"]
_REACH_YEARS = 3
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's one term of one post.

    `person` is an id made of the name, the same in all of the person's tenures; `also` are other spellings. `post` is
    one of `POSTS`, `title` what the post is called, `of` an ISO 3166-1 alpha-2 code or an organisation's id. `start`
    and `end` are YYYY, YYYY-MM or YYYY-MM-DD, None where not known; `seen_from` and `seen_to` are then the first and
    the last day on which a source names the holder. `end_basis` says what `end` rests on: `source`, `successor` (took
    office then: an upper bound), `unverified`, or `cut-off` (no end: in office when the source ended).
    """

    person: str
    name: str
    also: tuple[str, ...]
    name_zh: str | None
    wikidata: str | None
    post: str
    title: str
    of: str
    start: str | None
    end: str | None
    end_basis: str
    seen_from: str | None
    seen_to: str | None
    source: str

    @property
    def standing(self) -> Literal["sourced", "partly unverified", "unverified"]:
        """Whether sources tell of it, or parts of it or all of it were written down from memory."""
        if self.source == "unverified":
            return "unverified"
        return "partly unverified" if "unverified" in self.source else "sourced"

    @property
    def names(self) -> tuple[str, ...]:
        """Every known spelling, the usual one first."""
        return (self.name, *self.also, *([self.name_zh] if self.name_zh else []))

    def holds(self, day: str, until: str | None = None) -> Holds:
        """Whether the post was held on a day, in a month or year, or some day from then `until` another.

        'perhaps' where a bound is not known.
        """
        first, last = span(day)[0], span(until or day)[1]
        began, sure_from = (
            span(self.start) if self.start else (None, span(self.seen_from)[0] if self.seen_from else None)
        )
        sure_to, ended = span(self.end) if self.end else (span(self.seen_to)[1] if self.seen_to else None, None)
        if (began and last < began) or (ended and first > ended):
            return "no"
        if sure_from and sure_to and first <= sure_to and last >= sure_from:
            return "yes"
        if sure_to and not ended and first > _later(sure_to, _REACH_YEARS):
            return "no"
        if sure_from and not began and last < _later(sure_from, -_REACH_YEARS):
            return "no"
        return "perhaps"


@cache
def known_tenures() -> tuple[Tenure, ...]:
    """The tenures of the package's own data, read once a process."""
    return tuple(_tenure(*row) for row in rows("tenures.csv"))


def _tenure(
    person: str, name: str, also: str, name_zh: str, wikidata: str, post: str, title: str, *rest: str
) -> Tenure:
    of, start, end, end_basis, seen_from, seen_to, source = rest
    return Tenure(
        person=person,
        name=name,
        also=tuple(also.split("|")) if also else (),
        name_zh=name_zh or None,
        wikidata=wikidata or None,
        post=post,
        title=title,
        of=of,
        start=start or None,
        end=end or None,
        end_basis=end_basis,
        seen_from=seen_from or None,
        seen_to=seen_to or None,
        source=source,
    )


def who_held(post: str, of: str, day: str, tenures: Iterable[Tenure] | None = None) -> list[Tenure]:
    """Who held a post of a country or organisation on a day (or in a month or year); empty if nobody is known.

    Those who surely did; only where nobody did, those who perhaps did, the likeliest first. `tenures` are the known
    ones where not given.
    """
    held = _by_post().get((post, of), ()) if tenures is None else [t for t in tenures if (t.post, t.of) == (post, of)]
    found: dict[Holds, list[Tenure]] = defaultdict(list)
    for tenure in held:
        found[tenure.holds(day)].append(tenure)
    return found["yes"] or sorted(found["perhaps"], key=lambda tenure: _distance(tenure, day))


def span(day: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year: '2024-02' → '2024-02-01', '2024-02-29'.

    Raises ValueError for what is no date.
    """
    found = _DAY.fullmatch(day)
    if found is None or found[1] == "0000":
        raise ValueError(day)
    year, month, date = (int(part) if part else None for part in found.groups())
    assert year is not None
    longest = monthrange(year, 12 if month is None else month)[1]
    if date is not None and not 1 <= date <= longest:
        raise ValueError(day)
    return f"{year:04}-{month or 1:02}-{date or 1:02}", f"{year:04}-{month or 12:02}-{date or longest:02}"


@cache
def _by_post() -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in known_tenures():
        found[tenure.post, tenure.of].append(tenure)
    return {key: tuple(held) for key, held in found.items()}


def _later(day: str, years: int) -> str:
    return f"{int(day[:4]) + years:04}{day[4:]}"


def _distance(tenure: Tenure, day: str) -> int:
    """How many months lie between a day and the nearest day on which the post was surely held."""
    known = [date for date in (tenure.start, tenure.end, tenure.seen_from, tenure.seen_to) if date]
    return min((abs(_months(date) - _months(day)) for date in known), default=0)


def _months(day: str) -> int:
    first, _ = span(day)
    return int(first[:4]) * 12 + int(first[5:7])
