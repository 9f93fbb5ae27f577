"""Plain text, with or without the header line ` date YYYY-MM-DD Title`."""

from __future__ import annotations

import re

from dragoman.errors import DragomanError
from dragoman.intake.draft import Draft, is_blank

_HEADER = re.compile(r"\s*date (?P<published>\d{4}-\d{2}-\d{2})(?:[^\S\r\n]+(?P<title>[^\r\n]*))?(?:\r\n|\r|\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n))+")


def parse(text: str) -> Draft:
    """The draft of a plain text file: its header, if its first line is one, and the body below.

    The body is kept to the character, line ends and indentation included, but for blank lines before it and
    blanks after it.
    """
    header = _HEADER.match(text)
    if header and is_blank(text[header.end() :]):
        raise DragomanError("there is no text below its header line; give the text of the readout")
    body = text[header.end() :] if header else text
    blank = _BLANK_LINES.match(body)
    body = body[blank.end() :].rstrip() if blank else body.rstrip()
    return Draft(body, (header["title"] or "").strip(), header["published"]) if header else Draft(body)
