"""Names as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii

# Latin letters that no decomposition takes apart (ø, ł, đ, ß, æ) lie below this code point.
_LATIN_END = 0x250


def fold(name: str) -> str:
    """'Sølvi Al-Sîsî' → 'solvi al sisi'; Chinese characters stay what they are."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = (anyascii(char) if ord(char) < _LATIN_END else char for char in decomposed)
    return " ".join("".join(char if char.isalnum() else _gap(char) for char in "".join(letters)).split())


def _gap(char: str) -> str:
    return "" if unicodedata.combining(char) else " "
