"""A toured place that nothing but the verb shows to be one: 'a visité | le Centre national d'incendie'."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import ASIDE
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

SITES = ("org", "body", "site", "state")
LONGEST = 10  # elements of the words for a place
PASSED = ("aux", "also", "comma")
ENDS = ("comma", "stop", "cut", "semicolon", "companion", "and", "nest", "finite", "open", "quote", "num")


def toured_phrase(elements: list[Element], p: Predicate) -> list[Mention]:
    """The noun phrase after a verb of touring as a site; none if it names people, an occasion or no place at all."""
    people = any(m.kind not in ("org", "body", "state") for m in p.objects) or bool(p.object_pronoun)
    if not p.entry.get("tours") or people or any(m.kind in SITES for m in p.places):
        return []
    first = _after_setting(elements, p.index + 1)
    if not 0 < first < len(elements) or not elements[first - 1].has("det"):
        return []
    last = first
    while last < min(len(elements), first + LONGEST) and not _ends(elements, last):
        last += 1
    while last > first and (elements[last - 1].role or elements[last - 1].has("det")):
        last -= 1
    phrase = elements[first:last]
    if len(phrase) < 2 or phrase[0].mentions or any(e.is_kind("person", "group", "event") for e in phrase):
        return []
    p.objects = [m for m in p.objects if m.start > phrase[-1].end]  # 'a visité | les installations de | la coopérative'
    return [Mention("site", "toured-phrase", 0, 0, phrase[0].start, phrase[-1].end)]


def _after_setting(elements: list[Element], index: int) -> int:
    """Past adverbs, dates and places, and the article after them."""
    limit = min(len(elements) - 1, index + ASIDE)
    while index < limit:
        element = elements[index]
        placed = element.role in ("at", "on") and elements[index + 1].is_kind("place", "date", "state")
        if element.has("det") and not element.role:
            return index + 1
        if not (placed or element.is_kind("place", "date", "state") or any(map(element.has, PASSED))):
            return 0
        index += 1
    return 0


def _ends(elements: list[Element], index: int) -> bool:
    element = elements[index]
    governed = bool(element.role) and element.role != "of"
    return governed or bool(element.verbs()) or element.is_kind("date") or any(map(element.has, ENDS))
