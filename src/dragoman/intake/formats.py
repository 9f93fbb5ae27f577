"""What kind of file this is: by its name first, by its first line otherwise."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from dragoman.errors import DragomanError

Format = Literal["lines", "json", "markdown", "page", "plain"]

_SUFFIXES: dict[str, Format] = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".txt": "plain",
    ".text": "plain",
}
# Documents that people keep readouts in: found in a folder they are named, where pictures and style sheets are not.
_DOCUMENTS = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".mhtml", ".mht"))

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word or other zipped file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"From: <Saved by ", "a web archive (MHTML)"),
)
_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def is_taken_from_folders(path: PurePath) -> bool:
    """Whether a folder's file is meant as a readout: a kind that is read, or a document that is refused by name."""
    return path.suffix.lower() in _SUFFIXES or path.suffix.lower() in _DOCUMENTS


def format_of(name: str | None, first_line: bytes) -> Format:
    """The format of the file `name` (None for standard input) that begins with `first_line`.

    Raises DragomanError (a reason without the place) for kinds that are known and not read.
    """
    for magic, kind in _MAGIC:
        if first_line.startswith(magic):
            raise DragomanError(f"it is {kind}, which is not read yet; save its text as .txt or .html and give that")
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower()) if name else None
    if by_name and by_name != "plain":
        return by_name
    start = first_line.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    start = start.replace(b"\0", b"").strip()
    if start.startswith(b"{"):
        return "lines"
    if _PAGE.match(start):
        return "page"
    if start == b"---":
        return "markdown"
    return "plain"
