"""A register: takes in readouts with their readings and answers what engagements it holds.

One readout with its reading is one transaction. What `add` has returned for is there after the process is killed,
and of what it had not returned for, either everything is there or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal

from sqlalchemy import Connection

from dragoman.errors import DragomanError
from dragoman.model import Reading, Readout
from dragoman.register.adding import add, reader_and_version
from dragoman.register.database import Database, connect
from dragoman.register.decisions.desk import Signature, add_fact, decide, rule, undo
from dragoman.register.decisions.facts import Content, FactKind, Key, id_of, key_of
from dragoman.register.decisions.listing import decision, listed
from dragoman.register.decisions.records import DecisionRecord, FactRecord
from dragoman.register.decisions.showing import Wanted, records, waiting
from dragoman.register.dossier import Dossier, dossier
from dragoman.register.filters import Filters
from dragoman.register.grouping.regrouping import regroup_all
from dragoman.register.kept import kept_readout, read_by
from dragoman.register.people.concluding import conclude_all
from dragoman.register.people.importing import import_institutions, import_tenures
from dragoman.register.record import record, resolve, resolve_account
from dragoman.register.rereading import Reread, reread
from dragoman.register.rows import Added, EngagementRecord, EngagementRow, Told
from dragoman.register.search import find
from dragoman.register.told import told
from dragoman.register.versions import bring_up_to_date


class Register:
    """An opened register; close it, or use it in a `with` block. Get one from `open_register`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def name(self) -> str:
        """What people call it: its path, or its address without the password."""
        return self._database.name

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.engine.dispose()

    def add(self, readout: Readout, reading: Reading) -> Added:
        """Take in a readout with a reading of it.

        The same reading of the same readout again changes nothing. Another reading by the same reader (a newer version
        of it) replaces the earlier one; another reader's stands beside it. Raises DragomanError when the reading is
        of another text or the database refuses.
        """
        if reading.readout != readout.content_hash:
            raise DragomanError(f"The reading of '{readout.ref or readout.title}' is of another text than the readout.")
        with self._database.writing() as connection:
            return add(connection, readout, reading)

    def reread(self, readout: Readout, reading: Reading) -> Reread:
        """Take in a new reading of a readout that is there, as `add` does, and tell what it says otherwise."""
        with self._database.writing() as connection:
            return reread(connection, readout, reading)

    def regroup(self) -> None:
        """Find anew which accounts tell of one occasion; nothing else changes."""
        with self._database.writing() as connection:
            regroup_all(connection)

    def conclude(self) -> None:
        """Say anew who the parties are; nothing else changes."""
        with self._database.writing() as connection:
            conclude_all(connection)

    def import_tenures(self, text: str, file: str) -> int:
        """Take in tenures of one's own, and say anew who the parties are; how many tenures the file holds.

        `file` is its name: a later file of the same name takes its place. Raises DragomanError for a bad file, with
        the line and the reason; nothing has changed then.
        """
        with self._database.writing() as connection:
            count = import_tenures(connection, text, file)
            conclude_all(connection)
            return count

    def import_institutions(self, text: str, file: str) -> int:
        """Take in institutions of one's own; as `import_tenures`."""
        with self._database.writing() as connection:
            return import_institutions(connection, text, file)

    def facts(self, which: Wanted | None = None) -> tuple[FactRecord, ...]:
        """The facts to review, least sure first; their engagement may be named by the beginning of its id."""
        with self._database.reading() as connection:
            return tuple(records(connection, waiting(connection, self._meant(connection, which or Wanted()))))

    def fact_ids(self, which: Wanted | None = None) -> tuple[str, ...]:
        """The ids of `facts`, for going through many of them one by one."""
        with self._database.reading() as connection:
            return tuple(map(id_of, waiting(connection, self._meant(connection, which or Wanted()))))

    def fact(self, id: str) -> FactRecord:
        """The fact of an id, like 'e-h3kq7zt2ma/party/1'; raises DragomanError if there is none."""
        with self._database.reading() as connection:
            (found,) = records(connection, [_key(connection, id)])
            return found

    def _meant(self, connection: Connection, which: Wanted) -> Wanted:
        """The same with the engagement's whole id."""
        if which.engagement is None:
            return which
        return replace(which, engagement=resolve(connection, which.engagement, self.name))

    def decide(
        self,
        act: Literal["accept", "edit", "reject"],
        fact: str,
        by: str,
        why: str | None = None,
        content: Content | None = None,
    ) -> int:
        """Rule on a fact (by its id); an edit gives what changes of its content. Returns the decision's number.

        Raises DragomanError for what is no fact, and for an edit that cannot be.
        """
        with self._database.writing() as connection:
            return decide(connection, act, _key(connection, fact), content, _signed(by, why)).number

    def add_fact(self, account: str, fact: FactKind, content: Content, by: str, why: str | None = None) -> int:
        """Add a fact to an account (by its id); as `decide`."""
        with self._database.writing() as connection:
            return add_fact(connection, resolve_account(connection, account), fact, content, _signed(by, why)).number

    def rule(self, act: Literal["same", "different"], one: str, *others: str, by: str, why: str | None = None) -> int:
        """Rule that an account is of one occasion with others, or with none of them; an engagement's id is that of its
        leading account. Returns the decision's number."""
        with self._database.writing() as connection:
            first, *rest = (resolve_account(connection, id) for id in (one, *others))
            return rule(connection, act, first, rest, _signed(by, why)).number

    def undo(self, number: int, by: str, why: str | None = None) -> int:
        """Take back a decision by its number; returns the number of this one."""
        with self._database.writing() as connection:
            return undo(connection, number, _signed(by, why)).number

    def decisions(self) -> tuple[DecisionRecord, ...]:
        """Every decision in order, with what has become of it."""
        with self._database.reading() as connection:
            return tuple(listed(connection))

    def decision(self, number: int) -> DecisionRecord:
        """The decision of a number; raises DragomanError if there is none."""
        with self._database.reading() as connection:
            return decision(connection, number)

    def readouts(self, reader: str | None = None) -> Iterator[Readout]:
        """Every readout, or those that this reader (of whatever version) has read, in the order of adding."""
        with self._database.reading() as connection:
            hashes = read_by(connection, reader_and_version(reader)[0] if reader else None)
        for content_hash in hashes:
            with self._database.reading() as connection:
                yield kept_readout(connection, content_hash)

    def list(self, filters: Filters | None = None) -> tuple[EngagementRow, ...]:
        """The engagements that satisfy the filters: newest first, undated ones last, then by id."""
        with self._database.reading() as connection:
            return tuple(find(connection, filters or Filters()))

    def show(self, id: str) -> EngagementRecord:
        """The engagement of this id (or of an unmistakable beginning of it); raises DragomanError if there is none."""
        with self._database.reading() as connection:
            return record(connection, resolve(connection, id, self.name))

    def told(self, id: str) -> tuple[Told, ...]:
        """Every readout that tells of the engagement of this id, with its whole reading; raises as `show` does."""
        with self._database.reading() as connection:
            engagement = resolve(connection, id, self.name)
            return told(connection, [engagement])[engagement]

    def dossier(self, partners: Sequence[str], since: str | None = None, until: str | None = None) -> Dossier:
        """Everything on dealings with a partner (a country, body or person, by code or name), or of partners with each
        other, between two days, months or years.

        Raises DragomanError for who is not known, and for a name that several have.
        """
        with self._database.reading() as connection:
            return dossier(connection, partners, since, until)


def _key(connection: Connection, fact: str) -> Key:
    """The key of a fact's id, the account's part of which may be the beginning of one."""
    account, kind, number = key_of(fact)
    return resolve_account(connection, account), kind, number


def _signed(by: str, why: str | None) -> Signature:
    if not by.strip():
        raise DragomanError("A decision needs somebody who decides: say who.")
    return Signature(by.strip(), datetime.now(UTC).isoformat(timespec="seconds"), why)


def open_register(location: str | Path, create: bool) -> Register:
    """Open the register at a path or a database address, migrating it where an older dragoman made it.

    With `create`, one that does not exist is made; without, that is a DragomanError, as is whatever is no register
    or was made by a newer dragoman. Nothing is created or changed then.
    """
    database = connect(location, create)
    try:
        bring_up_to_date(database, create)
    except BaseException:
        database.engine.dispose()
        raise
    return Register(database)
