"""`dragoman add`: readouts into a register, read by dragoman or by others."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import output
from dragoman.cli.batch import Batch
from dragoman.cli.concepts import Concepts, chosen
from dragoman.cli.read import Language, Published, Publisher, Ref
from dragoman.cli.register import Location, engagements, place
from dragoman.errors import DragomanError
from dragoman.model import Reading, Readout

if TYPE_CHECKING:
    from dragoman.intake import Overrides
    from dragoman.reference.concepts import Vocabulary
    from dragoman.register import Register

app = typer.Typer()


@app.command(no_args_is_help=True)
def add(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCES", help="Files, folders, patterns or '-'.", show_default=False)
    ] = None,
    register: Location = None,
    reading: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take readings made elsewhere, as JSON or JSON Lines.")
    ] = None,
    reader: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who made the readings; else each record says.")
    ] = None,
    published: Published = None,
    lang: Language = None,
    publisher: Publisher = None,
    ref: Ref = None,
    concepts: Concepts = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a report as JSON.")] = False,
) -> None:
    """Read readouts into a register, which is made where there is none.

    Each readout is named once it is kept for good. One that is there already changes nothing. What is bad is passed
    over and named at the end; the exit code is 2 then. With --reading, others have read the sources: every value of
    theirs is checked against the text, and what the text does not bear out is refused.
    """
    from dragoman.intake import Overrides

    if reading is None and not sources:
        raise DragomanError("name the SOURCES to add, or readings with --reading")
    if reading is None and reader is not None:
        raise DragomanError("--reader names who made the readings of --reading; without these, dragoman reads")
    if reading is not None and ref is not None:
        raise DragomanError("readings find their texts by ref; --ref would give them others")
    batch = Batch()
    overrides = Overrides(published=published, language=lang, publisher=publisher, ref=ref)
    if reading is None:
        readings = batch.readings(sources or (), overrides, chosen(concepts))
    else:
        readings = _made_elsewhere(batch, reading, reader, sources or [], overrides, chosen(concepts))
    report = _add(batch, readings, register, quiet=as_json)
    if as_json:
        output.result(output.as_json({"readouts": report, "refused": batch.refused}))
    batch.close()


def _made_elsewhere(
    batch: Batch, file: Path, reader: str | None, sources: list[str], overrides: Overrides, vocabulary: Vocabulary
) -> Iterator[tuple[Readout, Reading]]:
    """The readings of a file that their texts bear out, each with its readout."""
    from dragoman.exchange.readings import Taken, by_ref, taken
    from dragoman.intake import gather

    batch.whole = False
    texts, bad = by_ref(gather(sources, stdin=sys.stdin.buffer, overrides=overrides))
    batch.refused += map(str, bad)
    unread = set(texts)
    for each in taken(file, texts, overrides, reader, vocabulary):
        if isinstance(each, Taken):
            batch.read += 1
            batch.refused += map(str, each.refused)
            unread.discard(each.readout.ref or "")
            yield each.readout, each.reading
        else:
            batch.refused.append(str(each))
    for ref in sorted(unread):
        output.progress(f"{ref}: no reading of it was taken, so it is not added")


def _add(
    batch: Batch, readings: Iterable[tuple[Readout, Reading]], location: str | None, quiet: bool
) -> list[dict[str, Any]]:
    """Keep each readout with its reading and say so, unless quiet; what was kept."""
    from dragoman.cli.counter import counter
    from dragoman.register import RegisterUnusable, open_register

    report: list[dict[str, Any]] = []
    with ExitStack() as stack:
        register: Register | None = None
        counted = stack.enter_context(counter("added"))
        for readout, reading in readings:
            # Only now is it sure that there is something to add.
            register = register or stack.enter_context(open_register(place(location), create=True))
            try:
                added = register.add(readout, reading)
            except RegisterUnusable:
                raise
            except DragomanError as error:
                batch.read -= 1
                batch.refused.append(f"{readout.source}: {error}")
                continue
            counted()
            if quiet:
                kept = {"ref": readout.ref, "hash": readout.content_hash, "reader": reading.reader}
                report.append(kept | {"status": added.status, "engagements": added.engagement_ids})
                continue
            held = "" if added.status == "unchanged" else f": {engagements(len(added.engagement_ids))}"
            output.result(output.safe(f"{added.status} {readout.ref}{held}"))
            sys.stdout.flush()
    return report
