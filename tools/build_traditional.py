"""Makes src/dragoman/reference/data/traditional_characters.csv out of OpenCC (Apache-2.0); run by hand.

    python tools/build_traditional.py

Asks OpenCC for the simplified form of every character of the CJK blocks and keeps those that have another one.
"""

from __future__ import annotations

import csv
from pathlib import Path

import opencc

OUTPUT = Path(__file__).resolve().parent.parent / "src/dragoman/reference/data/traditional_characters.csv"
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))


def main() -> None:
    simplify = opencc.OpenCC("t2s")
    pairs = [(char, simplify.convert(char)) for block in BLOCKS for char in map(chr, block)]
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["traditional", "simplified", "source"])
        writer.writerows((old, new, "opencc t2s") for old, new in pairs if new != old and len(new) == 1)


if __name__ == "__main__":
    main()
