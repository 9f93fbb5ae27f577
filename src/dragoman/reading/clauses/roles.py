"""What a mention to the right of a predicate is to it, under the role that a preposition gives it."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import owned_event
from dragoman.reading.clauses.coordination import before_name, listed_from
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

PLACE_KINDS = ("place", "state", "region", "org", "body", "site")


def take(elements: list[Element], index: int, role: str, p: Predicate) -> int:
    """Take the mention (and what is coordinated with it) under a role; the next index, or -1 to stop looking."""
    element = elements[index]
    mention = element.mentions[0]
    if mention.kind in ("body", "state") and elements[index - 1].has("posspron"):
        return -1  # 'meet its | NATO | commitments'
    if role == "on" and p.kind == "visit" and p.form == "verb" and mention.kind in ("site", "org"):
        role = "at"  # 's'est rendue sur | le chantier du port'
    if role == "relative" and element.is_party:
        p.subject, p.reach = listed_from(elements, index)
        joint = next((n for n in range(p.reach, min(len(elements), p.reach + 1)) if elements[n].has("and")), -1)
        second = next((n for n in range(joint + 1, len(elements)) if not before_name(elements[n])), -1)
        if 0 < joint < second and elements[second].is_party:  # 'la réunion que A | et B | avaient tenue'
            p.subject, p.reach = [*p.subject, *elements[second].mentions], second + 1
        ahead = elements[p.reach].entries("earlier") if p.reach < len(elements) else []
        if any(entry.get("tense") == "pluperfect" for entry in ahead):
            p.cue = "earlier"
        return p.reach
    owned = owned_event(elements, index) if element.is_party and p.admits("event") and role == "obj" else 0
    if owned:  # 'attended | the Council | 's | Summit'
        if mention.kind in ("org", "group", "body"):
            p.objects.append(mention)
        p.events.append(elements[owned].mentions[0])
        p.reach = owned + 1
        return owned + 1
    if mention.kind == "event" and p.kind == "call" and role not in ("at", "obj"):
        return index + 1  # 'spoke about preparations for the Summit'
    gathered = role == "for" or (role == "at" and p.entry.get("gathers"))  # 'joined the Minister | at | the Summit'
    if mention.kind == "event" and gathered and p.kind == "meeting" and p.form == "verb":
        p.events, p.convened, p.reach = [mention], True, index + 1  # 'met for | the third Dialogue'
        return index + 1
    beside = p.events or (p.entry.get("chair") and elements[p.index + 1].role == "with")
    if element.is_party and p.kind == "conference" and p.form == "verb" and beside and role in ("host", "with"):
        # 'attended the Forum | hosted by | Minister B', 'will co-chair the Forum | with | Minister B', 'which she
        # co-hosted | with | Minister B'
        listed, after = listed_from(elements, index)
        p.objects.extend(listed)
        p.reach = after
        return after
    opened = p.entry.get("opens") and p.form == "passive"  # 's'est ouvert | le Forum'
    if mention.kind == "event" and (role in ("obj", "at", "to", "on", "") or p.admits("event") or opened):
        p.events.append(mention)
        p.reach = index + 1
        return index + 1
    if (
        (role in ("at", "obj", "to") and mention.kind in ("place", "region"))
        or (role == "at" and mention.kind in PLACE_KINDS)
    ) and (role != "obj" or p.admits("place")):
        if p.entry.get("unless") == "place" and any(e.role in ("on", "to") for e in elements[p.reach : index]):
            return index + 1  # 'spoke with the Minister about an embassy in | Honiara'
        listed, after = listed_from(elements, index) if p.admits("place") else ([mention], index + 1)
        p.places.extend(listed)
        p.reach = after
        return after
    if (
        ((mention.kind == "state" and p.admits("place")) or p.admits("site"))
        and role in ("obj", "to")
        and mention.kind in ("state", "org", "body", "site")
    ):
        listed, after = listed_from(elements, index, PLACE_KINDS)
        p.places.extend(m for m in listed if m.kind not in ("org", "body", "site") or p.admits("site"))
        p.reach = after
        return after
    if mention.kind == "site" and role == "of" and p.kind == "visit" and p.form == "noun":  # 'visite de | l'usine'
        p.objects.append(mention)
        p.reach = index + 1
        return index + 1
    if element.is_party and (p.admits(role) or role == "companion"):
        listed, after = listed_from(elements, index)
        p.each = p.each or (p.sort == "trigger" and any(e.has("then") for e in elements[index:after]))
        p.again = p.again or (role == "with" and any(e.role == "with" for e in elements[index + 1 : after]))
        p.closed = p.closed or (role in ("of", "by") and _travel(elements, index, p))
        (p.companions if role == "companion" else p.objects).extend(listed)
        p.reach = after
        return after
    if mention.kind == "place":
        return index + 1
    stops = element.is_party and p.form != "noun" and role == "obj" and p.entry.get("passes") != "obj"
    return -1 if stops else index + 1


def _travel(elements: list[Element], index: int, p: Predicate) -> bool:
    """'the visit to Chad | by | the Envoy', 'la visite | de | la ministre': those who travel, whoever speaks of it; not
    'the visit at the invitation | of | the King'."""
    if p.kind != "visit" or p.form != "noun" or not elements[index].is_kind("person", "group"):
        return False
    role = next((n for n in range(index - 1, p.index, -1) if elements[n].role), p.index)
    before = elements[role - 1]
    return role - 1 == p.index or before.is_kind("place", "state", "region", "date")


def _is_origin(elements: list[Element], place: Mention) -> bool:
    """'arrivé à Lima | en provenance de | Lomé'."""
    before = next((n - 1 for n, e in enumerate(elements) if place in e.mentions), -1)
    return before >= 0 and any(entry.get("origin") for entry in elements[before].entries("nestplace"))


def leave_origin(elements: list[Element], p: Predicate) -> None:
    """Take the place that is the object of a verb of leaving from its places: 'left | Lima | for Chad'; an
    airport where somebody arrived is no place of the visit either, nor is whence he came: 'arrived | from Lima'."""
    first = next((e for e in elements[p.index + 1 :] if not e.has("det")), None)
    if p.kind == "visit" and p.form == "verb" and not p.admits("site"):
        p.places = [m for m in p.places if m.rule != "org-airport"]
    if p.kind == "visit" and len(p.places) > 1:
        p.places = [m for m in p.places if not _is_origin(elements, m)]
    if p.entry.get("origin") and first is not None and p.places and p.places[0] in first.mentions:
        p.places.pop(0)
