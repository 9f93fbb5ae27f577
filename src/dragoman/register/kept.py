"""The readouts of a register, whole."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.model import Readout
from dragoman.register import tables as t


def read_by(connection: Connection, reader: str | None) -> Sequence[str]:
    """The content hashes of all readouts, or of those that a reader has read, in the order of adding."""
    wanted = select(t.readout.c.hash).order_by(t.readout.c.id)
    if reader is not None:
        own = select(t.reading.c.readout_id).where(t.reading.c.reader == reader, t.reading.c.current)
        wanted = wanted.where(t.readout.c.id.in_(own))
    return connection.scalars(wanted).all()


def kept_readout(connection: Connection, content_hash: str) -> Readout:
    """The readout of a content hash."""
    row = connection.execute(select(t.readout).where(t.readout.c.hash == content_hash)).one()
    return Readout(row.text, row.title, row.published, row.language, row.publisher, row.ref, row.source)
