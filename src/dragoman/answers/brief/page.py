"""A brief as one self-contained HTML page: its lines, and beside them the words of the readouts that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.answers import phrases
from dragoman.answers.brief.brief import Brief, Quote
from dragoman.answers.brief.sections import Section, about, sections, title
from dragoman.answers.brief.wording import Item
from dragoman.answers.html import render
from dragoman.answers.spans import Step, marks, steps
from dragoman.model import Evidence, Readout
from dragoman.reference.concepts import Vocabulary
from dragoman.register.passages import Fields, passages
from dragoman.register.rows import ReadoutRow


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a readout's title or text, cut at the words that lines rest on.

    `opens` and `ends` tell that the title or text begins or ends with it.
    """

    field: str
    start: int
    text: tuple[Step, ...]
    opens: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A readout on the page: its number, whose it is, and the stretches that are quoted."""

    number: int
    readout: ReadoutRow
    about: str
    excerpts: tuple[Excerpt, ...]


def brief_page(brief: Brief, readouts: Mapping[str, Readout], vocabulary: Vocabulary) -> str:
    """The page of a brief; `readouts` gives those that it quotes by their hashes."""
    told = sections(brief, vocabulary)
    values = _values(told)
    numbers = {readout.hash: number for number, readout in enumerate(brief.readouts, 1)}
    return render(
        "brief/page.html.j2",
        "page.css",
        "brief/page.css",
        title=title(brief),
        about=about(brief),
        periods=brief.periods,
        sections=told,
        most=max((count for topic in brief.topics for count in topic.counts), default=1),
        listed={entry.engagement.id for entry in brief.engagements},
        numbers=numbers,
        witnesses=[
            _witness(numbers[readout.hash], readout, readouts[readout.hash], values[readout.hash])
            for readout in brief.readouts
        ],
    )


def _values(told: Sequence[Section]) -> dict[str, dict[Evidence, list[str]]]:
    """For each readout the words quoted of it, with the names of the lines that rest on them."""
    found: dict[str, dict[Evidence, list[str]]] = defaultdict(lambda: defaultdict(list))
    for section in told:
        for item in section.items:
            for quote in _quotes(item):
                for span in _spans(quote):
                    found[quote.readout][span].append(item.id)
    return found


def _quotes(item: Item) -> Iterator[Quote]:
    yield from item.quotes
    yield from (quote for _, _, quote in item.counts if quote)


def _spans(quote: Quote) -> Iterator[Evidence]:
    return (span for passage in quote.passages for span in passage.evidence)


def _witness(number: int, row: ReadoutRow, readout: Readout, values: Mapping[Evidence, Sequence[str]]) -> Witness:
    fields: Fields = {"text": readout.text, "title": readout.title}
    excerpts = []
    for passage in passages(values, fields):
        named = [
            (span.start - passage.start, span.end - passage.start, name)
            for span in passage.evidence
            for name in values[span]
        ]
        text = tuple(steps(passage.text, marks(named, len(passage.text))))
        ends = passage.end == len(fields[passage.field])
        excerpts.append(Excerpt(passage.field, passage.start, text, passage.start == 0, ends))
    return Witness(number, row, phrases.published(row), tuple(excerpts))
