"""A register: takes in readouts with their readings and answers what engagements it holds.

One readout with its reading is one transaction. What `add` has returned for is there after the process is killed,
and of what it had not returned for, either everything is there or nothing.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from dragoman.errors import DragomanError
from dragoman.model import Reading, Readout
from dragoman.register.adding import add
from dragoman.register.database import Database, connect
from dragoman.register.filters import Filters
from dragoman.register.grouping.regrouping import regroup_all
from dragoman.register.people.concluding import conclude_all
from dragoman.register.people.importing import import_institutions, import_tenures
from dragoman.register.record import record, resolve, told
from dragoman.register.rows import Added, EngagementRecord, EngagementRow, Told
from dragoman.register.search import find
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
            return told(connection, resolve(connection, id, self.name))


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
