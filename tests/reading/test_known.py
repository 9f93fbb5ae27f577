"""Whoever is known to act for a country acts for it where a text leaves it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import Readout
from dragoman.languages import load
from dragoman.reading import read_with
from dragoman.reference.actors import actors
from dragoman.reference.tenures import Tenure

KIMANI = Tenure(
    person="joseph-kimani",
    name="Joseph Kimani",
    also=(),
    name_zh=None,
    wikidata=None,
    post="head of state",
    title="President",
    of="KE",
    start="2018",
    end="2022",
    end_basis="source",
    seen_from=None,
    seen_to=None,
    source="test",
)
LANGUAGE = replace(load("en"), actors=actors([KIMANI]))


@pytest.mark.parametrize(
    ("met", "published", "expected"),
    [
        ("President Joseph Kimani", "2019-05-02", {"US", "KE"}),
        ("President Kimani", "2019-05-02", {"US", "KE"}),  # a surname with its office
        ("Joseph Kimani", "2019-05-02", {"US"}),  # no office, and Kenya is not named
        ("Mr. Kimani", "2019-05-02", {"US"}),  # a surname alone may be anybody's
        ("Minister of Fisheries Kimani", "2019-05-02", {"US"}),  # another office
        ("President Joseph Kimani", "2009-05-02", {"US"}),  # long before
        ("General Joseph Kimani", "2019-05-02", {"US"}),  # another office, and Kenya is not named
        ("General Joseph Kimani in Kenya", "2019-05-02", {"US", "KE"}),
        ("President Joseph Kimani", None, {"US"}),
        ("President Joseph Kimani of Chad", "2019-05-02", {"US", "TD"}),  # what is told goes before what is known
    ],
)
def test_who_is_known_acts_for_the_country_left_out(met: str, published: str | None, expected: set[str]) -> None:
    text = f"Secretary of State Ana Quispe met with {met} today."
    readout = Readout(text, published=published, publisher="U.S. Department of State", language="en")
    (meeting,) = read_with(readout, LANGUAGE).engagements
    assert {party.affiliation for party in meeting.parties} == expected
