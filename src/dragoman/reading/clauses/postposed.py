"""Elements → predicates: who did what to whom, under which cue.

A word predicates if its frame fits what stands around it; its arguments are then found by order and preposition, to
the right (`objects.py`) and to the left (`subject.py`).
"""

from __future__ import annotations

import itertools

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.arguments import ASIDE, after_instrument, is_active, is_clitic, is_passive
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.inversion import reporting
from dragoman.reading.clauses.objects import look_right
from dragoman.reading.clauses.predicate import Cue, Predicate, Sort
from dragoman.reading.clauses.subject import latest_event, look_left
from dragoman.reading.mentions.mention import Mention

DASHES = ("-", "–", "—")
TO_MEET = ("aux", "also", "comma", "cut", "planned")  # what stands between a body and the verb by which it meets
AIRPORT_REACH = 8  # elements in which the airport is named at which somebody is welcomed
CLEFT_REACH = 8  # elements between what a cleft puts first and its verb
INSTRUMENT_REACH = 8  # elements after a verb in which its object, an instrument, stands
DATELINE_REACH = 10  # elements in which the dash after a dateline stands


def predicates(elements: list[Element]) -> list[Predicate]:
    """The predicates of a sentence in order, with their arguments."""
    found: list[Predicate] = []
    for index, element in enumerate(elements):
        here = _predicates(elements, index) if element.item is not None else []
        for p in here[:1]:
            look_right(elements, p)
            look_left(elements, p, found)
            if p.sort == "trigger" and p.form == "verb" and not p.cue and _is_proposed(elements, p, found):
                p.cue = "hypothetical"
            _invert(elements, p)
            _share_partner(elements, p, found)
            p.remote = p.remote or _is_cleft_remote(elements, p.index)
            _spell_out(p)
            if p.entry.get("opens") and not (p.events or p.objects):
                named = any(q.form == "noun" and q.sort == "trigger" for q in found)
                p.events = [] if named else latest_event(elements, p.index)  # past what is told of it between commas
            if p.kind == "conference" and p.form == "verb" and not p.events and p.entry.get("joins") != "talks":
                p.events = _event_before(elements, p.index)
            if p.form == "verb" and p.kind in ("conference", "address") and not p.events:
                p.events = _event_of_clause(elements, p)
            if p.entry.get("who") and not p.reports:  # 'il a été décidé que'
                p.subject, p.pronoun = [], p.entry.get("who")
            if p.entry.get("light"):  # 'A discussion on trade took place between …': what is held is the noun
                noun = next((q for q in reversed(found) if q.sort == "trigger" and q.form == "noun"), None)
                if noun is not None:
                    p.governor, p.subject = noun, noun.subject
        for p in here[1:]:
            p.governor = here[0]
        found.extend(here)
    if found and not (found[-1].subject or found[-1].pronoun) and _is_before_subject(elements, found[-1]):
        found[-1].subject = _party_after_comma(elements, found[-1].reach)
    for p, following in reversed(list(itertools.pairwise(found))):
        if not (p.subject or p.pronoun) and _is_before_subject(elements, p):
            p.subject = _party_after_comma(elements, p.reach)
            if not p.subject:
                p.subject, p.pronoun, p.gender = following.subject, following.pronoun, following.gender
        if (
            p.events and p.entry.get("participle") and following.cue == "planned"
        ):  # 'en marge du Forum, réuni en mai, il verra'
            p.cue = "planned"
    return found


def _is_proposed(elements: list[Element], p: Predicate, found: list[Predicate]) -> bool:
    """'suggested | that the two sides soon | sign': nothing but its subject stands between it and a proposal."""
    last = found[-1] if found else None
    if last is None or last.sort != "say" or last.entry.get("act") != "proposed" or last.form == "passive":
        return False
    between = elements[last.index + 1 : p.index]
    light = ("det", "hon", "cut", "also", "adjective", "demonym")
    told = sum(1 for e in between if not (e.mentions or e.pronoun or any(e.has(c) for c in light)))
    joined = any(e.has("and") or e.has("comma") for e in between)
    return any(e.is_party or e.pronoun for e in between) and told < 2 and not joined


def _event_before(elements: list[Element], index: int) -> list[Mention]:
    """'On the second day of the Forum, the Minister | spoke': the event that opens the sentence."""
    comma = next((n for n, e in enumerate(elements[:index]) if e.has("comma")), 0)
    opens = elements[0].role == "at" or elements[0].has("nest")
    found = next((e for e in elements[:comma] if e.is_kind("event")), None) if opens else None
    return list(found.mentions) if found is not None else []


def _event_of_clause(elements: list[Element], p: Predicate) -> list[Mention]:
    """'the Forum, | at which the Minister | spoke', 'the session | which Peru | will host': the event that a relative
    clause tells of."""
    first = next((n for n, e in enumerate(elements[: p.index]) if p.subject and p.subject[0] in e.mentions), 0) - 1
    while first > 0 and (elements[first].has("det") or elements[first].has("hon")):
        first -= 1
    if first < 1 or not elements[first].has("cut"):
        return []
    before = next((e for e in reversed(elements[:first]) if not (e.role == "at" or e.has("comma"))), None)
    return list(before.mentions) if before is not None and before.is_kind("event") else []


def _is_before_subject(elements: list[Element], p: Predicate) -> bool:
    """'En saluant ce projet, le ministre …', 'Arrivé à Lima, il …', 'Après un dîner avec l'Envoyé, elle …'."""
    if p.form == "noun":
        travelling = (
            p.kind == "visit" and 0 < p.index <= 2 and elements[p.index - 1].role == "at"
        )  # 'En visite à Lima, …'
        fronted = p.nested and p.index <= 3  # 'During meetings with the Envoy, she …'
        return travelling or ((p.adjunct or fronted) and bool(p.objects))
    before = elements[p.index - 1]
    dash = (
        before.item is not None and before.item.text in DASHES and p.index < DATELINE_REACH
    )  # 'LIMA (AFP) – Received by'
    opens = p.index == 0 or before.has("semicolon") or dash
    return p.entry.get("mood") == "ing" or (opens and bool(p.entry.get("participle")))


def _party_after_comma(elements: list[Element], index: int) -> list[Mention]:
    """'Arrivé hier à Lima, | le ministre a eu …': who is named right after the opening clause."""
    comma = next((n for n in range(index, len(elements)) if elements[n].has("comma")), len(elements))
    after = next((e for e in elements[comma + 1 :] if not (e.has("det") or e.has("hon"))), None)
    return list(after.mentions) if after is not None and after.is_party else []


def _spell_out(p: Predicate) -> None:
    """Those listed after a colon stand for the group that they make up."""
    for told in (p.subject, p.objects):
        if p.listed and told and all(m.kind == "group" for m in told):
            told[:] = p.listed
            return


def _invert(elements: list[Element], p: Predicate) -> None:
    """A reporting clause after, or in, what is said has its subject on its right."""
    found = reporting(elements, p.index) if p.sort == "say" else None
    if found:
        p.pronoun, subject = found
        p.gender = p.entry.get("g") or next(
            (e.gender for e in elements[max(0, p.index - 3) : p.index] if e.has("inverted")), ""
        )
        p.reports, p.subject = True, list(elements[subject].mentions) if subject >= 0 else []


def _is_cleft_remote(elements: list[Element], index: int) -> bool:
    """'C'est | par téléphone | que le ministre s'est entretenu': how they spoke is put before the clause."""
    before = elements[max(0, index - CLEFT_REACH) : index]
    return any(a.has("remote") and b.has("that") for a, b in itertools.pairwise(before))


# What a verb form itself says of when: 'se rendra', 'had visited'.
TENSES: dict[str, Cue] = {"future": "planned", "conditional": "planned", "pluperfect": "earlier"}
ASKED = ("state", "body", "org", "region", "group")
SORTS: tuple[tuple[Sort, str], ...] = (
    ("trigger", "trigger"),
    ("say", "say"),
    ("discuss", "discuss"),
    ("discuss", "discussed"),
)


def _predicates(elements: list[Element], index: int) -> list[Predicate]:
    """What one word predicates: the first sort that fits; 'a discussion on' is both an occasion and a discussing."""
    found: list[Predicate] = []
    element = elements[index]
    if not any(element.has(category) for _, category in SORTS):
        return []
    nominal = _is_nominal(elements, index) or _heads_telling(elements, index)
    for sort, category in SORTS:
        entries = element.entries(category)
        if entries and sort == "trigger":
            speaks = element.has("say") and reporting(elements, index) is not None  # '…, a | conclu | le communiqué'
            other = speaks or _modifies_occasion(elements, index)
            entries = [] if other else _fitting(elements, index, entries, nominal)
        if sort == "trigger" and not nominal and _speaks_to(elements, index):
            continue
        if not entries or (
            found and not (sort == "discuss" and (found[0].form == "noun" or found[0].entry.get("tells")))
        ):
            continue
        if nominal and sort != "trigger" and not found and element.entries("trigger"):
            continue
        if sort == "say" and element.has("light") and _leads_to_occasion(elements, index):  # 'poursuit sa visite'
            continue
        if sort == "say" and element.has("planned") and not element.has("upcoming") and _is_modal(elements, index):
            continue
        form = entries[0].get("form", "verb")
        cue: Cue = TENSES.get(entries[0].get("tense"), "") if sort == "trigger" else ""
        found.append(
            Predicate(
                sort,
                index,
                entries[0],
                form,
                cue=cue,
                each=element.has("each"),
                together=element.has("together"),
                reach=index + 1,
            )
        )
    return found


def _speaks_to(elements: list[Element], index: int) -> bool:
    """'with the Minister | briefing | the Envoy on trade': a participle, and not the noun for an occasion."""
    ahead = next((e for e in elements[index + 1 : index + 3] if not e.has("det")), None)
    participle = any(e.get("mood") == "ing" and e.get("object") for e in elements[index].entries("say"))
    return participle and ahead is not None and (ahead.is_party or ahead.has("addressee"))


def _modifies_occasion(elements: list[Element], index: int) -> bool:
    """'a virtual roundtable | listening session': a noun for an engagement that only qualifies the one after it."""
    pair = elements[index : index + 2]
    return len(pair) > 1 and all(any(e.get("form") == "noun" for e in each.entries("trigger")) for each in pair)


def _leads_to_occasion(elements: list[Element], index: int) -> bool:
    """Whether a noun for an engagement follows a verb, an article, a date or adverbs between."""
    passed = ("det", "adjective", "comma", "aux", "also")
    start = _past_setting(elements, index + 1)
    if start < len(elements) and elements[start].has("comma"):  # 'a accordé, | lundi à Lima, | une audience'
        closing = range(start + 1, min(len(elements), start + ASIDE))
        start = next((n + 1 for n in closing if elements[n].has("comma")), start)
    ahead = next((e for e in elements[start : start + 6] if not (any(map(e.has, passed)) or e.is_kind("date"))), None)
    return ahead is not None and any(entry.get("form") == "noun" for entry in ahead.entries("trigger"))


def _share_partner(elements: list[Element], p: Predicate, found: list[Predicate]) -> None:
    """'had a meeting | and | a state luncheon | with the President': whom the second noun takes, the first has too."""
    before = found[-1] if found else None
    if before is None or not p.objects or not before.form == p.form == "noun" or before.objects:
        return
    between = elements[before.reach : p.index]
    joined = any(e.has("and") for e in between) and all(
        any(map(e.has, ("and", "det", "adjective", "groupmod", "low"))) for e in between
    )
    if joined and before.sort == p.sort == "trigger" and before.reach == before.index + 1:
        before.objects, before.reach = list(p.objects), p.index


def _is_modal(elements: list[Element], index: int) -> bool:
    """'is set to | hold | talks', 'is set to | meet': a word of intent that only tells when an engagement is to be."""
    passed = ("det", "adjective", "aux", "also", "light", "each")
    ahead = next((e for e in elements[index + 1 : index + 7] if e.has("trigger") or not any(map(e.has, passed))), None)
    return ahead is not None and ahead.has("trigger")


def _is_nominal(elements: list[Element], index: int) -> bool:
    """Whether a word that may be verb or noun stands where a noun does: after an article, possessive or light verb."""
    for before in reversed(elements[max(0, index - 3) : index]):
        if before.has("aux"):
            continue
        if (
            before.has("det")
            or before.has("poss")
            or before.has("light")
            or before.has("adjective")
            or before.has("each")
            or before.has("nest")
        ):
            return True
        if before.role in ("at", "of", "by", "for", "into", "from", "on", "with"):
            return True
        if not (
            before.has("low")
            or before.has("eventmod")
            or before.has("groupmod")
            or before.is_kind("state", "date", "region")
        ):
            return before.mentions != () and before.mentions[0].rule == "body"
    return False


def _heads_telling(elements: list[Element], index: int) -> bool:
    """'Vendredi, | visite, à Lima, de l'Institut': a noun that opens a clause without a verb."""
    opens = index == 0 or elements[index - 1].has("semicolon") or elements[index - 1].has("discuss")
    dated = index > 1 and elements[index - 1].has("comma") and elements[index - 2].is_kind("date", "place")
    if not (opens or dated) or index + 1 >= len(elements):
        return False
    nouns = any(entry.get("form") == "noun" for entry in elements[index].entries("trigger"))
    return nouns and (elements[index + 1].role in ("of", "at") or elements[index + 1].has("comma"))


def _fitting(elements: list[Element], index: int, entries: list[Entry], nominal: bool) -> list[Entry]:
    """Of several frames of one word, those that fit what follows it."""
    near = next((e for e in elements[index + 1 :] if not (e.has("aux") or e.has("also") or e.is_kind("date"))), None)
    far = elements[_past_setting(elements, index + 1)] if index + 1 < len(elements) else None
    after = {e.role for e in (near, far) if e is not None}
    entries = [entry for entry in entries if not entry.get("next") or entry.get("next") in after]
    if any(e.get("subject") for e in entries):  # '| the Council | met', '| the Envoy | met'
        met = _meets(elements, index)
        entries = [entry for entry in entries if bool(entry.get("subject")) == met]
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
    elif not is_active(elements, index) and _by_somebody(elements, index):  # 'Reçue à Lima par le ministre, …'
        passive = [entry for entry in entries if entry.get("form") == "passive" and entry.get("participle")]
        if passive:
            return passive
    elif is_active(elements, index):
        entries = [entry for entry in entries if entry.get("form") != "passive"] or entries
    ahead = elements[index + 1 : index + AIRPORT_REACH]
    airport = any(e.has("airport") or any(m.rule == "org-airport" for m in e.mentions) for e in ahead)
    entries = [entry for entry in entries if entry.get("needs") != "airport" or airport]
    if airport and any(entry.get("needs") == "airport" for entry in entries):
        entries = [entry for entry in entries if entry.get("needs") == "airport"]
    entries = [entry for entry in entries if entry.get("needs") != "place" or _leads_to_place(elements, index)]
    entries = [entry for entry in entries if entry.get("needs") != "event" or _leads_to_event(elements, index)]
    entries = [e for e in entries if e.get("needs") != "instrument" or _leads_to_instrument(elements, index)]
    asked = _asked(elements, index)
    if asked is not None:
        refused = ("asked",) if asked.kind == "group" else ("asked", "person")
        entries = [entry for entry in entries if entry.get("object") not in refused]
    wanted = [entry for entry in entries if (entry.get("form") == "noun") == nominal]
    if (
        not wanted
        and nominal
        and any(elements[index - 1].has(c) for c in ("det", "poss", "adjective", "each"))
        and not elements[index - 1].has("clitic")
    ):
        return []
    candidates = wanted or entries
    if _of_event(elements, index) and any("event" in entry.get("args").split(",") for entry in candidates):
        return [entry for entry in candidates if "event" in entry.get("args").split(",")]
    following = _next_content(elements, index)
    fitting = [entry for entry in candidates if _takes(entry, following)]
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
    return fitting or [
        entry for entry in candidates if entry.get("form") == "noun" or "with" in entry.get("args").split(",")
    ]


def _meets(elements: list[Element], index: int) -> bool:
    """Whether an event stands right before a verb: '| the Council, which will | meet', '| the Forum, due to | meet'."""
    before = next((e for e in reversed(elements[:index]) if not any(map(e.has, TO_MEET)) and e.role != "to"), None)
    return before is not None and before.is_kind("event")


def _is_held(elements: list[Element], index: int) -> bool:
    """Whether an event is the subject of a verb: the latest before it that could be one."""
    subject = next((e for e in reversed(elements[:index]) if e.is_party or e.is_kind("event") or e.pronoun), None)
    return subject is not None and subject.is_kind("event")


def _past_setting(elements: list[Element], index: int) -> int:
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
    """Whether a relative clause speaks of an event: 'the Summit that the President will host'."""
    for before, element in zip(elements[max(0, index - 7) : index], elements[max(0, index - 6) : index], strict=False):
        if before.is_kind("event") and element.has("cut"):
            return True
    return False


def _leads_to_place(elements: list[Element], index: int) -> bool:
    """Whether a place to which, or at which, follows in the clause: 'welcomed the Envoy to Lima', '… at the
    Academy'.
    """
    to = at = False
    for element in elements[index + 1 : index + 14]:
        if any(element.has(c) for c in ("stop", "cut", "say", "discuss", "semicolon", "poss")):
            return False
        if (to and element.is_kind("place", "state")) or (at and element.is_kind("place", "org", "site")):
            return True
        to = element.role == "to" or (to and element.has("det"))
        at = element.role == "at" or (at and element.has("det"))
    return False


def _by_somebody(elements: list[Element], index: int) -> bool:
    """Whether an agent follows a participle, places and dates between."""
    for number in range(index + 1, min(len(elements), index + 7)):
        element = elements[number]
        if element.role == "by":
            after = next((e for e in elements[number + 1 :] if not (e.has("det") or e.has("hon"))), None)
            return after is not None and after.is_party
        light = any(element.has(c) for c in ("comma", "det", "site", "orgnoun", "ownorgan", "field"))
        if not (element.role or element.is_kind("date", "place", "site") or light):
            return False
    return False


def _before_event(elements: list[Element], index: int) -> bool:
    """Whether an event is told of in the clause after a verb."""
    governor = ""
    for element in elements[index + 1 : index + 12]:
        if any(element.has(c) for c in ("stop", "cut", "semicolon", "say", "discuss")):
            return False
        if element.is_kind("event") and governor != "of":
            return True
        governor = governor if element.has("det") and not element.role else element.role
    return False


def _leads_to_event(elements: list[Element], index: int) -> bool:
    """Whether an event follows, prepositions and articles between: 'sa participation | au | Forum'."""
    after = next((e for e in elements[index + 1 :] if not (e.role or e.has("det"))), None)
    return after is not None and after.is_kind("event")


def _leads_to_instrument(elements: list[Element], index: int) -> bool:
    """Whether a verb has an instrument for its object: 'ont renouvelé | pour quatre ans | le protocole d'accord'."""
    for before, element in itertools.pairwise(elements[index : index + INSTRUMENT_REACH]):
        if element.has("signed_noun") and not before.role:
            return True
        if element.is_party or any(element.has(c) for c in ("stop", "cut", "semicolon", "say", "trigger")):
            return False
    return False


def _next_content(elements: list[Element], index: int) -> Element | None:
    ahead = elements[index + 1 : index + 8]
    for position, element in enumerate(ahead):
        if element.role and any(e.has("num") for e in ahead[position + 1 : position + 2]):  # 'over 90 leaders'
            continue
        site = _site_of(ahead, position)
        if site:  # 'a accueilli | sur le campus | une délégation'
            return _next_content(elements, index + 1 + site)
        if element.is_kind("date") or (
            element.role and any(e.is_kind("date") for e in ahead[position + 1 : position + 2])
        ):
            continue
        if element.mentions:
            return element
        if element.role or element.has("trigger") or element.has("stop") or element.pronoun:
            return element
    return None


def _site_of(ahead: list[Element], preposition: int) -> int:
    """The site or institution that a preposition of place leads to, articles between; 0 if none."""
    after = next((n for n in range(preposition + 1, len(ahead)) if not ahead[n].has("det")), preposition)
    return after if ahead[preposition].role == "on" and ahead[after].is_kind("site", "org") else 0


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
        return following.role in args or (bool(following.pronoun) and "obj" in args) or following.role == "at"
    if following.is_kind("event"):
        return "event" in args
    if following.is_kind("org", "body", "site"):
        return "site" in args or ("obj" in args and following.is_party)
    if following.is_kind("place") and args == ["event"]:
        return True
    if following.is_kind("place", "region") or following.is_kind("state"):
        return "place" in args or "obj" in args
    return following.is_party and "obj" in args
