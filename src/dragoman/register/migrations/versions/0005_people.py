"""Who the parties are: imported tenures and institutions, identities, names that no tenure tells of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables of people; `versions` draws the conclusions for what is there already."""
    op.create_table(
        "tenure",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("file", sa.Text, nullable=False, index=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("values", sa.JSON, nullable=False),
    )
    op.create_table(
        "institution",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("file", sa.Text, nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("also", sa.JSON, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
    )
    op.create_table(
        "identity",
        sa.Column(
            "party_id",
            sa.Integer,
            sa.ForeignKey("party.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("person", sa.Text, index=True),
        sa.Column("name", sa.Text),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("likeness", sa.Float),
        sa.Column("known", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("flag", sa.Text),
    )
    op.create_table(
        "naming",
        sa.Column("of", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("nearest", sa.Text, nullable=False),
    )
    op.create_index("naming_nearest", "naming", ["of", "nearest"])
    op.create_table(
        "naming_key",
        sa.Column("of", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
    )
