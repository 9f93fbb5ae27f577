"""Towns that no gazetteer of ours has, told once with their country, or with the state or province of one that they
lie in: 'to Fasano, Italy … In Fasano, she will …', 'in Camden, Maine'.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import CAP, Lexicon
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.text.items import Item, Items, items_of

LONGEST = 3  # words of a town's name
PLACING = ("at", "to", "from")  # roles of the prepositions before a town
Words = tuple[str, ...]


def settle_namesakes(items: Items, home: str | None) -> None:
    """A country's name that is also a province's means this after a town of the province's state, or where the text is
    at home in that state after any town and before an office of provinces: 'in Savannah, | Georgia'."""
    for number, item in enumerate(items.items):
        state = item.get("namesake")
        if not state:
            continue
        town = items.items[number - 2] if number > 1 and items.items[number - 1].has("comma") else None
        known = town is not None and place_value(town) == state
        after = items.items[number + 1] if number + 1 < len(items.items) else None
        officer = after is not None and after.has("provincial")
        if known or (home == state and (officer or (town is not None and (town.has("cap") or town.has("site"))))):
            item.entries = tuple(
                replace(entry, attributes={"value": state}) if entry.category == "country" else entry
                for entry in item.entries
            )


def join_towns(items: Items, lexicon: Lexicon) -> Items:
    """The items with each town that is told with its country once as one item, a city, wherever it stands."""
    towns = dict(_towns(items.items))
    if not towns:
        return items
    found: list[Item] = []
    number = 0
    while number < len(items.items):
        name = next((n for n in range(LONGEST, 0, -1) if _words(items.items[number : number + n]) in towns), 0)
        found.append(_city(items.items[number : number + name], towns) if name else items.items[number])
        number += name or 1
    return items_of(found, lexicon)


def _towns(items: tuple[Item, ...]) -> list[tuple[Words, Item]]:
    """The names of towns, each with the item of its country or state: after a preposition of place, or another place in
    a list.
    """
    towns: list[tuple[Words, Item]] = []
    listed = False
    for number, country in enumerate(items):
        holds = country.has("country") or country.has("subdivision")
        if not holds or number < 2 or not items[number - 1].has("comma"):
            continue
        first = number - 1
        while first > 0 and number - 1 - first < LONGEST and items[first - 1].categories == CAP:
            first -= 1
        before = items[first - 1] if first > 0 else None
        known = first == number - 1 and items[first - 1].has_any(("city", "capital"))
        if known and first > 1:
            before = items[first - 2]
        governed = before is not None and before.get("role", "r") in PLACING
        goes_on = listed and before is not None and (before.has("semicolon") or before.has("and"))
        listed = governed or goes_on
        if listed and not known and first < number - 1:
            towns.append((_words(items[first : number - 1]), country))
    return towns


def _words(items: tuple[Item, ...]) -> Words:
    return tuple(item.text for item in items)


def _city(items: tuple[Item, ...], towns: dict[Words, Item]) -> Item:
    country = towns[_words(items)]
    entries = (replace(country.entries[0], category="city", attributes={"value": place_value(country)}),)
    text = " ".join(item.text for item in items)
    return Item(items[0].start, items[-1].end, text, entries, frozenset({"city", "up"}))
