"""What looks like a saying and says nothing: what is announced, handed over, summed up, told by the narrator."""

from __future__ import annotations

from dragoman.reading.accounts.narration import Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.standing import Utterance

AWAITING_REACH = 4  # elements of a content in which 'he looked forward to' stands


def announces(told: Told, p: Predicate, start: int) -> bool:
    """'They agreed to | meet again in Lima': what they agreed on is told as an engagement of its own."""
    planned = (q for q in told.predicates if q.governor is p and q.sort == "trigger" and q.form == "verb")
    return any(start <= q.index <= start + 3 and told.by_predicate.get(q.index) for q in planned)


def opens_with_occasion(elements: list[Element], start: int) -> bool:
    """'They looked forward to | further discussions at the Forum': what is to take place, and nothing that is said."""
    light = ("det", "adjective", "low", "aux")
    head = next((e for e in elements[start:] if not any(map(e.has, light))), None)
    nouns = [] if head is None else [e for e in head.entries("trigger") if e.get("form") == "noun"]
    return any(not e.get("needs") for e in nouns) or (head is not None and head.is_kind("event"))


def awaits(elements: list[Element], start: int, end: int) -> bool:
    """'noted that | he looked forward to | hosting the Envoy': an engagement to come, and nothing that is said."""
    near = range(start, min(end - 1, start + AWAITING_REACH))
    verb = next((n for n in near if elements[n].has("planned") and elements[n].has("say")), -1)
    after = elements[verb + 1].entries("trigger") if verb >= 0 else []
    return bool(after) or (verb >= 0 and opens_with_occasion(elements, verb + 1))


def to_somebody(elements: list[Element], start: int, end: int) -> bool:
    """'presented | awards to the divers': something is handed over."""
    to = next((n for n in range(start + 1, end - 1) if elements[n].role == "to"), 0)
    after = next((e for e in elements[to + 1 : end] if not (e.has("det") or e.has("hon"))), None) if to else None
    return after is not None and after.is_kind("person", "group")


def narrator_adds(utterance: Utterance) -> bool:
    """'Trade was also discussed, | underscoring the strong ties': nobody who speaks is told."""
    host = utterance.host
    told = host is not None and host.sort == "discuss" and host.form == "passive"
    return told and utterance.how == "participle" and not utterance.own


def only_sets(elements: list[Element], start: int, end: int) -> bool:
    """'…, the Envoy said | during a call with the Minister': what follows only tells where it was said."""
    return start < end and elements[start].has("nest") and not any(e.has("cut") for e in elements[start:end])


def narrates(told: Told, p: Predicate) -> bool:
    """Whether what somebody is named for at the end tells of an engagement itself: '…, a annoncé le ministre'."""
    return any(told.by_predicate.get(q.index) for q in told.predicates if q.index < p.index)


def sums_up(told: Told, utterance: Utterance) -> bool:
    """'The talks and meetings held during the visit highlight …': a closing remark that is nobody's saying."""
    named = [p for p in told.predicates if p.index < utterance.index and p.sort == "trigger" and p.form == "noun"]
    return (
        len(named) > 1
        and named[0].governor is None
        and named[1].governor is named[0]
        and not utterance.predicate.subject
    )
