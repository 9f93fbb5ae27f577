"""A reading made elsewhere is taken as far as its text bears it out, and no further."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import DragomanError
from dragoman.exchange.readings import Grounded, Taken, by_ref, ground, named, taken
from dragoman.exchange.readings.words import Words
from dragoman.intake import Overrides, Refused
from dragoman.model import Readout
from dragoman.reference.concepts import vocabulary

READOUT = Readout(
    text="Minister Ines Sørland met the education ministers of Gabon and Togo in Lisbon on 4 March 2024. They "
    "discussed teacher exchanges with the Harbour Institute and agreed to open a joint reading room.",
    title="Sørland's day in Lisbon",
    published="2024-03-05",
    ref="day",
)


def told(**given: Any) -> dict[str, Any]:
    """A record of one meeting; `given` takes the place of what it says."""
    meeting = {
        "id": "e1",
        "kind": "meeting",
        "status": "held",
        "date": {"start": "2024-03-04", "end": "2024-03-04"},
        "places": [{"country": "PT", "locality": "Lisbon"}],
        "within": None,
        "event": None,
        "parties": [
            {"name": "Ines Sørland", "post": "Minister", "affiliation": "NO", "group": False},
            {"name": None, "post": "education minister", "affiliation": "GA", "group": False},
        ],
        "topics": ["teacher exchanges"],
        "points": [{"act": "agreed", "by": ["NO", "GA", "TG"], "text": "open a joint reading room"}],
    }
    return {"engagements": [meeting | given]}


FULL: dict[str, Any] = told(
    evidence=[{"start": 23, "end": 26, "text": "met", "field": "text"}],
    window={"start": "2024-03-01", "end": "2024-03-31"},
    carries_forward=[{"id": "e1", "evidence": []}],
    title_says={"place": "Lisbon"},
) | {
    "mechanisms": [
        {"name": "joint reading room", "kind": "centre", "status": "agreed", "parties": ["NO"], "engagement": "e1"}
    ]
}
KEYS = ("start", "end", "text", "field", "name", "id", "evidence")
# Where a value stands that may be another.
PATHS: list[tuple[str | int, ...]] = [
    ("engagements",),
    ("mechanisms",),
    *(("mechanisms", 0, key) for key in ("name", "kind", "status", "parties", "engagement", "ordinal", "evidence")),
    *(("engagements", 0, key) for key in FULL["engagements"][0]),
    *(("engagements", 0, "parties", 0, key) for key in ("name", "post", "affiliation", "group", "evidence")),
    *(("engagements", 0, "points", 0, key) for key in ("act", "by", "text", "start", "confidence")),
    *(("engagements", 0, "evidence", 0, key) for key in ("start", "end", "text", "field")),
    ("engagements", 0, "places", 0, "locality"),
    ("engagements", 0, "topics", 0),
    ("engagements", 0, "date", "start"),
    ("engagements", 0, "title_says", "place"),
    ("engagements", 0, "carries_forward", 0),
]


def grounded(**given: Any) -> Grounded:
    return ground(told(**given), READOUT, "a model 2")


def test_what_the_text_says_is_taken_with_its_words() -> None:
    found = grounded()
    assert found.refused == []
    assert found.reading is not None
    (account,) = found.reading.engagements
    assert (found.reading.reader, found.reading.readout) == ("a model 2", READOUT.content_hash)
    assert [[span.text for span in party.evidence] for party in account.parties] == [
        ["Ines Sørland", "Minister"],
        ["education ministers"],
    ]
    assert account.topics[0].text == READOUT.text[account.topics[0].start : account.topics[0].end]
    assert [account.date and account.date.basis, account.places[0].basis] == ["inferred", "stated"]
    assert {span.text for span in account.evidence} >= {"Lisbon", "Ines Sørland", "open a joint reading room"}


def test_a_country_whose_town_is_refused_stands_once() -> None:
    found = grounded(places=[{"country": "PT", "locality": "Lisbon"}, {"country": "PT", "locality": "Porto"}])
    assert found.reading is not None
    (account,) = found.reading.engagements
    assert [(place.country, place.locality) for place in account.places] == [("PT", "Lisbon")]


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        ({"parties": [{"name": "Jane Roe"}]}, "parties[0]", "does not say 'Jane Roe'"),
        ({"parties": [{"name": "Ines"}, {"name": "Sør"}]}, "parties[1]", "does not say 'Sør'"),
        ({"parties": [{"post": "finance minister", "affiliation": "GA"}]}, "parties[0]", "'finance minister'"),
        ({"parties": [{"name": "Ines Sørland", "post": "Envoy"}]}, "parties[0].post", "does not say 'Envoy'"),
        ({"parties": [{"affiliation": "Quay Institute"}]}, "parties[0]", "'Quay Institute' is no code"),
        ({"parties": [{"affiliation": "no"}]}, "parties[0]", "'no' is no code"),
        ({"parties": ["Ines Sørland"]}, "parties[0]", "is no party"),
        ({"parties": {}}, "parties", "no list"),
        ({"parties": [{"name": 5}]}, "parties[0]", "cannot be 5"),
        ({"topics": ["exchanges of teachers"]}, "topics[0]", "'exchanges of teachers'"),
        ({"topics": ["Teacher Exchanges"]}, "topics[0]", "'Teacher Exchanges'"),
        ({"topics": [{"text": "teacher exchanges", "start": 0, "end": 17}]}, "topics[0]", "says 'Minister Ines Sør"),
        ({"topics": [{"text": "teacher exchanges", "start": 9, "end": 999}]}, "topics[0]", "no span 9 to 999"),
        ({"points": [{"act": "hoped", "text": "open"}]}, "points[0]", "'hoped' is no act"),
        ({"points": [{"act": "agreed", "by": ["XX"], "text": "agreed"}]}, "points[0].by[0]", "'XX' is no code"),
        ({"date": {"start": "2024-02-30"}}, "date", "no dates"),
        ({"date": {"start": "2024-03-05", "end": "2024-03-04"}}, "date", "before it begins"),
        ({"date": {"start": "2024-03-04", "evidence": [{"start": 3, "end": 3}]}}, "date", "no span 3 to 3"),
        ({"places": [{"country": "PT", "locality": "Porto"}]}, "places[0].locality", "does not say 'Porto'"),
        ({"places": [{"country": "Portugal"}]}, "places[0]", "no country's code"),
        ({"places": [{"locality": "Porto"}]}, "places[0]", "does not say 'Porto'"),
        ({"event": "Harbour Forum"}, "event", "does not say 'Harbour Forum'"),
        ({"within": "e7"}, "within", "'e7' is no other engagement"),
        ({"within": "e1"}, "within", "'e1' is no other engagement"),
        ({"carries_forward": [{"id": "e7"}]}, "carries_forward[0]", "'e7' is no engagement"),
        ({"title_says": {"name": "Vaz"}}, "title_says.name", "title does not say 'Vaz'"),
    ],
)
def test_a_value_that_is_not_borne_out_is_refused_and_the_rest_is_taken(
    given: dict[str, Any], at: str, says: str
) -> None:
    found = grounded(**given)
    (refusal,) = found.refused
    assert refusal.at == f"engagements[0].{at}"
    assert says in refusal.reason
    assert found.reading is not None
    (account,) = found.reading.engagements
    (field, *_) = at.replace("[", ".").split(".")
    others = {"parties", "topics", "points", "places", "date"} - {field}
    whole = grounded().reading
    assert whole is not None
    assert {name: getattr(account, name) for name in others} == {
        name: getattr(whole.engagements[0], name) for name in others
    }


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "chat"}, "'chat' is no kind"),
        ({"status": None}, "is no status"),
        ({"evidence": [{"start": 0, "end": 8, "text": "Envoy"}]}, "says 'Minister' from 0 to 8, not 'Envoy'"),
        ({"evidence": [{"start": 0, "end": 8, "field": "footer"}]}, "not in 'footer'"),
        ({"evidence": [{"text": "dined"}]}, "does not say 'dined'"),
        ({"confidence": 7}, "7 is no confidence"),
        ({"id": 3}, "no id"),
        (
            {"parties": [{"affiliation": "NO"}], "topics": [], "points": [], "places": []},
            "no words of the text show it",
        ),
    ],
)
def test_an_engagement_that_is_not_borne_out_is_refused_and_nothing_is_left(given: dict[str, Any], says: str) -> None:
    found = grounded(**given)
    assert found.reading is None
    assert [refusal.at for refusal in found.refused] == ["engagements[0]"]
    assert says in found.refused[0].reason


def test_evidence_and_confidence_are_kept_as_given() -> None:
    start = READOUT.text.index("on 4 March")
    span = {"start": start, "end": start + 10, "text": "on 4 March"}
    found = grounded(
        date={"start": "2024-03-04", "end": "2024-03-04", "evidence": [span], "confidence": 0.9},
        evidence=[{"text": "met"}, {"text": "day in Lisbon", "field": "title"}],
    )
    assert found.reading is not None
    (account,) = found.reading.engagements
    assert account.date is not None
    assert (account.date.basis, account.date.confidence, account.date.evidence[0].text) == ("stated", 0.9, "on 4 March")
    assert [(span.field, span.text) for span in account.evidence] == [("text", "met"), ("title", "day in Lisbon")]


def test_engagements_within_each_other_in_a_circle_are_parted() -> None:
    (one,) = told(within="e2")["engagements"]
    found = ground({"engagements": [one, one | {"id": "e2", "within": "e1"}]}, READOUT, "x")
    assert found.reading is not None
    assert [account.within for account in found.reading.engagements] == [None, "e1"]
    assert [refusal.at for refusal in found.refused] == ["engagements[0].within"]


def test_what_was_within_a_refused_engagement_stands_alone() -> None:
    (one,) = told()["engagements"]
    found = ground({"engagements": [one | {"kind": "chat"}, one | {"id": "e2", "within": "e1"}]}, READOUT, "x")
    assert [refusal.at for refusal in found.refused] == ["engagements[0]", "engagements[1].within"]


@pytest.mark.parametrize(
    "text",
    [
        READOUT.text,
        "部长索尔兰今日在里斯本会见加蓬教育部长。",
        "Le ministre Rui Vaz a reçu la ministre Ana Sousa.",
    ],
)
def test_dragomans_own_readings_are_borne_out_by_their_texts(text: str) -> None:
    own = dragoman.read(Readout(text, published="2024-03-05"))
    found = ground(json.loads(json.dumps(own.as_json())), Readout(text, published="2024-03-05"), "x")
    assert found.refused == []
    assert found.reading is not None
    assert [account.parties for account in found.reading.engagements] != []


@pytest.mark.parametrize(
    ("words", "said", "found"),
    [
        ("Li Wei", "met LI\nWEI today", "LI\nWEI"),
        ("Li", "in Lisbon", None),
        ("Li", "met Li.", "Li"),
        ("林远", "外交部长林远今日", "林远"),
        ("Ana", "会见Ana时", "Ana"),
        ("d'Orsay", "le quai d’Orsay", "d’Orsay"),
        ("a+b", "aab", None),
        ("  ", "a b", None),
    ],
)
def test_words_are_found_whole_whatever_case_space_and_apostrophe(words: str, said: str, found: str | None) -> None:
    span = Words(Readout(said)).find(words)
    assert (span and span.text) == found


@pytest.mark.parametrize(
    ("words", "said", "found"),
    [
        ("education minister", "the education ministers of Gabon", "education ministers"),
        ("ministre de l’Éducation", "les ministres gabonais de l'éducation", "ministres gabonais de l'éducation"),
        ("Minister of Education", "the Minister of Culture and the Director of Education", None),
        ("Minister of Trade", "the Minister for foreign and other trade", None),
        ("Deputy Minister", "the Minister", None),
    ],
)
def test_a_post_may_be_inflected(words: str, said: str, found: str | None) -> None:
    span = Words(Readout(said)).find_inflected(words)
    assert (span and span.text) == found


def test_a_post_of_very_many_words_is_looked_for_in_no_time() -> None:
    assert Words(Readout("chargé " * 3000)).find_inflected("chargé " * 300 + "x") is None


@pytest.mark.parametrize("reader", [None, " ", "dragoman-rules", "dragoman-rules/9"])
def test_a_reader_has_a_name_of_its_own(reader: str | None) -> None:
    with pytest.raises(DragomanError, match="name"):
        named(reader)
    assert named(" Kari  Lund ") == "Kari Lund"


def outcomes(path: Path, texts: list[Readout | Refused], reader: str | None = "x") -> list[str]:
    """What comes of a file: refs of readings that are taken, and refusals."""
    known, refused = by_ref(iter(texts))
    found = [str(each) for each in refused]
    for each in taken(path, known, Overrides(), reader, vocabulary()):
        found.append(f"took {each.readout.ref} by {each.reading.reader}" if isinstance(each, Taken) else str(each))
    return found


def test_texts_stand_in_the_record_or_are_found_by_ref(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    records: list[Any] = [
        told() | {"ref": "day"},
        told() | {"ref": "night"},
        told(),
        told() | {"ref": "own", "text": READOUT.text, "reader": "a model"},
        {"ref": "day"},
        [1],
        {"ref": "day", "engagements": []},
    ]
    path.write_text("\n".join([*map(json.dumps, records), "{"]), "utf-8")
    assert outcomes(path, [READOUT, READOUT, Refused("bad.txt", "it is empty")], None) == [
        "day: another text has the ref 'day' already",
        "bad.txt: it is empty",
        f'{path}:1: it does not say who read it; name the reader with --reader, or under "reader"',
        f"{path}:2: no text of the ref 'night' is among the sources; give its \"text\", or name the file with that ref",
        f'{path}:3: it has neither "text" nor "ref"; give its "text", or name the file with that ref',
        "took own by a model",
        f'{path}:5: it does not say who read it; name the reader with --reader, or under "reader"',
        f'{path}:6: it is no JSON object; write each reading as {{…}} with "engagements"',
        f'{path}:7: it does not say who read it; name the reader with --reader, or under "reader"',
        f"{path}:8: it is no valid JSON (Expecting property name enclosed in double quotes at character 2); mend it or "
        "take it out",
    ]
    assert [said for said in outcomes(path, [READOUT]) if "took" in said] == [
        "took day by x",
        "took own by x",
        "took day by x",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=2),
    max_leaves=4,
)


@given(st.lists(st.tuples(st.sampled_from(PATHS), JSON), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_whatever_a_record_holds_is_taken_or_refused_and_spans_hold_their_words(
    changes: list[tuple[tuple[str | int, ...], Any]],
) -> None:
    record = json.loads(json.dumps(FULL))
    for (*path, last), value in changes:
        inner = record
        for step in path:
            inner = inner[step]
        inner[last] = value
    try:
        reading = ground(record, READOUT, "x").reading
    except DragomanError:
        return
    for account in reading.engagements if reading else ():
        spans = [span for value in (account, *account.parties, *account.places) for span in value.evidence]
        assert all(span.text == getattr(READOUT, span.field)[span.start : span.end] for span in spans)
        assert all(READOUT.text[each.start : each.end] == each.text for each in (*account.topics, *account.points))
        assert all(party.name is None or party.name.split() for party in account.parties)
