"""Predicates → accounts: what points back is joined to what it points to, what is new is entered."""

from __future__ import annotations

import itertools

from dragoman.reading.accounts.beside import told_aside, told_beside
from dragoman.reading.accounts.company import bring
from dragoman.reading.accounts.conferences import NEXT
from dragoman.reading.accounts.convenings import convening_retold, join_convening, tell_again
from dragoman.reading.accounts.discussions import discussion, discussion_with, told_by_phone
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.fellows import go_along
from dragoman.reading.accounts.hospitality import attended_now
from dragoman.reading.accounts.implied import addressed, implied_on_visit, implied_talks, on_the_visit
from dragoman.reading.accounts.introducing import are_there, introduce
from dragoman.reading.accounts.invitations import invited
from dragoman.reading.accounts.itinerary import is_on_itinerary, is_on_programme, signatories, travellers
from dragoman.reading.accounts.leading import lead, tell_members
from dragoman.reading.accounts.legs import in_each, journey_of
from dragoman.reading.accounts.letters import hand_over, receivers, talks_of
from dragoman.reading.accounts.margins import around
from dragoman.reading.accounts.merging import absorb, same_occasion
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told, place_of
from dragoman.reading.accounts.occasions import kind_of, occasions
from dragoman.reading.accounts.pointing import (
    announced_with,
    attended,
    gathers_at,
    goes_on_as,
    is_own_earlier,
    is_this_one,
    pointed_to,
    presides_over,
    refine,
)
from dragoman.reading.accounts.presence import present
from dragoman.reading.accounts.schedule import is_on_schedule
from dragoman.reading.accounts.sessions import session_by_number
from dragoman.reading.accounts.spoken_of import addressee, other_side, subject_of, visitors, whom
from dragoman.reading.accounts.tense import (
    has_been_done,
    is_agreed_to,
    is_foretold,
    is_looked_back_on,
    is_looked_forward_to,
    is_of_others,
)
from dragoman.reading.accounts.together import then_and_there
from dragoman.reading.accounts.tours import heads_there, join_tour, met_on_tour, toured_next
from dragoman.reading.accounts.visitors import before_signing, talked_with_visitors
from dragoman.reading.accounts.visits import who_is_away, who_would_be_away
from dragoman.reading.clauses.arguments import after_instrument
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.sharing import is_beside
from dragoman.reading.mentions.people import Person

PAIR = 2
OPENING = 2  # elements of a sentence in which it names what it tells of


def tell(narration: Narration, told: Told) -> None:
    """Take in one sentence: its mentions, then its predicates in order, then what stands around them."""
    introduce(narration, told)
    tell_members(narration, told)
    before = narration.current
    if told.elements[-1].has("colon") and len(told.elements) > 1 and told.elements[-2].is_kind("person"):
        narration.last_subject = narration.last_one = narration.people(list(told.elements[-2].mentions))
    if any(p.pronoun == "he" for p in told.predicates):
        _speak_of_first(narration, told)
    for p in told.predicates:
        told.subjects[p.index] = _nth(narration, told, p) or subject_of(narration, p)
        listed = narration.people(p.objects) if p.sort == "trigger" else []
        listed = listed if len(listed) > 1 or len(p.subject) != PAIR else narration.people(p.subject)
        narration.listed = listed if len(listed) > 1 else narration.listed
        if (
            p.sort == "discuss"
            and p.cue in ("", "planned")
            and (_discussed_beside(told, p) or not (p.governor and told.by_predicate.get(p.governor.index)))
        ):
            told.by_predicate[p.index] = [_enter(narration, told, d) for d in discussion_with(narration, told, p)]
            told.drafts.extend(told.by_predicate[p.index])
        if p.sort == "discuss" and narration.current is not None and not (p.reported or p.spoken):
            _join_conference(narration.current, narration.people(p.subject))
        if p.sort == "say" and p.cue == "":
            phoned = [_enter(narration, told, d) for d in told_by_phone(narration, told, p)]
            told.by_predicate.update({p.index: phoned} if phoned else {})
            told.drafts.extend(phoned)
            narration.current = phoned[-1] if phoned else narration.current
        agreeing = p.sort == "say" and p.entry.get("joint") == "agreed" and p.entry.get("act") == "stated"
        if (
            (p.sort == "discuss" or agreeing)
            and (p.governor is None or (p.governor.entry.get("tells") and not told.by_predicate.get(p.governor.index)))
            and not (narration.drafts or _during_another(told.elements, p.index))
            and (
                sum(x.name is not None for x in told.subjects[p.index]) > 1
                or (p.entry.get("sole") and told.subjects[p.index])
            )
        ):
            told.by_predicate[p.index] = [_enter(narration, told, discussion(narration, told, p))]
            told.drafts.extend(told.by_predicate[p.index])
        if visited := talked_with_visitors(narration, told, p):
            told.by_predicate[p.index] = visited
        granted = _takes_talks_for_granted(p) and not after_instrument(told.elements, p.index)
        if (granted and narration.current is None) or _both_discuss(p):
            implied = implied_talks(narration, told, p) or implied_on_visit(narration, told, p)
            if implied is not None:
                narration.drafts.append(implied)
                narration.current = implied
                told.drafts.append(implied)
                told.subjects[p.index] = subject_of(narration, p)
        if p.sort == "trigger":
            told.by_predicate[p.index] = _trigger(narration, told, p)
            told.drafts.extend(dict.fromkeys(d for d in told.by_predicate[p.index] if d not in told.drafts))
            fresh = [
                d
                for d in told.by_predicate[p.index]
                if d.kind not in PARENTS and d.status != "referenced" and not (p.reported or told_aside(told, p))
            ]
            fresh = fresh if narration.current is None or not toured_next(told.elements, p) else []
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
    heads_there(narration, told)
    around(narration, told)
    then_and_there(narration, told, before)
    lead(narration, told)
    present(narration, told)
    go_along(narration, told)
    join_convening(narration, told)
    known_before = before is not None and before.status == "held"
    only_recalled = [
        d
        for p in told.predicates
        if p.definite
        for d in told.by_predicate.get(p.index, [])
        if d.kind in PARENTS and (p.nested or (known_before and p.index > OPENING and d.sentence < told.number))
    ]
    aside = (p for p in told.predicates if p.reported or told_aside(told, p))
    in_words = [d for p in aside for d in told.by_predicate.get(p.index, [])]
    ours = [d for d in told.drafts if d.status != "referenced" and d not in only_recalled and d not in in_words]
    ours = [d for d in ours if d.kind not in PARENTS] or ours
    if narration.current is not None:  # 'one aim of his visit', 'this state visit', said of the talks being told
        ours = [d for d in ours if d.kind != "visit" or any(x.rule != "stay-told-of" for x in d.places)]
        ours = [d for d in ours if d.sort != NEXT and not _brings_guests_of(d, narration.current, told)]
    beside = told_beside(told)
    mainly = [d for d in ours if d not in beside]
    next_tours = [
        d for p in told.predicates if toured_next(told.elements, p) for d in told.by_predicate.get(p.index, [])
    ]
    if ours and (narration.current is None or any(d not in next_tours for d in ours)):
        narration.current = (mainly or ours)[-1]


def _join_conference(current: Draft, speakers: list[Person]) -> None:
    """'论坛在甲举行。与会专家|讨论|贸易': those who attended, as their name says, and talked, take part."""
    held = current.kind == "conference" and current.status == "held"
    if held and speakers and all(p.kind == "group" and p.mentions[-1].post_kind == "mixed" for p in speakers):
        current.join(speakers)


def _on_a_visit(told: Told, p: Predicate) -> bool:
    """'received the President of Chad | on a state visit', 'a eu un entretien avec le ministre tchadien, | en visite à
    Lima': the guest's journey.
    """
    host = p.governor
    received = host is not None and host.kind == "meeting" and host.form == "verb" and bool(host.objects)
    hosts = host is not None and (host.entry.get("host") == "subject" or host.entry.get("needs") == "place")
    near = told.elements[max(0, p.index - 4) : p.index]
    if host is not None and host.form == "noun" and host.subject and host.objects and not (p.pronoun or p.dates):
        received = any(host.objects[-1] in e.mentions for e in near) and near[-1].role == "at"
        return p.kind == "visit" and p.form == "noun" and received
    return p.kind == "visit" and p.form == "noun" and received and hosts and any(e.role == "on" for e in near)


def _brings_guests_of(visit: Draft, talks: Draft, told: Told) -> bool:
    """'会见来华的乙。甲结合乙访问三地情况，介绍了…': whether a journey is but recalled in talks with its travellers."""
    guests = set(visit.parties) < set(talks.parties) and talks.kind in TWO_SIDED
    recalled = all(p.form == "verb" for p in told.predicates if visit in told.by_predicate.get(p.index, []))
    return visit.kind == "visit" and visit.sentence < told.number and guests and recalled


def _discussed_beside(told: Told, p: Predicate) -> bool:
    """'will attend the Forum and | discuss trade with experts': beside what the verb before 'and' tells."""
    return p.cue == "planned" and p.index > 0 and told.elements[p.index - 1].has("and")


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


def _both_discuss(p: Predicate) -> bool:
    """'The two ministers discussed trade'."""
    whose = p if p.pronoun or p.governor is None else p.governor
    return p.sort == "discuss" and whose.pronoun == "they" and not (p.cue or p.spoken or p.reported)


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
    if (session := session_by_number(narration, told, p)) is not None:
        p.events, p.convened, p.cue = [session], True, "planned"
    invited_there = invited(narration, told, p) if p.kind == "conference" and p.cue != "negated" else []
    if invited_there:
        p.cue, told.subjects[p.index] = "planned", invited_there
    if p.cue == "hypothetical" and is_foretold(narration, told, p):
        p.cue = "planned"
    if p.cue in ("negated", "hypothetical") and not is_agreed_to(p):
        return []
    if has_been_done(narration, told, p):
        return []
    scheduled = is_on_schedule(narration, told, p)
    included = is_on_programme(told.elements, p) or is_on_itinerary(narration, told.elements, p)
    if included or is_agreed_to(p) or scheduled:
        p.cue = "planned"
    if scheduled and p.form == "noun" and not (p.subject or p.pronoun or p.objects):
        told.subjects[p.index] = narration.last_subject  # whose schedule it is
    if (
        p.entry.get("posting")
        and p.pronoun == "he"
        and any(m.post_kind == "envoy" for e in told.elements for m in e.mentions)
    ):
        return []  # 'l'ambassadeur, au terme de | sa mission'
    if _on_a_visit(told, p) and p.governor is not None:
        told.subjects[p.index] = narration.people(p.governor.objects)
    if p.kind == "visit":
        whose = who_would_be_away if p.cue == "planned" else who_is_away
        told.subjects[p.index] = whose(narration, told, p) or told.subjects[p.index]
    subject = told.subjects[p.index]
    objects = narration.people([*p.objects, *p.companions])
    narration.meet(objects if p.kind in TWO_SIDED else [])
    _with_their_own(narration, subject)
    if p.object_pronoun and not objects:
        if (
            p.form == "passive" and p.object_pronoun == "they" and narration.current is not None
        ):  # 'was signed by the two sides'
            subject = list(narration.current.parties)
            if (p.dates or p.places) and after_instrument(told.elements, p.index):  # an earlier one, by the states
                subject = narration.sides(narration.current, (p.dates or p.places)[0])
        pointed = {"you": addressee, "visitors": visitors, "travellers": visitors}.get(p.object_pronoun)
        partners = (
            narration.people(p.governor.objects) if p.governor is not None else []
        )  # 'met his colleague before chairing with him'
        objects = [
            x for x in (pointed(narration) if pointed else partners or narration.last_subject) if x not in subject
        ]
        if p.object_pronoun == "they" and [x.kind for x in objects] == ["person"]:
            # 'met with mayors. B informed them. C also met with | the group'
            there = narration.current.parties if narration.current is not None else []
            objects = [x for x in there if x.kind == "group" and x not in subject] or objects
        if p.object_gender:
            objects = whom(narration, p.object_gender, subject)
        if p.object_pronoun == "other":  # '乙将同其会谈'
            objects = other_side(narration, subject)
    talks = talks_of(narration, subject) if p.entry.get("carrier") and objects else None
    if talks is not None:
        subject = receivers(talks, subject, objects)
    if p.kind == "call" and p.entry.get("unless") and _within_talks(told, p):
        return []  # 'During the meeting, she also spoke to the leaders about …'
    if p.kind == "signing" and objects and any(e.has("behalf") for e in told.elements[p.index : p.reach]):
        subject = subject if p.subject else []  # 'was signed by A, on behalf of Chad': those who are named alone sign
    if p.kind == "signing" and not (p.subject or objects or p.pronoun):
        subject = signatories(narration, p) or subject
    if kind_of(p) in TWO_SIDED and not subject:
        subject = travellers(narration, p, objects)
    if p.kind == "signing" and p.form == "passive" and not (subject or objects) and narration.current is not None:
        subject = before_signing(narration, narration.current)
    if (
        p.form == "passive"
        and objects
        and p.governor is not None
        and p.governor.form == "noun"
        and p.governor.kind in {*TWO_SIDED, "ceremony"}
        and not (p.light or p.events or p.kind == "signing" or p.coordinated)
    ):
        taking_part = attended(narration, told, p.governor)
        for draft in taking_part:
            refine(narration, draft, told, p.governor)
            draft.join(objects)
        if taking_part:
            return taking_part
    gathered = narration.current
    if gathered is not None and objects and gathers_at(gathered, told, p):
        gathered.join(objects)
        return [gathered]
    if gathered is not None and presides_over(gathered, told, p):
        gathered.join(subject)
        return [gathered]
    chaired = p.light and p.definite and bool(p.companions) and not p.objects  # 'chaired | the meeting |, joined by A'
    with_them = objects if p.attended or chaired else []
    known = goes_on_as(told, p) or pointed_to(narration, told, p, [] if with_them else objects)
    known = known or announced_with(narration, p, subject, objects)
    if known:
        for draft in known:
            refine(narration, draft, told, p)
            draft.joined.extend(draft.join(with_them))
        if known[-1].kind not in PARENTS:
            narration.current = known[-1]
        return known
    if not narration.drafts and p.form == "noun" and p.nested and kind_of(p) in TWO_SIDED and not (subject or objects):
        subject, objects = addressed(narration, told, p)
    elif p.form == "noun" and kind_of(p) in TWO_SIDED and not (subject or objects):
        subject, objects = on_the_visit(narration, told, p)
    if p.entry.get("light") and not p.objects and p.governor is not None and told.by_predicate.get(p.governor.index):
        for draft in told.by_predicate[
            p.governor.index
        ]:  # 'The meeting took place at the Palace with the participation of …'
            refine(narration, draft, told, p)
            further = draft.join(objects)
            draft.joined.extend(further if p.companions and are_there(told.elements, p.companions[0]) else ())
        return told.by_predicate[p.governor.index]
    if is_own_earlier(narration, told, p, objects):
        p.cue = "earlier"
    discussed = p.form == "noun" and any(q.sort == "discuss" for q in told.predicates if q.index < p.index)
    if discussed and not p.cue and p.kind == "visit" and p.subject and p.places and p.dates and p.definite:
        p.cue, p.recalled = "earlier", True  # 'discussed | the Envoy's trip to Chad last week'
    if p.recalled and p.dates and narration.is_nearer_ahead(p.dates[0]):
        p.cue = "planned"  # 'noted (discussed) | the visit of the Envoy to Chad in June'
    if (
        p.governor is not None
        and p.governor.sort != "trigger"
        and not p.coordinated
        and p.cue != "earlier"
        and not (
            p.nested
            or p.adjunct
            or invited_there
            or is_agreed_to(p)
            or session
            or _is_set(p)
            or _own_stay(narration, told, p)
        )
        and not (p.kind == "signing" and p.form == "passive" and after_instrument(told.elements, p.governor.index))
        and not (p.governor.form == "passive" or is_looked_forward_to(told, p))
        and not _is_noun_to_come(p, p.governor)
        and not p.governor.entry.get("agenda")
        and not (p.form == "noun" and p.dates and len(p.objects) > 1 and not narration.drafts)  # 'welcomes the talks'
    ):
        return []
    if p.form == "noun" and (_is_subject_of(told, p) or _is_spoken_of(told, p) or _is_listed_subject(p)):
        return []
    toured = met_on_tour(narration, told, p, objects)
    if toured:
        join_tour(narration, toured[-1], objects)
        return toured
    drafts = [
        _enter(narration, told, draft)
        for draft in in_each(narration, told, p, occasions(narration, told, p, subject, objects, scheduled))
        if not is_this_one(narration, draft)
    ]
    for draft in drafts if p.kind == "visit" and p.form == "verb" and is_beside(told.elements, p) else ():
        draft.apart = True  # 'received the Envoy | before leaving for | Lima'
    if talks is not None:
        hand_over(talks, p, drafts)
    if p.governor is not None and p.governor.kind == "visit" and not p.coordinated:  # 'travelled to Lima to attend'
        journey = [d for d in told.by_predicate.get(p.governor.index, []) if d.kind == "visit"]
        for draft in drafts:
            if journey and draft.kind != "visit" and draft.parent is None:
                draft.parent, draft.parent_rule = journey[0], "purpose-of-journey"
                if draft.kind == "conference" and len(journey[0].places) == 1:
                    draft.places = draft.places or list(journey[0].places)
                elif draft.kind == "conference" and len(p.governor.places) == 1 and not draft.places:
                    draft.places = [
                        place_of(p.governor.places[0])
                    ]  # 'will travel to Lima to attend', of a longer journey
    return drafts


def _during_another(elements: list[Element], index: int) -> bool:
    """'follows the Summit, | during which | A and B agreed': what they did there makes no talks of their own."""
    return any(a.has("nest") and b.has("relative") for a, b in itertools.pairwise(elements[:index]))


def _is_noun_to_come(p: Predicate, governor: Predicate) -> bool:
    """'welcomed Chad's upcoming | visit', 'the planned | talks between A and B', 'noted her | travel to Chad': an
    occasion to come, told by a noun with whose it is."""
    travels = p.kind == "visit" and (p.objects or p.pronoun) and p.places
    whose = (p.subject and p.subject is not governor.subject) or p.closed or travels
    return p.form == "noun" and p.cue == "planned" and bool(whose)


def _is_set(p: Predicate) -> bool:
    """'announced that the third Forum | will be held | in May': an event that has its day, or its place."""
    return p.cue == "planned" and p.form == "passive" and bool(p.events) and bool(p.dates or p.places)


def _with_their_own(narration: Narration, subject: list[Person]) -> None:
    """'The Envoy and the delegation will meet', told of a journey: it is the one that she leads."""
    leader = next((x for x in subject if x.kind == "person"), None)
    home = narration.roster.home
    if leader is None or leader.affiliation not in (None, home) or journey_of(narration, [leader], "planned") is None:
        return
    for group in subject:
        if group.affiliation is None and any(m.post_kind == "delegation" for m in group.mentions):
            group.affiliation, group.inferred = home, True


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


def _is_listed_subject(p: Predicate) -> bool:
    """'discussed trade, ongoing | talks | to end the war, and peat': talks of nobody named on a list of subjects."""
    governor = p.governor
    while governor is not None and governor.form == "noun" and governor.sort == "trigger":
        governor = governor.governor
    told = p.objects or p.companions or p.dates or p.events or p.cue or p.light
    discussed = governor is not None and governor.sort == "discuss" and governor.form == "verb"
    return p.coordinated and discussed and p.kind in TWO_SIDED and not told


def _is_spoken_of(told: Told, p: Predicate) -> bool:
    """'will be in touch | about further talks': talks on no day and nowhere of which somebody speaks."""
    before = next((e for e in reversed(told.elements[max(0, p.index - 3) : p.index]) if not _qualifies(e)), None)
    bare = p.cue == "planned" and not (p.objects or p.dates or p.places or p.events)
    return bare and before is not None and before.role == "on"


def _qualifies(element: Element) -> bool:
    return element.has_any(("det", "adjective", "low", "groupmod", "light_adjective"))


def _own_stay(narration: Narration, told: Told, p: Predicate) -> bool:
    """'said that trade was the aim of | his visit': a guest speaks of the journey that he is on."""
    plain = p.kind == "visit" and p.form == "noun" and p.pronoun == "he" and not (p.places or p.dates or p.objects)
    guests = [x for x in told.subjects.get(p.index, []) if x.affiliation not in (None, narration.roster.home)]
    return plain and p.cue == "" and bool(guests) and not any(d.kind == "visit" for d in narration.drafts)


def _enter(narration: Narration, told: Told, draft: Draft) -> Draft:
    looked_back_on = draft.kind != "visit" and is_looked_back_on(narration, told, draft)
    if draft.status == "held" and (looked_back_on or is_of_others(narration, told, draft)):
        draft.status = "referenced"
    if (attended := attended_now(narration, told, draft)) is not None:
        return attended
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
    if (gathering := convening_retold(narration, told, draft)) is not None:
        tell_again(gathering, draft)
        return gathering
    narration.drafts.append(draft)
    return draft
