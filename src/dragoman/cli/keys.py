"""Single keys and answers from whoever sits at the terminal, or from a script through a pipe."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from dragoman.cli import output

# How long, in seconds, the rest of what one key sends may take to come.
_AFTER_ESCAPE = 0.05


class Keys(Protocol):
    """What a flow on the terminal is driven by."""

    def key(self) -> str:
        """The next key; '' when there will be no more."""
        ...

    def answer(self, question: str) -> str:
        """A line in answer to a question, without its end; '' when there will be no more."""
        ...


@contextmanager
def keys() -> Iterator[Keys]:
    """The keys of standard input, each as it is pressed where that is a terminal."""
    try:
        import termios
        import tty
    except ImportError:
        yield _Piped()
        return
    if not sys.stdin.isatty():
        yield _Piped()
        return
    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    tty.setcbreak(file, termios.TCSADRAIN)
    try:
        yield _Pressed(file, before)
    finally:
        termios.tcsetattr(file, termios.TCSADRAIN, before)


class _Piped:
    """Keys one after the other, blanks between them passed over; an answer is the rest of the line, or else the next
    line."""

    def __init__(self) -> None:
        self._after_key = False

    def key(self) -> str:
        while (character := sys.stdin.read(1)).isspace():
            pass
        self._after_key = True
        return character

    def answer(self, question: str) -> str:
        line = sys.stdin.readline()
        if self._after_key and line.endswith("\n") and not line.strip():
            line = sys.stdin.readline()
        self._after_key = False
        output.result(output.safe(question + line.strip()))
        return line.strip()


class _Pressed:
    """Keys as they are pressed on a terminal; answers are typed with the means of line editing that there are."""

    def __init__(self, file: int, lined: list[object]) -> None:
        self._file = file
        self._lined = lined

    def key(self) -> str:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            byte = os.read(self._file, 1)
            character = decoder.decode(byte, final=not byte)
            if character == "\x1b":
                self._pass_over_sequence()
            elif character == "\x04" or not byte:
                return ""
            elif character and not character.isspace():
                return character

    def _pass_over_sequence(self) -> None:
        """Arrows and function keys send ESC, '[' or 'O', and more up to a character from '@' on; none is a key."""
        import select

        if select.select([self._file], [], [], _AFTER_ESCAPE)[0] and os.read(self._file, 1) in b"[O":
            while (byte := os.read(self._file, 1)) and not b"@" <= byte <= b"~":
                pass

    def answer(self, question: str) -> str:
        import termios

        with suppress(ImportError):
            # Whoever imports it gets the editing of lines.
            import readline  # noqa: F401
        now = termios.tcgetattr(self._file)
        termios.tcsetattr(self._file, termios.TCSADRAIN, self._lined)  # type: ignore[arg-type]
        try:
            return input(question).strip()
        except EOFError:
            return ""
        finally:
            termios.tcsetattr(self._file, termios.TCSADRAIN, now)
