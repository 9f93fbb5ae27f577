"""The benchmarks run, on the project's own texts too, and say what they are asked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bench.compose import composed, occasions, wordings
from bench.grow import MADE_UP, filled
from bench.grow import texts as made_up
from bench.report import table, with_part

from bench import texts
from dragoman.languages import CODES

ROOT = Path(__file__).resolve().parent.parent


def test_a_table_has_its_names_to_the_left_and_its_figures_to_the_right() -> None:
    assert table(("name", "figure"), [["a", "1"], ["longer", "1000"]]).splitlines() == [
        "| name   | figure |",
        "| ------ | -----: |",
        "| a      |      1 |",
        "| longer |   1000 |",
    ]


def test_new_figures_take_the_place_of_the_old_and_leave_the_rest_alone() -> None:
    results = "# Results\n\n## Speed and length\n\nWhat.\n\n## Names\n\nThose.\n"
    once = with_part(results, "Speed: x", "1")
    assert once == "# Results\n\n## Speed and length\n\nWhat.\n\n### Speed: x\n\n1\n\n## Names\n\nThose.\n"
    both = with_part(once, "Length", "2")
    assert with_part(both, "Speed: x", "3") == both.replace("\n1\n", "\n3\n")


def test_what_is_said_below_a_table_stays_when_its_figures_are_new() -> None:
    results = "## Speed and length\n\n### Speed\n\nof May\n\n| a |\n| - |\n| 1 |\n\nIt is fast.\n\n### Length\n\n2\n"
    assert with_part(results, "Speed", "of June\n\n| a |\n| - |\n| 3 |") == results.replace("May", "June").replace(
        "| 1 |", "| 3 |"
    )


def test_without_the_shared_corpus_the_project_has_texts_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(texts, "CORPUS", tmp_path / "no such folder")
    corpora = texts.corpora()
    assert set(corpora) == {f"{code}-own" for code in CODES}
    assert all(readout.language == name[:2] for name, readouts in corpora.items() for readout in readouts)


@pytest.mark.parametrize("kind", MADE_UP)
def test_a_made_up_text_is_as_long_as_asked_and_the_same_every_time(kind: str) -> None:
    assert len(filled(made_up(kind), 1_000)) == 1_000
    assert filled(made_up(kind), 1_000) == filled(made_up(kind), 1_000)


@pytest.mark.parametrize(
    ("command", "header"),
    [
        (["bench.speed", "--limit", "2", "--corpus", "fr"], "| corpus"),
        (["bench.grow", "length", "--longest", "10000", "--kind", "numbers"], "| text"),
    ],
)
def test_a_benchmark_prints_a_table_on_stdout_and_its_progress_on_stderr(command: list[str], header: str) -> None:
    run = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode in (0, 1), run.stderr  # 1: too slow on this machine, which is no matter here
    assert header in run.stdout
    assert "…" not in run.stdout
    assert "…" in run.stderr


def test_paraphrases_are_replaced_in_texts_and_what_changes_is_told() -> None:
    command = [sys.executable, "bench/paraphrase", "--own", "--lang", "en", "--only", "talks", "--errors", "1"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("en: ")
    assert "engagements changed in" in run.stdout
    assert not run.stdout.startswith("en: 0 pairs")


def test_every_paraphrase_says_what_it_stands_for() -> None:
    lines = (ROOT / "bench" / "paraphrases.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith(("#", "[", "!"))]
    assert told
    for line in told:
        said, _, instead = line.partition(" = ")
        others = [other.strip() for other in instead.split("|")]
        assert said.strip(), line
        assert all(others), line
        assert said not in others, line


@pytest.mark.parametrize("language", [code for code in CODES if wordings(code)])
def test_readouts_are_composed_of_facts_the_same_every_time(language: str) -> None:
    for occasion in occasions(wordings(language)):
        found, again = (list(composed(language, occasion, 3, seed=4)) for _ in range(2))
        assert found == again
        for one, _ in found:
            assert not re.search(r"[{}]|,[,.]", one.readout.text), one.readout.text
            assert bool(one.wanted) == (occasion != "no-occasion")


def test_composed_readouts_are_mostly_read_right_and_what_fails_is_told() -> None:
    command = [sys.executable, "-m", "bench.compose", "8", "--lang", "en", "--only", "call", "--wordings", "1"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    right = re.match(r"en call +(\d+) of 8\n", run.stdout)
    assert right, run.stdout
    assert int(right[1]) >= 6, run.stdout
