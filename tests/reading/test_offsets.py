"""Whatever the text: no exception, every span quotes it exactly, every reference leads somewhere, the shape holds."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain

import pytest
from bench.faults import faults
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mutation import ODD, SAMPLES, characters, spoilt_readouts

from dragoman import Reading, Readout, read
from dragoman.answers.schema import reading_schema
from dragoman.languages import CODES
from dragoman.model import Evidence

REPEATED = ["\n", "。", "…?!", "a", "会", "9", "1 ", "(", "met ", "会见", "the President and ", "12 May, ", "France, "]
VALIDATOR = Draft202012Validator(reading_schema())


def read_soundly(readout: Readout) -> Reading:
    """The reading, after it was found sound and of the contract's shape."""
    reading = read(readout)
    assert faults(readout, reading) == []
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(json.dumps(reading.as_json())))] == []
    return reading


@given(spoilt_readouts())
def test_a_spoilt_readout_is_read_soundly(readout: Readout) -> None:
    read_soundly(readout)


@given(st.text(characters, max_size=400), st.text(characters, max_size=60), st.sampled_from(CODES))
def test_characters_at_random_are_read_soundly(text: str, title: str, code: str) -> None:
    read_soundly(Readout(text=text, title=title, published="2024-06-18", language=code))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "text",
    ["", " ", "\r\n\r\n", ".", *ODD, *(piece * 2_000 for piece in REPEATED)],
)
def test_degenerate_texts_are_read_soundly(text: str, code: str) -> None:
    read_soundly(Readout(text=text, title=text[:200], published="2024-06-18", language=code))


@pytest.mark.parametrize("readout", SAMPLES, ids=lambda readout: readout.ref)
@pytest.mark.parametrize("published", [None, "", "1000-01-01", "9999-12-31", "0001-01-01", "2024-02-29", "next year"])
def test_no_date_of_publication_is_too_odd(readout: Readout, published: str | None) -> None:
    read_soundly(replace(readout, published=published))


@pytest.mark.parametrize("readout", SAMPLES, ids=lambda readout: readout.ref)
def test_what_stands_before_a_text_only_moves_its_offsets(readout: Readout) -> None:
    """An emoji is one character, whatever it takes in UTF-8 or UTF-16."""
    plain, moved = read(readout), read(replace(readout, text="😀\n" + readout.text))
    assert spans(plain)
    assert spans(moved) == [(start + 2, end + 2, text) for start, end, text in spans(plain)]


@pytest.mark.parametrize("readout", SAMPLES, ids=lambda readout: readout.ref)
def test_line_ends_are_kept_and_counted_as_they_stand(readout: Readout) -> None:
    windows = replace(readout, text=readout.text.replace("\n", "\r\n"))
    assert [text.replace("\r\n", "\n") for *_, text in spans(read_soundly(windows))] == [
        text for *_, text in spans(read(readout))
    ]


def spans(reading: Reading) -> list[tuple[int, int, str]]:
    """Every span of the text that a reading gives as evidence, topic or point, in the order of the accounts."""
    found: list[tuple[int, int, str]] = []
    for account in reading.engagements:
        dated = [account.date] if account.date else []
        pieces: chain[Evidence] = chain(account.evidence, *(v.evidence for v in chain(account.parties, dated)))
        found += ((e.start, e.end, e.text) for e in pieces if e.field == "text")
        found += ((s.start, s.end, s.text) for s in chain(account.topics, account.points))
    return found


# -- the check itself: that it sees faults


@pytest.fixture(scope="module")
def sound() -> tuple[Readout, Reading]:
    """A readout and its reading, with everything in it that a fault can befall."""
    readout = SAMPLES[0]
    reading = read(readout)
    assert faults(readout, reading) == []
    first, second = reading.engagements[:2]
    assert first.parties[0].name
    assert first.date
    assert second.id != first.id
    return readout, reading


def shift(piece: Evidence) -> Evidence:
    return replace(piece, start=piece.start + 1)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda a: replace(a, within="e99"), "no account of this reading"),
        (lambda a: replace(a, within=a.id), "within itself"),
        (lambda a: replace(a, evidence=()), "has no evidence"),
        (lambda a: replace(a, evidence=(shift(a.evidence[0]),)), "is not"),
        (lambda a: replace(a, evidence=(replace(a.evidence[0], field="title"),)), "of the title is not"),
        (lambda a: replace(a, event="World Forum of Nowhere"), "does not stand in the text"),
        (lambda a: replace(a, confidence=1.5), "confidence"),
        (lambda a: replace(a, date=replace(a.date, start=a.date.end, end=a.date.start)), "runs backwards"),
        (lambda a: replace(a, date=replace(a.date, evidence=())), "stated without evidence"),
        (lambda a: replace(a, parties=(replace(a.parties[0], name="Nobody"),)), "does not hold the name"),
        (lambda a: replace(a, parties=(replace(a.parties[0], evidence=()),)), "stated without evidence"),
    ],
)
def test_the_check_sees_a_fault(sound: tuple[Readout, Reading], change, complaint: str) -> None:  # type: ignore[no-untyped-def]
    readout, reading = sound
    first, *others = reading.engagements
    found = faults(readout, replace(reading, engagements=(change(first), *others)))
    assert any(complaint in fault for fault in found)


def test_the_check_sees_an_id_given_twice(sound: tuple[Readout, Reading]) -> None:
    readout, reading = sound
    first, second, *others = reading.engagements
    double = replace(reading, engagements=(first, replace(second, id=first.id), *others))
    assert any("several accounts" in fault for fault in faults(readout, double))
