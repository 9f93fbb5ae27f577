"""Elements → predicates: who did what to whom, under which cue.

A word predicates if its frame fits what stands around it (`predicating.py`, `frames.py`); its arguments are then found
by order and preposition, to the right (`objects.py`) and to the left (`subject.py`).
"""

from __future__ import annotations

import itertools

from dragoman.reading.clauses.arguments import cleft_place, place_before
from dragoman.reading.clauses.beyond import companions_ahead, held_by
from dragoman.reading.clauses.cues import past_with, recall
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.gapping import gapped
from dragoman.reading.clauses.inversion import reporting
from dragoman.reading.clauses.objects import look_right
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.predicating import predicated
from dragoman.reading.clauses.subject import latest_event, look_left
from dragoman.reading.clauses.toured import toured_phrase
from dragoman.reading.mentions.mention import Mention

DASHES = ("-", "–", "—")
CLAUSE_REACH = 8  # elements of a relative clause before its verb
CLEFT_REACH = 8  # elements between what a cleft puts first and its verb
SETTING_ROLES = ("at", "on")  # of what tells where, and when
OPENING = 4  # elements in which a clause that opens a sentence names its occasion
DATELINE_REACH = 10  # elements in which the dash after a dateline stands


def predicates(elements: list[Element]) -> list[Predicate]:
    """The predicates of a sentence in order, with their arguments."""
    found: list[Predicate] = []
    for index, element in enumerate(elements):
        here = predicated(elements, index) if element.item is not None else []
        for p in here[:1]:
            look_right(elements, p)
            look_left(elements, p, found)
            past_with(elements, p, found)
            if p.form == "noun" and p.kind in ("visit", "meeting") and not p.places:
                there = place_before(elements, index)
                p.places = [m for m in there if m.kind == "place" or p.kind == "visit"]
            if p.closed:
                recall(elements, p, found)
            companions_ahead(elements, p)
            if p.sort == "trigger" and p.form == "verb" and not p.cue and _is_proposed(elements, p, found):
                p.cue = "hypothetical"
            if p.sort == "trigger" and not p.cue and _is_awaited(elements, p, found):
                p.cue = "planned"
            if awaited := _whom_awaited(elements, p, found):
                p.subject, p.pronoun, p.cue = awaited, "", "planned"
            _invert(elements, p)
            _share_partner(elements, p, found)
            p.places += toured_phrase(elements, p)
            if p.sort == "trigger" and not p.places:
                p.places = _place_of_clause(elements, p.index)
            if p.kind == "visit" and p.form == "verb" and not p.places:
                p.places = cleft_place(elements, p.index)
            p.remote = p.remote or _is_cleft_remote(elements, p.index) or (not found and _opens_remotely(elements))
            _spell_out(p)
            if p.entry.get("opens") and not (p.events or p.objects):
                named = any(q.form == "noun" and q.sort == "trigger" for q in found)
                p.events = [] if named else latest_event(elements, p.index)  # past what is told of it between commas
            if p.kind == "conference" and p.form == "verb" and not p.events and p.entry.get("joins") != "talks":
                p.events = _event_before(elements, p.index)
            held = p.form == "passive" and p.kind == "conference" and not (p.events or p.objects)
            if held and (past := _event_right_before(elements, p.index) or _event_past_aside(elements, p.index)):
                p.events, p.subject = past, []
            if p.form == "verb" and p.kind in ("conference", "address") and not p.events:
                p.events = _event_of_clause(elements, p)
            if p.kind == "conference" and p.events:
                p.objects += [m for m in held_by(elements, p) if m not in p.objects]
            if p.entry.get("who") and not p.reports:  # 'il a été décidé que'
                p.subject, p.pronoun = [], p.entry.get("who")
            if p.entry.get("light"):  # 'A discussion on trade took place between …': what is held is the noun
                nouns = [q for q in found if q.sort == "trigger" and q.form == "noun"]
                titled = next((q for q in nouns if q.kind == "signing"), None)  # 'of the Accord on Student | Exchange'
                nouns = [q for q in nouns if titled is None or not titled.index < q.index < titled.reach]
                noun = nouns[-1] if nouns else None
                if noun is not None:
                    p.governor, p.subject = noun, noun.subject
                    if not any(e.has("and") for e in elements[noun.index : p.index]):
                        p.coordinated = False  # 'The meeting, held in Lima, | was attended by'
                    _give_partners(elements, p, noun)
        for p in here[1:]:
            p.governor = here[0]
        found.extend(here)
        found.extend(then for p in here[:1] for then in gapped(elements, p))
    _join_company(found)
    _join_gathering(found)
    _join_purpose(elements, found)
    if found and not (found[-1].subject or found[-1].pronoun) and _is_before_subject(elements, found[-1]):
        found[-1].subject = _party_after_comma(elements, found[-1].reach)
    if found and found[0].form == "noun" and found[0].pronoun == "he" and _is_before_subject(elements, found[0]):
        found[0].subject = found[0].subject or _party_after_comma(
            elements, found[0].reach
        )  # 'After her talks with B, A'
    found = _without_ways(elements, found)
    for p, following in reversed(list(itertools.pairwise(found))):
        if not (p.subject or p.pronoun) and _is_before_subject(elements, p):
            p.subject = _party_after_comma(elements, p.reach)
            if not p.subject:
                p.subject, p.pronoun, p.gender = following.subject, following.pronoun, following.gender
        elif _is_whose(elements, p, following):
            p.subject, p.pronoun = following.subject, ""
        if (
            p.events and p.entry.get("participle") and following.cue == "planned"
        ):  # 'en marge du Forum, réuni en mai, il verra'
            p.cue = "planned"
    return found


def _without_ways(elements: list[Element], found: list[Predicate]) -> list[Predicate]:
    """'is expected | in Lima | to co-chair the session': a way is told only for what somebody will do there; whom one
    will meet in a clause of its own ('…, | where | he will meet A') is met on the journey."""
    kept: list[Predicate] = []
    for p, following in itertools.zip_longest(found, found[1:]):
        way = following is not None and p.sort == "trigger" == following.sort and bool(p.entry.get("way"))
        apart = following is not None and following.kind in ("meeting", "tour") and _parted(elements, p, following)
        nested = following is not None and following.form == "noun" and following.nested
        if not way or following is None or following.kind == "visit" or nested or apart:
            kept.append(p)
            continue
        following.subject = following.subject or p.subject
        following.pronoun = following.pronoun or ("" if following.subject else p.pronoun)
        following.places = following.places or p.places
        following.dates = following.dates or p.dates
        following.cue, following.governor = following.cue or "planned", None
    return kept


def _parted(elements: list[Element], way: Predicate, following: Predicate) -> bool:
    """Whether a journey and what is done there stand in two clauses, the second one opened by 'where'."""
    return bool(way.places) and any(e.has("where") for e in elements[way.index + 1 : following.index])


def _give_partners(elements: list[Element], verb: Predicate, noun: Predicate) -> None:
    """'A meeting | was held | on Monday with | the Envoy': those met are the noun's, told past its verb; so are
    those under whom it was held, where nobody else is told."""
    told = noun.definite or noun.objects or noun.subject or verb.objects
    if verb.companions and noun.kind == "meeting" and not told:
        noun.subject, noun.light, verb.subject = verb.companions, True, verb.companions
        noun.places = noun.places or verb.places
    if noun.objects or not verb.objects or not noun.admits("with"):
        return
    first = next(n for n in range(verb.index, len(elements)) if verb.objects[0] in elements[n].mentions)
    before = (e for e in reversed(elements[verb.index + 1 : first]) if e.role)
    if any(e.role == "with" for e in itertools.islice(before, 1)):
        noun.objects, verb.objects = verb.objects, []


def _is_proposed(elements: list[Element], p: Predicate, found: list[Predicate]) -> bool:
    """'suggested | that the two sides soon | sign': nothing but its subject stands between it and a proposal."""
    last = found[-1] if found else None
    if last is None or last.sort != "say" or last.entry.get("act") != "proposed" or last.form == "passive":
        return False
    between = elements[last.index + 1 : p.index]
    light = ("det", "hon", "cut", "also", "adjective", "demonym")
    told = sum(1 for e in between if not (e.mentions or e.pronoun or e.has_any(light)))
    joined = any(e.has("and") or e.has("comma") for e in between)
    return any(e.is_party or e.pronoun for e in between) and told < 2 and not joined


def _is_awaited(elements: list[Element], p: Predicate, found: list[Predicate]) -> bool:
    """'looks forward to | her | visit to Lima': a journey, told where or when, to which somebody looks forward."""
    last = found[-1] if found and p.form == "noun" and p.kind == "visit" and (p.places or p.dates) else None
    if last is None or last.sort != "say" or not elements[last.index].has("upcoming"):
        return False
    return all(e.has("posspron") or e.has("det") or e.has("adjective") for e in elements[last.index + 1 : p.index])


def _whom_awaited(elements: list[Element], p: Predicate, found: list[Predicate]) -> list[Mention]:
    """'looks forward to seeing the King | when | he | visits Lima': who is to come is whom somebody is to see."""
    last = found[-1] if found and p.kind == "visit" and p.form == "verb" and p.pronoun == "he" else None
    if last is None or last.sort != "trigger" or last.cue != "planned" or p.cue not in ("", "planned"):
        return []
    clause = elements[last.reach : p.index]
    opens = len(clause) > 1 and clause[0].has("when") and clause[1].pronoun == "he"
    return list(last.objects) if opens and len(last.objects) == 1 else []


def _event_before(elements: list[Element], index: int) -> list[Mention]:
    """'On the second day of the Forum, the Minister | spoke': the event that opens the sentence."""
    comma = next((n for n, e in enumerate(elements[:index]) if e.has("comma")), 0)
    opens = elements[0].role == "at" or elements[0].has("nest")
    found = next((e for e in elements[:comma] if e.is_kind("event")), None) if opens else None
    return list(found.mentions) if found is not None else []


def _place_of_clause(elements: list[Element], index: int) -> list[Mention]:
    """'left for Lima, | where she will | attend the Forum': the place that a relative clause tells more of."""
    for n in range(index - 1, max(0, index - CLAUSE_REACH), -1):
        if elements[n].has("where"):
            place = elements[n - 1 - elements[n - 1].has("comma")]
            return list(place.mentions) if place.is_kind("place", "state") else []
        if elements[n].verbs() or elements[n].has_any(("cut", "stop", "semicolon")):
            break
    return []


def _event_right_before(elements: list[Element], verb: int) -> list[Mention]:
    """'decided | the next Dialogue | would be held in Lima': the event that a clause without a conjunction tells of."""
    event = elements[verb - 1] if verb else None
    return list(event.mentions) if event is not None and event.is_kind("event") else []


def _event_past_aside(elements: list[Element], verb: int) -> list[Mention]:
    """'| The Forum |, organised by the two ministries, | will be held': the event that opens a sentence, an aside
    between commas before its verb."""
    event = next((n for n, e in enumerate(elements[:verb]) if e.mentions), verb)
    after = [e for e in elements[event + 1 : event + 3] if not e.has("quote")]
    aside = event < OPENING and bool(after) and after[0].has("comma") and elements[verb - 1].has("comma")
    return list(elements[event].mentions) if aside and elements[event].is_kind("event") else []


def _event_of_clause(elements: list[Element], p: Predicate) -> list[Mention]:
    """'the Forum, | at which the Minister | spoke', 'the session | which Peru | will host', 'the Forum in Lima, | where
    she | spoke': the event that a relative clause tells of."""
    first = next((n for n, e in enumerate(elements[: p.index]) if p.subject and p.subject[0] in e.mentions), 0)
    if p.pronoun and not p.subject:
        first = next((n for n in range(p.index - 1, 0, -1) if elements[n].pronoun), 0)
    first -= 1
    while first > 0 and (elements[first].has("det") or elements[first].has("hon")):
        first -= 1
    if first < 1 or not elements[first].has("cut"):
        return []
    before = [e for e in reversed(elements[:first]) if not (e.role in SETTING_ROLES or e.has("comma"))]
    if elements[first].has("there"):
        before = list(
            itertools.dropwhile(
                lambda e: e.is_kind("place", "date", "state") or e.has("planned") or e.has("beginning"), before
            )
        )
    return list(before[0].mentions) if before and before[0].is_kind("event") else []


def _is_before_subject(elements: list[Element], p: Predicate) -> bool:
    """'En saluant ce projet, le ministre …', 'Arrivé à Lima, il …', 'Après un dîner avec l'Envoyé, elle …'."""
    if p.form == "noun":
        opening = elements[: p.index] if p.index <= 3 else []
        light = all(e.role == "at" or e.has("det") or e.has("adjective") for e in opening)
        at = light and any(e.role == "at" for e in opening)
        if p.objects and (at or (p.index == 0 and p.kind == "letter")) and p.kind in ("call", "letter", "meeting"):
            return True  # 'In a telephone call with the Envoy, the Minister …', 'In a letter to the Envoy, …'
        there = at and p.kind in ("visit", "address")  # 'En visite à Lima, …', 'Dans un discours à Lima, …'
        fronted = p.nested and p.index <= 3  # 'During meetings with the Envoy, she …'
        return there or ((p.adjunct or fronted) and bool(p.objects))
    before = elements[p.index - 1]
    dash = (
        before.item is not None and before.item.text in DASHES and p.index < DATELINE_REACH
    )  # 'LIMA (AFP) – Received by'
    opens = p.index == 0 or before.has("semicolon") or dash
    after = p.index == 1 and before.has("adjunct")  # 'After | attending the Forum, the Minister …'
    return after or p.entry.get("mood") == "ing" or (opens and bool(p.entry.get("participle")))


def _join_company(found: list[Predicate]) -> None:
    """'A was joined by B | at the meeting with C': who joins somebody there meets whom he meets."""
    for joined, met in reversed(list(itertools.pairwise(found))):
        company = joined.entry.get("opens") and joined.form == "passive" and bool(joined.subject and joined.objects)
        there = met.form == "noun" and met.nested and bool(met.objects) and met.index <= joined.reach + 2
        if company and there and joined.kind == "meeting" and met.kind in ("meeting", "call"):
            met.subject, met.nested = [*joined.subject, *joined.objects], False
            found.remove(joined)


def _join_gathering(found: list[Predicate]) -> None:
    """'a working session | brought together | A and B': the occasion is the one that the noun names, the parties are
    the verb's."""
    for noun, verb in reversed(list(itertools.pairwise(found))):
        sides = verb.entry.get("order") == "sides" and verb.governor is noun and bool(verb.objects)
        bare = noun.form == "noun" and not (noun.subject or noun.objects or noun.nested or noun.cue)
        if sides and bare and noun.kind in ("meeting", "call") and noun.reach <= verb.index:
            noun.objects, noun.dates, noun.places = verb.objects, noun.dates or verb.dates, noun.places or verb.places
            noun.cue, noun.reach, noun.remote, noun.settled = verb.cue, verb.reach, verb.remote, bool(verb.dates)
            found.remove(verb)


def _join_purpose(elements: list[Element], found: list[Predicate]) -> None:
    """'met A | for | a working lunch with B': what they met for is no second occasion, and B is met at it."""
    for met, talks in reversed(list(itertools.pairwise(found))):
        verb = met.form == "verb" and met.kind == "meeting" and bool(met.objects)
        people = bool(talks.objects) and all(m.kind in ("person", "group") for m in talks.objects)
        if not (verb and people) or talks.form != "noun" or talks.kind != "meeting":
            continue
        between = [e for e in elements[met.reach : talks.index] if not e.has_any(("det", "adjective", "comma"))]
        if [e.role for e in between] == ["for"]:
            met.objects += [m for m in talks.objects if m not in met.objects]
            met.places, met.dates = met.places or talks.places, met.dates or talks.dates
            talks.objects, met.together = [], True


def _is_whose(elements: list[Element], p: Predicate, following: Predicate) -> bool:
    """'After her | talks | with the King, Minister A toured': a possessive that points to the subject to come."""
    opens = elements[0].has("adjunct") or elements[0].has("nest")
    own = opens and p.form == "noun" and p.index <= OPENING and any(e.has("posspron") for e in elements[1 : p.index])
    named = len(following.subject) == 1 and following.subject[0].kind == "person" and following.subject[0].name
    return own and bool(p.objects and named) and following.form != "noun" and p.pronoun == "he"


def _party_after_comma(elements: list[Element], index: int) -> list[Mention]:
    """'Arrivé hier à Lima, | le ministre a eu …', 'Noting this, | the Secretary and the Ministers | reaffirmed': who is
    named right after the opening clause."""
    comma = next((n for n in range(index, len(elements)) if elements[n].has("comma")), len(elements))
    first = next((n for n in range(comma + 1, len(elements)) if not _is_title(elements[n])), len(elements))
    if first == len(elements) or not elements[first].is_party:
        return []
    listed = itertools.takewhile(lambda e: e.is_party or e.has("and") or _is_title(e), elements[first:])
    return [m for e in listed for m in e.mentions]


def _is_title(element: Element) -> bool:
    """Whether it may stand before somebody's name: an article or a title of honour."""
    return element.has("det") or element.has("hon")


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
        weak = (e for e in elements[p.index].entries("say") if e.get("weak") and p.entry.get("object"))
        p.entry = next(weak, p.entry)  # '…, a assuré la ministre' addresses nobody


def _is_cleft_remote(elements: list[Element], index: int) -> bool:
    """'C'est | par téléphone | que le ministre s'est entretenu': how they spoke is put before the clause."""
    before = elements[max(0, index - CLEFT_REACH) : index]
    return any(a.has("remote") and b.has("that") for a, b in itertools.pairwise(before))


def _opens_remotely(elements: list[Element]) -> bool:
    """'By phone, | the Minister spoke with': how they spoke opens the sentence."""
    return len(elements) > 1 and elements[0].has("remote") and elements[1].has("comma")


def _share_partner(elements: list[Element], p: Predicate, found: list[Predicate]) -> None:
    """'had a meeting | and | a state luncheon | with the President': whom the second noun takes, the first has too."""
    before = found[-1] if found else None
    if before is None or not p.objects or not before.form == p.form == "noun" or before.objects:
        return
    between = elements[before.reach : p.index]
    joined = any(e.has("and") for e in between) and all(
        e.has_any(("and", "det", "adjective", "groupmod", "low")) for e in between
    )
    if joined and before.sort == p.sort == "trigger" and before.reach == before.index + 1:
        before.objects, before.reach = list(p.objects), p.index
