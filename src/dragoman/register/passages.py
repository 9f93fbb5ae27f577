"""Evidence as people read it: with some of the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from dragoman.model import Evidence
from dragoman.register.rows import Passage

Fields = Mapping[Literal["text", "title"], str]

_AROUND = 60


def passages(evidence: Iterable[Evidence], fields: Fields) -> Iterator[Passage]:
    """The stretches of text and title around evidence, in order; what lies close together shares one.

    A stretch has up to 60 characters of the line before and after its evidence and is not cut inside a word (of a
    script that has spaces).
    """
    found: list[Passage] = []
    for span in sorted(evidence, key=lambda span: (span.field, span.start, span.end)):
        start, end = _around(span, fields[span.field])
        last = found[-1] if found else None
        if last and last.field == span.field and start <= last.end:
            start, end = last.start, max(end, last.end)
            found.pop()
            spans = (*last.evidence, span)
        else:
            spans = (span,)
        found.append(Passage(span.field, start, end, fields[span.field][start:end], spans))
    yield from found


def _around(span: Evidence, text: str) -> tuple[int, int]:
    line_end = text.find("\n", span.end)
    start = max(0, span.start - _AROUND, text.rfind("\n", 0, span.start) + 1)
    end = min(len(text), span.end + _AROUND, len(text) if line_end < 0 else line_end)
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return start, end
