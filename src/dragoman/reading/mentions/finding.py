"""Items → mentions: people with posts, groups, states, bodies, places, events and dates, with their spans."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.languages.language import Language
from dragoman.languages.lexicon import is_cjk
from dragoman.languages.pattern import Found
from dragoman.reading.mentions.affiliations import affiliate, post_span
from dragoman.reading.mentions.mention import Mention, MentionKind, Span, place_value, span_of, without_article
from dragoman.reading.mentions.several import of_one_state, of_several
from dragoman.reading.mentions.titled import titled_together
from dragoman.reading.text.items import Items
from dragoman.reading.text.sentences import Sentence

TITULAR = ("field", "orgnoun", "eventnoun", "light_head", "groupmod", "mechanism", "adjective")
OPENS = frozenset("–—«“")  # marks after which a sentence may begin
SPOUSE = "spouse"
OWNER_REACH = 4  # items from 'and' to those who are told to be of the one named before it

KIND_OF_RULE: dict[str, MentionKind] = {
    "event": "event",
    "plural": "plural",
    "visitors": "visitors",
    "site": "site",
    "thing": "thing",
    "list": "person",
    "one": "person",
    "group": "group",
    "met": "group",
    "person": "person",
    "post": "person",
    "title": "person",
    "organ": "group",
    "agency": "group",
    "acronym": "org",
    "hon": "person",
    "name": "person",
    "org": "org",
    "state": "state",
    "body": "body",
    "side": "state",
    "pair": "state",
    "mission": "state",
    "region": "region",
    "seat": "place",
    "residence": "place",
    "city": "place",
    "town": "place",
}


def find_mentions(items: Items, sentence: Sentence, language: Language) -> list[Mention]:
    """The mentions of a sentence in order, none overlapping (but for lists spread out, which share their range)."""
    dates = [
        _date(items, found) for found in language.grammars["dates"].scan(items.codes, sentence.first, sentence.last)
    ]
    found_all: list[Mention] = []
    position = sentence.first
    for date in [*dates, None]:
        end = date.first if date else sentence.last
        for found in language.grammars["mentions"].scan(items.codes, position, end):
            if "event" not in found.groups or not cuts_marks(items, *found.groups["event"][0]):
                found_all.extend(_mentions(items, found, sentence))
        if date:
            found_all.append(date)
            position = date.last
    _mark_couples(items, found_all)
    people = _named_in_turn(items, titled_together(items, _without_possessors(items, found_all)))
    of_one_state(items, people)
    return of_several(items, people)


def event_mention(items: Items, first: int, last: int, sentence: Sentence) -> Mention:
    """The mention of an event whose name these items are."""
    return _mentions(items, Found("event-by-verb", first, last, {"event": [(first, last)]}), sentence)[0]


def site_mention(items: Items, first: int, last: int, sentence: Sentence) -> Mention:
    """The mention of a site whose name these items are."""
    return _mentions(items, Found("org-by-verb", first, last, {"org": [(first, last)]}), sentence)[0]


def _without_possessors(items: Items, mentions: list[Mention]) -> list[Mention]:
    """Without those who only own the office or the set of people that follows: 'President A's | Special Envoy B',
    'President A's | delegation'."""
    kept: list[Mention] = []
    for m, after in itertools.zip_longest(mentions, mentions[1:]):
        people = after is not None and after.kind == "group" and after.rule.startswith("group")
        owned = after is not None and (people or (after.kind == "person" and after.name))
        if owned and m.kind == "person" and m.name and after.first == m.last + 1 and items.items[m.last].has("poss"):
            if after.affiliation is None:
                after.affiliation, after.affiliation_span = m.affiliation, m.affiliation_span
        else:
            kept.append(m)
    return kept


def _leads_to_subject(items: Items, number: int) -> bool:
    """Whether a word of an event's name tells what it is on: 'the first Dialogue | on | China'."""
    item = items.items[number]
    return item.has("eventon") or (item.get("role", "r") == "on" and not item.has("det"))


def _mark_couples(items: Items, mentions: list[Mention]) -> None:
    """'Prime Minister Kenta Tanaka | and | Mrs. Tanaka': she is not he."""
    for m, after in itertools.pairwise(mentions):
        beside = after.first == m.last + 1 and items.items[m.last].has("and")
        if beside and m.kind == "person" and m.name and after.rule == "hon-name" and after.gender == "f":
            alone = [i for i in items.items[after.first : after.last] if not i.has("hon")]
            same = any(i.text == alone[0].text for i in items.items[m.first : m.last]) if len(alone) == 1 else False
            after.post_kind = SPOUSE if same else after.post_kind


def _named_in_turn(items: Items, mentions: list[Mention]) -> list[Mention]:
    """'the ministers of Chad and Peru, Ana Quispe and Ali Saleh': as many names as the list before them has members."""
    found: list[Mention] = []
    number = 0
    while number < len(mentions):
        size = mentions[number].list_size
        members, names = mentions[number : number + size], mentions[number + size : number + 2 * size]
        bare = all(m.kind == "person" and m.name and not m.post and not m.affiliation for m in names)
        apart = [
            items.items[n] for a, b in zip([members[-1], *names], names, strict=False) for n in range(a.last, b.first)
        ]
        if size > 1 and len(names) == size and bare and all(i.has_any(("comma", "and", "det", "hon")) for i in apart):
            for member, name in zip(members, names, strict=True):
                member.name, member.last, member.end = name.name, names[-1].last, names[-1].end
            found.extend(members)
            number += 2 * size
        else:
            found.append(mentions[number])
            number += 1
    return found


def _date(items: Items, found: Found) -> Mention:
    first, last = items.items[found.start], items.items[found.end - 1]
    return Mention("date", found.rule, found.start, found.end, first.start, last.end, found=found)


def _name(items: Items, group: tuple[int, int]) -> Span:
    """A name without the honours and degrees after it: 'Ana Quispe, OBE'."""
    first, last = group
    while last > first + 1 and (items.items[last - 1].get("suffix", "drop") or items.items[last - 1].has("comma")):
        last -= 1
    return span_of(items, (first, last))


def _mentions(items: Items, found: Found, sentence: Sentence) -> list[Mention]:
    if found.rule == "byline":
        return []
    kind = KIND_OF_RULE[found.rule.partition("-")[0]]
    start, end = span_of(items, (found.start, found.end))
    if len(found.groups.get("name", ())) > 1:  # 'the Rectors of the University of Lima, A, and of the Institute, B'
        return _in_turn(items, found, sentence)
    if found.rule == "group-firms" and len(found.groups["org"]) > 1:
        return _of_each(items, found, sentence)
    base = Mention(kind, found.rule, found.start, found.end, start, end)
    groups = found.groups
    if "name" in groups:
        base.name = _name(items, groups["name"][0])
        # The home state puts the office before the name, and has no president.
        offices = [items.items[n] for a, b in groups.get("post", []) for n in range(a, b)]
        titled = base.rule == "person-title" and not any(item.get("posthead", "home") for item in offices)
        forms = ("foreign", "either") if titled else ("foreign",)
        beside = kind == "person" and start > 0 and items.items[found.start - 1].get("role", "r") == "with"
        if (
            beside
            and offices
            and not _comes_to_us(items, found.start, sentence)
            and all(item.get("posthead", "kind") == "institution" for item in offices)
        ):
            forms = ("foreign", "either")  # '在甲大学|与|副校长乙会谈'
        whole = base.name[1] - base.name[0] > 1  # '潘部长' is at home as much as anybody
        base.foreign = whole and any(items.items[n].get("name", "form") in forms for n in range(*groups["name"][0]))
    if "post" in groups:
        base.post = post_span(items, groups, base.name)
    if "group" in groups:
        base.post = span_of(items, groups["group"][0])
        base.head = _head(items, *groups["group"][0])
        of = [last for key in ("org", "organ", "country") for _, last in groups.get(key, [])]
        of += [last for _, last in groups.get("list", []) if items.items[last - 1].has("body")]
        base.ends_in_institution = found.rule.partition("-")[0] == "group" and max(of, default=-1) == found.end
        base.rest = items.items[found.start].has("rest") or _owned(items, found.start, sentence)
    elif kind == "person" and not base.name and "list" not in groups and found.start > sentence.first + 1:
        base.rest = _owned(items, found.start, sentence)
    if "event" in groups:
        base.locality = without_article(items, _without_mark(items, *groups["event"][0]))
        base.seat = _seat(items, *groups["event"][0])
        parts = items.items[slice(*groups["event"][0])]
        base.session = any(item.has(c) for item in parts for c in ("ordinal", "ordmark", "year", "city", "capital"))
        begun, ends = groups["event"][0]  # 'the U.S.-EU | Dialogue on | China': what it is on takes no part
        ends = next((n for n in range(begun, ends) if _leads_to_subject(items, n)), ends)
        theme = _theme(items, begun, ends)
        base.members = tuple(
            (place_value(items.items[n]), span_of(items, (n, n + 1)))
            for n in range(begun, ends)
            if n not in theme
            and (items.items[n].has_any(("country", "demonym", "body", "joint")) or _in_pair(items, n))
        )
        base.regions = tuple(
            (place_value(items.items[n]), span_of(items, (n, n + 1)))
            for n in range(*groups["event"][0])
            if items.items[n].has("region")
        )
    if "host" in groups:
        base.host = place_value(items.items[groups["host"][0][0]])
    base.of_that = "that" in groups
    if "ours" in groups:  # '我校校长': of those who write, whatever the name looks like
        base.foreign, base.in_house = False, True
    base.spouse = span_of(items, groups["spouse"][0]) if "spouse" in groups else None
    affiliate(items, base, groups)
    if base.head and _told_by_noun(items, groups):
        base.post = base.head  # 'a | delegation | from Bergen University'
    if kind in ("state", "region"):
        base.country = base.host if base.host and base.rule == "mission" else base.affiliation
    if kind == "org":
        first = items.items[found.start]
        seated = first.has("city") or first.has("capital")
        named = seated or (first.has("country") and is_cjk(first.text[0]))  # '新加坡国立大学'; not the 'USA Pavilion'
        base.country = place_value(first).partition("|")[0] if named else base.country
        base.locality = (first.start, first.end) if seated else None
    if kind in ("org", "site"):
        base.seat = _seat(items, found.start, found.end) or _named_after(items, found)
    if kind == "place":
        _place(items, base, groups)
        if parted := _parted(items, base, groups):
            return parted
    base.gender = _gender(items, found, sentence) if kind == "person" else ""
    base.doubtful = _is_sentence_word(items, found, sentence)
    if "list" in groups:
        return _spread(items, base, groups["list"][0])
    return [base]


def _comes_to_us(items: Items, at: int, sentence: Sentence) -> bool:
    """'甲|访问我校|，与副校长乙座谈': whether somebody is told before to have come to those who write."""
    before = items.items[sentence.first : at]
    return any(entry.get("here") for item in before if item.has("trigger") for entry in item.entries)


def _in_turn(items: Items, found: Found, sentence: Sentence) -> list[Mention]:
    """One mention for each institution of a list with the name of who holds the office there."""
    pairs = list(zip(found.groups["org"], found.groups["name"], strict=True))
    each = ({**found.groups, "org": [org], "name": [name]} for org, name in pairs)
    members = [m for groups in each for m in _mentions(items, replace(found, groups=groups), sentence)]
    return [replace(m, list_size=len(pairs)) for m in members]


def _of_each(items: Items, found: Found, sentence: Sentence) -> list[Mention]:
    """One mention for each company of a list of those whose people they are: 'the CEOs of | Acme Steel and Zendara'."""
    owners = found.groups["org"]
    each = (replace(found, groups={**found.groups, "org": [org]}) for org in owners)
    members = [m for one in each for m in _mentions(items, one, sentence)]
    return [replace(m, list_size=len(owners), ends_in_institution=False) for m in members]


def cuts_marks(items: Items, first: int, last: int) -> bool:
    """Whether an event's name ends inside marks that open in it: '学生|“丝路之声|”|歌会'."""
    first, last = _without_mark(items, first, last)
    return sum(items.items[n].has("quote") for n in range(first, last)) % 2 == 1


def _without_mark(items: Items, first: int, last: int) -> tuple[int, int]:
    """The name of an event without a mark that opens before it and closes after it: '出席“|江海论坛|”'."""
    marks = sum(items.items[n].has("quote") for n in range(first, last))
    return (first + 1, last) if marks == 1 and items.items[first].has("quote") and last - first > 1 else (first, last)


def _owned(items: Items, start: int, sentence: Sentence) -> bool:
    """'le ministre et | son conseiller', 'la rectrice et plusieurs de | ses enseignants': of the one named before."""
    before = items.items[max(sentence.first, start - OWNER_REACH) : start]
    return bool(before) and before[-1].has("posspron") and any(item.has("and") for item in before[:-1])


def _head(items: Items, first: int, last: int) -> Span | None:
    """A group's words up to its noun, before the first preposition."""
    end = next((n for n in range(first, last) if items.items[n].has("role")), last)
    noun = next((n for n in range(end - 1, first - 1, -1) if items.items[n].has("groupnoun")), None)
    return None if noun is None else span_of(items, (first, noun + 1))


def _told_by_noun(items: Items, groups: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether the noun alone says what a set of people is, and what follows it only whose they are: 'a team from'."""
    first, last = groups["group"][0]
    owner, ends = min((at for key in ("org", "organ") for at in groups.get(key, [])), default=(last, last))
    noun = next((n for n in range(owner - 1, first - 1, -1) if items.items[n].get("groupnoun", "alone")), -1)
    between = items.items[noun + 1 : owner] if noun >= first else ()
    seat = min(groups.get("nation", []), default=(last, last))[0]  # 'a team from Bergen University, | Norway'
    alone = ends >= last or items.items[ends].has("open") or ends <= seat < last
    return alone and bool(between) and all(item.has("role") or item.has("det") for item in between)


def _gender(items: Items, found: Found, sentence: Sentence) -> str:
    """'f' or 'm', as a courtesy title, the form of the office or the article before it tells; '' if none does."""
    titles = [item for item in items.items[found.start : found.end] if item.has("hon")]
    office = [items.items[n] for n in range(*found.groups["post"][0])][:2] if "post" in found.groups else []
    before = items.items[max(sentence.first, found.start - 1) : found.start]
    return next((g for item in [*titles, *office, *before] if (g := item.get("gender", "g"))), "")


def _seat(items: Items, first: int, last: int) -> tuple[str, Span] | None:
    """Country and name of the city that an event, institution or site is named after: 'Sommet de Lima', '北京峰会',
    'hôpital régional de Lima'; not 'Débat sur Lima'.
    """
    for n in range(first, last):
        item = items.items[n]
        if not (item.has("city") or item.has("capital")):
            continue
        of = n > first and items.items[n - 1].get("role", "r") == "of"
        if of or (n + 1 < last and items.items[n + 1].get("eventnoun", "seat")):
            return place_value(item).partition("|")[0], (item.start, item.end)
    return None


def _named_after(items: Items, found: Found) -> tuple[str, Span] | None:
    """The country that the name of a university or school ends or begins with: 'Université du Pérou', 'Kenya Technical
    University'; not 'Maison du Pérou'."""
    first, last = found.groups["org"][0] if "org" in found.groups else (0, 0)
    if last - first < 3 or not any(items.items[n].has("seated") for n in range(first, last)):
        return None
    named = next((item for item in (items.items[last - 1], items.items[first]) if item.has("country")), None)
    return (place_value(named), (named.start, named.end)) if named is not None else None


def _in_pair(items: Items, number: int) -> bool:
    """Whether a short form stands beside another one: '中俄'."""
    beside = [items.items[n] for n in (number - 1, number + 1) if 0 <= n < len(items.items)]
    return all(
        any(item.has("short") and len(place_value(item)) == 2 for item in some)
        for some in (items.items[number : number + 1], beside)
    )


def _theme(items: Items, first: int, last: int) -> range:
    """'“新时代的中法合作”研讨会': the items of a motto in quotation marks in an event's name, which name no party."""
    marks = [n for n in range(first, last) if items.items[n].has("quote")]
    inner = items.items[marks[0] + 1 : marks[-1]] if marks else ()
    told = any(item.has_any(("rel", "verb", "adverb", "comma")) for item in inner)
    return range(marks[0], marks[-1] + 1) if told else range(0)


def _place(items: Items, base: Mention, groups: dict[str, list[tuple[int, int]]]) -> None:
    item = items.items[groups["place"][0][0]]
    value = "" if base.rule == "city-hall" and item.has("short") else place_value(item)  # '在德馨楼'
    country, _, locality = value.partition("|")
    base.country, base.locality = country, None if item.has("demonym") else span_of(items, groups["place"][0])
    if locality:
        base.host = locality
    if base.affiliation:
        base.country = base.affiliation
        base.affiliation = None


def _parted(items: Items, base: Mention, groups: dict[str, list[tuple[int, int]]]) -> list[Mention]:
    """'Chad, Lima, Oman': a city beside a country that is not its own is a place by itself; [] if it is its own."""
    if "country" not in groups:
        return []
    city, (at, end) = items.items[groups["place"][0][0]], groups["country"][0]
    own, land = place_value(city).partition("|")[0], items.items[at]
    if not land.has("country") or own in ("", place_value(land)) or not _in_list(items, base.first, end):
        return []
    place = replace(base, last=groups["place"][0][1], end=city.end, country=own, affiliation=None)
    state = Mention("state", "state", at, end, *span_of(items, (at, end)), affiliation=place_value(land))
    state.affiliation_span = (state.start, state.end)
    state.country = state.affiliation
    return [place, state]


def _in_list(items: Items, first: int, end: int) -> bool:
    """Whether a city and the country after it stand in a list of places: after a comma, or before another member."""
    around = [items.items[n] for n in (first - 1, end) if 0 <= n < len(items.items)]
    return any(item.has("comma") or item.has("and") for item in around)


def _is_sentence_word(items: Items, found: Found, sentence: Sentence) -> bool:
    """A single capitalised word that opens a sentence, or ends a title of many words ('Civil Rights Act'), may be
    no name.
    """
    if found.rule != "name" or found.end - found.start != 1 or items.items[found.start].has("name"):
        return False
    before = items.items[found.start - 1] if found.start > sentence.first else None
    return before is None or before.text in OPENS or (before.has("up") and before.has_any(TITULAR))


def _spread(items: Items, base: Mention, group: tuple[int, int]) -> list[Mention]:
    """One mention for each country of a list, each with the post and its own country as spans."""
    joints = ("comma", "and", "role", "det", "hon")
    named = base.rule == "list-named"
    starts = (n for n in range(*group) if place_value(items.items[n]))
    members = [n for n in starts if not named or items.items[n - 1].has_any(joints) or n == group[0]]
    found = []
    for n, end in zip(members, [*members[1:], group[1]], strict=True):
        name = _own_name(items, n + 1, end, joints) if named else []
        found.append(
            replace(
                base,
                affiliation=place_value(items.items[n]),
                affiliation_span=span_of(items, (n, n + 1)),
                list_size=len(members),
                name=span_of(items, (name[0], name[-1] + 1)) if name else None,
            )
        )
    return found


def _own_name(items: Items, first: int, end: int, joints: tuple[str, ...]) -> list[int]:
    """The items of a member's name, after the portfolio and the title: 'mauricien | de la Pêche, M. | Jean Rose'."""
    words = [n for n in range(first, end) if not items.items[n].has_any(joints)]
    last = words[-1] if words else first
    ahead = (n for n in range(last - 1, first - 1, -1) if items.items[n].has_any(("comma", "hon", "field")))
    start = next(ahead, first)
    return [n for n in words if n >= start and not items.items[n].has("field")]
