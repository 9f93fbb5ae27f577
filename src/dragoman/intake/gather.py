"""From what people name to readouts, one after the other, past whatever is bad."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError
from dragoman.intake import markdown, plain, records
from dragoman.intake.draft import Draft, Overrides, finish, iso_day
from dragoman.intake.encoding import decode
from dragoman.intake.formats import format_of
from dragoman.intake.opening import Opening
from dragoman.intake.sources import expand, label, unreadable
from dragoman.model import Readout

# The most that one text may have, in bytes.
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be taken in: where ('notes.txt', 'batch.jsonl:12') and why. `str` gives the whole sentence."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


Intake = Readout | Refused


def gather(
    sources: Sequence[str],
    stdin: BinaryIO | None = None,
    overrides: Overrides | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Intake]:
    """The readouts of files, folders, globs and '-' (`stdin`), in the order named, and a `Refused` for each bad one.

    One text is in memory at a time, of JSON Lines one line. No text may have more than `max_bytes`.
    A readout is named (`ref`) by its record, its front matter or the stem of its file, a record without a name by
    stem and line ('batch#12'). `overrides.ref` names the first readout, and the n-th 'ref#n'.
    Raises DragomanError at once if `overrides.published` is no date.
    """
    overrides = overrides or Overrides()
    if overrides.published:
        overrides = replace(overrides, published=iso_day(overrides.published))
    return _named(_gathered(sources, stdin, overrides, max_bytes), overrides.ref)


def _named(items: Iterator[Intake], ref: str | None) -> Iterator[Intake]:
    count = 0
    for item in items:
        if ref is None or isinstance(item, Refused):
            yield item
        else:
            count += 1
            yield replace(item, ref=ref if count == 1 else f"{ref}#{count}")


def _gathered(sources: Sequence[str], stdin: BinaryIO | None, overrides: Overrides, max_bytes: int) -> Iterator[Intake]:
    for source in sources:
        if source == "-":
            yield from _taken(stdin or io.BytesIO(), None, overrides, max_bytes)
            continue
        for found in expand(source):
            if isinstance(found, Path):
                try:
                    with found.open("rb") as stream:
                        yield from _taken(stream, found, overrides, max_bytes)
                except OSError as error:
                    yield Refused(label(found), str(unreadable(error)))
            else:
                yield Refused(found[0], str(found[1]))


def _taken(stream: BinaryIO, path: Path | None, overrides: Overrides, max_bytes: int) -> Iterator[Intake]:
    """The readouts in one file, or in standard input where there is no path."""
    source, ref = (label(path), label(path.stem)) if path else ("stdin", "stdin")
    empty = True
    try:
        for number, draft in _drafts(Opening(stream, path.stat().st_size if path else None), path, max_bytes):
            empty = False
            # A record has a number; a file that is one readout as a whole has none.
            at, name = (f"{source}:{number}", f"{ref}#{number}") if number else (source, ref)
            try:
                if isinstance(draft, DragomanError):
                    raise draft
                yield finish(draft, overrides, name, at)
            except DragomanError as error:
                yield Refused(at, str(error))
    except DragomanError as error:
        yield Refused(source, str(error))
    else:
        if empty:
            yield Refused(source, "it holds no records; give JSON Lines, one readout a line")


def _drafts(opening: Opening, path: Path | None, max_bytes: int) -> Iterator[tuple[int, Draft | DragomanError]]:
    kind = format_of(path.name if path else None, opening.first_line)
    if kind == "lines" and b"\0" not in opening.first_line:
        yield from records.parse_lines(opening, max_bytes)
        return
    data = opening.whole(max_bytes)
    if kind == "lines":
        # UTF-16: its lines do not end where a byte 10 stands.
        yield from records.parse_lines(io.BytesIO(decode(data).encode()), max_bytes)
    elif kind == "json":
        yield from records.parse_document(data)
    elif kind == "page":
        # Loaded when needed: the library behind it takes longer to import than most files take to read.
        from dragoman.intake import page

        yield 0, page.parse(data)
    else:
        yield 0, (markdown if kind == "markdown" else plain).parse(decode(data))
