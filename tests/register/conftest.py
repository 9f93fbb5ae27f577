"""A register on each of the databases that it must work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builder import CALL, UNDATED, VISIT, call, undated, visit

from dragoman.register import Register, open_register


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty register may be made: an SQLite file, and a PostgreSQL database where a server answers."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
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
