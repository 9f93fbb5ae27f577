"""What people rule holds, outlives every re-reading, and is never moved, lost or changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from builder import CALL, VISIT, call, party, reading, span, visit
from test_grouping import DEPUTY, LATER, LISBOA, OSLO, meeting

from dragoman.errors import DragomanError
from dragoman.model import Account, Reading
from dragoman.register import Register, Wanted
from dragoman.register import tables as t
from dragoman.register.decisions.records import FactRecord

BY = "Kari Lund"


@pytest.fixture
def met(register: Register) -> str:
    """The id of the meeting of VISIT, in a register that holds it."""
    return register.add(VISIT, visit()).engagement_ids[1]


def facts(register: Register, id: str) -> dict[str, FactRecord]:
    """Every fact of an engagement, by what follows the account in its id."""
    states = ("pending", "accepted", "edited", "rejected", "stale")
    return {fact.id.partition("/")[2]: fact for fact in register.facts(Wanted(states, id))}


def state(register: Register, id: str, fact: str) -> str:
    return facts(register, id)[fact].state


def names(register: Register, id: str) -> list[str | None]:
    return [party.name for party in register.show(id).engagement.parties]


def reread(register: Register, change: Callable[[Account], Account], reader: str = "dragoman 0.2.0") -> None:
    """Let a newer reader tell the meeting of VISIT otherwise."""
    visited, told = visit().engagements
    register.add(VISIT, reading(VISIT, visited, change(told), reader=reader))


def test_every_fact_waits_for_review_least_sure_first(register: Register, met: str) -> None:
    waiting = register.facts()
    assert {fact.state for fact in waiting} == {"pending"}
    assert [fact.confidence for fact in waiting] == sorted(fact.confidence for fact in waiting)
    assert {fact.id.partition("/")[2] for fact in waiting if fact.account == met} == {
        "engagement/0",
        "date/0",
        "place/0",
        "party/0",
        "party/1",
        "topic/0",
        "point/0",
    }
    assert register.facts(Wanted(limit=3)) == waiting[:3]


def test_a_fact_is_shown_with_the_words_that_say_so(register: Register, met: str) -> None:
    vaz = facts(register, met)["party/1"]
    assert vaz.content == {
        "name": "Rui Patrício Vaz",
        "post": "Minister of Education",
        "affiliation": "PT",
        "group": False,
    }
    said = [evidence.text for passage in vaz.passages for evidence in passage.evidence]
    assert said == ["Rui Patrício Vaz", "Minister of Education"]
    assert (vaz.engagement, vaz.readout.ref) == (met, "visit")


def test_what_is_accepted_no_longer_waits(register: Register, met: str) -> None:
    number = register.decide("accept", f"{met}/party/1", BY)
    assert state(register, met, "party/1") == "accepted"
    assert f"{met}/party/1" not in {fact.id for fact in register.facts()}
    (decision,) = register.decisions()
    assert (decision.number, decision.act, decision.by, decision.standing) == (number, "accept", BY, "holds")
    assert decision.at.endswith("+00:00")


def test_what_is_rejected_is_gone_from_what_the_register_answers(register: Register, met: str) -> None:
    register.decide("reject", f"{met}/party/0", BY, why="she was ill")
    assert names(register, met) == ["Rui Patrício Vaz"]
    assert [party.name for party in register.show(met).accounts[0].account.parties] == ["Rui Patrício Vaz"]
    assert state(register, met, "party/0") == "rejected"
    assert register.decisions()[0].why == "she was ill"


def test_a_rejected_account_leaves_the_register_and_comes_back_when_that_is_undone(register: Register) -> None:
    trip, met = register.add(VISIT, visit()).engagement_ids
    before = register.show(met)
    number = register.decide("reject", f"{trip}/engagement/0", BY)
    (row,) = register.list()
    assert (row.id, row.within) == (met, None)
    register.undo(number, BY)
    assert register.show(met) == before
    assert {row.id for row in register.list()} == {trip, met}


def test_an_edit_says_what_the_person_wrote_and_keeps_the_rest(register: Register, met: str) -> None:
    register.decide("edit", f"{met}/party/1", BY, content={"name": "Rui Vaz"})
    vaz = facts(register, met)["party/1"]
    assert vaz.state == "edited"
    assert vaz.content == {"name": "Rui Vaz", "post": "Minister of Education", "affiliation": "PT", "group": False}
    assert (vaz.confidence, vaz.rule) == (1.0, "decision 1")
    assert names(register, met) == ["Ines Sørland", "Rui Vaz"]
    register.decide("edit", f"{met}/date/0", BY, content={"start": "2024-03-05", "end": "2024-03-05"})
    assert register.show(met).engagement.date == dataclasses.replace(
        register.show(met).engagement.date, start="2024-03-05", end="2024-03-05"
    )


def test_an_edited_topic_quotes_the_text(register: Register, met: str) -> None:
    register.decide("edit", f"{met}/topic/0", BY, content={"text": "exchanges"})
    (topic,) = register.show(met).accounts[0].account.topics
    assert VISIT.text[topic.start : topic.end] == topic.text == "exchanges"
    with pytest.raises(DragomanError, match="does not say 'student exchanges'"):
        register.decide("edit", f"{met}/topic/0", BY, content={"text": "student exchanges"})


def test_a_fact_can_be_added_ruled_on_and_taken_back(register: Register, met: str) -> None:
    first = register.add_fact(met, "party", {"name": "Ana Reis", "post": "interpreter", "affiliation": "PT"}, BY)
    assert names(register, met) == ["Ines Sørland", "Rui Patrício Vaz", "Ana Reis"]
    added = facts(register, met)["party/2"]
    assert (added.state, added.basis, added.passages) == ("accepted", "inferred", ())
    register.decide("edit", f"{met}/party/2", BY, content={"post": "adviser"})
    assert register.show(met).engagement.parties[2].post == "adviser"
    register.undo(first, BY)
    assert names(register, met) == ["Ines Sørland", "Rui Patrício Vaz"]
    assert [decision.standing for decision in register.decisions()] == ["undone", "orphaned", "holds"]


def test_what_is_added_in_words_of_the_text_has_them_as_evidence(register: Register, met: str) -> None:
    register.add_fact(met, "point", {"act": "pledged", "by": ["PT"], "text": "joint reading room"}, BY)
    point = register.show(met).accounts[0].account.points[-1]
    assert VISIT.text[point.start : point.end] == "joint reading room"


def standings(register: Register) -> list[str]:
    return [decision.standing for decision in register.decisions()]


def test_what_a_later_decision_contradicts_is_overruled_until_that_is_undone(register: Register, met: str) -> None:
    vaz = f"{met}/party/1"
    register.decide("accept", vaz, BY)
    register.decide("edit", vaz, BY, content={"name": "Rui Vaz"})
    register.decide("accept", vaz, BY)
    assert standings(register) == ["overruled", "holds", "holds"]
    gone = register.decide("reject", vaz, BY)
    assert standings(register) == ["overruled", "overruled", "overruled", "holds"]
    register.undo(gone, BY)
    assert standings(register) == ["overruled", "holds", "holds", "undone", "holds"]
    assert register.decision(1).standing == "overruled"


def test_what_was_added_and_then_edited_is_not_overruled(register: Register, met: str) -> None:
    register.add_fact(met, "party", {"name": "Ana Reis", "post": "interpreter", "affiliation": "PT"}, BY)
    register.decide("edit", f"{met}/party/2", BY, content={"post": "adviser"})
    assert standings(register) == ["holds", "holds"]


def test_of_two_contrary_rulings_on_one_pair_the_earlier_is_overruled(register: Register) -> None:
    one, two, three = (register.add(*told).engagement_ids[0] for told in (OSLO, LATER, DEPUTY))
    register.rule("same", one, two, by=BY)
    register.rule("same", one, two, three, by=BY)
    register.rule("different", one, two, by=BY)
    assert standings(register) == ["overruled", "holds", "holds"]


def test_undoing_an_undo_brings_the_decision_back(register: Register, met: str) -> None:
    number = register.decide("accept", f"{met}/party/1", BY)
    undo = register.undo(number, BY)
    assert state(register, met, "party/1") == "pending"
    with pytest.raises(DragomanError, match="undone already"):
        register.undo(number, BY)
    register.undo(undo, BY)
    assert state(register, met, "party/1") == "accepted"
    assert [decision.standing for decision in register.decisions()] == ["holds", "undone", "holds"]


def test_the_last_decision_about_a_fact_holds(register: Register, met: str) -> None:
    register.decide("reject", f"{met}/place/0", BY)
    register.decide("accept", f"{met}/place/0", "Ana Reis")
    assert state(register, met, "place/0") == "accepted"
    assert len(register.show(met).engagement.places) == 1


@pytest.mark.parametrize(
    ("act", "fact", "given", "says"),
    [
        ("accept", "e-nothing/party/0", {}, "no account"),
        ("accept", "{met}/party/9", {}, "no fact"),
        ("accept", "{met}", {}, "no fact"),
        ("accept", "{met}/party/x", {}, "no fact"),
        ("edit", "{met}/party/0", {"nmae": "x"}, "no 'nmae'"),
        ("edit", "{met}/party/0", {"name": 5}, "cannot be 5"),
        ("edit", "{met}/party/0", {"name": None, "post": None, "affiliation": None}, "says nothing"),
        ("edit", "{met}/date/0", {"start": "2024-02-30"}, "no dates"),
        ("edit", "{met}/date/0", {"start": "2024-03-09", "end": "2024-03-08"}, "before it begins"),
        ("edit", "{met}/place/0", {"country": "Portugal"}, "no country's code"),
        ("edit", "{met}/engagement/0", {"kind": "chat"}, "no kind"),
        ("edit", "{met}/point/0", {"act": "hoped"}, "no act"),
        ("accept", "{met}/grouping/0", {}, "the only account"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_written_down(
    register: Register, met: str, act: Any, fact: str, given: dict[str, Any], says: str
) -> None:
    with pytest.raises(DragomanError, match=says):
        register.decide(act, fact.format(met=met), BY, content=given)
    assert register.decisions() == ()


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_decides_nothing(register: Register, met: str, by: str) -> None:
    with pytest.raises(DragomanError, match="say who"):
        register.decide("accept", f"{met}/party/1", by)


@pytest.mark.parametrize("change", ["UPDATE decision SET by = 'x'", "DELETE FROM decision"])
def test_decisions_are_never_changed_or_deleted(register: Register, met: str, change: str) -> None:
    register.decide("accept", f"{met}/party/1", BY)
    with pytest.raises(DragomanError), register._database.writing() as connection:
        connection.execute(sa.text(change.replace(" by ", ' "by" ')))
    assert register.decisions()[0].by == BY


def test_decisions_hold_after_a_reading_that_finds_the_same(register: Register, met: str) -> None:
    register.decide("accept", f"{met}/topic/0", BY)
    register.decide("edit", f"{met}/party/1", BY, content={"name": "Rui Vaz"})
    register.decide("reject", f"{met}/point/0", BY)
    register.add_fact(met, "topic", {"text": "counterpart"}, BY)
    before = {key: (fact.state, fact.content) for key, fact in facts(register, met).items()}
    reread(register, lambda told: told)
    assert register.show(met).accounts[0].reader == "dragoman 0.2.0"
    assert {key: (fact.state, fact.content) for key, fact in facts(register, met).items()} == before


def test_a_fact_in_another_place_of_the_list_keeps_its_decision(register: Register, met: str) -> None:
    register.decide("accept", f"{met}/party/1", BY)
    reread(register, lambda told: dataclasses.replace(told, parties=told.parties[::-1]))
    assert (state(register, met, "party/0"), state(register, met, "party/1")) == ("accepted", "pending")


def test_a_fact_that_says_something_else_by_now_is_stale_and_waits_first(register: Register, met: str) -> None:
    register.decide("edit", f"{met}/party/1", BY, content={"name": "Rui Vaz"})
    reread(
        register,
        lambda told: dataclasses.replace(
            told, parties=(told.parties[0], dataclasses.replace(told.parties[1], affiliation="BR"))
        ),
    )
    id = next(row.id for row in register.list() if row.kind == "meeting")
    changed = next(fact for fact in facts(register, id).values() if fact.content.get("affiliation") == "BR")
    assert (changed.state, changed.content["name"]) == ("stale", "Rui Patrício Vaz")
    assert register.decisions()[0].standing == "stale"
    assert changed.id in {fact.id for fact in register.facts(Wanted(("stale",)))}
    register.decide("accept", changed.id, BY)
    assert register.facts(Wanted(("stale",))) == ()


def test_a_decision_whose_words_say_nothing_any_more_is_orphaned_not_moved(register: Register, met: str) -> None:
    register.decide("edit", f"{met}/party/1", BY, content={"name": "Rui Vaz"})
    reread(register, lambda told: dataclasses.replace(told, parties=told.parties[:1]))
    assert register.decisions()[0].standing == "orphaned"
    assert "edited" not in {fact.state for fact in register.facts(Wanted(("edited", "stale", "pending")))}
    reread(register, lambda told: told, reader="dragoman 0.3.0")
    assert register.decisions()[0].standing == "holds"
    assert names(register, met) == ["Ines Sørland", "Rui Vaz"]


def test_the_same_person_in_another_account_keeps_out_of_it(register: Register) -> None:
    """Sørland stands in the same words in the visit and in the meeting."""
    trip, met = register.add(VISIT, visit()).engagement_ids
    register.decide("reject", f"{met}/party/0", BY)
    assert names(register, trip) == ["Ines Sørland"]
    reread(register, lambda told: dataclasses.replace(told, parties=told.parties[1:]))
    assert names(register, trip) == ["Ines Sørland"]
    assert register.decisions()[0].standing == "orphaned"


def test_another_readers_account_is_not_ruled_on(register: Register, met: str) -> None:
    register.decide("reject", f"{met}/party/0", BY)
    register.add(VISIT, visit(reader="desk officer"))
    by_reader = {told.reader: len(told.account.parties) for told in register.show(met).accounts}
    assert by_reader == {"dragoman 0.1.0": 1, "desk officer": 2}


def test_accounts_ruled_the_same_are_one_engagement(register: Register) -> None:
    one, other = (register.add(*told).engagement_ids[0] for told in (OSLO, LATER))
    assert len(register.list()) == 2
    number = register.rule("same", one, other, by=BY, why="the date was wrong")
    (row,) = register.list()
    says = f"ruled the same by {BY} (decision {number})"
    assert {told.reason for told in register.show(row.id).accounts} == {f"with {one}: {says}", f"with {other}: {says}"}
    register.regroup()
    assert len(register.list()) == 1
    register.undo(number, BY)
    assert len(register.list()) == 2


def test_accounts_ruled_different_are_never_merged(register: Register) -> None:
    for told in (OSLO, LISBOA):
        register.add(*told)
    ids = [told.id for told in register.show(register.list()[0].id).accounts]
    assert len(ids) == 2
    number = register.rule("different", *ids, by=BY)
    assert len(register.list()) == 2
    assert f"ruled different by {BY} (decision {number})" in register.show(ids[0]).accounts[0].reason
    register.regroup()
    assert len(register.list()) == 2
    register.rule("same", *ids, by=BY)
    assert len(register.list()) == 1


def test_a_ruling_outlives_a_re_reading(register: Register) -> None:
    one, other = (register.add(*told).engagement_ids[0] for told in (OSLO, LATER))
    register.rule("same", one, other, by=BY)
    readout, told = OSLO
    register.add(readout, dataclasses.replace(told, reader="dragoman 0.2.0"))
    assert len(register.list()) == 1
    register.add(readout, dataclasses.replace(told, reader="dragoman 0.3.0", engagements=()))
    assert [decision.standing for decision in register.decisions()] == ["orphaned"]
    register.add(readout, dataclasses.replace(told, reader="dragoman 0.4.0"))
    assert len(register.list()) == 1


def test_belonging_together_waits_for_review_and_is_ruled_on_like_any_fact(register: Register) -> None:
    for told in (OSLO, LISBOA):
        register.add(*told)
    (waiting,) = [fact for fact in register.facts() if fact.fact == "grouping"]
    assert "same parties NO, PT" in waiting.content["reason"]
    register.decide("accept", waiting.id, BY)
    assert [fact for fact in register.facts() if fact.fact == "grouping"] == []
    register.decide("reject", waiting.id, BY)
    assert len(register.list()) == 2


def test_an_edit_regroups(register: Register) -> None:
    register.add(*LISBOA)
    other = register.add(*DEPUTY).engagement_ids[0]
    assert len(register.list()) == 2
    register.decide("edit", f"{other}/party/1", BY, content={"name": "Rui Vaz"})
    assert len(register.list()) == 1


def test_what_the_desk_writes_is_all_or_nothing(register: Register, met: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DragomanError("no")

    monkeypatch.setattr("dragoman.register.decisions.desk.put_again", broken)
    with pytest.raises(DragomanError, match="no"):
        register.decide("reject", f"{met}/party/0", BY)
    assert register.decisions() == ()
    assert len(names(register, met)) == 2


def test_the_readouts_of_a_reader_come_whole(register: Register) -> None:
    register.add(VISIT, visit())
    register.add(CALL, call("desk officer"))
    assert list(register.readouts()) == [VISIT, CALL]
    assert list(register.readouts("dragoman")) == [VISIT]
    assert list(register.readouts("nobody")) == []


def test_a_reading_without_decisions_is_what_the_reader_made(register: Register, met: str) -> None:
    told: Reading = visit()
    shown = {each.id: each.account for row in register.list() for each in register.show(row.id).accounts}
    assert sorted(map(repr, shown.values())) == sorted(map(repr, told.engagements))


def test_facts_are_counted_by_kind_not_by_place_in_the_text(register: Register) -> None:
    readout, told = meeting("Oslo", "2024-03-05", "2024-03-04")
    third = party(readout.text, "Ines Sørland", None, None)
    more = dataclasses.replace(told.engagements[0], parties=(*told.engagements[0].parties, third))
    (id,) = register.add(readout, dataclasses.replace(told, engagements=(more,))).engagement_ids
    register.decide("reject", f"{id}/party/2", BY)
    assert [each.affiliation for each in register.show(id).engagement.parties] == ["NO", "PT"]


def test_an_anchor_keeps_what_was_said_and_where(register: Register, met: str) -> None:
    register.decide("accept", f"{met}/party/1", BY)
    with register._database.reading() as connection:
        (about,) = connection.scalar(sa.select(t.decision.c.about)) or [{}]
    vaz = span(VISIT.text, "Rui Patrício Vaz")
    assert ["text", vaz.start, vaz.end] in about["spans"]
    assert (about["readout"], about["reader"], about["fact"]) == (VISIT.content_hash, "dragoman", "party")


def test_an_account_told_in_other_words_keeps_the_decisions_on_its_facts(register: Register, met: str) -> None:
    register.decide("accept", f"{met}/party/1", BY)
    reread(register, lambda told: dataclasses.replace(told, evidence=(span(VISIT.text, "discussed"),)))
    (other,) = [row.id for row in register.list() if row.kind == "meeting"]
    assert other != met
    assert state(register, other, "party/1") == "accepted"
