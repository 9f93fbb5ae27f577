"""The dateline at the head of a despatch ('MANAMA, Nov 11 (BNA) --', '新华社北京12月8日电'): where it was written.

The custom of news agencies and newspapers: a place, often a date and the agency, and a mark that ends the line.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.text.items import Items

HEAD = 3  # items within which the city stands
WRITER = 5  # items within which 'reporter' stands, before a name
LONGEST = 16  # items
BRACKETS = frozenset("()（）/[]")
MARKS = frozenset({":", "–", "—", "--", "-", "電", "电"})
NOWHERE = frozenset({"call", "letter", "visit"})


def dateline(items: Items) -> PlaceDraft | None:
    """The place of the dateline; None if the text has none."""
    found: PlaceDraft | None = None
    signed = items.items[:LONGEST]
    writer = next((n for n, item in enumerate(signed[:WRITER]) if item.has("groupnoun") and item.has("posthead")), -1)
    head = [item for n, item in enumerate(signed) if not (writer - 2 <= n <= writer + 1)] if writer > 0 else signed
    for number, item in enumerate(head):  # '（中央社记者陈一台北17日电）'
        if found is None and number < HEAD and (item.has("city") or item.has("capital")):
            span = (item.start, item.end)
            found = PlaceDraft(place_value(item), span, (span,), True, "dateline")
        elif item.text in MARKS:
            return found
        elif found is None and number >= HEAD:
            return None
    return None


def agency_home(text: str, items: Items, agencies: Mapping[str, str], written: PlaceDraft | None) -> str | None:
    """The country of the news agency that signs a despatch, in its first words or its last line; None if none does,
    or if the despatch is `written` elsewhere and names neither country as correspondents do: agencies share letters.
    """
    line = len(text.rstrip()[: text.rstrip().rfind("\n") + 1])
    last = text[line:].strip().strip("()[]-–—/ .")
    signs = (item.text for n, item in enumerate(items.items[:LONGEST]) if item.text in agencies and _signs(items, n))
    home = agencies.get(next(signs, last))
    if home is None or written is None or written.country == home:
        return home
    named = {place_value(item).partition("|")[0] for item in items.items if item.has("country") or item.has("demonym")}
    return home if named & {home, written.country} else None


def _signs(items: Items, number: int) -> bool:
    """Whether a mark that ends a dateline, or brackets, stand around a word."""
    before, after = (items.items[n].text if 0 <= n < len(items.items) else "" for n in (number - 1, number + 1))
    if (before in BRACKETS and after in BRACKETS) or after in MARKS or before in MARKS or after[:1].isdigit():
        return True
    by = number + 1 < len(items.items) and items.items[number + 1].has("groupnoun")  # '中央社|记者陈一|台北17日电'
    seat = items.items[number + 3 : number + 4] if by else items.items[number + 1 : number + 2]
    seated = bool(seat) and is_cjk(seat[0].text[0]) and (seat[0].has("city") or seat[0].has("capital"))
    return seated and any(item.text in MARKS for item in items.items[number + 2 : LONGEST])  # '中央社台北17日电'


def place_at(drafts: list[Draft], written: PlaceDraft) -> None:
    """What was held at no told place, or in no told locality of the same country, took place where the despatch was
    written.
    """
    for draft in drafts:
        if draft.status != "held" or draft.kind in NOWHERE:
            continue
        if all(
            place.country == written.country and place.locality is None and not place.seat for place in draft.places
        ):
            draft.places = [written]
