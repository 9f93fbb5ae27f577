"""Letters and messages that are handed over in talks: who carries them, who gets them, and when."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person


def talks_of(narration: Narration, people: list[Person]) -> Draft | None:
    """The talks told last in which somebody takes part; else those that are being told."""
    talks = (d for d in reversed(narration.drafts) if d.kind in TWO_SIDED and set(people) & set(d.parties))
    return next(talks, narration.current)


def receivers(talks: Draft, carriers: list[Person], senders: list[Person]) -> list[Person]:
    """'handed over a message from President A': those whom the carriers meet get it; A is of the carriers' state."""
    for sender in senders:
        if carriers and sender.affiliation is None and sender not in talks.parties:
            sender.affiliation, sender.inferred = carriers[0].affiliation, True
    return [x for x in talks.parties if x not in carriers]


def hand_over(talks: Draft, p: Predicate, letters: list[Draft]) -> None:
    """'The Ambassador conveyed a message from President A': in the talks being told, and on their day."""
    for letter in letters if talks.kind in TWO_SIDED and talks.status == "held" else ():
        letter.parent, letter.parent_rule = talks, "told-together"
        if not p.dates:
            letter.days, letter.date_spans, letter.date_rule = talks.days, talks.date_spans, "told-together"
