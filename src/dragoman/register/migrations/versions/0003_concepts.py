"""Which concepts the topics and points of an account carry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table of concepts; it fills as readouts are read anew."""
    op.create_table(
        "concept",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Text, sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("concept", sa.Text, nullable=False, index=True),
    )
