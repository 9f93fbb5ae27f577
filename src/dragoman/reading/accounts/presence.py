"""Further parties of what is told: 'The Ambassador was also present', 'accompanied by his adviser'."""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.reading.accounts.attesting import in_which, included, inverted, members_told, opens_list, states_told
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.accounts.rejoining import rejoined, rejoins, subject_before
from dragoman.reading.accounts.spoken_of import visitors
from dragoman.reading.accounts.visitors import with_visitors
from dragoman.reading.clauses.ahead import lasts_since
from dragoman.reading.clauses.arguments import attending_talks
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_body, is_code

LISTED_ALONE = 3  # people in a sentence of nothing but names
MANY = 3  # states of those listed that make up a group of nobody's
DONE_AT = {
    "ceremony": ("ceremony", "gathering"),
    "signing": ("signing", "ceremony"),
    "conference": ("gathering",),
    "address": ("address",),
}  # what tells of who was there
CUES = frozenset({"presence", "trigger", "members"})


def present(narration: Narration, told: Told) -> None:
    """'The Ambassador was also present': those named are further parties of what is being told, or of all of it."""
    fronted = inverted(told.elements)
    told_of_others = {p.index for p in told.predicates if p.nested and p.kind == "conference" and p.form == "verb"}
    asked = any(e.has("invite") for e in told.elements)
    told_of_others |= {p.index for p in told.predicates if asked and p.cue == "hypothetical"}  # '邀请甲出席论坛'
    cues = [
        (n, entry)
        for n, e in enumerate(told.elements)
        if e.has_any(CUES) and not _in_words(told, n)
        if not (n in told_of_others or lasts_since(told.elements, n))  # '会见|出席论坛的|甲'
        for entry in (
            (members_told(told.elements, n) if e.has("attendees") else [])
            or [x for x in e.entries("presence") if not x.get("needs") or _joins_traveller(narration, told, n)]
            or attending_talks(told.elements, n)
            or members_told(told.elements, n)
            or included(told.elements, n)
            or (rejoins(told.elements, n) if not _tells_anew(told) or in_which(told.elements, n) else [])
        )
    ]
    if fronted and (not cues or fronted[0][1].get("lead")):
        cues = fronted
    throughout = any(entry.get("scope") == "parts" for _, entry in cues)
    along = [n for n, (_, entry) in enumerate(cues[:2]) if entry.get("scope") == "journey"]
    if along == [1] and cues[1][0] - cues[0][0] <= 2:
        cues = cues[1:]  # '甲等陪同人员|同机抵达'
    cues = cues or _goes_on(narration, told)
    greets = any(entry.get("greets") for _, entry in cues)  # who greets travellers goes no further with them
    draft = narration.current
    if cues and (d := _attended_event(told, cues[0][0])) is not None:
        draft = d
    if any(entry.get("scope") == "journey" for _, entry in cues):
        told_of = [*told.drafts, *reversed(narration.drafts)]
        told_of = [d for d in told_of if d not in told.drafts or not d.is_bare_journey()]
        draft = draft or next((d for d in told_of if d.kind == "visit"), None)
        if not any(d.kind == "visit" for d in told_of):  # '乙同机抵达', told of a conference
            if greets:
                return
            draft = draft or next((d for d in told_of if d.kind == "conference" and d.status == "held"), None)
    again = bool(cues) and cues[0][1].category == "trigger" and bool(rejoins(told.elements, cues[0][0]))
    if again:
        draft = rejoined(narration, told.elements, cues[0][0])
    done_there = DONE_AT.get(draft.kind, ()) if draft is not None and draft.status == "held" else ()
    cues = [(n, e) for n, e in cues if e.get("of") in {"", *done_there} or _by_whom(told.elements, n)]
    if draft is not None and draft.status == "planned" and not (told.drafts or again):
        draft = next((d for d in reversed(narration.drafts) if d.status == "held" and d.kind not in PARENTS), draft)
    if cues and cues[0][1].get("tense") == "future":  # 'The delegation | will include': on what is to come
        to_come = (d for d in reversed(narration.drafts) if d.kind in PARENTS and d.status == "planned")
        draft = next(to_come, None)
    before = _gathering_before(narration, told, cues[0][0]) if cues else None
    if before is not None:
        draft = before
    elif cues and (here := _told_here(told, cues[0][0])) is not None:
        draft = here
    elif cues[1:] and draft is None and (chaired := told.by_predicate.get(cues[0][0])):
        draft = chaired[-1]  # '会议举行，甲主持会议，乙|出席'
    elif not cues or draft is None or any(d.kind not in PARENTS and d is not draft for d in told.drafts):
        return
    if draft.kind == "visit" and cues[0][1].get("kind") == "talks" and draft.status == "held":
        draft = with_visitors(narration, told, draft, cues[0][0])
    named = _named(narration, told, cues[0], draft.status)
    if draft.kind == "signing" and not (
        told.drafts or cues[0][1].get("of")
    ):  # who was present at the talks saw what was signed after them
        draft = next((d for d in reversed(narration.drafts) if d.kind in TWO_SIDED and d.status == draft.status), draft)
    first = next((m for e in told.elements[: cues[0][0]] for m in e.mentions if m.kind == "person" and m.name), None)
    with_others = cues[0][1].get("lead") or cues[0][1].get("scope") == "journey"  # the text goes on of who leads
    if first is not None and not told.drafts and not with_others:
        narration.last_subject = narration.last_one = narration.people([first])
    if cues[0][1].get("beside"):
        _stand_beside(narration, [m for e in told.elements[cues[0][0] :] for m in e.mentions])
    begun = max(
        (
            p.reach
            for p in told.predicates
            if p.sort == "trigger" and p.index < cues[0][0] and draft in told.by_predicate.get(p.index, [])
        ),
        default=0,
    )
    begun = subject_before(told.elements, cues[0][0]) if again else begun
    ends = (
        n
        for n in range(cues[0][0] + 1, len(told.elements))
        if told.elements[n].has("discuss") or told.elements[n].has("say")
    )
    leads = [n for n, entry in cues[1:] if entry.get("lead")]
    mentions = _without_groups_told(told.elements[begun : cues[0][0] if before is not None else next(ends, None)])
    if cues[0][1].get("lead"):
        alone = bool(cues[0][1].get("alone")) and sum(m.kind in ("person", "group") for m in mentions) == 1
        _led(narration, [m for e in told.elements[: cues[0][0]] for m in e.mentions], mentions, draft, alone)
    leads += [n for n, e in enumerate(told.elements) if n > cues[0][0] and e.role == "by" and cues[0][1].get("lead")]
    led_next = [m for n in leads for m in told.elements[n - 1].mentions]  # '…; | that of Peru | was led by B'
    attended = told.elements[cues[0][0]].start if not cues[0][1].get("lead") and not told.drafts else 0
    ahead = told.elements[cues[0][0] - 1].mentions if cues[0][0] and cues[0][1].category == "presence" else ()
    guests_after = cues[0][1].get("lead") or cues[0][1].get("after")
    subject = ahead if not cues[0][1].get("lead") else ()  # 'The President | joined for part of the discussion'
    states = states_told(told.elements, cues[0][0]) if draft.kind == "conference" else []
    people = narration.people(
        [
            m
            for m in mentions
            if m not in led_next
            if (m.kind in ("body", "state") and (m.end <= attended or m in states))  # 'Chad and UNESCO | also attended'
            or (m.kind == "person" and (m.name or m.list_size > 1 or (m.post and (m.affiliation or m in subject))))
            or (m.kind == "group" and not (guests_after and m.start < told.elements[cues[0][0]].end))
        ]
    )
    every = any(entry.get("scope") == "all" for _, entry in cues)
    # all: everything told so far; parts: all but journeys and conferences
    scope = "all" if every else cues[0][1].get("scope")
    abroad = {c for d in narration.drafts if d not in told.drafts and d.kind == "visit" for c in d.countries()}
    cue_end = told.elements[cues[0][0]].end  # not 'will be joined by B, | who visited Chad', told of a journey to Peru
    told_first = any(d.spans[0][0] < cue_end or d.countries() & abroad for d in told.drafts)
    if cues[0][1].get("with") == "traveller" and not told_first and _travels(narration, told.elements[: cues[0][0]]):
        scope = "journey"
    if scope == "journey":
        journeys = [d for d in narration.drafts if d.kind == "visit" and not (d in told.drafts and d.is_bare_journey())]
        journeys = [d for d in journeys if told_first or d not in told.drafts] or journeys
        events = [d for d in told.drafts if d.kind == "conference"]
        if not (journeys or events or greets):
            events = [d for d in narration.drafts if d.kind == "conference" and d.status == "held"]
        going = journeys or events or [draft]
        scope, draft = "", next((d for d in reversed(journeys) if d.places), going[-1])
        there = {m.country for e in told.elements[: cues[0][0]] for m in e.mentions if e.is_kind("place")}
        if there and draft.countries() and there.isdisjoint(draft.countries()):
            return  # '离开甲市时，乙到机场送行', told of another journey
        _go_along(draft, people)
        aims = [d for d in narration.drafts if not greets and d.kind not in TWO_SIDED and _is_aim(d, draft)]
        named = [draft, *aims]
        named += [d for d in narration.drafts if throughout and d.kind not in PARENTS and d.status == draft.status]
    beside: Person | None = None
    _share_along(narration, mentions, told.elements)
    guests = cues[0][1].get("team") or any(e.pronoun == "visitors" for e in told.elements[: cues[0][0]])
    if cues[0][1].get("with") == "traveller" or cues[0][1].get("team"):
        leaders = visitors(narration) if guests else None
        _go_with(leaders or _leaders(narration, told.elements[: cues[0][0]]), people)
    for person in people:  # 'Minister A, along with officials of the Ministry'
        mixed = any(m.post_kind == "mixed" for m in person.mentions)
        untold = person.kind == "group" and person.affiliation is None and not mixed
        if untold and beside is not None and not is_body(beside.affiliation) and not cues[0][1].get("lead"):
            envoy = any(m.post_kind == "envoy" for m in beside.mentions)
            ours = envoy and any(
                m.ends_in_institution for m in person.mentions
            )  # 'the Envoy and officials of the Ministry'
            person.affiliation = (None if ours else beside.affiliation) or narration.roster.home
            person.inferred = True
        beside = person if person.name else beside
    for person in people if narration.roster.abroad else ():  # who only sits in is the host's
        if person.post is None and person.inferred and len(person.mentions) == 1:
            person.affiliation = narration.roster.home
    if len(draft.parties) == 1 and draft.parties[0].rule == "one-of-plural" and len(people) > 1:
        draft.parties.clear()  # 'the ministers of the League met': those listed stand for them
    for joined in named or (narration.drafts if scope else [draft]):
        apart = joined.kind in PARENTS and not _ours(narration, joined)
        if joined.status == draft.status and (joined is draft or scope == "all" or not apart):
            further = [person for person in people if person not in joined.parties]
            joined.parties.extend(further)
            joined.joined.extend(further)
    acting = {person.affiliation for person in people} - {None, narration.roster.home}
    if len(acting) >= MANY:  # 'spoke with allies. Joining the call were …': those listed stand for them
        draft.parties = [p for p in draft.parties if p in people or p.kind != "group" or _is_of_one(p)]


def _is_of_one(group: Person) -> bool:
    """Whether a group is of one state or institution, not of a region or a body of several ('European leaders')."""
    return group.affiliation is not None and not is_body(group.affiliation)


def _tells_anew(told: Told) -> bool:
    """Whether a sentence tells of an occasion that none before it tells of."""
    return any(d.sentence == told.number for d in told.drafts)


def _joins_traveller(narration: Narration, told: Told, index: int) -> bool:
    """Whether somebody named right after a verb is on a journey told before: 'will join | Secretary A in Lima'."""
    elements = told.elements
    told_before = elements[max(0, index - 3) : index]
    if index + 2 >= len(elements) or not elements[index + 1].is_kind("person") or elements[index + 2].role != "at":
        return False
    joined = narration.people(list(elements[index + 1].mentions))
    somebody = any(e.is_kind("person") for e in told_before)
    return somebody and any(d.kind == "visit" and set(joined) & set(d.parties) for d in narration.drafts)


def _is_aim(draft: Draft, journey: Draft) -> bool:
    """Whether somebody travels for it: told with the journey; whom she meets on it she may meet alone."""
    purpose = draft.parent is journey and draft.parent_rule == "purpose-of-journey"
    told_with = draft.kind == "conference" and draft.status == journey.status and draft.sentence == journey.sentence
    return purpose or (told_with and bool(set(draft.parties) & set(journey.parties)))


def _stand_beside(narration: Narration, listed: list[Mention]) -> None:
    """'With her were | her adviser and two clerks': they act for whom she does, the one who was last told of. Where two
    were, an embassy's staff is with the one named last, everyone else with the subject."""
    before = [m for t in narration.told[-2:-1] for e in t.elements for m in e.mentions if m.kind == "person"]
    last = narration.people(before[-1:])
    staff = any(mention.post_kind == "envoy" for mention in listed)
    owner = next(iter(last if staff or len(before) == 1 else narration.last_subject or last), None)
    for person in narration.people(listed) if owner is not None else ():
        if person.affiliation is None and owner is not None:
            person.affiliation, person.inferred = owner.affiliation or narration.roster.home, True


def _ours(narration: Narration, draft: Draft) -> bool:
    """'甲出席开幕式。乙参加上述活动': a conference, told for itself, in which somebody of the home state takes part."""
    at_home = (None, narration.roster.home)
    named = [p for p in draft.parties if p.kind == "person" and p.name]
    around = any(d.kind in TWO_SIDED and d.sentence == draft.sentence for d in narration.drafts)
    return draft.kind == "conference" and not around and any(p.affiliation in at_home for p in named)


def _goes_on(narration: Narration, told: Told) -> list[tuple[int, Entry]]:
    """'…, including A, Chair of the Council. | B, C and D.': names alone, right after a list of those who took part."""
    before = narration.told[-2] if len(narration.told) > 1 else None
    if before is None or told.predicates or sum(e.is_kind("person") for e in told.elements) < LISTED_ALONE:
        return []
    bare = not any(e.verbs() or e.has("be") for e in told.elements)
    if not bare or before.sentence.paragraph != told.sentence.paragraph:
        return []
    entries = (entry for e in before.elements for entry in e.entries("presence"))
    return [(0, entry) for entry in entries][:1]


def _travels(narration: Narration, before: list[Element]) -> bool:
    """'The Envoy was | accompanied by her adviser', told on its own of somebody who is on a journey."""
    people = narration.people([m for e in before for m in e.mentions if m.kind == "person"])
    if not people and before and before[0].pronoun == "he":
        people = narration.last_subject
    opens = not any(e.has("nest") or e.role for e in before)
    return opens and any(d.kind == "visit" and set(people) & set(d.parties) for d in narration.drafts)


def _leaders(narration: Narration, before: list[Element]) -> list[Person]:
    """Who is accompanied: those named before the verb, else those last told of."""
    return narration.people([m for e in before for m in e.mentions if m.kind == "person"]) or narration.last_subject


def _go_with(leaders: list[Person], people: list[Person]) -> None:
    """'The Envoy was accompanied by | First Secretary Roe and Dr. Lee': they act for whom she does."""
    acts_for = {leader.affiliation for leader in leaders}
    for person in people if len(acts_for) == 1 else ():
        staff = not is_body(leaders[0].affiliation) or all(m.post_kind != "sole" for m in person.mentions)
        if staff and person.kind == "person" and person.affiliation is None and leaders[0].affiliation:
            person.affiliation, person.inferred = leaders[0].affiliation, True


def _go_along(journey: Draft, people: list[Person]) -> None:
    """'M. Roe | faisait partie de la délégation': who travels is of the state that all travellers are of."""
    states = {p.affiliation for p in journey.parties}
    state = next(iter(states), None) if journey.kind == "visit" and len(states) == 1 else None
    for person in people if state else ():
        if person.kind == "person" and person.affiliation is None:
            person.affiliation, person.inferred = state, True


def _share_along(narration: Narration, mentions: list[Mention], elements: list[Element]) -> None:
    """'A, Representative of UNDP, | along with | B, Team Leader': who is named beside somebody of a body is of it."""
    for index, element in enumerate(elements):
        before = next((e for e in reversed(elements[:index]) if not e.has("comma")), None)
        after = next((e for e in elements[index + 1 :] if not opens_list(e)), None)
        if not element.has("companion") or before is None or after is None or after.mentions[:1] == ():
            continue
        leaders, beside = (narration.people([m for m in e.mentions if m in mentions]) for e in (before, after))
        for person in beside if leaders and leaders[0].kind == "person" else ():
            of_body = len(leaders[0].affiliation or "") > 2 and not leaders[0].inferred
            if person.affiliation is None and len(person.mentions) == 1 and person.kind == "person" and of_body:
                person.affiliation, person.inferred = leaders[0].affiliation, True


def _in_words(told: Told, index: int) -> bool:
    """Whether somebody's running speech begins before an element: '甲表示，邀请乙|出席|庆典'."""
    says = (p for p in told.predicates if p.sort == "say" and p.index < index)
    return any(p.entry.get("run") or p.entry.get("act") == "proposed" for p in says)


def _named(narration: Narration, told: Told, cue: tuple[int, Entry], status: str) -> list[Draft]:
    """'参加会谈|和签字仪式', '参加上述会见': the talks told last, or all of them, and what is named beside them."""
    index, entry = cue
    held = [d for d in narration.drafts if d.status == status]
    talks = [d for d in held if d.kind in TWO_SIDED]
    if entry.get("kind") != "talks" or not talks:
        return []
    nouns = [e.get("kind") for x in told.elements[index + 1 : index + 6] for e in x.entries("trigger")]
    beside = [next((d for d in reversed(held) if d.kind == kind), None) for kind in nouns]
    latest = [narration.current] if narration.current in talks else talks[-1:]
    return [*(talks if entry.get("scope") else latest), *(d for d in beside if d is not None and d not in talks)]


def _by_whom(elements: list[Element], cue: int) -> bool:
    """'由甲|主持': who does it is named right before, after 由."""
    before = [n for n in range(max(0, cue - 3), cue) if elements[n].is_kind("person")]
    if not before or before[0] == 0:
        return False
    ends = cue + 1 == len(elements) or elements[cue + 1].has("stop") or elements[cue + 1].has("comma")
    return elements[before[0] - 1].role == "by" or (ends and elements[before[0] - 1].has("comma"))  # '，乙主持。'


def _gathering_before(narration: Narration, told: Told, cue: int) -> Draft | None:
    """'展览开幕。甲、乙|出席开幕式|并参观展览': the gathering told in the sentence before, if nothing is told yet; of
    '|招待会|由甲举办，乙出席' the ceremony that its noun takes up.
    """
    if told.elements[0].tells_occasion("ceremony") and not told.drafts:
        return next((d for d in reversed(narration.drafts) if d.kind == "ceremony" and d.status == "held"), None)
    first = min((p.index for p in told.predicates if told.by_predicate.get(p.index)), default=-1)
    if first <= cue or told.by_predicate.get(cue) or not any(e.is_party for e in told.elements[:cue]):
        return None
    just_told = [d for d in narration.drafts if d.sentence == told.number - 1]
    held = [d for d in just_told if d.kind in ("ceremony", "conference") and d.status == "held"]
    return held[-1] if held and not any(d.kind in TWO_SIDED for d in just_told) else None


def _told_here(told: Told, cue: int) -> Draft | None:
    """'…会见甲，并设宴款待，乙作陪', '博览会开幕，甲出席并致辞': of several that a sentence tells of, the one told last
    before the cue.
    """
    last = None
    for p in told.predicates if not told.by_predicate.get(cue) else ():
        if p.settled and p.sort == "trigger" and p.index < cue and not p.nested:
            opens = bool(p.entry.get("opens") or p.entry.get("chair"))  # '甲主持论坛，乙|出席'
            last = next((d for d in told.by_predicate.get(p.index, []) if opens or d.kind not in PARENTS), last)
    return last


def _attended_event(told: Told, cue: int) -> Draft | None:
    """'organised a seminar | in which | the ministers | took part': the conference told right before the clause."""
    relative = any(e.has("whom") and e.has("cut") for e in told.elements[max(0, cue - 3) : cue])
    held = [d for p in told.predicates if p.index < cue for d in told.by_predicate.get(p.index, [])]
    return next((d for d in reversed(held) if d.kind == "conference"), None) if relative else None


def _without_groups_told(elements: list[Element]) -> list[Mention]:
    """The mentions without groups whose members are named after 'including', of whom a relative clause tells, or in
    whose house it was."""
    found: list[Mention] = []
    aside = next(
        (n for n, e in enumerate(elements) if e.has("relative") and elements[n - 1].has("comma")), len(elements)
    )
    for number, element in enumerate(elements):
        after = [e for e in elements[number + 1 : number + 6] if not e.has("comma")]
        told = len(after) > 1 and after[0].has("including") and any(e.is_kind("person") for e in after[1:])
        ahead = next((e for e in reversed(elements[:number]) if not e.has("det")), None)
        there = ahead is not None and ahead.role == "at" and number + 1 < len(elements)
        there = there and elements[number + 1].is_kind("org", "place")  # 'at the | Harbour Agency | Diving Centre'
        if not (element.is_kind("group") and (told or there or number > aside)):
            found.extend(element.mentions)
    return found


def _led(
    narration: Narration, before: list[Mention], mentions: list[Mention], draft: Draft, alone: bool = False
) -> None:
    """'The Fund's delegation was led by A and included B': both are the Fund's, and stand for the group; whoever leads
    it `alone` is a party beside it.

    `before` are the mentions before the verb; where they tell no affiliation ('This mission comprises …', 'The
    delegation included …') the group is the one that takes part.
    """
    sides = [m for m in before if m.kind in ("group", "state", "body", "org") and m.affiliation]
    lead = next(iter(narration.people(sides)), None)
    if lead is None and any(m.kind == "visitors" or m.post_kind == "delegation" for m in before):
        lead = next((p for p in draft.parties if p.kind == "group" and p.affiliation), None)
    if lead is None and not before:  # 'The university was represented by …'
        groups = [p for p in draft.parties if p.kind == "group" and p.affiliation and not is_code(p.affiliation)]
        lead = groups[0] if len(groups) == 1 else None
    if lead is None and mentions and all(m.kind == "person" for m in mentions):  # 'It also comprises …'
        lead = next((p for p in draft.parties if p.affiliation and any("led" in m.rule for m in p.mentions)), None)
    people = narration.people([m for m in mentions if m.kind == "person"])
    _each_led(narration, mentions, draft)
    if lead is None and any(m.kind == "visitors" or m.post_kind == "delegation" for m in before):
        _travel_with(narration, people)
    beside = narration.people([m for m in mentions if m.kind == "group"])  # '… and two researchers'
    for person in [*people, *beside] if lead else ():
        part = len(person.mentions) == 1 and person.mentions[0].part  # 'the Dean of the Faculty of Law'
        if lead is not None and (person.affiliation is None or part):
            person.affiliation, person.affiliation_span = lead.affiliation, lead.affiliation_span
    if lead is not None:
        for journey in narration.drafts:
            if not alone:
                _stand_for(narration, lead, people, journey, journey is draft)
            elif journey is not draft and journey.kind == "visit" and lead in journey.parties:
                journey.join(people)


def _travel_with(narration: Narration, people: list[Person]) -> None:
    """'The Envoy of Chad visited Peru. Her delegation included | A and B': they are of her side."""
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit"), None)
    leader = next((x for x in journey.parties if x.name and x not in people), None) if journey is not None else None
    for person in people if leader is not None else ():
        if leader is not None and person.affiliation is None and leader.affiliation:
            person.affiliation, person.inferred = leader.affiliation, True


def _stand_for(narration: Narration, lead: Person, people: list[Person], journey: Draft, here: bool) -> None:
    """Put the members of a delegation in its place: `here`, in what is told, and on the journey that it makes."""
    told_of = any(place.rule != "stay-told-of" for place in journey.places)
    if here or (journey.kind == "visit" and told_of and lead in journey.parties):
        ours = (lead.affiliation, None) if lead.affiliation == narration.roster.home else (lead.affiliation,)
        kept = [p for p in journey.parties if p.kind != "group" or p.affiliation not in ours]
        journey.parties = [*kept, *(person for person in people if not here and person not in kept)]


def _each_led(narration: Narration, mentions: list[Mention], draft: Draft) -> None:
    """'Chad's delegation was led by A, that of Peru by B': each is of the side named last before, and stands for it."""
    sides = [m for m in mentions if m.kind in ("group", "state", "body") and m.affiliation]
    for m in mentions if len({side.affiliation for side in sides}) > 1 else ():
        side = next((x for x in reversed(sides) if x.start < m.start), None)
        if side is None or m.kind != "person" or not m.name:
            continue
        for person in narration.people([m]):
            if person.affiliation is None or (person.inferred and len(person.mentions) == 1):
                person.affiliation, person.affiliation_span = side.affiliation, side.affiliation_span
                person.inferred = False
            draft.parties = [p for p in draft.parties if p.name or p.affiliation != person.affiliation]
