"""Finds people of a register under any spelling and in any script."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, select

from dragoman.reference import name_keys, name_likeness
from dragoman.reference.folding import fold
from dragoman.register import tables as t
from dragoman.register.people.identify import is_full
from dragoman.register.people.importing import all_people

_FULL = 0.9
_PART = 0.88


def people_named(connection: Connection, given: str) -> set[str]:
    """The ids of people in the register whose name, in some spelling, is the one given or has its words."""
    bearing = (
        select(t.identity.c.person)
        .join(t.party, t.party.c.id == t.identity.c.party_id)
        .where(bears(t.party.c.name_folded, fold(given).split()), t.identity.c.person.is_not(None))
    )
    people = all_people(connection)
    least = _FULL if is_full(given, None) else _PART
    found = set(connection.scalars(bearing.distinct()))
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


def bears(column: ColumnElement[str | None], words: Sequence[str]) -> ColumnElement[bool]:
    """Whether a column of folded names has all of these words."""
    return and_(column.is_not(None), *(column.contains(word, autoescape=True) for word in words))
