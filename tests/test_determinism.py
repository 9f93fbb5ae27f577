"""The same readout gives the same bytes, whatever the process, hash seed, locale, time zone and order of reading;
and reading reaches for nothing but its arguments."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from bench.texts import own

from dragoman import Readout, read
from dragoman.intake import Refused, gather
from dragoman.languages import CODES, detect

ROOT = Path(__file__).resolve().parent.parent
CHILD = Path(__file__).with_name("reading_child.py")
SAMPLES = [readout for readout in gather([str(ROOT / "samples")]) if not isinstance(readout, Refused)]
# What several countries share was once told in the order of a set.
JOURNEY = Readout(
    "Assistant Secretary Ana Frey will travel to Norway, Malta, Chad and Peru May 2-6. The trip will underscore our "
    "shared commitment to open science and human rights.",
    published="2024-04-30",
    publisher="U.S. Department of State",
)
READOUTS = [replace(known, language=known.language or detect(known.text)) for known in (*SAMPLES, *own(), JOURNEY)]


def in_another_process(part: str, cwd: Path | None = None, **environment: str) -> bytes:
    """What the child prints about the readouts."""
    given = "".join(json.dumps(asdict(readout)) + "\n" for readout in READOUTS)
    command = [sys.executable, str(CHILD), part]
    run = subprocess.run(command, input=given.encode(), capture_output=True, cwd=cwd, env=os.environ | environment)
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    return run.stdout


@pytest.fixture(scope="module")
def here() -> bytes:
    """The readings of this process, byte for byte."""
    lines = [json.dumps(read(readout).as_json(), ensure_ascii=False) + "\n" for readout in READOUTS]
    return "".join(lines).encode()


def test_the_samples_stand_for_all_languages_and_are_not_empty(here: bytes) -> None:
    readings = [json.loads(line) for line in here.splitlines()[: len(SAMPLES)]]
    assert {reading["language"] for reading in readings} == set(CODES)
    assert all(reading["engagements"] for reading in readings)


def test_a_second_reading_is_the_same(here: bytes) -> None:
    again = [json.dumps(read(readout).as_json(), ensure_ascii=False) + "\n" for readout in READOUTS]
    assert "".join(again).encode() == here


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "PYTHONOPTIMIZE": "2"},
        {"PYTHONHASHSEED": "4294967295", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"LANG": "zh_CN.GB18030", "LC_ALL": "zh_CN.GB18030", "TZ": "America/Adak"},
    ],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_another_process_reads_the_same_bytes(environment: dict[str, str], here: bytes, tmp_path: Path) -> None:
    assert in_another_process("forwards", cwd=tmp_path, **environment) == here


def test_the_order_of_reading_does_not_matter(here: bytes) -> None:
    assert in_another_process("backwards") == here


def test_where_a_readout_came_from_changes_nothing_but_its_ref(here: bytes) -> None:
    for readout, line in zip(READOUTS, here.splitlines(), strict=True):
        moved = read(replace(readout, ref="elsewhere", source="/another/place.txt"))
        assert json.loads(json.dumps(moved.as_json())) == json.loads(line) | {"ref": "elsewhere"}


def test_reading_opens_imports_starts_and_asks_nothing() -> None:
    assert in_another_process("audited").decode().splitlines() == []


def test_the_audit_would_see_a_file_opened_and_a_module_imported(tmp_path: Path) -> None:
    """The same hook around a reading function that does reach outside."""
    spoilt = CHILD.read_text("utf-8").replace(
        "        read(readout)\n", "        read(readout)\n        open(__file__).close()\n        import this\n"
    )
    child = tmp_path / "child.py"
    child.write_text(spoilt, "utf-8")
    given = json.dumps(asdict(Readout(text="Ana Silva met.", language="en")))
    run = subprocess.run([sys.executable, str(child), "audited"], input=given.encode(), capture_output=True)
    events = {line.split(" ")[0] for line in run.stdout.decode().splitlines()}
    assert {"open", "import"} <= events


@pytest.mark.parametrize("asked", ["time.time()", "random.random()", "__import__('datetime').date.today()"])
def test_the_audit_would_see_the_clock_asked(asked: str, tmp_path: Path) -> None:
    spoilt = CHILD.read_text("utf-8").replace("        read(readout)\n", f"        {asked}\n")
    child = tmp_path / "child.py"
    child.write_text(spoilt, "utf-8")
    given = json.dumps(asdict(Readout(text="Ana Silva met.", language="en")))
    run = subprocess.run([sys.executable, str(child), "audited"], input=given.encode(), capture_output=True)
    assert b"was asked while reading" in run.stderr
