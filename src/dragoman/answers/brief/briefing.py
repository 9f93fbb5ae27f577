"""Makes a brief out of what a register holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dragoman.answers.brief.brief import Brief, EngagementEntry, Quote
from dragoman.answers.brief.differences import differences
from dragoman.answers.brief.mechanisms import mechanisms
from dragoman.answers.brief.portraits import portrait
from dragoman.answers.brief.quoting import first_day, in_short
from dragoman.answers.brief.topics import topics_through_time
from dragoman.answers.brief.understandings import carried_forward, understandings
from dragoman.answers.nesting import under_wholes
from dragoman.reference.concepts import Vocabulary
from dragoman.register.dossier import Dossier
from dragoman.register.filters import last_day
from dragoman.register.rows import EngagementRow, ReadoutRow

LIMIT = 10
"""How many entries a part of a brief has at most, if nothing else is said."""

Entry = TypeVar("Entry")


def brief(dossier: Dossier, vocabulary: Vocabulary, on: str | None = None, limit: int = LIMIT) -> Brief:
    """The brief on a dossier's partners.

    Offices are told as of `on` (a day, or the end of a month or year), or else of the newest engagement; each part has
    at most `limit` entries, the newest. Raises DragomanError for what is no date.
    """
    day = last_day(on) if on is not None else dossier.newest
    left_out: dict[str, int] = {}

    def first(part: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        found = tuple(entries)
        left_out[part] = max(0, len(found) - limit)
        return found[:limit]

    carried = tuple(carried_forward(dossier))
    periods, topics = topics_through_time(dossier, vocabulary)
    nested = under_wholes(sorted(_as_read(dossier), key=lambda row: first_day(row) or "", reverse=True))
    made = Brief(
        portraits=tuple(portrait(who, dossier, day) for who in dossier.partners),
        on=day,
        since=dossier.since,
        until=dossier.until,
        count=len(dossier.engagements),
        engagements=tuple(
            EngagementEntry(row, depth, in_short(dossier.told[row.id]))
            for row, _, depth in first("engagements", nested)
        ),
        understandings=first("understandings", understandings(dossier, carried, vocabulary)),
        carried=first("carried", carried),
        periods=periods,
        topics=first("topics", topics),
        mechanisms=first("mechanisms", mechanisms(dossier, vocabulary)),
        differences=first("differences", differences(dossier, vocabulary)),
        left_out=left_out,
        readouts=(),
    )
    return replace(made, readouts=tuple(_quoted_readouts(made, dossier)))


def _as_read(dossier: Dossier) -> list[EngagementRow]:
    """The engagements in the order in which their leading accounts are told, so that those of one day keep it."""
    order: dict[str, tuple[str, int]] = {}
    for row in dossier.engagements:
        told = dossier.told[row.id][0]
        ids = [account.id for account in told.reading.engagements]
        order[row.id] = (told.readout.content_hash, ids.index(told.accounts[0]))
    return sorted(dossier.engagements, key=lambda row: order[row.id])


def _quoted_readouts(made: Brief, dossier: Dossier) -> Iterator[ReadoutRow]:
    """The readouts that a brief quotes, each once, in the order of the brief."""
    known = {readout.hash: readout for row in dossier.engagements for readout in row.readouts}
    for hash in dict.fromkeys(quote.readout for quote in quotes(made)):
        yield known[hash]


def quotes(value: object) -> Iterator[Quote]:
    """Every quote in a brief or a part of one, in order."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from quotes(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes(getattr(value, field.name))
