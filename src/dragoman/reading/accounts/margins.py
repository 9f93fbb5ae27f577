"""Engagements around those that a sentence tells: the conference on whose margins, the visit during which; events
that are only looked forward to or looked back on."""

from __future__ import annotations

import itertools
import re

from dragoman.languages.lexicon import Entry
from dragoman.reading.accounts.conferences import add_members
from dragoman.reading.accounts.draft import OF_LEG, Draft
from dragoman.reading.accounts.events import done_during, event_draft, is_nested, known_or_new, whose, with_body
from dragoman.reading.accounts.invitations import invited_to
from dragoman.reading.accounts.leading import under_whom
from dragoman.reading.accounts.legs import on_the_leg
from dragoman.reading.accounts.merging import same_occasion
from dragoman.reading.accounts.narration import PARENTS, Narration, Told, place_of
from dragoman.reading.accounts.rejoining import back_there
from dragoman.reading.accounts.sessions import (
    relative_clause,
    series_parties,
    session_parties,
    session_status,
    sides_of_talks,
)
from dragoman.reading.accounts.setting import located
from dragoman.reading.accounts.stays import stays
from dragoman.reading.clauses.coordination import in_list
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.dates import Days, whole_year
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FORWARD_REACH = 16  # elements before an event in which it may be looked forward to
INVITED_REACH = 12  # elements after an event in which is told when those who are invited will go there
DAY_REACH = 5  # elements after an event in which its day is told
OPENING = 2  # elements of a sentence in which it tells during what
SPEECH_REACH = 4  # elements before an event in which what was said there is named
BEFORE_DAY = ("comma", "light", "aux")  # what may stand between an event, or its place, and its day
NEAR = 6  # elements from an event in which its day is told; twice as many past 'to be held'
CUE_REACH = 6  # elements before an event in which a cue of time still concerns it


def around(narration: Narration, told: Told) -> None:
    """Add what stands around the drafts of a sentence and link the drafts to it."""
    parents = stays(narration, told)
    parents += [
        d
        for p in told.predicates
        if p.nested
        for d in told.by_predicate.get(p.index, [])
        if d.kind in PARENTS or (d.kind == "meeting" and _on_the_fringe(told.elements, p.index))
    ]
    children = [
        d
        for p in told.predicates
        if not p.nested
        for d in told.by_predicate.get(p.index, [])
        if d.kind not in PARENTS and d.paragraph == told.sentence.paragraph
    ]
    claimed = {
        m
        for p in told.predicates
        for m in p.events
        if any(d.kind != "meeting" or d.event for d in told.by_predicate.get(p.index, []))
    }
    opened = {m: d for p in told.predicates if p.entry.get("opens") for m in p.events for d in _told_by(told, p.index)}
    for index, element in enumerate(told.elements):
        if not element.is_kind("event"):
            continue
        mention = element.mentions[0]
        if (
            mention in opened and children and is_nested(told.elements, index)
        ):  # 'en marge du Forum, qui s'est tenu à Lima'
            opened[mention].parties = opened[mention].parties or list(children[0].parties)
            parents.append(opened[mention])
        if mention in claimed:
            _on_the_journey(told, mention, index)
            continue
        session = session_status(told.elements, index)
        status = session or _status(told.elements, index) or _apart(narration, told, index, children)
        if status == "referenced" and (days := _day_after(narration, told.elements, index)) and narration.to_come(days):
            status = "planned"
        status = status or ("referenced" if _done_there(narration, told, mention, index) else "")
        if status == "referenced" and _still_to_come(told.elements, index):
            status = "planned"
        guests = invited_to(narration, told, index)
        if guests:
            near = told.elements[max(0, index - 3) : index + INVITED_REACH]
            _spoken_of(narration, told, mention, "planned", guests, near, told.elements[index:])
        elif not (children or status) and (
            speakers := _spoke_at(narration, told, index) or _acted_at(narration, told, index)
        ):
            told.drafts.append(_spoken_at(narration, told, mention, index, speakers))
        elif children and not status and (is_nested(told.elements, index) or _during(told.elements, index)):
            own = _told_with(told, mention, children)
            around_it = _on_the_margins(narration, told, mention, own or children[0])
            attending = _attending(narration, told, index, own or children[0])
            attending = attending or _in_all(told.elements, index, children)
            around_it.parties = attending or around_it.parties
            if _nested_apart(told.elements, index):
                around_it.parties = _acting(narration, told, own or children[0]) or around_it.parties
                children[0].outside.append(around_it)
            elif own is not None and own is not children[0] and own.parent is None:
                own.parent, own.parent_rule = around_it, "told-together"  # 'spoke with A and met B at the Forum'
            else:
                parents.append(around_it)
        elif not (children or status) and (company := under_whom(narration, told, index)):
            told.drafts.append(_spoken_at(narration, told, mention, index, company))
        elif _purpose(told.elements, index) and _journeys(told, index):
            _travelled_for(narration, told, mention, index)
        elif session:
            parties = session_parties(narration, told.elements, index)
            clause = relative_clause(told.elements, index)
            if parties:
                _spoken_of(narration, told, mention, session, parties, clause, clause or told.elements[index:])
        elif status:
            _looked_at(narration, told, mention, index, status)
    _part(told)
    fringe = any(entry.get("fringe") for e in told.elements for entry in e.entries("nest"))
    parents += _fringes(narration, told) or _at_that_event(narration, told) or back_there(narration, told)
    for child in children:
        for parent in parents:
            fits = parent.status == child.status or (parent.status, child.status) == ("held", "planned")
            if parent is not child and parent not in child.outside and child.parent is None and fits:
                child.parent, child.parent_rule = parent, "on-the-margins" if fringe else "told-together"
                if child.date_rule == OF_LEG and parent.kind == "conference" and parent.days:
                    child.days, child.date_spans, child.date_rule = parent.days, parent.date_spans, parent.date_rule


def _part(told: Told) -> None:
    """'will attend the Forum | ahead of | his visit to Chad', 'After | attending the Forum, she met A': what a sentence
    tells is no part of what it was before or after."""
    for p in told.predicates:
        opening = itertools.takewhile(lambda e: not (e.mentions or e.has("comma")), told.elements[: p.index][::-1])
        beside = next((e for e in opening if e.has("adjunct")), None)
        if p.kind not in PARENTS or beside is None or not any(x.get("apart") for x in beside.entries("adjunct")):
            continue
        for parent in told.by_predicate.get(p.index, []):
            for draft in told.drafts if parent.kind in PARENTS else ():
                if draft is not parent and parent not in draft.outside:
                    draft.outside.append(parent)


def _told_with(told: Told, event: Mention, children: list[Draft]) -> Draft | None:
    """What the predicate tells of whose argument an event is."""
    theirs = (d for p in told.predicates if event in p.events for d in told.by_predicate.get(p.index, []))
    return next((d for d in theirs if d in children), None)


def _told_by(told: Told, index: int) -> list[Draft]:
    return [d for d in told.by_predicate.get(index, []) if d.kind == "conference"]


def _on_the_fringe(elements: list[Element], index: int) -> bool:
    """'En marge de | la réunion': what is told of happened beside it."""
    before = elements[max(0, index - 3) : index]
    return any(entry.get("fringe") for e in before for entry in e.entries("nest"))


def _fringes(narration: Narration, told: Told) -> list[Draft]:
    """'On the fringes, …' with nothing named after it: the conference told of last."""
    for index, element in enumerate(told.elements[:-1] if "nest" in told.categories else ()):
        following = told.elements[index + 1]
        apart = (
            following.has("comma") or following.has("also") or told.elements[index + 1 : index + 3][-1].is_kind("date")
        )
        if element.has("nest") and element.has("bare") and apart:
            return [d for d in narration.drafts if d.kind == "conference" and d.status == "held"][-1:]
    return []


def _at_that_event(narration: Narration, told: Told) -> list[Draft]:
    """'论坛|期间，甲会见乙', with no name: the conference told of last."""
    for index, element in enumerate(told.elements[:OPENING]):
        if element.has_any(("eventnoun", "eventweak")) and _during(told.elements, index):
            return [d for d in narration.drafts if d.kind == "conference" and d.status in ("held", "planned")][-1:]
    return []


def _during(elements: list[Element], index: int) -> list[Entry]:
    """The word after an event by which what is told took place during it: '第三届论坛|期间'."""
    after = elements[index + 1 : index + 2]
    return [entry for e in after for entry in e.entries("nestafter") if entry.get("during")]


def _in_all(elements: list[Element], index: int, children: list[Draft]) -> list[Person]:
    """'Within the framework of the Forum she met A, B and C': who took part in each; nobody where it was beside it."""
    if len(children) == 1 or _on_the_fringe(elements, index):
        return []
    return [person for person in children[0].parties if all(person in child.parties for child in children)]


def _attending(narration: Narration, told: Told, index: int, child: Draft) -> list[Person]:
    """'论坛期间，|甲|会见乙': who acts attends what it took place during; nobody in particular if it was beside it."""
    during = _during(told.elements, index)
    if not during or any(entry.get("fringe") for entry in during):
        return []
    return _acting(narration, told, child)


def _nested_apart(elements: list[Element], index: int) -> bool:
    """'following his participation in | the Forum': what is told was after it, and not at it."""
    before = elements[max(0, index - CUE_REACH) : index]
    return any(entry.get("apart") for e in before for entry in e.entries("nest"))


def _acting(narration: Narration, told: Told, child: Draft) -> list[Person]:
    """Who does what is told of an account."""
    verb = next((p for p in told.predicates if child in told.by_predicate.get(p.index, [])), None)
    acting = narration.people(verb.subject) or told.subjects.get(verb.index, []) if verb is not None else []
    return [person for person in acting if person in child.parties]


def _day_after(narration: Narration, elements: list[Element], index: int) -> Days | None:
    """The day told right after an event, where it was between: 'the Summit | in Lima | last year'."""
    for element in elements[index + 1 : index + 1 + DAY_REACH]:
        if element.is_kind("date"):
            return narration.days(element.mentions[0], planned=False)
        if not (element.is_kind("place", "state") or element.role in ("at", "on") or element.has_any(BEFORE_DAY)):
            return None
    return None


def _still_to_come(elements: list[Element], index: int) -> bool:
    """'the hosting of | the Forum | in Lima | later | this year'."""
    ahead = elements[index + 1 : index + 1 + DAY_REACH]
    return any(a.has("later") and b.is_kind("date") for a, b in itertools.pairwise(ahead))


def _own_day(narration: Narration, elements: list[Element], index: int) -> Mention | None:
    """The day told right after an event for which somebody travels: 'for the Dialogue | on April 21'."""
    after = index + 1 + (index + 1 < len(elements) and elements[index + 1].role == "on")
    told = elements[after].mentions[0] if after < len(elements) and elements[after].is_kind("date") else None
    days = narration.days(told, planned=True) if told is not None else None
    return told if days is not None and days.exact and days.start == days.end else None


def _apart(narration: Narration, told: Told, index: int, children: list[Draft]) -> str:
    """'planned' or 'referenced' if an event has a day of its own, on which nothing that is being told took place."""
    days = _day_after(narration, told.elements, index)
    current = [narration.current] if narration.current is not None else []
    now = [d.days for d in children or current if d.days is not None]
    new = any(e.has("det") and e.has("vague") for e in told.elements[max(0, index - 2) : index])  # 'launched a Forum'
    if days is None or not now or new or _tells_of_event(told):
        return ""
    if narration.to_come(days):
        return "planned" if not children else ""
    return "referenced" if all(days.end < day.start for day in now) else ""


def _tells_of_event(told: Told) -> bool:
    """Whether a verb tells of a conference, not 'the decisions of the first session, | held | in Lima'."""
    verbs = (p for p in told.predicates if p.kind == "conference")
    return any(p.events or p.subject or told.by_predicate.get(p.index) for p in verbs)


def _done_there(narration: Narration, told: Told, mention: Mention, index: int) -> list[Person]:
    """'commitments by | President A and President B | at | the Summit', 'A and B | founded it | during | the Summit in
    May': who did something at an event gone by, if nothing else is told of the event."""
    elements = told.elements
    at = next((n for n in range(index - 1, max(0, index - SPEECH_REACH), -1) if not elements[n].has("det")), 0)
    if not (elements[at].role == "at" or elements[at].has("nest")):
        return []
    last = at - 1
    first = last
    while first > 0 and (elements[first].is_kind("person") or elements[first].has_any(("and", "comma", "det"))):
        first -= 1
    by = first < last and elements[first].role == "by"
    people = narration.people([m for e in elements[first + 1 : at] for m in e.mentions if m.kind == "person"])
    draft = event_draft(told, mention, "held", people, "")
    new = not any(d.kind == "conference" and same_occasion(d, draft, narration.roster) for d in narration.drafts)
    return people if by and new else []


def _spoke_at(narration: Narration, told: Told, index: int) -> list[Person]:
    """'In her keynote | at | the Forum, the Minister said', 'She was the chief guest | at | the Fair': who spoke."""
    before = [n for n in range(max(0, index - SPEECH_REACH), index) if _leads_there(told.elements[n])]
    at = before[-1] if before else -1
    if at < 0 or any(e.mentions for e in told.elements[at:index]):
        return []
    if not at or not told.elements[at - 1].has("oration"):
        return _said_at(told, index) if not at else []
    says = next((p for p in told.predicates if p.index > index and p.sort != "trigger"), None)
    if says is not None:
        return told.subjects[says.index]
    if told.elements[0].pronoun == "he":
        return narration.last_one or narration.last_subject
    return narration.people([m for e in told.elements[:at] for m in e.mentions if m.kind == "person"])


def _leads_there(element: Element) -> bool:
    """'at', 'at the opening of': leads to where somebody speaks."""
    return element.role == "at" or element.has("nest")


def _said_at(told: Told, index: int) -> list[Person]:
    """'At | the Forum in Lima, | the Minister | stressed': who by name or office spoke at what opens the sentence."""
    says = next((p for p in told.predicates if p.index > index), None)
    if says is None or says.sort != "say" or says.cue or says.form == "passive":
        return []
    return [person for person in told.subjects[says.index] if person.kind == "person"]


def _acted_at(narration: Narration, told: Told, index: int) -> list[Person]:
    """'Chad and Peru have launched a plan | at | the third session of the Commission': those of several states who did
    something there, where nothing has been told yet."""
    before = [
        e for e in told.elements[max(0, index - SPEECH_REACH) : index] if not (e.has("det") or e.has("adjective"))
    ]
    if narration.drafts or told.drafts or not before or before[-1].role != "at":
        return []
    verb = next((n for n, e in enumerate(told.elements[:index]) if e.verbs() or e.has("discuss")), 0)
    listed = itertools.takewhile(lambda e: e.is_party or in_list(e), reversed(told.elements[:verb]))
    acting = narration.people([m for e in listed for m in e.mentions if m.affiliation])[::-1]
    return acting if len({person.affiliation for person in acting} - {None}) > 1 else []


def _spoken_at(narration: Narration, told: Told, mention: Mention, index: int, speakers: list[Person]) -> Draft:
    draft = event_draft(told, mention, "held", speakers, "spoken-at")
    day = next((e.mentions[0] for e in told.elements[index + 1 :][:CUE_REACH] if e.is_kind("date")), None)
    days = narration.days(day, planned=False) if day is not None else None
    if day is not None and days is not None:
        draft.tell_days(days, day)
        draft.status = "planned" if narration.to_come(days) else draft.status
    near = told.elements[index : index + CUE_REACH]
    draft.places = draft.places or [place_of(m) for m in located(near)[:1]]
    return known_or_new(narration, draft, len(narration.drafts))


def _purpose(elements: list[Element], index: int) -> bool:
    """Whether 'for' leads to an event: 'travelled to Oslo for the Forum'."""
    before = [
        e
        for e in elements[max(0, index - 4) : index]
        if not (e.has_any(("det", "adjective", "poss", "event_part")) or e.role == "of" or e.is_kind("date"))
    ]
    return bool(before) and before[-1].role == "for"


def _travelled_for(narration: Narration, told: Told, mention: Mention, index: int) -> None:
    """The event for which somebody travels is attended by the travellers, where they go."""
    for journey in _journeys(told, index):
        draft = event_draft(told, mention, journey.status, journey.parties, "purpose-of-journey")
        draft.places, draft.days, draft.date_spans = list(journey.places), journey.days, journey.date_spans
        draft.date_rule = journey.date_rule
        own = _own_day(narration, told.elements, index) if journey.status == "planned" else None
        if own is not None and (days := narration.days(own, planned=True)) is not None:
            draft.tell_days(days, own)
        add_members(narration, draft, mention)
        draft.parent, draft.parent_rule = journey, "purpose-of-journey"
        told.drafts.append(known_or_new(narration, draft, len(narration.drafts)))


def _on_the_journey(told: Told, mention: Mention, index: int) -> None:
    """'travelled to Lima for | the Forum |, where she spoke': what a verb tells of the event is part of the journey."""
    journeys = _journeys(told, index) if _purpose(told.elements, index) else []
    for p in told.predicates if len(journeys) == 1 else ():
        for draft in told.by_predicate.get(p.index, []) if mention in p.events and p.index > index else ():
            if draft.kind == "conference" and draft.parent is None and set(draft.parties) & set(journeys[0].parties):
                draft.parent, draft.parent_rule = journeys[0], "purpose-of-journey"
                draft.places = draft.places or list(journeys[0].places)


def _journeys(told: Told, index: int) -> list[Draft]:
    """The journeys told right before an element."""
    journeys = [p for p in told.predicates if p.index < index and p.kind == "visit"]
    return [d for p in journeys[-1:] for d in told.by_predicate.get(p.index, []) if d.kind == "visit"]


def _on_the_margins(narration: Narration, told: Told, mention: Mention, child: Draft) -> Draft:
    draft = event_draft(told, mention, child.status, child.parties, "on-the-margins")
    draft.days, draft.date_spans, draft.date_rule = child.days, child.date_spans, child.date_rule
    draft.places = draft.places or list(child.places)
    return known_or_new(narration, draft, narration.drafts.index(child))


def _status(elements: list[Element], index: int) -> str:
    """'planned' or 'referenced' if the words before an event say so, '' if they do not."""
    for element in reversed(elements[max(0, index - CUE_REACH) : index]):
        if element.has("stop") or element.has("semicolon"):
            break
        if element.has("upcoming"):
            return "planned"
        if element.has("bygone"):
            return "referenced"
    ahead = elements[max(0, index - FORWARD_REACH) : index]
    if any(e.has("upcoming") and e.has("say") for e in ahead) and not any(e.has("stop") for e in ahead):
        return "planned"  # 'looked forward to strengthening unity at the Summit'
    joint, before = elements[max(0, index - 2) : index][::-1][:1], elements[max(0, index - 2)]
    if joint and joint[0].has("and") and before.is_kind("event"):  # 'the upcoming Forum and | Summit'
        return _status(elements, index - 2)
    return ""


def _is_attended(narration: Narration, mention: Mention) -> bool:
    """'来华出席甲峰会的总统乙 … 预祝|甲峰会|成功': whether somebody has been told to attend what is wished well."""
    name = narration.roster.text_of((mention.start, mention.end))
    held = (d for d in narration.drafts if d.kind == "conference" and d.status == "held" and d.event)
    return any(narration.roster.text_of(d.event) == name for d in held)


def _looked_at(narration: Narration, told: Told, mention: Mention, index: int, status: str) -> None:
    """An event to come or gone by, with those of the sentence who are concerned, or the bodies in its name."""
    if _is_attended(narration, mention):
        return
    before = [p for p in told.predicates if p.index < index]
    named = len(mention.members) + len(mention.regions) > 1
    parties = narration.members(mention, regions=named) if before and before[-1].sort != "trigger" else []
    if not before and named:  # '落实好中国—中亚峰会成果', said on and on
        parties = narration.members(mention, regions=True)
    if not parties and before:
        parties = told.subjects[before[-1].index]
    if mention.session and all(p.entry.get("run") for p in told.predicates):  # as somebody speaks on
        parties = sides_of_talks(narration, mention) or parties
    parties = series_parties(narration, mention) or _done_there(narration, told, mention, index) or parties
    forward = next((n for n, e in enumerate(told.elements[:index]) if e.has("upcoming") and e.has("say")), -1)
    if status == "planned" and forward >= 0 and before and is_nested(told.elements, index):
        met = [m for e in told.elements[forward:index] for m in e.mentions if m.kind == "person"]
        parties = told.subjects[before[-1].index] or parties  # 'look forward to talks (meeting B) | at'
        parties = [*parties, *(x for x in narration.people(met) if x not in parties)]
    parties = whose(narration, told, index) or done_during(narration, told.elements, index) or parties
    set_for = any(e.has("planned") for e in told.elements[index + 1 : index + 3])
    near = told.elements[max(0, index - 3) : index + NEAR * (1 + set_for)]
    if parties:
        _spoken_of(narration, told, mention, status, parties, near, told.elements[index:])
    if parties and (beside := with_body(told.elements, index)) is not None:
        _spoken_of(narration, told, beside, status, narration.members(beside), near, told.elements[index:], apart=True)


def _spoken_of(
    narration: Narration,
    told: Told,
    mention: Mention,
    status: str,
    parties: list[Person],
    near: list[Element],
    there: list[Element],
    apart: bool = False,
) -> None:
    """Enter an event of which only is spoken, with the last date of the elements near it and the first place there."""
    draft = event_draft(told, mention, status, parties, f"event-{status}")
    draft.apart = apart
    dates = [e.mentions[0] for e in near if e.is_kind("date")]
    if dates and (days := narration.days(dates[-1], status == "planned")):
        draft.tell_days(days, dates[-1])
    draft.places = draft.places or [place_of(m) for m in located(there)[:1]]
    if status == "planned" and parties:
        add_members(narration, draft, mention)
    year = YEAR.search(narration.roster.text_of(draft.event) or "")
    if year and draft.days is None:  # 'at the 2023 Summit'
        draft.days, draft.date_rule = whole_year(int(year[0])), "year-in-name"
    on_the_leg(narration, draft)
    known_or_new(narration, draft, len(narration.drafts))
