"""A comparison told as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from dragoman.answers import phrases
from dragoman.answers.compare.comparison import Comparison, Fact, Said
from dragoman.answers.telling import BLANK, Line
from dragoman.reference.concepts import Vocabulary

SILENT = "–"


def letter(number: int) -> str:
    """What a side is called: A, B, … and by its number where the letters end."""
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)


def in_words(said: Said) -> str:
    """'agreed (CN, FR): …'; the bare words of a topic; 'mentioned: …' for words that are neither topic nor point."""
    if said.mention:
        return f"mentioned: {said.text}"
    by = f" ({', '.join(said.by)})" if said.by else ""
    return f"{said.act}{by}: {said.text}" if said.act else said.text


def tell_comparison(comparison: Comparison, vocabulary: Vocabulary) -> Iterator[Line]:
    """The sides, what differs, what agrees, what several speak of, and what one alone reports."""
    yield Line(0, "title", "", f"{comparison.engagement}  {comparison.occasion}")
    for number, side in enumerate(comparison.sides):
        yield Line(0, "fact", letter(number), side.title or side.ref or "untitled")
        yield Line(1, "about", "", f"{phrases.published(side)} · {side.account}")
    yield from _facts("differ", comparison.differ)
    yield from _facts("agree", comparison.agree)
    if comparison.shared:
        yield from _section("shared")
        for subject in comparison.shared:
            label = phrases.concepts(subject.concepts, vocabulary) or "the same words"
            yield Line(1, "occasion", label, "")
            yield from _cells([in_words(said) if said else None for said in subject.said])
    for number, only in enumerate(comparison.only):
        if only:
            yield from _section(f"only {letter(number)}")
            yield from (Line(1, "quote", "", in_words(said)) for said in only)
    for number, occasions in enumerate(comparison.elsewhere):
        if occasions:
            yield from _section(f"elsewhere, only {letter(number)}")
            yield from (Line(1, "fact", one.account, one.text) for one in occasions)


def _section(name: str) -> Iterator[Line]:
    yield BLANK
    yield Line(0, "title", "", name)


def _facts(name: str, facts: Sequence[Fact]) -> Iterator[Line]:
    if facts:
        yield from _section(name)
        for fact in facts:
            yield Line(1, "occasion", fact.what, "")
            yield from _cells([telling.text if telling else None for telling in fact.tellings])


def _cells(texts: Sequence[str | None]) -> Iterator[Line]:
    yield from (Line(2, "fact", letter(number), text or SILENT) for number, text in enumerate(texts))
