"""A reading laid out for a page: values with names to link to, on cards nested as the accounts are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.answers import phrases
from dragoman.answers.nesting import Node, nested
from dragoman.answers.spans import Step, marks, steps
from dragoman.model import Account, DateRange, Evidence, Mechanism, Party, Place, Reading, Readout


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its name on the page, its hue (`kind`), its words and the spans that support it.

    `label` stands before it ('agreed'), `aside` behind it in small (post and country of a person), `refers` names
    another value that it points to. `quoted` says that the words are the readout's own, in its language.
    """

    id: str
    kind: str
    text: str
    evidence: tuple[Evidence, ...]
    why: str
    label: str = ""
    aside: str = ""
    refers: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One account: itself as a value (`head`) and the values that it holds, by the part of the card they stand in."""

    head: Value
    parent: str | None
    account: Account
    event: tuple[Value, ...]
    facts: tuple[Value, ...]
    parties: tuple[Value, ...]
    carries: tuple[Value, ...]
    topics: tuple[Value, ...]
    points: tuple[Value, ...]
    below: list[Card] = field(default_factory=list)

    def values(self) -> tuple[Value, ...]:
        """All values of this card, not of those below it."""
        return (self.head, *self.event, *self.facts, *self.parties, *self.carries, *self.topics, *self.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One reading on the page: its title and text cut at the marks, its cards (each with those below it).

    `close_set` tells that the text parts its paragraphs by single line ends, without blank lines.
    """

    id: str
    readout: Readout
    reading: Reading
    language: str
    title: tuple[Step, ...]
    text: tuple[Step, ...]
    close_set: bool
    cards: tuple[Card, ...]
    mechanisms: tuple[Value, ...]
    values: dict[str, Value]

    def fits(self, span: Evidence) -> bool:
        """Whether the words of a span stand in the text where it says: in a changed text they may not."""
        return _source(self.readout, span.field)[span.start : span.end] == span.text


def sheet(name: str, readout: Readout, reading: Reading) -> Sheet:
    """The reading laid out; `name` begins every name on the sheet, so that several fit on one page."""
    named = {node.account.id: f"{name}-e{number}" for number, node in enumerate(nested(reading), 1)}
    occasions = {account.id: phrases.occasion(account) for account in reading.engagements}
    introduced: set[str] = set()
    cards: dict[str, Card] = {}
    for node in nested(reading):
        card = _card(node, named, occasions, introduced)
        cards[node.account.id] = card
        if node.parent is not None:
            cards[node.parent.id].below.append(card)
    mechanisms = tuple(_mechanism(f"{name}-m{number}", m) for number, m in enumerate(reading.mechanisms, 1))
    values = {value.id: value for card in cards.values() for value in card.values()}
    values |= {value.id: value for value in mechanisms}
    return Sheet(
        id=name,
        readout=readout,
        reading=reading,
        language=phrases.language(reading.language),
        title=_marked(readout, "title", values.values()),
        text=_marked(readout, "text", values.values()),
        close_set="\n\n" not in readout.text.replace("\r\n", "\n"),
        cards=tuple(card for card in cards.values() if card.parent is None),
        mechanisms=mechanisms,
        values=values,
    )


def _source(readout: Readout, field: str) -> str:
    return readout.title if field == "title" else readout.text


def _marked(readout: Readout, field: str, values: Iterable[Value]) -> tuple[Step, ...]:
    """The steps through the title or the text with the marks of all values whose words stand there."""
    source = _source(readout, field)
    spans = [
        (span.start, span.end, value.id)
        for value in values
        for span in value.evidence
        if span.field == field and source[span.start : span.end] == span.text
    ]
    return tuple(steps(source, marks(spans, len(source))))


def _card(node: Node, named: dict[str, str], occasions: dict[str, str], introduced: set[str]) -> Card:
    account, name = node.account, named[node.account.id]
    return Card(
        head=Value(
            id=name,
            kind="occasion",
            text=account.kind,
            evidence=account.evidence,
            why=_why(account.rule, account.confidence, account.basis),
        ),
        parent=named[node.parent.id] if node.parent else None,
        account=account,
        event=tuple(_event(f"{name}-event", account)),
        facts=tuple(_facts(name, node)),
        parties=tuple(
            _party(f"{name}-p{number}", party, introduced) for number, party in enumerate(account.parties, 1)
        ),
        carries=tuple(
            Value(
                f"{name}-c{number}",
                "carries",
                occasions.get(link.id, link.id),
                link.evidence,
                _why(link.rule, link.confidence),
                refers=named.get(link.id, ""),
            )
            for number, link in enumerate(account.carries_forward, 1)
        ),
        topics=tuple(
            Value(
                f"{name}-t{number}",
                "topic",
                topic.text,
                (Evidence(topic.start, topic.end, topic.text),),
                _why(topic.rule, topic.confidence),
                quoted=True,
            )
            for number, topic in enumerate(account.topics, 1)
        ),
        points=tuple(
            Value(
                f"{name}-s{number}",
                "point",
                point.text,
                (Evidence(point.start, point.end, point.text),),
                _why(point.rule, point.confidence),
                label=point.act,
                aside=", ".join(map(phrases.country, point.by)),
                quoted=True,
            )
            for number, point in enumerate(account.points, 1)
        ),
    )


def _event(name: str, account: Account) -> Iterator[Value]:
    """The name of a conference; it stands among the words that show the occasion."""
    if account.event:
        spans = tuple(span for span in account.evidence if span.text == account.event)
        why = _why(account.rule, account.confidence, account.basis)
        yield Value(name, "occasion", account.event, spans, why, quoted=True)


def _facts(name: str, node: Node) -> Iterator[Value]:
    """Date and places; what the account takes over from its parent stands there and is not repeated."""
    account = node.account
    for label, span in (("when", account.date), ("within", account.window)):
        if span is not None and not (node.parent and span.basis == "inherited"):
            yield _dated(f"{name}-{label}", label, span)
    for number, place in enumerate(account.places, 1):
        if not (node.parent and place.basis == "inherited"):
            yield _placed(f"{name}-l{number}", place)


def _dated(name: str, label: str, span: DateRange) -> Value:
    return Value(
        name,
        "date",
        phrases.in_words(span),
        span.evidence,
        _why(span.rule, span.confidence, span.basis),
        label=label,
    )


def _placed(name: str, place: Place) -> Value:
    return Value(
        name,
        "place",
        phrases.place(place),
        place.evidence,
        _why(place.rule, place.confidence, place.basis),
        label="where",
    )


def _party(name: str, party: Party, introduced: set[str]) -> Value:
    """A party; the post and country of a person stand where he is named first."""
    known = party.name in introduced
    if party.name and party.post:
        introduced.add(party.name)
    acts_for = phrases.country(party.affiliation) if party.affiliation else ""
    text = party.name or party.post or acts_for or "unnamed"
    aside = [] if known else [party.post if party.name else "", acts_for if acts_for != text else ""]
    return Value(
        name,
        "party",
        text,
        party.evidence,
        _why(party.rule, party.confidence, party.basis),
        aside=" · ".join(part for part in aside if part),
        quoted=bool(party.name or party.post),
    )


def _mechanism(name: str, mechanism: Mechanism) -> Value:
    ordinal = f"session {mechanism.ordinal}" if mechanism.ordinal is not None else ""
    aside = [mechanism.kind, ordinal, mechanism.status, ", ".join(map(phrases.country, mechanism.parties))]
    return Value(
        name,
        "mechanism",
        mechanism.name,
        mechanism.evidence,
        _why(mechanism.rule, mechanism.confidence),
        aside=" · ".join(part for part in aside if part),
        quoted=True,
    )


def _why(rule: str, confidence: float, basis: str = "stated") -> str:
    return f"{basis}, {confidence:.0%} sure, by rule {rule}"
