"""What happens in each country of a journey: 'In both countries, she will meet with business leaders'."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import OF_LEG, Draft, PlaceDraft, copy_of
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person


def in_each(narration: Narration, told: Told, p: Predicate, drafts: list[Draft]) -> list[Draft]:
    """A meeting for each country where groups are met in several: 'In Chad and Peru, she met with civil society', 'On
    each stop, …'. Who is named is met once.
    """
    return [leg for draft in drafts for leg in _legs(narration, told, p, draft)]


def opens_everywhere(told: Told) -> bool:
    """Whether a sentence begins with 'In both countries', 'On each stop'."""
    return any(e.has("everywhere") for e in told.elements[:2])


def on_the_leg(narration: Narration, draft: Draft) -> None:
    """'In Lima, she will announce this at the Forum': an event to come, told with no day, on the days of the journey
    where it has come to, if the travellers attend it there."""
    there = narration.where.country if narration.where is not None else None
    leg = narration.legs.get(there or "")
    attending = journey_of(narration, draft.parties, "planned") if draft.status == "planned" else None
    if draft.days is None and leg is not None and attending is not None and draft.countries() <= {there}:
        draft.tell_leg(leg)
        draft.parent, draft.parent_rule = draft.parent or attending, draft.parent_rule or "same-traveller"


def journey_of(narration: Narration, people: list[Person], status: str) -> Draft | None:
    """The latest journey of a status on which somebody is."""
    journeys = (d for d in reversed(narration.drafts) if d.kind == "visit" and d.status == status)
    return next((d for d in journeys if set(d.parties) & set(people)), None)


def _legs(narration: Narration, told: Told, p: Predicate, draft: Draft) -> list[Draft]:
    subject = told.subjects.get(p.index, [])
    met = [x for x in draft.parties if x not in subject]
    places = draft.places
    if opens_everywhere(told) or any(e.has("everywhere") for e in told.elements[p.reach - 1 : p.reach + 1]):
        journey = journey_of(narration, draft.parties, draft.status)
        places = journey.places if journey is not None else []
    countries = {place.country for place in places}
    of_none = all(x.kind == "group" and (x.affiliation is None or x.inferred) for x in met)
    if draft.kind != "meeting" or len(countries) < 2 or len(countries) != len(places) or not (met and of_none):
        return [draft]
    return [_leg(narration, draft, place, met) for place in places]


def _leg(narration: Narration, draft: Draft, place: PlaceDraft, met: list[Person]) -> Draft:
    """A copy of a draft in one country, with groups of that country; on the days that the journey takes there."""
    theirs = {x: _of(narration, x, place.country) for x in met}
    leg = copy_of(draft, [theirs.get(x, x) for x in draft.parties])
    leg.places, leg.where = [place], place
    days = narration.legs.get(place.country or "")
    if days is not None and (not draft.date_spans or draft.date_rule == OF_LEG):
        leg.tell_leg(days)
    return leg


def _of(narration: Narration, group: Person, country: str | None) -> Person:
    found = narration.roster.enter(replace(group.mentions[-1], affiliation=country))
    found.inferred = True
    return found
