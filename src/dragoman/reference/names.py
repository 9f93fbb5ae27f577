"""How much two names of persons are alike: across spellings, orders of given name and surname, and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from dragoman.reference.chinese import simplified
from dragoman.reference.folding import fold
from dragoman.reference.sounds import all_syllables, readings, sound_of_latin, sounds_of_chinese

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_BREAKS = re.compile(r"[·•・‧.\-－—\s]+")
# Titles and additions are no part of a name; particles are, but say nothing about whose it is.
_TITLE = re.compile("jr|sr|[dm]r|mrs|ms|mme|prof|hon|shri|smt")
_PARTICLE = re.compile("al|el|bin|ibn|ben|d[aeiou]|l[ae]|van|von|de[nr]")
# In a shorter name they may be a surname: Du Wei.
_WITH_PARTICLES = 3
# A given name alone ('Joko' for Joko Widodo), or words out of the middle, name a person less often than a surname.
_GIVEN_ALONE, _MIDDLE_ALONE = 0.92, 0.88
# What surname and given name weigh where both names have both.
_SURNAME, _GIVEN = 0.4, 0.6
_SURNAME_BY_SOUND, _GIVEN_BY_SOUND = 0.65, 0.35
_BY_SOUND = 0.95
# Other spellings than pinyin (Kuan for Guan) differ by a letter or two; other names have another syllable.
_SAME_SPELLING = 0.88
_SAME_SOUND = 0.93
_OTHER_SYLLABLES = 0.6
# Shorter words sound alike by chance.
_LONG_WORD = 5
_LONGEST_CHINESE = 3
_LONGEST_SYLLABLE = len("zhuang")


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return bool(_CHINESE.search(name))


@lru_cache(maxsize=65536)
def name_likeness(first: str, second: str) -> float:
    """From 0 (nothing alike) to 1 (one name, or one a part of the other), the same in either order.

    Two Latin names, or two Chinese ones, are one person's from about 0.8 on; a Chinese and a Latin one, which are
    compared by their sound, from about 0.7 on where the two are of one country. How telling a likeness is depends on
    the names: 'Xi' fits 'Xi Jinping' fully.
    """
    first, second = sorted((first, second), key=is_chinese)
    if not is_chinese(second):
        return _latin(_telling(_words(first)), _telling(_words(second)))
    if is_chinese(first):
        return _chinese(simplified(first), simplified(second))
    return _across(simplified(second), _words(first))


def _words(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    return tuple(word for word in words if not _TITLE.fullmatch(word)) or tuple(words)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) < _WITH_PARTICLES:
        return words
    return tuple(word for word in words if not _PARTICLE.fullmatch(word)) or words


def _latin(first: Sequence[str], second: Sequence[str]) -> float:
    if len(first) > len(second):
        first, second = second, first
    if not first:
        return 0.0
    if len(first) == 1:
        *others, last = second
        parts = (_GIVEN_ALONE * _word(first[0], other) for other in others)
        return max(_word(first[0], last), _word(first[0], "".join(second)), *parts)
    heard = sound_of_latin("".join(second))
    turns = ("".join((*first[turn:], *first[:turn])) for turn in range(len(first)))
    turned = max(ratio(sound_of_latin(turn), heard) for turn in turns) / 100
    return max(turned if turned >= _SAME_SOUND else 0.0, _by_parts(first, second))


def _by_parts(first: Sequence[str], second: Sequence[str]) -> float:
    """Surname against surname and given names against given names, wherever each name has its surname."""
    best = 0.0
    for a in {0, len(first) - 1}:
        for b in {0, len(second) - 1}:
            given = (_given(one, other) for one in _without(first, a) for other in _without(second, b))
            best = max(best, _word(first[a], second[b]) * (_SURNAME + _GIVEN * max(given, default=0.0)))
    return best


def _without(words: Sequence[str], place: int) -> list[str]:
    return [word for index, word in enumerate(words) if index != place]


def _word(first: str, second: str) -> float:
    spelled = ratio(first, second) / 100
    if spelled == 1 or min(len(first), len(second)) < _LONG_WORD:
        return spelled
    return max(spelled, _BY_SOUND * ratio(sound_of_latin(first), sound_of_latin(second)) / 100)


def _given(first: str, second: str) -> float:
    """Given names are shortened (Joe, J.): their beginnings count, and half alike is nothing."""
    if min(len(first), len(second)) == 1:
        return float(first[0] == second[0])
    return max(0.0, 2 * JaroWinkler.similarity(first, second) - 1)


def _chinese(first: str, second: str) -> float:
    if first == second:
        return 1.0
    one, other = _BREAKS.split(first), _BREAKS.split(second)
    if len(one) > 1 and len(other) > 1:
        given = _same_sound("".join(one[:-1]), "".join(other[:-1]))
        return _SURNAME * _same_sound(one[-1], other[-1]) + _GIVEN * given
    if len(one) > 1 or len(other) > 1:
        single, parts = (first, other) if len(one) == 1 else (second, one)
        return max(_same_sound(single, parts[-1]), *(_GIVEN_ALONE * _same_sound(single, part) for part in parts[:-1]))
    return _same_sound(first, second)


def _same_sound(first: str, second: str) -> float:
    if first == second:
        return 1.0
    codes = ((a, b) for a in sounds_of_chinese(first) for b in sounds_of_chinese(second))
    return _BY_SOUND * max(ratio(a, b) for a, b in codes) / 100


def _across(chinese: str, words: tuple[str, ...]) -> float:
    """A name in characters against the words of a Latin one."""
    if not words:
        return 0.0
    parts = [part for part in _BREAKS.split(chinese) if part]
    whole = "".join(parts)
    if len(parts) == 1 and len(whole) <= _LONGEST_CHINESE:
        spelled = _in_pinyin(whole, words)
        if spelled is not None:
            return spelled
    best = max(weight * _heard(whole, window) for window, weight in _windows(words))
    if len(parts) > 1 and len(words) == 1:
        best = max(best, _heard(parts[-1], words[0]))
    elif len(parts) > 1:
        given = max(_heard("".join(parts[:-1]), window) for window, _ in _windows(words[:-1]))
        surname = max(_heard(parts[-1], "".join(words[at:])) for at in (-1, -2))
        best = max(best, _SURNAME_BY_SOUND * surname + _GIVEN_BY_SOUND * given)
    return best


def _in_pinyin(characters: str, words: tuple[str, ...]) -> float | None:
    """For a Chinese name in full in Latin letters: how near it is to the pinyin, surname first or last; else None."""
    joined = "".join(words)
    best = 0.0
    for syllables in readings(characters):
        for spelled in ("".join(syllables), "".join((*syllables[1:], syllables[0]))):
            best = max(best, ratio(spelled, joined) / 100)
    if best >= _SAME_SPELLING:
        return best
    if len(words) > 1 and all(_is_pinyin(word) for word in words):
        return min(best, _OTHER_SYLLABLES)
    return None


@lru_cache(maxsize=16384)
def _is_pinyin(word: str) -> bool:
    """Whether a word is made of syllables of pinyin."""
    ends = {0}
    for end in range(1, len(word) + 1):
        if any(at in ends and word[at:end] in all_syllables() for at in range(max(0, end - _LONGEST_SYLLABLE), end)):
            ends.add(end)
    return len(word) in ends


def _windows(words: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Stretches of the words, run together, each with how well it names the person."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            window = "".join(words[start:end])
            if len(window) > 1:
                yield window, 1.0 if end == len(words) else _MIDDLE_ALONE if start else _GIVEN_ALONE


def _heard(characters: str, latin: str) -> float:
    code = sound_of_latin(latin)
    return max(ratio(heard, code) for heard in sounds_of_chinese(characters)) / 100
