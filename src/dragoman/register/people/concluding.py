"""Draws and keeps the conclusions about who the parties of a register are.

They follow from the readings, the tenures (the package's and those imported) and each other's names, and can be drawn
anew at any time with the same outcome.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from dragoman.reference import name_keys
from dragoman.register import tables as t
from dragoman.register.people.identify import Mention, identify
from dragoman.register.people.importing import all_people
from dragoman.register.people.namesakes import nearest, person_id
from dragoman.register.rows import Identity
from dragoman.register.steps import steps

_FROM_NAMES = "no tenure tells of the person; known by the name in this register"
_FULLER = "no tenure tells of the person; taken for '{}' of the same country or body"

Name = tuple[str, str]
"""A country or body ('' where none is told) and a name."""


def conclude(connection: Connection, account_ids: Collection[str]) -> None:
    """Say who the parties of accounts are that have just been added."""
    people = all_people(connection)
    parties = [row for step in steps(sorted(account_ids)) for row in _parties(connection, step)]
    mentions = {row.id: _mention(row) for row in parties}
    concluded = {mention: identify(mention, people) for mention in dict.fromkeys(mentions.values())}
    found = [(row, concluded[mentions[row.id]]) for row in parties]
    own = {(row.affiliation or "", row.name) for row, identity in found if row.name and not _known(identity)}
    settled = _settle(connection, own)
    rows = []
    for row, identity in found:
        who = _by_name(row, identity, settled) if row.name and not _known(identity) else identity
        if who is not None:
            rows.append({"party_id": row.id} | dataclasses.asdict(who))
    for part in steps(rows):
        connection.execute(insert(t.identity), part)


def leave_open(connection: Connection, account_ids: Collection[str], reason: str) -> None:
    """Say of the parties of accounts that nothing is concluded about them, and why."""
    nobody = dataclasses.asdict(Identity(None, None, "stated", None, False, reason))
    parties = [row.id for step in steps(sorted(account_ids)) for row in _parties(connection, step)]
    for step in steps([{"party_id": id} | nobody for id in parties]):
        connection.execute(insert(t.identity), step)


def forget(connection: Connection, account_ids: Collection[str]) -> None:
    """Take back what rests on the names in accounts that are about to go."""
    names = {
        (row.affiliation or "", row.name)
        for step in steps(sorted(account_ids))
        for row in _parties(connection, step)
        if row.name
    }
    gone = {name for name in names if not _told_elsewhere(connection, name, account_ids)}
    touched: set[Name] = set()
    for of, name in gone:
        touched |= _near(connection, of, name)
        for table in (t.naming, t.naming_key):
            connection.execute(delete(table).where(table.c.of == of, table.c.name == name))
    _point(connection, touched - gone)


def conclude_all(connection: Connection) -> None:
    """Draw every conclusion anew."""
    for table in (t.identity, t.naming, t.naming_key):
        connection.execute(delete(table))
    conclude(connection, connection.scalars(select(t.account.c.id)).all())


def identities(connection: Connection, account_id: str) -> tuple[Identity | None, ...]:
    """Who the parties of an account are, in their order; None for what is no person."""
    rows = connection.execute(
        select(t.party.c.id.label("party"), t.identity)
        .outerjoin(t.identity, t.identity.c.party_id == t.party.c.id)
        .where(t.party.c.account_id == account_id)
        .order_by(t.party.c.id)
    )
    return tuple(
        None
        if row.party_id is None
        else Identity(row.person, row.name, row.basis, row.likeness, row.known, row.reason, row.flag)
        for row in rows
    )


def _known(identity: Identity | None) -> bool:
    return identity is not None and identity.person is not None


def _parties(connection: Connection, account_ids: Sequence[str]) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(
                t.party,
                func.coalesce(t.account.c.starts, t.account.c.window_starts, t.readout.c.published).label("first"),
                func.coalesce(t.account.c.ends, t.account.c.window_ends, t.readout.c.published).label("last"),
            )
            .join(t.account, t.account.c.id == t.party.c.account_id)
            .join(t.reading, t.reading.c.id == t.account.c.reading_id)
            .join(t.readout, t.readout.c.id == t.reading.c.readout_id)
            .where(t.party.c.account_id.in_(account_ids), ~t.party.c.group)
            .where(t.party.c.name.is_not(None) | t.party.c.post.is_not(None))
            .order_by(t.party.c.id)
        )
    )


def _mention(row: Row[Any]) -> Mention:
    return Mention(row.name, row.post, row.affiliation, row.first, row.last, row.basis != "inferred")


def _by_name(row: Row[Any], identity: Identity | None, settled: dict[Name, str]) -> Identity:
    """A person whom only the register knows; what contradicts the tenures stays told."""
    of = row.affiliation or ""
    fullest = settled[of, row.name]
    reason = _FROM_NAMES if fullest == row.name else _FULLER.format(fullest)
    if identity is not None and identity.flag is None:
        reason = identity.reason
    basis: Any = "stated" if fullest == row.name else "inferred"
    return Identity(
        person_id(fullest, of), fullest, basis, None, False, reason, identity.flag if identity is not None else None
    )


def _settle(connection: Connection, names: Collection[Name]) -> dict[Name, str]:
    """Take in names; what each is taken for. Parties told before that are now taken for others are told so."""
    known = {name for name in names if _is_kept(connection, name)}
    new = sorted(set(names) - known)
    for of, name in new:
        connection.execute(insert(t.naming).values(of=of, name=name, nearest=name))
        keys = [{"of": of, "key": key, "name": name} for key in sorted(name_keys(name))]
        if keys:
            connection.execute(insert(t.naming_key), keys)
    _point(connection, set(new).union(*(_near(connection, of, name) for of, name in new)) if new else set())
    return {(of, name): _fullest(connection, of, name) for of, name in names}


def _point(connection: Connection, names: Iterable[Name]) -> None:
    """Find anew what names are taken for, and tell the parties that bear them or lean on them."""
    moved: dict[str, set[str]] = defaultdict(set)
    for of, name in sorted(names):
        others = {other for _, other in _near(connection, of, name)} - {name}
        found = nearest(name, of, sorted(others))
        where = (t.naming.c.of == of) & (t.naming.c.name == name)
        if connection.scalar(select(t.naming.c.nearest).where(where)) != found:
            connection.execute(update(t.naming).where(where).values(nearest=found))
            moved[of].add(name)
    for of, changed in moved.items():
        leaning = set(changed)
        while leaning:
            for name in leaning:
                _tell(connection, of, name)
            query = select(t.naming.c.name).where(t.naming.c.of == of, t.naming.c.nearest.in_(sorted(leaning)))
            leaning = set(connection.scalars(query)) - changed
            changed |= leaning


def _tell(connection: Connection, of: str, name: str) -> None:
    """Set the person of parties told before under a name that no tenure tells of."""
    fullest = _fullest(connection, of, name)
    reason = _FROM_NAMES if fullest == name else _FULLER.format(fullest)
    bearing = select(t.party.c.id).where(t.party.c.name == name, func.coalesce(t.party.c.affiliation, "") == of)
    values = {
        "person": person_id(fullest, of),
        "name": fullest,
        "basis": "stated" if fullest == name else "inferred",
        "reason": reason,
    }
    where = t.identity.c.party_id.in_(bearing) & ~t.identity.c.known
    connection.execute(update(t.identity).where(where).values(values))


def _fullest(connection: Connection, of: str, name: str) -> str:
    while True:
        found = connection.scalar(select(t.naming.c.nearest).where(t.naming.c.of == of, t.naming.c.name == name))
        if found is None or found == name:
            return name
        name = found


def _is_kept(connection: Connection, name: Name) -> bool:
    query = select(t.naming.c.name).where(t.naming.c.of == name[0], t.naming.c.name == name[1])
    return connection.scalar(query) is not None


def _near(connection: Connection, of: str, name: str) -> set[Name]:
    """The kept names of a country or body that share a key with a name."""
    keys = sorted(name_keys(name))
    query = select(t.naming_key.c.name).where(t.naming_key.c.of == of, t.naming_key.c.key.in_(keys)).distinct()
    return {(of, other) for other in connection.scalars(query)}


def _told_elsewhere(connection: Connection, name: Name, account_ids: Collection[str]) -> bool:
    query = (
        select(t.party.c.account_id)
        .join(t.identity, t.identity.c.party_id == t.party.c.id)
        .where(t.party.c.name == name[1], func.coalesce(t.party.c.affiliation, "") == name[0], ~t.identity.c.known)
    )
    return any(account_id not in account_ids for account_id in connection.scalars(query))
