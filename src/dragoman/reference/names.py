"""Personal names across scripts and spellings: a Latin form, keys to look them up by, and how alike two are.

阿祖莱, Azoulay and Audrey Azoulay share a key, as do 习近平 and Xi Jinping, 卡塔尔埃米尔塔米姆 and Tamim bin Hamad Al
Thani. Keys are made for finding: strangers share some. `name_likeness` decides; bench/RESULTS.md says how well.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from anyascii import anyascii

from dragoman.reference.chinese_names import across_likeness, chinese_likeness, heard, readings, romanised
from dragoman.reference.latin_names import essential, latin_likeness
from dragoman.reference.load import rows
from dragoman.reference.name_parts import Word, chinese_parts, fold_name, is_chinese, latin_words
from dragoman.reference.sounds import VOWELS, skeletons

__all__ = ["SAME", "is_chinese", "name_keys", "name_likeness", "romanise"]

SAME = 0.76
"""The likeness from which two names are taken for one person's, where nothing else is known."""

# Latin letters, accented ones too, lie below this code point.
_LATIN_END = 0x250


def romanise(name: str) -> str:
    """A name in Latin letters: a Chinese one surname first (习近平 → 'Xi Jinping'), a foreign one part by part.

    Names that are known under others (苏杰生) give those; names in Latin letters stay as they are.
    """
    if not is_chinese(name):
        return name if all(ord(char) < _LATIN_END for char in name) else anyascii(name)
    if known := _aliases().get(_plain(name)):
        return known[0]
    return " ".join(romanised(part) for part in chinese_parts(name))


@lru_cache(maxsize=50_000)
def name_keys(name: str) -> frozenset[str]:
    """What a name can be looked up by: consonant classes of its words, whole spellings behind '='. May be empty."""
    keys: set[str] = set()
    for form in _forms(name):
        if is_chinese(form):
            for part in chinese_parts(form):
                keys |= _chinese_keys(part)
        else:
            keys |= _latin_keys(latin_words(form))
    return frozenset(keys)


@lru_cache(maxsize=200_000)
def name_likeness(a: str, b: str) -> float:
    """How far two names agree, 0 to 1: 1 for the same name, about 0.95 for a surname and a full name that holds it.

    From `SAME` on they are taken for one person's where nothing else is known; with post, country and date in common
    less is enough. Symmetric.
    """
    if a > b:
        a, b = b, a
    return max(_likeness(x, y) for x in _forms(a) for y in _forms(b))


def _likeness(a: str, b: str) -> float:
    if is_chinese(a) and is_chinese(b):
        return chinese_likeness(chinese_parts(a), chinese_parts(b))
    if is_chinese(b):
        a, b = b, a
    if is_chinese(a):
        return across_likeness(chinese_parts(a), latin_words(b))
    return latin_likeness(latin_words(a), latin_words(b))


def _latin_keys(words: Sequence[Word]) -> set[str]:
    told = essential(words)
    keys = {key for word in told for key in _keys_of(word.sounds)}
    for first, second in pairwise(words):
        keys |= _keys_of(first.sounds + second.sounds)
    run = ""
    for word in words:
        run += word.sounds
        if not word.optional:
            keys |= _keys_of(run)
            run = ""
    keys.add("=" + "".join(sorted(word.text for word in told)))
    return keys


def _chinese_keys(part: str) -> set[str]:
    return _keys_of(heard(part)) | {"=" + "".join(sorted(reading)) for reading in readings(part)}


def _keys_of(sounds: str) -> set[str]:
    """Skeletons of two consonants or more; a shorter one has the first vowel behind it."""
    vowel = next((sound for sound in sounds if sound in VOWELS), "")
    return {skeleton if len(skeleton) > 1 else skeleton + vowel for skeleton in skeletons(sounds)} - {""}


@lru_cache(maxsize=50_000)
def _forms(name: str) -> tuple[str, ...]:
    """The name and those that it is known to stand for."""
    return (name, *_aliases().get(_plain(name), ()))


def _plain(name: str) -> str:
    return "".join(chinese_parts(name)) if is_chinese(name) else fold_name(name)


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, _language, also, _source in rows("name_aliases.csv"):
        key = _plain(name)
        found[key] = (*found.get(key, ()), also)
    return found
