"""The modal word at the head of a clause of speech ('愿' pledged, '要' proposed, '坚持' stated), and whose it is."""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.model import Act
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.acts import ACTS

LEAD = 7  # elements that may stand before the modal word of a clause
SKIPPED = ("aux", "also", "others", "each", "together", "quote", "det")
DOING = ("verb", "adverb", "aux", "light_content", "manner", "trigger", "modal")


def opening(elements: list[Element], start: int, end: int, sides: frozenset[str]) -> tuple[int, Act] | None:
    """Where the content of a clause begins after the modal word near its head, and its act. The subject is left out
    before it, but not before a statement that is about both sides or another one ('双方始终相互尊重').
    """
    plain = True
    for index in range(start, min(end, start + LEAD)):
        element = elements[index]
        if element.has("negation"):
            continue
        entry = _modal(elements, index, start, end)
        if entry is not None and (plain or entry.get("strong")):
            if index > start and elements[index - 1].has("negation"):
                asks = entry.get("act") == "proposed" and entry.get("strong") and not entry.get("wish")
                return index - 1, ACTS["proposed" if asks else "stated"]
            subject = elements[start:index]
            by_itself = index > start and (elements[index - 1].has("prospect") or _is_deed(elements, start, index))
            if entry.get("strong") == "keep" and (not plain or by_itself or _of_two(subject)):
                return start, ACTS["stated" if by_itself or _of_two(subject) else "pledged"]
            if entry.get("own") and subject:  # '主席提出全球发展倡议，…' tells of what he did
                return start, ACTS["stated"]
            drop = entry.get("drop", "no" if entry.get("act") == "stated" else "yes") == "yes"
            if drop and entry.get("drops") == "hearers":
                return after_hearers(elements, index + 1, end), ACTS[entry.get("act")]
            about_others = entry.get("act") == "stated" and not drop and (_joint(subject) or _foreign(subject, sides))
            return (start if about_others else index + 1 if drop else index), ACTS[entry.get("act")]
        plain = plain and (is_subject(element) or element.has_any(SKIPPED) or element.has("subject_drop"))
    return None


def _is_deed(elements: list[Element], start: int, index: int) -> bool:
    """'课堂|的|设立|将提供便利': whether the subject is something done, not somebody who does."""
    owned = index - 2 > start and elements[index - 2].has("rel")
    return owned and not is_subject(elements[index - 1]) and elements[index - 1].has("verb")


def after_hearers(elements: list[Element], start: int, end: int) -> int:
    """'勉励|同学们|学好本领', '勉励|他们|…': where what is said begins, after those who are spoken to."""
    if start + 1 >= end or elements[start + 1].has("rel"):
        return start
    hearer = elements[start].pronoun or elements[start].is_kind("group") or elements[start].has("hearer")
    return start + 1 if hearer else start


def takes_hold(element: Element) -> bool:
    """'宣布，|将|双方关系提升为…': the word of what is to come, or of what is acted on."""
    return any(entry.get("strong") == "keep" for entry in element.entries("modal"))


def foretells(elements: list[Element], start: int, end: int) -> bool:
    """'|将|带来机遇', '|也将|带来机遇': a clause that opens with the word of what is to come."""
    at = start + 1 if elements[start].has("aux") else start
    return at < end and takes_hold(elements[at]) and _modal(elements, at, start, end) is not None


def _modal(elements: list[Element], index: int, start: int, end: int) -> Entry | None:
    """The entry of a modal word; '将双方共识转化为行动' has none, nor has '中希' with one that is also a short name."""
    after = elements[index + 1] if index + 1 < end else None
    for terse in elements[index].entries("terse"):
        named = index > start and elements[index - 1].has("short")
        return None if named or after is None or not (after.role or _does(after) or after.pronoun) else terse
    entry = next(iter(elements[index].entries("modal")), None)
    if entry is not None and entry.get("own") and after is not None and (after.has("rel") or after.has("aux")):
        return None  # '提出的倡议'
    acted_on = entry is not None and entry.get("strong") == "keep" and after is not None and not _does(after)
    return None if acted_on else entry


def _does(element: Element) -> bool:
    return bool(element.role) or element.has_any(DOING) or not (element.mentions or _names(element))


def _names(element: Element) -> bool:
    return bool(element.pronoun) or element.has_any(("noun", "short", "field", "subject_drop", "quote"))


def _of_two(subject: list[Element]) -> bool:
    """'中马将迎来…': two states by their short names."""
    return sum(e.has("short") for e in subject) > 1


def _joint(subject: list[Element]) -> bool:
    return _of_two(subject) or any(e.pronoun == "they" or len(e.mentions) > 1 for e in subject)


def _foreign(subject: list[Element], sides: frozenset[str]) -> bool:
    codes = {e.mentions[0].affiliation or e.mentions[0].country for e in subject if e.is_kind("state", "body")}
    return bool(sides and codes and None not in codes and not codes & sides)


def is_subject(element: Element) -> bool:
    """Whether an element may stand before the modal word of its clause as who does it."""
    if element.mentions:
        return element.mentions[0].kind in ("state", "person", "body", "plural", "region", "org", "group")
    return (
        bool(element.pronoun)
        or element.has("name")
        or (element.has("short") and not element.has("negation"))
        or element.has("orgnoun")
        or element.has("postmod")
        or element.has("subject_drop")
    )
