"""What a mention waits as until its verb comes: subject, counterpart, date, place, goal."""

from __future__ import annotations

import itertools
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
        again = waiting.discussing or (mention.rule == "same" and _dated_just_before(elements, index))
        waiting.dates = waiting.dates if again else [mention]
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
    brought = [m for m in listed if m.kind == "person"]
    if role == "into" and elements[index - 1].has("brings") and brought:  # '甲率外长乙|访问'
        waiting.company, waiting.coming = brought, True
        return after
    if role in ("at", "by") and mention.is_party and after < len(elements) and elements[after].has("companion"):
        leads = any(entry.get("leads") for entry in elements[after].entries("companion"))
        if leads and waiting.subject and all(m.kind == "group" for m in waiting.subject):
            _lead(listed, waiting.subject[0])
            waiting.subject = [m for m in listed if m.is_party]  # '甲大学代表团|在副校长乙率领下|来访'
        else:
            waiting.company, waiting.coming = [m for m in listed if m.is_party], True
        return after + 1
    if role == "at" and mention.kind in ("person", "group"):
        role = ""  # '正在|来华访问的总统甲'
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
        elif mention.kind == "event" and after < len(elements) and elements[after].has("stage"):
            waiting.stage = [mention]
        elif mention.kind in ("org", "site"):
            waiting.inside = [m for m in listed if m.kind in PLACE_KINDS]
        return after
    if role in ("to", "for"):
        waiting.goals = [m for m in listed if m.kind in PLACE_KINDS or m.is_party]
    elif role == "with":
        waiting.partners = [m for m in listed if m.is_party]
    elif role == "by":
        waiting.agents = [m for m in listed if m.is_party]
        if after < len(elements) and elements[after].has("invite"):
            waiting.inviting = waiting.agents
    elif waiting.convening and mention.kind == "state" and not role:
        pass  # what is celebrated
    elif waiting.attending and mention.kind == "org" and not role and _names_more(elements, after):
        pass  # '出席甲大学|联盟启动仪式'
    elif waiting.attending and mention.kind == "state" and not role and _is_commemorated(elements, index):
        pass  # '出席纪念甲国独立|庆典'
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


def _is_commemorated(elements: list[Element], index: int) -> bool:
    """Whether a word of commemorating stands before a state, after the verb of attending."""
    after = itertools.takewhile(lambda e: not e.has("trigger"), reversed(elements[:index]))
    return any(e.has("commemorates") for e in after)


def _dated_just_before(elements: list[Element], index: int) -> bool:
    """'9月10日|教师节|当天': whether the day that a word points back to is told right before it."""
    for element in reversed(elements[max(0, index - 5) : index]):
        if element.is_kind("date"):
            return True
        if element.mentions or element.has("comma") or element.has("verb") or element.has("trigger"):
            return False
    return False


def _lead(leaders: list[Mention], led: Mention) -> None:
    """Whoever leads a group acts for what it is of, if nothing else is told."""
    for leader in leaders:
        if leader.affiliation is None and leader.kind == "person" and led.affiliation:
            leader.affiliation, leader.affiliation_span, leader.country = (
                led.affiliation,
                led.affiliation_span,
                led.country,
            )


def _names_more(elements: list[Element], index: int) -> bool:
    """Whether a word that is no verb goes on after an institution: it is but part of what an occasion is called."""
    following = elements[index] if index < len(elements) else None
    return following is not None and not following.mentions and following.has_any(("noun", "orgnoun", "field"))
