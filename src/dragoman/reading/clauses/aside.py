"""Who is told beside the subject between a verb and its object: 'opened, together with the Envoy, the exhibition'."""

from __future__ import annotations

from dragoman.reading.clauses.coordination import before_name
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

THING_ENDS = ("stop", "comma", "and", "cut", "semicolon", "say", "trigger")
THING_REACH = 8  # elements after a verb in which the noun for its object stands


def company_aside(elements: list[Element], verb: int) -> tuple[list[Mention], int]:
    """Those whom an aside right after a verb tells of, and the index after the comma that closes it; none, and the
    index after the verb, without one."""
    ahead = verb + 1
    if ahead + 2 >= len(elements) or not elements[ahead].has("comma") or not elements[ahead + 1].has("companion"):
        return [], ahead
    members: list[Mention] = []
    at = _past_articles(elements, ahead + 2)
    while at < len(elements) and elements[at].is_kind("person", "group"):
        members.extend(elements[at].mentions)
        at += 1
        if at >= len(elements) or not elements[at].has("and"):
            break
        at = _past_articles(elements, at + 1)
    closed = bool(members) and at + 1 < len(elements) and elements[at].has("comma") and not elements[at + 1].verbs()
    return (members, at + 1) if closed else ([], ahead)


def _past_articles(elements: list[Element], index: int) -> int:
    """The first element from `index` on that is no article nor honorific."""
    return next((n for n in range(index, len(elements)) if not before_name(elements[n])), len(elements))


def leads_to_thing(elements: list[Element], verb: int) -> bool:
    """Whether what a verb does is done to a thing that is opened or unveiled with a ceremony: 'opened | a new soil
    laboratory', 'unveiled in the garden | a bust'."""
    _, start = company_aside(elements, verb)
    for element in elements[start : start + THING_REACH]:
        if element.has("facility"):
            return True
        if element.is_kind("person", "group", "event") or any(element.has(c) for c in THING_ENDS):
            return False
    return False
