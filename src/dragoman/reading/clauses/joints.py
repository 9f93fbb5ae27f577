"""How clauses hang together: what stands before a verb, what joins it to the clause before, where its clause begins."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import is_parenthetical
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate

JOINTS = ("comma", "and", "semicolon", "contrast")


def before(elements: list[Element], index: int) -> tuple[int, bool]:
    """The element before a verb with adverbs, auxiliaries and dates left out (−1: none), and whether one of them makes
    it passive.
    """
    passive = False
    index -= 1
    while index >= 0 and (
        elements[index].has("aux")
        or elements[index].has("also")
        or is_parenthetical(elements, index)
        or elements[index].is_kind("date")
        or (elements[index].role and elements[index + 1].is_kind("date"))
        or _is_object(elements, index)
    ):
        passive = passive or elements[index].has("passive")
        index = (is_parenthetical(elements, index) or index) - 1
    return index, passive


def _is_object(elements: list[Element], index: int) -> bool:
    """Whether an article is the verb's object: 'l'a remerciée', 'il les exhorte'."""
    if not elements[index].has("clitic") or index + 1 >= len(elements) or index == 0:
        return False
    return elements[index + 1].has("aux") or elements[index - 1].is_party or bool(elements[index - 1].pronoun)


def joins(element: Element) -> bool:
    """Whether an element joins a clause to the one before it."""
    return element.has_any(JOINTS)


def subject_start(elements: list[Element], index: int) -> int:
    """Where the parties that end at `index` begin, with their articles."""
    while index >= 0 and (
        elements[index].is_party
        or elements[index].pronoun
        or elements[index].has("det")
        or elements[index].has("hon")
        or (elements[index].has("nth") and index > 0 and elements[index - 1].has("det"))
    ):
        index -= 1
    return index + 1


def is_joined(elements: list[Element], p: Predicate) -> bool:
    """Whether a verb, or its subject, follows a joint."""
    start = clause_head(elements, p)
    return start > 0 and joins(elements[start - 1])


def noun_joint(elements: list[Element], p: Predicate) -> int:
    """'talks on trade | and a meeting with B': where an occasion that a noun tells, with somebody, is joined to what
    stands before it; −1 where it is not."""
    if not p.objects or p.nested:
        return -1
    joint = next((n for n in range(p.index - 1, -1, -1) if not (elements[n].has("det") or elements[n].has("one"))), 0)
    return joint if elements[joint].has("and") else -1


def clause_start(elements: list[Element], p: Predicate) -> int:
    """Where the clause of a verb begins: before its subject and what joins it to the clause before."""
    start = clause_head(elements, p)
    if start > 0 and p.entry.get("mood") == "ing" and elements[start - 1].role == "with":
        start -= 1
    while start > 0 and (
        joins(elements[start - 1])
        or elements[start - 1].has_any(("also", "aux", "distributive"))
        or (elements[start - 1].has("adjunct") and elements[start - 1].has("infinitive"))
    ):
        start -= 1
    return start


def clause_head(elements: list[Element], p: Predicate) -> int:
    """The first element of a verb's subject if that stands right before it, else of the verb with its particle."""
    previous, _ = before(elements, p.index)
    if previous < 0:
        return 0
    base = p.entry.get("mood") == "base" or p.sort == "trigger"
    again = base and previous > 0 and elements[previous].has("planned") and elements[previous - 1].has("and")
    if elements[previous].role == "to" or again:  # '… and | will announce', '… and | will also meet'
        return previous
    if (
        base and previous > 0 and elements[previous].has("planned") and p.subject
    ):  # '…, and Minister B | will also | meet'
        previous -= p.subject[-1] in elements[previous - 1].mentions
    first = previous
    if p.subject and p.subject[-1] in elements[previous].mentions:
        first = next((n for n in range(previous, -1, -1) if p.subject[0] in elements[n].mentions), previous)
    return subject_start(elements, first)


def relative_start(elements: list[Element], p: Predicate) -> int:
    """Where the clause of a verb begins that says of what stands before it what somebody else says ('la réforme, | dont
    Mme Berg a salué …'), with its comma; −1 if it is none.
    """
    head = clause_head(elements, p)
    pronoun = elements[head - 1] if head > 1 else None
    if pronoun is None or not p.subject or not any(elements[n].is_kind("person") for n in range(head, p.index)):
        return -1
    if pronoun.has("relative"):
        return head - 1 - elements[head - 2].has("comma")
    noun = pronoun.has("whom") and head > 3 and not elements[head - 2].verbs() and elements[head - 3].has("comma")
    return head - 3 if noun else -1  # 'un fonds, | proposition que Mme Berg a saluée'


def only_circumstances(elements: list[Element], index: int, listener: bool) -> bool:
    """Whether from an element on a clause only tells where and when ('… announced | in Lima on Tuesday after talks with
    the Envoy'), and if `listener` first to whom ('… told | reporters in Lima').
    """
    first = index
    while index < len(elements):
        element = elements[index]
        if element.has_any(("stop", "nest", "adjunct", "earlier")) and (index > first or not listener):
            return not (element.has("nest") and element.role) or _is_placed(elements, index)
        heard = listener and (element.is_party or element.has("posspron") or element.has("addressee"))
        told = heard or element.has("remote") or element.has("det") or element.is_kind("date", "place", "site", "state")
        if not (told or _is_placed(elements, index)):
            return False
        index += 1
    return True


def _is_placed(elements: list[Element], index: int) -> bool:
    """Whether a preposition leads to a place or a date."""
    ahead = next((e for e in elements[index + 1 : index + 3] if not e.has("det")), None)
    return bool(elements[index].role) and ahead is not None and ahead.is_kind("date", "place", "site", "state", "org")
