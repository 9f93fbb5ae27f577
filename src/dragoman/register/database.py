"""Where a register lies and how it is opened: an SQLite file by default, or a PostgreSQL database by its address.

SQLite runs in WAL mode with `synchronous=FULL`: what a commit acknowledged is there after a killed process and after
a power cut alike (NORMAL would be enough for the first). Write transactions take the write lock at their start, so
that two writers wait for each other instead of failing; on PostgreSQL an advisory lock does the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError

from dragoman.errors import DragomanError

_BUSY_MS = 60_000
# 'dragoman' in ASCII, as the number of PostgreSQL's advisory lock.
_ADVISORY_LOCK = int.from_bytes(b"dragoman", "big")
# SQLite would take a file smaller than its smallest page for an empty one, and write over it.
_SMALLEST_PAGE = 512
_NO_DATABASE = "'{}' is no register: the file is not a database."
_serialize = partial(dumps, ensure_ascii=False, separators=(",", ":"))


class RegisterUnusable(DragomanError):
    """The database refuses whatever is asked of it, not only one readout."""


class Database:
    """An opened database; `name` is what people call it (the path, or the address without its password)."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file of our own rather than a server's."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the register and changes nothing."""
        with self._errors_told(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of which everything is kept when the block ends, and nothing when it raises."""
        with self._errors_told(), self.engine.connect() as connection:
            connection.execution_options(dragoman_writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
                yield connection

    def use_wal(self) -> None:
        """Let readers go on while one writes (SQLite; kept in the file)."""
        if self.is_sqlite:
            with self._errors_told(), self.engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert driver is not None
                driver.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        try:
            yield
        except (DataError, IntegrityError) as error:
            raise DragomanError(f"The register '{self.name}' cannot keep it: {_cause(error)}.") from error
        except DBAPIError as error:
            raise RegisterUnusable(_sentence(self.name, _cause(error))) from error
        except UnicodeEncodeError as error:
            raise DragomanError(
                f"The register '{self.name}' cannot keep half a character (a lone surrogate)."
            ) from error


def connect(location: str | Path, create: bool) -> Database:
    """The database at a path or an address (`sqlite:///…`, `postgresql+psycopg://…`); `create` makes an SQLite file."""
    if isinstance(location, str) and "://" in location:
        return _connect_url(location, create)
    return _connect_file(Path(location), create)


def _connect_url(address: str, create: bool) -> Database:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise DragomanError(f"'{address}' is no address of a database: write postgresql://user@host/name.") from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return _connect_file(Path(url.database), create)
    if backend not in ("postgresql", "postgres"):
        raise DragomanError(f"A register is an SQLite file or a PostgreSQL database, not '{backend}'.")
    url = url.set(drivername="postgresql+psycopg")
    try:
        engine = create_engine(url, json_serializer=_serialize, pool_pre_ping=True)
    except ImportError as error:
        raise DragomanError(
            "A register in PostgreSQL needs the driver psycopg: install dragoman with its extra 'postgresql'."
        ) from error
    return Database(engine, url.render_as_string(hide_password=True))


def _connect_file(path: Path, create: bool) -> Database:
    name = str(path)
    try:
        exists, is_folder, has_home = path.exists(), path.is_dir(), path.absolute().parent.is_dir()
        size = path.stat().st_size if exists else 0
    except (OSError, ValueError) as error:
        raise DragomanError(f"The register '{name}' cannot be reached: {_reason(error)}.") from error
    if is_folder:
        raise DragomanError(f"'{name}' is a folder, not a register: name a file, like {path / 'register.db'}.")
    if not exists and not create:
        raise DragomanError(f"There is no register at '{name}': make it with `dragoman add`, or name another.")
    if not has_home:
        raise DragomanError(f"The folder of the register '{name}' does not exist: make it first.")
    if 0 < size < _SMALLEST_PAGE:
        raise DragomanError(_NO_DATABASE.format(name))
    mode = "rwc" if create else "rw"
    url = URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query={"mode": mode, "uri": "true"})
    engine = create_engine(url, json_serializer=_serialize)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Database(engine, name)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions begin late and never as IMMEDIATE: `_begin_sqlite` begins them instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dragoman_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reason(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _cause(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0].rstrip(".")


def _sentence(name: str, cause: str) -> str:
    if "is not a database" in cause:
        return _NO_DATABASE.format(name)
    if "malformed" in cause:
        return f"The register '{name}' is damaged ({cause}): restore it from a copy."
    if "locked" in cause:
        return f"The register '{name}' is held by another program: try again when that has finished."
    if "readonly" in cause or "unable to open" in cause:
        return f"The register '{name}' cannot be written ({cause}): check the rights of the file and its folder."
    return f"The register '{name}' cannot be used: {cause}."
