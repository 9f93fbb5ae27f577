"""What speaks for and against two accounts telling of one occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio

from dragoman.reference.names import is_chinese
from dragoman.register.grouping.bodies import named_in
from dragoman.register.grouping.data import rows
from dragoman.register.grouping.feature import Feature
from dragoman.register.grouping.ordinals import ordinals
from dragoman.register.grouping.people import met, people, reconciled
from dragoman.register.grouping.telling import Telling

_FEW_DAYS, _FEW_WEEKS = 12, 45
_NEAR_DAYS = 3
# What a text dates by nothing is mostly of the week before it, sometimes of the month before it.
_BEFORE_A_WINDOW = 31
_TOLD_WITHIN = 2
# Of what an event's full name says, what a general one or the name of its body says.
_VAGUE_EVENT = 0.6
# Where it took place in one country too, two names in two scripts say nearly as much as one.
_EVENT_OF_BODY = 0.8
_WORDS_OF_A_NAME = 3
# A conference of more is none that an ad-hoc meeting may be.
_SIDES_OF_A_SESSION = 2
_GROUPS_ALIKE, _GROUPS_UNLIKE = 75, 50
_TITLES_ALIKE, _EVENTS_ALIKE, _SITES_ALIKE = 92, 80, 75


def features(a: Telling, b: Telling) -> Iterator[Feature]:
    """Every finding about two accounts."""
    a, b = reconciled(a, b)
    yield _kinds(a, b)
    yield _days(a, b)
    events = list(_events(a, b))
    if any(feature.name == "event same" and feature.strength > _VAGUE_EVENT for feature in events):
        # Everyone who takes part tells of himself.
        yield Feature("event of many", 1)
    else:
        yield _parties(a, b)
        yield from people(a, b)
        yield from _bare_sides(a, b)
        yield from _told_apart(a, b)
        yield from _groups(a, b)
    yield from events
    yield from _places(a, b)
    yield from _titles(a, b)


def outward(a: Telling, b: Telling) -> Iterator[Feature]:
    """Every finding for which no names are compared."""
    yield _kinds(a, b)
    yield _days(a, b)
    yield from _events(a, b)
    yield from _places(a, b)
    yield from _titles(a, b)


def _titles(a: Telling, b: Telling) -> Iterator[Feature]:
    if a.title and ratio(a.title, b.title) >= _TITLES_ALIKE:
        yield Feature("title same", 1, "under one title")


def _kinds(a: Telling, b: Telling) -> Feature:
    if a.kind == b.kind:
        return Feature("kind same", 1)
    nearness = _nearness().get((a.kind, b.kind), "never")
    if nearness == "session" and _is_talks(a if a.event else b):
        nearness = "talks"
    elif nearness == "session" and max(len(a.sides), len(b.sides)) > _SIDES_OF_A_SESSION:
        nearness = "far"
    if nearness == "near" and (a.countries or b.countries):
        nearness = "near with a place"
    return Feature(f"kind {nearness}", 1, f"a {a.kind} and a {b.kind}")


def may_be_told_twice(a: Telling, b: Telling) -> bool:
    """Whether one text may tell of one occasion in both: it comes back to a visit or a named event."""
    if a.kind == b.kind:
        return a.kind == "visit" or (a.event is not None and b.event is not None)
    return {a.kind, b.kind} == {"meeting", "conference"} and _is_talks(a if a.event else b)


def are_rarely_two(a: Telling, b: Telling) -> bool:
    """Whether both tell of a visit of the same sides, or an event of one name, too few days apart to be two."""
    if a.kind != b.kind or a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    if max(a.first, b.first) - min(a.last, b.last) > _FEW_DAYS or max(a.length, b.length) > _FEW_DAYS:
        return False
    if a.kind == "visit":
        return _parties(a, b).name == "parties same"
    return any(feature.name == "event same" and feature.strength > _VAGUE_EVENT for feature in _events(a, b))


def _is_talks(conference: Telling) -> bool:
    """Whether what is told as a conference is a meeting of two that is called by a name: 'Franco-German summit'."""
    name = conference.event
    if not name or len(conference.sides) > _SIDES_OF_A_SESSION or conference.ordinals:
        return False
    return named_in(name) <= conference.sides and bool(_talks().search(name.casefold()))


@cache
def _talks() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _source in rows("talks.csv")))


@cache
def _nearness() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind, other, nearness, _why in rows("kinds.csv"):
        found[kind, other] = found[other, kind] = nearness
    return found


def _days(a: Telling, b: Telling) -> Feature:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return Feature("days unknown", 1, "not dated")
    longer = max(a.length, b.length)
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > _NEAR_DAYS:
        guessed = gap <= _BEFORE_A_WINDOW and not (a if a.first > b.first else b).dated and _are_rare(a, b)
        return Feature("days before a window" if guessed else "days apart", 1, f"{gap} days apart")
    if gap > 0 and a.kind == b.kind == "visit":
        return Feature("days of a visit", 1, f"{gap} days apart" if gap > 1 else "dates one day apart")
    if gap > 1 or (gap == 1 and not (a.dated and b.dated)):
        return Feature("days near", 1, f"{gap} days apart")
    if gap == 1:
        told_twice = a.publisher and a.publisher == b.publisher and a.status == b.status == "held"
        at_home = " at home" if told_twice else ""
        return Feature(f"day beside{at_home}", 1, "dates one day apart")
    if longer == 1:
        return Feature("day same", 1, "on one day")
    if (a.first, a.last) == (b.first, b.last) and a.dated and b.dated and longer <= _FEW_WEEKS:
        return Feature("days same", 1, "on the same days")
    if longer <= _FEW_DAYS and max(_likely(a), _likely(b)) <= min(a.last, b.last):
        return Feature("days within", 1, "dates overlap")
    if longer <= _FEW_DAYS:
        return Feature("days unlikely", 1, "dates may agree")
    if longer <= _FEW_WEEKS:
        return Feature("month within", 1, "dates agree within weeks")
    rare = ", but of a visit or a named event" if _are_rare(a, b) else ""
    return Feature(f"days vague{rare}", 1, "dates agree, but only roughly")


def _are_rare(a: Telling, b: Telling) -> bool:
    return is_rare(a) and is_rare(b) and bool(a.event) == bool(b.event)


def is_rare(telling: Telling) -> bool:
    """Whether an account tells of what seldom comes twice within weeks: a visit or an event with a name of its own."""
    return telling.kind == "visit" or (telling.event is not None and is_distinct(telling.event))


def _likely(telling: Telling) -> int:
    """The day from which on it likely was: what is told without a date is mostly told within two days."""
    assert telling.first is not None
    assert telling.last is not None
    return (
        telling.first if telling.dated or telling.status != "held" else max(telling.first, telling.last - _TOLD_WITHIN)
    )


def _parties(a: Telling, b: Telling) -> Feature:
    ours, theirs = _about(a), _about(b)
    shared, one, other = ours & theirs, ours - theirs, theirs - ours
    named = ", ".join(sorted(side if side.isupper() else f"'{side}'" for side in shared))
    if not shared:
        return Feature("parties none", 1, "no party in common")
    if len(shared) > 1 and not one and not other:
        return Feature("parties same", 1, f"same parties {named}")
    if len(shared) > 1:
        return Feature("parties shared" if one and other else "parties within", 1, f"{named} in both")
    if one and other:
        return Feature("party differs", 1, f"only {named} in common")
    if one <= b.hinted and other <= a.hinted and (one or other):
        return Feature(
            "party hinted", 1, f"parties {', '.join(sorted(shared | one | other))}, by title or publisher alone"
        )
    if one or other:
        return Feature("party missing", 1, f"{', '.join(sorted(one | other))} in one alone")
    return Feature("people alone" if met(a, b) > 1 else "party alone", 1, f"both with {named}")


def _about(telling: Telling) -> frozenset[str]:
    """The sides that people are told to act for; a visit is about the country visited too."""
    if telling.kind == "visit":
        return telling.sides | telling.countries
    people = frozenset(actor.side for actor in telling.actors if actor.side and not actor.group)
    return people if len(people) > 1 else telling.sides


def _groups(a: Telling, b: Telling) -> Iterator[Feature]:
    """Whether unnamed people are described alike; people of one side told as a group and by name are mostly others."""
    for side in sorted(a.sides & b.sides):
        if any(_is_other_group(one, other, side) for one, other in ((a, b), (b, a))):
            yield Feature("group and person", 1, "with a group and with a person")
    ours, theirs = ([actor.post for actor in each.actors if actor.group and actor.post] for each in (a, b))
    comparable = [(one, other) for one in ours for other in theirs if is_chinese(one) == is_chinese(other)]
    if not comparable:
        return
    alike = max(token_sort_ratio(one.casefold(), other.casefold()) for one, other in comparable)
    if alike >= _GROUPS_ALIKE:
        yield Feature("group same", 1)
    elif alike < _GROUPS_UNLIKE:
        yield Feature("group differs", 1, "with other people")


def _is_other_group(a: Telling, b: Telling, side: str) -> bool:
    """Whether a tells of one side nothing but a group that would not be told so had it been who b names there."""
    ours, theirs = ([actor for actor in each.actors if actor.side == side] for each in (a, b))
    told = ours and all(actor.group for actor in ours) and any(actor.name and not actor.group for actor in theirs)
    return bool(told) and not any(_delegation().search((actor.post or "").casefold()) for actor in ours)


def _bare_sides(a: Telling, b: Telling) -> Iterator[Feature]:
    """Whether of some side one account says nothing but that it took part, and the other who did."""
    for side in sorted(a.sides & b.sides):
        ours, theirs = ([actor for actor in each.actors if actor.side == side] for each in (a, b))
        for one, other in ((ours, theirs), (theirs, ours)):
            bare = not any(actor.name or actor.post for actor in one)
            if bare and any(actor.name and not actor.group for actor in other):
                yield Feature("side bare", 1)
                return


def _told_apart(a: Telling, b: Telling) -> Iterator[Feature]:
    """Whether one publisher tells of both in two texts of one day, as it does of two addresses, guests or sessions."""
    at_once = a.publisher and a.publisher == b.publisher and a.published is not None and a.published == b.published
    if not at_once or a.status != "held" or b.status != "held" or a.title == b.title:
        return
    kinds = {a.kind, b.kind}
    said = "told of in two texts of one day"
    if kinds == {"address"}:
        yield Feature("addresses told apart", 1, said)
    elif kinds == {"meeting", "conference"} or (kinds == {"meeting"} and not _both_named(a, b)):
        yield Feature("told apart", 1, said)


def _both_named(a: Telling, b: Telling) -> bool:
    """Whether two sides name somebody in both accounts."""
    named = [{actor.side for actor in each.actors if actor.name and not actor.group} for each in (a, b)]
    return len(named[0] & named[1]) > 1


@cache
def _delegation() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _source in rows("delegations.csv")))


def _places(a: Telling, b: Telling) -> Iterator[Feature]:
    if not a.countries or not b.countries:
        return
    if not a.countries & b.countries:
        where = " and ".join(",".join(sorted(each)) for each in (a.countries, b.countries))
        yield Feature("country differs", 1, f"in {where}")
        return
    towns = sorted(name for name, _ in a.towns & b.towns)
    if towns:
        yield Feature("country same", 1)
        yield Feature("locality same", 1, f"both in {' and '.join(map(str.title, towns))}")
        return
    yield Feature("country same", 1, f"both in {', '.join(sorted(a.countries & b.countries))}")
    if a.towns and b.towns:
        alike = max(ratio(one, other) for one, _ in a.towns for other, _ in b.towns)
        one, other = min(a.towns)[0], min(b.towns)[0]
        if alike >= _SITES_ALIKE:
            yield Feature("locality same", 1, f"'{one}' as '{other}'")
        elif _comparable(a, b):
            yield Feature("locality differs", 1, f"in {one.title()} and {other.title()}")


def _comparable(a: Telling, b: Telling) -> bool:
    """Whether two localities that are not alike must be two: both known towns, or both sites in one script."""
    known = {is_known for _, is_known in a.towns | b.towns}
    scripts = {name.isascii() for name, _ in a.towns | b.towns}
    return known == {True} or (known == {False} and len(scripts) == 1 and a.kind == b.kind == "tour")


def _events(a: Telling, b: Telling) -> Iterator[Feature]:
    if a.event is None or b.event is None:
        return
    if a.ordinals and b.ordinals:
        if not a.ordinals & b.ordinals:
            yield Feature("ordinal differs", 1, f"numbers {max(a.ordinals)} and {max(b.ordinals)} of a series")
            return
        yield Feature("ordinal same", 1, f"number {max(a.ordinals & b.ordinals)} of a series")
    bodies, others = named_in(a.event), named_in(b.event)
    one_script = a.event.isascii() == b.event.isascii()
    if one_script and token_set_ratio(a.event.casefold(), b.event.casefold()) >= _EVENTS_ALIKE:
        distinct = is_distinct(a.event) and is_distinct(b.event)
        yield Feature("event same", 1 if distinct else _VAGUE_EVENT, f"'{a.event}' as '{b.event}'")
    elif bodies and others:
        if not bodies & others:
            yield Feature("event differs", _VAGUE_EVENT, "events of two bodies")
        else:
            strength = _EVENT_OF_BODY if a.countries & b.countries else _VAGUE_EVENT
            yield Feature("event same", strength, "events of one body")
    elif one_script:
        yield Feature("event differs", 1, f"'{a.event}' and '{b.event}'")


@lru_cache(maxsize=65536)
def is_distinct(event: str) -> bool:
    """Whether a name tells one event from others: 'forum' does not; a number, a body, a country or more words do."""
    words = len(event) // 2 if is_chinese(event) else len(event.split())
    return (
        words >= _WORDS_OF_A_NAME or any(char.isdigit() for char in event) or bool(ordinals(event) or named_in(event))
    )
