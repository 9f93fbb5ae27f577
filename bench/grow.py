"""Whether reading stays linear in the length of a text, and sound over whole corpora.

`length` reads texts of 1,000 to 1,000,000 characters: readouts of a corpus one after another, and, in English, made-up
texts in which every sentence brings new people and new engagements (the worst case for what looks back). Time is
processor time; a text of ten times the length may take at most somewhat more than ten times as long.

`corpus` reads every text of every corpus with warnings as errors, checks every reading (`bench/faults.py`), and names
the slowest text. Exit code 1 if anything is wrong. `--markdown` puts the table into RESULTS.md.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from itertools import cycle

from bench.faults import faults
from bench.report import show, table
from bench.texts import corpora

from dragoman import Readout, read

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
MOST = 0.2  # seconds for a text of 10,000 characters
COUNTRIES = ["Brazil", "Chad", "France", "Gabon", "Ghana", "Japan", "Kenya", "Malta", "Norway", "Peru"]
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def name(dice: random.Random) -> str:
    """A name that is unlikely to have come before."""
    return " ".join("".join(dice.choices(SYLLABLES, k=size)).capitalize() for size in (2, 3))


MADE_UP: dict[str, Callable[[random.Random], str]] = {
    "meetings": lambda d: (
        f"Minister {name(d)} met with Minister {name(d)} of {d.choice(COUNTRIES)} on May {d.randint(1, 28)}. "
    ),
    "visits": lambda d: f"Minister {name(d)} visited {d.choice(COUNTRIES)}. ",
    "conferences": lambda d: f"Minister {name(d)} attended the {d.randint(4, 90)}th World {name(d)} Conference. ",
    "calls and points": lambda d: (
        f"The President spoke with {name(d)}, Minister of Trade of {d.choice(COUNTRIES)}. They discussed the {name(d)} "
        f"forum and agreed to launch a {name(d)} dialogue. "
    ),
    "roles and groups": lambda d: (
        f"He met with {d.choice(COUNTRIES)} students of {name(d)} University. The Minister of {name(d)} thanked the "
        f"Ambassador. "
    ),
    "numbers": lambda d: f"{d.randint(1, 31)} ",
    "one long list": lambda d: f"{name(d)}, ",
}


def filled(sentences: Iterator[str], length: int) -> str:
    """Sentences until there are so many characters."""
    found: list[str] = []
    size = 0
    while size < length:
        found.append(next(sentences))
        size += len(found[-1])
    return "".join(found)[:length]


def texts(kind: str) -> Iterator[str]:
    """The endless sentences of a kind of made-up text, the same in every run."""
    dice = random.Random(kind)
    while True:
        yield MADE_UP[kind](dice)


def seconds(text: str, code: str) -> float:
    readout = Readout(text=text, published="2024-06-18", language=code)
    start = time.process_time()
    read(readout)
    return time.process_time() - start


def length_row(title: str, code: str, text: str, longest: int) -> tuple[list[str], str]:
    """Seconds at each length, how much the time grows from the second length to the last; and a complaint or ''."""
    seconds(text[: LENGTHS[1]], code)
    sizes = [size for size in LENGTHS if size <= longest]
    spent = [seconds(text[:size], code) for size in sizes]
    growth = (spent[-1] / sizes[-1]) / (spent[1] / sizes[1])
    complaint = f"{title}: {spent[1]:.2f} s for {sizes[1]:,} characters" if spent[1] > MOST else ""
    cells = [f"{second:.3f}" for second in spent] + ["–"] * (len(LENGTHS) - len(sizes))
    return [title, *cells, f"{growth:.2f}"], complaint


def lengthening(longest: int) -> Iterator[tuple[str, str, str]]:
    """Title, language and text of each kind: the readouts of a language one after another, and the made-up ones."""
    by_language: dict[str, list[str]] = {}
    for corpus_, readouts in corpora().items():
        by_language.setdefault(corpus_.partition("-")[0], []).extend(f"{readout.text}\n\n" for readout in readouts)
    for code, pieces in by_language.items():
        yield f"{code}: readouts", code, filled(cycle(pieces), longest)
    for kind in MADE_UP:
        yield f"en: made-up {kind}", "en", filled(texts(kind), longest)


def length(kind: str, longest: int, markdown: bool) -> list[str]:
    """Print the table of lengths of the kinds whose title holds `kind`; what is too slow."""
    rows, wrong = [], []
    for title, code, text in lengthening(longest):
        if kind in title:
            print(f"{title} …", file=sys.stderr)
            row, complaint = length_row(title, code, text, longest)
            rows.append(row)
            wrong += [complaint] if complaint else []
    header = ("text", *(f"{size:,}" for size in LENGTHS), "growth a character")
    show("Length: seconds by number of characters", table(header, rows), markdown)
    return wrong


def corpus(markdown: bool) -> list[str]:
    """Print the table of corpora; what is wrong."""
    warnings.simplefilter("error")
    rows, wrong = [], []
    for name_, readouts in corpora().items():
        read(readouts[0])
        slowest, found, accounts = 0.0, 0, 0
        for number, readout in enumerate(readouts, 1):
            if number % 100 == 0:
                print(f"\r{name_} {number} of {len(readouts)}", end="", file=sys.stderr)
            start = time.process_time()
            try:
                reading = read(readout)
            except Exception as error:  # whatever it is, it is what this looks for
                wrong.append(f"{readout.ref}: {error!r}")
                continue
            slowest = max(slowest, time.process_time() - start)
            accounts += len(reading.engagements)
            faulty = faults(readout, reading)
            found += len(faulty)
            wrong += (f"{readout.ref}: {fault}" for fault in faulty)
        print(f"\r{name_} {len(readouts)} of {len(readouts)}", file=sys.stderr)
        longest = max(len(readout.text) for readout in readouts)
        rows.append([name_, str(len(readouts)), str(longest), str(accounts), f"{slowest:.3f}", str(found)])
    header = ("corpus", "documents", "longest text", "accounts", "slowest, s", "faults")
    show("Corpora: every text read and checked", table(header, rows), markdown)
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=["length", "corpus"])
    parser.add_argument("--kind", default="", help="only texts whose title holds this ('zh', 'visits')")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="characters of the longest text")
    parser.add_argument("--markdown", action="store_true", help="put the table into RESULTS.md")
    options = parser.parse_args()
    wrong = (
        length(options.kind, options.longest, options.markdown)
        if options.part == "length"
        else corpus(options.markdown)
    )
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
