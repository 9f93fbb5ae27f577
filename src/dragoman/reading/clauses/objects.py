"""What stands to the right of a predicate: parties under the roles that its frame admits, places, dates, events.

What stands between is skipped only if it is light (adverbs, articles, dates, places).
"""

from __future__ import annotations

from dragoman.reading.clauses.arguments import ASIDE, attending_talks, opens_clause
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

REACH = 14  # elements that an argument may stand away from its trigger
COMPANY_REACH = 30  # elements in which companions may be told at a clause's end
PLACE_KINDS = ("place", "state", "region", "org", "body", "site")


def look_right(elements: list[Element], p: Predicate) -> None:
    """Fill objects, places, dates and events to the right."""
    role = base = {"noun": "", "passive": "by"}.get(p.form, "obj")
    index = p.index + 1
    ahead = elements[index : index + 3]
    if p.form == "verb" and len(ahead) > 2 and ahead[0].has("and") and ahead[1].has("say") and ahead[2].is_party:
        index += 2  # 'called and congratulated | the President'
    index = max(index, _past_subject(elements, p))
    limit = min(len(elements), index + REACH)
    told_about = False
    while index < limit:
        element = elements[index]
        if element.is_kind("date"):
            if p.objects and any(e.has("and") for e in elements[p.reach : index]):
                break  # 'met the Dean and on Friday opened …'
            p.dates.append(element.mentions[0])
            p.reach = index + 1
            role = base if role in ("on", "at") else role
        elif element.role and index + 1 < len(elements) and elements[index + 1].has("num"):
            pass  # 'convened over 90 leaders'
        elif element.role:
            if element.has("det") and role == base == "obj" and p.admits("obj") and not p.objects:
                pass  # 'a visité | des écoles'
            elif told_about and (element.role in ("of", "by", "for") or (p.form == "verb" and element.role == "at")):
                role = "on"  # 'un échange sur la situation | des étudiants'
            elif element.role == "of" and elements[index - 1].role and _is_group(elements, index + 1):
                pass  # 'avec | de | jeunes chercheuses'
            elif not (element.has("det") and elements[index - 1].role):  # 'avec des étudiants'
                hosted = p.events and any(entry.get("host") for entry in element.entries("role"))
                goal = element.role == "for" and p.kind == "visit" and p.admits("for")  # 'left the island | for | Chad'
                role = "host" if hosted else "to" if goal else element.role
                spoken = p.form == "verb" and bool(p.entry.get("tells")) and bool(p.places)
                told_about = told_about or (role == "on" and (p.form == "noun" or spoken))
        elif p.form == "noun" and element.has("be") and _says_what_it_is(elements, index):
            break  # 'The meeting | was part of her efforts'
        elif element.has("companion"):
            role = "companion"
        elif p.kind == "signing" and p.form == "noun" and element.has("signed_noun"):
            role, told_about = "", True  # 'la signature d'un accord | portant création d'un centre'
        elif element.has("remote"):
            p.remote = True
        elif p.form == "noun" and p.kind == "meeting" and not p.objects and attending_talks(elements, index):
            role = "with"  # 'une réception à laquelle | ont pris part | les ministres'
        elif p.form == "noun" and element.has("whom") and element.has("cut") and _attended(elements, index):
            pass
        elif not p.objects and p.form == "verb" and p.admits(role) and stands_for_somebody(elements, index):
            p.object_pronoun = elements[index].entries("addressee")[0].get("who")
        elif element.has("comma") and p.object_pronoun and p.form == "verb" and not p.objects:
            break  # 'Welcoming the guest, | the minister said'
        elif element.pronoun and (p.admits(role) or (role == "obj" and p.admits("obj"))):
            p.object_pronoun = element.pronoun
        elif (
            element.is_party
            and not role
            and not p.objects
            and p.admits("obj")
            and elements[index - 1].has("det")
            and p.form == "verb"
        ):
            role = "obj"  # 'a reçu au siège du ministère | le ministre'
            continue
        elif element.is_party and role == base and opens_clause(elements, index) and not _governed(elements, index):
            break
        elif element.mentions and (role in ("companion", "at") or not p.objects or not element.is_party):
            taken = _take(elements, index, role, p)
            if taken < 0:
                break
            p.closed = p.closed or (role == "between" and len(p.objects) > 1)
            chaired = role == "companion" and p.form == "passive"  # 'Réunie sous la présidence de A, | la session'
            index, role = taken, "" if p.objects or chaired else base
            continue
        elif _goes_on(elements, index, role, p):
            listed, index = _listed(elements, index)
            p.objects.extend(listed)
            p.reach = index
            continue
        elif element.has("each") or (
            element.has("several") and index + 1 < limit and elements[index + 1].is_kind("group")
        ):
            p.each = True
        elif p.form == "noun" and element.has("finite") and _is_unknown(elements, index + 1):
            break  # 'l'audience | a permis | aux deux ministres'
        elif p.form == "noun" and element.has("cut") and index <= p.index + 2 and not p.objects:
            role = "relative"  # 'the talks which the Rector had with the Ambassador'
        elif role == "relative" and any(entry.get("tense") == "future" for entry in element.entries("light")):
            p.cue = "planned"  # 'la visite qu'effectuera à Lima une délégation'
        elif element.has("nest") and not p.objects and (event := _event_after(elements, index)) > 0:
            index = event  # 'spoke on the margins of the Summit with the President'
        elif element.has("nest") and not p.objects and (closing := _closing(elements, index)) > 0:
            index = closing  # 'a rencontré, en marge du Conseil, | son homologue'
        elif _ends(element, p):
            break
        elif role == "at" and any(element.has(c) for c in ("site", "orgnoun", "ownorgan", "field")):
            role = base  # 'a reçu à son cabinet | le ministre'
        elif not _is_light(element):
            limit = min(limit, index + 6)
            if role not in ("obj", "with", "between", "to"):
                role = ""
        index += 1
    if p.sort == "trigger" and not p.companions:
        _companions_beyond(elements, p)
    if p.objects and p.form == "verb" and p.kind in ("meeting", "call"):
        _then_others(elements, p)
    if p.form == "passive" and not p.objects and p.admits("between"):
        p.objects = _between_before(elements, p.index)
    p.each = p.each or any(e.has("each") for e in elements[p.index : p.reach + 1])
    p.listed = _told_after_colon(elements, p)
    if (
        p.form == "noun"
        and not p.cue
        and p.index + 1 < len(elements)
        and elements[p.index + 1].has("adjective")
        and elements[p.index + 1].has("planned")
    ):
        p.cue = "planned"  # 'une visite prochaine'
    if p.form == "noun" and any(e.has("planned_after") for e in elements[p.index + 1 : min(p.reach, p.index + 4)]):
        p.cue = p.cue or "planned"  # 'une rencontre | est prévue | entre A et B'
    if p.form == "noun" and not p.cue:
        after = next(
            (e for e in elements[p.reach : p.reach + 3] if not (e.has("aux") or e.has("comma")) or e.has("planned")),
            None,
        )
        if after is not None and after.has("planned_after"):
            p.cue = "planned"


def _governed(elements: list[Element], index: int) -> bool:
    """Whether a preposition stands before a party, articles between: 'reçu | par la | ministre, …'."""
    before = next((e for e in reversed(elements[:index]) if not _before_name(e) or e.role), None)
    return before is not None and bool(before.role)


def _is_group(elements: list[Element], index: int) -> bool:
    return index < len(elements) and elements[index].is_kind("group")


def _attended(elements: list[Element], relative: int) -> bool:
    """'une réception | à laquelle | ont pris part …': whether those who attended follow."""
    verb = next((n for n in range(relative + 1, min(len(elements), relative + 4)) if not elements[n].has("aux")), 0)
    return verb > 0 and bool(attending_talks(elements, verb))


def _past_subject(elements: list[Element], p: Predicate) -> int:
    """'s'est entretenu | de la mobilité des étudiants | avec la ministre': where the partner is told after the
    subject.
    """
    if not p.entry.get("about") or p.index + 1 >= len(elements) or elements[p.index + 1].role != p.entry.get("about"):
        return 0
    for index in range(p.index + 2, min(len(elements) - 1, p.index + COMPANY_REACH)):
        if any(elements[index].has(c) for c in ("stop", "cut", "say", "semicolon")):
            return 0
        after = next((e for e in elements[index + 1 : index + 4] if not _before_name(e)), None)
        if elements[index].role == "with" and after is not None and after.is_party:
            return index
    return 0


def _then_others(elements: list[Element], p: Predicate) -> None:
    """'received A, who bears a letter, | then | B': whoever is met next, past what is told of the one before."""
    for index in range(p.reach, len(elements) - 2):
        element = elements[index]
        if any(element.has(c) for c in ("stop", "semicolon")) or element.is_kind("event"):
            return
        if element.has("comma") and elements[index + 1].has("then"):
            first = next((n for n in range(index + 2, len(elements)) if not _before_name(elements[n])), index)
            if elements[first].is_kind("person", "group") and not opens_clause(elements, first):
                listed, p.reach = _listed(elements, first)
                p.objects.extend(m for m in listed if m not in p.objects)
                p.each = True
            return


def _companions_beyond(elements: list[Element], p: Predicate) -> None:
    """'presided over the launch of "Youth", in the presence of | A and B': those told of at the end of the clause."""
    for index in range(p.reach, min(len(elements) - 1, p.index + COMPANY_REACH)):
        element = elements[index]
        if any(element.has(c) for c in ("stop", "semicolon", "cut", "say", "discuss")):
            return
        if element.has("trigger") and any(entry.get("form") != "noun" for entry in element.entries("trigger")):
            return
        if element.has("companion") and elements[index - 1].has("comma"):
            first = next((n for n in range(index + 1, len(elements)) if not _before_name(elements[n])), index)
            if elements[first].is_party:
                p.companions = _listed(elements, first)[0]
            return


def _before_name(element: Element) -> bool:
    return element.has("det") or element.has("hon") or element.role in AGAIN


def _is_unknown(elements: list[Element], index: int) -> bool:
    """Whether a word stands there that the language knows nothing of: with an auxiliary before it, some verb."""
    item = elements[index].item if index < len(elements) else None
    return item is not None and item.categories == {"low"}


def _told_after_colon(elements: list[Element], p: Predicate) -> list[Mention]:
    """'received two diplomats: the Envoy, then the Consul': those whom a group stands for."""
    colon = p.reach
    if p.sort != "trigger" or colon + 1 >= len(elements) or not elements[colon].has("colon"):
        return []
    first = next((n for n in range(colon + 1, len(elements)) if not elements[n].has("det")), colon)
    if not elements[first].is_party:
        return []
    listed, after = _listed(elements, first)
    p.each = p.each or any(e.has("then") for e in elements[first:after])
    return listed


def _goes_on(elements: list[Element], index: int, role: str, p: Predicate) -> bool:
    """'met with the President in Lima as well as | with students': a second set of counterparts."""
    if p.kind == "signing" and p.objects and elements[index].is_kind("person"):
        return _signs_next(elements, index)
    joined = index > 1 and elements[index - 1].role == "with" and elements[index - 2].has("and")
    return (
        joined
        and role == "with"
        and elements[index].is_party
        and p.form == "verb"
        and bool(p.objects)
        and p.admits("with")
    )


def _signs_next(elements: list[Element], index: int) -> bool:
    """'by A, on behalf of | Chad | and | B, on behalf of Peru': who signs for the other side."""
    before = [e for e in elements[max(0, index - 8) : index] if not (e.has("det") or e.has("hon") or e.has("comma"))]
    return (
        len(before) > 2
        and before[-1].has("and")
        and before[-2].is_kind("state", "body", "org")
        and any(e.has("behalf") for e in before[:-2])
    )


def _between_before(elements: list[Element], index: int) -> list[Mention]:
    """'An agreement between A and B was signed': the parties named before the verb."""
    for n in range(index - 1, max(0, index - REACH), -1):
        if elements[n].has("cut") or elements[n].has("trigger"):
            break
        if elements[n].role == "between":
            first = next((k for k in range(n + 1, index) if not elements[k].has("det")), index)
            return _listed(elements, first)[0] if elements[first].is_party else []
    return []


def _event_after(elements: list[Element], nest: int) -> int:
    """The element of the event that 'on the margins of' leads to, −1 if there is none."""
    ahead = next((n for n in range(nest + 1, min(nest + 4, len(elements))) if not elements[n].has("det")), nest)
    return ahead if elements[ahead].is_kind("event") else -1


def _closing(elements: list[Element], nest: int) -> int:
    """The comma that closes an aside told right after a verb, −1 if there is none."""
    aside = elements[nest + 1 : nest + ASIDE]
    length = next((n for n, e in enumerate(aside) if e.has("comma")), -1)
    light = length > 0 and not any(e.verbs() or e.is_party or e.has("cut") for e in aside[:length])
    return nest + 1 + length if light and elements[nest - 1].has("comma") else -1


def _ends(element: Element, p: Predicate) -> bool:
    if (
        element.has("stop")
        or element.has("cut")
        or element.has("semicolon")
        or element.has("say")
        or element.has("discuss")
        or element.has("nest")
    ):
        return True
    if p.form == "noun" and element.has("presence"):
        return True
    return element.has("trigger") and not (element.has("light") and not (p.objects or p.places))


def _is_light(element: Element) -> bool:
    return any(
        element.has(c)
        for c in (
            "aux",
            "including",
            "light",
            "field",
            "det",
            "comma",
            "and",
            "also",
            "each",
            "together",
            "adjective",
            "hon",
            "groupmod",
            "postmod",
            "poss",
            "site",
            "orgnoun",
            "ownorgan",
        )
    )


def _take(elements: list[Element], index: int, role: str, p: Predicate) -> int:
    """Take the mention (and what is coordinated with it) under a role; the next index, or -1 to stop looking."""
    element = elements[index]
    mention = element.mentions[0]
    if role == "relative" and element.is_party:
        p.subject, p.reach = _listed(elements, index)
        joint = next((n for n in range(p.reach, min(len(elements), p.reach + 1)) if elements[n].has("and")), -1)
        second = next((n for n in range(joint + 1, len(elements)) if not _before_name(elements[n])), -1)
        if 0 < joint < second and elements[second].is_party:  # 'la réunion que A | et B | avaient tenue'
            p.subject, p.reach = [*p.subject, *elements[second].mentions], second + 1
        ahead = elements[p.reach].entries("earlier") if p.reach < len(elements) else []
        if any(entry.get("tense") == "pluperfect" for entry in ahead):
            p.cue = "earlier"
        return p.reach
    if mention.kind == "event" and p.kind == "call" and role not in ("at", "obj"):
        return index + 1  # 'spoke about preparations for the Summit'
    if mention.kind == "event" and role == "for" and p.kind == "meeting" and p.form == "verb":
        p.events, p.convened, p.reach = [mention], True, index + 1  # 'met for | the third Dialogue'
        return index + 1
    if element.is_party and p.kind == "conference" and p.form == "verb" and p.events and role == "host":
        listed, after = _listed(elements, index)  # 'attended the Forum | hosted by | Minister B'
        p.objects.extend(listed)
        p.reach = after
        return after
    opened = p.entry.get("opens") and p.form == "passive"  # 's'est ouvert | le Forum'
    if mention.kind == "event" and (role in ("obj", "at", "to", "on", "") or p.admits("event") or opened):
        p.events.append(mention)
        p.reach = index + 1
        return index + 1
    if (
        (role in ("at", "obj", "to") and mention.kind in ("place", "region"))
        or (role == "at" and mention.kind in PLACE_KINDS)
    ) and (role != "obj" or p.admits("place")):
        if p.entry.get("unless") == "place" and any(e.role in ("on", "to") for e in elements[p.reach : index]):
            return index + 1  # 'spoke with the Minister about an embassy in | Honiara'
        listed, after = _listed(elements, index) if p.admits("place") else ([mention], index + 1)
        p.places.extend(listed)
        p.reach = after
        return after
    if (
        ((mention.kind == "state" and p.admits("place")) or p.admits("site"))
        and role in ("obj", "to")
        and mention.kind in ("state", "org", "body", "site")
    ):
        listed, after = _listed(elements, index)
        p.places.extend(
            m for m in listed if m.kind in PLACE_KINDS and (m.kind not in ("org", "body", "site") or p.admits("site"))
        )
        p.reach = after
        return after
    if mention.kind == "site" and role == "of" and p.kind == "visit" and p.form == "noun":  # 'visite de | l'usine'
        p.objects.append(mention)
        p.reach = index + 1
        return index + 1
    if element.is_party and (p.admits(role) or role == "companion"):
        listed, after = _listed(elements, index)
        p.each = p.each or (p.sort == "trigger" and any(e.has("then") for e in elements[index:after]))
        (p.companions if role == "companion" else p.objects).extend(listed)
        p.reach = after
        return after
    if mention.kind == "place":
        return index + 1
    stops = element.is_party and p.form != "noun" and role == "obj" and p.entry.get("passes") != "obj"
    return -1 if stops else index + 1


def _says_what_it_is(elements: list[Element], index: int) -> bool:
    """Whether a form of 'be' leads to what something is: 'was | part of', 'was | the first of its kind'."""
    after = next((e for e in elements[index + 1 :] if not (e.has("aux") or e.has("also"))), None)
    return after is not None and (after.has("predicative") or after.has("det"))


def _listed(elements: list[Element], index: int) -> tuple[list[Mention], int]:
    """A coordination that begins at `index`: its members and the index after it.

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
        if replaces and all(member.kind == "group" for member in members):
            members = []
        members.extend(elements[ahead].mentions)
        position = ahead + 1


AGAIN = ("with", "of", "by")  # a preposition that a list repeats: 'avec X et avec Y'
BETWEEN_MEMBERS = ("det", "also", "aux", "others", "each", "poss")


def _next_member(elements: list[Element], position: int) -> tuple[int, bool]:
    """The next member of a list (−1 if it ends) and whether 'including' leads to it; brackets are passed over."""
    joined = replaces = False
    ahead = position
    while ahead < min(len(elements), position + 8):
        element = elements[ahead]
        if element.has("open"):
            closing = (n + 1 for n in range(ahead, min(ahead + 6, len(elements))) if elements[n].has("close"))
            ahead = next(closing, len(elements))
            continue
        if element.has("members") and not joined:  # 'a delegation led by its President, …'
            joined = replaces = elements[position - 1].is_kind("group")
        elif element.has("including"):
            joined = replaces = True
        elif element.has("comma") or element.has("and") or (element.has("semicolon") and not element.has("colon")):
            joined = True
        elif not (any(element.has(c) for c in BETWEEN_MEMBERS) or (element.role in AGAIN and joined)):
            break
        ahead += 1
    if (
        not joined
        or ahead >= len(elements)
        or not (elements[ahead].is_party or elements[ahead].is_kind("place", "region"))
    ):
        return -1, False
    apart = not _opens_pair(elements, position) and _is_subject_of_verb(elements, ahead, position)
    return (-1, False) if apart else (ahead, replaces)


def _opens_pair(elements: list[Element], position: int) -> bool:
    """'la rencontre entre A | et B a eu lieu': after 'between' one member never stands alone."""
    before = position - 1
    while before > 0 and (elements[before].is_party or elements[before].has("det") or elements[before].has("hon")):
        before -= 1
    return elements[before].role == "between"


def _ends_adjunct(elements: list[Element], index: int, joint: int) -> bool:
    """'Following a briefing with his team, | A and B spoke with C': the list that the comma opens has a verb of its
    own.
    """
    opening = elements[0].has("adjunct") or elements[0].has("nest")
    if not opening or not elements[joint].has("comma") or any(e.has("comma") for e in elements[:joint]):
        return False
    after = index + 1
    while after < len(elements) and (
        elements[after].is_party or any(elements[after].has(c) for c in ("and", "comma", "det", "aux", "also"))
    ):
        after += 1
    if after >= len(elements) or elements[after].role:
        return False
    return any(elements[after].has(c) for c in ("say", "discuss")) or any(
        e.get("form") == "verb" for e in elements[after].entries("trigger")
    )


def _is_subject_of_verb(elements: list[Element], index: int, joint: int) -> bool:
    """Whether a party after 'and' opens a new clause ('…, and the Minister thanked …') instead of the list's end."""
    if opens_clause(elements, index) or _ends_adjunct(elements, index, joint):
        return True
    after = next((e for e in elements[index + 1 : index + 4] if not (e.has("aux") or e.has("also"))), None)
    if after is None or not any(after.has(c) for c in ("say", "discuss", "planned")):
        return False
    return (
        any(e.has("say") or e.has("trigger") or e.has("discuss") for e in elements[max(0, joint - 12) : joint])
        is not False
    )


def stands_for_somebody(elements: list[Element], index: int) -> bool:
    """'called on | her | in Lima', 'told | him | that': an object pronoun, and not 'her' of 'her colleague'."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    closes = after is None or bool(after.role) or after.is_kind("date")
    closes = closes or (
        after is not None and any(after.has(c) for c in ("stop", "comma", "cut", "and", "nest", "about"))
    )
    return elements[index].has("addressee") and (closes or not elements[index].has("posspron"))
