"""What stands to the right of a predicate: parties under the roles that its frame admits, places, dates, events.

What stands between is skipped only if it is light (adverbs, articles, dates, places).
"""

from __future__ import annotations

from dragoman.languages.lexicon import UNKNOWN
from dragoman.reading.clauses.arguments import (
    ASIDE,
    REACH,
    attending_talks,
    dates_what_follows,
    does,
    event_of_part,
    opens_clause,
    stands_for_somebody,
)
from dragoman.reading.clauses.aside import PREMISES, company_aside, past_adverbial
from dragoman.reading.clauses.beyond import (
    between_before,
    companions_beyond,
    past_subject,
    then_others,
    told_after_colon,
)
from dragoman.reading.clauses.coordination import before_name, listed_from
from dragoman.reading.clauses.cues import is_called_off
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.gapping import opens_gap
from dragoman.reading.clauses.passing import past_object
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.roles import leave_origin, take
from dragoman.reading.mentions.mention import Mention

TITLE_REACH = 6  # elements between the first word of an instrument's name and its noun
CHANGE_REACH = 8  # elements between an occasion and the words that it is off, or put off
ENDS = ("stop", "cut", "semicolon", "say", "discuss", "nest")  # what no object stands beyond
LIGHT = (
    "aux",
    "including",
    "demonym",
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


def look_right(elements: list[Element], p: Predicate) -> None:
    """Fill objects, places, dates and events to the right."""
    role = base = {"noun": "", "passive": "by"}.get(p.form, "obj")
    index = p.index + 1
    ahead = elements[index : index + 3]
    if p.form == "verb" and len(ahead) > 2 and ahead[0].has("and") and ahead[1].has("say") and ahead[2].is_party:
        index += 2  # 'called and congratulated | the President'
    index = max(index, past_subject(elements, p), past_object(elements, p.index) if p.entry.get("passes") else 0)
    if p.form == "verb" and index == p.index + 1:
        beside, index = company_aside(elements, p.index)
        p.companions.extend(beside)
    limit = min(len(elements), index + REACH)
    first = p.index + 1
    while first + 1 < len(elements) and elements[first].has("stretch"):
        first += 1  # 'la visite | de trois jours | qu'elle a effectuée'
    if p.form == "noun" and _held_by_whom(elements, index):
        role = "relative"  # 'a meeting | the Administration held | with Senators'
    told_about = False
    while index < limit:
        element = elements[index]
        if (
            p.kind == "signing"
            and element.has("signed_noun")
            and (p.form == "verb" or elements[index - 1].role != "of")
        ):
            titled = past_title(elements, index, limit)
            if p.form == "verb" or titled > index + 1:  # 'The signing of the Accord | on Student Exchange | between'
                on = p.form == "verb" and titled > index + 1 and not elements[titled - 1].has("close")
                index, role = titled, "on" if on else role
                p.reach = titled if p.form == "noun" else p.reach
                continue
        if p.kind == "signing" and p.form == "verb" and (instrument := _instrument_named(elements, index)) > index:
            index = instrument
            continue
        if element.has("comma") and role == base and not p.objects and p.form != "noun":
            beyond = past_adverbial(elements, index)  # 'a reçu, | à l'occasion de la fête, | le ministre'
            if beyond > index:
                index, limit = beyond, min(len(elements), beyond + REACH)
                continue
        if element.has("stretch") or dates_what_follows(elements, index):
            pass  # 'une visite | de trois jours | au Pérou', 'spoke about the | 9 July | Summit'
        elif element.has("planned") and _is_of_another_event(elements, index, p):
            break  # 'spoke ahead of the Summit, | to be held | in Lima on Friday'
        elif element.is_kind("date"):
            if p.objects and any(e.has("and") for e in elements[p.reach : index]):
                break  # 'met the Dean and on Friday opened …'
            p.dates.append(element.mentions[0])
            p.reach = index + 1
            role = base if role in ("on", "at") else role
        elif p.places and p.kind == "visit" and element.role == "to" and _is_unknown(elements, index + 1):
            break  # 'will travel to Lima | to continue | Chadian efforts'
        elif does(elements, index):
            break  # 'will meet the Envoy before | flying to Lima'
        elif element.is_party and opens_gap(elements, index, p):
            break  # 'met the Dean on Monday and | the Rector | on Friday'
        elif p.objects and p.places and _elsewhere(elements, index, p):
            break  # 'met A in Lima, | in Quito with | B'
        elif element.role and not p.admits(element.role) and any(e.has("num") for e in elements[index + 1 : index + 2]):
            pass  # 'convened over 90 leaders'
        elif element.has("num") and p.entry.get("gathers") and not p.objects:
            pass  # 'The Forum gathered | 60 | rectors'
        elif element.role:
            if element.has("det") and role == base == "obj" and p.admits("obj") and not p.objects:
                pass  # 'a visité | des écoles'
            elif told_about and (element.role in ("of", "by", "for") or (p.form == "verb" and element.role == "at")):
                role = "on"  # 'un échange sur la situation | des étudiants'
            elif element.role == "of" and elements[index - 1].role and _is_group(elements, index + 1):
                pass  # 'avec | de | jeunes chercheuses'
            elif not (element.has("det") and (elements[index - 1].role or elements[index - 1].has("and"))):
                # not 'avec | des étudiants', 'la rectrice et | des étudiants'
                hosted = p.events and any(entry.get("host") for entry in element.entries("role"))
                goal = element.role == "for" and p.kind == "visit" and p.admits("for")  # 'left the island | for | Chad'
                role = "host" if hosted else "to" if goal else element.role
                spoken = p.form == "verb" and bool(p.entry.get("tells")) and bool(p.places)
                told_about = told_about or (role == "on" and (p.form == "noun" or spoken))
        elif p.form == "noun" and element.has("deferred"):
            break  # 'the talks set for Monday have been | postponed to | July'
        elif p.form == "noun" and element.has("be") and _says_what_it_is(elements, index):
            break  # 'The meeting | was part of her efforts'
        elif element.has("companion"):
            role = "companion"
        elif p.kind == "signing" and p.form == "noun" and element.has("signed_noun"):
            role, told_about = "", True  # 'la signature d'un accord | portant création d'un centre'
        elif element.has("remote") or (element.has("remotely") and index == p.index + 1):
            p.remote = True
        elif p.form == "noun" and p.kind == "meeting" and not p.objects and attending_talks(elements, index):
            role, p.attended = "with", True  # 'une réception à laquelle | ont pris part | les ministres'
        elif p.form == "noun" and element.has("whom") and element.has("cut") and _attended(elements, index):
            pass
        elif not p.objects and p.admits(role) and stands_for_somebody(elements, index):
            whom = elements[index].entries("addressee")[0]
            p.object_pronoun, p.object_gender = whom.get("who"), whom.get("g")
        elif element.has("comma") and p.object_pronoun and p.form == "verb" and not p.objects:
            break  # 'Welcoming the guest, | the minister said'
        elif element.pronoun and (p.admits(role) or (role == "obj" and p.admits("obj"))):
            if (
                element.has("bare")
                and elements[index - 1].item is not None
                and elements[index - 1].categories <= UNKNOWN
            ):
                break  # 'receive the care | they | deserve'
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
        elif (
            element.is_party
            and role == base
            and not (_is_aside(elements, p) or _governed(elements, index))
            and opens_clause(elements, index)
        ):
            break
        elif element.is_party and role == "with" and _whose_talks(elements, p):
            whose, p.objects = p.objects, []  # 'la rencontre de la ministre | avec | l'ambassadrice'
            index, role = take(elements, index, role, p), ""
            p.subject = p.subject or whose
            continue
        elif element.mentions and (
            role in ("companion", "at") or not p.objects or not element.is_party or _whereto(elements, index, role, p)
        ):
            taken = take(elements, index, role, p)
            if taken < 0:
                break
            p.closed = p.closed or (role == "between" and len(p.objects) > 1)
            chaired = role == "companion" and p.form == "passive"  # 'Réunie sous la présidence de A, | la session'
            index, role = taken, "" if p.objects or chaired else base
            continue
        elif element.has("including") and (members := _members_named(elements, index, p)):
            p.objects, p.reach = members[0], members[1]  # 'met partners in Lima, | including | Chadian students'
            index = p.reach
            continue
        elif _goes_on(elements, index, role, p):
            listed, index = listed_from(elements, index)
            p.again = p.again or role == "with"
            p.objects.extend(listed)
            p.reach = index
            continue
        elif (element.has("each") and not element.has("trigger")) or (
            element.has("several") and index + 1 < limit and elements[index + 1].is_kind("group")
        ):
            p.each = True
        elif p.form == "noun" and element.has("finite") and _is_unknown(elements, index + 1):
            break  # 'l'audience | a permis | aux deux ministres'
        elif p.form == "noun" and element.has("cut") and index <= first + 1 and not p.objects:
            role = "relative"  # 'the talks which the Rector had with the Ambassador'
        elif role == "relative" and element.pronoun and not p.pronoun:
            p.pronoun, role = element.pronoun, ""  # 'l'entretien que | les deux ministres | avaient eu à Lima'
        elif role == "relative" and _is_to_come(element):
            p.cue = "planned"  # 'la visite qu'effectuera à Lima une délégation'
        elif element.has("light") and elements[first].has("cut") and p.form == "noun" and not p.objects:
            role = ""  # 'l'audience que le ministre a | accordée | à l'ambassadrice'
            p.cue = "planned" if _is_to_come(element) else p.cue  # 'la visite que la ministre | effectuera | à Lima'
        elif element.has("nest") and not p.objects and (event := _event_after(elements, index)) > 0:
            if p.kind == "conference" and any(entry.get("at") for entry in element.entries("nest")):
                index, role = event - 1, base  # 'a pris la parole | lors du | Forum'
            else:
                index = event  # 'spoke on the margins of the Summit with the President'
        elif element.has("nest") and not p.objects and (closing := _closing(elements, index)) > 0:
            index = closing  # 'a rencontré, en marge du Conseil, | son homologue'
        elif p.kind == "conference" and (event := event_of_part(elements, index)):
            index, role = event - 1, base  # 'a présidé | la cérémonie d'ouverture du | Forum'
        elif role == "for" and p.kind == "meeting" and not p.objects and _is_occasion(elements, index):
            role = base  # 'a reçu, pour un déjeuner de travail, | le ministre'
        elif _ends(element, p) and not _qualifies(elements, index):
            break
        elif role == "at" and element.has_any(PREMISES):
            p.receives = p.receives or (not p.objects and elements[index - 1].has("posspron"))
            role = base  # 'a reçu à son cabinet | le ministre'
        elif element.has("cap") and (role == "at" or elements[index - 1].has_any(PREMISES)):
            pass  # 'talks at | the Hotel Meridian in Lima with': a hall's name, of words unknown
        elif not element.has_any(LIGHT):
            limit = min(limit, index + 6)
            if role not in ("obj", "with", "between", "to"):
                role = ""
        index += 1
    after = elements[p.index + 1] if p.index + 1 < len(elements) else None
    if (
        p.entry.get("needs") == "light"
        and after is not None
        and any(e.get("participle") for e in after.entries("light"))
    ):
        p.light = True  # 'un discours | prononcé | devant les élèves'
    leave_origin(elements, p)
    if p.sort == "trigger" and not p.companions:
        companions_beyond(elements, p)
    if p.objects and p.form == "verb" and p.kind in ("meeting", "call"):
        then_others(elements, p)
    if p.form == "passive" and not p.objects and p.admits("between"):
        p.objects = between_before(elements, p.index)
        p.closed = len(p.objects) > 1
    p.each = p.each or any(e.has("each") for e in elements[p.index : p.reach + 1])
    p.included = len(p.objects) > 1 and any(e.has("including") for e in elements[p.index : p.reach])
    p.pairs = any(x.get("pairs") for e in elements[p.index : p.reach + 2] for x in e.entries("each"))
    p.listed = told_after_colon(elements, p)
    if (
        p.form == "noun"
        and not p.cue
        and p.index + 1 < len(elements)
        and elements[p.index + 1].has("adjective")
        and elements[p.index + 1].has("planned")
    ):
        p.cue = "planned"  # 'une visite prochaine'
    if p.form == "noun" and is_called_off(elements, p):
        p.cue = "negated"
    if p.form == "noun" and any(e.has("planned_after") for e in elements[p.index + 1 : min(p.reach, p.index + 4)]):
        p.cue = p.cue or "planned"  # 'une rencontre | est prévue | entre A et B'
    if p.form == "noun" and not p.cue:
        _changed(elements, p)
    if p.form == "noun" and not p.cue and _is_planned(elements, p):
        p.cue = "planned"


def _is_to_come(element: Element) -> bool:
    """Whether a light verb tells of what is to come: 'effectuera'."""
    return any(entry.get("tense") == "future" for entry in element.entries("light"))


def _is_planned(elements: list[Element], p: Predicate) -> bool:
    """'une visite de A | est prévue | en août', 'la visite de A, | prévue | en août': told within its reach."""
    within = range(p.index + 1, min(p.reach, len(elements)))
    told = next((n for n in within if elements[n].has("planned_after")), 0)
    aside = (n for n in within if elements[n].has_any(("planned", "upcoming")) and elements[n - 1].has("comma"))
    told = told or next((n for n in aside if not elements[n].verbs()), 0)
    return told > 0 and not any(elements[n].has("cut") or elements[n].has("stop") for n in range(p.index, told))


def _elsewhere(elements: list[Element], index: int, p: Predicate) -> bool:
    """Whether another place is told with those met there, so that the verb is left out before it."""
    there = elements[index : index + 3]
    met = p.kind in ("meeting", "call") and len(there) == 3
    return met and there[0].role == "at" and there[1].is_kind("place", "state") and there[2].role == "with"


def _instrument_named(elements: list[Element], index: int) -> int:
    """'sign a | Commercial | Fisheries | Memorandum': where the noun of an instrument stands whose name begins here."""
    first = elements[index]
    if not first.is_kind("person", "org", "event") or first.mentions[0].post or not elements[index - 1].has("det"):
        return -1
    for number in range(index + 1, min(len(elements), index + TITLE_REACH)):
        element = elements[number]
        if element.has("signed_noun"):
            return number
        if element.role or element.has("comma") or element.has("stop") or element.verbs():
            break
    return -1


def _held_by_whom(elements: list[Element], index: int) -> bool:
    """Whether a clause without a relative word tells who held talks: an article, who it was and the verb."""
    ahead = elements[index : index + 4]
    whose = next((n for n, e in enumerate(ahead[:2]) if e.is_party), -1)
    opened = whose == 0 or (whose == 1 and ahead[0].has("det") and not ahead[0].role)
    held = next((e for e in ahead[whose + 1 :] if not e.has("aux")), None)
    return opened and held is not None and held.has("light") and not held.has("det")


def _whereto(elements: list[Element], index: int, role: str, p: Predicate) -> bool:
    """'a visit by the Envoy | to | Chad | took place': whereto those travel who were told first, if a verb or a day
    is told of it."""
    whereto = p.kind == "visit" and p.form == "noun" and role == "to" and not p.places
    told = any(
        e.verbs() or e.has("aux") or e.has("planned_after") or e.is_kind("date")
        for e in elements[index + 1 : index + ASIDE]
    )
    return whereto and told and elements[index].is_kind("state", "place")


def _changed(elements: list[Element], p: Predicate) -> None:
    """'talks with the Envoy | are planned', '… set for Monday | were called off', '… are pushed back to | July'."""
    after = p.reach
    while after < min(len(elements), p.reach + CHANGE_REACH) and _may_stand_between(elements, after):
        after += 1
    if after >= len(elements):
        return
    if elements[after].has("planned_after"):
        p.cue = "planned"
    elif elements[after].has("deferred"):
        ahead = next((e for e in elements[after + 1 : after + 3] if not e.has("det")), None)
        p.cue, p.dates = (
            ("planned", list(ahead.mentions)) if ahead is not None and ahead.is_kind("date") else ("negated", [])
        )
    elif elements[after].has("called_off"):  # 'la visite, prévue le 20 mai, | a été reportée | au 3 juin'
        ahead = next(iter(elements[after + 1 : after + 2]), None)
        if ahead is not None and ahead.is_kind("date"):
            p.cue, p.dates = "planned", list(ahead.mentions)
    elif elements[after].has("negated") and elements[after - 1].has("be"):
        p.cue = "negated"


def _is_aside(elements: list[Element], p: Predicate) -> bool:
    """'Le ministre, | recevant | lundi la directrice, a salué': a participle between commas takes its object along."""
    between = p.index > 1 and elements[p.index - 1].has("comma") and elements[p.index - 2].is_party
    return between and p.entry.get("mood") == "ing"


def _may_stand_between(elements: list[Element], index: int) -> bool:
    """Whether an element may stand between an occasion and what became of it: 'talks, | scheduled for Monday, were'."""
    element = elements[index]
    if (
        element.has("planned")
        or element.is_kind("date")
        or (element.role == "on" and any(e.is_kind("date") for e in elements[index + 1 : index + 2]))
    ):
        return not element.has("planned_after")
    return element.has("aux") or element.has("comma")


def _governed(elements: list[Element], index: int) -> bool:
    """Whether a preposition stands before a party, articles between: 'reçu | par la | ministre, …'."""
    before = next((e for e in reversed(elements[:index]) if not before_name(e) or e.role), None)
    return before is not None and bool(before.role)


def _is_occasion(elements: list[Element], index: int) -> bool:
    """Whether a word is a noun for talks or a meal that a comma closes."""
    closed = index + 1 < len(elements) and elements[index + 1].has("comma")
    return closed and elements[index].tells_occasion()


def _whose_talks(elements: list[Element], p: Predicate) -> bool:
    """Whether what was taken after a noun for talks is whose they were: 'l'entretien | du | ministre'."""
    talks = p.form == "noun" and p.kind in ("meeting", "call") and p.admits("with") and bool(p.objects)
    return talks and elements[p.index + 1].role == "of" and not p.closed


def _is_group(elements: list[Element], index: int) -> bool:
    return index < len(elements) and elements[index].is_kind("group")


def _attended(elements: list[Element], relative: int) -> bool:
    """'une réception | à laquelle | ont pris part …': whether those who attended follow."""
    verb = next((n for n in range(relative + 1, min(len(elements), relative + 4)) if not elements[n].has("aux")), 0)
    return verb > 0 and bool(attending_talks(elements, verb))


def _is_unknown(elements: list[Element], index: int) -> bool:
    """Whether a word stands there that the language knows nothing of: with an auxiliary before it, some verb."""
    item = elements[index].item if index < len(elements) else None
    return item is not None and item.categories <= UNKNOWN


def _members_named(elements: list[Element], including: int, p: Predicate) -> tuple[list[Mention], int] | None:
    """Those who make up the sets of people met, named past a place or a day, and the index after them."""
    first = next((n for n in range(including + 1, len(elements)) if not before_name(elements[n])), including)
    sets = bool(p.objects) and p.form == "verb" and p.kind == "meeting" and all(m.kind == "group" for m in p.objects)
    return listed_from(elements, first) if sets and elements[first].is_kind("person", "group") else None


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
    passed = ("det", "hon", "comma")
    before = [e for e in elements[max(0, index - 8) : index] if not (e.has_any(passed) or e.role == "by")]
    return (
        len(before) > 2
        and before[-1].has("and")
        and before[-2].is_kind("state", "body", "org")
        and any(e.has("behalf") or e.role == "on" for e in before[:-2])
    )


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
    if element.has_any(ENDS) or (p.form == "noun" and element.has("presence")):
        return True
    looks_back = any(not entry.get("tense") for entry in element.entries("earlier"))
    if p.form == "noun" and looks_back and not p.objects and not element.role:
        return True  # 'This meeting | builds on | their meeting in May'
    return element.has("trigger") and not (element.has("light") and not (p.objects or p.places))


def _is_of_another_event(elements: list[Element], index: int, p: Predicate) -> bool:
    """Whether what stands at `index` tells of the event right before it, which is no argument of the predicate."""
    at = index - 1 - elements[index - 1].has("comma")
    return elements[at].is_kind("event") and elements[at].mentions[0] not in p.events


def _qualifies(elements: list[Element], index: int) -> bool:
    """'talks with | visiting | Chadian Minister A': a participle that only says more of whoever follows it."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    return elements[index].has("postmod") and after is not None and after.is_kind("person", "group")


def _says_what_it_is(elements: list[Element], index: int) -> bool:
    """Whether a form of 'be' leads to what something is: 'was | part of', 'was | the first of its kind'."""
    after = next((e for e in elements[index + 1 :] if not (e.has("aux") or e.has("also"))), None)
    return after is not None and (after.has("predicative") or after.has("det"))


def past_title(elements: list[Element], noun: int, limit: int) -> int:
    """'signed the Agreement | (AR) on the Recognition of Degrees and Diplomas | today': the index after an instrument's
    title, in which nobody is named.
    """
    index = first = noun + 1
    if index < limit and elements[index].has("open"):
        index = first = next((n + 1 for n in range(index, min(limit, index + 4)) if elements[n].has("close")), index)
    while index < limit and (elements[index].role in ("on", "of") or index > first):
        element = elements[index]
        if element.role not in ("", "on", "of") or element.has_any(("comma", "stop", "nest", "companion")):
            break
        if element.is_kind("date") or any(m.post or m.kind != "person" for m in element.mentions if m.is_party):
            break
        index += 1
    return index
