"""What is told line by line after a colon ('The talks covered the following:'), and what the terms of an instrument
lay down ('Under the memorandum, both universities will …').
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Act
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.entries import is_bullet
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.phrases import split_topics, trim
from dragoman.reading.sayings.voices import ACTS, Voice, add

LONGEST_MARK = 4  # letters of 'viii'
TERMS_REACH = 10  # elements of an opening that names an instrument


@dataclass(slots=True)
class Listing:
    """Lines that follow a colon; `act` None: they are topics. `marked`: whether the first of them has a bullet."""

    act: Act | None
    by: tuple[Person, ...]
    joint: bool
    drafts: list[Draft]
    paragraph: int
    marked: bool | None = None

    def takes(self, told: Told) -> bool:
        """Enter a sentence if it is a line of the list; False if the list is over."""
        elements = told.elements
        start = after_mark(elements)
        inside = told.sentence.paragraph == self.paragraph
        self.marked = start > 0 if self.marked is None else self.marked
        sentence = elements[-1].has("stop") and not inside
        if (self.marked and not start and not inside) or (not self.marked and (sentence or inside)):
            return False
        self.paragraph = told.sentence.paragraph
        end = len(elements)
        if self.act == "signed":
            end = next((n for n in range(start + 1, end) if _tells_between_whom(elements, n)), end)
        whole = trim(elements, start, end)
        found = [(whole, "item")] if self.act and whole else split_topics(elements, start, end)
        for span, rule in found:
            for draft in self.drafts:
                add(draft, Saying(self.act, span, self.by, self.joint, f"list-{rule}"))
        return True


def after_mark(elements: list[Element]) -> int:
    """The first element after a bullet, a number or a letter in brackets; 0 if the line has none."""
    item = elements[0].item
    if item is None or len(elements) < 3:
        return 0
    if is_bullet(item):
        return 1
    start = 1 if item.has("open") else 0
    mark, closing = elements[start].item, elements[start + 1].item
    short = mark is not None and mark.text.isalnum() and len(mark.text) <= LONGEST_MARK
    return (
        start + 2 if short and closing is not None and closing.text in (".", ")") and len(elements) > start + 2 else 0
    )


def _tells_between_whom(elements: list[Element], index: int) -> bool:
    after = elements[index + 1] if index + 1 < len(elements) else None
    return elements[index].has("comma") and after is not None and after.role in ("between", "by")


def heading(elements: list[Element]) -> tuple[bool, Act | None]:
    """Whether a line that ends in a colon announces topics or points ('Main outcomes:'), and with which act."""
    for element in reversed(elements):
        for entry in element.entries("heading"):
            return True, ACTS.get(entry.get("act"))
    return False, None


def enumerates(elements: list[Element], start: int, end: int) -> bool:
    """'agreed on | the following: |': what is agreed on comes after."""
    return elements[-1].has("colon") and any(e.has("enumerates") for e in elements[start:end])


def laid_down(narration: Narration, told: Told) -> None:
    """'Under the agreement signed today, both sides will …': what an instrument lays down is agreed; what one side
    alone is to do, it pledges.
    """
    elements = told.elements
    if not elements[0].has("terms"):
        return
    named = next((n for n, e in enumerate(elements[:TERMS_REACH]) if e.has("signed_noun")), -1)
    comma = next((n for n in range(named, len(elements)) if elements[n].has("comma")), -1) if named > 0 else -1
    if comma < 0 or not any(e.has("modal") or e.has("planned") for e in elements[comma:]):
        return
    held = [d for d in narration.drafts if d.status == "held"]
    draft = next((d for d in reversed(held) if d.kind == "signing"), narration.current or next(reversed(held), None))
    if draft is None:
        return
    modal = next(n for n in range(comma, len(elements)) if elements[n].has("modal") or elements[n].has("planned"))
    people = narration.people([m for e in elements[comma:modal] for m in e.mentions if m.is_party])
    sides = {person.affiliation for person in people if person.affiliation in draft.affiliations()}
    alone = len(sides) == 1 and len(people) == 1
    voice = Voice(
        told.sentence.paragraph, tuple(people) if alone else (), not alone, [draft], "pledged" if alone else "agreed"
    )
    voice.says(elements, comma + 1, len(elements))
