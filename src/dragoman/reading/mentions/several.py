"""People of several institutions: 'lecturers from Lima Polytechnic and the University of Oslo'."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.mentions.affiliations import as_written
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Items

INSTITUTIONS = frozenset({"organ", "agency", "acronym", "body", "org"})  # rules, up to their first dash
JOINTS = ("comma", "and", "det")


def of_several(items: Items, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each group whose words end with an institution, and those listed after it, as a group of each;
    as one group if all are organs of one state or body."""
    found: list[Mention] = []
    number = 0
    while number < len(mentions):
        group = mentions[number]
        others = _listed(items, mentions, number) if group.ends_in_institution else []
        shared = _shared(items, group, others) if others else []
        found.extend(shared or [group])
        number += 1 + (len(others) if shared else 0)
    return found


def _listed(items: Items, mentions: list[Mention], number: int) -> list[Mention]:
    """The institutions that go on the list at whose first member a group ends; [] unless 'and' closes the list."""
    group, last, closed = mentions[number], mentions[number].last, False
    others: list[Mention] = []
    for m in mentions[number + 1 :]:
        between = items.items[last : m.first]
        company = m.rule == "name" and group.affiliation is not None and len(group.affiliation) > 2
        joined = bool(between) and all(any(i.has(c) for c in JOINTS) for i in between) and not between[0].has("det")
        if closed or not joined or not (m.rule.partition("-")[0] in INSTITUTIONS or company):
            break
        closed = any(i.has("and") for i in between)
        others.append(m)
        last = m.last
    return others if closed else []


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
