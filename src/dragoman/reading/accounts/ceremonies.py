"""Ceremonies that a verb of attending tells of: '甲访问乙国。其间，甲|出席学院揭牌仪式'."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.predicate import Predicate

REACH = 10  # elements of a clause from the verb to the noun for the ceremony


def attended_anew(narration: Narration, told: Told, p: Predicate, ceremony: Draft) -> bool:
    """Whether somebody is told to attend it, named by whose or what it is, and nothing like it was told of him."""
    clause: list[int] = []
    for n in range(p.index - 1, max(-1, p.index - REACH), -1):
        if told.elements[n].has("comma") or told.elements[n].has("stop"):
            break
        clause.append(n)
    verb = next(
        (n for n in clause if any(e.get("kind") == "conference" for e in told.elements[n].entries("trigger"))), -1
    )
    if verb < 0 or p.index - verb < 2 or p.nested or p.cue or not any(x.name for x in ceremony.parties):
        return False
    alike = (d for d in narration.drafts if d.kind in ("ceremony", "conference", "signing"))
    return not any(set(d.parties) & set(ceremony.parties) for d in alike)
