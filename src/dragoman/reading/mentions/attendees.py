"""Names of those who were present, in scripts without spaces: they fill a paragraph up to the verb that tells so.

Nothing else can stand there ('\\n洛桑次仁、高朗等参加会见。'), so that the names need look like none: those of several
peoples begin with no family name, or with the name of a town.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dragoman.reading.mentions.characters import DOTS, is_han
from dragoman.reading.text.items import Item

REACH = 40  # items of a list of those present
LENGTH = range(2, 11)  # characters of a name
OTHER = frozenset({"side", "pron", "groupmod", "groupnoun", "rep", "num", "posthead", "rel", "role"})
PLACES = frozenset({"city", "capital", "familyname"})


def attendees(items: tuple[Item, ...]) -> Iterator[str]:
    """The names that a paragraph lists from its beginning to the verb of being present with which it ends."""
    for number, item in enumerate(items):
        if item.text == "\n":
            yield from _listed(items, number + 1)


def _listed(items: tuple[Item, ...], first: int) -> Iterator[str]:
    last = next((n for n in range(first, min(len(items), first + REACH)) if not _lists(items[n])), len(items))
    ends = last + 1 < len(items) and items[last].has("presence") and items[last + 1].has("stop")
    for joint, part in itertools.groupby(items[first:last] if ends else (), key=lambda item: item.has("lists")):
        name = list(part)
        while name and (name[-1].has("others") or (len(name) > 1 and name[-1].has("each"))):
            name.pop()
        text = "".join(item.text for item in name)
        if not joint and len(text) in LENGTH and any(not item.entries for item in name if is_han(item)):
            yield text


def _lists(item: Item) -> bool:
    """Whether it may be of a list of names, or of a name."""
    if item.has("lists") or item.has("others") or item.text in DOTS:
        return True
    spelt = not item.entries or len(item.text) == 1 or item.has_any(PLACES)
    return is_han(item) and spelt and not item.has_any(OTHER)
