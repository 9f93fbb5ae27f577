"""To which state or body an office named without one belongs: the publisher's, or what the text shows."""

from __future__ import annotations

from collections import Counter

from dragoman.languages.language import Language
from dragoman.reading.draft import Draft
from dragoman.reading.items import Items, scan
from dragoman.reading.mentions import place_value
from dragoman.reading.people import Roster

OWNERS = ("publisher", "country", "demonym", "seat", "body", "capital", "city")
DATELINE = 4  # items at the head of the text in which a city is the dateline's


def publisher_home(publisher: str | None, language: Language) -> str | None:
    """The state or body that a publisher's name tells: an ISO code or a short form, None if it tells none."""
    for item in scan(publisher, language).items if publisher else ():
        for category in OWNERS:
            if item.has(category):
                return item.get(category).partition("|")[0]
    return None


def shown_home(items: Items, roster: Roster, drafts: list[Draft]) -> str | None:
    """The country that the text is at home in: the one named most that is neither a party's told one nor visited."""
    named = Counter[str]()
    for number, item in enumerate(items.items):
        if item.has("city") or item.has("capital") or item.has("seat"):
            named[place_value(item).partition("|")[0]] += 3 if number < DATELINE else 1
        elif item.has("country") or item.has("demonym") or item.has("joint"):
            named[place_value(item)] += 1
    for person in roster.people:
        if person.kind == "person" and person.name and person.affiliation and person.affiliation in named:
            named[person.affiliation] -= 2
    for draft in drafts:
        for country in draft.countries() if draft.kind == "visit" else ():
            named[country] -= 2
    return max(named, key=lambda code: (named[code], -list(named).index(code)), default=None)
