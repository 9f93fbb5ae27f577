"""What the name of a standing arrangement says, in whatever language, so that two names of one may be known.

'China-France High-Level Dialogue on People-to-People Exchange' and 中法高级别人文交流机制 both name CN and FR, a high
level and people-to-people exchanges. `mechanism_words.csv` holds the words of names, the vocabulary what else they are
about; words that neither knows are part of a name of its own ('Negev', 香山).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from dragoman.reference.chinese import simplified
from dragoman.reference.concepts import Vocabulary
from dragoman.reference.concepts.words import UNSPACED, words_of
from dragoman.reference.entries import LANGUAGES
from dragoman.reference.folding import fold
from dragoman.reference.load import rows, world

_NAMING = ("country", "demonym", "body", "region", "joint", "short")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|e|eme)?|[ivx]+|第.{1,3}[次届轮]?")
# Concepts that say of what sort it is, not what it is about.
_OF_THE_SORT = frozenset({"joint-commissions", "strategic-communication", "high-level-exchanges", "cooperation"})
_ONE_SORT = {"commission": "committee", "task force": "working group"}


@dataclass(frozen=True, slots=True)
class MechanismName:
    """What a name says.

    `sort` is what it is called, or else its kind, with commissions and committees as one; `about` are its subjects and
    what else tells it from others of its parties, `ranks` at what level it meets, `parties` those of its parties that
    it names, `rest` the words of which nothing is known, folded. `bare` says that it calls itself no more than a
    mechanism.
    """

    sort: str
    about: frozenset[str]
    ranks: frozenset[str]
    parties: frozenset[str]
    rest: frozenset[str]
    bare: bool


def mechanism_name(
    name: str, kind: str, language: str, parties: Iterable[str], vocabulary: Vocabulary
) -> MechanismName:
    """What a name in a language says of a mechanism of this kind with these parties."""
    parties = frozenset(parties)
    words = _words(language)
    said: dict[str, set[str]] = defaultdict(set)
    named: set[str] = set()
    others: list[str] = []
    text, at = words.spread(name), 0
    for start, end in words.spans(text):
        codes = words.named.get(text[start:end], frozenset()) & parties
        meanings = words.said.get(text[start:end], ())
        if codes or meanings:
            others.append(text[at:start])
            at = end
            named |= codes
            for role, says in meanings:
                said[role].add(says)
    about, rest = _of_others([*others, text[at:]], language, vocabulary)
    return MechanismName(
        sort=next(iter(said["sort"])) if len(said["sort"]) == 1 else _ONE_SORT.get(kind, kind),
        about=frozenset(said["firm"] | about),
        ranks=frozenset(said["rank"]),
        parties=frozenset(named),
        rest=rest,
        bare=not said["sort"],
    )


def _of_others(texts: Iterable[str], language: str, vocabulary: Vocabulary) -> tuple[set[str], frozenset[str]]:
    """The concepts that stretches of a name are about, and the words in them of which nothing is known."""
    about: set[str] = set()
    rest: set[str] = set()
    for spread in texts:
        text = " ".join(spread.split())
        left = list(text)
        for hit in vocabulary.concepts_of(text, language):
            about.add(hit.concept)
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
        rest.update(word for word in "".join(left).split() if not _says_nothing(word, language))
    return about - _OF_THE_SORT, frozenset(rest)


def _says_nothing(word: str, language: str) -> bool:
    return bool(_NUMBER.fullmatch(word)) or words_of(language).is_small(word) or (len(word) == 1 and word.isascii())


@dataclass(frozen=True)
class _Words:
    """What the words of names in a language say: `said` roles and meanings, `named` countries and bodies."""

    said: Mapping[str, Sequence[tuple[str, str]]]
    named: Mapping[str, frozenset[str]]
    automaton: ahocorasick_rs.AhoCorasick
    language: str

    def spread(self, text: str) -> str:
        """A text as the words are written here, so that each word of it begins and ends with a blank of its own."""
        return _spread(text, self.language)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where known words stand in a spread text, the longest of those that overlap."""
        for _, start, end in self.automaton.find_matches_as_indexes(text, overlapping=False):
            yield start, end


def _spread(text: str, language: str) -> str:
    folded = fold(simplified(text))
    return folded if language in UNSPACED else f" {folded.replace(' ', '  ')} "


@cache
def _words(language: str) -> _Words:
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    named: dict[str, frozenset[str]] = {}
    for says, role, *texts, _source in rows("mechanism_words.csv"):
        for text in filter(None, texts[LANGUAGES.index(language)].split("|")):
            said[_spread(text, language)].append((role, says))
    for phrase in world().phrases(language):
        if phrase.category in _NAMING:
            text = _spread(phrase.text, language)
            named[text] = named.get(text, frozenset()) | frozenset(phrase.value.split("|"))
    automaton = ahocorasick_rs.AhoCorasick([*{*said, *named}], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Words(said, named, automaton, language)
