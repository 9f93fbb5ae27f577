"""Events of which only is spoken in talks: one session of a series, by its number, its year or its city."""

from __future__ import annotations

import itertools

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.accounts.tense import is_agreed_to
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

RELATIVE_REACH = 8  # elements of a relative clause before an event
PAIR = 2  # sides between which a series of sessions goes on
SERIES = "event-series"  # how the rules begin of events that only a number, or 'next', names


def session_status(elements: list[Element], index: int) -> str:
    """'将于9月举行的|甲峰会' is to come, '甲峰会|成果' and what somebody '成功主办' is over; '' if nothing says so."""
    if not elements[index].mentions[0].session:
        return ""
    before, after = elements[max(0, index - 1) : index], elements[index + 1 : index + 2]
    if any(e.has("outcome") for e in after) or any(e.has("hosted") for e in before):
        return "referenced"
    if any(e.has("planned") for e in relative_clause(elements, index)):
        return "planned"
    return "planned" if any(e.has("striven") for e in before) and after else ""


def relative_clause(elements: list[Element], index: int) -> list[Element]:
    """'将于9月在甲市举行的|峰会': what is told of an event right before it."""
    if not index or not elements[index - 1].has("rel"):
        return []
    before = reversed(elements[max(0, index - RELATIVE_REACH) : index - 1])
    return list(itertools.takewhile(lambda e: not (e.has("comma") or e.has("stop")), before))[::-1]


def session_parties(narration: Narration, elements: list[Element], index: int) -> list[Person]:
    """The state that hosted it, else both sides of the talks; nobody if it has been told of by more or less of its
    name.
    """
    event = elements[index].mentions[0]
    name = narration.roster.text_of((event.start, event.end)) or ""
    told = (narration.roster.text_of(d.event) for d in narration.drafts if d.kind == "conference" and d.event)
    if any(known and (known in name or name in known) for known in told):
        return []
    host = elements[index - 2] if index > 1 and elements[index - 1].has("hosted") else None
    if host is not None and host.is_kind("state"):  # '中方|成功主办|峰会'
        return narration.people(list(host.mentions))
    return sides_of_talks(narration, event)


def sides_of_talks(narration: Narration, event: Mention) -> list[Person]:
    """The states and bodies of the talks in which an event is spoken of, each as a party."""
    talks = narration.current
    return _sides(narration, talks, event) if talks is not None and talks.kind in TWO_SIDED else []


def _sides(narration: Narration, talks: Draft, event: Mention) -> list[Person]:
    home = narration.roster.home
    sides = narration.sides(talks, event)
    ours = home is not None and any(p.affiliation is None for p in talks.parties)
    if home is None or not ours or any(p.affiliation == home for p in sides):
        return sides
    named = Mention("state", "side-of-talks", event.first, event.last, event.start, event.end, affiliation=home)
    return [narration.roster.enter(named), *sides]


def of_series(event: Mention) -> bool:
    """Whether an event is one session of a series whose name it does not tell: 'the second session of the dialogue'."""
    return not event.members and not event.regions and event.rule.startswith((SERIES, "event-ordinal"))


def series_parties(narration: Narration, event: Mention) -> list[Person]:
    """The two sides of the talks, or of the session, being told, whose series an event goes on; [] of more."""
    talks = narration.current
    if talks is None or talks.kind not in {*TWO_SIDED, "conference"} or not of_series(event):
        return []
    sides = _sides(narration, talks, event)
    return sides if len(sides) == PAIR else []


def session_by_number(narration: Narration, told: Told, p: Predicate) -> Mention | None:
    """'They will hold | the seventh meeting | in Lima', told of the sixth: the event that a numbered noun is."""
    before = told.elements[p.index - 1] if p.index else None
    numbered = before is not None and before.has_any(("ordinal", "ordnum", "ensuing"))
    held = next((q for q in told.predicates if q.governor is p and q.form == "passive"), p)
    to_come = "planned" in (p.cue, held.cue) or is_agreed_to(p)
    if p.kind not in TWO_SIDED or not to_come or p.objects or p.events or not numbered or before is None:
        return None
    if not any(d.kind == "conference" and d.status == "held" for d in narration.drafts[-PAIR:]):
        return None
    noun = told.elements[p.index]
    words = noun.item.text if noun.item is not None else ""
    last = words.rpartition(" ")[1:] if p.entry.get("topic") else ()  # 'meeting | on'
    span = (before.start, noun.end - sum(map(len, last)))
    number = p.index - 1
    return Mention("event", f"{SERIES}-by-number", number, number, *span, locality=span, session=True)
