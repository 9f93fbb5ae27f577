from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from bench.annotated import filled, readings

from dragoman.intake import Refused, gather
from dragoman.model import Act, Kind, Status

BENCH = Path(__file__).resolve().parents[2] / "bench"
GOLD, WRITTEN, UNREAD = (
    [json.loads(line) for line in (BENCH / name).read_text("utf-8").split("\n") if line]
    for name in ("gold.jsonl", "written.jsonl", "unread.jsonl")
)


def test_the_gold_readouts_are_of_three_languages_and_three_difficulties() -> None:
    languages = Counter(record["lang"] for record in GOLD)
    assert len(GOLD) == len({record["ref"] for record in GOLD}) >= 24
    assert languages["en"] >= 12
    assert min(languages["zh"], languages["fr"]) >= 6
    assert {record["difficulty"] for record in GOLD} == {"easy", "medium", "hard"}
    assert {record["lang"] for record in GOLD if not record["engagements"]} == {"en", "zh", "fr"}


@pytest.mark.parametrize("record", [*GOLD, *WRITTEN, *UNREAD], ids=lambda record: record["ref"])
def test_a_gold_reading_quotes_its_text_and_uses_the_words_of_the_model(record: dict[str, Any]) -> None:
    text, ids = record["text"], [e["id"] for e in record["engagements"]]
    for e in record["engagements"]:
        assert e["kind"] in get_args(Kind)
        assert e["status"] in get_args(Status)
        assert e["within"] is None or e["within"] in set(ids) - {e["id"]}
        assert bool(e["event"]) == (e["kind"] == "conference")
        assert e["parties"]
        assert e["date"] is None or e["date"]["start"] <= e["date"]["end"]
        assert {point["act"] for point in e["points"]} <= set(get_args(Act))
        quoted = [*e["topics"], *(point["text"] for point in e["points"]), *filter(None, [e["event"]])]
        quoted += [party["name"] for party in e["parties"] if party["name"]]
        assert [words for words in quoted if words not in text] == []
        if e["kind"] in ("call", "letter"):
            assert e["places"] == []


def test_an_annotated_reading_tells_its_quotations_by_offsets_and_uses_the_words_of_the_model() -> None:
    for reading in readings():
        for e in reading["engagements"]:
            spans = [*e["topics"], *(point["text"] for point in e["points"]), *filter(None, [e["event"]])]
            assert all(0 <= start < end for start, end in spans), reading["ref"]
            assert e["kind"] in get_args(Kind)
            assert e["status"] in get_args(Status)
            assert {point["act"] for point in e["points"]} <= set(get_args(Act))
            assert {len(party) for party in e["parties"]} <= {4}


def test_an_annotated_reading_is_filled_with_the_words_of_its_text() -> None:
    engagement = {"id": "e1", "event": [4, 15], "topics": [[19, 23]], "points": [{"act": "stated", "text": [0, 3]}]}
    record = {"ref": "r", "text": "The Lima Summit on rice"}
    found = filled({"ref": "r", "engagements": [engagement]}, record)["engagements"][0]
    assert (found["event"], found["topics"], found["points"][0]["text"]) == ("Lima Summit", ["rice"], "The")


def test_the_samples_are_among_the_gold_readouts_word_for_word(project_root: Path) -> None:
    texts = {record["text"] for record in GOLD}
    for readout in gather([str(project_root / "samples")]):
        assert not isinstance(readout, Refused)
        assert readout.text in texts, readout.ref


@pytest.fixture
def score(tmp_path: Path) -> Callable[[list[dict[str, Any]]], dict[str, float]]:
    """The figures of the scorer for these readings of all gold readouts."""

    def table(readings: list[dict[str, Any]]) -> dict[str, float]:
        given = tmp_path / "given.jsonl"
        given.write_text("".join(json.dumps(reading) + "\n" for reading in readings), "utf-8")
        command = [sys.executable, str(BENCH / "score.py"), str(BENCH / "gold.jsonl"), str(given)]
        head, row, *_ = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        names = head.replace("false alarms", "alarms").split()
        return dict(zip(names, map(float, row.split()[1:]), strict=True))

    return table


Score = Callable[[list[dict[str, Any]]], dict[str, float]]


def test_gold_against_itself_is_all_right_but_for_evidence(score: Score) -> None:
    figures = score(GOLD)
    assert {figures[name] for name in set(figures) - {"grounded", "alarms"}} == {100.0}
    assert figures["alarms"] == 0
    assert figures["grounded"] < 5


def test_no_readings_are_all_wrong(score: Score) -> None:
    figures = score([])
    assert figures["engagement"] == figures["party"] == figures["topic"] == figures["point"] == 0
    assert figures["alarms"] == 0


def spoil(change: Callable[[dict[str, Any]], None]) -> list[dict[str, Any]]:
    spoilt = copy.deepcopy(GOLD)
    for record in spoilt:
        for e in record["engagements"]:
            change(e)
    return spoilt


@pytest.mark.parametrize(
    ("change", "hurt"),
    [
        (lambda e: e.update(status="planned"), {"status", "exact"}),
        (lambda e: e.update(date={"start": "1999-01-01", "end": "1999-01-01"}), {"date", "exact", "reading"}),
        (lambda e: e.update(places=[{"country": "AQ", "locality": None}]), {"place", "exact"}),
        (lambda e: e.update(within="nowhere"), {"within"}),
        (lambda e: e.update(topics=[]), {"topic", "reading"}),
        (lambda e: [point.update(act="signed") for point in e["points"]], {"point", "reading"}),
        (lambda e: [point.update(by=["AQ"]) for point in e["points"]], {"by"}),
        (lambda e: [party.update(name="No One") for party in e["parties"] if party["name"]], {"party", "reading"}),
    ],
    ids=["status", "date", "place", "within", "topic", "act", "by", "name"],
)
def test_a_wrong_value_hurts_its_figure_and_no_other(
    score: Score, change: Callable[[dict[str, Any]], None], hurt: set[str]
) -> None:
    figures = score(spoil(change))
    assert {name for name, figure in figures.items() if figure < 100} - {"grounded", "alarms"} == hurt


def test_an_engagement_of_a_readout_that_holds_none_is_a_false_alarm(score: Score) -> None:
    alarmed = copy.deepcopy(GOLD)
    empty = [record for record in alarmed if not record["engagements"]]
    empty[0]["engagements"] = GOLD[0]["engagements"][:2]
    assert score(alarmed)["alarms"] == round(100 * 2 / len(empty), 1)


def test_evidence_counts_only_where_it_stands(score: Score) -> None:
    def ground(e: dict[str, Any], shift: int) -> None:
        for value in filter(None, [e, e["date"], *e["places"], *e["parties"]]):
            value["evidence"] = [{"start": shift, "end": shift + 5, "text": texts[id(e)][:5], "field": "text"}]
        e["topics"] = [{"text": topic, "start": texts[id(e)].index(topic), "end": 0} for topic in e["topics"]]
        for topic in e["topics"]:
            topic["end"] = topic["start"] + len(topic["text"])
        for point in e["points"]:
            point["start"] = texts[id(e)].index(point["text"])
            point["end"] = point["start"] + len(point["text"])

    for shift, right in ((0, True), (1, False)):
        grounded = copy.deepcopy(GOLD)
        texts = {id(e): record["text"] for record in grounded for e in record["engagements"]}
        for record in grounded:
            for e in record["engagements"]:
                ground(e, shift)
        assert (score(grounded)["grounded"] == 100.0) is right
