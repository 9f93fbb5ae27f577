"""Concepts and where a text names them, as types. Plain data; nothing here reads a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.reference.entries import Texts


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a vocabulary.

    `id` is short and readable ('student-mobility'). `labels` gives its preferred label by language (at least one),
    `also` further labels, `apart` phrases that hold one of its labels and mean something else ('business climate').
    `broader` is the id of the concept above it, None at the top. `identifiers` gives the addresses (URIs) of the same
    concept in other vocabularies by scheme ('unesco', 'unbis').
    """

    id: str
    broader: str | None
    labels: Mapping[str, str]
    also: Texts
    apart: Texts
    source: str
    identifiers: Mapping[str, str] = field(default_factory=dict)

    def texts(self, language: str) -> tuple[str, ...]:
        """Every label in a language, the preferred one first."""
        first = (self.labels[language],) if language in self.labels else ()
        return (*first, *self.also.get(language, ()))

    def label(self, language: str = "en") -> str:
        """The preferred label in a language, or else in the first that it has one in."""
        return self.labels.get(language) or next(iter(self.labels.values()))


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A concept that a text names, and the characters `start` to `end` (code points, end exclusive) that name it."""

    concept: str
    start: int
    end: int
