"""Text → paragraphs and sentences, as ranges of items; lines that are furniture are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.language import Language
from dragoman.reading.text.items import Item, Items

CLOSERS = frozenset("\"'”’»」』）)]*_")
SPACED = frozenset("»”")  # closing marks that may stand apart from the stop before them
LONGEST_SENTENCE = 400  # items; longer runs without a stop are cut, so that time stays linear in the text


@dataclass(frozen=True, slots=True)
class Sentence:
    """Items `first` to `last` (exclusive) of the text; `paragraph` counts the lines that hold any."""

    first: int
    last: int
    paragraph: int


def sentences(text: str, items: Items, language: Language) -> list[Sentence]:
    """The sentences in reading order. A broken line (no stop at its end, lower case after it) is mended."""
    found: list[Sentence] = []
    for number, (first, last) in enumerate(_paragraphs(text, items, language)):
        found.extend(Sentence(a, b, number) for a, b in _split(items.items, first, last))
    return found


def left_out(text: str, items: Items, language: Language) -> Iterator[tuple[int, int]]:
    """Item ranges of the lines that are furniture: bylines, sources, contacts."""
    for first, last in _lines(items.items):
        if language.furniture.fullmatch(text, items.items[first].start, items.items[last - 1].end):
            yield first, last


def _paragraphs(text: str, items: Items, language: Language) -> Iterator[tuple[int, int]]:
    """Item ranges of the paragraphs that are not furniture."""
    run: tuple[int, int] | None = None
    for first, last in _lines(items.items):
        start, end = items.items[first].start, items.items[last - 1].end
        if language.furniture.fullmatch(text, start, end):
            if run:
                yield run
            run = None
        elif run and items.items[first].categories & {"low"} and not _stops(items.items[run[1] - 1]):
            run = (run[0], last)
        else:
            if run:
                yield run
            run = (first, last)
    if run:
        yield run


def _lines(items: tuple[Item, ...]) -> Iterator[tuple[int, int]]:
    first = 0
    for number, item in enumerate(items):
        if item.text == "\n":
            if number > first:
                yield first, number
            first = number + 1
    if len(items) > first:
        yield first, len(items)


def _stops(item: Item) -> bool:
    return item.has("stop") or item.text[-1] in '!?。！？.:：”"'


def _split(items: tuple[Item, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    number = first
    while number < last:
        item = items[number]
        number += 1
        if item.has("stop") or number - start >= LONGEST_SENTENCE or _closes(items, number, last):
            stop = number
            while (
                number < last
                and items[number].text in CLOSERS
                and (items[number].text in SPACED or items[number].start == items[number - 1].end)
            ):
                number += 1
            quoted = number > stop and number < last and items[number].text[0].islower()  # '“Who pays?” | he asked'
            if not quoted and (item.text[-1] != "." or _begins(items, number, last, item.end)):
                yield start, number
                start = number
    if last > start:
        yield start, last


def _closes(items: tuple[Item, ...], number: int, last: int) -> bool:
    """Whether a place that is written with a full stop ends the sentence: 'met in Washington, D.C. The Minister …', not
    'in Washington, D.C. | July 9'."""
    item = items[number - 1]
    if item.text[-1] != "." or number >= last:
        return False
    if items[number].has("month") and items[number + 1 : number + 2] and items[number + 1].text[0].isdigit():
        return False
    return items[number].has("up") and item.has_any(("city", "capital", "seat"))


def _begins(items: tuple[Item, ...], number: int, last: int, end: int) -> bool:
    """Whether a new sentence can begin after a full stop: white space, then a capital, digit or quotation mark."""
    if number >= last:
        return True
    following = items[number]
    counted = number > 1 and items[number - 2].has("numero") and following.text[0].isdigit()  # 'School No. | 12'
    return following.start > end and not following.has("low") and not counted
