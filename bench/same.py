"""Whether another Python's dragoman reads the same bytes as this one: a compiled one, or another state of the code.

    python -m bench.same .venv-compiled/bin/python

Says how many readouts were read and names those that differ; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from bench.texts import corpora, own

from dragoman import Readout

CHILD = Path(__file__).resolve().parent.parent / "tests" / "reading_child.py"


def readings(python: str, readouts: list[Readout]) -> list[bytes]:
    """What a Python's dragoman makes of the readouts, one line each."""
    given = "".join(json.dumps(asdict(readout)) + "\n" for readout in readouts)
    run = subprocess.run([python, str(CHILD), "forwards"], input=given.encode(), stdout=subprocess.PIPE, check=True)
    return run.stdout.split(b"\n")[:-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", help="the other Python")
    parser.add_argument("--limit", type=int, help="no more than so many of the project's own texts and of each corpus")
    parser.add_argument("--lang", help="only documents in this language")
    options = parser.parse_args()
    some = [readout for found in (own(), *corpora().values()) for readout in found[: options.limit]]
    readouts = [readout for readout in some if options.lang in (None, readout.language)]
    lines = zip(readings(sys.executable, readouts), readings(options.python, readouts), strict=True)
    differing = [readout.ref for readout, (ours, theirs) in zip(readouts, lines, strict=True) if ours != theirs]
    print(f"{len(readouts)} readouts, {len(differing)} read otherwise", *differing, sep="\n")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
