"""Finds people of a register under any spelling and in any script."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.reference import name_keys, name_likeness
from dragoman.register import tables as t
from dragoman.register.people.identify import is_full
from dragoman.register.people.importing import all_people

_FULL = 0.9
_PART = 0.88


def people_named(connection: Connection, given: str, bearing: Sequence[str]) -> set[str]:
    """The ids of people in the register whose name, in some spelling, is the one given.

    `bearing` are people already found by the words of their names as written.
    """
    people = all_people(connection)
    least = _FULL if is_full(given, None) else _PART
    found = set(bearing)
    keys = name_keys(given)
    query = select(t.identity.c.person, t.party.c.name).join(t.party, t.party.c.id == t.identity.c.party_id)
    names: dict[str, set[str]] = {}
    for person, name in connection.execute(query.where(t.identity.c.person.is_not(None)).distinct()):
        names.setdefault(person, set()).update([name] if name else [])
    for person, written in names.items():
        known = people.get(person)
        spellings = written | (set(known.names) if known else set())
        if any(keys & name_keys(name) and name_likeness(given, name) >= least for name in spellings):
            found.add(person)
    return found
