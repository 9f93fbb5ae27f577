"""Conferences: one for each event told, with those whom its name names, and who chairs it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import Draft, PlaceDraft, copy_of
from dragoman.reading.accounts.merging import same_occasion
from dragoman.reading.accounts.narration import Narration, Told, place_of
from dragoman.reading.accounts.sessions import of_series, series_parties
from dragoman.reading.accounts.setting import date
from dragoman.reading.accounts.tense import is_agreed_to
from dragoman.reading.clauses.coordination import listed_from
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

NEAR = 2  # sentences after a conference in which it is told who spoke there
NEXT = "next"  # the sort of a conference that is the next session of what is being told


def conferences(
    narration: Narration, told: Told, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]
) -> list[Draft]:
    """One conference for each event named; without one, the session told before that somebody chairs."""
    event = p.events[0].locality if p.events else None
    if event is None:
        return _chaired(narration, told, base, p, subject, objects)
    base.parties = [*subject, *(o for o in objects if o not in subject)]
    host = base.hosts[0] if len(base.hosts) == 1 and base.hosts[0].kind == "state" else None
    base.hosts = ()
    if host is not None and not base.places:  # 'Chad will host the next session'
        base.places = [PlaceDraft(host.affiliation, None, tuple(base.spans[:1]), True, "host-at-home")]
    if hosts := _held_in_each(told, p, objects):  # 'will hold Partnership Dialogues in Chad and Peru'
        return [_held_in(narration, base, mention, place) for mention in p.events for place in hosts[mention]]
    found = []
    own_days = _each_on_its_day(p)
    for mention in p.events:
        draft = copy_of(base, list(base.parties))
        draft.event = mention.locality
        draft.spans.append(draft.event or event)
        if mention.seat and not p.places:
            draft.places = [seat_of(mention)]
        if len(base.places) == len(p.events) == len(p.places):  # 'attend the Forum in Lima and the Summit in Quito'
            draft.places = [base.places[p.events.index(mention)]]
        if own_days:
            draft.days, draft.date_spans = None, ()
            date(narration, draft, told, replace(p, dates=[p.dates[p.events.index(mention)]]))
        add_members(narration, draft, mention)
        if not draft.parties and narration.current is not None:  # 'A third meeting is to follow': of those told of
            draft.parties = narration.sides(narration.current, mention)
        if draft.status != "held" and _are_sides(p, draft.parties):
            draft.parties = _whose(narration, p, mention) or draft.parties
        draft.sort = NEXT if draft.status == "planned" and of_series(mention) else draft.sort
        found.append(draft)
    bare = p.form != "noun" and not (p.subject or p.pronoun)  # 'The Forum opened on Monday'
    return [d for d in found if d.parties or p.entry.get("opens") or (bare and _is_known(narration, d))]


def _held_in_each(told: Told, p: Predicate, objects: list[Person]) -> dict[Mention, list[Mention]]:
    """The places told after each event that somebody holds, if one is held in several states: with each of them."""
    elements = told.elements
    if objects or not p.subject or not elements[p.index].has("light") or any(m.members for m in p.events):
        return {}
    hosts: dict[Mention, list[Mention]] = {}
    for number, element in enumerate(elements[: len(elements) - 2]):
        if element.is_kind("event") and element.mentions[0] in p.events and elements[number + 1].role == "at":
            place = elements[number + 2].is_kind("state", "place")
            listed = listed_from(elements, number + 2, ("state", "place"))[0] if place else []
            hosts[element.mentions[0]] = listed
    states = [[m for m in listed if m.kind == "state"] for listed in hosts.values()]
    each = len(hosts) == len(p.events) and all(hosts.values()) and any(len(listed) > 1 for listed in states)
    return hosts if each else {}


def _each_on_its_day(p: Predicate) -> bool:
    """'will attend the Forum on April 21 and the Summit on April 22': as many days as events, each after its own."""
    told = sorted([*p.events, *p.dates], key=lambda m: m.start)
    return 1 < len(p.events) == len(p.dates) and all(m in p.events for m in told[::2])


def _held_in(narration: Narration, base: Draft, event: Mention, place: Mention) -> Draft:
    """What somebody holds in a state, with that state."""
    span = (place.start, place.end)
    state = place.country or place.affiliation
    host = Mention("state", "host-of-event", place.first, place.last, *span, affiliation=state, affiliation_span=span)
    draft = copy_of(base, [*base.parties, narration.roster.enter(host)])
    draft.event, draft.places, draft.apart = event.locality, [place_of(place)], True
    draft.spans.append(event.locality or span)
    return draft


def _whose(narration: Narration, p: Predicate, event: Mention) -> list[Person]:
    """The two sides whose session is to be held, by its name ('the next Chad-Peru Dialogue') or as those who talk."""
    to_be_held = p.form == "passive" or is_agreed_to(p)
    named = narration.members(event) if to_be_held and not p.objects else []
    return named if len(named) > 1 else series_parties(narration, event)


def _are_sides(p: Predicate, parties: list[Person]) -> bool:
    """'They agreed to hold the next session', 'Chad will host the next session': whose series it is, none but them."""
    return not p.subject or is_agreed_to(p) or not any(person.name or person.kind == "org" for person in parties)


def _is_known(narration: Narration, draft: Draft) -> bool:
    """Whether a conference of nobody told was held or is to be on a day told, or is one told before: 'the Forum, taking
    place in May'."""
    known = draft.status == "held" or (draft.status == "planned" and draft.days is not None)
    return known or any(same_occasion(d, draft, narration.roster) for d in narration.drafts)


def add_members(narration: Narration, draft: Draft, event: Mention) -> None:
    """States and bodies in the event's name take part: both of 'the U.S.-Chad Dialogue', one if nobody else is told."""
    members = narration.members(event)
    own = bool(draft.parties) and all(p.kind == "org" for p in draft.parties)  # institutions that hold it themselves
    if (len(members) > 1 and not own) or not draft.parties:
        draft.convener = members[0] if len(members) == 1 and members[0].kind == "body" else None
        there = {person.affiliation or narration.roster.home for person in draft.parties}
        draft.parties.extend(m for m in members if m.affiliation not in there)


def speaks_there(narration: Narration, told: Told, speech: Draft, p: Predicate, speakers: list[Person]) -> bool:
    """Whether remarks of which no day or place is told ('The Envoy will deliver opening remarks') are part of the
    conference being told; whoever makes them takes part in it."""
    here = next((d for d in reversed(told.drafts) if d.kind == "conference"), None)
    there = here if here is not None and set(speakers) <= set(here.parties) else narration.current
    own = bool(speech.date_spans or speech.places or p.places or p.objects)
    if own or there is None or there.kind != "conference" or there.status != speech.status or p.form != "verb":
        return False
    near = speech.sentence - there.sentence <= NEAR and bool(speakers)
    if near:
        there.join(speakers)
    return near


def seat_of(event: Mention) -> PlaceDraft:
    """The city that an event is named after as the place of it."""
    assert event.seat is not None
    country, span = event.seat
    return PlaceDraft(country, span, (span,))


def _chaired(
    narration: Narration, told_in: Told, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]
) -> list[Draft]:
    """'The 3rd session was held in Lima. Minister A and Minister B co-chaired': they took part in what was told
    last.
    """
    gathered = bool(p.entry.get("gathers")) and not subject  # 'The symposium | gathered | officials from ten countries'
    hosted = (
        p.form == "passive" and p.entry.get("host") == "object" and not subject
    )  # 'It will be hosted by Peru in Lima'
    part = p.governor is not None and told_in.elements[p.governor.index].has("event_part")
    told_again = p.pronoun == "it" or ((p.definite or part) and not subject)  # 'The opening | was presided over by'
    subject = objects if p.form == "passive" and told_again else subject  # 'It was opened by Minister A'
    subject = objects if gathered or hosted else subject
    attended = p.form == "passive" and p.pronoun == "it" and all(x.kind in ("person", "group") for x in subject)
    told = gathered or hosted or (attended and bool(subject)) or any(person.name for person in subject)
    if not (p.entry.get("chair") or p.form == "passive") or not told:
        return []
    session = next((d for d in reversed(narration.drafts) if d.kind == "conference" and d.status == base.status), None)
    if session is None or base.sentence - session.sentence > 2:
        return []
    session.join(subject)
    if hosted:
        session.places = session.places or base.places
        if session.days is None:
            session.days, session.date_spans, session.date_rule = base.days, base.date_spans, base.date_rule
    return [session]
