"""What one says in one breath, in its parts: 'student mobility, visas and joint laboratories'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.answers.compare.comparison import Said
from dragoman.reference.concepts import Vocabulary
from dragoman.reference.concepts.words import UNSPACED, words_of

_MARKS = r"[;；，、：。]|[,:](?!\d)"


def parts(said: Said, language: str, vocabulary: Vocabulary) -> list[Said]:
    """The parts of something said between commas and 'and', each with the concepts that it names.

    A part that names none goes with the one before it, or else behind it.
    """
    hits = vocabulary.concepts_of(said.text, language)
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end in _between(said.text, language, [(hit.start, hit.end) for hit in hits]):
        concepts = tuple(dict.fromkeys(hit.concept for hit in hits if start <= hit.start < end))
        if found and not (concepts and found[-1][2]):
            start, _, before = found.pop()
            concepts = before or concepts
        found.append((start, end, concepts))
    return [
        replace(said, text=said.text[start:end], start=said.start + start, end=said.start + end, concepts=concepts)
        for start, end, concepts in found
    ]


def _between(text: str, language: str, labels: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the stretches between joints lie, without blanks around them; what joins words of a label is no joint."""
    at = 0
    for joint in _joints(language).finditer(text):
        if not any(start < joint.end() and joint.start() < end for start, end in labels):
            yield from _bare(text, at, joint.start())
            at = joint.end()
    yield from _bare(text, at, len(text))


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end].strip()
    if words:
        first = text.index(words, start)
        yield first, first + len(words)


@cache
def _joints(language: str) -> re.Pattern[str]:
    breaks = "|".join(map(re.escape, sorted(words_of(language).breaks, key=len, reverse=True)))
    if language not in UNSPACED:
        breaks = rf"\b(?:{breaks})\b"
    return re.compile(rf"{_MARKS}|{breaks}" if words_of(language).breaks else _MARKS, re.IGNORECASE)
