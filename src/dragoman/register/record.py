"""One engagement by its id: every account of it, and for every value the words that say so with some text around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from dragoman.errors import DragomanError
from dragoman.model import Account, Evidence
from dragoman.register import tables as t
from dragoman.register.decisions.current import reading_of
from dragoman.register.decisions.facts import id_of
from dragoman.register.decisions.ledger import entered
from dragoman.register.decisions.reviewing import Ruled
from dragoman.register.ids import PREFIX
from dragoman.register.passages import Fields, passages
from dragoman.register.people.concluding import identities
from dragoman.register.people.importing import all_institutions
from dragoman.register.people.proposing import proposals
from dragoman.register.rows import AccountRecord, EngagementRecord, Rejected, Review, Support, Value
from dragoman.register.search import engagements, parts_of, readout_row, tellings

_NAMED_AT_MOST = 5


def resolve(connection: Connection, given: str, register: str) -> str:
    """The engagement that an id, or the beginning of one, stands for (an id of any of its accounts will do)."""
    found = _beginning_with(connection, given)
    if not found:
        raise DragomanError(f"No engagement '{given}' is in the register '{register}': `dragoman list` shows the ids.")
    if len(set(found.values())) > 1:
        raise _many(given, found)
    return next(iter(found.values()))


def resolve_account(connection: Connection, given: str) -> str:
    """The account that an id, or the beginning of one, stands for; an engagement's is that of its leading account."""
    found = _beginning_with(connection, given)
    if not found:
        raise DragomanError(f"There is no account '{given}' in the register: `dragoman show --json` tells their ids.")
    if len(found) > 1:
        raise _many(given, found)
    return next(iter(found))


def _beginning_with(connection: Connection, given: str) -> dict[str, str]:
    """The accounts whose ids begin so (one more than are named, at most), each with its engagement."""
    code = given.strip().lower().removeprefix(PREFIX)
    ids = t.grouping.c.account_id
    wanted = select(ids, t.grouping.c.engagement_id).where(ids.startswith(PREFIX + code, autoescape=True))
    rows = connection.execute(wanted.order_by(ids).limit(_NAMED_AT_MOST + 1)) if code else ()
    return {row.account_id: row.engagement_id for row in rows}


def _many(given: str, found: dict[str, str]) -> DragomanError:
    named = ", ".join(list(found)[:_NAMED_AT_MOST]) + (", …" if len(found) > _NAMED_AT_MOST else "")
    return DragomanError(f"'{given}' may be any of {named}: write more of the id.")


def record(connection: Connection, engagement_id: str) -> EngagementRecord:
    """Everything that the register holds of one engagement."""
    (engagement,) = engagements(connection, [engagement_id])
    accounts = []
    institutions = all_institutions(connection)
    for row in connection.execute(tellings([engagement_id])).all():
        current = reading_of(connection, row.reading_id)
        reviewed = current.reviewed(entered(connection, current.readout.content_hash))
        account, readout = reviewed.accounts[row.number], current.readout
        ruled = [each for each in reviewed.facts if each.account == row.account_id]
        support = _reviewed(_support(account, {"text": readout.text, "title": readout.title}), ruled)
        accounts.append(
            AccountRecord(
                row.account_id,
                row.reason,
                current.reading.reader,
                readout_row(row),
                account,
                tuple(support),
                identities(connection, row.account_id),
                tuple(proposals(account, institutions)),
                tuple(Rejected(e.fact.kind, e.fact.content, _review(e)) for e in ruled if e.state == "rejected"),
            )
        )
    return EngagementRecord(engagement, tuple(parts_of(connection, engagement_id)), tuple(accounts))


def _reviewed(support: Iterable[Support], ruled: Sequence[Ruled]) -> Iterator[Support]:
    """Each value with its state of review: what was not rejected stands in the order of the facts of its kind."""
    kept: dict[str, list[Ruled]] = defaultdict(list)
    for each in ruled:
        if each.state != "rejected":
            kept[each.fact.kind].append(each)
    for value in support:
        facts = kept[value.value]
        yield replace(value, review=_review(facts[value.number])) if facts else value


def _review(ruled: Ruled) -> Review:
    fact, decision = ruled.fact, ruled.decision
    id = id_of((ruled.account, fact.kind, fact.number))
    return Review(id, ruled.state, decision.number, decision.by) if decision else Review(id, ruled.state)


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
