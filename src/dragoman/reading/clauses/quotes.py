"""Direct speech: which parts of a sentence stand between quotation marks, and whether a quotation goes on."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element

OPENING = frozenset("“«「『„")
CLOSING = frozenset("”»」』")


class Quotation:
    """Follows quotation marks through a paragraph."""

    def __init__(self) -> None:
        self.open = False
        self._paragraph = -1

    def parts(self, elements: list[Element], paragraph: int) -> list[tuple[int, int]]:
        """The ranges of elements of one sentence that are quoted, marks left out. A paragraph ends what is open."""
        if paragraph != self._paragraph:
            self.open, self._paragraph = False, paragraph
        found: list[tuple[int, int]] = []
        start = 0
        for index, element in enumerate(elements):
            mark = element.item.text[0] if element.item and element.has("quote") else ""
            if not mark or _within_word(elements, index):
                continue
            if self.open and (mark in CLOSING or mark not in OPENING):
                found.append((start, index))
                self.open = False
            elif not self.open and mark not in CLOSING:
                start, self.open = index + 1, True
        if self.open:
            found.append((start, len(elements)))
        return found


def _within_word(elements: list[Element], index: int) -> bool:
    """Whether a mark stands between letters, without spaces: a slip of the pen."""
    return (
        0 < index < len(elements) - 1
        and elements[index - 1].end == elements[index].start
        and elements[index].end == elements[index + 1].start
        and not any(elements[n].has("stop") or elements[n].has("comma") for n in (index - 1, index + 1))
    )


def closes_quotation(elements: list[Element], index: int) -> bool:
    """Whether an element is a quotation mark that closes; of straight ones every second does."""
    element = elements[index]
    if element.item is None or not element.has("quote"):
        return False
    mark = element.item.text[0]
    if mark in CLOSING or mark in OPENING:
        return mark in CLOSING
    return sum(e.has("quote") for e in elements[: index + 1]) % 2 == 0


def direct_parts(elements: list[Element], quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quoted parts that are direct speech; after '…, he said, | "…' the quotation goes on."""
    found: list[tuple[int, int]] = []
    for part in quoted:
        goes_on = found and part[1] - part[0] > 1 and elements[part[0] - 2].has("comma")
        if is_direct(elements, part) or goes_on:
            found.append(part)
    return found


def is_direct(elements: list[Element], part: tuple[int, int]) -> bool:
    """Whether a quoted part opens its sentence and is more than a word or two: direct speech, not a quoted phrase."""
    return part[0] <= 1 and part[1] - part[0] >= 4
