"""The register: readings of many readouts kept as one record of engagements."""

from __future__ import annotations

from dragoman.register.adding import reader_and_version
from dragoman.register.database import RegisterUnusable
from dragoman.register.decisions.showing import Wanted
from dragoman.register.filters import Filters, about, affiliation
from dragoman.register.rows import Added, EngagementRecord, EngagementRow
from dragoman.register.store import Register, open_register

__all__ = [
    "Added",
    "EngagementRecord",
    "EngagementRow",
    "Filters",
    "Register",
    "RegisterUnusable",
    "Wanted",
    "about",
    "affiliation",
    "open_register",
    "reader_and_version",
]
