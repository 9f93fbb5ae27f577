from __future__ import annotations

import dataclasses

import pytest

from dragoman.answers import phrases
from dragoman.model import Account, DateRange, Party, Place, Reading, Readout


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-11-07", "2023-11-07", "7 November 2023"),
        ("2023-11-07", "2023-11-12", "7–12 November 2023"),
        ("2024-05-30", "2024-06-02", "30 May – 2 June 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-01-01", "2025-12-31", "1 January 2024 – 31 December 2025"),
        ("2024-04-01", "2024-06-30", "1 April – 30 June 2024"),
    ],
)
def test_an_interval_is_put_as_people_would(start: str, end: str, words: str) -> None:
    assert phrases.in_words(DateRange(start, end, "stated", 1, (), "")) == words


@pytest.mark.parametrize(
    ("affiliation", "name"),
    [("FR", "France"), ("TT", "Trinidad and Tobago"), ("UNESCO", "UNESCO"), ("AFRICA", "AFRICA"), ("EU", "EU")],
)
def test_a_code_becomes_a_countrys_name_and_a_body_keeps_its_own(affiliation: str, name: str) -> None:
    assert phrases.country(affiliation) == name


def someone(
    name: str | None = None, post: str | None = None, affiliation: str | None = None, confidence: float = 1
) -> Party:
    return Party(name, post, affiliation, False, "stated", confidence, (), "")


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (someone("Ana Sousa", "Minister of Education", "CV"), "Ana Sousa, Minister of Education (Cape Verde)"),
        (someone("Ana Sousa", None, "CV"), "Ana Sousa (Cape Verde)"),
        (someone(None, "education ministers", "GA"), "education ministers (Gabon)"),
        (someone(None, None, "CN"), "China"),
        (someone("Azoulay", "Director-General of UNESCO", "UNESCO"), "Azoulay, Director-General of UNESCO"),
        (someone("林致远", "国务院副总理", "CN"), "林致远, 国务院副总理 (China)"),
        (someone(), "unnamed"),
    ],
)
def test_a_party_is_name_post_and_whom_it_acts_for(party: Party, words: str) -> None:
    assert phrases.party(party) == words


def test_a_person_introduced_before_goes_by_name_alone() -> None:
    assert phrases.party(someone("Ana Sousa", "Minister", "CV"), introduced=True) == "Ana Sousa"
    assert phrases.party(someone(None, "ministers", "GA"), introduced=True) == "ministers (Gabon)"


@pytest.mark.parametrize(
    ("country", "locality", "words"),
    [("FR", "Paris", "Paris, France"), ("FR", None, "France"), (None, "Paris", "Paris"), (None, None, "")],
)
def test_a_place_is_as_much_as_is_known(country: str | None, locality: str | None, words: str) -> None:
    assert phrases.place(Place(country, locality, "stated", 1, (), "")) == words


@pytest.fixture
def meeting(example: tuple[Readout, Reading]) -> Account:
    return example[1].engagements[1]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "meeting of Name 1"),
        (2, "meeting of Name 1 and Name 2"),
        (3, "meeting of Name 1, Name 2 and Name 3"),
        (5, "meeting of Name 1, Name 2 and 3 others"),
        (0, "meeting"),
    ],
)
def test_an_occasion_is_named_after_who_took_part(meeting: Account, count: int, words: str) -> None:
    parties = tuple(someone(f"Name {n}") for n in range(1, count + 1))
    assert phrases.occasion(dataclasses.replace(meeting, parties=parties)) == words


def test_an_event_is_called_by_its_own_name(meeting: Account) -> None:
    assert phrases.occasion(dataclasses.replace(meeting, event="9th World Forum")) == "9th World Forum"


def test_what_is_less_sure_than_even_is_questioned(meeting: Account) -> None:
    doubtful = dataclasses.replace(meeting, parties=(someone("Li Wei", confidence=0.4), someone("Ana Sousa")))
    assert phrases.parties(doubtful) == "Li Wei (?) with Ana Sousa"
