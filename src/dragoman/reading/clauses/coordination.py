"""How far a coordination of mentions goes, where objects follow the verb: 'A, B and C', 'with A and with B'."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import opens_clause
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

AGAIN = ("with", "of", "by")  # a preposition that a list repeats: 'avec X et avec Y'
DESCRIBING = ("low", "demonym")  # what somebody is who has no office: 'and | her brother | Ana Quispe'
DESCRIPTION = 3  # such words before a name
BETWEEN_MEMBERS = ("det", "also", "aux", "others", "each", "poss", "num")


def listed_from(elements: list[Element], index: int, among: tuple[str, ...] = ()) -> tuple[list[Mention], int]:
    """A coordination that begins at `index`: its members and the index after it; if kinds are told, of those alone.

    Those named after 'including' stand for the group before it.
    """
    members = list(elements[index].mentions)
    position = index + 1
    while True:
        ahead, replaces = _next_member(elements, position)
        if ahead < 0 or (
            members[0].is_party != elements[ahead].is_party
            and "place" in (members[0].kind, elements[ahead].mentions[0].kind)
        ):
            return members, position  # '… to Tunis, the Minister …'
        if among and elements[ahead].mentions[0].kind not in among:
            return members, position  # 'During a visit to Chad, | the Minister | was received by'
        if replaces:
            members = [m for m in members if m.kind != "group" or m not in elements[position - 1].mentions]
        members.extend(elements[ahead].mentions)
        position = ahead + 1


def opens_next(elements: list[Element], index: int) -> bool:
    """Whether a semicolon parts those met together from those met next: 'with A and B; | and with C'."""
    after = next((e for e in elements[index + 1 : index + 3] if not e.has("and")), None)
    return elements[index].has("semicolon") and after is not None and after.role == "with"


def leads_alone(elements: list[Element], index: int) -> bool:
    """'a delegation | led by | Rector A': whether somebody leads a group alone, who is no more than one of it."""
    if not any(entry.get("alone") for entry in elements[index].entries("members")):
        return False
    ends = (n for n in range(index + 1, len(elements)) if elements[n].verbs() or elements[n].has("stop"))
    named = elements[index + 1 : next(ends, len(elements))]
    return sum(e.is_kind("person", "group") for e in named) == 1


def before_name(element: Element) -> bool:
    """Whether an element may stand before a name in a list: an article, an honorific, a repeated preposition."""
    return element.has("det") or element.has("hon") or element.role in AGAIN


def in_list(element: Element) -> bool:
    """Whether an element may stand before, in or after a list of people: a joint, an article, an honorific."""
    return element.has_any(("comma", "and", "det", "hon"))


def past_articles(elements: list[Element], index: int) -> int:
    """The first element from `index` on that is no article, honorific or repeated preposition."""
    return next((n for n in range(index, len(elements)) if not before_name(elements[n])), len(elements))


def people_listed(elements: list[Element], index: int) -> tuple[list[Mention], int]:
    """The people and groups of a list that begins at `index`, articles before, and the index after it; none, and
    `index`, if it begins with anything else."""
    first = past_articles(elements, index)
    if first == len(elements) or not elements[first].is_kind("person", "group"):
        return [], index
    return listed_from(elements, first)


def past_when_and_where(elements: list[Element], index: int) -> int:
    """The first element from `index` on that tells no day or place: 'the Forum | in Lima, on Monday, | chaired'."""
    while index < len(elements) and (
        elements[index].is_kind("place", "date") or elements[index].role in ("at", "on") or elements[index].has("comma")
    ):
        index += 1
    return index


def _next_member(elements: list[Element], position: int) -> tuple[int, bool]:
    """The next member of a list (−1 if it ends) and whether 'including' leads to it; brackets are passed over."""
    joined = replaces = False
    ahead, described = position, 0
    while ahead < min(len(elements), position + 8):
        element = elements[ahead]
        if element.has("headed"):  # 'the Director, | at the head of | a delegation'
            return -1, False
        if element.has("open"):
            closing = (n + 1 for n in range(ahead, min(ahead + 6, len(elements))) if elements[n].has("close"))
            ahead = next(closing, len(elements))
            continue
        aside = elements[ahead - 1].has("comma") and ahead == position + 1
        aside = aside and (element.role == "by" or elements[position - 1].is_kind("group"))
        if element.has("members") and (aside or not joined):  # 'a delegation led by its President, …'
            joined = elements[position - 1].is_kind("group", "org")
            replaces = joined and not leads_alone(elements, ahead)
        elif element.has("including"):
            joined = replaces = True
        elif opens_next(elements, ahead):  # 'with A of Chad and B; | with C of Peru'
            break
        elif element.has("comma") or element.has("and") or (element.has("semicolon") and not element.has("colon")):
            joined = True
        elif joined and element.role and any(e.has("num") for e in elements[ahead + 1 : ahead + 2]):
            pass  # 'mayors and | over | 40 | nurses'
        elif joined and described < DESCRIPTION and element.has_any(DESCRIBING):
            described += 1
        elif element.has("dash") and elements[ahead + 1 : ahead + 2] and elements[ahead + 1].has("including"):
            joined = True  # 'with officials – | including | A and B'
        elif not (element.has_any(BETWEEN_MEMBERS) or (element.role in AGAIN and joined)):
            break
        ahead += 1
    if (
        not joined
        or ahead >= len(elements)
        or not (elements[ahead].is_party or elements[ahead].is_kind("place", "region"))
    ):
        return -1, False
    if described and (not elements[ahead].is_kind("person") or elements[ahead].mentions[0].name is None):
        return -1, False
    apart = not _opens_pair(elements, position) and _is_subject_of_verb(elements, ahead, position)
    return (-1, False) if apart else (ahead, replaces)


def _opens_pair(elements: list[Element], position: int) -> bool:
    """'la rencontre entre A | et B a eu lieu', 'entre A, B | et C': after 'between' a list goes on to its 'and'."""
    before = position - 1
    while before > 0 and (elements[before].is_party or elements[before].has_any(("det", "hon", "comma", "others"))):
        before -= 1
    return elements[before].role == "between"


def _ends_adjunct(elements: list[Element], index: int, joint: int) -> bool:
    """'Following a briefing with his team, | A and B spoke with C': the list that the comma opens has a verb of its
    own.
    """
    opening = elements[0].has_any(("adjunct", "nest", "recall"))
    if not opening or not elements[joint].has("comma") or any(e.has("comma") for e in elements[:joint]):
        return False
    after = index + 1
    while after < len(elements) and (
        elements[after].is_party
        or elements[after].has_any(("and", "comma", "det", "aux", "also"))
        or elements[after].pronoun == "they"
    ):
        after += 1
    if after >= len(elements) or elements[after].role:
        return False
    return elements[after].has_any(("say", "discuss")) or any(
        e.get("form") == "verb" for e in elements[after].entries("trigger")
    )


def _is_subject_of_verb(elements: list[Element], index: int, joint: int) -> bool:
    """Whether a party after 'and' opens a new clause ('…, and the Minister thanked …') instead of the list's end."""
    if opens_clause(elements, index) or _ends_adjunct(elements, index, joint):
        return True
    after = next((e for e in elements[index + 1 : index + 4] if not (e.has("aux") or e.has("also"))), None)
    if after is None or not after.has_any(("say", "discuss", "planned")):
        return False
    return (
        any(e.has("say") or e.has("trigger") or e.has("discuss") for e in elements[max(0, joint - 12) : joint])
        is not False
    )
