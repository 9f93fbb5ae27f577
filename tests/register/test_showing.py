"""One engagement with its quoted evidence."""

from __future__ import annotations

import json

import pytest
from builder import VISIT, numbered, visit

from dragoman.errors import DragomanError
from dragoman.model import Evidence, Readout
from dragoman.register import Register
from dragoman.register.record import quote


def test_every_quote_stands_in_the_text_as_it_is(filled: Register) -> None:
    for row in filled.list():
        for told in filled.show(row.id).accounts:
            readout = next(r for r in (VISIT,) if r.content_hash == told.readout.hash) if row.within else None
            for support in told.support:
                for quoted in support.quotes:
                    assert quoted.evidence.text
                    if readout:
                        assert quoted.before + quoted.evidence.text + quoted.after in readout.text


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
    support = {(s.value, s.number): [q.evidence.text for q in s.quotes] for s in shown.accounts[0].support}
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
    first = sorted(row.id for row in register.list())[0]
    shared = next(row.id[:3] for row in register.list() if row.id != first and row.id[:3] == first[:3])
    with pytest.raises(DragomanError, match="may be any of") as told:
        register.show(shared)
    assert first in str(told.value)


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("We met today.", "met", "We ", " today."),
        ("First line.\nWe met.\nLast.", "met", "We ", "."),
        ("a" * 80 + " we met " + "b" * 80, "met", "we ", " " + "b" * 59),
        ("word " * 30 + "met" + " word" * 30, "met", "word " * 12, " word" * 12),
        ("wording " * 30 + "met" + " wording" * 30, "met", "wording " * 7, " wording" * 7),
        ("双方" * 60 + "会见" + "了" * 100, "会见", "双方" * 30, "了" * 60),
    ],
)
def test_a_quote_has_some_of_its_line_around_it(text: str, words: str, before: str, after: str) -> None:
    start = text.index(words)
    quoted = quote(Evidence(start, start + len(words), words), text)
    assert (quoted.before, quoted.after) == (before, after)


def test_evidence_in_the_title_is_quoted_from_the_title(register: Register) -> None:
    import dataclasses

    readout = Readout(text="They met.", title="Minister Sato in Rome")
    told = dataclasses.replace(numbered(1)[1], readout=readout.content_hash)
    met = dataclasses.replace(told.engagements[1], within=None, evidence=(Evidence(9, 13, "Sato", "title"),))
    (id,) = register.add(readout, dataclasses.replace(told, engagements=(met,))).engagement_ids
    (quoted,) = register.show(id).accounts[0].support[0].quotes
    assert (quoted.before, quoted.after) == ("Minister ", " in Rome")
