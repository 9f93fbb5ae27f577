"""Standing arrangements named in English texts: which count, how far their names reach, their status and sides."""

from __future__ import annotations

import pytest

from dragoman import Readout, read

MEETING = (
    "Minister of Energy Ana Duarte of Uruguay met with Minister of Energy Tero Laine of Finland "
    "in Helsinki on 3 June 2024. "
)


def named(text: str) -> list[tuple[str, str, str, int | None, tuple[str, ...]]]:
    """Name, kind, status, number of the session and sides of each mechanism."""
    reading = read(Readout(text, published="2024-06-04", language="en"))
    return [(m.name, m.kind, m.status, m.ordinal, m.parties) for m in reading.mechanisms]


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "status"),
    [
        (
            "The two sides agreed to establish a joint working group on storage.",
            "joint working group",
            "working group",
            "agreed",
        ),
        (
            "Laine proposed the creation of a Uruguay-Finland wind forum.",
            "Uruguay-Finland wind forum",
            "forum",
            "proposed",
        ),
        (
            "They discussed the work of the Joint Commission on Trade.",
            "Joint Commission on Trade",
            "commission",
            "discussed",
        ),
        (
            "They discussed the Nordic-Plate Centre for Clean Fuels.",
            "Nordic-Plate Centre for Clean Fuels",
            "centre",
            "discussed",
        ),
        ("Both ministers agreed to set up a regional training centre.", "regional training centre", "centre", "agreed"),
    ],
)
def test_a_mechanism_that_is_spoken_of(sentence: str, name: str, kind: str, status: str) -> None:
    assert named(MEETING + sentence) == [(name, kind, status, None, ("UY", "FI"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Laine praised the programme.",
        "They discussed constructive dialogue.",
        "They discussed the role of multilateral forums.",
        "They agreed to resume the dialogue.",
    ],
)
def test_a_noun_that_names_nothing_in_particular_is_none(sentence: str) -> None:
    assert named(MEETING + sentence) == []


def test_a_session_has_its_number_and_the_sides_of_its_name() -> None:
    text = (
        "On 3 June 2024 Minister Ana Duarte of Uruguay attended the third Uruguay-Finland Energy Dialogue in Helsinki."
    )
    assert named(text) == [("Uruguay-Finland Energy Dialogue", "dialogue", "in session", 3, ("UY", "FI"))]


def test_two_offices_before_one_name_are_two_people_if_the_first_is_known_to_be_somebody_elses() -> None:
    text = (
        "Secretary of Energy Ana Duarte of Uruguay met with Finnish Foreign Minister Tero Laine on 3 June 2024. "
        "The Secretary and Foreign Minister Laine underscored the role of storage."
    )
    meeting = read(Readout(text, published="2024-06-04", language="en")).engagements[0]
    assert [(p.act, sorted(p.by)) for p in meeting.points] == [("stated", ["FI", "UY"])]
