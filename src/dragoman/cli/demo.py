"""`dragoman demo`: everything once, on the sample readouts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import output
from dragoman.errors import DragomanError

app = typer.Typer()


@app.command()
def demo(
    folder: Annotated[
        Path, typer.Option(metavar="DIR", help="Where demo.db and demo.html are written.", show_default="here")
    ] = Path(),
) -> None:
    """Show everything once, on the samples.

    Reads the sample readouts, prints what they tell, builds the register demo.db (anew each time), lists its
    engagements, and writes the page demo.html.
    """
    from dragoman.answers.page import page
    from dragoman.answers.telling import BLANK, tell
    from dragoman.cli.batch import Batch
    from dragoman.cli.register import print_table
    from dragoman.intake import Overrides
    from dragoman.register import open_register

    samples = samples_folder()
    folder.mkdir(parents=True, exist_ok=True)
    register_file, page_file = folder / "demo.db", folder / "demo.html"
    _clear(register_file)
    batch, read = Batch(), []
    output.progress(f"reading {samples}")
    with open_register(register_file, create=True) as register:
        for readout, reading in batch.readings([str(samples)], Overrides()):
            register.add(readout, reading)
            read.append((readout, reading))
            output.show([*tell(reading), BLANK, BLANK])
        rows = register.list()
    output.result(f"The register {register_file} holds {len(rows)} engagements:\n")
    print_table(rows)
    output.write_whole(page_file, page(read))
    output.result(_what_next(register_file, page_file))
    batch.close()


def samples_folder() -> Path:
    """The folder of sample readouts in the checkout; raises DragomanError where there is none."""
    folder = Path(__file__).resolve().parents[3] / "samples"
    if not folder.is_dir():
        raise DragomanError("the sample readouts are not here; run the demo from a checkout of the project")
    return folder


def _clear(register_file: Path) -> None:
    for name in ("", "-wal", "-shm"):
        register_file.with_name(register_file.name + name).unlink(missing_ok=True)


def _what_next(register_file: Path, page_file: Path) -> str:
    program = sys.argv[0]
    return f"""
The page is {page_file.resolve()}: open it in a browser.

What to try next:
  {program} list --register {register_file} --country Portugal
  {program} show ID --register {register_file}      (with an ID of the list)
  {program} review --register {register_file} --by YOU  (rule on what it is least sure of)
  {program} brief Kenya --register {register_file}  (one page before a meeting)
  {program} read --explain YOUR-TEXT.txt
"""
