"""A trigger with its arguments → the drafts that it tells of, by kind of engagement."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import Draft, PlaceDraft, copy_of
from dragoman.reading.accounts.journeys import comes_here, hosts_for_days, journey
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.accounts.setting import STATUS, date, ends_then, goes_on, lasts, left_behind, locate
from dragoman.reading.accounts.tense import is_long_past, looks_back, signed_long_ago, will_be
from dragoman.reading.clauses.arguments import after_instrument, is_passive
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, Roster

CLOSING_REACH = 10  # elements after a noun in which 'closed the visit' may follow
TRIP_REACH = 5  # elements before a visit that tell when and how often
LIST_REACH = 20  # the same, where a relative clause names those who signed
RELATIVE_REACH = 7  # elements before a verb of signing in which a clause tells of what was signed
HOST_REACH = 7  # elements after a toured place in which its host is named
SITES = ("org", "body", "site")


def kind_of(p: Predicate) -> str:
    """The kind of a trigger: to 'visit' an institution is a tour; to 'speak' at a place is a meeting."""
    if p.entry.get("light") and p.governor is not None and p.governor.sort == "trigger" and p.governor.form == "noun":
        return p.governor.kind
    if p.kind == "visit" and p.admits("site") and any(m.kind in SITES for m in p.places):
        return "tour"
    if p.entry.get("unless") == "person" and any(m.kind == "person" for m in p.objects):
        return "meeting"
    abroad = any(m.country or m.affiliation for m in p.places)
    if p.kind == "visit" and p.form == "noun" and not abroad and any(m.kind in ("org", "site") for m in p.objects):
        return "tour"  # 'a visit of the Academy'
    if p.events and p.kind == "meeting" and p.entry.get("order") == "sides":  # 'the Forum brought together …'
        return "conference"
    if p.events and (p.entry.get("only") or (p.kind in ("call", "address") and not p.objects)):
        return "conference"
    if p.convened:
        return "conference"
    if p.kind == "meeting" and p.remote:
        return "call"
    if p.kind == "call" and p.places and p.entry.get("unless") == "place":
        return "meeting"
    return p.kind


def occasions(
    narration: Narration, told: Told, p: Predicate, subject: list[Person], objects: list[Person]
) -> list[Draft]:
    """New drafts for a trigger; none if what it tells does not make an engagement."""
    kind = narration.title_kind if p.entry.get("as") == "title" else kind_of(p)
    back = looks_back(narration, told, p, subject)
    p.cue = "" if back else p.cue
    element = told.elements[p.index]
    base = Draft(
        kind,
        STATUS.get(p.cue, "held"),
        f"{p.kind}-{p.form}",
        [(element.start, element.end)],
        where=narration.where,
        sort=p.entry.get("sort") or (p.governor.entry.get("sort") if p.entry.get("light") and p.governor else ""),
        beside=p.settled and p.nested and not p.definite,
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )
    fringe = any(entry.get("fringe") for e in told.elements for entry in e.entries("nest"))
    in_person = p.entry.get("unless") and not p.remote and (fringe or _on_journey(narration, base, subject))
    if kind == "call" and in_person:  # 'spoke on the margins of the Summit with'
        kind = base.kind = "meeting"
    first = next((e for e in reversed(told.elements[: p.index]) if not e.has("det")), None)
    opens = kind == "signing" and (first is None or first.has("colon"))  # 'Signature, mardi à Lima, d'un accord'
    ahead = told.elements[p.reach : p.reach + CLOSING_REACH]
    closes = any(e.has("ending") or any(x.get("opens") for x in e.entries("trigger")) for e in ahead)
    if p.entry.get("needs") == "light" and not (p.light or p.adjunct or _beside_noun(p) or opens or closes):
        return []
    taken_stock = not narration.drafts and sum(x.name is not None for x in subject) > 1
    if taken_stock and any(q.governor is p and q.sort == "discuss" for q in told.predicates):
        taken_stock = False  # 'A and B took stock | of': the discussing tells of it
    if (p.entry.get("tells") and not objects and not taken_stock) or (
        kind == "meeting" and p.entry.get("opens") and narration.drafts
    ):
        return []
    if p.entry.get("object") == "person" and not any(o.kind in ("person", "group") for o in objects):
        return []
    if kind == "letter" and p.entry.get("needs") == "light" and not objects:
        return []  # 'delivered a message'
    thanked = p.index > 0 and told.elements[p.index - 1].role in ("for", "by")
    states = all(x.kind in ("state", "body") for x in subject)
    hosts = p.entry.get("host") == "subject" and bool(subject) and (states or thanked)
    if hosts and not p.events and not any(o.kind == "person" for o in objects):
        return []  # 'thanked Chad for hosting refugees'
    if (p.entry.get("needs") == "partner" and not objects) or p.object_pronoun == "it":
        return []  # 'to have their teams engage', 'expects them to meet it'
    if p.entry.get("only") and p.entry.get("only") != base.status and not _meets_somebody_new(narration, p, objects):
        return []
    date(narration, base, told, p)
    if base.status == "held" and narration.drafts and left_behind(told, p):
        base.status = "referenced"
    if back and base.days is None and narration.current is not None and narration.current.days:
        base.days, base.date_spans, base.date_rule = narration.current.days, narration.current.date_spans, "told-after"
    abroad = p.form == "verb" and kind in TWO_SIDED and base.days and narration.is_tomorrow(base.days)
    abroad = abroad and base.date_rule != "today"  # 'meets the Envoy tomorrow'
    if base.status == "held" and base.days and narration.to_come(base.days) and not (ends_then(told, p) or abroad):
        base.status = "planned"
    if base.status == "held" and p.form == "noun" and p.nested and not p.cue and will_be(told.elements, p.index):
        base.status = "planned"  # 'noted that she will speak of this during her visit to Chad'
    bare = kind == "signing" and p.form == "passive" and after_instrument(told.elements, p.index)
    bare = bare and bool(p.entry.get("participle")) and not is_passive(told.elements, p.index)
    bare = bare and not any(q.sort == "trigger" and q.kind == "signing" for q in told.predicates if q.index < p.index)
    if bare and not base.days:
        return []  # 'the accord signed between them': nothing tells of which day
    if (bare or p.form == "verb") and kind == "signing" and signed_long_ago(narration, base):
        base.status = "referenced"
    if base.status == "held" and p.form == "noun" and (p.nested or p.definite) and is_long_past(narration, base):
        base.status = "referenced"  # 'what she announced during her visit in June', told of a call today
    now = narration.current.days if narration.current is not None else None
    told_beside = p.entry.get("subject") or (kind == "signing" and p.form == "verb" and not p.coordinated)
    if told_beside and base.status == "held" and base.days and now and base.days.end < now.start:
        base.status = "referenced"  # 'the Council, which met in May', 'the accord that they signed in May'
    lasts(base, told, p)
    goes_on(narration, base, told, p)
    locate(base, told, p)
    if hosts_for_days(base, told, p, objects):
        kind = base.kind = "visit"
        subject, objects = objects, []
        seat = next((m.country for m in p.subject if m.country), narration.roster.home)
        if seat and len(seat) == 2:
            base.places = [PlaceDraft(seat, None, tuple(base.spans[:1]), True, "come-here")]
    base.hosts = tuple({"subject": subject, "object": objects}.get(p.entry.get("host"), ()))
    if back and base.date_rule == "told-after" and not base.places and narration.current is not None:
        base.places = [
            PlaceDraft(x.country, None, x.spans, True, "told-after") for x in narration.current.places if x.country
        ]
    home = narration.roster.home
    if kind == "tour" and p.kind == "visit" and narration.receives and comes_here(p, subject, home):
        kind = base.kind = "visit"
        base.places = [PlaceDraft(home, None, tuple(base.spans[:1]), True, "come-here")]
    comes = p.here or (p.entry.get("order") and any(m.kind in SITES for m in p.places))
    if kind == "visit" and comes and not base.places and home and len(home) == 2:
        from_home = any(person.affiliation == home for person in subject)  # told abroad: '首相接见来访的我国部长'
        here = narration.here() or (narration.roster.abroad if from_home else home) or home
        base.places = [PlaceDraft(here, None, tuple(base.spans[:1]), True, "come-here")]
    if kind in TWO_SIDED:
        return _two_sided(narration, base, p, subject, objects)
    if kind == "visit":
        led = bool(subject) and any(e.has("members") for e in told.elements[p.index : p.reach])
        travellers = [*subject, *(o for o in objects if o not in subject)] if led else subject or objects
        hosted_in = set(narration.current.countries()) if narration.current is not None else set()
        at_home = all(x.affiliation in hosted_in for x in travellers)
        if at_home and p.form == "noun" and (p.definite or p.dates) and not (p.places or p.cue):
            travellers = _guests(narration, base) or travellers
        for member in travellers if led else ():
            if member.kind == "person" and member.affiliation is None and subject[0].affiliation:
                member.affiliation, member.inferred = subject[0].affiliation, True  # of who leads them
        if _present_one(narration, told, p, base, travellers):
            base.status = "held"
        return [] if _under_way(narration, base, travellers) else _visit(narration.roster, base, p, travellers)
    if kind == "tour":
        there = [*narration.people(p.companions), *(objects if p.entry.get("bare") else ())]
        found = _tours(base, p, [*subject, *(x for x in there if x not in subject)])
        return [*journey(narration, base, p, found, subject), *_with_host(narration, told, p, found)]
    if kind == "conference":
        return _conference(narration, base, p, subject, objects)
    if p.entry.get("alone") == "guests" and not objects:  # 'will host a banquet in her honour'
        objects = [person for person in narration.visitors() if person not in subject]
    if kind == "letter" and p.entry.get("carrier") and not objects:
        return []
    if kind == "ceremony" and not (subject or objects) and p.entry.get("light"):  # 'The welcome will take place'
        objects = narration.visitors()[:1]
    if p.entry.get("stands"):  # 'A signed for Chad, and B signed for Peru'
        objects = [person for person in objects if person.kind == "person"]
    if kind == "letter" and p.entry.get("plural") and len(objects) > 1:
        return [copy_of(base, [*subject, sender]) for sender in objects]
    base.parties = [*subject, *(o for o in objects if o not in subject)]
    dates_back = any(e.has("jubilee") for e in told.elements[p.index + 1 : p.index + 3])  # '条约签订|65周年|'
    if kind == "signing" and not p.entry.get("sure") and (dates_back or not _names_instrument(told.elements, p)):
        return []
    signs_for = p.entry.get("sure") and p.form == "verb" and p.settled  # '双方签署协议。甲、乙代表两校签字'
    if (
        kind == "signing"
        and (p.entry.get("needs") == "attend" or signs_for)
        and (known := _just_told(narration, base)) is not None
    ):
        known.parties.extend(x for x in base.parties if x not in known.parties)
        return [known]
    if kind == "signing" and len(base.parties) == 1 and not p.objects and not p.entry.get("stands"):
        base.parties += _other_side(narration, base)
    return (
        [base]
        if (base.parties or p.entry.get("held"))
        and (
            kind != "ceremony"
            or p.form == "verb"
            or (subject and objects)
            or told.number == 0
            or base.days
            or base.places
        )
        else []
    )


def _meets_somebody_new(narration: Narration, p: Predicate, objects: list[Person]) -> bool:
    """'与校长乙就丙交换意见': views exchanged with somebody named who has not been met are a meeting."""
    told = not p.reported and p.settled and p.cue == "" and bool(objects)
    met = {person for draft in narration.drafts for person in draft.parties}
    return told and all(x.kind == "person" and x.name is not None and x not in met for x in objects)


def _on_journey(narration: Narration, draft: Draft, travellers: list[Person]) -> bool:
    """'She travelled to Lima. There she spoke with students': who is on a journey speaks to people in person."""
    journeys = (d for d in narration.drafts if d.kind == "visit" and d.status == draft.status)
    return any(set(d.parties) & set(travellers) for d in journeys)


def _just_told(narration: Narration, signing: Draft) -> Draft | None:
    """'双方签署了协议。甲出席签字仪式': the signing told right before."""
    current = narration.current
    same = current is not None and current.kind == "signing" and current.status == signing.status
    return current if current is not None and same and signing.sentence - current.sentence < 2 else None


def _other_side(narration: Narration, signing: Draft) -> list[Person]:
    """'A received B and signed an accord': with whom one signs who is told to sign alone, in the talks just told."""
    talks = narration.current
    if (
        talks is None
        or talks.kind not in TWO_SIDED
        or talks.status != signing.status
        or signing.sentence - talks.sentence > 1
    ):
        return []
    return (
        [party for party in talks.parties if party not in signing.parties]
        if signing.parties[0] in talks.parties
        else []
    )


def _beside_noun(p: Predicate) -> bool:
    """'a meeting with the Minister is planned, and an exchange with students': what holds for one noun holds for
    both.
    """
    return p.coordinated and p.governor is not None and p.governor.sort == "trigger" and p.governor.form == "noun"


def _two_sided(
    narration: Narration, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]
) -> list[Draft]:
    sides = [x for x in subject if x not in objects]
    if base.status == "planned" and p.entry.get("light") and not (sides or objects) and narration.current is not None:
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
    if (not objects and len(sides) < 2) or (not sides and len(objects) < 2):
        return []
    if p.infinitive and not (objects or p.places or p.dates or p.events or p.remote):
        return []  # 'agreed to improve programmes to meet national needs'
    travelling = any(d.kind in PARENTS for d in narration.drafts)
    listed = travelling and len(p.objects) > 2 and all(m.list_size > 1 for m in p.objects)
    series = _series(narration, base, sides) if len(objects) > 1 else None
    if series is not None:  # the group that was met one by one is told by name
        narration.drafts.remove(series)
        base = replace(series, spans=[*series.spans, *base.spans], sentence=base.sentence, paragraph=base.paragraph)
        found = [copy_of(base, [*sides, *party]) for party in _with_others(narration, objects)]
        for draft in found:
            draft.sayings = list(series.sayings)
        return found
    plural = bool(p.entry.get("plural")) and len(objects) > 1 and all(o.kind == "person" for o in objects)
    if p.each and len(objects) == 1 and len(sides) > 1 and all(x.kind == "person" for x in sides):
        return [copy_of(base, [side, *objects]) for side in sides]  # 'A and B received him in turn'
    beside = [x for x in narration.people(p.companions) if x in objects and len(objects) > 1]
    met = [x for x in objects if x not in beside]
    if ((p.each or listed or plural) and not p.together and met) or _one_by_one(narration, base, sides, met):
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


def _one_by_one(narration: Narration, base: Draft, sides: list[Person], objects: list[Person]) -> bool:
    """Counterparts listed by name and office whom a visitor meets are met one by one."""
    visits = [d for d in narration.drafts if d.kind == "visit" and any(s in d.parties for s in sides)]
    visiting = any(d.status in ("held", base.status) for d in visits)
    named = all(
        (o.kind == "person" and o.name and o.post) or (base.status == "planned" and o.kind == "group") for o in objects
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


def _guests(narration: Narration, base: Draft) -> list[Person]:
    """'This state visit', of which nothing was told before: who is abroad in the talks or at the feast just told."""
    told, home = narration.current, narration.roster.home
    if told is None or told.kind not in (*TWO_SIDED, "ceremony") or told.status != "held" or len(home or "") != 2:
        return []
    ours = [x for x in told.parties if x.kind == "person" and x.affiliation in (None, home)]
    theirs = [x for x in told.parties if x.kind == "person" and len(x.affiliation or "") == 2 and x not in ours]
    states = {x.affiliation for x in theirs}
    abroad = bool(states & told.countries()) or any(x in theirs for x in told.hosts)
    if len(states) != 1 or not ours or not (abroad or home in told.countries()):
        return []
    country = theirs[0].affiliation if abroad else home
    base.places = [PlaceDraft(country, None, tuple(base.spans[:1]), True, "stay-told-of")]
    return (ours if abroad else theirs)[:1]


def _under_way(narration: Narration, base: Draft, travellers: list[Person]) -> bool:
    """'On the last day of the visit she will go to Lima', 'the ambassador will go to Cusco': no journey of its own."""
    posted = {m.host for person in travellers for m in person.mentions if m.post and m.host}
    if base.status != "planned" or not base.countries() or narration.roster.home is None:
        return False
    journeys = [d for d in narration.drafts if d.kind == "visit" and d.status == "held" and d.days and base.days]
    within = any(
        base.countries() <= d.countries()
        and set(d.parties) & set(travellers)
        and d.days.start <= base.days.start <= d.days.end
        for d in journeys
        if d.days and base.days
    )
    return within or bool(posted and base.countries() <= posted)


def _present_one(narration: Narration, told: Told, p: Predicate, base: Draft, travellers: list[Person]) -> bool:
    """'总统先生新年伊始访华', said to him in talks there: the journey on which he is, unless another day is told or how
    often he came.
    """
    talks = narration.current
    if not p.reported or base.status != "referenced" or base.days is not None or talks is None:
        return False
    clause = told.elements[max(0, p.index - TRIP_REACH) : p.index]
    before = any(e.has("earlier") or e.has("often") for e in clause)
    there = talks.status == "held" and base.countries() and base.countries() <= set(talks.countries())
    return bool(there and not before and travellers and all(x in talks.parties for x in travellers))


def _visit(roster: Roster, base: Draft, p: Predicate, travellers: list[Person]) -> list[Draft]:
    home, abroad = roster.home, roster.abroad
    base.parties = [x for x in travellers if x.kind != "state" or len(travellers) > 1]
    for person in base.parties if (p.nested or p.here) and home is not None and base.countries() == {home} else ():
        if person.kind == "person" and person.affiliation is None and abroad is not None:
            person.affiliation, person.inferred = abroad, True  # who comes to the text's own country is of another
    if base.places:
        base.where = base.places[0 if base.status == "planned" or p.together else -1]
    to_region = base.status == "referenced" and any(m.kind == "region" for m in p.places)
    arrived = (base.rule.endswith("noun") or p.admits("place")) and not (p.settled and not p.here)
    return (
        [base]
        if base.parties
        and (base.countries() or to_region or (arrived and all(x.kind == "person" for x in base.parties)))
        else []
    )


def _tours(base: Draft, p: Predicate, subject: list[Person]) -> list[Draft]:
    found = []
    for site in ([m for m in p.places if m.kind in SITES] or p.objects) if subject else ():
        if site.kind in SITES:
            span = (site.start, site.end)
            draft = copy_of(base, list(subject))
            draft.places = [
                PlaceDraft(
                    site.country or next((place.country for place in base.places), None),
                    span,
                    (span,),
                    rule="toured-site",
                )
            ]
            draft.spans = [*base.spans, span]
            found.append(draft)
    if not found and subject and p.entry.get("bare"):  # '同来宾共同巡馆'
        base.parties = subject
        return [base]
    return found


def _with_host(narration: Narration, told: Told, p: Predicate, tours: list[Draft]) -> list[Draft]:
    """'toured the Institute, whose director, A, showed …': who received them there takes part."""
    after = told.elements[p.reach : p.reach + HOST_REACH]
    relative = next((n for n, e in enumerate(after) if e.has("relative")), -1)
    host = (
        next((e for e in after[relative + 1 :] if not (e.has("det") or e.has("hon"))), None) if relative >= 0 else None
    )
    site = tours[-1].places[0].locality if tours and tours[-1].places else None
    for person in narration.people(list(host.mentions)) if host is not None and host.is_kind("person") else []:
        if site is not None and person.name:
            tours[-1].parties.append(person)
            if person.affiliation is None:
                person.affiliation, person.affiliation_span = narration.roster.text_of(site), site
    return tours


def add_members(narration: Narration, draft: Draft, event: Mention) -> None:
    """States and bodies in the event's name take part: both of 'the U.S.-Chad Dialogue', one if nobody else is told."""
    members = narration.members(event)
    if len(members) > 1 or not draft.parties:
        draft.convener = members[0] if len(members) == 1 and members[0].kind == "body" else None
        there = {person.affiliation or narration.roster.home for person in draft.parties}
        draft.parties.extend(m for m in members if m.affiliation not in there)


def _conference(
    narration: Narration, base: Draft, p: Predicate, subject: list[Person], objects: list[Person]
) -> list[Draft]:
    event = p.events[0].locality if p.events else None
    if event is None:
        return _chaired(narration, base, p, subject)
    base.parties = [*subject, *(o for o in objects if o not in subject)]
    host = base.hosts[0] if len(base.hosts) == 1 and base.hosts[0].kind == "state" else None
    base.hosts = ()
    if host is not None and not base.places:  # 'Chad will host the next session'
        base.places = [PlaceDraft(host.affiliation, None, tuple(base.spans[:1]), True, "host-at-home")]
    found = []
    for mention in p.events:
        draft = copy_of(base, list(base.parties))
        draft.event = mention.locality
        draft.spans.append(draft.event or event)
        if mention.seat and not p.places:
            draft.places = [seat_of(mention)]
        add_members(narration, draft, mention)
        if not draft.parties and narration.current is not None:  # 'A third meeting is to follow': of those told of
            draft.parties = narration.sides(narration.current, mention)
        found.append(draft)
    return [draft for draft in found if draft.parties or p.entry.get("opens")]


def seat_of(event: Mention) -> PlaceDraft:
    """The city that an event is named after as the place of it."""
    assert event.seat is not None
    country, span = event.seat
    return PlaceDraft(country, span, (span,))


def _chaired(narration: Narration, base: Draft, p: Predicate, subject: list[Person]) -> list[Draft]:
    """'The 3rd session was held in Lima. Minister A and Minister B co-chaired': they took part in what was told
    last.
    """
    if not p.entry.get("chair") or not any(person.name for person in subject):
        return []
    session = next((d for d in reversed(narration.drafts) if d.kind == "conference" and d.status == base.status), None)
    if session is None or base.sentence - session.sentence > 2:
        return []
    session.parties.extend(person for person in subject if person not in session.parties)
    return [session]


def _names_instrument(elements: list[Element], p: Predicate) -> bool:
    """Whether the clause names what was signed ('agreement', 'memorandum', …)."""
    around = elements[p.index : p.index + 25] if p.form == "verb" else elements[max(0, p.index - 25) : p.index + 12]
    reach = LIST_REACH if any(e.has("whom") for e in elements[: p.index]) else RELATIVE_REACH
    around += elements[max(0, p.index - reach) : p.index] if p.form == "verb" and p.dates else []
    around += elements[: p.index] if any(e.has("witness") for e in elements) else []
    return any(e.has("signed_noun") or e.has("work") for e in around)
