"""How names are built in scripts without spaces: words that close one, characters that spell a foreign one."""

from __future__ import annotations

from dragoman.languages.language import Language
from dragoman.reading.text.items import Item

DOTS = frozenset("·•・‧-－")
# Words of one character that close a name unless a name cannot yet be complete.
CLOSERS = frozenset(
    {
        "role",
        "and",
        "others",
        "rel",
        "aux",
        "nestafter",
        "planned",
        "modal",
        "say",
        "trigger",
        "pron",
        "stop",
        "comma",
        "det",
        "adverb",
        "verb",
        "dayhalf",
        "hon",
        "each",
        "side",
        "monthword",
        "dayword",
        "yearword",
        "num",
        "concurrent",
        "relshort",
        "relday",
    }
)


def form(name: str, language: Language) -> str:
    """'native' if a name is built like those of the language's own country, 'foreign' if not, 'either' if it may be
    both.
    """
    plain = language.lexicon.fold(name)
    if 2 < len(plain) <= 4 and language.characters["compound"].issuperset(plain[:2]):
        return "native"  # '欧阳修文'
    if len(plain) > 3 or plain[0] not in language.characters["surname"]:
        return "foreign"
    return "either" if is_transliterated(plain, language) else "native"


def is_transliterated(plain: str, language: Language) -> bool:
    """Whether all characters are such as spell foreign names."""
    return all(c in language.characters["transliteration"] or c in DOTS for c in plain)


def is_han(item: Item) -> bool:
    """Whether an item begins with a Chinese character."""
    return "㐀" <= item.text[0] <= "鿿"
