"""How sure a rule is: the share of its values that were right where they could be checked."""

from __future__ import annotations

UNMEASURED = 0.7


def confidence(rule: str) -> float:
    """The confidence of a value made by this rule, 0 to 1."""
    return UNMEASURED
