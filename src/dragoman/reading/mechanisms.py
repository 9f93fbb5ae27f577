"""Standing arrangements named in a text: dialogues, forums, commissions, centres, programmes, prizes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.model import Act, Evidence, Mechanism, MechanismStatus
from dragoman.reading.confidence import UNMEASURED
from dragoman.reading.draft import Draft, Span
from dragoman.reading.items import Item, Items
from dragoman.reading.mentions import place_value

STATUSES: dict[Act | None, MechanismStatus] = {None: "discussed", "stated": "discussed", "agreed": "agreed", "signed": "agreed"}
MODIFIERS = ("cap", "caps", "low", "field", "country", "demonym", "joint", "body", "region", "eventmod", "groupmod", "postmod", "adjective", "orgnoun", "city", "capital")
MEMBERS = ("country", "demonym", "joint", "body")


def find_mechanisms(text: str, items: Items, drafts: list[Draft]) -> tuple[Mechanism, ...]:
    """The mechanisms that accounts speak of, and those of two or more sides whose sessions they tell; each name once."""
    found: dict[str, Mechanism] = {}
    starts = [item.start for item in items.items]

    def add(engagement: str, named: list[Item], status: MechanismStatus, parties: list[str], ordinal: int | None, rule: str) -> None:
        name = text[named[0].start : named[-1].end]
        evidence = (Evidence(named[0].start, named[-1].end, name),)
        kind = next(item.text.lower() for item in reversed(named) if item.has("mechanism"))
        new = Mechanism(name, kind, status, tuple(parties), engagement, ordinal, UNMEASURED, evidence, rule)
        found.setdefault(name.lower(), new)

    for number, draft in enumerate(drafts, 1):
        if draft.event:
            event = _within(items, starts, draft.event)
            members = _members(event)
            for named in _named(event) if len(members) > 1 else ():
                whole = [*named, *_tail(event[event.index(named[-1]) + 1 :])]
                add(f"e{number}", whole, "in session", members, _ordinal(event), "mechanism-in-session")
        for saying in draft.sayings:
            for named in _named(_within(items, starts, saying.span)):
                add(f"e{number}", named, STATUSES.get(saying.act, "proposed"), draft.affiliations(), None, "mechanism-in-saying")
    return tuple(found.values())


def _within(items: Items, starts: list[int], span: Span) -> list[Item]:
    return list(items.items[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])


def _named(items: list[Item]) -> Iterator[list[Item]]:
    """Each noun of a mechanism that ends a phrase, with the modifiers before it; a bare, simple noun names nothing."""
    for head, item in enumerate(items):
        if not item.has("mechanism") or (head + 1 < len(items) and items[head + 1].has("mechanism")):
            continue
        first = head
        while first > 0 and _modifies(items[first - 1]):
            first -= 1
        while first < head and items[first].text == "-":
            first += 1
        if first < head or item.has("compound"):
            yield items[first : head + 1]


def _modifies(item: Item) -> bool:
    if item.has("det") or item.has("role"):
        return False
    return item.text == "-" or item.has("mechanism") or any(item.has(category) for category in MODIFIERS)


def _tail(after: list[Item]) -> list[Item]:
    """What a body is for, if its name goes on to say so: '… on Science'."""
    return after if after and after[0].get("role", "r") in ("on", "for", "of") else []


def _members(event: list[Item]) -> list[str]:
    """The states and bodies that an event's name names."""
    return list(dict.fromkeys(place_value(item) for item in event if any(item.has(category) for category in MEMBERS)))


def _ordinal(event: list[Item]) -> int | None:
    """The number of a session: '3rd', 'third'."""
    for item in event:
        digits = re.match(r"\d{1,3}", item.text) if item.has("ordnum") or item.has("num") else None
        if digits or item.get("ordinal"):
            return int(digits[0] if digits else item.get("ordinal"))
    return None
