"""How likely two accounts tell of one occasion, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp

from dragoman.register.grouping.data import rows
from dragoman.register.grouping.feature import Feature
from dragoman.register.grouping.features import features
from dragoman.register.grouping.telling import Telling

_BASE = "base"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likelihood that two accounts tell of one occasion, 0 to 1, and what speaks for (and against) it."""

    likelihood: float
    reason: str


def likeness(a: Telling, b: Telling) -> Likeness:
    """Compare two accounts; the order does not matter."""
    a, b = sorted((a, b), key=lambda telling: telling.id)
    found = list(features(a, b))
    return Likeness(_likelihood(found), _reason(found))


def _likelihood(found: list[Feature]) -> float:
    score = weights()[_BASE] + sum(weights()[feature.name] * feature.strength for feature in found)
    return 1 / (1 + exp(-score))


def _reason(found: list[Feature]) -> str:
    """What is said of the findings: first what speaks for it, the strongest first."""
    said = [(weights()[feature.name] * feature.strength, feature.said) for feature in found if feature.said]
    speaks_for = [text for weight, text in said if weight > 0 and text]
    against = [text for weight, text in said if weight <= 0 and text]
    return "; ".join(speaks_for) + (f"; but {', '.join(against)}" if against else "")


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, and of none at all ('base')."""
    return {name: float(weight) for name, weight, _meaning in rows("weights.csv")}
