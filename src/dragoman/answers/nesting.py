"""Accounts under the account that they were part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Account, Reading


@dataclass(frozen=True, slots=True)
class Node:
    """An account, the account that it is shown under (None at the top), and how many stand above it."""

    account: Account
    parent: Account | None
    depth: int


def nested(reading: Reading) -> Iterator[Node]:
    """The accounts of a reading in reading order, each after its parent.

    An account whose `within` names no account of the reading, or goes round in a circle, stands at the top, so
    that every account comes exactly once.
    """
    accounts = {account.id: account for account in reading.engagements}
    below: dict[str | None, list[Account]] = {}
    for account in reading.engagements:
        below.setdefault(_parent(account, accounts), []).append(account)
    waiting = [Node(account, None, 0) for account in reversed(below.get(None, []))]
    while waiting:
        node = waiting.pop()
        yield node
        children = below.get(node.account.id, [])
        waiting.extend(Node(child, node.account, node.depth + 1) for child in reversed(children))


def _parent(account: Account, accounts: dict[str, Account]) -> str | None:
    """The id of the parent, None where there is none or where following it comes back to the account."""
    seen = {account.id}
    above = account.within
    while above in accounts and above not in seen:
        seen.add(above)
        above = accounts[above].within
    return account.within if account.within in accounts and above not in seen else None
