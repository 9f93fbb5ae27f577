"""The data files of grouping, one entry a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a data file without its header."""
    text = (resources.files(__name__) / name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    yield from rows
