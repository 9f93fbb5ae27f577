"""What a mention to the left of a predicate is to it: subject, companion, counterpart, place, event."""

from __future__ import annotations

from dragoman.reading.clauses.coordination import AGAIN, before_name, leads_alone
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention


def _leads_set(element: Element) -> bool:
    """Whether a verb tells that its subject leads a set of people."""
    return any(entry.get("passes") == "obj" for entry in element.entries("trigger"))


def _may_lead(element: Element) -> bool:
    """Whether it may stand between who leads a set of people and the verb."""
    return element.has_any(("aux", "also", "planned"))


def left_mentions(elements: list[Element], p: Predicate, index: int) -> int:
    """A mention to the left: subject (−1: done), companion, place, or governed by a preposition (the index before
    it).
    """
    first = index
    members = list(elements[index].mentions)
    if p.sort == "say" and p.form == "verb" and _owns_thing(elements, p, index):
        return index - 1
    while True:
        ahead = first - 1
        joined = False
        while ahead >= 0 and (
            elements[ahead].has("comma") or elements[ahead].has("and") or _opens_member(elements, ahead)
        ):
            joined = joined or not _opens_member(elements, ahead)
            ahead -= 1
        if ahead > 0 and elements[ahead].has("including"):
            first = _listed_group(elements, ahead) or first
            if first > ahead:
                break
            continue
        if not joined or ahead < 0 or not elements[ahead].is_party or _begins_clause(elements, ahead, first):
            break
        members = [*elements[ahead].mentions, *members]
        first = ahead
    ahead = first - 1
    while ahead >= 0 and (_is_article(elements[ahead]) or elements[ahead].has("postmod")):
        ahead -= 1
    if ahead == 0 and elements[0].has("det"):
        ahead = -1  # '| Des | représentants du personnel ont été reçus'
    governor = elements[ahead] if ahead >= 0 else None
    opens = ahead == 0 and governor is not None and (governor.has("companion") or governor.has("opener"))
    if (
        governor is not None
        and first < index
        and not governor.has("members")
        and (opens or governor.role or governor.has("nest") or governor.has("nestplace"))
    ):
        commas = [n for n in range(index - 1, first, -1) if elements[n].has("comma")]
        comma = next((n for n in commas if not elements[n + 1].has("and")), commas[0] if commas else -1)
        if comma >= 0:  # 'While in Chad, the Minister met': what the preposition governs ends at the comma
            members = [m for e in elements[comma:][: index + 1 - comma] for m in e.mentions]
            governor = None
    if governor is not None and governor.has("members") and ahead > 0:
        at = ahead - 1 - elements[ahead - 1].has("comma")
        whole = elements[at]
        if leaders := _led_in_turn(elements, ahead, p.index):
            p.subject = leaders
            return -1
        if whole.is_kind("group"):  # 'une délégation, composée de A et de B, | a été reçue'
            some = any(entry.get("part") for entry in governor.entries("members"))  # 'dont fait partie A'
            some = some or leads_alone(elements, ahead)
            members = [m for e in elements[ahead : p.index] for m in e.mentions if m.is_party]
            respective = all(m.kind == "group" and m.affiliation is None for m in members)  # 'by officials of each'
            lead = next((n for n in range(at - 1, 0, -1) if not _is_article(elements[n])), 0)
            if elements[lead].has("companion") or elements[lead].has(
                "headed"
            ):  # 'A, | accompagnée d' | une délégation'
                p.companions[:0] = list(whole.mentions) if respective else members
                return lead - 1
            p.subject = [*whole.mentions, *members] if some else list(whole.mentions) if respective else members
            return -1
    if governor is not None and elements[first].is_kind("group") and ahead > 0 and _leads_set(governor):
        leader = next((n for n in range(ahead - 1, -1, -1) if not _may_lead(elements[n])), -1)
        if leader >= 0 and elements[leader].is_kind("person"):  # 'A led a team including B and C to hold | talks'
            p.companions[:0] = [m for m in members if m.is_party]
            return left_mentions(elements, p, leader)
    if governor is not None and governor.has("attends") and p.kind == "ceremony" and _owns(elements, p, index):
        p.objects[:0] = [m for m in members if m.is_party]
        return ahead  # 'A | attended | the President's | inauguration'
    if governor is not None and governor.has("companion"):
        p.companions[:0] = [m for m in members if m.is_party]
        return ahead - 1
    if governor is not None and _goes_on_company(elements, ahead):
        p.companions[:0] = [m for m in members if m.is_party]
        return ahead - 1
    if governor is not None and governor.has("nestplace") and members[0].kind in ("place", "state"):
        return ahead - 1  # 'A, | currently visiting | Chad, met'
    where = governor is not None and any(entry.get("rel") == "where" for entry in governor.entries("nest"))
    if where and p.form == "verb" and members[0].kind in ("place", "state"):
        p.places.extend(members[:1])
        return ahead - 1  # 'A, | who is in | Chad to attend the Forum, met'
    person = p.kind == "visit" and members[0].kind == "person"  # 'took the opportunity | of | the King's visit'
    told_of = governor is not None and governor.role and (p.kind in ("meeting", "call") or person)
    if governor is not None and (governor.has("nest") or told_of) and _owns(elements, p, index):
        p.subject, p.nested = members, p.nested or governor.has("nest")
        return -1  # 'ahead of the President's | meeting | with the King'
    if governor is not None and governor.role:
        kind = members[0].kind
        given = governor.role in ("before", "at") and p.form == "noun" and p.admits(governor.role)
        if given and members[0].kind in ("person", "group"):
            p.objects.extend(m for m in members if m.is_party)  # 'a donné | devant les élèves | une conférence'
        elif governor.role == "at" and (kind in ("place", "state", "region") or _is_stage(p, kind)):
            if not (p.form == "noun" and any(e.has("homeward") for e in elements[max(0, ahead - 6) : ahead])):
                p.places.extend([m for m in members if m.kind == "state"] if kind == "state" else members[:1])
        elif kind == "event":
            p.events.append(members[0])
        elif governor.role == "with" and members[0].is_party:
            (p.objects if p.entry.get("order") == "object-first" else p.companions).extend(
                m for m in members if m.is_party
            )
        return ahead - 1
    if members[0].kind == "event" and (p.kind == "conference" or p.entry.get("order") == "sides"):
        p.events.append(members[0])
        return ahead
    if members[0].kind == "place" and p.kind == "conference":  # 'Lima hosted the 3rd Forum'
        p.places.append(members[0])
        return -1
    parties = [m for m in members if m.is_party]
    if parties and first == index and _and_their_own(elements, index):
        p.pronoun = "they"
        return -1
    joined = governor is not None and governor.has("fellow") and elements[index + 1].role == "at"
    before = reversed(range(ahead if joined and parties else 0))
    host = next((n for n in before if elements[n].is_kind("person", "group")), -1)
    if governor is not None and host >= 0:
        left_mentions(elements, p, host)  # 'A | joined | B | in | hosting the Forum': both do
        future = any(entry.get("tense") == "future" for entry in governor.entries("trigger"))
        p.subject, p.cue = [*p.subject, *parties], "planned" if future else p.cue
        return -1
    if parties:
        p.subject = parties
        if governor is not None and governor.has("negated"):  # 'No minister had been received by …'
            p.cue = "negated"
        if p.form == "passive" and not p.objects:
            p.reach = max(p.reach, p.index)
        return -1
    return ahead


def _owns_thing(elements: list[Element], p: Predicate, index: int) -> bool:
    """'unveiled | the Fund | 's plans, | noted': whoever owns what a verb before takes is no subject of the next."""
    own = elements[index + 1].has("poss") and any(e.has("comma") for e in elements[index + 1 : p.index])
    before = elements[max(0, index - 4) : index]
    return own and any(e.verbs() for e in before) and elements[p.index - 1].has_any(("comma", "and", "also"))


def _goes_on_company(elements: list[Element], index: int) -> bool:
    """'accompagnée de A | et | de | B': whether a preposition is told again in a list of companions."""
    if elements[index].role not in AGAIN or not elements[index - 1].has("and"):
        return False
    before = index - 1
    while before > 0 and (
        elements[before].is_party or before_name(elements[before]) or elements[before].has_any(("comma", "and"))
    ):
        if elements[before].has("companion"):
            return True
        before -= 1
    return elements[before].has("companion")


def _led_in_turn(elements: list[Element], led: int, end: int) -> list[Mention]:
    """'The Chadian delegation, led by A, and Peru, | led by | B, met': A and B; [] where only one is led."""
    found: list[Mention] = []
    sides = 0
    while led > 0 and elements[led].has("members"):
        side = led - 1 - elements[led - 1].has("comma")
        if side < 0 or not elements[side].is_kind("group", "state", "body"):
            break
        found = [*(m for e in elements[led:end] for m in e.mentions if m.is_party), *found]
        sides, end = sides + 1, side
        led = next((n for n in range(side - 1, 0, -1) if elements[n].has("members")), 0)
        if any(elements[n].verbs() or elements[n].has("stop") for n in range(led, side)):
            break
    return found if sides > 1 else []


def _is_stage(p: Predicate, kind: str) -> bool:
    """Whether an institution or site before a noun is where it was: 'a donné | à l'Université | une conférence'."""
    return p.form == "noun" and p.kind in ("address", "ceremony", "signing") and kind in ("org", "site")


def _is_article(element: Element) -> bool:
    """An article that is no preposition too ('des')."""
    return element.has("det") and not element.role


def _opens_member(elements: list[Element], index: int) -> bool:
    """An article, or what else is one after 'and': 'des parents et | des | élèves'."""
    joined = index > 0 and elements[index].has("det") and elements[index - 1].has("and")
    return joined or _is_article(elements[index])


def _listed_group(elements: list[Element], including: int) -> int:
    """The element of the group that those after 'including' stand for; 0 if none does."""
    before = including - 1
    while before > 0 and (elements[before].has("comma") or elements[before].has("also")):
        before -= 1
    return before if elements[before].is_kind("group") else 0


def _owns(elements: list[Element], p: Predicate, index: int) -> bool:
    """Whether somebody is the possessor of a noun, adjectives between."""
    between = elements[index + 1 : p.index]
    own = p.form == "noun" and elements[index].is_kind("person") and bool(between) and between[0].has("poss")
    return own and all(e.has("adjective") or e.has("light_adjective") for e in between[1:])


def _begins_clause(elements: list[Element], ahead: int, first: int) -> bool:
    """'to bolster support for Chad, and | the Envoy | noted': who is no fellow of the state before the comma."""
    if not elements[ahead].is_kind("state", "body", "org", "region") or not elements[first].is_kind("person"):
        return False
    between = elements[ahead + 1 : first]
    told = any(e.verbs() for e in elements[:ahead])
    return told and between[0].has("comma") and any(e.has("and") for e in between)


def _and_their_own(elements: list[Element], index: int) -> bool:
    """'The two leaders and their | teams |': people of those whom a pronoun means."""
    before = elements[max(0, index - 3) : index]
    own = len(before) == 3 and before[2].has("posspron") and before[1].has("and") and before[0].pronoun == "they"
    return own and elements[index].is_kind("group")
