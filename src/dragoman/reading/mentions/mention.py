"""One mention of somebody or something in a text, with its spans; what the items that it is made of stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.languages.pattern import Found
from dragoman.reading.text.items import Item, Items

MentionKind = Literal[
    "person", "group", "state", "body", "org", "region", "place", "event", "date", "plural", "visitors", "site", "thing"
]
PARTIES: frozenset[str] = frozenset({"person", "group", "state", "body", "org"})
Span = tuple[int, int]


@dataclass(slots=True, eq=False)
class Mention:
    """One mention. `first`/`last` are items (end exclusive); spans are code points.

    `affiliation` is an ISO code, a body's short form or an institution's name as written, None if not told here;
    `list_size` counts the members of the list that it was spread out of; `foreign`: name or post is not of the home
    state. `of_that` says that it acts for the institution named before it ('of this institution'). `rest` marks a
    group that is the remainder of a list ('other officials'), `doubtful` a word that is a name only if the text has
    it as one, `generic` an institution that is but called 'the Organization'; `part` says that it acts for a part of
    one ('the Faculty of Law'); `members` are the states and bodies that an event's name names, `regions` the regions,
    `seat` the country and the city that it is named after, `session` says that it is one of a series: by its number,
    its year or its city;
    `post_kind` is what the language says of a post's head: `sole` (a state has one: 'president'), `institution`
    (a rector's); `in_house` says that institutions have such an office too, `absent` which states have none;
    `office` is what an office is whatever it
    is called ('head of state'); `gender` is 'f' or 'm' where it is told; `spouse` is the name of whom somebody is
    married to; `head` are the words of a group up to its noun ('a high-level team'), `ends_in_institution` says that
    its last words name what it is of; `fields` are the words of its portfolio; `found` keeps a date's captures.
    """

    kind: MentionKind
    rule: str
    first: int
    last: int
    start: int
    end: int
    name: Span | None = None
    post: Span | None = None
    post_kind: str = ""
    office: str = ""
    in_house: bool = False
    absent: str = ""
    gender: str = ""
    spouse: Span | None = None
    head: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    country: str | None = None
    locality: Span | None = None
    host: str | None = None
    list_size: int = 1
    foreign: bool = False
    members: tuple[tuple[str, Span], ...] = ()
    regions: tuple[tuple[str, Span], ...] = ()
    seat: tuple[str, Span] | None = None
    rest: bool = False
    of_that: bool = False
    doubtful: bool = False
    generic: bool = False
    part: bool = False
    session: bool = False
    ends_in_institution: bool = False
    fields: frozenset[str] = frozenset()
    found: Found | None = field(default=None, repr=False)

    @property
    def is_party(self) -> bool:
        """Whether it can take part in an engagement."""
        return self.kind in PARTIES


def span_of(items: Items, group: tuple[int, int]) -> Span:
    """The code points of a group of items."""
    return items.items[group[0]].start, items.items[group[1] - 1].end


def without_article(items: Items, group: tuple[int, int]) -> Span:
    """A name without the article that belongs to the region or country before it: 'the Pacific | Forum'."""
    start, end = span_of(items, group)
    first = items.items[group[0]]
    article, _, rest = first.text.partition(" ")
    named = first.has_any(("country", "region", "body"))
    return (start + len(article) + 1 if rest and named and article.islower() else start), end


def place_value(item: Item) -> str:
    """The code that a country, demonym, body, region … phrase stands for; '' if it stands for none."""
    for category in (
        "country",
        "demonym",
        "body",
        "region",
        "capital",
        "city",
        "short",
        "joint",
        "seat",
        "agency",
        "ownorgan",
    ):
        if item.has(category):
            value = item.get(category)
            return value if category == "seat" else value.partition("|")[0]
    return ""
