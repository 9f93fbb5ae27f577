"""What stands to the left of a predicate: its subject and the cue that it is under.

The nearest list of parties that no preposition governs is the subject; a coordinated predicate shares the subject of
the one before it.
"""

from __future__ import annotations

from dragoman.reading.clauses.arguments import (
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
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.objects import REACH
from dragoman.reading.clauses.predicate import Cue, Predicate
from dragoman.reading.mentions.mention import Mention

DATELINE_REACH = 8  # elements in which the agency of a dateline stands
LIGHT_REACH = 8  # elements that a light verb may stand before its noun
CUES: tuple[Cue, ...] = ("negated", "hypothetical", "planned", "earlier")


def look_left(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """Fill the subject, the cue and dates and places to the left; share the subject of a coordinated predicate."""
    if p.form == "noun" and p.subject:
        _cue_before(elements, p, p.index)
        return
    if p.form == "verb" and (comer := comes_to(elements, p.index, p.entry)):
        p.subject, p.governor, p.infinitive = comer, before[-1] if before else None, True
        return
    if p.form == "verb" and before and leads_infinitive(elements, p.index, p.entry):
        if _is_beside(elements, p):
            _join(p, before)
            return
        _govern(p, before[-1])
    if p.kind == "signing" and not before and leads_infinitive(elements, p.index, p.entry):
        p.cue = "hypothetical"  # 'le désir de | signer un accord'
        return
    told = antecedent(elements, p.index, p.entry) if p.sort == "trigger" else []
    if told:
        where = next(n for n in range(p.index, -1, -1) if told[0] in elements[n].mentions)
        p.nested = any(e.has("nest") for e in elements[max(0, where - 3) : where])
        _cue_before(elements, p, p.index)
        (p.events if told[0].kind == "event" else p.subject).extend(told)
        return
    if p.form == "verb" and p.sort == "say" and (told_more := _before_relative(elements, p)):
        p.subject = told_more
        return
    index = p.index - 1
    cued = True
    while index >= 0:
        element = elements[index]
        if before and index < before[-1].reach:
            event = _aside_on_event(elements, before[-1])
            if event >= 0:
                p.events, index, before = list(elements[event].mentions), event - 1, before[:-1]
                continue
            _share(elements, p, before[-1])
            if p.form == "verb" and index == before[-1].index and element.has("planned"):  # 'look forward to | meeting'
                p.cue = "planned"
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
            and _near(elements, index, p.index)
            and not _after_subject(elements, index, before[-1])
        ):
            _share(elements, p, _main(before) if p.sort == "say" and not p.entry.get("mood") else before[-1])
            return
        if cued:
            _cue(element, p, index)
        if p.form == "noun" and element.role not in ("", "for"):  # 'is to return after a visit': the modal is not its
            cued = False
        if element.has("remote") and p.form == "verb" and p.index - index < 3:  # 'virtually | met with'
            p.remote = True
        if element.has("each"):
            p.each = True
        elif element.has("together"):
            p.together = True
        elif element.has("light") and p.index - index <= LIGHT_REACH:
            p.light = True
            if before and p.form == "noun" and _is_joined(elements, index, before[-1]):
                _share(elements, p, before[-1])
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
            _cue_before(elements, p, index)
            _day_before(elements, p, index)
            if p.form == "verb" and not p.objects:
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
            p.dates.append(element.mentions[0])
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
        elif element.mentions:
            index = _left_mentions(elements, p, index)
            if index < 0:
                _part_from_addressee(elements, p, before)
                _recall(p, before)
                _cue_of_possessor(elements, p)
                return
            continue
        elif (element.has("low") or element.has("cap")) and p.index - index > REACH * 2:
            return
        index -= 1


def _day_before(elements: list[Element], p: Predicate, pronoun: int) -> None:
    """'held talks on Monday, and | on Friday | she visited': the day told between two clauses is the second's."""
    day = pronoun - 1 - elements[pronoun - 1].has("comma")
    if p.dates or day < 2 or not elements[day].is_kind("date"):
        return
    opener = elements[day - 1 - bool(elements[day - 1].role)]
    if opener.has("and") or opener.has("semicolon"):
        p.dates.append(elements[day].mentions[0])


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


def _beside_subject(elements: list[Element], p: Predicate) -> list[Mention]:
    """'A, accompanied by B, | opened the school': those named before the verb; who was only there stands after it."""
    return [m for m in p.companions if m.end <= elements[p.index].start]


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


def _recall(p: Predicate, before: list[Predicate]) -> None:
    """'praised the Minister's visit to Chad': a journey that is spoken well of has been made."""
    praising = before and before[-1].sort == "say" and before[-1].form == "verb" and not before[-1].cue
    if praising and p.form == "noun" and p.kind == "visit" and not p.cue and p.definite and p.subject and p.places:
        p.cue = "earlier"


def _cue_of_possessor(elements: list[Element], p: Predicate) -> None:
    """'follows the President's visit': what stands before the possessor still says that the visit is past."""
    if not p.subject:
        return
    _cue_before(elements, p, next((n for n in range(p.index, -1, -1) if p.subject[0] in elements[n].mentions), 0))


def _cue_before(elements: list[Element], p: Predicate, first: int) -> None:
    """Whether what stands before an element says that a noun's occasion is past, or to come ('preparations for')."""
    if p.form != "noun" or p.cue:
        return
    for element in reversed(elements[max(0, first - 4) : first]):
        if any(element.has(c) for c in ("stop", "semicolon", "cut")):
            return
        if element.has("earlier") or element.has("recall"):
            p.cue = "earlier"
            return
        if element.has("upcoming") and not element.has("planned"):
            p.cue = "planned"
            return


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


def _is_article(element: Element) -> bool:
    """An article that is no preposition too ('des')."""
    return element.has("det") and not element.role


def _listed_group(elements: list[Element], including: int) -> int:
    """The element of the group that those after 'including' stand for; 0 if none does."""
    before = including - 1
    while before > 0 and (elements[before].has("comma") or elements[before].has("also")):
        before -= 1
    return before if elements[before].is_kind("group") else 0


def _left_mentions(elements: list[Element], p: Predicate, index: int) -> int:
    """A mention to the left: subject (−1: done), companion, place, or governed by a preposition (the index before
    it).
    """
    first = index
    members = list(elements[index].mentions)
    while True:
        ahead = first - 1
        joined = False
        while ahead >= 0 and (
            elements[ahead].has("comma") or elements[ahead].has("and") or _is_article(elements[ahead])
        ):
            joined = joined or not _is_article(elements[ahead])
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
    governor = elements[ahead] if ahead >= 0 else None
    opens = ahead == 0 and governor is not None and (governor.has("companion") or governor.has("opener"))
    if (
        governor is not None
        and first < index
        and (opens or governor.role or governor.has("nest") or governor.has("nestplace"))
    ):
        comma = next((n for n in range(index - 1, first, -1) if elements[n].has("comma")), -1)
        if comma >= 0:  # 'While in Chad, the Minister met': what the preposition governs ends at the comma
            members = [m for e in elements[comma:][: index + 1 - comma] for m in e.mentions]
            governor = None
    if (
        governor is not None
        and governor.has("members")
        and ahead > 0
        and elements[ahead - 1 - elements[ahead - 1].has("comma")].is_kind("group")
    ):
        p.subject = [m for e in elements[ahead : p.index] for m in e.mentions if m.is_party]
        return -1  # 'une délégation, composée de A et de B, | a été reçue'
    if governor is not None and governor.has("companion"):
        p.companions.extend(m for m in members if m.is_party)
        return ahead - 1
    if governor is not None and governor.has("nest") and _owns(elements, p, index):
        p.subject, p.nested = members, True  # 'ahead of the President's | meeting | with the King'
        return -1
    if governor is not None and governor.role:
        kind = members[0].kind
        if p.form == "noun" and governor.role == "before" and p.admits("before") and members[0].is_party:
            p.objects.extend(m for m in members if m.is_party)  # 'a donné | devant les élèves | une conférence'
        elif governor.role == "at" and kind in ("place", "state", "region"):
            if not (p.form == "noun" and any(e.has("homeward") for e in elements[max(0, ahead - 6) : ahead])):
                p.places.append(members[0])
        elif kind == "event":
            p.events.append(members[0])
        elif governor.role == "with" and members[0].is_party:
            (p.objects if p.entry.get("order") == "object-first" else p.companions).extend(
                m for m in members if m.is_party
            )
        return ahead - 1
    if members[0].kind == "event" and p.kind == "conference":
        p.events.append(members[0])
        return ahead
    if members[0].kind == "place" and p.kind == "conference":  # 'Lima hosted the 3rd Forum'
        p.places.append(members[0])
        return -1
    parties = [m for m in members if m.is_party]
    if parties and first == index and _and_their_own(elements, index):
        p.pronoun = "they"
        return -1
    if parties:
        p.subject = parties
        if governor is not None and governor.has("negated"):  # 'No minister had been received by …'
            p.cue = "negated"
        if p.form == "passive" and not p.objects:
            p.reach = max(p.reach, p.index)
        return -1
    return ahead


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


def _cue(element: Element, p: Predicate, index: int) -> None:
    """The nearest cue to the left holds; a negation outweighs what is nearer."""
    for cue in CUES:
        told = element.has(cue) or (
            cue == "planned" and any(e.get("tense") == "future" for e in element.entries("light"))
        )
        if cue == "hypothetical" and p.entry.get("mood") == "base" and element.has("modal"):
            told = told or not element.has("planned")  # 'est prête à | signer'
        if (
            (told or (cue == "earlier" and element.has("recall")))
            and (not p.cue or cue == "negated")
            and element.item is not None
        ):
            if cue == "earlier" and p.form == "verb" and not (element.has("planned") or _is_pluperfect(element, p)):
                continue
            p.cue, p.cue_index = cue, index
            return


def _is_pluperfect(element: Element, p: Predicate) -> bool:
    """'s'étaient déjà | rencontrés': what had happened before, whatever stands between."""
    told = any(entry.get("tense") == "pluperfect" for entry in element.entries("earlier"))
    return told and p.sort == "trigger" and bool(p.entry.get("participle"))


def _govern(p: Predicate, previous: Predicate) -> None:
    """An infinitive: 'will travel to attend' is planned, 'invited her to visit' only wished for."""
    p.governor, p.infinitive = previous, True
    if previous.sort == "say":
        p.cue = "hypothetical"
    elif previous.cue != "earlier" or previous.form == "noun":
        p.cue = previous.cue


def _is_beside(elements: list[Element], p: Predicate) -> bool:
    """'…, avant de s'entretenir': an infinitive that tells what else was done."""
    first = p.index - 1
    while first > 0 and (elements[first].has("aux") or elements[first].has("also")):
        first -= 1
    return p.sort == "trigger" and elements[first].has("adjunct")


def _join(p: Predicate, before: list[Predicate]) -> None:
    """Take the subject of the clause's main verb, past the relative clauses that stand between."""
    main = next(
        (q for q in reversed(before) if q.sort == "trigger" and q.form != "noun" and (q.subject or q.pronoun)),
        before[-1],
    )
    p.governor, p.coordinated, p.cue = main, True, main.cue if main.cue != "earlier" else ""
    p.subject, p.pronoun, p.companions = main.subject, main.pronoun, p.companions or main.companions


def _after_subject(elements: list[Element], comma: int, previous: Predicate) -> bool:
    """Whether a comma only closes what stands beside a new subject: 'held on Monday, the Minister, Ana Quispe, |
    met', 'praised the fund; the Envoy, Ana Quispe, | announced'.
    """
    named = elements[comma].has("comma") and comma - 1 >= previous.reach and elements[comma - 1].is_kind("person")
    return named and (not previous.subject or _opens_anew(elements, comma - 1) or _is_apposition(elements[comma - 1]))


def _is_apposition(element: Element) -> bool:
    """'and Ana Quispe, Special Envoy, | convened': a name with its office after it, which a comma closes."""
    mention = element.mentions[0]
    return mention.name is not None and mention.post is not None and mention.name[1] <= mention.post[0]


def _opens_anew(elements: list[Element], subject: int) -> bool:
    """Whether a party stands right after a semicolon or a word that sets it against what was said before."""
    opening = next((e for e in reversed(elements[:subject]) if not (e.has("det") or e.has("hon"))), None)
    return opening is not None and (opening.has("semicolon") or opening.has("contrast"))


def _is_joined(elements: list[Element], index: int, previous: Predicate) -> bool:
    """Whether a light verb is joined to the clause before: '…, and then held | talks'."""
    index -= 1
    while index > 0 and (elements[index].has("aux") or elements[index].has("also")):
        index -= 1
    joint = index > 0 and (elements[index].has("and") or elements[index].has("comma"))
    return joint and not _after_subject(elements, index, previous)


def _main(before: list[Predicate]) -> Predicate:
    """The finite verb that a finite verb is joined to: 'praised her visit to open the Fair and | thanked'."""
    last = before[-1]
    if not last.infinitive or last.governor is None or last.governor.form != "noun":
        return last
    return next((q for q in reversed(before) if not q.infinitive and q.form == "verb"), last)


def _near(elements: list[Element], index: int, verb: int) -> bool:
    """Whether only adverbs and the like stand between a joint and the verb: 'and also visited'."""
    return all(e.item is not None and not e.has("cap") for e in elements[index + 1 : verb])


def _share(elements: list[Element], p: Predicate, previous: Predicate) -> None:
    """Take the subject of the predicate to the left, or its object for a passive infinitive; remember what governs."""
    p.governor = previous
    p.coordinated = any(
        e.has("and") or e.has("comma") or e.has("semicolon")
        for e in elements[max(previous.reach, p.index - 3) : p.index]
    )
    between = elements[previous.reach : p.index]
    coordinated = any(e.has("and") or e.has("comma") for e in between)
    if not p.subject and not p.pronoun:
        p.subject, p.pronoun = previous.subject, previous.pronoun
        p.companions = p.companions or _beside_subject(elements, previous)
    if not p.cue and (coordinated or previous.sort == "trigger"):
        nouns = coordinated and p.form == previous.form == "noun"
        p.cue = previous.cue if previous.cue != "earlier" or nouns else ""
