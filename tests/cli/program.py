"""How a test starts the program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

PROGRAM = [sys.executable, "-c", "import sys; from dragoman.cli import main; sys.argv[0] = 'dragoman'; main()"]

Run = Callable[..., subprocess.CompletedProcess[bytes]]
