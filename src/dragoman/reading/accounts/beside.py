"""What a sentence tells beside its own engagement: what is said next was not said there."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Told
from dragoman.reading.clauses.predicate import Predicate

ASIDE_REACH = 4  # elements before a verb in which its clause begins


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


def told_aside(told: Told, p: Predicate) -> bool:
    """'The visitors, | who had toured | the port the day before, told the Minister …': done earlier by who speaks."""
    before = told.elements[max(0, p.index - ASIDE_REACH) : p.index]
    had = any(entry.get("tense") == "pluperfect" for e in before for entry in e.entries("earlier"))
    return had and p.form == "verb" and any(e.has("subject_relative") for e in before)


def _goes_with_talks(p: Predicate) -> bool:
    """Whether a ceremony is joined to what is told before it."""
    return p.kind == "ceremony" and p.form == "noun" and p.coordinated
