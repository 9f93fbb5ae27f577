"""Visits: who travels, and whether a journey of its own is told."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.accounts.spoken_of import visitors
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person, Roster, is_state

OPENING = 3  # elements before a visit that opens its sentence
TRIP_REACH = 5  # elements before a visit that tell when and how often


def visit(roster: Roster, base: Draft, p: Predicate, travellers: list[Person]) -> list[Draft]:
    """The journey of those who travel, if it is told whereto or that they arrived."""
    home, abroad = roster.home, roster.abroad
    base.parties = [x for x in travellers if x.kind != "org" and (x.kind != "state" or len(travellers) > 1)]
    for person in base.parties if (p.nested or p.here) and home is not None and base.countries() == {home} else ():
        if person.kind == "person" and person.affiliation is None and abroad is not None:
            person.affiliation, person.inferred = abroad, True  # who comes to the text's own country is of another
    if p.nested and p.settled:  # '在北京会见|来访的总统甲': the town is that of the meeting
        for place in base.places:
            place.locality = None
    if base.places:
        base.where = base.places[0 if base.status == "planned" or p.together else -1]
    to_region = any(m.kind == "region" for m in p.places)
    hosted = home is None and bool(p.entry.get("host")) and p.form == "verb"  # somewhere at home, wherever that is
    arrived = (base.rule.endswith("noun") or p.admits("place")) and not (p.settled and not p.here)
    return (
        [base]
        if base.parties
        and (base.countries() or to_region or hosted or (arrived and any(x.kind == "person" for x in base.parties)))
        else []
    )


def come_from_abroad(narration: Narration, told: Told, base: Draft, travellers: list[Person]) -> None:
    """'discussed the visit of President Costa to Lima', told in Peru of talks with a Portuguese Envoy: whoever goes to
    the text's own country, named first in this sentence, is of the other side of the talks, if that is one state."""
    home, talks = narration.roster.home, narration.current
    if home is None or talks is None or base.countries() != {home}:
        return
    theirs = {x.affiliation for x in talks.parties if x.affiliation != home and is_state(x.affiliation)}
    for person in travellers if len(theirs) == 1 else ():
        new = person.mentions[0].start >= told.elements[0].start
        if person.kind == "person" and person.affiliation is None and new:
            person.affiliation, person.inferred = next(iter(theirs)), True


def who_is_away(narration: Narration, told: Told, p: Predicate) -> list[Person]:
    """'During a visit to Chad, A met with B', 'A met B during a visit to Lima': whose a visit is that has no owner.

    Of those who met the first that is not of the country visited; none where it has an owner, or the country is untold.
    """
    there = {m.country for m in p.places if m.country}
    fronted = p.index <= OPENING and any(e.role == "on" for e in told.elements[: p.index])
    here = p.pronoun == "he" and there == {narration.roster.home}  # 'before the end of | his visit to Washington'
    if (
        p.form != "noun"
        or p.pronoun not in ("", "he")
        or p.objects
        or len(there) != 1
        or not (p.nested or p.adjunct or fronted or here)
    ):
        return []
    if p.entry.get("stay") and any(d.kind == "conference" and there & d.countries() for d in narration.drafts):
        return []  # '出席在北京举行的论坛。在北京期间，…'
    home = narration.roster.home
    if any((x.affiliation or (home if p.pronoun else None)) not in there for x in told.subjects[p.index]):
        return []
    if p.pronoun and not (told.subjects[p.index] and (p.nested or here)):
        return []  # but 'A met B | during his visit to Chad', where A is at home: it is B's
    did = [q for q in told.predicates if q is not p and q.form in ("verb", "passive") and q.subject and not q.nested]
    around = [q for q in did if q is p.governor] or [q for q in did if q.index > p.index][:1] or did[-1:]
    for mentions in (side for q in around for side in (q.subject, q.objects)):
        people = [x for x in narration.people(mentions) if x.kind == "person"]
        away = [x for x in people if (x.affiliation or home or next(iter(there))) not in there]
        if people and away == people:
            return away
    after = next((q for q in told.predicates if q.index > p.index), None)
    led = after is not None and after.pronoun in ("travellers", "guests")  # '来华期间，|代表团|参观了…'
    came = [x for x in visitors(narration) if x.kind == "person"] if led else []
    return came if all(x.affiliation and x.affiliation not in there for x in came) else []


def who_would_be_away(narration: Narration, told: Told, p: Predicate) -> list[Person]:
    """'She looked forward to | his upcoming visit to Lima': the one of two who talk that is not of the country to be
    visited, where the pronoun would mean the one who is; none elsewhere."""
    there = {m.country for m in p.places if m.country}
    now, home = narration.current, narration.roster.home
    at_home = bool(told.subjects[p.index]) and all((x.affiliation or home) in there for x in told.subjects[p.index])
    if p.form != "noun" or p.pronoun != "he" or len(there) != 1 or not at_home:
        return []
    talking = [x for x in now.parties if x.kind == "person"] if now is not None and now.kind in TWO_SIDED else []
    away = [x for x in talking if (x.affiliation or home) not in there]
    return away if len(away) == 1 else []


def guests(narration: Narration, base: Draft) -> list[Person]:
    """'This state visit', of which nothing was told before: who is abroad in the talks or at the feast just told."""
    told, home = narration.current, narration.roster.home
    if told is None or told.kind not in {*TWO_SIDED, "ceremony"} or told.status != "held" or not is_state(home):
        return []
    ours = [x for x in told.parties if x.kind == "person" and x.affiliation in (None, home)]
    theirs = [x for x in told.parties if x.kind == "person" and is_state(x.affiliation) and x not in ours]
    states = {x.affiliation for x in theirs}
    abroad = bool(states & told.countries()) or any(x in theirs for x in told.hosts)
    if len(states) != 1 or not ours or not (abroad or home in told.countries()):
        return []
    country = theirs[0].affiliation if abroad else home
    base.places = [PlaceDraft(country, None, tuple(base.spans[:1]), True, "stay-told-of")]
    return (ours if abroad else theirs)[:1]


def is_under_way(narration: Narration, base: Draft, travellers: list[Person]) -> bool:
    """'On the last day of the visit she will go to Lima', 'the ambassador will go to Cusco': no journey of its own."""
    posted = {m.host for person in travellers for m in person.mentions if m.post and m.host}
    if base.status != "planned" or not base.countries() or narration.roster.home is None:
        return False
    journeys = [d for d in narration.drafts if d.kind == "visit" and d.status == "held" and d.days and base.days]
    within = any(
        base.countries() <= d.countries()
        and set(d.parties) & set(travellers)
        and d.days.start <= base.days.start <= d.days.end
        for d in journeys
        if d.days and base.days
    )
    return within or bool(posted and base.countries() <= posted)


def is_told_of_one(told: Told, p: Predicate, base: Draft) -> bool:
    """'is visiting Lima on | her first trip to South America': what the journey told right before is."""
    travelling = any(q.kind == "visit" and q.form == "verb" and q.index < p.index for q in told.predicates)
    own = p.form == "noun" and bool(p.pronoun) and not base.countries() and base.days is None
    return own and travelling and any(e.role == "on" for e in told.elements[max(0, p.index - TRIP_REACH) : p.index])


def is_present_one(narration: Narration, told: Told, p: Predicate, base: Draft, travellers: list[Person]) -> bool:
    """'总统先生新年伊始访华', said to him in talks there: the journey on which he is, unless another day is told or how
    often he came.
    """
    talks = narration.current
    if not p.reported or base.status != "referenced" or base.days is not None or talks is None:
        return False
    clause = told.elements[max(0, p.index - TRIP_REACH) : p.index]
    before = any(e.has("earlier") or e.has("often") for e in clause)
    there = talks.status == "held" and base.countries() and base.countries() <= set(talks.countries())
    return bool(there and not before and travellers and all(x in talks.parties for x in travellers))
