"""`dragoman import`: tenures and institutions of one's own into a register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import output
from dragoman.cli.register import Location, place
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.register import Register

app = typer.Typer()
importing = typer.Typer(no_args_is_help=True)
app.add_typer(importing, name="import", help="Take tenures or institutions of one's own into a register.")

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file; its name is kept as the source.")]


@importing.command(no_args_is_help=True)
def tenures(file: File, register: Location = None) -> None:
    """Take in who held which post when, from CSV or from the JSON of a query to Wikidata.

    A later file of the same name takes the place of an earlier one. Who the parties of the register are is said anew.
    """
    _import(file, register, "tenure", lambda opened, text: opened.import_tenures(text, file.name))


@importing.command(no_args_is_help=True)
def institutions(file: File, register: Location = None) -> None:
    """Take in the names of institutions, from CSV, to which garbled names are compared.

    A later file of the same name takes the place of an earlier one.
    """
    _import(file, register, "institution", lambda opened, text: opened.import_institutions(text, file.name))


def _import(file: Path, location: str | None, what: str, take: Callable[[Register, str], int]) -> None:
    from dragoman.intake.encoding import decode
    from dragoman.register import open_register

    try:
        text = decode(file.read_bytes())
    except OSError as error:
        raise DragomanError(f"{file} cannot be read: {error.strerror}.") from error
    except DragomanError as error:
        raise DragomanError(f"{file}: {error}") from error
    with open_register(place(location), create=True) as opened:
        count = take(opened, text)
    output.result(f"imported {count} {what}{'' if count == 1 else 's'} from {file.name}")
