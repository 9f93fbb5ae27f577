"""Lays the accounts of an engagement side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.answers import phrases
from dragoman.answers.compare.comparison import Comparison, Fact, Occasion, Telling
from dragoman.answers.compare.material import Material, material
from dragoman.answers.compare.people import participants
from dragoman.answers.compare.subjects import alone, commitments, matches, shared
from dragoman.errors import DragomanError
from dragoman.model import Evidence
from dragoman.reference.concepts import Vocabulary
from dragoman.register.grouping.bodies import town
from dragoman.register.rows import Told

Verdict = tuple[bool, Fact]


def compare(told: Sequence[Told], vocabulary: Vocabulary) -> Comparison:
    """The comparison of what several readouts tell of one engagement, the leading account first.

    Raises DragomanError if only one tells of it.
    """
    if len(told) < 2:
        which = told[0].engagement if told else "it"
        raise DragomanError(f"Only one readout tells of {which}: there is nothing to compare it with.")
    sides = [material(one, vocabulary) for one in told]
    matched = matches(sides, vocabulary)
    rows = shared(matched)
    facts = [*_occasion(sides), *participants(sides), *commitments(matched, rows)]
    return Comparison(
        engagement=told[0].engagement,
        occasion=phrases.occasion(sides[0].account),
        sides=tuple(side.side for side in sides),
        agree=tuple(fact for agrees, fact in facts if agrees),
        differ=tuple(fact for agrees, fact in facts if not agrees),
        shared=tuple(rows),
        only=alone(matched, rows, sides, vocabulary),
        elsewhere=tuple(tuple(_elsewhere(one)) for one in told),
    )


def _occasion(sides: Sequence[Material]) -> Iterator[Verdict]:
    """What the sides say of kind, date and place; nothing where only one side says something."""
    kinds = [Telling(side.account.kind, side.account.evidence) for side in sides]
    yield len({side.account.kind for side in sides}) == 1, Fact("kind", tuple(kinds))
    days = [side.account.date for side in sides]
    dated = [Telling(phrases.in_words(date), date.evidence) if date else None for date in days]
    if sum(date is not None for date in days) > 1:
        yield len({(date.start, date.end) for date in days if date}) == 1, Fact("date", tuple(dated))
    countries = [some for side in sides if (some := {place.country for place in side.account.places if place.country})]
    towns = [some for side in sides if (some := _towns(side))]
    if len(countries) > 1:
        one_country, one_town = bool(set.intersection(*countries)), len(towns) < 2 or bool(set.intersection(*towns))
        yield one_country and one_town, Fact("place", tuple(map(_where, sides)))


def _towns(side: Material) -> set[str]:
    """The towns of a side that the reference data know, in one spelling for all languages."""
    found = (town(place.locality) for place in side.account.places if place.locality)
    return {name for name, known in found if known}


def _where(side: Material) -> Telling | None:
    places = side.account.places
    evidence: tuple[Evidence, ...] = tuple(span for place in places for span in place.evidence)
    return Telling("; ".join(map(phrases.place, places)), evidence) if places else None


def _elsewhere(told: Told) -> Iterator[Occasion]:
    """The other engagements that a readout alone tells of."""
    for account in told.reading.engagements:
        if account.id in told.alone and account.status != "referenced":
            text = phrases.occasion(account) + phrases.status(account.status)
            yield Occasion(told.ids[account.id], text, account.evidence)
