"""`dragoman add`, `list` and `show`, as people type them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from builder import CALL, UNDATED, VISIT, call, undated, visit
from rich.cells import cell_len
from running import Run
from sqlalchemy import text

from dragoman.exchange.tables import COLUMNS, defused
from dragoman.register import open_register
from dragoman.register.versions import VERSION_TABLE


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """The register `register.db` of the folder, with five engagements."""
    path = tmp_path / "register.db"
    with open_register(path, create=True) as register:
        for readout, reading in ((VISIT, visit()), (CALL, call()), (UNDATED, undated())):
            register.add(readout, reading)
    return path


def note(
    name: str, content: str = "On 4 March 2024, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway."
) -> str:
    Path(name).write_text(content, encoding="utf-8")
    return name


def test_each_readout_is_named_as_it_is_added_and_again_as_unchanged(run: Run) -> None:
    files = [
        note("one.txt"),
        note("two.txt", "On 5 March 2024, Minister Ana Sousa of Portugal met Minister Lee of Korea."),
    ]
    first = run("add", *files)
    assert first.code == 0, first.err
    assert [re.sub(r"\d+ engagements?", "N", line) for line in first.out.splitlines()] == [
        "added one: N",
        "added two: N",
    ]
    again = run("add", *files)
    assert (again.code, again.out.splitlines()) == (0, ["unchanged one", "unchanged two"])


def test_adding_goes_on_past_bad_files_and_lists_them_at_the_end(run: Run) -> None:
    note("empty.txt", "")
    done = run(
        "add",
        "missing.txt",
        "empty.txt",
        note("good.txt"),
        note("welsh.txt", "Cyfarfu'r Gweinidog ddoe."),
        "--register",
        "r.db",
    )
    assert done.code == 2
    assert done.out.startswith("added good: ")
    for name in ("missing.txt", "empty.txt"):
        assert sum(name in line for line in done.err.splitlines()) == 1
    with open_register("r.db", create=False) as register:
        assert register.list()


def test_what_the_register_refuses_is_listed_and_the_rest_is_added(run: Run, postgresql_schema: str) -> None:
    Path("batch.jsonl").write_text(
        '{"ref": "nul", "text": "The minister met\\u0000 the envoy on 4 May 2024.", "published": "2024-05-05"}\n'
        '{"ref": "good", "text": "The minister met the envoy on 4 May 2024.", "published": "2024-05-05"}\n'
    )
    done = run("add", "batch.jsonl", "--lang", "en", "--register", postgresql_schema)
    assert done.code == 2
    assert done.out.startswith("added good: ")
    assert "batch.jsonl:1" in done.err
    assert "cannot keep it" in done.err


def test_no_register_is_made_when_there_is_nothing_to_add(run: Run) -> None:
    assert run("add", "missing.txt").code == 2
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["show", "e-abc"]])
def test_a_missing_register_is_told_and_not_made(run: Run, command: list[str]) -> None:
    done = run(*command)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err == "dragoman: There is no register at 'register.db': make it with `dragoman add`, or name another.\n"
    )
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("command", [["add", "note.txt"], ["list"], ["show", "e-abc"]])
def test_a_register_that_is_none_or_newer_is_told_in_one_sentence(run: Run, command: list[str]) -> None:
    note("note.txt")
    note("letter.db", "Dear Minister,\n" * 100)
    with open_register("newer.db", create=True) as register, register._database.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9001'"))
    for register_name, says in (
        ("letter.db", "is not a database"),
        ("newer.db", "newer dragoman"),
        (".", "is a folder"),
    ):
        done = run(*command, "--register", register_name)
        assert (done.code, done.out) == (2, "")
        assert says in done.err
        assert done.err.count("\n") == 1


def test_the_register_of_the_environment_is_used_and_an_option_wins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_REGISTER", "from-environment.db")
    run("add", note("note.txt"))
    run("add", "note.txt", "--register", "from-option.db")
    assert {path.name for path in Path().glob("*.db")} == {"from-environment.db", "from-option.db"}
    assert run("list").code == 0


def test_the_table_names_every_engagement_within_the_width(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(held, create=False) as register:
        ids = [row.id for row in register.list()]
    for width in (80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        done = run("list")
        assert [line.split()[0] for line in done.out.splitlines() if line.startswith("e-")] == ids
        assert max(map(cell_len, done.out.splitlines())) <= width
        for words in ("林远", "外务大臣", "Lisbon, Portugal", "title: Mumbi"):
            assert words in done.out


def test_list_json_is_one_list_of_rows(run: Run, held: Path) -> None:
    with open_register(held, create=False) as register:
        expected = [row.as_json() for row in register.list()]
    assert json.loads(run("list", "--json").out) == json.loads(json.dumps(expected))
    assert json.loads(run("list", "--json", "--country", "FR").out) == []


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--country", "日本"], ["call"]),
        (["--person", "patricio"], ["meeting"]),
        (["--kind", "visit"], ["visit"]),
        (["--status", "planned"], ["conference"]),
        (["--since", "2024-04"], ["call"]),
        (["--until", "2023"], ["call"]),
        (["--since", "2024-03", "--until", "2024-03"], ["meeting", "visit"]),
        (["--limit", "3"], ["call", "meeting", "visit"]),
    ],
    ids=str,
)
def test_the_options_of_list_filter(run: Run, held: Path, options: list[str], kinds: list[str]) -> None:
    assert [row["kind"] for row in json.loads(run("list", "--json", *options).out)] == kinds


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--since", "yesterday"], "'yesterday' is no date"),
        (["--kind", "brunch"], "brunch"),
        (["--limit", "-1"], "--limit"),
        (["--country", "Atlantis"], "'Atlantis' is no country"),
        (["--json", "--csv", "-"], "choose one of"),
    ],
    ids=str,
)
def test_a_bad_option_is_told(run: Run, held: Path, options: list[str], says: str) -> None:
    done = run("list", *options)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_nothing_found_and_nothing_held_are_told_apart(run: Run, held: Path) -> None:
    open_register("empty.db", create=True).close()
    assert "is such" in run("list", "--country", "FR").err
    assert "empty" in run("list", "--register", "empty.db").err


def test_a_concept_narrows_the_list_and_stands_in_show(run: Run, held: Path) -> None:
    (row,) = json.loads(run("list", "--concept", "teachers", "--json").out)
    assert row["concepts"] == ["teacher-exchanges", "libraries-and-archives"]
    assert "concepts: teacher exchanges" in run("show", row["id"]).out
    refused = run("list", "--concept", "reading rooms")
    assert (refused.code, refused.out) == (2, "")
    assert "is no concept" in refused.err


def test_concepts_of_ones_own_are_read_listed_and_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("own.csv").write_text("id,broader,en\nkelp-farming,agriculture,kelp farming\n", encoding="utf-8")
    text = "On 4 March 2024, Minister Ana Sousa of Portugal and Minister Kari Lund of Norway discussed kelp farming."
    assert run("add", note("kelp.txt", text), "--concepts", "own.csv").code == 0
    assert "no concept" in run("list", "--concept", "kelp-farming").err
    monkeypatch.setenv("DRAGOMAN_CONCEPTS", "own.csv")
    (row,) = json.loads(run("list", "--concept", "agriculture", "--json").out)
    assert row["concepts"] == ["kelp-farming"]
    assert "concepts: kelp farming" in run("show", row["id"]).out
    monkeypatch.setenv("DRAGOMAN_CONCEPTS", "nowhere.csv")
    assert "nowhere.csv cannot be read" in run("list", "--concept", "agriculture").err


def test_csv_has_one_row_an_engagement_in_a_file_as_on_standard_output(run: Run, held: Path) -> None:
    printed = run("list", "--csv", "-")
    assert run("list", "--csv", "table.csv").out == ""
    assert Path("table.csv").read_bytes().decode() == printed.out
    header, *rows = csv.reader(io.StringIO(printed.out, newline=""))
    assert tuple(header) == COLUMNS
    meeting = dict(zip(header, rows[1], strict=True))
    assert re.fullmatch("e-[a-z2-7]{10}", meeting.pop("id"))
    assert re.fullmatch("e-[a-z2-7]{10}", meeting.pop("within"))
    assert meeting == {
        "start": "2024-03-04",
        "review": "pending 7",
        "end": "2024-03-04",
        "kind": "meeting",
        "status": "held",
        "event": "",
        "places": "Lisbon, Portugal",
        "affiliations": "NO; PT",
        "parties": "Ines Sørland, Minister (Norway); Rui Patrício Vaz, Minister of Education (Portugal)",
        "topics": "teacher exchanges",
        "points": "agreed (NO, PT): open a joint reading room",
        "concepts": "teacher-exchanges; libraries-and-archives",
        "window_start": "",
        "window_end": "",
        "title": "Minister Sørland in Lisbon",
        "published": "2024-03-06",
        "publisher": "NO",
        "ref": "visit",
        "source": "",
    }


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_compute_is_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=b", "2024-03-04", "'=1", "王毅", " =1", "5-1"])
def test_any_other_cell_stays_what_it_is(cell: str) -> None:
    assert defused(cell) == cell


def test_no_cell_of_a_table_can_be_a_formula(run: Run) -> None:
    from dataclasses import replace

    readout = replace(VISIT, title='=HYPERLINK("x")', publisher="+1", ref="@ref", source="-source")
    met = visit().engagements[1]
    party = replace(met.parties[0], name="=cmd|' /C calc'!A0")
    hostile = replace(met, within=None, event="-event", parties=(party,))
    with open_register("register.db", create=True) as register:
        register.add(readout, replace(visit(), readout=readout.content_hash, engagements=(hostile,)))
    _, row = csv.reader(io.StringIO(run("list", "--csv", "-").out, newline=""))
    assert [cell for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert sum(cell.startswith("'") for cell in row) == 6


def test_show_prints_each_value_with_the_words_in_brackets(run: Run, held: Path) -> None:
    (row,) = json.loads(run("list", "--json", "--kind", "meeting").out)
    done = run("show", row["id"])
    assert done.code == 0
    said = " ".join(done.out.split())
    for words in (
        row["id"],
        f"within {row['within']}",
        "She [met] her counterpart",
        "counterpart [Rui Patrício Vaz], [Minister of Education] of Portugal",
        "topic teacher exchanges",
        "agreed Norway, Portugal: open a joint reading room",
        "[open a joint reading room]",
        "read by dragoman 0.1.0",
    ):
        assert words in said
    parent = run("show", row["within"])
    assert re.search(rf"part +{row['id']} ", parent.out)


def test_show_json_is_the_record(run: Run, held: Path) -> None:
    with open_register(held, create=False) as register:
        record = register.show(register.list()[0].id)
    assert json.loads(run("show", record.engagement.id, "--json").out) == json.loads(json.dumps(record.as_json()))


def test_show_tells_an_unknown_id(run: Run, held: Path) -> None:
    done = run("show", "e-nothing")
    assert (done.code, done.out) == (2, "")
    assert "No engagement 'e-nothing'" in done.err
