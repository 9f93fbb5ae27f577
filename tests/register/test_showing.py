"""One engagement with its quoted evidence."""

from __future__ import annotations

import dataclasses
import json
from itertools import pairwise

import pytest
from builder import CALL, UNDATED, VISIT, numbered, span, visit

from dragoman.errors import DragomanError
from dragoman.model import Evidence, Readout
from dragoman.register import Register
from dragoman.register.passages import passages


def test_every_passage_stands_in_the_text_as_it_is(filled: Register) -> None:
    readouts = {readout.content_hash: readout for readout in (VISIT, CALL, UNDATED)}
    seen = 0
    for row in filled.list():
        for told in filled.show(row.id).accounts:
            text = readouts[told.readout.hash].text
            for passage in (passage for support in told.support for passage in support.passages):
                seen += 1
                assert text[passage.start : passage.end] == passage.text
                for said in passage.evidence:
                    assert passage.text[said.start - passage.start : said.end - passage.start] == said.text
    assert seen > 10


def test_the_record_holds_parent_parts_account_and_support(register: Register) -> None:
    visit_id, meeting_id = register.add(VISIT, visit()).engagement_ids
    shown = register.show(visit_id)
    assert [part.id for part in shown.parts] == [meeting_id]
    (told,) = shown.accounts
    assert told.account == visit().engagements[0]
    assert told.reason

    shown = register.show(meeting_id)
    assert shown.engagement.within == visit_id
    assert shown.parts == ()
    support = {
        (said.value, said.number): [span.text for passage in said.passages for span in passage.evidence]
        for said in shown.accounts[0].support
    }
    assert support["party", 1] == ["Rui Patrício Vaz", "Minister of Education"]
    assert support["topic", 0] == ["teacher exchanges"]
    assert support["point", 0] == ["open a joint reading room"]
    assert support["date", 0] == ["met"]


def test_the_json_of_a_record_holds_the_account_in_the_contracts_shape(register: Register) -> None:
    (id, _) = register.add(VISIT, visit()).engagement_ids
    value = json.loads(json.dumps(register.show(id).as_json()))
    assert set(value) == {"engagement", "parts", "accounts"}
    (told,) = value["accounts"]
    assert told["account"] == json.loads(json.dumps(visit().as_json()))["engagements"][0]
    assert told["readout"]["ref"] == "visit"


def test_the_beginning_of_an_id_will_do_in_any_case(register: Register) -> None:
    id = register.add(VISIT, visit()).engagement_ids[0]
    for given in (id[:-2], id.removeprefix("e-"), f" {id.upper()} "):
        assert register.show(given).engagement.id == id


@pytest.mark.parametrize("given", ["e-nothing", "", "e-", "%", "_"])
def test_an_unknown_id_is_told(filled: Register, given: str) -> None:
    with pytest.raises(DragomanError, match="No engagement"):
        filled.show(given)


def test_a_beginning_that_several_share_is_told_with_the_ids(register: Register) -> None:
    for number in range(40):
        register.add(*numbered(number))
    ids = sorted(row.id for row in register.list())
    first, shared = next((one, one[:3]) for one, other in pairwise(ids) if one[:3] == other[:3])
    with pytest.raises(DragomanError, match="may be any of") as told:
        register.show(shared)
    assert first in str(told.value)


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        ("We met today.", ["met"], ["We met today."]),
        ("First line.\nWe met.\nLast.", ["met"], ["We met."]),
        ("a" * 80 + " we met " + "b" * 80, ["met"], ["we met"]),
        ("word " * 30 + "met" + " word" * 30, ["met"], ["word " * 12 + "met" + " word" * 12]),
        ("wording " * 30 + "met" + " wording" * 30, ["met"], ["wording " * 7 + "met" + " wording" * 7]),
        ("双方" * 60 + "会见" + "了" * 100, ["会见"], ["双方" * 30 + "会见" + "了" * 60]),
        ("Ada met Ben.", ["Ben", "Ada", "Ada met"], ["Ada met Ben."]),
        ("Ada" + " walked" * 30 + " to Ben.", ["Ben", "Ada"], ["Ada" + " walked" * 8, "walked " * 8 + "to Ben."]),
        ("Ada.\nBen.", ["Ada", "Ben"], ["Ada.", "Ben."]),
        ("Ada met.", [], []),
    ],
)
def test_evidence_is_quoted_with_some_of_its_line(text: str, words: list[str], passage: list[str]) -> None:
    found = list(passages((span(text, word) for word in words), {"text": text, "title": ""}))
    assert [each.text for each in found] == passage
    assert sorted(said.text for each in found for said in each.evidence) == sorted(words)


def test_evidence_in_the_title_is_quoted_from_the_title(register: Register) -> None:
    readout = Readout(text="They met.", title="Minister Sato in Rome")
    told = dataclasses.replace(numbered(1)[1], readout=readout.content_hash)
    met = dataclasses.replace(told.engagements[1], within=None, evidence=(Evidence(9, 13, "Sato", "title"),))
    (id,) = register.add(readout, dataclasses.replace(told, engagements=(met,))).engagement_ids
    (passage,) = register.show(id).accounts[0].support[0].passages
    assert (passage.field, passage.text) == ("title", "Minister Sato in Rome")
