"""Events that no pattern knows, by the verb that they stand before or after.

'江海论坛17日在甲市开幕', '出席在甲市举行的江海生态研讨班'.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.mentions.finding import cuts_marks, event_mention
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Item, Items
from dragoman.reading.text.sentences import Sentence

LONGEST, SHORTEST = 22, 2  # items of a name
RELATIVE_REACH = 14  # items of a clause that tells where and by whom an event is held
ENDS = ("comma", "stop", "semicolon", "say", "presence")
BETWEEN = ("role", "aux", "adverb", "localtime", "dayhalf")
AFTER_NAME = ("comma", "stop", "semicolon", "aux", "rel", "nestafter", "eventpart", "and", "say", "afterwards")


def with_gatherings(items: Items, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the events that only their verb shows; a wider name takes the place of its parts."""
    for first, last in _names(items, sentence, mentions):
        inside = [m for m in mentions if m.first < last and first < m.last]
        known = any(m.kind == "event" and m.first <= first and last <= m.last for m in inside)
        whole = all(first <= m.first and m.last <= last for m in inside)
        remembers = any(items.items[n].has("commemorates") for n in range(first, last))
        others = ("date",) if remembers else ("date", "person")
        if known or not whole or any(m.kind in others and m.rule != "name" for m in inside):
            continue
        rest = [m for m in mentions if m not in inside]
        mentions = sorted([*rest, event_mention(items, first, last, sentence)], key=lambda m: m.first)
    return mentions


def _names(items: Items, sentence: Sentence, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    for n in range(sentence.first, sentence.last):
        entries = [e for e in items.items[n].entries if e.category == "trigger" and e.get("kind") == "conference"]
        during = n > sentence.first and items.items[n].get("nestafter", "during") and _is_event(items.items[n - 1])
        if not entries and not during:
            continue
        found = (
            _before(items, sentence, mentions, n)
            if all(e.get("opens") for e in entries)
            else _after(items, sentence, mentions, n)
        )
        if found is not None:
            yield found


def _before(items: Items, sentence: Sentence, mentions: list[Mention], verb: int) -> tuple[int, int] | None:
    """'|江海论坛|17日在甲市隆重|开幕': from the start of the clause to what tells when and where."""
    kinds = ("date", "place", "state")
    placed = {n for m in mentions if m.kind in kinds or _seat(items, m) for n in range(m.first, m.last)}
    end = verb
    while end > sentence.first and (end - 1 in placed or items.items[end - 1].has_any(BETWEEN)):
        end -= 1
    start = end
    while start > sentence.first and not _bounds(items.items[start - 1]) and end - start < LONGEST:
        start -= 1
    while start < end and (items.items[start].has("role") or items.items[start].has("aux")):
        start += 1  # '并|在|论坛期间'
    if not items.items[verb].has("trigger"):  # '双方相约|在|论坛期间'
        start = max((n + 1 for n in range(start, end) if items.items[n].get("role", "r") == "at"), default=start)
    return _named(items, _after_relative(items, start, end), end, held=items.items[verb].has("trigger"))


def _seat(items: Items, mention: Mention) -> bool:
    """'论坛在|清河大学|举行': an institution where an event is held."""
    return mention.kind == "org" and mention.first > 0 and items.items[mention.first - 1].get("role", "r") == "at"


def _after(items: Items, sentence: Sentence, mentions: list[Mention], verb: int) -> tuple[int, int] | None:
    """'出席|在甲市举行的|江海论坛|并致辞': to the last noun of an event before the clause goes on."""
    start = _after_relative(items, verb + 1, min(sentence.last, verb + RELATIVE_REACH))
    end = start
    while end < sentence.last and not _goes_on(items, start, end) and end - start < LONGEST:
        end += 1
    while end > start and not _is_event(items.items[end - 1]):
        end -= 1
    return _named(items, start, end)


def _goes_on(items: Items, start: int, index: int) -> bool:
    """Whether the clause goes on after a name; '和' may stand in one that has not come to its noun."""
    joint = items.items[index].has("and") and index > start and not _is_event(items.items[index - 1])
    return not joint and items.items[index].has_any(AFTER_NAME)


def _after_relative(items: Items, start: int, end: int) -> int:
    """After '由甲主办的', '在甲市举行的', '为期三天的'."""
    for n in range(start + 1, end):
        before = items.items[n - 1]
        holds = any(e.get("opens") for e in before.entries) or before.has("organises") or before.has("stretch")
        if items.items[n].has("rel") and holds:
            return n + 1
    return start


def _named(items: Items, start: int, end: int, held: bool = False) -> tuple[int, int] | None:
    last = items.items[end - 1]
    fits = SHORTEST <= end - start <= LONGEST and (_is_event(last) or (held and bool(last.get("eventweak", "held"))))
    if not fits or cuts_marks(items, start, end):
        return None
    return None if any(_bounds(items.items[n]) for n in range(start, end)) else (start, end)


def _is_event(item: Item) -> bool:
    return item.has("eventnoun")


def _bounds(item: Item) -> bool:
    held = any(e.category == "trigger" and e.get("kind") not in ("conference", "meeting") for e in item.entries)
    named = item.has("eventnoun") or item.has("noun")
    return item.has_any(ENDS) or item.has("det") or item.has("pron") or (held and not named)
