"""Engagements out of the tables: those that satisfy filters, or those of given ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, SelectBase, func, or_, select, union

from dragoman.errors import DragomanError
from dragoman.reference.folding import fold
from dragoman.register import tables as t
from dragoman.register.decisions.reviewing import State
from dragoman.register.filters import Filters, affiliation, first_day, last_day
from dragoman.register.partners import affiliation_here
from dragoman.register.people.finding import bears, people_named
from dragoman.register.rows import Days, EngagementRow, PartyRow, PlaceRow, PointRow, ReadoutRow
from dragoman.register.steps import steps


def find(connection: Connection, filters: Filters, *among: SelectBase) -> list[EngagementRow]:
    """The engagements of which one account satisfies all filters, newest first, undated last, then by id.

    `among` are queries of ids of accounts, each of which must give an account of the engagement.
    """
    day = func.coalesce(t.account.c.starts, t.account.c.window_starts)
    wanted = (
        select(t.engagement.c.id)
        .join(t.account, t.account.c.id == t.engagement.c.id)
        .order_by(day.desc().nulls_last(), t.engagement.c.id)
        .limit(filters.limit)
    )
    conditions = list(_conditions(connection, filters))
    if conditions:
        telling = select(t.grouping.c.engagement_id).join(t.account, t.account.c.id == t.grouping.c.account_id)
        wanted = wanted.where(t.engagement.c.id.in_(telling.where(*conditions)))
    for ids in among:
        telling = select(t.grouping.c.engagement_id).where(t.grouping.c.account_id.in_(ids))
        wanted = wanted.where(t.engagement.c.id.in_(telling))
    return engagements(connection, connection.scalars(wanted).all())


def parts_of(connection: Connection, engagement_id: str) -> list[EngagementRow]:
    """The engagements that are within one, in the order in which they are told."""
    inner, outer = t.grouping.alias("inner_grouping"), t.grouping.alias("outer_grouping")
    ids = connection.scalars(
        select(inner.c.engagement_id)
        .join(t.account, t.account.c.id == inner.c.account_id)
        .join(outer, outer.c.account_id == t.account.c.within)
        .where(outer.c.engagement_id == engagement_id)
        .order_by(t.account.c.reading_id, t.account.c.number)
    )
    return engagements(connection, list(dict.fromkeys(ids)))


def engagements(connection: Connection, ids: Sequence[str]) -> list[EngagementRow]:
    """The engagements of these ids, in this order."""
    return [row for step in steps(ids) for row in _engagements(connection, step)]


def _engagements(connection: Connection, ids: Sequence[str]) -> Iterator[EngagementRow]:
    leading = {row.id: row for row in connection.execute(select(t.account).where(t.account.c.id.in_(ids)))}
    places = _by_owner(connection, select(t.place), ids)
    parties = _by_owner(connection, select(t.party), ids)
    persons = _persons(connection, ids)
    topics = _by_owner(connection, select(t.topic), ids)
    points = _by_owner(connection, select(t.point), ids)
    concepts = _by_owner(connection, select(t.concept), ids)
    readouts = _readouts(connection, ids)
    within = _within(connection, ids)
    review = _review(connection, ids)
    for id in ids:
        account = leading[id]
        yield EngagementRow(
            id=id,
            kind=account.kind,
            status=account.status,
            date=_days(account.starts, account.ends),
            window=_days(account.window_starts, account.window_ends),
            places=tuple(PlaceRow(row.country, row.locality, row.basis, row.confidence) for row in places[id]),
            event=account.event,
            within=within.get(id),
            parties=tuple(
                PartyRow(
                    row.name,
                    row.post,
                    row.affiliation,
                    row.group,
                    row.basis,
                    row.confidence,
                    *persons.get(row.id, (None, None)),
                )
                for row in parties[id]
            ),
            topics=tuple(row.text for row in topics[id]),
            points=tuple(PointRow(row.act, tuple(row.by), row.text) for row in points[id]),
            concepts=tuple(row.concept for row in concepts[id]),
            title_says=account.title_says,
            readouts=tuple(readouts[id]),
            review=review[id],
        )


def _days(start: str | None, end: str | None) -> Days | None:
    return Days(start, end) if start and end else None


def _by_owner(connection: Connection, query: Select[Any], ids: Iterable[str]) -> dict[str, list[Row[Any]]]:
    """The rows of a table that belong to these accounts, in the order of the reading."""
    (table,) = query.get_final_froms()
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query.where(table.c.account_id.in_(ids)).order_by(table.c.id)):
        found[row.account_id].append(row)
    return found


def _persons(connection: Connection, ids: Iterable[str]) -> dict[int, tuple[str | None, str | None]]:
    """Id and usual name of whom the parties of these accounts are taken for."""
    query = (
        select(t.identity.c.party_id, t.identity.c.person, t.identity.c.name)
        .join(t.party, t.party.c.id == t.identity.c.party_id)
        .where(t.party.c.account_id.in_(ids))
    )
    return {row.party_id: (row.person, row.name) for row in connection.execute(query)}


def readout_row(row: Row[Any]) -> ReadoutRow:
    """A row that holds the columns of `readout` and the language of the reading."""
    return ReadoutRow(row.hash, row.ref, row.title, row.published, row.publisher, row.language, row.source)


def tellings(ids: Iterable[str]) -> Select[Any]:
    """Query of all accounts of these engagements with reading and readout, the leading account first."""
    own = (t.readout.c.hash, t.readout.c.ref, t.readout.c.title, t.readout.c.published, t.readout.c.publisher)
    leads = t.account.c.id == t.grouping.c.engagement_id
    return (
        select(*own, t.readout.c.source, t.reading.c.language, t.grouping, t.account.c.number, t.account.c.reading_id)
        .join(t.account, t.account.c.id == t.grouping.c.account_id)
        .join(t.reading, t.reading.c.id == t.account.c.reading_id)
        .join(t.readout, t.readout.c.id == t.reading.c.readout_id)
        .where(t.grouping.c.engagement_id.in_(ids))
        .order_by(t.grouping.c.engagement_id, leads.desc(), t.readout.c.published, t.account.c.id)
    )


def _readouts(connection: Connection, ids: Iterable[str]) -> dict[str, list[ReadoutRow]]:
    found: dict[str, list[ReadoutRow]] = defaultdict(list)
    for row in connection.execute(tellings(ids)):
        if (told := readout_row(row)) not in found[row.engagement_id]:
            found[row.engagement_id].append(told)
    return found


def _review(connection: Connection, ids: Iterable[str]) -> dict[str, dict[State, int]]:
    """How many facts of these engagements are in which state of review."""
    query = (
        select(t.grouping.c.engagement_id, t.fact.c.state, func.count().label("facts"))
        .join(t.fact, t.fact.c.account_id == t.grouping.c.account_id)
        .where(t.grouping.c.engagement_id.in_(ids))
        .group_by(t.grouping.c.engagement_id, t.fact.c.state)
        .order_by(t.fact.c.state)
    )
    found: dict[str, dict[State, int]] = defaultdict(dict)
    for row in connection.execute(query):
        found[row.engagement_id][row.state] = row.facts
    return found


def _within(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The engagement that each of these is part of, by the word of its leading account or else of another."""
    inner, outer = t.grouping.alias("inner_grouping"), t.grouping.alias("outer_grouping")
    leads = inner.c.account_id == inner.c.engagement_id
    query = (
        select(inner.c.engagement_id, outer.c.engagement_id.label("whole"))
        .join(t.account, t.account.c.id == inner.c.account_id)
        .join(outer, outer.c.account_id == t.account.c.within)
        .where(inner.c.engagement_id.in_(ids), outer.c.engagement_id != inner.c.engagement_id)
        .order_by(leads, inner.c.account_id.desc())
    )
    return {row.engagement_id: row.whole for row in connection.execute(query)}


def _conditions(connection: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """What an account must satisfy."""
    account = t.account.c
    if filters.country is not None:
        yield account.id.in_(accounts_with(connection, filters.country))
    if filters.person is not None:
        words = fold(filters.person).split()
        named = bears(t.party.c.name_folded, words)
        persons = people_named(connection, filters.person)
        meant = select(t.party.c.account_id).join(t.identity, t.identity.c.party_id == t.party.c.id)
        yield or_(
            account.id.in_(select(t.party.c.account_id).where(named)),
            account.id.in_(meant.where(t.identity.c.person.in_(persons))),
            bears(account.title_name_folded, words),
        )
    if filters.kind is not None:
        yield account.kind == filters.kind
    if filters.status is not None:
        yield account.status == filters.status
    if filters.concepts is not None:
        about = select(t.concept.c.account_id).where(t.concept.c.concept.in_(filters.concepts))
        yield account.id.in_(about)
    if filters.since is not None:
        yield func.coalesce(account.ends, account.window_ends) >= first_day(filters.since)
    if filters.until is not None:
        yield func.coalesce(account.starts, account.window_starts) <= last_day(filters.until)


def accounts_with(connection: Connection, country: str) -> SelectBase:
    """Query of the ids of accounts with a country or body (by code or name) as a party, or in the country."""
    code = affiliation(country) or affiliation_here(connection, country)
    if code is None:
        raise DragomanError(f"'{country}' is no country or body that is known here: write a code like FR, or its name.")
    takes_part = select(t.party.c.account_id).where(t.party.c.affiliation == code)
    hosts = select(t.place.c.account_id).where(t.place.c.country == code)
    return union(takes_part, hosts)
