"""Who says something: the subject, those whom 'by' names, those who said what stands before it."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.standing import Utterance
from dragoman.reading.mentions.people import Person

AGENT_REACH = 8  # elements after a passive in which its agent is looked for
Heard = tuple[list[Person], bool]  # the speakers of a saying, and whether they say it jointly


def speakers(narration: Narration, told: Told, utterance: Utterance, heard: Mapping[int, Heard]) -> Heard:
    """Who says it, and whether jointly. Nobody agrees alone: 'the ministers came to terms' is all of them."""
    people, joint = _speakers(narration, told, utterance, heard)
    return ([], True) if utterance.predicate.entry.get("both") and not several(people) else (people, joint)


def _speakers(narration: Narration, told: Told, utterance: Utterance, heard: Mapping[int, Heard]) -> Heard:
    p = utterance.predicate
    if any(e.has("distributive") for e in told.elements[utterance.first : p.index]) and narration.current:
        return narration.current.parties, True
    if p.entry.get("subject") == "within" and p.entry.get("joint") == "agreed":
        return [], True
    if utterance.how in ("passive", "left"):
        people, pronoun = _agents(narration, told, p)
        if p.entry.get("received") and not (people or pronoun):  # 'The Envoy was reminded that': by the others
            sides = {x.affiliation for x in told.subjects[p.index]}
            present = narration.current.parties if narration.current is not None else []
            people = [x for x in present if x.affiliation not in sides]
            return people, several(people)
        return people, pronoun in ("they", "we") or not people or several(people)
    if utterance.how == "aside" and not p.subject and not p.pronoun:
        after = told.elements[p.index + 1 : p.index + 4]
        people = narration.people([m for e in after for m in e.mentions])
        return people or told.subjects[p.index], several(people)
    if p.reports and p.subject:  # 'Un centre ouvrira, a annoncé | l'ambassadrice'
        return told.subjects[p.index], several(told.subjects[p.index])
    everyone = len(p.subject) == 1 and p.subject[0].post_kind == "everyone" and not p.subject[0].affiliation
    if everyone and narration.current is not None and _all_there(narration, told.subjects[p.index]):
        return narration.current.parties, True
    if _with_the_others(narration, p):
        return [], True
    subject = told.elements[before(told.elements, p.index)[0]]
    if utterance.how == "participle" and utterance.own and subject.is_party:  # 'with the Minister stressing'
        people = narration.people(list(subject.mentions))
        return people, several(people)
    host = utterance.host
    if (
        utterance.own
        and host is not None
        and host.sort == "trigger"
        and host.form == "noun"
        and not p.subject
        and not p.pronoun
    ):
        travellers = (
            [x for d in told.by_predicate.get(host.index, []) for x in d.parties] if host.kind == "visit" else []
        )
        return travellers, not travellers
    if host is not None and not utterance.own and not (utterance.how == "participle" and p.subject and not p.governor):
        return heard.get(host.index) or (told.subjects[host.index], _joint(told, host, host.index))
    if p.pronoun == "he" and several(told.subjects[p.index]) and not p.subject:
        return told.subjects[p.index][:1], False
    opens = p.entry.get("mood") == "ing" or told.elements[max(0, p.index - 1)].has("compound")
    opens = opens or (not p.entry.get("finite") and before(told.elements, p.index)[0] < 0)  # 'Frappé par le port, …'
    if opens and not p.subject and not p.pronoun and host is None:
        later = (q for q in told.predicates if q.index > p.index and q.governor is None and q.subject)
        main = next(later, p)  # 'Saluant cet appui, | le ministre a plaidé pour …'
        return told.subjects[main.index], _joint(told, main, p.index)
    partners = _partners(narration, told, p) if p.entry.get("joint") == "agreed" else []
    sources = narration.people([m for e in _source(told.elements) for m in e.mentions])
    told_by = [x for x in told.subjects[p.index] if x not in sources]
    himself = heard.get(host.index, ([], False))[0] if host is not None and _beside_himself(told, p) else []
    people = [*himself, *(told_by or told.subjects[p.index]), *(x for x in partners if x not in told.subjects[p.index])]
    joint = _joint(told, p, utterance.first) or bool(partners) or several(people)
    return people, joint or (p.entry.get("joint") == "agreed" and _with_another(told.elements, p.index))


def _all_there(narration: Narration, group: list[Person]) -> bool:
    """'the participants adopted': those who are there, and not 'the business participants', or a group that was met."""
    here = narration.current.parties if narration.current is not None else []
    return not any(person in here or len(narration.roster.words(person.post)) > 1 for person in group)


def _with_the_others(narration: Narration, p: Predicate) -> bool:
    """'The Secretary and Foreign Ministers | reaffirmed': somebody of those who met, and a group of nobody's that the
    others make up."""
    if len(p.subject) < 2 or narration.current is None or narration.current.kind == "visit":
        return False
    groups = [m for m in p.subject if m.kind == "group"]
    others = bool(groups) and all(m.affiliation is None and m.rule == "group-bare" for m in groups)
    acting = narration.people([m for m in p.subject if m.kind != "group"])
    here = narration.current.parties
    return others and bool(acting) and several(here) and all(person in here for person in acting)


def _with_another(elements: list[Element], verb: int) -> bool:
    """'The Ministry | and the union | agreed': a subject of two, the second of whom is nobody known."""
    bounds = ("comma", "semicolon", "cut", "quote", "nest", "colon", "contrast")
    start = next((n + 1 for n in range(verb - 1, -1, -1) if elements[n].has_any(bounds) or elements[n].verbs()), 0)
    joint = next((n for n in range(verb - 2, start, -1) if elements[n].has("and")), 0)
    if not joint or elements[start].role or not elements[joint + 1].has("det") or elements[joint + 1].has("posspron"):
        return False
    first = next((e for e in elements[start:joint] if not e.has("det")), elements[joint])
    known = any(e.mentions or e.pronoun for e in elements[joint + 1 : verb])
    return (first.is_party or first.has("bodynoun") or first.has("ownorgan")) and not known


def _beside_himself(told: Told, p: Predicate) -> bool:
    """'says | he and his counterpart | agreed': the speaker is one of those who did it."""
    first = next((n for n, e in enumerate(told.elements) if p.subject and p.subject[0] in e.mentions), 0)
    opening = [e for e in told.elements[:first] if not (e.has("det") or e.has("posspron"))][-2:]
    return len(opening) == 2 and opening[0].pronoun == "he" and opening[1].has("and")


def _source(elements: list[Element]) -> list[Element]:
    """'According to the Ministry, | the two ministers agreed': those who only report it."""
    comma = next((n for n, e in enumerate(elements[:AGENT_REACH]) if e.has("comma")), 0)
    return elements[:comma] if any(e.has("attribution") for e in elements[:comma]) else []


def _partners(narration: Narration, told: Told, p: Predicate) -> list[Person]:
    """Those with whom somebody agrees: 'Avec son homologue, elle est convenue de', 'agreed | with the Envoy | to'."""
    elements = told.elements
    first = 1 if elements[0].role == "with" else p.index + 2
    if first > 1 and not (p.index + 1 < len(elements) and elements[p.index + 1].role == "with"):
        return []
    return narration.people(next((list(e.mentions) for e in elements[first : first + 3] if e.is_kind("person")), []))


def _agents(narration: Narration, told: Told, p: Predicate) -> tuple[list[Person], str]:
    """Those whom 'by' names after a passive."""
    elements = told.elements
    by = next(
        (n for n in range(p.index + 1, min(len(elements), p.index + AGENT_REACH)) if elements[n].role == "by"), -1
    )
    people: list[Person] = []
    for element in elements[by + 1 :] if by >= 0 else []:
        if element.pronoun:
            return people, element.pronoun
        if not (element.is_party or element.has("det") or element.has("and") or element.has("comma")):
            break
        people += narration.people(list(element.mentions))
    return people, ""


def _joint(told: Told, p: Predicate, first: int) -> bool:
    """Whether the subject of a predicate, told between `first` and it, is more than one side."""
    if p.pronoun == "they" and [x.kind for x in told.subjects[p.index]] == ["group"]:
        return False
    subject = p.subject[0] if p.subject else None
    named = any(
        e.pronoun == "they" and subject not in after.mentions  # '| Both | Secretary A and Secretary B pledged'
        for e, after in zip(told.elements[first : p.index], told.elements[first + 1 :], strict=False)
    )
    ours = p.pronoun == "we" and not told.subjects[p.index]
    return named or p.pronoun == "they" or ours or several(told.subjects[p.index])


def several(people: list[Person]) -> bool:
    """Whether people act for more than one state or body."""
    return len({person.affiliation for person in people}) > 1
