from __future__ import annotations

import dataclasses
from itertools import pairwise

from dragoman.answers.telling import BLANK, Line, explain, tell
from dragoman.model import Reading, Readout


def shown(lines: list[Line]) -> str:
    return "\n".join("  " * line.depth + " ".join(part for part in (line.label, line.text) if part) for line in lines)


def test_a_reading_is_told_nested_and_in_order(example: tuple[Readout, Reading]) -> None:
    assert shown(list(tell(example[1]))) == (
        "Minister Sousa in Norway\n"
        "Ministry of Education, Cabo Verde · published 2024-05-06 · English · example\n"
        "\n"
        "Visit Ana Sousa, Minister of Education (Cape Verde)\n"
        "  when 3–5 May 2024 · Norway\n"
        "\n"
        "  Meeting Ana Sousa with Kari Lund, Minister of Research (Norway)\n"
        "    where Oslo, Norway (?)\n"
        "    carries forward call of Duarte and Olav\n"
        "    topics ocean science · <open> data\n"
        "    agreed Cape Verde, Norway: set up a Cabo Verde-Norway Science Forum\n"
        "\n"
        "Call (referenced) Duarte, President (Cape Verde) with Olav, King (Norway)\n"
        "\n"
        "mechanism Cabo Verde-Norway Science Forum · forum · agreed · Cape Verde, Norway\n"
        "\n"
        "note A note for people."
    )


def test_a_readout_without_engagements_says_so(example: tuple[Readout, Reading]) -> None:
    empty = dataclasses.replace(example[1], engagements=(), mechanisms=(), notes=())
    assert shown(list(tell(empty))).endswith("\n\nNo engagement in this readout.")


def test_a_missing_date_of_publication_is_told(example: tuple[Readout, Reading]) -> None:
    undated = dataclasses.replace(example[1], published=None, publisher=None, ref=None)
    assert list(tell(undated))[1].text == "no date of publication · English"


def test_an_undated_account_tells_its_window(example: tuple[Readout, Reading]) -> None:
    reading = example[1]
    visit = reading.engagements[0]
    told = dataclasses.replace(visit, date=None, window=visit.date)
    lines = list(tell(dataclasses.replace(reading, engagements=(told,))))
    assert Line(1, "fact", "when", "undated, 3–5 May 2024 · Norway") in lines


def test_what_is_questioned_as_a_whole_is_questioned_once(example: tuple[Readout, Reading]) -> None:
    reading = example[1]
    meeting = dataclasses.replace(reading.engagements[1], within=None, confidence=0.3)
    told = shown(list(tell(dataclasses.replace(reading, engagements=(meeting,)))))
    assert "Meeting (?) Ana Sousa" in told
    assert told.count("(?)") == 1


def test_accounts_of_one_line_stand_close_together(example: tuple[Readout, Reading]) -> None:
    reading = example[1]
    call = reading.engagements[2]
    calls = tuple(dataclasses.replace(call, id=f"e{n}") for n in range(3))
    lines = list(tell(dataclasses.replace(reading, engagements=calls, mechanisms=(), notes=())))
    assert lines.count(BLANK) == 1


def test_every_value_is_explained_by_its_rule_and_its_words(example: tuple[Readout, Reading]) -> None:
    reading = example[1]
    lines = list(explain(reading))
    whys = [line for line in lines if line.role == "why"]
    accounts = reading.engagements
    values = sum(1 + bool(a.date) + len(a.places) + len(a.parties) for a in accounts)
    values += sum(len(a.topics) + len(a.points) + len(a.carries_forward) for a in accounts) + len(reading.mechanisms)
    assert len(whys) == values
    assert Line(2, "fact", "date", "2024-05-03 to 2024-05-05") in lines
    assert "en.example · 0.95 · stated · “From 3 to 5 May” text 0–15" in [why.text for why in whys]
    assert "inherit.parent · 0.90 · inherited" in [why.text for why in whys]


def test_the_explanation_follows_its_value(example: tuple[Readout, Reading]) -> None:
    lines = list(explain(example[1]))
    for value, why in pairwise(lines):
        if why.role == "why":
            assert value.role in ("occasion", "fact", "quote")
            assert why.depth == value.depth + 1
