"""Who leads a delegation that was told of before: 'A Chadian delegation will attend … Minister A will lead it'."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.coordination import before_name, past_when_and_where, people_listed
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

SIDES = 2  # leaders at least where delegations are led, or governments represented
BESIDE = ("comma", "det", "hon", "aux", "also", "planned", "poss")
REACH = 5  # elements after the verb in which the delegation is named


def lead(narration: Narration, told: Told) -> None:
    """'Minister A will | lead | the Chadian delegation': who leads it stands for it wherever it takes part."""
    for index, element in enumerate(told.elements):
        if not any(entry.get("passes") == "obj" for entry in element.entries("trigger")):
            continue
        ahead = told.elements[index + 1 : index + REACH]
        if any(entry.get("stands") for entry in element.entries("trigger")):
            _join_for(narration, narration.people(list(_named_before(told.elements, index))), ahead)
        delegation = next(filter(_is_delegation, ahead), None)
        if delegation is not None:
            leaders = narration.people(list(_named_before(told.elements, index)))
            _stand_for(narration, leaders)
            _join(narration, leaders, delegation.mentions[0])
        elif any(e.has("delegations") for e in ahead[:2]):
            _join_each(narration, narration.people(list(_named_before(told.elements, index))))


def tell_members(narration: Narration, told: Told) -> None:
    """'Composed of the rector, A, and two clerks, | it …', 'Led by A, | the mission …', 'It | was led by | A': a
    sentence that opens with who makes up the delegation told last; they stand for it wherever it takes part, and are
    spoken of.
    """
    elements = told.elements
    verb = elements[1].entries("presence") if elements[0].pronoun and len(elements) > 1 else []
    if not elements[0].has_any(("members", "led")) and not any(entry.get("lead") for entry in verb):
        return
    known = (p for p in narration.last_subject if _is_team(p))
    group = next(known, None) or next((p for d in reversed(narration.drafts) for p in d.parties if _is_team(p)), None)
    if group is None:
        return
    ends = next((n for n, e in enumerate(elements) if e.verbs() or (e.pronoun and elements[n - 1].has("comma"))), None)
    goes_on = any(entry.get("lead") for e in elements[1:] for entry in e.entries("presence"))  # 'it comprises A and B'
    here = [m for e in (elements if goes_on else elements[:ends]) for m in e.mentions if m.kind in ("person", "group")]
    members = [person for person in narration.people(here) if person is not group]
    for person in members:
        part = len(person.mentions) == 1 and person.mentions[0].part  # 'the Dean of the Faculty of Law'
        if person.affiliation is None or person.inferred or part:
            person.affiliation, person.affiliation_span = group.affiliation, group.affiliation_span
    for draft in narration.drafts if members else ():
        if group in draft.parties:
            at = draft.parties.index(group)
            kept = [group] if group.name else []
            draft.parties[at : at + 1] = [*kept, *(p for p in members if p not in draft.parties)]
    if group in narration.last_subject and members:
        narration.last_subject, narration.last_one = [*([group] if group.name else []), *members], []


def _is_team(person: Person) -> bool:
    """A delegation, or who leads one and stands for it."""
    return any(m.post_kind == "delegation" or "-led" in m.rule or m.rule == "group-mission" for m in person.mentions)


def _named_before(elements: list[Element], verb: int) -> Iterator[Mention]:
    """Those listed right before a verb, articles and 'will' between; 'will meet A and | lead' is told of another."""
    if verb and elements[verb - 1].has("and"):
        return
    whose = next((n for n in range(verb, 0, -1) if elements[n - 1].is_kind("person")), 0)
    if all(e.mentions or e.role in ("at", "of") or e.has_any(BESIDE) for e in elements[whose:verb]):
        verb = whose  # 'Ana Quispe, Director General, | NFA | led the delegation'
    for element in reversed(elements[:verb]):
        if element.is_kind("person"):
            yield from element.mentions
        elif not element.has_any(("and", "comma", "det", "hon", "aux", "also", "planned", "poss")):
            return


def _is_delegation(element: Element) -> bool:
    return element.is_kind("group", "visitors") and any(
        m.post_kind == "delegation" or m.kind == "visitors" for m in element.mentions
    )


def _stand_for(narration: Narration, leaders: list[Person]) -> None:
    home = narration.roster.home
    for draft in narration.drafts if leaders else ():
        groups = [
            p for p in draft.parties if p.kind == "group" and any(m.post_kind == "delegation" for m in p.mentions)
        ]
        for group in groups:
            ours = [p for p in leaders if (p.affiliation or home) == (group.affiliation or home)]
            if ours:
                at = draft.parties.index(group)
                draft.parties[at : at + 1] = [p for p in ours if p not in draft.parties]


def _join(narration: Narration, leaders: list[Person], delegation: Mention) -> None:
    """'The dialogue was held in Lima. Minister A led the Chadian delegation': she took part in it for Chad."""
    draft = narration.current
    if draft is None or draft.kind == "visit" or not delegation.affiliation:
        return
    for person in leaders:
        if person.affiliation is None or person.inferred:
            person.affiliation, person.affiliation_span = delegation.affiliation, delegation.affiliation_span
        if person not in draft.parties and person.affiliation == delegation.affiliation:
            draft.parties.append(person)
    if any(person.affiliation == delegation.affiliation for person in leaders):  # 'Chad and Peru held a dialogue'
        theirs = delegation.affiliation
        draft.parties = [p for p in draft.parties if not (p.kind == "state" and p.affiliation == theirs)]


def _join_for(narration: Narration, people: list[Person], ahead: list[Element]) -> None:
    """'Chad and Peru held a dialogue. Minister A | represented | Chad': she took part in it for Chad."""
    state = next((e for e in ahead if not e.has("det")), None)
    draft = narration.current
    sides = [p for p in draft.parties if p.kind in ("state", "body")] if draft is not None else []
    if state is None or draft is None or not state.is_kind("state", "body") or not people:
        return
    theirs = state.mentions[0].affiliation
    if any(p.affiliation == theirs for p in sides):
        draft.parties = [p for p in draft.parties if p not in sides or p.affiliation != theirs]
        draft.join(people)


def _join_each(narration: Narration, leaders: list[Person]) -> None:
    """'Chad and Peru held a dialogue. Minister A and Envoy B led the delegations': each took part for a state."""
    _stand_for(narration, leaders)
    draft, home = narration.current, narration.roster.home
    if draft is None or draft.kind == "visit" or len(leaders) < SIDES:
        return
    sides = {person.affiliation or home for person in leaders}
    draft.parties = [p for p in draft.parties if not (p.kind == "state" and p.affiliation in sides)]
    draft.parties += [person for person in leaders if person not in draft.parties]


def under_whom(narration: Narration, told: Told, event: int) -> list[Person]:
    """'During | the Forum | chaired by the Minister, executives explored', 'The Forum, | attended by A, heard': those
    in whose company an event was of which no verb tells, and whoever acted during it."""
    elements = told.elements
    at = past_when_and_where(elements, event + 1)
    company, after = people_listed(elements, at + 1)
    if at >= len(elements) or not elements[at].has("companion") or not company:
        return []
    opens = any(e.get("at") for e in elements[0].entries("nest"))
    comma = next((n for n in range(after, len(elements)) if elements[n].has("comma")), len(elements))
    acting = next((e for e in elements[comma + 1 :] if not before_name(e)), None) if opens else None
    there = acting.mentions if acting is not None and acting.is_kind("person", "group") else ()
    return narration.people([m for m in (*company, *there) if m.is_party])
