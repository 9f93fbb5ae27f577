"""Readings made by hand: a visit with a meeting that carries an earlier one forward, spans nested and crossing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dragoman.model import (
    Account,
    CarriedForward,
    DateRange,
    Evidence,
    Mechanism,
    Party,
    Place,
    Point,
    Reading,
    Readout,
    Topic,
)

TEXT = (
    "From 3 to 5 May, Minister of Education Ana Sousa paid a visit to Norway. In Oslo she met with Kari Lund, the "
    "Norwegian Minister of Research, to implement the results of the call between President Duarte and King Olav.\n\n"
    "They discussed ocean science & <open> data. The two ministers agreed to set up a Cabo Verde-Norway Science Forum."
)
RULE = "en.example"

CHROMIUM = Path("/usr/bin/chromium")
Build = Callable[..., tuple[Readout, Reading]]


def span(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def party(text: str, name: str | None, post: str | None, country: str) -> Party:
    return Party(name, post, country, False, "stated", 0.9, (span(text, name or post or country),), RULE)


def account(id: str, cue: Evidence | None, **values: object) -> Account:
    given = {
        "kind": "meeting", "status": "held", "date": None, "window": None, "places": (), "within": None, "event": None,
        "parties": (), "topics": (), "points": (), "carries_forward": (), "title_says": {}, "basis": "stated",
        "confidence": 0.9, "evidence": (cue,) if cue else (), "rule": RULE,
    }  # fmt: skip
    return Account(id=id, **{**given, **values})  # type: ignore[arg-type]


def example_reading(text: str = TEXT) -> Reading:
    def said(words: str) -> tuple[str, int, int]:
        found = span(text, words)
        return found.text, found.start, found.end

    dates = DateRange("2024-05-03", "2024-05-05", "stated", 0.95, (span(text, "From 3 to 5 May"),), RULE)
    taken_over = DateRange("2024-05-03", "2024-05-05", "inherited", 0.9, (), "inherit.parent")
    sousa = party(text, "Ana Sousa", "Minister of Education", "CV")
    visit = account(
        "e1",
        span(text, "paid a visit to Norway"),
        kind="visit",
        date=dates,
        places=(Place("NO", None, "stated", 0.9, (span(text, "Norway"),), RULE),),
        parties=(sousa,),
    )
    meeting = account(
        "e2",
        span(text, "met with"),
        date=taken_over,
        places=(Place("NO", "Oslo", "stated", 0.4, (span(text, "Oslo"),), RULE),),
        within="e1",
        parties=(sousa, party(text, "Kari Lund", "Minister of Research", "NO")),
        topics=(Topic(*said("ocean science"), 0.9, RULE), Topic(*said("<open> data"), 0.9, RULE)),
        points=(Point("agreed", ("CV", "NO"), *said("set up a Cabo Verde-Norway Science Forum"), 0.9, RULE),),
        carries_forward=(CarriedForward("e3", 0.8, (span(text, "implement the results of the call"),), RULE),),
    )
    call = account(
        "e3",
        span(text, "call between President Duarte and King Olav"),
        kind="call",
        status="referenced",
        parties=(party(text, "Duarte", "President", "CV"), party(text, "Olav", "King", "NO")),
    )
    forum = Mechanism(
        "Cabo Verde-Norway Science Forum", "forum", "agreed", ("CV", "NO"), "e2", None, 0.8,
        (span(text, "Cabo Verde-Norway Science Forum"),), RULE,
    )  # fmt: skip
    return Reading(
        ref="example",
        readout="0" * 64,
        reader="by hand",
        language="en",
        published="2024-05-06",
        title="Minister Sousa in Norway",
        publisher="Ministry of Education, Cabo Verde",
        engagements=(visit, meeting, call),
        mechanisms=(forum,),
        notes=("A note for people.",),
    )


@pytest.fixture
def example() -> tuple[Readout, Reading]:
    """A readout with its reading: visit e1, meeting e2 within it, referenced call e3 carried forward by e2."""
    return Readout(TEXT, title="Minister Sousa in Norway", published="2024-05-06"), example_reading()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
