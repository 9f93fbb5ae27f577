"""Universities, academies and schools that readouts name, to tell garbled names by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from dragoman.reference.chinese import simplified
from dragoman.reference.folding import fold
from dragoman.reference.load import rows
from dragoman.reference.name_parts import is_chinese

_SMALL = re.compile("of|the|and|for|in|at|de|d|des|du|la|le|les|l|et|en|a|aux?")
# Words that most institutions share say little about which one is meant.
_GENERAL = re.compile(
    "universit\\w*|college|institut\\w*|school|ecole|academ\\w*|national\\w*|superieur\\w*|higher|centr\\w*|faculty"
)
_GENERAL_WEIGHT = 0.5
_GARBLED = 0.99
_SAME_WORD = 0.9
# Words that only the written name has count less than those that it lacks: garbling adds more than it drops.
_ADDED_WEIGHT = 0.4


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution: `also` are other names (other languages, acronyms), `country` its ISO code or ''."""

    name: str
    also: tuple[str, ...]
    country: str
    source: str


@cache
def known_institutions() -> tuple[Institution, ...]:
    """The institutions of the package's own data."""
    return tuple(
        Institution(name, tuple(also.split("|")) if also else (), country, source)
        for name, also, country, source in rows("institutions.csv")
    )


def institution_likeness(written: str, institution: Institution) -> float:
    """How far a name as written agrees with any of an institution's: 1 for the same, about 0 for strangers."""
    return max(_likeness(written, name) for name in (institution.name, *institution.also))


@lru_cache(maxsize=100_000)
def _likeness(written: str, known: str) -> float:
    if is_chinese(written) != is_chinese(known):
        return 0.0
    if is_chinese(written):
        return ratio(simplified(written), simplified(known)) / 100
    ours, theirs = _words(written), _words(known)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    matched, left, whole = 0.0, dict(enumerate(ours)), 0.0
    for word in theirs:
        weight = _weight(word)
        whole += weight
        best = max(((_alike(word, other), at) for at, other in left.items()), default=(0.0, -1))
        if best[0] >= _SAME_WORD:
            matched += weight * best[0]
            del left[best[1]]
    added = _ADDED_WEIGHT * sum(_weight(word) for word in left.values())
    told = any(_weight(word) == 1.0 for word in theirs)
    run_together = ratio("".join(ours), "".join(theirs)) / 100
    return _GARBLED * max(
        matched / (whole + added) if told else 0.0, run_together if run_together >= _SAME_WORD else 0.0
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).split() if not _SMALL.fullmatch(word))


def _weight(word: str) -> float:
    return _GENERAL_WEIGHT if _GENERAL.fullmatch(word) else 1.0


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else JaroWinkler.normalized_similarity(one, other)
