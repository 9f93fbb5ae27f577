"""How names sound, as far as two scripts and many spellings can agree: symbols for consonants and vowels, compared.

`latin_sounds` and `syllable_sounds` put a word or a Chinese syllable into a string of sounds (name_spellings.csv,
name_characters.csv). A sound may stand for several (the letter j for three); what each stands for, what leaving it out
costs and what confusing two costs is in name_sounds.csv and name_sound_costs.csv.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.reference.load import rows

VOWELS = frozenset("aeiou")
_ACCENTED = {"ş": "sh", "š": "sh", "ś": "sh", "č": "ch", "ć": "ch", "ç": "s", "ž": "zh", "ź": "zh", "ğ": "", "ñ": "ny"}


@cache
def latin_sounds(word: str) -> str:
    """The sounds of a folded Latin word, as its spelling suggests: 'retailleau' → 'retaijo'."""
    return _sounds("latin", word)


def syllable_sounds(character: str, reading: str) -> str:
    """The sounds of a Chinese character in a foreign name, of which `reading` is the plain pinyin."""
    given = _characters().get(character)
    return _sounds("pinyin", reading) if given is None else given


def sound_spelling(word: str) -> str:
    """A word whose accented consonants are spelled out before accents are dropped: 'Şimşek' → 'shimshek'."""
    return "".join(_ACCENTED.get(char, char) for char in word)


@cache
def weight(sounds: str) -> float:
    """What leaving out a whole string of sounds would cost."""
    gaps = _gaps()
    return sum(gaps[sound] for sound in sounds)


@lru_cache(maxsize=500_000)
def sound_likeness(one: str, other: str) -> float:
    """How far two strings of sounds agree: 1 for the same, about 0 for strangers."""
    costs, gaps = _costs(), _gaps()
    above = [0.0]
    for sound in other:
        above.append(above[-1] + gaps[sound])
    for sound in one:
        gap = gaps[sound]
        left = above[0] + gap
        row = [left]
        cost_of = costs[sound]
        for column, against in enumerate(other):
            left = min(above[column] + cost_of[against], above[column + 1] + gap, left + gaps[against])
            row.append(left)
        above = row
    whole = (weight(one) + weight(other)) / 2
    return max(0.0, 1 - above[-1] / whole) if whole else 0.0


def skeletons(sounds: str) -> frozenset[str]:
    """The consonant classes of a string of sounds, in every reading: l is r, d is t, g is k; 'retaijo' → {'LT'}."""
    found = {""}
    for sound in sounds:
        choices = _classes()[sound]
        if choices != ("",):
            found = {start + choice for start in found for choice in choices}
        if len(found) > _MOST_READINGS:
            break
    return frozenset(found)


_MOST_READINGS = 64


@cache
def _characters() -> dict[str, str]:
    return {character: sounds for character, sounds, _reason in rows("name_characters.csv")}


@cache
def _spellings(script: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(p), sounds) for of, p, sounds, _reason in rows("name_spellings.csv") if of == script)


def _sounds(script: str, word: str) -> str:
    sounds, at = "", 0
    known = _gaps()
    while at < len(word):
        for pattern, given in _spellings(script):
            if (found := pattern.match(word, at)) and found.end() > at:
                sounds += given
                at = found.end()
                break
        else:
            if word[at] in known and sounds[-1:] != word[at]:
                sounds += word[at]
            at += 1
    return sounds


@cache
def _gaps() -> dict[str, float]:
    return {sound: float(gap) for sound, _, gap, _reason in rows("name_sounds.csv")}


@cache
def _stands_for() -> dict[str, tuple[str, ...]]:
    return {sound: tuple(stands.split("|")) for sound, stands, _gap, _reason in rows("name_sounds.csv")}


@cache
def _costs() -> dict[str, dict[str, float]]:
    basic: dict[tuple[str, str], float] = {}
    for a, b, figure, _reason in rows("name_sound_costs.csv"):
        basic[a, b] = basic[b, a] = float(figure)
    stands = _stands_for()

    def cost(one: str, other: str) -> float:
        if one == other:
            return 0.0
        unlike = 1.5 if (one in VOWELS) != (other in VOWELS) else 1.0
        return min(0.0 if a == b else basic.get((a, b), unlike) for a in stands[one] for b in stands[other])

    return {one: {other: cost(one, other) for other in stands} for one in stands}


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The consonant classes that a sound may be, '' for none."""
    gaps = _gaps()
    return {
        sound: tuple(dict.fromkeys([_CLASS[basic] for basic in stands] + [""] * (gaps[sound] <= _LIGHT)))
        for sound, stands in _stands_for().items()
    }


_CLASS = dict.fromkeys("aeioujh", "") | dict(zip("pbtdkgfvszxlrmn", "PPTTKKFFSSSLLMN", strict=True))
# What costs no more to leave out than this may be missing from a skeleton.
_LIGHT = 0.4
