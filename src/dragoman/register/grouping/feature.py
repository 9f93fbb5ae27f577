"""One finding about two accounts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A finding: its name in the table of weights, how strong it is (mostly 1), and how people are told of it."""

    name: str
    strength: float
    said: str | None = None
