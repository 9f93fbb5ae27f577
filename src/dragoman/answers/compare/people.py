"""Who took part by which account, and at which level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from dragoman.answers import phrases
from dragoman.answers.compare.comparison import Fact, Telling
from dragoman.answers.compare.material import Material
from dragoman.model import Evidence, Party
from dragoman.reference.load import rows
from dragoman.reference.names import SAME, name_likeness

# Of one affiliation and one occasion, people whose names agree as little as this are one.
_SAME_AT_THE_TABLE = 0.6
_FIRSTS = 2
Row = list[Party | None]


def participants(sides: Sequence[Material]) -> Iterator[tuple[bool, Fact]]:
    """Facts about people, each with whether it agrees: who is named by several sides, at which level, who by one."""
    rows = _rows([side.account.parties for side in sides])
    # Who leads a side is missing elsewhere only because that was not read; who accompanies may be passed over.
    met = {party.affiliation for row in rows if sum(party is not None for party in row) > 1 for party in row if party}
    unshared: list[list[Party]] = [[] for _ in sides]
    for row in rows:
        known = [(number, party) for number, party in enumerate(row) if party is not None]
        if len(known) > 1:
            tellings = tuple(_telling(party) if party else None for party in row)
            people = [party for _, party in known if party.name]
            if len(people) > 1 and not _one_level(people):
                yield False, Fact("level", tellings)
            elif any(_tells(party) for _, party in known):
                yield True, Fact("party", tellings)
        else:
            ((number, party),) = known
            leads = sides[number].account.parties.index(party) < _FIRSTS and party.affiliation not in met
            if _tells(party) and not leads and not _named_elsewhere(party, number, sides):
                unshared[number].append(party)
    for number, parties in enumerate(unshared):
        if parties:
            yield False, Fact("party", tuple(_together(parties) if n == number else None for n in range(len(sides))))


def _rows(parties: Sequence[Sequence[Party]]) -> list[Row]:
    """The people of all sides, those who are the same in one row with a place for each side."""
    rows: list[Row] = []
    places: list[int] = []
    for side, ours in enumerate(parties):
        candidates = []
        for number, row in enumerate(rows):
            known = [party for party in row if party is not None]
            for place, party in enumerate(ours):
                likeness = max(_likeness(party, other, place, places[number]) for other in known)
                candidates.append((-likeness, number, place))
        taken: dict[int, int] = {}
        for likeness, number, place in sorted(candidates):
            if likeness < 0 and number not in taken.values() and place not in taken:
                taken[place] = number
        for place, party in enumerate(ours):
            if place not in taken:
                taken[place] = len(rows)
                rows.append([None] * len(parties))
                places.append(place)
            rows[taken[place]][side] = party
    return rows


def _likeness(one: Party, other: Party, place: int, place_there: int) -> float:
    """How surely two parties are the same, 0 if they are not; `place` counts them in the order told."""
    near = one.affiliation == other.affiliation
    heads = place < _FIRSTS and place_there < _FIRSTS
    if one.name and other.name:
        likeness = name_likeness(one.name, other.name)
        if likeness >= (_SAME_AT_THE_TABLE if near else SAME):
            return 1 + likeness
        # A name spelt beyond recognition: first of a side in both, of one rank.
        return 0.4 if near and heads and rank(one.post) and rank(one.post) == rank(other.post) else 0
    if not near or one.group != other.group:
        return 0
    if not one.name and not other.name and not one.post and not other.post:
        return 1
    # One of them is unnamed: the same post, or first of their side in both.
    if rank(one.post) and rank(one.post) == rank(other.post):
        return 0.9
    return 0.5 if heads else 0


def _tells(party: Party) -> bool:
    """Whether it tells more than that a state or body took part."""
    return bool(party.name or party.post)


def _named_elsewhere(party: Party, own: int, sides: Sequence[Material]) -> bool:
    """Whether the text of another side has the name, wherever it does."""
    name = (party.name or "").casefold()
    return bool(name) and any(name in side.text.casefold() for n, side in enumerate(sides) if n != own)


def _one_level(people: Sequence[Party]) -> bool:
    ranks = [found for party in people if (found := rank(party.post))]
    return all(_compatible(one, other) for one, other in combinations(ranks, 2))


def _telling(party: Party) -> Telling:
    return Telling(phrases.party(party), party.evidence)


def _together(parties: Sequence[Party]) -> Telling:
    evidence = tuple(dict.fromkeys(span for party in parties for span in party.evidence))
    return Telling("; ".join(map(phrases.party, parties)), _in_order(evidence))


def _in_order(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda span: (span.field, span.start)))


def rank(post: str | None) -> tuple[str, str] | None:
    """The rank of a post with its family ('ministry', 'vice minister'), None if the data do not tell."""
    if not post:
        return None
    return next((found for pattern, found in _ranks() if pattern.search(post)), None)


@cache
def _ranks() -> list[tuple[re.Pattern[str], tuple[str, str]]]:
    return [
        (re.compile(pattern, re.IGNORECASE), (family, rank))
        for pattern, family, rank, _source in rows("post_ranks.csv")
    ]


def _compatible(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ranks do not contradict each other: the same, of other families, or one short for the other."""
    return one == other or one[0] != other[0] or {one[1], other[1]} == {"minister", "minister of state"}
