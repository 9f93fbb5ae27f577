"""A run of the program inside the test's process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a run of the program left: exit code, standard output and error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
