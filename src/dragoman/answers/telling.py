"""A reading told as text, for a terminal, a file or a mail.

`tell` and `explain` give lines; how they are coloured and wrapped is the door's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.answers import phrases
from dragoman.answers.nesting import Node, nested
from dragoman.model import Account, Evidence, Mechanism, Reading

Role = Literal["title", "about", "occasion", "fact", "quote", "note", "why", "blank"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an account: how deep it stands, what it is, its label ('topics', 'agreed') and its text."""

    depth: int
    role: Role
    label: str
    text: str


BLANK = Line(0, "blank", "", "")


def tell(reading: Reading) -> Iterator[Line]:
    """The reading as a readable account: who met whom, when, where, on what, and what was said and agreed.

    What an account takes over from its parent (date, place, the posts of people introduced there) is not repeated.
    """
    yield from _head(reading)
    named = {account.id: phrases.occasion(account) for account in reading.engagements}
    introduced: frozenset[str] = frozenset()
    short = False
    for node in nested(reading):
        lines = [*_occasion(node, introduced), *_facts(node, named)]
        # Accounts of one line each, as a list of ministers gives, stand close together.
        yield from [] if short and len(lines) == 1 else [BLANK]
        yield from lines
        short = len(lines) == 1
        introduced |= {who.name for who in node.account.parties if who.name and who.post}
    if not reading.engagements:
        yield BLANK
        yield Line(0, "note", "", "No engagement in this readout.")
    if reading.mechanisms:
        yield BLANK
        for mechanism in reading.mechanisms:
            yield Line(0, "fact", "mechanism", _mechanism(mechanism))
    if reading.notes:
        yield BLANK
        yield from (Line(0, "note", "note", note) for note in reading.notes)


def _head(reading: Reading) -> Iterator[Line]:
    if reading.title:
        yield Line(0, "title", "", reading.title)
    yield Line(0, "about", "", phrases.published(reading))


def _occasion(node: Node, introduced: frozenset[str]) -> Iterator[Line]:
    account = node.account
    kind = account.kind.capitalize() + phrases.status(account.status) + phrases.unsure(account.confidence)
    who = phrases.parties(account, introduced)
    if account.event:
        yield Line(node.depth, "occasion", kind, account.event)
        if who:
            yield Line(node.depth + 1, "fact", "who", who)
    else:
        yield Line(node.depth, "occasion", kind, who)


def _facts(node: Node, named: dict[str, str]) -> Iterator[Line]:
    account, depth = node.account, node.depth + 1
    when, where = _when(node), _where(node)
    if when or where:
        yield Line(depth, "fact", "when" if when else "where", " · ".join(part for part in (when, where) if part))
    for link in account.carries_forward:
        told = named.get(link.id, link.id)
        yield Line(depth, "fact", "carries forward", f"{told}{phrases.unsure(link.confidence, account.confidence)}")
    if account.topics:
        told = " · ".join(topic.text + phrases.unsure(topic.confidence, account.confidence) for topic in account.topics)
        yield Line(depth, "fact", "topics", told)
    for point in account.points:
        told = phrases.spoken(point.by, point.text)
        yield Line(depth, "quote", point.act, told + phrases.unsure(point.confidence, account.confidence))
    for key, value in account.title_says.items():
        yield Line(depth, "fact", "title says", f"{key} {value}")


def _when(node: Node) -> str:
    account = node.account
    if account.date is None:
        window = account.window
        return f"undated, {phrases.in_words(window)}" if window and node.parent is None else ""
    if account.date.basis == "inherited" and node.parent is not None:
        return ""
    return phrases.in_words(account.date) + phrases.unsure(account.date.confidence, account.confidence)


def _where(node: Node) -> str:
    taken_over = set(map(phrases.place, node.parent.places)) if node.parent else set()
    own = [place for place in node.account.places if phrases.place(place) not in taken_over]
    whole = node.account.confidence
    return "; ".join(dict.fromkeys(phrases.place(place) + phrases.unsure(place.confidence, whole) for place in own))


def _mechanism(mechanism: Mechanism) -> str:
    ordinal = f", session {mechanism.ordinal}" if mechanism.ordinal is not None else ""
    between = ", ".join(map(phrases.country, mechanism.parties))
    told = f"{mechanism.name} · {mechanism.kind}{ordinal} · {mechanism.status}"
    return (f"{told} · {between}" if between else told) + phrases.unsure(mechanism.confidence)


def explain(reading: Reading) -> Iterator[Line]:
    """Which rule made each value, how sure it is, on what basis, and the characters that say so."""
    yield from _head(reading)
    yield Line(0, "about", "", f"read by {reading.reader}")
    for node in nested(reading):
        yield BLANK
        yield from _explained(node.account, node.depth)
    for mechanism in reading.mechanisms:
        yield BLANK
        yield Line(0, "occasion", "mechanism", _mechanism(mechanism))
        yield _why(1, mechanism.rule, mechanism.confidence, None, mechanism.evidence)


def _explained(account: Account, depth: int) -> Iterator[Line]:
    yield Line(depth, "occasion", f"{account.id} {account.kind} {account.status}", phrases.parties(account))
    yield _why(depth + 1, account.rule, account.confidence, account.basis, account.evidence)
    depth += 1
    for label, span in (("date", account.date), ("window", account.window)):
        if span is not None:
            yield Line(depth, "fact", label, f"{span.start} to {span.end}")
            yield _why(depth + 1, span.rule, span.confidence, span.basis, span.evidence)
    for place in account.places:
        yield Line(depth, "fact", "place", phrases.place(place))
        yield _why(depth + 1, place.rule, place.confidence, place.basis, place.evidence)
    for party in account.parties:
        yield Line(depth, "fact", "party", phrases.party(party))
        yield _why(depth + 1, party.rule, party.confidence, party.basis, party.evidence)
    for link in account.carries_forward:
        yield Line(depth, "fact", "carries forward", link.id)
        yield _why(depth + 1, link.rule, link.confidence, None, link.evidence)
    for topic in account.topics:
        yield Line(depth, "fact", "topic", topic.text)
        yield _why(depth + 1, topic.rule, topic.confidence, None, (Evidence(topic.start, topic.end, topic.text),))
    for point in account.points:
        yield Line(depth, "quote", point.act, f"{', '.join(point.by)}: {point.text}")
        yield _why(depth + 1, point.rule, point.confidence, None, (Evidence(point.start, point.end, point.text),))


def _why(depth: int, rule: str, confidence: float, basis: str | None, evidence: tuple[Evidence, ...]) -> Line:
    quoted = [f"“{span.text}” {span.field} {span.start}–{span.end}" for span in evidence]
    why = [rule, f"{confidence:.2f}", basis, *quoted]
    return Line(depth, "why", "←", " · ".join(part for part in why if part))
