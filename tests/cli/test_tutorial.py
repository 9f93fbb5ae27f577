"""What the tutorial and the README show is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import Run

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"```console\n\$ dragoman (read samples/[^\n]+)\n```\n\n```text\n(.*?)```", re.DOTALL)
BLOCKS = [
    (page, command, output)
    for page in ("README.md", "docs/tutorial.md")
    for command, output in SHOWN.findall((ROOT / page).read_text("utf-8"))
]


def test_the_tutorial_shows_what_is_printed() -> None:
    assert [page for page, _, _ in BLOCKS].count("docs/tutorial.md") >= 2


@pytest.mark.parametrize(("page", "command", "shown"), BLOCKS, ids=[f"{page} {cmd}" for page, cmd, _ in BLOCKS])
def test_the_docs_show_what_the_program_prints(run: Run, page: str, command: str, shown: str) -> None:
    name, path = command.split()
    printed = run(name, ROOT / path, COLUMNS="90").stdout.decode()
    assert shown == printed, f"{page} shows what was printed once; run docs/refresh"
