"""The predicates of a sentence whose verbs stand last, in order, and what one of them tells of another."""

from __future__ import annotations

import itertools

from dragoman.reading.clauses.predicate import Predicate


def in_order(predicates: list[Predicate], reported: bool) -> list[Predicate]:
    """Those that modify a party first, then as told; `reported`: the sentence goes on with what somebody says."""
    found = sorted(
        predicates,
        key=lambda p: (
            not p.nested or p.definite,
            p.kind != "visit" if p.nested and not p.definite else False,
            p.index,
        ),
    )
    journey = next((p for p in found if p.nested and p.kind == "visit" and p.form == "verb"), None)
    for p in found if journey else ():  # '来华进行国事访问并出席峰会的总统'
        if p.nested and p.kind == "conference":
            p.governor, p.coordinated = journey, False
    for p in found:
        if p.kind in ("meeting", "call") and p.nested and p.definite and p.objects and not (p.subject or p.pronoun):
            speaker = next((q for q in found if q.sort == "say" and q.index > p.index and q.subject), None)
            if speaker is not None:  # '会见甲时，乙表示'
                p.subject = [m for m in speaker.subject if m not in p.objects]
    found = _without_arrivals(found)
    for p, following in itertools.pairwise(found):
        if (
            p.kind == "ceremony" and p.nested and p.definite and not reported
        ):  # '欢迎仪式后，甲同乙会谈': both were at the ceremony
            p.subject, p.pronoun, p.objects, p.nested, p.definite = (
                following.subject,
                following.pronoun,
                following.objects,
                False,
                False,
            )
    return found


def _without_arrivals(found: list[Predicate]) -> list[Predicate]:
    """'甲抵达乙市，出席第二届峰会': who comes to a town for a conference is on no other journey; it is held there."""
    arrivals = [p for p in found if p.entry.get("arrives") and p.kind == "visit" and not p.nested]
    journeys = [p for p in found if p.kind == "visit" and p not in arrivals]
    for p in arrivals if not journeys else ():
        attended = next((q for q in found if q.kind == "conference" and q.index > p.index and q.events), None)
        towns = all(m.kind == "place" for m in p.places)
        if attended is not None and towns and attended.subject == p.subject and attended.cue == p.cue:
            attended.places = attended.places or p.places
            attended.dates = attended.dates or p.dates
            found = [q for q in found if q is not p]
    return found
