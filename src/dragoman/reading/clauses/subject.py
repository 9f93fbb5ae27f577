"""What stands to the left of a predicate: its subject and the cue that it is under.

The nearest list of parties that no preposition governs is the subject; a coordinated predicate shares the subject of
the one before it.
"""

from __future__ import annotations

from dragoman.reading.clauses.arguments import (
    REACH,
    antecedent,
    both_told,
    comes_to,
    fronted_partner,
    is_clitic,
    is_parenthetical,
    latter,
    leads_infinitive,
    relative_object,
)
from dragoman.reading.clauses.aside import before_adverbial
from dragoman.reading.clauses.cues import cue_before, cue_of_possessor, recall, take_cue, wish
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.preceding import left_mentions
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.sharing import (
    after_subject,
    goes_on_with,
    govern,
    is_beside,
    join,
    main_verb,
    near,
    purpose_of,
    share,
    take_fellows,
    take_setting,
)
from dragoman.reading.mentions.mention import Mention

DATELINE_REACH = 8  # elements in which the agency of a dateline stands
GIVEN = ("for", "to")  # before somebody who is asked to do something
LIGHT_REACH = 12  # elements that a light verb may stand before its noun


def look_left(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """Fill the subject, the cue and dates and places to the left; share the subject of a coordinated predicate."""
    if p.form == "noun" and p.subject:
        cue_before(elements, p, p.index)
        return
    if p.form == "verb" and (comer := comes_to(elements, p.index, p.entry)):
        p.subject, p.governor, p.infinitive = comer, before[-1] if before else None, True
        return
    if p.form == "verb" and before and leads_infinitive(elements, p.index, p.entry):
        if is_beside(elements, p):
            join(p, before)
            return
        govern(p, purpose_of(elements, p, before[-1]))
    elif p.form == "verb" and p.sort == "trigger" and _is_for_somebody_to(elements, p.index):
        p.cue = "hypothetical"
    if p.kind == "signing" and not before and leads_infinitive(elements, p.index, p.entry):
        p.cue = "hypothetical"  # 'le désir de | signer un accord'
        return
    goes_on = bool(before) and _is_bare_participle(elements, p, before[-1])
    told = antecedent(elements, p.index, p.entry) if p.sort == "trigger" and not goes_on else []
    if told:
        where = next(n for n in range(p.index, -1, -1) if told[0] in elements[n].mentions)
        p.nested = any(e.has("nest") for e in elements[max(0, where - 3) : where])
        cue_before(elements, p, p.index)
        (p.events if told[0].kind == "event" else p.subject).extend(told)
        return
    if p.form == "verb" and p.sort == "say" and (told_more := _before_relative(elements, p)):
        p.subject = told_more
        return
    index = p.index - 1
    journey = p.governor if p.infinitive else None
    cued = journey is None or journey.kind != "visit"  # 'flew to Lima | so as to | attend': what it was for was done
    while index >= 0:
        element = elements[index]
        opening = before_adverbial(elements, index) if p.sort == "trigger" else index
        if opening < index:  # 'a reçu, | à l'occasion de la fête, | un message'
            before = [q for q in before if q.index < opening]
            index = opening - 1
            continue
        if before and index < before[-1].reach:
            event = _aside_on_event(elements, before[-1])
            if event >= 0:
                p.events, index, before = list(elements[event].mentions), event - 1, before[:-1]
                continue
            share(elements, p, before[-1])
            take_setting(elements, p, before[-1])
            take_fellows(elements, p, before[-1])
            if (p.form == "verb" or p.definite) and index == before[-1].index and element.has("planned"):
                p.cue = "planned"  # 'look forward to | meeting', 'look forward to the | meeting'
            return
        if element.has("close") and index < DATELINE_REACH and elements[0].is_kind("place", "state"):  # 'LIMA (AFP) –'
            index = next((n for n in range(index, -1, -1) if elements[n].has("open")), index) - 1
            continue
        if is_parenthetical(elements, index):  # '… a | , pour sa part, | demandé'
            index = is_parenthetical(elements, index) - 1
            continue
        if (
            before
            and p.form == "verb"
            and (element.has("and") or element.has("comma"))
            and near(elements, index, p.index)
            and (goes_on or not after_subject(elements, index, before[-1]))
        ):
            share(elements, p, main_verb(before) if p.sort == "say" and not p.entry.get("mood") else before[-1])
            return
        if cued:
            take_cue(element, p, index)
        infinitive = element.role == "to" and bool(elements[index + 1].verbs())  # 'is to | attend | a dinner'
        if (
            p.form == "noun" and element.role not in ("", "for") and not (infinitive or _is_partitive(elements, index))
        ):  # 'is to return after a visit': the modal is not its
            cued = False
        near_by = 3 if p.form == "verb" else 5  # 'virtually | met with', 'a tenu, | en ligne, | une réunion'
        if element.has("remote") and p.index - index < near_by:
            p.remote = True
        if element.has("each"):
            p.each = True
        elif element.has("together"):
            p.together = True
        elif element.has("light") and p.index - index <= LIGHT_REACH:
            p.light = True
            p.receives = p.receives or any(entry.get("host") for entry in element.entries("light"))
            if before and p.form == "noun" and goes_on_with(elements, index, before[-1]):
                share(elements, p, before[-1])
                return
        elif element.has("adjunct"):
            p.adjunct = True
        elif element.has("nest"):
            p.nested = True
            p.followed = p.followed or any(entry.get("then") for entry in element.entries("nest"))
            if p.form == "noun":
                _speaker_before(elements, p, index)
                return
        elif element.pronoun and not _is_article_here(elements, index, p.index):
            p.pronoun, p.gender = element.pronoun, element.gender
            cue_before(elements, p, index)
            _day_before(elements, p, index)
            if (p.form == "verb" or p.light) and not p.objects:
                p.objects = relative_object(elements, index) or (
                    fronted_partner(elements, index) if p.admits("with") else []
                )
            return
        elif p.form == "verb" and not p.objects and is_clitic(elements, index, p.index):
            p.object_pronoun = "he"
        elif element.has("det") or element.has("poss"):
            p.definite = p.definite or index >= p.index - 4
            if element.item is not None and element.item.get("posspron", "who") == "latter" and p.form == "noun":
                p.subject = latter(elements, index)
                return
            if element.has("posspron") and p.form == "noun" and not p.pronoun and element.item is not None:
                p.pronoun = element.item.get("posspron", "who")
        elif element.is_kind("date"):
            if not (p.dates and p.form == "noun" and index and elements[index - 1].has("upcoming")):
                p.dates.append(element.mentions[0])  # not 'prévue | le 20 mai, la visite a été reportée au 3 juin'
        elif element.has("stop") or element.has("semicolon"):
            return
        elif element.has("cut"):
            earlier = index - 1
            if earlier >= 0 and elements[earlier].has("comma"):
                earlier -= 1
            if earlier >= 0 and elements[earlier].is_kind("event") and not p.events:
                p.events = list(elements[earlier].mentions)
            elif p.entry.get("opens") and not p.events and (held := latest_event(elements, earlier)):
                p.events = held
            elif earlier >= 0 and elements[earlier].is_party and not (element.has("whom") and p.form == "passive"):
                p.subject = both_told(elements, earlier) if earlier < index - 1 else list(elements[earlier].mentions)
            elif earlier >= 0 and elements[earlier].pronoun:
                p.pronoun = elements[earlier].pronoun
            return
        elif element.is_kind("group") and p.pronoun == "he" and p.form == "noun" and _told_by(before, index):
            share(elements, p, before[-1])  # 'The President briefed | leaders | on his call with'
            return
        elif element.mentions:
            index = left_mentions(elements, p, index)
            if index < 0:
                _day_before(elements, p, _first_named(elements, p))
                _pronoun_beside(elements, p)
                _part_from_addressee(elements, p, before)
                wish(elements, p, before)
                cue_of_possessor(elements, p)
                recall(elements, p, before)
                return
            continue
        elif (element.has("low") or element.has("cap")) and p.index - index > REACH * 2:
            return
        index -= 1


def _told_by(before: list[Predicate], index: int) -> bool:
    """Whether somebody is spoken to: named after the verb of saying that comes last before."""
    return bool(before) and before[-1].sort == "say" and before[-1].index == index - 1


def _is_partitive(elements: list[Element], index: int) -> bool:
    """'aura mardi | des | entretiens': an article, whatever else it may be, after the verb whose object it opens."""
    verb = index - 1
    while verb > 0 and (elements[verb].is_kind("date") or elements[verb].has("comma") or elements[verb].has("also")):
        verb -= 1
    return elements[index].role == "of" and verb >= 0 and elements[verb].has("light")


def _is_bare_participle(elements: list[Element], p: Predicate, previous: Predicate) -> bool:
    """'a rencontré le Président, | inauguré | le lycée': the auxiliary of the verb before holds, and so its subject."""
    bare = bool(p.entry.get("participle")) and not any(e.has("aux") for e in elements[p.index - 1 : p.index])
    thing = elements[p.index + 1 : p.index + 2]
    bare = bare and bool(thing) and thing[0].has("det") and not thing[0].role
    return bare and bool(previous.entry.get("participle")) and previous.form == p.form == "verb" and previous.light


def _is_for_somebody_to(elements: list[Element], verb: int) -> bool:
    """'an invitation for the President to | visit Chad', 'Invitation extended to her colleague to | visit'."""
    if verb < 3 or elements[verb - 1].role != "to" or not elements[verb - 2].is_party:
        return False
    before = [e for e in elements[max(0, verb - 5) : verb - 2] if not (e.has("det") or e.has("hon"))]
    return any(e.has("inviting") for e in before) or (bool(before) and before[-1].role in GIVEN)


def _day_before(elements: list[Element], p: Predicate, pronoun: int) -> None:
    """'held talks on Monday, and | on Friday | she visited': the day told between two clauses is the second's."""
    day = pronoun - 1 - elements[pronoun - 1].has("comma")
    if p.dates or day < 2 or not elements[day].is_kind("date"):
        return
    opener = elements[day - 1 - bool(elements[day - 1].role)]
    if opener.has("and") or opener.has("semicolon"):
        p.dates.append(elements[day].mentions[0])


def _pronoun_beside(elements: list[Element], p: Predicate) -> None:
    """'In Lima, | she | and | the President will meet': who a pronoun means before those named as the subject."""
    joint = _first_named(elements, p) - 1
    beside = joint > 0 and elements[joint].has("and") and elements[joint - 1].pronoun == "he"
    if beside and p.sort != "say":
        told = [m for e in elements[: joint - 1] for m in e.mentions if m.kind == "person"]
        named = told[0] if told and told[0].name else None
        p.with_pronoun, p.gender = named is None, elements[joint - 1].gender
        p.subject = p.subject if named is None or named in p.subject else [named, *p.subject]


def _first_named(elements: list[Element], p: Predicate) -> int:
    """Where the subject of a verb begins, its article too; 0 for a noun, or where none is told."""
    first = next((n for n, e in enumerate(elements[: p.index]) if p.subject and p.subject[0] in e.mentions), 0)
    while first > 0 and (elements[first - 1].has("det") or elements[first - 1].has("hon")):
        first -= 1
    return first if p.form == "verb" else 0


def _before_relative(elements: list[Element], p: Predicate) -> list[Mention]:
    """'Ana Quispe, | who heads the delegation, | said': of whom a relative clause between commas tells more."""
    index = p.index - 1
    while index > 0 and (elements[index].has("aux") or elements[index].has("also")):
        index -= 1
    if index < 1 or not elements[index].has("comma"):
        return []
    comma = next((n for n in range(index - 1, 0, -1) if elements[n].has("comma")), 0)
    opens = comma > 0 and elements[comma + 1].has("relative") and elements[comma - 1].is_kind("person")
    return list(elements[comma - 1].mentions) if opens else []


def _aside_on_event(elements: list[Element], aside: Predicate) -> int:
    """The event that a participle with no subject tells more of ('du Forum, | réuni à Lima', 'the Forum, | held in
    Lima, was attended by'); −1 if there is none.
    """
    if not aside.events or aside.subject or aside.pronoun:
        return -1
    event = next((n for n in range(aside.index, -1, -1) if aside.events[0] in elements[n].mentions), -1)
    beside = event >= 0 and event == aside.index - 2 and elements[event + 1].has("comma")
    return event if beside or aside.entry.get("participle") else -1


def _is_article_here(elements: list[Element], index: int, verb: int) -> bool:
    """Whether a word that may be a pronoun stands before a noun: '| ce | déplacement pour rencontrer'."""
    element, after = elements[index], elements[index + 1]
    if not (element.has("det") and element.has("demonstrative")) or index + 1 >= verb:
        return index + 1 == verb and element.has("det") and bool(after.entries("trigger")) and not after.has("aux")
    return not (after.has("aux") or after.has("cut") or after.has("finite") or after.verbs())


def latest_event(elements: list[Element], last: int) -> list[Mention]:
    """'la 3e session du Conseil, consacrée à la jeunesse, | qui s'est tenue': what is told to have been held."""
    return next(
        (list(e.mentions) for e in reversed(elements[max(0, last - REACH) : last + 1]) if e.is_kind("event")), []
    )


def _speaker_before(elements: list[Element], p: Predicate, nest: int) -> None:
    """'This was conveyed by the Envoy during a meeting with the Minister': the person named last before 'during'."""
    if any(entry.get("rel") for entry in elements[nest].entries("nest")):
        before = next((e for e in reversed(elements[:nest]) if not e.has("comma")), None)
        p.subject = list(before.mentions) if before is not None and before.is_party else []
        p.pronoun = "" if p.subject else p.pronoun
    elif (p.objects or (p.kind == "visit" and p.places)) and not p.pronoun:
        people = (e.mentions for e in reversed(elements[:nest]) if e.is_kind("person"))
        p.subject = list(next(people, ()))


def _part_from_addressee(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """'thanked the Envoy, and the Minister noted', 'Welcoming the Envoy, the Minister noted': the Envoy is no
    subject.
    """
    if not before or len(p.subject) < 2 or not (before[-1].sort == "say" or p.subject[0] in before[-1].objects):
        return
    start = before[-1].index + 1
    first = next((n for n in range(start, p.index) if p.subject[0] in elements[n].mentions), -1)
    if first < 0 or not all(e.has("det") or e.has("hon") for e in elements[start:first]):
        return
    joints = [n for n in range(first + 1, p.index) if elements[n].has("and") or elements[n].has("comma")]
    if joints and (before[-1].entry.get("object") or elements[joints[-1]].has("comma")):
        p.subject = [m for e in elements[joints[-1] : p.index] for m in e.mentions if m in p.subject] or p.subject
