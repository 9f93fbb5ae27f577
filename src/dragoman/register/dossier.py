"""What a register holds on dealings with a partner, or of partners with each other, all of one state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.model import Readout
from dragoman.reference.institutions import Institution
from dragoman.register import tables as t
from dragoman.register.filters import Filters, last_day
from dragoman.register.partners import Partner, accounts_with, partner
from dragoman.register.people.importing import all_institutions, all_people
from dragoman.register.people.known import People
from dragoman.register.rows import EngagementRow, Told
from dragoman.register.search import find
from dragoman.register.told import told


@dataclass(frozen=True, slots=True)
class Dossier:
    """What there is on dealings with `partners` (with each other, if there are several), and what is known of them.

    `engagements` stand newest first; `told` gives the readouts that tell of each. `newest` is the last day on which an
    engagement of the whole register was held, before the end of the span that was asked for; None if none was.
    """

    partners: tuple[Partner, ...]
    since: str | None
    until: str | None
    newest: str | None
    engagements: tuple[EngagementRow, ...]
    told: Mapping[str, tuple[Told, ...]]
    people: People
    institutions: tuple[Institution, ...]

    @property
    def readouts(self) -> dict[str, Readout]:
        """The readouts that tell of the engagements, by the hashes of their contents."""
        return {told.readout.content_hash: told.readout for readings in self.told.values() for told in readings}


def dossier(connection: Connection, names: Sequence[str], since: str | None, until: str | None) -> Dossier:
    """The dossier on partners by their codes or names; `since` and `until` as in `Filters`."""
    partners = tuple(dict.fromkeys(partner(connection, name) for name in names))
    filters = Filters(since=since, until=until)
    rows = find(connection, filters, *(accounts_with(connection, who) for who in partners))
    return Dossier(
        partners=partners,
        since=since,
        until=until,
        newest=_newest(connection, until),
        engagements=tuple(rows),
        told=told(connection, [row.id for row in rows]),
        people=all_people(connection),
        institutions=all_institutions(connection),
    )


def _newest(connection: Connection, until: str | None) -> str | None:
    held = select(func.max(t.account.c.ends)).where(t.account.c.status == "held")
    if until is not None:
        held = held.where(t.account.c.ends <= last_day(until))
    newest: str | None = connection.scalar(held)
    return newest
