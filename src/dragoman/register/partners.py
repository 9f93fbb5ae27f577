"""Whom one deals with: a country, a body or a person, by any name, and the accounts that tell of dealings with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, SelectBase, func, select, union

from dragoman.errors import DragomanError
from dragoman.reference import world
from dragoman.reference.folding import fold
from dragoman.register import tables as t
from dragoman.register.filters import affiliation
from dragoman.register.grouping.bodies import country_of
from dragoman.register.people.finding import people_named
from dragoman.register.people.importing import all_people

_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Partner:
    """A country (`id` its code), a body (its id, or its name as accounts write it) or a person (the person's id)."""

    kind: Literal["country", "body", "person"]
    id: str
    name: str


def partner(connection: Connection, given: str) -> Partner:
    """Who is meant by a code or a name in any language and script.

    Raises DragomanError for who is not known, and for a name that several have.
    """
    code = affiliation(given)
    country = world().countries.get(code) if code else None
    if country is not None:
        return Partner("country", country.iso2, country.names["en"])
    code = code or affiliation_here(connection, given) or _region(given)
    return Partner("body", code, code) if code else _person(connection, given)


def affiliation_here(connection: Connection, given: str) -> str | None:
    """What parties of the register act for, as they write it, if it is what was given."""
    same = func.upper(t.party.c.affiliation) == given.strip().upper()
    return connection.scalar(select(t.party.c.affiliation).where(same).order_by(t.party.c.affiliation).limit(1))


def accounts_with(connection: Connection, who: Partner) -> SelectBase:
    """A query of the ids of accounts in which a partner takes part, or in which a country is visited.

    An institution counts for the country that its name tells.
    """
    if who.kind == "person":
        meant = select(t.party.c.account_id).join(t.identity, t.identity.c.party_id == t.party.c.id)
        return meant.where(t.identity.c.person == who.id)
    of = t.party.c.affiliation
    if who.kind == "body":
        return select(t.party.c.account_id).where(of == who.id)
    written = connection.scalars(select(of).where(of.is_not(None)).distinct()).all()
    ours = [who.id, *sorted(name for name in written if country_of(name) == who.id)]
    visited = select(t.place.c.account_id).join(t.account, t.account.c.id == t.place.c.account_id)
    return union(
        select(t.party.c.account_id).where(of.in_(ours)),
        visited.where(t.place.c.country == who.id, t.account.c.kind.in_(("visit", "tour"))),
    )


def _region(given: str) -> str | None:
    return given.strip().upper() if given.strip().upper() in world().regions else None


def _person(connection: Connection, given: str) -> Partner:
    """The person of an id or a full name; else the only one in the register called so, else in the tenures."""
    people, words = all_people(connection), fold(given).split()
    known = {one.id: one.name for one in people.written_alike(given) if _is_called(one.names, words)}
    if (one := people.get(given.strip())) is not None:
        known[one.id] = one.name
    ids = people_named(connection, given) | {given.strip()} if words else set()
    here = select(t.identity.c.person, func.min(t.identity.c.name)).where(t.identity.c.person.in_(ids))
    met = {id: name or id for id, name in connection.execute(here.group_by(t.identity.c.person))}
    both = known | met
    exactly = {id: name for id, name in both.items() if id == given.strip() or fold(name).split() == words}
    found = exactly or met or known
    if not found:
        raise DragomanError(
            f"'{given}' is no country, body or person that is known here: write a code like FR, or another name."
        )
    if len(found) > 1:
        named = ", ".join(f"{name} ({id})" for id, name in sorted(found.items())[:_NAMED_AT_MOST])
        more = ", …" if len(found) > _NAMED_AT_MOST else ""
        raise DragomanError(f"'{given}' may be any of {named}{more}: write the id of the person.")
    ((id, name),) = found.items()
    return Partner("person", id, name)


def _is_called(names: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one of the names has all of these words."""
    return any(set(words) <= set(fold(name).split()) for name in names)
