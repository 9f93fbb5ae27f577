"""What people write for the fields of a fact → its content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.register.decisions.facts import Content

NOTHING = "-"
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


def content_of(pairs: Iterable[str]) -> Content:
    """The content in 'name=Rui Vaz' and the like; raises DragomanError for what is no such pair."""
    content: Content = {}
    for pair in pairs:
        field, equals, value = pair.partition("=")
        if not equals:
            raise DragomanError(f"'{pair}' gives no value: write FIELD=VALUE, like name='Rui Vaz'.")
        content[field.strip()] = value_of(field.strip(), value)
    return content


def value_of(field: str, written: str) -> Any:
    """The value that somebody wrote for a field; '-' or nothing stands for none, a country's name for its code."""
    from dragoman.register import affiliation

    written = written.strip()
    if field == "group":
        return _YES_OR_NO.get(written.lower(), written)
    if field == "by":
        parts = (part.strip() for part in written.split(",") if part.strip() not in ("", NOTHING))
        return [affiliation(part) or part for part in parts]
    if written in ("", NOTHING):
        return None
    return affiliation(written) or written if field in ("country", "affiliation") else written


def written(value: Any) -> str:
    """How a person would write a value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)
