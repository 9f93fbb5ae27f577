"""A brief told as text: each line, and below it the engagement, the readout and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.answers.brief.brief import Brief
from dragoman.answers.brief.sections import about, sections, title
from dragoman.answers.brief.wording import Item, columns, evidence, joined
from dragoman.answers.telling import BLANK, Line
from dragoman.reference.concepts import Vocabulary

_LEVELS = "▁▂▃▄▅▆▇█"
_NONE = "·"
# Behind a longer label a text would have a narrow column.
_LONG_LABEL = 24


def tell_brief(brief: Brief, vocabulary: Vocabulary) -> Iterator[Line]:
    """The brief as lines; the topics as columns of a height for each year or quarter."""
    yield Line(0, "title", "", title(brief))
    yield Line(0, "about", "", about(brief))
    for section in sections(brief, vocabulary):
        yield BLANK
        yield Line(0, "title", "", section.title)
        if section.id == "topics":
            yield Line(1, "about", "", columns(brief.periods))
        most = max((count for item in section.items for _, count, _ in item.counts), default=0)
        for item in section.items:
            yield from _item(item, most)
        if section.note:
            yield Line(1, "note", "", section.note)


def _item(item: Item, most: int) -> Iterator[Line]:
    depth = item.depth + 1
    text = joined([item.text, item.aside, *item.also])
    if item.counts:
        picture = sparkline([count for _, count, _ in item.counts], most)
        yield Line(depth, "fact", picture, joined([item.label, text]))
    elif item.engagement or len(item.label) > _LONG_LABEL:
        yield Line(depth, "occasion", item.label, text)
    else:
        yield Line(depth, "fact", item.label, text)
    for quote in item.quotes:
        yield Line(depth + 1, "why", "←", f"{quote.engagement} {evidence(quote, item)}")
    if item.engagement and not item.quotes:
        yield Line(depth + 1, "why", "←", item.engagement)


def sparkline(counts: Sequence[int], most: int) -> str:
    """Counts as columns of a height each, of which `most` is the greatest: '▂·█'."""
    top = len(_LEVELS) - 1
    return "".join(_LEVELS[max(0, -(-count * (top + 1) // most) - 1)] if count else _NONE for count in counts)
