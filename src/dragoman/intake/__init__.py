"""Files into readouts. Knows what a file looks like, and nothing of what its text means."""

from dragoman.intake.draft import Overrides
from dragoman.intake.gather import MAX_BYTES, Intake, Refused, gather

__all__ = ["MAX_BYTES", "Intake", "Overrides", "Refused", "gather"]
