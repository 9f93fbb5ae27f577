"""What kinds of posts the words of a post say: 'Deputy Prime Minister and Foreign Minister', 副总理兼外长."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.reference.chinese import simplified
from dragoman.reference.folding import fold
from dragoman.reference.load import rows, world
from dragoman.reference.name_parts import is_chinese

_STATES = frozenset({"former", "elect", "acting"})
# A comma may stand inside the name of an office, but not before another office.
_OFFICE = r"(?:the )?(?:foreign|prime|deputy|first|vice|crown|minister|president|king|secretary|director|head)\b"
_JOINTS = re.compile(
    rf"兼|、|，|,\s*(?={_OFFICE})| and (?={_OFFICE})| & (?={_OFFICE})| et (?=ministre|président|premier)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PostKinds:
    """The kinds of a post, in the order in which its words say them (see `tenures.POSTS`).

    `current` is false for a former or future holder ('former Prime Minister', 'President-elect'). `whole` says that the
    words say nothing besides: 'President', but not 'President and CEO' or 桑给巴尔总统.
    """

    kinds: tuple[str, ...]
    current: bool
    whole: bool


@lru_cache(maxsize=20_000)
def post_kinds(post: str, of: str | None) -> PostKinds:
    """The kinds of a post of a country (its code), of a body, or of what is unknown (then as of a country)."""
    of_body = of is not None and of not in world().countries
    kinds: list[str] = []
    states: set[str] = set()
    whole = True
    for part in _JOINTS.split(post):
        rest = fold(part)
        for pattern, countries, of_country_kinds, of_body_kinds in _patterns():
            if countries and of not in countries:
                continue
            found = pattern.search(rest)
            if found is None:
                continue
            said = of_body_kinds if of_body else of_country_kinds
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
            if said and said[0] in _STATES:
                states.add(said[0])
                continue
            kinds += [kind for kind in said if kind not in kinds]
            break
        whole = whole and not rest.strip()
    return PostKinds(tuple(kinds), not states & {"former", "elect"}, whole)


def title_overlap(one: str, other: str) -> float:
    """How many of the words of two titles are the same, of those in the shorter one, in English: 0 to 1."""
    a, b = _english(one), _english(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=20_000)
def _english(title: str) -> frozenset[str]:
    """The words of a title, those of other languages in English as far as title_words.csv tells."""
    words: set[str] = set()
    if is_chinese(title):
        rest = simplified(title)
        for text, english in _title_words("zh"):
            if text in rest:
                words.update(english.split())
                rest = rest.replace(text, " ")
        return frozenset(words)
    french = dict(_title_words("fr"))
    for word in fold(title).split():
        words.update(french.get(word, word).split())
    return frozenset(words - _SMALL)


_SMALL = frozenset(
    {*("of", "for", "and", "the", "to", "in", "s"), *("de", "la", "le", "du", "des", "d", "l", "et", "au")}
)


@cache
def _title_words(language: str) -> tuple[tuple[str, str], ...]:
    """Folded words of titles with their English ones, longest first."""
    found = [(fold(text), fold(english)) for text, of, english, _source in rows("title_words.csv") if of == language]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


_Pattern = tuple[re.Pattern[str], frozenset[str], tuple[str, ...], tuple[str, ...]]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        (re.compile(pattern), frozenset(_cell(countries)), _cell(of_country), _cell(of_body))
        for pattern, countries, of_country, of_body, _reason in rows("post_kinds.csv")
    )


def _cell(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
