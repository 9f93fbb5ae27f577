"""Talks with those who came to the institution that tells of them, where nothing else says that they met."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person


def with_visitors(narration: Narration, told: Told, visit: Draft, index: int) -> Draft:
    """'甲来访。校长乙出席座谈会': talks with the visitors, shown by the element at `index`."""
    element = told.elements[index]
    talks = Draft(
        "meeting",
        visit.status,
        "talks-with-visitors",
        [(element.start, element.end)],
        list(visit.parties),
        parent=visit,
        parent_rule="told-together",
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )
    narration.drafts.append(talks)
    told.drafts.append(talks)
    narration.current = talks
    return talks


def talked_with_visitors(narration: Narration, told: Told, p: Predicate) -> list[Draft]:
    """'甲来我校访问。双方就乙深入探讨': talks of which only their subject tells, if the visit is all that was told."""
    visit = narration.current
    here = visit is not None and visit.kind == "visit" and any(place.rule == "come-here" for place in visit.places)
    alone = not any(d.kind in TWO_SIDED and d.status == "held" for d in narration.drafts)
    both = p.sort == "discuss" and p.pronoun == "they" and not p.cue and not p.spoken
    if visit is None or not (here and alone and both and visit.status == "held" and narration.receives):
        return []
    return [with_visitors(narration, told, visit, p.index)]


def before_signing(narration: Narration, current: Draft) -> list[Person]:
    """Those of what is being told; after a tour that the visitors alone took, those of the talks before it."""
    met = (d for d in reversed(narration.drafts) if d.kind == "meeting" and d.status == "held")
    talks = next((d for d in met if set(current.parties) & set(d.parties)), None)
    alone = current.kind == "tour" and len({x.affiliation for x in current.parties}) == 1
    return list(talks.parties if alone and talks is not None else current.parties)
