"""What was spoken of through time: concepts by year, or by quarter where there are few years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.answers import phrases
from dragoman.answers.brief.brief import Quote, TopicEntry
from dragoman.answers.brief.quoting import own_accounts, quoted
from dragoman.answers.compare.material import said_in
from dragoman.answers.compare.parts import parts
from dragoman.answers.compare.subjects import is_general
from dragoman.model import Evidence
from dragoman.reference.concepts import Vocabulary
from dragoman.register.dossier import Dossier
from dragoman.register.rows import EngagementRow, Told

_MOST_PERIODS = 16
_FEW_YEARS = 2


def topics_through_time(dossier: Dossier, vocabulary: Vocabulary) -> tuple[tuple[str, ...], list[TopicEntry]]:
    """The periods, oldest first, and the concepts with how often each came up, what most engagements speak of first.

    General concepts (cooperation, bilateral relations) and the partners themselves tell nothing and are left out, as is
    what was only planned.
    """
    themselves = {who.id.casefold() for who in dossier.partners} | set(_served(dossier))
    dated = {row.id: days for row in dossier.engagements if (days := _days(row))}
    years = {day[:4] for days in dated.values() for day in days}
    by_year = len(years) > _FEW_YEARS
    held: dict[str, list[str]] = defaultdict(list)
    for row in dossier.engagements:
        if row.id in dated:
            first, last = (_period(day, by_year) for day in dated[row.id])
            if row.date is not None or first == last:
                held[first].append(row.id)
    if not held:
        return (), []
    periods = _run(min(held), max(held), by_year)[-_MOST_PERIODS:]
    came_up: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for period in periods:
        for id in held[period]:
            for concept in _concepts(dossier.told[id]):
                came_up[concept][period].append(id)
    entries = [
        TopicEntry(
            concept=concept,
            total=sum(map(len, found.values())),
            counts=tuple(len(found[period]) for period in periods),
            quotes=tuple(_first(dossier, found[period], concept, vocabulary) for period in periods),
        )
        for concept, found in came_up.items()
        if not is_general(concept, vocabulary) and concept not in themselves
    ]
    newest = {entry.concept: max(n for n, count in enumerate(entry.counts) if count) for entry in entries}
    entries.sort(key=lambda one: (-one.total, -newest[one.concept], phrases.concepts([one.concept], vocabulary)))
    return periods, entries


def _served(dossier: Dossier) -> Iterator[str]:
    """The bodies that partners who are people act for."""
    for who in dossier.partners:
        known = dossier.people.get(who.id) if who.kind == "person" else None
        yield from (tenure.of.casefold() for tenure in known.tenures) if known else ()


def _days(row: EngagementRow) -> tuple[str, str] | None:
    days = row.date or row.window
    return (days.start, days.end) if days and row.status != "planned" else None


def _period(day: str, by_year: bool) -> str:
    """'2023', or '2023 Q4'."""
    return day[:4] if by_year else f"{day[:4]} Q{(int(day[5:7]) + 2) // 3}"


def _run(first: str, last: str, by_year: bool) -> tuple[str, ...]:
    """Every period from the first to the last."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    periods = [f"{year:04}" if by_year else f"{year:04} Q{quarter}" for year in years for quarter in range(1, 5)]
    return tuple(period for period in dict.fromkeys(periods) if first <= period <= last)


def _concepts(readings: Iterable[Told]) -> dict[str, None]:
    """The concepts of an engagement's accounts, each once, in their order."""
    return dict.fromkeys(concept for told in readings for account in own_accounts(told) for concept in account.concepts)


def _first(dossier: Dossier, ids: Iterable[str], concept: str, vocabulary: Vocabulary) -> Quote | None:
    """The words of the newest of these engagements that speak of a concept."""
    readings = (told for id in ids for told in dossier.told[id])
    return next((quote for told in readings for quote in _quotes(told, concept, vocabulary)), None)


def _quotes(told: Told, concept: str, vocabulary: Vocabulary) -> Iterator[Quote]:
    """The words that speak of a concept; of a long point, the part that does."""
    for account in own_accounts(told):
        for said in said_in(account):
            if concept in said.concepts:
                inside = (one for one in parts(said, told.reading.language, vocabulary) if concept in one.concepts)
                words = next(inside, said)
                yield from quoted(told, account.id, (Evidence(words.start, words.end, words.text),))
