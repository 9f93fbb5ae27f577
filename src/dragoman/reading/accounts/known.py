"""For whom those act whose country a text leaves out because everybody knows it: 'his talks with President Kimani'."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from dragoman.reading.mentions.people import Roster
from dragoman.reference.actors import Actors, acts_for


def give_known(roster: Roster, actors: Actors, published: date | None, named: Collection[str]) -> None:
    """Say, as inferred, for whom those act who were in somebody's service when the text was published and of whom it
    does not tell so; a full name suffices, or a surname with its office. `named` are the countries that the text
    names: of others only heads of state or government are known, and not whoever the text begins with, who is at home.
    Nothing where the day is unknown."""
    told = {*named, roster.home} if roster.home else named
    day = published.isoformat() if published else ""
    people = [person for person in roster.people if person.kind == "person"]
    for person in people if day else ():
        name = roster.text_of(person.name)
        if name and (person.affiliation is None or person.inferred):
            post = roster.text_of(person.post) if person is not people[0] else None
            known = acts_for(actors, name, day, post, told)
            if known is not None:
                person.affiliation, person.inferred = known, True
