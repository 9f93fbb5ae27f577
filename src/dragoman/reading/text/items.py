"""Text → items: phrases of the lexicon and the tokens between them, with their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.languages.language import Language
from dragoman.languages.lexicon import SHADES, TOKEN, Entry, Lexicon, categories_of


class Item:
    """One phrase or token: code-point offsets, its entries (none for a plain token) and its categories. No dataclass,
    as an `Element` is none."""

    __slots__ = ("categories", "end", "entries", "start", "text")

    def __init__(self, start: int, end: int, text: str, entries: tuple[Entry, ...], categories: frozenset[str]) -> None:
        self.start, self.end, self.text = start, end, text
        self.entries, self.categories = entries, categories

    def has(self, category: str) -> bool:
        """Whether one of its meanings has this category."""
        return category in self.categories

    def has_any(self, categories: Iterable[str]) -> bool:
        """Whether one of its meanings has one of the categories."""
        return not self.categories.isdisjoint(categories)

    def get(self, category: str, key: str = "value") -> str:
        """The attribute that its entries of this category have, or ''; the first entry's if several have it."""
        if category not in self.categories:
            return ""
        for entry in self.entries:
            if entry.category == category and (value := entry.get(key)):
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a whole text in order, and their codes as one string (one character an item)."""

    items: tuple[Item, ...]
    codes: str


BULLETS = frozenset("•*·▪◦●")
UP, HON = frozenset({"up"}), frozenset({"hon"})
INITIALS = re.compile(r"[A-Z]\.")


def is_bullet(item: Item) -> bool:
    """Whether an item marks an entry: a dash or a dot."""
    return item.has("dash") or item.text in BULLETS


def scan(text: str, language: Language) -> Items:
    """All items of the text, in one pass over phrases and the gaps between them."""
    lexicon = language.lexicon
    folded = lexicon.fold(text)
    items: list[Item] = []
    position = 0
    for start, end, entries, categories in lexicon.find(text, folded):
        if text[start + 1 : start + 2] == "." == text[start - 1 : start] and text[start - 2 : start - 1].isupper():
            continue  # 'M.H.M.' holds no 'H.M.'
        tokens(text, position, start, items, lexicon)
        if categories <= SHADES and " " not in text[start:end]:
            categories |= lexicon.word(text[start:end])
        elif text[start].isupper():
            categories |= UP
        if "init" in categories and INITIALS.match(text, end):
            categories -= HON  # 'M.H.' is no 'M. H.'
        items.append(Item(start, end, text[start:end], entries, categories))
        position = end
    tokens(text, position, len(text), items, lexicon)
    return items_of(items, lexicon)


def items_of(items: list[Item], lexicon: Lexicon) -> Items:
    """Items with their codes."""
    return Items(tuple(items), "".join([lexicon.code(item.categories) for item in items]))


HAN = [frozenset({name}) for name in ("han1", "han1", "han2", "han3", "han4", "han")]
PLAIN = {name: frozenset({name}) for name in ("num", "ordnum", "punct")}
DASH = frozenset({"dash"})
INIT, YEAR = frozenset({"init", "up"}), frozenset({"year"})


def tokens(text: str, start: int, end: int, items: list[Item], lexicon: Lexicon) -> None:
    """Append the tokens between two offsets, where no phrase of the lexicon stands."""
    if start == end:
        return
    for m in TOKEN.finditer(text, start, end):
        kind, shown = m.lastgroup, m.group()
        if kind == "word":
            categories = lexicon.word(shown)
        elif kind == "han":
            categories = HAN[min(len(shown), 5)]
        elif kind == "num" and len(shown) == 4 and shown[:2] in ("19", "20") and shown.isdigit():
            categories = YEAR
        elif kind == "init":
            categories = INIT
        else:
            categories = PLAIN["punct" if kind == "mark" else kind or "punct"]
        entries = lexicon.marks.get(shown.replace("’", "'"), ()) if kind == "mark" else ()
        if entries:
            categories = categories_of(entries)
        if (
            shown in "-–—"
            and (m.start() == 0 or text[m.start() - 1].isspace())
            and text[m.end() : m.end() + 1].isspace()
        ):
            categories = categories | DASH if entries else DASH
        items.append(Item(m.start(), m.end(), shown, entries, categories))
