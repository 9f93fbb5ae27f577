"""Who a partner is: what the reference data and the tenures tell, and what readouts call a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.answers import phrases
from dragoman.answers.brief.brief import Called, Known, Office, Portrait, Standing
from dragoman.answers.brief.quoting import own_accounts, quoted, told_day
from dragoman.reference import POSTS, Country, Organisation, Region, Tenure, world
from dragoman.reference.folding import fold
from dragoman.register.dossier import Dossier
from dragoman.register.partners import Partner

# Told of every country and body; other offices only if whoever holds them takes part in an engagement.
_ALWAYS = (
    "head of state",
    "head of government",
    "foreign minister",
    "education minister",
    "culture or science minister",
    "head of organisation",
    "deputy head of organisation",
)


def portrait(who: Partner, dossier: Dossier, on: str | None) -> Portrait:
    """Who a partner is, with the offices held on a day."""
    country, body = world().countries.get(who.id), world().organisations.get(who.id)
    region = world().regions.get(who.id)
    names: Mapping[str, Iterable[str]] = {}
    known: Iterable[Known] = ()
    if who.kind == "person":
        names, known = _person_names(who, dossier), ()
    elif country is not None:
        names = {lang: (name,) for lang, name in country.names.items()}
        known = _country(country)
    elif body is not None:
        names, known = {lang: texts[:1] for lang, texts in body.names.items()}, _body(body)
    elif region is not None:
        names, known = {lang: texts[:1] for lang, texts in region.names.items()}, _region(region)
    else:
        known = _institution(who, dossier)
    return Portrait(
        partner=who,
        names={lang: tuple(dict.fromkeys(texts)) for lang, texts in names.items()},
        known=tuple(known),
        offices=tuple(_terms(who, dossier, on) if who.kind == "person" else _holders(who, dossier, on)),
        called=tuple(_called(who, dossier)) if who.kind == "person" else (),
    )


def _country(country: Country) -> Iterator[Known]:
    region = world().regions.get(country.subregion or country.region or "")
    if region is not None:
        yield Known("region", region.names["en"][0], "sourced")
    if country.un:
        yield Known("United Nations", country.un, "sourced")
    if country.unesco:
        yield Known("UNESCO", country.unesco, "sourced")
    if country.unesco_group:
        group = country.source.rpartition("group: ")[2]
        yield Known("UNESCO electoral group", country.unesco_group, _standing(group))


def _body(body: Organisation) -> Iterator[Known]:
    standing = _standing(body.source)
    acronyms = dict.fromkeys(texts[0] for texts in body.acronyms.values() if texts)
    if acronyms:
        yield Known("acronyms", ", ".join(acronyms), standing)
    if body.seat_country:
        seat = ", ".join(part for part in (body.seat_city, phrases.country(body.seat_country)) if part)
        yield Known("seat", seat, standing)
    memberships = {"UN": "un", "UNESCO": "unesco"}
    if body.id in memberships:
        states = [getattr(country, memberships[body.id]) for country in world().countries.values()]
        kinds = {"member": "member states", "associate": "associate members", "observer": "observers"}
        counts = [f"{states.count(kind)} {words}" for kind, words in kinds.items() if kind in states]
        yield Known("members", ", ".join(counts), "sourced")


def _standing(source: str) -> Standing:
    return "unverified" if "unverified" in source else "sourced"


def _region(region: Region) -> Iterator[Known]:
    if region.members:
        yield Known("countries", ", ".join(map(phrases.country, region.members)), "sourced")


def _institution(who: Partner, dossier: Dossier) -> Iterator[Known]:
    """What is known of a body that parties write so."""
    for one in dossier.institutions:
        names = (one.name, *one.also)
        if fold(who.id) in map(fold, names):
            standing = _standing(one.source)
            yield Known("also", ", ".join(name for name in names if name != who.id), standing)
            if one.country:
                yield Known("country", phrases.country(one.country), standing)
            return


def _person_names(who: Partner, dossier: Dossier) -> dict[str, list[str]]:
    person = dossier.people.get(who.id)
    if person is None:
        return {}
    chinese = [tenure.name_zh for tenure in person.tenures if tenure.name_zh]
    return {"en": [name for name in person.names if name not in chinese], "zh": chinese}


def _holders(who: Partner, dossier: Dossier, on: str | None) -> Iterator[Office]:
    """Who holds the offices of a country or body: those that matter always, and those of people met."""
    if on is None:
        return
    seen: set[tuple[str, str]] = set()
    met = {party.person for row in dossier.engagements for party in row.parties}
    for post in POSTS:
        holders = dossier.people.holders(post, who.id, on, on)[0]
        for person, term in sorted(holders, key=lambda held: held[1].start or "", reverse=True):
            # Sources may tell of one office twice.
            known = (term.title, fold(person.name))
            if known not in seen and (post in _ALWAYS or person.id in met):
                seen.add(known)
                yield _office(term, person.name, on)


def _terms(who: Partner, dossier: Dossier, on: str | None) -> Iterator[Office]:
    """The posts of a person, the last one first."""
    person = dossier.people.get(who.id)
    terms = person.tenures if person is not None else ()
    for tenure in sorted(terms, key=lambda term: term.start or term.seen_from or "", reverse=True):
        yield _office(tenure, who.name, on)


def _office(tenure: Tenure, name: str, on: str | None) -> Office:
    return Office(
        person=tenure.person,
        name=name,
        name_zh=tenure.name_zh,
        post=tenure.post,
        title=tenure.title,
        of=tenure.of,
        holds=tenure.holds(on) if on else "perhaps",
        start=tenure.start,
        end=tenure.end,
        seen_from=tenure.seen_from,
        seen_to=tenure.seen_to,
        standing=tenure.standing,
        source=tenure.source,
    )


def _called(who: Partner, dossier: Dossier) -> Iterator[Called]:
    """The posts that leading accounts give a person, each once, the last one first."""
    found: dict[tuple[str, str | None], Called] = {}
    for row in dossier.engagements:
        told = dossier.told[row.id][0]
        account = own_accounts(told)[0]
        for said, party in zip(account.parties, row.parties, strict=True):
            if party.person != who.id or not party.post:
                continue
            day = told_day(row)
            before = found.get((party.post, party.affiliation))
            if before is not None:
                found[party.post, party.affiliation] = Called(
                    party.post, party.affiliation, day or before.first, before.last or day, before.quotes
                )
            else:
                quotes = quoted(told, account.id, said.evidence)
                found[party.post, party.affiliation] = Called(party.post, party.affiliation, day, day, quotes)
    yield from found.values()
