"""Where a text is at home whose publisher does not tell: what its people, journeys and places show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.mentions.mention import Span, place_value
from dragoman.reading.mentions.people import Person, Roster, is_code, is_state
from dragoman.reading.text.items import Items

PLACING = frozenset({"city", "capital", "seat", "country", "joint", "demonym"})
ENVOY = 4  # by so much is a state less likely to be home whose ambassador is received
RIVAL = 3  # the same for one whose president meets another president
PORTFOLIO = 3  # words of an office that one only holds: 'Minister of Education'
MANY = 6  # so many of one state are no guests
SELDOM = 3  # as often may a country be named to which a journey leads, and not be home
CLAIM = 5  # by so much is a state more likely home whose a minister is who was told before without one
DATELINE = 4  # items at the head of the text in which a city is the dateline's


def shown_home(items: Items, title: Items, roster: Roster, drafts: list[Draft]) -> str | None:
    """The country that the text is at home in: the one named most that is neither a party's told one nor visited, the
    more so if somebody is ambassador there."""
    named = Counter[str]()
    towns = Counter[str]()
    names = _names_of_guests(drafts) + [m.name for p in roster.people for m in p.mentions if m.name and m.post]
    places = {span[0] for draft in drafts for place in draft.places for span in place.spans}
    for number, item in enumerate(items.items):
        if item.categories.isdisjoint(PLACING) or any(start <= item.start < end for start, end in names):
            continue
        if number > 1 and (items.items[number - 2].has("eventnoun") or _told_of(items, number, places)):
            if item.has("city"):
                towns[place_value(item).partition("|")[0]] += 1
            continue  # 'Sommet de Lima', 'l'aide vers Lima'
        if item.has("city") or item.has("capital") or item.has("seat"):
            heads = number < DATELINE and not (number and items.items[number - 1].has("de"))  # 'Back from Lima'
            named[place_value(item).partition("|")[0]] += 3 if heads else 1
        elif item.has("country") or item.has("joint") or not _is_language(items, number):
            named[place_value(item)] += 1
    if subject := _subject_of(title):
        named[subject] += 2
    untold = [draft for draft in drafts if any(p.kind == "person" and p.affiliation is None for p in draft.parties)]
    away = {
        country
        for draft in drafts
        if draft.kind == "visit" or (draft.kind == "conference" and draft.status == "held")
        for country in draft.countries()
    }
    met = _partners(untold, away)
    for code in met:
        named[code] -= named[code] // 2
    counterparts = {p for draft in untold if draft.kind != "visit" for p in draft.parties}  # no fellow traveller
    received = {p for draft in drafts if draft.hosts for p in draft.parties if p not in draft.hosts}
    for person in roster.people:
        told = person.name or (person.post and not person.inferred)
        if person.affiliation and any(m.post_kind == "ours" and not m.affiliation_span for m in person.mentions):
            named[person.affiliation] += 3  # a federal councillor, who is not said to be of Switzerland
        elif is_state(person.affiliation) and _is_claimed(person):
            named[person.affiliation] += CLAIM
        elif (
            (person in received or (person.kind == "person" and told))
            and person.affiliation
            and person.affiliation in named
        ):
            here = person in counterparts and away.isdisjoint(m.host for m in person.mentions)
            envoy = here and person.post_kind == "envoy"  # who is ambassador here is of no state of ours
            named[person.affiliation] -= ENVOY if envoy else 2 if person in counterparts or not untold else 1
        for host in dict.fromkeys(m.host for m in person.mentions if m.kind == "person" and is_state(m.host)):
            # who is ambassador where a journey or a conference leads to is of the travellers' own side
            named[person.affiliation if host in away and person.affiliation else host] += 3
    rivals = _rivals(roster)
    for country in rivals:
        named[country] -= RIVAL
    first = next((person for person in roster.people if person.kind == "person"), None)
    met_untold = any(
        draft.kind == "meeting" and any(p.kind == "person" and p.name for p in draft.parties) for draft in untold
    )
    held = any(draft.kind == "visit" and draft.status == "held" for draft in drafts)
    for draft in drafts if not held else [draft for draft in drafts if draft.status == "held"]:
        homeless = any(person.affiliation is None and person is first for person in draft.parties)
        guests = all(p.affiliation and p is not first for p in draft.parties if p.kind == "person")
        for country in draft.countries() if draft.kind == "visit" else ():
            guest = any(person is first and person.affiliation in rivals for person in draft.parties)
            abroad = homeless or (not guest and _led_abroad(draft, country, roster))
            gone = (
                -1
                if homeless and named[country] <= SELDOM and met <= {country} and country in _reached(draft, items)
                else 0
            )
            named[country] = gone if abroad else named[country] - (0 if guests and met_untold else 2)
    if not any(named[code] > 0 for code in named):
        named.update(towns)
        envoys = any(person.post_kind == "envoy" and person.affiliation is None for person in roster.people)
        receives = first is not None and any(first in draft.hosts for draft in drafts)
        if receives and first is not None and is_state(first.affiliation) and not (envoys or away):
            named[first.affiliation] = max(1, named[first.affiliation])  # 'The Chadian Minister received A and B'
    likely = [code for code in named if named[code] >= 0]
    if not named:  # only the title names a place: 'Conseil de cabinet à Lima'
        return next(
            (place_value(item).partition("|")[0] for item in title.items if item.has("city") or item.has("capital")),
            None,
        )
    return max(likely, key=lambda code: (named[code], -likely.index(code)), default=None)


def _is_claimed(person: Person) -> bool:
    """'Minister A received the Envoy. … the Chadian minister said': told first as one's own."""
    first = person.mentions[0]
    ours = bool(first.name) and first.affiliation is None and first.post_kind == "minister"
    return ours and not person.inferred


def _rivals(roster: Roster) -> set[str]:
    """The states whose holder of an office is told beside another holder of it: 'the President met the Chadian
    President'."""
    told: dict[tuple[str, ...], set[str]] = {}
    untold: set[tuple[str, ...]] = set()
    for person in roster.people:
        office = tuple(roster.words(person.post))
        sole = person.post_kind == "sole"
        if person.kind != "person" or not (person.name or sole) or (not sole and len(office) < PORTFOLIO):
            continue
        if person.affiliation is None:
            untold.add(office)
        elif is_state(person.affiliation) and not person.inferred:
            told.setdefault(office, set()).add(person.affiliation)
    return {next(iter(codes)) for office, codes in told.items() if office in untold and len(codes) == 1}


def _subject_of(title: Items) -> str | None:
    """The country whose doings a title tells: 'Chad at the Forum', 'Chad takes part in', not 'Chad-Peru: …' nor
    'Chad, Peru sign'."""
    opening = [item for item in title.items[:3] if not item.has("det")][:2]
    if len(opening) < 2 or not opening[0].has("country"):
        return None
    does = opening[1].has("trigger") and opening[1].get("trigger", "form") == "verb"
    return place_value(opening[0]) if does or opening[1].get("role", "r") == "at" else None


def _is_language(items: Items, number: int) -> bool:
    """'l'enseignement du français': a demonym after an article or a preposition, with no noun of its own."""
    if number == 0 or items.items[number].has("country"):
        return False
    before = items.items[number - 1]
    after = items.items[number + 1] if number + 1 < len(items.items) else None
    alone = after is None or after.has_any(("stop", "comma", "and", "role", "punct", "aux"))
    return alone and before.has_any(("article", "de", "a"))


def _led_abroad(journey: Draft, country: str, roster: Roster) -> bool:
    """Whether the text begins with the traveller, and tells of a host where he is from: it is at home elsewhere."""
    first = next((person for person in roster.people if person.kind == "person"), None)
    hosts = (p for p in roster.people if p.kind == "person" and p.name and p.affiliation == country and not p.inferred)
    return first in journey.parties and any(host not in journey.parties for host in hosts)


def _told_of(items: Items, number: int, told: Collection[int]) -> bool:
    """'the war in Ukraine': a country where nothing that is told took place."""
    item = items.items[number]
    if not (item.has("country") or (number > 1 and item.has("city"))) or item.start in told:
        return False
    before = items.items[number - 1]
    if before.has("det"):
        before = items.items[number - 2]
    return before.get("role", "r") in {"at", "into"}


def _partners(untold: list[Draft], away: Collection[str]) -> set[str]:
    """The states of those who are met by somebody of whom it is not told whose he is; not of who is ambassador where
    both are `away`, and not of the many at a gathering at home."""
    found = Counter(
        p.affiliation
        for draft in untold
        if draft.kind in {"meeting", "call"}
        for p in draft.parties
        if (p.kind != "group" or (draft.hosts and p not in draft.hosts))
        and p.affiliation
        and is_state(p.affiliation)
        and not p.inferred
        and not any(m.host in away for m in p.mentions)
    )
    return {code for code, people in found.items() if people < MANY}


def _reached(journey: Draft, items: Items) -> set[str | None]:
    """Where a journey leads that is told by the country or its capital: to another town one may travel at home."""
    towns = {item.start for item in items.items if item.has("city") and not item.has("capital")}
    return {place.country for place in journey.places if not any(span[0] in towns for span in place.spans)}


def _names_of_guests(drafts: list[Draft]) -> list[Span]:
    """The names of the institutions whose people come to another one: the towns in them are not home."""
    visits = (draft.parties for draft in drafts if draft.kind == "visit" and not draft.places)
    received = (
        [p for p in draft.parties if p not in draft.hosts]
        for draft in drafts
        if draft.kind == "meeting" and any(host.post_kind == "institution" for host in draft.hosts)
    )
    guests = {p for parties in (*visits, *received) for p in parties if p.affiliation and not is_code(p.affiliation)}
    return [m.affiliation_span for p in guests for m in p.mentions if m.affiliation_span]
