"""Which engagements are asked for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from dragoman.errors import DragomanError
from dragoman.model import Kind, Status
from dragoman.reference import world
from dragoman.reference.concepts import Vocabulary


@dataclass(frozen=True, slots=True)
class Filters:
    """What an engagement must satisfy to be listed; None asks for nothing.

    `country`: name or ISO 3166-1 alpha-2 code of a country (or name of a body) that a party acts for, or where it was.
    `person`: words that must all be part of one person's name; case, accents and order do not matter.
    `since`, `until`: days (YYYY-MM-DD), months or years; the engagement's date, or else its window, must touch the
    span between them, so that one with neither is left out. `limit`: how many at most. `concepts`: ids, of which a
    topic or point must carry one (see `about`).
    """

    country: str | None = None
    person: str | None = None
    kind: Kind | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    concepts: frozenset[str] | None = None


def affiliation(given: str) -> str | None:
    """The code of a country or the short form of an organisation, by code or name in any language; None if unknown.

    Raises DragomanError for a name that several countries have.
    """
    known, code = world(), given.strip().upper()
    if code in known.countries or code in known.organisations:
        return code
    countries = known.find_countries(given)
    if len(countries) > 1:
        codes = ", ".join(country.iso2 for country in countries)
        raise DragomanError(f"'{given}' may be any of {codes}: write the code of the country.")
    if countries:
        return countries[0].iso2
    organisation = known.find_organisation(given)
    return organisation.id if organisation else None


def about(given: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The ids of a concept, by its id or a label in any language, and of all that are narrower.

    Raises DragomanError where the vocabulary has no such concept.
    """
    concept = vocabulary.find(given)
    if concept is None:
        raise DragomanError(f"'{given}' is no concept of the vocabulary: write an id (student-mobility) or a label.")
    return vocabulary.narrower(concept.id)


def first_day(given: str) -> str:
    """The first day of a day, month or year: '2024-02' → '2024-02-01'."""
    return _span(given)[0]


def last_day(given: str) -> str:
    """The last day of a day, month or year: '2024-02' → '2024-02-29'."""
    return _span(given)[1]


def _span(given: str) -> tuple[str, str]:
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", given.strip())
    try:
        if found is None:
            raise ValueError(given)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError as error:
        raise DragomanError(f"'{given}' is no date: write YYYY-MM-DD, YYYY-MM or YYYY.") from error
    return first.isoformat(), last.isoformat()
