"""Self-contained HTML pages out of the templates of this floor.

No scripts and no address outside the page: its Content-Security-Policy allows nothing but the page's own style.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_LINE_END = re.compile(r"(?:\r\n?|\n)+")
_BLANK_LINES = re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")


def render(template: str, *styles: str, **values: Any) -> str:
    """A template filled in, with the named style sheets one after the other as `style` and their digest as `digest`."""
    style = "".join(map(_style, styles))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html = _environment().get_template(template).render(style=style, digest=digest, **values)
    return _UNPRINTABLE.sub("\ufffd", html)


@cache
def _style(name: str) -> str:
    return files("dragoman.answers").joinpath(name).read_text(encoding="utf-8")


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
