"""What is spoken of an event that no verb tells: its account, the one that is there already, how it is told."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.reading.accounts.conferences import seat_of
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.merging import same_occasion
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.coordination import in_list, past_when_and_where
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_state

SAID_REACH = 12  # elements after a verb of saying in which it is told whose event it is


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
        if element.role or element.has_any(("stop", "comma", "cut", "semicolon")):
            return False
        if element.mentions and not owner:
            return False
    return False


def whose(narration: Narration, told: Told, index: int) -> list[Person]:
    """'congratulated | Chad | on | hosting | the Forum', 'welcomed | Chad | 's | presidency of | the Summit': who held
    the event, or took part in it, that somebody speaks of; nobody if it is not told so."""
    says = max((p.index for p in told.predicates if p.sort == "say" and p.index < index), default=index)
    between = told.elements[says + 1 : index] if index - says <= SAID_REACH else []
    held = next((n for n in range(len(between) - 1, -1, -1) if between[n].has("hostship")), -1)
    if held < 0 or any(e.mentions for e in between[held:]):
        return []
    owner = next((e for e in reversed(between[:held]) if e.is_kind("state", "body", "person", "group")), None)
    one = owner.mentions[0] if owner is not None else None
    if one is None or one.kind != "group":
        return narration.people([one] if one is not None else [])
    state = replace(one, kind="state", rule="owner-of-event", post=None, head=None)  # 'Chad's leadership | as host'
    return [narration.roster.enter(state)] if is_state(one.affiliation) else []


def done_during(narration: Narration, elements: list[Element], index: int) -> list[Person]:
    """'follows | the Summit in May, during which | President A and Minister B | agreed': who did something at an event
    of which but a relative clause tells."""
    at = past_when_and_where(elements, index + 1)
    nested = at < len(elements) and (elements[at].has("nest") or elements[at - 1].role == "at")
    which = next((n for n in (at, at + 1) if n < len(elements) and elements[n].has("relative")), 0)
    where = bool(which) and (elements[which].has("there") or nested)
    acting = itertools.takewhile(lambda e: e.is_party or in_list(e), elements[which + 1 :] if where else ())
    return [p for p in narration.people([m for e in acting for m in e.mentions]) if p.name]


def with_body(elements: list[Element], index: int) -> Mention | None:
    """'the upcoming | G7 | and | NATO Summits': the event of the body that shares a noun with the one after it."""
    event, body = elements[index].mentions[0], elements[index - 2] if index > 1 else None
    shares = body is not None and body.is_kind("body") and elements[index - 1].has("and") and len(event.members) == 1
    if not shares or body is None or event.members[0][1][0] != event.start:
        return None
    one = body.mentions[0]
    member = (one.affiliation or "", (one.start, one.end))
    return replace(event, first=one.first, start=one.start, locality=(one.start, event.end), members=(member,))
