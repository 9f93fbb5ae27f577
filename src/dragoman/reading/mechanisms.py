"""Standing arrangements named in a text: dialogues, forums, commissions, centres, programmes, prizes.

One counts where something is said of it (a topic, a point), where it is itself the conference that is told of, or where
the text says that it was founded. Its status follows from there; its sides are those that its name tells, else those of
the engagement.
"""

from __future__ import annotations

import re
<<<<<<< HEAD
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Evidence, Mechanism, MechanismStatus
from dragoman.reading.confidence import confidence
from dragoman.reading.draft import Draft, Saying, Span
from dragoman.reading.items import Item, Items
from dragoman.reading.mentions import place_value
from dragoman.reading.narration import Told

PROPER = ("cap", "caps", "country", "demonym", "joint", "body", "region", "short")
MODIFIERS = (*PROPER, "low", "field", "eventmod", "groupmod", "adjective", "light_adjective", "orgnoun", "city", "capital", "eventboard", "postmod", "noun", "han2", "han3", "han4")
FOUNDING: tuple[MechanismStatus, ...] = ("established", "concluded")
CUE_REACH = 8  # items between 'launched' and what was launched
LONGEST_NAME = 12  # items
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Named:
    """A mechanism's name: items `first` to `last` (exclusive), with the item of its noun."""

    first: int
    last: int
    noun: int


def find_mechanisms(text: str, items: Items, tolds: list[Told], drafts: list[Draft], head_first: bool) -> tuple[Mechanism, ...]:
    """The mechanisms of a text, each once, under the first engagement that names it. `head_first`: the noun comes
    before what modifies it ('commission mixte').
    """
=======
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.model import Act, Evidence, Mechanism, MechanismStatus
from dragoman.reading.confidence import UNMEASURED
from dragoman.reading.draft import Draft, Span
from dragoman.reading.items import Item, Items
from dragoman.reading.mentions import place_value

STATUSES: dict[Act | None, MechanismStatus] = {None: "discussed", "stated": "discussed", "agreed": "agreed", "signed": "agreed"}
MODIFIERS = ("cap", "caps", "low", "field", "country", "demonym", "joint", "body", "region", "eventmod", "groupmod", "postmod", "adjective", "orgnoun", "city", "capital")
MEMBERS = ("country", "demonym", "joint", "body")


def find_mechanisms(text: str, items: Items, drafts: list[Draft]) -> tuple[Mechanism, ...]:
    """The mechanisms that accounts speak of, and those of two or more sides whose sessions they tell; each name once."""
>>>>>>> main
    found: dict[str, Mechanism] = {}
    starts = [item.start for item in items.items]

    def add(engagement: str, named: list[Item], status: MechanismStatus, parties: list[str], ordinal: int | None, rule: str) -> None:
        name = text[named[0].start : named[-1].end]
        evidence = (Evidence(named[0].start, named[-1].end, name),)
        kind = next(item.text.lower() for item in reversed(named) if item.has("mechanism"))
        new = Mechanism(name, kind, status, tuple(parties), engagement, ordinal, UNMEASURED, evidence, rule)
        found.setdefault(name.lower(), new)

    for number, draft in enumerate(drafts, 1):
<<<<<<< HEAD
        for mechanism in _of(text, items.items, tolds, starts, draft, f"e{number}", head_first):
            found.setdefault(mechanism.name.casefold(), mechanism)
    return tuple(found.values())


def _of(text: str, items: tuple[Item, ...], tolds: list[Told], starts: list[int], draft: Draft, engagement: str, head_first: bool) -> Iterator[Mechanism]:
    """The mechanisms of one account."""
    spans: list[tuple[Span, Saying | None]] = [(draft.event, None)] if draft.event else []
    spans += [(saying.span, saying) for saying in draft.sayings]
    told = [t for t in tolds if draft in t.drafts]
    spans += [((t.elements[0].start, t.elements[-1].end), None) for t in told if draft.kind != "conference"]
    for span, saying in spans:
        is_event = span == draft.event
        for named in _named(items, tolds, starts, span, head_first):
            status = _status(items, named, draft, saying, is_event)
            if status is None or not _is_specific(items, named, status):
                continue
            start, end = items[named.first].start, items[named.last - 1].end
            sides = [code for item in items[named.first : named.last] for code in _codes(item)]
            yield Mechanism(
                name=text[start:end],
                kind=(items[named.noun].get("mechanism", "kind") or items[named.noun].text.lower()).replace("_", " "),
                status=status,
                parties=tuple(dict.fromkeys(sides)) if len(set(sides)) > 1 else tuple(draft.affiliations()),
                engagement=engagement,
                ordinal=_ordinal(items, span) if is_event else None,
                confidence=confidence("mechanism"),
                evidence=(Evidence(start, end, text[start:end]),),
                rule="mechanism-in-session" if is_event else "mechanism-in-saying" if saying else "mechanism-founded",
            )


def _named(items: tuple[Item, ...], tolds: list[Told], starts: list[int], span: Span, head_first: bool) -> Iterator[Named]:
    for told in tolds[max(0, bisect_right(starts, span[0]) - 1) : bisect_right(starts, span[1])]:
        for number in range(told.sentence.first, told.sentence.last):
            item = items[number]
            if not item.has("mechanism") or item.start < span[0] or item.end > span[1]:
                continue
            if number + 1 < told.sentence.last and items[number + 1].has("mechanism"):
                continue
            extent = _extent_to_the_right if head_first else _extent
            named = extent(items, number, told.sentence.first, told.sentence.last)
            if named.last - named.first > 1:
                yield named


def _extent(items: tuple[Item, ...], noun: int, lowest: int, highest: int) -> Named:
    """The name around its noun: what modifies it before it, and 'of', 'for', 'on' with capitals after it."""
    first = noun
    while first > lowest and _modifies(items[first - 1]) and not (items[first - 1].categories == {"low"} and items[first - 2].has("country")):
        first -= 1
    while first < noun and _only_describes(items[first]):
        first += 1
    last = noun + 1
    while last + 1 < highest and (items[last].get("role", "r") in ("of", "for", "on") or (last > noun + 1 and items[last].has("and"))):
        after = last + 1
        while after < highest and (items[after].has("det") or _is_capital(items[after]) or "-" in (items[after].text, items[after - 1].text)):
            after += 1
        if not _is_capital(items[after - 1]):
            break
        last = after
    while last < highest and last == noun + 1 and items[last].has("joint"):
        last += 1
    return Named(first, last, noun)


def _extent_to_the_right(items: tuple[Item, ...], noun: int, lowest: int, highest: int) -> Named:
    """The name that its noun opens: 'commission mixte franco-tunisienne de coopération'."""
    last = noun + 1
    while last < min(highest, noun + LONGEST_NAME):
        after = last + 1 if items[last].get("role", "r") in ("of", "for", "on") else last
        while after > last and after < highest and items[after].has("det"):
            after += 1
        if after >= highest or not _modifies(items[after]):
            break
        last = after + 1
    first = noun - 1 if noun > lowest and items[noun - 1].has("count") else noun
    return Named(first, last, noun)


def _modifies(item: Item) -> bool:
    if item.text == "-" or item.has("mechanism"):
        return True
    return any(item.has(c) for c in MODIFIERS) and not any(item.has(c) for c in ("role", "det", "say", "discuss", "trigger", "aux", "planned", "cut"))


def _only_describes(item: Item) -> bool:
    return item.text == "-" or item.categories == {"low"} or ((item.has("adjective") or item.has("light_adjective")) and not item.has("eventmod"))


def _is_capital(item: Item) -> bool:
    return item.has("up") and not item.has("punct")


def _status(items: tuple[Item, ...], named: Named, draft: Draft, saying: Saying | None, is_event: bool) -> MechanismStatus | None:
    cue = _cue(items, named)
    if is_event:
        return cue if cue == "concluded" else "in session" if draft.status == "held" else "established"
    if saying is None:
        return cue if cue in FOUNDING and draft.status == "held" else None
    if saying.act in ("agreed", "signed"):
        return "agreed"
    if saying.act in ("proposed", "pledged"):
        return "proposed"
    return cue or "discussed"


def _cue(items: tuple[Item, ...], named: Named) -> MechanismStatus | None:
    """The word before a name that tells what was done with it ('launched a …')."""
    for item in reversed(items[max(0, named.first - CUE_REACH) : named.first]):
        if item.has("stop") or item.has("mechanism"):
            return None
        status = item.get("mechanism_status", "status")
        if status:
            return "established" if status == "established" else "concluded" if status == "concluded" else "agreed" if status == "agreed" else "proposed"
    return None


def _is_specific(items: tuple[Item, ...], named: Named, status: MechanismStatus) -> bool:
    """Whether a name is one: 'the Sino-French forum', 'a joint working group'; not 'the programme', 'this important fund'."""
    around = items[named.first : named.last]
    proper = any(item.has(c) for item in around for c in PROPER) and any(_is_capital(item) or not item.text.isascii() for item in around)
    firm = items[named.noun].get("mechanism", "firm") == "yes"
    founded = status != "discussed" and any(item.has("founding") or item.has("mechanism_status") for item in items[max(0, named.first - CUE_REACH) : named.first])
    return proper or firm or founded


def _codes(item: Item) -> list[str]:
    """The countries or bodies that a modifier names: two for 'Sino-French'."""
    if item.has("joint"):
        return item.get("joint").split("|")
    return [value] if (value := place_value(item)) and not item.has("city") and not item.has("region") else []


def _ordinal(items: tuple[Item, ...], span: Span) -> int | None:
    """The number of a session: '42nd', 'III', 'second'."""
    for item in items:
        if item.start < span[0]:
            continue
        if item.start >= span[1]:
            break
        if number := item.get("count", "n"):
            return int(number)
        if item.has("ordnum"):
            return int(re.sub(r"\D", "", item.text))
        if item.has("caps") and ROMAN.fullmatch(item.text):
            return _roman(item.text)
    return None


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
=======
        if draft.event:
            event = _within(items, starts, draft.event)
            members = _members(event)
            for named in _named(event) if len(members) > 1 else ():
                whole = [*named, *_tail(event[event.index(named[-1]) + 1 :])]
                add(f"e{number}", whole, "in session", members, _ordinal(event), "mechanism-in-session")
        for saying in draft.sayings:
            for named in _named(_within(items, starts, saying.span)):
                add(f"e{number}", named, STATUSES.get(saying.act, "proposed"), draft.affiliations(), None, "mechanism-in-saying")
    return tuple(found.values())


def _within(items: Items, starts: list[int], span: Span) -> list[Item]:
    return list(items.items[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])


def _named(items: list[Item]) -> Iterator[list[Item]]:
    """Each noun of a mechanism that ends a phrase, with the modifiers before it; a bare, simple noun names nothing."""
    for head, item in enumerate(items):
        if not item.has("mechanism") or (head + 1 < len(items) and items[head + 1].has("mechanism")):
            continue
        first = head
        while first > 0 and _modifies(items[first - 1]):
            first -= 1
        while first < head and items[first].text == "-":
            first += 1
        if first < head or item.has("compound"):
            yield items[first : head + 1]


def _modifies(item: Item) -> bool:
    if item.has("det") or item.has("role"):
        return False
    return item.text == "-" or item.has("mechanism") or any(item.has(category) for category in MODIFIERS)


def _tail(after: list[Item]) -> list[Item]:
    """What a body is for, if its name goes on to say so: '… on Science'."""
    return after if after and after[0].get("role", "r") in ("on", "for", "of") else []


def _members(event: list[Item]) -> list[str]:
    """The states and bodies that an event's name names."""
    return list(dict.fromkeys(place_value(item) for item in event if any(item.has(category) for category in MEMBERS)))


def _ordinal(event: list[Item]) -> int | None:
    """The number of a session: '3rd', 'third'."""
    for item in event:
        digits = re.match(r"\d{1,3}", item.text) if item.has("ordnum") or item.has("num") else None
        if digits or item.get("ordinal"):
            return int(digits[0] if digits else item.get("ordinal"))
    return None
>>>>>>> main
