"""Which of the frames of a word fit what stands around it, where objects follow the verb."""

from __future__ import annotations

import itertools

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.arguments import (
    ASIDE,
    after_instrument,
    cleft_place,
    is_active,
    is_clitic,
    is_passive,
    owned_event,
    stands_for_somebody,
)
from dragoman.reading.clauses.aside import company_aside, leads_to_thing, past_adverbial
from dragoman.reading.clauses.coordination import in_list
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.passing import OBJECT_REACH, PAIR, past_object, undated
from dragoman.reading.clauses.toured import toured_noun
from dragoman.reading.mentions.mention import Mention

TO_MEET = ("aux", "also", "comma", "cut", "planned")  # what stands between a body and the verb by which it meets
COUNT_REACH = 6  # elements after a verb in which so many people are its object
AIRPORT_REACH = 8  # elements in which the airport is named at which somebody is welcomed
INSTRUMENT_REACH = 8  # elements after a verb in which its object, an instrument, stands
SEATS = ("orgnoun", "ownorgan", "organ", "site", "part")  # whereto somebody is welcomed, unnamed
ASKED = ("state", "body", "org", "region", "group")


def fitting_frames(elements: list[Element], index: int, entries: list[Entry], nominal: bool) -> list[Entry]:
    """Of several frames of one word, those that fit what follows it."""
    near = next((e for e in elements[index + 1 :] if not (e.has("aux") or e.has("also") or e.is_kind("date"))), None)
    far = elements[past_setting(elements, index + 1)] if index + 1 < len(elements) else None
    after = {e.role for e in (near, far) if e is not None}
    after |= {"place"} if index + 1 < len(elements) and elements[index + 1].is_kind("place", "state") else set()
    entries = [entry for entry in entries if not entry.get("next") or entry.get("next") in after]
    if any(e.get("subject") for e in entries):  # '| the Council | met', '| the Envoy | met'
        met = _meets(elements, index)
        entries = [entry for entry in entries if bool(entry.get("subject")) == met]
    if any(e.get("opens") == "yes" or e.get("args") == "event" for e in entries) and _is_over(elements, index):
        entries = [e for e in entries if e.get("kind") != "signing"]  # '| the Forum, attended by deans, | concluded'
    gathers = [e for e in entries if e.get("gathers")]
    if len(gathers) > 1:
        with_people = _is_gathered_by(elements, index)  # '| the Envoy | gathered', '| the Forum | gathered'
        entries = [e for e in entries if e not in gathers or (e.get("form") == "verb") == with_people]
    if all(e.get("form") == "passive" and not e.get("participle") for e in entries) and len(entries) > 1:
        held = _is_held(elements, index)  # '| the Forum | was hosted by', '| the Envoy | was hosted by'
        entries = [entry for entry in entries if (entry.get("kind") == "conference") == held] or entries
    if is_passive(elements, index) and any(entry.get("form") == "passive" for entry in entries):
        return [entry for entry in entries if entry.get("form") == "passive"]
    if is_passive(elements, index):  # 'ont été abordés': a subject, and no meeting
        entries = [e for e in entries if not (e.get("tells") or (e.get("form") == "verb" and e.get("args") == "with"))]
    elif not is_active(elements, index) and after_instrument(elements, index):
        passive = [e for e in entries if e.get("form") == "passive" and e.get("kind") == "signing"]
        if passive:
            return passive
    elif not is_active(elements, index) and (told_there := _held_there(elements, index, entries)):
        return told_there
    elif not is_active(elements, index) and _by_somebody(elements, index):  # 'Reçue à Lima par le ministre, …'
        passive = [entry for entry in entries if entry.get("form") == "passive" and entry.get("participle")]
        if passive and index and elements[index - 1].has("low") and passive[0].get("kind") == "meeting":
            return []  # 'les difficultés | rencontrées | par les étudiants'
        if passive:
            return passive
    elif is_active(elements, index):
        active = [entry for entry in entries if entry.get("form") != "passive"]
        entries = active or [entry for entry in entries if entry.get("needs") != "setting"]
    ahead = elements[index + 1 : index + AIRPORT_REACH]
    airport = any(e.has("airport") or any(m.rule == "org-airport" for m in e.mentions) for e in ahead)
    entries = [entry for entry in entries if entry.get("needs") != "airport" or airport]
    if airport and any(entry.get("needs") == "airport" for entry in entries):
        entries = [entry for entry in entries if entry.get("needs") == "airport"]
    awards = [entry for entry in entries if entry.get("needs") == "award"]
    if awards and _leads_to_award(elements, index):
        return awards
    entries = [entry for entry in entries if entry not in awards]
    there = _leads_to_place(elements, index) or _counts_people(elements, index) or _takes_in(elements, index)
    there = there or _for_talks(elements, index)
    entries = [entry for entry in entries if entry.get("needs") != "place" or there]
    entries = [entry for entry in entries if entry.get("needs") != "talks" or _for_talks(elements, index)]
    if _takes_thing(elements, index):
        entries = [entry for entry in entries if entry.get("form") != "verb" or not entry.get("args").startswith("obj")]
    entries = [entry for entry in entries if entry.get("needs") != "event" or _leads_to_event(elements, index)]
    entries = [entry for entry in entries if entry.get("needs") != "goal" or _leads_to_goal(elements, index)]
    gathering = [entry for entry in entries if entry.get("needs") == "gathering"]
    if gathering and _gathers(elements, index):
        return gathering
    entries = [entry for entry in entries if entry not in gathering]
    gerunds = [e for e in entries if e.get("needs") == "gerund"]
    if gerunds and _is_gerund(elements, index):
        return gerunds
    entries = [e for e in entries if e not in gerunds]
    entries = [e for e in entries if e.get("needs") != "instrument" or _leads_to_instrument(elements, index)]
    entries = [e for e in entries if e.get("needs") != "setting" or _is_set(elements, index)]
    entries = [e for e in entries if e.get("needs") != "facility" or leads_to_thing(elements, index)]
    if any(entry.get("passes") for entry in entries):
        passed = past_object(elements, index)
        event = any(e.is_kind("event") for e in undated(elements, passed + 1))
        over = [e for e in entries if e.get("passes") and passed and (e.get("kind") == "conference") == event]
        if over:
            return over
        entries = [e for e in entries if not e.get("passes") or e.get("kind") == "conference"]
    asked = _asked(elements, index)
    if asked is not None:
        refused = ("asked",) if asked.kind == "group" else ("asked", "person")
        entries = [entry for entry in entries if entry.get("object") not in refused]
    if index + 2 < len(elements) and elements[index + 1].pronoun and elements[index + 2].role == "to":
        entries = [e for e in entries if e.get("object") != "asked"]  # 'calls on | both sides | to stop'
    wanted = [entry for entry in entries if (entry.get("form") == "noun") == nominal]
    if (
        not wanted
        and nominal
        and elements[index - 1].has_any(("det", "poss", "adjective", "each"))
        and not elements[index - 1].has("clitic")
    ):
        return []
    candidates = wanted or entries
    if _of_event(elements, index) and any("event" in entry.get("args").split(",") for entry in candidates):
        return [entry for entry in candidates if "event" in entry.get("args").split(",")]
    comma = past_setting(elements, index + 1)
    aside = past_adverbial(elements, comma)
    following = _next_content(elements, aside - 1 if aside > comma else company_aside(elements, index)[1] - 1)
    fitting = [entry for entry in candidates if _takes(entry, following)]
    fitting = fitting or [e for e in candidates if e.get("tours") and toured_noun(elements, index, e)]
    if not fitting and any(
        e.has("whom") or is_clitic(elements, n, index)
        for n, e in enumerate(elements[max(0, index - 4) : index], max(0, index - 4))
    ):
        fitting = [entry for entry in candidates if "obj" in entry.get("args").split(",")]
    kinds = {entry.get("kind") for entry in fitting}
    if len(kinds) > 1 and fitting[0].get("form") == "verb" and not _before_event(elements, index):
        fitting = [
            e for e in fitting if "event" not in e.get("args").split(",")
        ] or fitting  # 'inaugurer à Lima | un port'
    cleft = bool(cleft_place(elements, index))
    return fitting or [
        entry
        for entry in candidates
        if entry.get("form") == "noun"
        or (cleft and "place" in entry.get("args").split(","))
        or ("with" in entry.get("args").split(",") and not entry.get("tours"))
    ]


def _meets(elements: list[Element], index: int) -> bool:
    """Whether an event stands right before a verb: '| the Council, which will | meet', '| the Forum, due to | meet';
    not 'the Envoy, who is in Lima for | the Forum, | met'.
    """
    comma = next((n for n in range(index - 1, max(0, index - 3), -1) if elements[n].has("comma")), 0)
    aside = next((n for n in range(comma - 1, 0, -1) if elements[n].has("comma")), 0)
    if comma and aside and elements[aside - 1].is_kind("person"):
        opener = elements[aside + 1]
        if opener.has("relative") or any(e.get("rel") for e in opener.entries("nest")):
            return False
    before = next((e for e in reversed(elements[:index]) if not e.has_any(TO_MEET) and e.role != "to"), None)
    council = before is not None and any(entry.get("council") for entry in before.entries("trigger"))
    return before is not None and (before.is_kind("event") or council)


def _is_gathered_by(elements: list[Element], index: int) -> bool:
    """Whether a person, or the institution right before it, is the subject of a verb."""
    told = (e for e in reversed(elements[:index]) if e.is_party or e.is_kind("event") or e.pronoun or e.has("trigger"))
    subject = next(told, None)
    before = next((e for e in reversed(elements[:index]) if not (e.has("aux") or e.has("also"))), None)
    if subject is not None and (subject.is_kind("person") or subject.pronoun in ("he", "she")):
        return True
    return before is not None and before.is_party and before.mentions[0].last - before.mentions[0].first > 1


def _is_held(elements: list[Element], index: int) -> bool:
    """Whether an event is the subject of a verb: the latest before it that could be one."""
    subject = next((e for e in reversed(elements[:index]) if e.is_party or e.is_kind("event") or e.pronoun), None)
    if subject is None:  # 'The conference | will be hosted by'
        return any(e.has("eventnoun") for e in elements[1:3]) and elements[0].has("definite")
    return subject.is_kind("event")


def _is_over(elements: list[Element], index: int) -> bool:
    """Whether an event that opens the sentence is the subject of a verb without an object, an aside between."""
    subject = index
    if subject and elements[subject - 1].has("comma"):
        subject = next((n for n in range(subject - 2, 0, -1) if elements[n].has("comma")), index)
    ahead = elements[index + 1] if index + 1 < len(elements) else None
    bare = ahead is None or bool(ahead.role) or ahead.has("stop") or ahead.is_kind("date")
    return bare and subject > 0 and elements[subject - 1].is_kind("event")


def past_setting(elements: list[Element], index: int) -> int:
    """'réunis | lundi | à Lima | autour de': past adverbs, and when and where it was."""
    while index + 2 < len(elements):
        element = elements[index]
        if element.has("aux") or element.has("also") or element.is_kind("date"):
            index += 1
        elif elements[index + 1].is_kind({"at": "place", "on": "date"}.get(element.role, "")):
            index += 2
        elif element.role == "at" and elements[index + 1].has("det") and elements[index + 2].is_kind("site", "place"):
            index += 3
        else:
            break
    return index


def _asked(elements: list[Element], index: int) -> Mention | None:
    """'called on | ICESCO | to help': the institution, state or group that is asked to do something."""
    asked = next((n for n in range(index + 1, min(len(elements), index + 4)) if elements[n].mentions), -1)
    if not 0 < asked < len(elements) - 1 or elements[asked + 1].role != "to":
        return None
    somebody = elements[asked].mentions[0]
    by_name = somebody.kind == "person" and somebody.post is None and somebody.name is not None
    return somebody if elements[asked].is_kind(*ASKED) or by_name else None


def _of_event(elements: list[Element], index: int) -> bool:
    """Whether a relative clause speaks of an event: 'the Summit that the President will host', 'the Forum, which both
    will attend'."""
    for cut in range(max(2, index - 6), index):
        to_come = elements[cut - 1].has("comma") and any(e.has("planned") for e in elements[cut:index])
        if elements[cut].has("cut") and elements[cut - 1 - to_come].is_kind("event"):
            return True
    return False


def _leads_to_place(elements: list[Element], index: int) -> bool:
    """Whether a place to which, or at which, follows in the clause: 'welcomed the Envoy to Lima', '… at the
    Academy'.
    """
    to = at = False
    for element in elements[index + 1 : index + 14]:
        if element.has_any(("stop", "cut", "say", "discuss", "semicolon", "poss")):
            return False
        if ((to or at) and element.is_kind("place", "org", "site")) or (to and element.is_kind("state")):
            return True
        if to and element.has_any(SEATS) and not element.has("maybeorgan"):  # '… | to | campus'
            return True
        to = element.role == "to" or (to and element.has("det"))
        at = element.role == "at" or (at and element.has("det"))
    return False


def _counts_people(elements: list[Element], index: int) -> bool:
    """'welcomed | more than | 90 | legislators': whether a number of people is the object of a verb."""
    first = next((n for n, e in enumerate(elements[index + 1 : index + COUNT_REACH]) if e.mentions), 0)
    between = elements[index + 1 : index + 1 + first]
    host = next((e for e in reversed(elements[:index]) if e.mentions), None)
    counted = any(e.has("num") for e in between) and elements[index + 1 + first].is_kind("group")
    return (
        counted
        and host is not None
        and not host.is_kind("state", "body", "date")
        and not any(e.verbs() or e.has("comma") for e in between)
    )


def _for_talks(elements: list[Element], index: int) -> bool:
    """'welcomed | mayors from Lima | to | discuss', '… | for | a roundtable': people for what is done with them, at
    the end of a list or an aside."""
    reach = range(index + 1, min(len(elements), index + OBJECT_REACH))
    end = next((n for n in reach if not (elements[n].is_kind("group", "person") or in_list(elements[n]))), 0)
    leads = elements[end] if any(e.is_kind("group", "person") for e in elements[index + 1 : end]) else None
    if leads is None:
        return False
    after = (e for e in elements[end + 1 : end + 4] if not (e.has("det") or e.has("adjective") or e.has("seat")))
    ahead = next(after, None)
    gathers = leads.role == "at" and any(x.get("gathers") for x in elements[index].entries("trigger"))
    if gathers and ahead is not None and ahead.is_kind("event"):
        return True
    talk = leads.role == "for" or (leads.role == "to" and ahead is not None and ahead.has("discuss"))
    return talk and ahead is not None and (ahead.has("discuss") or ahead.is_kind("event") or _is_talks(ahead))


def _is_talks(element: Element) -> bool:
    """Whether an element is a noun for talks: 'a roundtable', 'a convening'."""
    return element.tells_occasion("meeting", "call")


def _takes_in(elements: list[Element], index: int) -> bool:
    """'Bergen University | welcomed | a delegation': an institution and those who are sent to it."""
    host = next((e for e in reversed(elements[:index]) if e.mentions and not e.is_kind("date", "place")), None)
    ahead = elements[index + 1 : index + COUNT_REACH]
    guest = next((n for n, e in enumerate(ahead) if e.mentions and not e.is_kind("date")), len(ahead))
    sent = any(m.post_kind == "delegation" for e in ahead[guest : guest + 1] for m in e.mentions)
    return sent and host is not None and host.is_kind("org") and not any(e.role or e.verbs() for e in ahead[:guest])


def _takes_thing(elements: list[Element], index: int) -> bool:
    """'helps to meet | Chad | 's | needs': whether what a state has, and nobody, is the object of a verb."""
    ahead = elements[index + 1 : index + 3]
    if len(ahead) < PAIR or not ahead[0].is_kind("state", "body") or not ahead[1].has("poss"):
        return False
    owned = next((e for e in elements[index + 3 :] if e.mentions or e.role or e.verbs() or e.has("stop")), None)
    return owned is None or not (owned.is_party or owned.is_kind("event"))


def _by_somebody(elements: list[Element], index: int) -> bool:
    """Whether an agent follows a participle, places and dates between."""
    for number in range(index + 1, min(len(elements), index + 7)):
        element = elements[number]
        if element.role == "by":
            after = next((e for e in elements[number + 1 :] if not (e.has("det") or e.has("hon"))), None)
            return after is not None and after.is_party
        light = element.has_any(("comma", "det", "site", "orgnoun", "ownorgan", "field"))
        noun = element.tells_occasion()
        light = light or (noun and elements[number - 1].role == "at")  # 'Reçue jeudi en | audience | par'
        if not (element.role or element.is_kind("date", "place", "site") or light):
            return False
    return False


def _before_event(elements: list[Element], index: int) -> bool:
    """Whether an event, or its works ('les travaux de l'atelier'), is told of in the clause after a verb."""
    governor, part = "", False
    for element in elements[index + 1 : index + 12]:
        if element.has_any(("stop", "cut", "semicolon", "say", "discuss")):
            return False
        if element.is_kind("event") and (governor != "of" or part):
            return True
        part = element.has("event_part") or (part and (bool(element.role) or element.has("det")))
        governor = governor if element.has("det") and not element.role else element.role
    return False


def _leads_to_event(elements: list[Element], index: int) -> bool:
    """Whether an event follows, prepositions, days and articles between: 'sa participation | au | Forum'."""
    passed = ("det", "comma")
    after = next((e for e in elements[index + 1 :] if not (e.role or e.is_kind("date") or e.has_any(passed))), None)
    return after is not None and after.is_kind("event")


def _gathers(elements: list[Element], index: int) -> bool:
    """'The fifth session | convened | in Lima', not 'The Forum | gathered | 200 mayors'."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    ends = after is None or bool(after.role) or after.is_kind("date") or after.has("comma") or after.has("stop")
    return index > 0 and elements[index - 1].is_kind("event") and ends


def _is_gerund(elements: list[Element], index: int) -> bool:
    """'before | meeting | the Envoy', 'had the pleasure of | meeting | the Envoy': a verb with an object of its own."""
    after = next((e for e in elements[index + 1 : index + 4] if not (e.has("det") or e.has("hon"))), None)
    governed = index > 0 and (elements[index - 1].has("adjunct") or elements[index - 1].has("aux"))
    governed = governed or (index > 0 and elements[index - 1].has("upcoming") and not _before_event(elements, index))
    return governed and after is not None and after.is_kind("person", "group")


def _leads_to_goal(elements: list[Element], index: int) -> bool:
    """Whether it is told, past what is left and when, for where somebody leaves: 'left | Lima | today | for | Chad',
    'left | Lima | on | a visit to Chad'."""
    ahead = [e for e in elements[index + 1 : index + OBJECT_REACH] if not e.has("det")]
    for element, after in itertools.pairwise(ahead):
        visit = after.tells_occasion("visit")
        if element.role == "for" or (element.role == "on" and visit):
            return visit or after.is_kind("place", "state", "region")
        if not (element.role == "on" or element.is_kind("place", "state", "date")):
            return False
    return False


def _held_there(elements: list[Element], index: int, entries: list[Entry]) -> list[Entry]:
    """'en marge du Forum | organisé | à Lima': as what a participle tells of the event that it stands after."""
    event = index - 1 if not elements[index - 1].has("comma") else index - 2
    if event < 1 or not elements[event].is_kind("event") or not elements[event - 1].has("nest"):
        return []
    return [e for e in entries if e.get("form") == "passive" and e.get("participle") and e.get("opens")]


def _leads_to_instrument(elements: list[Element], index: int) -> bool:
    """Whether a verb has an instrument for its object: 'ont renouvelé | pour quatre ans | le protocole d'accord'."""
    for before, element in itertools.pairwise(elements[index : index + INSTRUMENT_REACH]):
        if element.has("signed_noun") and not before.role:
            return True
        if element.is_party or element.has_any(("stop", "cut", "semicolon", "say", "trigger")):
            return False
    return False


def _leads_to_award(elements: list[Element], index: int) -> bool:
    """Whether a verb's clause names what somebody is honoured with: 'received | the Order of Merit | from'."""
    for element in elements[index + 1 : index + OBJECT_REACH]:
        if element.has("award") or any(m.rule == "thing-order" for m in element.mentions):
            return True
        if element.has_any(("stop", "cut", "semicolon", "comma", "say", "trigger")):
            return False
    return False


def _is_set(elements: list[Element], index: int) -> bool:
    """Whether both a day and a town are told right after a verb, and then what is launched: 'a lancé | samedi à Lima |
    la campagne', not 'un port ouvrira | en mars à Lima'.
    """
    end = past_setting(elements, index + 1)
    if end >= len(elements) or elements[end].has("comma") or elements[end].has("stop"):
        return False
    after = [e for e in elements[index + 1 : end] if e.mentions]
    return any(e.is_kind("date") for e in after) and any(e.is_kind("place") for e in after)


def _next_content(elements: list[Element], index: int) -> Element | None:
    index = _past_aside(elements, index)
    ahead = elements[index + 1 : index + 8]
    for position, element in enumerate(ahead):
        if element.role and any(e.has("num") for e in ahead[position + 1 : position + 2]):  # 'over 90 leaders'
            continue
        site = _site_of(ahead, position)
        if site:  # 'a accueilli | sur le campus | une délégation'
            beyond = _next_content(elements, index + 1 + site)
            return element if beyond is None or beyond.has("stop") else beyond
        if element.is_kind("date") or (
            element.role and any(e.is_kind("date") for e in ahead[position + 1 : position + 2])
        ):
            continue
        if element.mentions:
            owned = owned_event(elements, index + 1 + position)  # 'attend | the Council's | Summit'
            return elements[owned] if owned else element
        if element.role or element.has("trigger") or element.has("stop") or element.pronoun:
            return element
        if stands_for_somebody(elements, index + 1 + position):  # 'received | him'
            return element
    return None


def _past_aside(elements: list[Element], index: int) -> int:
    """'opened, together with the Minister, | the Forum': a verb, or the comma after what stands between commas."""
    if index + 2 >= len(elements) or not elements[index + 1].has("comma"):
        return index
    company = elements[index + 2].has("companion") or elements[index + 2].has("and")
    closing = range(index + 3, min(len(elements), index + ASIDE))
    return next((n for n in closing if elements[n].has("comma")), index) if company else index


def _site_of(ahead: list[Element], preposition: int) -> int:
    """The site or institution that a preposition of place leads to, articles between; 0 if none."""
    after = next((n for n in range(preposition + 1, len(ahead)) if not ahead[n].has("det")), preposition)
    return after if ahead[preposition].role == "on" and ahead[after].is_kind("site", "org") else 0


def _leads_there(preposition: Element, args: list[str]) -> bool:
    """Whether a preposition leads to a place that a frame takes: 's'est rendue | à | Lima', '| sur | le chantier'."""
    return preposition.role == "at" or (preposition.role == "on" and "site" in args)


def _takes(entry: Entry, following: Element | None) -> bool:
    args = entry.get("args").split(",")
    if "any" in args:
        return True
    if entry.get("form") == "passive":
        closed = entry.get("kind") == "ceremony" and following is not None and following.has("stop")
        return following is None or following.is_party or bool(following.role) or closed
    if entry.get("form") == "noun" or following is None:
        return entry.get("form") == "noun" or ("place" in args and "obj" not in args)
    if following.role or bool(following.pronoun):
        return following.role in args or (bool(following.pronoun) and "obj" in args) or _leads_there(following, args)
    if following.has("addressee"):
        return "obj" in args
    if following.is_kind("event"):
        return "event" in args
    if following.is_kind("org", "body", "site"):
        return "site" in args or ("obj" in args and following.is_party)
    if following.is_kind("place") and args == ["event"]:
        return True
    if following.is_kind("place", "region") or following.is_kind("state"):
        return "place" in args or "obj" in args
    return following.is_party and "obj" in args
