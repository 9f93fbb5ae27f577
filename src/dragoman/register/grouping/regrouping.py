"""Keeps the groups of a register up to date: of the accounts that came or went, and of those they touch.

Groups follow from the accounts (and from what people ruled). An account that comes or goes can only change the groups
of those that a chain of ties connects with it, so these are grouped anew, and the outcome is the same as if everything
had been.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from sqlalchemy import Connection, delete, insert, or_, select

from dragoman.register import tables as t
from dragoman.register.grouping.blocks import Block, blocks
from dragoman.register.grouping.clusters import SAME, Pair, Rulings, pair
from dragoman.register.grouping.groups import memberships
from dragoman.register.grouping.likeness import is_hopeless, likeness
from dragoman.register.grouping.loading import load
from dragoman.register.grouping.telling import Telling
from dragoman.register.grouping.writing import write
from dragoman.register.steps import steps

# Who stands in a block, each with whether it asks there.
Standing = Mapping[int, list[tuple[str, bool]]]


def group_new(connection: Connection, ids: Collection[str], touched: Collection[str] = ()) -> None:
    """Group accounts that have just been added; `touched` are accounts that were tied to ones now gone."""
    new = load(connection, ids)
    standing = _add_blocks(connection, new.values())
    before = _standing_in(connection, standing, new.keys())
    wanted = {
        pair(one, other)
        for key, members in before.items()
        for one, asks in standing[key]
        for other, also in members
        if asks or also
    }
    others = {id for found in wanted for id in found} - new.keys()
    _add_ties(connection, new | load(connection, others), wanted)
    regroup(connection, {*ids, *touched})


def regroup(connection: Connection, ids: Collection[str]) -> None:
    """Group these accounts and all that they are tied to anew, by the ties already known."""
    members, ties = _connected(connection, ids)
    write(connection, memberships(load(connection, members), ties, rulings(connection, members)))


def regroup_all(connection: Connection) -> None:
    """Find every tie and group every account anew."""
    connection.execute(delete(t.tie))
    connection.execute(delete(t.block))
    tellings = load(connection, connection.scalars(select(t.account.c.id)).all())
    wanted = _pairs(_add_blocks(connection, tellings.values()), tellings)
    ties = _add_ties(connection, tellings, wanted)
    write(connection, memberships(tellings, ties, rulings(connection, tellings)))


def tied_to(connection: Connection, ids: Collection[str]) -> set[str]:
    """The other accounts that ties connect with these directly."""
    return {id for tie in _ties_of(connection, ids) for id in tie} - set(ids)


def _add_blocks(connection: Connection, tellings: Iterable[Telling]) -> Standing:
    standing: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for telling in tellings:
        for block in _distinct(blocks(telling)):
            standing[block.key].append((telling.id, block.asks))
    rows = [{"key": key, "account_id": id, "asks": asks} for key, members in standing.items() for id, asks in members]
    if rows:
        connection.execute(insert(t.block), rows)
    return standing


def _distinct(found: Iterable[Block]) -> list[Block]:
    """Each block once; who asks in it for one reason asks in it."""
    asks: dict[int, bool] = {}
    for block in found:
        asks[block.key] = asks.get(block.key, False) or block.asks
    return [Block(key, each) for key, each in asks.items()]


def _standing_in(connection: Connection, keys: Collection[int], besides: Collection[str]) -> Standing:
    standing: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for step in steps(sorted(keys)):
        for row in connection.execute(select(t.block).where(t.block.c.key.in_(step))):
            if row.account_id not in besides:
                standing[row.key].append((row.account_id, row.asks))
    return standing


def _pairs(standing: Standing, tellings: Mapping[str, Telling]) -> set[Pair]:
    """The pairs of accounts of two readings that share a block in which one of them asks."""
    return {
        pair(one, other)
        for members in standing.values()
        for (one, asks), (other, also) in combinations(members, 2)
        if (asks or also) and tellings[one].reading != tellings[other].reading
    }


def _add_ties(connection: Connection, tellings: Mapping[str, Telling], wanted: Iterable[Pair]) -> dict[Pair, float]:
    """Compare pairs of accounts and keep those that are likely of one occasion."""
    pairs = ((found, tellings[found[0]], tellings[found[1]]) for found in wanted)
    compared = ((found, likeness(a, b).likelihood) for found, a, b in pairs if not is_hopeless(a, b))
    ties = {found: likelihood for found, likelihood in compared if likelihood >= SAME}
    rows = [{"one": one, "other": other, "likelihood": likelihood} for (one, other), likelihood in ties.items()]
    if rows:
        connection.execute(insert(t.tie), rows)
    return ties


def _ties_of(connection: Connection, ids: Collection[str]) -> dict[Pair, float]:
    found: dict[Pair, float] = {}
    for step in steps(sorted(ids)):
        ends = or_(t.tie.c.one.in_(step), t.tie.c.other.in_(step))
        found |= {(row.one, row.other): row.likelihood for row in connection.execute(select(t.tie).where(ends))}
    return found


def _connected(connection: Connection, ids: Collection[str]) -> tuple[set[str], dict[Pair, float]]:
    """The accounts that a chain of ties, or of rulings that two are one, connects with these, and all their ties."""
    ties: dict[Pair, float] = {}
    seen: set[str] = set()
    reached = set(ids)
    while reached:
        seen |= reached
        found = _ties_of(connection, reached)
        ties |= found
        reached = {id for tie in (*found, *rulings(connection, reached).same) for id in tie} - seen
    return seen, ties


def rulings(connection: Connection, ids: Collection[str]) -> Rulings:
    """What people ruled on pairs of which one account is among these."""
    found = Rulings({}, {})
    for step in steps(sorted(ids)):
        ends = or_(t.ruling.c.one.in_(step), t.ruling.c.other.in_(step))
        query = select(t.ruling, t.decision.c.by).join(t.decision).where(ends).order_by(t.ruling.c.decision)
        for row in connection.execute(query):
            ruled, other = (found.same, found.different) if row.same else (found.different, found.same)
            tie = pair(row.one, row.other)
            # Of two rulings on one pair the later one holds.
            other.pop(tie, None)
            ruled[tie] = f"ruled {'the same' if row.same else 'different'} by {row.by} (decision {row.decision})"
    return found
