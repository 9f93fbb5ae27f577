"""One self-contained HTML page of readings: each text with its marked spans beside the accounts read from it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.answers.cards import sheet
from dragoman.answers.html import render
from dragoman.model import Reading, Readout


def page(read: Sequence[tuple[Readout, Reading]]) -> str:
    """The page of the given readouts and their readings, in their order; with an index where there are several."""
    sheets = [sheet(f"r{number}", readout, reading) for number, (readout, reading) in enumerate(read, 1)]
    return render("page.html.j2", "page.css", sheets=sheets)
