"""Decisions in the tables: written once, never changed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from dragoman.errors import DragomanError
from dragoman.register import tables as t
from dragoman.register.decisions.decision import Anchor, Decision


def enter(connection: Connection, decision: Decision) -> Decision:
    """Write a decision down, whatever its number; it comes back with the next one."""
    values = {
        "act": decision.act,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "about": [anchor.as_json() for anchor in decision.about],
        "before": decision.before,
        "after": decision.after,
        "words": [list(span) for span in decision.words],
        "undoes": decision.undoes,
    }
    key = connection.execute(insert(t.decision).values(values)).inserted_primary_key
    assert key is not None
    number = int(key[0])
    for readout in sorted({anchor.readout for anchor in decision.about}):
        connection.execute(insert(t.decided).values(decision=number, readout=readout))
    return _decision(connection.execute(select(t.decision).where(t.decision.c.number == number)).one())


def entered(connection: Connection, readout: str | None = None) -> tuple[Decision, ...]:
    """Every decision in order, or those about a readout (by its content's hash); what undoes them included."""
    wanted = select(t.decision).order_by(t.decision.c.number)
    if readout is not None:
        about = select(t.decided.c.decision).where(t.decided.c.readout == readout)
        wanted = wanted.where(t.decision.c.number.in_(about))
    return tuple(_decision(row) for row in connection.execute(wanted))


def no_decision(number: int) -> DragomanError:
    """The sentence for a number that no decision has."""
    return DragomanError(f"There is no decision {number}: `dragoman decisions` lists them.")


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        number=row.number,
        act=row.act,
        by=row.by,
        at=row.at,
        why=row.why,
        about=tuple(Anchor.from_json(value) for value in row.about),
        before=row.before,
        after=row.after,
        words=tuple((field, start, end) for field, start, end in row.words),
        undoes=row.undoes,
    )
