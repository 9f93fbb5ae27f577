"""The tables of a register, as they are after the last migration.

A reading is kept whole (`reading.json`, the annotation contract's shape, with all evidence); accounts, parties,
places, topics and points are rows as well, so that they can be searched. The rows can be made again from the readings.

An account's id is short and stable (see `ids`). An engagement goes by the id of its leading account; `grouping` says
which accounts tell of it and why, and can be computed again at any time. `block` and `tie` serve that: where to look
for accounts of the same occasion, and which pairs were found to be likely so.

`tenure` and `institution` are what people have imported; `identity` says who a party is, and can be computed again.
`naming` serves that: the names that no tenure tells of, each with the fuller name of the same country or body (or
itself) that it is taken for, and the keys by which it is found.

`decision` holds what people ruled, for good: rows are added and never changed (triggers refuse it); `decided` says
which readouts each is about. `fact` (the state of review of each value) and `ruling` (which accounts people hold
together or apart) follow from decisions and current readings, and can be made again.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def _owner(column: str, *, index: bool = True, primary_key: bool = False) -> Column[str]:
    """A column that ties a row to the account it belongs to and lets it go with the account."""
    return Column(
        column, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=index, primary_key=primary_key
    )


readout = Table(
    "readout",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("ref", Text),
    Column("source", Text),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("readout_id", ForeignKey("readout.id", ondelete="CASCADE"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("json", JSON, nullable=False),
    Column("current", Boolean, nullable=False),
    UniqueConstraint("readout_id", "reader", "version", name="reading_version"),
    Index(
        "reading_current",
        "readout_id",
        "reader",
        unique=True,
        sqlite_where=text("current"),
        postgresql_where=text("current"),
    ),
)

account = Table(
    "account",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reading_id", ForeignKey("reading.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("starts", Text, index=True),
    Column("ends", Text),
    Column("window_starts", Text),
    Column("window_ends", Text),
    Column("event", Text),
    Column("within", ForeignKey("account.id", deferrable=True, initially="DEFERRED"), index=True),
    Column("title_says", JSON, nullable=False),
    Column("title_name_folded", Text),
)

party = Table(
    "party",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("account_id"),
    Column("name", Text),
    Column("name_folded", Text),
    Column("post", Text),
    Column("affiliation", Text, index=True),
    Column("group", Boolean, nullable=False),
    Column("basis", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)

place = Table(
    "place",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("account_id"),
    Column("country", Text, index=True),
    Column("locality", Text),
    Column("basis", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)

topic = Table(
    "topic",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("account_id"),
    Column("text", Text, nullable=False),
)

point = Table(
    "point",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("account_id"),
    Column("act", Text, nullable=False),
    Column("by", JSON, nullable=False),
    Column("text", Text, nullable=False),
)

concept = Table(
    "concept",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("account_id"),
    Column("concept", Text, nullable=False, index=True),
)

engagement = Table(
    "engagement",
    metadata,
    _owner("id", index=False, primary_key=True),
)

grouping = Table(
    "grouping",
    metadata,
    _owner("account_id", index=False, primary_key=True),
    Column("engagement_id", ForeignKey("engagement.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("likelihood", Float),
)

block = Table(
    "block",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _owner("account_id", primary_key=True),
    Column("asks", Boolean, nullable=False),
)

tie = Table(
    "tie",
    metadata,
    _owner("one", index=False, primary_key=True),
    _owner("other", primary_key=True),
    Column("likelihood", Float, nullable=False),
)

tenure = Table(
    "tenure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("values", JSON, nullable=False),
)

institution = Table(
    "institution",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("also", JSON, nullable=False),
    Column("country", Text, nullable=False),
    Column("source", Text, nullable=False),
)

identity = Table(
    "identity",
    metadata,
    Column("party_id", ForeignKey("party.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person", Text, index=True),
    Column("name", Text),
    Column("basis", Text, nullable=False),
    Column("likeness", Float),
    Column("known", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("flag", Text),
)

naming = Table(
    "naming",
    metadata,
    Column("of", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("nearest", Text, nullable=False),
    Index("naming_nearest", "of", "nearest"),
)

naming_key = Table(
    "naming_key",
    metadata,
    Column("of", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("name", Text, primary_key=True),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text),
    Column("about", JSON, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("words", JSON, nullable=False),
    Column("undoes", ForeignKey("decision.number")),
)

decided = Table(
    "decided",
    metadata,
    Column("readout", Text, primary_key=True),
    Column("decision", ForeignKey("decision.number"), primary_key=True),
)

fact = Table(
    "fact",
    metadata,
    _owner("account_id", index=False, primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("confidence", Float, nullable=False),
    Column("state", Text, nullable=False),
    Column("decision", ForeignKey("decision.number")),
    Index("fact_state", "state", "confidence"),
)

ruling = Table(
    "ruling",
    metadata,
    _owner("one", index=False, primary_key=True),
    _owner("other", primary_key=True),
    Column("decision", ForeignKey("decision.number"), primary_key=True),
    Column("same", Boolean, nullable=False),
)
