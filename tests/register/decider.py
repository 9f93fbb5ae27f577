"""A process that accepts, rejects and undoes, and says each decision that was acknowledged: LOCATION."""

from __future__ import annotations

import sys
from itertools import cycle

from dragoman.register import Wanted, open_register


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(location: str) -> None:
    with open_register(location, create=False) as register:
        say("ready")
        for act in cycle(("accept", "reject")):
            for id in register.fact_ids(Wanted(("pending", "accepted", "rejected"))):
                if "/party/" in id:
                    number = register.decide(act, id, "a process")  # type: ignore[arg-type]
                    say(f"{number} {act} {id}")
                    say(f"{register.undo(number, 'a process')} undo {id}")
                    say(f"{register.decide(act, id, 'a process')} {act} {id}")  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1])
