"""`dragoman regroup`, `list` and `show`: engagements out of a register."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import output
from dragoman.cli.concepts import Concepts, chosen
from dragoman.errors import DragomanError
from dragoman.model import Kind, Status

if TYPE_CHECKING:
    from dragoman.register import EngagementRow

app = typer.Typer()

_PLAIN_WIDTH = 120
# Narrower than this, a table cannot be read.
_NARROWEST = 80

Location = Annotated[
    str | None,
    typer.Option(
        "--register", metavar="PATH", help="The register: a file, or the address of a database.", show_default=False
    ),
]


@app.command()
def regroup(register: Location = None) -> None:
    """Find anew which accounts tell of one occasion, as after an update of dragoman."""
    from dragoman.register import open_register

    with open_register(place(register), create=False) as opened:
        opened.regroup()
        output.progress(f"'{opened.name}' holds {engagements(len(opened.list()))}")


@app.command("list")
def list_engagements(
    register: Location = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="With a country or body, or in a country: its code or name.")
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="With a person of this name, or part of it.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="Of this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Held, planned, or only referred to.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before this day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after this day, month or year.")] = None,
    concept: Annotated[
        str | None, typer.Option(metavar="NAME", help="On a concept or a narrower one: its id or a label of it.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    csv: Annotated[str | None, typer.Option(metavar="FILE", help="Write a CSV table; '-' prints it.")] = None,
    concepts: Concepts = None,
) -> None:
    """List the engagements of a register, newest first."""
    from dragoman.register import Filters, about, open_register

    if as_json and csv is not None:
        raise DragomanError("choose one of --json and --csv")
    on = about(concept, chosen(concepts)) if concept is not None else None
    filters = Filters(country, person, kind, status, since, until, limit, on)
    with open_register(place(register), create=False) as opened:
        rows = opened.list(filters)
    if as_json:
        output.result(output.as_json([row.as_json() for row in rows]))
    elif csv is not None:
        _write_csv(csv, rows)
    elif rows:
        print_table(rows)
    else:
        output.progress("no engagement in the register is such" if filters != Filters() else "the register is empty")


@app.command(no_args_is_help=True)
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an engagement, or the beginning of one.")],
    register: Location = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    concepts: Concepts = None,
) -> None:
    """Show an engagement with each account of it and the words that say so, in brackets."""
    from dragoman.answers.record import tell_record
    from dragoman.register import open_register

    with open_register(place(register), create=False) as opened:
        record = opened.show(id)
    if as_json:
        output.result(output.as_json(record.as_json()))
    else:
        output.show(tell_record(record, chosen(concepts)))


def print_table(rows: Sequence[EngagementRow]) -> None:
    """Engagements as a table to standard output, as wide as the terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dragoman.answers.record import what, when, where, who
    from dragoman.answers.reviewing import progress

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("id", no_wrap=True)
    table.add_column("when and where", max_width=22, overflow="fold")
    table.add_column("what", max_width=16, overflow="fold")
    table.add_column("who", ratio=1, overflow="fold")
    for row in rows:
        cells = (f"{row.id}\n{progress(row.review)}".strip(), f"{when(row)}\n{where(row)}".strip(), what(row), who(row))
        table.add_row(*(Text(output.safe(cell)) for cell in cells))
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    console = Console(width=max(width, _NARROWEST), highlight=False)
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        output.result(line.rstrip())


def place(given: str | None) -> str:
    """Where the register lies: as given, or else as the settings say."""
    if given is not None:
        return given
    from dragoman.settings import Settings

    return Settings().register_at


def _write_csv(target: str, rows: Sequence[EngagementRow]) -> None:
    from dragoman.exchange.tables import as_csv

    if target == "-":
        sys.stdout.write(as_csv(rows))
    else:
        output.write_whole(Path(target), as_csv(rows))
        output.progress(f"{target} holds {engagements(len(rows))}")


def engagements(count: int) -> str:
    """'1 engagement', '3 engagements'."""
    return f"{count} engagement" + ("" if count == 1 else "s")
