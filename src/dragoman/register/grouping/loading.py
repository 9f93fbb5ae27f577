"""Accounts out of the tables, as grouping sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from dragoman.register import tables as t
from dragoman.register.grouping.telling import Actor, Telling, actor, telling
from dragoman.register.steps import steps


def load(connection: Connection, ids: Collection[str]) -> dict[str, Telling]:
    """The accounts of these ids."""
    return {found.id: found for step in steps(sorted(ids)) for found in _load(connection, step)}


def _load(connection: Connection, ids: Collection[str]) -> list[Telling]:
    actors, places = _actors(connection, ids), _places(connection, ids)
    rows = connection.execute(
        select(t.account, t.readout.c.title, t.readout.c.publisher, t.readout.c.published)
        .join(t.reading, t.reading.c.id == t.account.c.reading_id)
        .join(t.readout, t.readout.c.id == t.reading.c.readout_id)
        .where(t.account.c.id.in_(ids))
    )
    found = []
    for row in rows:
        found.append(
            telling(
                row.id,
                row.reading_id,
                row.kind,
                row.status,
                (row.starts, row.ends),
                (row.window_starts, row.window_ends),
                places[row.id],
                row.event,
                actors[row.id],
                row.title_says,
                row.title,
                row.publisher,
                row.published,
            )
        )
    return found


def _actors(connection: Connection, ids: Collection[str]) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = defaultdict(list)
    for row in connection.execute(select(t.party).where(t.party.c.account_id.in_(ids)).order_by(t.party.c.id)):
        found[row.account_id].append(actor(row.name, row.post, row.affiliation, row.group, row.basis))
    return found


def _places(connection: Connection, ids: Collection[str]) -> dict[str, list[tuple[str | None, str | None]]]:
    found: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for row in connection.execute(select(t.place).where(t.place.c.account_id.in_(ids)).order_by(t.place.c.id)):
        found[row.account_id].append((row.country, row.locality))
    return found
