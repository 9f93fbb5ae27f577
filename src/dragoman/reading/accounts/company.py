"""Who takes part beside those who are told to: the advisers of a speaker."""

from __future__ import annotations

from dragoman.reading.accounts.narration import PARENTS, Narration
from dragoman.reading.clauses.predicate import Predicate


def bring(narration: Narration, p: Predicate) -> None:
    """'The Minister, accompanied by his adviser, said …': the adviser is there too."""
    wished = p.governor is not None and p.governor.cue == "hypothetical"  # 'stressed work with our allies | to advance'
    draft = None if wished else narration.current
    if draft is not None and draft.kind not in PARENTS and any(x in draft.parties for x in narration.people(p.subject)):
        draft.join(narration.people(p.companions))
