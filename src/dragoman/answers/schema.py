"""The JSON Schema of a reading, made from the types of `model`."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def reading_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what `Reading.as_json` gives; keys beyond it are allowed, none may be missing."""
    from pydantic import TypeAdapter

    from dragoman.model import Reading

    schema = TypeAdapter(Reading).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema}
