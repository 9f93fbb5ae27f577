"""One entry of a list of participants: 'Ana Quispe, Director, Bergen Institute', 'Mayor Bob Lee (Lima)'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Item, Items, is_bullet

CLOSES = frozenset(",:(–—-;*")  # what may follow a name in an entry
INSTITUTIONS = ("orgnoun", "organ", "groupnoun", "postpl", "eventnoun", "posthead", "minister", "article", "det")
LONGEST_NAME = 6  # items
LISTED = "list-entry"  # the rule of names that only a list shows to be names
OFFICES = ("posthead", "headof", "minister")
RUN_ON = 4  # commas of a line in which several entries may follow one another
NAMED = ("person",)
NAMELESS = ("group", "org", "body", "state")


def is_marked(line: list[Element]) -> bool:
    """Whether a line begins with a dash, a dot, a number or a letter in brackets."""
    first = line[0]
    return (first.item is not None and is_bullet(first.item)) or first.has("num") or _is_lettered(line)


def is_emphasised(line: list[Element]) -> bool:
    """Whether stars stand around a whole line: '*Employers*'."""
    ends = [e.item.text if e.item is not None else "" for e in (line[0], line[-1])]
    return len(line) > len(ends) and ends == ["*", "*"]


def entries(elements: list[Element]) -> Iterator[list[Element]]:
    """The elements between one bullet or number at the head and the next; none is empty."""
    entry: list[Element] = []
    elements = elements[3:] if _is_lettered(elements) else elements
    for number, element in enumerate(elements):
        parts = element.item is not None and (_is_mark(element.item, elements[0]) or element.item.text == ";")
        parts = parts and not (entry and _is_next_office(elements, number))
        if parts and not _joins(elements, number) and not (element.has("dash") and _is_state(entry)):
            if entry:
                yield entry
            entry = []
        elif entry or not _is_number(element):
            entry.append(element)
    if entry:
        yield entry


def _is_mark(item: Item, first: Element) -> bool:
    """Whether a dash or dot parts entries; a dash within a numbered entry, or of another kind, does not."""
    marked = first.item is not None and is_bullet(first.item)
    same = item.text == first.item.text if marked and first.item is not None else not first.has("num")
    return is_bullet(item) and (same or not item.has("dash"))


def _is_lettered(elements: list[Element]) -> bool:
    """'(a) | Ana Quispe', '(2) | Bob Lee': an entry's own letter or number in brackets."""
    texts = [e.item.text if e.item is not None else "" for e in elements[:3]]
    return len(texts) > 2 and (texts[0], texts[2]) == ("(", ")") and len(texts[1]) == 1


def _is_state(entry: list[Element]) -> bool:
    """'the Kingdom of Norway | – Ingrid Moe': whose representative is named after the dash."""
    return [e for e in entry if not e.has("det")] == entry[-1:] and bool(entry) and entry[-1].is_kind("state", "body")


def _after_state(entry: list[Element]) -> int:
    """Where those begin whom an entry names after their state or institution: 'Norway: | Ingrid Moe', 'Lima Police – |
    Chief Ana Quispe'; 0 where it names none so."""
    mark = next((n for n, e in enumerate(entry[:9]) if e.item is not None and e.item.text in (":", "–", "—", "-")), 0)
    after = next((e.mentions[0] for e in entry[mark + 1 : mark + 3] if e.is_kind(*NAMED)), None)
    before = [e.mentions[0] for e in entry[:mark] if e.is_kind(*NAMED)]
    told = after is not None and after.name is not None and mark > 0 and not any(e.has("comma") for e in entry[:mark])
    theirs = not before or (
        after is not None and after.post is not None and all(m.post is None or m.name is None for m in before)
    )
    return mark + 1 if _is_state(entry[:mark]) or (told and theirs) else 0


def _joins(elements: list[Element], number: int) -> bool:
    """Whether a dash or star stands inside an entry: 'Lisa Hicks | - | Gilbert', 'Siyoung Choi | *'."""
    before = elements[number - 1] if number else None
    after = elements[number + 1] if number + 1 < len(elements) else None
    touches = before is not None and before.end == elements[number].start
    return touches and after is not None and (after.start == elements[number].end or after.has("comma"))


def _is_next_office(elements: list[Element], number: int) -> bool:
    """'1. Ana Quispe, Director, Elm Centre; | President, Bergen Fund': a semicolon before an office of the same."""
    after = elements[number + 1] if number + 1 < len(elements) else None
    semicolon = elements[number].item is not None and elements[number].has("semicolon") and is_marked(elements)
    told = after.mentions[0] if after is not None and after.mentions else None
    return semicolon and told is not None and told.kind == "person" and (told.post or (0, 0))[0] == told.start


def _is_number(element: Element) -> bool:
    return element.has("num") or element.has("stop") or element.has("comma")


def named_in_line(entry: list[Element], items: Items) -> list[Mention]:
    """Whom a line names in which entries follow one another without a mark: 'Ana Quispe, Bergen Bank Bob Lee, Lima
    Fund'. A name is the two words before a comma; where offices follow some, one without an office is no name."""
    told = [m for e in entry if e.is_kind(*NAMED) for m in e.mentions if _words(m, items) > 1]
    found, with_office = [], []
    range_ = _range(entry, items)
    for number in range_:
        first = number - 2 - items.items[number - 2].has("init")
        words = [items.items[n] for n in range(first, number) if n in range_]
        if items.items[number].text != "," or len(words) < 2 or not all(map(_is_unknown, words)):
            continue
        span = words[0].start, words[-1].end
        if any(m.name and m.name[0] >= span[0] and m.start < span[1] for m in told):
            continue
        found.append(Mention("person", LISTED, first, number, *span, name=span))
        ahead = items.items[number + 1 : number + 1 + LONGEST_NAME]
        office = next((n for n, i in enumerate(ahead) if i.text == ","), len(ahead))
        with_office.append(any(i.has(category) for i in ahead[:office] for category in OFFICES))
    kept = [m for m, office in zip(found, with_office, strict=True) if office or not any(with_office)]
    told = [m for m in told if not any(m.start < k.end and k.start < m.end for k in kept)]
    return sorted([*told, *kept], key=lambda m: m.start)


def _words(mention: Mention, items: Items) -> int:
    """How many items a name has."""
    start, end = mention.name or (0, 0)
    return sum(start <= item.start < end for item in items.items[mention.first : mention.last])


def _is_unknown(item: Item) -> bool:
    """Whether a capitalised word is none that the language has another use for."""
    return item.has("init") or (
        item.has("up") and (item.categories <= {"cap", "up", "soft", "abstract"} or item.has("name"))
    )


def _range(entry: list[Element], items: Items) -> range:
    return range(
        bisect_left(items.items, entry[0].start, key=lambda item: item.start),
        bisect_left(items.items, entry[-1].end, key=lambda item: item.start),
    )


def heads_entry(line: list[Element], items: Items) -> bool:
    """Whether a marked line opens with a name and a comma: '- Ana Quispe, running mate of …' only describes her."""
    if not is_marked(line):
        return False
    entry = next(entries(line), [])
    written = _as_name(entry, items) if entry else None
    after = items.items[written.last : written.last + 1] if written is not None else ()
    return bool(after) and after[0].text == ","


def named(entry: list[Element], items: Items, people_only: bool, marked: bool = False) -> list[Mention]:
    """Whom an entry names: a person at its head, or the words at its head that can only be a name; else, unless only
    people are sought, the institution, body, group or state at its head; none where it is no entry. `marked`: nobody
    else's entry follows in its line."""
    if not marked and sum(e.item is not None and e.item.text == "," for e in entry) >= RUN_ON:
        several = named_in_line(entry, items)
        if len(several) > 1:
            return several
    entry = _without_rank(entry[_after_state(entry) :])
    ends = next((n for n, e in enumerate(entry) if _closes(e)), len(entry))
    first = next((n for n, e in enumerate(entry) if e.is_kind(*NAMED) and e.mentions[0].name), -1)
    written = _as_name(entry, items)
    if 0 <= first <= ends:
        first = _after_title(entry, first)
        after = entry[first + 1] if first + 1 < len(entry) else None
        told = entry[first].mentions
        closed = after is None or _closes(after) or _has_office_after(told[0]) or _comma_follows(told[0], items)
        if people_only and not closed:
            return []
        return [_with_office(_in_full(told[0], written, items), entry[first + 1 :]), *told[1:]]
    if written is not None:
        return [written]
    head = next((e for e in entry if not (e.has("det") or e.has("num"))), entry[0])
    return list(head.mentions) if head.is_kind(*NAMELESS) and not people_only else []


def _after_title(entry: list[Element], first: int) -> int:
    """'Centers | for Harbour Services | Administrator Ana Quispe': where whoever holds the office with which an entry
    ends is named, if a preposition follows what looks like a name at its head."""
    head, last = entry[first].mentions[0], entry[-1]
    told = last.mentions[0] if last.is_kind(*NAMED) else None
    of_title = head.post is None and first + 1 < len(entry) and bool(entry[first + 1].role)
    return (
        len(entry) - 1 if of_title and told is not None and told.post is not None and told.name is not None else first
    )


def _without_rank(entry: list[Element]) -> list[Element]:
    """An entry without what is in brackets after a rank at its head: 'Maj Gen (ret) | Ana Quispe'."""
    texts = [e.item.text if e.item is not None else "" for e in entry[:4]]
    return entry[4:] if len(entry) > 4 and entry[0].has("hon") and (texts[1], texts[3]) == ("(", ")") else entry


def _has_office_after(person: Mention) -> bool:
    """'Ana Quispe, Director & Treasurer': whether the office of whoever an entry names follows the name."""
    return person.name is not None and person.post is not None and person.name[1] <= person.post[0]


def _comma_follows(person: Mention, items: Items) -> bool:
    """'Ana Quispe|, Former University of Lima running mate': whether a comma stands right after the name."""
    end = person.name[1] if person.name is not None else person.end
    after = bisect_left(items.items, end, key=lambda item: item.start)
    return after < len(items.items) and items.items[after].text == ","


def _with_office(person: Mention, after: list[Element]) -> Mention:
    """'Ana Quispe, MD, FACS, | Deputy Director': somebody with the office that an entry tells after degrees."""
    told = [e.mentions[0] for e in after if e.is_kind(*NAMED)] if person.post is None else []
    office = told[0] if told and told[0].name is None else None
    return replace(person, post=office.post, post_kind=office.post_kind) if office is not None else person


def _in_full(person: Mention, written: Mention | None, items: Items) -> Mention:
    """Somebody with all the words before the first comma as the name: 'Faith | Ana Quispe, Director'."""
    if written is None or written.name is None or person.name is None:
        return person
    last = sum(person.name[0] <= items.items[n].start < written.name[1] for n in range(person.first, person.last))
    if not _has_office_after(person) and last > 1:  # but 'Jordan | Quispe, Director'
        return person
    longer = written.name[0] < person.name[0] < written.name[1] <= person.name[1]  # 'Jordan | Quispe, Jr.'
    name = (written.name[0], person.name[1])
    return replace(person, first=written.first, start=written.start, name=name) if longer else person


def _closes(element: Element) -> bool:
    return element.item is not None and (element.item.text in CLOSES or element.has("stop"))


def _as_name(entry: list[Element], items: Items) -> Mention | None:
    """The capitals before the first comma, colon or bracket as a name, of two words or more."""
    start = next((e.start for e in entry if not (e.has("hon") or e.has("bracket"))), entry[0].start)
    head: list[tuple[int, Item]] = []
    for number in _range(entry, items)[: LONGEST_NAME + 1]:
        item = items.items[number]
        if item.text in CLOSES and not _is_hyphen(items, number):
            break
        if item.start >= start and (head or not item.has("hon")):
            head.append((number, item))
    capitals = all(item.has("up") or item.has("particle") or item.text == "-" for _, item in head)
    if not 1 < len(head) <= LONGEST_NAME or not capitals or any(i.has(c) for _, i in head for c in INSTITUTIONS):
        return None
    span = head[0][1].start, head[-1][1].end
    return Mention("person", LISTED, head[0][0], head[-1][0] + 1, *span, name=span)


def _is_hyphen(items: Items, number: int) -> bool:
    """'Ana Quispe|-|Rojas': a dash with no space beside it."""
    around = items.items[max(0, number - 1) : number + 2]
    return items.items[number].text == "-" and all(a.end == b.start for a, b in pairwise(around)) and len(around) > 2


def institution(entry: list[Element], items: Items, told: bool = False) -> Mention | None:
    """The whole of an entry that is an institution's name: 'Campaign for Family Farmers and Ranchers'; None where a
    comma or bracket parts it, an office or an honorific stands in it, or a word in it is no part of a name. `told`: the
    list is said to be one of institutions, so that any name is one's ('Lambda')."""
    words = [items.items[number] for number in _range(entry, items)]
    words = words[:-1] if words and words[-1].has("stop") else words
    apart = (n for n, w in enumerate(words) if n and w.has("dash") and words[n - 1].end < w.start)
    words = words[: next(apart, len(words))]  # 'Lima College | – Ohio'
    joined = ("role", "and", "particle", "det", "dash")
    named = all(w.has("up") or w.text[:1] in "'’&-(" or w.has_any(joined) for w in words)
    heads = any(w.has("up") and w.has_any(("orgnoun", "organ", "bodynoun", "maybeorgan")) for w in words)
    parted = any(w.text == "," or w.has_any((*OFFICES, "hon")) for w in words)
    if not words or not named or parted or not (told or (heads and len(words) > 1)):
        return None
    span = entry[0].start, words[-1].end
    return Mention("org", LISTED, 0, 0, *span, affiliation_span=span)


def acted_for(entry: list[Element], person: Mention, items: Items) -> Mention | None:
    """'President Ana Quispe, Republic of Peru', 'Bob Lee, Director, UNESCO': for whom somebody acts as told after it; a
    town tells no state ('City of Lima, Ohio')."""
    told = entry[: _after_state(entry)] or [e for e in entry if e.start >= person.end]
    after = (e.mentions[0] for e in told if e.is_kind(*NAMELESS))
    return next((m for m in after if m.affiliation and not (_of_town(m, items) or _is_short(m))), None)


def _is_short(mention: Mention) -> bool:
    """'Lima, OH': two letters that are no name of an institution, but a part of the state."""
    return mention.kind == "org" and mention.end - mention.start == len("OH")


def _of_town(mention: Mention, items: Items) -> bool:
    span = mention.affiliation_span
    at = bisect_left(items.items, span[0], key=lambda item: item.start) if span else len(items.items)
    return at < len(items.items) and (items.items[at].has("city") or items.items[at].has("capital"))
