"""An account while it is being made: mutable, with participants instead of parties."""

from __future__ import annotations

from collections.abc import Iterable, KeysView
from dataclasses import dataclass, field, replace

from dragoman.model import Act
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

Span = tuple[int, int]
OF_LEG = "day-of-the-journey"  # the rule of a date that is a leg's


@dataclass(slots=True)
class PlaceDraft:
    """A country and what the text writes of the locality (a span), with the spans that say so."""

    country: str | None
    locality: Span | None
    spans: tuple[Span, ...]
    inferred: bool = False
    rule: str = "stated-place"
    seat: str = ""


@dataclass(slots=True)
class Saying:
    """A topic (`act` None) or a point: the span of its words, who says it, and the rule."""

    act: Act | None
    span: Span
    by: tuple[Person, ...]
    joint: bool
    rule: str


@dataclass(slots=True, eq=False)
class Draft:
    """An account in the making; `spans` are the places in the text that tell of it.

    `joined` are those of the parties who were only said to be present too; `series` marks meetings one by one with
    a group that may be told by name later; `where` is the place that the narration had last reached ('In Lima, …'),
    for parts of a visit to several countries; `hosts` are those who received the others; `legs` are the days that a
    journey is told to take in a country.
    """

    kind: str
    status: str
    rule: str
    spans: list[Span]
    parties: list[Person] = field(default_factory=list)
    days: Days | None = None
    date_spans: tuple[Span, ...] = ()
    date_rule: str = ""
    places: list[PlaceDraft] = field(default_factory=list)
    event: Span | None = None
    parent: Draft | None = None
    parent_rule: str = ""
    joined: list[Person] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    carries: list[tuple[Draft, Span]] = field(default_factory=list)
    where: PlaceDraft | None = None
    hosts: tuple[Person, ...] = ()
    legs: dict[str, tuple[Days, tuple[Span, ...]]] = field(default_factory=dict)
    series: bool = False
    beside: bool = False  # what a guest came for, told beside his visit ('来华出席庆典并访华')
    sort: str = ""  # of a ceremony, what it is held for: a welcome and a banquet are two; of the next session, that
    convener: Person | None = None  # whose session a conference is, by its name, where nobody else was told
    apart: bool = False  # told as an occasion of its own ('afterwards both met the press')
    told_on: Days | None = None  # the day of a journey that is told: 'on the third day of her visit'
    outside: list[Draft] = field(default_factory=list)  # journeys and events before or after which it was
    sentence: int = 0
    paragraph: int = 0

    def join(self, people: Iterable[Person]) -> list[Person]:
        """Make parties of those who are none yet, in order, each once; who they were."""
        further = list(dict.fromkeys(person for person in people if person not in self.parties))
        self.parties.extend(further)
        return further

    def is_bare_journey(self) -> bool:
        """'accompanied the President | on this visit': told of no country and no day, and so of nothing new."""
        return self.kind == "visit" and not (self.places or self.days)

    def countries(self) -> KeysView[str]:
        """The countries in which it is told to take place, in order, each once."""
        return dict.fromkeys(place.country for place in self.places if place.country).keys()

    def reached(self) -> set[str]:
        """The country that the text had come to when it told of it ('In Australia, …')."""
        return {self.where.country} if self.where is not None and self.where.country else set()

    def tell_days(self, days: Days, mention: Mention) -> None:
        """Its days, as a mention of a date tells them."""
        self.days, self.date_spans, self.date_rule = days, ((mention.start, mention.end),), mention.rule

    def tell_leg(self, leg: tuple[Days, tuple[Span, ...]]) -> None:
        """Its days, as a leg of a journey has them."""
        self.days, self.date_spans, self.date_rule = *leg, OF_LEG

    def affiliations(self) -> list[str]:
        """The affiliations of its parties in order, each once."""
        return list(dict.fromkeys(person.affiliation for person in self.parties if person.affiliation))


def copy_of(base: Draft, parties: list[Person]) -> Draft:
    """A draft like `base` with parties of its own."""
    return replace(
        base, spans=list(base.spans), places=list(base.places), parties=parties, joined=[], sayings=[], carries=[]
    )
