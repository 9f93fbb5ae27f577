from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from program import PROGRAM, Run

from dragoman import Reading, Readout, read
from dragoman.cli.batch import Batch
from dragoman.intake import Overrides

RECORD = {"ref": "a", "published": "2024-05-06", "lang": "en", "text": "On 3 May 2024 Ana Sousa met with Kari Lund."}


def records(*changes: dict[str, Any]) -> bytes:
    return "".join(json.dumps(RECORD | change) + "\n" for change in changes).encode()


def sentences(stderr: bytes) -> list[str]:
    """What went wrong, a sentence each; fails on a traceback."""
    told = stderr.decode()
    assert "Traceback" not in told
    return [line.removeprefix("dragoman: ") for line in told.splitlines() if line.startswith("dragoman: ")]


def test_a_readout_is_told_to_people(run: Run, meeting: Path) -> None:
    done = run("read", meeting, COLUMNS="200")
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode()
    assert told.startswith("Minister Sousa receives Minister Lund\npublished 2024-05-06 · English · meeting\n\nMeeting")
    assert re.search(r"Meeting  Ana Sousa, Minister of Education.* with Kari Lund, .*Minister of Research", told)
    assert "3 May 2024 · Praia, Cape Verde" in told
    assert re.search(r"topics +ocean science\b", told)


def test_json_is_one_object_for_one_readout_and_a_list_for_several(run: Run, meeting: Path) -> None:
    one = json.loads(run("read", "--json", meeting).stdout)
    assert one["ref"] == "meeting"
    several = json.loads(run("read", "--json", meeting, meeting).stdout)
    assert several == [one, one]


def test_json_lines_come_in_the_order_of_the_sources(run: Run) -> None:
    done = run("read", "--jsonl", "-", stdin=records({"ref": "b"}, {"ref": "a"}, {"ref": "c"}))
    assert [json.loads(line)["ref"] for line in done.stdout.splitlines()] == ["b", "a", "c"]


def test_the_program_prints_what_the_library_reads(run: Run) -> None:
    readout = Readout(text=str(RECORD["text"]), published="2024-05-06", language="en", ref="a")
    printed = json.loads(run("read", "--jsonl", "-", stdin=records({})).stdout)
    assert printed == json.loads(json.dumps(read(readout).as_json()))


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_output_is_utf8_whatever_the_locale(run: Run, locale: dict[str, str]) -> None:
    text = "国务院副总理林致远22日在北京会见塞内加尔外交部长阿米娜塔·恩迪亚耶。"
    for form in ([], ["--jsonl"], ["--json"], ["--explain"]):
        done = run("read", *form, "-", stdin=records({"text": text, "lang": "zh", "title": "会见"}), **locale)
        assert done.returncode == 0
        assert "会见" in done.stdout.decode("utf-8")


def test_json_lines_are_never_broken_by_what_a_text_holds(run: Run) -> None:
    title = "line\u2028separator\u0085next\u2029end"
    done = run("read", "--jsonl", "-", stdin=records({"title": title}))
    lines = done.stdout.split(b"\n")
    assert len(lines) == 2
    assert json.loads(lines[0])["title"] == title


def test_overrides_win_over_what_the_file_says(run: Run, meeting: Path) -> None:
    options = ("--published", "2024-06-01", "--lang", "en", "--publisher", "Somebody", "--ref", "mine")
    reading = json.loads(run("read", "--json", *options, meeting).stdout)
    said = [reading[key] for key in ("published", "language", "publisher", "ref")]
    assert said == ["2024-06-01", "en", "Somebody", "mine"]


def test_a_ref_for_several_readouts_is_numbered(run: Run) -> None:
    done = run("read", "--jsonl", "--ref", "mine", "-", stdin=records({}, {}))
    assert [json.loads(line)["ref"] for line in done.stdout.splitlines()] == ["mine", "mine#2"]


def test_explain_names_the_rule_and_the_words(run: Run, meeting: Path) -> None:
    told = run("read", "--explain", meeting).stdout.decode()
    assert re.search(r"party +Kari Lund, Minister of Research \(Norway\)\n +← .+ · \d\.\d\d · ", told)
    assert "“Kari Lund” text " in " ".join(told.split())


def test_a_page_is_written_and_named(run: Run, meeting: Path, tmp_path: Path) -> None:
    done = run("read", "--html", "page.html", meeting)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "page.html holds 1 reading\n"
    assert "Kari Lund" in (tmp_path / "page.html").read_text("utf-8")


def test_nothing_readable_leaves_no_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("read", "--html", "page.html", "empty.txt").returncode == 2
    assert not (tmp_path / "page.html").exists()


def test_a_batch_goes_on_past_what_is_bad_and_names_it_at_the_end(run: Run, meeting: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = run("read", "--jsonl", "binary.txt", "missing.txt", meeting, "-", stdin=b'{"text": 3}\n' + records({}))
    assert done.returncode == 2
    assert [json.loads(line)["ref"] for line in done.stdout.splitlines()] == ["meeting", "a"]
    first, *others = sentences(done.stderr)
    assert first == "3 of 5 could not be read:"
    assert [other.split(":")[0] for other in others] == ["binary.txt", "missing.txt", "stdin"]


BAD: list[tuple[list[str], bytes, str]] = [
    (["missing.txt"], b"", "missing.txt: there is no such file"),
    (["-"], b"", "stdin: "),
    (["-"], b" \n\t\n", "stdin: "),
    (["-", "--published", "7 May"], records({}), "7 May"),
    (["-"], records({"lang": "pt"}), "pt"),
    (["-", "--lang", "xx"], records({}), "xx"),
    (
        ["-"],
        records({"text": "Der Minister traf am Montag seinen Amtskollegen in Berlin.", "lang": None}),
        "a",
    ),
    (["-", "--json", "--explain"], records({}), "choose one of --json, --jsonl, --html and --explain"),
    (["-", "--html", "no/such/page.html"], records({}), "no/such/page.html could not be written"),
    (["no*.txt"], b"", "no*.txt: "),
]


@pytest.mark.parametrize(("arguments", "stdin", "said"), BAD, ids=[" ".join(arguments) for arguments, _, _ in BAD])
def test_bad_input_is_one_sentence_and_exit_code_2(
    run: Run, tmp_path: Path, arguments: list[str], stdin: bytes, said: str
) -> None:
    done = run("read", *arguments, stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    told = sentences(done.stderr)
    assert len(told) == 1
    assert said in told[0]
    assert list(tmp_path.iterdir()) == []


def test_the_same_texts_give_the_same_bytes_on_any_machine(run: Run, project_root: Path) -> None:
    machines = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
    ]
    one, other = (run("read", "--jsonl", project_root / "samples", **machine) for machine in machines)
    assert one.stdout.count(b"\n") >= 8
    assert one.stdout == other.stdout


def test_a_text_that_the_reader_breaks_on_does_not_stop_the_batch(
    meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_once(readout: Readout, _vocabulary: object) -> Reading:
        if readout.ref == "broken":
            raise ValueError("no such thing")
        return read(readout)

    monkeypatch.setattr("dragoman.read", break_once)
    broken = meeting.with_name("broken.txt")
    broken.write_text("Something that breaks the reader.", "utf-8")
    batch = Batch()
    refs = [reading.ref for _, reading in batch.readings([str(broken), str(meeting)], Overrides(language="en"))]
    assert refs == ["meeting"]
    assert len(batch.refused) == 1
    assert "broken.txt: dragoman broke on it (ValueError: no such thing)" in batch.refused[0]


@pytest.mark.parametrize("arguments", [["read", "--nonsense"], ["raed"], ["read"]])
def test_a_wrong_command_line_is_explained_without_a_traceback(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Usage: dragoman" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_a_text_cannot_steer_the_terminal(run: Run) -> None:
    text = "On 3 May 2024 Ana Sousa met with Kari Lund\x1b[2J in Oslo."
    for form in ([], ["--explain"], ["--jsonl"]):
        assert b"\x1b" not in run("read", *form, "-", stdin=records({"text": text, "title": "\x1b]0;x\x07"})).stdout


def test_a_reader_that_has_gone_is_no_error(meeting: Path, tmp_path: Path) -> None:
    many = [str(meeting)] * 400
    complaints = tmp_path / "complaints"
    with complaints.open("wb") as stderr:
        program = subprocess.Popen([*PROGRAM, "read", *many], stdout=subprocess.PIPE, stderr=stderr)
    assert program.stdout is not None
    assert program.stdout.readline() == b"Minister Sousa receives Minister Lund\n"
    program.stdout.close()
    assert program.wait() in (1, -signal.SIGPIPE)
    assert complaints.read_bytes() == b""


def test_being_stopped_is_one_sentence_and_code_130(tmp_path: Path) -> None:
    pipe = tmp_path / "page.html"
    program = subprocess.Popen(
        [*PROGRAM, "read", "--html", str(pipe), "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdin is not None
    program.stdin.write(records({}))
    program.stdin.flush()
    # It has read the record and waits for the next; a loop, since how long the start takes is not known.
    deadline = time.monotonic() + 30
    while not _waits_for_input(program.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    program.send_signal(signal.SIGINT)
    stdout, stderr = program.communicate()
    assert (program.returncode, stdout) == (130, b"")
    assert stderr == b"dragoman: stopped before the end\n"
    assert list(tmp_path.iterdir()) == []


def _waits_for_input(pid: int) -> bool:
    """Whether a process sleeps in a read of its standard input (Linux)."""
    call = Path(f"/proc/{pid}/syscall").read_text() if Path(f"/proc/{pid}/syscall").exists() else ""
    return call.startswith("0 0x0 ")


@pytest.mark.parametrize("command", [[], ["read"], ["schema"], ["demo"]])
def test_help_says_what_a_command_does(run: Run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Usage: dragoman")


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    slow = ["babel", "rich.console", "sqlalchemy", "pydantic", "jinja2", "trafilatura", "dragoman.reading", "yaml"]
    code = f"import sys, dragoman.cli; print([m for m in {slow!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=os.environ)
    assert done.stdout.strip() == b"[]"


def test_the_schema_is_printed_as_json(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "Reading"
    assert set(json.loads(run("read", "--json", "-", stdin=records({})).stdout)) == set(schema["properties"])


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout.decode() == f"dragoman {version('dragoman')}\n"
