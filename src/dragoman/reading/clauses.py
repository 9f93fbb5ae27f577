"""Elements → predicates: who did what to whom, under which cue.

A predicate is a trigger (an engagement happens), a saying or a discussing. Arguments are found by order and
preposition: the nearest party list to the left that no preposition governs is the subject; to the right, lists under
the roles that the trigger's frame admits. What stands between is skipped only if it is light (adverbs, dates, places).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.languages.lexicon import Entry
from dragoman.reading.arguments import antecedent, is_clitic, is_passive, relative_object
from dragoman.reading.elements import Element
from dragoman.reading.inversion import reporting
from dragoman.reading.mentions import Mention

Sort = Literal["trigger", "say", "discuss"]
Cue = Literal["", "planned", "negated", "hypothetical", "earlier"]
CUES: tuple[Cue, ...] = ("negated", "hypothetical", "planned", "earlier")
LIGHT_REACH = 8  # elements that a light verb may stand before its noun
REACH = 14  # elements that an argument may stand away from its trigger
PLACE_KINDS = ("place", "state", "region", "org", "body", "site")


@dataclass(slots=True)
class Predicate:
    """One predicate of a sentence; `index` is its element. Empty lists mean that nothing was told.

    `reports` is the range of its clause if that is put after, or into, what is said.
    """

    sort: Sort
    index: int
    entry: Entry
    form: str
    subject: list[Mention] = field(default_factory=list)
    pronoun: str = ""
    companions: list[Mention] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    object_pronoun: str = ""
    dates: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    events: list[Mention] = field(default_factory=list)
    cue: Cue = ""
    cue_index: int = -1
    nested: bool = False
    each: bool = False
    definite: bool = False
    together: bool = False
    light: bool = False
    adjunct: bool = False
    reports: tuple[int, int] | None = None
    governor: Predicate | None = None
    coordinated: bool = False
    reach: int = 0

    @property
    def kind(self) -> str:
        """The kind of engagement of a trigger."""
        return self.entry.get("kind")

    def admits(self, argument: str) -> bool:
        """Whether the frame admits an argument (obj, with, by, …)."""
        return argument in self.entry.get("args").split(",")


def predicates(elements: list[Element]) -> list[Predicate]:
    """The predicates of a sentence in order, with their arguments."""
    found: list[Predicate] = []
    for index, element in enumerate(elements):
        here = _predicates(elements, index) if element.item is not None else []
        for p in here[:1]:
            _look_right(elements, p)
            _look_left(elements, p, found)
            _invert(elements, p)
            if p.entry.get("who"):  # 'il a été décidé que'
                p.subject, p.pronoun = [], p.entry.get("who")
            if p.entry.get("light"):  # 'A discussion on trade took place between …': what is held is the noun
                noun = next((q for q in reversed(found) if q.sort == "trigger" and q.form == "noun"), None)
                if noun is not None:
                    p.governor, p.subject = noun, noun.subject
        for p in here[1:]:
            p.governor = here[0]
        found.extend(here)
    for p, following in zip(found, found[1:], strict=False):  # 'En saluant ce projet, le ministre a …'
        if p.entry.get("gerund") and not (p.subject or p.pronoun):
            p.subject, p.pronoun = following.subject, following.pronoun
    return found


SORTS: tuple[tuple[Sort, str], ...] = (("trigger", "trigger"), ("say", "say"), ("discuss", "discuss"), ("discuss", "discussed"))


def _predicates(elements: list[Element], index: int) -> list[Predicate]:
    """What one word predicates: the first sort that fits; 'a discussion on' is both an occasion and a discussing."""
    found: list[Predicate] = []
    element = elements[index]
    nominal = _is_nominal(elements, index)
    for sort, category in SORTS:
        entries = element.entries(category)
        if entries and sort == "trigger":
            entries = _fitting(elements, index, entries, nominal)
        if not entries or (found and not (sort == "discuss" and found[0].form == "noun")):
            continue
        if nominal and sort != "trigger" and not found and element.entries("trigger"):
            continue
        form = entries[0].get("form", "verb")
        cue: Cue = "planned" if sort == "trigger" and entries[0].get("tense") == "future" else ""
        found.append(Predicate(sort, index, entries[0], form, cue=cue, each=element.has("each"), together=element.has("together"), reach=index + 1))
    return found


def _is_nominal(elements: list[Element], index: int) -> bool:
    """Whether a word that may be verb or noun stands where a noun does: after an article, possessive or light verb."""
    for before in reversed(elements[max(0, index - 3) : index]):
        if before.has("aux"):
            continue
        if before.has("det") or before.has("poss") or before.has("light") or before.has("adjective") or before.has("each") or before.has("nest"):
            return True
        if before.role in ("at", "of", "by", "for", "into", "from", "on", "with"):
            return True
        if not (before.has("low") or before.has("eventmod") or before.has("groupmod") or before.is_kind("state", "date", "region")):
            return before.mentions != () and before.mentions[0].rule == "body"
    return False


def _fitting(elements: list[Element], index: int, entries: list[Entry], nominal: bool) -> list[Entry]:
    """Of several frames of one word, those that fit what follows it."""
    if is_passive(elements, index) and any(entry.get("form") == "passive" for entry in entries):
        return [entry for entry in entries if entry.get("form") == "passive"]
    wanted = [entry for entry in entries if (entry.get("form") == "noun") == nominal]
    if not wanted and nominal and any(elements[index - 1].has(c) for c in ("det", "poss", "adjective", "each")) and not elements[index - 1].has("clitic"):
        return []
    candidates = wanted or entries
    following = _next_content(elements, index)
    fitting = [entry for entry in candidates if _takes(entry, following)]
    return fitting or [entry for entry in candidates if entry.get("form") == "noun" or "with" in entry.get("args").split(",")]


def _next_content(elements: list[Element], index: int) -> Element | None:
    for element in elements[index + 1 : index + 6]:
        if element.mentions and not element.is_kind("date"):
            return element
        if element.role or element.has("trigger") or element.has("stop") or element.pronoun:
            return element
    return None


def _takes(entry: Entry, following: Element | None) -> bool:
    args = entry.get("args").split(",")
    if "any" in args:
        return True
    if entry.get("form") == "passive":
        return following is None or following.is_party or bool(following.role)
    if entry.get("form") == "noun" or following is None:
        return entry.get("form") == "noun" or ("place" in args and "obj" not in args)
    if following.role or bool(following.pronoun):
        return following.role in args or (bool(following.pronoun) and "obj" in args) or following.role == "at"
    if following.is_kind("event"):
        return "event" in args
    if following.is_kind("org", "body", "site"):
        return "site" in args or ("obj" in args and following.is_party)
    if following.is_kind("place", "region") or following.is_kind("state"):
        return "place" in args or "obj" in args
    return following.is_party and "obj" in args


def _invert(elements: list[Element], p: Predicate) -> None:
    """A reporting clause after, or in, what is said has its subject on its right."""
    found = reporting(elements, p.index) if p.sort == "say" else None
    if found:
        p.reports, p.pronoun, subject = found
        p.subject = list(elements[subject].mentions) if subject >= 0 else []


def _look_right(elements: list[Element], p: Predicate) -> None:
    """Fill objects, places, dates and events to the right."""
    role = base = "obj" if p.form != "noun" else ""
    index = p.index + 1
    limit = min(len(elements), p.index + REACH)
    while index < limit:
        element = elements[index]
        if element.is_kind("date"):
            p.dates.append(element.mentions[0])
            p.reach = index + 1
            role = base if role in ("on", "at") else role
        elif element.role:
            if not (element.has("det") and elements[index - 1].role):  # 'avec des étudiants'
                role = element.role
        elif element.has("companion"):
            role = "companion"
        elif element.pronoun and (p.admits(role) or (role == "obj" and p.admits("obj"))):
            p.object_pronoun = element.pronoun
        elif element.is_party and not role and not p.objects and p.admits("obj") and elements[index - 1].has("det") and p.form == "verb":
            role = "obj"  # 'a reçu au siège du ministère | le ministre'
            continue
        elif element.mentions and (role in ("companion", "at") or not p.objects or not element.is_party):
            taken = _take(elements, index, role, p)
            if taken < 0:
                break
            index, role = taken, "" if p.objects else base
            continue
        elif element.has("each"):
            p.each = True
        elif p.form == "noun" and element.has("cut") and index <= p.index + 2 and not p.objects:
            role = "relative"  # 'the talks which the Rector had with the Ambassador'
        elif element.has("nest") and not p.objects and (event := _event_after(elements, index)) > 0:
            index = event  # 'spoke on the margins of the Summit with the President'
        elif _ends(element, p):
            break
        elif not _is_light(element):
            limit = min(limit, index + 6)
            if role not in ("obj", "with", "between", "to"):
                role = ""
        index += 1
    p.each = p.each or any(e.has("each") for e in elements[p.index : p.reach])
    if p.form == "noun" and not p.cue:
        after = next((e for e in elements[p.reach : p.reach + 3] if not (e.has("aux") or e.has("comma")) or e.has("planned")), None)
        if after is not None and after.has("planned_after"):
            p.cue = "planned"


def _event_after(elements: list[Element], nest: int) -> int:
    """The element of the event that 'on the margins of' leads to, −1 if there is none."""
    ahead = next((n for n in range(nest + 1, min(nest + 4, len(elements))) if not elements[n].has("det")), nest)
    return ahead if elements[ahead].is_kind("event") else -1


def _ends(element: Element, p: Predicate) -> bool:
    if element.has("stop") or element.has("cut") or element.has("semicolon") or element.has("say") or element.has("discuss") or element.has("nest"):
        return True
    return element.has("trigger") and not (element.has("light") and not p.objects)


def _is_light(element: Element) -> bool:
    return any(element.has(c) for c in ("aux", "including", "light", "field", "det", "comma", "and", "also", "each", "together", "adjective", "hon", "groupmod", "postmod", "poss", "site", "orgnoun", "ownorgan"))


def _take(elements: list[Element], index: int, role: str, p: Predicate) -> int:
    """Take the mention (and what is coordinated with it) under a role; the next index, or -1 to stop looking."""
    element = elements[index]
    mention = element.mentions[0]
    if role == "relative" and element.is_party:
        p.subject, p.reach = list(element.mentions), index + 1
        return index + 1
    if mention.kind == "event" and (role in ("obj", "at", "to", "on", "") or p.admits("event")):
        p.events.append(mention)
        p.reach = index + 1
        return index + 1
    if (role in ("at", "obj", "to") and mention.kind in ("place", "region")) or (role == "at" and mention.kind in PLACE_KINDS):
        if role != "obj" or p.admits("place"):
            listed, after = _listed(elements, index) if p.admits("place") else ([mention], index + 1)
            p.places.extend(listed)
            p.reach = after
            return after
    if (mention.kind == "state" and p.admits("place") or p.admits("site")) and role in ("obj", "to") and mention.kind in ("state", "org", "body", "site"):
        listed, after = _listed(elements, index)
        p.places.extend(m for m in listed if m.kind in PLACE_KINDS and (m.kind not in ("org", "body", "site") or p.admits("site")))
        p.reach = after
        return after
    if element.is_party and (p.admits(role) or role == "companion"):
        listed, after = _listed(elements, index)
        (p.companions if role == "companion" else p.objects).extend(listed)
        p.reach = after
        return after
    if mention.kind == "place":
        return index + 1
    return -1 if element.is_party and p.form != "noun" and role == "obj" else index + 1


def _listed(elements: list[Element], index: int) -> tuple[list[Mention], int]:
    """A coordination that begins at `index`: its members and the index after it.

    Those named after 'including' stand for the group before it.
    """
    members = list(elements[index].mentions)
    position = index + 1
    while True:
        ahead, replaces = _next_member(elements, position)
        if ahead < 0:
            return members, position
        if replaces and all(member.kind == "group" for member in members):
            members = []
        members.extend(elements[ahead].mentions)
        position = ahead + 1


AGAIN = ("with", "of", "by")  # a preposition that a list repeats: 'avec X et avec Y'
BETWEEN_MEMBERS = ("det", "also", "aux", "others", "each")


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
        if element.has("including"):
            joined = replaces = True
        elif element.has("comma") or element.has("and") or element.has("semicolon"):
            joined = True
        elif not (any(element.has(c) for c in BETWEEN_MEMBERS) or (element.role in AGAIN and joined)):
            break
        ahead += 1
    if not joined or ahead >= len(elements) or not (elements[ahead].is_party or elements[ahead].is_kind("place", "region")):
        return -1, False
    return (-1, False) if _is_subject_of_verb(elements, ahead, position) else (ahead, replaces)


def _is_subject_of_verb(elements: list[Element], index: int, joint: int) -> bool:
    """Whether a party after 'and' opens a new clause ('…, and the Minister thanked …') instead of the list's end."""
    if index + 1 < len(elements) and elements[index + 1].has("finite"):
        return True
    after = next((e for e in elements[index + 1 : index + 4] if not (e.has("aux") or e.has("also"))), None)
    if after is None or not any(after.has(c) for c in ("say", "discuss", "planned")):
        return False
    return any(e.has("say") or e.has("trigger") or e.has("discuss") for e in elements[max(0, joint - 12) : joint]) is not False


def _look_left(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """Fill the subject, the cue and dates and places to the left; share the subject of a coordinated predicate."""
    if p.form == "noun" and p.subject:
        return
    if p.form == "verb" and before and elements[p.index - 1].role == "to":
        _govern(p, before[-1])
    told = antecedent(elements, p.index, p.entry) if p.sort == "trigger" else []
    if told:
        (p.events if told[0].kind == "event" else p.subject).extend(told)
        return
    index = p.index - 1
    cued = True
    while index >= 0:
        element = elements[index]
        if before and index < before[-1].reach:
            _share(elements, p, before[-1])
            return
        if before and p.form == "verb" and (element.has("and") or element.has("comma")) and _near(elements, index, p.index):
            _share(elements, p, before[-1])
            return
        if cued:
            _cue(element, p, index)
        if p.form == "noun" and element.role:  # 'is to return after a visit': the modal is not the visit's
            cued = False
        if element.has("each"):
            p.each = True
        elif element.has("together"):
            p.together = True
        elif element.has("light") and p.index - index <= LIGHT_REACH:
            p.light = True
            joint = index - 1
            while joint > 0 and (elements[joint].has("aux") or elements[joint].has("also")):
                joint -= 1
            if before and p.form == "noun" and joint > 0 and (elements[joint].has("and") or elements[joint].has("comma")):
                _share(elements, p, before[-1])
                return
        elif element.has("adjunct"):
            p.adjunct = True
        elif element.has("nest"):
            p.nested = True
            if p.form == "noun":
                _speaker_before(elements, p, index)
                return
        elif element.pronoun:
            p.pronoun = element.pronoun
            if p.form == "verb" and not p.objects:
                p.objects = relative_object(elements, index)
            return
        elif p.form == "verb" and not p.objects and is_clitic(elements, index, p.index):
            p.object_pronoun = "he"
        elif element.has("det") or element.has("poss"):
            p.definite = p.definite or index >= p.index - 4
            if element.has("posspron") and p.form == "noun" and not p.pronoun and element.item is not None:
                p.pronoun = element.item.get("posspron", "who")
        elif element.is_kind("date"):
            p.dates.append(element.mentions[0])
        elif element.has("stop") or element.has("semicolon"):
            return
        elif element.has("cut"):
            earlier = index - 1
            if earlier >= 0 and elements[earlier].has("comma"):
                earlier -= 1
            if earlier >= 0 and elements[earlier].is_kind("event") and not p.events:
                p.events = list(elements[earlier].mentions)
            elif earlier >= 0 and elements[earlier].is_party:
                p.subject = list(elements[earlier].mentions)
            elif earlier >= 0 and elements[earlier].pronoun:
                p.pronoun = elements[earlier].pronoun
            return
        elif element.mentions:
            index = _left_mentions(elements, p, index)
            if index < 0:
                _cue_of_possessor(elements, p)
                return
            continue
        elif element.has("low") or element.has("cap"):
            if p.index - index > REACH * 2:
                return
        index -= 1


def _speaker_before(elements: list[Element], p: Predicate, nest: int) -> None:
    """'This was conveyed by the Envoy during a meeting with the Minister': the person named last before 'during'."""
    if any(entry.get("rel") for entry in elements[nest].entries("nest")):
        before = next((e for e in reversed(elements[:nest]) if not e.has("comma")), None)
        p.subject = list(before.mentions) if before is not None and before.is_party else []
        p.pronoun = "" if p.subject else p.pronoun
    elif p.objects and not p.pronoun:
        people = (e.mentions for e in reversed(elements[:nest]) if e.is_kind("person"))
        p.subject = list(next(people, ()))


def _cue_of_possessor(elements: list[Element], p: Predicate) -> None:
    """'follows the President's visit': what stands before the possessor still says that the visit is past."""
    if p.form != "noun" or p.cue or not p.subject:
        return
    first = next((n for n in range(p.index, -1, -1) if p.subject[0] in elements[n].mentions), 0)
    for element in reversed(elements[max(0, first - 4) : first]):
        if any(element.has(c) for c in ("stop", "semicolon", "cut")):
            return
        if element.has("earlier") or element.has("recall"):
            p.cue = "earlier"
            return


def _left_mentions(elements: list[Element], p: Predicate, index: int) -> int:
    """A mention to the left: subject (−1: done), companion, place, or governed by a preposition (the index before it)."""
    first = index
    members = list(elements[index].mentions)
    while True:
        ahead = first - 1
        joined = False
        while ahead >= 0 and (elements[ahead].has("comma") or elements[ahead].has("and") or elements[ahead].has("det")):
            joined = joined or not elements[ahead].has("det")
            ahead -= 1
        if not joined or ahead < 0 or not elements[ahead].is_party:
            break
        members = [*elements[ahead].mentions, *members]
        first = ahead
    ahead = first - 1
    while ahead >= 0 and (elements[ahead].has("det") or elements[ahead].has("postmod")):
        ahead -= 1
    governor = elements[ahead] if ahead >= 0 else None
    if governor is not None and first < index and (governor.role or governor.has("nest") or governor.has("nestplace")):
        comma = next((n for n in range(index - 1, first, -1) if elements[n].has("comma")), -1)
        if comma >= 0:  # 'While in Chad, the Minister met': what the preposition governs ends at the comma
            members = [m for e in elements[comma:] [: index + 1 - comma] for m in e.mentions]
            governor = None
    if governor is not None and governor.has("companion"):
        p.companions.extend(m for m in members if m.is_party)
        return ahead - 1
    if governor is not None and governor.role:
        kind = members[0].kind
        if governor.role == "at" and kind in ("place", "state", "region"):
            p.places.append(members[0])
        elif kind == "event":
            p.events.append(members[0])
        elif governor.role == "with" and members[0].is_party:
            (p.objects if p.entry.get("order") == "object-first" else p.companions).extend(m for m in members if m.is_party)
        return ahead - 1
    if members[0].kind == "event" and p.kind == "conference":
        p.events.append(members[0])
        return ahead
    if members[0].kind == "place" and p.kind == "conference" and governor is None:  # 'Lima hosted the 3rd Forum'
        p.places.append(members[0])
        return -1
    parties = [m for m in members if m.is_party]
    if parties:
        p.subject = parties
        if p.form == "passive" and not p.objects:
            p.reach = max(p.reach, p.index)
        return -1
    return ahead


def _cue(element: Element, p: Predicate, index: int) -> None:
    """The nearest cue to the left holds; a negation outweighs what is nearer."""
    for cue in CUES:
        told = element.has(cue) or (cue == "planned" and any(e.get("tense") == "future" for e in element.entries("light")))
        if (told or (cue == "earlier" and element.has("recall"))) and (not p.cue or cue == "negated") and element.item is not None:
            if cue == "earlier" and p.form == "verb" and not element.has("planned"):
                continue
            p.cue, p.cue_index = cue, index
            return


def _govern(p: Predicate, previous: Predicate) -> None:
    """An infinitive: 'will travel to attend' is planned, 'invited her to visit' only wished for."""
    p.governor = previous
    if previous.sort == "say":
        p.cue = "hypothetical"
    elif previous.cue != "earlier":
        p.cue = previous.cue


def _near(elements: list[Element], index: int, verb: int) -> bool:
    """Whether only adverbs and the like stand between a joint and the verb: 'and also visited'."""
    return all(e.item is not None and not e.has("cap") for e in elements[index + 1 : verb])


def _share(elements: list[Element], p: Predicate, previous: Predicate) -> None:
    """Take the subject of the predicate to the left, or its object for a passive infinitive; remember what governs."""
    p.governor = previous
    p.coordinated = any(e.has("and") or e.has("comma") or e.has("semicolon") for e in elements[max(previous.reach, p.index - 3) : p.index])
    between = elements[previous.reach : p.index]
    coordinated = any(e.has("and") or e.has("comma") for e in between)
    if not p.subject and not p.pronoun:
        p.subject, p.pronoun = previous.subject, previous.pronoun
        p.companions = p.companions or previous.companions
    if not p.cue and (coordinated or previous.sort == "trigger"):
        p.cue = previous.cue if previous.cue != "earlier" else ""
