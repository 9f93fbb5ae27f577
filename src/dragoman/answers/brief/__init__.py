"""One page before a meeting: who they are, what was done and agreed with them, on what, and where accounts differ."""

from dragoman.answers.brief.brief import Brief
from dragoman.answers.brief.briefing import brief

__all__ = ["Brief", "brief"]
