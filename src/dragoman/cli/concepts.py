"""The option that names a user's own concepts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.reference.concepts import Vocabulary

Concepts = Annotated[
    Path | None,
    typer.Option("--concepts", metavar="FILE", help="A CSV file with concepts of your own.", show_default=False),
]


def chosen(given: Path | None) -> Vocabulary:
    """The vocabulary, with the concepts of the file given or else of the one that the settings name."""
    from dragoman.reference.concepts import vocabulary
    from dragoman.settings import Settings

    return vocabulary(given or Settings().concepts)
