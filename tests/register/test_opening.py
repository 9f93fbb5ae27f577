"""What is opened, made, migrated and refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from builder import VISIT, numbered, visit

from dragoman.errors import DragomanError
from dragoman.register import open_register
from dragoman.register.tables import metadata
from dragoman.register.versions import MIGRATIONS, NEWEST, VERSION_TABLE


def refused(location: str | Path, create: bool) -> str:
    """The one sentence with which a location is refused."""
    with pytest.raises(DragomanError) as told:
        open_register(location, create=create)
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_what_was_added_is_there_when_opened_again(location: str) -> None:
    with open_register(location, create=True) as register:
        register.add(VISIT, visit())
        before = register.list()
    for create in (True, False):
        with open_register(location, create=create) as register:
            assert register.list() == before


def test_the_migrations_make_the_tables_that_the_code_uses(location: str) -> None:
    with open_register(location, create=True) as register, register._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_the_newest_version_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_a_register_made_by_a_newer_version_is_refused_and_left_alone(location: str) -> None:
    with open_register(location, create=True) as register:
        register.add(VISIT, visit())
        with register._database.writing() as connection:
            connection.execute(sa.text(f"UPDATE {VERSION_TABLE} SET version_num = '9001'"))
        for create in (True, False):
            assert "newer dragoman" in refused(location, create)
        with register._database.reading() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM readout")) == 1


def test_a_database_of_something_else_is_refused_and_left_alone(location: str) -> None:
    with open_register(location, create=True) as register:
        with register._database.writing() as connection:
            connection.execute(sa.text("CREATE TABLE recipe (id INTEGER)"))
            connection.execute(sa.text(f"DROP TABLE {VERSION_TABLE}"))
        assert "something else" in refused(location, create=True)


def test_a_foreign_sqlite_file_stays_byte_for_byte_what_it_is(tmp_path: Path) -> None:
    foreign = tmp_path / "recipes.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE recipe (id INTEGER)")
    connection.commit()
    connection.close()
    before = foreign.read_bytes()
    assert "something else" in refused(foreign, create=True)
    assert foreign.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["recipes.db"]


@pytest.mark.parametrize("content", [b"Minister met minister.\n" * 100, b"\x89PNG\r\n\x1a\n" + bytes(2000), b"x"])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    assert "not a database" in refused(file, create)
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_damaged_register_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with open_register(path, create=True) as register:
        for number in range(50):
            register.add(*numbered(number))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    assert "damaged" in refused(path, create=False)


def test_nothing_is_made_where_no_register_is(tmp_path: Path) -> None:
    assert "no register at" in refused(tmp_path / "register.db", create=False)
    assert "no register at" in refused(tmp_path / "no" / "register.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_register_until_something_is_added(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.touch()
    assert "holds no register yet" in refused(path, create=False)
    with open_register(path, create=True) as register:
        assert register.add(VISIT, visit()).status == "added"


def test_an_empty_database_is_no_register_until_something_is_added(postgresql_schema: str) -> None:
    assert "holds no register yet" in refused(postgresql_schema, create=False)


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path / "no" / "register.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path, create=True)


AS_NOBODY = """
import os, sys
from dragoman.errors import DragomanError
from dragoman.register import open_register
open_register(sys.argv[1], create=True).close()  # everything is imported before the rights are given up
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
for create in (True, False):
    try:
        open_register(sys.argv[2], create=create)
    except DragomanError as error:
        sys.stdout.write(f"{error}\\n")
"""


@pytest.mark.parametrize(("mode", "says"), [(0o555, ["cannot be written", "no register"]), (0o000, ["reached"] * 2)])
def test_a_folder_without_the_rights_is_told(tmp_path: Path, mode: int, says: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        locked = Path(home) / "locked"
        locked.mkdir()
        locked.chmod(mode)
        command = [sys.executable, "-c", AS_NOBODY, str(tmp_path / "open.db"), str(locked / "register.db")]
        sentences = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        locked.chmod(0o755)
        assert list(locked.iterdir()) == []
    assert len(sentences) == 2
    assert all(words in sentence for words, sentence in zip(says, sentences, strict=True))


@pytest.mark.parametrize("name", ["what? yes.db", "50%25.db", "a#b.db", "登记册.db", "sp ace.db", "file:x.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_register(name, create=True).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_sqlite_address_is_a_path(tmp_path: Path) -> None:
    open_register(f"sqlite:///{tmp_path / 'register.db'}", create=True).close()
    assert (tmp_path / "register.db").exists()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://localhost/register", "not 'mysql'"),
        ("sqlite://", "not 'sqlite'"),
        ("://", "no address"),
        ("postgresql://localhost:port/x", "no address"),
        ("postgresql://nobody:secret@127.0.0.1:1/x?connect_timeout=2", "cannot be used"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_the_password(address: str, says: str) -> None:
    sentence = refused(address, create=True)
    assert says in sentence
    assert "secret" not in sentence


def test_a_register_held_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.db"
    monkeypatch.setattr("dragoman.register.database._BUSY_MS", 50)
    with open_register(path, create=True) as register:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DragomanError, match="held by another program"):
            register.add(VISIT, visit())
        assert register.list() == ()
        holder.execute("ROLLBACK")
        holder.close()
        assert register.add(VISIT, visit()).status == "added"
