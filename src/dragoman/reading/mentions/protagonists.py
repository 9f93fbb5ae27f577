"""Whose talks a text tells of that begins with 'the two heads of state' and names them only as they speak."""

from __future__ import annotations

from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Items

TWO = 2


def protagonists(items: Items) -> list[Mention]:
    """The first two who are named as they open a sentence with what they say ('总统甲表示', '甲指出'); [] if there are
    not two, or if somebody is named before the first sentence ends.
    """
    found: dict[str, Mention] = {}
    opened = False
    for index, (item, following) in enumerate(zip(items.items, items.items[1:], strict=False)):
        opened = opened or item.has("stop")
        if not item.has("name"):
            continue
        if not opened:
            return []
        before = items.items[index - 1] if index else None
        if following.has("say") and before is not None and (before.text == "\n" or before.has("stop")):
            span = (item.start, item.end)
            foreign = item.get("name", "form") == "foreign"
            mention = Mention("person", "protagonist", index, index + 1, *span, name=span, foreign=foreign)
            found.setdefault(item.text, mention)
        if len(found) == TWO:
            return list(found.values())
    return []
