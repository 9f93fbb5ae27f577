"""Personal names across scripts and spellings: a Latin form, keys to look them up by, and how alike two are.

阿祖莱, Azoulay and Audrey Azoulay share a key, as do 习近平 and Xi Jinping, 卡塔尔埃米尔塔米姆 and Tamim bin Hamad Al
Thani. Keys are made for finding: strangers share some. `name_likeness` decides; bench/RESULTS.md says how well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise, product

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dragoman.reference.load import rows
from dragoman.reference.name_parts import Word, chinese_parts, fold_name, is_chinese, latin_words, short_form
from dragoman.reference.sounds import VOWELS, skeletons, sound_likeness, syllable_sounds, weight

__all__ = ["SAME", "is_chinese", "name_keys", "name_likeness", "romanise"]

SAME = 0.76
"""The likeness from which two names are taken for one person's, where nothing else is known."""

_READINGS = 8
_WINDOW = 4
_ONE_WORD = 0.96
_NOT_LAST = 0.97
_INITIAL = 0.9
_OTHER_PERSON = 0.3
_LONGEST_CHINESE = 4
_SURNAME_AND_GIVEN = 2
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
    return " ".join(_romanised(part) for part in chinese_parts(name))


def name_keys(name: str) -> frozenset[str]:
    """What a name can be looked up by: consonant classes of its words, whole spellings of short ones. May be empty."""
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
        return _both_chinese(chinese_parts(a), chinese_parts(b))
    if is_chinese(b):
        a, b = b, a
    if is_chinese(a):
        return _across(chinese_parts(a), latin_words(b))
    return _both_latin(latin_words(a), latin_words(b))


def _across(parts: Sequence[str], words: Sequence[Word]) -> float:
    if not parts or not words:
        return 0.0
    verdict = _chinese_person(parts[0], words) if len(parts) == 1 else None
    return _cover([_heard(part) for part in parts], words) if verdict is None else verdict


# Chinese names of Chinese people

_PINYIN = re.compile(
    "((zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(iang|uang|iong|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|[aoeiuv]))+"
)


def _readings(part: str) -> list[tuple[str, str]]:
    """The ways to read a Chinese person's name, as (surname, given name); empty if it has no Chinese surname."""
    found = []
    for length in (2, 1):
        surname, given = part[:length], part[length:]
        if surname in _surnames() and 1 <= len(given) <= _LONGEST_CHINESE - length and len(part) <= _LONGEST_CHINESE:
            spelled = ["".join(rest) for rest in islice(product(*_syllables(given)), _READINGS)]
            found += [(read, rest) for read in _surnames()[surname] for rest in spelled]
            break
    return found


@cache
def _syllables(text: str) -> list[list[str]]:
    # Takes longer to import than most programs that import this run.
    from pypinyin import Style, pinyin

    read = pinyin(text, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    return [[syllable.replace("v", "u") for syllable in options] for options in read]


def _chinese_person(part: str, words: Sequence[Word]) -> float | None:
    """How far a Chinese person's name agrees with a Latin one; None if either may be a foreigner's."""
    written = [word.text for word in words]
    readings = _readings(part)
    if any("".join(written) in (surname + given, given + surname) for surname, given in readings):
        return 1.0
    if readings and _is_pinyin(written):
        return _OTHER_PERSON
    return _ONE_WORD if len(written) == 1 and any(surname == written[0] for surname, _ in readings) else None


def _is_pinyin(words: Sequence[str]) -> bool:
    """Whether these are a full name as Chinese people's are romanised, surname first or last."""
    if len(words) < _SURNAME_AND_GIVEN or not _PINYIN.fullmatch("".join(words)):
        return False
    return words[0] in _surname_readings() or words[-1] in _surname_readings()


def _both_chinese(a: Sequence[str], b: Sequence[str]) -> float:
    if not a or not b:
        return 0.0
    if a == b or "".join(a) == "".join(b):
        return 1.0
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if len(short) == 1 and short[0] in long and len(short[0]) > 1:
        return _ONE_WORD if short[0] == long[-1] else _ONE_WORD * _NOT_LAST
    if any(len(part) <= 3 and _readings(part) for part in (*a, *b) if len(a) == len(b) == 1):
        return _OTHER_PERSON if a[0][0] == b[0][0] else 0.0
    words = [Word(part, _heard(part), False) for part in long]
    return _cover([_heard(part) for part in short], words)


# Foreign names in Chinese characters


@cache
def _heard(part: str) -> str:
    """The sounds of a transliterated part."""
    return "".join(
        syllable_sounds(character, _syllables(character)[0][0]) if is_chinese(character) else character
        for character in part
    )


def _cover(parts: Sequence[str], words: Sequence[Word]) -> float:
    """How well every part is some words of the other name, in order; a part left over counts as unlike."""
    scores: list[tuple[float, int]] = []
    start = 0
    for part in parts:
        best, end = 0.0, start
        for first in range(start, len(words)):
            for last in range(first + 1, min(first + _WINDOW, len(words)) + 1):
                for window in _windows(words[first:last]):
                    factor = 1.0 if last == len(words) or len(parts) > 1 else _NOT_LAST
                    if factor * _at_most(part, window) > best:
                        alike = factor * sound_likeness(part, window)
                        if alike > best:
                            best, end = alike, last
        scores.append((best, len(part)))
        start = end if best > _OTHER_PERSON else start
    return _together(scores) * (1.0 if len(parts) > 1 or len(words) == 1 else _ONE_WORD)


def _at_most(one: str, other: str) -> float:
    """A bound of `sound_likeness` by length alone."""
    a, b = weight(one), weight(other)
    return 1 - abs(a - b) / ((a + b) / 2) if a and b else 0.0


def _windows(words: Sequence[Word]) -> Iterator[str]:
    """The sounds of consecutive words, with and without those that may be left out."""
    yield "".join(word.sounds for word in words)
    if any(word.optional for word in words) and not all(word.optional for word in words):
        yield "".join(word.sounds for word in words if not word.optional)


def _together(scores: Sequence[tuple[float, int]]) -> float:
    """One figure for all parts: half their mean by length, half the least."""
    whole = sum(weight for _, weight in scores)
    mean = sum(score * weight for score, weight in scores) / whole if whole else 0.0
    return (mean + min(score for score, _ in scores)) / 2


# Names in Latin letters


def _both_latin(a: Sequence[Word], b: Sequence[Word]) -> float:
    a, b = (_essential(words) for words in (a, b))
    if not a or not b:
        return 0.0
    if sorted(word.text for word in a) == sorted(word.text for word in b):
        return 1.0
    texts, others = [word.text for word in a], [word.text for word in b]
    if "".join(others) in ("".join(texts[turn:] + texts[:turn]) for turn in range(len(texts))):
        return 1.0
    if "".join(texts) in ("".join(others[turn:] + others[:turn]) for turn in range(len(others))):
        return 1.0
    if _is_pinyin(texts) and _is_pinyin(others):
        return _OTHER_PERSON
    short, long = sorted((a, b), key=len)
    pairs = sorted(
        ((_word_likeness(x, y), i, j, j + 1) for i, x in enumerate(short) for j, y in enumerate(long)),
        key=lambda pair: -pair[0],
    )
    pairs += [
        (
            _word_likeness(
                x, Word("".join(w.text for w in long[j : j + 2]), "".join(w.sounds for w in long[j : j + 2]), False)
            ),
            i,
            j,
            j + 2,
        )
        for i, x in enumerate(short)
        for j in range(len(long) - 1)
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1:]))
    scored: dict[int, float] = {}
    taken: set[int] = set()
    for alike, i, first, last in pairs:
        if i not in scored and taken.isdisjoint(range(first, last)):
            scored[i] = alike
            taken.update(range(first, last))
    scores = [(scored.get(i, 0.0), len(word.text)) for i, word in enumerate(short)]
    alike = _together(scores)
    if len(short) == 1 and len(long) > 1:
        alike *= _ONE_WORD if len(long) - 1 in taken else _ONE_WORD * _NOT_LAST
    return alike


def _essential(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if not word.optional) or tuple(words)


@lru_cache(maxsize=200_000)
def _word_likeness(a: Word, b: Word) -> float:
    if a.text == b.text or short_form(a.text) == short_form(b.text):
        return 1.0
    if len(a.text) == 1 or len(b.text) == 1:
        return _INITIAL if a.text[0] == b.text[0] else 0.0
    spelled = JaroWinkler.normalized_similarity(a.text, b.text)
    heard = sound_likeness(a.sounds, b.sounds)
    return 0.98 * max(heard, (heard + spelled) / 2)


# Keys and forms


def _latin_keys(words: Sequence[Word]) -> set[str]:
    essential = _essential(words)
    keys = {key for word in essential for key in _keys_of(word.sounds)}
    for first, second in pairwise(words):
        keys |= _keys_of(first.sounds + second.sounds)
    run = ""
    for word in words:
        run += word.sounds
        if not word.optional:
            keys |= _keys_of(run)
            run = ""
    keys.add("=" + "".join(sorted(word.text for word in essential)))
    return keys


def _chinese_keys(part: str) -> set[str]:
    keys = _keys_of(_heard(part))
    for surname, given in _readings(part):
        keys.add("=" + "".join(sorted((surname, given))))
    return keys


def _keys_of(sounds: str) -> set[str]:
    """Skeletons of two consonants or more; a shorter one has the first vowel behind it."""
    vowel = next((sound for sound in sounds if sound in VOWELS), "")
    return {skeleton if len(skeleton) > 1 else skeleton + vowel for skeleton in skeletons(sounds)} - {""}


def _forms(name: str) -> tuple[str, ...]:
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


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for surname, reading, _source in rows("chinese_surnames.csv"):
        found[surname] = (*found.get(surname, ()), reading)
    return found


@cache
def _surname_readings() -> frozenset[str]:
    return frozenset(reading for readings in _surnames().values() for reading in readings)


def _romanised(part: str) -> str:
    readings = _readings(part)
    if readings:
        surname, given = readings[0]
        return f"{surname.capitalize()} {given.capitalize()}"
    return "".join(options[0] for options in _syllables(part)).capitalize()
