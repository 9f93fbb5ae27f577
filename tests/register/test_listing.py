"""Which engagements are listed, in which order, and what a row says."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from builder import CALL, UNDATED, VISIT, call, numbered, undated, visit

from dragoman.errors import DragomanError
from dragoman.reference.concepts import vocabulary
from dragoman.reference.folding import fold
from dragoman.register import Filters, Register, about

# The engagements of `filled`, by what they are.
ALL = ["jp call", "lisbon meeting", "lisbon visit", "ke call", "ke summit"]


def what(register: Register, **filters: Any) -> list[str]:
    """The listed engagements by short names, in the order listed."""
    names = {
        ("call", "林远同日本外务大臣通电话"): "jp call",
        ("meeting", VISIT.title): "lisbon meeting",
        ("visit", VISIT.title): "lisbon visit",
        ("call", UNDATED.title): "ke call",
        ("conference", UNDATED.title): "ke summit",
    }
    return [names[row.kind, row.readouts[0].title] for row in register.list(Filters(**filters))]


def test_newest_first_undated_last(filled: Register) -> None:
    assert what(filled) == ALL


def test_the_order_does_not_depend_on_the_order_of_adding(filled: Register, register: Register) -> None:
    before = [dataclasses.replace(row, review={}) for row in filled.list()]
    for readout, reading in ((UNDATED, undated("x 2")), (VISIT, visit("x 2")), (CALL, call("x 2"))):
        filled.add(readout, reading)
    ids = {other.id for other in before}
    old = [dataclasses.replace(row, review={}) for row in filled.list() if row.id in ids]
    assert old == before


def test_equal_days_are_ordered_by_id(register: Register) -> None:
    for number in (5, 33, 61, 89):  # one day
        register.add(*numbered(number))
    ids = [row.id for row in register.list()]
    assert len(ids) == 8
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"country": "JP"}, ["jp call"]),
        ({"country": "pt"}, ["lisbon meeting", "lisbon visit"]),  # as party, and as place alone
        ({"country": "UNESCO"}, ["ke call"]),
        ({"country": "KE"}, ["ke call", "ke summit"]),
        ({"country": "FR"}, []),
        ({"country": "Portugal"}, ["lisbon meeting", "lisbon visit"]),
        ({"country": "日本"}, ["jp call"]),
        ({"country": "norvège"}, ["lisbon meeting", "lisbon visit"]),
        ({"country": "Kenyan"}, ["ke call", "ke summit"]),
        ({"country": "harbour institute"}, ["ke summit"]),  # a body that only this register knows
        ({"person": "Vaz"}, ["lisbon meeting"]),
        ({"person": "patricio"}, ["lisbon meeting"]),
        ({"person": "SORLAND ines"}, ["lisbon meeting", "lisbon visit"]),
        ({"person": "林远"}, ["jp call"]),
        ({"person": "光"}, ["jp call"]),
        ({"person": "otieno"}, ["ke call"]),  # named by the title alone
        ({"person": "Sørland Vaz"}, []),  # two people, not one
        ({"person": "%"}, ["jp call", "lisbon meeting", "lisbon visit", "ke call"]),  # no words: anybody named
        ({"person": "minister"}, []),  # a post
        ({"kind": "call"}, ["jp call", "ke call"]),
        ({"status": "planned"}, ["ke summit"]),
        ({"status": "held"}, ["jp call", "lisbon meeting", "lisbon visit", "ke call"]),
        ({"since": "2024-03-05"}, ["jp call", "lisbon visit"]),
        ({"until": "2024-03-03"}, ["lisbon visit", "ke call"]),
        ({"since": "2024-03", "until": "2024-03"}, ["lisbon meeting", "lisbon visit"]),
        ({"since": "2024", "until": "2024"}, ["jp call", "lisbon meeting", "lisbon visit"]),
        ({"since": "2023-06-30", "until": "2023-07"}, ["ke call"]),  # by its window
        ({"since": "2023-07-01", "until": "2023-07"}, []),
        ({"kind": "visit", "country": "JP"}, []),
        ({"limit": 2}, ["jp call", "lisbon meeting"]),
        ({"limit": 0}, []),
        ({"country": "KE", "limit": 1}, ["ke call"]),
    ],
    ids=str,
)
def test_filters(filled: Register, filters: dict[str, Any], expected: list[str]) -> None:
    assert what(filled, **filters) == expected


@pytest.mark.parametrize("name", ["teacher-exchanges", "Teachers", "éducation", "互派教师", "libraries-and-archives"])
def test_engagements_are_found_by_a_concept_or_a_broader_one(filled: Register, name: str) -> None:
    assert what(filled, concepts=about(name, vocabulary())) == ["lisbon meeting"]


def test_a_concept_that_nothing_is_about_finds_nothing(filled: Register) -> None:
    assert what(filled, concepts=about("textbooks", vocabulary())) == []


def test_a_concept_that_is_none_is_refused() -> None:
    with pytest.raises(DragomanError, match="'reading rooms' is no concept"):
        about("reading rooms", vocabulary())


def test_a_reading_with_other_concepts_replaces_the_one_before(filled: Register) -> None:
    before = filled.list(Filters(kind="meeting"))
    plain = visit()
    bare = [dataclasses.replace(account, topics=(), points=()) for account in plain.engagements]
    assert filled.add(VISIT, dataclasses.replace(plain, engagements=tuple(bare))).status == "reread"
    (row,) = filled.list(Filters(kind="meeting"))
    assert (row.id, row.concepts) == (before[0].id, ())
    assert what(filled, concepts=about("teachers", vocabulary())) == []


@pytest.mark.parametrize(("given", "says"), [("Atlantis", "is no country"), ("", "is no country"), ("Congo", "CD")])
def test_a_country_that_is_none_or_several_is_refused(filled: Register, given: str, says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        filled.list(Filters(country=given))


@pytest.mark.parametrize("given", ["yesterday", "2024-13", "2024-02-30", "24-01-01", "", "2024-1-1", "٢٠٢٤"])
@pytest.mark.parametrize("bound", ["since", "until"])
def test_a_date_that_is_none_is_refused(filled: Register, bound: str, given: str) -> None:
    with pytest.raises(DragomanError, match="is no date"):
        filled.list(Filters(**{bound: given}))  # type: ignore[arg-type]


def test_a_row_says_what_the_account_says(filled: Register) -> None:
    meeting = next(row for row in filled.list() if row.kind == "meeting")
    within = next(row for row in filled.list() if row.kind == "visit").id
    assert json.loads(json.dumps(meeting.as_json())) == {
        "id": meeting.id,
        "kind": "meeting",
        "status": "held",
        "date": {"start": "2024-03-04", "end": "2024-03-04"},
        "window": None,
        "places": [{"country": "PT", "locality": "Lisbon", "basis": "stated", "confidence": 0.9}],
        "event": None,
        "within": within,
        "parties": [
            {
                "name": "Ines Sørland",
                "post": "Minister",
                "affiliation": "NO",
                "group": False,
                "basis": "stated",
                "confidence": 0.9,
                "person": "~ines-sorland-no",
                "known_as": "Ines Sørland",
            },
            {
                "name": "Rui Patrício Vaz",
                "post": "Minister of Education",
                "affiliation": "PT",
                "group": False,
                "basis": "stated",
                "confidence": 0.9,
                "person": "~rui-patricio-vaz-pt",
                "known_as": "Rui Patrício Vaz",
            },
        ],
        "topics": ["teacher exchanges"],
        "points": [{"act": "agreed", "by": ["NO", "PT"], "text": "open a joint reading room"}],
        "concepts": ["teacher-exchanges", "libraries-and-archives"],
        "title_says": {},
        "review": {"pending": 7},
        "readouts": [
            {
                "hash": VISIT.content_hash,
                "ref": "visit",
                "title": "Minister Sørland in Lisbon",
                "published": "2024-03-06",
                "publisher": "NO",
                "language": "en",
                "source": None,
            }
        ],
    }


def test_more_engagements_than_one_statement_takes_are_listed(register: Register) -> None:
    readout, reading = numbered(0)
    visited = reading.engagements[0]
    many = tuple(
        dataclasses.replace(
            visited, id=f"e{n}", kind="meeting" if n % 2 else "visit", within=f"e{n - 1}" if n else None
        )
        for n in range(2500)
    )
    register.add(readout, dataclasses.replace(reading, engagements=many))
    rows = register.list()
    assert len({row.id for row in rows}) == 2500
    assert all(row.parties for row in rows)
    assert sum(row.within is None for row in rows) == 1


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Élysée", "elysee"),
        ("SØRLAND", "sorland"),
        ("Łukasz Żal", "lukasz zal"),
        ("Straße", "strasse"),
        ("Đorđe", "dorde"),
        ("Abdel-Fattah al-Sîsî", "abdel fattah al sisi"),
        ("N'Diaye", "n diaye"),
        ("埃马纽埃尔·马克龙", "埃马纽埃尔 马克龙"),
        ("İnönü", "inonu"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("  a  b ", "a b"),
        ("…", ""),
    ],
)
def test_names_are_compared_without_case_accents_and_punctuation(name: str, folded: str) -> None:
    assert fold(name) == folded
