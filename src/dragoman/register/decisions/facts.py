"""An account taken apart into the facts that people rule on, and put together again from other ones.

The content of a fact is plain JSON values: engagement {kind, status, event}, date {start, end}, place {country,
locality}, party {name, post, affiliation, group}, topic {text}, point {act, by, text}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.errors import DragomanError
from dragoman.model import Account, Basis, DateRange, Evidence, Party, Place, Point, Topic

FactKind = Literal["engagement", "date", "place", "party", "topic", "point"]
FACT_KINDS: tuple[FactKind, ...] = ("engagement", "date", "place", "party", "topic", "point")
FIELDS: Mapping[FactKind, tuple[str, ...]] = {
    "engagement": ("kind", "status", "event"),
    "date": ("start", "end"),
    "place": ("country", "locality"),
    "party": ("name", "post", "affiliation", "group"),
    "topic": ("text",),
    "point": ("act", "by", "text"),
}
Content = dict[str, Any]
Key = tuple[str, str, int]
Value = Account | DateRange | Place | Party | Topic | Point


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of an account; `number` counts those of one kind, from 0."""

    kind: FactKind
    number: int
    content: Content
    evidence: tuple[Evidence, ...]
    basis: Basis
    confidence: float
    rule: str


def facts(account: Account) -> Iterator[Fact]:
    """Every fact of an account: the account itself first."""
    for kind in FACT_KINDS:
        for number, value in enumerate(_values(account, kind)):
            basis: Basis = "stated"
            if isinstance(value, Topic | Point):
                spans: tuple[Evidence, ...] = (Evidence(value.start, value.end, value.text),)
            else:
                spans, basis = value.evidence, value.basis
            yield Fact(kind, number, content(kind, value), spans, basis, value.confidence, value.rule)


def content(kind: FactKind, value: Value) -> Content:
    """What a value says."""
    said = {field: getattr(value, field) for field in FIELDS[kind]}
    return {field: list(each) if isinstance(each, tuple) else each for field, each in said.items()}


def _values(account: Account, kind: FactKind) -> tuple[Any, ...]:
    if kind == "engagement":
        return (account,)
    if kind == "date":
        return (account.date,) if account.date else ()
    values: dict[FactKind, tuple[Any, ...]] = {
        "place": account.places,
        "party": account.parties,
        "topic": account.topics,
        "point": account.points,
    }
    return values[kind]


def rebuilt(account: Account, kept: Mapping[FactKind, list[Fact]]) -> Account:
    """The account with these facts in the place of its own."""
    head = kept["engagement"][0]
    dates = [DateRange(**fact.content, **_known(fact)) for fact in kept["date"]]
    return replace(
        account,
        **head.content,
        confidence=head.confidence,
        rule=head.rule,
        date=dates[0] if dates else None,
        places=tuple(Place(**fact.content, **_known(fact)) for fact in kept["place"]),
        parties=tuple(Party(**fact.content, **_known(fact)) for fact in kept["party"]),
        topics=tuple(_quoted(Topic, fact, account.topics) for fact in kept["topic"]),
        points=tuple(_quoted(Point, fact, account.points) for fact in kept["point"]),
    )


def _known(fact: Fact) -> dict[str, Any]:
    return {"basis": fact.basis, "confidence": fact.confidence, "evidence": fact.evidence, "rule": fact.rule}


def _quoted(sort: type[Any], fact: Fact, before: tuple[Topic | Point, ...]) -> Any:
    """A topic or point; its concepts are kept while its words are."""
    (span,) = fact.evidence
    concepts = next((each.concepts for each in before if (each.start, each.end) == (span.start, span.end)), ())
    values = {field: tuple(each) if isinstance(each, list) else each for field, each in fact.content.items()}
    place = {"start": span.start, "end": span.end, "confidence": fact.confidence, "rule": fact.rule}
    return sort(**values, **place, concepts=concepts)


def id_of(key: Key) -> str:
    """The id of a fact by its account, kind and number: 'e-h3kq7zt2ma/party/1'."""
    return "/".join(map(str, key))


def key_of(id: str) -> Key:
    """The key in a fact's id, like 'e-h3kq7zt2ma/party/1'; raises DragomanError for what is none."""
    account, _, rest = id.strip().partition("/")
    fact, _, number = rest.partition("/")
    if not account or not fact or not number.isdecimal():
        raise DragomanError(f"'{id}' is no fact: `dragoman review` shows their ids, like e-h3kq7zt2ma/party/1.")
    return account, fact, int(number)
