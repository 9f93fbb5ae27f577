"""What a mention waits as until its verb comes: subject, counterpart, date, place, goal."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.clauses.ahead import deal_together, rest_of_place
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.fitting import listing, possessed
from dragoman.reading.clauses.roles import PLACE_KINDS
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention


def keep(elements: list[Element], index: int, waiting: Waiting, leaders: dict[int, list[Mention]]) -> int:
    """Keep the mention at `index`, and what is coordinated with it; the index after."""
    mention = elements[index].mentions[0]
    role, waiting.role = waiting.role, ""
    if mention.kind == "date":
        waiting.dates = [mention]
        waiting.role = role
        return index + 1
    if mention.kind == "plural":
        waiting.subject, waiting.pronoun, waiting.going_on = [], "they", ""
        return index + 1
    listed, after = listing(elements, index)
    if after < len(elements) and any(e.get("of") == "place" for e in elements[after].entries("trigger")):
        waiting.goals = [m for m in listed if m.kind in PLACE_KINDS]  # '结束法国|之行'
        return after
    listed = leaders.get(index, listed)
    if mention.kind == "event":
        waiting.events = [mention]
    if (
        not role
        and waiting.partner_pronoun
        and index
        and (elements[index - 1].has("and") or elements[index - 1].has("det"))
    ):
        role = "with"  # '我同总统先生和部长们'
    if role in ("at", "by") and mention.is_party and after < len(elements) and elements[after].has("companion"):
        waiting.company, waiting.coming = [m for m in listed if m.is_party], True
        return after + 1
    if role == "at":
        if mention.kind == "org" and mention.country:  # '在阿斯塔纳总统府'
            mention = replace(mention, kind="place", rule="city", affiliation=None)
        if mention.kind in ("place", "state", "region"):
            waiting.places = [mention]
            while after < len(elements) and elements[after].is_kind("place"):
                finer = elements[after].mentions[0]
                if finer.rule == "city":
                    waiting.places = [finer]
                after += 1
            after = rest_of_place(elements, after)
        return after
    if role in ("to", "for"):
        waiting.goals = [m for m in listed if m.kind in PLACE_KINDS or m.is_party]
    elif role == "with":
        waiting.partners = [m for m in listed if m.is_party]
    elif role == "by":
        waiting.agents = [m for m in listed if m.is_party]
    elif waiting.attending and mention.is_party and not role:
        waiting.hosts = [m for m in listed if m.is_party]
    elif waiting.witness and mention.kind == "person" and not role:  # '见证|校长甲与校长乙|签署'
        waiting.agents = [m for m in listed if m.is_party]
    elif (
        role in ("", "from")
        and not waiting.witness
        and not waiting.done
        and mention.is_party
        and not possessed(elements, after)
        and (mention.kind != "org" or deal_together(elements, listed, after))
    ):
        waiting.subject, waiting.pronoun, waiting.going_on = [m for m in listed if m.is_party], "", ""
    return after
