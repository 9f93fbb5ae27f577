"""'the meeting', 'during the visit': the accounts that a sentence points back to, and what it adds to them."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.accounts.occasions import is_one, kind_of
from dragoman.reading.accounts.setting import date, goes_on, lasts, locate
from dragoman.reading.accounts.tense import is_agreed_to, is_past
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person, is_state

SIDES = 2  # states or bodies, of which home's need not be told
ALSO = {
    "meeting": ("meeting", "call", "conference", "ceremony"),
    "visit": ("visit", "tour"),
    "call": ("call", "meeting"),
    "ceremony": ("ceremony", "signing"),
}


def goes_on_as(told: Told, p: Predicate) -> list[Draft]:
    """'talks in private, | followed by | a working session': the second part of the talks just told, unless it has a
    day or place of its own."""
    at = next((n for n in range(p.index - 1, -1, -1) if not told.elements[n].has("det")), -1)
    own = p.dates or p.places or any(m.kind == "person" and m.name for m in p.objects)
    if p.form != "noun" or at < 0 or not told.elements[at].has("continued") or own or kind_of(p) not in TWO_SIDED:
        return []
    before = [d for q in told.predicates if q.index < p.index for d in told.by_predicate.get(q.index, [])]
    return before[-1:] if before and before[-1].kind in TWO_SIDED else []


def pointed_to(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> list[Draft]:
    """'the meeting', 'during the visit', 'hosted the envoy for talks': accounts that a noun points back to."""
    if narration.current is not None and _speaks_on(narration, p, objects):
        return [narration.current]
    if narration.current is not None and _talk_on_call(narration.current, told, p, objects):
        return [narration.current]
    if p.form != "noun" or (p.places and not _held_there(told, p)) or p.events or is_agreed_to(p):
        return []
    kind = kind_of(p)
    governor = p.governor
    current = narration.current
    both = p.pronoun == "they" or _are_both(narration, p)
    again = p.light and both and not (objects or p.cue or p.dates or p.coordinated)
    if again and kind in TWO_SIDED and current is not None and current.kind in TWO_SIDED:
        return [current]  # 'spoke today with … They had a broad discussion'
    fringe = any(entry.get("fringe") for e in told.elements[: p.index] for entry in e.entries("nest"))
    if again and kind in TWO_SIDED and current is not None and not fringe and _is_of_two(current):
        talk = told.elements[p.index].has("talk") or p.entry.get("topic")
        if talk:
            return [current]  # 'held the 4th Dialogue … The delegations engaged in discussions on trade'
    beside = p.coordinated and not _is_manner(told, p)
    together = governor is not None and _is_what_for(told, governor, p)
    if governor is not None and governor.sort == "trigger" and (together or not objects) and not beside:
        told_there = [d for d in told.by_predicate.get(governor.index, []) if d.kind in ALSO.get(kind, (kind,))]
        home = narration.roster.home
        if kind == "visit" and told.elements[governor.index].has("hosting") and is_state(home):
            told_there = told.by_predicate.get(governor.index, [])  # 'hosted the King for a state visit'
            for draft in told_there:
                draft.kind, draft.places = "visit", draft.places or [PlaceDraft(home, None, (), True, "come-here")]
        if told_there:
            for draft in told_there:
                draft.join(objects)
                lasts(draft, told, p)
                draft.kind = "call" if kind == "call" else draft.kind
            return told_there
    own_day = p.settled and p.kind == "ceremony" and bool(p.subject)  # '前一日晚，甲出席|欢迎宴会'
    if p.dates and p.cue != "planned" and not own_day and is_past(narration, p):
        p.cue = "earlier"
    if not (p.definite or p.nested) or (objects and p.cue == "earlier") or _is_another(narration, told, p):
        return []
    if objects and beside and is_one(told.elements, p):
        return []  # 'an audience with the Minister, and | a | meeting with students'
    after = told.elements[p.index + 1] if p.index + 1 < len(told.elements) else None
    if kind == "ceremony" and not p.nested and after is not None and after.role == "of":
        return []  # 'attended the inauguration | of | the school'
    latest_first = narration.drafts[::-1]
    if kind in TWO_SIDED and not objects and _is_to_be(told, p):
        latest_first = [d for d in latest_first if d.status == "planned"]
    if kind in TWO_SIDED and current in latest_first:  # the one being told, though a headline told it first
        latest_first.sort(key=lambda d: d is not current)
    stay = kind == "visit" and p.pronoun == "he" and p.cue == ""
    if stay and not any(d.kind == "visit" and d.status == "held" for d in narration.drafts):
        ours = [d for d in latest_first if d.kind == "conference" and d.status == "held" and d.places]
        attended = [d for d in ours if set(told.subjects[p.index] or narration.last_one) & set(d.parties)]
        if attended:  # 'Mettant à profit son séjour, elle …', told of a conference
            return attended[:1]
    told_as = ALSO.get(kind, (kind,))
    if fringe and p.light:  # 'On the sidelines of the Forum, the two ministers held a meeting'
        told_as = tuple(other for other in told_as if other != "conference")
    if kind == "visit" and p.nested and not p.pronoun:  # 'at the end of the visit': a visitor received
        told_as = (*told_as, "meeting")
    over = p.nested and p.index + 1 < len(told.elements) and told.elements[p.index + 1].has("nestafter")
    elsewhen = (
        ("referenced", "planned") if over else ("referenced",)
    )  # '会谈|后': what somebody said will be is not over
    for draft in sorted(
        latest_first,
        key=lambda d: (p.cue != "earlier" and d.status in elsewhen, kind == "visit" and d.kind != "visit"),
    ):
        if (
            draft.kind in told_as
            and all(_among(o, draft) for o in objects)
            and (p.cue != "earlier" or draft.status == "referenced")
        ):
            return [draft]
    return []


def _is_to_be(told: Told, p: Predicate) -> bool:
    """'A further meeting | is scheduled | for May', 'The next meeting | will be held in Lima': one still to come, with
    a day or place of its own."""
    verb = next((q for q in told.predicates if q.governor is p and q.entry.get("light")), p)
    return p.cue == "planned" and not p.nested and bool(p.dates or p.places or verb.dates or verb.places)


def _held_there(told: Told, p: Predicate) -> bool:
    """'At the meeting, | held in Lima |, both discussed': the place, told beside it, of what was told before."""
    after = told.elements[p.index + 1 : p.index + 3]
    beside = len(after) > 1 and after[0].has("comma") and after[1].has("light")
    return beside and p.nested and told.elements[p.index - 1].has("definite") and not p.objects


def _are_both(narration: Narration, p: Predicate) -> bool:
    """'spoke today with … | Minister A and Minister B | continued discussions on': both who talk, named again."""
    current = narration.current
    named = narration.people(p.subject) if len(p.subject) > 1 and current is not None else []
    return current is not None and bool(named) and set(named) == set(current.parties)


def _is_of_two(draft: Draft) -> bool:
    """Whether an event that was held is one between two sides, which talk in it and nowhere else."""
    return draft.kind == "conference" and draft.status == "held" and len(draft.affiliations()) <= SIDES


def _speaks_on(narration: Narration, p: Predicate, objects: list[Person]) -> bool:
    """'A met with B. The two leaders | spoke | candidly about fish': in the talks just told."""
    current = narration.current
    there = current is not None and current.kind in TWO_SIDED and current.status == "held"
    alone = not (objects or p.dates or p.places or p.events or p.cue or p.object_pronoun or p.subject)
    return there and alone and p.form == "verb" and bool(p.entry.get("unless")) and p.pronoun == "they"


def announced_with(narration: Narration, p: Predicate, subject: list[Person], objects: list[Person]) -> list[Draft]:
    """'La ministre | reçoit | ce jour A. Toutes deux | s'entretiendront | de la pêche': one occasion, still to come."""
    current, alone = narration.current, not (objects or p.dates or p.places or p.events)
    ahead = p.form == "verb" and p.entry.get("tense") == "future" and kind_of(p) in TWO_SIDED and alone
    if current is None or not ahead or current.status != "held" or current.kind not in TWO_SIDED:
        return []
    today = current.days is not None and current.days.start == current.days.end == narration.published
    both = len(subject) > 1 and all(person in current.parties for person in subject)
    told = [q for t in narration.told for q in t.predicates if current in t.by_predicate.get(q.index, [])]
    if not (today and both and told and all(q.entry.get("tense") == "present" for q in told)):
        return []
    current.status = "planned"
    return [current]


def _is_another(narration: Narration, told: Told, p: Predicate) -> bool:
    """'A meeting | was held between | A and B', who took part in none told before."""
    held = next((q for q in told.predicates if q.governor is p and q.entry.get("light")), None)
    if held is None or not held.closed or held.form != "passive":
        return False
    sides = narration.people(held.objects)
    return not any(side in draft.parties for draft in narration.drafts for side in sides)


def _is_manner(told: Told, p: Predicate) -> bool:
    """'left for Lima, | on | a three-day visit': a noun that tells what kind of journey the verb before it is."""
    before = next((e for e in reversed(told.elements[: p.index]) if not (e.has("det") or e.has("adjective"))), None)
    return (
        p.governor is not None and p.kind == p.governor.kind == "visit" and before is not None and before.role == "on"
    )


def _among(person: Person, draft: Draft) -> bool:
    """Whether somebody is a party, or a group that stands for one ('Israeli officials')."""
    return person in draft.parties or (
        person.kind == "group" and person.affiliation is not None and person.affiliation in draft.affiliations()
    )


def attended(narration: Narration, told: Told, noun: Predicate) -> list[Draft]:
    """'The talks were attended by …', 'all the meetings were attended by …': those that the noun points to."""
    if noun.together or noun.each or any(e.has("all") for e in told.elements[max(0, noun.index - 3) : noun.index]):
        return [
            d
            for d in narration.drafts
            if d.kind in ALSO.get(noun.kind, ()) and d.status == "held" and d.kind not in PARENTS
        ]
    return told.by_predicate.get(noun.index, []) or _told_with_place(narration, told, noun)


def _told_with_place(narration: Narration, told: Told, noun: Predicate) -> list[Draft]:
    """'| The meeting |, held at the Palace, was attended by …': the talks being told, whose place is told with it."""
    current = narration.current
    article = noun.index > 0 and told.elements[noun.index - 1].has("definite")
    if current is None or not (article and noun.places) or noun.cue or current.status != "held":
        return []
    place = noun.places[0].country or noun.places[0].affiliation
    same = not current.places or place is None or place in current.countries()
    return [current] if same and current.kind in TWO_SIDED and current.kind in ALSO.get(noun.kind, ()) else []


def _talk_on_call(current: Draft, told: Told, p: Predicate, objects: list[Person]) -> bool:
    """'甲同乙通电话，双方就丙深入沟通': whether a verb of talking only tells how both talked on the call just told."""
    both = p.settled and p.form == "verb" and p.pronoun == "they" and not (objects or p.cue)
    talk = both and p.kind == "meeting" and told.elements[p.index].has("discuss")
    return talk and current.kind == "call" and current.status == "held" and current.sentence == told.number


def gathers_at(current: Draft, told: Told, p: Predicate) -> bool:
    """'The exhibition was opened on Monday. It | was attended by | A and B': whether those told take part in the
    ceremony told right before.
    """
    it = p.kind == "conference" and p.form == "passive" and not (p.subject or p.events or p.light)
    near = current.status == "held" and told.number - current.sentence == 1
    return it and near and current.kind == "ceremony" and p.governor is None and not (p.dates or p.places)


def presides_over(current: Draft, told: Told, p: Predicate) -> bool:
    """'甲与来宾座谈，乙|主持座谈会': whether those told preside over talks told right before, and meet no others."""
    here = current.sentence == told.number or (told.number - current.sentence == 1 and not p.dates)
    talks = current.kind in TWO_SIDED and current.status == "held" and p.cue == ""
    return bool(p.entry.get("chairs") and p.subject) and not (p.objects or p.companions) and here and talks


def is_own_earlier(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> bool:
    """'gave a readout of his call with Minister B': a talk of the speaker's own with somebody who is not spoken to."""
    governor = p.governor or next((q for q in reversed(told.predicates) if q.index < p.index and p.subject), None)
    content = governor is not None and governor.sort in ("say", "discuss")
    if p.form != "noun" or p.cue or p.kind not in TWO_SIDED or not content:
        return False
    own = any(e.has("posspron") or e.has("poss") for e in told.elements[max(0, p.index - 3) : p.index])
    present = narration.current.parties if narration.current else []
    settled = bool(p.dates or p.places)
    return (
        own and bool(objects) and all(o.kind == "person" and (o.name or settled) and o not in present for o in objects)
    )


def is_this_one(narration: Narration, draft: Draft) -> bool:
    """'I am glad that we meet', said in a meeting, tells of no other one."""
    current = narration.current
    if draft.kind == "visit" and draft.status == "referenced" and draft.days is None:
        journeys = [d for d in narration.drafts if d.kind == "visit" and d.status == "held"]
        return any(d.countries() & draft.countries() and set(d.parties) & set(draft.parties) for d in journeys)
    conferring = draft.rule == "meeting-verb" and current is not None and current.kind == "call" != draft.kind
    bare = draft.kind in TWO_SIDED and (draft.status == "referenced" or conferring)
    told = draft.days or draft.places or not bare
    return (
        not told
        and current is not None
        and current.kind in TWO_SIDED
        and all(person in current.parties for person in draft.parties)
    )


def _is_what_for(told: Told, verb: Predicate, noun: Predicate) -> bool:
    """'hosted mayors | for | a discussion | with nurses': all of them talked together."""
    leads = next((e for e in reversed(told.elements[verb.index + 1 : noun.index]) if not e.has("det")), None)
    gathers = verb.form == "verb" and verb.kind in TWO_SIDED and bool(verb.objects)
    hosts = told.elements[verb.index].has("light") or told.elements[verb.index].has("hosting")
    return gathers and hosts and leads is not None and leads.role == "for"


def refine(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
    """What a later mention of the same occasion adds: date, place."""
    element = told.elements[p.index]
    draft.spans.append((element.start, element.end))
    if p.nested and draft.kind not in PARENTS:  # 'During the talks, Minister B stressed …'
        speakers = [
            x
            for q in told.predicates
            if q.sort == "say"
            for x in narration.people(q.subject)
            if x.kind == "person" and x.name and x.post
        ]
        written_by = {x for q in told.predicates if q.kind == "letter" for x in narration.people(q.objects)}
        draft.join(x for x in speakers if x not in written_by)
    journeys = (d for d in narration.drafts if d.kind == "visit" and d is not draft)
    borrowed = bool(draft.date_spans) and any(d.date_spans == draft.date_spans for d in journeys)
    if p.dates and (draft.days is None or draft.kind == "visit" or borrowed):
        told_before = draft.days
        date(narration, draft, told, p)
        if told_before and draft.kind == "visit" and draft.days and draft.days.start == draft.days.end:
            draft.days = told_before  # only a span outweighs what was told of a journey before
    goes_on(narration, draft, told, p)
    if not draft.places and (not p.nested or _held_there(told, p)):
        locate(draft, told, p)
