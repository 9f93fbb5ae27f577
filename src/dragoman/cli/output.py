"""What goes to people and to programs: results to standard output, progress and complaints to standard error."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.answers.telling import Line

# Control characters and those that turn the direction of what follows: they could disguise what stands on a terminal.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLAIN_WIDTH = 100
_WIDEST = 110
_STYLES = {
    "title": "bold",
    "about": "dim",
    "occasion": "bold cyan",
    "quote": "green",
    "fact": "yellow",
    "note": "italic",
    "why": "dim",
}


def as_utf8() -> None:
    """Write UTF-8 whatever the locale says; a half character in a text becomes its escape, which JSON can read."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def safe(text: str) -> str:
    """The text without characters that could move a terminal's cursor or turn its writing; each becomes U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


def result(text: str) -> None:
    """One line, or several, to standard output."""
    sys.stdout.write(text + "\n")


def progress(text: str) -> None:
    """One line to standard error, about what is being done."""
    sys.stderr.write(safe(text) + "\n")


def complain(sentence: str) -> None:
    """One sentence to standard error, about what went wrong."""
    progress(f"dragoman: {sentence}")


def as_json(value: Any, lines: bool = False) -> str:
    """JSON with every character as it is: over several lines, or (for JSON Lines) on one."""
    return json.dumps(value, ensure_ascii=False, indent=None if lines else 2)


def show(lines: Iterable[Line]) -> None:
    """Lines to standard output, wrapped; with colours on a terminal, plain elsewhere."""
    from dragoman.cli.layout import laid_out

    if sys.stdout.isatty():
        _show_in_colour(lines)
    else:
        width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
        for line in lines:
            for label, text in laid_out(line, width):
                result((label + safe(text)).rstrip())


def _show_in_colour(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    from dragoman.cli.layout import laid_out

    console = Console(soft_wrap=True, highlight=False)
    for line in lines:
        for label, text in laid_out(line, min(console.width, _WIDEST)):
            style = _STYLES.get(line.role, "")
            whole = style if line.role in ("title", "about", "note", "why") else ""
            console.print(Text.assemble((label, style), (safe(text), whole)))


def write_whole(path: Path, text: str) -> None:
    """Write a file as a whole or not at all: into a file beside it, then renamed; a pipe or device is written to.

    Raises DragomanError if that cannot be done.
    """
    # A link to a file stays a link.
    target = path.resolve() if path.is_file() else path
    part = target if target.exists() and not target.is_file() else target.with_name(f".{target.name}.{os.getpid()}")
    try:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        if part is not target:
            part.replace(target)
    except OSError as error:
        raise DragomanError(f"{path} could not be written: {error.strerror}; name a place you may write to") from error
    finally:
        if part is not target:
            part.unlink(missing_ok=True)
