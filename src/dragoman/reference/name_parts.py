"""What a written name is made of: words or parts, without titles, and the words that may be left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from dragoman.reference.chinese import simplified
from dragoman.reference.folding import fold
from dragoman.reference.load import rows, world
from dragoman.reference.sounds import latin_sounds, sound_spelling

_HAN = re.compile(r"[\u3400-\u9fff]")
_DOTS = re.compile(r"[\-－—·・･•‧∙.．・\s]+")
_BREAKS = re.compile(r"[^\w'’ʻʼ`.]+|[_.]+")
_COMMA = re.compile(r"^([^,]+),\s*([^,]+)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a Latin name: folded, its sounds, and whether names are often written without it (al, bin, de)."""

    text: str
    sounds: str
    optional: bool


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return _HAN.search(name) is not None


@cache
def latin_words(name: str) -> tuple[Word, ...]:
    """The words of a name in an alphabet, without titles: 'Sheikh Tamim bin Hamad' → tamim, bin, hamad."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    if (turned := _COMMA.match(name)) and fold_name(turned[2]) not in _words("particle"):
        name = f"{turned[2]} {turned[1]}"
    texts = [(fold_name(piece), fold_name(sound_spelling(piece.lower()))) for piece in _BREAKS.split(name)]
    kept = [pair for pair in texts if pair[0]]
    while len(kept) > 1 and kept[0][0] in _words("title"):
        del kept[0]
    optional = _words("particle")
    return tuple(
        Word(text, latin_sounds(spelled), text in optional and not (first and text in _words("surname")))
        for first, (text, spelled) in zip([True] + [False] * len(kept), kept, strict=False)
    )


@cache
def chinese_parts(name: str) -> tuple[str, ...]:
    """The parts of a name in Chinese characters, simplified, without country and title: 卡塔尔埃米尔塔米姆 → 塔米姆."""
    parts = [part for part in _DOTS.split(simplified(name.strip())) if part]
    if parts:
        parts[0] = _without_office(parts[0])
        parts[-1] = _without_honorific(parts[-1])
    return tuple(part for part in parts if part)


def fold_name(text: str) -> str:
    """Letters alone, without case, accents and apostrophes: 'Ğ' → 'g', 'Владимир' → 'vladimir'."""
    return "".join(char for char in anyascii(fold(text)).casefold() if char.isalpha())


def short_form(word: str) -> str:
    """The name that a short one stands for: 'joe' → 'joseph'; others as they are."""
    return _short_forms().get(word, word)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        fold_name(word) for word, of, _, _reason in rows("name_words.csv") if of == kind and not is_chinese(word)
    )


@cache
def _short_forms() -> dict[str, str]:
    return {word: full for word, kind, full, _reason in rows("name_words.csv") if kind == "short"}


@cache
def _offices() -> tuple[str, ...]:
    """Chinese titles, longest first."""
    titles = {word for word, kind, _, _reason in rows("name_words.csv") if kind == "title" and is_chinese(word)}
    return tuple(sorted(titles, key=len, reverse=True))


@cache
def _countries() -> tuple[str, ...]:
    """Chinese names of countries, longest first."""
    names = {phrase.text for phrase in world().phrases("zh") if phrase.category in ("country", "body")}
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def _without_office(part: str) -> str:
    """The part after a title, with or without a country before it, if enough is left to be a name."""
    rest = next((part[len(c) :] for c in _countries() if part.startswith(c)), part)
    for title in _offices():
        if rest.startswith(title) and len(rest) - len(title) >= _SHORTEST:
            return rest[len(title) :]
    return part


def _without_honorific(part: str) -> str:
    for title in _offices():
        if part.endswith(title) and len(part) - len(title) >= _SHORTEST:
            return part[: -len(title)]
    return part


_SHORTEST = 2
