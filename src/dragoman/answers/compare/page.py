"""A comparison as one self-contained HTML page: the sides in columns, below them their texts with the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.answers import phrases
from dragoman.answers.compare.comparison import Comparison, Said, Telling
from dragoman.answers.compare.telling import in_words, letter
from dragoman.answers.html import render
from dragoman.answers.spans import Step, marks, steps
from dragoman.model import Readout
from dragoman.reference.concepts import Vocabulary
from dragoman.register.rows import Told


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side says in one row: its name on the page, its words, and the places of the text that they rest on.

    `quoted` says that the words are the readout's own, in its language.
    """

    id: str
    text: str
    spans: tuple[tuple[int, int], ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a section: its label and a cell for each side, None where a side is silent."""

    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One side on the page: its letter, whose it is, and its text cut at the marks."""

    letter: str
    title: str
    about: str
    language: str
    text: tuple[Step, ...]
    close_set: bool
    only: tuple[Cell, ...]
    elsewhere: tuple[Cell, ...]


def comparison_page(comparison: Comparison, told: Sequence[Told], vocabulary: Vocabulary) -> str:
    """The page of a comparison of what these readouts tell."""
    differ = [_row(f"d{n}", f.what, map(_of_telling, f.tellings)) for n, f in enumerate(comparison.differ, 1)]
    agree = [_row(f"a{n}", f.what, map(_of_telling, f.tellings)) for n, f in enumerate(comparison.agree, 1)]
    shared = [
        _row(f"s{n}", phrases.concepts(subject.concepts, vocabulary), map(_of_said, subject.said))
        for n, subject in enumerate(comparison.shared, 1)
    ]
    rows = [*differ, *agree, *shared]
    columns = [_column(comparison, number, one.readout, rows) for number, one in enumerate(told)]
    sections = {
        "What differs": differ,
        "What agrees": agree,
        "What both speak of" if len(told) == 2 else "What several speak of": shared,
    }
    return render(
        "compare/page.html.j2", "page.css", "compare/page.css",
        comparison=comparison, columns=columns, sections=sections,
    )  # fmt: skip


_Content = tuple[str, tuple[tuple[int, int], ...], bool] | None


def _of_telling(telling: Telling | None) -> _Content:
    if telling is None:
        return None
    return telling.text, tuple((span.start, span.end) for span in telling.evidence if span.field == "text"), False


def _of_said(said: Said | None) -> _Content:
    return (in_words(said), ((said.start, said.end),), True) if said else None


def _row(name: str, label: str, contents: Iterator[_Content]) -> Row:
    return Row(label, tuple(content and Cell(f"{name}-{n}", *content) for n, content in enumerate(contents)))


def _column(comparison: Comparison, number: int, readout: Readout, rows: Sequence[Row]) -> Column:
    side = comparison.sides[number]
    only = _column_cells(f"o{number}", [_of_said(said) for said in comparison.only[number]])
    elsewhere = _column_cells(
        f"e{number}",
        [
            (one.text, tuple((s.start, s.end) for s in one.evidence if s.field == "text"), False)
            for one in comparison.elsewhere[number]
        ],
    )
    cells = [cell for row in rows if (cell := row.cells[number])] + [*only, *elsewhere]
    spans = [(start, end, cell.id) for cell in cells for start, end in cell.spans]
    return Column(
        letter=letter(number),
        title=side.title or side.ref or "Untitled",
        about=phrases.published(side),
        language=side.language,
        text=tuple(steps(readout.text, marks(spans, len(readout.text)))),
        close_set="\n\n" not in readout.text.replace("\r\n", "\n"),
        only=only,
        elsewhere=elsewhere,
    )


def _column_cells(name: str, contents: Sequence[_Content]) -> tuple[Cell, ...]:
    return tuple(Cell(f"{name}-{n}", *content) for n, content in enumerate(contents) if content)
