"""The mentions of a sentence → who they are: new, or somebody known, and for which state or body they act."""

from __future__ import annotations

from dragoman.reading.accounts.narration import Narration, Told, place_of
from dragoman.reading.accounts.sides import share_sides, teams
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_code, is_state, share_countries

ITS_REACH = 6  # elements between an institution and who is told to be its head
LEG_REACH = 4  # elements after a place in which the days there are told
HEADS = ("", "institution", "chief", "sole")
STATELY = ("minister", "sole")  # offices that no body has


def introduce(narration: Narration, told: Told) -> None:
    """Take in the mentions of a sentence."""
    narration.told.append(told)
    share_sides(told, narration.roster.knows, narration.roster.known)
    for p in told.predicates:
        if not p.closed or p.kind == "visit":
            share_countries(p.objects)
        if p.settled:
            share_countries(p.subject)
    _place_institutions(narration, told.elements)
    partners = _partners(told.predicates, narration.roster.home)
    before: Person | None = None
    school: Mention | None = None
    for number, element in enumerate(told.elements):
        for mention in element.mentions:
            school = mention if mention.kind == "org" else school
            if school is not None and mention.post_kind in HEADS and _is_its(told.elements, number):
                mention.affiliation = mention.affiliation or school.affiliation  # 'the Institute and its director'
            if mention.kind == "event":
                narration.roster.hear_of(mention)
            if mention.is_party or mention.kind == "region":
                person = _pointed_to(narration, mention) or narration.roster.enter(
                    mention, narration.people(partners.get(mention, []))
                )
                partner = narration.roster.bearer(mention.spouse) if mention.spouse else before
                if mention.post_kind == "spouse" and partner is not None and mention.affiliation is None:
                    person.affiliation, person.inferred = partner.affiliation, True  # '总统甲和夫人乙'
                if mention.post_kind == "pupils" and school is not None and person.affiliation is None:
                    person.affiliation, person.inferred = school.affiliation, True  # of the one named before
                if mention.rest and person.affiliation is None and before is not None:
                    person.affiliation, person.inferred = before.affiliation, before.affiliation is not None
                if mention.post_kind == "delegate" and mention.name and person.affiliation is None:
                    _stand_for_delegation(narration, person)
                narration.named[mention] = before = person
    for leader, team in teams(told.elements):
        group = narration.named[team]
        if group.affiliation is None:
            group.affiliation, group.inferred = narration.named[leader].affiliation or narration.roster.home, True
    for p in told.predicates:
        _share_with_companions(narration, told.elements, p)
        _share_on_one_side(narration, told.elements, p)
    for index, element in enumerate(told.elements[:4]):
        if element.is_kind("state", "place") and any(
            e.role == "at" or e.has("nestplace") for e in told.elements[max(0, index - 2) : index]
        ):
            narration.where = place_of(element.mentions[0])
            _tell_leg(narration, told.elements[index + 1 : index + LEG_REACH])


def _partners(predicates: list[Predicate], home: str | None) -> dict[Mention, list[Mention]]:
    """'The Chadian president was received by the President': those of another state with whom an office told alone
    deals, and whom it does not mean."""
    return {
        mention: abroad
        for p in predicates
        if p.sort == "trigger"
        and (abroad := [m for m in p.subject if is_state(m.affiliation) and m.affiliation != home])
        for mention in p.objects
        if mention.post and not mention.name and not mention.affiliation
    }


def _tell_leg(narration: Narration, ahead: list[Element]) -> None:
    """'In Peru on February 9-12, she will attend': the days that a journey takes in the place just reached."""
    date = next((e.mentions[0] for e in ahead if e.is_kind("date")), None)
    light = all(e.is_kind("date") or e.role or e.has("comma") for e in ahead[:-1])
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit"), None)
    country = narration.where.country if narration.where is not None else None
    if date is None or not light or journey is None or country not in journey.countries() or not country:
        return
    days = narration.days(date, journey.status == "planned")
    if days is not None and days.exact:
        narration.legs[country] = days, ((date.start, date.end),)


def _stand_for_delegation(narration: Narration, leader: Person) -> None:
    """'The head of the delegation, Ana Quispe, said …': she is of those received before, and stands for them."""
    for draft in reversed(narration.drafts):
        group = next((p for p in draft.parties if p.kind == "group" and p.affiliation), None)
        if group is not None:
            leader.affiliation, leader.affiliation_span = group.affiliation, group.affiliation_span
            draft.parties[draft.parties.index(group)] = leader
            return


def _place_institutions(narration: Narration, elements: list[Element]) -> None:
    """'A University of Chad and B University' are both in Chad, and 'A University' ever after."""
    before: Mention | None = None
    for index, element in enumerate(elements):
        here = element.mentions[0] if element.is_kind("org") else None
        if here is not None and here.affiliation:
            name = here.affiliation
            known = (c for known, c in narration.countries.items() if known.endswith(name) or name.endswith(known))
            listed = before.country if before is not None and elements[index - 1].has("and") else None
            here.country = here.country or next(known, None) or listed
            if here.country:
                narration.countries.setdefault(name, here.country)
        before = here or (before if element.has("and") else None)


def _share_with_companions(narration: Narration, elements: list[Element], p: Predicate) -> None:
    """Who goes with somebody, and of whom nothing else is told, acts for the same state or body."""
    last = p.objects[-1] if p.objects else None
    with_last = last is not None and bool(p.companions) and last.first < p.companions[0].first
    host = p.subject[-1].first > last.first if last is not None and p.subject else False
    told = [last] if last is not None and with_last and not host else p.subject
    agrees = _agrees(elements, p.companions[0]) if with_last and last is not None else ""
    if last is not None and agrees and last.gender != agrees and [m.gender for m in p.subject] == [agrees]:
        told = p.subject  # 'la rectrice a reçu l'envoyé, | accompagnée de …'
    there = bool(p.companions) and are_there(elements, p.companions[0])
    if there:  # 'received B, in the presence of C': C is the host's
        told = p.subject if p.form == "verb" else p.objects
        if len({person.affiliation is None for person in narration.people(told)}) > 1:
            return  # 'opened by the Minister and the Envoy of Chad, in the presence of the Mayor'
    leaders = [person for person in narration.people(told) if person.affiliation]
    if not leaders and told is p.subject and any(x.kind == "person" for x in narration.people(told)):
        travel = any(_is_traveller(narration, x) for x in narration.people(told))
        before = [m for m in p.companions if m.end <= elements[p.index].start]
        foreign = p.kind == "meeting" and any(is_state(x.affiliation) for x in narration.people(p.objects))
        for person in narration.people(p.companions):  # 'The Envoy, accompanied by Adviser B, will meet', on a journey
            of_state = any(m.post_kind in STATELY for m in person.mentions) and not is_state(narration.roster.home)
            along = person.kind == "person" and travel and not of_state
            aside = person.mentions[-1] in before and not any(m.post_kind == "institution" for m in person.mentions)
            along = along or (aside and (person.kind == "group" or (foreign and not of_state)))
            if along and person.affiliation is None:
                person.affiliation, person.inferred = narration.roster.home, True
    for person in narration.people(p.companions) if len({leader.affiliation for leader in leaders}) == 1 else ():
        hosts = any(m.post_kind == "institution" and not m.foreign for m in person.mentions)  # '在校长甲陪同下'
        staff = leaders[0].kind == "person" and not leaders[0].inferred and not there
        goes_along = staff and not any(m.post_kind for m in person.mentions)  # 'the Director of UNESCO, with adviser B'
        house = staff and with_last and _heads_house(leaders[0]) and _heads_house(person)
        hosts = hosts or (p.settled and p.kind == "tour" and leaders[0].affiliation != narration.roster.home)
        theirs = not hosts and (is_state(leaders[0].affiliation) or goes_along)
        of_theirs = person.kind == "person" and (theirs or house)
        if person.affiliation is None and (of_theirs or person.kind == "group") and not _is_host(leaders, person):
            person.affiliation, person.inferred = leaders[0].affiliation, True


def _share_on_one_side(narration: Narration, elements: list[Element], p: Predicate) -> None:
    """'The Chadian Speaker, | together with | MPs B and C, called on Speaker D': where whoever is met is at home, those
    told beside a foreign visitor act for whom the visitor does."""
    met = p.objects and all(m.kind == "person" for m in p.objects)
    if p.kind != "meeting" or p.form != "verb" or len(p.subject) < 2 or not met:
        return
    first, *beside = p.subject
    at = next((n for n in range(p.index) if elements[n].has("companion") and elements[n].start >= first.end), 0)
    visitor = next(iter(narration.people([first])), None)
    home = (None, narration.roster.home)
    if visitor is None or not is_state(visitor.affiliation) or visitor.affiliation in home:
        return
    if not at or any(x.affiliation not in home for x in narration.people(p.objects)):
        return
    after = [m for m in beside if m.start > elements[at].start]
    for person in narration.people(after):
        if person.affiliation is None and len(person.mentions) == 1:
            person.affiliation, person.inferred = visitor.affiliation, True


def _is_traveller(narration: Narration, person: Person) -> bool:
    """Whether somebody of whose state nothing is told is on a journey."""
    return person.kind == "person" and any(d.kind == "visit" and person in d.parties for d in narration.drafts)


def _pointed_to(narration: Narration, mention: Mention) -> Person | None:
    """Who a word like 'the diplomat' (`epithet`) or 'her colleague' (`other`) stands for: somebody named before."""
    if mention.post_kind == "delegation" and mention.affiliation:  # 'the Chadian delegation': whoever travels for Chad
        journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status == "held"), None)
        if journey is None:
            return _leader_received(narration, mention)
        return next((p for p in journey.parties if p.name and p.affiliation == mention.affiliation), None)
    if mention.post_kind == "peer" and not (mention.name or mention.affiliation) and mention.list_size == 1:
        return _peer_met(narration)
    if (traveller := _traveller(narration, mention)) is not None:
        return traveller
    if mention.rule.startswith("side"):
        return _of_side(narration, mention)
    if mention.name or mention.post_kind not in ("epithet", "other"):
        return None
    near = (
        narration.last_subject
        if mention.post_kind == "epithet"
        else narration.current.parties
        if narration.current
        else []
    )
    others = [] if mention.post_kind == "epithet" else narration.last_subject
    people = [*near, *reversed(narration.roster.people if mention.affiliation else [])]
    fitting = [
        p for p in people if p.kind == "person" and p not in others and mention.affiliation in (None, p.affiliation)
    ]
    if mention.office == "abroad":  # 'the diplomat' is no minister of ours
        known = [*fitting, *(narration.current.parties if narration.current else [])]
        home = (None, narration.roster.home)
        guests = [p for p in known if p.name and (p.affiliation not in home or _is_envoy(p))]
        fitting = [p for p in guests if _is_envoy(p)] or guests or fitting
    if mention.office == "body":  # 'the UN official'
        known = [*fitting, *reversed(narration.roster.people)]
        fitting = [p for p in known if p.kind == "person" and p.name and len(p.affiliation or "") > 2]
    fitting = [p for p in fitting if not (mention.gender and p.gender) or mention.gender == p.gender] or [
        p for p in reversed(narration.roster.people) if p.gender and p.gender == mention.gender and p not in others
    ]
    return next((p for p in fitting if p.name), fitting[0] if fitting else None)


def _leader_received(narration: Narration, mention: Mention) -> Person | None:
    """'received a delegation of Montreal University led by A. The Canadian delegation …': A, where none other came."""
    met = (d for d in reversed(narration.drafts) if d.kind == "meeting" and d.status == "held")
    latest = next(met, None)
    came = [p for p in latest.parties if any("-led" in m.rule for m in p.mentions)] if latest else []
    known = any(p.kind == "group" and p.affiliation == mention.affiliation for p in narration.roster.people)
    of_state = len(came) == 1 and is_state(came[0].affiliation) and came[0].affiliation != mention.affiliation
    return came[0] if len(came) == 1 and not known and not of_state else None


def _peer_met(narration: Narration) -> Person | None:
    """'met Minister B of Chad. … She will sign with | her counterpart |': the only one of another state who was met."""
    ours = {None, *(p.affiliation for p in narration.last_subject)}
    ours |= set() if narration.last_subject else {narration.roster.home}
    met = (d for d in narration.drafts if d.kind == "meeting" and d.status == "held")
    peers = {
        p
        for d in met
        for p in d.parties
        if p.name and p.affiliation not in ours and any(m.post_kind in ("minister", "peer") for m in p.mentions)
    }
    return next(iter(peers)) if len(peers) == 1 else None


def _of_side(narration: Narration, mention: Mention) -> Person | None:
    """'The Chadian side', in talks with nobody who acts for Chad: those of the one institution that is there."""
    here = narration.current.parties if narration.current else []
    if any(p.affiliation == mention.affiliation for p in here):
        return None
    institutions = [p for p in here if p.affiliation and not is_code(p.affiliation)]
    return institutions[0] if len({p.affiliation for p in institutions}) == 1 else None


def _traveller(narration: Narration, mention: Mention) -> Person | None:
    """'the Minister', told of a journey, is the one who travels, not the one whom she met."""
    words = narration.roster.words(mention.post)
    if mention.name or mention.affiliation or mention.post_kind != "minister" or len(words) != 1:
        return None
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status == "held"), None)
    ours = [x for x in journey.parties if x.name and words == narration.roster.words(x.post)[:1]] if journey else []
    ours = [x for x in ours if not (mention.gender and x.gender) or mention.gender == x.gender]
    return ours[0] if len(ours) == 1 else None


def are_there(elements: list[Element], companion: Mention) -> bool:
    """Whether those told beside a party are only said to be present ('in the presence of'), not to come with it."""
    at = next((n for n, e in enumerate(elements) if companion in e.mentions), 0)
    before = next((e for e in reversed(elements[:at]) if not (e.has("det") or e.has("hon"))), None)
    return before is not None and any(entry.get("there") for entry in before.entries("companion"))


def _agrees(elements: list[Element], companion: Mention) -> str:
    """The gender that the word before a companion agrees with ('accompagnée de' with a woman), '' if it tells none."""
    at = next((n for n, e in enumerate(elements) if companion in e.mentions), 0)
    before = next((e for e in reversed(elements[:at]) if not (e.has("det") or e.has("hon"))), None)
    return before.entries("companion")[0].get("agrees") if before is not None and before.has("companion") else ""


def _heads_house(person: Person) -> bool:
    """'le recteur, accompagné de la vice-rectrice': two heads of one university."""
    return any(m.post_kind == "institution" for m in person.mentions)


def _is_envoy(person: Person) -> bool:
    return any(m.post_kind == "envoy" for m in person.mentions)


def _is_its(elements: list[Element], index: int) -> bool:
    """Whether somebody is told right after an institution as being of it: 'l'Institut, sous la conduite de | son |
    président'.
    """
    if index < 2 or not elements[index - 1].has("posspron"):
        return False
    between = elements[max(0, index - ITS_REACH) : index - 1]
    at = next((n for n, e in enumerate(between) if e.is_kind("org")), -1)
    return at >= 0 and not any(e.verbs() or e.is_kind("person") for e in between[at + 1 :])


def _is_host(envoys: list[Person], companion: Person) -> bool:
    """'The Ambassador of Chad to Peru, in the presence of the Minister': a minister is of where the envoy is posted."""
    posted = any(m.host and m.post_kind == "envoy" for x in envoys for m in x.mentions)
    return posted and any(m.post_kind in ("minister", "sole") for m in companion.mentions)
