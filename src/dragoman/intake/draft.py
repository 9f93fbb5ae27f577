"""What a file says of a readout → a checked `Readout`. The one gate that every format passes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from babel.core import get_global

from dragoman.errors import DragomanError
from dragoman.model import Readout

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Draft:
    """A readout as a file gives it, unchecked: None where the file is silent."""

    text: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    ref: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a person says of every readout of a batch; it wins over what the files say. None leaves the file's word."""

    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    ref: str | None = None
    title: str | None = None


def finish(draft: Draft, overrides: Overrides, ref: str, source: str) -> Readout:
    """The readout of a draft; `ref` and `source` stand in where neither draft nor overrides name them.

    Raises DragomanError (a reason without the place: the caller knows it) for a text of nothing but blanks, half
    characters (lone surrogates), and a date that is none. A bad date is no matter if an override replaces it.
    """
    if is_blank(draft.text):
        raise DragomanError("there is no text in it but blanks; give the text of the readout")
    published = overrides.published or draft.published
    language = overrides.language or draft.language
    readout = Readout(
        text=draft.text,
        title=overrides.title or draft.title or "",
        published=iso_day(published) if published else None,
        language=language_code(language) if language else None,
        publisher=overrides.publisher or draft.publisher or None,
        ref=overrides.ref or draft.ref or ref,
        source=draft.source or source,
    )
    for name in ("text", "title", "language", "publisher", "ref", "source"):
        half = _SURROGATE.search(getattr(readout, name) or "")
        if half:
            raise DragomanError(
                f"its {name} holds half a character (the lone surrogate U+{ord(half[0]):04X}, at character "
                f"{half.start()}); write the whole character or leave it out"
            )
    return readout


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: only spaces, line ends, control and other invisible characters."""
    return not any(character.isprintable() and not character.isspace() for character in text)


def iso_day(value: str) -> str:
    """The day of an ISO date or timestamp as `YYYY-MM-DD`, as written (no time zone is applied).

    Raises DragomanError if there is no such day.
    """
    value = value.strip()
    try:
        if _DAY.match(value):
            return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        pass
    raise DragomanError(f"the date of publication '{_shortened(value)}' is no calendar date; write it like 2023-11-14")


def language_code(tag: str) -> str:
    """The ISO 639-1 code of a language tag where there is one: 'zh-Hans' and 'zho' are 'zh', 'fr_FR' is 'fr'."""
    primary = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return str(get_global("language_aliases").get(primary, primary))


def string_at(values: Mapping[object, object], *keys: str) -> str | None:
    """The string under the first of the keys that says something; a whole number counts as its digits.

    Raises DragomanError for any other value.
    """
    for key in keys:
        value = values.get(key)
        if value is None or value == "":
            continue
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str):
            return value
        raise DragomanError(f"its '{key}' is no text but {_kind(value)}; write it as text")
    return None


def _kind(value: object) -> str:
    names = {bool: "true or false", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")


def _shortened(value: str, most: int = 40) -> str:
    return value if len(value) <= most else value[:most] + "…"
