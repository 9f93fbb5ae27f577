"""How likely two accounts tell of one occasion, and the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp

from dragoman.register.grouping.data import rows
from dragoman.register.grouping.feature import Feature
from dragoman.register.grouping.features import features, outward
from dragoman.register.grouping.people import COMPANIONS, HEADS
from dragoman.register.grouping.telling import Telling

_BASE = "base"
# The strengths of what speaks most for two accounts among the findings about people.
_MOST_OF_PEOPLE_ALIKE = {"parties same": 1.0, "name agrees": HEADS, "companion agrees": COMPANIONS, "group same": 1.0}


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


def is_hopeless(a: Telling, b: Telling) -> bool:
    """Whether two accounts are unlikely of one occasion whatever their people are called; compares no names."""
    most = _MOST_OF_PEOPLE_ALIKE | {"rank same": len(a.sides | b.sides)}
    score = _score(outward(a, b)) + sum(weights()[name] * strength for name, strength in most.items())
    if {a.kind, b.kind} == {"meeting", "conference"}:
        # How near these are depends on for whom people act, which their names may tell.
        score += weights()["kind talks"] - weights()["kind far"]
    return score < 0


def _likelihood(found: list[Feature]) -> float:
    return 1 / (1 + exp(-_score(found)))


def _score(found: Iterable[Feature]) -> float:
    return weights()[_BASE] + sum(weights()[feature.name] * feature.strength for feature in found)


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
