"""The world: countries, regions, organisations, cities and seats in English, French and Chinese, from data files."""

from dragoman.reference.chinese import simplified, traditional_characters
from dragoman.reference.entries import LANGUAGES, City, Country, Organisation, Phrase, Region, Seat, Subdivision
from dragoman.reference.load import world
from dragoman.reference.names import SAME, name_keys, name_likeness, romanise
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
    "name_keys",
    "name_likeness",
    "romanise",
    "simplified",
    "traditional_characters",
    "world",
]
