"""Whom a text speaks of where it does not name them: who does it, both sides, the visitors, the other side."""

from __future__ import annotations

import itertools

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import AT_HAND, PARENTS, RECENT, TWO_SIDED, Narration
from dragoman.reading.clauses.arguments import spoken_to
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person


def subject_of(narration: Narration, p: Predicate) -> list[Person]:
    """Who does it: those named, those whom a pronoun points back to, else those last spoken of."""
    if p.closed or p.entry.get("subject") == "event":
        return []
    if len(p.subject) == 1 and p.subject[0].post_kind == "everyone" and narration.current and p.sort == "trigger":
        return both(narration)  # 'the participants then toured …'
    if p.subject:
        found = narration.people(p.subject if p.sort == "say" else [*p.subject, *p.companions])
        if p.with_pronoun:
            first = _of_gender(narration, p, narration.last_one or narration.last_subject)
            found = [*(x for x in first if x not in found), *found]
        return _delegates(narration, found) or _those_met(narration, p) or found if p.sort == "trigger" else found
    if p.pronoun == "it":
        return []
    if p.pronoun in ("visitors", "guests") or (p.pronoun == "they" and p.kind == "visit" and p.form == "noun"):
        return visitors(narration) or both(narration)
    if p.pronoun in ("i", "you"):
        return narration.speaker if p.pronoun == "i" else addressee(narration)
    if p.pronoun == "travellers":
        journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status == "held"), None)
        return list(journey.parties) if journey else _guests(narration) or narration.last_subject
    if p.pronoun == "they" and p.kind in ("tour", "visit") and narration.current and narration.current.parties:
        received = narration.current.parties[0]
        if received.kind == "group" and narration.current.rule.endswith("passive"):
            return [received]  # 'The delegates were received by A. They then toured …'
    if p.pronoun == "we" and (ours := _travellers_from_home(narration)):
        return ours
    if p.pronoun in ("they", "we") and narration.current:
        if p.pronoun == "they" and p.kind == "meeting" and p.objects and _met_several(narration):
            return list(narration.last_subject)
        met = {m.affiliation for m in p.objects}  # 'attended the U.S.-Chad Dialogue. | They | met with Chadian leaders'
        there = _group(narration, p) or both(narration)
        return [x for x in there if x.kind not in ("state", "body") or x.affiliation not in met]
    if p.pronoun == "they" and not (
        narration.last_subject and (p.objects or narration.drafts or p.kind not in TWO_SIDED)
    ):
        return [
            *narration.last_subject,
            *narration.people(spoken_to(narration.told[-2].elements if len(narration.told) > 1 else [])),
        ] or _heads(narration)
    if p.kind == "visit" and p.form == "noun" and p.light and p.places and not (p.objects or p.pronoun):
        abroad = p.places[0].country or p.places[0].affiliation
        here = narration.current.parties if narration.current else []
        guests = [x for x in here if x.kind == "person" and x.affiliation and x.affiliation != abroad]
        return guests[:1] or narration.last_one  # 'This stop closed a three-day stay in Chad'
    if p.entry.get("host") == "subject" and not p.pronoun and _does_itself(narration, p):
        return []
    if p.pronoun == "he" and (latter := _latter(narration, p)):
        return latter
    if p.pronoun == "he" or p.form == "verb":
        people = _of_gender(narration, p, (p.pronoun == "he" and narration.last_one) or narration.last_subject)
        return _goes_on(narration, p, people) or people
    if (
        p.objects
        and not (p.closed or (p.form == "passive" and p.kind == "conference"))
        and (p.definite or p.governor is None or p.governor.entry.get("light"))
    ):  # 'the meeting with the Director-General'
        objects = narration.people(p.objects)
        if p.kind == "visit" and any(x.kind in ("person", "group") for x in objects):
            return []  # 'during the visit of the Minister': it is he who came
        subject = _goes_on(narration, p, narration.last_subject) or narration.last_subject
        return [person for person in subject if person not in objects]
    return []


def _does_itself(narration: Narration, p: Predicate) -> bool:
    """'Le centre | accueillera | 300 élèves': a building takes people in, and nobody meets them."""
    elements = narration.told[-1].elements
    at, _ = before(elements, p.index)
    return at >= 0 and elements[at].is_kind("site", "thing")


def _group(narration: Narration, p: Predicate) -> list[Person]:
    """'The delegation asked for help. | They | noted that …': a group that spoke last, and alone."""
    elements = narration.told[-1].elements
    at, _ = before(elements, p.index)
    one = p.sort == "say" and at >= 0 and elements[at].has("bare") and len(narration.last_subject) == 1
    return list(narration.last_subject) if one and narration.last_subject[0].kind == "group" else []


def _met_several(narration: Narration) -> bool:
    """'The delegation met with A; with B; and with C. | They | also met with D': those who met all of them."""
    before = narration.told[-2].drafts if len(narration.told) > 1 else []
    talks = [d for d in before if d.kind in TWO_SIDED]
    subject = set(narration.last_subject)
    several = len(subject) > 1 or any(person.kind == "group" for person in subject)
    return several and len(talks) > 1 and all(subject <= set(d.parties) for d in talks)


def _delegates(narration: Narration, subject: list[Person]) -> list[Person]:
    """'The interagency delegation', told after a journey that several make by name: they."""
    group = subject[0] if len(subject) == 1 else None
    if group is None or group.kind != "group" or group.mentions[-1].post_kind != "delegation":
        return []
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status != "referenced"), None)
    named = [p for p in journey.parties if p.name] if journey is not None else []
    ours = {p.affiliation or narration.roster.home for p in named}
    theirs = group.affiliation is None or group.affiliation in ours
    if journey is not None and group in journey.parties:  # 'Envoy A and a delegation visited … The delegation met'
        return [*named, group] if theirs and named else []
    return named if theirs else []


def _those_met(narration: Narration, p: Predicate) -> list[Person]:
    """'met the Chadian Minister. | The Chadian side (guest) | then toured the port': those of a side who were met, by
    name."""
    side = p.subject[0] if p.kind == "visit" and len(p.subject) == 1 else None
    if side is None or not side.rule.startswith("side") or narration.current is None:
        return []
    return [x for x in narration.current.parties if x.name and x.affiliation == side.affiliation]


def _travellers_from_home(narration: Narration) -> list[Person]:
    """'At the end of the Envoy's trip to Chad, | we | urge': the ministry that tells of the journey, not its hosts."""
    journey, home = narration.current, narration.roster.home
    if journey is None or journey.kind != "visit" or journey.countries() <= {home}:
        return []
    ours = [person for person in journey.parties if (person.affiliation or home) == home]
    return ours if len(ours) == len(journey.parties) else []


def _latter(narration: Narration, p: Predicate) -> list[Person]:
    """'A received B. | The latter | asked for help': whoever of the pronoun's gender was named last before it."""
    elements = narration.told[-1].elements
    at, _ = before(elements, p.index)
    pronoun = elements[at].item if at >= 0 else None
    if pronoun is None or not pronoun.get("pron", "latter"):
        return []
    earlier = [*(narration.told[-2].elements if len(narration.told) > 1 else ()), *elements[:at]]
    named = (narration.people(list(e.mentions[-1:])) for e in earlier[::-1] if e.is_kind("person"))
    return next((people for people in named if people and people[0].gender in ("", p.gender)), [])


def _goes_on(narration: Narration, p: Predicate, people: list[Person]) -> list[Person]:
    """'She was received by the President. He praised her. | She | toured the port': on a journey the one who travels
    does things, not the host last spoken of, if the pronoun may mean either."""
    subjectless = p.form == "noun" and not p.pronoun  # 'A working session | followed with the Mayor'
    if p.sort != "trigger" or not (p.pronoun == "he" or subjectless) or len(people) != 1:
        return []
    if p.entry.get("host") == "subject":
        return []
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status != "referenced"), None)
    if journey is None or people[0] in journey.parties:
        return []
    named = [x for x in journey.parties if x.kind == "person" and x.name]
    same_side = people[0].affiliation and people[0].affiliation in [x.affiliation for x in named]
    if len(named) != 1 or same_side or not _have_met(narration, named[0], people[0]):
        return []
    return [x for x in named if subjectless or x.gender == p.gender or (not x.gender and not people[0].gender)]


def _have_met(narration: Narration, one: Person, other: Person) -> bool:
    """Whether two people deal with each other in an engagement told of late."""
    return any(one in d.parties and other in d.parties for d in narration.drafts[-RECENT:] if d.kind not in PARENTS)


def _guests(narration: Narration) -> list[Person]:
    """'The delegation', before a journey is told: of those who meet, the ones who are not of home."""
    there = narration.current.parties if narration.current is not None and narration.current.kind not in PARENTS else []
    return [p for p in there if p.kind == "person" and p.affiliation not in (None, narration.roster.home)]


def _heads(narration: Narration) -> list[Person]:
    """'The two heads of state', before either is named: who speaks first is at home unless his name is foreign."""
    people = [narration.roster.enter(mention) for mention in narration.protagonists]
    foreign = next((p for p in people if p.affiliation), people[-1] if people else None)
    if foreign is not None and foreign.affiliation is None:
        foreign.affiliation, foreign.inferred = narration.roster.abroad, True
    return people


def _of_gender(narration: Narration, p: Predicate, people: list[Person]) -> list[Person]:
    """Whom 'he' or 'she' means: those last spoken of, unless that is somebody of the other gender; then whoever of
    this one was named last."""
    gender, others = p.gender, narration.people(p.objects)
    if people and not any(person.kind == "person" for person in people) and narration.named:
        present = narration.current.parties if narration.current else []
        return [p for p in present if p.kind == "person" and p.name][:1] or people  # 'The Ministry said … He will'
    if not gender or len(people) != 1:
        return people
    if people[0].gender not in ("", gender):
        known = [x for x in reversed(narration.named.values()) if x.kind == "person" and x.name and x not in others]
        fitting = [x for x in known if x.gender == gender] or [x for x in known if not x.gender and x.post]
        people = [next(iter(fitting), people[0])]
    people[0].gender = people[0].gender or gender  # what a pronoun tells of whom it means
    return people


def _met_before_tour(narration: Narration) -> Draft | None:
    """'She received A. Later she toured the port. Both ministers …': the talks told last of the one who went there."""
    now = narration.current
    if now is None or now.kind != "tour" or len(now.parties) != 1:
        return None
    talks = (d for d in reversed(narration.drafts) if d.kind in TWO_SIDED and d.status == now.status)
    met = next(talks, None)
    alone = met is not None and sum(p.kind == "person" for p in met.parties) > 1
    return met if met is not None and alone and now.parties[0] in met.parties else None


def both(narration: Narration) -> list[Person]:
    """The parties of the engagement being told; beside a visitor, whoever else was named last."""
    if (met := _met_before_tour(narration)) is not None:
        return [p for p in met.parties if p.kind == "person"]
    joined = narration.current.joined if narration.current else []
    parties = (
        [p for p in narration.current.parties if p.kind != "group" or p not in joined] if narration.current else []
    )
    if (
        narration.current is not None
        and narration.current.kind == "visit"
        and len({p.affiliation for p in parties}) == 1
    ):
        named = [p for p in narration.named.values() if p.kind == "person" and p.name and p not in parties]
        parties += named[-1:]
    return parties


def visitors(narration: Narration) -> list[Person]:
    """Those who came: the latest visit's parties, else the other side of the engagement being told."""
    journeys = (d for d in reversed(narration.drafts) if d.kind == "visit")
    visit = next((d for d in journeys if d.places or (d.date_spans and d.status == "held")), None)
    if visit is not None:
        return list(visit.parties)
    parties = narration.current.parties if narration.current else []
    others = [person for person in parties if person not in narration.last_subject]
    if narration.current is not None and narration.current.rule.endswith("passive") and parties:
        return list(parties[:1])  # 'A was received by B and C. The delegation then toured …'
    if not others and len(parties) > 1 and narration.current is not None and narration.current.rule.endswith("verb"):
        others = list(parties[1:])  # 'A received B. The two sides agreed. The guests then toured …'
    return others


def other_side(narration: Narration, subject: list[Person]) -> list[Person]:
    """With whom somebody deals who is not named again: who came to visit, else the other side of what is told."""
    found = [person for person in visitors(narration) if person not in subject]
    there = narration.current.parties if narration.current else []
    return found or [person for person in there if person not in subject and person.kind in ("person", "group")]


def whom(narration: Narration, gender: str, subject: list[Person]) -> list[Person]:
    """'The President received | her |': of those who may be meant the one who is on a journey, else the one named
    last."""
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status != "referenced"), None)
    lately = itertools.islice(reversed(narration.named.values()), AT_HAND)
    people = [*(journey.parties if journey is not None else ()), *lately]
    known = [x for x in people if x.kind == "person" and x not in subject and x.gender in ("", gender)]
    meant = next((x for x in known if x.name), next(iter(known), None))
    if meant is not None and not meant.gender:
        meant.gender = gender
    return [meant] if meant is not None else []


def addressee(narration: Narration) -> list[Person]:
    """To whom the speaker speaks: the first party of another affiliation."""
    ours = {person.affiliation for person in narration.speaker}
    return (
        [person for person in narration.current.parties if person.affiliation not in ours][:1]
        if narration.current
        else []
    )
