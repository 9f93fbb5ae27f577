"""The page as a browser shows it; skipped where there is no Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import opened
from playwright.sync_api import Browser, Page

from dragoman.answers.page import page
from dragoman.model import Reading, Readout


@pytest.fixture
def shown(browser: Browser, example: tuple[Readout, Reading], tmp_path: Path) -> Iterator[Page]:
    """The page of two readings, without scripts."""
    path = tmp_path / "page.html"
    path.write_text(page([example, example]), "utf-8")
    with opened(browser, path) as shown:
        yield shown


def focused(shown: Page) -> str:
    return shown.locator(":focus").evaluate("element => element.id || element.getAttribute('href')")


def test_a_value_leads_to_its_words_and_they_lead_back(shown: Page) -> None:
    shown.locator("#r2-e2-t1 a").click()
    words = shown.locator("#r2-text-234-247")
    assert shown.locator(":target").get_attribute("id") == "r2-text-234-247"
    assert words.is_visible()
    words.locator("a").click()
    assert shown.locator(":target").get_attribute("id") == "r2-e2-t1"


def test_the_page_can_be_used_with_the_keyboard_alone(shown: Page) -> None:
    shown.keyboard.press("Tab")
    assert focused(shown) == "#index"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert focused(shown) == "#r1"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Tab")
    assert focused(shown) == "#r1-e1-when"
    shown.keyboard.press("Enter")
    assert shown.locator(":target").get_attribute("id") == "r1-e1-when"


def test_the_list_of_all_values_opens_and_closes_with_the_keyboard(shown: Page) -> None:
    listed = shown.locator("#r1-text-39-48-all")
    assert not listed.is_visible()
    shown.locator("#r1-text-39-48 > button").focus()
    shown.keyboard.press("Enter")
    assert listed.is_visible()
    shown.keyboard.press("Escape")
    assert not listed.is_visible()


def test_words_stand_left_of_accounts_on_a_wide_screen_and_above_them_on_a_narrow_one(shown: Page) -> None:
    text, accounts = shown.locator("#r1 .text"), shown.locator("#r1 .accounts")

    def corner(part: str) -> tuple[float, float]:
        box = (text if part == "text" else accounts).bounding_box()
        assert box
        return box["x"], box["y"]

    assert corner("text")[0] < corner("accounts")[0]
    assert corner("text")[1] == corner("accounts")[1]
    shown.set_viewport_size({"width": 420, "height": 800})
    assert corner("text")[0] == corner("accounts")[0]
    assert corner("text")[1] < corner("accounts")[1]
    width = shown.locator("html").evaluate("element => element.scrollWidth")
    assert width <= 420


def test_light_and_dark_differ_and_both_can_be_read(shown: Page) -> None:
    def brightness(what: str) -> float:
        colour = shown.locator("#r1 .words").evaluate(f"e => getComputedStyle(e.closest('section')).{what}")
        return sum(map(float, colour[colour.index("(") + 1 : -1].split(",")[:3])) / 3

    shown.emulate_media(color_scheme="light")
    assert brightness("backgroundColor") - brightness("color") > 150
    shown.emulate_media(color_scheme="dark")
    assert brightness("color") - brightness("backgroundColor") > 150


def test_on_paper_nothing_is_scrolled_out_of_sight(shown: Page) -> None:
    def hidden(part: str) -> int:
        height: int = shown.locator(f"#r1 {part}").evaluate("e => e.scrollHeight - e.clientHeight")
        return height

    shown.set_viewport_size({"width": 1300, "height": 200})
    assert min(hidden(".text"), hidden(".accounts")) > 20
    shown.emulate_media(media="print")
    assert max(hidden(".text"), hidden(".accounts")) <= 1
    assert not shown.locator("#index").is_visible()
