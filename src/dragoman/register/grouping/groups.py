"""The accounts of one engagement: which one leads, and why each belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.register.grouping.clusters import Pair, Rulings, cluster, pair
from dragoman.register.grouping.likeness import likeness
from dragoman.register.grouping.telling import Telling

ALONE = "the only account of it"
_STATUSES = ("held", "planned", "referenced")


@dataclass(frozen=True, slots=True)
class Membership:
    """That an account belongs to an engagement: why, and how likely (None where nothing is to be doubted)."""

    account: str
    engagement: str
    reason: str
    likelihood: float | None


def memberships(tellings: Mapping[str, Telling], ties: Mapping[Pair, float], rulings: Rulings) -> list[Membership]:
    """Group accounts; an engagement goes by the id of its leading account."""
    groups = cluster(tellings, ties, rulings, lambda one, other: likeness(one, other).likelihood)
    return [membership for group in groups for membership in _group([tellings[id] for id in group], rulings)]


def _group(members: list[Telling], rulings: Rulings) -> list[Membership]:
    lead = min(members, key=_precedence)
    if len(members) == 1:
        apart = [ruled for tie, ruled in sorted(rulings.different.items()) if lead.id in tie]
        return [Membership(lead.id, lead.id, f"kept apart: {apart[0]}" if apart else ALONE, None)]
    return [_membership(member, members, lead.id, rulings) for member in members]


def _precedence(telling: Telling) -> tuple[int, bool, int, int, str]:
    """What is held leads what is only planned or mentioned; then what is dated, tells most, came first."""
    told = len(telling.actors) + len(telling.countries) + len(telling.towns) + bool(telling.event)
    return _STATUSES.index(telling.status), not telling.dated, -told, telling.reading, telling.id


def _membership(member: Telling, members: list[Telling], engagement: str, rulings: Rulings) -> Membership:
    """The reason is what ties it best to another account of the group."""
    others = [other for other in members if other is not member]
    for other in others:
        if ruled := rulings.same.get(pair(member.id, other.id)):
            return Membership(member.id, engagement, f"with {other.id}: {ruled}", None)
    best, nearest = max(
        ((likeness(member, other), other.id) for other in others), key=lambda found: (found[0].likelihood, found[1])
    )
    return Membership(member.id, engagement, f"with {nearest}: {best.reason}", round(best.likelihood, 4))
