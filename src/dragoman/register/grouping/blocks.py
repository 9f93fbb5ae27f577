"""Where to look for accounts of the same occasion, so that each account is compared with few others.

An account stands in blocks: one for each pair of those it is about (sides and host countries) and each stretch of
days that it may fall on. Two accounts are compared if they share a block and one of them *asks* there. Everyone asks
in the blocks of pairs and days. What is too little for that asks elsewhere: an account with one side alone in the
blocks of that side and the days, one that may fall on any of many days in those of the pair and the year; the others
stand there to be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import combinations

from dragoman.reference.folding import fold
from dragoman.register.grouping.bodies import named_in
from dragoman.register.grouping.telling import Telling

# The days of one block; an account of one day stands in one or two.
_STRETCH = 8
# One that may fall on more days than this is vague.
VAGUE = 45
# A conference of more sides is looked for by those and its host alone.
_SIDES_AT_MOST = 10
# A title that names more than this hints at nothing.
_HINTS_AT_MOST = 4
_BYTES = 7


@dataclass(frozen=True, slots=True)
class Block:
    """A number that accounts to be compared share, and whether this account asks there."""

    key: int
    asks: bool


def is_vague(telling: Telling) -> bool:
    """Whether nothing says well enough when it was."""
    return telling.first is None or telling.length > VAGUE


def blocks(telling: Telling) -> Iterator[Block]:
    """The blocks that an account stands in."""
    about = sorted(_about(telling))
    pairs = [f"{one}|{other}" for one, other in _pairs(about, telling)]
    if telling.event:
        pairs += [f"event {id}" for id in named_in(telling.event) | telling.countries]
        pairs.append(f"event called {fold(telling.event)}")
    vague = is_vague(telling)
    for year in _years(telling):
        yield from (Block(_key(pair, "year", year), vague) for pair in pairs)
    if vague:
        return
    # An institution of no known country is too rarely told alike.
    alone = sum(each.isupper() for each in about) <= 1
    for stretch in _stretches(telling):
        yield from (Block(_key(pair, "days", stretch), True) for pair in pairs)
        yield from (Block(_key(one, "alone", stretch), alone) for one in about)


def _about(telling: Telling) -> frozenset[str]:
    """Sides and host countries; for an account with one side alone also what its title and publisher hint at."""
    about = telling.sides | telling.countries
    hinted = about | telling.hinted
    return hinted if len(telling.sides) == 1 and len(hinted) <= _HINTS_AT_MOST else about


def _pairs(about: list[str], telling: Telling) -> Iterator[tuple[str, str]]:
    for one, other in combinations(about, 2):
        if len(about) <= _SIDES_AT_MOST or one in telling.countries or other in telling.countries:
            yield one, other


def _stretches(telling: Telling) -> range:
    """The stretches of days that it touches, a day before and after included: time zones."""
    assert telling.first is not None
    assert telling.last is not None
    return range((telling.first - 1) // _STRETCH, (telling.last + 1) // _STRETCH + 1)


def _years(telling: Telling) -> range:
    if telling.first is None or telling.last is None:
        return range(0)
    return range(date.fromordinal(telling.first).year, date.fromordinal(telling.last).year + 1)


def _key(about: str, sort: str, number: int) -> int:
    digest = blake2b(f"{about} {sort} {number}".encode(), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big")
