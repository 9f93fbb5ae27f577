"""Which topics and points of two sides are about the same, in whatever language: by their concepts.

A concept tells the more the fewer of the things said carry it; one that is general in itself tells little. In one
language shared words tell too, and so do numbers and names in Latin letters in any.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from dragoman.answers.compare.comparison import Fact, Said, Subject, Telling
from dragoman.answers.compare.material import Material
from dragoman.answers.compare.parts import parts
from dragoman.model import Evidence
from dragoman.reference.concepts import Vocabulary
from dragoman.reference.mechanisms import mechanism_name

# The sort of a standing arrangement and its subjects.
Arrangement = tuple[str, frozenset[str]]

BINDING = ("agreed", "signed")

# From this weight on, what two sides say is about the same; for words that no topic or point holds, more is asked.
_SAME = 0.65
_SAME_MENTION = 0.95
_GENERAL = 0.35
_BROADER = 0.5
_ALIKE_WORDS = 62
_SAID_BESIDES = 0.3
# Where less is said, a concept of both sides would look like one that everybody speaks of.
_FEW = 15
_SIGN = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d.,]*\d|[A-Z]{3,}")
_SIGN_WEIGHT = 0.6
# What two sides call a forum on education is that, whatever else they call so.
_ONE_ARRANGEMENT = 0.7
_LAST = (sys.maxsize, 0)
_CHINESE = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True)
class Weights:
    """How telling each concept is among all that is said in a comparison."""

    vocabulary: Vocabulary
    counts: Counter[str]
    total: int
    arrangements: Mapping[Said, Arrangement]

    @classmethod
    def of(cls, materials: Sequence[Material], vocabulary: Vocabulary) -> Weights:
        """Weights from everything that the sides say."""
        said = [one for side in materials for one in side.said]
        counts = Counter(concept for one in said for concept in one.concepts)
        named = {one: _arrangement(one, side.side.language, vocabulary) for side in materials for one in side.said}
        found = {one: arrangement for one, arrangement in named.items() if arrangement is not None}
        return cls(vocabulary, counts, max(len(said), _FEW), found)

    def weight(self, concept: str) -> float:
        """From about 0.1 (everybody speaks of it, and it is general) to 1 (hardly anybody does)."""
        rarity = math.log((self.total + 2) / (self.counts[concept] + 0.5)) / math.log(self.total + 2)
        return max(0.1, min(1.0, rarity * 1.6)) * (_GENERAL if is_general(concept, self.vocabulary) else 1.0)

    def likeness(self, one: Said, other: Said, same_language: bool) -> float:
        """How surely two things said are about the same: `_SAME` and more if they are."""
        shared = set(one.concepts) & set(other.concepts)
        weight = sum(self.weight(concept) for concept in shared)
        weight += _BROADER * sum(self.weight(c) for c in self._related(one, other, shared))
        weight += _SIGN_WEIGHT * len(_signs(one.text) & _signs(other.text))
        if one in self.arrangements and self.arrangements[one] == self.arrangements.get(other):
            weight += _ONE_ARRANGEMENT
        if same_language:
            weight += _alike(one.text, other.text)
        return weight

    def _related(self, one: Said, other: Said, shared: set[str]) -> Iterator[str]:
        """Concepts of one that are right below or above those of the other."""
        for concept in one.concepts:
            for there in other.concepts:
                if concept in shared or there in shared:
                    continue
                if self._above(concept) == there or self._above(there) == concept:
                    yield min(concept, there, key=self.weight)

    def _above(self, concept: str) -> str | None:
        known = self.vocabulary.concepts.get(concept)
        return known.broader if known else None


def _arrangement(said: Said, language: str, vocabulary: Vocabulary) -> Arrangement | None:
    """What sort of standing arrangement something said is about, and on which subjects; None if on none."""
    name = mechanism_name(said.text, "", language, (), vocabulary)
    return (name.sort, name.about) if name.sort and name.about else None


def is_general(concept: str, vocabulary: Vocabulary) -> bool:
    """Whether a concept alone does not tell what is spoken of."""
    above = vocabulary.broader(concept)
    return not above or above == ("diplomacy",) or "bilateral-relations" in (concept, *above)


def _alike(one: str, other: str) -> float:
    """What the words of two sayings in one language add, 0 to 1."""
    alike = token_set_ratio(_words(one), _words(other), score_cutoff=_ALIKE_WORDS)
    return max(0.0, (alike - _ALIKE_WORDS) / (100 - _ALIKE_WORDS))


@lru_cache(maxsize=16384)
def _words(text: str) -> str:
    """What is compared as words: in Chinese every two characters, for it has no spaces."""
    folded = text.casefold()
    return " ".join(folded[at : at + 2] for at in range(len(folded) - 1)) if _CHINESE.search(folded) else folded


@lru_cache(maxsize=16384)
def _signs(text: str) -> frozenset[str]:
    return frozenset(_SIGN.findall(text))


@dataclass(frozen=True)
class Match:
    """Something said on a side, and for each side what it says of the same, likest first; () for its own side.

    Words that are no topic or point stand in `others` only where there is nothing else. `fits` has them all, each with
    how well it fits: what is equally alike may differ in what it says besides.
    """

    side: int
    said: Said
    others: tuple[tuple[Said, ...], ...]
    fits: tuple[tuple[tuple[Said, float], ...], ...]


def matches(sides: Sequence[Material], vocabulary: Vocabulary) -> list[Match]:
    """Everything that the sides say, each with what the others say of the same."""
    weights = Weights.of(sides, vocabulary)
    return [_match(number, said, sides, weights) for number, ours in enumerate(sides) for said in ours.said]


def _match(number: int, said: Said, sides: Sequence[Material], weights: Weights) -> Match:
    alike = [_alike_in(said, sides[number], theirs, weights) for theirs in sides]
    others = ([one for one, _ in some if not one.mention] or [one for one, _ in some] for some in alike)
    fits = (tuple((one, likeness + _SAID_BESIDES * _in_common(said, one)) for one, likeness in some) for some in alike)
    return Match(number, said, tuple(map(tuple, others)), tuple(fits))


def _alike_in(said: Said, ours: Material, theirs: Material, weights: Weights) -> list[tuple[Said, float]]:
    """What another side says of the same with how alike it is, likest first."""
    if theirs is ours:
        return []
    same_language = ours.side.language == theirs.side.language
    ranked = [(other, weights.likeness(said, other, same_language)) for other in (*theirs.said, *theirs.mentions)]
    found = [(other, likeness) for other, likeness in ranked if likeness >= (_SAME_MENTION if other.mention else _SAME)]
    return sorted(found, key=lambda one: (-one[1], one[0].start, one[0].end))


def _in_common(one: Said, other: Said) -> float:
    """Which part of the concepts of two things said is of both, 0 to 1."""
    both = set(one.concepts) | set(other.concepts)
    return len(set(one.concepts) & set(other.concepts)) / len(both) if both else 0.0


def shared(matched: Sequence[Match]) -> list[Subject]:
    """What several sides speak of, in the order of the texts; each thing said is in one of them, where it fits best."""
    pairs = [
        (match.side, match.said, number, other, fit)
        for match in matched
        for number, some in enumerate(match.fits)
        for other, fit in some
    ]
    pairs.sort(key=lambda pair: (pair[3].mention, -pair[4], pair[0], _place(pair[1]), pair[2], _place(pair[3])))
    rows: dict[tuple[int, Said], dict[int, Said]] = {}
    for side, said, number, other, _ in pairs:
        one, two = rows.get((side, said), {side: said}), rows.get((number, other), {number: other})
        if not one.keys() & two.keys():
            together = one | two
            rows |= dict.fromkeys(together.items(), together)
    count = len(matched[0].others) if matched else 0
    whole = {id(row): row for row in rows.values()}
    found = [tuple(row.get(number) for number in range(count)) for row in whole.values()]
    return [_subject(row) for row in sorted(found, key=lambda row: [(_place(said) if said else _LAST) for said in row])]


def _place(said: Said) -> tuple[int, int]:
    return said.start, said.end


def _subject(said: Sequence[Said | None]) -> Subject:
    concepts = Counter(concept for one in said if one for concept in dict.fromkeys(one.concepts))
    return Subject(tuple(concept for concept, times in concepts.items() if times > 1), tuple(said))


def alone(
    matched: Sequence[Match], rows: Sequence[Subject], sides: Sequence[Material], vocabulary: Vocabulary
) -> tuple[tuple[Said, ...], ...]:
    """What each side alone speaks of: what no other says the like of, and parts of the rest that no other names.

    What it alone calls agreed or signed is so too, where all that is like it is said of something else.
    """
    named = [{concept for said in (*side.said, *side.mentions) for concept in said.concepts} for side in sides]
    placed = _placed(rows)
    found: list[tuple[Said, ...]] = []
    for number, ours in enumerate(sides):
        elsewhere = set().union(*named[:number], *named[number + 1 :])
        some: list[Said] = []
        for match in (match for match in matched if match.side == number):
            whole = not any(match.others) or (match.said.act in BINDING and not _spoken_of(match, placed))
            some += [match.said] if whole else _alone(match.said, ours.side.language, elsewhere, vocabulary)
        found.append(tuple(some))
    return tuple(found)


def _alone(said: Said, language: str, elsewhere: set[str], vocabulary: Vocabulary) -> list[Said]:
    found = parts(said, language, vocabulary)
    return [part for part in found if part.concepts and elsewhere.isdisjoint(part.concepts)]


def commitments(matched: Sequence[Match], rows: Sequence[Subject]) -> Iterator[tuple[bool, Fact]]:
    """What a side tells as agreed or signed and another speaks of too, with whether that one tells it so as well."""
    seen: set[Said] = set()
    placed = _placed(rows)
    for match in matched:
        others = _spoken_of(match, placed)
        if match.said.act in BINDING and others and match.said not in seen:
            row = [_most_binding(some) for some in others]
            row[match.side] = match.said
            seen.update(said for said in row if said and said.act in BINDING)
            agrees = all(said.act in BINDING for said in row if said)
            yield agrees, Fact("status of commitment", tuple(map(_telling, row)))


def _placed(rows: Sequence[Subject]) -> dict[Said, Subject]:
    return {said: row for row in rows for said in row.said if said}


def _spoken_of(match: Match, placed: Mapping[Said, Subject]) -> tuple[tuple[Said, ...], ...]:
    """What others say of the same, without what is said of something that fits it better; () if nothing is left."""
    row = placed.get(match.said)
    left = tuple(tuple(one for one in some if one not in placed or placed[one] is row) for some in match.others)
    return left if any(left) else ()


def _most_binding(said: Sequence[Said]) -> Said | None:
    """The likest of what binds, or else the likest at all."""
    return next((one for one in said if one.act in BINDING), next(iter(said), None))


def _telling(said: Said | None) -> Telling | None:
    """'agreed: …'; what is only a topic was discussed."""
    if said is None:
        return None
    act = said.act or ("mentioned" if said.mention else "discussed")
    return Telling(f"{act}: {said.text}", (Evidence(said.start, said.end, said.text),))
