"""Where somebody else begins to speak, among the words of whoever is speaking."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention


def takes_the_word(elements: list[Element], index: int) -> bool:
    """'甲说，…；乙|则|建议…': somebody else, named after a semicolon or set against him, speaks next."""
    before = index - 1
    while before > 0 and (elements[before].has("aux") or elements[before].has("adverb")):
        before -= 1
    named = elements[before].is_kind("person") and elements[before].mentions[0].name is not None
    opens = before == 0 or elements[before - 1].has("semicolon")
    set_against = any(e.has("contrast") for e in elements[before + 1 : index])
    return named and (opens or (set_against and elements[before - 1].has("comma")))


def thanks_for(elements: list[Element], index: int) -> list[Mention]:
    """'|乙|对甲国的支持|表示感谢': who opens the clause of a verb after what it regards, whoever is named there."""
    start = index
    while start and not elements[start - 1].has_any(("comma", "stop", "semicolon")):
        start -= 1
    told = start + 1 < index and elements[start].is_kind("person") and elements[start + 1].role in ("to", "for")
    return list(elements[start].mentions) if told and elements[start].mentions[0].name else []


def opened_by_name(elements: list[Element], waiting: Waiting) -> bool:
    """'乙感谢甲的支持': somebody else begins to speak, told by a verb that only names what he said."""
    opener = elements[0]
    return (
        opener.is_kind("person")
        and opener.mentions[0].name is not None
        and len(waiting.subject) == 1
        and waiting.subject[0] is opener.mentions[0]
    )
