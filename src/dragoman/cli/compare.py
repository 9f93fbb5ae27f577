"""`dragoman compare`: the accounts of one engagement side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import output
from dragoman.cli.concepts import Concepts, chosen
from dragoman.cli.register import Location, place
from dragoman.errors import DragomanError

app = typer.Typer()


@app.command(no_args_is_help=True)
def compare(
    engagement: Annotated[str, typer.Argument(metavar="ENGAGEMENT", help="Its id, or the beginning of one.")],
    register: Location = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one HTML page, the sides in columns.")
    ] = None,
    concepts: Concepts = None,
) -> None:
    """Lay the accounts of an engagement side by side.

    What differs (date, level, who took part, what one calls agreed and another discussed), what agrees, what several
    speak of in whatever language, and what one alone reports.
    """
    from dragoman.answers.compare import compare
    from dragoman.answers.compare.page import comparison_page
    from dragoman.answers.compare.telling import tell_comparison
    from dragoman.register import open_register

    if as_json and html is not None:
        raise DragomanError("choose one of --json and --html")
    vocabulary = chosen(concepts)
    with open_register(place(register), create=False) as opened:
        told = opened.told(engagement)
    compared = compare(told, vocabulary)
    if as_json:
        output.result(output.as_json(compared.as_json()))
    elif html is not None:
        output.write_whole(html, comparison_page(compared, told, vocabulary))
        output.progress(f"{html} holds the comparison of {len(told)} accounts")
    else:
        output.show(tell_comparison(compared, vocabulary))
