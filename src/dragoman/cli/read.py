"""`dragoman read` and `dragoman schema`: texts in, readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import output
from dragoman.cli.batch import Batch
from dragoman.cli.concepts import Concepts, chosen
from dragoman.errors import DragomanError
from dragoman.model import Reading, Readout

app = typer.Typer()

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCES", help="Files, folders or patterns; '-' is standard input.", show_default=False),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, like 2023-11-14.")]
Language = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language: en, zh or fr; else detected.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Ref = Annotated[str | None, typer.Option(metavar="REF", help="What to call the readout (the second is REF#2).")]


@app.command(no_args_is_help=True)
def read(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON; several as a list.")] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="Print JSON Lines, one reading a line.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one HTML page: texts with marked spans beside accounts.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Print which rule made each value, and why.")] = False,
    published: Published = None,
    lang: Language = None,
    publisher: Publisher = None,
    ref: Ref = None,
    concepts: Concepts = None,
) -> None:
    """Read readouts and print who met whom.

    An account of each readout: who, when, where, nested under visit and conference, on what, and what was agreed.
    What is bad is passed over and named at the end; the exit code is 2 then.
    """
    from dragoman.intake import Overrides

    if sum([as_json, as_lines, html is not None, explain]) > 1:
        raise DragomanError("choose one of --json, --jsonl, --html and --explain")
    batch = Batch()
    overrides = Overrides(published=published, language=lang, publisher=publisher, ref=ref)
    readings = batch.readings(sources, overrides, chosen(concepts))
    if as_lines:
        for _, reading in readings:
            output.result(output.as_json(reading.as_json(), lines=True))
            sys.stdout.flush()
    elif as_json:
        _print_json([reading for _, reading in readings])
    elif html is not None:
        _write_page(html, list(readings))
    else:
        _tell(readings, explain)
    batch.close()


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    from dragoman.answers.schema import reading_schema

    output.result(output.as_json(reading_schema()))


def _print_json(readings: list[Reading]) -> None:
    values = [reading.as_json() for reading in readings]
    if values:
        output.result(output.as_json(values[0] if len(values) == 1 else values))


def _write_page(path: Path, read: list[tuple[Readout, Reading]]) -> None:
    from dragoman.answers.page import page

    if read:
        output.write_whole(path, page(read))
        output.progress(f"{path} holds {len(read)} {'reading' if len(read) == 1 else 'readings'}")


def _tell(readings: Iterable[tuple[Readout, Reading]], explain: bool) -> None:
    from dragoman.answers import telling

    for number, (_, reading) in enumerate(readings):
        if number:
            output.show([telling.BLANK, telling.BLANK])
        output.show(telling.explain(reading) if explain else telling.tell(reading))
