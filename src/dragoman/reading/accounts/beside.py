"""What a sentence tells beside its own engagement: what is said next was not said there."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Told
from dragoman.reading.clauses.predicate import Predicate


def told_beside(told: Told) -> list[Draft]:
    """'met the Envoy | ahead of his meeting with the King', '… from Lima, | where she held talks with the mayor',
    'had a meeting and | a state luncheon'.
    """
    main = next((p.index for p in told.predicates if told.by_predicate.get(p.index)), 0)
    clause = next((n for n, e in enumerate(told.elements) if n > main and e.has("relative")), len(told.elements))
    return [
        d
        for p in told.predicates
        if p.sort == "trigger" and (p.nested or p.index > clause or _goes_with_talks(p))
        for d in told.by_predicate.get(p.index, [])
    ]


def _goes_with_talks(p: Predicate) -> bool:
    """Whether a ceremony is joined to what is told before it."""
    return p.kind == "ceremony" and p.form == "noun" and p.coordinated
