"""Which texts are measured: the shared corpus beside the project, or else the project's own gold readings."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman import Readout

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus"


def corpora() -> dict[str, list[Readout]]:
    """Readouts by corpus, each of one language, the name beginning with its code ('en-state')."""
    files = sorted(CORPUS.glob("*.jsonl"))
    if files:
        return {path.stem: [_readout(record) for record in _records(path)] for path in files}
    return {
        f"{code}-own": [r for r in own() if r.language == code] for code in sorted({str(r.language) for r in own()})
    }


def own() -> list[Readout]:
    """The texts of the project's own gold readings, in all languages."""
    return [_readout(record) for record in _records(HERE / "gold.jsonl")]


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _readout(record: dict[str, str]) -> Readout:
    return Readout(
        text=record["text"],
        title=record.get("title") or "",
        published=record.get("published"),
        language=record["lang"],
        publisher=record.get("publisher"),
        ref=record["ref"],
    )
