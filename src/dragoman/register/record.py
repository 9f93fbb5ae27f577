"""One engagement by its id: every account of it, and for every value the words that say so with some text around."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from dragoman.errors import DragomanError
from dragoman.model import Account, Evidence, Reading
from dragoman.register import tables as t
from dragoman.register.ids import PREFIX
from dragoman.register.rows import AccountRecord, EngagementRecord, Quote, Support
from dragoman.register.search import engagements, parts_of, readout_row, tellings

_AROUND = 60
_NAMED_AT_MOST = 5
_readings = TypeAdapter(Reading)


def resolve(connection: Connection, given: str, register: str) -> str:
    """The engagement that an id, or the beginning of one, stands for (an id of any of its accounts will do)."""
    code = given.strip().lower().removeprefix(PREFIX)
    ids = t.grouping.c.account_id
    wanted = select(ids, t.grouping.c.engagement_id).where(ids.startswith(PREFIX + code, autoescape=True))
    found = connection.execute(wanted.order_by(ids).limit(_NAMED_AT_MOST + 1)).all()
    engaged = {row.engagement_id for row in found}
    if not code or not found:
        raise DragomanError(f"No engagement '{given}' is in the register '{register}': `dragoman list` shows the ids.")
    if len(engaged) > 1:
        named = ", ".join(row.account_id for row in found[:_NAMED_AT_MOST])
        more = ", …" if len(found) > _NAMED_AT_MOST else ""
        raise DragomanError(f"'{given}' may be any of {named}{more}: write more of the id.")
    return str(engaged.pop())


def record(connection: Connection, engagement_id: str) -> EngagementRecord:
    """Everything that the register holds of one engagement."""
    (engagement,) = engagements(connection, [engagement_id])
    accounts = []
    for row in connection.execute(tellings([engagement_id])).all():
        reading, text, title = _reading(connection, row.reading_id)
        account = reading.engagements[row.number]
        support = tuple(_support(account, {"text": text, "title": title}))
        accounts.append(AccountRecord(row.account_id, row.reason, reading.reader, readout_row(row), account, support))
    return EngagementRecord(engagement, tuple(parts_of(connection, engagement_id)), tuple(accounts))


def _reading(connection: Connection, reading_id: int) -> tuple[Reading, str, str]:
    row = connection.execute(
        select(t.reading.c.json, t.readout.c.text, t.readout.c.title)
        .join(t.readout, t.readout.c.id == t.reading.c.readout_id)
        .where(t.reading.c.id == reading_id)
    ).one()
    return _readings.validate_python(row.json), row.text, row.title


def _support(account: Account, fields: dict[str, str]) -> Iterator[Support]:
    def quoted(value: str, number: int, spans: tuple[Evidence, ...]) -> Support:
        return Support(value, number, tuple(quote(span, fields[span.field]) for span in spans))

    yield quoted("engagement", 0, account.evidence)
    for span in (account.date, account.window):
        if span is not None:
            yield quoted("date" if span is account.date else "window", 0, span.evidence)
    for name, values in _evidenced(account):
        for number, value in enumerate(values):
            yield quoted(name, number, value.evidence)
    for number, topic in enumerate(account.topics):
        yield quoted("topic", number, (Evidence(topic.start, topic.end, topic.text),))
    for number, point in enumerate(account.points):
        yield quoted("point", number, (Evidence(point.start, point.end, point.text),))


def _evidenced(account: Account) -> Iterator[tuple[str, tuple[Any, ...]]]:
    yield "place", account.places
    yield "party", account.parties
    yield "carries_forward", account.carries_forward


def quote(evidence: Evidence, text: str) -> Quote:
    """Evidence with up to 60 characters of its line on either side, cut at a space where there is one."""
    start = max(0, evidence.start - _AROUND, text.rfind("\n", 0, evidence.start) + 1)
    line_end = text.find("\n", evidence.end)
    end = min(len(text), evidence.end + _AROUND, len(text) if line_end < 0 else line_end)
    before, after = text[start : evidence.start], text[evidence.end : end]
    if start and not text[start - 1].isspace():
        before = before.partition(" ")[2] or before
    if end < len(text) and not text[end].isspace():
        after = after.rpartition(" ")[0] or after
    return Quote(evidence, before, after)
