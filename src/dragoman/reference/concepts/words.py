"""Words as labels are compared by: which forms one has, and which words join or part what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.reference.folding import fold_in_place
from dragoman.reference.load import rows

# Where words are written without spaces, a blank in a label stands between parts that may stand apart in a text.
UNSPACED = frozenset({"zh"})

_SHORTEST = 4


@dataclass(frozen=True)
class Words:
    """What the data file says of the words of one language, folded.

    No label lives on `links` ('of', 'field'), `small` ('to', 'with') or `breaks` ('and'); between the words of a label
    links count for nothing, and a break parts them.
    """

    links: frozenset[str]
    small: frozenset[str]
    breaks: frozenset[str]
    other_forms: Mapping[str, str]

    def is_small(self, word: str) -> bool:
        """Whether a word says nothing itself."""
        return word in self.links or word in self.small or word in self.breaks


@cache
def words_of(language: str) -> Words:
    """The words of a language that join or part phrases, and forms that no rule gives."""
    kinds: dict[str, set[str]] = {"link": set(), "small": set(), "break": set()}
    forms: dict[str, str] = {}
    for lang, kind, text, form, _source in rows("concept_words.csv"):
        if lang == language and kind in kinds:
            kinds[kind].add(fold_in_place(text))
        elif lang == language:
            one, other = fold_in_place(text), fold_in_place(form)
            forms |= {one: other, other: one}
    return Words(frozenset(kinds["link"]), frozenset(kinds["small"]), frozenset(kinds["break"]), forms)


@lru_cache(maxsize=16384)
def forms(word: str, language: str) -> tuple[str, ...]:
    """A folded word in singular and plural and in its other spellings, sorted: 'studies' → studies, study."""
    known = words_of(language).other_forms.get(word)
    found = {word, known or word}
    if len(word) >= _SHORTEST and word.isalpha():
        for form in tuple(found):
            found.update(_french(form) if language == "fr" else _english(form))
    return tuple(sorted(found))


def first_form(word: str, language: str) -> str:
    """The form that all forms of a word share, for comparing."""
    return forms(word, language)[0]


def _english(word: str) -> Iterator[str]:
    one = word
    if word.endswith("ies"):
        one = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        one = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        one = word[:-1]
    many = one + "s"
    if one.endswith(("s", "x", "z", "ch", "sh")):
        many = one + "es"
    elif one.endswith("y") and one[-2] not in "aeiou":
        many = one[:-1] + "ies"
    yield from (one, many)
    for form in (one, many):
        if "iz" in form or "is" in form:
            yield re.sub(r"iz(?=ation|e|ing)", "is", form)
            yield re.sub(r"is(?=ation|e[ds]?$|ing$)", "iz", form)


def _french(word: str) -> Iterator[str]:
    one = word
    if word.endswith("aux"):
        yield word[:-3] + "al"
    elif word.endswith(("s", "x")) and not word.endswith(("ss", "us")):
        one = word[:-1]
    yield one
    yield one[:-1] + "ux" if one.endswith("al") else one + ("x" if one.endswith(("eau", "eu")) else "s")
