"""Writes groups into the tables, changing only what is new."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from dragoman.register import tables as t
from dragoman.register.grouping.groups import Membership
from dragoman.register.steps import steps


def write(connection: Connection, memberships: Sequence[Membership]) -> None:
    """Let these accounts belong to these engagements, and engagements that no account belongs to any more be gone."""
    wanted = {each.account: _row(each) for each in memberships}
    leads = {each.engagement for each in memberships}
    kept = {}
    engaged: set[str] = set()
    for step in steps(sorted(wanted)):
        for row in connection.execute(select(t.grouping).where(t.grouping.c.account_id.in_(step))):
            kept[row.account_id] = dict(row._mapping)
        engaged |= set(connection.scalars(select(t.engagement.c.id).where(t.engagement.c.id.in_(step))))
    _insert(connection, t.engagement, [{"id": id} for id in sorted(leads - engaged)])
    _insert(connection, t.grouping, [row for id, row in wanted.items() if id not in kept])
    _update(connection, [row for id, row in wanted.items() if id in kept and kept[id] != row])
    for step in steps(sorted(engaged - leads)):
        connection.execute(delete(t.engagement).where(t.engagement.c.id.in_(step)))


def _row(membership: Membership) -> dict[str, object]:
    return {
        "account_id": membership.account,
        "engagement_id": membership.engagement,
        "reason": membership.reason,
        "likelihood": membership.likelihood,
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _update(connection: Connection, rows: list[dict[str, object]]) -> None:
    if rows:
        same = t.grouping.c.account_id == bindparam("changed")
        connection.execute(update(t.grouping).where(same), [row | {"changed": row["account_id"]} for row in rows])
