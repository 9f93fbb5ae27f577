"""Saved web pages: the article of a page, and what the page says of its title, date, publisher and language."""

from __future__ import annotations

import logging
import re

import trafilatura

from dragoman.errors import DragomanError
from dragoman.intake.draft import Draft, language_code
from dragoman.intake.encoding import decode_page
from dragoman.languages.detect import detect

# What trafilatura has to tell goes to whoever listens, and not to standard error of itself.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NESTING = re.compile(
    r"<(/?)(?:div|section|article|main|span|table|tbody|tr|td|ul|ol|li|b|i|font|center)\b", re.IGNORECASE
)

# lxml drops what is nested deeper.
_DEEPEST = 250
# Time to find the article may grow with the square of the tags; real pages have some thousands.
_MOST_TAGS = 100_000
# How far down the article its own title may stand, in lines.
_HEAD = 4
# The title in a page's head goes on with the site's name: 'Talks with Peru | Ministry of Trade', '会见大使_外交部'.
_SITE_NAME = re.compile(r"\s*[|_·–—-]\s*\S")

# No clock: by default dates after today are left out. Only dates marked as such: the first date in sight is as
# often that of the event or of the copyright, and a wrong date of publication is worse than none.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-12-31"}


def parse(data: bytes) -> Draft:
    """The draft of a saved page. The language is that of the article's words, or what the page declares if in doubt.

    Raises DragomanError (a reason without the place) if no article is found in it.
    """
    declared = _CHARSET.search(data[:4096])
    page = _XML_DECLARATION.sub("", decode_page(data, declared[1].decode("ascii") if declared else None), count=1)
    if page.count("<") > _MOST_TAGS:
        raise DragomanError(f"the page has more than {_MOST_TAGS:,} tags; save the article alone as text")
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        if _depth(page) > _DEEPEST:
            raise DragomanError("the page is nested too deeply to find an article in it; save the article as text")
        raise DragomanError("no article is found in the page (scripts may have to make it); save the article as text")
    title, text = _parted(found.title or "", found.text)
    tag = _LANGUAGE.search(page)
    return Draft(
        text=text,
        title=title,
        published=found.date,
        language=detect(text) or (language_code(tag[1]) if tag else None),
        publisher=found.sitename,
        source=found.url,
    )


def _parted(title: str, text: str) -> tuple[str, str]:
    """Title and text, the title without the site's name and not repeated above the text."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:_HEAD]):
        heading = line.strip()
        if heading and title.startswith(heading) and (title == heading or _SITE_NAME.match(title, len(heading))):
            return heading, "\n".join(lines[number + 1 :]).strip("\n")
    return title, text


def _depth(page: str) -> int:
    deepest = depth = 0
    for match in _NESTING.finditer(page):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest
