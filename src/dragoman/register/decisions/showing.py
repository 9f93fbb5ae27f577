"""Facts as people review them: least sure first, with the words that say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal

from sqlalchemy import Connection, literal, select, union_all

from dragoman.errors import DragomanError
from dragoman.register import tables as t
from dragoman.register.decisions.current import Current, reading_of
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.records import FactRecord
from dragoman.register.decisions.reviewing import Ruled, State
from dragoman.register.passages import Fields, passages
from dragoman.register.rows import ReadoutRow

GROUPING: Literal["grouping"] = "grouping"
Key = tuple[str, str, int]


def waiting(
    connection: Connection, states: Collection[State], engagement: str | None, limit: int | None
) -> list[FactRecord]:
    """Facts in these states, least sure first; of one engagement, if it is named.

    That an account belongs with others is a fact too, as sure as it is likely, until somebody has ruled on it.
    """
    facts = select(t.fact.c.account_id, t.fact.c.fact, t.fact.c.number, t.fact.c.confidence.label("sure")).where(
        t.fact.c.state.in_(states)
    )
    joined = select(
        t.grouping.c.account_id,
        literal(GROUPING).label("fact"),
        literal(0).label("number"),
        t.grouping.c.likelihood.label("sure"),
    ).where(t.grouping.c.likelihood.is_not(None), t.grouping.c.account_id != t.grouping.c.engagement_id)
    wanted = union_all(facts, joined).subquery() if "pending" in states else facts.subquery()
    query = select(wanted).order_by(wanted.c.sure, wanted.c.account_id, wanted.c.fact, wanted.c.number).limit(limit)
    if engagement is not None:
        members = select(t.grouping.c.account_id).where(t.grouping.c.engagement_id == engagement)
        query = query.where(wanted.c.account_id.in_(members))
    keys = [(row.account_id, row.fact, row.number) for row in connection.execute(query)]
    return list(records(connection, keys))


def records(connection: Connection, keys: Iterable[Key]) -> Iterator[FactRecord]:
    """The facts of these keys, in this order; raises DragomanError for one that is not there."""
    readings: dict[int, tuple[Current, dict[Key, Ruled]]] = {}
    for key in keys:
        account, fact, number = key
        row = _account(connection, account)
        if row.reading_id not in readings:
            readings[row.reading_id] = _facts_of(connection, row.reading_id)
        current, by_key = readings[row.reading_id]
        if fact == GROUPING:
            yield _grouping(row, current, by_key[account, "engagement", 0])
        elif key in by_key:
            yield _record(row, current, by_key[key])
        else:
            raise DragomanError(f"There is no fact '{account}/{fact}/{number}' in the register.")


def _facts_of(connection: Connection, reading: int) -> tuple[Current, dict[Key, Ruled]]:
    current = reading_of(connection, reading)
    ruled = current.reviewed(entered(connection, current.readout.content_hash)).facts
    return current, {(each.account, each.fact.kind, each.fact.number): each for each in ruled}


def key_of(id: str) -> Key:
    """The key in a fact's id, like 'e-h3kq7zt2ma/party/1'; raises DragomanError for what is none."""
    account, _, rest = id.strip().partition("/")
    fact, _, number = rest.partition("/")
    if not account or not fact or not number.isdecimal():
        raise DragomanError(f"'{id}' is no fact: `dragoman review` shows their ids, like e-h3kq7zt2ma/party/1.")
    return account, fact, int(number)


def _account(connection: Connection, id: str) -> Any:
    wanted = (
        select(t.account.c.reading_id, t.grouping.c.engagement_id, t.grouping.c.reason, t.grouping.c.likelihood)
        .join(t.grouping, t.grouping.c.account_id == t.account.c.id)
        .where(t.account.c.id == id)
    )
    row = connection.execute(wanted).first()
    if row is None:
        raise DragomanError(f"There is no account '{id}' in the register: `dragoman show` tells their ids.")
    return row


def _record(row: Any, current: Current, ruled: Ruled) -> FactRecord:
    fact = ruled.fact
    text: Fields = {"text": current.readout.text, "title": current.readout.title}
    return FactRecord(
        id=f"{ruled.account}/{fact.kind}/{fact.number}",
        engagement=row.engagement_id,
        account=ruled.account,
        fact=fact.kind,
        content=fact.content,
        state=ruled.state,
        basis=fact.basis,
        confidence=fact.confidence,
        rule=fact.rule,
        decision=ruled.decision.number if ruled.decision else None,
        readout=_readout(current),
        passages=tuple(passages(fact.evidence, text)),
    )


def _grouping(row: Any, current: Current, head: Ruled) -> FactRecord:
    """That an account belongs to its engagement; shown with the words that tell of it."""
    record = _record(row, current, head)
    values = {field: getattr(record, field) for field in ("engagement", "account", "basis", "readout", "passages")}
    return FactRecord(
        id=f"{head.account}/{GROUPING}/0",
        fact=GROUPING,
        content={"reason": row.reason},
        state="pending" if row.likelihood is not None else "accepted",
        confidence=row.likelihood if row.likelihood is not None else 1.0,
        rule="likeness",
        decision=None,
        **values,
    )


def _readout(current: Current) -> ReadoutRow:
    readout = current.readout
    known = readout.ref, readout.title, readout.published, readout.publisher
    return ReadoutRow(readout.content_hash, *known, current.reading.language, readout.source)
