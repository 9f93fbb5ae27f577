"""A toured place that nothing but the verb shows to be one: 'a visité | le Centre national d'incendie'."""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.arguments import ASIDE
from dragoman.reading.clauses.coordination import before_name, listed_from
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

SITES = ("org", "body", "site", "state")
HEADS = ("site", "orgnoun", "part", "unit")
LONGEST = 10  # elements of the words for a place
PASSED = ("aux", "also", "comma")
ENDS = ("comma", "stop", "cut", "semicolon", "companion", "and", "nest", "finite", "open", "quote", "num")


def toured_phrase(elements: list[Element], p: Predicate) -> list[Mention]:
    """The noun phrase after a verb of touring as a site; none if it names people, an occasion or no place at all."""
    people = p.admits("obj") and any(m.kind not in ("org", "body", "state") for m in p.objects)
    people = people or bool(p.object_pronoun)
    if not p.entry.get("tours") or people or any(m.kind in SITES for m in p.places):
        return []
    phrase = toured_noun(elements, p.index, p.entry)
    if phrase:
        p.objects = [m for m in p.objects if m.start > phrase[-1].end]  # 'a visité | les installations de | la mine'
        p.objects = p.objects or _seen_with(elements, p, phrase[-1].end)
    return [Mention("site", "toured-phrase", 0, 0, phrase[0].start, phrase[-1].end)] if phrase else []


def toured_noun(elements: list[Element], index: int, entry: Entry) -> list[Element]:
    """The words for what a verb of touring takes: any noun phrase, or (`tours=site`) one whose noun is a site's."""
    first = _after_setting(elements, index + 1)
    told = 0 < first < len(elements) and elements[first - 1].has_any(("det", "num"))
    first = first if told else index + 1  # 'visited | school laboratories'
    last = first
    while last < min(len(elements), first + LONGEST) and not _ends(elements, last):
        last += 1
    while last > first and (elements[last - 1].role or elements[last - 1].has("det")):
        last -= 1
    phrase = elements[first:last]
    owned = next((n for n, e in enumerate(phrase) if e.role), len(phrase))
    people = any(_is_somebody(e) for e in phrase) or any(e.is_kind("group") for e in phrase[:owned])
    if owned == 0 or not phrase or phrase[owned - 1].mentions or people:
        return []
    head = phrase[owned - 1]
    several = any(e.get("sites") for e in head.entries("low"))
    if not told:
        return phrase if several else []
    return phrase if several or head.has_any(HEADS) or (len(phrase) > 1 and entry.get("tours") == "yes") else []


def _seen_with(elements: list[Element], p: Predicate, end: int) -> list[Mention]:
    """'toured the Lund training centre | with | the Mayor': those with whom it is toured, told right after it."""
    after = next((n for n, e in enumerate(elements) if e.start >= end), len(elements))
    if after >= len(elements) or elements[after].role not in ("with", "by") or not p.admits(elements[after].role):
        return []
    there = next((n for n in range(after + 1, len(elements)) if not before_name(elements[n])), len(elements))
    if there >= len(elements) or not elements[there].is_party:
        return []
    listed, p.reach = listed_from(elements, there)
    return listed


def _is_somebody(element: Element) -> bool:
    """Whether an element is an event or a person, and not a bare name: 'the | Ana Quispe | training centre'."""
    return element.is_kind("event") or (element.is_kind("person") and element.mentions[0].rule != "name")


def _after_setting(elements: list[Element], index: int) -> int:
    """Past adverbs, dates and places, and the article after them."""
    limit = min(len(elements) - 1, index + ASIDE)
    while index < limit:
        element = elements[index]
        placed = element.role in ("at", "on") and elements[index + 1].is_kind("place", "date", "state")
        if (element.has("det") or element.has("num")) and not element.role:
            return index + 1
        if not (placed or element.is_kind("place", "date", "state") or element.has_any(PASSED)):
            return 0
        index += 1
    return 0


def _ends(elements: list[Element], index: int) -> bool:
    element = elements[index]
    governed = bool(element.role) and element.role != "of"
    return governed or bool(element.verbs()) or element.is_kind("date") or element.has_any(ENDS)
