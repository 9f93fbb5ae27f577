"""A readout read anew: what its accounts say otherwise than in the reading before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.model import Account, Reading, Readout
from dragoman.register.adding import add, reader_and_version
from dragoman.register.decisions.current import current_reading
from dragoman.register.decisions.facts import facts
from dragoman.register.ids import account_ids


@dataclass(frozen=True, slots=True)
class Reread:
    """The accounts (by their ids) that a new reading has in addition, tells otherwise, or has no longer."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def reread(connection: Connection, readout: Readout, reading: Reading) -> Reread:
    """Put a new reading in the place of the same reader's former one, inside the caller's transaction."""
    reader, _ = reader_and_version(reading.reader)
    former = current_reading(connection, readout.content_hash, reader)
    before = _told(former.reading, former.ids) if former else {}
    after = _told(reading, account_ids(readout.content_hash, reader, reading.engagements))
    add(connection, readout, reading)
    return Reread(
        added=tuple(id for id in after if id not in before),
        changed=tuple(id for id in after if id in before and after[id] != before[id]),
        gone=tuple(id for id in before if id not in after),
    )


def _told(reading: Reading, ids: Mapping[str, str]) -> dict[str, Any]:
    """What each account says, by its id: its facts and what it was part of, not how sure the reader is or by which
    rule."""

    def said(account: Account) -> Any:
        within = ids.get(account.within) if account.within else None
        return [(fact.kind, fact.content) for fact in facts(account)], within

    return {ids[account.id]: said(account) for account in reading.engagements}
