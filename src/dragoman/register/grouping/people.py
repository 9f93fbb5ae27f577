"""Whether the people of two accounts are the same: by their names, and where those say nothing by the rank of posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz.fuzz import token_sort_ratio

from dragoman.reference.names import is_chinese, name_keys, name_likeness
from dragoman.register.grouping.data import rows
from dragoman.register.grouping.feature import Feature
from dragoman.register.grouping.telling import Actor, Telling

# Up to the first likeness two names are surely two persons', from the second on surely one's; across scripts only the
# sound is compared.
_ONE_SCRIPT, _BY_SOUND = (0.52, 0.8), (0.5, 0.72)
# Characters are read otherwise in these countries, so that their names sound unlike pinyin.
_READ_OTHERWISE = frozenset({"JP", "KR", "KP", "VN", "SG", "MY", "HK", "MO", "TW"})
_DOUBTED = 0.3
# Heads that stand among the others in the other account: both, or one of them.
_BOTH_AMONG_OTHERS, _ONE_AMONG_OTHERS = 0.8, 0.6
HEADS, COMPANIONS = 2.0, 2.0
"""The most that agreeing heads of sides, and further people, may count."""
_SURE = 0.5
_POSTS_UNLIKE = 35


def reconciled(a: Telling, b: Telling) -> tuple[Telling, Telling]:
    """Two accounts after whoever is named in both has one side: that of the account which is sure of it.

    One that only infers a side is less sure than one that tells it, and one that says an institution least.
    """
    return _with_sides_of(a, b), _with_sides_of(b, a)


def _with_sides_of(a: Telling, b: Telling) -> Telling:
    sides = {one: side for one in a.actors if (side := _surer_side(one, _sureness(one, a), b))}
    if not sides:
        return a
    actors = (replace(one, side=sides[one], acts_for=sides[one]) if one in sides else one for one in a.actors)
    return replace(a, actors=tuple(actors))


def _surer_side(one: Actor, sureness: int, b: Telling) -> str | None:
    """The side for which a person of that name acts in the other account, if it is another one and surer."""
    surer = [other for other in b.actors if other.side != one.side and _sureness(other, b) > sureness]
    same = next((other for other in surer if _is_among(one, (other,))), None)
    if same is None or _is_among(one, [other for other in b.actors if other.side == one.side]):
        return None
    return same.side


def _sureness(actor: Actor, telling: Telling) -> int:
    """How sure it is for which state or organisation somebody acts: 3 if told, 2 or 1 if inferred, 0 if neither.

    Where it is inferred that everybody acts for one, that is the less sure: nobody deals with himself.
    """
    if actor.side is None or not actor.side.isupper():
        return 0
    return 3 if actor.sure else 2 if len(telling.sides) > 1 else 1


def met(a: Telling, b: Telling) -> int:
    """How many people are named in both."""
    return sum(not actor.group and _is_among(actor, b.actors) for actor in a.actors)


def people(a: Telling, b: Telling) -> Iterator[Feature]:
    """How the heads of each side in common agree, then who else does."""
    agreed, lowest = 0.0, 1.0
    # On a visit, who receives the guest changes from text to text.
    hosts = a.countries | b.countries if a.kind == b.kind == "visit" else frozenset()
    for side in sorted((a.sides & b.sides) - hosts):
        ours, theirs = _named(a, side), _named(b, side)
        if not ours or not theirs:
            yield from _ranks(a, b, side)
            continue
        verdict, likeness = _heads(ours[0], theirs[0], a, b)
        if verdict > 0:
            agreed, lowest = agreed + verdict, min(lowest, likeness)
        elif verdict < 0:
            yield Feature("name differs", -verdict, f"'{ours[0].name}' is not '{theirs[0].name}'")
        if verdict <= 0:
            # Of two people who hold posts of one rank, that says nothing.
            yield from (found for found in _ranks(a, b, side) if verdict == 0 or found.name != "rank same")
        if companions := sum(_is_among(one, theirs[1:]) for one in ours[1:]):
            yield Feature("companion agrees", min(companions, COMPANIONS))
    if agreed:
        yield Feature("name agrees", min(agreed, HEADS), f"names agree {lowest:.2f}")


def _named(telling: Telling, side: str) -> list[Actor]:
    return [actor for actor in telling.actors if actor.side == side and actor.name and not actor.group]


def _heads(one: Actor, other: Actor, a: Telling, b: Telling) -> tuple[float, float]:
    """How surely (up to 1) the heads of a side are one person, negative for two persons; and their likeness."""
    assert one.name
    assert other.name
    likeness = name_likeness(one.name, other.name)
    verdict = _verdict(one, other)
    if verdict >= 0:
        return verdict, likeness
    found = [_is_among(one, b.actors), _is_among(other, a.actors)]
    if all(found):
        return _BOTH_AMONG_OTHERS, min(_likest(one, b.actors), _likest(other, a.actors))
    return verdict * (_ONE_AMONG_OTHERS if any(found) else 1.0), likeness


def _is_among(one: Actor, others: Iterable[Actor]) -> bool:
    if not one.name:
        return False
    # Names that share no key are hardly alike, and to say so is a hundred times as quick.
    keys = name_keys(one.name)
    others = [
        other for other in others if other.name and not other.group and not keys.isdisjoint(name_keys(other.name))
    ]
    return any(_verdict(one, other) >= _SURE for other in others)


def _likest(one: Actor, others: Iterable[Actor]) -> float:
    return max(name_likeness(one.name or "", other.name) for other in others if other.name)


@lru_cache(maxsize=65536)
def _verdict(one: Actor, other: Actor) -> float:
    """From -1 (two persons by their names) over 0 (may be) to 1 (one person)."""
    assert one.name
    assert other.name
    by_sound = is_chinese(one.name) != is_chinese(other.name)
    low, high = _BY_SOUND if by_sound else _ONE_SCRIPT
    share = min(1.0, max(0.0, (name_likeness(one.name, other.name) - low) / (high - low)))
    doubted = by_sound and (one.side in _READ_OTHERWISE or other.side in _READ_OTHERWISE)
    return (2 * share - 1) * (_DOUBTED if doubted and share < 1 / 2 else 1.0)


def _ranks(a: Telling, b: Telling, side: str) -> Iterator[Feature]:
    """Whether the first posts of a side are of one rank, or else alike in words."""
    post, other = (_first_post(telling, side) for telling in (a, b))
    # Some tell who signed, others in whose presence.
    if post is None or other is None or a.kind == b.kind == "signing":
        return
    ranks = rank(post), rank(other)
    if all(ranks):
        same = ranks[0] == ranks[1]
        yield Feature("rank same", 1) if same else Feature("rank differs", 1, f"{ranks[0]} and {ranks[1]}")
    elif is_chinese(post) == is_chinese(other) and token_sort_ratio(post.casefold(), other.casefold()) < _POSTS_UNLIKE:
        yield Feature("post differs", 1, f"'{post}' and '{other}'")


def _first_post(telling: Telling, side: str) -> str | None:
    return next((actor.post for actor in telling.actors if actor.side == side and actor.post and not actor.group), None)


@lru_cache(maxsize=65536)
def rank(post: str) -> str | None:
    """The rank of a post, in any language: 'deputy' for 教育部副部长; None for an unknown one."""
    folded = post.casefold().replace("’", "'")
    return next((name for name, pattern in _ranks_known() if pattern.search(folded)), None)


@cache
def _ranks_known() -> Sequence[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern)) for name, pattern, _source in rows("ranks.csv")]
