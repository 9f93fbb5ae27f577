"""One self-contained HTML page of readings: each text with its marked spans beside the accounts read from it.

No scripts and no address outside the page: the Content-Security-Policy allows nothing but the page's own style.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dragoman.answers.cards import sheet
from dragoman.model import Reading, Readout

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_LINE_END = re.compile(r"(?:\r\n?|\n)+")
_BLANK_LINES = re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")


def page(read: Sequence[tuple[Readout, Reading]]) -> str:
    """The page of the given readouts and their readings, in their order; with an index where there are several."""
    sheets = [sheet(f"r{number}", readout, reading) for number, (readout, reading) in enumerate(read, 1)]
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html = _environment().get_template("page.html.j2").render(sheets=sheets, style=style, digest=digest)
    return _UNPRINTABLE.sub("\ufffd", html)


@cache
def _style() -> str:
    return files("dragoman.answers").joinpath("page.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.answers", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["paragraphs"] = _paragraphs
    return environment


def _paragraphs(text: str, close_set: bool) -> Markup:
    """The text, escaped, with a gap at the end of a paragraph: at blank lines, or at every line end if `close_set`."""
    line_ends = _LINE_END if close_set else _BLANK_LINES
    return Markup('<span class="gap">\n</span>').join(map(escape, line_ends.split(text)))
