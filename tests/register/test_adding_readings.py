"""`dragoman add --reading` and `dragoman note`: readings by others, beside dragoman's own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from running import Run

from dragoman.register import open_register

TEXT = (
    "On 3 May 2024, Minister of Education Ana Sousa of Cabo Verde met with Kari Lund, the Norwegian Minister of "
    "Research, in Praia. They discussed ocean science and open data."
)
LUNCH = "Lunch with Rui Vaz, the new head of the Lisbon agency, about teacher exchanges. He will send a draft in May."


def record(*parties: str, **more: Any) -> dict[str, Any]:
    """A reading of TEXT with one meeting of these people."""
    told = {
        "kind": "meeting",
        "status": "held",
        "date": {"start": "2024-05-03", "end": "2024-05-03"},
        "parties": [{"name": name, "affiliation": "NO" if name == "Kari Lund" else "CV"} for name in parties],
        "topics": ["ocean science"],
    }
    return {"ref": "lunch", "engagements": [told]} | more


def write(name: str, *records: Any) -> str:
    Path(name).write_text("\n".join(map(json.dumps, records)), "utf-8")
    return name


@pytest.fixture
def at(location: str) -> tuple[str, str]:
    return "--register", location


def accounts(at: tuple[str, str]) -> dict[str, list[str | None]]:
    """Names by the reader of each account in the register."""
    with open_register(at[1], create=False) as register:
        told = [each for row in register.list() for each in register.show(row.id).accounts]
    return {each.reader: [party.name for party in each.account.parties] for each in told}


def test_a_reading_enters_beside_dragomans_own_without_what_the_text_does_not_say(
    run: Run, at: tuple[str, str]
) -> None:
    Path("lunch.txt").write_text(TEXT, "utf-8")
    run("add", "lunch.txt", *at)
    file = write("r.jsonl", record("Ana Sousa", "Jane Roe", "Kari Lund"))
    done = run("add", "--reading", file, "lunch.txt", "--reader", "a model 2", *at)
    assert done.code == 2
    assert done.out == "added lunch: 1 engagement\n"
    assert done.err == "dragoman: r.jsonl:1 engagements[0].parties[1]: the text does not say 'Jane Roe'\n"
    assert accounts(at) == {"dragoman-rules/1": ["Ana Sousa", "Kari Lund"], "a model 2": ["Ana Sousa", "Kari Lund"]}
    with open_register(at[1], create=False) as register:
        assert len(register.list()) == 1  # two accounts of one occasion


def test_two_readings_of_one_text_are_no_two_sides(run: Run, at: tuple[str, str]) -> None:
    own = [write(f"{name}.jsonl", record("Ana Sousa", "Kari Lund", text=TEXT, reader=name)) for name in ("one", "two")]
    for file in own:
        run("add", "--reading", file, *at)
    with open_register(at[1], create=False) as register:
        (row,) = register.list()
        assert len(register.show(row.id).accounts) == 2
        assert len(register.told(row.id)) == 1
    done = run("compare", row.id, *at)
    assert (done.code, done.out) == (2, "")
    assert "Only one readout tells of" in done.err


def test_the_same_reading_again_changes_nothing_and_a_newer_one_takes_its_place(run: Run, at: tuple[str, str]) -> None:
    own = write("one.jsonl", record("Ana Sousa", text=TEXT, reader="a model 1"))
    assert run("add", "--reading", own, *at).out == "added lunch: 1 engagement\n"
    assert run("add", "--reading", own, *at).out == "unchanged lunch\n"
    newer = write("two.jsonl", record("Kari Lund", text=TEXT, reader="a model 2"))
    assert run("add", "--reading", newer, *at).out == "reread lunch: 1 engagement\n"
    assert accounts(at) == {"a model 2": ["Kari Lund"]}


def test_bad_records_cost_only_themselves(run: Run, at: tuple[str, str]) -> None:
    file = write(
        "r.jsonl", record("Jane Roe", topics=[], text="Nobody met.", lang="en"), [1], record("Ana Sousa", text=TEXT)
    )
    done = run("add", "--reading", file, "--reader", "x", "--json", *at)
    assert done.code == 2
    report = json.loads(done.out)
    (kept,) = report["readouts"]
    assert (kept["ref"], kept["reader"], kept["status"], len(kept["engagements"])) == ("lunch", "x", "added", 1)
    assert [said.partition(": ")[0] for said in report["refused"]] == [
        "r.jsonl:1 engagements[0].parties[0]",
        "r.jsonl:1 engagements[0].topics[0]",
        "r.jsonl:1 engagements[0]",
        "r.jsonl:1",
        "r.jsonl:2",
    ]
    with open_register(at[1], create=False) as register:
        assert [readout.ref for readout in register.readouts()] == ["lunch"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name the SOURCES"),
        (("lunch.txt", "--reader", "x"), "--reader names who made the readings"),
        (("--reading", "r.jsonl", "--ref", "x"), "find their texts by ref"),
        (("--reading", "nowhere.jsonl"), "nowhere.jsonl: it cannot be read"),
        (("--reading", "r.jsonl", "--reader", "dragoman-rules"), "dragoman's own name"),
        (("--reading", "r.jsonl"), "does not say who read it"),
        (("--reading", "r.jsonl", "--reader", "x", "--published", "soon"), "no calendar date"),
    ],
)
def test_what_cannot_be_taken_is_told_and_no_register_is_made(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    write("r.jsonl", record("Ana Sousa", text=TEXT))
    done = run("add", *arguments, "--register", "new.db")
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert not (tmp_path / "new.db").exists()


def test_a_text_without_a_reading_is_not_added_and_named(run: Run, at: tuple[str, str]) -> None:
    for name in ("lunch", "dinner"):
        Path(f"{name}.txt").write_text(f"{TEXT} ({name})", "utf-8")
    done = run(
        "add", "--reading", write("r.jsonl", record("Ana Sousa")), "lunch.txt", "dinner.txt", "--reader", "x", *at
    )
    assert (done.code, done.err) == (0, "dinner: no reading of it was taken, so it is not added\n")


NOTED = (
    "--by", "Kari Lund", "--date", "2024-03-04/2024-03-05", "--party", "Rui Vaz; head of the Lisbon agency; Portugal",
    "--topic", "teacher exchanges", "--point", "pledged; PT; send a draft in May", "--town", "Lisbon",
)  # fmt: skip


@pytest.mark.parametrize("source", ["file", "dash", "pipe"])
def test_a_note_is_a_readout_read_by_the_person_who_writes_it(run: Run, at: tuple[str, str], source: str) -> None:
    Path("lunch.txt").write_text(LUNCH + "\n", "utf-8")
    arguments = {"file": ["lunch.txt"], "dash": ["-"], "pipe": []}[source]
    done = run("note", *arguments, *NOTED, "--title", "Lunch", *at, stdin="" if source == "file" else LUNCH)
    assert done.code == 0, done.err
    assert done.out.startswith("added note-")
    with open_register(at[1], create=False) as register:
        (row,) = register.list()
        (told,) = register.show(row.id).accounts
    assert (told.reader, told.readout.title, row.kind, row.date and row.date.end) == (
        "Kari Lund",
        "Lunch",
        "meeting",
        "2024-03-05",
    )
    (party,) = told.account.parties
    assert (party.name, party.post, party.affiliation, party.basis, party.confidence) == (
        "Rui Vaz",
        "head of the Lisbon agency",
        "PT",
        "stated",
        1.0,
    )
    assert told.account.topics[0].concepts
    assert f"dragoman show {row.id}" in done.err


def test_a_note_of_unnamed_people_in_a_country(run: Run, at: tuple[str, str]) -> None:
    arguments = ("--kind", "call", "--status", "planned", "--group", "fishing ministers; Togo", "--country", "Togo")
    done = run("note", "-", "--by", "Kari Lund", *arguments, *at, stdin="The fishing ministers will call on Monday.")
    assert done.code == 0, done.err
    with open_register(at[1], create=False) as register:
        (row,) = register.list()
    assert (row.kind, row.status, row.places[0].country, row.parties[0].group) == ("call", "planned", "TG", True)


def test_who_writes_a_note_may_be_a_party_without_being_named_in_it(run: Run, at: tuple[str, str]) -> None:
    done = run("note", "-", *NOTED, "--party", "Kari Lund; ; Norway", *at, stdin=LUNCH)
    assert done.code == 0, done.err
    with open_register(at[1], create=False) as register:
        (row,) = register.list()
    assert [(each.name, each.affiliation, each.basis) for each in row.parties] == [
        ("Kari Lund", "NO", "inferred"),
        ("Rui Vaz", "PT", "stated"),
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--party", "Rui Vas"), "--party 'Rui Vas': the text does not say 'Rui Vas'; nothing is kept"),
        (("--party", "Rui Vaz; Envoy; PT"), "--party 'Rui Vaz': the text does not say 'Envoy'; nothing is kept"),
        (("--party", "Rui Vaz", "--topic", "exchange"), None),
        (("--party", "Rui Vaz", "--topic", "trade"), "--topic 'trade': the text does not say 'trade'"),
        (("--party", "Rui Vaz", "--point", "hoped; PT; send a draft"), "'hoped' is no act"),
        (("--party", "Rui Vaz", "--point", "agreed; PT"), "lacks its act or its words"),
        (("--party", "Rui Vaz", "--group", "pilots; PT"), "--group 'pilots': the text does not say 'pilots'"),
        (("--party", "Rui Vaz", "--town", "Faro"), "--country and --town: the text does not say 'Faro'"),
        (("--party", "Ana Reis"), "--party 'Ana Reis': the text does not say"),
        (("--party", "Rui Vaz", "--date", "May"), "--date: 'May' to 'May' are no dates: write YYYY-MM-DD; nothing"),
        (("--party", " ; "), "says nothing"),
        ((), "no words of the text show it"),
    ],
)
def test_a_note_that_does_not_say_what_the_options_say_is_not_kept(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str | None
) -> None:
    done = run("note", "-", "--by", "Kari Lund", *arguments, "--register", "new.db", stdin=LUNCH)
    assert (done.code, (tmp_path / "new.db").exists()) == ((2, False) if says else (0, True))
    assert (says or "shows it") in done.err


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (("-",), LUNCH, "say who decides"),
        (("-", "--by", "dragoman-rules"), LUNCH, "dragoman's own name"),
        (("-", "--by", "Kari Lund"), "  \n", "no text in it but blanks"),
        (("nowhere.txt", "--by", "Kari Lund"), "", "nowhere.txt: No such file"),
    ],
)
def test_a_note_needs_a_writer_and_words(run: Run, arguments: tuple[str, ...], stdin: str, says: str) -> None:
    done = run("note", *arguments, "--party", "Rui Vaz", stdin=stdin)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_note_is_typed_in_the_editor_of_the_environment(
    run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("editor.py").write_text(f"import pathlib, sys\npathlib.Path(sys.argv[1]).write_text({LUNCH!r})\n", "utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {os.fspath(Path('editor.py').resolve())}")
    done = run("note", *NOTED, *at, terminal=True)
    assert done.code == 0, done.err
    assert list(accounts(at)) == ["Kari Lund"]
    monkeypatch.setenv("VISUAL", "false")
    assert "the editor (false) gave up, and nothing is kept" in run("note", *NOTED, *at, terminal=True).err


def test_decisions_rule_on_what_others_read_too(run: Run, at: tuple[str, str]) -> None:
    run("note", "-", *NOTED, *at, stdin=LUNCH)
    with open_register(at[1], create=False) as register:
        (row,) = register.list()
    done = run("add-fact", row.id, "party", "name=Ana Reis", "affiliation=PT", *at, "--by", "Kari Lund")
    assert done.code == 0, done.err
    assert accounts(at) == {"Kari Lund": ["Rui Vaz", "Ana Reis"]}
