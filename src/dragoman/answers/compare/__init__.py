"""The accounts of one engagement side by side: what agrees, what differs, and what only one side reports."""

from dragoman.answers.compare.comparing import compare
from dragoman.answers.compare.comparison import Comparison

__all__ = ["Comparison", "compare"]
