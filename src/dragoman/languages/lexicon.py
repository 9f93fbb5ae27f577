"""Phrases with categories, found in one automaton pass, and the codes that patterns are written over.

A phrase carries entries (category and attributes). An item of text (a phrase found, or a token between phrases) has a
set of categories; each distinct set is interned as one private-use character, its *code*, so that a sentence becomes a
string of codes and a grammar rule becomes an ordinary regular expression over that string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import ahocorasick_rs

FIRST_CODE = 0xE000
CAP, CAPS, LOW = frozenset({"cap", "up"}), frozenset({"caps", "up"}), frozenset({"low"})
WORDS = (CAP, CAPS, LOW)
# What a word may be and still stand in names and groups as any other word does: 'Sustainable' in 'Sustainable Cities'.
SHADES = frozenset({"light_adjective", "orgmod", "facility", "hour"})
# What the ending of a word tells that no phrase has, and of words of which shape: 'shipbuilders', 'Enlightenment'.
ENDINGS = {"agent": LOW, "abstract": CAP}
UNKNOWN = LOW | {"agent", "facility"}  # what a word in small letters may be that no phrase has
LONG = 6  # letters of a word whose ending tells something
DAYS = frozenset({"weekday", "month"})  # categories of words with which a date may begin
TOKEN_CATEGORIES = (
    "cap",
    "caps",
    "init",
    "low",
    "num",
    "ordnum",
    "year",
    "dash",
    "han1",
    "han2",
    "han3",
    "han4",
    "han",
    "punct",
    "name",
    "work",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a phrase. `cased`: the text must show the very capitals of `phrase`."""

    phrase: str
    category: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    cased: bool = False

    def get(self, key: str, default: str = "") -> str:
        """The attribute `key`, or `default`."""
        return self.attributes.get(key, default)


def fold_table(simplify: Mapping[str, str]) -> dict[int, str]:
    """One-to-one character replacements for matching: quotes, dashes, spaces, full-width forms, and `simplify`."""
    table = {
        ord("’"): "'",
        ord("‘"): "'",
        ord("ʼ"): "'",
        ord("\u00a0"): " ",
        ord("\u202f"): " ",
        ord("\u3000"): " ",
        ord("‐"): "-",
        ord("‑"): "-",
    }
    table |= {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()}
    return table | {ord(a): b for a, b in simplify.items()}


def is_cjk(character: str) -> bool:
    """Whether words are written without spaces around this character (Han ideographs)."""
    return "㐀" <= character <= "鿿" or character == "〇"


def parts_of(category: str) -> list[str]:
    """What a code must hold: of 'a&b' both, of a quoted phrase just that."""
    return [category] if category.startswith("=") else category.split("&")


def categories_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The categories of several meanings."""
    return frozenset([entry.category for entry in entries])


class Lexicon:
    """All phrases of a language, compiled once; immutable afterwards.

    `asked` tells how often the rules ask for each category, of a quoted phrase '=' and the phrase.
    `phrases` are those that the automaton looks for, folded.
    `endings` are those of words that no phrase has, by the category that they show (of ENDINGS).
    `marks` are the phrases of one punctuation character: they never break up a token ('El-Sisi'), so they are looked up
    when tokens are made and not by the automaton.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        asked: Mapping[str, int],
        simplify: Mapping[str, str],
        endings: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._endings = {category: tuple(some) for category, some in (endings or {}).items()}
        self._fold = fold_table(simplify)
        by_phrase: dict[str, list[Entry]] = {}
        quoted = sorted(category for category in asked if category.startswith("="))
        for entry in [*entries, *(Entry(category[1:], category) for category in quoted)]:
            known = by_phrase.setdefault(self.fold(entry.phrase), [])
            if entry not in known:
                known.append(entry)
        self.marks = {p: tuple(found) for p, found in by_phrase.items() if len(p) == 1 and not p.isalnum()}
        phrases = {p: tuple(found) for p, found in by_phrase.items() if p not in self.marks}
        self.phrases = tuple(phrases)
        self._entries = tuple(phrases.values())
        self._categories = tuple(categories_of(found) for found in self._entries)
        self._plain = tuple(
            not any(entry.cased and entry.phrase.lower() != entry.phrase.upper() for entry in found)
            for found in self._entries
        )
        self._firm = tuple(_is_firm(phrase, found) for phrase, found in phrases.items())
        self._yields = tuple(_yields(phrase, found) for phrase, found in phrases.items())
        on = {p for p, found in phrases.items() if any(e.category == "role" and e.get("r") == "on" for e in found)}
        self._leads = tuple(" " in p and p.rpartition(" ")[2] in on for p in phrases)
        self._days = tuple(any(entry.category in DAYS for entry in found) for found in self._entries)
        self._acts = tuple(any(entry.category == "trigger" for entry in found) for found in self._entries)
        self._automaton = ahocorasick_rs.AhoCorasick(self.phrases)
        self._codes: dict[frozenset[str], str] = {}
        self._holding: dict[str, set[str]] = {}  # the codes that hold a category
        self._intern_all(asked)

    def fold(self, text: str) -> str:
        """The text as matching sees it: same length, lower case, plain quotes, half-width letters and digits."""
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
        return lowered.translate(self._fold)

    def _intern_all(self, asked: Mapping[str, int]) -> None:
        """A code for each set of categories, the same for all that the rules cannot tell apart."""
        sets = {
            frozenset({category}) | extra
            for category in TOKEN_CATEGORIES
            for extra in (frozenset[str](), frozenset({"up"}))
        }
        for found in self.marks.values():
            sets.add(frozenset(entry.category for entry in found) | {"dash"})
        for found in (*self._entries, *self.marks.values()):
            for size in range(1, len(found) + 1):
                for some in combinations(found, size):
                    categories = frozenset(entry.category for entry in some)
                    sets |= {categories, categories | {"up"}}
        words = {*WORDS, *(shape | {category} for category, shape in ENDINGS.items())}
        sets |= words | {shade | word for shade in sets if shade <= SHADES for word in words}
        told_apart = {categories: categories.intersection(asked) for categories in sets}
        rank = {category: place for place, category in enumerate(sorted(asked, key=lambda c: (-asked[c], c)))}
        # codes that share a category which the rules often ask for stand side by side: short classes compile faster
        codes = {}
        for number, categories in enumerate(
            sorted(set(told_apart.values()), key=lambda held_here: sorted(map(rank.__getitem__, held_here)))
        ):
            codes[categories] = code = chr(FIRST_CODE + number)
            for category in categories:
                self._holding.setdefault(category, set()).add(code)
        self._codes = {categories: codes[apart] for categories, apart in told_apart.items()}

    def word(self, shown: str) -> frozenset[str]:
        """The categories of a word that no phrase has: its shape, and what its ending tells."""
        shape = _shape(shown)
        for category, endings in self._endings.items():
            if shape == ENDINGS[category] and len(shown) >= LONG and shown.endswith(endings):
                return shape | {category}
        return shape

    def code(self, categories: frozenset[str]) -> str:
        """The code of a set of categories."""
        return self._codes[categories]

    def codes_with(self, category: str) -> str:
        """All codes whose set holds the category (of 'a&b' both), as one string; empty if no phrase has it."""
        return "".join(sorted(set.intersection(*(self._holding.get(one, set()) for one in parts_of(category)))))

    def find(self, text: str, folded: str) -> list[tuple[int, int, tuple[Entry, ...], frozenset[str]]]:
        """Phrases in the text with their entries and categories: leftmost first, longest at each place, none
        overlapping, at word boundaries.

        A phrase that would cut the name of a body, or where words are written without spaces of a country, gives way to
        it: 'the Gulf' in 'the Gulf Cooperation Council'. A people gives way to a word that begins with its last
        character: '法国|人民', and what is marked so to a verb that does: '何建国|会见'. A preposition before a day is
        its own: 'placed calls | on Monday'.
        """
        inside = _inside_words(folded)
        hits = [
            hit
            for hit in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if not (inside[hit[1]] or inside[hit[2]])
        ]
        hits.sort(key=lambda hit: (hit[1], -hit[2]))
        found = []
        reached = 0
        firm = [(start, end) for number, start, end in hits if self._firm[number]]
        next_firm = 0
        giving_way = any(self._yields[number] for number, _, _ in hits)
        paired: set[int] | None = None
        longer = {start for _, start, end in hits if end - start > 1} if giving_way else set()
        days = {start for n, start, _ in hits if self._days[n]} if any(self._leads[n] for n, _, _ in hits) else set()
        acts = {start for n, start, end in hits if end - start > 1 and self._acts[n]} if giving_way else set()
        for number, start, end in hits:
            if start < reached:
                continue
            while next_firm < len(firm) and firm[next_firm][0] <= start:
                next_firm += 1
            cuts = not self._firm[number] and next_firm < len(firm) and firm[next_firm][0] < end < firm[next_firm][1]
            yields = self._yields[number]
            if self._leads[number] and _day_from(folded, end + 1) in days:  # 'placed calls | on Monday'
                continue
            if cuts:
                continue
            gives_way = yields and end - 1 in (acts if yields == "trigger" else longer)
            if gives_way and (yields != "trigger" or end not in longer):  # but '峰会|见证'
                continue
            entries = self._entries[number]
            if (
                folded[end : end + 1] == "-" and text[start:end].islower() and folded[end + 1 : end + 2].isalpha()
            ):  # 'bien-être'
                continue
            if folded[end : end + 1] == "-" and any(e.category == "soft" for e in entries):  # 'Young-se'
                if paired is None:
                    paired = {start for n, start, _ in hits if self._is_country(n)}
                if not (self._is_country(number) and end + 1 in paired):  # but 'France-Géorgie'
                    continue
            if text[end - 1] in "'’" and text[end : end + 1].isupper() and text[start].isupper():  # 'N'Diaye'
                entries = tuple(entry for entry in entries if entry.get("before") != "low")
                if not entries:
                    continue
            if not self._plain[number]:
                shown = text[start:end].replace("’", "'").replace("‑", "-")
                entries = tuple(entry for entry in entries if not entry.cased or _shows(entry, shown, start))
                if not entries:
                    continue
            whole = entries is self._entries[number]
            found.append((start, end, entries, self._categories[number] if whole else categories_of(entries)))
            reached = end
        return found

    def _is_country(self, number: int) -> bool:
        return any(entry.category == "country" for entry in self._entries[number])


def _shape(shown: str) -> frozenset[str]:
    if shown[0].isupper() or (len(shown) > 2 and shown[1] in "'’" and shown[2].isupper()):  # d’Orsay
        return CAPS if len(shown) > 1 and shown.isupper() else CAP
    return LOW


HEAD = 40  # characters at the head of a text in which a place in capitals is a dateline's


def _shows(entry: Entry, shown: str, start: int) -> bool:
    """Whether a text shows the capitals of a phrase; a dateline may be in capitals throughout: 'OTTAWA, 3 May'."""
    if entry.phrase == shown:
        return True
    return (
        start < HEAD
        and len(shown) > 3
        and entry.category in ("city", "capital", "country")
        and entry.phrase.upper() == shown
    )


def _yields(phrase: str, found: Iterable[Entry]) -> str:
    """To which words a phrase without spaces gives way that begin with its last character: 'trigger', 'all' or ''."""
    people = is_cjk(phrase[0]) and any(entry.category == "demonym" for entry in found)
    return "all" if people else next((to for entry in found if (to := entry.get("yields"))), "")


def _is_firm(phrase: str, found: Iterable[Entry]) -> bool:
    categories = {entry.category for entry in found}
    if is_cjk(phrase[0]):
        return len(phrase) > 2 and not categories.isdisjoint({"country", "capital"})
    return "body" in categories and " " in phrase


def _day_from(text: str, position: int) -> int:
    """Where the word for a day or a month begins, past the number of the day: '12 June'."""
    while position < len(text) and text[position].isdigit():
        position += 1
    return position + (text[position - 1 : position + 1].endswith(" ") and text[position - 1].isdigit())


WORD = re.compile(r"[^\W_㐀-鿿〇]{2,}")  # characters between which no word ends


def _inside_words(text: str) -> bytearray:
    """For each position in the text and its end: 1 between two characters of a word, else 0."""
    inside = bytearray(len(text) + 1)
    for m in WORD.finditer(text):
        start, end = m.span()
        inside[start + 1 : end] = b"\1" * (end - start - 1)
    return inside


TOKEN = re.compile(
    r"(?P<han>[㐀-鿿〇]+)|(?P<ordnum>\d+(?:st|nd|rd|th|e|er|re|ère|è|ème|eme)(?![^\W_]))|(?P<num>\d+(?:[.,]\d+)*)"
    r"|(?P<init>[A-ZÀ-Ý]\.)(?![a-z])|(?P<word>[^\W\d_㐀-鿿〇]+(?:[-'’‑]?[^\W\d_㐀-鿿〇]+)*)|(?P<mark>[^\w\s]|\n|_)"
)
