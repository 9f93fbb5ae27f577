"""Of a saved page the article is read, with what the page says of its title, date, publisher and language."""

from __future__ import annotations

import io
import logging

import pytest

from dragoman.errors import DragomanError
from dragoman.intake import gather
from dragoman.intake.page import parse
from dragoman.model import Readout

ENGLISH = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Minister Okafor Receives the Ambassador of Peru | Ministry of Ports</title>
<meta property="og:site_name" content="Ministry of Ports">
<meta property="article:published_time" content="2024-03-05T09:00:00+01:00">
<link rel="canonical" href="https://ports.example.org/news/12"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Minister Okafor Receives the Ambassador of Peru</h1><p class="date">5 March 2024</p>
<p>Minister of Ports Ada Okafor received the Ambassador of Peru, Luis Soto, in Lagos on <b>4 March</b>.</p>
<p>The two sides discussed fisheries &amp; student exchange. They agreed to meet again in June.</p></article></main>
<footer>© 2021 Ministry of Ports. All rights reserved.</footer></body></html>"""

CHINESE = """<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>林国强会见秘鲁大使_港口部</title></head><body><div class="nav"><a href="/">首页</a></div>
<div class="main"><h2>林国强会见秘鲁大使</h2><div class="info">发布时间：2024-03-05 来源：港口部</div>
<div id="content"><p>　　2024年3月4日，港口部部长林国强在北京会见秘鲁驻华大使路易斯·索托。</p>
<p>　　双方就渔业、港口和学生交流合作交换了意见。</p></div></div></body></html>"""

FRENCH = """<html><head><title>La ministre des Ports reçoit l’ambassadeur du Pérou</title></head><body>
<div><h1>La ministre des Ports reçoit l’ambassadeur du Pérou</h1><p class="date">Publié le 5 mars 2024</p>
<p>La ministre des Ports, Ada Okafor, a reçu lundi à Lagos l’ambassadeur du Pérou, Luis Soto.</p>
<p>Ils ont évoqué la réunion du 12 juin 2023 et la mobilité des étudiants.</p></div></body></html>"""


def test_an_english_page_gives_all_that_it_says() -> None:
    draft = parse(ENGLISH.encode())
    assert draft.title == "Minister Okafor Receives the Ambassador of Peru"
    assert (draft.published, draft.language) == ("2024-03-05", "en")
    assert (draft.publisher, draft.source) == ("Ministry of Ports", "https://ports.example.org/news/12")
    assert "Soto, in Lagos on 4 March.\nThe two sides discussed fisheries & student exchange." in draft.text
    assert not {"Home", "News", "rights reserved", draft.title} & set(draft.text.split("\n"))
    assert "rights reserved" not in draft.text


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_a_chinese_page_is_read_whatever_it_says_of_encoding_and_language(encoding: str) -> None:
    draft = parse(CHINESE.encode(encoding))
    assert (draft.title, draft.published, draft.language) == ("林国强会见秘鲁大使", "2024-03-05", "zh")
    assert "2024年3月4日，港口部部长林国强在北京会见秘鲁驻华大使路易斯·索托。\n双方就渔业" in draft.text
    assert "首页" not in draft.text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_french_page_is_read(encoding: str) -> None:
    draft = parse(FRENCH.encode(encoding))
    assert (draft.title, draft.published) == ("La ministre des Ports reçoit l’ambassadeur du Pérou", "2024-03-05")
    assert draft.language == "fr"
    assert "Ada Okafor, a reçu lundi à Lagos l’ambassadeur du Pérou, Luis Soto." in draft.text


def test_a_date_in_the_text_or_the_copyright_is_not_the_date_of_publication() -> None:
    page = "<html><body><p>They met on 4 March 2024 in Lagos.</p><footer>© 2021 Ministry</footer></body></html>"
    assert parse(page.encode()).published is None


def test_a_page_in_a_language_that_is_not_read_keeps_what_it_declares() -> None:
    page = "<html lang='de-AT'><body><p>Die Ministerin traf heute in Wien den Botschafter von Peru.</p></body></html>"
    assert parse(page.encode()).language == "de"


def test_a_page_that_breaks_the_encoding_it_names_is_read_all_the_same() -> None:
    page = CHINESE.encode("gb18030").replace("渔业".encode("gb18030"), b"\xff\xff")
    assert "双方就\ufffd" in parse(page).text


def nested(depth: int) -> str:
    return "<html><body>" + "<div>" * depth + "<p>They met in Lagos, and they parted.</p>" + "</div>" * depth


def test_a_page_nested_deeply_is_read_or_refused_in_words() -> None:
    assert parse(nested(100).encode()).text == "They met in Lagos, and they parted."
    with pytest.raises(DragomanError, match="nested too deeply to find an article in it; save the article as text"):
        parse(nested(5000).encode())


@pytest.mark.parametrize("body", ["", "<script>document.write('They met.')</script>"])
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(DragomanError, match="no article is found in the page"):
        parse(f"<html><body>{body}</body></html>".encode())


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(DragomanError, match="more than 100,000 tags"):
        parse(("<html><body>" + "<p>a</p>" * 60_000).encode())


def test_a_page_with_an_xml_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + FRENCH.replace("’", "'")
    items = list(gather(["-"], stdin=io.BytesIO(page.encode("latin-1"))))
    assert isinstance(items[0], Readout)
    assert "Ada Okafor, a reçu lundi à Lagos" in items[0].text


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    # Without handlers of the test runner's, warnings would go to standard error.
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []
    try:
        for page in ("<p>", nested(5000), "<html><body></body></html>", "x"):
            with pytest.raises(DragomanError):
                parse(page.encode())
    finally:
        root.handlers = handlers
    assert capfd.readouterr() == ("", "")
