"""An engagement of the register told as text: what is held of it, and the words of each account that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.answers import phrases
from dragoman.answers.identities import proposed, tell_identity
from dragoman.answers.passages import bracketed
from dragoman.answers.reviewing import reviewed, worded
from dragoman.answers.telling import BLANK, Line
from dragoman.reference.concepts import Vocabulary
from dragoman.register.rows import AccountRecord, EngagementRecord, EngagementRow, Support


def when(row: EngagementRow) -> str:
    """The date of an engagement in words; of an undated one as much as is known."""
    if row.date:
        return phrases.in_words(row.date)
    return f"undated, {phrases.in_words(row.window)}" if row.window else "undated"


def where(row: EngagementRow) -> str:
    """The places of an engagement."""
    return "; ".join(dict.fromkeys(phrases.place(place) + phrases.unsure(place.confidence) for place in row.places))


def who(row: EngagementRow) -> str:
    """The parties of an engagement, and the name that only the title gives."""
    named = row.title_says.get("name")
    return phrases.parties(row) + (f" · title: {named}" if named else "")


def what(row: EngagementRow) -> str:
    """'conference (planned): 42nd General Conference'."""
    kind = row.kind + phrases.status(row.status)
    return f"{kind}: {row.event}" if row.event else kind


def tell_record(record: EngagementRecord, vocabulary: Vocabulary) -> Iterator[Line]:
    """An engagement in short, then every account of it: each value, and below it the text around its evidence.

    The evidence stands in brackets, the concepts of a topic or point below it by their English labels.
    """
    row = record.engagement
    yield Line(0, "title", "", f"{row.id}  {what(row)}")
    yield Line(0, "about", "", " · ".join(part for part in (when(row), where(row)) if part))
    if row.within:
        yield Line(0, "fact", "within", row.within)
    for part in record.parts:
        yield Line(0, "fact", "part", f"{part.id}  {when(part)} · {phrases.occasion(part)}")
    for account in record.accounts:
        yield BLANK
        yield from _account(account, vocabulary)


def _account(told: AccountRecord, vocabulary: Vocabulary) -> Iterator[Line]:
    readout = told.readout
    yield Line(0, "title", "", readout.title or readout.ref or "untitled")
    source = f" · {readout.source}" if readout.source and readout.source != readout.ref else ""
    yield Line(0, "about", "", phrases.published(readout) + source)
    yield Line(0, "about", "", f"account {told.id} · read by {told.reader} · {told.reason}")
    for support in told.support:
        line = _value(told, support)
        yield replace(line, text=line.text + reviewed(support.review))
        for passage in support.passages:
            yield Line(2, "why", "←", bracketed(passage))
        if support.value == "party":
            yield from tell_identity(told, support.number)
        concepts = _concepts(told, support)
        if concepts:
            yield Line(2, "why", "concepts:", phrases.concepts(concepts, vocabulary))
    for gone in told.rejected:
        label, said = worded(gone.fact, gone.content)
        yield Line(1, "fact", label, said + reviewed(gone.review))
    for key, value in told.account.title_says.items():
        yield Line(1, "fact", "title says", f"{key} {value}")
    for proposal in told.proposals:
        asks = ": to be confirmed (dragoman review)" if proposal.likeness < 1 else ""
        yield Line(1, "fact", "perhaps" if asks else "is", f"'{proposal.written}' is {proposed(proposal)}{asks}")
        yield Line(2, "why", "", proposal.reason)


def _value(told: AccountRecord, support: Support) -> Line:
    account, number = told.account, support.number
    unsure = phrases.unsure
    match support.value:
        case "engagement":
            return Line(1, "fact", "kind", account.kind + phrases.status(account.status) + unsure(account.confidence))
        case "date" | "window":
            span = account.date or account.window
            assert span is not None
            basis = "" if span.basis == "stated" else f" ({span.basis})"
            return Line(1, "fact", support.value, phrases.in_words(span) + basis + unsure(span.confidence))
        case "place":
            place = account.places[number]
            return Line(1, "fact", "place", phrases.place(place) + unsure(place.confidence))
        case "party":
            party = account.parties[number]
            return Line(1, "fact", "party", phrases.party(party) + unsure(party.confidence))
        case "carries_forward":
            link = account.carries_forward[number]
            return Line(1, "fact", "carries forward", link.id + unsure(link.confidence))
        case "topic":
            topic = account.topics[number]
            return Line(1, "fact", "topic", topic.text + unsure(topic.confidence))
        case "point":
            point = account.points[number]
            return Line(1, "quote", point.act, phrases.spoken(point.by, point.text) + unsure(point.confidence))


def _concepts(told: AccountRecord, support: Support) -> tuple[str, ...]:
    if support.value == "topic":
        return told.account.topics[support.number].concepts
    return told.account.points[support.number].concepts if support.value == "point" else ()
