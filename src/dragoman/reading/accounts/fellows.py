"""Who goes along on a journey, told beside it: 'B will join her in Lima', 'B will travel with the Envoy', 'travelled to
Lima with B', 'leads a delegation that includes B'.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.accounts.rejoining import subject_before
from dragoman.reading.clauses.coordination import before_name, people_listed
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

AHEAD = 7  # elements after the verb of a journey in which those are named with whom somebody makes it
TRIP = 3  # elements in which a noun for the journey, or a place, follows whoever is joined


def go_along(narration: Narration, told: Told) -> None:
    """Those whom a sentence tells to go along are on the journey, and act for whom those do who make it."""
    for n, element in enumerate(told.elements):
        for entry in element.entries("fellow")[:1]:
            journey = _journey_of(narration, told, n, bool(entry.get("ends")))
            if journey is not None:
                start = subject_before(told.elements, n)
                _take_along(narration, journey, [m for e in told.elements[start:n] for m in e.mentions])
        if element.has("members") and n and told.elements[n - 1].has("cut"):
            journey = next((d for d in told.drafts if d.kind == "visit" and d.status != "referenced"), None)
            if journey is not None:
                _take_along(narration, journey, _listed_after(told.elements, n + 1))
    for p in told.predicates:
        if p.sort == "trigger" and p.kind == "visit" and p.form == "verb" and not p.entry.get("tours"):
            journey = next((d for d in told.by_predicate.get(p.index, []) if d.kind == "visit"), None)
            leads = _leads_to_fellows(told.elements, p.index) if journey is not None else 0
            if journey is not None and leads:
                _take_along(narration, journey, _listed_after(told.elements, leads))


def _journey_of(narration: Narration, told: Told, verb: int, ends: bool) -> Draft | None:
    """The journey of whoever is named after a verb; if it `ends` there, at a place, or with a noun for the journey."""
    elements = told.elements
    at = next((n for n in range(verb + 1, len(elements)) if not before_name(elements[n])), verb)
    pronoun = verb + 1 < at and elements[verb + 1].has("addressee") and not elements[at].mentions
    at = verb + 1 if pronoun else at
    if not (elements[at].is_kind("person") or pronoun):
        return None
    after = elements[at + 1 : at + 2]
    trip = any(x.get("kind") == "visit" for e in elements[at + 2 : at + 2 + TRIP] for x in e.entries("trigger"))
    whereto = next((e for e in elements[at + 2 : at + 2 + TRIP] if not e.has("det")), None)
    place = whereto is not None and whereto.is_kind("place", "state")
    there = not after or after[0].has("stop") or (after[0].role == "at" and place) or (trip and not after[0].mentions)
    if ends and not there:
        return None
    joined = set(narration.people(list(elements[at].mentions)))
    journeys = (d for d in reversed(narration.drafts) if d.kind == "visit" and d.sentence < told.number)
    return next((d for d in journeys if pronoun or joined & set(d.parties)), None)


def _leads_to_fellows(elements: list[Element], verb: int) -> int:
    """'travelled | to Lima | on Monday | with | the Envoy': the element after 'with'; 0 if something else follows."""
    for n in range(verb + 1, min(len(elements) - 1, verb + AHEAD)):
        element = elements[n]
        if element.has("along"):
            return n + 1
        if not (
            element.role or element.has("det") or element.has("comma") or element.is_kind("place", "state", "date")
        ):
            return 0
    return 0


def _listed_after(elements: list[Element], index: int) -> list[Mention]:
    """The people, or the delegation, of a list that begins here; none if it begins with anything else."""
    return [m for m in people_listed(elements, index)[0] if m.name or m.post_kind == "delegation"]


def _take_along(narration: Narration, journey: Draft, mentions: list[Mention]) -> None:
    """Put people on a journey; those of whom it is not told act for whom all do who are on it."""
    acting: set[str | None] = {person.affiliation for person in journey.parties}
    people: list[Person] = [p for p in narration.people(mentions) if p.kind in ("person", "group")]
    for person in people if len(acting) == 1 else ():
        if person.affiliation is None and person not in journey.parties:
            person.affiliation = next(iter(acting)) or narration.roster.home
            person.inferred = person.affiliation is not None
    journey.joined.extend(journey.join(people))
