"""Whom a named person acts for, on a day: 'President Recep Tayyip Erdogan', 2022 → TR.

`known_actors` is a plain mapping, to be handed to whoever asks; `acts_for` asks it. It answers only where a full name,
or a surname with its post, leaves one country or organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.reference.chinese import simplified
from dragoman.reference.folding import fold
from dragoman.reference.name_parts import is_chinese
from dragoman.reference.posts import post_kinds
from dragoman.reference.tenures import Tenure, known_tenures

# People act for their country before they take office and after.
_YEARS_AROUND = 1
_NEVER = "9999"
# Who has been seen in office may have stayed so many years more.
_REACH_YEARS = 3
# Of these it is known whose they are without the country being named: 'President Kimani'.
_HEADS = frozenset({"head of state", "head of government"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in the service of one country or organisation: `of`, from `first` to `last` (years of four digits).

    `names` are the words of each known spelling, folded; `posts` the kinds of posts held then (see `tenures.POSTS`).
    """

    names: tuple[frozenset[str], ...]
    of: str
    posts: frozenset[str]
    first: str
    last: str


Actors = Mapping[str, tuple[Actor, ...]]
"""Folded last word of a name (a Chinese name: all of it) → everybody whose name ends with it."""


@cache
def known_actors() -> Actors:
    """The actors of the package's own data."""
    return actors(known_tenures())


def actors(tenures: Iterable[Tenure]) -> dict[str, tuple[Actor, ...]]:
    """Everybody of some tenures, by the last word of each spelling of the name."""
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        held[tenure.person, tenure.of].append(tenure)
    found: dict[str, list[Actor]] = defaultdict(list)
    for (_person, of), service in held.items():
        spellings = dict.fromkeys(name for tenure in service for name in tenure.names)
        names = [words for words in map(_words, spellings) if words]
        firsts = [tenure.start or tenure.seen_from for tenure in service]
        lasts = [tenure.end or (tenure.seen_to and _year(tenure.seen_to, _REACH_YEARS)) for tenure in service]
        actor = Actor(
            names=tuple(frozenset(words) for words in names),
            of=of,
            posts=frozenset(tenure.post for tenure in service),
            first=_year(min((day for day in firsts if day), default="0000"), -_YEARS_AROUND),
            last=_year(max(day or _NEVER for day in lasts), _YEARS_AROUND),
        )
        for word in dict.fromkeys(words[-1] for words in names):
            found[word].append(actor)
    return {word: tuple(each) for word, each in found.items()}


def acts_for(
    known: Actors, name: str, day: str, post: str | None = None, named: Collection[str] | None = None
) -> str | None:
    """The country (its code) or organisation (its id) that a person of this name acts for on a day; None if not sure.

    A full name suffices, and a single word together with a post: 'Erdogan', 'President'. Where it is told which
    countries and organisations a text has `named`, others are only those of heads of state or government.
    """
    words = _words(name)
    if not words:
        return None
    alone = len(words) == 1
    found: set[str] = set()
    for actor in known.get(words[-1], ()):
        if not actor.first <= day[:4] <= actor.last:
            continue
        unnamed = named is not None and actor.of not in named
        held = set(post_kinds(post, actor.of).kinds) & actor.posts if post and (alone or unnamed) else set()
        if (alone and not held) or (unnamed and not held & _HEADS):
            continue
        if any(set(words) <= each or (len(each) > 1 and each <= set(words)) for each in actor.names):
            found.add(actor.of)
    return found.pop() if len(found) == 1 else None


def _words(name: str) -> list[str]:
    """The folded words of a name; the parts of a Chinese one."""
    return fold(simplified(name) if is_chinese(name) else name).split()


def _year(day: str, years: int) -> str:
    return f"{min(max(int(day[:4]) + years, 0), 9999):04}"
