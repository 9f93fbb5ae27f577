"""Whole readings of the readouts that tell of engagements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.model import Reading, Readout
from dragoman.register import tables as t
from dragoman.register.decisions.current import after_review
from dragoman.register.rows import Told
from dragoman.register.search import tellings
from dragoman.register.steps import steps


def told(connection: Connection, engagement_ids: Sequence[str]) -> dict[str, tuple[Told, ...]]:
    """For each engagement every readout that tells of it with its whole reading, that of the leading account first.

    Of a readout that several have read, it is the reading whose account comes first.
    """
    found = _by("engagement_id", (row for step in steps(engagement_ids) for row in connection.execute(tellings(step))))
    rows = {id: _one_a_readout(own) for id, own in found.items()}
    wanted = list(dict.fromkeys(row.reading_id for own in rows.values() for row in own))
    accounts = _by("reading_id", (row for step in steps(wanted) for row in connection.execute(_accounts(step))))
    whole = {id: after_review(connection, id) for id in wanted}
    return {id: tuple(_told(id, rows[id], accounts, whole)) for id in engagement_ids}


def _one_a_readout(rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Without what other readers made of the same readouts: two readings of one text are no two sides."""
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(row.hash, row.reading_id)
    return [row for row in rows if row.reading_id == first[row.hash]]


def _accounts(reading_ids: Sequence[int]) -> Any:
    return (
        select(t.account.c.id, t.account.c.reading_id, t.account.c.number, t.grouping.c.engagement_id)
        .join(t.grouping, t.grouping.c.account_id == t.account.c.id)
        .where(t.account.c.reading_id.in_(reading_ids))
        .order_by(t.account.c.number)
    )


def _told(
    engagement_id: str,
    rows: Sequence[Row[Any]],
    accounts: dict[Any, list[Row[Any]]],
    whole: dict[int, tuple[Reading, Readout]],
) -> Iterable[Told]:
    readings = list(dict.fromkeys(row.reading_id for row in rows))
    shared = Counter(
        engagement for engagement, _ in {(row.engagement_id, id) for id in readings for row in accounts[id]}
    )
    for reading_id in readings:
        own = [row for row in rows if row.reading_id == reading_id]
        reading, readout = whole[reading_id]
        local = {row.number: reading.engagements[row.number].id for row in accounts[reading_id]}
        yield Told(
            engagement=engagement_id,
            id=own[0].account_id,
            reason=own[0].reason,
            readout=readout,
            reading=reading,
            accounts=tuple(local[row.number] for row in own),
            alone=tuple(local[row.number] for row in accounts[reading_id] if shared[row.engagement_id] == 1),
            ids={local[row.number]: row.id for row in accounts[reading_id]},
            engagements={local[row.number]: row.engagement_id for row in accounts[reading_id]},
        )


def _by(column: str, rows: Iterable[Row[Any]]) -> dict[Any, list[Row[Any]]]:
    found: dict[Any, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
