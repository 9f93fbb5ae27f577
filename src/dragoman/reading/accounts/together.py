"""What is told together with another occasion: after it, besides it, during it. It was then and there, if nothing else
is told."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.clauses.elements import Element

NEAR = 2  # sentences between an occasion and one told besides it
OPENING_REACH = 7  # elements in which the words before a clause end
PLACELESS = ("visit", "call", "letter")  # of these it is not asked where others were
NEAR_DRAFTS = 4  # occasions back to which something without a date is told


def then_and_there(narration: Narration, told: Told, current: Draft | None) -> None:
    """Give the drafts of a sentence the date and the place of the occasion that they are told with. `current` is what
    was being told before the sentence."""
    _after(told, current)
    _around(told, current)
    _during(told)
    _besides(narration, told)


def _after(told: Told, current: Draft | None) -> None:
    """'After the talks, they signed an accord'."""
    occasions_before = [
        d for p in told.predicates if p.followed for d in told.by_predicate.get(p.index, []) if d.kind != "visit"
    ]
    opens = told.elements[0].has("afterwards") if told.elements else False
    if opens and not occasions_before and current is not None and current.kind not in PARENTS:
        occasions_before = [current]  # '仪式上，双方签署了协议'
    for draft in told.drafts if occasions_before else ():
        before = occasions_before[-1]
        fresh = draft is not before and draft.sentence == told.number and draft.kind not in PARENTS
        if fresh and draft.status == before.status:
            _take(draft, before, before.date_rule, "told-after")


def _around(told: Told, current: Draft | None) -> None:
    """'Before the lecture, she met with the Rector', 'After the tour, …', 'There, …': then and there."""
    elements = told.elements
    comma = next((n for n, e in enumerate(elements[:OPENING_REACH]) if e.has("comma")), 0)
    if current is None or current.status != "held" or current.kind in PARENTS or not comma:
        return
    opening = elements[:comma]
    there = opening[0].has("there") or opening[0].has("where")
    opener = opening[0].has("adjunct") or opening[0].has("earlier")  # 'Before', 'After the'
    beside = opener and not any(e.mentions for e in opening)
    if not (there or (beside and any(_is_of_kind(e, current.kind) for e in opening))):
        return
    for draft in told.drafts:
        fresh = draft is not current and draft.sentence == told.number and draft.kind not in PARENTS
        if fresh and draft.status == "held" and set(draft.parties) & set(current.parties):
            _take(draft, current, "told-around", "told-around")


def _is_of_kind(element: Element, kind: str) -> bool:
    """Whether a word tells of an occasion of a kind: 'lecture' of an address, 'tour' of a tour."""
    told = {entry.get("kind") for entry in element.entries("trigger")}
    same = kind in told or (kind == "tour" and "visit" in told)
    return same or (kind == "address" and element.has("oration"))


def _during(told: Told) -> None:
    """'During their meeting, A and B signed an accord'."""
    for p in told.predicates:
        known = told.by_predicate.get(p.index, []) if p.nested and not p.followed and p.kind in TWO_SIDED else []
        for draft in told.drafts if len(known) == 1 else ():
            fresh = draft not in known and draft.sentence == told.number and draft.kind in ("signing", "letter")
            if fresh and draft.status == known[0].status and set(draft.parties) & set(known[0].parties):
                _take(draft, known[0], "told-together", "told-together")


def _besides(narration: Narration, told: Told) -> None:
    """'He also met with B', told next to the meeting before it."""
    if "also" not in told.categories or any(d.kind == "visit" for d in narration.drafts):
        return
    for draft in told.drafts:
        at = narration.drafts.index(draft) if draft in narration.drafts else 0
        before = narration.drafts[at - 1] if at else None
        if (
            before is None
            or draft.sentence != told.number
            or (draft.status, before.status) != ("held", "held")
            or not (draft.kind == before.kind or before.kind in ("address", "tour", "ceremony"))
            or draft.kind not in TWO_SIDED
            or draft.sentence - before.sentence > NEAR
            or not set(draft.parties) & set(before.parties)
        ):
            continue
        _take(draft, before, "told-besides", "told-besides")


def on_the_same_day(drafts: list[Draft], home: str | None) -> None:
    """What was held and has no date, told after something of a single day by some of the same people: it was then."""
    for at, draft in enumerate(drafts):
        if draft.days is not None or draft.status != "held" or draft.kind == "visit":
            continue
        before = next((d for d in _before(drafts, at) if d.status == "held" and d.days), None)
        single = before is not None and before.days is not None and before.days.start == before.days.end
        if before is not None and single and _with_its_people(draft, before):
            _take(draft, before, "told-after", "told-after")
        elif before is not None and single and _meet_again(draft, before, home):
            draft.days, draft.date_rule = before.days, "told-after"
            if draft.parent is None and draft.kind == "signing" and before.parent is not None:
                draft.parent, draft.parent_rule = before.parent, "told-after"  # signed by others after the talks
                _take(draft, before, "told-after", "told-after")


def _before(drafts: list[Draft], at: int) -> list[Draft]:
    """What was told near before one of the drafts, the nearest first."""
    return drafts[max(0, at - NEAR_DRAFTS) : at][::-1]


def in_the_same_place(drafts: list[Draft]) -> None:
    """'Le même jour, il s'est entretenu avec C', 'The talks ended with the signing of': what was held on the day of
    something told before by some of the same people, and has no place, was there."""
    for at, draft in enumerate(drafts):
        if draft.places or draft.status != "held" or draft.kind in PLACELESS:
            continue
        near = (d for d in _before(drafts, at) if d.status == "held" and d.kind not in PLACELESS)
        before = next((d for d in near if d.places), None)
        then = before is not None and (before.days, before.parent) == (draft.days, draft.parent)
        if before is None or not then or not set(draft.parties) & set(before.parties):
            continue
        if "tour" not in (draft.kind, before.kind):
            _take(draft, before, "told-besides", "told-besides")
        elif draft.kind != "tour":  # in the country of the site that was toured
            there = (p for p in before.places[:1] if p.country)
            draft.places = [PlaceDraft(p.country, None, p.spans, True, "told-besides") for p in there]


def _with_its_people(draft: Draft, conference: Draft) -> bool:
    """'大会26日在京召开。甲会见与会代表': a meeting, told next, with a group of nobody's."""
    groups = any(person.kind == "group" and person.affiliation is None for person in draft.parties)
    next_to = 0 <= draft.sentence - conference.sentence <= 1
    return conference.kind == "conference" and draft.kind == "meeting" and groups and next_to


def _meet_again(draft: Draft, before: Draft, home: str | None) -> bool:
    """Whether somebody takes part in both, or two of the same sides."""
    some, others = ({person.affiliation or home for person in d.parties} for d in (draft, before))
    sides = some & others
    return bool(set(draft.parties) & set(before.parties)) or len(sides) > 1


def _take(draft: Draft, other: Draft, date_rule: str, place_rule: str) -> None:
    """The date and the place of another draft where a draft has none of its own."""
    if draft.days is None:
        draft.days, draft.date_spans, draft.date_rule = other.days, other.date_spans, date_rule
    if not draft.places and draft.kind not in ("call", "letter"):
        draft.places = [PlaceDraft(p.country, p.locality, p.spans, True, place_rule, p.seat) for p in other.places]
