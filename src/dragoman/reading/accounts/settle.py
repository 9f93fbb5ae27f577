"""After all is told: parents, and what accounts take from them (dates, places), and parents from their parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.together import in_the_same_place, on_the_same_day
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.people import Person, is_code, is_state

PARENTS = ("visit", "conference")
TWO_SIDED = ("meeting", "call")
AT_HAND = 200  # drafts of one party that are looked through: so time stays linear in the text
JOINT = 6  # characters between two sets of people that are listed together
ByParty = dict[Person, list[tuple[int, Draft]]]


def settle(drafts: list[Draft], home: str | None, heads_apart: bool = True) -> None:
    """Link each account to the visit or conference that it was part of, then spread dates and places.

    `heads_apart`: the head of an institution met abroad acts for no state; where names tell whence people are, he may.

    Rules of the contract: a part with no date takes its parent's; a visit or conference with none takes the span of its
    dated, held parts; counterparts from third countries met at a conference's seat belong to the conference.
    """
    by_party = _by_party(drafts)
    drafts[:] = [draft for draft in drafts if draft.parties and not _summarises(draft, by_party)]
    _at_home(drafts, home)
    journeys = _by_party([draft for draft in drafts if draft.kind in PARENTS])
    for draft in drafts:
        if draft.kind == "tour":
            _toured_abroad(draft, journeys, home)
    ceremonies = _by_party([draft for draft in drafts if draft.kind == "ceremony" and draft.beside])
    for draft in drafts:
        if draft.parent is None and draft.status in ("held", "planned") and draft.kind != "visit":
            draft.parent = _parent(draft, journeys, home) or _came_for(draft, ceremonies)
            draft.parent_rule = "same-traveller"
    for draft in drafts:
        if draft.parent is draft or (draft.parent is not None and _above(draft.parent, draft)):
            draft.parent = None
    parts: dict[Draft, list[Draft]] = {}
    for draft in drafts:
        if draft.parent is not None:
            parts.setdefault(draft.parent, []).append(draft)
    for draft in drafts:
        if draft.kind in PARENTS:
            _from_parts(draft, parts.get(draft, []))
    for draft in drafts:
        if draft.parent is None and draft.status == "referenced" and draft.kind == "meeting":
            draft.parent = next((d for d in drafts if d.kind == "visit" and _on_its_days(draft, d)), None)
            draft.parent_rule = "same-traveller"
    _companions(drafts, journeys)
    _posted(drafts, home)
    before: Draft | None = None
    for draft in sorted(drafts, key=_depth):
        if draft.parent is not None:
            near = before is not None and (before.parent, before.paragraph) == (draft.parent, draft.paragraph)
            _from_parent(draft, draft.parent, before.places[:1] if before is not None and near else [])
            before = draft
    on_the_same_day(drafts, home)
    in_the_same_place(drafts)
    _hosts(drafts, home, heads_apart)
    for draft in drafts:
        _received(draft, home)


def _on_its_days(draft: Draft, visit: Draft) -> bool:
    """'The President met the Prime Minister today', said to this visitor: a part of the visit that is being told."""
    if draft.days is None or visit.days is None or not draft.days.exact:
        return False
    travellers = [person for person in visit.parties if person.name]
    near = visit.days.start - timedelta(days=1) <= draft.days.start <= draft.days.end <= visit.days.end
    return near and visit.status == "held" and bool(travellers) and travellers[0] in draft.parties


def _received(draft: Draft, home: str | None) -> None:
    """Who receives others is at home, and so is what a text tells of a building in no told country."""
    if draft.kind in ("call", "letter"):
        return
    states = [host.affiliation or home for host in draft.hosts]
    guests = [party.affiliation or home for party in draft.parties if party not in draft.hosts]
    institution = home if draft.hosts and home not in guests else None  # one of home receives those from abroad
    seat = next((state for state in states if is_state(state)), institution)
    if not draft.places and is_state(seat) and draft.hosts:
        draft.places = [PlaceDraft(seat, None, tuple(draft.spans[:1]), True, "host-at-home")]
    for place in draft.places if draft.kind != "visit" else ():
        if place.country is None and is_state(there := seat if is_state(seat) else home):
            place.country, place.inferred = there, True


def _posted(drafts: list[Draft], home: str | None) -> None:
    """What an ambassador of home does takes place where he is posted, unless another place is told."""
    for draft in drafts:
        if draft.parent is not None or draft.kind in ("call", "letter") or draft.countries():
            continue
        for person in draft.parties:
            mention = next(
                (m for m in person.mentions if m.kind == "person" and m.host and len(m.host) == 2 and m.post), None
            )
            if mention and mention.host != home and person.affiliation in (None, home):
                span = mention.post or (mention.start, mention.end)
                for place in draft.places:
                    place.country = mention.host
                draft.places = draft.places or [PlaceDraft(mention.host, None, (span,), True, "posted-there")]
                break


def stand_ins(drafts: list[Draft]) -> None:
    """A state, body or institution whose representatives are named is not a party besides them."""
    for draft in drafts:
        named = {person.affiliation for person in draft.parties if person.kind == "person"}
        if draft.convener is not None and named:  # whose session it is that others attend
            draft.parties = [p for p in draft.parties if p is not draft.convener]
        draft.parties = [
            p
            for p in draft.parties
            if p.kind not in ("state", "body", "org")
            or (p.affiliation not in named and not (p.kind == "org" and _shortened(p.affiliation, named)))
        ]
        draft.parties = [p for p in draft.parties if not (_are_delegations(p) and p.affiliation in named)]
        host = draft.parties[0] if draft.kind in TWO_SIDED and draft.parties else None
        if host is not None and _is_seat(host) and host.affiliation in named:
            del draft.parties[0]  # 'The White House hosted nurses. Adviser A opened the meeting'


def _is_seat(party: Person) -> bool:
    """'The White House hosted …': a seat of government, told for those who sit in it."""
    return party.rule in ("organ-seat", "organ") and party.kind == "group"


def _are_delegations(party: Person) -> bool:
    """'the Chadian and Peruvian delegations': told together, they are but the sides of those who lead them."""
    return any(m.post_kind == "delegation" and m.list_size > 1 for m in party.mentions)


def _shortened(name: str | None, named: set[str | None]) -> bool:
    """Whether an institution's people are told of under the end of its name: '英国北桥大学' … '北桥大学副校长'."""
    return name is not None and is_cjk(name[-1]) and any(each and name.endswith(each) for each in named)


def _at_home(drafts: list[Draft], home: str | None) -> None:
    """A visit of no told country is one to the country that the text is at home in, if the visitors are from
    elsewhere and met somebody.
    """
    for draft in [d for d in drafts if d.kind == "visit" and not d.countries()]:
        met = any(d is not draft and set(d.parties) & set(draft.parties) for d in drafts)
        if home and met and all(person.affiliation not in (None, home) for person in draft.parties):
            draft.places = [PlaceDraft(home, None, (draft.spans[0],), True, "visit-at-home")]
        elif not draft.places and (home or not draft.hosts):  # a region is no country: 'travelled to the Gulf'
            for part in drafts:
                part.parent = None if part.parent is draft else part.parent
            drafts.remove(draft)


def _hosts(drafts: list[Draft], home: str | None, heads_apart: bool) -> None:
    """Groups of no told country ('government officials') met at a place are of that country; met at home, of home.

    Office-holders of no told country whom a visitor meets abroad are the visited country's.
    """
    travellers = [
        person
        for draft in drafts
        if draft.kind == "visit" and draft.countries() and home not in draft.countries()
        for person in draft.parties
    ]
    for person in travellers:  # a delegation of no told country that goes abroad is from home
        if person.kind == "group" and person.affiliation is None:
            person.affiliation, person.inferred = home, True
    hosts: dict[Person, str | None] = {}
    for draft in drafts:
        before: Person | None = None
        for person in list(draft.parties) if draft.kind in ("meeting", "call", "tour") else ():
            mixed = any(m.post_kind == "mixed" for m in person.mentions)
            here = next(iter(draft.countries()), home)
            here = (_listed_with(before, person) if before is not None else None) or here
            before = person
            if person.kind == "group" and person.affiliation is None and not mixed:
                person.affiliation, person.inferred, hosts[person] = here, True, here
            elif hosts.get(person, here) != here:  # 'government officials', met in another country too
                draft.parties[draft.parties.index(person)] = _another_set(person, draft, here)
        journey = draft.parent if draft.kind == "meeting" and draft.parent_rule != "on-the-margins" else None
        if journey is not None and journey.kind == "visit":
            abroad = draft.countries() - {home}
            for person in draft.parties:
                if (
                    abroad
                    and person.affiliation is None
                    and person.post
                    and not any(
                        m.post_kind == "mixed" or (heads_apart and m.post_kind == "institution")
                        for m in person.mentions
                    )
                    and person not in travellers + journey.parties + draft.joined
                ):
                    person.affiliation, person.inferred = min(abroad), True


def _listed_with(before: Person, person: Person) -> str | None:
    """'with Chadian officials and | experts |', in a third country: the state of the set named right before."""
    told = before.kind == person.kind == "group" and is_state(before.affiliation) and not before.inferred
    gap = person.mentions[-1].start - before.mentions[-1].end
    return before.affiliation if told and 0 < gap <= JOINT else None


def _another_set(group: Person, draft: Draft, country: str | None) -> Person:
    """Another set of people under the words of one told before, of the country where they are met."""
    near = min(group.mentions, key=lambda mention: abs(mention.start - draft.spans[0][0]))
    return replace(group, affiliation=country, post=near.post, mentions=[near])


def _by_party(drafts: list[Draft]) -> ByParty:
    """The drafts of each party, numbered in the order told."""
    found: ByParty = {}
    for number, draft in enumerate(drafts):
        for person in dict.fromkeys(draft.parties):
            found.setdefault(person, []).append((number, draft))
    return found


def _sharing(draft: Draft, by_party: ByParty) -> list[Draft]:
    """The other drafts that one of its parties takes part in (of very many, each party's latest), in the order told."""
    others = dict(numbered for person in draft.parties for numbered in by_party.get(person, [])[-AT_HAND:])
    return [others[number] for number in sorted(others) if others[number] is not draft]


def _summarises(draft: Draft, by_party: ByParty) -> bool:
    """'consulted with Chadian officials' beside meetings with the President and a minister of Chad tells nothing
    new.
    """
    groups = [p for p in draft.parties if p.kind == "group"]
    if draft.kind != "meeting" or len(groups) != 1 or draft.sayings or len(draft.parties) > 2:
        return False
    host = groups[0].affiliation
    if any(p.affiliation == host for p in draft.parties if p is not groups[0]):
        return False
    others = [d for d in _sharing(draft, by_party) if d.kind == "meeting" and d.status == draft.status]
    return host is not None and sum(any(p.name and p.affiliation == host for p in d.parties) for d in others) > 1


def _above(draft: Draft, sought: Draft) -> bool:
    seen = 0
    while draft.parent is not None and seen < 20:
        draft, seen = draft.parent, seen + 1
        if draft is sought:
            return True
    return False


def _depth(draft: Draft) -> int:
    depth = 0
    while draft.parent is not None and depth < 20:
        draft, depth = draft.parent, depth + 1
    return depth


def _parent(draft: Draft, journeys: ByParty, home: str | None) -> Draft | None:
    """The visit or conference of the same status that one of the parties is on, by whom they meet and when."""
    if draft.kind in ("visit", "call", "letter"):
        return None
    around = (p for p in _sharing(draft, journeys) if p not in draft.outside)
    parents = [p for p in around if _goes_with(p, draft) and _fits(p, draft)]
    parents = [p for p in parents if not (p.apart and p.kind == "visit" and p.sentence == draft.sentence)]
    if not parents:
        return None
    visits = [p for p in parents if p.kind == "visit"]
    if draft.kind == "ceremony" and draft.beside:  # '来华出席甲峰会和纪念活动': nor is it part of the summit
        return next((p for p in reversed(parents) if p.kind != "visit" and p.sentence != draft.sentence), None)
    if draft.kind == "conference":
        if draft.rule == "spoken-at" and visits:
            return visits[-1]
        hosted = [v for v in visits if v.countries() & {p.affiliation for p in draft.parties if p not in v.parties}]
        during = [
            v for v in visits if v.sentence < draft.sentence and v.countries() and v.days
        ]  # told after the journey
        within = visits if draft.status == "planned" else hosted or during
        return within[-1] if within else None
    told = [p for p in parents if p.sentence <= draft.sentence]  # what is told after it is another occasion
    conferences = [p for p in told if p.kind == "conference"] or [p for p in parents if p.kind == "conference"]
    if visits and conferences:
        travellers = {p.affiliation or home for v in visits for p in v.parties}
        hosts = {c for v in visits for c in v.countries()}
        third = [a for a in draft.affiliations() if is_code(a) and a not in travellers and a not in hosts]
        return conferences[-1] if third else visits[-1]
    if draft.status == "planned" and not told and not visits:
        return None  # of several things to come none holds those told before it
    return (told or parents)[-1]


def _toured_abroad(draft: Draft, journeys: ByParty, home: str | None) -> None:
    """'访问甲国期间考察了中国援建项目': what is named after home stands where the journey that was told has led."""
    place = draft.places[0] if len(draft.places) == 1 and draft.countries() == {home} else None
    if place is None or place.rule != "toured-site":
        return
    told = [v for v in _sharing(draft, journeys) if v.kind == "visit" and v.sentence <= draft.sentence]
    abroad = [v for v in told if _goes_with(v, draft) and len(v.countries()) == 1 and v.countries() != {home}]
    if len(abroad) == len(told) == 1:
        place.country = next(iter(abroad[0].countries()))


def _came_for(draft: Draft, ceremonies: ByParty) -> Draft | None:
    """'会见来华出席庆典的总统甲': the ceremony for which one of those who meet came, told of him as they met."""
    if draft.kind != "meeting":
        return None
    told = (c for c in _sharing(draft, ceremonies) if c.sentence == draft.sentence and c.status == draft.status)
    return next((c for c in told if _fits(c, draft)), None)


def _goes_with(parent: Draft, draft: Draft) -> bool:
    """Parts have the status of the whole; of a visit under way some parts may still be planned."""
    there = draft.days is not None or bool(draft.reached() & parent.countries())
    return parent.status == draft.status or (
        parent.kind == "visit" and (parent.status, draft.status) == ("held", "planned") and there
    )


def _fits(parent: Draft, draft: Draft) -> bool:
    if parent.days and draft.days and (draft.days.start > parent.days.end or draft.days.end < parent.days.start):
        return False
    there, here = parent.countries(), set(draft.countries()) or draft.reached()
    return not there or not here or bool(there & here)


def _from_parts(parent: Draft, parts: list[Draft]) -> None:
    dated = [p.days for p in parts if p.days and p.status == parent.status]
    if parent.days is None and dated:
        parent.days = Days(min(d.start for d in dated), max(d.end for d in dated))
        parent.date_rule = "span-of-parts"
    fringe = [part for part in parts if part.kind in TWO_SIDED and part.parent_rule == "on-the-margins"]
    parts_held = [part for part in fringe if part.status == parent.status]
    met = [person for part in parts_held for person in part.parties if person not in part.joined]
    if parent.kind == "conference" and parent.status == "held":
        parent.join(met)
    if not parent.countries():
        placed = next((p.places[0] for p in parts if p.places and p.places[0].country), None)
        if placed:
            parent.places = [
                PlaceDraft(
                    placed.country,
                    placed.locality if parent.kind == "conference" else None,
                    placed.spans,
                    True,
                    "seat-of-parts",
                    placed.seat,
                )
            ]


def _from_parent(draft: Draft, parent: Draft, near: list[PlaceDraft]) -> None:
    """The days and the country of a part; `near` is where the part told just before it took place."""
    if draft.days is None and parent.days is not None:
        draft.days, draft.date_rule = parent.told_on or parent.days, "from-parent"
    if draft.kind in ("call", "letter"):
        return
    if not draft.places:
        told = [p for p in parent.places if draft.where and p.country == draft.where.country] or parent.places[:1]
        theirs = [p for p in parent.places if p.country in draft.affiliations()]  # of a journey to several countries
        told = theirs if len(theirs) == 1 and draft.kind == "meeting" else told
        draft.places = [PlaceDraft(p.country, p.locality, p.spans, True, "from-parent", p.seat) for p in told[:1]]
    for place in draft.places:
        if place.country is None and parent.places:
            here = draft.reached() & parent.countries() if parent.status == "planned" else set()
            beside = {p.country for p in near if p.country} & parent.countries()
            place.country = min(here or beside, default=parent.places[0].country)


def _companions(drafts: list[Draft], journeys: ByParty) -> None:
    """A conference told of without a place sits where the visit that it stands beside went."""
    for draft in drafts:
        if draft.kind == "conference" and not draft.places and draft.parent is None:
            visits = (
                d
                for d in _sharing(draft, journeys)
                if d.kind == "visit" and d.status == draft.status and d.places and d not in draft.outside
            )
            visit = next(visits, None)
            if visit and (visit.days == draft.days or not visit.days or not draft.days):
                draft.places = [PlaceDraft(visit.places[0].country, None, visit.places[0].spans, True, "beside-visit")]
