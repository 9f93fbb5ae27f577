"""The theme of a conference between quotation marks: 'The Forum's theme, “Clean Rivers”, …'."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.quotes import OPENING, closes_quotation
from dragoman.reading.sayings.voices import add

REACH = 8  # elements from the word for a theme to the quotation mark


def theme(narration: Narration, told: Told) -> None:
    """Enter what is quoted after a word for a theme as a topic of the conference that is being told."""
    if "motto" not in told.categories:
        return
    elements = told.elements
    motto = next(n for n, e in enumerate(elements) if e.has("motto"))
    ahead = range(motto + 1, min(len(elements), motto + REACH))
    opens = next((n for n in ahead if _opens(elements[n])), 0)
    last = next((n for n in range(opens + 1, len(elements)) if closes_quotation(elements, n)), 0) if opens else 0
    while last > opens and (elements[last].has("quote") or elements[last].has("comma") or elements[last].has("stop")):
        last -= 1
    conference = _conference(narration, told) if last > opens else None
    if conference is not None:
        span = (elements[opens + 1].start, elements[last].end)
        add(conference, Saying(None, span, (), False, "theme"))


def _opens(element: Element) -> bool:
    return element.item is not None and element.item.text[0] in OPENING


def _conference(narration: Narration, told: Told) -> Draft | None:
    """The conference that a sentence tells of, or that was told last."""
    return next((d for d in reversed([*narration.drafts, *told.drafts]) if d.kind == "conference"), None)
