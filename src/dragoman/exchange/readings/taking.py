"""Readings made elsewhere, one after the other, as readings of the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.exchange.readings.given import given
from dragoman.exchange.readings.grounding import ground
from dragoman.intake import Overrides, Refused
from dragoman.model import Reading, Readout
from dragoman.reading import NAME, with_concepts
from dragoman.reference.concepts import Vocabulary
from dragoman.register import reader_and_version


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading that its text bears out, and the values of it that were left out."""

    readout: Readout
    reading: Reading
    refused: tuple[Refused, ...]


def taken(
    path: Path, texts: Mapping[str, Readout], overrides: Overrides, reader: str | None, vocabulary: Vocabulary
) -> Iterator[Taken | Refused]:
    """The readings of a file, of `reader` or else of whom each record names; a `Refused` for each that cannot be."""
    for each in given(path, texts, overrides):
        if isinstance(each, Refused):
            yield each
            continue
        try:
            grounded = ground(each.record, each.readout, named(reader or each.reader))
        except DragomanError as error:
            yield Refused(each.at, str(error))
            continue
        refused = tuple(Refused(f"{each.at} {refusal.at}", refusal.reason) for refusal in grounded.refused)
        if grounded.reading is None:
            yield from refused
            yield Refused(each.at, "nothing of it is taken, as the text bears out none of its engagements")
        else:
            yield Taken(each.readout, with_concepts(grounded.reading, vocabulary), refused)


def named(reader: str | None) -> str:
    """The name of a reader; raises DragomanError where there is none, or where it is the program's own."""
    if reader is None or not reader.strip():
        raise DragomanError('it does not say who read it; name the reader with --reader, or under "reader"')
    if reader_and_version(reader)[0] == reader_and_version(NAME)[0]:
        raise DragomanError(f"'{reader}' is dragoman's own name; give the reader another with --reader")
    return " ".join(reader.split())


def by_ref(readouts: Iterator[Readout | Refused]) -> tuple[dict[str, Readout], list[Refused]]:
    """Texts by their refs, and what could not be taken in; of two texts with one ref, the second is refused."""
    texts: dict[str, Readout] = {}
    refused: list[Refused] = []
    for each in readouts:
        if isinstance(each, Refused):
            refused.append(each)
        elif (ref := each.ref or "") in texts:
            refused.append(Refused(each.source or ref, f"another text has the ref '{ref}' already"))
        else:
            texts[ref] = each
    return texts, refused
