"""Runs of the program: inside the test's process, or in one of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

PROGRAM = [sys.executable, "-c", "import sys; from dragoman.cli import main; sys.argv[0] = 'dragoman'; main()"]


@dataclass(frozen=True)
class Done:
    """What a run of the program left: exit code, standard output and error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
