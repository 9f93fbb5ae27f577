"""Accounts of one occasion become one engagement: with a reason, in any order, and again from nothing."""

from __future__ import annotations

import dataclasses
from itertools import permutations
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from builder import VISIT, account, party, reading, visit

from dragoman.model import Account, Reading, Readout
from dragoman.register import Register, open_register
from dragoman.register import tables as t
from dragoman.register.database import connect
from dragoman.register.ids import account_ids
from dragoman.register.versions import MIGRATIONS

Told = tuple[Readout, Reading]
LISBON = ("PT", "Lisbon")


def meeting(
    title: str, published: str, day: str | tuple[str, str] | None, name: str = "Rui Vaz", **given: object
) -> Told:
    """A readout that tells of a meeting of Ines Sørland with a Portuguese."""
    readout = Readout(f"Ines Sørland met {name} in Lisbon.", title=title, published=published, publisher=title)
    parties = (
        party(readout.text, "Ines Sørland", None, "NO"),
        party(readout.text, name, None, "PT"),
    )
    told = account(
        readout.text,
        "e1",
        "meeting",
        "met",
        date=(day, day) if isinstance(day, str) else day,
        place=LISBON,
        parties=parties,
        **given,
    )
    return readout, reading(readout, told)


OSLO = meeting("Oslo", "2024-03-05", "2024-03-04")
LISBOA = meeting("Lisboa", "2024-03-04", "2024-03-04")
LATER = meeting("Oslo", "2024-03-12", "2024-03-11")
PLANNED = meeting("Lisboa", "2024-03-02", "2024-03-04", status="planned")
MENTIONED = meeting("Porto", "2024-09-01", ("2024-03-01", "2024-03-31"), status="referenced")
DEPUTY = meeting("Faro", "2024-03-04", "2024-03-04", "Ana Brandão")


def groups(register: Register) -> set[frozenset[str]]:
    """The refs-by-title of each engagement's readouts."""
    return {frozenset(f"{readout.title} {readout.published}" for readout in row.readouts) for row in register.list()}


def test_both_sides_accounts_are_one_engagement_with_a_reason(register: Register) -> None:
    ids = {register.add(*told).engagement_ids for told in (OSLO, LISBOA)}
    (row,) = register.list()
    assert (row.id,) in ids
    record = register.show(row.id)
    assert [told.readout.title for told in record.accounts] == ["Oslo", "Lisboa"]
    one, other = record.accounts
    says = "on one day; same parties NO, PT; names agree 1.00; both in Lisbon"
    assert (one.reason, other.reason) == (f"with {other.id}: {says}", f"with {one.id}: {says}")


def test_any_accounts_id_leads_to_the_engagement(register: Register) -> None:
    register.add(*OSLO)
    other = register.add(*LATER).engagement_ids
    register.add(*LISBOA)
    record = register.show(next(row.id for row in register.list() if row.id not in other))
    assert len(record.accounts) == 2
    assert {register.show(told.id).engagement.id for told in record.accounts} == {record.engagement.id}


def test_what_is_held_leads_what_was_planned_or_is_mentioned(register: Register) -> None:
    for told in (PLANNED, MENTIONED, LISBOA):
        register.add(*told)
    (row,) = register.list()
    assert (row.status, len(row.readouts)) == ("held", 3)


@pytest.mark.parametrize("order", list(permutations(range(5)))[::7])
def test_the_groups_do_not_depend_on_the_order_of_adding(tmp_path: Path, order: tuple[int, ...]) -> None:
    told = (OSLO, LISBOA, LATER, PLANNED, DEPUTY)
    with open_register(tmp_path / "register.db", create=True) as register:
        for number in order:
            register.add(*told[number])
        assert groups(register) == {
            frozenset({"Oslo 2024-03-05", "Lisboa 2024-03-04", "Lisboa 2024-03-02"}),
            frozenset({"Oslo 2024-03-12"}),
            frozenset({"Faro 2024-03-04"}),
        }


def test_grouping_again_from_nothing_gives_the_same(register: Register) -> None:
    for told in (OSLO, LISBOA, LATER, PLANNED, DEPUTY, MENTIONED, (VISIT, visit())):
        register.add(*told)
    before = [register.show(row.id) for row in register.list()]
    with register._database.writing() as connection:
        for table in (t.grouping, t.engagement, t.tie, t.block):
            connection.execute(sa.delete(table))
    assert register.list() == ()
    register.regroup()
    assert [register.show(row.id) for row in register.list()] == before


def test_two_meetings_that_one_readout_tells_apart_stay_apart(register: Register) -> None:
    readout, told = OSLO
    (met,) = told.engagements
    both = dataclasses.replace(told, engagements=(met, dataclasses.replace(met, id="e2")))
    assert len(set(register.add(readout, both).engagement_ids)) == 2
    register.add(*LISBOA)
    assert sorted(len(row.readouts) for row in register.list()) == [1, 2]


def test_a_mention_that_fits_two_meetings_is_left_alone(register: Register) -> None:
    for told in (OSLO, LATER, MENTIONED):
        register.add(*told)
    assert len(register.list()) == 3


def test_a_mention_of_the_month_is_of_the_meeting_that_most_readouts_tell_of(register: Register) -> None:
    others = [meeting(title, "2024-03-05", "2024-03-04") for title in ("Braga", "Faro")]
    for told in (OSLO, LISBOA, *others, LATER, MENTIONED):
        register.add(*told)
    assert sorted(len(row.readouts) for row in register.list()) == [1, 5]


def test_a_mention_without_a_date_is_of_no_meeting_for_being_told_of_more_often(register: Register) -> None:
    others = [meeting(title, "2024-03-05", "2024-03-04") for title in ("Braga", "Faro")]
    vague = meeting("Porto", "2024-09-01", None, status="referenced", window=("2024-03-01", "2024-03-31"))
    for told in (OSLO, LISBOA, *others, LATER, vague):
        register.add(*told)
    assert sorted(len(row.readouts) for row in register.list()) == [1, 1, 4]


def visiting(title: str, published: str, day: tuple[str, str] | None, **given: object) -> Told:
    """A readout that tells of Ines Sørland's visit to Portugal."""
    readout = Readout("Ines Sørland visited Portugal.", title=title, published=published, publisher=title)
    guest = party(readout.text, "Ines Sørland", None, "NO")
    told = account(readout.text, "e1", "visit", "visited", date=day, place=LISBON, parties=(guest,), **given)
    return readout, reading(readout, told)


VISITED = visiting("Lisboa", "2024-03-04", ("2024-03-04", "2024-03-04"))
IN_MARCH = visiting("Oslo", "2024-06-01", ("2024-03-01", "2024-03-31"), status="referenced")
NOT_LONG_AGO = visiting("Porto", "2024-03-18", None, window=("2024-03-11", "2024-03-18"))


def test_a_mention_of_the_month_connects_an_undated_visit_with_the_dated_one(register: Register) -> None:
    for told in (VISITED, NOT_LONG_AGO):
        register.add(*told)
    assert len(register.list()) == 2
    register.add(*IN_MARCH)
    assert [len(row.readouts) for row in register.list()] == [3]


def test_it_connects_no_two_meetings_a_week_apart(register: Register) -> None:
    undated = meeting("Braga", "2024-03-18", None, window=("2024-03-11", "2024-03-18"))
    for told in (OSLO, LISBOA, undated, MENTIONED):
        register.add(*told)
    assert sorted(len(row.readouts) for row in register.list()) == [1, 1, 2]


def test_a_new_reading_takes_its_accounts_out_of_their_groups(register: Register) -> None:
    register.add(*LISBOA)
    readout, told = OSLO
    register.add(readout, told)
    moved = dataclasses.replace(
        told.engagements[0], date=dataclasses.replace(LATER[1].engagements[0].date, start="2024-03-11")
    )
    register.add(readout, dataclasses.replace(told, reader="dragoman 0.2.0", engagements=(moved,)))
    assert len(register.list()) == 2
    assert {told.reason for row in register.list() for told in register.show(row.id).accounts} == {
        "the only account of it"
    }


def test_a_leading_account_that_goes_leaves_the_others_in_the_register(register: Register) -> None:
    ids = [register.add(*told).engagement_ids for told in (PLANNED, OSLO)]
    readout, told = OSLO
    assert register.list()[0].readouts[0].title == "Oslo"
    register.add(readout, dataclasses.replace(told, reader="dragoman 0.2.0", engagements=()))
    (row,) = register.list()
    assert (row.id,) == ids[0]
    assert row.status == "planned"


@pytest.mark.parametrize("step", ["load", "blocks", "is_hopeless", "likeness", "memberships", "write", "rulings"])
def test_adding_never_fails_on_a_grouping_error(register: Register, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    register.add(*OSLO)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("no weights")

    with monkeypatch.context() as patched:
        patched.setattr(f"dragoman.register.grouping.regrouping.{step}", broken)
        added = register.add(*LISBOA)
    assert added.status == "added"
    (told,) = register.show(added.engagement_ids[0]).accounts
    assert told.reason == "not grouped yet: ZeroDivisionError: no weights"
    assert len(register.list()) == 2
    register.regroup()
    assert len(register.list()) == 1


def test_adding_never_fails_on_an_error_of_the_database_while_grouping(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.add(*OSLO)

    def broken(connection: sa.Connection, *_: object) -> None:
        connection.execute(sa.text("SELECT nothing FROM nowhere"))

    with monkeypatch.context() as patched:
        patched.setattr("dragoman.register.grouping.regrouping.write", broken)
        added = register.add(*LISBOA)
    (told,) = register.show(added.engagement_ids[0]).accounts
    assert told.reason.startswith("not grouped yet: ")
    register.regroup()
    assert len(register.list()) == 1


def forum(title: str, *days: str | tuple[str, str], status: str = "held") -> Told:
    """A readout that tells of a forum once or more often, each time on other days (a pair of them is a window)."""
    readout = Readout(f"{title}: Ines Sørland spoke at the Lisbon Forum on Tides.", title=title, publisher=title)
    accounts = [
        account(
            readout.text,
            f"e{number}",
            "conference",
            "spoke at",
            event="Lisbon Forum on Tides",
            status=status,
            parties=(party(readout.text, "Ines Sørland", None, "NO"),),
            **({"date": (day, day)} if isinstance(day, str) else {"window": day}),
        )
        for number, day in enumerate(days, 1)
    ]
    return readout, reading(readout, *accounts)


def test_an_event_that_one_text_comes_back_to_is_one(register: Register) -> None:
    for told in (forum("Oslo", "2024-03-04", ("2024-02-28", "2024-03-06")), forum("Lisboa", "2024-03-04")):
        register.add(*told)
    (row,) = register.list()
    assert len(register.show(row.id).accounts) == 3


def test_two_events_of_one_name_in_one_text_stay_two(register: Register) -> None:
    for told in (forum("Oslo", "2024-03-04", "2023-03-06"), forum("Lisboa", "2024-03-04")):
        register.add(*told)
    assert sorted(len(row.readouts) for row in register.list()) == [1, 2]


def test_a_mention_of_an_event_finds_it_though_its_accounts_disagree_on_the_days(register: Register) -> None:
    mention = forum("Faro", ("2024-03-01", "2024-03-31"), status="referenced")
    for told in (forum("Oslo", "2024-03-04"), forum("Porto", "2024-03-04"), forum("Lisboa", "2024-03-08"), mention):
        register.add(*told)
    groups_found = groups(register)
    assert frozenset({"Oslo None", "Porto None", "Faro None"}) in groups_found
    assert len(groups_found) == 2


def test_an_account_within_a_group_is_part_of_whatever_the_others_tell(register: Register) -> None:
    register.add(VISIT, visit())
    other = meeting("Lisboa", "2024-03-04", "2024-03-04", "Rui Patrício Vaz")
    register.add(*other)
    met = next(row for row in register.list() if row.kind == "meeting")
    assert len(met.readouts) == 2
    trip = next(row for row in register.list() if row.kind == "visit")
    assert [part.id for part in register.show(trip.id).parts] == [met.id]
    assert met.within == trip.id


def test_a_register_from_before_grouping_is_grouped_when_it_is_opened(location: str) -> None:
    database = connect(location, create=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    database.use_wal()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        old = sa.MetaData()
        old.reflect(connection, only=["readout", "reading", "account", "party", "engagement", "grouping"])
        for number, (readout, told) in enumerate((OSLO, LISBOA), 1):
            _insert(connection, old, number, readout, told.engagements[0], told)
    database.engine.dispose()
    with open_register(location, create=False) as register:
        (row,) = register.list()
        assert len(register.show(row.id).accounts) == 2


def _insert(
    connection: sa.Connection, old: sa.MetaData, number: int, readout: Readout, met: Account, told: Reading
) -> None:
    """A readout as the first version of the tables kept it."""

    def put(table: str, **values: object) -> None:
        connection.execute(sa.insert(old.tables[table]).values(values))

    id = account_ids(readout.content_hash, "dragoman", told.engagements)[met.id]
    known = {key: getattr(readout, key) for key in ("title", "text", "published", "publisher")}
    put("readout", id=number, hash=readout.content_hash, **known)
    put(
        "reading",
        id=number,
        readout_id=number,
        reader="dragoman",
        version="0.0.9",
        language="en",
        json=told.as_json(),
        current=True,
    )
    assert met.date
    days = {"starts": met.date.start, "ends": met.date.end}
    put("account", id=id, reading_id=number, number=0, kind="meeting", status="held", title_says={}, **days)
    for each in met.parties:
        side = {"name": each.name, "affiliation": each.affiliation, "basis": "stated", "confidence": 0.9}
        put("party", account_id=id, group=False, **side)
    put("engagement", id=id)
    put("grouping", account_id=id, engagement_id=id, reason="the only account of it")
