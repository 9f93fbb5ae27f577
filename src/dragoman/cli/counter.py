"""How far a long batch has come, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counter(what: str, silent: bool = False) -> Iterator[Callable[[], None]]:
    """A function to call at each step; it counts on standard error where that is a terminal.

    Where standard output is one too, it counts only if most steps are `silent` there.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not silent):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} " + what), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda: progress.advance(task)
