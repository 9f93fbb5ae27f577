"""What the world is made of, as types: countries, regions, organisations, cities, seats, and phrases that name them.

Languages are ISO 639-1 codes (`en`, `fr`, `zh`); countries ISO 3166-1 alpha-2 codes (plus XK for Kosovo).
Plain data; nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LANGUAGES = ("en", "fr", "zh")

Category = Literal[
    "country", "demonym", "short", "joint", "capital", "city", "subdivision", "body", "region", "seat", "agency"
]
Texts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write something of the world, as a lexicon wants it.

    `value` depends on the category: `country`, `demonym`, `capital` and `city` give ISO codes, joined by `|` where the
    phrase alone does not decide (likeliest first); `body` an organisation's id; `region` a region's id; `seat`
    `COUNTRY|locality`. `joint` (Sino-, with its hyphen) and `short` (中, Chinese only) give ISO codes too, or the id of
    a body or region: 欧 is `EU|EUROPE`. `city` includes provinces and states of federations. `cased` says that capital
    letters must agree. Apostrophes are written `'`.
    """

    text: str
    category: Category
    value: str
    cased: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1.

    `joint` holds the forms used in compounds: en 'Sino', fr 'sino', zh '中' (which may stand for several countries).
    `demonyms` are base forms: en adjectives and nouns in the singular, fr masculine and feminine singular, zh nouns.
    `region` and `subregion` are ids of regions (UN M49), None where M49 gives none. `un` and `unesco` are `member`,
    `observer`, `associate` or None; `unesco_group` is the electoral group, `I` to `V(b)`. `source` says where codes,
    membership and group come from.
    """

    iso2: str
    iso3: str
    m49: str
    wikidata: str
    names: Mapping[str, str]
    alternatives: Texts
    demonyms: Texts
    joint: Texts
    capitals: Texts
    region: str | None
    subregion: str | None
    un: str | None
    unesco: str | None
    unesco_group: str | None
    source: str

    @property
    def un_member(self) -> bool:
        """Whether it is a member state of the United Nations (observers are not)."""
        return self.un == "member"

    @property
    def unesco_member(self) -> bool:
        """Whether it is a member state of UNESCO (associate members are not)."""
        return self.unesco == "member"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation or grouping of states.

    `id` is its usual short form in capitals (UN, WORLD BANK, COUNCIL OF EUROPE). `parts` are phrases for its organs,
    which stand for the whole (European Commission for EU); `joint` are as in `Country` (Euro-, 欧). `source` says where
    family and seat come from.
    """

    id: str
    wikidata: str | None
    family: str
    seat_city: str | None
    seat_country: str | None
    names: Texts
    acronyms: Texts
    short_forms: Texts
    parts: Texts
    joint: Texts
    source: str


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world; `members` are country codes, empty where the extent is not settled (Asia-Pacific)."""

    id: str
    names: Texts
    adjectives: Texts
    joint: Texts
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city of 100,000 people or more, or one known in diplomacy; `population` 0 where unknown."""

    names: Texts
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A province, state or other part of a country under one of its names."""

    name: str
    language: str
    country: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A building or address that stands for its city: 'White House' is US, Washington."""

    phrase: str
    language: str
    country: str
    locality: str


@dataclass(frozen=True)
class StateAgency:
    """An agency known by its acronym or short name, whose officers act for its state: 'JICA' is JP."""

    phrase: str
    language: str
    country: str


@dataclass(frozen=True)
class Facts:
    """Everything that the data files say.

    `excluded_cities` gives per language the city names that no phrase is made of, because they are mostly something
    else there. `agencies` gives for (text, language) the country of a news agency that signs so; without a language, in
    any. `ambiguous` gives for (language, text) the countries that the text may mean, likeliest first.
    """

    countries: Mapping[str, Country]
    organisations: Mapping[str, Organisation]
    regions: Mapping[str, Region]
    cities: tuple[City, ...]
    subdivisions: tuple[Subdivision, ...]
    seats: tuple[Seat, ...]
    state_agencies: tuple[StateAgency, ...]
    agencies: Mapping[tuple[str, str], str]
    excluded_cities: Mapping[str, frozenset[str]]
    ambiguous: Mapping[tuple[str, str], tuple[str, ...]]
