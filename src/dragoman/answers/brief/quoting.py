"""The words of a readout that say something, with where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.answers import phrases
from dragoman.answers.brief.brief import Quote
from dragoman.answers.record import when
from dragoman.model import Account, Evidence, Point, Topic
from dragoman.reference.tenures import span as days_of
from dragoman.register.passages import passages
from dragoman.register.rows import EngagementRow, Told


def ref_of(told: Told) -> str:
    """What a readout is called: its ref, or else its title or the beginning of its hash."""
    return told.readout.ref or told.readout.title or told.readout.content_hash[:10]


def quoted(told: Told, account: str, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """The quote of what an account (by its id in the reading) says; none where there is no evidence."""
    readout = told.readout
    found = tuple(passages(evidence, {"text": readout.text, "title": readout.title}))
    if not found:
        return ()
    engagement = told.engagements.get(account, told.engagement)
    of = told.ids.get(account, told.id)
    return (Quote(engagement, of, readout.content_hash, ref_of(told), told.reading.language, found),)


def span(said: Topic | Point) -> Evidence:
    """Where a topic or point stands."""
    return Evidence(said.start, said.end, said.text)


def own_accounts(told: Told) -> list[Account]:
    """The accounts of a reading that tell of the engagement."""
    accounts = {account.id: account for account in told.reading.engagements}
    return [accounts[id] for id in told.accounts]


def first_day(row: EngagementRow) -> str | None:
    """The day on which an engagement began, or the first on which it may have."""
    days = row.date or row.window
    return days.start if days else None


def told_day(row: EngagementRow) -> str | None:
    """The same as far as it is told: '2024' or '2024-03' where nothing but a year or month is."""
    days = row.date or row.window
    if days is None:
        return None
    for told in (days.start[:4], days.start[:7]):
        if days_of(told) == (days.start, days.end):
            return told
    return days.start


def in_short(readings: Sequence[Told]) -> tuple[Quote, ...]:
    """What says that there was an engagement: one quote for each readout that tells of it."""
    leading = ((told, own_accounts(told)[0]) for told in readings)
    return tuple(quote for told, account in leading for quote in quoted(told, account.id, account.evidence))


def occasion(of: EngagementRow) -> str:
    """'meeting of Ana Sousa and Li Wei, 4 March 2024'."""
    return f"{phrases.occasion(of)}, {when(of)}"
