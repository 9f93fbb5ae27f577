"""Whom one deals with, and what a register holds on it; on SQLite and PostgreSQL."""

from __future__ import annotations

import dataclasses
import re

import pytest
from builder import VISIT, account, party, reading

from dragoman.answers.brief import brief
from dragoman.errors import DragomanError
from dragoman.model import Readout
from dragoman.reference.concepts import vocabulary
from dragoman.register import Filters, Register


def refs(register: Register, *names: str, **span: str) -> list[str | None]:
    return [row.readouts[0].ref for row in register.dossier(names, **span).engagements]


@pytest.mark.parametrize(
    ("given", "kind", "id"),
    [
        ("NO", "country", "NO"),
        ("挪威", "country", "NO"),
        ("UNESCO", "body", "UNESCO"),
        ("harbour institute", "body", "Harbour Institute"),
        ("East Africa", "body", "EAST AFRICA"),
        ("Ines Sørland", "person", "~ines-sorland-no"),
        ("~ines-sorland-no", "person", "~ines-sorland-no"),
        ("Vaz", "person", "~rui-patricio-vaz-pt"),
        ("Sylvie Retailleau", "person", "sylvie-retailleau"),
    ],
)
def test_who_is_meant_is_found_by_code_or_name(filled: Register, given: str, kind: str, id: str) -> None:
    (partner,) = filled.dossier([given]).partners
    assert (partner.kind, partner.id) == (kind, id)


@pytest.mark.parametrize(
    ("given", "says"),
    [("Atlantis", "no country, body or person"), ("", "no country, body or person"), ("Guinea-Atlantis", "no country")],
)
def test_who_is_not_known_is_refused(filled: Register, given: str, says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        filled.dossier([given])


def test_a_name_of_several_is_refused_with_their_ids(filled: Register) -> None:
    other = dataclasses.replace(VISIT, ref="other", text="Envoy Tomás Vaz met Minister Rui Patrício Vaz.")
    parties = (party(other.text, "Tomás Vaz", "Envoy", "BR"), party(other.text, "Rui Patrício Vaz", "Minister", "PT"))
    filled.add(other, reading(other, account(other.text, "e1", "meeting", "met", parties=parties)))
    with pytest.raises(DragomanError, match=re.escape("~tomas-vaz-br")):
        filled.dossier(["Vaz"])
    assert filled.dossier(["Tomás Vaz"]).partners[0].id == "~tomas-vaz-br"


def test_a_country_is_dealt_with_as_a_party_or_visited_and_not_as_a_mere_place(filled: Register) -> None:
    assert refs(filled, "NO") == ["visit", "visit"]
    assert [row.kind for row in filled.dossier(["PT"]).engagements] == ["meeting", "visit"]
    assert len(filled.dossier(["KE"]).engagements) == 1
    assert len(filled.list(Filters(country="KE"))) == 2


def test_an_institution_counts_for_the_country_that_its_name_tells(register: Register) -> None:
    text = "The Chinese Academy of Ferns and the Harbour Institute held a meeting."
    readout = Readout(text=text, published="2024-01-02", language="en", ref="ferns")
    parties = (party(text, None, None, "Chinese Academy of Ferns"), party(text, None, None, "Harbour Institute"))
    register.add(readout, reading(readout, account(text, "e1", "meeting", "held a meeting", parties=parties)))
    assert refs(register, "China") == ["ferns"]
    assert refs(register, "Chinese Academy of Ferns", "Harbour Institute") == ["ferns"]
    assert refs(register, "France") == []


def test_several_are_dealt_with_where_all_take_part(filled: Register) -> None:
    assert [row.kind for row in filled.dossier(["NO", "PT"]).engagements] == ["meeting", "visit"]
    assert refs(filled, "NO", "JP") == []
    assert refs(filled, "CN", "JP") == ["call"]


def test_a_span_narrows_down_and_its_end_bounds_the_newest_day(filled: Register) -> None:
    assert refs(filled, "NO", since="2024-04") == []
    assert filled.dossier(["NO"]).newest == "2024-05-01"
    assert filled.dossier(["NO"], until="2024-03").newest == "2024-03-05"
    with pytest.raises(DragomanError, match="no date"):
        filled.dossier(["NO"], since="soon")


def test_an_empty_register_knows_who_is_known_to_everybody(register: Register) -> None:
    dossier = register.dossier(["FR"])
    assert (dossier.engagements, dossier.newest, dossier.readouts) == ((), None, {})
    made = brief(dossier, vocabulary())
    assert (made.on, made.portraits[0].offices) == (None, ())


def test_what_people_imported_is_in_the_brief(register: Register) -> None:
    register.import_tenures("name,post,of,from\nAda Quill,foreign minister,NR,2020\n", "own.csv")
    made = brief(register.dossier(["NR"]), vocabulary(), on="2021-05-05")
    assert "Ada Quill" in [office.name for office in made.portraits[0].offices]


def test_a_brief_holds_what_was_agreed_with_its_words(filled: Register) -> None:
    made = brief(filled.dossier(["NO", "PT"]), vocabulary())
    (point,) = made.understandings
    assert (point.act, point.by, point.text) == ("agreed", ("NO", "PT"), "open a joint reading room")
    (quote,) = point.quotes
    assert (quote.ref, quote.engagement) == ("visit", made.engagements[1].engagement.id)
    assert [entry.depth for entry in made.engagements] == [0, 1]


def test_what_people_rejected_is_not_in_the_brief(filled: Register) -> None:
    (point,) = (fact for fact in filled.facts() if fact.fact == "point")
    filled.decide("reject", point.id, by="Rosa")
    made = brief(filled.dossier(["NO", "PT"]), vocabulary())
    assert (made.count, made.understandings) == (2, ())


def test_concluding_anew_changes_no_brief(filled: Register) -> None:
    before = brief(filled.dossier(["NO"]), vocabulary()).as_json()
    filled.regroup()
    filled.conclude()
    assert brief(filled.dossier(["NO"]), vocabulary()).as_json() == before
