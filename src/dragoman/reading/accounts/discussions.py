"""Talks that only their subject tells of: 'A and B discussed trade', 'told his counterpart over the phone'."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, copy_of
from dragoman.reading.accounts.legs import journey_of
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.accounts.setting import STATUS, date, locate
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

PARTNER_REACH = 24  # elements after a verb of discussing in which 'with' tells with whom
LISTENER_REACH = 7  # elements after a verb of saying in which to whom and how it was said is told


def told_by_phone(narration: Narration, told: Told, p: Predicate) -> list[Draft]:
    """'assured | his counterpart over the phone | that', 'told Envoy A by phone': a call with whoever heard it."""
    after = told.elements[p.index + 1 : p.index + 1 + LISTENER_REACH]
    light = ("det", "hon", "posspron")
    heard = next((n for n, e in enumerate(after) if not e.has_any(light)), len(after))
    distant = next((n for n, e in enumerate(after) if e.has("remote")), 0)
    if p.sort != "say" or not (heard < distant and after[heard].is_kind("person") and told.subjects[p.index]):
        return []
    if any(e.verbs() or e.has("cut") or e.has("comma") for e in after[heard:distant]):
        return []
    partners = [x for x in narration.people(list(after[heard].mentions)) if x not in told.subjects[p.index]]
    call = copy_of(discussion(narration, told, p), [*told.subjects[p.index], *partners])
    call.kind, call.places = "call", []
    return [call] if partners else []


def discussion(narration: Narration, told: Told, p: Predicate) -> Draft:
    """'Minister A and Envoy B discussed …' where nothing says how: the title tells whether they met or called."""
    element = told.elements[p.index]
    draft = Draft(
        narration.title_kind,
        STATUS.get(p.cue, "held"),
        "discussed",
        [(element.start, element.end)],
        list(told.subjects[p.index]),
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )
    by_phone = any(q.governor is p and q.kind == "call" and q.form == "noun" for q in told.predicates)
    if by_phone or any(e.has("remote") for e in told.elements[: p.index]):
        draft.kind = "call"  # 'discussed trade | in a phone call'
    date(narration, draft, told, p)
    locate(draft, told, p)
    return draft


def discussion_with(narration: Narration, told: Told, p: Predicate) -> list[Draft]:
    """'She will discuss supply chains with local students', 'discussed the test with Director A of Chad', 'With
    Director A of Chad, she discussed': a meeting with those after 'with', whom nothing told before names. What is over
    must name them, as topics hold groups too. 'Director A of Chad discussed the test with her': told by the visitor.
    """
    met = {person for draft in narration.drafts for person in draft.parties}
    beside = _new_office_holders(narration.people(p.objects), met)
    speakers = told.subjects[p.index]
    if beside and speakers and not (p.cue or p.spoken) and _before_verb(told.elements, p):
        return [copy_of(discussion(narration, told, p), [*speakers, *beside])]  # '甲|与校长乙|洽谈学生交流'
    if talks := _talks_to_come(narration, told, p, met):
        return talks
    opening = told.elements[: p.index] if told.elements[0].role == "with" else []
    comma = next((n for n, e in enumerate(opening) if e.has("comma")), 0)
    if comma and p.cue != "planned":
        partners = _new_office_holders(narration.people(_those_after(opening[:comma], 0)), met)
        met_by = [] if p.subject else _who_met_all(narration)
        speakers = [x for x in met_by or told.subjects[p.index] if x not in partners]
        told.subjects[p.index] = speakers
        return [copy_of(discussion(narration, told, p), [*speakers, *partners])] if partners and speakers else []
    visitors = _new_office_holders(told.subjects[p.index], met)
    if visitors and len(visitors) == len(told.subjects[p.index]) and _with_her(told.elements, p) and narration.last_one:
        return [copy_of(discussion(narration, told, p), [*(_who_met_all(narration) or narration.last_one), *visitors])]
    for index in range(p.index + 1, min(len(told.elements), p.index + PARTNER_REACH)):
        element = told.elements[index]
        said = element.has("say") and not (p.cue == "planned" and _is_noun(told.elements, index))
        if element.has("stop") or element.has("cut") or element.has("trigger") or said:
            return []
        if element.role == "with":
            partners = narration.people(_those_after(told.elements, index))
            partners = [] if _takes_part_itself(told.elements, index) else partners
            if p.cue != "planned":
                partners = _new_office_holders(partners, met)
            draft = discussion(narration, told, p)
            named = next((q.kind for q in told.predicates if q.form == "noun" and q.kind in TWO_SIDED), draft.kind)
            draft.kind = "meeting" if p.cue == "planned" else named
            if not partners or not draft.parties:
                return []
            if any(
                q.each for q in told.predicates if q.form == "noun"
            ):  # 'In separate calls, he discussed … with A and B'
                return [copy_of(draft, [*draft.parties, x]) for x in partners if x not in draft.parties]
            further = [x for x in partners if x not in draft.parties]
            draft.parties.extend(further)
            return [draft] if further else []
    return []


def _talks_to_come(narration: Narration, told: Told, p: Predicate, met: set[Person]) -> list[Draft]:
    """'In Lima, she and Minister B | will discuss | trade': a meeting on a journey to come, if nothing told it."""
    subject = told.subjects[p.index]
    journey = journey_of(narration, subject, "planned") if p.cue == "planned" and p.form == "verb" else None
    hosts = [x for x in subject if journey is not None and x not in journey.parties]
    home = (None, narration.roster.home)
    if not hosts or len(hosts) == len(subject) or hosts != _new_office_holders(hosts, met):
        return []
    draft = discussion(narration, told, p)
    draft.kind = "meeting"
    return [draft] if journey is not None and not any(x.affiliation in home for x in hosts if x.affiliation) else []


def _is_noun(elements: list[Element], index: int) -> bool:
    """Whether a word of saying is one of what is said: 'our | shared | commitment to democratic | values |'."""
    before = elements[index - 1]
    return elements[index].has("light_adjective") or before.has_any(("det", "light_adjective", "adjective"))


def _before_verb(elements: list[Element], p: Predicate) -> bool:
    """Whether those with whom it is discussed are told right before the verb, or before what it is about where that
    stands first ('甲与校长乙|就教师互访|进行了研讨').
    """
    last = next((n for n in range(p.index - 1, 0, -1) if p.objects[-1] in elements[n].mentions), 0)
    if p.form == "passive":
        return (
            last > 0 and elements[last + 1].role == "on" and not any(e.has("comma") for e in elements[last : p.index])
        )
    return last > 0 and last == p.index - 1 and elements[last].is_party


def _who_met_all(narration: Narration) -> list[Person]:
    """Who took part in the last meetings one after the other: whom 'she' means where the next one is told."""
    met = [d for d in narration.drafts if d.kind in TWO_SIDED and d.status == "held"][-2:]
    return [x for x in met[0].parties if x.kind == "person" and x in met[1].parties][:1] if len(met) == 2 else []


def _new_office_holders(people: list[Person], met: set[Person]) -> list[Person]:
    return [x for x in people if x.kind == "person" and x.name and x.post and x not in met]


def _with_her(elements: list[Element], p: Predicate) -> bool:
    """Whether a clause ends in 'with | her |'."""
    end = next((n for n in range(p.index + 1, len(elements)) if elements[n].has("stop") or elements[n].has("cut")), 0)
    return end > p.index + 2 and elements[end - 2].role == "with" and elements[end - 1].has("posspron")


def _takes_part_itself(elements: list[Element], preposition: int) -> bool:
    """'discussed the Summit in Lima, with | the King | attending': who is only said to be at what is discussed."""
    ahead = (e for e in elements[preposition + 1 :] if not (e.has_any(("det", "and", "comma", "hon")) or e.is_party))
    return next((e.has("attending") for e in ahead), False)


def _those_after(elements: list[Element], preposition: int) -> list[Mention]:
    """The persons and groups that a preposition governs, one or a list."""
    found: list[Mention] = []
    for element in elements[preposition + 1 :]:
        if element.is_kind("person", "group"):
            found.extend(element.mentions)
        elif not (element.role == "with" and found) and not (
            element.has("det") or element.has("and") or element.has("comma") or element.has("hon")
        ):
            break
    return found
