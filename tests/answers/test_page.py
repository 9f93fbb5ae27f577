from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest

from dragoman import read
from dragoman.answers.page import page
from dragoman.model import Evidence, Reading, Readout


class Elements(HTMLParser):
    """Every element of a page with its attributes, its text, and whether elements close as they opened."""

    VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.found if name in attributes]


NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</span></div><iframe src='https://example.org'>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp; &#x3c;",
]


@pytest.fixture
def html(example: tuple[Readout, Reading]) -> str:
    return page([example])


def test_every_link_leads_to_an_element_of_the_page(html: str) -> None:
    elements = Elements(html)
    ids = elements.all("id")
    assert len(ids) == len(set(ids))
    links = elements.all("href") + [f"#{target}" for target in elements.all("popovertarget")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)
    assert elements.open == []


def test_every_value_leads_to_its_words_and_they_lead_back(html: str) -> None:
    for value, words in [("e2-p2", "94-103"), ("e1-when", "0-15"), ("e2-t1", "234-247"), ("e2-s1", "291-331")]:
        assert re.search(f'id="r1-{value}"[^>]*>(?:(?!</li>).)*href="#r1-text-{words}"', html)
        assert re.search(f'id="r1-text-{words}"><a href="#r1-{value}"', html)


def test_words_that_several_values_rest_on_list_them_all(html: str) -> None:
    listed = re.search(r'<span popover id="r1-text-39-48-all"[^>]*>(.*?)</span>', html)
    assert listed
    assert re.findall(r'href="#([^"]+)"', listed[1]) == ["r1-e1-p1", "r1-e2-p1"]


def test_what_is_carried_forward_links_to_the_earlier_account(html: str) -> None:
    assert re.search(r'id="r1-e2-c1".*href="#r1-text-144-177".*href="#r1-e3"', html)


def test_accounts_are_nested_as_lists(html: str) -> None:
    visit = html.index('id="r1-e1"')
    meeting = html.index('id="r1-e2"')
    call = html.index('id="r1-e3"')
    assert html.count('<ol class="cards">', visit, meeting) == 1
    assert html.count("</ol>", meeting, call) == 1


def test_the_page_asks_for_nothing_outside_itself(html: str) -> None:
    elements = Elements(html)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in elements.found}
    assert elements.all("src") == []
    assert "url(" not in html
    assert "@import" not in html


def test_the_policy_allows_the_pages_own_style_and_nothing_else(html: str) -> None:
    style = html[html.index("<style>") + len("<style>") : html.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in Elements(html).found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert Elements(html).all("style") == []


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_a_text_says_becomes_markup(example: tuple[Readout, Reading], nasty: str) -> None:
    plain = Elements(page([example]))
    start = len("They met. ")
    readout, reading = example
    account = reading.engagements[1]
    evidence = (Evidence(start, start + len(nasty), nasty),)
    topic = dataclasses.replace(account.topics[0], text=nasty, start=start, end=start + len(nasty))
    point = dataclasses.replace(account.points[0], by=(nasty,), text=nasty, start=start, end=start + len(nasty))
    party = dataclasses.replace(account.parties[1], name=nasty, post=nasty, affiliation=nasty, evidence=evidence)
    account = dataclasses.replace(
        account,
        within=None,
        event=nasty,
        rule=nasty,
        evidence=evidence,
        parties=(party, party),
        places=(dataclasses.replace(account.places[0], locality=nasty, evidence=evidence),),
        topics=(topic,),
        points=(point,),
        title_says={nasty: nasty},
    )
    mechanism = dataclasses.replace(reading.mechanisms[0], name=nasty, kind=nasty, evidence=evidence)
    readout = dataclasses.replace(readout, title=nasty, text=f"They met. {nasty}")
    reading = dataclasses.replace(
        reading,
        title=nasty,
        ref=nasty,
        publisher=nasty,
        language=nasty,
        reader=nasty,
        notes=(nasty,),
        engagements=(account,),
        mechanisms=(mechanism,),
    )
    elements = Elements(page([(readout, reading), (readout, reading)]))
    known = {"nav"} | {tag for tag, _ in plain.found}
    assert {tag for tag, _ in elements.found} <= known
    assert {name for _, attributes in elements.found for name in attributes} <= {
        name for _, attributes in plain.found for name in attributes
    }
    assert elements.open == []
    assert elements.text.count(nasty) >= 20


def test_text_and_quotations_say_their_language(example: tuple[Readout, Reading]) -> None:
    readout, reading = example
    html = page([(readout, dataclasses.replace(reading, language="zh"))])
    assert '<html lang="en">' in html
    assert '<div class="words" lang="zh">' in html
    assert '<a lang="zh" href="#r1-text-234-247">ocean science</a>' in html
    assert '<h2 id="r1-name" lang="zh">' in html


def test_the_text_stands_there_whole(example: tuple[Readout, Reading], html: str) -> None:
    words = html[html.index('<div class="words"') : html.index("</section>")]
    words = re.sub(r"<button.*?</button>|<span popover.*?</span>", "", words)
    gaps_apart = re.sub(r"\n+", "\n", example[0].text)
    assert Elements(words.removesuffix("</div>") + "</div>").text == gaps_apart


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x0b", "\x85", "\ufffe"])
def test_characters_that_html_cannot_hold_are_replaced(character: str) -> None:
    readout = Readout(f"Anna Berg{character} met Li Wei in Oslo on 3 May 2024.", title=f"A{character}B", language="en")
    html = page([(readout, read(readout))])
    assert character not in html
    assert "\ufffd" in html


def test_several_readings_come_in_turn_below_an_index(example: tuple[Readout, Reading]) -> None:
    html = page([example, example, example])
    index = html[html.index('<nav id="index"') : html.index("</nav>")]
    assert re.findall('href="#([^"]+)"', index) == ["r1", "r2", "r3"]
    assert [html.index(f'<article class="reading" id="r{n}"') for n in (1, 2, 3)] == sorted(
        html.index(f'<article class="reading" id="r{n}"') for n in (1, 2, 3)
    )
    ids = Elements(html).all("id")
    assert len(ids) == len(set(ids))


def test_one_reading_has_no_index(html: str) -> None:
    assert "<nav" not in html


def test_a_readout_without_engagements_says_so(example: tuple[Readout, Reading]) -> None:
    readout, reading = example
    html = page([(readout, dataclasses.replace(reading, engagements=(), mechanisms=()))])
    assert "No engagement in this readout." in html


def test_evidence_that_does_not_fit_the_text_marks_nothing(example: tuple[Readout, Reading]) -> None:
    readout, reading = example
    moved = dataclasses.replace(readout, text="X" + readout.text)
    html = page([(moved, reading)]).partition("<main>")[2]
    assert 'class="mark' not in html
    assert "#r1-text-" not in html


def test_the_same_reading_gives_the_same_page(example: tuple[Readout, Reading]) -> None:
    assert page([example]) == page([example])
