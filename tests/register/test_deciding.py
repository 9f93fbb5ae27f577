"""Decisions as people type them: `dragoman review` through a pipe, and the verbs that ask nothing."""

from __future__ import annotations

import json

import pytest
from builder import CALL, VISIT, account, call, party, reading, visit
from running import Run
from test_grouping import LATER, LISBOA, OSLO

from dragoman.model import Readout
from dragoman.register import Wanted, open_register
from dragoman.register.decisions.records import FactRecord

BY = ("--by", "Kari Lund")


@pytest.fixture
def at(location: str) -> tuple[str, str]:
    """The option for a register that holds a visit with a meeting, and a call."""
    with open_register(location, create=True) as register:
        register.add(VISIT, visit())
        register.add(CALL, call())
    return "--register", location


@pytest.fixture
def met(at: tuple[str, str]) -> str:
    with open_register(at[1], create=False) as register:
        return next(row.id for row in register.list() if row.kind == "meeting")


def facts(at: tuple[str, str], *states: str) -> dict[str, FactRecord]:
    with open_register(at[1], create=False) as register:
        return {fact.id: fact for fact in register.facts(Wanted(states or ("pending",)))}  # type: ignore[arg-type]


def test_the_least_sure_fact_comes_first_with_its_words_in_brackets(run: Run, at: tuple[str, str]) -> None:
    done = run("review", *at, *BY, stdin="q")
    assert done.code == 0, done.err
    first = run("review", "--json", *at)
    waiting = json.loads(first.out)
    assert [each["confidence"] for each in waiting] == sorted(each["confidence"] for each in waiting)
    assert f"1 of {len(waiting)} · {waiting[0]['id']}" in done.out
    assert "[teacher exchanges]" in done.out or "[open a joint reading room]" in done.out
    assert "0 decisions by Kari Lund" in done.err


def test_each_key_does_what_it_says(run: Run, at: tuple[str, str], met: str) -> None:
    ids = [fact.id for fact in facts(at).values() if fact.account == met]
    assert ids[:2] == [f"{met}/point/0", f"{met}/topic/0"]
    keys = "a" + "e\nexchanges\n" + "s" + "r" + "w\nbecause\na" + "q"
    done = run("review", met, *at, *BY, stdin=keys)
    assert done.code == 0, done.err
    ruled = {id: fact.state for id, fact in facts(at, "accepted", "edited", "rejected").items()}
    assert ruled == {ids[0]: "accepted", ids[1]: "edited", ids[3]: "rejected", ids[4]: "accepted"}
    assert facts(at, "edited")[ids[1]].content == {"text": "exchanges"}
    with open_register(at[1], create=False) as register:
        decisions = register.decisions()
    assert [decision.act for decision in decisions] == ["accept", "edit", "reject", "accept"]
    assert [decision.why for decision in decisions] == [None, None, None, "because"]
    assert {decision.by for decision in decisions} == {"Kari Lund"}


def test_review_goes_on_where_it_stopped(run: Run, at: tuple[str, str]) -> None:
    before = list(facts(at))
    run("review", *at, *BY, stdin="a a q")
    run("review", *at, *BY, stdin="s a")  # the pipe ends without a q
    assert list(facts(at)) == [before[2], *before[4:]]


def test_undo_takes_back_the_last_decision_and_shows_its_fact_again(run: Run, at: tuple[str, str]) -> None:
    before = list(facts(at))
    done = run("review", *at, *BY, stdin="a a u r q")
    assert list(facts(at)) == before[2:]
    states = {id: fact.state for id, fact in facts(at, "accepted", "rejected").items()}
    assert states == {before[0]: "accepted", before[1]: "rejected"}
    assert done.out.count(before[1]) >= 2
    assert "decision 3: undo 2" in done.out
    run("review", *at, *BY, stdin="uuq")
    assert list(facts(at)) == before


def test_a_number_takes_what_is_proposed_for_a_garbled_institution(run: Run, location: str) -> None:
    readout = Readout(text="Ines Sørland met the Rector of Harbor Academy.", published="2024-03-05", language="en")
    rector = party(readout.text, None, "Rector", "Harbor Academy")
    guest = party(readout.text, "Ines Sørland", None, "NO")
    with open_register(location, create=True) as register:
        register.import_institutions("name,country\nHarbour Academy,PT\n", "own.csv")
        register.add(readout, reading(readout, account(readout.text, "e1", "meeting", "met", parties=(guest, rector))))
        (row,) = register.list()
    at = ("--register", location)
    waiting = list(facts(at))
    before = waiting.index(f"{row.id}/party/1")
    done = run("review", *at, *BY, stdin="s" * before + "1" + "s" * len(waiting))
    assert "perhaps Harbour Academy (Portugal): names agree" in done.out
    assert "1 take what is proposed" in done.out
    assert done.out.count("take what is proposed") == 1, "nothing is proposed for other facts"
    with open_register(location, create=False) as register:
        told = register.show(row.id).accounts[0]
    assert [each.affiliation for each in told.account.parties] == ["NO", "Harbour Academy"]
    assert told.proposals == ()


def test_review_tells_whom_a_party_is_taken_for(run: Run, location: str) -> None:
    readout = Readout(
        text="Talks with Sylvie Letayo, Minister of Higher Education.", published="2023-11-09", language="en"
    )
    who = party(readout.text, "Sylvie Letayo", "Minister of Higher Education", "FR")
    day = ("2023-11-08", "2023-11-08")
    with open_register(location, create=True) as register:
        register.add(
            readout, reading(readout, account(readout.text, "e1", "meeting", "Talks", date=day, parties=(who,)))
        )
    assert (
        "is         Sylvie Retailleau (inferred: names agree"
        in run("review", "--register", location, *BY, stdin="sssq").out
    )


def test_nothing_is_undone_for_somebody_who_has_decided_nothing(run: Run, at: tuple[str, str], met: str) -> None:
    run("accept", f"{met}/party/0", *at, *BY)
    done = run("review", *at, "--by", "Ana Reis", stdin="uq")
    assert "Ana Reis has decided nothing" in done.err
    assert list(facts(at, "accepted")) == [f"{met}/party/0"]


@pytest.mark.parametrize(
    ("keys", "kind", "content"),
    [
        ("dp\nAna Reis\ninterpreter\nPortugal\n\nq", "party", ["Ana Reis", "interpreter", "PT", False]),
        ("dt\ncounterpart\nq", "topic", ["counterpart"]),
        ("dl\nNorway\n\nq", "place", ["NO", None]),
        ("do\npledged\nPortugal, NO\njoint reading room\nq", "point", ["pledged", ["PT", "NO"], "joint reading room"]),
    ],
)
def test_what_a_reader_left_out_is_added(
    run: Run, at: tuple[str, str], met: str, keys: str, kind: str, content: list[object]
) -> None:
    done = run("review", met, *at, *BY, stdin=keys)
    assert done.code == 0, done.err
    (added,) = facts(at, "accepted").values()
    assert (added.account, added.fact, list(added.content.values())) == (met, kind, content)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("zq", "'z' is none of the keys"),
        ("dzq", "'z' is none of the keys"),
        ("e\nhoped\n\n\nq", "'hoped' is no act"),
        ("e\n\n\nnever said\nq", "does not say 'never said'"),
        ("dd\n2024-03-09\n\nq", "has one date"),
        ("uq", "nothing that could be undone"),
    ],
)
def test_what_cannot_be_is_told_and_the_fact_stays_in_view(
    run: Run, at: tuple[str, str], met: str, keys: str, says: str
) -> None:
    done = run("review", met, *at, *BY, stdin=keys)
    assert done.code == 0
    assert says in done.err
    assert facts(at, "accepted", "edited", "rejected") == {}
    assert "2 of" not in done.out


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (("--country", "Japan"), {"call"}),
        (("--country", "PT"), {"visit", "meeting"}),
        (("--readout", "call"), {"call"}),
        (("--state", "accepted"), {"visit"}),
        (("--limit", "0"), set()),
    ],
)
def test_filters_narrow_down_what_is_reviewed(
    run: Run, at: tuple[str, str], filters: tuple[str, str], kinds: set[str]
) -> None:
    with open_register(at[1], create=False) as register:
        told = {row.id: row.kind for row in register.list()}
        trip = next(id for id, kind in told.items() if kind == "visit")
        register.decide("accept", f"{trip}/date/0", "Ana Reis")
    found = json.loads(run("review", "--json", *filters, *at).out)
    assert {told[fact["engagement"]] for fact in found} == kinds
    assert run("review", *filters, *at, *BY, stdin="q").code == 0


def test_nobody_may_decide_without_a_name(run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("review", *at, stdin="a")
    assert (done.code, done.out) == (2, "")
    assert "say who decides" in done.err
    monkeypatch.setenv("DRAGOMAN_BY", "Kari Lund")
    assert run("review", *at, stdin="aq").code == 0
    assert "say who" in run("review", *at, "--by", " ", stdin="aq").err
    with open_register(at[1], create=False) as register:
        assert [decision.by for decision in register.decisions()] == ["Kari Lund"]


@pytest.mark.parametrize("command", ["accept", "reject"])
def test_facts_are_ruled_on_without_asking_past_what_is_none(
    run: Run, at: tuple[str, str], met: str, command: str
) -> None:
    done = run(command, f"{met}/party/1", f"{met}/party/9", f"{met[:8]}/topic/0", *at, *BY, "--why", "seen")
    assert done.code == 2
    assert "party/9" in done.err
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["decision 1", "decision 2"]
    assert set(facts(at, "accepted", "rejected")) == {f"{met}/party/1", f"{met}/topic/0"}


def test_a_fact_is_edited_and_another_added_without_asking(run: Run, at: tuple[str, str], met: str) -> None:
    done = run("edit", f"{met}/party/1", "name=Rui Vaz", "post=-", "affiliation=Portugal", *at, *BY)
    assert done.out == (
        f"decision 1: edit {met} party: Rui Patrício Vaz, Minister of Education (Portugal) → Rui Vaz (Portugal)\n"
    )
    done = run("add-fact", met, "point", "act=pledged", "by=PT", "text=joint reading room", *at, *BY)
    assert done.code == 0, done.err
    assert facts(at, "accepted")[f"{met}/point/1"].content["by"] == ["PT"]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("edit", "{met}/party/1", "Rui Vaz"), "gives no value"),
        (("edit", "{met}/party/1", "nmae=Rui"), "no 'nmae'"),
        (("edit", "{met}/party/1", "group=perhaps"), "cannot be 'perhaps'"),
        (("add-fact", "{met}", "date", "start=2024-03-09"), "has one date"),
        (("add-fact", "e-zzz", "topic", "text=x"), "no account 'e-zzz'"),
        (("same", "{met}"), "two accounts or more"),
        (("different", "{met}", "{met}"), "itself"),
        (("undo", "7"), "no decision 7"),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_sentence(
    run: Run, at: tuple[str, str], met: str, command: tuple[str, ...], says: str
) -> None:
    done = run(*(part.format(met=met) for part in command), *at, *BY)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert done.err.count("\n") == 1
    assert "nobody has decided" in run("decisions", *at).err


def test_accounts_are_ruled_the_same_and_different_and_that_is_undone(run: Run, location: str) -> None:
    at = ("--register", location)
    with open_register(location, create=True) as register:
        one, other = (register.add(*told).engagement_ids[0] for told in (OSLO, LATER))
        assert run("same", one[:9], other[:9], *at, *BY, "--why", "a misprint").code == 0
        assert len(register.list()) == 1
        assert run("different", one, other, *at, *BY).out == f"decision 2: different {one} {other}\n"
        assert len(register.list()) == 2
        run("undo", "2", *at, *BY)
        assert len(register.list()) == 1
        run("undo", "1", *at, *BY)
        assert len(register.list()) == 2


def test_belonging_together_is_reviewed_with_the_words_of_all_accounts(run: Run, location: str) -> None:
    at = ("--register", location)
    with open_register(location, create=True) as register:
        for told in (OSLO, LISBOA):
            register.add(*told)
        (joined,) = [fact for fact in register.facts() if fact.fact == "grouping"]
        place = [fact.id for fact in register.facts()].index(joined.id)
        done = run("review", *at, *BY, stdin="s" * place + "e" + "r" + "q")
        assert "accepted or rejected, not edited" in done.err
        shown = done.out.partition(joined.id)[2]
        assert shown.count("[met]") == 2
        assert joined.content["reason"].partition(";")[0] in " ".join(shown.split())
        assert len(register.list()) == 2


def test_decisions_are_listed_with_what_has_become_of_them(run: Run, at: tuple[str, str], met: str) -> None:
    run("accept", f"{met}/party/1", *at, *BY, "--why", "heard it")
    run("reject", f"{met}/topic/0", *at, *BY)
    run("undo", "2", *at, *BY)
    listed = json.loads(run("decisions", "--json", *at).out)
    assert [(each["number"], each["act"], each["standing"]) for each in listed] == [
        (1, "accept", "holds"),
        (2, "reject", "undone"),
        (3, "undo", "holds"),
    ]
    told = run("decisions", *at).out
    assert "because" in told
    assert "heard it" in told
    assert "UNDONE · Kari Lund" in told
    only = json.loads(run("decisions", "--json", "--standing", "undone", *at).out)
    assert [each["number"] for each in only] == [2]
    assert "no decision is such" in run("decisions", "--standing", "orphaned", *at).err


def test_list_and_show_tell_how_far_people_have_ruled(run: Run, at: tuple[str, str], met: str) -> None:
    assert "reviewed" not in run("list", *at).out
    assert " · accepted" not in run("show", met, *at).out
    run("accept", f"{met}/party/1", *at, *BY)
    run("reject", f"{met}/party/0", *at, *BY)
    run("edit", f"{met}/topic/0", "text=exchanges", *at, *BY)
    assert "3 of 7 reviewed" in run("list", *at).out
    shown = " ".join(run("show", met, *at).out.split())
    for said in ("(Portugal) · accepted by Kari Lund (decision 1)", "(Norway) · rejected by Kari Lund (decision 2)"):
        assert said in shown
    assert "exchanges · edited by Kari Lund (decision 3)" in shown
    (told,) = json.loads(run("show", met, "--json", *at).out)["accounts"]
    reviews = {(each["value"], each["number"]): each["review"] for each in told["support"]}
    assert reviews["party", 0] == {"fact": f"{met}/party/1", "state": "accepted", "decision": 1, "by": "Kari Lund"}
    assert reviews["point", 0] == {"fact": f"{met}/point/0", "state": "pending", "decision": None, "by": None}
    assert [gone["review"]["fact"] for gone in told["rejected"]] == [f"{met}/party/0"]
    (row,) = [row for row in json.loads(run("list", "--json", *at).out) if row["id"] == met]
    assert row["review"] == {"accepted": 1, "edited": 1, "pending": 4, "rejected": 1}
