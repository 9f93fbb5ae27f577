"""Spans of content: what opens and closes a quoted phrase is left out, lists are split into their items."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Span
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.lists import items_of
from dragoman.reading.clauses.quotes import CLOSING, OPENING, closes_quotation

JOINTS = ("comma", "and", "also", "quote", "semicolon")
OPENERS = ("comma", "and", "also", "aux", "quote", "semicolon", "contrast")
CLOSERS = ("stop", "comma", "and", "semicolon", "quote", "also", "contrast", "gerund")
PLACES = ("place", "state", "region")
HEAD_REACH = 5  # words that may stand before the noun of an opener ('their shared commitment to')
CLAUSE_REACH = 10  # elements between 'how' and the modal verb of its clause
OWNER_REACH = 12  # elements between that noun and its preposition ('efforts by the Allies to')


def trim(elements: list[Element], start: int, end: int, direct: bool = False) -> Span | None:
    """The span of elements without openers ('that', 'for', commas; of direct speech only joints) and closers; None if
    nothing is left.
    """
    while start < end and (elements[start].has_any(JOINTS) or (not direct and _opens(elements[start], topic=False))):
        direct = direct or elements[start].has("demonstrative")  # 'that, | in spite of prices, …': a clause begins
        start += 1
    last = _without_closers(elements, start, end)
    end = last + 1 if last < end and _ends_in_quotation(elements, start, last) else last
    return (elements[start].start, elements[end - 1].end) if end > start else None


def _ends_in_quotation(elements: list[Element], start: int, closing: int) -> bool:
    """'反对“新冷战|”': whether the mark at `closing` ends a quotation that began in the span."""
    marks = [e.item.text[0] for e in elements[start : closing + 1] if e.item is not None and e.has("quote")]
    closes = elements[closing].has("quote") and marks[-1] in CLOSING
    return closes and sum((m in OPENING) - (m in CLOSING) for m in marks) == 0


def _opens(element: Element, topic: bool) -> bool:
    return any(topic or not entry.get("topic") for entry in element.entries("light_content"))


def _without_closers(elements: list[Element], start: int, end: int) -> int:
    while end > start and (
        elements[end - 1].has_any(CLOSERS)
        or (elements[end - 1].has("infinitive") and elements[end - 1].role in ("of", "at"))  # '…, et | de'
    ):
        end -= 1
    return end


def split_topics(elements: list[Element], start: int, end: int, subject: bool = False) -> list[tuple[Span, str]]:
    """The items of a list of subjects, each the shortest phrase that names it, with the rule that cut it. If they stand
    as the `subject` before their verb, 'at' tells of one of them where it is.
    """
    found: list[tuple[Span, str]] = []
    title = _title(elements, start, end)
    if title:
        return [(title, "title")]
    end = next((n for n in range(start, end) if elements[n].has("stop") or _tells_where(elements, n)), end)
    if start + 1 < end and elements[start].is_kind("date"):  # 'ont examiné | mardi | les conditions'
        start += 1
    setting = opened = False
    items = items_of(elements, without_openers(elements, start, end), end)
    for number, (first, last) in enumerate(items):
        rule = "list" if (first, last) != (start, end) else "phrase"
        again = number and (_is_there_too(elements, items[number - 1], (first, last)) or _is_its(elements, first))
        if found and again:
            found[-1] = ((found[-1][0][0], elements[last - 1].end), found[-1][1])  # 'la paix en Libye | et au Tchad'
            continue
        first = without_openers(elements, first, last)
        if rule == "list" and first < last and elements[first].role:
            first = without_openers(elements, first + 1, last)
        bare = last == first + 1 and elements[first].has("light_noun")
        if bare and any(_is_pursued(elements, *item) for item in items[number + 1 : number + 2]):
            opened = True
            continue
        if opened and first + 1 < last and elements[first].has("light_noun") and elements[first + 1].role == "of":
            first = without_openers(elements, first + 2, last)
        opened = False
        last = next(
            (n for n in range(first + 1, last) if elements[n].has("nest") and not (subject and elements[n].role)), last
        )
        last = _without_brackets(elements, first, last)
        while last > first and (
            elements[last - 1].has_any(CLOSERS)
            or elements[last - 1].role
            or elements[last - 1].is_kind("date")
            or elements[last - 1].has("nest")
        ):
            last -= 1
        if (
            last > first
            and not _vague(elements[first:last])
            and not _is_occasion(elements, first, last)
            and not (rule == "list" and _is_setting(elements, first, last, setting))
        ):
            found.append(((elements[first].start, elements[last - 1].end), rule))
            continue
        setting = last > first and _is_setting(elements, first, last, setting)
    return found


def _tells_where(elements: list[Element], index: int) -> bool:
    """'discussed trade | in a meeting held on Monday': where a phrase ends that is followed by the occasion itself."""
    article, noun = (elements[n] if n < len(elements) else None for n in (index + 1, index + 2))
    if not elements[index].role or article is None or noun is None or index == 0:
        return False
    met = noun.tells_occasion("meeting", "call")
    return article.has("det") and not article.has("definite") and met


def _is_there_too(elements: list[Element], before: tuple[int, int], item: tuple[int, int]) -> bool:
    """'la situation en mer Rouge, | à Gaza | et au Liban': another place of the subject before it."""
    parts = [[e for e in elements[a:b] if not e.has("det") or e.role] for a, b in (before, item)]
    ends = [len(part) > 1 and part[-2].role == "at" and part[-1].is_kind(*PLACES) for part in parts]
    return all(ends) and len(parts[1]) == 2 and len(parts[0]) >= 2


def _is_its(elements: list[Element], first: int) -> bool:
    """'solar power and | its supply chains': what belongs to the subject before it, no comma between."""
    own = elements[first].has("posspron") and any(e.get("of") == "thing" for e in elements[first].entries("posspron"))
    return own and first > 1 and elements[first - 1].has("and") and not elements[first - 2].has("comma")


def _is_pursued(elements: list[Element], first: int, last: int) -> bool:
    """'l'élargissement et | le renforcement de la coopération': an item that tells what becomes of its subject."""
    head = next((n for n in range(first, last) if not (elements[n].has("det") or elements[n].role)), last)
    led = head + 1 < last and elements[head].has("light_noun") and elements[head + 1].role == "of"
    return led or any(" " in entry.phrase for e in elements[first : head + 1] for entry in e.entries("light_content"))


def _title(elements: list[Element], start: int, end: int) -> Span | None:
    """The span of a title between quotation marks that is all there is: 'on the theme "Books, a common good"'."""
    if start >= end or not any(entry.phrase in OPENING for entry in elements[start].entries("quote")):
        return None
    closing = next((n for n in range(start + 1, min(end + 1, len(elements))) if closes_quotation(elements, n)), start)
    return (elements[start + 1].start, elements[closing - 1].end) if closing > start + 1 else None


def without_openers(elements: list[Element], first: int, last: int) -> int:
    """Leave out 'the importance of', 'their shared commitment to', 'efforts by the Allies to'."""
    while first < last:
        if elements[first].has_any(OPENERS) or _opens(elements[first], topic=True):
            first += 1
            continue
        if elements[first].has("how"):
            modal = _modal_after(elements, first, last)
            if not modal:
                break
            first = modal + 1
            continue
        head = first
        while (
            head < min(last, first + HEAD_REACH) and not elements[head].has("light_head") and _qualifies(elements[head])
        ):
            head += 1
        owned = any(e.is_kind("state", "body", "person") for e in elements[first:head])
        after = _after_head(elements, head, last, owned) if head < last else 0
        if not after:
            break
        first = after
    return first


def _modal_after(elements: list[Element], how: int, last: int) -> int:
    """'how | both countries can |': the modal verb of a clause; 0 if it has none."""
    near = range(how + 1, min(last, how + CLAUSE_REACH))
    modal = next((n for n in near if elements[n].has("hypothetical") or elements[n].has("planned")), 0)
    return 0 if any(elements[n].has("comma") or elements[n].has("cut") for n in near if n < modal) else modal


def _qualifies(element: Element) -> bool:
    return element.has_any(
        ("det", "poss", "posspron", "adjective", "light_adjective", "demonym", "and")
    ) or element.is_kind("state", "body")


def _after_head(elements: list[Element], head: int, last: int, owned: bool) -> int:
    """The element after 'efforts … to', if there is such a head with one of its prepositions; else 0. Only plans have
    an owner who is left out too ('the Allies' efforts to', not 'Chad's progress in').
    """
    entries = elements[head].entries("light_head")
    if any(not entry.get("object") for entry in entries):
        return head + 1
    roles = {role for entry in entries for role in entry.get("object").split(",")}
    roles = roles & {"to"} if owned else roles
    if not roles or head + 1 >= last:
        return 0
    if elements[head + 1].role in roles:
        return head + 2
    if "to" not in roles or elements[head + 1].role not in ("by", "of", "between"):
        return 0
    return next((n + 1 for n in range(head + 2, min(last, head + OWNER_REACH)) if elements[n].role == "to"), 0)


def _is_setting(elements: list[Element], first: int, last: int, after: bool) -> bool:
    """'…, including in Lebanon and | the Red Sea': an item that only says where, or goes on from one that does."""
    while first < last and elements[first].has("det"):
        first += 1
    governed = first > 0 and elements[first - 1].role == "at"
    named = last == first + 1 and bool(elements[first].mentions)
    return named and (governed or (after and elements[first].is_kind("place", "state", "region")))


def _without_brackets(elements: list[Element], first: int, last: int) -> int:
    """'le Forum | (Lima, mai 2019)': where an item ends that is told more of in brackets; an acronym is part of it."""
    opening = next((n for n in range(first + 1, last) if elements[n].has("open")), last)
    return opening if any(e.has("comma") for e in elements[opening:last]) else last


def _is_occasion(elements: list[Element], first: int, last: int) -> bool:
    """'au programme : | visite du port | et | rencontre avec le recteur |': what took place, and no subject."""
    nouns = [e for e in elements[first].entries("trigger") if e.get("form") == "noun" and not e.get("needs")]
    kinds = {entry.get("kind") for entry in nouns}
    led = first + 1 < last and elements[first + 1].role in ("of", "with", "at")
    return led and first > 0 and bool(kinds & {"visit", "meeting"}) and bool(elements[first - 1].entries("discuss"))


def _vague(elements: list[Element]) -> bool:
    """'these areas', 'them', 'the lecturers': what only points back, or only names people, names no subject."""
    if len(elements) == 1 and elements[0].is_kind("person", "group"):
        return True
    return elements[0].has("demonstrative") or all(e.has_any(("vague", "det", "pron", "others")) for e in elements)
