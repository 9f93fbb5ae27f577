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
    draft, elements = narration.current, told.elements
    comma = next((n for n, e in enumerate(elements) if e.has("comma")), 0)
    if draft is None or told.drafts or draft.kind in PARENTS or not comma or not elements[0].has("companion"):
        return
    after = next(
        (n for n in range(comma + 1, len(elements)) if not (elements[n].has("det") or elements[n].has("hon"))), comma
    )
    if any(person in draft.parties for person in narration.people(list(elements[after].mentions))):
        people = narration.people([m for e in elements[:comma] for m in e.mentions if m.is_party])
        draft.parties.extend(person for person in people if person not in draft.parties)
