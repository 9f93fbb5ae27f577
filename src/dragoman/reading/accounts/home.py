"""To which state or body an office named without one belongs: the publisher's, or the one given by `shown.py`."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from dragoman.languages.language import Language
from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Told
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.mentions.people import Person, Roster, is_code, is_state
from dragoman.reading.text.items import Item, Items, scan

OWNERS = ("publisher", "country", "demonym", "seat", "body", "capital", "city")
NAMED = frozenset({"country", "city", "capital", "demonym", "seat", "short"})
NAMING = frozenset({"institute", "han1", "han2", "han3", "han4", "han", "name", "field", "noun", "founder"})
HOSTS = frozenset({"minister", "sole", "local", "institution"})  # offices of the country where an embassy is
TRADITIONAL = 12  # one character in so many that is written so only in traditional texts


def publisher_home(publisher: str | None, language: Language) -> str | None:
    """The state or body that a publisher's name tells: an ISO code or a short form, None if it tells none."""
    before: Item | None = None
    for item in scan(publisher, language).items if publisher else ():
        stationed, before = before is not None and before.has("stationed"), item
        for category in OWNERS if not stationed else ():  # '驻某国使馆' does not say whose
            if item.has(category):
                return item.get(category).partition("|")[0]
        if of := item.get("posthead", "of"):  # 'Office of the UN Resident Coordinator'
            return of
    return None


def publisher_host(publisher: str | None, language: Language) -> str | None:
    """The country in which an embassy that publishes is posted: 'Ambassade de France | au Tchad'; None for others."""
    items = scan(publisher, language).items if publisher else ()
    first = next((n for n, item in enumerate(items) if item.has("legation")), len(items))
    named = (item for item in items[first:] if item.has_any(NAMED))
    codes = [code for item in named if is_state(code := place_value(item).partition("|")[0])]
    return codes[-1] if codes and codes[-1] != codes[0] else None


def give_to_host(roster: Roster, drafts: list[Draft], host: str) -> None:
    """Ministers, mayors and rectors whom its ambassador met, whoever received him, and of whom an embassy does not tell
    whose they are, are of the country where it is; and what the ambassador hosts or tours is there, and not at home.
    """
    travellers = {person for draft in drafts if draft.kind == "visit" for person in draft.parties}
    ours = (None, roster.home)
    for draft in drafts:
        if not any(person.post_kind == "envoy" and person.affiliation in ours for person in draft.parties):
            continue
        at_home = (place.inferred and place.country == roster.home for place in draft.places)
        if len(draft.places) == 1 and all(at_home):
            draft.places = [replace(draft.places[0], country=host)]
        for person in draft.parties if draft.kind != "visit" else ():
            untold = person.kind == "person" and person.affiliation is None and person not in travellers
            received = person in draft.hosts and person.post_kind != "envoy"
            if untold and (received or person.post_kind in HOSTS):
                person.affiliation, person.inferred = host, True


def publisher_institution(publisher: str | None, language: Language) -> str | None:
    """The institution that publishes, to the end of the word for its kind, or between commas where words are spaced
    ('Press Office, University of Turku'); None if it is none, or only a kind ('university').
    """
    items = scan(publisher, language).items if publisher else ()
    if language.on("unspaced"):
        return next((publisher[: i.end] for i in items if publisher and i.has("institute") and i.start > 0), None)
    for _, part in itertools.groupby(items, key=lambda item: item.has("comma")):
        name = list(part)
        heads = [
            i
            for i in name
            if i.has("orgnoun") and i.has("up") and i.get("orgnoun", "kind") != "part" and not i.has("organ")
        ]
        organ = max((n for n, i in enumerate(name) if i.has("organ")), default=-1)
        if publisher and len(name) > 1 and heads and organ < name.index(heads[-1]):  # no 'Press Information Bureau'
            return publisher[name[0].start : name[-1].end]
    return None


def is_an_institution(publisher: str | None, language: Language) -> bool:
    """Whether a publisher's name only says that it is an institution: 'university'."""
    return any(item.has("ours") or item.has("institute") for item in scan(publisher or "", language).items)


def unknown_home(text: str, items: Items, itself: bool, language: Language) -> str | None:
    """Where a publisher is at home whose name does not say it: where the institution is that a foreigner visits, if it
    tells of itself; for traditional characters the place that writes them and is named most; else the language's own.
    """
    default = language.settings.get("default_home")
    if default is None:
        return None
    seat = _visited_seat(items) if itself else None
    named = Counter(_country(item) for item in items.items)
    if any(item.has("ourland") for item in items.items):
        default = _our_land(items, default)
    han = [c for c in text if is_cjk(c)]
    if sum(language.lexicon.fold(c) != c for c in han) * TRADITIONAL > len(han):
        homes = language.settings.get("traditional_homes", "").split()
        likely = max(homes, key=lambda code: named[code], default=None)
        seat = likely if likely and named[likely] >= named[default] else seat
    return seat or default


def _our_land(items: Items, default: str) -> str:
    """'我国' in a text that does not name the language's own: the country named most whose officials are not told."""
    named = Counter(i.get("country") for i in items.items if i.has("country") and not i.has("ourland"))
    if named[default]:
        return default
    after = itertools.pairwise(items.items)
    for code in {
        item.get("country") for item, following in after if following.has("posthead") or following.has("field")
    }:
        named.pop(code, None)
    return max(named, key=lambda code: named[code], default=default)


def _visited_seat(items: Items) -> str | None:
    """'中国驻某国大使到访|某国大学': the country in the name of an institution whose visitor is of another one."""
    visitor: str | None = None
    for number, (item, following) in enumerate(zip(items.items, items.items[1:], strict=False)):
        visitor = None if item.has("stop") else visitor or (None if item.has("short") else _country(item))
        seat = _country(following)
        if item.get("trigger", "kind") == "visit" and visitor and seat and seat != visitor:
            name = itertools.takewhile(_names, items.items[number + 1 :])
            return seat if any(part.has("institute") for part in name) else None
    return None


def _country(item: Item) -> str | None:
    return None if item.categories.isdisjoint(NAMED) else place_value(item).partition("|")[0]


def _names(item: Item) -> bool:
    """Whether an item may be part of an institution's name."""
    return item.has_any(NAMED | NAMING)


def give_affiliations(
    roster: Roster, drafts: list[Draft], home: str | None, own: str | None, issuer: str | None, named: Collection[str]
) -> None:
    """Say, as inferred, for whom those act of whom it is not told. `own` is the institution that the text speaks for
    where all who are not told act for it, `issuer` the one that publishes, `named` the countries that text and title
    name.

    A rector without a university is of the one that publishes or that the text is about; whom a visitor meets abroad
    is of that country; a second president is of the other state; everyone else is at home.
    """
    abroad = _met_abroad(drafts, home, named)
    institution = issuer if issuer and issuer != own else _institution(roster, own)
    _give_sides(drafts, home)
    sole: dict[tuple[str, ...], Person] = {}
    for person in roster.people:
        office = tuple(roster.words(person.post)) if person.post_kind == "sole" and person.name else ()
        guessed = person.inferred and any(mention.foreign for mention in person.mentions)
        if guessed and is_state(person.affiliation) and person.affiliation != home and person in abroad:
            person.affiliation = abroad[person]  # met in the one of several countries where it is told
        if own and person.kind == "group" and person.inferred and person.affiliation == home:
            person.affiliation = home if person.post_kind == "state" else own
        if institution and issuer and person.kind == "group" and person.inferred and person.affiliation == home:
            person.affiliation = institution if _of_the_house(person) else home
        of_many = not own or person.rule.startswith("group-mixed")
        mixed = person.kind == "group" and person.post_kind == "mixed" and of_many
        if person.affiliation is None and person.rule == "org-ours":  # '我校与甲大学签署协议'
            person.affiliation, person.inferred = own or institution or home, True
        if person.affiliation is None and person.kind in ("person", "group") and not mixed:
            rival = sole.get(office) if office else None
            person.inferred = True
            if own and person.post_kind != "state":
                foreign = institution if person.kind == "person" and any(m.foreign for m in person.mentions) else own
                person.affiliation = foreign or own
            elif institution and (
                person.post_kind == "institution"
                or any(m.of_that for m in person.mentions)
                or (issuer and _of_the_house(person))
            ):
                person.affiliation = institution
            elif part := next((m.affiliation_span for m in person.mentions if m.part), None):
                person.affiliation = roster.text_of(part)
            elif home and any(home in mention.absent.split(",") for mention in person.mentions):
                there = _where_met(person, drafts)
                person.affiliation = there if there != home and there else _other_state(roster, home, named) or home
            elif rival is not None and rival.affiliation == home:
                person.affiliation = _other_state(roster, home) or home
            elif person.post_kind == "envoy" and (sender := _sender(person, drafts, home)):
                person.affiliation = sender
            elif home and not is_state(home) and person.post_kind in ("sole", "minister"):
                there = abroad.get(person) or _where_met(person, drafts)
                person.affiliation = there or _other_state(roster, home) or home
            elif home and person in abroad and person.name and person.post_kind == "envoy":
                person.affiliation = home  # whoever is ambassador where ours travel to
            else:
                person.affiliation = abroad.get(person, home)
            if person.affiliation and any(mention.host == person.affiliation for mention in person.mentions):
                person.affiliation = home if person.affiliation != home else _other_state(roster, home)
        if office and person.affiliation == home:
            sole.setdefault(office, person)


def _give_sides(drafts: list[Draft], home: str | None) -> None:
    """'Secretary A and Minister B convened the Chad-Peru Dialogue': of two of whom nothing is told the second is of the
    state named beside home, unless both are on one journey."""
    journeys = [set(draft.parties) for draft in drafts if draft.kind == "visit"]
    for draft in drafts if home else ():
        untold = [p for p in draft.parties if p.kind == "person" and p.name and p.affiliation is None]
        states = {p.affiliation for p in draft.parties if p.kind == "state"} | {home}
        others = states - {home}
        if (
            draft.kind == "conference"
            and len(untold) == 2 == len(states)
            and len(draft.affiliations()) < len(states) + 1
            and not set[Person]().union(*journeys).issuperset(untold)
        ):
            untold[1].affiliation, untold[1].inferred = next(iter(others)), True


def _sender(envoy: Person, drafts: list[Draft], home: str | None) -> str | None:
    """Whose ambassador sits in when a guest is met at home: the guest's, if there are guests of one state only."""
    ours = [d for d in drafts if envoy in d.parties and d.countries() <= {home} and d.kind != "conference"]
    others = (
        [p for p in draft.parties if p is not envoy and (p.affiliation == home or not is_code(p.affiliation))]
        for draft in ours
    )
    if not all(others):
        return None  # nobody else is there for home
    codes = {p.affiliation for draft in ours for p in draft.parties if p is not envoy and not p.inferred}
    guests = {code for code in codes if is_state(code) and code != home}
    return next(iter(guests)) if len(guests) == 1 else None


def _where_met(person: Person, drafts: list[Draft]) -> str | None:
    """The country where somebody is met, or of the one journey that is told: a body has no ministers of its own."""
    codes = (draft.countries() for draft in drafts if draft.kind != "conference" and person in draft.parties)
    journeys = [code for draft in drafts if draft.kind == "visit" for code in draft.countries()]
    met = next((next(iter(found)) for found in codes if len(found) == 1), None)
    return met or (journeys[0] if len(journeys) == 1 else None)


def _of_the_house(person: Person) -> bool:
    """Whether somebody named by an institution that tells of itself may be of it: no minister nor ambassador."""
    return person.post_kind == "" or any(mention.in_house for mention in person.mentions)


def _met_abroad(drafts: list[Draft], home: str | None, named: Collection[str]) -> dict[Person, str]:
    """The country of those whom a visitor from home met there."""
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.countries() - {home}]
    visits += [draft for draft in drafts if draft.kind == "meeting" and _hosted_abroad(draft, home, named)]
    travellers = [
        p
        for draft in visits
        for p in (draft.parties if draft.kind == "visit" else _came(draft, home))
        if p.affiliation not in draft.countries()
    ]
    found: dict[Person, str] = {}
    for draft in drafts:
        country = draft.places[0].country if draft.places else None
        if draft.kind == "visit" or country is None or not any(country in visit.countries() for visit in visits):
            continue
        if any(person in travellers for person in draft.parties):
            untold = [
                p
                for p in draft.parties
                if (p.affiliation is None or (p.inferred and any(m.foreign for m in p.mentions)))
                and p not in travellers + draft.joined
            ]
            found |= {p: home if home and home in _beside(p, draft.parties, travellers) else country for p in untold}
    return found


def _came(meeting: Draft, home: str | None) -> list[Person]:
    """Who came to a meeting abroad: those named before the first who is told to be of another state, else the first."""
    came = list(itertools.takewhile(lambda person: person.affiliation in (None, home), meeting.parties))
    return came if len(came) < len(meeting.parties) else came[:1]


def _hosted_abroad(meeting: Draft, home: str | None, named: Collection[str]) -> bool:
    """Whether a meeting of ours is told to have been in another country that is not only its seat, but named too."""
    if meeting.status == "referenced" or (meeting.parent is not None and meeting.parent.kind == "conference"):
        return False
    codes = meeting.countries() - {home}
    told = {p.affiliation for p in meeting.parties if not p.inferred}
    return bool(home) and bool(codes & told or codes & set(named)) and meeting.parties[0].affiliation not in codes


def _beside(person: Person, parties: list[Person], travellers: list[Person]) -> set[str | None]:
    """For whom those act who are listed next to somebody, the travellers left out."""
    at = parties.index(person)
    return {p.affiliation for p in parties[max(0, at - 1) : at + 2] if p not in travellers and not p.inferred}


def _institution(roster: Roster, own: str | None) -> str | None:
    """The institution, not its own, that the text names most, the first of equals; where it names none for itself, the
    only one for which somebody is told to hold an office of learning.
    """
    named = Counter[str]()
    for person in roster.people:
        if person.kind == "org" and person.affiliation and person.affiliation != own:
            named[person.affiliation] += len(person.mentions)
    holders = (p for p in roster.people if p.post_kind in ("institution", "sole") and not p.inferred)
    of = {p.affiliation for p in holders if p.affiliation and not is_code(p.affiliation)} - {own}
    return max(named, key=lambda name: named[name], default=next(iter(of)) if len(of) == 1 else None)


def _other_state(roster: Roster, home: str | None, told: Collection[str] = ()) -> str | None:
    """The state for which most act beside the home one; where nobody does, the only other one of those `told`."""
    named = Counter[str]()
    for person in roster.people:
        if is_state(person.affiliation) and person.affiliation != home and not person.inferred:
            named[person.affiliation] += len(person.mentions)
    others = [code for code in told if is_state(code) and code != home]
    return max(named, key=lambda code: named[code], default=others[0] if len(others) == 1 else None)


def founded(tolds: Iterable[Told]) -> set[str]:
    """'提出|共建|研究中心': the institutions that are founded, or are to be."""
    pairs = (pair for told in tolds for pair in itertools.pairwise(told.elements))
    orgs = (b.mentions[0].affiliation for a, b in pairs if b.is_kind("org") and a.has("founds"))
    return {name for name in orgs if name}


def own_institution(roster: Roster, drafts: list[Draft], new: Collection[str] = ()) -> str | None:
    """The institution that the text speaks for, where it speaks for one: the first one named at home for which nobody
    acts and that is not `new`, else the first for which somebody does; the home state where its name is not told.
    """
    acting = [person for person in roster.people if person.kind in ("person", "group")]
    theirs = {person.affiliation for person in acting}
    tours = [draft for draft in drafts if draft.kind == "tour"]
    toured = {roster.text_of(place.locality) for draft in tours for place in draft.places}
    theirs |= toured | set(new)
    abroad = {p.affiliation for p in roster.people for m in p.mentions if m.country not in (None, roster.home)}
    own = (person.affiliation for person in roster.people if person.kind == "org")
    found = next((n for n in own if n and not any(n in (each or "") for each in theirs | abroad)), None)
    natives = (
        person.affiliation
        for person in acting
        if person.affiliation
        and not is_code(person.affiliation)
        and person.affiliation not in abroad | toured
        and not any(mention.foreign for mention in person.mentions)
    )
    return found or next(natives, None) or roster.home


def speaks_of_itself(items: Items) -> bool:
    """'our university', 'the university's rector' (`before=office`)."""
    pairs = zip(items.items, (*items.items[1:], None), strict=False)
    return any(
        item.has("ours") and (not item.get("ours", "before") or (after is not None and after.has("posthead")))
        for item, after in pairs
    )
