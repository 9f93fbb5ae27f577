"""Many readouts read one after the other, past those that are bad."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from dragoman.cli import output
from dragoman.errors import DragomanError
from dragoman.model import Reading, Readout

if TYPE_CHECKING:
    from dragoman.intake import Overrides
    from dragoman.reference.concepts import Vocabulary


@dataclass(slots=True)
class Batch:
    """What came of a batch: how many readouts were read, and what was refused and why.

    `whole` says that each refusal is of a readout as a whole.
    """

    read: int = 0
    refused: list[str] = field(default_factory=list)
    whole: bool = True

    def readings(
        self, sources: Sequence[str], overrides: Overrides, vocabulary: Vocabulary | None = None
    ) -> Iterator[tuple[Readout, Reading]]:
        """Every readout of the sources that can be read, with its reading, in order."""
        from dragoman.intake import Refused, gather

        for item in gather(sources, stdin=sys.stdin.buffer, overrides=overrides):
            if isinstance(item, Refused):
                self.refused.append(str(item))
            elif (reading := self.reading(item, vocabulary)) is not None:
                yield item, reading

    def reading(self, readout: Readout, vocabulary: Vocabulary | None = None) -> Reading | None:
        """The reading of a readout, None if it cannot be read."""
        from dragoman import read

        name = readout.source or readout.ref
        try:
            reading = read(readout, vocabulary)
        except DragomanError as error:
            self.refused.append(f"{name}: {error}")
            return None
        except Exception as error:
            # One text that the reader breaks on must not cost the thousand behind it.
            fault = f"{type(error).__name__}: {error}"
            self.refused.append(f"{name}: dragoman broke on it ({fault}); please report it with the text")
            return None
        self.read += 1
        return reading

    def close(self) -> None:
        """Say what was refused; raises Exit with code 2 if anything was."""
        if len(self.refused) > 1 and self.whole:
            output.complain(f"{len(self.refused)} of {self.read + len(self.refused)} could not be read:")
        for sentence in self.refused:
            output.complain(sentence)
        if self.refused:
            raise typer.Exit(2)
