"""JSON Lines and JSON → drafts. The text of a record is kept to the character."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from dragoman.errors import DragomanError
from dragoman.intake.draft import Draft, is_blank, string_at
from dragoman.intake.encoding import decode


class _SeveralValues(DragomanError):
    """A whole JSON value is there, and more after it."""


class LineSource(Protocol):
    """What is read line by line, at most `size` bytes at a time."""

    def readline(self, size: int, /) -> bytes: ...


class Record(NamedTuple):
    """A decoded JSON value and its number, from 1: that of its line, or its place in a list."""

    number: int
    value: object


class Faulty(NamedTuple):
    """What is wrong with the record of a number."""

    number: int
    error: DragomanError


def parse_lines(stream: LineSource, max_bytes: int) -> Iterator[tuple[int, Draft | DragomanError]]:
    """Each record's line number (from 1) and its draft, or what is wrong with it; see `lines`."""
    return map(_drafted, lines(stream, max_bytes))


def parse_document(data: bytes) -> Iterator[tuple[int, Draft | DragomanError]]:
    """The drafts of the records of a document, numbered from 1, or what is wrong with them; see `document`."""
    return map(_drafted, document(data))


def _drafted(record: Record | Faulty) -> tuple[int, Draft | DragomanError]:
    if isinstance(record, Faulty):
        return record
    try:
        return record.number, draft_of(record.value)
    except DragomanError as error:
        return record.number, error


def lines(stream: LineSource, max_bytes: int) -> Iterator[Record | Faulty]:
    """The records of JSON Lines. Blank lines are skipped.

    Holds one line at a time; of a line longer than `max_bytes` never more than that.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes + 1)
            yield Faulty(number, DragomanError(f"the record is larger than {max_bytes:,} bytes; split its text"))
            continue
        try:
            text = decode(line).rstrip("\r\n")
            if not is_blank(text):
                yield Record(number, _loaded(text))
        except DragomanError as error:
            yield Faulty(number, error)


def document(data: bytes) -> Iterator[Record | Faulty]:
    """The records of one JSON value, an object or a list of objects; or of JSON Lines after all.

    Raises DragomanError (a reason without the place) if it is neither.
    """
    text = decode(data)
    try:
        value = _loaded(text)
    except _SeveralValues:
        yield from lines(io.BytesIO(data), len(data))
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield Record(number, item)


def draft_of(record: object) -> Draft:
    """The draft of a decoded record; keys that say nothing of a readout are passed over.

    Raises DragomanError (a reason without the place) if it is no object, has no text or a value of a wrong type.
    """
    if not isinstance(record, dict):
        raise DragomanError('it is no JSON object; write each readout as {…} with a "text"')
    if record.get("text") is None:
        raise DragomanError('the record has no "text"; give the text of the readout under that key')
    if not isinstance(record["text"], str):
        raise DragomanError('the "text" of the record is no string; put the text of the readout in quotes')
    return Draft(
        text=record["text"],
        title=string_at(record, "title"),
        published=string_at(record, "published"),
        language=string_at(record, "lang", "language"),
        publisher=string_at(record, "publisher"),
        ref=string_at(record, "ref"),
        source=string_at(record, "source"),
    )


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno} character {error.colno}" if error.lineno > 1 else f"character {error.colno}"
        kind = _SeveralValues if error.msg == "Extra data" else DragomanError
        raise kind(f"it is no valid JSON ({error.msg} at {where}); mend it or take it out") from None
    except (ValueError, RecursionError):
        raise DragomanError(
            "it is JSON nested too deeply, or with an over-long number; mend it or take it out"
        ) from None
