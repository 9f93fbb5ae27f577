"""Every decision with what has become of it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from dragoman.register import tables as t
from dragoman.register.decisions.current import RULINGS, current_reading
from dragoman.register.decisions.decision import Decision, standing, undone
from dragoman.register.decisions.ledger import entered, no_decision
from dragoman.register.decisions.records import DecisionRecord, Standing
from dragoman.register.decisions.reviewing import Ruled
from dragoman.register.decisions.rulings import account_of
from dragoman.register.grouping.clusters import Pair, pair


def listed(connection: Connection) -> list[DecisionRecord]:
    """Every decision in order."""
    return _records(connection, entered(connection))


def decision(connection: Connection, number: int) -> DecisionRecord:
    """The decision of a number; raises DragomanError if there is none."""
    readout = connection.scalar(select(t.decided.c.readout).where(t.decided.c.decision == number).limit(1))
    if readout is None:
        raise no_decision(number)
    return next(each for each in _records(connection, entered(connection, readout)) if each.number == number)


def _records(connection: Connection, decisions: tuple[Decision, ...]) -> list[DecisionRecord]:
    """Decisions with what has become of them; all that are about the same facts must be among them."""
    fates = _fates(connection, decisions)
    hashes = {anchor.readout for each in decisions for anchor in each.about}
    named = select(t.readout.c.hash, t.readout.c.ref, t.readout.c.title).where(t.readout.c.hash.in_(hashes))
    names = {row.hash: row.ref or row.title for row in connection.execute(named)}
    return [
        DecisionRecord(
            number=each.number,
            act=each.act,
            by=each.by,
            at=each.at,
            why=each.why,
            standing=fates.get(each.number, "holds"),
            fact=each.about[0].fact,
            accounts=tuple(anchor.account for anchor in each.about),
            readouts=tuple(dict.fromkeys(names[anchor.readout] for anchor in each.about)),
            before=each.before,
            after=each.after,
            undoes=each.undoes,
        )
        for each in decisions
    ]


def _fates(connection: Connection, decisions: tuple[Decision, ...]) -> dict[int, Standing]:
    """What has become of the decisions that do not simply hold."""
    fates: dict[int, Standing] = {}
    for readout, reader in {(each.about[0].readout, each.about[0].reader) for each in decisions}:
        current = current_reading(connection, readout, reader)
        about = tuple(each for each in decisions if each.about[0].readout == readout)
        if current is None:
            fates |= {each.number: "orphaned" for each in about if each.about[0].reader == reader}
            continue
        reviewed = current.reviewed(about)
        fates |= {each.number: "orphaned" for each in reviewed.orphaned}
        fates |= {each.decision.number: "stale" for each in reviewed.facts if each.decision and each.state == "stale"}
        fates |= {number: "overruled" for each in reviewed.facts for number in _overruled(each)}
    latest: dict[Pair, Decision] = {}
    for each in reversed(standing(decisions)):
        if each.act in RULINGS:
            one, *others = (account_of(connection, anchor) for anchor in each.about)
            pairs = [pair(one, other) for other in others if one is not None and other is not None]
            if not pairs:
                fates[each.number] = "orphaned"
            elif all(tie in latest and latest[tie].act != each.act for tie in pairs):
                fates[each.number] = "overruled"
            latest |= {tie: each for tie in pairs if tie not in latest}
    return fates | dict.fromkeys(undone(decisions), "undone")


def _overruled(ruled: Ruled) -> Iterator[int]:
    """The decisions about a fact to which a later one is contrary."""
    about = [*ruled.earlier, *([ruled.decision] if ruled.decision else [])]
    for number, earlier in enumerate(about):
        contrary = {"edit", "reject"} if earlier.act in ("accept", "edit") else {"reject"}
        if any(later.act in contrary or earlier.act == "reject" for later in about[number + 1 :]):
            yield earlier.number
