"""What is said without a verb of saying: after a colon, as what somebody calls a thing, 'according to' somebody."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.standing import Utterance
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.belonging import before_now
from dragoman.reading.sayings.speakers import several
from dragoman.reading.sayings.unsaid import Part
from dragoman.reading.sayings.voices import Voice

NAMING_REACH = 9  # elements before a quoted phrase in which 'called' stands
BESIDE_REACH = 3  # elements after a quotation in which its speaker is named
LEADS_ON = frozenset({"comma", "stop"})  # what ends a quotation that its sentence goes on from
LEAST_QUOTED = 4  # elements of direct speech that is no quoted phrase


def after_colon(narration: Narration, told: Told, quoted: list[Part]) -> None:
    """'The Minister was blunt: "…"': what is quoted after a colon is said by whoever the sentence is about."""
    elements = told.elements
    for start, end in quoted:
        if start < 3 or not elements[start - 2].has("colon") or end - start < LEAST_QUOTED:
            continue
        first = next((e for e in elements[: start - 2] if not (e.has("det") or e.has("hon") or e.has("also"))), None)
        people = narration.people(list(first.mentions)) if first is not None else []
        if not people and first is not None and first.pronoun == "he":
            people = narration.last_one or narration.last_subject
        draft = before_now(narration, people) if people else None
        if draft is not None:
            voice = Voice(told.sentence.paragraph, tuple(people), several(people), [draft], "stated")
            voice.says(elements, start, end, weak=True, direct=True)


def beside(narration: Narration, told: Told, direct: list[Part]) -> Voice | None:
    """'“…,” the Ambassador joked', '“…,” added Ms Quispe': who is named right after a quotation that leads on to them,
    whatever the verb; None if nobody is.
    """
    elements = told.elements
    for start, end in direct:
        leads = end - start >= LEAST_QUOTED and end + 1 < len(elements) and LEADS_ON & elements[end - 1].categories
        after = range(end + 1, min(len(elements), end + 1 + BESIDE_REACH)) if leads else range(0)
        at = next((n for n in after if elements[n].is_party or elements[n].pronoun == "he"), -1)
        apart = any(elements[n].has(c) for n in after if n < at for c in ("comma", "and", "cut", "stop"))
        if at < 0 or apart or any(at - 2 <= p.index <= at + BESIDE_REACH for p in told.predicates):
            continue
        people = narration.people(list(elements[at].mentions)) or narration.last_one
        draft = before_now(narration, people) if people else None
        if draft is not None:
            return Voice(told.sentence.paragraph, tuple(people), several(people), [draft], "stated")
    return None


def named(narration: Narration, told: Told, quoted: list[Part]) -> None:
    """'The Minister called the shortage “a slow fire”': what something is called is said by who calls it so."""
    elements = told.elements
    for start, end in quoted:
        near = range(start - 2, max(0, start - NAMING_REACH), -1)
        verb = next((n for n in near if elements[n].has("naming")), 0)
        between = elements[verb + 1 : start - 1]
        within = bool(between) and (between[-1].has("det") or bool(between[-1].role))  # 'of the | “Aurora”'
        if not verb or within or any(e.verbs() or e.has("cut") or e.has("comma") or e.has("quote") for e in between):
            continue
        subject = elements[before(elements, verb)[0]]
        people = narration.people(list(subject.mentions)) if subject.is_party else []
        people = people or (narration.last_one if subject.pronoun == "he" else [])
        draft = before_now(narration, people) if people else None
        if draft is not None:
            voice = Voice(told.sentence.paragraph, tuple(people), several(people), [draft], "stated")
            voice.says(elements, start, end, direct=True)


def attributed(narration: Narration, told: Told, limbo: Callable[[list[Person]], Draft]) -> None:
    """'According to the Minister, …', 'In the Minister's words, …'."""
    elements = told.elements
    opening = next((n for n, e in enumerate(elements[:8]) if e.has("comma")), 0)
    if not any(e.has("attribution") for e in elements[:opening]):
        _attributed_late(narration, told)
        return
    people = narration.people([m for e in elements[:opening] for m in e.mentions])
    pointing = (
        e.pronoun or e.item.get("posspron", "who") or e.item.get("attribution", "who")
        for e in elements[: opening + 1]
        if e.item
    )
    pronoun = next((who for who in pointing if who), "")
    gender = next((e.item.get("attribution", "g") for e in elements[:opening] if e.item and e.has("attribution")), "")
    people = people or (_fitting(narration, gender) if pronoun == "he" else [])
    if people or pronoun:
        narration.last_subject = people or narration.last_subject
        narration.last_one = people if len(people) == 1 else narration.last_one
        draft = before_now(narration, people) or limbo(people)
        voice = Voice(told.sentence.paragraph, tuple(people), pronoun == "they" or several(people), [draft], "stated")
        voice.says(elements, opening + 1, len(elements), weak=True)


def _fitting(narration: Narration, gender: str) -> list[Person]:
    """'selon | elle': who was spoken of last, or who takes part and is of the gender told."""
    here = narration.current.parties if narration.current else []
    people = (p for p in [*narration.last_subject, *here] if not gender or p.gender == gender)
    return next(([person] for person in people), narration.last_subject) if gender else narration.last_subject


def is_of_source(elements: list[Element], utterance: Utterance) -> bool:
    """'According to the Minister, | trade reached …': a verb whose subject only seems to be the source."""
    subject = utterance.predicate.subject
    comma = next((n for n, e in enumerate(elements[:8]) if e.has("comma")), 0)
    opening = elements[:comma] if any(e.has("attribution") for e in elements[:comma]) else []
    between = elements[comma + 1 : utterance.index]
    seems = bool(subject) and any(subject[0] in e.mentions for e in opening)
    return utterance.index > comma and seems and not any(e.is_party or e.pronoun for e in between)


def _attributed_late(narration: Narration, told: Told) -> None:
    """'Fishing is, | according to the Minister, | a priority': a view put into the sentence or at its end."""
    elements = told.elements
    late = range(LEAST_QUOTED, len(elements) - 1)
    at = next((n for n in late if elements[n].has("attribution") and elements[n - 1].has("comma")), 0)
    people = narration.people([m for e in elements[at + 1 : at + 4] for m in e.mentions]) if at else []
    draft = before_now(narration, people) if people and people[0].kind == "person" else None
    if draft is not None and people[0] in draft.parties:
        closes = all(not e.has("comma") for e in elements[at:])
        voice = Voice(told.sentence.paragraph, tuple(people), several(people), [draft], "stated")
        voice.says(elements, 0, at - 1 if closes else len(elements), weak=True)
