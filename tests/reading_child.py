"""Run in a process of its own by test_determinism: reads the readouts on stdin and prints the readings as bytes.

    python reading_child.py PART  <readouts.jsonl

PART is `forwards`, `backwards` (the readouts in reverse order), or `audited`: then what Python reports to audit hooks
while reading is printed instead, one event a line, and the clock and the generators of randomness raise.
"""

from __future__ import annotations

import json
import random
import sys
import time
from typing import Any, NoReturn

from dragoman import Readout, read
from dragoman.languages import load
from dragoman.reading import read_with  # noqa: F401  (`read` imports it when first called)
from dragoman.reference.concepts import vocabulary

readouts = [Readout(**json.loads(line)) for line in sys.stdin.buffer]
for code in sorted({str(readout.language) for readout in readouts}):
    load(code)
    vocabulary().concepts_of("", code)  # builds what finds concepts in this language


def forbidden(*args: Any, **kwargs: Any) -> NoReturn:
    raise AssertionError("the clock or a generator of randomness was asked while reading")


def reading(readout: Readout) -> bytes:
    return json.dumps(read(readout).as_json(), ensure_ascii=False).encode() + b"\n"


def audited() -> list[str]:
    """The audit events of reading everything: opened files, sockets, processes, imports and whatever else there is."""
    events: list[str] = []
    watching = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if watching:
            events.append(f"{event} {arguments!r}")

    sys.addaudithook(hook)
    for module in (time, random):
        for name, value in vars(module).items():
            if callable(value) and not isinstance(value, type):
                setattr(module, name, forbidden)
    watching = True
    for readout in readouts:
        read(readout)
    watching = False
    return events


if sys.argv[1] == "audited":
    sys.stdout.writelines(f"{event}\n" for event in audited())
elif sys.argv[1] == "backwards":
    sys.stdout.buffer.writelines(reversed([reading(readout) for readout in reversed(readouts)]))
else:
    sys.stdout.buffer.writelines(reading(readout) for readout in readouts)
