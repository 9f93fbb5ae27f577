"""Who takes part beside those who are told to: the advisers of a speaker."""

from __future__ import annotations

from dragoman.reading.accounts.narration import PARENTS, Narration, Told
from dragoman.reading.clauses.predicate import Predicate


def bring(narration: Narration, p: Predicate) -> None:
    """'The Minister, accompanied by his adviser, said …': the adviser is there too."""
    draft = narration.current
    if draft is not None and draft.kind not in PARENTS and any(x in draft.parties for x in narration.people(p.subject)):
        draft.parties.extend(x for x in narration.people(p.companions) if x not in draft.parties)


def accompanied(narration: Narration, told: Told) -> None:
    """'Accompagnée de deux conseillers, la ministre a souligné …': they take part in what she takes part in."""
    current, elements = narration.current, told.elements
    comma = next((n for n, e in enumerate(elements) if e.has("comma")), 0)
    here = (
        told.drafts or [current]
        if current is not None and (told.drafts or current.kind not in PARENTS)
        else told.drafts
    )
    if not (here and comma and elements[0].has("companion")):
        return
    after = next(
        (n for n in range(comma + 1, len(elements)) if not (elements[n].has("det") or elements[n].has("hon"))), comma
    )
    led = narration.people(list(elements[after].mentions))
    people = narration.people([m for e in elements[:comma] for m in e.mentions if m.is_party])
    for draft in here:
        if any(person in draft.parties for person in led):
            draft.parties.extend(person for person in people if person not in draft.parties)
    for person in people if here and led else ():
        if person.affiliation is None:
            person.affiliation, person.inferred = led[0].affiliation, True
