"""Who decides and why, as the options of every command that decides."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.errors import DragomanError

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else DRAGOMAN_BY says.", show_default=False)
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, kept with it.")]


def signer(given: str | None) -> str:
    """Who decides: as given, or else as the settings say; raises DragomanError where neither does."""
    from dragoman.settings import Settings

    by = (given if given is not None else Settings().by or "").strip()
    if not by:
        raise DragomanError("say who decides: --by NAME, or the setting DRAGOMAN_BY")
    return by
