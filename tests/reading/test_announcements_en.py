"""Where what is announced of a journey or a conference belongs: to the whole of it, or to one of its parts."""

from __future__ import annotations

import pytest

from dragoman import Readout, read

TRAVELS = "Ambassador Ana Quispe will travel to Chile and Peru May 26-27. "
CASES = [
    # discussed on all of a journey
    (TRAVELS + "She will meet with President Omar Moe of Chile. In both countries, she will discuss fish.",
     {("visit", "topic", "fish")}),
    # at one knows not which of several meetings
    (TRAVELS + "She will meet with teachers, divers, and alumni. Ambassador Quispe will discuss the price of fish.",
     {("visit", "topic", "price of fish")}),
    # at the only one
    (TRAVELS + "She will meet with divers. Ambassador Quispe will discuss the price of fish.",
     {("meeting", "topic", "price of fish")}),
    # at what somebody travels for
    ("Ambassador Ana Quispe will travel to Lima for the Water Conference, where she will stress the value of fish.",
     {("conference", "stated", "the value of fish")}),
    # all that is said of a journey which is for one conference
    ("Ambassador Ana Quispe will travel to Lima for the Water Conference. The United States stands ready to build.",
     {("conference", "pledged", "build")}),
    # a second verb after 'and'
    ("Ambassador Ana Quispe will attend the Water Forum and discuss the price of fish.",
     {("conference", "topic", "price of fish")}),
    # what somebody will reinforce
    ("Ambassador Ana Quispe will attend the Water Forum. She will reinforce the importance of fish.",
     {("conference", "stated", "the importance of fish")}),
    # the theme of a conference
    ("Ambassador Ana Quispe will attend the Water Forum. The Forum’s theme, “Clean Rivers,” is known to all.",
     {("conference", "topic", "Clean Rivers")}),
    ("Ambassador Ana Quispe will attend the Water Forum, held under the theme of “Clean Rivers”.",
     {("conference", "topic", "Clean Rivers")}),
    ("Ambassador Ana Quispe will attend the Water Forum. “Clean Rivers” is a film.", set()),
    # whom a state calls on
    ("Ambassador Ana Quispe will attend the Water Forum. The United States calls on all sides to build dams.",
     {("conference", "proposed", "build dams")}),
    ("Ambassador Ana Quispe will attend the Water Forum. The United States calls on Peru to build dams.",
     {("conference", "proposed", "build dams")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[-60:] for text, _ in CASES])
def test_what_is_announced_belongs_to_its_part(text: str, expected: set[tuple[str, str, str]]) -> None:
    reading = read(Readout(text, published="2022-05-16", publisher="U.S. Department of State", language="en"))
    told = {(e.kind, "topic", topic.text) for e in reading.engagements for topic in e.topics}
    told |= {(e.kind, point.act, point.text) for e in reading.engagements for point in e.points}
    assert told == expected
