"""Facts as people review them: least sure first, with the words that say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, SelectBase, literal, select, union_all

from dragoman.errors import DragomanError
from dragoman.register import tables as t
from dragoman.register.decisions.current import Current, reading_of
from dragoman.register.decisions.decision import Decision
from dragoman.register.decisions.facts import Content, Key, id_of
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.records import FactRecord
from dragoman.register.decisions.reviewing import Ruled, State
from dragoman.register.passages import Fields, passages
from dragoman.register.rows import ReadoutRow
from dragoman.register.search import accounts_with

GROUPING: Literal["grouping"] = "grouping"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts to review: those in these states of review, and where a filter is given, only those it lets pass.

    `engagement` is an id; `country` a code or name, of what a party of the account acts for or where it was;
    `readout` the ref of a readout.
    """

    states: Collection[State] = ("stale", "pending")
    engagement: str | None = None
    country: str | None = None
    readout: str | None = None
    limit: int | None = None


def waiting(connection: Connection, which: Wanted) -> list[Key]:
    """The keys of facts to review, least sure first.

    That an account belongs with others is a fact too, as sure as it is likely, until somebody has ruled on it.
    """
    states = which.states
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
    query = select(wanted).order_by(wanted.c.sure, wanted.c.account_id, wanted.c.fact, wanted.c.number)
    for accounts in _narrowed(connection, which):
        query = query.where(wanted.c.account_id.in_(accounts))
    return [(row.account_id, row.fact, row.number) for row in connection.execute(query.limit(which.limit))]


def _narrowed(connection: Connection, which: Wanted) -> Iterator[SelectBase]:
    """Queries of the accounts that each filter lets pass."""
    if which.engagement is not None:
        yield select(t.grouping.c.account_id).where(t.grouping.c.engagement_id == which.engagement)
    if which.country is not None:
        yield accounts_with(connection, which.country)
    if which.readout is not None:
        if connection.scalar(select(t.readout.c.id).where(t.readout.c.ref == which.readout).limit(1)) is None:
            raise DragomanError(f"No readout '{which.readout}' is in the register: write its ref as `add` printed it.")
        of_reading = select(t.account.c.id).join(t.reading, t.reading.c.id == t.account.c.reading_id)
        told = of_reading.join(t.readout, t.readout.c.id == t.reading.c.readout_id)
        yield told.where(t.readout.c.ref == which.readout)


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
        id=id_of((ruled.account, fact.kind, fact.number)),
        engagement=row.engagement_id,
        account=ruled.account,
        fact=fact.kind,
        content=fact.content,
        state=ruled.state,
        basis=fact.basis,
        confidence=fact.confidence,
        rule=fact.rule,
        decision=ruled.decision.number if ruled.decision else None,
        by=ruled.decision.by if ruled.decision else None,
        ruled=_ruled(ruled.decision),
        readout=_readout(current),
        passages=tuple(passages(fact.evidence, text)),
    )


def _ruled(decision: Decision | None) -> Content | None:
    return (decision.after or decision.before) if decision else None


def _grouping(row: Any, current: Current, head: Ruled) -> FactRecord:
    """That an account belongs to its engagement; shown with the words that tell of it."""
    record = _record(row, current, head)
    values = {field: getattr(record, field) for field in ("engagement", "account", "basis", "readout", "passages")}
    return FactRecord(
        id=id_of((head.account, GROUPING, 0)),
        fact=GROUPING,
        content={"reason": row.reason},
        state="pending" if row.likelihood is not None else "accepted",
        confidence=row.likelihood if row.likelihood is not None else 1.0,
        rule="likeness",
        decision=None,
        by=None,
        ruled=None,
        **values,
    )


def _readout(current: Current) -> ReadoutRow:
    readout = current.readout
    known = readout.ref, readout.title, readout.published, readout.publisher
    return ReadoutRow(readout.content_hash, *known, current.reading.language, readout.source)
