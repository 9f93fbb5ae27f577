"""A gathering at home that a text tells of again in other words: 'The White House hosted a roundtable with nurses. The
roundtable, convened by A, brought together midwives': one occasion."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.mentions.people import is_state

ANEW = ("also", "afterwards", "then")  # words that tell of another occasion


def gathering_retold(narration: Narration, told: Told, new: Draft) -> Draft | None:
    """The gathering of people at home, told before, that a new meeting or call is; None if it is another occasion."""
    home = narration.roster.home
    if not is_state(home) or not _is_of_home(new, home) or any(e.has(c) for e in told.elements for c in ANEW):
        return None
    held = [d for d in narration.drafts if d.status == "held"]
    known = held[0] if len(held) == 1 else None
    if known is None or not _is_of_home(known, home) or (known.kind, new.kind) == ("meeting", "call"):
        return None
    if known.sentence == new.sentence:
        return None
    if new.days and known.days and (new.days.start > known.days.end or known.days.start > new.days.end):
        return None
    there, here = ({p for p in d.parties if p.name} for d in (known, new))
    return known if not there or here <= there else None


def _is_of_home(draft: Draft, home: str) -> bool:
    """Whether only people at home take part in talks that were held, a group among them, or one host alone."""
    of_home = all(p.affiliation in (None, home) for p in draft.parties)
    group = len(draft.parties) == 1 or any(p.kind == "group" for p in draft.parties)
    return draft.kind in TWO_SIDED and draft.status == "held" and of_home and group


def tell_again(known: Draft, new: Draft) -> None:
    """Take over who is named, and the groups where none was told before."""
    groups = any(p.kind == "group" and not _is_host(known, p) for p in known.parties)
    further = [p for p in new.parties if p.name or not groups]
    known.parties.extend(p for p in further if p not in known.parties)
    known.spans.extend(span for span in new.spans if span not in known.spans)
    if known.days is None:
        known.days, known.date_spans, known.date_rule = new.days, new.date_spans, new.date_rule
    known.places = known.places or new.places


def _is_host(draft: Draft, party: object) -> bool:
    return draft.parties[0] is party
