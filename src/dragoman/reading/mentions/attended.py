"""Events that nothing in their name shows, by the verb that they stand beside.

'attended | AfricaTech Days', '| The Blue Dialogue, hosted by Peru, | kicked off'.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.pattern import Grammar
from dragoman.reading.mentions.finding import event_mention
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Items
from dragoman.reading.text.sentences import Sentence

ASIDE_REACH = 14  # items between an event and its verb
SETTING = ("at", "on")  # what follows a verb that says of an event that it opened, and not of somebody


def with_attended(items: Items, sentence: Sentence, mentions: list[Mention], grammar: Grammar) -> list[Mention]:
    """The mentions with those events in the place of what a name alone may be: a person or an institution."""
    for first, last in _names(items, sentence, grammar):
        inside = [m for m in mentions if m.first < last and first < m.last]
        told = any(m.kind in ("event", "date") or m.post or m.first < first or last < m.last for m in inside)
        if not told:
            kept = [m for m in mentions if m not in inside]
            mentions = sorted([*kept, event_mention(items, first, last, sentence)], key=lambda m: m.first)
    return mentions


def _names(items: Items, sentence: Sentence, grammar: Grammar) -> Iterator[tuple[int, int]]:
    for number in range(sentence.first, sentence.last):
        item, name = items.items[number], None
        if item.has("attends"):
            name = _after(items, number, sentence, grammar)
        elif item.has("befalls"):
            name = _before(items, number, sentence, grammar)
        if name is not None:
            yield name


def _after(items: Items, verb: int, sentence: Sentence, grammar: Grammar) -> tuple[int, int] | None:
    """The name that follows a verb or noun of attending, a preposition and an article between."""
    first = verb + 1
    while first < min(sentence.last, verb + 3) and (items.items[first].has("det") or items.items[first].has("role")):
        first += 1
    return _match(items, first, sentence, grammar)


def _before(items: Items, verb: int, sentence: Sentence, grammar: Grammar) -> tuple[int, int] | None:
    """The name that opens the sentence whose verb says that it took place, an aside between commas between."""
    ahead = items.items[verb + 1] if verb + 1 < sentence.last else None
    if items.items[verb].get("befalls", "needs") and (ahead is None or ahead.get("role", "r") not in SETTING):
        return None
    first = sentence.first + items.items[sentence.first].has("det")
    name = _match(items, first, sentence, grammar)
    if name is None or not name[1] <= verb <= name[1] + ASIDE_REACH:
        return None
    if name[1] - name[0] == 1 and items.items[name[0]].has("trigger"):
        return None  # '| Talks | were held'
    between = items.items[name[1] : verb]
    aside = len(between) > 1 and between[0].has("comma") and between[-1].has("comma")
    return name if aside or all(item.has("aux") for item in between) else None


def _match(items: Items, first: int, sentence: Sentence, grammar: Grammar) -> tuple[int, int] | None:
    for rule in grammar.rules:
        found = grammar.match_rule_at(rule, items.codes, first, sentence.last)
        if found is not None:
            return found.groups["event"][0]
    return None
