"""What a text tells beside the talks that it reports: what was said on an earlier day, what those have done who were
not there."""

from __future__ import annotations

from dragoman.reading.accounts.convenings import is_of_home
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.accounts.tense import has_been_done
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person

OPENING = 4  # elements of a sentence in which it tells when


def is_background(narration: Narration, told: Told, p: Predicate, speakers: list[Person], drafts: list[Draft]) -> bool:
    """Whether a saying is no part of the talks that a text reports: 'Last month, the President announced', told in a
    sentence after them; 'The Government has called for', told of a convening at home in which it took no part."""
    if p.governor is not None and has_been_done(narration, told, p.governor):
        return True  # 'has met with mayors | to discuss trade'
    talks = drafts[-1] if drafts else None
    if talks is None or talks.kind not in TWO_SIDED or talks.status != "held" or talks.sentence >= told.number:
        return False
    if p.sort != "say" or any(talks in found for found in told.by_predicate.values()):
        return False
    return _was_earlier(narration, told, p, talks) or _has_been_done(narration, told, p, speakers, talks)


def _was_earlier(narration: Narration, told: Told, p: Predicate, talks: Draft) -> bool:
    """Whether the sentence opens with a day before that of the talks."""
    opening = told.elements[: min(OPENING, p.index)]
    first = next((n for n, e in enumerate(opening) if e.is_kind("date")), -1)
    if first < 0 or talks.days is None or any(e.is_party or e.has("nest") for e in opening[:first]):
        return False
    days = narration.days(opening[first].mentions[0], planned=False)
    return days is not None and days.end < talks.days.start


def _has_been_done(narration: Narration, told: Told, p: Predicate, speakers: list[Person], talks: Draft) -> bool:
    """Whether the perfect tells what somebody at home has done who takes no part in talks at home."""
    home = narration.roster.home
    if home is None or not is_of_home(talks, home) or not p.subject or told.sentence.paragraph == talks.paragraph:
        return False
    perfect = any(e.has("perfect") for e in told.elements[max(0, p.index - 2) : p.index + 1])
    return perfect and bool(speakers) and not any(person in talks.parties for person in speakers)
