"""How alike a name in Chinese characters is to one in Latin letters or to another in characters, and how it is read.

Characters may be a Chinese name, read in pinyin with the surname first, or the sounds of a foreign one; both are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from dragoman.reference.latin_names import NOT_LAST, ONE_WORD, OTHER_PERSON, is_pinyin, together
from dragoman.reference.load import rows
from dragoman.reference.name_parts import Word, is_chinese
from dragoman.reference.sounds import sound_likeness, syllable_sounds, weight

_READINGS = 8
_WINDOW = 4
# A surname of one character or two, and a given name of one or two.
_LONGEST = 4
_LONGEST_OF_ONE_SURNAME = 3


def across_likeness(parts: Sequence[str], words: Sequence[Word]) -> float:
    """How alike the parts of a Chinese name are to the words of a Latin one."""
    if not parts or not words:
        return 0.0
    verdict = _as_chinese_person(parts[0], [word.text for word in words]) if len(parts) == 1 else None
    return _covered([heard(part) for part in parts], words) if verdict is None else verdict


def chinese_likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """How alike the parts of two Chinese names are; two different Chinese people's names never are."""
    if not a or not b:
        return 0.0
    if "".join(a) == "".join(b):
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) == 1 and short[0] in long and len(short[0]) > 1:
        return ONE_WORD if short[0] == long[-1] else ONE_WORD * NOT_LAST
    if len(long) == 1 and any(len(part) <= _LONGEST_OF_ONE_SURNAME and readings(part) for part in (*a, *b)):
        return OTHER_PERSON if a[0][0] == b[0][0] else 0.0
    return _covered([heard(part) for part in short], [Word(part, heard(part), False) for part in long])


def readings(part: str) -> list[tuple[str, str]]:
    """The ways to read a Chinese person's name, as (surname, given name); empty if it has no Chinese surname."""
    for length in (2, 1):
        surname, given = part[:length], part[length:]
        if surname in _surnames() and 1 <= len(given) <= _LONGEST - length and len(part) <= _LONGEST:
            spelled = ["".join(rest) for rest in islice(product(*_syllables(given)), _READINGS)]
            return [(read, rest) for read in _surnames()[surname] for rest in spelled]
    return []


def romanised(part: str) -> str:
    """A part of a name in pinyin: 'Xi Jinping', or in one word where it has no Chinese surname."""
    for surname, given in readings(part):
        return f"{surname.capitalize()} {given.capitalize()}"
    return "".join(options[0] for options in _syllables(part)).capitalize()


@cache
def heard(part: str) -> str:
    """The sounds of a transliterated part; what is no Chinese character in it has none."""
    return "".join(
        syllable_sounds(character, _syllables(character)[0][0]) for character in part if is_chinese(character)
    )


def _as_chinese_person(part: str, written: Sequence[str]) -> float | None:
    """How far a Chinese person's name agrees with Latin words; None if either may be a foreigner's."""
    ways = readings(part)
    if any("".join(written) in (surname + given, given + surname) for surname, given in ways):
        return 1.0
    if ways and is_pinyin(written):
        return OTHER_PERSON
    return ONE_WORD if len(written) == 1 and any(surname == written[0] for surname, _ in ways) else None


def _covered(parts: Sequence[str], words: Sequence[Word]) -> float:
    """How well the sounds of every part are some words of the other name, in order."""
    scores: list[tuple[float, int]] = []
    start = 0
    for part in parts:
        best, end = 0.0, start
        for first in range(start, len(words)):
            for last in range(first + 1, min(first + _WINDOW, len(words)) + 1):
                factor = 1.0 if last == len(words) or len(parts) > 1 else NOT_LAST
                for window in _windows(words[first:last]):
                    if factor * _at_most(part, window) > best:
                        best, end = max((best, end), (factor * sound_likeness(part, window), last))
        scores.append((best, len(part)))
        start = end if best > OTHER_PERSON else start
    return together(scores) * (1.0 if len(parts) > 1 or len(words) == 1 else ONE_WORD)


def _at_most(one: str, other: str) -> float:
    """A bound of `sound_likeness` by length alone."""
    a, b = weight(one), weight(other)
    return 1 - abs(a - b) / ((a + b) / 2) if a and b else 0.0


def _windows(words: Sequence[Word]) -> Iterator[str]:
    """The sounds of consecutive words, with and without those that may be left out."""
    yield "".join(word.sounds for word in words)
    if any(word.optional for word in words) and not all(word.optional for word in words):
        yield "".join(word.sounds for word in words if not word.optional)


@cache
def _syllables(text: str) -> list[list[str]]:
    # Takes longer to import than most programs that import this run.
    from pypinyin import Style, pinyin

    read = pinyin(text, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    return [[syllable.replace("v", "u") for syllable in options] for options in read]


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for surname, reading, _source in rows("chinese_surnames.csv"):
        found[surname] = (*found.get(surname, ()), reading)
    return found
