"""Parties told beyond what a predicate governs: past its subject, at its clause's end, after a colon."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import REACH, opens_clause
from dragoman.reading.clauses.coordination import before_name, listed_from
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

SEVERAL = 2  # who make up a set of people
COMPANY_REACH = 30  # elements in which companions may be told at a clause's end


def past_subject(elements: list[Element], p: Predicate) -> int:
    """'s'est entretenu | de la mobilité des étudiants | avec la ministre': where the partner is told after the
    subject.
    """
    if not p.entry.get("about") or p.index + 1 >= len(elements) or elements[p.index + 1].role != p.entry.get("about"):
        return 0
    for index in range(p.index + 2, min(len(elements) - 1, p.index + COMPANY_REACH)):
        if elements[index].has_any(("stop", "cut", "say", "semicolon")):
            return 0
        after = next((e for e in elements[index + 1 : index + 4] if not before_name(e)), None)
        if elements[index].role == "with" and after is not None and after.is_party:
            return index
    return 0


def then_others(elements: list[Element], p: Predicate) -> None:
    """'received A, who bears a letter, | then | B': whoever is met next, past what is told of the one before."""
    for index in range(p.reach, len(elements) - 2):
        element = elements[index]
        if element.has_any(("stop", "semicolon")) or element.is_kind("event"):
            return
        if element.has("comma") and elements[index + 1].has("then"):
            first = next((n for n in range(index + 2, len(elements)) if not before_name(elements[n])), index)
            if elements[first].is_kind("person", "group") and not opens_clause(elements, first):
                listed, p.reach = listed_from(elements, first)
                p.objects.extend(dict.fromkeys(m for m in listed if m not in p.objects))
                p.each = True
            return


def companions_beyond(elements: list[Element], p: Predicate) -> None:
    """'presided over the launch of "Youth", in the presence of | A and B': those told of at the end of the clause."""
    for index in range(p.reach, min(len(elements) - 1, p.index + COMPANY_REACH)):
        element = elements[index]
        if element.has_any(("stop", "semicolon", "cut", "say", "discuss")):
            return
        if element.has("trigger") and any(entry.get("form") != "noun" for entry in element.entries("trigger")):
            return
        if element.has("companion") and elements[index - 1].has("comma"):
            first = next((n for n in range(index + 1, len(elements)) if not before_name(elements[n])), index)
            if elements[first].is_party:
                p.companions = listed_from(elements, first)[0]
            return


def companions_ahead(elements: list[Element], p: Predicate) -> None:
    """'Accompagnée de A et de B, | la ministre C | a reçu': those told beside the subject where the sentence opens."""
    if p.companions or not p.subject or not elements[0].has("companion"):
        return
    subject = next((n for n in range(1, p.index) if p.subject[0] in elements[n].mentions), 0)
    if subject and not any(e.verbs() for e in elements[1:subject]):
        p.companions = [m for e in elements[1:subject] if e.is_party for m in e.mentions]


def told_after_colon(elements: list[Element], p: Predicate) -> list[Mention]:
    """'received two diplomats: the Envoy, then the Consul', 'met his counterparts – A of Chad and B of Peru – today':
    those whom a group stands for."""
    colon = p.reach
    if p.sort != "trigger" or colon + 1 >= len(elements):
        return []
    dash = elements[colon].has("dash")
    if not (dash or elements[colon].has("colon")):
        return []
    first = next((n for n in range(colon + 1, len(elements)) if not elements[n].has("det")), colon)
    if not elements[first].is_party:
        return []
    listed, after = listed_from(elements, first)
    if dash and (len(listed) < SEVERAL or not _closes_aside(elements, after)):
        return []
    p.each = p.each or any(e.has("then") for e in elements[first:after])
    return listed


def _closes_aside(elements: list[Element], index: int) -> bool:
    """Whether a list between dashes ends: at the second, or with its sentence."""
    return index >= len(elements) or elements[index].has("dash") or elements[index].has("stop")


def between_before(elements: list[Element], index: int) -> list[Mention]:
    """'An agreement between A and B was signed': the parties named before the verb."""
    for n in range(index - 1, max(0, index - REACH), -1):
        if elements[n].has("cut") or elements[n].has("trigger"):
            break
        if elements[n].role == "between":
            first = next((k for k in range(n + 1, index) if not elements[k].has("det")), index)
            return listed_from(elements, first)[0] if elements[first].is_party else []
    return []


def held_by(elements: list[Element], p: Predicate) -> list[Mention]:
    """'the Forum, | hosted by | Peru and UNESCO, | opened': who holds an event, told between it and its verb."""
    event = next((n for n in range(p.index - 1, -1, -1) if p.events[0] in elements[n].mentions), -1)
    told = event + 2 if event >= 0 and event + 3 < p.index and elements[event + 1].has("comma") else 0
    if not told or not any(entry.get("holds") for entry in elements[told].entries("role")):
        return []
    first = next((n for n in range(told + 1, p.index) if not before_name(elements[n])), told)
    return listed_from(elements, first)[0] if elements[first].is_party else []
