"""What was acknowledged survives the death of the process, nothing is half-written, and adders wait for each other."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from adder import MEETINGS, crowded
from sqlalchemy import func, select

from dragoman.register import Register, open_register
from dragoman.register import tables as t

ADDER = Path(__file__).parent / "adder.py"


def start(location: str, first: int, last: int) -> subprocess.Popen[str]:
    """An adder that has imported everything and is about to open the register."""
    command = [sys.executable, str(ADDER), location, str(first), str(last)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kept(register: Register) -> set[int]:
    """The numbers of the readouts in a register, after checking that each is there with all that belongs to it."""
    with register._database.reading() as connection:
        per_table = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in t.metadata.tables.values()
            if table not in (t.block, t.tie, t.naming, t.naming_key)
        }
        numbers = {int(ref) for ref in connection.scalars(select(t.readout.c.ref))}
    readouts = len(numbers)
    assert per_table == {
        "readout": readouts,
        "reading": readouts,
        "account": readouts * (1 + MEETINGS),
        "party": readouts * (1 + 2 * MEETINGS),
        "place": readouts,
        "topic": 0,
        "point": 0,
        "concept": 0,
        "engagement": readouts * (1 + MEETINGS),
        "grouping": readouts * (1 + MEETINGS),
        "identity": readouts * MEETINGS,
        "tenure": 0,
        "institution": 0,
        "fact": 4 * readouts * (1 + MEETINGS),
        "decision": 0,
        "decided": 0,
        "ruling": 0,
    }
    return numbers


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_adder_leaves_all_that_was_acknowledged_and_nothing_half_written(location: str, seed: int) -> None:
    moments = random.Random(seed)
    acknowledged: set[int] = set()
    for _ in range(4):
        process = start(location, len(acknowledged), 10_000)
        assert process.stdout is not None
        for _ in range(moments.randint(1, 6)):
            acknowledged.add(int(process.stdout.readline().split()[0]))
        time.sleep(moments.random() * 0.03)
        process.kill()
        acknowledged |= {int(line.split()[0]) for line in process.stdout if line.endswith("\n")}
        process.wait()
        with open_register(location, create=False) as register:
            there = kept(register)
            assert acknowledged <= there
            assert len(there - acknowledged) <= 1  # the one that was committed, but not yet said
        acknowledged = there
    if "://" not in location:
        assert sqlite3.connect(location).execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("seed", range(3))
def test_a_register_whose_making_was_killed_can_be_made_again(location: str, seed: int) -> None:
    process = start(location, 0, 1)
    time.sleep(random.Random(seed).random() * 0.15)
    process.kill()
    process.communicate()
    with open_register(location, create=True) as register:
        register.add(*crowded(0))
        assert kept(register) == {0}


def test_adders_at_the_same_time_both_succeed(location: str) -> None:
    adders = [start(location, 0, 30), start(location, 20, 50)]  # neither finds a register, ten readouts are common
    said = [adder.communicate()[0].split() for adder in adders]
    assert [adder.returncode for adder in adders] == [0, 0]
    statuses = [status for words in said for status in words[1::2]]
    assert sorted(statuses) == ["added"] * 50 + ["unchanged"] * 10
    with open_register(location, create=False) as register:
        assert kept(register) == set(range(50))


def test_a_reader_sees_one_state_while_another_adds(location: str) -> None:
    adder = start(location, 0, 30)
    seen = []
    assert adder.stdout is not None
    for _ in range(15):
        adder.stdout.readline()
        with open_register(location, create=False) as register:
            seen.append(len(kept(register)))
            assert len(register.list()) % (1 + MEETINGS) == 0
    adder.communicate()
    assert adder.returncode == 0
    assert seen == sorted(seen)
