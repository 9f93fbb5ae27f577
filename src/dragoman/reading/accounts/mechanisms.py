"""Standing arrangements named in a text: dialogues, forums, commissions, centres, programmes, prizes.

One counts where something is said of it (a topic, a point), where it is itself the conference that is told of, or where
the text says that it was founded. Its status follows from there; its sides are those that its name tells, else those of
the engagement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.model import Evidence, Mechanism, MechanismStatus
from dragoman.reading.accounts.draft import Draft, Saying, Span
from dragoman.reading.accounts.narration import Told
from dragoman.reading.confidence import UNMEASURED
from dragoman.reading.mentions.extents import PROPER, Named, extent_to_the_left, extent_to_the_right, is_capital
from dragoman.reading.mentions.mention import place_value
from dragoman.reading.text.items import Item, Items

FOUNDING: tuple[MechanismStatus, ...] = ("established", "concluded")
CUE_REACH = 8  # items between 'launched' and what was launched
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def find_mechanisms(
    text: str, items: Items, tolds: list[Told], drafts: list[Draft], head_first: bool
) -> tuple[Mechanism, ...]:
    """The mechanisms of a text, each once, under the first engagement that names it. `head_first`: the noun comes
    before what modifies it ('commission mixte').
    """
    found: dict[str, Mechanism] = {}
    finder = Finder(text, items.items, tolds, head_first)
    for number, draft in enumerate(drafts, 1):
        for mechanism in finder.of(draft, f"e{number}"):
            found.setdefault(mechanism.name.casefold(), mechanism)
    return tuple(found.values())


class Finder:
    """Finds the mechanisms of the accounts of one text."""

    def __init__(self, text: str, items: tuple[Item, ...], tolds: list[Told], head_first: bool) -> None:
        self._text = text
        self._items = items
        self._starts = [item.start for item in items]
        self._extent = extent_to_the_right if head_first else extent_to_the_left
        self._told: dict[Draft, list[Span]] = {}
        for told in tolds:
            for draft in told.drafts:
                self._told.setdefault(draft, []).append((told.elements[0].start, told.elements[-1].end))

    def of(self, draft: Draft, engagement: str) -> Iterator[Mechanism]:
        """The mechanisms of one account: of its event, its sayings and the sentences that tell of it."""
        if draft.event:
            yield from self._in(draft.event, draft, None, engagement, "mechanism-in-session")
        for saying in draft.sayings:
            yield from self._in(saying.span, draft, saying, engagement, "mechanism-in-saying")
        for span in self._told.get(draft, []) if draft.kind != "conference" else []:
            yield from self._in(span, draft, None, engagement, "mechanism-founded")

    def _in(self, span: Span, draft: Draft, saying: Saying | None, engagement: str, rule: str) -> Iterator[Mechanism]:
        in_session = rule == "mechanism-in-session"
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        for number in range(first, last):
            if not self._items[number].has("mechanism") or (
                number + 1 < last and self._items[number + 1].has("mechanism")
            ):
                continue
            named = self._extent(self._items, number, first, last)
            around = self._items[named.first : named.last]
            sides = list(dict.fromkeys(code for item in around for code in _codes(item)))
            status = _status(_cue(self._items, named), draft, saying, in_session)
            if status is None or not _is_specific(self._items, named, status, sides, in_session):
                continue
            start, end = around[0].start, around[-1].end
            yield Mechanism(
                name=self._text[start:end],
                kind=(self._items[number].get("mechanism", "kind") or self._items[number].text.lower()).replace(
                    "_", " "
                ),
                status=status,
                parties=tuple(sides if len(sides) > 1 else draft.affiliations()),
                engagement=engagement,
                ordinal=_ordinal(self._items[first:last]) if in_session else None,
                confidence=UNMEASURED,
                evidence=(Evidence(start, end, self._text[start:end]),),
                rule=rule,
            )


def _status(
    cue: MechanismStatus | None, draft: Draft, saying: Saying | None, in_session: bool
) -> MechanismStatus | None:
    if in_session:
        return cue if cue == "concluded" else "in session" if draft.status == "held" else "established"
    if saying is None:
        return cue if cue in FOUNDING and draft.status == "held" else None
    if saying.act in ("agreed", "signed"):
        return "agreed"
    if saying.act in ("proposed", "pledged"):
        return "proposed"
    return cue if cue in FOUNDING else "discussed"


def _cue(items: tuple[Item, ...], named: Named) -> MechanismStatus | None:
    """The word before a name that tells what was done with it ('launched a …')."""
    for item in reversed(items[max(0, named.first - CUE_REACH) : named.first]):
        if item.has("stop") or item.has("mechanism"):
            return None
        status = item.get("mechanism_status", "status")
        if status:
            return (
                "established"
                if status == "established"
                else "concluded"
                if status == "concluded"
                else "agreed"
                if status == "agreed"
                else "proposed"
            )
    return None


def _is_specific(
    items: tuple[Item, ...], named: Named, status: MechanismStatus, sides: list[str], in_session: bool
) -> bool:
    """Whether a name is one: 'the Sino-French forum', 'a joint working group'; not 'the programme', 'this fund'.
    A session counts if its body is one of two or more sides, or a committee, not a world forum.
    """
    around = items[named.first : named.last]
    firm = items[named.noun].get("mechanism", "firm") == "yes"
    if len(around) < 2 and not items[named.noun].has("compound"):
        return False
    if in_session:
        return firm or len(sides) > 1
    proper = any(item.has(c) for item in around for c in PROPER) and any(
        is_capital(item) or not item.text.isascii() for item in around
    )
    before = items[max(0, named.first - CUE_REACH) : named.first]
    founded = any(item.has("founding") or (status != "discussed" and item.has("mechanism_status")) for item in before)
    return proper or firm or founded


def _codes(item: Item) -> list[str]:
    """The countries or bodies that a modifier names: two for 'Sino-French'."""
    if item.has("joint"):
        return item.get("joint").split("|")
    return [value] if (value := place_value(item)) and not item.has("city") and not item.has("region") else []


def _ordinal(event: tuple[Item, ...]) -> int | None:
    """The number of a session: '42nd', 'III', 'second'."""
    for item in event:
        if number := item.get("count", "n") or item.get("ordinal"):
            return int(number)
        if item.has("ordnum") or (item.has("num") and item.text.isdigit() and len(item.text) < 4):
            return int(re.sub(r"\D", "", item.text))
        if item.has("caps") and ROMAN.fullmatch(item.text):
            return _roman(item.text)
    return None


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
