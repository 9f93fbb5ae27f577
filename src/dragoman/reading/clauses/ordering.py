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
