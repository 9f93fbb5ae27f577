"""Meetings and calls: who met whom, all at once or one by one."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import Draft, copy_of
from dragoman.reading.accounts.narration import PARENTS, Narration
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person, is_code

PAIR = 2


def talks(
    narration: Narration, base: Draft, p: Predicate, subject: list[Person], objects: list[Person], aim: bool
) -> list[Draft]:
    """Those who met or spoke, as one engagement or several; none if it is not told with whom. `aim`: it is told what
    they meet to discuss.
    """
    sides = [x for x in subject if x not in objects]
    bare = p.entry.get("light") or (p.form == "noun" and not p.nested)
    if base.status == "planned" and bare and not (sides or objects) and narration.current is not None:
        base.parties = narration.sides(narration.current, (p.places or p.dates)[0]) if p.places or p.dates else []
        return [base] if len(base.parties) > 1 else []  # 'The next meeting will be held in Lima'
    if p.form == "verb" and not objects and [m.post_kind for m in p.subject] == ["sitting"] and base.status == "held":
        base.kind, base.parties, base.event = "conference", sides, (p.subject[0].start, p.subject[0].end)
        base.convener = sides[0]
        return [base]  # 'the Water Council met for the first time': its session
    several = len(sides) == 1 and (sides[0].kind == "group" or sides[0].rule == "one-of-plural")
    if not objects and several and (p.form == "verb" or p.light) and (p.places or p.dates):
        base.parties = sides  # 'Ministers of the region met in Lima'
        return [base]
    chaired = p.light or (p.governor is not None and bool(p.governor.entry.get("chair")))
    chair = sides if len(sides) == 1 and not objects else objects if not sides else []
    held = p.governor is not None and bool(p.entry.get("light")) and bool(p.governor.entry.get("council"))
    if chair and ((p.entry.get("council") and chaired and sides) or held):
        base.parties = chair  # 'presided over a cabinet meeting', 'a cabinet meeting was held under …'
        return [base]
    first = p.form == "noun" and base.status == "held" and not narration.drafts
    if first and p.light and sides and not (objects or p.each or p.entry.get("plural")):
        base.parties = sides  # 'hosted a roundtable on school meals': who else was there is told after it
        return [base]
    if (not objects and len(sides) < 2) or (not sides and len(objects) < 2):
        return []
    if p.infinitive and not (objects or p.places or p.dates or p.events or p.remote):
        return []  # 'agreed to improve programmes to meet national needs'
    travelling = any(d.kind in PARENTS for d in narration.drafts)
    listed = travelling and len(p.objects) > 2 and all(m.list_size > 1 and m.kind == "person" for m in p.objects)
    series = _series(narration, base, sides) if len(objects) > 1 else None
    if series is not None:  # the group that was met one by one is told by name
        narration.drafts.remove(series)
        base = replace(series, spans=[*series.spans, *base.spans], sentence=base.sentence, paragraph=base.paragraph)
        found = [copy_of(base, [*sides, *party]) for party in _with_others(narration, objects)]
        for draft in found:
            draft.sayings = list(series.sayings)
        return found
    plural = bool(p.entry.get("plural")) and len(objects) > 1 and objects[0].kind == "person"
    plural = plural and all(o.kind in ("person", "group") for o in objects)
    if p.each and len(objects) == 1 and len(sides) > 1 and all(x.kind == "person" for x in sides):
        return [copy_of(base, [side, *objects]) for side in sides]  # 'A and B received him in turn'
    if p.pairs and len(objects) == len(sides) > 1:  # 'A and B met respectively with C and D'
        return [copy_of(base, [*pair]) for pair in zip(sides, objects, strict=True)]
    beside = [x for x in narration.people(p.companions) if x in objects and len(objects) > 1]
    met = [x for x in objects if x not in beside]
    apart = p.again and travelling and len(met) > 1 and all(o.kind == "person" for o in met)  # 'with A and with B'
    states = {x.affiliation for x in met if x.kind == "person" and x.affiliation}
    bilateral = p.entry.get("apart") == "states" and len(states) == len(met) > 1  # 'talks with A of Chad and B of Peru'
    singly = ((p.each or listed or plural or apart or bilateral) and met) or (
        not p.included and _one_by_one(narration, base, sides, met, aim)
    )
    welcomed = p.form == "passive" and len(met) > PAIR and not p.each  # 'was received by A, B and C' together
    if singly and not (p.together or welcomed):
        base.series = p.each and [o.kind for o in met] == ["group"]
        found = [copy_of(base, [*sides, *party]) for party in _with_others(narration, met)]
        found[-1].parties.extend(beside)  # 'received by A and by B, in the presence of C'
        return found
    base.parties = [*sides, *objects]
    base.apart = (
        len({side.affiliation for side in sides}) > 1 and bool(objects) and all(o.kind == "group" for o in objects)
    )
    return [base]


def _series(narration: Narration, base: Draft, sides: list[Person]) -> Draft | None:
    """'a series of meetings with her counterparts', told before by the same people."""
    return next(
        (
            d
            for d in narration.drafts
            if d.series and d.kind == base.kind and d.status == base.status and any(s in d.parties for s in sides)
        ),
        None,
    )


def _one_by_one(narration: Narration, base: Draft, sides: list[Person], objects: list[Person], aim: bool) -> bool:
    """Counterparts listed by name and office whom a visitor meets are met one by one; so are sets of people whom she
    will meet, unless it is to discuss the same with all.
    """
    home = narration.roster.home
    if all(o.rule == "group-list-of" for o in objects) and len({o.mentions[0].start for o in objects}) == 1:
        return False  # 'leaders from Central Asia, Kenya, and the Maldives'
    houses = {o.affiliation for o in objects}
    if len(houses) == 1 and not is_code(objects[0].affiliation) and objects[0].affiliation:
        return False  # the rector and the vice-rector of one university
    one_set = len({o.post for o in objects}) == 1 and any(o.affiliation == home for o in objects)
    if base.status == "planned" and all(o.kind == "group" for o in objects) and (aim or one_set):
        return False  # 'the U.S. and Chadian participants of an exchange'
    visits = [d for d in narration.drafts if d.kind == "visit" and any(s in d.parties for s in sides)]
    visiting = any(d.status in ("held", base.status) for d in visits)
    named = all(
        (o.kind == "person" and o.post and (o.name or o.affiliation))
        or (base.status == "planned" and o.kind == "group")
        for o in objects
    )
    return visiting and base.kind == "meeting" and len(objects) > 1 and named


def _with_others(narration: Narration, objects: list[Person]) -> list[list[Person]]:
    """Counterparts one by one; 'and other officials' goes with the one named before it."""
    parties: list[list[Person]] = []
    for person in objects:
        others = narration.speaks_of_others(person)
        if parties and others:
            parties[-1].append(person)
        else:
            parties.append([person])
    return parties
