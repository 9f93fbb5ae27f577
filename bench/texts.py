"""Which texts are measured: the shared corpus beside the project, or else the project's own gold readings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman import Readout

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus"


def corpora() -> dict[str, list[Readout]]:
    """Readouts by corpus, each of one language, the name beginning with its code ('en-state')."""
    files = sorted(CORPUS.glob("*.jsonl"))
    if files:
        return {path.stem: [readout(record) for record in records(path)] for path in files}
    return {
        f"{code}-own": [r for r in own() if r.language == code] for code in sorted({str(r.language) for r in own()})
    }


def own() -> list[Readout]:
    """The texts of the project's own gold readings, in all languages."""
    return [readout(record) for record in records(HERE / "gold.jsonl")]


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def shared_records() -> list[dict[str, Any]]:
    """All records of the shared corpora; none where these are not there."""
    return [record for path in sorted(CORPUS.glob("*.jsonl")) for record in records(path)]


def readout(record: dict[str, Any], text: str | None = None) -> Readout:
    """The readout of a gold or corpus record; with another text, as the same publisher tells that."""
    return Readout(
        text=record["text"] if text is None else text,
        title=record.get("title") or "",
        published=record.get("published"),
        language=record.get("lang"),
        publisher=record.get("publisher"),
        ref=record.get("ref"),
    )
