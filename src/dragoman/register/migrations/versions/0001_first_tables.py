"""The first tables: readouts, readings, the rows to search by, engagements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _account_id(name: str = "account_id", *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        name,
        sa.Text,
        sa.ForeignKey("account.id", ondelete="CASCADE"),
        nullable=False,
        primary_key=primary_key,
        index=not primary_key,
    )


def upgrade() -> None:
    """Make every table of the first version."""
    op.create_table(
        "readout",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("ref", sa.Text),
        sa.Column("source", sa.Text),
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("readout_id", sa.Integer, sa.ForeignKey("readout.id", ondelete="CASCADE"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("json", sa.JSON, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.UniqueConstraint("readout_id", "reader", "version", name="reading_version"),
    )
    op.create_index(
        "reading_current",
        "reading",
        ["readout_id", "reader"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column(
            "reading_id", sa.Integer, sa.ForeignKey("reading.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("starts", sa.Text, index=True),
        sa.Column("ends", sa.Text),
        sa.Column("window_starts", sa.Text),
        sa.Column("window_ends", sa.Text),
        sa.Column("event", sa.Text),
        sa.Column("within", sa.Text, sa.ForeignKey("account.id", deferrable=True, initially="DEFERRED"), index=True),
        sa.Column("title_says", sa.JSON, nullable=False),
        sa.Column("title_name_folded", sa.Text),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.Integer, primary_key=True),
        _account_id(),
        sa.Column("name", sa.Text),
        sa.Column("name_folded", sa.Text),
        sa.Column("post", sa.Text),
        sa.Column("affiliation", sa.Text, index=True),
        sa.Column("group", sa.Boolean, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer, primary_key=True),
        _account_id(),
        sa.Column("country", sa.Text, index=True),
        sa.Column("locality", sa.Text),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer, primary_key=True),
        _account_id(),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "point",
        sa.Column("id", sa.Integer, primary_key=True),
        _account_id(),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("by", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table("engagement", _account_id("id", primary_key=True))
    op.create_table(
        "grouping",
        _account_id(primary_key=True),
        sa.Column(
            "engagement_id",
            sa.Text,
            sa.ForeignKey("engagement.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("reason", sa.Text, nullable=False),
    )
