"""Where what is said ends before its clause does: with its quotation, at an attribution, where somebody else speaks."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.quotes import CLOSING, OPENING, closes_quotation

WORD = 8  # letters; 'according to' is longer, 'view' needs more before it
ATTRIBUTION_REACH = 5  # elements of whoever a closing clause names as the source
PHRASE = 6  # elements of a quoted phrase with its marks: 'the “open and businesslike” tone'


def opens_with_somebody(elements: list[Element], index: int) -> bool:
    """'rappelle les accords | ; | M. Quispe, pour qui …': somebody else begins to speak."""
    item = elements[index].item
    if item is None or not (item.text == ";" or elements[index].has("contrast")) or index + 2 >= len(elements):
        return False
    after = next(
        (n for n in range(index + 1, len(elements) - 1) if not (elements[n].has("det") or elements[n].has("hon"))), 0
    )
    if elements[index].has("contrast"):  # '…, tandis que | M. Quispe hésitait'
        return after > 0 and elements[after].is_kind("person")
    told = after > 0 and (elements[after].is_party or bool(elements[after].pronoun))
    return told and elements[after + 1].has_any(("comma", "aux", "finite", "clitic"))


def does_more(elements: list[Element], start: int, joint: int) -> bool:
    """'a transmis les vœux du roi | et | lui a remis un pli': the same one goes on to act; no clause is open."""
    verb = joint + 1
    while verb < len(elements) - 1 and elements[verb].has("clitic"):
        verb += 1
    if not elements[joint].has("and") or not elements[verb].has("active"):
        return False
    return not any(e.has("cut") or e.has("quote") for e in elements[start:joint])


def within_quotation(elements: list[Element], start: int, end: int) -> int:
    """'« ont décidé de | se revoir bientôt | », selon la même source': where the quotation around the verb ends."""
    opened = 0
    for index in range(start, end):
        item = elements[index].item
        mark = item.text[0] if item is not None and item.has("quote") else ""
        opened += (mark in OPENING) - (mark in CLOSING) if mark else 0
        if opened < 0:
            return index
    return end


def quotation_end(elements: list[Element], start: int, end: int) -> int:
    """Where content that is a quotation ends: at its closing mark."""
    first = next((n for n in range(start, end) if not elements[n].has("light_content")), end)
    mark = elements[first].item if first < end else None
    if mark is not None and mark.has("quote") and mark.text in OPENING:
        closing = next((n for n in range(first, end) if closes_quotation(elements, n)), end)
        goes_on = closing - first < PHRASE and closing + 1 < end and not _parts(elements, closing)
        return end if goes_on else closing
    return end


def _parts(elements: list[Element], closing: int) -> bool:
    """Whether a mark that closes a quotation stands at a joint or an end of the sentence."""
    beside = (elements[closing - 1], elements[closing + 1])
    return any(e.has(c) for e in beside for c in ("comma", "stop", "semicolon", "and", "cut", "nest")) or any(
        bool(e.role) for e in beside[1:]
    )


def before_attribution(elements: list[Element], start: int, end: int) -> int:
    """Where '…, the Ministry said' or '…, according to the Minister' begins at the end of what is said; else `end`."""
    for index in range(start + 2, end - 1):
        if not elements[index].has("comma"):
            continue
        if elements[index + 1].has("attribution") and (
            elements[index + 1].end - elements[index + 1].start > WORD
            or any(e.has("source") for e in elements[index + 2 : index + ATTRIBUTION_REACH])
        ):
            return index
        verb = index + 1
        while verb < min(end, index + ATTRIBUTION_REACH) and not elements[verb].verbs():
            verb += 1
        named = all(
            e.mentions or e.has_any(("det", "ownorgan", "orgnoun", "low", "hon")) for e in elements[index + 1 : verb]
        )
        if (
            index + 1 < verb < end
            and named
            and any(entry.get("weak") and not entry.get("mood") for entry in elements[verb].entries("say"))
            and (
                verb + 1 == end
                or elements[verb + 1].has("stop")
                or elements[verb + 1].role
                or elements[verb + 1].is_kind("date")
            )
        ):
            return index
    return end
