"""`dragoman brief`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

from program import Run


def test_a_brief_as_text_markdown_json_and_page(run: Run, meeting: Path, tmp_path: Path) -> None:
    assert run("add", meeting).returncode == 0
    text = run("brief", "Norway", "Cape Verde", COLUMNS="300").stdout.decode()
    assert "Norway and Cape Verde" in text
    assert "UNESCO electoral group: I (unverified)" in text
    assert "[met] with Kari Lund" in text
    assert "[^1]: `e-" in run("brief", "挪威", "--markdown").stdout.decode()
    printed = json.loads(run("brief", "Kari Lund", "--json", "--on", "2024").stdout)
    assert (printed["count"], printed["on"]) == (1, "2024-12-31")
    assert json.loads(run("brief", "NO", "--json", "--until", "2023").stdout)["count"] == 0
    assert json.loads(run("brief", "NO", "--json", "--since", "2024-05", "--limit", "1").stdout)["count"] == 1
    done = run("brief", "NO", "--html", "brief.html")
    assert (done.returncode, done.stdout) == (0, b"")
    assert "挪威" in (tmp_path / "brief.html").read_text("utf-8")


def test_what_cannot_be_is_one_sentence(run: Run, meeting: Path, tmp_path: Path) -> None:
    assert run("brief", "NO").returncode == 2
    assert run("add", meeting).returncode == 0
    for arguments in (("Atlantis",), ("NO", "Atlantis"), ("NO", "--on", "soon"), ("NO", "--json", "--markdown")):
        done = run("brief", *arguments, "--html", "brief.html")
        assert (done.returncode, done.stdout) == (2, b""), arguments
        assert len(done.stderr.decode().splitlines()) == 1
    assert not (tmp_path / "brief.html").exists()
