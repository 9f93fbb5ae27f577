"""Short forms of countries that several share ('巴', '塞'): which one a text means is told by the countries it
names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dragoman.languages.lexicon import Lexicon
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.mentions.people import is_state
from dragoman.reading.text.items import Items, items_of

PLAIN = frozenset({"han1"})
PROVINCES = frozenset({"province", "short"})
TWINS = frozenset({"country", "demonym"})
NAMES = frozenset({"country", "demonym", "capital", "region", "body", "city"})


def named_countries(*texts: Items) -> Counter[str]:
    """How often texts name each country, region or body in full."""
    return Counter(
        place_value(item).partition("|")[0] for items in texts for item in items.items if item.has_any(NAMES)
    )


def abroad_of(home: str | None, *texts: Items) -> str | None:
    """The state that texts name most beside their own, None if they name no other."""
    named = Counter({code: 3 * count for code, count in named_countries(*texts).items()})
    for items in texts:
        for item, following in zip(items.items, items.items[1:], strict=False):
            if item.has("short") and (following.has("side") or following.has("short")):
                named.update(place_value(each).partition("|")[0] for each in (item, following) if each.has("short"))
    others = [code for code in named if is_state(code) and code != home]
    return max(others, key=lambda code: named[code], default=None)


def settle_shorts(items: Items, named: Counter[str], lexicon: Lexicon) -> Items:
    """The items with the one that the text names most before the others that a short form may mean; what may also be a
    province is no country's where none of them is named."""
    provinces = False
    for item in items.items:
        if item.categories == PROVINCES:
            codes = {code for entry in item.entries for code in entry.get("value").split("|") if code}
            if not any(named[code] for code in codes):  # '来津访问'
                item.entries, item.categories, provinces = (), PLAIN, True
        if item.has("short") and any("|" in entry.get("value") for entry in item.entries):
            item.entries = tuple(
                replace(entry, attributes={**entry.attributes, "value": _ranked(entry.get("value"), named)})
                if entry.category == "short"
                else entry
                for entry in item.entries
            )
    return items_of(list(items.items), lexicon) if provinces else items


def settle_ours(items: Items, home: str | None) -> None:
    """'我国' names the country that the text is at home in."""
    if not is_state(home):
        return
    for item in items.items:
        if item.has("ourland"):
            item.entries = tuple(
                replace(entry, attributes={**entry.attributes, "value": home}) if entry.category == "country" else entry
                for entry in item.entries
            )


def settle_twins(items: Items, home: str | None, named: Counter[str]) -> None:
    """'congolais', 'Korea', of which there are two: the one that the text is at home in, else the one that it names
    most in words of its own.
    """
    for item in items.items:
        if item.has_any(TWINS) and any("|" in entry.get("value") for entry in item.entries):
            item.entries = tuple(
                replace(entry, attributes={**entry.attributes, "value": _ranked(entry.get("value"), named, home)})
                if entry.category in TWINS
                else entry
                for entry in item.entries
            )


def _ranked(value: str, named: Counter[str], first: str | None = None) -> str:
    return "|".join(sorted(value.split("|"), key=lambda code: (code != first, -named[code])))


def named_alone(*texts: Items) -> Counter[str]:
    """How often texts name each country in words that mean no other."""
    alone = (
        place_value(item)
        for items in texts
        for item in items.items
        if item.has_any(NAMES) and not any("|" in e.get("value") for e in item.entries if e.category in TWINS)
    )
    return Counter(code for code in alone if is_state(code))
