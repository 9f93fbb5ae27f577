"""The page of a brief as a browser shows it, without scripts; skipped where there is no Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from briefed import filled
from browsing import opened
from playwright.sync_api import Browser, Page

from dragoman.answers.brief import brief
from dragoman.answers.brief.page import brief_page
from dragoman.reference.concepts import vocabulary


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a brief on two countries, as a file."""
    folder = tmp_path_factory.mktemp("brief")
    with filled(folder / "register.db") as register:
        dossier = register.dossier(["PT", "NO"])
        html = brief_page(brief(dossier, vocabulary()), dossier.readouts, vocabulary())
    path = folder / "brief.html"
    path.write_text(html, "utf-8")
    return path


@pytest.fixture
def shown(browser: Browser, written: Path) -> Iterator[Page]:
    """The page, without scripts."""
    with opened(browser, written) as shown:
        yield shown


def target(shown: Page) -> str:
    return shown.locator(":target").inner_text()


def test_a_line_leads_to_its_words_and_they_lead_back(shown: Page) -> None:
    line = shown.locator("#understandings li", has_text="joint laboratory")
    line.locator("a").first.click()
    assert target(shown) == "open a joint laboratory for ocean science"
    assert shown.locator(":target").is_visible()
    shown.locator(":target a").click()
    assert "joint laboratory" in target(shown)


def test_a_column_of_a_topic_is_reached_by_keyboard_and_leads_to_the_words_of_its_year(shown: Page) -> None:
    shown.locator("#topics li", has_text="student mobility").locator("svg a").first.focus()
    shown.keyboard.press("Enter")
    assert target(shown) == "mobilité des étudiants"


def test_the_parts_are_reached_by_keyboard(shown: Page) -> None:
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    assert shown.locator(":target").get_attribute("id") == "brief"
    shown.locator("nav a", has_text="What was agreed").focus()
    shown.keyboard.press("Enter")
    assert shown.locator(":target").get_attribute("id") == "understandings"


def test_quotes_stand_beside_the_brief_on_a_wide_screen_and_below_it_on_a_narrow_one(shown: Page) -> None:
    def corner(part: str) -> tuple[float, float]:
        box = shown.locator(part).first.bounding_box()
        assert box
        return box["x"], box["y"]

    assert corner(".brief")[0] < corner("#quotes")[0]
    shown.set_viewport_size({"width": 420, "height": 800})
    assert corner(".brief")[0] == corner("#quotes")[0]
    assert corner(".brief")[1] < corner("#quotes")[1]
    assert shown.locator("html").evaluate("element => element.scrollWidth") <= 420


def test_light_and_dark_differ_and_both_can_be_read(shown: Page) -> None:
    def brightness(what: str) -> float:
        colour = shown.locator("#engagements").evaluate(f"e => getComputedStyle(e).{what}")
        return sum(map(float, colour[colour.index("(") + 1 : -1].split(",")[:3])) / 3

    shown.emulate_media(color_scheme="light")
    assert brightness("backgroundColor") - brightness("color") > 150
    shown.emulate_media(color_scheme="dark")
    assert brightness("color") - brightness("backgroundColor") > 150
