"""A file of readings → its records, each with the readout that it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.intake import Overrides, Refused
from dragoman.intake.draft import finish, string_at
from dragoman.intake.records import Faulty, Record, document, draft_of
from dragoman.intake.sources import label, unreadable
from dragoman.model import Readout


@dataclass(frozen=True, slots=True)
class Given:
    """A record in the contract's shape: where it stands ('readings.jsonl:3'), and the readout that it is of.

    `reader` is who made it by its own word.
    """

    at: str
    record: dict[str, Any]
    readout: Readout
    reader: str | None


def given(path: Path, texts: Mapping[str, Readout], overrides: Overrides) -> Iterator[Given | Refused]:
    """The records of a file, JSON or JSON Lines; one without a text is of the text whose ref it names."""
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Refused(label(path), str(unreadable(error)))
        return
    try:
        for record in document(data):
            at = f"{label(path)}:{record.number}"
            try:
                yield _given(record, at, texts, overrides)
            except DragomanError as error:
                yield Refused(at, str(error))
    except DragomanError as error:
        yield Refused(label(path), str(error))


def _given(record: Record | Faulty, at: str, texts: Mapping[str, Readout], overrides: Overrides) -> Given:
    if isinstance(record, Faulty):
        raise record.error
    value = record.value
    if not isinstance(value, dict):
        raise DragomanError('it is no JSON object; write each reading as {…} with "engagements"')
    reader = string_at(value, "reader")
    if value.get("text") is not None:
        return Given(at, value, finish(draft_of(value), overrides, f"reading#{record.number}", at), reader)
    ref = string_at(value, "ref")
    if ref is None or ref not in texts:
        named = f"no text of the ref '{ref}' is among the sources" if ref else 'it has neither "text" nor "ref"'
        raise DragomanError(f'{named}; give its "text", or name the file with that ref')
    return Given(at, value, texts[ref], reader)
