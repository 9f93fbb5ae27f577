"""A vocabulary of what readouts are about, in English, French and Chinese, and which of it a text names."""

from dragoman.reference.concepts.entries import Concept, ConceptHit
from dragoman.reference.concepts.vocabulary import Vocabulary, vocabulary

__all__ = ["Concept", "ConceptHit", "Vocabulary", "vocabulary"]
