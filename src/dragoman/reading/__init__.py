"""Readout → Reading, purely: the language and everything else that reading needs is handed in."""

from dragoman.reading.concepts import with_concepts
from dragoman.reading.reader import NAME, read_with

__all__ = ["NAME", "read_with", "with_concepts"]
