"""What a verb takes of what waits for it and of what follows it."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.reading.clauses.ahead import clause_ends, partner_of
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.roles import PLACE_KINDS
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention

SHARED = ("conference", "ceremony", "signing", "tour")  # what two may do together that have met before


def take_waiting(
    elements: list[Element],
    p: Predicate,
    objects: list[Mention],
    waiting: Waiting,
    before: Predicate | None,
    nested: bool,
) -> None:
    """Fill counterparts, places and companions: `objects` follow the verb, `before` is the predicate before it."""
    if p.kind in ("meeting", "call") and waiting.partners and partner_of(elements, p.index):
        p.form, p.definite, p.nested, p.subject, p.pronoun = "noun", True, True, [], ""  # '同乙的会见'
    preposed = not objects and p.kind in ("meeting", "call")  # '将同总统会见'
    if p.entry.get("order") == "object-first" or preposed:
        talked = p.kind == "meeting" and not (waiting.partner_pronoun or waiting.goals or p.entry.get("own"))
        p.objects = list(waiting.partners or (waiting.unmet if talked else []))
        p.object_pronoun = waiting.partner_pronoun
        if p.admits("to"):
            p.places = [m for m in waiting.goals if m.kind in PLACE_KINDS]
        elif p.admits("for"):
            p.objects += [m for m in waiting.goals if m.is_party]
    elif p.kind == "letter" and waiting.goals and not objects:
        p.objects = [m for m in waiting.goals if m.is_party]  # '向乙|致贺电'
    elif p.entry.get("needs") == "award" and not objects:
        p.objects = [m for m in waiting.goals if m.is_party]  # '向乙|颁授勋章'
    elif waiting.attending and p.kind == "ceremony":
        p.objects = list(waiting.hosts)
        p.companions = list(waiting.partners)  # '与乙共同出席|颁奖典礼'
    elif (waiting.partners or (p.kind == "signing" and waiting.agents)) and not nested:
        p.companions = [*(waiting.agents if p.kind == "signing" else []), *waiting.partners]
    if p.entry.get("sort") == "credentials":
        handed = [m for m in waiting.goals if m.kind == "person"]  # '向甲|递交国书'
        p.companions = p.companions or handed or _receivers(elements, p)
    if _shares_guests(elements, p, before):
        p.objects = list(before.objects) if before is not None else []
    jointly = waiting.together or p.entry.get("jointly")
    if jointly and not nested and p.kind in SHARED and p.subject == waiting.met_by and not (p.objects or p.companions):
        p.companions = list(waiting.met)  # '同乙会谈，并共同为中心揭牌'
    _take_following(p, objects)
    if p.kind == "letter" and not p.objects and p.index + 2 < len(elements) and elements[p.index + 1].has("say"):
        p.objects = [m for m in elements[p.index + 2].mentions if m.kind == "person"]  # '致电|祝贺|乙总统|就职'
    if not objects and waiting.goals and p.kind in ("tour", "visit") and p.admits("site"):
        p.places = [m for m in waiting.goals if m.kind in ("org", "body", "site")]  # '到学院参观'
    if p.kind == "tour" and not (objects or p.places) and _goes_round(elements, p):  # '在甲大学调研', '赴乙市考察'
        towns = [m for m in [*waiting.goals, *waiting.places] if m.kind == "place"][:1]
        p.places = waiting.inside or [replace(m, kind="site") for m in towns]
    if p.kind == "visit" and not (objects or p.places) and _ends_journey(elements, p.index):
        p.places = [m for m in waiting.goals if m.kind in ("state", "place")]  # '结束对甲国的|访问'
    if p.entry.get("days") and not p.places and before is not None and before.kind == "visit":
        p.places = list(before.places)  # '抵达甲国，展开为期五天的访问'
    if waiting.company and not nested:
        p.companions = [*p.companions, *waiting.company]
        waiting.coming = False


def _shares_guests(elements: list[Element], p: Predicate, before: Predicate | None) -> bool:
    """'为甲举行欢迎仪式|和|欢迎宴会': whether a second ceremony is held for those for whom the one before it is."""
    two = before is not None and before.kind == p.kind == "ceremony" and before.index == p.index - 2
    return two and elements[p.index - 1].has("and") and not (p.objects or p.companions)


def _receivers(elements: list[Element], p: Predicate) -> list[Mention]:
    """'甲在乙地|接受|丙|递交国书': who takes them, told before the verb of taking."""
    clause = list(itertools.takewhile(lambda e: not e.has("stop"), reversed(elements[: p.index])))
    taken = next((n for n, e in enumerate(clause) if e.has("accepts")), len(clause))
    before = next((e for e in clause[taken:] if e.is_kind("person")), None)
    return list(before.mentions) if before is not None else []


def _goes_round(elements: list[Element], p: Predicate) -> bool:
    """'在甲大学|调研。': a verb of looking round that closes its clause, right after where that is done."""
    before = next((e for e in reversed(elements[: p.index]) if not e.has_any(("aux", "light", "town"))), None)
    near = before is not None and before.is_kind("org", "site", "place")
    return bool(p.entry.get("around")) and near and clause_ends(elements, p.index + 1)


def _ends_journey(elements: list[Element], index: int) -> bool:
    """'圆满结束|对|甲国|的|访问': whether the clause tells that the journey to a country told before it is over."""
    clause = itertools.takewhile(lambda e: not (e.has("comma") or e.has("stop")), reversed(elements[:index]))
    return elements[index - 1].has("rel") and any(e.has("ending") for e in clause)


def _take_following(p: Predicate, objects: list[Mention]) -> None:
    for mention in objects:
        if mention.kind == "event":
            p.events.append(mention)
        elif (p.admits("site") or p.admits("place")) and not p.admits("obj") and mention.kind in PLACE_KINDS:
            p.places.append(mention)
        elif mention.is_party and p.admits("obj") and not (p.kind == "signing" and mention.kind == "group"):
            p.objects.append(mention)


def meets_guests(elements: list[Element], p: Predicate, waiting: Waiting) -> bool:
    """'副校长甲会见。': who is met goes without saying."""
    after = elements[p.index + 1] if p.index + 1 < len(elements) else None
    ends = after is None or after.has("comma") or after.has("stop")
    return bool(p.entry.get("alone")) and ends and bool(waiting.subject)
