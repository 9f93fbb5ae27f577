"""Who is told beside the subject between a verb and its object: 'opened, together with the Envoy, the exhibition'."""

from __future__ import annotations

from dragoman.reading.clauses.coordination import before_name, past_articles
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

THING_ENDS = ("stop", "comma", "and", "cut", "semicolon", "say", "trigger")
ADVERBIAL = ("for", "on", "into")  # what prepositions may open an adverbial between a verb and its object
SETTING = ("place", "site", "org", "state", "body", "event")  # what a place told in such an adverbial is
PREMISES = ("site", "orgnoun", "ownorgan", "field")
ADVERBIAL_REACH = 12  # elements of such an adverbial
THING_REACH = 8  # elements after a verb in which the noun for its object stands


def company_aside(elements: list[Element], verb: int) -> tuple[list[Mention], int]:
    """Those whom an aside right after a verb tells of, and the index after the comma that closes it; none, and the
    index after the verb, without one."""
    ahead = verb + 1
    if ahead + 2 >= len(elements) or not elements[ahead].has("comma") or not elements[ahead + 1].has("companion"):
        return [], ahead
    members: list[Mention] = []
    at = past_articles(elements, ahead + 2)
    while at < len(elements) and elements[at].is_kind("person", "group"):
        members.extend(elements[at].mentions)
        at += 1
        if at >= len(elements) or not elements[at].has("and"):
            break
        at = past_articles(elements, at + 1)
    closed = bool(members) and at + 1 < len(elements) and elements[at].has("comma") and not elements[at + 1].verbs()
    return (members, at + 1) if closed else ([], ahead)


def past_adverbial(elements: list[Element], comma: int) -> int:
    """'a reçu, | à l'occasion de la fête nationale, | le ministre': the index after the comma that closes an adverbial
    which stands between a verb and its object; `comma` itself where there is none.
    """
    if comma + 3 >= len(elements) or not elements[comma].has("comma"):
        return comma
    if elements[comma + 1].is_kind("date") and elements[comma + 2].has("comma"):  # ', jeudi, en marge du Forum,'
        beyond = past_adverbial(elements, comma + 2)
        return beyond if beyond > comma + 2 else comma
    opening = elements[comma + 1]
    nested = opening.has("nest") and not opening.has("finite")
    if not nested and opening.role not in {*ADVERBIAL, "at"}:
        return comma
    for index in range(comma + 2, min(len(elements) - 1, comma + ADVERBIAL_REACH)):
        element = elements[index]
        if element.has("comma"):
            after = elements[index + 1]
            leads = after.role in ("with", "by") or (before_name(after) and not after.has("posspron")) or after.is_party
            if elements[comma - 1].has("aux") and after.verbs():  # 'a, | à l'occasion de la fête, | reçu'
                return index + 1
            return index + 1 if leads and not after.verbs() else comma
        told = element.is_kind("person", "group") and not (elements[index - 1].role or before_name(elements[index - 1]))
        seat = element.is_kind(*SETTING) or element.has_any(PREMISES)
        there = opening.role == "at" and not nested and seat
        acts = [e for e in element.verbs() if e.get("form") != "noun" and e.get("mood") != "base"]
        if told or there or acts or element.has_any(("stop", "cut", "semicolon", "finite")):
            return comma
    return comma


def before_adverbial(elements: list[Element], comma: int) -> int:
    """The comma that opens the adverbial which another one closes; that one itself where it closes none."""
    if not elements[comma].has("comma"):
        return comma
    for index in range(comma - 2, max(0, comma - ADVERBIAL_REACH), -1):
        if elements[index].has("comma") and past_adverbial(elements, index) == comma + 1:
            return index
    return comma


def leads_to_thing(elements: list[Element], verb: int) -> bool:
    """Whether what a verb does is done to a thing that is opened or unveiled with a ceremony: 'opened | a new soil
    laboratory', 'unveiled in the garden | a bust'."""
    _, start = company_aside(elements, verb)
    for number in range(start, min(len(elements), start + THING_REACH)):
        element, after = elements[number], elements[number + 1 : number + 2]
        if element.has("facility"):
            return True
        if any(m.rule == "name" and m.last == m.first + 1 for m in element.mentions) and after[0].has("facility"):
            continue  # 'opened the | Reading | Room'
        if element.is_kind("person", "group", "event") or element.has_any(THING_ENDS):
            return False
    return False
