"""A government's own convenings at home: one told again in other words is no other ('The White House hosted nurses. The
roundtable, convened by A, brought together midwives'), and who else was there is told by the way."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_code, is_state

ANEW = ("also", "afterwards", "then")  # words that tell of another occasion
OPENING = 4  # elements of a sentence in which it says of whom it tells
NEAR = 5  # elements before a noun for talks in which its subject and the verb stand
LINK = 8  # elements between 'participants' and the verb before those named


def convening_retold(narration: Narration, told: Told, new: Draft) -> Draft | None:
    """The convening at home, told before, that a new meeting or call is; None if it is another occasion."""
    home = narration.roster.home
    if not is_state(home) or not told.categories.isdisjoint(ANEW):
        return None
    held = [d for d in narration.drafts if d.status == "held"]
    held = [d for d in held if not any(x.parent is d for x in held)]  # hosted as part of a month's celebrations
    known = held[0] if len(held) == 1 else None
    moderated = known is not None and _is_part(
        known, new, home
    )  # 'hosted a roundtable. A moderated a discussion with B'
    if not (is_of_home(new, home) or moderated):
        return None
    if known is None or not is_of_home(known, home) or (known.kind, new.kind) == ("meeting", "call"):
        return None
    if known.sentence == new.sentence:
        return None
    if new.days and known.days and (new.days.start > known.days.end or known.days.start > new.days.end):
        return None
    there, here = ({p for p in d.parties if p.name} for d in (known, new))
    return known if not there or here <= there else None


def _is_part(known: Draft, new: Draft, home: str) -> bool:
    """Whether talks among people at home, told right after their host alone and of no day, are part of what he held."""
    host = len(known.parties) == 1 and known.parties[0].kind == "group" and known.paragraph == new.paragraph
    own = new.date_spans or new.places or new.status != "held" or new.kind not in TWO_SIDED
    return host and not own and all(_is_at_home(p, home) for p in new.parties)


def is_of_home(draft: Draft, home: str) -> bool:
    """Whether only people at home take part in talks that were held, a group among them, or one host alone."""
    of_home = all(_is_at_home(p, home) for p in draft.parties)
    group = len(draft.parties) == 1 or any(p.kind == "group" for p in draft.parties)
    return draft.kind in TWO_SIDED and draft.status == "held" and of_home and group


def _is_at_home(person: Person, home: str) -> bool:
    """Whether somebody acts for the home state, for nobody told, or for an institution that is no body of states."""
    return person.affiliation in (None, home) or not is_code(person.affiliation)


def speaks_at_convening(narration: Narration, speech: Draft, speakers: list[Person]) -> bool:
    """Whether remarks of which no day or place is told were made at the convening being told; whoever made them took
    part in it.
    """
    current, home = narration.current, narration.roster.home
    own = bool(speech.date_spans or speech.places or speech.event) or speech.status != "held"
    if own or current is None or not is_state(home) or not is_of_home(current, home) or not speakers:
        return False
    if not all(_is_at_home(person, home) for person in speakers):
        return False
    current.join(speakers)
    return True


def tell_again(known: Draft, new: Draft) -> None:
    """Take over who is named, and the groups where none but the host was told before."""
    further = [p for p in new.parties if p.name or not _has_guests(known)]
    known.join(further)
    known.spans.extend(dict.fromkeys(span for span in new.spans if span not in known.spans))
    if known.days is None:
        known.days, known.date_spans, known.date_rule = new.days, new.date_spans, new.date_rule
    known.places = known.places or new.places


def join_convening(narration: Narration, told: Told) -> None:
    """'A opened the meeting', 'The roundtable brought together nurses', 'Participants in it were B and C': further
    parties of the convening that is being told.
    """
    current, home = narration.current, narration.roster.home
    if current is None or not is_state(home) or current.sentence == told.number or not is_of_home(current, home):
        return
    if any(draft is not current for draft in told.drafts):
        return
    found: list[Mention] = []
    for p in told.predicates:
        here = p.sort == "trigger" and p.form == "noun" and p.definite and not (p.nested or p.cue)
        if here and current in told.by_predicate.get(p.index, []):
            found += _subject(told, p) + [
                m for m in _brought(told, p) if m.kind == "person" or not _has_guests(current)
            ]
    found += _participants(told)
    joining = [p for p in narration.people(found) if _is_at_home(p, home)]
    current.join(p for p in joining if _takes_part(p))


def _takes_part(person: Person) -> bool:
    return person.kind == "group" or (person.kind == "person" and person.name is not None)


def _has_guests(draft: Draft) -> bool:
    """Whether a group is told besides the host."""
    return any(p.kind == "group" for p in draft.parties[1:])


def _subject(told: Told, noun: Predicate) -> list[Mention]:
    """Those who 'opened | the | meeting', 'took part in | today's | roundtable': named right before the verb."""
    before = told.elements[max(0, noun.index - NEAR) : noun.index]
    last = next((n for n in range(len(before) - 1, -1, -1) if before[n].mentions), len(before))
    near = bool(noun.subject) and last < len(before) and noun.subject[-1] in before[last].mentions
    direct = near and all(e.role in ("", "at") for e in before[last:])
    return list(noun.subject) if direct and (noun.governor is None or noun.light) else []


def _brought(told: Told, noun: Predicate) -> list[Mention]:
    """Those told after 'the roundtable | brought together'."""
    verb = next((q.index for q in told.predicates if q.index > noun.index and q.entry.get("gathers")), -1)
    return _listed(told, verb) if 0 < verb - noun.index <= LINK else []


def _participants(told: Told) -> list[Mention]:
    """Those told after 'Participants in the roundtable | were', 'Speakers | included'."""
    opens = next((n for n, e in enumerate(told.elements[:OPENING]) if e.has("attendees")), -1)
    ahead = told.elements[opens + 1 : opens + LINK]
    named = next((n for n, e in enumerate(ahead) if e.is_kind("person", "group") or e.has("discuss")), len(ahead))
    verb = next((n for n, e in enumerate(ahead[:named]) if e.has("members") or e.has("be")), -1)
    announced = verb >= 0 or (bool(ahead) and ahead[0].is_kind("person", "group"))
    return _listed(told, opens + 1 + verb) if opens >= 0 and announced else []


def _listed(told: Told, verb: int) -> list[Mention]:
    """Those who are told right after a verb, up to the next verb or clause."""
    ends = (n for n, e in enumerate(told.elements) if n > verb and (e.verbs() or e.has("cut") or e.has("stop")))
    return [m for e in told.elements[verb + 1 : next(ends, len(told.elements))] for m in e.mentions]
