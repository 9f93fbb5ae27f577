from __future__ import annotations

import dataclasses

import pytest

from dragoman.answers.nesting import nested
from dragoman.model import Reading, Readout


def with_parents(example: Reading, parents: list[str | None]) -> Reading:
    """A reading of as many accounts, e1, e2, …, with these parents."""
    account = example.engagements[0]
    accounts = [dataclasses.replace(account, id=f"e{n}", within=parent) for n, parent in enumerate(parents, 1)]
    return dataclasses.replace(example, engagements=tuple(accounts))


@pytest.mark.parametrize(
    ("parents", "shown"),
    [
        ([None, None], [("e1", 0), ("e2", 0)]),
        ([None, "e1", None, "e1"], [("e1", 0), ("e2", 1), ("e4", 1), ("e3", 0)]),
        (["e2", None], [("e2", 0), ("e1", 1)]),
        ([None, "e1", "e2"], [("e1", 0), ("e2", 1), ("e3", 2)]),
    ],
)
def test_an_account_stands_below_its_parent(
    example: tuple[Readout, Reading], parents: list[str | None], shown: list[tuple[str, int]]
) -> None:
    nodes = list(nested(with_parents(example[1], parents)))
    assert [(node.account.id, node.depth) for node in nodes] == shown
    assert all((node.parent.id if node.parent else None) == node.account.within for node in nodes)


@pytest.mark.parametrize("parents", [["e1"], ["e2", "e1"], ["e2", "e3", "e1", "e3"], ["nowhere"], [""]])
def test_an_account_whose_parents_lead_nowhere_is_not_lost(
    example: tuple[Readout, Reading], parents: list[str | None]
) -> None:
    nodes = list(nested(with_parents(example[1], parents)))
    assert sorted(node.account.id for node in nodes) == [f"e{n}" for n in range(1, len(parents) + 1)]
    assert nodes[0].depth == 0


def test_a_chain_of_ten_thousand_accounts_is_no_trouble(example: tuple[Readout, Reading]) -> None:
    chain = with_parents(example[1], [None, *(f"e{n}" for n in range(1, 10_000))])
    assert [node.depth for node in nested(chain)] == list(range(10_000))
