"""Brings a register to the newest shape of its tables, from the first migration on."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select, table
from sqlalchemy import column as named

from dragoman.errors import DragomanError
from dragoman.register.database import Database
from dragoman.register.decisions.states import put_all_facts
from dragoman.register.grouping.regrouping import regroup_all
from dragoman.register.people.concluding import conclude_all

# Its own name, so that another program's Alembic table is never taken for ours.
VERSION_TABLE = "dragoman_version"
MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = "0005"


def bring_up_to_date(database: Database, create: bool) -> None:
    """Make the tables (only if `create`) or migrate them; raises for anything that is no register or a newer one."""
    with database.reading() as connection:
        if _version(connection) == NEWEST:
            return
        _check(connection, database.name, create)
    database.use_wal()
    with database.writing() as connection:
        # Another process may have been quicker.
        if _version(connection) != NEWEST:
            _check(connection, database.name, create)
            _upgrade(connection)
            put_all_facts(connection)
            regroup_all(connection)
            conclude_all(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.scalar(select(named("version_num")).select_from(table(VERSION_TABLE)))


def _check(connection: Connection, name: str, create: bool) -> None:
    version = _version(connection)
    if version is not None:
        if version not in _known():
            raise DragomanError(f"The register '{name}' was made by a newer dragoman ({version}): update dragoman.")
    elif inspect(connection).get_table_names():
        raise DragomanError(f"'{name}' is a database of something else: name a register, or an empty schema.")
    elif not create:
        raise DragomanError(f"'{name}' holds no register yet: fill it with `dragoman add`, or name another.")


def _known() -> set[str]:
    return {path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def _upgrade(connection: Connection) -> None:
    # Alembic takes longer to import than a register takes to open, and most opens need no migration.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
