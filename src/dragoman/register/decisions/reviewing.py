"""A reading as people have ruled on it: what they rejected is gone, what they edited says what they wrote.

A decision holds for the fact that stands in the same words as then. If that fact says something else by now, the
decision is stale and does nothing; if nothing stands there any more, it is orphaned. Neither is ever moved to another
fact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model import Account, Basis, Evidence, Reading, Readout
from dragoman.register.decisions.decision import Anchor, Decision, Span, spans_of
from dragoman.register.decisions.facts import FACT_KINDS, Fact, FactKind, facts, rebuilt

State = Literal["pending", "accepted", "edited", "rejected", "stale"]
_STATES: Mapping[str, State] = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
_SURE = 1.0


@dataclass(slots=True)
class Ruled:
    """A fact with what people ruled on it: what it says now, and the last decision about it.

    `spans` are the words in which the reader has it; `added` is the number of the decision that added it, None for what
    the reader says. `earlier` are the decisions about it before the last one, in order.
    """

    account: str
    fact: Fact
    spans: tuple[Span, ...] = ()
    state: State = "pending"
    decision: Decision | None = None
    added: int | None = None
    earlier: tuple[Decision, ...] = ()


@dataclass(slots=True)
class Reviewed:
    """A reading after review.

    `accounts` are those that were not rejected; `facts` all facts, rejected ones too; `orphaned` the decisions in
    whose words no such fact stands any more.
    """

    accounts: tuple[Account, ...]
    facts: list[Ruled]
    orphaned: list[Decision] = dataclasses.field(default_factory=list)


def review(
    readout: Readout, reading: Reading, ids: Mapping[str, str], decisions: tuple[Decision, ...] = ()
) -> Reviewed:
    """Apply decisions about facts of this reading in order; `ids` are the accounts' ids in the register."""
    told = {ids[account.id]: account for account in reading.engagements}
    ruled = [Ruled(id, fact, spans_of(fact.evidence)) for id, account in told.items() for fact in facts(account)]
    orphaned = []
    for decision in decisions:
        anchor = decision.about[0]
        if decision.act == "add" and (id := find_account(anchor, told)):
            ruled.append(_added(id, decision, ruled, readout))
        elif decision.act != "add" and (found := _find(decision, ruled, told)):
            _rule(found, decision, readout)
        else:
            orphaned.append(decision)
    return Reviewed(tuple(_accounts(told, ruled)), ruled, orphaned)


def find_account(anchor: Anchor, told: Mapping[str, Account]) -> str | None:
    """The account that an anchor means: the one of its id, or else the only one of its kind told in its words."""
    if anchor.account in told:
        return anchor.account
    same = [id for id, each in told.items() if each.kind == anchor.kind and spans_of(each.evidence) == anchor.told]
    return same[0] if len(same) == 1 else None


def _find(decision: Decision, ruled: list[Ruled], told: Mapping[str, Account]) -> Ruled | None:
    """The fact in the words of the decision's anchor, if it can be no other one."""
    anchor = decision.about[0]
    if anchor.added is not None:
        return next((each for each in ruled if each.added == anchor.added), None)
    here = find_account(anchor, told)
    found = [
        each
        for each in ruled
        if each.added is None
        and each.fact.kind == anchor.fact
        and each.spans == anchor.spans
        and (each.account == here if here or not anchor.spans else told[each.account].kind == anchor.kind)
    ]
    if len(found) > 1:
        found = [each for each in found if each.fact.content in (decision.before, decision.after)]
    return found[0] if len(found) == 1 else None


def _rule(ruled: Ruled, decision: Decision, readout: Readout) -> None:
    ruled.earlier += (ruled.decision,) if ruled.decision else ()
    ruled.decision = decision
    if ruled.fact.content not in (decision.before, decision.after):
        ruled.state = "stale"
        return
    ruled.state = _STATES[decision.act]
    if decision.act == "edit":
        assert decision.after is not None
        ruled.fact = replace(
            ruled.fact,
            content=decision.after,
            evidence=_evidence(decision.words, readout) or ruled.fact.evidence,
            confidence=_SURE,
            rule=f"decision {decision.number}",
        )


def _added(account: str, decision: Decision, ruled: list[Ruled], readout: Readout) -> Ruled:
    kind = decision.about[0].fact
    evidence = _evidence(decision.words, readout)
    number = sum(each.account == account and each.fact.kind == kind for each in ruled)
    basis: Basis = "stated" if evidence else "inferred"
    assert decision.after is not None
    fact = Fact(kind, number, decision.after, evidence, basis, _SURE, f"decision {decision.number}")
    return Ruled(account, fact, (), "accepted", decision, decision.number)


def _evidence(words: tuple[Span, ...], readout: Readout) -> tuple[Evidence, ...]:
    found = []
    for name, start, end in words:
        field: Literal["text", "title"] = "title" if name == "title" else "text"
        found.append(Evidence(start, end, getattr(readout, field)[start:end], field))
    return tuple(found)


def _accounts(told: Mapping[str, Account], ruled: list[Ruled]) -> Iterator[Account]:
    kept: dict[str, dict[FactKind, list[Fact]]] = {id: {kind: [] for kind in FACT_KINDS} for id in told}
    for each in ruled:
        if each.state != "rejected":
            kept[each.account][each.fact.kind].append(each.fact)
    there = {told[id].id for id, facts in kept.items() if facts["engagement"]}
    for id, account in told.items():
        if account.id in there:
            within = account.within if account.within in there else None
            links = tuple(link for link in account.carries_forward if link.id in there)
            yield replace(rebuilt(account, kept[id]), within=within, carries_forward=links)
