"""What is spoken of an event that no verb tells: its account, the one that is there already, how it is told."""

from __future__ import annotations

from dragoman.reading.accounts.conferences import seat_of
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.merging import same_occasion
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person


def event_draft(told: Told, mention: Mention, status: str, parties: list[Person], rule: str) -> Draft:
    span = (mention.start, mention.end)
    return Draft(
        "conference",
        status,
        rule,
        [span],
        list(parties),
        event=mention.locality,
        places=[seat_of(mention)] if mention.seat else [],
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )


def known_or_new(narration: Narration, draft: Draft, position: int) -> Draft:
    """The draft already there of the same occasion, or this one put in at a position."""
    known = next((d for d in reversed(narration.drafts) if same_occasion(d, draft, narration.roster)), None)
    if known is None:
        narration.drafts.insert(position, draft)
    return known or draft


def is_nested(elements: list[Element], index: int) -> bool:
    """Whether 'during', 'on the margins of' or a preposition of place leads to an event, light words between."""
    for element in reversed(elements[max(0, index - 6) : index]):
        if element.has("nest") or element.role == "at":
            return True
        owner = element.is_kind("body", "state") and elements[index - 1].has("poss")  # 'at | the OECD's | Forum'
        if element.role or any(element.has(c) for c in ("stop", "comma", "cut", "semicolon")):
            return False
        if element.mentions and not owner:
            return False
    return False
