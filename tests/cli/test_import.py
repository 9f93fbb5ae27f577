"""`dragoman import`, as people start it."""

from __future__ import annotations

from pathlib import Path

from program import Run


def test_tenures_are_imported_and_shown(run: Run, meeting: Path, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "name,post,of,from,to\nKari Elisabeth Lund,Minister of Research,NO,2023-10-16,\n", "utf-8"
    )
    done = run("import", "tenures", "own.csv", "--register", "r.db")
    assert (done.returncode, done.stdout) == (0, b"imported 1 tenure from own.csv\n"), done.stderr
    run("add", meeting, "--register", "r.db")
    listed = run("list", "--register", "r.db", "--person", "Kari Elisabeth Lund").stdout.decode()
    assert "Kari Lund" in listed


def test_a_bad_file_is_told_in_one_sentence_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,post,of,from\nKari Lund,minister,NO,2023-99\n", "utf-8")
    done = run("import", "tenures", "own.csv", "--register", "r.db")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert "line 2: '2023-99' (from) is no date" in done.stderr.decode()


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    done = run("import", "institutions", "none.csv", "--register", "r.db")
    assert done.returncode == 2
    assert "none.csv" in done.stderr.decode()


def test_institutions_are_imported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text("name,country\nHarbour Academy,NO\nQuay College,NO\n", "utf-8")
    done = run("import", "institutions", "i.csv", "--register", "r.db")
    assert (done.returncode, done.stdout) == (0, b"imported 2 institutions from i.csv\n"), done.stderr
