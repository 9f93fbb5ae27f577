"""A trigger with its arguments → the drafts that it tells of, by kind of engagement."""

from __future__ import annotations

import itertools

from dragoman.reading.accounts.ceremonies import attended_anew
from dragoman.reading.accounts.conferences import conferences, speaks_there
from dragoman.reading.accounts.convenings import speaks_at_convening
from dragoman.reading.accounts.draft import Draft, PlaceDraft, copy_of
from dragoman.reading.accounts.events import event_draft
from dragoman.reading.accounts.introducing import are_there
from dragoman.reading.accounts.journeys import (
    between_institutions,
    comes_here,
    hosts_for_days,
    hosts_from_afar,
    journey,
    looks_forward_to_hosting,
    seats,
    stays_for_days,
)
from dragoman.reading.accounts.legs import journey_of
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told
from dragoman.reading.accounts.schedule import days_on_schedule
from dragoman.reading.accounts.setting import STATUS, date, ends_then, goes_on, lasts, left_behind, locate
from dragoman.reading.accounts.spoken_of import visitors
from dragoman.reading.accounts.talks import talks
from dragoman.reading.accounts.tense import (
    is_announced,
    is_fronted_before_plan,
    is_long_past,
    looks_back,
    signed_long_ago,
    will_be,
)
from dragoman.reading.accounts.tours import SITES, tours, with_host
from dragoman.reading.accounts.visits import (
    come_from_abroad,
    guests,
    is_present_one,
    is_told_of_one,
    is_under_way,
    visit,
)
from dragoman.reading.clauses.arguments import after_instrument, is_passive
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person, is_state

JOINING = ("and", "also", "attends")  # what may stand between a speech and the conference where it is held
CEREMONY_REACH = 5  # elements after a verb of attending in which a ceremony is named
CLOSING_REACH = 10  # elements after a noun in which 'closed the visit' may follow
OPENING = 8  # elements in which a sentence opens with the event at which all of it happened
OPENING_NOUN = 2  # elements of a sentence in which an article and its first noun stand
LIST_REACH = 20  # the same, where a relative clause names those who signed
RELATIVE_REACH = 7  # elements before a verb of signing in which a clause tells of what was signed


def kind_of(p: Predicate) -> str:
    """The kind of a trigger: to 'visit' or 'reach' an institution is a tour; to 'speak' at a place is a meeting."""
    if p.entry.get("light") and p.governor is not None and p.governor.sort == "trigger" and p.governor.form == "noun":
        return p.governor.kind
    arrived = p.form == "verb" and not p.settled and bool(p.places) and all(m.kind == "org" for m in p.places)
    if p.kind == "visit" and (arrived or (p.admits("site") and any(m.kind in SITES for m in p.places))):
        return "tour"
    if p.entry.get("unless") == "person" and any(m.kind == "person" for m in p.objects):
        return "meeting"
    told = p.light or not p.definite
    in_town = told and bool(p.places) and p.places[0].kind == "org" and all(m.kind == "place" for m in p.places[1:])
    abroad = not in_town and any((m.country or m.affiliation) and m.kind not in SITES for m in p.places)
    seen = [*p.objects, *(p.places if told else ())]  # 'a visit of the Academy', 'paid a visit to the Academy'
    if p.kind == "visit" and p.form == "noun" and not abroad and any(m.kind in ("org", "site") for m in seen):
        return "tour"
    inaugurated = p.entry.get("sort") == "opening" or (p.form == "noun" and p.kind == "ceremony" and p.light)
    if p.events and inaugurated:  # 'officially opened | the Trade Fair', 'attended | the inauguration | of the Fair'
        return "conference"
    if p.kind == "meeting" and p.entry.get("order") == "sides":  # 'the Forum brought together …', 'a call joined …'
        noun = p.governor if p.governor is not None and p.governor.form == "noun" else p
        return "conference" if p.events else noun.kind
    if p.kind == "visit" and p.form == "noun" and p.receives and p.objects and not p.places and not _for_days(p):
        return "meeting"  # 'a reçu vendredi la visite d'une délégation'
    if p.events and (p.entry.get("only") or (p.kind in ("call", "address") and not p.objects)):
        return "conference"
    if p.convened:
        return "conference"
    if p.kind == "meeting" and p.remote:
        return "call"
    if p.kind == "call" and p.places and p.entry.get("unless") == "place":
        return "meeting"
    return p.kind


def _speaks_at_next(told: Told, p: Predicate) -> bool:
    """'to deliver remarks | and | take part in | the Forum': a speech told with the conference at which it is held."""
    told_next = next((q for q in told.predicates if q.index > p.index and q.sort == "trigger"), None)
    if told_next is None or not told_next.events or p.form != "verb":
        return False
    own = p.objects or p.places or p.dates or p.events
    between = told.elements[p.index + 1 : told_next.index]
    if own or not between or not (between[0].has("and") and all(e.has_any(JOINING) for e in between)):
        return False
    return told_next.kind == "conference" or (told_next.kind == "meeting" and between[-1].has("attends"))


def is_one(elements: list[Element], p: Predicate) -> bool:
    """Whether a noun tells of one occasion, whoever was there: '| a | working session with A and B'."""
    modifiers = itertools.takewhile(lambda e: e.has("adjective") or e.has("eventmod"), elements[: p.index][::-1])
    before = elements[: p.index][len(list(modifiers)) * -1 - 1 :][:1]
    several = p.entry.get("plural") or elements[p.index].has("each")  # 'a series of meetings'
    return p.form == "noun" and not several and bool(before) and before[0].has("one")


def _for_days(p: Predicate) -> bool:
    """Whether the dates of a predicate are told as a span: 'du 12 au 14 juin'."""
    return any(m.rule.startswith("range") for m in p.dates)


def occasions(
    narration: Narration, told: Told, p: Predicate, subject: list[Person], objects: list[Person], scheduled: bool
) -> list[Draft]:
    """New drafts for a trigger, which may stand on a line of a schedule; none if what it tells does not make an
    engagement."""
    on_call = narration.current is not None and narration.current.kind == "call"
    kind = ("call" if on_call else narration.title_kind) if p.entry.get("as") == "title" else kind_of(p)
    attends = p.form == "noun" and p.events and not objects and told.elements[p.index - 1].has("attends")
    kind = "conference" if kind == "meeting" and attends else kind  # 'joined discussions on trade at the Forum'
    p.light = p.light or (scheduled and p.form == "noun")
    p.cue = "planned" if scheduled or is_announced(narration, told, p) else p.cue
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
    face_to_face = fringe or _on_journey(narration, base, subject) or _opens_at_event(told.elements)
    in_person = p.entry.get("unless") and not p.remote and face_to_face
    if kind == "call" and in_person:  # 'spoke on the margins of the Summit with'
        kind = base.kind = "meeting"
    if kind == "call" and p.entry.get("unless") and (event := _during(told.elements, p)) is not None:
        p.events = [event]
        spoken = event_draft(told, event, base.status, [*subject, *objects], "spoken-at")
        date(narration, spoken, told, p)
        locate(spoken, told, p)
        return [spoken]
    before_it = told.elements[: p.index]
    first = next((e for e in reversed(before_it) if not e.has("det")), None)
    opens = kind == "signing" and (first is None or first.has("colon"))  # 'Signature, mardi à Lima, d'un accord'
    ahead = told.elements[p.reach : p.reach + CLOSING_REACH]
    closes = any(e.tells_course() for e in ahead)
    ended = kind == "signing" and p.form == "noun" and first is not None and first.role == "by"
    ended = ended and any(e.tells_course() for e in before_it)
    if p.entry.get("needs") == "light" and not (p.light or p.adjunct or _beside_noun(p) or opens or closes or ended):
        return []
    if ended and told.drafts and not (subject or objects):  # 'The session closed | with the signing of three accords'
        subject = list(told.drafts[-1].parties)
    taken_stock = not narration.drafts and sum(x.name is not None for x in subject) > 1
    if taken_stock and any(q.governor is p and q.sort == "discuss" for q in told.predicates):
        taken_stock = False  # 'A and B took stock | of': the discussing tells of it
    if (p.entry.get("tells") and not objects and not taken_stock) or (
        kind == "meeting" and p.entry.get("opens") and narration.drafts and p.cue != "planned"
    ):
        return []
    if p.entry.get("object") == "person" and not any(o.kind in ("person", "group") for o in objects):
        return []
    if kind == "ceremony" and p.form == "noun" and narration.current is not None and _is_what_it_was(told.elements, p):
        return []  # 'The event | was | a | celebration of women'
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
    if scheduled and base.days is None and (day := days_on_schedule(narration, told)) is not None:
        base.tell_days(*day)
    if scheduled and base.days and narration.is_over(base.days):
        base.status = "held"
    if base.status == "referenced" and p.form == "noun" and base.days and narration.to_come(base.days):
        base.status = "planned"  # 'welcomed | the visit | of the Envoy next week'
    praised = thanked and p.form == "verb" and any(q.sort == "say" and q.index < p.index for q in told.predicates)
    if base.status == "held" and narration.drafts and (praised or left_behind(told, p)):
        base.status = "referenced"
    if base.status == "held" and p.form == "verb" and base.days is None and _is_to_travel(narration, subject):
        base.status = "planned"  # 'will travel to Lima. She is leading the delegation to the Forum'
    if back and base.days is None and narration.current is not None and narration.current.days:
        base.days, base.date_spans, base.date_rule = narration.current.days, narration.current.date_spans, "told-after"
    abroad = p.form == "verb" and kind in TWO_SIDED and base.days and narration.is_tomorrow(base.days)
    abroad = abroad and base.date_rule != "today"  # 'meets the Envoy tomorrow'
    if base.status == "held" and base.days and narration.to_come(base.days) and not (ends_then(told, p) or abroad):
        base.status = "planned"
    if (
        base.status == "held"
        and p.form == "noun"
        and p.nested
        and not p.cue
        and (will_be(told.elements, p.index) or (base.days is None and is_fronted_before_plan(told, p)))
    ):
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
    if base.status == "held" and kind == "visit" and p.form == "noun" and (p.nested or p.adjunct) and base.countries():
        ahead_of_them = journey_of(narration, subject, "planned")
        if ahead_of_them is not None and base.countries() <= ahead_of_them.countries():
            base.status = "planned"  # 'will travel to Chad and Peru. During her trip to Peru, she will meet'
    if hosts_for_days(base, told, p, objects) or hosts_from_afar(narration, base, p, subject, objects):
        kind = base.kind = "visit"
        subject, objects = objects, []
        seat = next((m.country for m in p.subject if m.country), narration.roster.home)
        if is_state(seat) and not base.countries():
            base.places = [PlaceDraft(seat, None, tuple(base.spans[:1]), True, "come-here")]
    if subject and looks_forward_to_hosting(base, told, p, objects):
        base.kind, base.parties = "visit", list(dict.fromkeys([*objects, *subject]))
        return [base]
    if kind == "tour" and p.form == "passive":  # 'the college was visited by the Envoy'
        told.subjects[p.index] = subject = [x for x in objects if x.name]
        p.places, objects = [m for m in p.subject if m.kind in SITES], []
    host = "subject" if p.receives and kind == "meeting" and p.form != "passive" else p.entry.get("host")
    base.hosts = tuple({"subject": subject, "object": objects}.get(host, ()))
    if back and base.date_rule == "told-after" and not base.places and narration.current is not None:
        base.places = [
            PlaceDraft(x.country, None, x.spans, True, "told-after") for x in narration.current.places if x.country
        ]
    home = narration.roster.home
    if kind == "tour" and p.kind == "visit" and narration.receives and comes_here(p, subject, home):
        kind = base.kind = "visit"
        base.places = [PlaceDraft(home, None, tuple(base.spans[:1]), True, "come-here")]
    if kind == "tour" and not narration.receives and stays_for_days(base, p, home if is_state(home) else None):
        kind = base.kind = "visit"
    if kind == "tour" and between_institutions(narration, base, p, subject):
        kind = base.kind = "visit"
        base.places = [PlaceDraft(country, None, span) for country, span in seats(narration, base, p, subject)]
    comes = p.here or (p.entry.get("order") and any(m.kind in SITES for m in p.places))
    if kind == "visit" and comes and not base.places and is_state(home):
        from_home = any(person.affiliation == home for person in subject)  # told abroad: '首相接见来访的我国部长'
        here = narration.here() or (narration.roster.abroad if from_home else home) or home
        base.places = [PlaceDraft(here, None, tuple(base.spans[:1]), True, "come-here")]
    if kind in TWO_SIDED:
        aim = any(q.governor is p and q.sort == "discuss" and q.infinitive for q in told.predicates)
        on = told.elements[min(p.reach, len(told.elements) - 1)].role == p.entry.get("about", "none")
        aim = aim or (on and len({person.post for person in objects}) > 1)
        p.together = p.together or is_one(told.elements, p)
        found = talks(narration, base, p, subject, objects, aim)
        for draft in found if p.each and p.light and len(found) > 1 else ():
            draft.apart = True  # 'met with A and B. She also held bilateral meetings with A and B'
        for draft in found if _opens_after_talks(told.elements) else ():
            told_of = narration.current.parties if narration.current is not None else []
            draft.apart = draft.apart or set(draft.parties) < set(told_of)  # 'Following the meeting, A met with B'
        return found
    if kind == "visit":
        led = bool(subject) and any(e.has("members") for e in told.elements[p.index : p.reach])
        together = led or (p.form == "verb" and p.admits("with"))  # 'visited Chad with the Envoy'
        alone = _travels(told, p, objects) or subject or objects
        travellers = [*subject, *(o for o in objects if o not in subject)] if together else alone
        hosted_in = set(narration.current.countries()) if narration.current is not None else set()
        at_home = all(x.affiliation in hosted_in for x in travellers)
        if at_home and p.form == "noun" and (p.definite or p.dates) and not (p.places or p.cue):
            travellers = guests(narration, base) or travellers
        for member in travellers if led else ():
            if member.kind == "person" and member.affiliation is None and subject[0].affiliation:
                member.affiliation, member.inferred = subject[0].affiliation, True  # of who leads them
        if p.form == "noun" and (p.closed or p.subject):
            come_from_abroad(narration, told, base, travellers)
        if is_present_one(narration, told, p, base, travellers):
            base.status = "held"
        under_way = is_under_way(narration, base, travellers) or is_told_of_one(told, p, base)
        return [] if under_way else visit(narration.roster, base, p, travellers)
    if kind == "tour":
        seen_with = p.entry.get("bare") or p.admits("with")  # 'toured the port with the Mayor'
        there = [*narration.people(p.companions), *(objects if seen_with else ())]
        found = tours(base, p, [*subject, *(x for x in there if x not in subject)])
        return [*journey(narration, base, p, found, subject), *with_host(narration, told, p, found)]
    if kind == "address" and p.settled and _at_gathering(narration, told, base, subject):
        return []
    if kind == "address" and _speaks_at_next(told, p):
        return []
    if kind == "address" and speaks_there(narration, told, base, p, subject):
        return []
    if kind == "address" and not objects and speaks_at_convening(narration, base, subject):
        return []
    if kind == "conference" and not p.events and _opened_there(told.elements, p):
        base.kind, base.parties = "ceremony", [*subject, *(o for o in objects if o not in subject)]
        return [base] if base.parties else []
    if kind == "conference":
        return conferences(narration, told, base, p, subject, objects)
    if p.entry.get("alone") == "guests" and not objects:  # 'will host a banquet in her honour'
        objects = [person for person in visitors(narration) if person not in subject]
    if kind == "letter" and p.entry.get("carrier") and not objects:
        return []
    welcome = base.sort == "welcome" and bool(p.light or p.entry.get("light")) and not p.objects
    if welcome or (kind == "ceremony" and not (subject or objects) and p.entry.get("light")):
        told_of = [*subject, *objects]  # 'The welcome will take place', hosted by somebody or not
        objects = [*objects, *(person for person in visitors(narration)[:1] if person not in told_of)]
    if p.entry.get("stands"):  # 'A signed for Chad, and B signed for Peru'
        objects = [person for person in objects if person.kind == "person"]
    if kind == "letter" and p.entry.get("plural") and len(objects) > 1:
        return [copy_of(base, [*subject, sender]) for sender in objects]
    if kind == "ceremony" and p.form == "passive":  # 'the school was inaugurated by'
        subject = [x for x in subject if objects == [] or x.kind in ("person", "group")]
    opening = told.elements[p.index].has("occasion")  # 'the opening ceremony | of the Language Centre'
    if (
        kind == "ceremony" and p.form == "noun" and (subject or opening)
    ):  # 'a présidé | la remise des diplômes de l'École'
        objects = [person for person in objects if person.kind not in ("org", "body")]
    if kind == "address" and p.form == "noun" and any(o.kind == "person" for o in objects):
        subject = []  # 'the Academy hosted | a lecture | by the Envoy'
    base.parties = [*subject, *(o for o in objects if o not in subject)]
    if kind == "signing" and p.companions and are_there(told.elements, p.companions[0]):
        base.joined = narration.people(p.companions)
    dates_back = any(e.has("jubilee") for e in told.elements[p.index + 1 : p.index + 3])  # '条约签订|65周年|'
    if kind == "signing" and not p.entry.get("sure") and (dates_back or not _names_instrument(told.elements, p)):
        return [base] if base.parties and _signed_just_before(narration, p) and not dates_back else []
    signs_for = p.entry.get("sure") and p.form == "verb" and p.settled  # '双方签署协议。甲、乙代表两校签字'
    if (
        kind == "signing"
        and (p.entry.get("needs") == "attend" or signs_for)
        and (known := _just_told(narration, base)) is not None
    ):
        known.join(base.parties)
        return [known]
    if kind == "signing" and len(base.parties) == 1 and not p.objects and not p.entry.get("stands"):
        base.parties += _other_side(narration, told, base)
    return (
        [base]
        if (base.parties or p.entry.get("held") or _signed_by_untold(base, p) or (kind == "ceremony" and opening))
        and (
            kind != "ceremony"
            or p.form == "verb"
            or (subject and objects)
            or (p.settled and p.entry.get("held") and not narration.drafts and any(x.name for x in subject))
            or told.number == 0
            or (p.settled and p.entry.get("held") and attended_anew(narration, told, p, base))
            or base.days
            or base.countries()
            or (base.places and not p.cue)
            or (welcome and objects)
        )
        else []
    )


def _opened_there(elements: list[Element], p: Predicate) -> bool:
    """'took part on Monday | in the opening ceremony of | the Art Centre', which is no event."""
    ahead = elements[p.index + 1 : p.index + CEREMONY_REACH]
    return p.form == "verb" and any(entry.get("ceremony") for e in ahead for entry in e.entries("role"))


def _signed_by_untold(base: Draft, p: Predicate) -> bool:
    """'An accord was signed in Lima on Monday.': by whom is told next."""
    return base.kind == "signing" and p.form == "passive" and base.status == "held" and bool(p.dates or p.places)


def _signed_just_before(narration: Narration, p: Predicate) -> bool:
    """'An accord was signed in Lima. | It was signed by | A and B': by whom it was, if but institutions were told."""
    current = narration.current
    untold = current is not None and current.kind == "signing" and all(x.kind == "org" for x in current.parties)
    return untold and p.form == "passive" and bool(p.objects)


def _is_to_travel(narration: Narration, subject: list[Person]) -> bool:
    """Whether nothing but what is to come has been told, and somebody's journey is."""
    held = any(draft.status == "held" for draft in narration.drafts)
    return not held and journey_of(narration, subject, "planned") is not None


def _at_gathering(narration: Narration, told: Told, base: Draft, speakers: list[Person]) -> bool:
    """'甲获颁学位。甲发表演讲': a speech with no day or place of its own is part of the ceremony or conference told."""
    there = narration.current
    if there is None or there.kind not in ("ceremony", "conference") or there.status != base.status:
        return False
    if any(entry.get("over") for entry in told.elements[0].entries("afterwards")):
        return False  # '仪式结束后，甲发表演讲'
    own = base.date_spans or base.places or there.paragraph != base.paragraph
    return not own and bool(speakers) and all(person in there.parties for person in speakers)


def _meets_somebody_new(narration: Narration, p: Predicate, objects: list[Person]) -> bool:
    """'与校长乙就丙交换意见': views exchanged with somebody named who has not been met are a meeting."""
    told = not p.reported and p.settled and p.cue == "" and bool(objects)
    met = {person for draft in narration.drafts for person in draft.parties}
    return told and all(x.kind == "person" and x.name is not None and x not in met for x in objects)


def _during(elements: list[Element], p: Predicate) -> Mention | None:
    """'spoke with the ministers | during | the Forum': the event at which they did, of which nothing else is told."""
    event = next((n for n in range(p.index, len(elements)) if elements[n].is_kind("event")), 0)
    before = [e for e in elements[p.index : event] if not (e.has("det") or e.has("adjective"))]
    told = bool(before) and any(e.get("at") for e in before[-1].entries("nest"))
    return elements[event].mentions[0] if told else None


def _travels(told: Told, p: Predicate, objects: list[Person]) -> list[Person]:
    """'The President welcomed the visit | by Minister A': who travels is told after the noun, and does not say so."""
    first = next(
        (n for n, e in enumerate(told.elements) if n > p.index and p.objects and p.objects[0] in e.mentions), 0
    )
    before = next((e for e in reversed(told.elements[p.index : first]) if not (e.has("det") or e.has("hon"))), None)
    said = p.form == "noun" and p.governor is not None and p.governor.sort == "say"
    return objects if said and before is not None and before.role in ("by", "of") else []


def _is_what_it_was(elements: list[Element], p: Predicate) -> bool:
    """Whether a noun only says what the occasion being told was: a form of 'be' and an article stand before it."""
    before = elements[max(0, p.index - 2) : p.index]
    return len(before) > 1 and before[0].has("be") and before[1].has("det")


def _opens_at_event(elements: list[Element]) -> bool:
    """'During the half-day forum, | participants spoke with', 'In a separate meeting, | she spoke with': a sentence
    that opens with the event being told, or with a meeting.
    """
    comma = next((n for n, e in enumerate(elements[:OPENING]) if e.has("comma")), 0)
    opens = comma > 1 and any(e.get("at") for e in elements[0].entries("nest"))
    told = opens and (elements[comma - 1].has("eventnoun") or elements[comma - 1].has("occasion"))
    return told or (comma == 1 and any(e.get("meets") for e in elements[0].entries("each")))


def _opens_after_talks(elements: list[Element]) -> bool:
    """'Following the meeting, | …': a sentence that opens with talks that are over."""
    comma = next((n for n, e in enumerate(elements[:OPENING]) if e.has("comma")), 0)
    return comma > 1 and elements[0].has("adjunct") and elements[comma - 1].tells_occasion(*TWO_SIDED)


def _on_journey(narration: Narration, draft: Draft, travellers: list[Person]) -> bool:
    """'She travelled to Lima. There she spoke with students': who is on a journey speaks to people in person."""
    journeys = (d for d in narration.drafts if d.kind == "visit" and d.status == draft.status)
    return any(set(d.parties) & set(travellers) for d in journeys)


def _just_told(narration: Narration, signing: Draft) -> Draft | None:
    """'双方签署了协议。甲出席签字仪式': the signing told right before."""
    current = narration.current
    same = current is not None and current.kind == "signing" and current.status == signing.status
    return current if current is not None and same and signing.sentence - current.sentence < 2 else None


def _other_side(narration: Narration, told: Told, signing: Draft) -> list[Person]:
    """'A received B and signed an accord': with whom one signs who is told to sign alone, in the talks just told, or in
    those that the sentence begins with ('The meeting | ended with the signing of')."""
    talks = narration.current
    taken_up = any(e.tells_occasion(*TWO_SIDED) for e in told.elements[:OPENING_NOUN])
    if (
        talks is None
        or talks.kind not in TWO_SIDED
        or talks.status != signing.status
        or (signing.sentence - talks.sentence > 1 and not taken_up)
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


def _names_instrument(elements: list[Element], p: Predicate) -> bool:
    """Whether the clause names what was signed ('agreement', 'memorandum', …)."""
    around = elements[p.index : p.index + 25] if p.form == "verb" else elements[max(0, p.index - 25) : p.index + 12]
    reach = LIST_REACH if any(e.has("whom") for e in elements[: p.index]) else RELATIVE_REACH
    around += elements[max(0, p.index - reach) : p.index] if p.form == "verb" and p.dates else []
    if any(e.has("witness") for e in elements):  # '见证签署甲、乙、丙等领域多项|文件'
        around = elements
    return any(e.has("signed_noun") or e.has("work") for e in around)
