"""A vocabulary: concepts by id and name, what is narrower than each, and which of them a text names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.reference.concepts.entries import Concept, ConceptHit
from dragoman.reference.concepts.files import own_concepts, with_file
from dragoman.reference.concepts.finder import Finder
from dragoman.reference.entries import LANGUAGES
from dragoman.reference.folding import fold_in_place


@dataclass(frozen=True)
class Vocabulary:
    """Concepts by id; the finder of a language is built at the first text in it."""

    concepts: Mapping[str, Concept]
    _finders: dict[str, Finder] = field(default_factory=dict, init=False, repr=False, compare=False)

    def concepts_of(self, text: str, language: str) -> tuple[ConceptHit, ...]:
        """The concepts that a text in a language (ISO 639-1) names, each with its span, in text order.

        Of labels that overlap the longest counts. A language without labels gives none.
        """
        if language not in self._finders:
            self._finders[language] = Finder(self.concepts.values(), language)
        return self._finders[language].find(text)

    def find(self, name: str) -> Concept | None:
        """The concept of this id or label, in any language and case; None if there is none."""
        wanted = fold_in_place(name).strip()
        by_id = self.concepts.get(wanted.replace(" ", "-"))
        return by_id or next((concept for concept in self.concepts.values() if _is_called(concept, wanted)), None)

    def narrower(self, id: str) -> frozenset[str]:
        """The ids of a concept and of all concepts below it."""
        below = frozenset({id})
        while True:
            more = below | {concept.id for concept in self.concepts.values() if concept.broader in below}
            if more == below:
                return below
            below = more

    def broader(self, id: str) -> tuple[str, ...]:
        """The ids of the concepts above a concept, the nearest first."""
        above = []
        concept = self.concepts.get(id)
        while concept is not None and concept.broader is not None:
            above.append(concept.broader)
            concept = self.concepts.get(concept.broader)
        return tuple(above)


@cache
def vocabulary(file: Path | None = None) -> Vocabulary:
    """The vocabulary of the package, with the concepts and labels of a file of the user's own, read once a process.

    Raises DragomanError, naming file and line, if the file cannot be read or breaks a rule of docs/reference-data.md.
    """
    concepts = own_concepts()
    return Vocabulary(concepts if file is None else with_file(concepts, file))


def _is_called(concept: Concept, wanted: str) -> bool:
    return any(fold_in_place(label).strip() == wanted for language in LANGUAGES for label in concept.texts(language))
