"""What a name sounds like, so that spellings of one sound come out alike: pinyin and other Latin spellings in one code.

A consonant is three letters of code, related ones share some of them; a vowel is one; what is hardly heard is none. So
the usual string likeness weighs consonants most and vowels, which Chinese renderings add and change, least.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

from dragoman.reference.load import rows

_SAME_VOWEL = re.compile(r"([aeo])\1+")
# 乐 and 行 have several readings each; more than this many for one name are never needed.
_READINGS = 16


@lru_cache(maxsize=65536)
def sound_of_latin(name: str) -> str:
    """The code of a name in Latin letters, folded, without spaces."""
    return _SAME_VOWEL.sub(r"\1", _coder("latin")(name))


@lru_cache(maxsize=16384)
def sounds_of_chinese(characters: str) -> tuple[str, ...]:
    """The codes of a name in Chinese characters, one for each way to read it."""
    code = _coder("pinyin")
    return tuple(_SAME_VOWEL.sub(r"\1", "".join(map(code, reading))) for reading in readings(characters))


@lru_cache(maxsize=16384)
def readings(characters: str) -> tuple[tuple[str, ...], ...]:
    """Every way to read the characters, each as syllables of pinyin without tones; the usual one first."""
    heard = pinyin(characters, style=Style.NORMAL, heteronym=True, v_to_u=False)
    choices = (dict.fromkeys(syllable.replace("v", "u") for syllable in each) for each in heard)
    return tuple(islice(product(*choices), _READINGS))


@cache
def all_syllables() -> frozenset[str]:
    """Every syllable of pinyin, without tones: those of the characters in common use."""
    common = (chr(code) for code in range(0x4E00, 0x9FA6))
    return frozenset(syllable.replace("v", "u") for syllable in lazy_pinyin("".join(common)))


@cache
def _coder(spelling: str) -> Callable[[str], str]:
    """One pass over a name: at each place the first pattern of the data file that fits says the code."""
    rules = [(pattern, code) for kind, pattern, code, _example, _source in rows("name_sounds.csv") if kind == spelling]
    codes = ["", *(code for _, code in rules)]
    any_rule = re.compile("|".join(f"({pattern})" for pattern, _ in rules))

    def code(name: str) -> str:
        return any_rule.sub(lambda found: codes[found.lastindex or 0], name)

    return code
