"""Predicates → accounts: what points back is joined to what it points to, what is new is entered."""

from __future__ import annotations

from dragoman.reading.accounts.beside import told_beside
from dragoman.reading.accounts.company import accompanied, bring
from dragoman.reading.accounts.discussions import discussion, discussion_with, told_by_phone
from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.implied import addressed, implied_talks
from dragoman.reading.accounts.invitations import invited
from dragoman.reading.accounts.leading import lead
from dragoman.reading.accounts.letters import hand_over, receivers, talks_of
from dragoman.reading.accounts.margins import around
from dragoman.reading.accounts.merging import absorb, same_occasion
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.accounts.occasions import kind_of, occasions
from dragoman.reading.accounts.presence import present
from dragoman.reading.accounts.setting import date, goes_on, lasts, locate
from dragoman.reading.accounts.together import then_and_there
from dragoman.reading.clauses.arguments import after_instrument
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person

PAIR = 2
ALSO = {
    "meeting": ("meeting", "call", "conference", "ceremony"),
    "visit": ("visit", "tour"),
    "call": ("call", "meeting"),
    "ceremony": ("ceremony", "signing"),
}


def tell(narration: Narration, told: Told) -> None:
    """Take in one sentence: its mentions, then its predicates in order, then what stands around them."""
    narration.enter(told)
    before = narration.current
    if any(p.pronoun == "he" for p in told.predicates):
        _speak_of_first(narration, told)
    for p in told.predicates:
        told.subjects[p.index] = _nth(narration, told, p) or narration.subject(p)
        listed = narration.people(p.objects) if p.sort == "trigger" else []
        listed = listed if len(listed) > 1 or len(p.subject) != PAIR else narration.people(p.subject)
        narration.listed = listed if len(listed) > 1 else narration.listed
        if (
            p.sort == "discuss"
            and p.cue in ("", "planned")
            and not (p.governor and told.by_predicate.get(p.governor.index))
        ):
            told.by_predicate[p.index] = [_enter(narration, d) for d in discussion_with(narration, told, p)]
            told.drafts.extend(told.by_predicate[p.index])
        if p.sort == "say" and p.cue == "":
            phoned = [_enter(narration, d) for d in told_by_phone(narration, told, p)]
            told.by_predicate.update({p.index: phoned} if phoned else {})
            told.drafts.extend(phoned)
            narration.current = phoned[-1] if phoned else narration.current
        agreeing = p.sort == "say" and p.entry.get("joint") == "agreed" and p.entry.get("act") == "stated"
        if (
            (p.sort == "discuss" or agreeing)
            and (p.governor is None or (p.governor.entry.get("tells") and not told.by_predicate.get(p.governor.index)))
            and not narration.drafts
            and sum(x.name is not None for x in told.subjects[p.index]) > 1
        ):
            told.by_predicate[p.index] = [_enter(narration, discussion(narration, told, p))]
            told.drafts.extend(told.by_predicate[p.index])
        if narration.current is None and _takes_talks_for_granted(p):
            implied = implied_talks(narration, told, p)
            if implied is not None:
                narration.drafts.append(implied)
                narration.current = implied
                told.drafts.append(implied)
                told.subjects[p.index] = narration.subject(p)
        if p.sort == "trigger":
            told.by_predicate[p.index] = _trigger(narration, told, p)
            told.drafts.extend(d for d in told.by_predicate[p.index] if d not in told.drafts)
            fresh = [
                d
                for d in told.by_predicate[p.index]
                if d.kind not in PARENTS and d.status != "referenced" and not p.reported
            ]
            narration.current = fresh[-1] if fresh and not p.nested else narration.current
        if (
            told.subjects[p.index]
            and not (p.nested or p.reported)
            and (p.form != "noun" or told.by_predicate.get(p.index))
        ):
            narration.last_subject = told.subjects[p.index]
            alone = narration.people(p.subject) if p.companions else narration.last_subject
            narration.last_one = alone if len(alone) == 1 else narration.last_one
        if told.subjects[p.index] and p.sort == "say":
            narration.speaker = told.subjects[p.index]
            bring(narration, p)
    _speak_of_first(narration, told)
    around(narration, told)
    then_and_there(narration, told, before)
    lead(narration, told)
    present(narration, told)
    accompanied(narration, told)
    only_recalled = [
        d
        for p in told.predicates
        if p.nested and p.definite
        for d in told.by_predicate.get(p.index, [])
        if d.kind in PARENTS
    ]
    in_words = [d for p in told.predicates if p.reported for d in told.by_predicate.get(p.index, [])]
    ours = [d for d in told.drafts if d.status != "referenced" and d not in only_recalled and d not in in_words]
    ours = [d for d in ours if d.kind not in PARENTS] or ours
    if narration.current is not None:  # 'one aim of his visit', 'this state visit', said of the talks being told
        ours = [d for d in ours if d.kind != "visit" or any(x.rule != "stay-told-of" for x in d.places)]
    beside = told_beside(told)
    mainly = [d for d in ours if d not in beside]
    if ours:
        narration.current = (mainly or ours)[-1]


def _nth(narration: Narration, told: Told, p: Predicate) -> list[Person]:
    """'The first | pledged …; the second | asked …': which of those listed before is the subject."""
    at, _ = before(told.elements, p.index)
    item = told.elements[at].item if at > 0 and told.elements[at - 1].has("det") else None
    number = int(item.get("nth", "n") or 0) if item is not None and not p.subject else 0
    return narration.listed[number - 1 : number] if number else []


def _speak_of_first(narration: Narration, told: Told) -> None:
    """Until somebody has been the subject of a verb, the first person named is the one spoken of."""
    first = next((m for e in told.elements for m in e.mentions if m.kind == "person"), None)
    if not narration.last_subject and first is not None:
        narration.last_subject = narration.people([first])


def _takes_talks_for_granted(p: Predicate) -> bool:
    """'the talks', 'during the meeting', 'both sides noted': something that has not been told is pointed back to."""
    if p.sort == "trigger":
        return (
            p.form == "noun"
            and kind_of(p) in TWO_SIDED
            and (p.definite or p.nested)
            and not p.objects
            and not (p.light and len(p.subject) > 1)  # 'A and B had | a call' is told here
            and p.cue in ("", "earlier")
        )
    return p.pronoun == "they"


def _trigger(narration: Narration, told: Told, p: Predicate) -> list[Draft]:
    invited_there = invited(narration, told, p) if p.kind == "conference" and p.cue != "negated" else []
    if invited_there:
        p.cue, told.subjects[p.index] = "planned", invited_there
    if p.cue == "hypothetical" and _is_foretold(narration, told, p):
        p.cue = "planned"
    if p.cue in ("negated", "hypothetical") and not _agreed_to(p):
        return []
    subject = told.subjects[p.index]
    objects = narration.people([*p.objects, *p.companions])
    narration.meet(objects if p.kind in TWO_SIDED else [])
    if p.object_pronoun and not objects:
        if (
            p.form == "passive" and p.object_pronoun == "they" and narration.current is not None
        ):  # 'was signed by the two sides'
            subject = list(narration.current.parties)
            if (p.dates or p.places) and after_instrument(told.elements, p.index):  # an earlier one, by the states
                subject = narration.sides(narration.current, (p.dates or p.places)[0])
        visitors = narration.visitors
        pointed = {"you": narration.addressee, "visitors": visitors, "travellers": visitors}.get(p.object_pronoun)
        partners = (
            narration.people(p.governor.objects) if p.governor is not None else []
        )  # 'met his colleague before chairing with him'
        objects = [x for x in (pointed() if pointed else partners or narration.last_subject) if x not in subject]
        if p.object_pronoun == "other":  # '乙将同其会谈'
            objects = narration.other_side(subject)
    talks = talks_of(narration, subject) if p.entry.get("carrier") and objects else None
    if talks is not None:
        subject = receivers(talks, subject, objects)
    if p.kind == "call" and p.entry.get("unless") and _within_talks(told, p):
        return []  # 'During the meeting, she also spoke to the leaders about …'
    if p.kind == "signing" and objects and any(e.has("behalf") for e in told.elements[p.index : p.reach]):
        subject = subject if p.subject else []  # 'was signed by A, on behalf of Chad': those who are named alone sign
    if p.kind == "signing" and p.form == "passive" and not (subject or objects) and narration.current is not None:
        subject = list(narration.current.parties)
    if (
        p.form == "passive"
        and objects
        and p.governor is not None
        and p.governor.form == "noun"
        and p.governor.kind in TWO_SIDED
        and not (p.light or p.events or p.kind == "signing")
    ):
        attended = _attended(narration, told, p.governor)
        for draft in attended:
            draft.parties.extend(x for x in objects if x not in draft.parties)
        if attended:
            return attended
    known = _pointed_to(narration, told, p, objects)
    if known:
        for draft in known:
            _refine(narration, draft, told, p)
        if known[-1].kind not in PARENTS:
            narration.current = known[-1]
        return known
    if not narration.drafts and p.form == "noun" and p.nested and kind_of(p) in TWO_SIDED and not (subject or objects):
        subject, objects = addressed(narration, told, p)
    if p.entry.get("light") and not p.objects and p.governor is not None and told.by_predicate.get(p.governor.index):
        for draft in told.by_predicate[
            p.governor.index
        ]:  # 'The meeting took place at the Palace with the participation of …'
            _refine(narration, draft, told, p)
            draft.parties.extend(person for person in objects if person not in draft.parties)
        return told.by_predicate[p.governor.index]
    if _own_earlier(narration, told, p, objects):
        p.cue = "earlier"
    if (
        p.governor is not None
        and p.governor.sort != "trigger"
        and not p.coordinated
        and p.cue != "earlier"
        and not (p.nested or p.adjunct or invited_there or _agreed_to(p) or _own_stay(narration, told, p))
        and not (p.governor.form == "passive" or _looked_forward(told, p))
        and not (p.form == "noun" and p.cue == "planned" and p.subject and p.subject is not p.governor.subject)
        and not p.governor.entry.get("agenda")
    ):
        return []
    if p.form == "noun" and _is_subject_of(told, p):
        return []
    if _agreed_to(p):
        p.cue = "planned"
    toured = _met_on_tour(narration, told, p, objects)
    if toured:
        _join_tour(narration, toured[-1], objects)
        return toured
    drafts = [
        _enter(narration, draft)
        for draft in occasions(narration, told, p, subject, objects)
        if not _this_one(narration, draft)
    ]
    if talks is not None:
        hand_over(talks, p, drafts)
    if p.governor is not None and p.governor.kind == "visit" and not p.coordinated:  # 'travelled to Lima to attend'
        journey = [d for d in told.by_predicate.get(p.governor.index, []) if d.kind == "visit"]
        for draft in drafts:
            if journey and draft.kind != "visit" and draft.parent is None:
                draft.parent, draft.parent_rule = journey[0], "purpose-of-journey"
    return drafts


def _within_talks(told: Told, p: Predicate) -> bool:
    """Whether a sentence begins with talks during which somebody speaks."""
    return any(
        q.form == "noun" and q.nested and told.by_predicate.get(q.index) for q in told.predicates if q.index < p.index
    )


def _is_subject_of(told: Told, p: Predicate) -> bool:
    """'took stock | of the mission to Lima': an occasion that is only what they spoke of."""
    governor = p.governor
    between = told.elements[governor.index : p.index] if governor is not None else []
    if governor is None or not governor.entry.get("tells") or any(e.has("and") for e in between):
        return False
    return any(e.role == "on" for e in between)


def _attended(narration: Narration, told: Told, noun: Predicate) -> list[Draft]:
    """'The talks were attended by …', 'all the meetings were attended by …': those that the noun points to."""
    if noun.together or noun.each or any(e.has("all") for e in told.elements[max(0, noun.index - 3) : noun.index]):
        return [
            d
            for d in narration.drafts
            if d.kind in ALSO.get(noun.kind, ()) and d.status == "held" and d.kind not in PARENTS
        ]
    return told.by_predicate.get(noun.index, [])


def _met_on_tour(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> list[Draft]:
    """'visited the school and talked with pupils', 'there he met the staff': a group met on a tour takes part in it."""
    there = any(e.has("there") for e in told.elements[max(0, p.index - 4) : p.index])
    if p.kind == "meeting" and p.form == "passive" and there:
        return [d for d in narration.drafts[-1:] if d.kind == "tour"]
    unknown = [o for o in objects if o.kind == "group" and (o.affiliation is None or _of_site(narration, o))]
    if p.kind != "meeting" or p.form != "verb" or not unknown:
        return []
    if p.coordinated and p.governor is not None and len(unknown) == len(objects):
        return [d for d in told.by_predicate.get(p.governor.index, []) if d.kind == "tour"]
    return [d for d in narration.drafts[-1:] if there and d.kind == "tour"]


def _of_site(narration: Narration, group: Person) -> bool:
    """Whether a group was only concluded to be of a place that is toured."""
    places = (place.locality for d in narration.drafts[-1:] if d.kind == "tour" for place in d.places)
    return group.inferred and group.affiliation in [narration.roster.text_of(place) for place in places]


def _join_tour(narration: Narration, tour: Draft, people: list[Person]) -> None:
    """Add those met on a tour; a group of whom nothing else is told is of the place."""
    tour.parties.extend(person for person in people if person not in tour.parties)
    site = next((place.locality for place in tour.places if place.rule == "toured-site"), None)
    for person in people:
        of_none = any(m.post_kind == "mixed" for m in person.mentions)
        if person.kind == "group" and person.affiliation is None and site and not of_none:
            person.affiliation, person.affiliation_span = narration.roster.text_of(site), site


def _own_earlier(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> bool:
    """'gave a readout of his call with Minister B': a talk of the speaker's own with somebody who is not spoken to."""
    governor = p.governor or next((q for q in reversed(told.predicates) if q.index < p.index and p.subject), None)
    content = governor is not None and governor.sort in ("say", "discuss")
    if p.form != "noun" or p.cue or p.kind not in TWO_SIDED or not content:
        return False
    own = any(e.has("posspron") or e.has("poss") for e in told.elements[max(0, p.index - 3) : p.index])
    present = narration.current.parties if narration.current else []
    return own and bool(objects) and all(o.kind == "person" and o.name and o not in present for o in objects)


def _this_one(narration: Narration, draft: Draft) -> bool:
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


def _looked_forward(told: Told, p: Predicate) -> bool:
    """'They look forward to meeting in June' announces a meeting."""
    return p.cue == "planned" and p.governor is not None and told.elements[p.governor.index].has("planned")


def _own_stay(narration: Narration, told: Told, p: Predicate) -> bool:
    """'said that trade was the aim of | his visit': a guest speaks of the journey that he is on."""
    plain = p.kind == "visit" and p.form == "noun" and p.pronoun == "he" and not (p.places or p.dates or p.objects)
    guests = [x for x in told.subjects.get(p.index, []) if x.affiliation not in (None, narration.roster.home)]
    return plain and p.cue == "" and bool(guests) and not any(d.kind == "visit" for d in narration.drafts)


def _is_foretold(narration: Narration, told: Told, p: Predicate) -> bool:
    """'The President said that her Envoy | would | travel to Lima next week': planned, as a day to come is told."""
    reported = any(entry.get("reported") for entry in told.elements[p.cue_index].entries("hypothetical"))
    said = any(q.sort == "say" and q.index < p.index for q in told.predicates)
    days = narration.days(p.dates[0], planned=True) if p.dates else None
    return reported and said and bool(told.subjects[p.index]) and days is not None and narration.not_over(days)


def _agreed_to(p: Predicate) -> bool:
    """'They agreed to meet again in Lima' announces a meeting."""
    governor = p.governor
    if governor is not None and governor.sort == "say" and governor.governor is not None and p.events:
        agreed = governor if governor.entry.get("joint") == "agreed" else governor.governor
        governor = agreed  # 'agreed to encourage exchange and to | hold | the next session in Lima'
    return (
        p.form == "verb"
        and governor is not None
        and governor.entry.get("joint") == "agreed"
        and governor.pronoun == "they"
        and bool(p.places or p.dates)
        and not p.objects
    )


def _pointed_to(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> list[Draft]:
    """'the meeting', 'during the visit', 'hosted the envoy for talks': accounts that a noun points back to."""
    if p.form != "noun" or p.places or p.events:
        return []
    kind = kind_of(p)
    governor = p.governor
    current = narration.current
    again = p.light and p.pronoun == "they" and not (objects or p.cue or p.dates or p.coordinated)
    if again and kind in TWO_SIDED and current is not None and current.kind in TWO_SIDED:
        return [current]  # 'spoke today with … They had a broad discussion'
    if governor is not None and governor.sort == "trigger" and not objects and not p.coordinated:
        told_there = [d for d in told.by_predicate.get(governor.index, []) if d.kind in ALSO.get(kind, (kind,))]
        home = narration.roster.home
        if kind == "visit" and told.elements[governor.index].has("hosting") and home and len(home) == 2:
            told_there = told.by_predicate.get(governor.index, [])  # 'hosted the King for a state visit'
            for draft in told_there:
                draft.kind, draft.places = "visit", draft.places or [PlaceDraft(home, None, (), True, "come-here")]
        if told_there:
            for draft in told_there:
                lasts(draft, told, p)
                draft.kind = "call" if kind == "call" else draft.kind
            return told_there
    if p.dates and p.cue != "planned" and _is_past(narration, p):
        p.cue = "earlier"
    if not (p.definite or p.nested) or (objects and p.cue == "earlier"):
        return []
    latest_first = narration.drafts[::-1]
    if kind in TWO_SIDED and current in latest_first:  # the one being told, though a headline told it first
        latest_first.sort(key=lambda d: d is not current)
    stay = kind == "visit" and p.pronoun == "he" and p.cue == ""
    if stay and not any(d.kind == "visit" and d.status == "held" for d in narration.drafts):
        ours = [d for d in latest_first if d.kind == "conference" and d.status == "held" and d.places]
        attended = [d for d in ours if set(told.subjects[p.index] or narration.last_one) & set(d.parties)]
        if attended:  # 'Mettant à profit son séjour, elle …', told of a conference
            return attended[:1]
    told_as = ALSO.get(kind, (kind,))
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


def _is_past(narration: Narration, p: Predicate) -> bool:
    """'during their initial call in April': a date before that of what is being told."""
    current = narration.current.days if narration.current else None
    days = narration.days(p.dates[0], False)
    return current is not None and days is not None and days.end < current.start


def _among(person: Person, draft: Draft) -> bool:
    """Whether somebody is a party, or a group that stands for one ('Israeli officials')."""
    return person in draft.parties or (
        person.kind == "group" and person.affiliation is not None and person.affiliation in draft.affiliations()
    )


def _refine(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
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
        draft.parties.extend(x for x in dict.fromkeys(speakers) if x not in draft.parties and x not in written_by)
    journeys = (d for d in narration.drafts if d.kind == "visit" and d is not draft)
    borrowed = bool(draft.date_spans) and any(d.date_spans == draft.date_spans for d in journeys)
    if p.dates and (draft.days is None or draft.kind == "visit" or borrowed):
        told_before = draft.days
        date(narration, draft, told, p)
        if told_before and draft.kind == "visit" and draft.days and draft.days.start == draft.days.end:
            draft.days = told_before  # only a span outweighs what was told of a journey before
    goes_on(narration, draft, told, p)
    if not draft.places and not p.nested:
        locate(draft, told, p)


def _enter(narration: Narration, draft: Draft) -> Draft:
    narration.arrive(draft)
    known = next((d for d in reversed(narration.drafts) if same_occasion(d, draft, narration.roster)), None)
    if known is not None:
        journeys = [d for d in narration.drafts if d.kind == "visit" and d is not known]
        if (
            draft.days
            and known.kind != "visit"
            and any(d.date_spans == known.date_spans for d in journeys if d.date_spans)
        ):
            known.days = None  # the dates of the journey that it was told with give way to its own
        absorb(known, draft, narration.roster)
        return known
    narration.drafts.append(draft)
    return draft
