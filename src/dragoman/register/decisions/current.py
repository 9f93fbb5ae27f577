"""A reader's current reading of a readout, whole, with the ids of its accounts and what people ruled on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, select

from dragoman.model import Account, Reading, Readout
from dragoman.register import tables as t
from dragoman.register.decisions.decision import Decision, standing
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.reviewing import Reviewed, review
from dragoman.register.ids import account_ids

_readings = TypeAdapter(Reading)
RULINGS = ("same", "different")


@dataclass(frozen=True, slots=True)
class Current:
    """A reading as the reader made it. `ids` gives each account's id in the register by its id in the reading."""

    id: int
    reader: str
    readout: Readout
    reading: Reading
    ids: Mapping[str, str]

    @property
    def told(self) -> dict[str, Account]:
        """Its accounts by their ids in the register."""
        return {self.ids[account.id]: account for account in self.reading.engagements}

    def reviewed(self, decisions: tuple[Decision, ...]) -> Reviewed:
        """The reading after decisions about its readout."""
        own = (each for each in standing(decisions) if each.act not in RULINGS and each.about[0].reader == self.reader)
        return review(self.readout, self.reading, self.ids, tuple(own))


def current_reading(connection: Connection, readout: str, reader: str) -> Current | None:
    """The current reading of a readout (by its content's hash) by a reader (by name without version)."""
    wanted = _wanted().where(t.readout.c.hash == readout, t.reading.c.reader == reader, t.reading.c.current)
    row = connection.execute(wanted).first()
    return _current(row) if row else None


def reading_of(connection: Connection, id: int) -> Current:
    """The reading of an id."""
    return _current(connection.execute(_wanted().where(t.reading.c.id == id)).one())


def after_review(connection: Connection, id: int) -> tuple[Reading, Readout]:
    """The reading of an id with the accounts that people left of it, and its readout."""
    current = reading_of(connection, id)
    accounts = current.reviewed(entered(connection, current.readout.content_hash)).accounts
    return replace(current.reading, engagements=accounts), current.readout


def _wanted() -> Select[tuple[object, ...]]:
    return select(t.reading.c.id.label("reading_id"), t.reading.c.reader, t.reading.c.json, t.readout).join(
        t.readout, t.readout.c.id == t.reading.c.readout_id
    )


def _current(row: Row[tuple[object, ...]]) -> Current:
    readout = Readout(row.text, row.title, row.published, row.language, row.publisher, row.ref, row.source)
    reading = _readings.validate_python(row.json)
    ids = account_ids(readout.content_hash, row.reader, reading.engagements)
    return Current(row.reading_id, row.reader, readout, reading, ids)
