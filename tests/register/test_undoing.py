"""Whatever was decided, undoing it leaves the register as it was before; the list of decisions only grows."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from builder import CALL, VISIT, call, visit
from test_grouping import DEPUTY, LATER, LISBOA, OSLO

from dragoman.errors import DragomanError
from dragoman.register import Register, Wanted
from dragoman.register.decisions.records import FactRecord

BY = "Kari Lund"
STATES = ("pending", "accepted", "edited", "rejected", "stale")
EDITS: dict[str, dict[str, Any]] = {
    "engagement": {"kind": "call"},
    "date": {"start": "2024-03-11", "end": "2024-03-11"},
    "place": {"country": "NO", "locality": None},
    "party": {"name": "Rui Vaz"},
    "topic": {"text": "exchanges"},
    "point": {"act": "stated", "by": ["NO"]},
}


def all_of(register: Register) -> Any:
    """All that a register answers, apart from the list of decisions."""
    rows = register.list()
    return rows, [register.show(row.id) for row in rows], register.facts(Wanted(STATES))


def decide(register: Register, fact: FactRecord, ids: list[str], chance: random.Random) -> int:
    """One decision by chance, about a fact or about two accounts."""
    choices: list[Callable[[], int]] = [
        lambda: register.decide("accept", fact.id, BY),
        lambda: register.decide("reject", fact.id, BY),
        lambda: register.rule("same", *chance.sample(ids, 2), by=BY),
        lambda: register.rule("different", *chance.sample(ids, 2), by=BY),
        lambda: register.add_fact(fact.account, "party", {"name": "Ana Reis"}, BY),
    ]
    if fact.fact in EDITS:
        choices.append(lambda: register.decide("edit", fact.id, BY, content=EDITS[fact.fact]))
    return chance.choice(choices)()


@pytest.mark.parametrize("seed", range(4))
def test_undoing_decisions_backwards_goes_through_every_state_before(register: Register, seed: int) -> None:
    chance = random.Random(seed)
    for told in ((VISIT, visit()), (CALL, call()), OSLO, LISBOA, LATER, DEPUTY):
        register.add(*told)
    before: list[tuple[int, Any]] = []
    while len(before) < 6:
        state = all_of(register)
        accounts = [told.id for record in state[1] for told in record.accounts]
        try:
            number = decide(register, chance.choice(state[2]), accounts, chance)
        except DragomanError:
            continue  # a second date, or the only account of its engagement
        before.append((number, state))
    for number, state in reversed(before):
        register.undo(number, BY)
        assert all_of(register) == state
    assert [decision.number for decision in register.decisions()] == list(range(1, 13))
    assert {fact.state for fact in register.facts(Wanted(STATES))} == {"pending"}
