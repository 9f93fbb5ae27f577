"""Whether what a person writes can be the content of a fact: known values, and words that the text has."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from dragoman.errors import DragomanError
from dragoman.model import Act, Kind, Readout, Status
from dragoman.reference import world
from dragoman.register.decisions.decision import Span
from dragoman.register.decisions.facts import FIELDS, Content, FactKind

_CHOICES = {"kind": get_args(Kind), "status": get_args(Status), "act": get_args(Act)}
_EMPTY: Content = {"group": False, "by": []}
_IN_WORDS: dict[FactKind, tuple[str, ...]] = {
    "place": ("locality",),
    "party": ("name", "post"),
    "topic": ("text",),
    "point": ("text",),
    "engagement": ("event",),
}


def checked(kind: FactKind, given: Content, before: Content | None = None) -> Content:
    """The content in full; what is not given is as `before`. Raises DragomanError for what cannot be."""
    unknown = sorted(given.keys() - set(FIELDS[kind]))
    if unknown:
        raise DragomanError(f"A {kind} has no '{unknown[0]}': it has {', '.join(FIELDS[kind])}.")
    content: Content = {field: given.get(field, (before or _EMPTY).get(field)) for field in FIELDS[kind]}
    for field, value in content.items():
        _check_type(kind, field, value)
        if field in _CHOICES and value not in _CHOICES[field]:
            raise DragomanError(f"'{value}' is no {field}: choose one of {', '.join(_CHOICES[field])}.")
    if kind == "date":
        _check_days(content)
    if kind == "place" and content["country"] and content["country"] not in world().countries:
        raise DragomanError(f"'{content['country']}' is no country's code: write one like FR.")
    says = [content[field] for field in FIELDS[kind] if field not in _CHOICES]
    if kind not in ("engagement", "date") and not any(says):
        raise DragomanError(f"A {kind} that says nothing is none: give one of {', '.join(FIELDS[kind])}.")
    return content


def _check_type(kind: FactKind, field: str, value: Any) -> None:
    if field == "group":
        right = isinstance(value, bool)
    elif field == "by":
        right = isinstance(value, list) and all(isinstance(each, str) for each in value)
    else:
        right = value is None or isinstance(value, str)
    if not right:
        raise DragomanError(f"The {field} of a {kind} cannot be {value!r}.")


def _check_days(content: Content) -> None:
    content["end"] = content["end"] or content["start"]
    try:
        start, end = (date.fromisoformat(content[field] or "") for field in ("start", "end"))
    except ValueError as error:
        raise DragomanError(f"'{content['start']}' to '{content['end']}' are no dates: write YYYY-MM-DD.") from error
    if start > end:
        raise DragomanError(f"The date ends ({end}) before it begins ({start}).")


def words_for(kind: FactKind, content: Content, readout: Readout) -> tuple[Span, ...]:
    """Where the text (or else the title) has the words of a content; a topic or point must stand in the text."""
    found = [_place_of(content[field], readout) for field in _IN_WORDS.get(kind, ()) if content[field]]
    spans = tuple(span for span in found if span)
    if kind in ("topic", "point") and not any(span[0] == "text" for span in spans):
        raise DragomanError(f"The text does not say '{content['text']}': a {kind} quotes it word for word.")
    return spans


def _place_of(words: str, readout: Readout) -> Span | None:
    for name, text in (("text", readout.text), ("title", readout.title)):
        start = text.find(words)
        if start >= 0:
            return name, start, start + len(words)
    return None
