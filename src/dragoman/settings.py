"""What people may set for good, read from the environment; an option on the command line wins."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The settings, each from the variable of its name behind `DRAGOMAN_`."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", env_ignore_empty=True)

    register_at: str = Field(default="register.db", validation_alias="DRAGOMAN_REGISTER")
    """Where the register lies: the path of an SQLite file, or the address of a database."""

    by: str | None = None
    """Who decides: the name that decisions and notes are signed with."""

    concepts: Path | None = None
    """A CSV file with concepts and labels of one's own, added to the vocabulary."""
