"""`dragoman compare`, as people type it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from dragoman.cli import main

HERE = (
    "On 4 March 2024, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway in Oslo. They agreed to open a "
    "joint laboratory for ocean science."
)
THERE = (
    "On 4 March 2024, Minister Kari Lund of Norway received Minister Ana Sousa of Portugal in Oslo. They discussed "
    "ocean science and student mobility."
)


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and error of the program."""
    monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    assert isinstance(end.value.code, int | None)
    return end.value.code or 0, captured.out, captured.err


def test_two_accounts_are_compared_as_text_json_and_page(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_REGISTER", raising=False)
    Path("here.txt").write_text(HERE, "utf-8")
    Path("there.txt").write_text(THERE, "utf-8")
    assert run(capsys, monkeypatch, "add", "here.txt")[0] == 0
    (row,) = json.loads(run(capsys, monkeypatch, "list", "--json")[1])
    code, printed, told = run(capsys, monkeypatch, "compare", row["id"])
    assert (code, printed) == (2, "")
    assert "nothing to compare" in told
    assert run(capsys, monkeypatch, "add", "there.txt")[0] == 0
    (row,) = json.loads(run(capsys, monkeypatch, "list", "--json")[1])

    code, printed, _ = run(capsys, monkeypatch, "compare", row["id"])
    assert code == 0
    assert "status of commitment" in printed
    assert "student mobility" in printed
    code, printed, _ = run(capsys, monkeypatch, "compare", row["id"], "--json")
    assert [fact["what"] for fact in json.loads(printed)["differ"]] == ["status of commitment"]
    code, printed, told = run(capsys, monkeypatch, "compare", row["id"], "--html", "page.html")
    assert (code, printed) == (0, "")
    assert "2 accounts" in told
    assert "student mobility" in Path("page.html").read_text("utf-8")
    assert run(capsys, monkeypatch, "compare", row["id"], "--html", "page.html", "--json")[0] == 2
    assert run(capsys, monkeypatch, "compare", "e-nothing")[0] == 2
