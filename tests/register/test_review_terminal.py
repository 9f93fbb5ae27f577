"""`dragoman review` as somebody sits at it: a real process on a real terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder import VISIT, visit
from running import PROGRAM

from dragoman.register import open_register

pty = pytest.importorskip("pty")
_MENU = "q quit > "
_PATIENCE = 60


class Terminal:
    """A process on a terminal of its own: what it shows is waited for, keys are pressed one by one."""

    def __init__(self, arguments: list[str], folder: Path, **changes: str) -> None:
        ours, theirs = pty.openpty()
        environment = os.environ | {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100"} | changes
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self._file = ours
        self._unread = ""

    def until(self, words: str) -> str:
        """What is shown up to these words."""
        while words not in self._unread:
            if not select.select([self._file], [], [], _PATIENCE)[0]:
                raise AssertionError(f"{words!r} never came, but {self._unread!r}")
            try:
                more = os.read(self._file, 4096).decode("utf-8", "replace")
            except OSError:  # Linux says so where the other end is closed
                more = ""
            if not more:
                raise AssertionError(f"it ended with {self._unread!r} before {words!r}")
            self._unread += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", more)
        shown, self._unread = self._unread.split(words, 1)
        return shown

    def press(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._file)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with open_register(tmp_path / "register.db", create=True) as register:
        register.add(VISIT, visit())
    opened = Terminal(["review"], tmp_path, DRAGOMAN_BY="Kari Lund", DRAGOMAN_REGISTER="register.db")
    yield opened
    opened.close()


def acts(folder: Path) -> list[tuple[str, str]]:
    with open_register(folder / "register.db", create=False) as register:
        return [(decision.act, decision.standing) for decision in register.decisions()]


def test_single_keys_decide_without_enter(terminal: Terminal, tmp_path: Path) -> None:
    first = terminal.until(_MENU)
    assert "1 of " in first
    assert "[" in first
    terminal.press("a")
    terminal.until("decision 1: accept")
    assert "2 of " in terminal.until(_MENU)
    terminal.press("\x1b[A")  # an arrow is no key
    terminal.press("u")
    terminal.until("decision 2: undo 1")
    assert "1 of " not in terminal.until(_MENU)[:20]
    terminal.press("\x04")
    terminal.until("2 decisions by Kari Lund")
    assert terminal.process.wait(_PATIENCE) == 0
    assert acts(tmp_path) == [("accept", "undone"), ("undo", "holds")]


def test_answers_are_typed_as_lines(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until(_MENU)
    terminal.press("d")
    terminal.until("o point > ")
    terminal.press("p")
    for field, answer in (("name", "Åse Holm"), ("post", "interpreter"), ("affiliation", "Norway"), ("group", "")):
        terminal.until(f"{field} [")
        terminal.until("> ")
        terminal.press(f"{answer}\n")
    terminal.until("decision 1: add")
    terminal.until(_MENU)
    terminal.press("q")
    assert terminal.process.wait(_PATIENCE) == 0
    with open_register(tmp_path / "register.db", create=False) as register:
        (decision,) = register.decisions()
    assert decision.after == {"name": "Åse Holm", "post": "interpreter", "affiliation": "NO", "group": False}


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGKILL])
def test_what_was_decided_is_kept_when_the_process_is_stopped(terminal: Terminal, tmp_path: Path, ended: int) -> None:
    terminal.until(_MENU)
    terminal.press("r")
    terminal.until("decision 1: reject")
    terminal.until(_MENU)
    terminal.process.send_signal(ended)
    assert terminal.process.wait(_PATIENCE) == (130 if ended == signal.SIGINT else -ended)
    assert acts(tmp_path) == [("reject", "holds")]


def test_the_terminal_is_left_as_it_was(terminal: Terminal) -> None:
    import termios

    terminal.until(_MENU)
    assert not termios.tcgetattr(terminal._file)[3] & termios.ICANON
    terminal.press("q")
    terminal.until("0 decisions by Kari Lund")
    assert terminal.process.wait(_PATIENCE) == 0
    assert termios.tcgetattr(terminal._file)[3] & termios.ICANON
