"""What looks like a saying and says nothing, or stands with one: what is announced, handed over, summed up, told by the
narrator; the occasion and the partners told beside what is said.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.standing import Utterance
from dragoman.reading.mentions.people import Person

THAT = 6  # elements after a verb in which the clause begins that it leads to
WHEN_REACH = 5  # elements before a verb in which the 'when' of its clause stands
AWAITING_REACH = 4  # elements of a content in which 'he looked forward to' stands
Part = tuple[int, int]


def announces(told: Told, p: Predicate, start: int) -> bool:
    """'They agreed to | meet again in Lima': what they agreed on is told as an engagement of its own."""
    planned = (q for q in told.predicates if q.governor is p and q.sort == "trigger" and q.form == "verb")
    return any(start <= q.index <= start + 3 and told.by_predicate.get(q.index) for q in planned)


def opens_with_occasion(elements: list[Element], start: int) -> bool:
    """'They looked forward to | further discussions at the Forum': what is to take place, and nothing that is said."""
    light = ("det", "adjective", "low", "aux")
    head = next((e for e in elements[start:] if not e.has_any(light)), None)
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


def is_communique(told: Told, quoted: list[Part]) -> bool:
    """'“The two sides discussed trade,” the statement says': what is quoted tells of the talks and is no speech."""
    inside = [p for p in told.predicates if any(a <= p.index < b for a, b in quoted)]
    speech = any(e.pronoun == "we" for a, b in quoted for e in told.elements[a:b])
    speech = speech or any(p.reports and p.pronoun != "it" for p in told.predicates)
    source = any(p.reports and p.pronoun == "it" for p in told.predicates)
    they = any(p.pronoun == "they" or p.form == "passive" for p in inside if p.sort == "discuss")
    return bool(inside) and not speech and (source or they)


def passes_on(told: Told, p: Predicate, people: list[Person]) -> bool:
    """'The Ministry announces that the Minister received …': a source tells of an engagement itself."""
    that = p.entry.get("ends") == "that" or any(e.has("that") for e in told.elements[p.index + 1 : p.index + THAT])
    later = (q for q in told.predicates if q.index > p.index and q.sort == "trigger" and q.form == "verb")
    held = [d for q in later for d in told.by_predicate.get(q.index, []) if d.status == "held"]
    return that and bool(held) and not any(person in d.parties for d in held for person in people)


def without_occasion(told: Told, start: int, end: int) -> int:
    """'urged Chad to help | during a call with the Envoy': where the occasion begins that is told beside it."""
    for p in told.predicates:
        if p.form == "noun" and p.nested and start < p.index < end and told.by_predicate.get(p.index):
            nest = next((n for n in range(p.index - 1, start, -1) if told.elements[n].has("nest")), end)
            between = told.elements[nest + 1 : p.index]
            inside = any(e.role == "of" or e.has("edge") for e in between)  # 'as the start | of talks'
            return nest if nest > start + 1 and not inside else end
        if p.form == "verb" and p.sort == "trigger" and start < p.index < end and told.by_predicate.get(p.index):
            near = range(p.index - 1, max(start, p.index - WHEN_REACH), -1)
            when = next((n for n in near if told.elements[n].has("moment") or told.elements[n].has("comma")), end)
            if when < end and told.elements[when].has("moment"):  # 'proposed a fair | when she met the Envoy'
                return when
    return end


def without_partners(narration: Narration, told: Told, start: int, end: int, drafts: list[Draft]) -> int:
    """'discussed trade | with Minister A': where those with whom it was discussed are named after it."""
    met = {person for draft in drafts for person in draft.parties}
    for index in range(start + 1, end - 1):
        after = next((e for e in told.elements[index + 1 : end] if not (e.has("det") or e.has("hon"))), None)
        named = after is not None and after.is_kind("person", "group")
        people = narration.people(list(after.mentions)) if after is not None and named else []
        if told.elements[index].role == "with" and people and all(person in met for person in people):
            return index
        closes = index + 2 >= end or told.elements[index + 2].has("stop")
        if told.elements[index].role == "with" and closes and told.elements[index + 1].has("posspron"):  # 'with | her'
            return index
    return end
