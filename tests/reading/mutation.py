"""Readouts spoilt in ways in which texts get spoilt: words lost, doubled and moved, odd characters, other line ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.texts import own
from hypothesis import strategies as st

from dragoman import Readout
from dragoman.intake import Refused, gather
from dragoman.languages import CODES

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES: list[Readout] = [readout for readout in gather([str(ROOT / "samples")]) if not isinstance(readout, Refused)]
READOUTS = [*SAMPLES, *own()]

PIECE = re.compile(r"[^\W_]+|\s+|[\W_]", re.UNICODE)
SENTENCE = re.compile(r"[^.!?。！？\n]*(?:[.!?。！？]+[\"”»]?|\n+|$)")

# Accents alone and composed, letters whose case has another length, emoji in several code points, other scripts and
# directions, spaces and breaks of every kind, control characters, the private-use characters that codes are made of.
ODD = ["é", "e\u0301", "İ", "ß", "ﬁ", "ǅ", "😀", "👩\u200d👩\u200d👧", "🇫🇷", "会见", "〇", "を", "שלום", "مرحبا"]
ODD += ["’", "“", "((", "]", "\\", "%s", "{}", "<b>", "&amp;"]
ODD += [*"\u202e\u200b\u00ad\ufeff\u2028\u00a0\u3000\t\r\x0b\x01\x1f\x7f\x85\ue000\uf8ff\U0010ffff", "\r\n"]
ODD += ["a" * 3_000, "9" * 30]

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
odd = st.sampled_from(ODD) | st.text(characters, min_size=1, max_size=8)


@st.composite
def spoilt_text(draw: st.DrawFn, text: str, others: list[str]) -> str:
    """The text after one to six accidents; `others` are texts from which a stranger's sentence may come in."""
    for accident in draw(st.lists(st.sampled_from(ACCIDENTS), min_size=1, max_size=6)):
        text = accident(draw, text, others)
    return text


@st.composite
def spoilt_readouts(draw: st.DrawFn) -> Readout:
    """A readout of ours with its text (and at times its title, its date, its language) spoilt."""
    readout = draw(st.sampled_from(READOUTS))
    texts = [known.text for known in READOUTS]
    return replace(
        readout,
        text=draw(spoilt_text(readout.text, texts)),
        title=draw(st.just(readout.title) | st.just("") | spoilt_text(readout.title, texts)),
        published=draw(st.just(readout.published) | st.none() | st.dates().map(str)),
        language=draw(st.just(readout.language) | st.sampled_from(CODES)) or "en",
    )


def _cut(draw: st.DrawFn, pieces: list[str]) -> tuple[int, int]:
    start = draw(st.integers(0, len(pieces)))
    return start, min(len(pieces), start + draw(st.integers(1, 12)))


def _lose(draw: st.DrawFn, text: str, others: list[str]) -> str:
    pieces = PIECE.findall(text)
    start, end = _cut(draw, pieces)
    return "".join(pieces[:start] + pieces[end:])


def _double(draw: st.DrawFn, text: str, others: list[str]) -> str:
    pieces = PIECE.findall(text)
    start, end = _cut(draw, pieces)
    return "".join(pieces[:end] + pieces[start:end] * draw(st.integers(1, 3)) + pieces[end:])


def _move(draw: st.DrawFn, text: str, others: list[str]) -> str:
    pieces = PIECE.findall(text)
    start, end = _cut(draw, pieces)
    rest = pieces[:start] + pieces[end:]
    place = draw(st.integers(0, len(rest)))
    return "".join(rest[:place] + pieces[start:end] + rest[place:])


def _shuffle_sentences(draw: st.DrawFn, text: str, others: list[str]) -> str:
    return "".join(draw(st.permutations(SENTENCE.findall(text)[:40])))


def _lose_spaces(draw: st.DrawFn, text: str, others: list[str]) -> str:
    return re.sub(draw(st.sampled_from([r" ", r"\n+", r"[.。]\s*", r"[,，、]"])), "", text)


def _break_lines(draw: st.DrawFn, text: str, others: list[str]) -> str:
    end = draw(st.sampled_from(["\r\n", "\r", "\n\n\n", "\n \n", "\u2028"]))
    return re.sub(draw(st.sampled_from([r"\n", r" (?=\w{6})", r"(?<=[,。])"])), end, text)


def _change_case(draw: st.DrawFn, text: str, others: list[str]) -> str:
    return draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))(text)


def _put_in_odd(draw: st.DrawFn, text: str, others: list[str]) -> str:
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(odd) + text[place:]
    return text


def _put_in_stranger(draw: st.DrawFn, text: str, others: list[str]) -> str:
    sentence = draw(st.sampled_from(SENTENCE.findall(draw(st.sampled_from(others)))))
    place = draw(st.integers(0, len(text)))
    return text[:place] + sentence + text[place:]


def _cut_short(draw: st.DrawFn, text: str, others: list[str]) -> str:
    return text[: draw(st.integers(0, len(text)))]


ACCIDENTS: list[Callable[[st.DrawFn, str, list[str]], str]] = [
    _lose,
    _double,
    _move,
    _shuffle_sentences,
    _lose_spaces,
    _break_lines,
    _change_case,
    _put_in_odd,
    _put_in_stranger,
    _cut_short,
]
