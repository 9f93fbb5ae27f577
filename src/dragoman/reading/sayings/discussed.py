"""What two sides talk about where the subjects stand before the verb, or run on after it: '双方就甲、乙等交换意见'.

A list yields an item each. The words for the manner of talking, for being a subject at all ('…等议题', '…的可能性') and
the verb that only says what is to become of it ('扩大…') are left out.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Span
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.phrases import trim

ENDS = ("stop", "semicolon", "nestafter", "say")
OWNERS = ("state", "body", "plural", "org")
GENERIC = ("topic_tail", "generic", "rel", "adverb", "aux", "vague", "qualifier", "and")
OWNED = 2  # elements of each of two nouns that one phrase owns
PLACES = ("state", "region", "place")
OWNER_REACH = 7  # elements in which '两国在…' must come to its preposition


def subjects(elements: list[Element], start: int, end: int, whole: bool = False) -> list[Span]:
    """The spans of the subjects listed between two elements, each the shortest phrase that names it. `whole`: all of
    it is what was agreed on.
    """
    end = _without_partner(elements, start, end)
    end = next((n for n in range(start, end) if any(m.get("held") for m in elements[n].entries("manner"))), end)
    while end > start and (elements[end - 1].has("manner") if whole else _is_manner(elements[end - 1])):
        end -= 1
    if whole:
        while end > start and elements[end - 1].has("others") and elements[end - 1].item is not None:
            end -= 1
        span = spanned(elements, start, end)
        return [span] if span else []
    owner = _after_owner(elements, start, end)
    if owner > start and elements[owner - 1].role == "at":
        end = _without_field(elements, owner, end)
    spans = (spanned(elements, *_shortest(elements, a, b, closes)) for a, b, closes in _parts(elements, start, end))
    return [span for span in spans if span and span[1] - span[0] > 1]


def spanned(elements: list[Element], first: int, last: int) -> Span | None:
    """The span without openers and closers, but with the mark that opens a quotation inside it."""
    span = trim(elements, first, last)
    marks = sum(e.has("quote") for e in elements[first : last - 1])
    return (elements[first].start, span[1]) if span and marks == 2 and elements[first].has("quote") else span


def list_end(elements: list[Element], start: int) -> int:
    """Where a list that begins after a verb ends: at a stop, or at a comma after which no 'and' goes on."""
    for index in range(start, len(elements)):
        if elements[index].has_any(ENDS) and not _only_named(elements, start, index):
            return index
        if elements[index].has("comma") and not (index + 1 < len(elements) and elements[index + 1].has("and")):
            return index
    return len(elements)


def _only_named(elements: list[Element], start: int, index: int) -> bool:
    """'讨论了教师培训|倡议|和教育筹资': a word for saying that is also a noun, after what it is named by."""
    before, after = elements[index - 1], elements[index + 1 : index + 2]
    named = index > start and (before.has("field") or before.has("noun")) and elements[index].has("noun")
    return named and (not after or after[0].has_any(("and", "stop", "others", "topic_tail")))


def _without_partner(elements: list[Element], start: int, end: int) -> int:
    """'就教育合作|同法方交换意见': where the partner begins who stands after the subjects."""
    for index in range(end - 1, start, -1):
        talkers = index + 1 < end and (elements[index + 1].pronoun or elements[index + 1].is_kind("person"))
        if elements[index].has("comma") and talkers:  # '就甲、乙等议题，|双方深入交换意见'
            rest = elements[index + 1 : end]
            among = all(e.is_kind("person") or e.pronoun or e.role == "with" or _is_manner(e) for e in rest)
            return index if among else end
        if elements[index].role == "with" and index + 1 < end:
            after = elements[index + 1]
            alone = all(e.is_party or e.has("and") or _is_manner(e) for e in elements[index + 2 : end])
            return index if alone and (after.is_party or after.pronoun or after.has("ours")) else end
    return end


def _is_manner(element: Element) -> bool:
    return element.has("manner") or element.has("adverb") or element.has("comma")


def _parts(elements: list[Element], start: int, end: int) -> list[tuple[int, int, bool]]:
    """The items of a list, and whether each closes it: what follows it may be but the word for a subject."""
    found: list[tuple[int, int, bool]] = []
    first = start
    quoted = _title(elements, start, end)
    for index in range(start, end):
        element = elements[index]
        if quoted[0] < index < quoted[1]:
            continue
        others = element.item is not None and element.has("others") and index > first
        light = index > first and all(_is_light(e) for e in elements[first:index])  # '恢复|和|重启各领域合作'
        joint = _joins(elements, index) and not (
            (light and element.has("and"))
            or _shares_head(elements, first, index)
            or _shares_owner(elements, first, index, end)
        )
        if others or joint:
            found.append((first, index, others))
            first = index + 1
            if others and _is_generic(elements, first, _before_partner(elements, first, end)):
                return found
    return [*found, (first, end, True)]


def _title(elements: list[Element], start: int, end: int) -> tuple[int, int]:
    """Where a title between marks begins and ends that is all there is ('围绕“甲与乙”|主题'); an empty range else."""
    marks = [n for n in range(start, end) if elements[n].has("quote")]
    alone = len(marks) == 2 and marks[0] == start and all(e.has("topic_tail") for e in elements[marks[1] + 1 : end])
    return (marks[0], marks[1]) if alone else (end, end)


def _shares_owner(elements: list[Element], first: int, joint: int, end: int) -> bool:
    """'改革方面的|经验|和|做法': two nouns that one phrase owns, at the end of the list."""
    owner = max((n for n in range(first, joint) if elements[n].has("rel")), default=-1)
    rest = elements[joint + 1 : end]
    return elements[joint].has("and") and 0 < joint - owner - 1 <= OWNED and owner > first and 0 < len(rest) <= OWNED


def _joins(elements: list[Element], index: int) -> bool:
    """A word between two items; 'with' is one too where no party stands before it ('课程共建与学分互认')."""
    element = elements[index]
    beside = [e for e in (elements[index - 1], elements[index + 1] if index + 1 < len(elements) else None) if e]
    between = element.role == "with" and not any(e.is_party or e.pronoun for e in beside)
    return element.has("and") or element.has("comma") or between


def _shares_head(elements: list[Element], first: int, joint: int) -> bool:
    """'国际|和|地区问题', '中东|和|海湾局势': what only qualifies stands before the joint, the noun follows later."""
    if joint > first and elements[joint - 1].has("qualifier"):
        return True
    while first < joint and (elements[first].has("adverb") or _is_light(elements[first])):
        first += 1
    places = all(e.is_kind(*PLACES) for e in elements[first:joint]) and joint > first
    after = elements[joint + 1 : joint + 3]
    return places and len(after) > 1 and after[0].is_kind(*PLACES) and not (_ends_item(after[1]) or after[1].has("and"))


def _ends_item(element: Element) -> bool:
    return element.has("comma") or element.has("others") or element.has("discuss")


def _is_generic(elements: list[Element], start: int, end: int) -> bool:
    """'…等|领域的务实合作': what follows 'and others' names no subject of its own."""
    return all(e.is_kind("region") or e.has_any(GENERIC) for e in elements[start:end])


def _before_partner(elements: list[Element], start: int, end: int) -> int:
    """'…等内容|与外方高校': where somebody begins with whom it is discussed, right after the word for a subject."""
    after = start + 1
    tail = after < end and elements[start].has("topic_tail") and elements[after].role == "with"
    return after if tail else end


def _shortest(elements: list[Element], first: int, last: int, closes: bool) -> tuple[int, int]:
    first = _after_owner(elements, first, last)
    while first < last - 1 and _is_passed(elements, first) and not _does_there(elements, first, last):
        first += 1
    while closes and last - 1 > first and elements[last - 1].has("topic_tail"):
        before = elements[last - 2]
        if elements[last - 1].entries("topic_tail")[0].get("kept"):
            break
        heads = (before, elements[first]) if elements[last - 1].entries("topic_tail")[0].get("noun") else (before,)
        bare = any(e.has(c) for e in heads for c in ("qualifier", "adverb", "adjective"))
        noun = elements[last - 1].entries("topic_tail")[0].get("noun")
        if (
            before.mentions
            or (bare and last - 2 == first)
            or (noun and (bare or before.has("rel") or before.has("manner")))
        ):
            break
        last -= 1
    return first, last


def _is_passed(elements: list[Element], first: int) -> bool:
    """'恢复|和|重启…': a light word, or the 'and' between two."""
    between = elements[first].has("and") and _is_light(elements[first - 1]) and _is_light(elements[first + 1])
    return _is_light(elements[first]) or (first > 0 and between)


def _is_light(element: Element) -> bool:
    """'进一步', '扩大', and what is left of '当前|的'."""
    return element.has("rel") or any(entry.get("topic") for entry in element.entries("light_content"))


def _does_there(elements: list[Element], first: int, last: int) -> bool:
    """'在甲国设立分校': what is to be done there."""
    there = elements[first].role == "at" and first + 2 < last and elements[first + 1].is_kind(*PLACES)
    return there and elements[first + 2].has("verb")


def _without_field(elements: list[Element], first: int, last: int) -> int:
    """'在甲|方面的合作': what is done in a field that '在' opens goes without saying."""
    at = next((n for n in range(last - 1, first, -1) if elements[n].has("topic_tail")), last)
    return at if at < last and _is_generic(elements, at, last) else last


def _after_owner(elements: list[Element], first: int, last: int) -> int:
    """'加强两国|在…': whose cooperation it is goes without saying."""
    for index in range(first, min(last - 1, first + OWNER_REACH)):
        element = elements[index]
        if element.role == "at":
            return index + 1
        light = element.role == "with" or any(entry.get("topic") for entry in element.entries("light_content"))
        if not (light or element.is_kind(*OWNERS) or element.pronoun or element.has("side") or element.has("and")):
            return first
    return first
