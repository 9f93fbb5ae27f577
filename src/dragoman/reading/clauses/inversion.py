"""Sayings whose subject follows them: '« … », a déclaré le ministre', 'Le projet, a-t-il ajouté, avance', '"…,"
said she'.
"""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.arguments import is_parenthetical
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.quotes import closes_quotation


def reporting(elements: list[Element], index: int) -> tuple[str, int] | None:
    """Who is the subject of a saying at `index` that is put after, or into, what is said; None if it stands before it.

    Gives a pronoun ('it' for a source that is no party: 'said the statement') and, where a party is the subject, that
    element's index (else −1).
    """
    first = index
    while first > 0 and (elements[first - 1].has("aux") or elements[first - 1].has("also")):
        first -= 1
    entries = elements[index].entries("say")
    side = next((entry for entry in entries if entry.get("side") == "left"), None)
    if side:
        return side.get("who", "he"), -1
    if first and elements[first - 1].has("inverted"):
        return elements[first - 1].pronoun, -1
    weak = any(entry.get("weak") and entry.get("mood") != "ing" for entry in entries)
    put_after = _follows_quotation(elements, first, entries) or _follows_clause(elements, first, index, entries)
    if first == 0 or not (weak or put_after or _leads_to_source(elements, index)):
        return None
    if not (elements[first - 1].has("comma") or elements[first - 1].has("quote")) or is_parenthetical(
        elements, first - 1
    ):
        return None
    if _follows_aside(elements, first - 1):
        return None
    subject = _past_setting(elements, index + 1)
    while subject < len(elements) and (elements[subject].has("det") or elements[subject].has("poss")):
        subject += 1
    if subject >= len(elements) or (subject + 1 < len(elements) and elements[subject + 1].has("that")):
        return None
    if elements[subject].pronoun == "they" and elements[first - 1].has("comma"):  # '…, ont décidé les deux parties'
        return "they", -1
    if elements[subject].is_party:  # '…, said Chad' is put after what is said, '…, said Chad would pay' is not
        goes_on = subject + 1 < len(elements) and (
            elements[subject + 1].has("modal") or elements[subject + 1].has("aux")
        )
        return None if goes_on else ("", subject)
    return ("it", -1) if elements[subject].has("source") else None


def _follows_aside(elements: list[Element], comma: int) -> bool:
    """'The minister, | for her part |, noted the students of Chad': a subject and an aside before its verb."""
    asides = elements[comma - 1].has("aux") and elements[comma - 2].has("comma") if comma > 2 else False
    return asides and elements[comma].has("comma") and elements[comma - 3].is_party


def _leads_to_source(elements: list[Element], index: int) -> bool:
    """'…, | annonce | le service de presse': any verb of saying before a word for whoever only reports."""
    after = next((e for e in elements[index + 1 : index + 4] if not e.has("det")), None)
    return after is not None and after.has("source")


def _follows_quotation(elements: list[Element], first: int, entries: list[Entry]) -> bool:
    """'« … », | a souligné le ministre': any verb of saying may stand right after direct speech."""
    closing = first - 1 - (first > 1 and elements[first - 1].has("comma"))
    told = any(entry.get("act") and not (entry.get("object") or entry.get("dative")) for entry in entries)
    return told and first >= 2 and elements[closing].has("quote") and closes_quotation(elements, closing)


def _follows_clause(elements: list[Element], first: int, index: int, entries: list[Entry]) -> bool:
    """'La pêche recule, | a souligné | le ministre': after a clause, with nothing after it that might be said."""
    told = any(entry.get("act") and not any(map(entry.get, ("object", "dative", "greets"))) for entry in entries)
    if not told or first < 3 or first == index or not elements[first - 1].has("comma"):
        return False
    if elements[first - 2].is_kind("person"):  # 'la ministre, Ana Quispe, | a souligné'
        return False
    subject = next((n for n in range(index + 1, len(elements)) if not elements[n].has("det")), len(elements))
    after = elements[subject + 1 : subject + 2]
    closes = not after or after[0].has("comma") or after[0].has("stop")
    return closes and subject < len(elements) and elements[subject].is_kind("person", "body")


def _past_setting(elements: list[Element], index: int) -> int:
    """'…, a déclaré | mardi | à Lima | le ministre', 'a déclaré | à la presse | …': past when, where and to whom."""
    while index + 1 < len(elements):
        if elements[index].is_kind("date") or elements[index].has("also"):
            index += 1
        elif elements[index].role and elements[index + 1].is_kind("date", "place", "region"):
            index += 2
        elif elements[index].role in ("at", "of", "before") or elements[index].has("nest"):
            after = index + 1
            while after < len(elements) and elements[after].has_any(("det", "posspron")):
                after += 1
            if after + 1 >= len(elements) or elements[after].has_any(("comma", "stop", "cut", "quote")):
                break
            index = after + 1
        else:
            break
    return index
