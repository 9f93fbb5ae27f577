"""Gold readings of readouts of the shared corpora, without their texts: what is quoted is told by its offsets.

`annotated.jsonl` has one readout a line, found in ../shared/corpus by its `ref`: an event, a topic and the text of a
point are [start, end) in code points of that text. They were annotated on 25 November 2026 by readers who knew the
guidelines and not the program; `kept` are those whose errors nobody has read since.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.texts import records, shared_records

ANNOTATED = Path(__file__).resolve().parent / "annotated.jsonl"


def readings() -> list[dict[str, Any]]:
    """The annotated readings as they are kept, without their texts."""
    return records(ANNOTATED)


def gold(kept: bool) -> Iterator[dict[str, Any]]:
    """Gold records with their texts, of those kept unread or of the others; none where the corpora are not there."""
    wanted = {reading["ref"]: reading for reading in readings() if reading["kept"] == kept}
    return (filled(wanted[record["ref"]], record) for record in shared_records() if record["ref"] in wanted)


def filled(reading: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """A record of a corpus with its annotated reading, whose offsets have become the words of the text."""
    text = record["text"]
    engagements = [
        {
            **engagement,
            "event": text[slice(*engagement["event"])] if engagement["event"] else None,
            "topics": [text[slice(*span)] for span in engagement["topics"]],
            "points": [{**point, "text": text[slice(*point["text"])]} for point in engagement["points"]],
        }
        for engagement in reading["engagements"]
    ]
    return {**record, "kept": reading.get("kept", False), "engagements": engagements}
