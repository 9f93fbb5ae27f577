"""Finds the labels of concepts in a text of one language, in one automaton pass over the folded text.

A label is found whole, or by its content words close together in any order and form: 'digital transformation of
education' also in 'education systems’ digital transformation'. Of what overlaps, the longest counts; a phrase that is
apart ('business climate') keeps the labels inside it from being found and gives no concept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import ahocorasick_rs

from dragoman.reference.concepts.entries import Concept, ConceptHit
from dragoman.reference.concepts.words import UNSPACED, first_form, forms, words_of
from dragoman.reference.folding import fold_in_place

Span = tuple[int, int]

# So many other words may stand between those of a label, fewer where it is turned round ('trust that is political');
# in unspaced text, so many characters.
_WORDS_BETWEEN = 2
_WORDS_BETWEEN_TURNED = 1
_CHARACTERS_BETWEEN = 6
# Words that have more than this between them are not looked at closer.
_FAR = 48
_PARTS_THE_TEXT = re.compile(r"[^\w\s'’‘\-‐‑–«»“”\"《》]|\n")
_NEXT_WORD = re.compile(r"[ \-]([^\W_]+)")
_APART = ""


@dataclass(slots=True)
class _Meaning:
    """What a pattern stands for: the concept of a label that it is, and the content words that it is a form of.

    `capitals` and `parts_in_capitals` hold for a text that shows capitals: 'AI' is not the 'ai' of 'j’ai'.
    """

    concept: str | None = None
    capitals: str | None = None
    parts: list[int] = field(default_factory=list)
    parts_in_capitals: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Scattered:
    """A label as content words, by number, in its order; `rarest` is the index of that which the fewest labels have."""

    concept: str
    parts: tuple[int, ...]
    rarest: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may name a concept (`_APART` for none): `weight` characters in `pieces`."""

    concept: str
    pieces: tuple[Span, ...]
    weight: int


class Finder:
    """Every label of some concepts in one language, compiled once; immutable afterwards."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        self._spaced = language not in UNSPACED
        self._language = language
        self._words = words_of(language)
        meanings: defaultdict[str, _Meaning] = defaultdict(_Meaning)
        numbers: dict[tuple[str, bool], int] = {}
        labels: dict[tuple[str, tuple[int, ...]], None] = {}
        for label, concept in _labels(tuple(concepts), language):
            parts = self._parts(label)
            if self._spaced or len(parts) == 1:
                _stands_for(meanings[fold_in_place(label)], concept, label.isupper())
            if len(parts) > 1:
                labels[concept, tuple(numbers.setdefault(part, len(numbers)) for part in parts)] = None
            elif self._spaced and not label.isupper() and concept != _APART:
                for form in forms(fold_in_place(label), language):
                    _stands_for(meanings[form], concept, False)
        for (text, capitals), number in numbers.items():
            for form in forms(text, language) if self._spaced and not capitals else (text,):
                meaning = meanings[form]
                (meaning.parts_in_capitals if capitals else meaning.parts).append(number)
        self._scattered = _by_rarest_part(labels)
        self._meanings = tuple(meanings.values())
        blank = " " if self._spaced else ""
        self._automaton = ahocorasick_rs.AhoCorasick([blank + pattern + blank for pattern in meanings])

    def find(self, text: str) -> tuple[ConceptHit, ...]:
        """The concepts that a text names, in text order; several hits of one concept stay several."""
        candidates, parts = self._matches(text)
        candidates += self._gathered(text, parts)
        candidates.sort(key=lambda one: (-one.weight, len(one.pieces), one.pieces))
        hits = [
            ConceptHit(one.concept, one.pieces[0][0], one.pieces[-1][1])
            for one in _chosen(candidates, text)
            if one.concept != _APART
        ]
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.concept)))

    def _matches(self, text: str) -> tuple[list[_Candidate], dict[int, list[Span]]]:
        """Labels found whole, and where each content word of the others stands."""
        # A blank is put around the text, as one stands at both ends of a pattern.
        edges = 2 if self._spaced else 0
        folded = f" {fold_in_place(text)} " if edges else fold_in_place(text)
        wholes: list[_Candidate] = []
        parts: dict[int, list[Span]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            meaning = self._meanings[number]
            span = (start, end - edges)
            concept = meaning.concept
            if (meaning.capitals is not None or meaning.parts_in_capitals) and text[start : span[1]].isupper():
                concept = meaning.capitals if meaning.capitals is not None else concept
                for part in meaning.parts_in_capitals:
                    parts.setdefault(part, []).append(span)
            if concept is not None:
                wholes.append(_Candidate(concept, (span,), span[1] - start))
            for part in meaning.parts:
                parts.setdefault(part, []).append(span)
        return wholes, parts

    def _gathered(self, text: str, found: dict[int, list[Span]]) -> Iterator[_Candidate]:
        """Labels whose content words all stand close together."""
        for part, places in found.items():
            for label in self._scattered.get(part, ()):
                if all(other in found for other in label.parts):
                    for place in places:
                        pieces = self._around(text, place, label, found)
                        if pieces:
                            yield _Candidate(label.concept, pieces, sum(end - start for start, end in pieces))

    def _around(self, text: str, place: Span, label: _Scattered, found: dict[int, list[Span]]) -> tuple[Span, ...]:
        """The rarest word's place with the nearest of each other word, in text order; empty if something parts them."""
        start, end = place
        pieces: list[Span] = []
        for number, part in enumerate(label.parts):
            nearest = place
            if number != label.rarest:
                free = [(max(one[0] - end, start - one[1]), one) for one in found[part]]
                gap, nearest = min((one for one in free if one[0] >= 0), default=(_FAR, place))
                if gap >= _FAR or nearest in pieces:
                    return ()
            pieces.append(nearest)
        ordered = sorted(pieces)
        between = [text[left[1] : right[0]] for left, right in pairwise(ordered)]
        turned = ordered != pieces
        if (turned and self._goes_on(text, ordered[-1][1])) or not self._close(between, turned):
            return ()
        return tuple(ordered)

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether the last word describes another that follows: 'cooperation on regional | issues'."""
        following = _NEXT_WORD.match(text, end) if self._spaced else None
        return following is not None and not self._words.is_small(fold_in_place(following[1]))

    def _close(self, between: Sequence[str], turned: bool) -> bool:
        if all(gap in ("", " ") for gap in between):
            return True
        if any(_PARTS_THE_TEXT.search(gap) for gap in between):
            return False
        if not self._spaced:
            gap = "".join(between)
            return len(gap) <= _CHARACTERS_BETWEEN and not any(word in gap for word in self._words.breaks)
        words = [word for gap in between for word in fold_in_place(gap).split()]
        others = sum(word not in self._words.links for word in words)
        most = _WORDS_BETWEEN_TURNED if turned else _WORDS_BETWEEN
        return others <= most and not any(word in self._words.breaks for word in words)

    def _parts(self, label: str) -> tuple[tuple[str, bool], ...]:
        """The content words of a label, each once in its first form, and whether it is an abbreviation.

        Where words are not spaced, they are what blanks separate.
        """
        if not self._spaced:
            return tuple((fold_in_place(word), word.isupper()) for word in label.split())
        if " " not in label:  # 'savoir-faire' is not 'faire savoir'
            return ((fold_in_place(label), label.isupper()),)
        words = zip(fold_in_place(label).split(), re.split(r"[\W_]+", label), strict=False)
        content = [(word, shown) for word, shown in words if not self._words.is_small(word)]
        found = ((first_form(word, self._language), len(shown) > 1 and shown.isupper()) for word, shown in content)
        return tuple(dict.fromkeys(found))


def _labels(concepts: Sequence[Concept], language: str) -> Iterator[tuple[str, str]]:
    """The labels of all concepts, and the phrases apart; these first, so that they win."""
    for concept in concepts:
        for phrase in concept.apart.get(language, ()):
            yield phrase, _APART
    for concept in concepts:
        for label in concept.texts(language):
            yield label, concept.id


def _stands_for(meaning: _Meaning, concept: str, capitals: bool) -> None:
    """Give a pattern a concept, unless it has one."""
    if capitals:
        meaning.capitals = concept if meaning.capitals is None else meaning.capitals
    else:
        meaning.concept = concept if meaning.concept is None else meaning.concept


def _by_rarest_part(labels: Iterable[tuple[str, tuple[int, ...]]]) -> dict[int, tuple[_Scattered, ...]]:
    """Labels by that content word which the fewest labels have: others are looked for only where it is found."""
    labels = tuple(labels)
    counts = Counter(part for _, parts in labels for part in parts)
    found: defaultdict[int, list[_Scattered]] = defaultdict(list)
    for concept, parts in labels:
        rarest = min(parts, key=lambda part: (counts[part], part))
        found[rarest].append(_Scattered(concept, parts, parts.index(rarest)))
    return {part: tuple(some) for part, some in found.items()}


def _chosen(candidates: Iterable[_Candidate], text: str) -> Iterator[_Candidate]:
    """Of what overlaps, what comes first; scattered words may share some of theirs with others, but not all."""
    taken: list[Span] = []
    free = [char.isalnum() for char in text]
    for candidate in candidates:
        whole = candidate.pieces[0] if len(candidate.pieces) == 1 else None
        if whole and any(whole[0] < other[1] and other[0] < whole[1] for other in taken):
            continue
        if not any(any(free[start:end]) for start, end in candidate.pieces):
            continue
        for start, end in candidate.pieces:
            free[start:end] = [False] * (end - start)
        if whole:
            taken.append(whole)
        yield candidate
