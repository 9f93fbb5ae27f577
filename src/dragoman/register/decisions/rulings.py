"""What people ruled on pairs of accounts, as rows that grouping reads; made from the decisions, never kept for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.register import tables as t
from dragoman.register.decisions.current import RULINGS, current_reading
from dragoman.register.decisions.decision import Anchor, Decision, standing
from dragoman.register.decisions.reviewing import find_account
from dragoman.register.grouping.clusters import pair


def settle(connection: Connection, decisions: tuple[Decision, ...]) -> set[str]:
    """Make the rows of the rulings among decisions anew; the accounts that they are, or were, about come back."""
    if not any(each.act in RULINGS for each in decisions):
        return set()
    numbers = [each.number for each in decisions]
    before = connection.execute(select(t.ruling).where(t.ruling.c.decision.in_(numbers))).all()
    connection.execute(delete(t.ruling).where(t.ruling.c.decision.in_(numbers)))
    rows = [row for each in standing(decisions) if each.act in RULINGS for row in _rows(connection, each)]
    if rows:
        connection.execute(insert(t.ruling), rows)
    ends = [(row.one, row.other) for row in before] + [(row["one"], row["other"]) for row in rows]
    return {id for pair in ends for id in pair}


def _rows(connection: Connection, decision: Decision) -> Iterator[dict[str, Any]]:
    one, *others = (account_of(connection, anchor) for anchor in decision.about)
    for other in others:
        if one is not None and other is not None and one != other:
            first, second = pair(one, other)
            yield {"one": first, "other": second, "same": decision.act == "same", "decision": decision.number}


def account_of(connection: Connection, anchor: Anchor) -> str | None:
    """The account in the register that an anchor means; None if no account is told in its words any more."""
    there = select(t.account.c.id).where(t.account.c.id == anchor.account)
    if connection.scalar(there) is not None:
        return anchor.account
    current = current_reading(connection, anchor.readout, anchor.reader)
    found = current and find_account(anchor, current.told)
    return found if found and connection.scalar(select(t.account.c.id).where(t.account.c.id == found)) else None
