"""Who is spoken to or talked with between a verb of saying and its content: 'told | the Envoy | that …'."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element

ADDRESSEE_REACH = 14  # elements in which the preposition after the person addressed is looked for


def after_listener(elements: list[Element], start: int, end: int) -> int:
    """'proposed | to the Minister | that …', 'promised | them | to …': after the person addressed, if more follows."""
    if start + 1 < end and elements[start].has("addressee"):
        after = elements[start + 1]
        return start + 1 if after.role == "to" or (after.has("cut") and not after.has("contrast")) else start
    to = start < end and elements[start].role == "to"
    index = start + 1 if to else start
    while index < end and elements[index].has("det"):
        index += 1
    if index + 1 >= end or not (elements[index].is_party or elements[index].pronoun):
        return start
    follows = elements[index + 1].has("cut") or (index > start and elements[index + 1].has_any(("det", "posspron")))
    return index + 1 if follows and (to or not elements[index + 1].has("relative")) else start


def after_dative(elements: list[Element], start: int, end: int) -> int:
    """'a exposé | à son visiteur | la réforme': after the person addressed, if more follows."""
    index = start
    if index < end and elements[index].role == "at":
        index += 1
        while index < end and elements[index].has("det"):
            index += 1
        if index + 1 < end and (elements[index].is_party or elements[index].pronoun or elements[index].has("low")):
            return _after_relative(elements, index + 1, end)
    return start


def _after_relative(elements: list[Element], start: int, end: int) -> int:
    """'a exposé au ministre | , qui l'a reçue lundi, | la réforme': after a clause about the person addressed."""
    ahead = elements[start : start + 2]
    if len(ahead) < 2 or not (ahead[0].has("comma") and ahead[1].has("relative")):
        return start
    return next((n + 1 for n in range(start + 1, end) if elements[n].has("comma")), start)


def after_partner(elements: list[Element], start: int) -> int:
    """'discussed | with the Minister and his delegation, | …'."""
    index = start
    ahead = start + 1 if start < len(elements) and elements[start].role else start
    if ahead + 1 < len(elements) and elements[ahead].is_kind("date") and elements[ahead + 1].role == "with":
        index = start = ahead + 1  # 'discussed | on Tuesday with the Envoy | …'
    if index < len(elements) and elements[index].role in ("with", "before"):
        index += 1
        while index < len(elements) and (_names(elements[index]) or _leads_to_somebody(elements, index)):
            index += 1
    owned = index < len(elements) and elements[index].has("poss")
    return index if index > start + 1 and not owned else start


def _names(element: Element) -> bool:
    return element.is_party or bool(element.pronoun) or element.has("hon")


def _leads_to_somebody(elements: list[Element], index: int) -> bool:
    """Whether articles, or the words that join or own, lead to one more party: 'the', ', and his', '’s'."""
    words = ("det", "posspron", "and", "comma") if not elements[index].has("poss") else ("poss",)
    after = index
    while after < len(elements) and elements[after].has_any(words):
        after += 1
    joined = any(elements[n].has("and") for n in range(index, after)) or not elements[index].has("comma")
    return index < after < len(elements) and joined and elements[after].is_party


def after_addressee(elements: list[Element], start: int, end: int, roles: list[str]) -> int:
    """Leave out the person addressed: 'thanked | the Minister of Chad for | …'. `clause` stands for 'that', `skip` for
    any preposition.
    """
    if start >= end or elements[start].role in roles or elements[start].has("cut"):
        return start
    addressed = False
    for index in range(start, min(end, start + ADDRESSEE_REACH)):
        element = elements[index]
        if roles == ["skip"] and addressed and (element.role or element.has("cut")):
            return index
        if "clause" in roles and element.pronoun and index > start and elements[index - 1].is_party:
            return index  # 'told the Envoy | she would help'
        addressed = addressed or element.is_party or bool(element.pronoun)
        if element.has("cut"):  # but not 'told the Envoy it would open in May, when …'
            return index if "clause" in roles and not elements[index - 1].has("comma") else start
        if element.has("stop") or element.has("semicolon"):
            return start
        if element.role == "to" and "party" in roles and not elements[index - 1].mentions:
            return start
        if element.role in roles and not (element.role == "to" and index + 1 < end and elements[index + 1].mentions):
            return index
        if element.role in ("to", "for") and "of" not in roles and not _is_somebody(elements, index + 1):
            return start
    return start


def _is_somebody(elements: list[Element], index: int) -> bool:
    following = elements[index] if index < len(elements) else None
    return following is not None and (following.is_party or bool(following.pronoun) or following.has("det"))
