"""What is wrong with a reading by the contract's own letter: spans that do not quote, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from dragoman import Reading, Readout
from dragoman.model import Account, DateRange, Evidence, Mechanism, Point, Topic


def faults(readout: Readout, reading: Reading) -> list[str]:
    """A sentence for every fault, none for a sound reading.

    Sound means: evidence, topics, points and events quote the text at their offsets; a value that is stated has
    evidence, and the evidence of a named party holds the name; ids are unique; `within`, `carries_forward` and a
    mechanism's `engagement` name accounts of the reading, and nothing is within itself; intervals are calendar days
    in order; confidences lie between 0 and 1.
    """
    ids = [account.id for account in reading.engagements]
    parents = {account.id: account.within for account in reading.engagements}
    found = [f"{name} is the id of several accounts" for name in {name for name in ids if ids.count(name) > 1}]
    for account in reading.engagements:
        found += (f"{account.id}: {fault}" for fault in _account(readout, account, parents))
    for mechanism in reading.mechanisms:
        found += (f"mechanism {mechanism.name!r}: {fault}" for fault in _mechanism(readout, mechanism, parents))
    return found


def _account(readout: Readout, account: Account, parents: dict[str, str | None]) -> Iterator[str]:
    for link in account.carries_forward:
        yield from _quotes(readout, link.evidence, "carries_forward")
        if link.id not in parents or link.id == account.id:
            yield f"carries forward {link.id}, which is no other account of this reading"
    yield from _within(account, parents)
    yield from _quotes(readout, account.evidence, "the account")
    if not account.evidence:
        yield "has no evidence"
    if account.event is not None and account.event not in readout.text:
        yield f"the event {account.event!r} does not stand in the text"
    for interval in filter(None, (account.date, account.window)):
        yield from _interval(readout, interval)
    for value in chain(account.places, account.parties):
        yield from _quotes(readout, value.evidence, f"{value}")
        if value.basis == "stated" and not value.evidence:
            yield f"{value} is stated without evidence"
    for party in account.parties:
        if party.name is not None and not any(party.name in piece.text for piece in party.evidence):
            yield f"the evidence of {party.name!r} does not hold the name"
    for saying in chain(account.topics, account.points):
        yield from _saying(readout, saying)
    for value in chain((account,), account.places, account.parties, account.topics, account.points):
        if not 0 <= value.confidence <= 1:
            yield f"confidence {value.confidence} of {value}"


def _within(account: Account, parents: dict[str, str | None]) -> Iterator[str]:
    above = account.within
    seen = {account.id}
    while above is not None:
        if above not in parents:
            yield f"within {above}, which is no account of this reading"
            return
        if above in seen:
            yield f"within itself by way of {above}"
            return
        seen.add(above)
        above = parents[above]


def _interval(readout: Readout, interval: DateRange) -> Iterator[str]:
    yield from _quotes(readout, interval.evidence, "the date")
    if date.fromisoformat(interval.start) > date.fromisoformat(interval.end):
        yield f"the date runs backwards: {interval.start} to {interval.end}"
    if interval.basis == "stated" and not interval.evidence:
        yield "the date is stated without evidence"


def _mechanism(readout: Readout, mechanism: Mechanism, parents: dict[str, str | None]) -> Iterator[str]:
    yield from _quotes(readout, mechanism.evidence, "the mechanism")
    if not mechanism.evidence:
        yield "has no evidence"
    if mechanism.engagement is not None and mechanism.engagement not in parents:
        yield f"stands in {mechanism.engagement}, which is no account of this reading"


def _saying(readout: Readout, saying: Topic | Point) -> Iterator[str]:
    if not saying.text or readout.text[saying.start : saying.end] != saying.text:
        yield f"{saying.start} to {saying.end} is not {saying.text!r}"


def _quotes(readout: Readout, evidence: tuple[Evidence, ...], whose: str) -> Iterator[str]:
    for piece in evidence:
        source = readout.title if piece.field == "title" else readout.text
        if not (0 <= piece.start < piece.end <= len(source)) or source[piece.start : piece.end] != piece.text:
            yield f"evidence of {whose}: {piece.start} to {piece.end} of the {piece.field} is not {piece.text!r}"
