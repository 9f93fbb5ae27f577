"""Whether two tellings within one text are of one occasion, and what becomes of them if so."""

from __future__ import annotations

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft, Span
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.people import WORD, Person, Roster, is_state


def same_occasion(known: Draft, new: Draft, roster: Roster) -> bool:
    """Same kind and status, dates that do not contradict, and the same people as far as both tell."""
    if known.kind != new.kind or known.status != new.status or new.apart:
        return False
    if (
        known.kind != "visit"
        and known.days
        and new.days
        and (known.days.start > new.days.end or new.days.start > known.days.end)
    ):
        return False
    if known.sort and new.sort and known.sort != new.sort:
        return False
    if known.kind == "meeting" and known.status == "planned" and _apart(known, new):
        return False
    if known.kind == "meeting" and known.sentence == new.sentence and _with_another(known, new, roster):
        return False
    if known.kind == "conference":
        return _same_event(known.event, new.event, roster)
    if known.kind == "visit":
        return _share(known.parties, new.parties, roster)
    if known.kind == "tour":
        return _same_words(
            known.places[0].locality if known.places else None, new.places[0].locality if new.places else None, roster
        )
    if known.kind == "signing" and _signs_for(known.parties, new.parties):
        return True
    return _covers(known.parties, new.parties, roster) or _covers(new.parties, known.parties, roster)


def _apart(known: Draft, new: Draft) -> bool:
    """Whether both are to be in countries told, and in none that is the same."""
    there, here = (set(draft.countries()) or draft.reached() for draft in (known, new))
    return bool(there and here) and not there & here


def _with_another(known: Draft, new: Draft, roster: Roster) -> bool:
    """'同丙部长会谈，并会见副议长': whether a sentence that told of one meeting tells of one with the holder of an
    office that nobody there holds.
    """
    if not all(p.kind == "person" and p.name for p in known.parties):
        return False
    further = [p for p in new.parties if p not in known.parties]
    held = [roster.text_of(p.post) or "" for p in known.parties if p.post]
    offices = [roster.text_of(p.post) or "" for p in further if p.kind == "person" and p.post and not p.name]
    return bool(held and offices) and all(
        not any(office in other or other in office for other in held) for office in offices
    )


def _signs_for(states: list[Person], signatories: list[Person]) -> bool:
    """'France and Chad concluded an accord. Minister A and Ambassador B of Chad signed it.'"""
    codes = {party.affiliation for party in states if party.kind in ("state", "body", "org")}
    named = {party.affiliation for party in states if party.kind == "person"}
    if not codes or any(person.kind != "person" or person.affiliation in named for person in signatories):
        return False
    told = {person.affiliation for person in signatories if person.affiliation}
    untold = [person for person in signatories if person.affiliation is None]
    return bool(told) and told <= codes and len(untold) <= len(codes - told)


def _share(some: list[Person], others: list[Person], roster: Roster) -> bool:
    return any(_alike(a, b, roster) for a in some for b in others)


def _covers(many: list[Person], few: list[Person], roster: Roster) -> bool:
    """Every one of `few` is, or may be, one of `many`."""
    return all(
        any(
            _alike(a, b, roster) or _same_group(a, b, roster) or _at_home(a, b, roster) or _at_home(b, a, roster)
            for a in many
        )
        for b in few
    )


def _at_home(person: Person, state: Person, roster: Roster) -> bool:
    """Whether somebody of whom nothing is told may act for the home state that is named."""
    untold = person.kind == "person" and person.affiliation is None
    return untold and state.kind == "state" and state.affiliation == roster.home


def _same_group(a: Person, b: Person, roster: Roster) -> bool:
    """'CEOs' and 'CEOs and other executives from 28 companies': groups of which one's words are all the other's."""
    if not a.kind == b.kind == "group" or (a.affiliation and b.affiliation and a.affiliation != b.affiliation):
        return False
    x, y = set(roster.words(a.post)), set(roster.words(b.post))
    return bool(x and y) and (x <= y or y <= x)


def _alike(a: Person, b: Person, roster: Roster) -> bool:
    if a is b:
        return True
    if (a.name and b.name) or a.affiliation is None or b.affiliation is None:
        return False
    if "org" in (a.kind, b.kind) and is_cjk(a.affiliation[-1]):  # '国立清河大学' and the rector of '清河大学'
        return a.affiliation.endswith(b.affiliation) or b.affiliation.endswith(a.affiliation)
    people = a.kind == b.kind == "person"
    return a.affiliation == b.affiliation and (
        "state" in (a.kind, b.kind) or (people and not _two_offices(a, b, roster))
    )


def _two_offices(a: Person, b: Person, roster: Roster) -> bool:
    """The President and the Prime Minister of a state: both hold an office that only one does, each another."""
    offices = [[m for m in person.mentions if m.post] for person in (a, b)]
    sole = all(held and all(m.post_kind == "sole" for m in held) for held in offices)
    one = {m.office for m in offices[0] if m.office} & {m.office for m in offices[1] if m.office}
    words = [{word for m in held for word in roster.words(m.post)} for held in offices]
    return sole and not one and not words[0] & words[1]


def _same_event(a: Span | None, b: Span | None, roster: Roster) -> bool:
    if a is None or b is None:
        return True
    return _same_words(a, b, roster)


def _same_words(a: Span | None, b: Span | None, roster: Roster) -> bool:
    x, y = (_undotted(roster.text_of(span)) for span in (a, b))
    if bool(x and y) and (x <= y or y <= x):
        return True
    long, short = sorted((roster.text_of(a) or "", roster.text_of(b) or ""), key=len, reverse=True)
    return bool(short) and is_cjk(short[0]) and long.endswith(short)  # '马来西亚|马来亚大学'


def _undotted(text: str | None) -> set[str]:
    """The words of a text, 'E.U.' being 'EU'."""
    return {word.lower() for word in WORD.findall((text or "").replace(".", ""))}


def _length(party: Person) -> int:
    """How much a group's description says, in code points; 0 for other parties."""
    return party.post[1] - party.post[0] if party.kind == "group" and party.post else 0


def absorb(known: Draft, new: Draft, roster: Roster) -> None:
    """Take over into `known` what `new` tells more."""
    known.spans.extend(dict.fromkeys(span for span in new.spans if span not in known.spans))
    if known.kind == "signing" and _signs_for(known.parties, new.parties):
        signed = {person.affiliation for person in new.parties}
        untold = None in signed
        known.parties = [p for p in known.parties if p.kind == "person" or not (untold or p.affiliation in signed)]
    for person in new.parties:
        if person in known.parties:
            continue
        double = next((p for p in known.parties if _alike(p, person, roster) or _same_group(p, person, roster)), None)
        if double is None:
            known.parties.append(person)
        elif (person.name and not double.name) or _length(person) > _length(double):
            known.parties[known.parties.index(double)] = person
    if known.days is None or (new.days and new.days.exact and not known.days.exact):
        known.days, known.date_spans, known.date_rule = (
            new.days or known.days,
            new.date_spans or known.date_spans,
            new.date_rule or known.date_rule,
        )
    if known.kind == "visit":
        countries = [p for p in new.places if p.country and (is_state(p.country) or not known.places)]
        for place in countries:
            if place.country not in known.countries():
                known.places.append(place)
        if known.days and new.days and known.days.exact and new.days.exact:
            known.days = Days(min(known.days.start, new.days.start), max(known.days.end, new.days.end))
    known.places = known.places or new.places
    stay, day = known.days, new.days
    if known.kind == "tour" and stay and day and stay.start <= day.start and day.end <= stay.end:
        known.days, known.date_spans, known.date_rule = new.days, new.date_spans, new.date_rule  # the day of a stay
    known.event = known.event or new.event
    known.convener = known.convener or new.convener
    known.sort = known.sort or new.sort
