"""Whether an occasion was over, or is still to come, as the words around it and its day tell."""

from __future__ import annotations

import itertools
from datetime import timedelta

from dragoman.reading.accounts.convenings import is_of_home
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.people import Person

SEASON = timedelta(days=60)  # after which what was signed is no news
NEWS = timedelta(days=7)  # within which what a text is about was held
FEW_DAYS = timedelta(days=4)  # before what is being told; what was then belongs to the same days


def will_be(elements: list[Element], index: int) -> bool:
    """Whether the clause that an occasion stands in is of what is planned."""
    clause = itertools.takewhile(lambda e: not (e.has("stop") or e.has("cut")), reversed(elements[:index]))
    return any(e.has("planned") for e in clause)


def is_fronted_before_plan(told: Told, p: Predicate) -> bool:
    """'Au cours de | son séjour à Lima, elle | rencontrera': a journey that opens a sentence of what is to come."""
    opens = p.kind == "visit" and all(not e.mentions and not e.has("finite") for e in told.elements[: p.index])
    after = next((q for q in told.predicates if q.index > p.index and q.sort == "trigger" and not q.nested), None)
    return opens and after is not None and after.cue == "planned"


def is_announced(narration: Narration, told: Told, p: Predicate) -> bool:
    """'Lundi, la ministre | reçoit | l'envoyé': the present on a weekday tells of what is to come."""
    if p.cue or p.form != "verb" or p.entry.get("tense") != "present":
        return False
    done = (q for q in told.predicates if q.entry.get("participle") and not q.cue)
    claimed = [m for q in done for m in q.dates]  # 'who leads the Agency, | has met | on Monday'
    dates = p.dates or [m for e in told.elements for m in e.mentions if m.kind == "date" and m not in claimed]
    return len(dates) == 1 and narration.is_weekday_ahead(dates[0])


def is_long_past(narration: Narration, draft: Draft) -> bool:
    """Whether a draft was over, by more than a journey's few days, before that which is being told."""
    current = _days_told(narration)
    return current is not None and draft.days is not None and draft.days.end + FEW_DAYS < current.start


def _days_told(narration: Narration) -> Days | None:
    """When that was which is being told; if on no day told, when the latest before it was held."""
    now = narration.current
    if now is not None and now.days is None:
        now = next((d for d in reversed(narration.drafts) if d.status == "held" and d.days), now)
    return now.days if now is not None else None


def has_been_done(narration: Narration, told: Told, p: Predicate) -> bool:
    """'She | has | also met with mayors of 17 states', 'He has led these efforts, meeting with mayors': what somebody
    has done with groups over time, told after the talks that a text is about.
    """
    main = narration.drafts[0] if narration.drafts else None
    if main is None or main.kind not in TWO_SIDED or main.status != "held" or main.sentence == told.number:
        return False
    groups = bool(p.objects) and all(m.kind == "group" for m in p.objects)
    if p.kind not in TWO_SIDED or p.cue or not groups:
        return False
    perfect = next((n for n in range(p.index - 1, -1, -1) if told.elements[n].has("perfect")), -1)
    between = told.elements[perfect + 1 : p.index]
    return perfect >= 0 and not any(e.is_kind("date") or e.has("finite") or e.has("rel") for e in between)


def is_looked_back_on(narration: Narration, told: Told, draft: Draft) -> bool:
    """'spoke today with A. She met A on March 30', 'Since that meeting, they held the Dialogue': an earlier occasion,
    told after the one that the text is about.
    """
    main = narration.drafts[0] if narration.drafts else None
    if main is None or main.kind not in TWO_SIDED or main.status != "held" or main.sentence == told.number:
        return False
    if told.elements[0].has("since"):
        return not draft.date_spans or narration.published is None or draft.days is None
    if _is_background_at_home(narration, main, draft):
        return True
    now, then, told_on = main.days, draft.days, narration.published
    if now is None or then is None or told_on is None or not draft.date_spans or now.end + NEWS < told_on:
        return False
    within = any(d.kind in PARENTS and d.days and d.days.start <= then.start <= d.days.end for d in narration.drafts)
    return then.end + NEWS < now.start and not within and any(person in main.parties for person in draft.parties)


def _is_background_at_home(narration: Narration, main: Draft, draft: Draft) -> bool:
    """'In May, officials met with mayors. A week later, the President met with governors', told of a convening in
    September: others at home, on a day long before it, or told right after such an occasion."""
    home = narration.roster.home
    if home is None or not (is_of_home(main, home) and is_of_home(draft, home)) or not main.days:
        return False
    if any(person in main.parties for person in draft.parties):
        return False
    last = narration.drafts[-1]
    after_one = last.status == "referenced" and last.paragraph == draft.paragraph and not draft.date_spans
    long_before = draft.days is not None and bool(draft.date_spans) and draft.days.end + NEWS < main.days.start
    return long_before or after_one


def is_of_others(narration: Narration, told: Told, draft: Draft) -> bool:
    """'They discussed the Secretary's travel to Lima': what those who talk speak of and did not do themselves."""
    talks = narration.current
    if not draft.rule.endswith("noun") or talks is None or talks.kind not in TWO_SIDED or talks.sentence == told.number:
        return False
    verbs = [told.elements[p.index] for p in told.predicates if p.sort in ("say", "discuss") and p.form == "verb"]
    spoken_of = bool(verbs and draft.spans) and draft.spans[0][0] > verbs[0].start
    return spoken_of and bool(draft.parties) and not any(x in talks.parties for x in draft.parties)


def signed_long_ago(narration: Narration, draft: Draft) -> bool:
    """'the accord signed in Lima in 2021': more than a season before what is being told, or before the text."""
    current = narration.current.days if narration.current is not None else None
    now = current.start if current is not None else narration.published
    return now is not None and draft.days is not None and draft.days.end + SEASON < now


def looks_back(narration: Narration, told: Told, p: Predicate, subject: list[Person]) -> bool:
    """'She ended her visit on Friday. On Monday she had met A', 'An hour earlier she had met B': a day of the journey,
    or of the days, being told, not an earlier one.
    """
    if p.cue != "earlier" or not _in_pluperfect(told.elements, p):
        return False
    held = [d.days for d in narration.drafts if d.days and d.status == "held"]
    if held and any(e.has("lately") for e in told.elements[: p.index]):
        return True
    around = told.elements if p.form != "noun" else []  # 'followed up today on their recent meeting'
    dates = p.dates or [m for e in around for m in e.mentions if m.kind == "date"]
    days = narration.days(dates[0], False) if dates else None
    exact = days is not None and days.start == days.end
    if days is not None and exact and any(timedelta(0) <= x.start - days.start <= FEW_DAYS for x in held):
        return True
    journeys = [d for d in narration.drafts if d.kind in PARENTS and d.status == "held" and d.days]
    return days is not None and any(
        d.days is not None and d.days.start <= days.start <= d.days.end and any(x in d.parties for x in subject)
        for d in journeys
    )


def _in_pluperfect(elements: list[Element], p: Predicate) -> bool:
    """Whether a verb's form, or the auxiliary that is its cue, tells of what had happened before."""
    cued = elements[p.cue_index].entries("earlier") if p.cue_index >= 0 else []
    return any(entry.get("tense") == "pluperfect" for entry in (p.entry, *cued))


def is_past(narration: Narration, p: Predicate) -> bool:
    """'during their initial call in April': a date before that of what is being told."""
    current = _days_told(narration)
    days = narration.days(p.dates[0], False)
    return current is not None and days is not None and days.end < current.start


def is_looked_forward_to(told: Told, p: Predicate) -> bool:
    """'They look forward to meeting in June' announces a meeting."""
    return p.cue == "planned" and p.governor is not None and told.elements[p.governor.index].has("planned")


def is_foretold(narration: Narration, told: Told, p: Predicate) -> bool:
    """'The President said that her Envoy | would | travel to Lima next week': planned, as a day to come is told."""
    cues = told.elements[p.cue_index].entries("hypothetical")
    reported = any(entry.get("reported") for entry in cues)
    said = any(entry.get("accepted") for entry in cues) or any(
        q.sort == "say" and q.index < p.index for q in told.predicates
    )
    days = narration.days(p.dates[0], planned=True) if p.dates else None
    reported = reported or any(entry.get("accepted") for entry in cues)
    return reported and said and bool(told.subjects[p.index]) and days is not None and narration.not_over(days)


def is_agreed_to(p: Predicate) -> bool:
    """'They agreed to meet again in Lima', '… to hold a meeting in June' announces a meeting."""
    governor = p.governor
    if governor is not None and governor.sort == "say" and governor.governor is not None and p.events:
        agreed = governor if governor.entry.get("joint") == "agreed" else governor.governor
        governor = agreed  # 'agreed to encourage exchange and to | hold | the next session in Lima'
    told = governor is not None and (governor.pronoun == "they" or (governor.pronoun == "it" and bool(p.events)))
    together = told and not p.objects  # 'It was agreed to hold the next session in Lima'
    return (
        (p.form == "verb" or p.light)
        and governor is not None
        and governor.entry.get("joint") == "agreed"
        and (together or p.kind == "meeting")
        and bool(p.places or p.dates)
    )
