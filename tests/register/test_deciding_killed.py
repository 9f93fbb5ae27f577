"""A decision that was acknowledged survives the death of the process, and none is ever half there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builder import CALL, VISIT, call, visit
from sqlalchemy import select

from dragoman.register import Register, open_register
from dragoman.register import tables as t
from dragoman.register.decisions.states import put_all_facts

DECIDER = Path(__file__).parent / "decider.py"
STATE = {"accept": "accepted", "reject": "rejected"}


def states(register: Register) -> list[tuple[object, ...]]:
    with register._database.reading() as connection:
        return sorted(tuple(row) for row in connection.execute(select(t.fact)))


@pytest.mark.parametrize("seed", [1])
def test_a_killed_decider_leaves_what_was_acknowledged_and_nothing_half_done(location: str, seed: int) -> None:
    moments = random.Random(seed)
    with open_register(location, create=True) as register:
        register.add(VISIT, visit())
        register.add(CALL, call())
    before: set[int] = set()
    for _ in range(3):
        process = subprocess.Popen([sys.executable, str(DECIDER), location], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        lines = [process.stdout.readline() for _ in range(moments.randint(1, 9))]
        time.sleep(moments.random() * 0.02)
        process.kill()
        lines += [line for line in process.stdout if line.endswith("\n")]
        process.wait()
        numbers = [int(line.split()[0]) for line in lines]
        with open_register(location, create=False) as register:
            decisions = register.decisions()
            kept = {decision.number for decision in decisions}
            unsaid = kept - before - set(numbers)
            assert before | set(numbers) <= kept
            assert len(unsaid) <= 1  # the one that was kept, but not yet said
            _, act, fact = lines[-1].split()
            if act in STATE and not unsaid:
                assert register.fact(fact).state == STATE[act]
            # What follows from the decisions was kept with them.
            found = states(register)
            with register._database.writing() as connection:
                put_all_facts(connection)
            assert states(register) == found
        before = kept
