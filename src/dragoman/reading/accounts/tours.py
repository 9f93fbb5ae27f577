"""Tours of institutions and sites: which, who received the visitors there, and whom they met."""

from __future__ import annotations

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft, PlaceDraft, copy_of
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

HOST_REACH = 7  # elements after a toured place in which its host is named
SITES = ("org", "body", "site")


def tours(base: Draft, p: Predicate, subject: list[Person]) -> list[Draft]:
    """One tour for each institution or site."""
    found = []
    for site in ([m for m in p.places if m.kind in SITES] or p.objects) if subject else ():
        if site.kind in SITES:
            span = (site.start, site.end)
            draft = copy_of(base, list(subject))
            draft.places = [
                PlaceDraft(
                    next((c for c in (site.country, *base.countries(), site.seat and site.seat[0]) if c), None),
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


def with_host(narration: Narration, told: Told, p: Predicate, tours: list[Draft]) -> list[Draft]:
    """'toured the Institute, whose director, A, showed …': who received them there takes part."""
    after = told.elements[p.reach : p.reach + HOST_REACH]
    relative = next((n for n, e in enumerate(after) if e.has("relative")), -1)
    host = (
        next((e for e in after[relative + 1 :] if not (e.has("det") or e.has("hon"))), None) if relative >= 0 else None
    )
    site = tours[-1].places[0].locality if tours and tours[-1].places else None
    for person in narration.people(list(host.mentions)) if host is not None and host.is_kind("person") else []:
        joins = site is not None and person.name and tours[-1].join([person])
        if joins and site is not None and person.affiliation is None:
            person.affiliation, person.affiliation_span = narration.roster.text_of(site), site
    return tours


def heads_there(narration: Narration, told: Told) -> None:
    """'visited the Institute, where | the rector | received her', 'guided by | its director': whoever heads an
    institution and is told of first right after it was toured heads that one.
    """
    tour = next((d for d in reversed(narration.drafts) if d.kind == "tour"), None)
    site = tour.places[0].locality if tour is not None and tour.places else None
    if tour is None or site is None or told.number - tour.sentence > 1 or tour.paragraph != told.sentence.paragraph:
        return
    if any(e.has("presence") or e.has("members") for e in told.elements):  # 'The delegation comprised | the rector A'
        return
    site_name = narration.roster.text_of(site)
    here = (m for t in narration.told[-2:] for e in t.elements for m in e.mentions if (m.start, m.end) == site)
    is_org = any(m.kind == "org" for m in here)  # a rector heads no 'laboratory of the University'
    companions = [m for p in told.predicates for m in p.companions if not _guides(told.elements, m)]
    for mention in (m for element in told.elements for m in element.mentions if m.start > site[1]):
        single = mention.in_house and len(narration.roster.words(mention.post)) == 1
        heads = (mention.post_kind == "institution" and is_org) or mention.post_kind == "chief" or single
        ours = not mention.foreign and is_cjk((site_name or " ")[0]) and tour.countries() != {narration.roster.home}
        if not heads or mention in companions or ours:  # '参观法国大学。校长林明…': a name of home, abroad
            continue
        head = narration.named.get(mention)
        if head is not None and head.kind == "person" and head.mentions == [mention] and head.affiliation is None:
            head.affiliation, head.affiliation_span = site_name, site
    speakers = narration.people([m for p in told.predicates if p.sort == "say" and p.form == "verb" for m in p.subject])
    tour.join(
        x for x in speakers if x.name and x.affiliation == site_name
    )  # 'its director, A, | showed her | the docks'


def _guides(elements: list[Element], companion: Mention) -> bool:
    """Whether somebody is told as guiding the visitors, and not as coming with them."""
    at = next((n for n, e in enumerate(elements) if companion in e.mentions), 0)
    link = next((e for e in reversed(elements[:at]) if e.has("companion")), None)
    return link is not None and any(entry.get("guides") for entry in link.entries("companion"))


def met_on_tour(narration: Narration, told: Told, p: Predicate, objects: list[Person]) -> list[Draft]:
    """'visited the school and talked with pupils', 'there he met the staff': a group met on a tour takes part in it."""
    there = any(e.has("there") for e in told.elements[max(0, p.index - 4) : p.index])
    if p.kind == "meeting" and p.form == "passive" and (there or _welcomed(narration, told, p)):
        return [d for d in narration.drafts[-1:] if d.kind == "tour"]
    unknown = [o for o in objects if o.kind == "group" and (o.affiliation is None or _of_site(narration, o))]
    if p.kind != "meeting" or p.form != "verb" or not unknown:
        return []
    if p.coordinated and p.governor is not None:
        toured = [d for d in told.by_predicate.get(p.governor.index, []) if d.kind == "tour"]
        if len(toured) > 1 and any(m.post_kind == "mixed" for o in unknown for m in o.mentions):
            return []  # '访问甲大学、乙大学，与两校领导座谈'
        there_already = [person for d in toured for person in d.parties]
        return toured if all(o in unknown or o in there_already for o in objects) else []
    return [d for d in narration.drafts[-1:] if there and d.kind == "tour"]


def _welcomed(narration: Narration, told: Told, p: Predicate) -> bool:
    """'visited the port. She was | welcomed | by its director', told with no day or place of its own."""
    if not p.entry.get("welcomes") or not narration.drafts or p.dates:
        return False
    since = told.number - narration.drafts[-1].sentence
    if p.entry.get("welcomes") == "clitic":  # 'le port, | où | l'attendait A'
        return since == 0 and any(e.has("where") for e in told.elements[: p.index])
    return bool(p.pronoun) and since == 1 and not p.places


def _of_site(narration: Narration, group: Person) -> bool:
    """Whether a group was only concluded to be of a place that is toured."""
    places = (place.locality for d in narration.drafts[-1:] if d.kind == "tour" for place in d.places)
    return group.inferred and group.affiliation in [narration.roster.text_of(place) for place in places]


def join_tour(narration: Narration, tour: Draft, people: list[Person]) -> None:
    """Add those met on a tour; a group of whom nothing else is told is of the place, if that has a name."""
    tour.join(people)
    site = next((place.locality for place in tour.places if place.rule == "toured-site"), None)
    site = None if (narration.roster.text_of(site) or "").islower() else site  # 'a refugee settlement'
    for person in people:
        of_none = any(m.post_kind == "mixed" for m in person.mentions)
        if person.kind == "group" and person.affiliation is None and site and not of_none:
            person.affiliation, person.affiliation_span = narration.roster.text_of(site), site


def toured_next(elements: list[Element], p: Predicate) -> bool:
    """'a déclaré la ministre, | avant de | visiter le port': a tour told only as what came next."""
    if p.kind not in ("tour", "visit") or p.form != "verb":
        return False
    index, _ = before(elements, p.index)
    return index > 0 and elements[index].has("adjunct") and elements[index].has("infinitive")
