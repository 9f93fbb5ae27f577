"""Engagements as a table of plain cells, for spreadsheets and data frames (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from dragoman.answers import phrases
from dragoman.register.rows import EngagementRow

COLUMNS = (
    "id", "start", "end", "kind", "status", "event", "places", "affiliations", "parties", "topics", "points",
    "concepts", "within", "window_start", "window_end", "review", "title", "published", "publisher", "ref", "source",
)  # fmt: skip
_BETWEEN = "; "
# A spreadsheet takes a cell that begins with one of these for a formula and computes it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[EngagementRow]) -> str:
    """CSV (RFC 4180) with a header of `COLUMNS`; several values in one cell stand behind '; '.

    What a spreadsheet would take for a formula is made plain text by a leading apostrophe.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([defused(cell) for cell in _cells(row)])
    return written.getvalue()


def defused(cell: str) -> str:
    """The cell, behind an apostrophe if a spreadsheet would compute it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cells(row: EngagementRow) -> Iterator[str]:
    days, window = row.date, row.window
    yield row.id
    yield days.start if days else ""
    yield days.end if days else ""
    yield row.kind
    yield row.status
    yield row.event or ""
    yield _BETWEEN.join(phrases.place(place) for place in row.places)
    acting = [party.affiliation for party in row.parties if party.affiliation]
    yield _BETWEEN.join(dict.fromkeys(acting))
    yield _BETWEEN.join(phrases.party(party) for party in row.parties)
    yield _BETWEEN.join(row.topics)
    yield _BETWEEN.join(f"{point.act} ({', '.join(point.by)}): {point.text}" for point in row.points)
    yield _BETWEEN.join(row.concepts)
    yield row.within or ""
    yield window.start if window else ""
    yield window.end if window else ""
    yield _BETWEEN.join(f"{state} {count}" for state, count in row.review.items())
    for name in ("title", "published", "publisher", "ref", "source"):
        values = [getattr(readout, name) for readout in row.readouts]
        yield _BETWEEN.join(dict.fromkeys(value for value in values if value))
