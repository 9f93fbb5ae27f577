"""What only those already known can tell.

A word that opens a sentence is a name if it is somebody's, one after 'à' a town if it is nobody's; 'the Secretary and
Foreign Minister Silva' are two people if somebody else is known to be the Secretary, 'the President and Vice President
Silva' are two in any case.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Roster
from dragoman.reading.text.items import Items


def told_apart(mentions: list[Mention], items: Items, roster: Roster) -> list[Mention]:
    """The mentions without doubtful names, and with those of two offices before one name parted where the first is
    another known person's."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.doubtful and not roster.knows(mention.name):
            continue
        if _is_town(mention, items) and not roster.knows(mention.name):
            found.append(replace(mention, kind="place", rule="town-by-its-place", locality=mention.name, name=None))
            continue
        found.extend(
            _parted(mention, items, roster)
            if mention.kind == "person" and mention.name and mention.post and mention.post[0] < mention.name[0]
            else [mention]
        )
    return found


def _is_town(mention: Mention, items: Items) -> bool:
    """'est arrivée à | Dapaong': a single capitalised word where a town stands."""
    single = mention.rule == "name" and mention.last == mention.first + 1 and mention.first > 0
    return single and items.items[mention.first - 1].has("townward") and "cap" in items.items[mention.first].categories


def _parted(mention: Mention, items: Items, roster: Roster) -> list[Mention]:
    assert mention.post is not None
    start, end = mention.post
    within = [
        n for n in range(mention.first, mention.last) if start <= items.items[n].start and items.items[n].end <= end
    ]
    joint = next((n for n in within[1:-1] if items.items[n].has("and")), -1)
    if joint < 0 or not any(items.items[n].has("posthead") for n in within if n > joint):
        return [mention]  # 'Minister of Culture and | Media' is one office
    first = (start, items.items[joint - 1].end)
    known = roster.holder(first)
    others = items.items[joint - 1].has("head_of_state") and items.items[joint + 1].has("never_head_of_state")
    if not others and (known is None or known is roster.known(mention)):
        return [mention]
    return [
        replace(mention, name=None, post=first, affiliation=None, affiliation_span=None, end=first[1]),
        replace(mention, post=(items.items[joint + 1].start, end)),
    ]
