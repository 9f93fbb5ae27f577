"""A register on each of the databases that it must work on."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from builder import CALL, UNDATED, VISIT, call, undated, visit
from running import Done, Run

from dragoman.cli import main
from dragoman.register import Register, open_register


@pytest.fixture(scope="session")
def postgresql_database(postgresql_server: str) -> Iterator[tuple[sa.Engine, Iterator[int]]]:
    """A database of this session, and the numbers of the schemas to make in it: far quicker than a database a test."""
    name = f"dragoman_test_{uuid4().hex}"
    server = sa.create_engine(postgresql_server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with server.connect() as connection:
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    yield sa.create_engine(sa.make_url(postgresql_server).set(database=name), poolclass=sa.NullPool), count()
    with server.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture
def postgresql_schema(postgresql_database: tuple[sa.Engine, Iterator[int]]) -> str:
    """The address of an empty schema."""
    engine, numbers = postgresql_database
    name = f"register_{next(numbers)}"
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(name))
    return engine.url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty register may be made: an SQLite file, and a schema where a PostgreSQL server answers."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_schema"))
    return str(tmp_path / "register.db")


@pytest.fixture
def register(location: str) -> Iterator[Register]:
    with open_register(location, create=True) as opened:
        yield opened


@pytest.fixture
def filled(register: Register) -> Register:
    """A register with five engagements of three readouts."""
    for readout, reading in ((VISIT, visit()), (CALL, call()), (UNDATED, undated())):
        register.add(readout, reading)
    return register


class Terminal(io.TextIOWrapper):
    """Standard input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """The program, run with these arguments in an empty folder, on what is typed through a pipe."""
    monkeypatch.chdir(tmp_path)
    for variable in ("DRAGOMAN_REGISTER", "DRAGOMAN_BY", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)

    def run(*arguments: str, stdin: str = "", terminal: bool = False) -> Done:
        monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
        typed = Terminal if terminal else io.TextIOWrapper
        monkeypatch.setattr(sys, "stdin", typed(io.BytesIO(stdin.encode()), "utf-8"))
        with pytest.raises(SystemExit) as end:
            main()
        captured = capsys.readouterr()
        code = end.value.code
        assert isinstance(code, int | None)
        return Done(code or 0, captured.out, captured.err)

    return run
