"""The state of review of every fact as rows, so that those to be reviewed are found at once."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from dragoman.register import tables as t
from dragoman.register.decisions.current import reading_of
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.reviewing import Reviewed


def put_facts(connection: Connection, reviewed: Reviewed) -> None:
    """Write the rows of the facts of accounts that have just been put; those of rejected accounts have none."""
    gone = {each.account for each in reviewed.facts if each.fact.kind == "engagement" and each.state == "rejected"}
    rows = [
        {
            "account_id": each.account,
            "fact": each.fact.kind,
            "number": each.fact.number,
            "confidence": each.fact.confidence,
            "state": each.state,
            "decision": each.decision and each.decision.number,
        }
        for each in reviewed.facts
        if each.account not in gone
    ]
    if rows:
        connection.execute(insert(t.fact), rows)


def put_all_facts(connection: Connection) -> None:
    """Write the rows of the facts of all current readings anew."""
    connection.execute(delete(t.fact))
    for id in connection.scalars(select(t.reading.c.id).where(t.reading.c.current)).all():
        current = reading_of(connection, id)
        put_facts(connection, current.reviewed(entered(connection, current.readout.content_hash)))
