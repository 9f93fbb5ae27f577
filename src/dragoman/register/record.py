"""One engagement by its id: every account of it, and for every value the words that say so with some text around."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from dragoman.errors import DragomanError
from dragoman.model import Account, Evidence
from dragoman.register import tables as t
from dragoman.register.decisions.current import after_review
from dragoman.register.ids import PREFIX
from dragoman.register.passages import Fields, passages
from dragoman.register.people.concluding import identities
from dragoman.register.people.importing import all_institutions
from dragoman.register.people.proposing import proposals
from dragoman.register.rows import AccountRecord, EngagementRecord, Support, Value
from dragoman.register.search import engagements, parts_of, readout_row, tellings

_NAMED_AT_MOST = 5


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
    institutions = all_institutions(connection)
    for row in connection.execute(tellings([engagement_id])).all():
        reading, readout = after_review(connection, row.reading_id)
        account = reading.engagements[row.number]
        support = tuple(_support(account, {"text": readout.text, "title": readout.title}))
        accounts.append(
            AccountRecord(
                row.account_id,
                row.reason,
                reading.reader,
                readout_row(row),
                account,
                support,
                identities(connection, row.account_id),
                tuple(proposals(account, institutions)),
            )
        )
    return EngagementRecord(engagement, tuple(parts_of(connection, engagement_id)), tuple(accounts))


def _support(account: Account, fields: Fields) -> Iterator[Support]:
    def said(value: Value, number: int, evidence: tuple[Evidence, ...]) -> Support:
        return Support(value, number, tuple(passages(evidence, fields)))

    yield said("engagement", 0, account.evidence)
    if account.date is not None:
        yield said("date", 0, account.date.evidence)
    if account.window is not None:
        yield said("window", 0, account.window.evidence)
    for number, place in enumerate(account.places):
        yield said("place", number, place.evidence)
    for number, party in enumerate(account.parties):
        yield said("party", number, party.evidence)
    for number, link in enumerate(account.carries_forward):
        yield said("carries_forward", number, link.evidence)
    for number, topic in enumerate(account.topics):
        yield said("topic", number, (Evidence(topic.start, topic.end, topic.text),))
    for number, point in enumerate(account.points):
        yield said("point", number, (Evidence(point.start, point.end, point.text),))
