"""A brief as Markdown: each line with footnotes, which give the engagement, the readout and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.answers.brief.brief import Brief
from dragoman.answers.brief.sections import Section, about, sections, title
from dragoman.answers.brief.telling import sparkline
from dragoman.answers.brief.wording import Item, columns, evidence, joined
from dragoman.reference.concepts import Vocabulary

_MEANT = re.compile(r"([\\`*_\[\]<>#|~&$])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+])")


def brief_markdown(brief: Brief, vocabulary: Vocabulary) -> str:
    """The brief as a Markdown document with footnotes; what readouts say is text in it, never markup."""
    notes: dict[str, int] = {}
    lines = [f"# {plain(title(brief))}", "", plain(about(brief)), ""]
    for section in sections(brief, vocabulary):
        lines += _section(section, brief, notes)
    lines += [f"[^{number}]: {note}" for note, number in notes.items()]
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    """Text on one line, in which nothing is taken for markup."""
    flat = _MEANT.sub(r"\\\1", " ".join(text.split()))
    return _LIST_MARK.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", flat)


def _section(section: Section, brief: Brief, notes: dict[str, int]) -> Iterator[str]:
    yield f"## {plain(section.title)}"
    yield ""
    if section.id == "topics":
        yield f"{columns(brief.periods)}."
        yield ""
    most = max((count for item in section.items for _, count, _ in item.counts), default=0)
    for item in section.items:
        yield "  " * item.depth + f"- {_line(item, most)}{_marks(item, notes)}"
    if section.note:
        yield from ["", plain(section.note)] if section.items else [plain(section.note)]
    yield ""


def _line(item: Item, most: int) -> str:
    label = f"**{plain(item.label)}** " if item.label else ""
    picture = f"`{sparkline([count for _, count, _ in item.counts], most)}` " if item.counts else ""
    said = f"“{plain(item.text)}”" if item.quoted else plain(item.text)
    ids = [id for id in (item.engagement, *item.also) if id]
    return picture + label + joined([said, plain(item.aside), ", ".join(f"`{id}`" for id in ids)])


def _marks(item: Item, notes: dict[str, int]) -> str:
    """The footnotes of a line; one quote has one number wherever it stands."""
    told = [f"`{quote.engagement}` · {plain(evidence(quote, item))}" for quote in item.quotes]
    return "".join(f"[^{notes.setdefault(note, len(notes) + 1)}]" for note in told)
