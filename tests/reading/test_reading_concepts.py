"""Topics and points of a reading carry the concepts that their words name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dragoman import Readout, read
from dragoman.reading import with_concepts
from dragoman.reference.concepts import Vocabulary, vocabulary

TEXT = (
    "On 4 March 2024, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway in Oslo. They discussed "
    "education digitalisation, and agreed to open a joint laboratory for ocean science."
)


def test_a_reading_says_what_its_topics_and_points_are_about() -> None:
    (account,) = read(Readout(text=TEXT, published="2024-03-05")).engagements
    assert [topic.concepts for topic in account.topics] == [("digital-education",)]
    (point,) = account.points
    assert set(point.concepts) == {"research-cooperation", "ocean-science"}
    assert account.concepts == ("digital-education", *point.concepts)


def test_what_another_vocabulary_gave_is_replaced_and_nothing_else_changes() -> None:
    reading = read(Readout(text=TEXT, published="2024-03-05"))
    none = with_concepts(reading, Vocabulary({}))
    assert [account.concepts for account in none.engagements] == [()]
    assert with_concepts(none, vocabulary()) == reading
    bare = replace(reading.engagements[0], topics=(), points=())
    assert replace(none.engagements[0], topics=(), points=()) == bare


def test_a_vocabulary_of_ones_own_is_read_with(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("id,en\nocean-labs,laboratory for ocean science\n", encoding="utf-8")
    (account,) = read(Readout(text=TEXT, published="2024-03-05"), vocabulary(file)).engagements
    assert "ocean-labs" in account.concepts
