"""The real program, started as people start it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from program import PROGRAM, Run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs dragoman in an empty folder, on arguments, standard input and changes of the environment."""

    def start(*arguments: str | Path, stdin: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
        return subprocess.run(
            [*PROGRAM, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment | changes,
            check=False,
        )

    return start


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A file with one short readout in the wire shape."""
    path = tmp_path / "meeting.txt"
    path.write_text(
        " date 2024-05-06 Minister Sousa receives Minister Lund\n\n"
        "On 3 May 2024, Minister of Education Ana Sousa of Cabo Verde met with Kari Lund, the Norwegian Minister of "
        "Research, in Praia. They discussed ocean science and open data.\n",
        "utf-8",
    )
    return path
