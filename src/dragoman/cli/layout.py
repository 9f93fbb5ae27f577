"""Lines fitted to a width in cells, for scripts with and without spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from dragoman.answers.telling import Line

_INDENT = 4
_LABEL = 9
_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff"
)
# What a line may be broken between: words, and single wide characters; closing punctuation stays with what it closes,
# opening punctuation with what it opens.
_PIECE = re.compile(
    rf" *(?:[《「『（“【〈]*[{_WIDE}][，。、；：！？》」』）”】〉…]*|[^\s{_WIDE}]+[，。、；：！？》」』）”】〉]*)"
)


def laid_out(line: Line, width: int) -> Iterator[tuple[str, str]]:
    """The rows of a line: (indent with the label or blanks in its place, text), each within `width` cells."""
    indent = " " * (line.depth * _INDENT)
    label = indent + _label(line)
    blank = " " * (cell_len(label) if line.role != "occasion" else len(indent) + _INDENT)
    rows = list(wrapped(line.text, width - cell_len(label), width - len(blank)))
    yield from zip([label] + [blank] * (len(rows) - 1), rows, strict=True)


def _label(line: Line) -> str:
    if not line.label:
        return ""
    if line.role == "why":
        return f"{line.label} "
    return f"{line.label}  " if line.role == "occasion" else f"{line.label:<{_LABEL}}  "


def wrapped(text: str, first: int, others: int) -> Iterator[str]:
    """The text, white space run together, in rows of at most `first` and then `others` cells; at least one row.

    A piece that is longer than a row stands on a row of its own, uncut.
    """
    room, row, taken = first, "", 0
    for piece in _PIECE.findall(" ".join(text.split())):
        cells = cell_len(piece)
        if row and taken + cells > room:
            yield row
            row, taken, room = "", 0, others
        piece = piece if row else piece.lstrip()
        row, taken = row + piece, taken + cell_len(piece)
    yield row
