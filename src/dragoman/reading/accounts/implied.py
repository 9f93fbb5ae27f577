"""Talks that a text takes for granted: it speaks of 'the talks' or 'both sides' and has named just who they were."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told, place_of
from dragoman.reading.accounts.setting import located
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person


def implied_talks(narration: Narration, told: Told, p: Predicate) -> Draft | None:
    """The talks between the first two office-holders named, of different states or bodies; None if there are not two.

    Only where nothing has been told yet; date and place are those of the sentences so far.
    """
    sides = _two_sides(narration)
    if narration.drafts or len(sides) < 2:
        return None
    spoken = [narration.people(q.subject) for q in told.predicates if q.sort in ("say", "discuss")]
    sides = next((all_ for all_ in spoken if set(sides) < set(all_)), sides)  # 'In a call, A, B and C | discussed'
    element = told.elements[p.index]
    draft = Draft(
        "call" if p.kind == "call" else narration.title_kind,
        "held",
        "implied-talks",
        [(element.start, element.end)],
        sides,
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )
    for mention in (m for t in narration.told for e in t.elements for m in e.mentions if m.kind == "date"):
        days = narration.days(mention, False)
        if days:
            draft.tell_days(days, mention)
            break
    if draft.kind != "call":
        draft.places = [place_of(m) for t in narration.told for m in located(t.elements)][:1]
    return draft


def implied_on_visit(narration: Narration, told: Told, p: Predicate) -> Draft | None:
    """'At the invitation of Minister B, Minister A visited Chad. | The two ministers discussed': the talks between one
    traveller and the one office-holder of the country that was told, if nothing but the visit was; None without."""
    visit = narration.current
    if visit is None or visit.kind != "visit" or any(d.kind in TWO_SIDED for d in narration.drafts):
        return None
    travellers = [x for x in visit.parties if x.kind == "person" and x.name]
    people = [x for x in narration.roster.people if x.kind == "person" and x.name and x.post]
    hosts = [x for x in people if x.affiliation in visit.countries() and x not in visit.parties]
    if len(travellers) != 1 or len(hosts) != 1:
        return None
    element = told.elements[p.index]
    spans = [(element.start, element.end)]
    parties = [travellers[0], hosts[0]]
    draft = Draft("meeting", visit.status, "implied-talks", spans, parties, sentence=told.number)
    draft.paragraph, draft.parent, draft.parent_rule = told.sentence.paragraph, visit, "same-traveller"
    return draft


def on_the_visit(narration: Narration, told: Told, p: Predicate) -> tuple[list[Person], list[Person]]:
    """'A delegation stayed at the Institute. During | the working session, | Rector A presented …': talks of which a
    visit is all that was told, between the visitors and who speaks there; empty if nobody else does.
    """
    visit = narration.current
    alone = not any(d.kind in TWO_SIDED and d.status == "held" for d in narration.drafts)
    if visit is None or visit.kind != "visit" or visit.status != "held" or not alone or not (p.nested and p.definite):
        return [], []
    saying = next((q for q in told.predicates if q.index > p.index and q.sort in ("say", "discuss")), None)
    speakers = [x for x in narration.people(saying.subject if saying else []) if x.kind == "person"]
    hosts = [x for x in speakers if x not in visit.parties]
    return (list(visit.parties), hosts) if hosts else ([], [])


def _two_sides(narration: Narration) -> list[Person]:
    """The first office-holder named and the first one of another state or body."""
    people = [p for p in narration.roster.people if p.kind == "person" and p.name and p.post]
    home = narration.roster.home
    others = [p for p in people[1:] if (p.affiliation or home) != (people[0].affiliation or home)]
    return [people[0], others[0]] if others else []


def addressed(narration: Narration, told: Told, p: Predicate) -> tuple[list[Person], list[Person]]:
    """'During a meeting today, the Envoy assured the Minister of': who speaks and to whom; empty if it is not told."""
    saying = next((q for q in told.predicates if q.index > p.index and q.sort == "say"), None)
    if saying is None or not (saying.entry.get("object") and saying.subject):
        return [], []
    near = told.elements[saying.index + 1 : saying.index + 4]
    after = next((e for e in near if not (e.has("det") or e.has("hon"))), None)
    met = narration.people(list(after.mentions)) if after is not None and after.is_kind("person") else []
    return (narration.people(saying.subject), met) if met else ([], [])
