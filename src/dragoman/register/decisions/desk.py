"""The desk at which people rule: on facts, on which accounts are of one occasion, and on their own decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dragoman.errors import DragomanError
from dragoman.register import tables as t
from dragoman.register.adding import put_again
from dragoman.register.decisions.checking import checked, words_for
from dragoman.register.decisions.current import Current, current_reading, reading_of
from dragoman.register.decisions.decision import Act, Anchor, Decision, spans_of, undone
from dragoman.register.decisions.facts import FACT_KINDS, Content, FactKind, Key
from dragoman.register.decisions.ledger import enter, entered, no_decision
from dragoman.register.decisions.reviewing import Ruled
from dragoman.register.decisions.rulings import settle
from dragoman.register.decisions.showing import GROUPING
from dragoman.register.grouping.regrouping import regroup


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when (ISO 8601, UTC) and why."""

    by: str
    at: str
    why: str | None = None

    def of(self, act: Act, *about: Anchor, **more: object) -> Decision:
        """A decision so signed, not yet numbered."""
        return Decision(0, act, self.by, self.at, self.why, about, **more)  # type: ignore[arg-type]


def decide(connection: Connection, act: Act, key: Key, given: Content | None, signed: Signature) -> Decision:
    """Accept, edit or reject the fact of a key; `given` holds what an edit changes."""
    account, kind, number = key
    if kind == GROUPING:
        return _decide_grouping(connection, act, account, signed)
    current = _current(connection, account)
    ruled = _ruled(connection, current, account, kind, number)
    before, fact = ruled.fact.content, ruled.fact.kind
    after = checked(fact, given or {}, before) if act == "edit" else None
    words = words_for(fact, after, current.readout) if after else ()
    anchor = _anchor(current, account, ruled)
    decision = enter(connection, signed.of(act, anchor, before=before, after=after, words=words))
    put_again(connection, current)
    return decision


def add_fact(connection: Connection, account: str, kind: FactKind, given: Content, signed: Signature) -> Decision:
    """Add a fact to an account; the text need not say so, except what a topic or point quotes."""
    if kind not in FACT_KINDS or kind == "engagement":
        raise DragomanError(f"'{kind}' cannot be added: choose one of {', '.join(FACT_KINDS[1:])}.")
    current = _current(connection, account)
    there = current.reviewed(entered(connection, current.readout.content_hash)).facts
    if kind == "date" and any(
        each.account == account and each.fact.kind == "date" and each.state != "rejected" for each in there
    ):
        raise DragomanError("An account has one date: edit it, or reject it first.")
    after = checked(kind, given)
    anchor = replace(_account_anchor(current, account), fact=kind, spans=())
    words = words_for(kind, after, current.readout)
    decision = enter(connection, signed.of("add", anchor, after=after, words=words))
    put_again(connection, current)
    return decision


def rule(connection: Connection, act: Act, one: str, others: Sequence[str], signed: Signature) -> Decision:
    """Rule that an account is of one occasion with others (`same`), or with none of them (`different`)."""
    if one in others:
        raise DragomanError("An account cannot be ruled to be the same as, or different from, itself.")
    anchors = [_account_anchor(_current(connection, id), id) for id in (one, *others)]
    decision = enter(connection, signed.of(act, *anchors))
    _refresh(connection, decision)
    return decision


def undo(connection: Connection, number: int, signed: Signature) -> Decision:
    """Take back a decision; what it was about is as if it had never been made."""
    decisions = entered(connection)
    former = next((each for each in decisions if each.number == number), None)
    if former is None:
        raise no_decision(number)
    if number in undone(decisions):
        raise DragomanError(f"Decision {number} has been undone already.")
    decision = enter(connection, signed.of("undo", *former.about, undoes=number))
    _refresh(connection, former)
    return decision


def _decide_grouping(connection: Connection, act: Act, account: str, signed: Signature) -> Decision:
    """Whether an account belongs with the others of its engagement."""
    engagement = connection.scalar(select(t.grouping.c.engagement_id).where(t.grouping.c.account_id == account))
    members = connection.scalars(
        select(t.grouping.c.account_id)
        .where(t.grouping.c.engagement_id == engagement)
        .order_by(t.grouping.c.account_id)
    )
    others = [id for id in members if id != account]
    if not others:
        raise DragomanError(f"'{account}' is the only account of its engagement.")
    if act == "accept":
        return rule(connection, "same", account, [engagement or ""] if engagement in others else others[:1], signed)
    if act == "reject":
        return rule(connection, "different", account, others, signed)
    raise DragomanError("That accounts belong together can be accepted or rejected, not edited.")


def _refresh(connection: Connection, about: Decision) -> None:
    """Let what follows from decisions follow anew, after one about the same as `about`."""
    if len(about.about) > 1:
        touched: set[str] = set()
        for readout in {anchor.readout for anchor in about.about}:
            touched |= settle(connection, entered(connection, readout))
        regroup(connection, touched)
        return
    current = current_reading(connection, about.about[0].readout, about.about[0].reader)
    if current is not None:
        put_again(connection, current)


def _current(connection: Connection, account: str) -> Current:
    reading = connection.scalar(select(t.account.c.reading_id).where(t.account.c.id == account))
    if reading is None:
        raise DragomanError(
            f"There is no account '{account}' in the register: `dragoman show` tells the accounts' ids."
        )
    return reading_of(connection, reading)


def _ruled(connection: Connection, current: Current, account: str, kind: str, number: int) -> Ruled:
    facts = current.reviewed(entered(connection, current.readout.content_hash)).facts
    for each in facts:
        if (each.account, each.fact.kind, each.fact.number) == (account, kind, number):
            return each
    raise DragomanError(f"There is no fact '{account}/{kind}/{number}' in the register.")


def _anchor(current: Current, account: str, ruled: Ruled) -> Anchor:
    head = _account_anchor(current, account)
    return replace(head, fact=ruled.fact.kind, spans=ruled.spans, added=ruled.added)


def _account_anchor(current: Current, account: str) -> Anchor:
    told = current.told[account]
    spans = spans_of(told.evidence)
    return Anchor(current.readout.content_hash, current.reader, account, told.kind, spans, "engagement", spans)
