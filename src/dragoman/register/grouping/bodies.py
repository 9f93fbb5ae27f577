"""What of the world a text names, in any of the languages: countries, organisations, towns.

So 中国科学院 and 'Chinese Academy of Sciences' both belong to CN; 二十国集团峰会 and 'Sommet du G20' name the G20.
"""

from __future__ import annotations

from functools import cache, lru_cache

import ahocorasick_rs

from dragoman.reference import LANGUAGES, simplified, world
from dragoman.reference.folding import fold
from dragoman.reference.names import is_chinese

_NAMING = ("country", "demonym", "body")
_HOME = "CN"


@lru_cache(maxsize=65536)
def named_in(text: str) -> frozenset[str]:
    """Codes of the countries and ids of the organisations that a text names beyond doubt, by name or seat."""
    automaton, values = _phrases()
    folded = _padded(text)
    found = automaton.find_matches_as_indexes(folded, overlapping=False)
    return frozenset(values[index] for index, start, end in found if _stands_alone(folded, start, end))


@lru_cache(maxsize=65536)
def home_of(publisher: str) -> frozenset[str]:
    """To whom a publisher belongs by its name; one with a Chinese name that tells no country is at home in China."""
    return named_in(publisher) or frozenset({_HOME} if is_chinese(publisher) else ())


@lru_cache(maxsize=65536)
def country_of(body: str) -> str | None:
    """The country that an institution's name names, if it is one alone: 'Seoul National University' has none."""
    countries = {id for id in named_in(body) if id in world().countries}
    return countries.pop() if len(countries) == 1 else None


@lru_cache(maxsize=65536)
def acts_for(affiliation: str | None) -> tuple[str | None, str | None]:
    """An affiliation in one spelling, and the country that it is or belongs to: ('CN', 'CN'), ('UNESCO', None)."""
    if not affiliation:
        return None, None
    if affiliation in world().countries:
        return affiliation, affiliation
    if affiliation in world().organisations or affiliation in world().regions:
        return affiliation, None
    return fold(simplified(affiliation)), country_of(affiliation)


@lru_cache(maxsize=65536)
def town(locality: str) -> tuple[str, bool]:
    """A locality in one spelling, and whether the reference data know it as a town: 北京 and Pékin give one answer."""
    folded = fold(simplified(locality))
    known = _towns().get(folded) or _towns().get(fold(locality.partition(",")[0]))
    return (known, True) if known else (folded, False)


@cache
def _towns() -> dict[str, str]:
    """Every name of a town, folded → its first English name, folded; the bigger of two towns of one name wins."""
    found: dict[str, str] = {}
    for city in sorted(world().cities, key=lambda city: -city.population):
        names = [name for language in LANGUAGES for name in city.names.get(language, ())]
        for name in names:
            found.setdefault(fold(name), fold(names[0]))
    return found


@cache
def _phrases() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    values: dict[str, str] = {}
    for language in LANGUAGES:
        for phrase in world().phrases(language):
            if phrase.category in _NAMING and "|" not in phrase.value:
                values.setdefault(fold(phrase.text), phrase.value)
    for seat in world().seats:
        values.setdefault(fold(seat.phrase), seat.country)
    values.pop("", None)
    automaton = ahocorasick_rs.AhoCorasick(list(values), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, list(values.values())


def _padded(text: str) -> str:
    return f" {fold(simplified(text))} "


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a phrase of letters is a word of its own; Chinese has no spaces."""
    return not text[start].isascii() or (text[start - 1] == " " and text[end] == " ")
