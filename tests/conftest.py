"""What every test may stand on: the project's root, and a PostgreSQL database of its own where a server answers."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

POSTGRESQL = ("127.0.0.1", 5432)


def pytest_configure() -> None:
    """What the tests start can be stopped by Ctrl-C, also where the suite itself runs in the background of a script,
    which has Ctrl-C ignored (POSIX, Shell Command Language, 2.11) by all that is started there.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def project_root() -> Path:
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    """The URL of a database on the local server that may create others; skips where no server answers."""
    try:
        socket.create_connection(POSTGRESQL, timeout=2).close()
    except OSError as error:
        reason = f"no PostgreSQL server answers on {POSTGRESQL[0]}:{POSTGRESQL[1]} ({error})"
        if os.environ.get("DRAGOMAN_REQUIRE_POSTGRES") == "1":
            pytest.fail(f"DRAGOMAN_REQUIRE_POSTGRES=1, but {reason}")
        pytest.skip(reason)
    return f"postgresql+psycopg://postgres@{POSTGRESQL[0]}:{POSTGRESQL[1]}/postgres"


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty database that lives as long as the test."""
    name = f"dragoman_test_{uuid4().hex}"
    engine = sa.create_engine(postgresql_server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    yield sa.make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE "{name}" WITH (FORCE)'))
