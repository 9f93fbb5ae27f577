"""People of several institutions: 'lecturers from Lima Polytechnic and the University of Oslo'; several offices of one
state: 'with the President and the Prime Minister of Chad'."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.mentions.affiliations import as_written
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Item, Items

INSTITUTIONS = frozenset({"organ", "agency", "acronym", "body", "org"})  # rules, up to their first dash
JOINTS = ("comma", "and", "det")


def of_several(items: Items, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each group whose words end with an institution, and those listed after it, as a group of each;
    as one group if all are organs of one state or body."""
    found: list[Mention] = []
    number = 0
    while number < len(mentions):
        group = mentions[number]
        inside = number + 1 < len(mentions) and mentions[number + 1].first < group.last  # of a list spread out
        others = _listed(items, mentions, number) if group.ends_in_institution and not inside else []
        shared = _shared(items, group, others) if others else []
        for sibling in found[len(found) - group.list_size + 1 :] if shared else ():  # of the list that goes on
            sibling.last, sibling.end = shared[0].last, shared[0].end
        found.extend(shared or [group])
        number += 1 + (len(others) if shared else 0)
    return found


def _listed(items: Items, mentions: list[Mention], number: int) -> list[Mention]:
    """The institutions that go on the list at whose first member a group ends; [] unless 'and' closes the list."""
    group, last, closed = mentions[number], mentions[number].last, False
    others: list[Mention] = []
    for m in mentions[number + 1 :]:
        if m.first == last + 1 and items.items[last].has("open") and items.items[m.last].has("close"):
            last = m.last + 1  # 'the Agency | (AUF)'
            continue
        between = items.items[last : m.first]
        of_body = group.affiliation is not None and len(group.affiliation) > 2
        company = m.rule == "name" and of_body and group.list_size == 1
        joined = bool(between) and all(i.has_any(JOINTS) or _is_of(i) for i in between)
        opened = bool(between) and (between[0].has("comma") or between[0].has("and"))
        if closed or not joined or not opened or not (m.rule.partition("-")[0] in INSTITUTIONS or company):
            break
        closed = any(i.has("and") for i in between)
        others.append(m)
        last = m.last
    return others if closed else []


def _is_of(item: Item) -> bool:
    """'the delegates of the Agency, | of | the Bureau': the preposition told again before a member."""
    return item.get("role", "r") == "of"


def _shared(items: Items, group: Mention, others: list[Mention]) -> list[Mention]:
    """[] where the organs of a state are listed with others."""
    last, end = others[-1].last, others[-1].end
    tells = [
        (as_written(items, (m.first, m.last)) if m.rule == "name" else m.affiliation, m.affiliation_span or m.name)
        for m in others
    ]
    start = group.post[0] if group.post else group.start
    if all(affiliation == group.affiliation for affiliation, _ in tells):
        return [replace(group, last=last, end=end, post=(start, end))]
    if group.head is None or group.affiliation is None or any(affiliation is None for affiliation, _ in tells):
        return []
    told = [(group.affiliation, group.affiliation_span), *tells]
    one = replace(group, last=last, end=end, post=group.head, list_size=len(told))
    return [replace(one, affiliation=affiliation, affiliation_span=span) for affiliation, span in told]


def of_one_state(items: Items, mentions: list[Mention]) -> None:
    """'with | the President | and the | Prime Minister of Chad': those whom somebody meets are of the state told after
    the last of them."""
    number = 0
    while number < len(mentions):
        listed = list(_offices(items, mentions, number))
        last = listed[-1] if listed else mentions[number]
        if len(listed) > 1 and _is_met(items, listed[0]) and last.affiliation_span and last.post:
            for m in listed[:-1] if last.affiliation_span[0] > last.post[0] else []:
                m.affiliation, m.affiliation_span = last.affiliation, last.affiliation_span
        number += max(1, len(listed))


def _offices(items: Items, mentions: list[Mention], number: int) -> Iterator[Mention]:
    """The offices that are listed from a mention on, those before the last neither named nor told to be of a state."""
    for m, after in itertools.zip_longest(mentions[number:], mentions[number + 1 :]):
        if m.kind != "person" or m.post is None:
            return
        yield m
        between = items.items[m.last : after.first] if after is not None else ()
        joined = bool(between) and all(i.has_any((*JOINTS, "aux")) for i in between)
        if m.name or m.affiliation or not joined:
            return


def _is_met(items: Items, first: Mention) -> bool:
    """Whether a preposition that leads to those who are met stands before a mention, or a verb of meeting."""
    before = first.first - 1
    while before > 0 and (items.items[before].has("det") or items.items[before].has("aux")):
        before -= 1
    item = items.items[max(before, 0)]
    return item.get("role", "r") in ("with", "by") or any(
        e.get("form") == "verb" and "obj" in e.get("args").split(",") for e in item.entries if e.category == "trigger"
    )
