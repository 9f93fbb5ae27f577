"""What adding keeps, replaces and leaves alone."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from builder import CALL, VISIT, account, call, numbered, reading, visit
from sqlalchemy import Table, func, select

from dragoman.errors import DragomanError
from dragoman.model import Readout
from dragoman.register import Register, open_register
from dragoman.register import tables as t
from dragoman.register.adding import reader_and_version


def counted(register: Register, table: Table) -> int:
    with register._database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def test_a_readout_is_added_with_an_id_for_each_engagement(register: Register) -> None:
    added = register.add(VISIT, visit())
    assert added.status == "added"
    assert len(set(added.engagement_ids)) == 2
    assert {row.id for row in register.list()} == set(added.engagement_ids)


def test_the_same_readout_twice_changes_nothing_and_says_so(register: Register) -> None:
    first = register.add(VISIT, visit())
    before = register.list()
    again = register.add(dataclasses.replace(VISIT, ref="another name", source="elsewhere"), visit())
    assert (first.status, again.status) == ("added", "unchanged")
    assert again.engagement_ids == first.engagement_ids
    assert register.list() == before
    assert [counted(register, table) for table in (t.readout, t.reading, t.account)] == [1, 1, 2]


def test_the_same_text_published_by_another_is_another_readout(register: Register) -> None:
    register.add(CALL, call())
    other = dataclasses.replace(CALL, publisher="JP")
    assert register.add(other, dataclasses.replace(call(), readout=other.content_hash)).status == "added"
    assert counted(register, t.readout) == 2


def test_a_newer_reader_replaces_the_reading_and_the_ids_stay(register: Register) -> None:
    first = register.add(VISIT, visit())
    again = register.add(VISIT, visit(reader="dragoman 0.2.0"))
    assert again.status == "reread"
    assert again.engagement_ids == first.engagement_ids
    assert len(register.list()) == 2
    record = register.show(first.engagement_ids[0])
    assert [told.reader for told in record.accounts] == ["dragoman 0.2.0"]


def test_replaced_readings_are_kept_but_only_one_is_current(register: Register) -> None:
    for reader in ("dragoman 0.1.0", "dragoman 0.2.0", "dragoman 0.1.0"):
        register.add(VISIT, visit(reader))
    with register._database.reading() as connection:
        kept = connection.execute(select(t.reading.c.version, t.reading.c.current).order_by(t.reading.c.version)).all()
    assert [tuple(row) for row in kept] == [("0.1.0", True), ("0.2.0", False)]
    assert counted(register, t.account) == 2


def test_other_findings_of_the_same_reader_version_replace_the_reading(register: Register) -> None:
    register.add(VISIT, visit())
    fewer = dataclasses.replace(visit(), engagements=visit().engagements[:1])
    assert register.add(VISIT, fewer).status == "reread"
    assert [row.kind for row in register.list()] == ["visit"]
    assert [counted(register, table) for table in (t.reading, t.account, t.party, t.topic)] == [1, 1, 1, 0]


def test_an_account_found_in_addition_leaves_the_ids_of_the_others(register: Register) -> None:
    before = register.add(VISIT, visit()).engagement_ids
    talks = account(VISIT.text, "e1", "meeting", "discussed")
    visited, met = visit().engagements
    shifted = (
        talks,
        dataclasses.replace(visited, id="e2"),
        dataclasses.replace(met, id="e3", within="e2"),
    )
    after = register.add(VISIT, reading(VISIT, *shifted, reader="dragoman 0.2.0")).engagement_ids
    assert after[1:] == before
    assert after[0] not in before


def test_another_readers_accounts_stand_beside_those_of_the_first(register: Register) -> None:
    first = register.add(VISIT, visit())
    other = register.add(VISIT, visit(reader="desk officer"))
    assert (other.status, other.engagement_ids) == ("added", first.engagement_ids)
    readers = [told.reader for told in register.show(first.engagement_ids[0]).accounts]
    assert readers == ["dragoman 0.1.0", "desk officer"]
    assert counted(register, t.account) == 4


def test_ids_are_the_same_in_another_register(register: Register, tmp_path: Path) -> None:
    ids = register.add(VISIT, visit()).engagement_ids
    with open_register(tmp_path / "other.db", create=True) as other:
        other.add(*numbered(1))
        assert other.add(VISIT, visit()).engagement_ids == ids


def test_two_accounts_in_the_same_words_have_two_ids(register: Register) -> None:
    met = visit().engagements[1]
    twice = reading(VISIT, dataclasses.replace(met, within=None), dataclasses.replace(met, id="e3", within=None))
    assert len(set(register.add(VISIT, twice).engagement_ids)) == 2


def test_a_readout_without_engagements_is_kept(register: Register) -> None:
    readout = Readout(text="Nothing happened.")
    assert register.add(readout, reading(readout)).engagement_ids == ()
    assert register.add(readout, reading(readout)).status == "unchanged"


def test_a_parent_told_after_its_part_is_linked(register: Register) -> None:
    visited, met = visit().engagements
    ids = register.add(VISIT, reading(VISIT, met, visited)).engagement_ids
    assert register.show(ids[0]).engagement.within == ids[1]


def test_a_reading_of_another_text_is_refused(register: Register) -> None:
    with pytest.raises(DragomanError, match="another text"):
        register.add(VISIT, call())
    assert counted(register, t.readout) == 0


def test_what_the_database_cannot_keep_is_refused_whole(register: Register) -> None:
    half = Readout(text="half a character: \ud83d", ref="half")
    with pytest.raises(DragomanError, match="surrogate"):
        register.add(half, reading(half))
    register.add(VISIT, visit())
    assert counted(register, t.readout) == 1


@pytest.mark.parametrize(
    ("reader", "parts"),
    [
        ("dragoman 0.1.0", ("dragoman", "0.1.0")),
        ("dragoman/0.1.0", ("dragoman", "0.1.0")),
        ("a language model v3.5-2026", ("a language model", "3.5-2026")),
        ("desk officer", ("desk officer", "")),
        ("bureau 4", ("bureau", "4")),
    ],
)
def test_a_reader_has_a_name_and_a_version(reader: str, parts: tuple[str, str]) -> None:
    assert reader_and_version(reader) == parts
