"""Several people who hold one office, told once in the plural before their names or after them."""

from __future__ import annotations

from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Items

TAIL = 12  # items that say whose or of what an office is: 'Assistants | to the President and Directors of'


def titled_together(items: Items, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each named one in the office that several hold; the office is no group of others."""
    return _titled_after(items, _titled_before(items, mentions))


def _titled_before(items: Items, mentions: list[Mention]) -> list[Mention]:
    """'les sénateurs | Ana Quispe, Ali Saleh et Joe Borg': each of those named after a plural holds the office."""
    found: list[Mention] = []
    for number, m in enumerate(mentions):
        named = (
            _names_after(items, mentions, number) if m.kind in ("group", "plural") or m.rule == "one-of-plural" else []
        )
        for name in named:
            name.post, name.post_kind = m.post, m.post_kind
            name.affiliation, name.affiliation_span = m.affiliation, m.affiliation_span
        if named:
            named[0].first, named[0].start = m.first, m.start
        else:
            found.append(m)
    return found


def _names_after(items: Items, mentions: list[Mention], number: int) -> list[Mention]:
    """The bare names that stand right after a mention, two at least, parted by commas and 'and'."""
    last, names = mentions[number].last, list[Mention]()
    for m in mentions[number + 1 :]:
        between = items.items[last : m.first]
        joined = all(i.has("comma") or i.has("and") for i in between) if names else not between
        bare = m.rule == "name" or (m.rule == "name-of" and m.affiliation is None)  # 'Ana Quispe | (D-OH)'
        if not bare or not joined or (names and not between):
            break
        names.append(m)
        last = m.last
    return names if len(names) > 1 and mentions[number].post else []


def _titled_after(items: Items, mentions: list[Mention]) -> list[Mention]:
    """'Ana Quispe and Ali Saleh, | Assistants to the President and Directors of Policy, |': what stands between commas
    after two bare names says what they are."""
    found: list[Mention] = []
    reached = 0
    for number, m in enumerate(mentions):
        if m.first < reached:
            continue
        ends = _description(items, mentions, number) if m.kind == "group" and m.post and len(found) > 1 else 0
        if ends:
            for name in found[-2:]:
                name.post, name.post_kind = m.post, m.post_kind
                name.affiliation, name.affiliation_span = m.affiliation, m.affiliation_span
            found[-1].last, found[-1].end = ends, items.items[ends - 1].end
            reached = ends
        else:
            found.append(m)
    return found


def _description(items: Items, mentions: list[Mention], number: int) -> int:
    """Where what a group tells of the two names before it ends, at a comma; 0 if it is one of a list."""
    group, pair = mentions[number], mentions[number - 2 : number]
    if len(pair) < 2 or any(m.rule != "name" for m in pair):
        return 0
    joint, comma = items.items[pair[0].last : pair[1].first], items.items[pair[1].last : group.first]
    if not (len(joint) == 1 and joint[0].has("and") and len(comma) == 1 and comma[0].has("comma")):
        return 0
    named = {n for m in mentions[number:] if m.name for n in range(m.first, m.last)}
    for n in range(group.last, min(len(items.items), group.last + TAIL)):
        item = items.items[n]
        if item.has("comma") or item.has("stop"):
            return n if item.has("comma") else 0
        if n in named or item.has("trigger") or item.has("say") or item.has("aux"):
            return 0
    return 0
