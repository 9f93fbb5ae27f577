"""Names and phrases as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache

from anyascii import anyascii

from dragoman.reference.chinese import traditional_characters

# Latin letters that no decomposition takes apart (ø, ł, đ, ß, æ) lie below this code point.
_LATIN_END = 0x250


def fold(name: str) -> str:
    """'Sølvi Al-Sîsî' → 'solvi al sisi'; Chinese characters stay what they are."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = (anyascii(char) if ord(char) < _LATIN_END else char for char in decomposed)
    return " ".join("".join(char if char.isalnum() else _gap(char) for char in "".join(letters)).split())


def _gap(char: str) -> str:
    return "" if unicodedata.combining(char) else " "


def fold_in_place(text: str) -> str:
    """'L’Éducation, STEM教育' → 'l education  stem教育': as `fold`, but each character stays in its place.

    Every mark becomes a blank, traditional Chinese characters simplified ones; letters that are two in ASCII (œ) stay.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_in_place())


@cache
def _in_place() -> dict[int, str]:
    table = {ord(char): simple for char, simple in traditional_characters().items()}
    for code in (*range(_LATIN_END), *range(0x2000, 0x2070), *range(0x3000, 0x3030), *range(0xFF00, 0xFF66)):
        char = unicodedata.normalize("NFKC", chr(code))
        plain = fold(char)
        table[code] = plain if len(plain) == 1 else " " if not char.isalnum() else chr(code)
    return table
