"""Institutions that garbled names may mean: proposals for a person to confirm, computed when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model import Account
from dragoman.reference import world
from dragoman.reference.folding import fold
from dragoman.reference.institutions import Institution, institution_likeness
from dragoman.register.rows import Proposal

_LEAST = 0.65
_WRITTEN_SO = 0.999
_MOST = 3


def proposals(account: Account, known: Sequence[Institution]) -> Iterator[Proposal]:
    """For each institution that an account names otherwise than it is known: whom it may mean, the likeliest first.

    Of a name that the list has as another name of one institution, it is that one, with a likeness of 1.
    """
    countries = {place.country for place in account.places if place.country}
    for written in dict.fromkeys(_named(account)):
        scored = [(institution_likeness(written, each), each) for each in known]
        exact = [each for likeness, each in scored if likeness >= _WRITTEN_SO]
        if exact:
            yield from _by_another_name(written, exact)
            continue
        near = [(likeness, each) for likeness, each in scored if likeness >= _LEAST]
        at_home = [(likeness, each) for likeness, each in near if not countries or each.country in countries]
        for likeness, each in sorted(at_home or near, key=lambda found: (-found[0], found[1].name))[:_MOST]:
            reason = f"names agree {likeness:.2f}"
            if each.country in countries:
                reason += f"; in {each.country}, where it was"
            yield Proposal(written, each.name, each.country, likeness, reason)


def _by_another_name(written: str, exact: Sequence[Institution]) -> Iterator[Proposal]:
    """The one institution that is known under a name which is not its usual one."""
    if len(exact) == 1 and fold(exact[0].name) != fold(written):
        (each,) = exact
        yield Proposal(written, each.name, each.country, 1.0, f"another name of it (source: {each.source})")


def _named(account: Account) -> Iterator[str]:
    """What may be an institution: whom parties act for, where a tour went."""
    earth = world()
    for party in account.parties:
        of = party.affiliation
        if of and of not in earth.countries and of not in earth.organisations and of not in earth.regions:
            yield of
    if account.kind == "tour":
        for place in account.places:
            if place.locality:
                yield place.locality
