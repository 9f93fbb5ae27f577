"""Who speaks, in which accounts and with what act; what they say becomes points of those accounts."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Act
from dragoman.reading.contents import modal_act
from dragoman.reading.draft import Draft, Saying
from dragoman.reading.elements import Element
from dragoman.reading.people import Person
from dragoman.reading.phrases import trim

ACTS: dict[str, Act] = {"agreed": "agreed", "signed": "signed", "pledged": "pledged", "proposed": "proposed", "stated": "stated"}


@dataclass(slots=True)
class Voice:
    """One or several speakers; `paragraph` is the last one in which they were heard."""

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    drafts: list[Draft]
    act: Act

    def says(self, elements: list[Element], start: int, end: int, weak: bool = False, splits: bool = False) -> None:
        """Enter what stands between two elements; if `weak`, its own modal verbs decide the act, clause by clause if
        `splits`.
        """
        if weak and splits:
            parts = _by_modals(elements, start, end)
        elif weak or self.act == "stated":
            parts = [_by_modal(elements, start, end, self, weak)]
        else:
            parts = [(start, end, self.act)]
        for first, last, act in parts:
            span = trim(elements, first, last)
            if span:
                for draft in self.drafts:
                    add(draft, Saying(act, span, self.by, self.joint, f"say-{act}"))


def add(draft: Draft, saying: Saying) -> None:
    """Enter a saying unless the account holds it already."""
    if not any(s.span == saying.span and s.act == saying.act for s in draft.sayings):
        draft.sayings.append(saying)


def _by_modal(elements: list[Element], start: int, end: int, voice: Voice, weak: bool) -> tuple[int, int, Act]:
    act, after = modal_act(elements, start, end, voice.by)
    if act and (weak or after):
        return after or start, end, ACTS[act]
    return start, end, voice.act


def _by_modals(elements: list[Element], start: int, end: int) -> list[tuple[int, int, Act]]:
    """Content cut at clauses that open with a modal word, each part with its act."""
    parts: list[tuple[int, int, Act]] = []
    first, act = start, ACTS["stated"]
    clause = start
    for index in range(start, end):
        element = elements[index]
        if element.has("stop") or element.has("semicolon"):
            parts.append((first, index, act))
            first, act, clause = index + 1, ACTS["stated"], index + 1
        elif element.has("comma"):
            clause = index + 1
        elif element.has("modal") and all(e.is_party or e.has("aux") or e.pronoun or e.has("also") for e in elements[clause:index]):
            parts.append((first, clause, act))
            first, act, clause = index + 1, ACTS[element.entries("modal")[0].get("act")], index + 1
    parts.append((first, end, act))
    return [(a, b, act) for a, b, act in parts if b > a]
