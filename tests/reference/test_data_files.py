"""The data files: every row says where it comes from, share-alike rows stand apart, and the docs describe each file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "src" / "dragoman" / "reference" / "data"
FILES = sorted(DATA.glob("*.csv"))
SHARE_ALIKE = {
    "mledoze": "country_names_odbl.csv",
    "supraverden": ("organisations_by_sa.csv", "organisation_names_by_sa.csv"),
    "unesco-thesaurus": "concept_identifiers_by_sa.csv",
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_names_its_source_or_reason(path: Path) -> None:
    column = "source" if "source" in rows(path)[0] else "reason"
    assert [row for row in rows(path) if not (row[column] or "").strip()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_row_stands_twice(path: Path) -> None:
    entries = [tuple(value for key, value in row.items() if key != "source") for row in rows(path)]
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_share_alike_rows_stand_in_files_of_their_own(path: Path) -> None:
    for source, files in SHARE_ALIKE.items():
        if path.name not in files:
            assert [row for row in rows(path) if source in row.get("source", "")] == [], source


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_described_in_the_docs(path: Path, project_root: Path) -> None:
    assert f"`{path.name}`" in (project_root / "docs" / "reference-data.md").read_text(encoding="utf-8")


def test_what_is_excluded_as_a_city_is_the_name_of_one() -> None:
    names: dict[str, set[str]] = {"en": set(), "fr": set(), "zh": set()}
    for city in rows(DATA / "cities.csv"):
        for language, known in names.items():
            known.update(city[language].split("|"))
    for file in ("country_names.csv", "country_names_odbl.csv"):
        for row in rows(DATA / file):
            if row["kind"] == "capital":
                names[row["lang"]].add(row["text"])
    useless = [row for row in rows(DATA / "city_exclusions.csv") if row["text"] not in names[row["lang"]]]
    assert useless == []


def test_the_data_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 1_500_000
