"""A process that adds numbered readouts and says each one that was acknowledged: LOCATION FIRST LAST."""

from __future__ import annotations

import dataclasses
import sys

from builder import numbered

from dragoman.model import Reading, Readout
from dragoman.register import open_register

MEETINGS = 40


def crowded(number: int) -> tuple[Readout, Reading]:
    """A numbered readout with many meetings, so that most of the time is spent inside the transaction."""
    readout, reading = numbered(number)
    visit, meeting = reading.engagements
    meetings = tuple(dataclasses.replace(meeting, id=f"m{n}") for n in range(MEETINGS))
    return readout, dataclasses.replace(reading, engagements=(visit, *meetings))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(location: str, first: int, last: int) -> None:
    say("ready")
    with open_register(location, create=True) as register:
        for number in range(first, last):
            say(f"{number} {register.add(*crowded(number)).status}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
