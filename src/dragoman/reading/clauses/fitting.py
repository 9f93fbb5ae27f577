"""Which frame of a verb its arguments fit, and how far a coordination of them goes, where verbs stand last."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import is_state


def fitting(entries: list[Entry], objects: list[Mention], waiting: Waiting) -> Entry | None:
    """Of several frames of one word, the one whose arguments are there."""
    for entry in entries:
        if entry.get("needs") == "inside":
            if waiting.stage and waiting.subject:
                return entry
            continue
        args = entry.get("args").split(",")
        kinds = {m.kind for m in objects}
        if "event" in args and "event" not in kinds and not (entry.get("chair") and not objects and waiting.subject):
            continue
        if entry.get("needs") == "obj" and not kinds & {"person", "group"}:
            continue
        honours = entry.get("needs") == "award"
        if honours and not (waiting.awarding and any(m.kind == "person" for m in [*objects, *waiting.goals])):
            continue
        if entry.get("needs") == "attend" and not (waiting.attending or (waiting.holding and entry.get("held"))):
            continue
        if entry.get("needs") == "look" or (entry.get("needs") == "witness" and not waiting.witness):
            continue
        if entry.get("only") == "sites" and not kinds & {"org", "body"}:
            continue
        return entry
    return None


def points_back(elements: list[Element], verb: int, end: int) -> int:
    """'访问|两校', '访问|该校', '对两国|进行访问': the index after a verb and the word that takes up those who
    invited; 0 if there is none.
    """
    if verb + 1 < end and (elements[verb + 1].pronoun == "they" or elements[verb + 1].has("det")):
        return verb + 2
    region = verb > 2 and elements[verb - 2].is_kind("region")  # '赴|中亚|两国|访问'
    before = elements[verb - 1] if verb > 1 and elements[verb - 2 - region].role == "to" else None
    return verb + 1 if before is not None and counts_states(before) else 0


def counts_states(element: Element) -> bool:
    """'两国', '三国': a word for several states, with or before no names of theirs."""
    return element.pronoun == "they" or any(e.get("kind") == "mixed" for e in element.entries("groupmod"))


def seats_of(inviting: list[Mention]) -> list[Mention]:
    """The countries of those who invite, as far as they are told."""
    found = []
    for m in inviting:
        if m.kind in ("state", "place"):
            found.append(m)
        elif m.country:
            found.append(replace(m, kind="place", rule="city", affiliation=None, locality=None))
        elif m.kind == "person" and m.affiliation_span and is_state(m.affiliation):
            found.append(replace(m, kind="state", rule="state", name=None, post=None))
    return found


def possessed(elements: list[Element], index: int) -> bool:
    """Whether a mention is only part of a longer phrase: '总统的问候'."""
    return index < len(elements) and elements[index].has("rel")


def listing(elements: list[Element], index: int) -> tuple[list[Mention], int]:
    """A coordination that begins at `index`: its members and the index after it."""
    members = list(elements[index].mentions)
    position = index + 1
    while position < len(elements):
        ahead = position
        while ahead < len(elements) and (elements[ahead].has("others") or elements[ahead].has("hon")):
            ahead += 1
        titled = (
            ahead + 1 < len(elements)
            and elements[ahead].has("comma")
            and _titled(elements[position - 1])
            and _titled(elements[ahead + 1])
        )
        if titled or (
            ahead + 1 < len(elements)
            and elements[ahead].has("and")
            and (elements[ahead + 1].is_party or elements[ahead + 1].is_kind("place", "event", "region"))
        ):  # '省委书记甲，省委副书记乙'
            members.extend(elements[ahead + 1].mentions)
            position = ahead + 2
        else:
            return members, ahead
    return members, position


def _titled(element: Element) -> bool:
    return element.is_kind("person") and element.mentions[0].name is not None and element.mentions[0].post is not None
