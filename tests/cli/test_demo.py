from __future__ import annotations

from pathlib import Path

from program import Run


def test_the_demo_reads_registers_and_shows(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    assert first.returncode == 0
    told = first.stdout.decode()
    for title in (
        "A home for languages that fall silent",
        "林致远会见塞内加尔外长",
        "La ministre Aya Kouamé en visite",
    ):
        assert title in told
    assert "The register demo.db holds " in told
    assert str(tmp_path / "demo.html") in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.db", "demo.html"]
    html = (tmp_path / "demo.html").read_text("utf-8")
    assert '<div class="words" lang="zh">' in html
    assert '<div class="words" lang="fr">' in html
    again = run("demo")
    assert again.stdout == first.stdout
    listed = run("list", "--register", "demo.db")
    assert listed.returncode == 0
    assert "Wanjiru Achieng" in listed.stdout.decode()


def test_the_demo_makes_the_folder_it_is_given(run: Run, tmp_path: Path) -> None:
    assert run("demo", "--folder", "some/where").returncode == 0
    assert sorted(path.name for path in (tmp_path / "some" / "where").iterdir()) == ["demo.db", "demo.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["some"]


def test_a_folder_that_is_a_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "here").write_text("a file", "utf-8")
    done = run("demo", "--folder", "here")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "dragoman: here: File exists\n"
