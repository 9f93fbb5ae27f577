"""What grouping looks at in one account, in the form in which two are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import Account, Basis, Kind, Reading, Status
from dragoman.reference.folding import fold
from dragoman.register.grouping.bodies import acts_for, home_of, named_in, town
from dragoman.register.grouping.ordinals import ordinals


@dataclass(frozen=True, slots=True)
class Actor:
    """A party. `acts_for` is a country's code, an organisation's id, or an institution's name in one spelling; `side`
    the same, but the country for an institution that is named after one; `sure` says that the text tells it."""

    name: str | None
    post: str | None
    acts_for: str | None
    side: str | None
    group: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One account as grouping sees it.

    `reading` tells which accounts are of one reading. `first` and `last` are days as proleptic ordinals, None where
    nothing dates it; `dated` says that the text gives them, rather than a window inferred from the publication.
    `towns` are localities in one spelling, each with whether the reference data know it. `hinted` are countries and
    bodies that the title or the publisher's name name.
    """

    id: str
    reading: int
    kind: Kind
    status: Status
    first: int | None
    last: int | None
    dated: bool
    countries: frozenset[str]
    towns: frozenset[tuple[str, bool]]
    event: str | None
    ordinals: frozenset[int]
    actors: tuple[Actor, ...]
    title: str
    hinted: frozenset[str]
    publisher: str
    published: int | None

    @property
    def sides(self) -> frozenset[str]:
        """Whom the parties act for."""
        return frozenset(actor.side for actor in self.actors if actor.side)

    @property
    def length(self) -> int:
        """The days from first to last; 0 where nothing dates it."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1


def actor(name: str | None, post: str | None, affiliation: str | None, group: bool, basis: Basis) -> Actor:
    """A party as its row or reading has it."""
    body, country = acts_for(affiliation)
    return Actor(name, post, body, country or body, group, basis != "inferred")


def telling(
    id: str,
    reading: int,
    kind: Kind,
    status: Status,
    days: tuple[str | None, str | None],
    window: tuple[str | None, str | None],
    places: Iterable[tuple[str | None, str | None]],
    event: str | None,
    actors: Iterable[Actor],
    title_says: Mapping[str, str],
    title: str,
    publisher: str | None,
    published: str | None,
) -> Telling:
    """An account out of its values, dates as ISO strings; whom only the title names counts as one more party."""
    places = tuple(places)
    if named := title_says.get("name"):
        actors = [*actors, actor(named, title_says.get("post"), None, False, "inferred")]
    first, last = (_ordinal(day) for day in (days if days[0] else window))
    return Telling(
        id=id,
        reading=reading,
        kind=kind,
        status=status,
        first=first,
        last=last,
        dated=days[0] is not None,
        countries=frozenset(country for country, _ in places if country),
        towns=frozenset(town(locality) for _, locality in places if locality),
        event=event,
        ordinals=ordinals(event) if event else frozenset(),
        actors=tuple(actors),
        title=fold(title),
        hinted=named_in(title) | home_of(publisher or ""),
        publisher=fold(publisher or ""),
        published=_ordinal(published),
    )


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def tellings(reading: Reading, number: int, ids: Mapping[str, str]) -> list[Telling]:
    """The accounts of a reading; `ids` gives each account's id in the register by its id in the reading."""
    return [_telling(account, number, ids[account.id], reading) for account in reading.engagements]


def _telling(account: Account, number: int, id: str, reading: Reading) -> Telling:
    actors = [actor(party.name, party.post, party.affiliation, party.group, party.basis) for party in account.parties]
    date, window = account.date, account.window
    return telling(
        id,
        number,
        account.kind,
        account.status,
        (date.start, date.end) if date else (None, None),
        (window.start, window.end) if window else (None, None),
        [(place.country, place.locality) for place in account.places],
        account.event,
        actors,
        account.title_says,
        reading.title,
        reading.publisher,
        reading.published,
    )
