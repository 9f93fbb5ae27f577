"""The command line: a thin door to the rooms below."""

from __future__ import annotations

import typer

app = typer.Typer(name="dragoman", no_args_is_help=True, add_completion=False)


@app.callback()
def dragoman() -> None:
    """Read diplomatic readouts and keep the register."""


def main() -> None:
    """Run the program on the arguments of the process; exits with its status."""
    app()
