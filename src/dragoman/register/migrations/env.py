"""Runs the migrations on the connection (and inside the transaction) that `versions` hands over."""

from __future__ import annotations

from alembic import context

from dragoman.register.tables import metadata
from dragoman.register.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
