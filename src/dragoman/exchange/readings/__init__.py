"""Readings made elsewhere, by a language model, a person or another tool, held to the words of their texts."""

from dragoman.exchange.readings.grounding import Grounded, ground
from dragoman.exchange.readings.taking import Taken, by_ref, named, taken
from dragoman.exchange.readings.values import Refusal

__all__ = ["Grounded", "Refusal", "Taken", "by_ref", "ground", "named", "taken"]
