"""What an institution tells of its visitors and of its own people who travel: to visit an institution is a tour, but it
may be a visit to the country too.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import Draft, PlaceDraft, Span, copy_of
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person, is_code, is_state


def journey(narration: Narration, base: Draft, p: Predicate, tours: list[Draft], subject: list[Person]) -> list[Draft]:
    """'Our rector visited X University and Y University': told by an institution of its own, a journey abroad too."""
    home, abroad = narration.roster.home, narration.roster.abroad
    ours = not any(_is_foreign(x, home) or any(m.host for m in x.mentions) for x in subject)
    goes = narration.receives or p.entry.get("way")  # '赴韩国|清河大学|访问', whoever tells it
    if not (goes and p.kind == "visit" and ours):
        return []
    under_way = any(d.kind == "visit" and set(d.parties) & set(subject) for d in narration.drafts)
    told_by_itself = narration.receives and not under_way
    for place in (place for tour in tours for place in tour.places if place.country is None and told_by_itself):
        place.country, place.inferred = abroad, abroad is not None
    places = [place for tour in tours for place in tour.places if place.country not in (None, home)]
    if not places:
        return []
    journey = copy_of(replace(base, kind="visit"), list(subject))
    first = {place.country: place for place in reversed(places)}
    journey.places = [PlaceDraft(p.country, None, p.spans, True, "toured-abroad") for p in reversed(first.values())]
    return [journey]


def comes_here(p: Predicate, visitors: list[Person], home: str | None) -> bool:
    """'The ambassador visited X University', told by that university, is a visit to its country."""
    foreign = all(_is_foreign(person, home) for person in visitors)
    return home is not None and foreign and all(site.country in (None, home) for site in p.places)


def stays_for_days(base: Draft, p: Predicate, issuer_at: str | None) -> bool:
    """'visited the University of Lima from 20 to 23 May', 'séjourné à l'Université': who is at an institution for days
    is on a visit to its country, or to that of the publisher if none is told.
    """
    days, sites = base.days, [m for m in p.places if m.kind == "org"]
    ranged = days is not None and days.exact and days.start < days.end
    ranged = ranged and any(m.rule.startswith("range") for m in p.dates)
    if p.kind != "visit" or not sites or len(sites) != len(p.places) or not (ranged or p.entry.get("stays")):
        return False
    country = next((c for c in (sites[0].country, sites[0].seat and sites[0].seat[0]) if c), None) or issuer_at
    base.places = [PlaceDraft(country, None, tuple(base.spans[:1]), True, "come-here")] if country else base.places
    return country is not None


def between_institutions(narration: Narration, base: Draft, p: Predicate, visitors: list[Person]) -> bool:
    """'A delegation of X University | visited | Y University': who acts for one institution and comes to another in a
    known country is on a visit there, if nothing is told of them yet; no minister nor ambassador.
    """
    hosts = [m.affiliation for m in p.places if m.kind == "org"]
    theirs = [person.affiliation for person in visitors if person.kind in ("person", "group")]
    known = bool(hosts and theirs) and p.form == "verb" and all(m.kind in ("org", "place", "state") for m in p.places)
    away = all(a and not is_code(a) and a not in hosts for a in theirs)
    under_way = any(set(visitors) & set(draft.parties) for draft in narration.drafts)
    return known and away and not under_way and bool(seats(narration, base, p, visitors))


def seats(
    narration: Narration, base: Draft, p: Predicate, visitors: list[Person]
) -> list[tuple[str, tuple[Span, ...]]]:
    """The countries of institutions that are visited: told with their names or beside them, else home, if the visitors
    are of none of them.
    """
    nations = {m.country for person in visitors for m in person.mentions if m.country}
    home = narration.roster.home
    found: dict[str, tuple[Span, ...]] = {}
    for site in (m for m in p.places if m.kind == "org"):
        told = site.country or (site.seat and site.seat[0]) or next(iter(base.countries()), None)
        country = told or (home if is_state(home) else None)
        if country and country not in nations:
            found.setdefault(country, ((site.start, site.end),))
    return list(found.items())


def _is_foreign(person: Person, home: str | None) -> bool:
    """Whether somebody is of another state, of an institution there, or bears a foreign name."""
    if person.affiliation in (None, home):
        return False
    abroad = any(m.country not in (None, home) or m.foreign for m in person.mentions)
    return abroad or is_code(person.affiliation)


def hosts_for_days(base: Draft, told: Told, p: Predicate, guests: list[Person]) -> bool:
    """'Du 20 au 22 mai, l'Université de Lima | a accueilli une délégation': guests who stay for days are on a visit."""
    days, here = base.days, told.elements[0].start
    if days is None or not (days.exact and days.start < days.end) or any(start < here for start, _ in base.date_spans):
        return False
    alone = sum(q.sort == "trigger" for q in told.predicates) == 1
    return (
        alone and base.kind == "meeting" and p.form == "verb" and told.elements[p.index].has("hosting") and bool(guests)
    )


def hosts_from_afar(narration: Narration, base: Draft, p: Predicate, hosts: list[Person], guests: list[Person]) -> bool:
    """'Bergen University | hosted | a delegation from Lund University': those who act for one institution and whom
    another one hosts, nobody of it told, are on a visit, if nothing is told of them yet.
    """
    hosting = p.entry.get("host") == "subject" or p.entry.get("needs") == "place"
    at_home = base.kind == "meeting" and p.form == "verb" and hosting
    houses = {host.affiliation for host in hosts if host.kind == "org"}
    known = at_home and len(houses) == len(hosts) > 0 and bool(guests)
    away = all(x.kind in ("person", "group") and _is_of_other(x, houses) for x in guests)
    sent = any(x.name or x.mentions[-1].post_kind == "delegation" for x in guests)
    return known and away and sent and not any(set(guests) & set(draft.parties) for draft in narration.drafts)


def _is_of_other(guest: Person, houses: set[str | None]) -> bool:
    """Whether a guest acts for an institution, and none of these."""
    return guest.affiliation is not None and not is_code(guest.affiliation) and guest.affiliation not in houses


def looks_forward_to_hosting(base: Draft, told: Told, p: Predicate, guests: list[Person]) -> bool:
    """'looks forward to | welcoming the Minister in Lima': whom somebody will have at home comes on a visit."""
    before = told.elements[p.index - 1] if p.index else None
    looks = before is not None and before.has("upcoming") and before.has("say")
    hosting = any("subject" in (e.get("host"), e.get("home")) for e in told.elements[p.index].entries("trigger"))
    return looks and hosting and base.kind == "meeting" and bool(guests and base.places) and not p.events
