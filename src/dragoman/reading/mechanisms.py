"""Standing arrangements named in a text: dialogues, forums, commissions, centres, programmes, prizes."""

from __future__ import annotations

from bisect import bisect_right

from dragoman.model import Evidence, Mechanism, MechanismStatus
from dragoman.reading.confidence import confidence
from dragoman.reading.draft import Draft
from dragoman.reading.elements import Element
from dragoman.reading.narration import Told

STATUSES: dict[str, MechanismStatus] = {"agreed": "agreed", "proposed": "proposed", "established": "established", "discussed": "discussed"}
MODIFIERS = ("cap", "caps", "low", "field", "country", "demonym", "joint", "body", "region", "eventmod", "groupmod", "adjective", "orgnoun", "city", "capital")


def find_mechanisms(text: str, tolds: list[Told], drafts: list[Draft]) -> tuple[Mechanism, ...]:
    """The mechanisms in the sayings of accounts: a noun of the lexicon with what modifies it, its status by the cue."""
    found: dict[str, Mechanism] = {}
    starts = [told.elements[0].start for told in tolds]
    for number, draft in enumerate(drafts, 1):
        for saying in draft.sayings:
            for element, span in _named(_around(tolds, starts, saying.span), saying.span):
                name = text[span[0] : span[1]]
                if name.lower() in found or element.start < saying.span[0]:
                    continue
                status: MechanismStatus = "discussed" if saying.act is None else "agreed" if saying.act in ("agreed", "signed") else "proposed"
                found[name.lower()] = Mechanism(
                    name=name,
                    kind=text[element.start : element.end].lower(),
                    status=status,
                    parties=tuple(draft.affiliations()),
                    engagement=f"e{number}",
                    ordinal=None,
                    confidence=confidence("mechanism"),
                    evidence=(Evidence(span[0], span[1], name),),
                    rule="mechanism-in-saying",
                )
    return tuple(found.values())


def _around(tolds: list[Told], starts: list[int], span: tuple[int, int]) -> list[Told]:
    """The sentences that a span reaches into; `starts` are where the sentences begin."""
    return tolds[max(0, bisect_right(starts, span[0]) - 1) : bisect_right(starts, span[1])]


def _named(tolds: list[Told], span: tuple[int, int]) -> list[tuple[Element, tuple[int, int]]]:
    found = []
    for told in tolds:
        elements = told.elements
        for index, element in enumerate(elements):
            if not element.has("mechanism") or element.end > span[1] or element.start < span[0]:
                continue
            if index + 1 < len(elements) and elements[index + 1].has("mechanism"):
                continue
            first = index
            while first > 0 and elements[first - 1].start >= span[0] and _modifies(elements[first - 1]):
                first -= 1
            if first < index:
                found.append((element, (elements[first].start, element.end)))
    return found


def _modifies(element: Element) -> bool:
    if element.item is None:
        return element.mentions[0].kind in ("state", "body", "region")
    return element.has("mechanism") or element.text_is_joined or (any(element.has(c) for c in MODIFIERS) and not element.role and not element.has("det"))
