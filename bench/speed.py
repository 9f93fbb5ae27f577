"""How fast reading is, beside two yardsticks that do less with the same phrases, in one run on one core.

    floor      tokens by `re` and one pass of an automaton over the phrases of the language
    spaCy      a blank pipeline's tokens and its PhraseMatcher over the same phrases (`make bench-install`)
    dragoman   the whole of `dragoman.read`

Figures are documents a second of processor time, so that what else the machine does counts little. Compiling of rules
and phrases is left out of all three. The title says so where dragoman itself is compiled, which it is if run as
`.venv-compiled/bin/python -m bench.speed` after `make compiled`. `--markdown` puts the table into RESULTS.md.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Iterable
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec

import ahocorasick_rs
from bench.report import show, table
from bench.texts import corpora

from dragoman import Readout, read
from dragoman.languages import load
from dragoman.languages.lexicon import TOKEN
from dragoman.reading import reader

HEADER = ("corpus", "documents", "characters", "floor", "spaCy", "dragoman", "of floor", "of spaCy")
WARM = 50  # readouts read beforehand: rules are compiled when first needed
Work = Callable[[str], object]


def floor(code: str) -> Work:
    """Tokens and phrases, and nothing done with them."""
    lexicon = load(code).lexicon
    automaton = ahocorasick_rs.AhoCorasick(lexicon.phrases)

    def work(text: str) -> object:
        return sum(1 for _ in TOKEN.finditer(text)), automaton.find_matches_as_indexes(
            lexicon.fold(text), overlapping=True
        )

    return work


def spacy_matcher(code: str) -> Work | None:
    """spaCy's tokens and matches, None where spaCy is not installed."""
    if find_spec("spacy") is None:
        return None
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(code)
    pipeline.max_length = 10_000_000
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("phrase", list(pipeline.tokenizer.pipe(load(code).lexicon.phrases)))
    return lambda text: matcher(pipeline.make_doc(text))


def rate(work: Callable[[Readout], object], readouts: Iterable[Readout]) -> float:
    """Documents a second of processor time. What is loaded already is kept from the garbage collector's rounds."""
    count = 0
    gc.collect()
    gc.freeze()
    start = time.process_time()
    for readout in readouts:
        work(readout)
        count += 1
    return count / (time.process_time() - start)


def on_text(work: Work) -> Callable[[Readout], object]:
    return lambda readout: work(readout.text)


def title(module_file: str) -> str:
    """What the table is called: whether pure Python was measured or a compiled wheel, by the file of a module."""
    return f"Speed{', compiled' if module_file.endswith(tuple(EXTENSION_SUFFIXES)) else ''}: documents a second"


def row(name: str, readouts: list[Readout]) -> list[str]:
    """The three rates of a corpus and how the last compares."""
    code = name.partition("-")[0]
    matcher = spacy_matcher(code)
    for readout in readouts[:WARM]:
        read(readout)
    lowest = rate(on_text(floor(code)), readouts)
    middle = rate(on_text(matcher), readouts) if matcher else None
    ours = rate(read, readouts)
    length = sum(len(readout.text) for readout in readouts) // len(readouts)
    rates = [f"{lowest:.0f}", f"{middle:.0f}" if middle else "–", f"{ours:.0f}"]
    shares = [f"{ours / lowest:.2f}", f"{ours / middle:.2f}" if middle else "–"]
    return [name, str(len(readouts)), str(length), *rates, *shares]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="no more than so many documents of each corpus")
    parser.add_argument("--corpus", default="", help="only corpora whose name begins so ('en', 'zh-xwlb')")
    parser.add_argument("--markdown", action="store_true", help="put the table into RESULTS.md")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rows = []
    for name, readouts in corpora().items():
        if name.startswith(options.corpus):
            print(f"{name} …", file=sys.stderr)
            rows.append(row(name, readouts[: options.limit]))
    show(title(reader.__file__), table(HEADER, rows), options.markdown)


if __name__ == "__main__":
    main()
