"""What is told line by line after a colon ('The talks covered the following:'), and what the terms of an instrument
lay down ('Under the memorandum, both universities will …').
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Act
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.acts import ACTS
from dragoman.reading.sayings.belonging import before_now
from dragoman.reading.sayings.phrases import split_topics, trim
from dragoman.reading.sayings.voices import Voice, add
from dragoman.reading.text.items import is_bullet

LONGEST_MARK = 4  # letters of 'viii'
OPENING = 12  # elements before the verb of what both are going to do
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
        if len(elements) == 2 and elements[0].has("num"):  # '1. | Chad will …'
            self.marked, self.paragraph = True, told.sentence.paragraph
            return True
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
    alone is to do, it pledges. 'The two institutions will draft …' is agreed too, where they have met.
    """
    elements = told.elements
    held = [d for d in narration.drafts if d.status == "held"]
    current = narration.current if narration.current in held else next(reversed(held), None)
    if current is None or any(told.by_predicate.values()):
        return
    start = _after_terms(elements)
    signing = next((d for d in reversed(held) if d.kind == "signing"), None)
    if start and elements[1].pronoun == "it" and signing is None:
        return
    current = signing if start and signing is not None else current
    modal = next((n for n in range(start + 1, len(elements)) if _is_modal(elements[n])), 0)
    if not start:
        modal = next((n for n in range(1, modal + OPENING) if _both_will(elements, n)), 0)
        start = modal - 1
    if modal:
        people = narration.people([m for e in elements[start:modal] for m in e.mentions if m.is_party])
        sides = {person.affiliation for person in people if person.affiliation in current.affiliations()}
        alone = len(sides) == 1 and len(people) == 1 and people[0].affiliation in sides
        by = tuple(people) if alone else ()
        Voice(told.sentence.paragraph, by, not alone, [current], "pledged" if alone else "agreed").says(
            elements, start, len(elements)
        )


def undertaken(narration: Narration, told: Told) -> None:
    """'In support of this, the Ministry | will | fund courses': what one side is going to do, though nobody says so."""
    elements = told.elements
    modal = next((n for n, e in enumerate(elements) if e.has("modal")), 0)
    pledges = any(e.get("act") == "pledged" and not e.get("done") for e in elements[modal].entries("modal"))
    if not pledges or not modal or any(told.by_predicate.values()):
        return
    opening = [e for e in elements[: modal - 1] if not (e.has("det") or e.has("also"))]
    ahead = next((e for e in elements[modal + 1 :] if not (e.has("aux") and not e.has("be"))), None)
    acts = ahead is not None and not ahead.verbs() and not ahead.has_any(("be", "light", "negated", "stop"))
    who = elements[modal - 1]
    if not acts or not who.is_kind("state", "body", "group") or (opening and not opening[-1].has("comma")):
        return
    people = narration.people(list(who.mentions))
    draft = before_now(narration, people) or before_now(narration, people, planned=True)
    if draft is not None and {x.affiliation for x in people} & set(draft.affiliations()):
        Voice(told.sentence.paragraph, tuple(people), False, [draft], ACTS["pledged"]).says(
            elements, modal + 1, len(elements)
        )


def _is_modal(element: Element) -> bool:
    return element.has("modal") or element.has("planned")


def _both_will(elements: list[Element], modal: int) -> bool:
    """'As a next step, both sides | will | …': a clause of its own, at the head of the sentence or after a comma."""
    if modal >= len(elements) or not _is_modal(elements[modal]) or elements[modal - 1].pronoun != "they":
        return False
    opening = elements[: modal - 1]
    return not opening or opening[-1].has("comma") or all(e.has("det") or e.has("also") for e in opening)


def _after_terms(elements: list[Element]) -> int:
    """The element after 'Under the agreement signed today,' or 'Under it,'; 0 if a sentence does not open so."""
    named = next((n for n, e in enumerate(elements[:TERMS_REACH]) if e.has("signed_noun")), -1)
    named = 1 if named < 0 and len(elements) > 2 and elements[1].pronoun == "it" else named
    if named < 1 or not elements[0].has("terms"):
        return 0
    return next((n + 1 for n in range(named, len(elements)) if elements[n].has("comma")), 0)
