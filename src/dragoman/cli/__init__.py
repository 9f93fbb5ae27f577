"""The command line: a thin door to the rooms below.

Every module of the folder holds its commands in an `app` of its own. What is slow to import is imported where it is
used, so that `--help` stays quick.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dragoman.cli import adding, brief, compare, deciding, demo, importing, note, output, read, register, reread, review
from dragoman.errors import DragomanError

app = typer.Typer(
    name="dragoman", no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)
for room in (read, adding, note, register, reread, review, deciding, compare, brief, importing, demo):
    app.add_typer(room.app)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        output.result(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read diplomatic readouts and keep the register: who met whom, when, where, and what was agreed."""


def main() -> None:
    """Run the program on the arguments of the process.

    Exits with 0 when all went well, 2 when the input was bad (one sentence on standard error), 130 when stopped.
    """
    output.as_utf8()
    try:
        app()
    except DragomanError as error:
        output.complain(str(error))
        code: int | str | None = 2
    except OSError as error:
        output.complain(f"{error.filename or 'the system'}: {error.strerror or error}")
        code = 2
    except SystemExit as end:
        code = end.code
    if code == 130:
        output.complain("stopped before the end")
    sys.exit(_flushed(code))


def _flushed(code: int | str | None) -> int | str | None:
    """The exit code once everything is written; quiet if the reader at the other end of a pipe has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code
