"""A brief in words: its parts as sections of lines, for every way of showing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.answers import phrases
from dragoman.answers.brief.brief import (
    Brief,
    CarriedEntry,
    DifferenceEntry,
    MechanismEntry,
    TopicEntry,
    UnderstandingEntry,
)
from dragoman.answers.brief.wording import Item, counted, day_in_words, joined, who_they_are
from dragoman.answers.compare.telling import SILENT, letter
from dragoman.answers.record import what, when, where, who
from dragoman.reference.concepts import Vocabulary

_TOPICS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief under its heading; `note` tells what is not there."""

    id: str
    title: str
    items: tuple[Item, ...]
    note: str = ""


def title(brief: Brief) -> str:
    """'France', 'France and China'."""
    return " and ".join(portrait.partner.name for portrait in brief.portraits)


def about(brief: Brief) -> str:
    """What the brief covers: the span, how many engagements, as of which day."""
    since, until = (given and f"{word} {given}" for word, given in (("since", brief.since), ("until", brief.until)))
    quoted = f"{counted(len(brief.readouts), 'readout')} quoted" if brief.readouts else ""
    present = f"offices as of {day_in_words(brief.on)}" if brief.on else "no day is known to tell offices of"
    return joined([since or "", until or "", counted(brief.count, "engagement"), quoted, present])


def sections(brief: Brief, vocabulary: Vocabulary) -> list[Section]:
    """The parts of a brief that have something to say, in order."""
    parts: list[tuple[str, str, Iterable[Item]]] = [
        ("engagements", "Engagements", _engagements(brief)),
        ("understandings", "What was agreed", (_understanding(each, vocabulary) for each in brief.understandings)),
        ("carried", "Carried forward", map(_carried, brief.carried)),
        ("topics", "Topics through time", (_topic(each, brief.periods, vocabulary) for each in brief.topics)),
        ("mechanisms", "Mechanisms", (one for each in brief.mechanisms for one in _mechanism(each))),
        ("differences", "Where accounts differ", (one for each in brief.differences for one in _difference(each))),
    ]
    found = [
        Section(f"who{number}", portrait.partner.name if len(brief.portraits) > 1 else "Who they are", items)
        for number, portrait in enumerate(brief.portraits)
        if (items := _numbered(f"who{number}", who_they_are(portrait)))
    ]
    for id, heading, lines in parts:
        section = Section(id, heading, _numbered(id, lines), _note(brief, id))
        if section.items or section.note:
            found.append(section)
    return found


def _numbered(section: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, each with a name of its own on the page; engagements keep their ids."""
    return tuple(replace(item, id=item.id or f"{section}-{number}") for number, item in enumerate(items))


def _note(brief: Brief, part: str) -> str:
    if part == "engagements" and not brief.count:
        return "No engagement with them is in the register" + (" in this span." if brief.since or brief.until else ".")
    return f"and {brief.left_out[part]} more" if brief.left_out[part] else ""


def _engagements(brief: Brief) -> Iterator[Item]:
    listed = {entry.engagement.id: entry.engagement for entry in brief.engagements}
    for entry in brief.engagements:
        row = entry.engagement
        whole = listed.get(row.within or "") if entry.depth else None
        # What it shares with the one that it stands under is not repeated.
        day = when(row) if whole is None or when(whole) != when(row) else ""
        place = where(row) if whole is None or where(whole) != where(row) else ""
        more = len(row.topics) - _TOPICS_SHOWN
        topics = "; ".join(row.topics[:_TOPICS_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        text = f"{what(row)}: {who(row)}" if row.parties else what(row)
        yield Item(row.id, day, text, joined([place, topics]), entry.quotes, entry.depth, engagement=row.id)


def _understanding(entry: UnderstandingEntry, vocabulary: Vocabulary) -> Item:
    by, about_what = ", ".join(map(phrases.country, entry.by)), phrases.concepts(entry.concepts, vocabulary)
    carried = "carried forward" if entry.carried_by else ""
    return Item(
        "",
        entry.act,
        entry.text,
        joined([by, entry.when, about_what, carried]),
        entry.quotes,
        quoted=True,
        engagement=entry.engagement,
        also=entry.carried_by,
    )


def _carried(entry: CarriedEntry) -> Item:
    return Item(
        "",
        "",
        entry.occasion,
        f"carries forward: {entry.earlier_occasion}",
        entry.quotes,
        engagement=entry.engagement,
        also=(entry.earlier,),
    )


def _topic(entry: TopicEntry, periods: Iterable[str], vocabulary: Vocabulary) -> Item:
    newest = next(quote for quote in reversed(entry.quotes) if quote)
    return Item(
        "",
        phrases.concepts([entry.concept], vocabulary),
        counted(entry.total, "engagement"),
        quotes=(newest,),
        engagement=newest.engagement,
        counts=tuple(zip(periods, entry.counts, entry.quotes, strict=True)),
    )


def _mechanism(entry: MechanismEntry) -> Iterator[Item]:
    told = []
    for session in entry.sessions:
        status = session.status
        if session.ordinal is not None:
            status = f"session {session.ordinal}" if status == "in session" else f"{status}, session {session.ordinal}"
        told.append(status + (f" ({session.when})" if session.when else ""))
    aside = joined([", ".join(map(phrases.country, entry.parties)), "; ".join(dict.fromkeys(told))])
    otherwise = {quote for other in entry.also for quote in other.quotes}
    quotes = tuple(quote for session in entry.sessions for quote in session.quotes if quote not in otherwise)
    yield Item("", entry.kind, entry.name, aside, quotes, 0, True, entry.sessions[0].engagement)
    for other in entry.also:
        yield Item("", "also called", other.name, other.why, other.quotes, 1, quoted=True)


def _difference(entry: DifferenceEntry) -> Iterator[Item]:
    yield Item("", entry.what, entry.occasion, engagement=entry.engagement)
    for number, side in enumerate(entry.sides):
        yield Item("", letter(number), side.text or SILENT, side.publisher or side.ref, side.quotes, 1)
