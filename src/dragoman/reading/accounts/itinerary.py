"""Who takes part in what is told of a journey where nobody is named: 'agreements will be signed during the visit',
'talks will be held with the King', 'the visit will include a meeting with students'.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, Span
from dragoman.reading.accounts.narration import Narration
from dragoman.reading.accounts.tense import will_be
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_state


def is_on_programme(elements: list[Element], p: Predicate) -> bool:
    """'The visit will | include | talks with the King and | the signing | of an accord': told of a journey to come."""
    if p.form != "noun" or p.cue or p.governor is None or p.kind == "visit":
        return False
    included = next((n for n in range(p.index - 1, -1, -1) if elements[n].has("enumerating")), -1)
    journey = any(x.get("kind") == "visit" for e in elements[:included] for x in e.entries("trigger"))
    future = any(x.get("tense") == "future" for x in elements[included].entries("enumerating"))
    return included > 0 and journey and (future or will_be(elements, included))


def is_on_itinerary(narration: Narration, elements: list[Element], p: Predicate) -> bool:
    """'Her program in Lima | includes | meetings with the Mayor': what a journey to come is made up of."""
    journey = _journey(narration)
    if p.form != "noun" or p.cue or p.kind == "visit" or journey is None or journey.status != "planned":
        return False
    included = next((n for n in range(p.index - 1, -1, -1) if elements[n].has("enumerating")), -1)
    return any(e.has("itinerary") for e in elements[: max(included, 0)])


def signatories(narration: Narration, p: Predicate) -> list[Person]:
    """The states between which something is to be signed on the journey being told; empty if it is not on one."""
    journey = _journey(narration)
    if journey is None or p.cue != "planned":
        return []
    home = narration.roster.home
    if not all(is_state(x.affiliation or home) for x in journey.parties):
        return []  # of an institution's people: what it is to sign is no state's
    sides: dict[str, Span] = {}
    for person in journey.parties:
        if (state := person.affiliation or home) is not None:
            sides[state] = person.name or person.post or journey.spans[0]
    sides |= {place.country: place.spans[0] for place in journey.places if is_state(place.country) and place.spans}
    named = (Mention("state", "side-of-journey", 0, 0, a, b, affiliation=code) for code, (a, b) in sides.items())
    return [narration.roster.enter(mention) for mention in named] if len(sides) > 1 else []


def travellers(narration: Narration, p: Predicate, objects: list[Person]) -> list[Person]:
    """Those on a journey with whom others are met in talks that nobody is told to hold; empty if they are named."""
    journey = _journey(narration)
    unsaid = not (p.subject or p.pronoun or p.closed) and p.form in ("noun", "passive")
    listed = p.governor is not None and p.governor.sort == "trigger" and p.governor.form == "noun"
    if journey is None or not unsaid or not listed or any(x in journey.parties for x in objects):
        return []
    planned = p.cue == "planned" or (journey.status == "planned" and not p.cue)
    strangers = all(x.kind in ("person", "group") for x in objects)
    return list(journey.parties) if objects and planned and strangers else []


def _journey(narration: Narration) -> Draft | None:
    """The journey that is told of: the latest, if it is not one of earlier days."""
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit"), None)
    return journey if journey is not None and journey.status != "referenced" and journey.places else None
