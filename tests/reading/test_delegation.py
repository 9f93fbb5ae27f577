"""A minister leads a delegation to a conference and to a country: what changes, and what changes nothing."""

from __future__ import annotations

from itertools import permutations

import pytest
from notation import Telling, in_order, lines, tellings_in

from dragoman import Readout, read

DELEGATIONS = tellings_in("delegations.*.txt")
VISIT = "Minister of Science Tiago Falcão of Brazil visited Estonia from 3 to 6 June 2024. "
MEETING = VISIT + "He met with Estonian Minister of Education Kaja Lill. "

by_delegation = pytest.mark.parametrize("delegation", DELEGATIONS, ids=lambda telling: telling.name)


@by_delegation
def test_a_last_paragraph_that_sums_up_adds_nothing(delegation: Telling) -> None:
    summary = (
        "The meetings and talks held during the conference and the visit show the commitment to international "
        "cooperation and to the promotion of dialogue and exchange with other countries."
    )
    assert lines(delegation.read([*delegation.paragraphs, summary])) == in_order(delegation.lines)


@by_delegation
def test_the_order_of_the_paragraphs_in_between_changes_nothing(delegation: Telling) -> None:
    first, *between, last = delegation.paragraphs
    told = {order: lines(delegation.read([first, *order, last])) for order in permutations(between)}
    assert [order for order, found in told.items() if found != in_order(delegation.lines)] == []


@by_delegation
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n\r\n"], ids=repr)
def test_the_space_between_paragraphs_changes_nothing(delegation: Telling, end: str) -> None:
    assert lines(delegation.read([end.join(delegation.paragraphs)])) == in_order(delegation.lines)


@pytest.mark.parametrize(
    ("days", "published", "expected"),
    [
        ("From November 28 to December 2", "2023-12-05", "2023-11-28/2023-12-02"),
        ("From 28 November to 2 December", "2023-12-05", "2023-11-28/2023-12-02"),
        ("From November 28th to December 2nd", "2024-01-15", "2023-11-28/2023-12-02"),
        ("From 28 November to 2 December 2022", "2024-01-15", "2022-11-28/2022-12-02"),
        ("From December 29 to January 3", "2024-01-05", "2023-12-29/2024-01-03"),
        ("From 29 December 2023 to 3 January 2024", "2024-02-05", "2023-12-29/2024-01-03"),
        ("From May 7th to 12th", "2024-05-14", "2024-05-07/2024-05-12"),
        ("From May 7th to 12th", "2025-01-14", "2024-05-07/2024-05-12"),
        ("On May 7-12", "2024-05-14", "2024-05-07/2024-05-12"),
        ("Between 7 and 12 May", "2024-05-14", "2024-05-07/2024-05-12"),
        ("From the 7th to the 12th of May", "2024-05-14", "2024-05-07/2024-05-12"),
        ("On 7 May", "2024-05-14", "2024-05-07"),
        ("On Tuesday, 7 May", "2024-05-14", "2024-05-07"),
        ("On Tuesday", "2024-05-09", "2024-05-07"),
        ("Yesterday", "2024-05-08", "2024-05-07"),
        ("On December 30", "2024-01-02", "2023-12-30"),
        ("In May", "2024-06-14", "2024-05-01/2024-05-31"),
        ("Last week", "2024-05-16", "2024-05-06/2024-05-12"),
    ],
)
def test_days_are_resolved_against_the_date_of_publication(days: str, published: str, expected: str) -> None:
    text = f"{days}, Minister of Trade Hana Brož of Slovakia visited Vietnam."
    reading = read(Readout(text, published=published, language="en"))
    assert lines(reading) == [f"visit held {expected} VN: SK Hana Brož"]


@pytest.mark.parametrize("days", ["On Tuesday", "Yesterday", "From November 28 to December 2", "On 7 May"])
def test_without_a_date_of_publication_nothing_is_guessed(days: str) -> None:
    text = f"{days}, Minister of Trade Hana Brož of Slovakia visited Vietnam."
    assert lines(read(Readout(text, language="en"))) == ["visit held undated VN: SK Hana Brož"]


@pytest.mark.parametrize(
    ("sentence", "act", "by", "words"),
    [
        ("Both sides agreed to exchange teachers.", "agreed", ["BR", "EE"], "exchange teachers"),
        ("The two sides decided to open a joint laboratory.", "agreed", ["BR", "EE"], "open a joint laboratory"),
        ("The two ministers reached consensus on joint degrees.", "agreed", ["BR", "EE"], "joint degrees"),
        ("They agreed on a programme for nurses.", "agreed", ["BR", "EE"], "programme for nurses"),
        ("Falcão expressed support for the Arctic observatory.", "stated", ["BR"], "Arctic observatory"),
        ("Lill proposed a summer school.", "proposed", ["EE"], "summer school"),
        ("Minister Lill promised to send two researchers.", "pledged", ["EE"], "send two researchers"),
        ("The Brazilian side reaffirmed its commitment to open data.", "stated", ["BR"], "commitment to open data"),
    ],
)
def test_points_carry_who_said_or_agreed_them(sentence: str, act: str, by: list[str], words: str) -> None:
    reading = read(Readout(MEETING + sentence, published="2024-06-18", language="en"))
    points = next(account for account in reading.engagements if account.kind == "meeting").points
    assert [(point.act, sorted(point.by)) for point in points] == [(act, by)]
    assert words in points[0].text


def test_topics_stand_with_the_meeting_at_which_they_were_discussed() -> None:
    reading = DELEGATIONS[0].read()
    by_counterpart = {a.parties[1].name: a for a in reading.engagements if a.kind == "meeting" and a.status == "held"}
    assert [topic.text for topic in by_counterpart["Okafor"].topics] == [
        "implementing the results of the meeting between President Lucio Arrieta and Okafor",
        "rural schools",
        "open textbooks",
        "vocational training",
        "recognition of degrees",
    ]
    assert [topic.text for topic in by_counterpart["Ingrid Solberg"].topics] == [
        "establishment of a joint innovation programme",
        "promoting exchanges of nurses",
        "polar research",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "They discussed the creation of a vice-ministerial science dialogue.",
            "vice-ministerial science dialogue, discussed",
        ),
        ("The two sides agreed to set up a Brazil-Estonia quantum forum.", "Brazil-Estonia quantum forum, agreed"),
        ("Lill proposed a joint working group.", "joint working group, proposed"),
        ("Both sides agreed to launch a regional training centre.", "regional training centre, agreed"),
    ],
)
def test_a_mechanism_has_a_status_and_parties(sentence: str, expected: str) -> None:
    reading = read(Readout(MEETING + sentence, published="2024-06-18", language="en"))
    assert [line for line in lines(reading) if line.startswith("mechanism")] == [f"mechanism {expected}: BR, EE"]
