"""A sentence as elements: each mention one element, each other item one element."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.languages.lexicon import Entry
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Item, Items
from dragoman.reading.text.sentences import Sentence

VERBS = ("trigger", "say", "discuss")
COMMA = frozenset({"comma"})


class Element:
    """Either mentions (one, or the members of a list) or a plain item; offsets are code points. `categories` are the
    item's, none for mentions. No dataclass: there are as many as words, and an `__init__` made by one is not compiled.
    """

    __slots__ = ("categories", "end", "item", "mentions", "start")

    def __init__(
        self,
        start: int,
        end: int,
        mentions: tuple[Mention, ...],
        item: Item | None,
        categories: frozenset[str] = frozenset(),
    ) -> None:
        self.start, self.end = start, end
        self.mentions, self.item = mentions, item
        self.categories = categories

    def has(self, category: str) -> bool:
        """Whether a plain item has the category."""
        return category in self.categories

    def has_any(self, categories: Iterable[str]) -> bool:
        """Whether a plain item has one of the categories."""
        return not self.categories.isdisjoint(categories)

    def entries(self, category: str) -> list[Entry]:
        """The entries of a plain item with this category."""
        if self.item is None or category not in self.categories:
            return []
        return [entry for entry in self.item.entries if entry.category == category]

    def verbs(self) -> list[Entry]:
        """The entries of a plain item that may be a verb's."""
        if self.item is None or not self.has_any(VERBS):
            return []
        return [entry for category in VERBS for entry in self.item.entries if entry.category == category]

    def tells_occasion(self, *kinds: str) -> bool:
        """Whether a plain item is a noun for an engagement; of these kinds, if any are told."""
        nouns = (entry for entry in self.entries("trigger") if entry.get("form") == "noun")
        return any(not kinds or entry.get("kind") in kinds for entry in nouns)

    def tells_course(self) -> bool:
        """Whether a plain item tells how an occasion went: that it began, was held or ended."""
        return self.has("ending") or any(entry.get("opens") for entry in self.entries("trigger"))

    @property
    def is_party(self) -> bool:
        """Whether it names someone or something that can take part."""
        return bool(self.mentions) and self.mentions[0].is_party

    @property
    def pronoun(self) -> str:
        """Who a pronoun or a role points back to ('he', 'they', 'we', 'visitors'), '' for anything else."""
        if self.mentions:
            return {"plural": "they", "visitors": "visitors"}.get(self.mentions[0].kind, "")
        return self.item.get("pron", "who") if self.item else ""

    @property
    def gender(self) -> str:
        """'f' or 'm' of a word that tells it, else ''."""
        return self.item.get("gender", "g") if self.item else ""

    @property
    def role(self) -> str:
        """The role that a preposition gives to what follows, '' for anything else."""
        return self.item.get("role", "r") if self.item else ""

    def is_kind(self, *kinds: str) -> bool:
        """Whether it is a mention of one of these kinds."""
        return bool(self.mentions) and self.mentions[0].kind in kinds


def elements_of(items: Items, sentence: Sentence, mentions: list[Mention]) -> list[Element]:
    """The elements of a sentence in order."""
    found: list[Element] = []
    number, waiting = sentence.first, 0
    while number < sentence.last:
        if waiting < len(mentions) and mentions[waiting].first == number:
            same = [m for m in mentions[waiting:] if m.first == number]
            found.append(Element(same[0].start, same[0].end, tuple(same), None))
            waiting += len(same)
            number = same[0].last
        else:
            item = items.items[number]
            found.append(Element(item.start, item.end, (), item, item.categories))
            number += 1
    return _with_commas(found)


def _with_commas(elements: list[Element]) -> list[Element]:
    """'A, Director; B, Dean; and C, Rector, called on D': semicolons that part the members of a list which is the
    subject are commas."""
    parts = [n for n, e in enumerate(elements) if e.has("semicolon") and not e.has("colon")]
    if not parts or any(e.verbs() for e in elements[: parts[0]]):
        return elements
    ends = [*parts[1:], len(elements)]
    lists = [_opens_with_person(elements[n + 1 : end]) for n, end in zip(parts, ends, strict=True)]
    inner = not any(e.verbs() for e in elements[: parts[-1]])
    if not (all(lists) and inner and elements[parts[-1] + 1].has("and")):
        return elements
    listed = set(parts)
    return [Element(e.start, e.end, e.mentions, e.item, COMMA) if n in listed else e for n, e in enumerate(elements)]


def _opens_with_person(part: list[Element]) -> bool:
    """Whether a part of a list begins with somebody named, articles, honorifics and 'and' before."""
    first = next((e for e in part if not (e.has("det") or e.has("hon") or e.has("and"))), None)
    return first is not None and first.is_kind("person") and first.mentions[0].name is not None
