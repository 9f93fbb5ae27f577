"""The numbers that tell the sessions of a series apart: 'eighth meeting', 第八次, '8e session', 'COP28'."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.reference.folding import fold
from dragoman.register.grouping.data import rows

_DIGITS = re.compile(
    r"(?<![\w.])(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere|re)\b|第(\d{1,3})|(?<=\bcop )(\d{1,2})\b|\bcop(\d{1,2})\b"
)
_CHINESE = re.compile(r"第([一二三四五六七八九十百]{1,6})")
_ROMAN = re.compile(r"\b([ivxl]{2,7}|[vx])(?:e|eme)\b")
_FIGURES = {figure: value for value, figure in enumerate("一二三四五六七八九", 1)}
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}


@lru_cache(maxsize=65536)
def ordinals(text: str) -> frozenset[int]:
    """Every ordinal in a text; years and quantities are none."""
    folded = fold(text)
    found = {int(number) for match in _DIGITS.finditer(folded) for number in match.groups() if number}
    found |= {_chinese(match[1]) for match in _CHINESE.finditer(text)}
    found |= {_roman(match[1]) for match in _ROMAN.finditer(folded)}
    return frozenset(found | {_numbers()[match[0]] for match in _words().finditer(folded)})


def _chinese(figures: str) -> int:
    """二十一 → 21."""
    total, units = 0, 0
    for figure in figures:
        if figure == "百":
            total, units = total + (units or 1) * 100, 0
        elif figure == "十":
            total, units = total + (units or 1) * 10, 0
        else:
            units = _FIGURES[figure]
    return total + units


def _roman(letters: str) -> int:
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for word, number, _language, _source in rows("ordinals.csv")}


@cache
def _words() -> re.Pattern[str]:
    longest_first = sorted(_numbers(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in longest_first))
