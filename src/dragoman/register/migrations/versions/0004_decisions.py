"""What people ruled, for good, and what follows from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_REFUSAL = "decisions are kept: undo one by another"


def upgrade() -> None:
    """Add the tables of decisions, which only grow, and those of facts and rulings; `versions` fills the latter."""
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("about", sa.JSON, nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("decision.number")),
    )
    op.create_table(
        "decided",
        sa.Column("readout", sa.Text, primary_key=True),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decision.number"), primary_key=True),
    )
    op.create_table(
        "fact",
        sa.Column("account_id", sa.Text, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("fact", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decision.number")),
    )
    op.create_index("fact_state", "fact", ["state", "confidence"])
    op.create_table(
        "ruling",
        sa.Column("one", sa.Text, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("other", sa.Text, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decision.number"), primary_key=True),
        sa.Column("same", sa.Boolean, nullable=False),
    )
    _keep_decisions()


def _keep_decisions() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decision_no_{change.lower()} BEFORE {change} ON decision "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION decision_kept() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decision_kept BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decision_kept()"
    )
