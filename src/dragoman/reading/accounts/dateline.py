"""The dateline at the head of a despatch ('MANAMA, Nov 11 (BNA) --', '新华社北京12月8日电'): where it was written.

The custom of news agencies and newspapers: a place, often a date and the agency, and a mark that ends the line.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.text.items import Items

HEAD = 3  # items within which the city stands
LONGEST = 16  # items
MARKS = frozenset({":", "–", "—", "--", "-", "電", "电"})
NOWHERE = frozenset({"call", "letter", "visit"})


def dateline(items: Items) -> PlaceDraft | None:
    """The place of the dateline; None if the text has none."""
    found: PlaceDraft | None = None
    for number, item in enumerate(items.items[:LONGEST]):
        if found is None and number < HEAD and (item.has("city") or item.has("capital")):
            span = (item.start, item.end)
            found = PlaceDraft(place_value(item), span, (span,), True, "dateline")
        elif item.text in MARKS:
            return found
        elif found is None and number >= HEAD:
            return None
    return None


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
