"""Where to look for accounts of one occasion, which were found alike, and how sure a grouping is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _account_id(name: str = "account_id", *, index: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=index)


def upgrade() -> None:
    """Add the tables of grouping; `versions` groups anew what is there already."""
    op.create_table(
        "block",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        _account_id(),
        sa.Column("asks", sa.Boolean, nullable=False),
    )
    op.create_table(
        "tie",
        _account_id("one", index=False),
        _account_id("other"),
        sa.Column("likelihood", sa.Float, nullable=False),
    )
    op.add_column("grouping", sa.Column("likelihood", sa.Float))
