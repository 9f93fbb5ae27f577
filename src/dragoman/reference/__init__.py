"""The world: countries, regions, organisations, cities and seats in English, French and Chinese, from data files."""

from dragoman.reference.actors import Actors, acts_for, known_actors
from dragoman.reference.chinese import simplified, traditional_characters
from dragoman.reference.entries import LANGUAGES, City, Country, Organisation, Phrase, Region, Seat, Subdivision
from dragoman.reference.load import world
from dragoman.reference.names import SAME, name_keys, name_likeness, romanise
from dragoman.reference.posts import PostKinds, post_kinds
from dragoman.reference.tenures import POSTS, Tenure, who_held
from dragoman.reference.world import World

__all__ = [
    "LANGUAGES",
    "POSTS",
    "SAME",
    "Actors",
    "City",
    "Country",
    "Organisation",
    "Phrase",
    "PostKinds",
    "Region",
    "Seat",
    "Subdivision",
    "Tenure",
    "World",
    "acts_for",
    "known_actors",
    "name_keys",
    "name_likeness",
    "post_kinds",
    "romanise",
    "simplified",
    "traditional_characters",
    "who_held",
    "world",
]
