"""Reading everything anew keeps what people decided, tells what is otherwise, and touches no other reader's account."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pytest
from builder import CALL, VISIT, call, visit
from running import Run

import dragoman
from dragoman.model import Account, Reading
from dragoman.reading import NAME
from dragoman.register import Wanted, open_register

READINGS = {"visit": visit(NAME), "call": call(NAME)}
Change = Callable[[Reading], Reading]
BY = ("--by", "Kari Lund")


@pytest.fixture
def at(location: str) -> tuple[str, str]:
    """The option for a register that holds two readouts that dragoman has read, and another's reading of one."""
    with open_register(location, create=True) as register:
        register.add(VISIT, visit(NAME))
        register.add(CALL, call(NAME))
        register.add(CALL, call("desk officer"))
    return "--register", location


@pytest.fixture
def upgrade(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """Lets the reader read otherwise from now on."""

    def upgraded(change: Change) -> None:
        monkeypatch.setattr(dragoman, "read", lambda readout, _: change(READINGS[readout.ref]))

    return upgraded


def facts(at: tuple[str, str], kind: str) -> dict[str, str]:
    """Id and words of the facts of a kind."""
    with open_register(at[1], create=False) as register:
        found = register.facts(Wanted(("pending", "accepted", "edited", "stale")))
        return {fact.id: str(fact.content) for fact in found if fact.fact == kind}


def without(*words: str) -> Change:
    """A reader that no longer sees topics and points in these words."""

    def change(reading: Reading) -> Reading:
        accounts = [
            dataclasses.replace(
                account,
                topics=tuple(each for each in account.topics if each.text not in words),
                points=tuple(each for each in account.points if each.text not in words),
            )
            for account in reading.engagements
        ]
        return dataclasses.replace(reading, engagements=tuple(accounts))

    return change


def test_a_reader_that_finds_the_same_changes_nothing(
    run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]
) -> None:
    upgrade(lambda reading: reading)
    with open_register(at[1], create=False) as register:
        before = register.list(), register.facts()
        done = run("reread", *at)
        told = "2 readouts read anew, 0 tell otherwise; accounts: 0 added, 0 changed, 0 gone\n"
        assert (done.code, done.out) == (0, told)
        assert (register.list(), register.facts()) == before


def test_decisions_stay_with_their_words_or_are_listed_as_orphaned(
    run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]
) -> None:
    (topic,), (point,) = facts(at, "topic"), facts(at, "point")
    account = topic.partition("/")[0]
    run("edit", topic, "text=exchanges", *at, *BY)
    run("accept", point, *at, *BY)
    run("reject", f"{account}/party/1", *at, *BY)
    upgrade(without("teacher exchanges"))
    done = run("reread", *at)
    assert done.code == 0, done.err
    assert f"reread visit: changed {account}\n" in done.out
    assert "1 tells otherwise; accounts: 0 added, 1 changed, 0 gone" in done.out
    assert "1 of the decisions no longer fit:" in done.out
    assert "ORPHANED · Kari Lund" in done.out
    assert facts(at, "topic") == {}
    report = json.loads(run("reread", "--json", *at).out)
    assert [each["number"] for each in report["orphaned"]] == [1]
    assert (report["read"], report["readouts"], report["stale"]) == (2, [], [])
    listed = json.loads(run("decisions", "--json", *at).out)
    assert [each["standing"] for each in listed] == ["orphaned", "holds", "holds"]
    upgrade(lambda reading: reading)
    run("reread", *at)
    assert facts(at, "topic") == {topic: "{'text': 'exchanges'}"}


def test_a_decision_on_what_says_something_else_by_now_is_listed_as_stale(
    run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]
) -> None:
    (point,) = facts(at, "point")
    run("accept", point, *at, *BY)

    def otherwise(reading: Reading) -> Reading:
        def told(account: Account) -> Account:
            points = tuple(dataclasses.replace(each, act="pledged") for each in account.points)
            return dataclasses.replace(account, points=points)

        return dataclasses.replace(reading, engagements=tuple(map(told, reading.engagements)))

    upgrade(otherwise)
    report = json.loads(run("reread", "--json", *at).out)
    assert [each["number"] for each in report["stale"]] == [1]
    assert "then it said: " in run("review", "--state", "stale", *at, *BY, stdin="a").out
    assert json.loads(run("reread", "--json", *at).out)["stale"] == []


def test_accounts_that_come_or_go_are_named(run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]) -> None:
    with open_register(at[1], create=False) as register:
        trip = next(row.id for row in register.list() if row.kind == "visit")
    upgrade(lambda reading: dataclasses.replace(reading, engagements=without_trip(reading)))
    met = next(id.partition("/")[0] for id in facts(at, "topic"))
    assert f"reread visit: changed {met}; gone {trip}\n" in run("reread", *at).out
    upgrade(lambda reading: reading)
    report = json.loads(run("reread", "--json", *at).out)
    assert report["accounts"] == {"added": 1, "changed": 1, "gone": 0}
    (told,) = report["readouts"]
    assert (told["ref"], told["added"], told["changed"]) == ("visit", [trip], [met])


def without_trip(reading: Reading) -> tuple[Account, ...]:
    """The accounts without the visit; the meeting is no longer within it."""
    return tuple(dataclasses.replace(each, within=None) for each in reading.engagements if each.kind != "visit")


def test_what_cannot_be_read_keeps_its_reading_and_the_rest_goes_on(
    run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]
) -> None:
    def broken(reading: Reading) -> Reading:
        if reading.ref == "visit":
            raise ValueError("no such thing")
        return dataclasses.replace(reading, engagements=())

    upgrade(broken)
    done = run("reread", *at)
    assert done.code == 2
    assert "visit: dragoman broke on it (ValueError: no such thing)" in done.err
    assert "1 readout read anew, 1 tells otherwise; accounts: 0 added, 0 changed, 1 gone" in done.out
    assert len(facts(at, "topic")) == 1


def test_accounts_of_other_readers_are_untouched(
    run: Run, at: tuple[str, str], upgrade: Callable[[Change], None]
) -> None:
    def others() -> list[str]:
        with open_register(at[1], create=False) as register:
            told = [each for row in register.list() for each in register.show(row.id).accounts]
        return [repr(each.account) for each in told if each.reader == "desk officer"]

    before = others()
    assert len(before) == 1
    upgrade(lambda reading: dataclasses.replace(reading, engagements=()))
    run("reread", *at)
    assert others() == before
