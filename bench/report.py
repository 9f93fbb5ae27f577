"""How figures are shown: a table on stdout, and on demand a part of RESULTS.md with the command that made it."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, the first column to the left and figures to the right."""
    widths = [max(len(line[n]) for line in (header, *rows)) for n in range(len(header))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = (
        [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        for line in (header, rule, *rows)
    )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def show(title: str, body: str, markdown: bool) -> None:
    """Print a table; with `markdown`, also put it into RESULTS.md with date, state of the code and command, in place of
    an older one of that title.
    """
    print(f"\n{title}\n\n{body}")
    if markdown:
        options = (a for a in sys.argv[1:] if a != "--markdown")
        command = " ".join([_python(), "-m", f"bench.{Path(sys.argv[0]).stem}", *options])
        said = f"{date.today()}, {_commit()}, Python {platform.python_version()}, {_processor()}: `{command}`"
        results = RESULTS.read_text("utf-8")
        RESULTS.write_text(with_part(results, title, f"{said}\n\n{body}"), "utf-8")


def with_part(results: str, title: str, body: str) -> str:
    """The results with a part of this title: the old one replaced, up to what is said below its table, or a new one at
    the end of the speed section.
    """
    part = f"\n### {title}\n\n{body}\n"
    old = re.search(rf"\n### {re.escape(title)}\n\n[^\n]*\n(\n?\|[^\n]*\n)*", results)
    if old:
        return results[: old.start()] + part + results[old.end() :]
    section = re.search(r"\n## Speed and length\n.*?(?=\n## |\Z)", results, re.DOTALL)
    end = section.end() if section else len(results)
    return results[:end] + part + results[end:]


def _python() -> str:
    """'python' for that of .venv, as the file says at its head; any other by its path in the project."""
    folder = Path(sys.prefix).name
    return "python" if folder == ".venv" else f"{folder}/bin/python"


def _commit() -> str:
    run = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=RESULTS.parent)
    return f"commit {run.stdout.strip()}" if run.returncode == 0 else "no commit"


def _processor() -> str:
    """One core of what the machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return f"one core of {next(names, platform.machine())}"
