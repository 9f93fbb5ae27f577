"""Writes one readout with one reading into the tables."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from dragoman.model import Account, Reading, Readout
from dragoman.reference.folding import fold
from dragoman.register import tables as t
from dragoman.register.decisions.current import Current
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.rulings import settle
from dragoman.register.decisions.states import put_facts
from dragoman.register.grouping.groups import Membership
from dragoman.register.grouping.regrouping import group_new, tied_to
from dragoman.register.grouping.writing import write
from dragoman.register.ids import account_ids
from dragoman.register.people.concluding import conclude, forget, leave_open
from dragoman.register.rows import Added


def add(connection: Connection, readout: Readout, reading: Reading) -> Added:
    """Take in a readout with a reading of it, inside the caller's transaction; see `Register.add`."""
    kept = connection.execute(
        select(t.readout.c.id, t.readout.c.ref).where(t.readout.c.hash == readout.content_hash)
    ).first()
    readout_id = _add_readout(connection, readout) if kept is None else kept.id
    # The same text under another ref is no other reading.
    reading = dataclasses.replace(reading, ref=readout.ref if kept is None else kept.ref)
    value = json.loads(json.dumps(reading.as_json()))
    reader, version = reader_and_version(reading.reader)
    ids = account_ids(readout.content_hash, reader, reading.engagements)
    current = connection.execute(
        select(t.reading.c.id, t.reading.c.json).where(
            t.reading.c.readout_id == readout_id, t.reading.c.reader == reader, t.reading.c.current
        )
    ).first()
    if current is not None and current.json == value:
        return Added("unchanged", _engagements(connection, ids.values()))
    gone = accounts_of(connection, current.id) if current is not None else []
    if current is not None:
        connection.execute(update(t.reading).where(t.reading.c.id == current.id).values(current=False))
    reading_id = _keep_reading(connection, readout_id, (reader, version), reading.language, value)
    put_accounts(connection, Current(reading_id, reader, readout, reading, ids), gone)
    return Added("added" if current is None else "reread", _engagements(connection, ids.values()))


def put_accounts(connection: Connection, current: Current, gone: Sequence[str]) -> None:
    """Put the accounts of a reading, as people ruled on them, in the place of those that are `gone`, and group them."""
    decisions = entered(connection, current.readout.content_hash)
    touched = tied_to(connection, gone)
    forget(connection, gone)
    connection.execute(delete(t.account).where(t.account.c.id.in_(gone)))
    reviewed = current.reviewed(decisions)
    _add_accounts(connection, current.id, reviewed.accounts, current.ids)
    put_facts(connection, reviewed)
    _conclude(connection, [current.ids[account.id] for account in reviewed.accounts])
    touched |= settle(connection, decisions)
    _group(connection, [current.ids[account.id] for account in reviewed.accounts], touched)


def put_again(connection: Connection, current: Current) -> None:
    """Put the accounts of a reading anew, after a decision about them."""
    put_accounts(connection, current, accounts_of(connection, current.id))


def reader_and_version(reader: str) -> tuple[str, str]:
    """'dragoman 0.1.0' → ('dragoman', '0.1.0'); a reader without a version has the version ''."""
    found = re.fullmatch(r"(.*\S)[ /]v?([0-9]\S*)", reader)
    return (found[1], found[2]) if found else (reader, "")


def _add_readout(connection: Connection, readout: Readout) -> int:
    values = dataclasses.asdict(readout) | {"hash": readout.content_hash}
    return _insert(connection, t.readout, values)


def _keep_reading(
    connection: Connection, readout_id: int, reader: tuple[str, str], language: str, value: dict[str, Any]
) -> int:
    """Keep a reading as the current one; one of the same version is written over, older ones stay for comparison."""
    name, version = reader
    kept = {"json": value, "language": language, "current": True}
    same = connection.scalar(
        select(t.reading.c.id).where(
            t.reading.c.readout_id == readout_id, t.reading.c.reader == name, t.reading.c.version == version
        )
    )
    if same is None:
        return _insert(connection, t.reading, kept | {"readout_id": readout_id, "reader": name, "version": version})
    connection.execute(update(t.reading).where(t.reading.c.id == same).values(kept))
    return int(same)


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def accounts_of(connection: Connection, reading_id: int) -> Sequence[str]:
    """The ids of the accounts of a reading that are in the register."""
    return connection.scalars(select(t.account.c.id).where(t.account.c.reading_id == reading_id)).all()


def _conclude(connection: Connection, ids: Collection[str]) -> None:
    """Say who the new parties are. Whatever goes wrong there is told in the reason, and each name stays for itself."""
    try:
        with connection.begin_nested():
            conclude(connection, ids)
    except Exception as error:
        leave_open(connection, ids, f"not concluded yet: {type(error).__name__}: {error}".partition("\n")[0])


def _group(connection: Connection, ids: Collection[str], touched: Collection[str]) -> None:
    """Group new accounts. Whatever goes wrong there is told in the reason, and each account stays for itself."""
    try:
        with connection.begin_nested():
            group_new(connection, ids, touched)
    except Exception as error:
        reason = f"not grouped yet: {type(error).__name__}: {error}".partition("\n")[0]
        write(connection, [Membership(id, id, reason, None) for id in (*ids, *touched)])


def _engagements(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """The engagements that accounts belong to, in the order of the accounts."""
    query = select(t.grouping.c.account_id, t.grouping.c.engagement_id).where(t.grouping.c.account_id.in_(ids))
    found = {row.account_id: row.engagement_id for row in connection.execute(query)}
    return tuple(dict.fromkeys(found[id] for id in ids if id in found))


def _add_accounts(connection: Connection, reading_id: int, accounts: Sequence[Account], ids: Mapping[str, str]) -> None:
    rows: dict[Table, list[dict[str, Any]]] = {}
    for number, account in enumerate(accounts):
        id = ids[account.id]
        within = ids.get(account.within) if account.within else None
        row = _account(account) | {"id": id, "reading_id": reading_id, "number": number, "within": within}
        rows.setdefault(t.account, []).append(row)
        for table, values in _details(account):
            rows.setdefault(table, []).append(values | {"account_id": id})
    for table in (t.account, t.party, t.place, t.topic, t.point, t.concept):
        if table in rows:
            connection.execute(insert(table), rows[table])


def _account(account: Account) -> dict[str, Any]:
    named = account.title_says.get("name")
    return {
        "kind": account.kind,
        "status": account.status,
        "starts": account.date and account.date.start,
        "ends": account.date and account.date.end,
        "window_starts": account.window and account.window.start,
        "window_ends": account.window and account.window.end,
        "event": account.event,
        "title_says": account.title_says,
        "title_name_folded": named and fold(named),
    }


def _details(account: Account) -> Iterator[tuple[Table, dict[str, Any]]]:
    """The rows that hang on an account."""
    for party in account.parties:
        yield (
            t.party,
            {
                "name": party.name,
                "name_folded": party.name and fold(party.name),
                "post": party.post,
                "affiliation": party.affiliation,
                "group": party.group,
                "basis": party.basis,
                "confidence": party.confidence,
            },
        )
    for place in account.places:
        yield (
            t.place,
            {
                "country": place.country,
                "locality": place.locality,
                "basis": place.basis,
                "confidence": place.confidence,
            },
        )
    for topic in account.topics:
        yield t.topic, {"text": topic.text}
    for point in account.points:
        yield t.point, {"act": point.act, "by": list(point.by), "text": point.text}
    for concept in account.concepts:
        yield t.concept, {"concept": concept}
