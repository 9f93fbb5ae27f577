"""Who is asked to an event: 'invited the Minister to attend the Forum', 'asked Envoy A to speak at the Summit'."""

from __future__ import annotations

from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.accounts.spoken_of import visitors
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person

LIST_REACH = 12  # elements back from the verb in which those who are invited are listed


def invited(narration: Narration, told: Told, p: Predicate) -> list[Person]:
    """Those who are asked to take part in an event told by name; empty if nobody is."""
    to = p.index - 1
    while to > 0 and (told.elements[to].has("aux") or told.elements[to].has("also")):
        to -= 1
    return _asked(narration, told.elements, to) if p.events else []


def invited_to(narration: Narration, told: Told, event: int) -> list[Person]:
    """'invited | the Rectors | to | the Conference in May': those who are asked to an event, articles between."""
    to = event - 1
    while to > 0 and told.elements[to].has("det"):
        to -= 1
    return _asked(narration, told.elements, to)


def _asked(narration: Narration, elements: list[Element], to: int) -> list[Person]:
    """Those named, or meant by a pronoun, between a word of asking and the 'to' that follows them."""
    if to < 2 or elements[to].role != "to":
        return []
    if elements[to - 1].pronoun == "visitors" and _asks(elements, to - 1):
        return visitors(narration)  # 'invited | the guests | to attend the Forum'
    if elements[to - 1].has("addressee") and _asks(elements, to - 1):
        if addressed := _addressed(narration, elements[: to - 1]):
            return addressed
        asking = {person for e in elements[:to] for person in narration.people(list(e.mentions))}
        there = narration.current.parties if narration.current is not None else []
        return [person for person in there if person.name and person not in asking][:1]
    first = to
    while first > max(1, to - LIST_REACH) and _lists(elements[first - 1]):
        first -= 1
    asked = narration.people([m for e in elements[first:to] for m in e.mentions if m.is_party])
    return asked if asked and _asks(elements, first) else []


def _addressed(narration: Narration, elements: list[Element]) -> list[Person]:
    """'delivered a message | to | Minister A from Minister B, inviting him': to whom it is."""
    to = next((n for n, e in enumerate(elements) if e.role == "to"), len(elements))
    whom = next((e for e in elements[to + 1 :] if not (e.has("det") or e.has("hon"))), None)
    return narration.people(list(whom.mentions)) if whom is not None and whom.is_kind("person") else []


def _lists(element: Element) -> bool:
    return element.is_party or element.has_any(("and", "comma", "det", "hon")) or element.role == "for"


def _asks(elements: list[Element], index: int) -> bool:
    """Whether a word of asking stands right before an element: 'invited | the Minister', 'an invitation | to | her'."""
    before = next((e for e in reversed(elements[:index]) if e.role not in ("to", "for") or e.has("inviting")), None)
    return before is not None and before.has("inviting")
