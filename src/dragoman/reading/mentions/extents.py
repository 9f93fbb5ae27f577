"""How far the name of a standing arrangement reaches around its noun."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.lexicon import UNKNOWN
from dragoman.reading.text.items import Item

PROPER = ("cap", "caps", "country", "demonym", "joint", "body", "region", "short")
MODIFIERS = (
    *PROPER,
    *("low", "field", "eventmod", "groupmod", "adjective", "light_adjective", "orgnoun", "city", "capital"),
    *("eventboard", "postmod", "noun", "han2", "han3", "han4"),
)
LONGEST_NAME = 12  # items


@dataclass(frozen=True, slots=True)
class Named:
    """A mechanism's name: items `first` to `last` (exclusive), with the item of its noun."""

    first: int
    last: int
    noun: int


def extent_to_the_left(items: tuple[Item, ...], noun: int, lowest: int, highest: int) -> Named:
    """The name around its noun: what modifies it before it, and 'of', 'for', 'on' with capitals after it."""
    first = noun
    while first > lowest and _modifies(items[first - 1]) and not _is_verb_of(items, first - 1, noun):
        first -= 1
    while first < noun and (
        items[first].text == "-" or (_only_describes(items[first]) and items[first + 1].text != "-")
    ):
        first += 1
    last = noun + 1
    while last + 1 < highest and (
        items[last].get("role", "r") in ("of", "for", "on") or (last > noun + 1 and items[last].has("and"))
    ):
        after = last + 1
        while after < highest and (
            items[after].has("det") or is_capital(items[after]) or "-" in (items[after].text, items[after - 1].text)
        ):
            after += 1
        if not is_capital(items[after - 1]):
            break
        last = after
    while last < highest and last == noun + 1 and items[last].has("joint"):
        last += 1
    return Named(first, last, noun)


def extent_to_the_right(items: tuple[Item, ...], noun: int, lowest: int, highest: int) -> Named:
    """The name that its noun opens: 'commission mixte franco-tunisienne de coopération'."""
    last = noun + 1
    while last < min(highest, noun + LONGEST_NAME):
        opens = items[last].get("role", "r") in ("of", "for", "on") or _joins_adjectives(items, last, highest)
        after = last + 1 if opens else last
        while after > last and after < highest and items[after].has("det"):
            after += 1
        if after >= highest or not (_modifies(items[after]) or (after > last + 1 and _is_subject(items[after]))):
            break
        last = after + 1
    first = noun - 1 if noun > lowest and items[noun - 1].has("count") else noun
    return Named(first, last, noun)


def _joins_adjectives(items: tuple[Item, ...], index: int, highest: int) -> bool:
    """Whether an 'and' joins what describes one noun: 'économique et financier'."""
    before, after = items[index - 1], items[min(index + 1, highest - 1)]
    return items[index].has("and") and all(each.has("field") or each.has("postmod") for each in (before, after))


def _is_subject(item: Item) -> bool:
    """Whether a noun is what is dealt with, though it may tell of talks elsewhere: 'Dialogue sur les échanges'."""
    return item.has("field") and item.has("trigger")


def _modifies(item: Item) -> bool:
    if item.text == "-" or item.has("mechanism"):
        return True
    return item.has_any(MODIFIERS) and not item.has_any(
        ("role", "det", "say", "discuss", "trigger", "aux", "planned", "cut")
    )


def _is_verb_of(items: tuple[Item, ...], index: int, noun: int) -> bool:
    """'Chad wants regular dialogue': an unknown word between a country and what is described."""
    return (
        index + 1 < noun
        and items[index].categories <= UNKNOWN
        and items[index - 1].has("country")
        and items[index - 2].text != "-"
    )


def _only_describes(item: Item) -> bool:
    return item.categories <= UNKNOWN or (
        (item.has("adjective") or item.has("light_adjective")) and not item.has("eventmod")
    )


def is_capital(item: Item) -> bool:
    return item.has("up") and not item.has("punct")
