"""The world: countries, regions, organisations, cities and seats in English, French and Chinese, from data files."""

from dragoman.reference.chinese import simplified
from dragoman.reference.entries import LANGUAGES, City, Country, Organisation, Phrase, Region, Seat, Subdivision
from dragoman.reference.load import world
from dragoman.reference.names import SAME, likeness, name_keys, romanise
from dragoman.reference.world import World

__all__ = [
    "LANGUAGES",
    "SAME",
    "City",
    "Country",
    "Organisation",
    "Phrase",
    "Region",
    "Seat",
    "Subdivision",
    "World",
    "likeness",
    "name_keys",
    "romanise",
    "simplified",
    "world",
]
