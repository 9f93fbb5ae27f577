"""A reading in the contract's shape → the account of its reader, without what the text does not bear out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.errors import DragomanError
from dragoman.exchange.readings.values import RULE, Refusal, Values, confidence_of, content_of
from dragoman.languages import CODES, detect
from dragoman.model import Account, CarriedForward, Evidence, Place, Reading, Readout


@dataclass(slots=True)
class Grounded:
    """What of a reading the text bears out; `reading` is None where that is nothing at all."""

    reading: Reading | None
    refused: list[Refusal] = field(default_factory=list)


def ground(record: dict[str, Any], readout: Readout, reader: str) -> Grounded:
    """The values of a record that stand in the words of its readout, as the reading of `reader`.

    Quoted words (names, posts, events, towns, topics, points) must be in the text or title, spans must hold the words
    that they say, and codes, kinds, statuses and acts must be known. A date, a country or an affiliation without
    evidence is taken as inferred. Raises DragomanError for a record without engagements and a language unknown.
    """
    given = record.get("engagements")
    if not isinstance(given, list):
        raise DragomanError('the record has no list "engagements"')
    language = readout.language or detect(f"{readout.title}\n{readout.text}")
    if language is None:
        raise DragomanError(f"its language is none of {', '.join(CODES)}: name it with --lang")
    values = Values(readout)
    accounts = _Accounts(values).of(given)
    ids = {account.id for account in accounts}
    reading = Reading(
        ref=readout.ref,
        readout=readout.content_hash,
        reader=reader,
        language=language,
        published=readout.published,
        title=readout.title,
        publisher=readout.publisher,
        engagements=accounts,
        mechanisms=tuple(values.each("mechanisms", record.get("mechanisms"), values.mechanism, ids)),
    )
    return Grounded(reading if accounts or not given else None, values.refused)


class _Accounts:
    """Lets engagements through, and with each the values that are borne out."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def of(self, given: list[Any]) -> tuple[Account, ...]:
        """The engagements that are borne out; what they are within or carry forward are such engagements too."""
        accounts: dict[str, Account] = {}
        named: dict[str, tuple[str, dict[str, Any]]] = {}
        for number, each in enumerate(given):
            at = f"engagements[{number}]"
            account = self._values.let(at, self._account, each, f"e{number + 1}", accounts)
            if account is not None:
                accounts[account.id] = account
                named[account.id] = at, each
        linked = {id: self._linked(*named[id], account, named) for id, account in accounts.items()}
        return tuple(self._without_circles(named, linked))

    def _account(self, at: str, given: Any, number: str, others: dict[str, Account]) -> Account:
        content = content_of("engagement", given)
        id = given.get("id", number)
        if not isinstance(id, str) or id in others:
            raise DragomanError(f"{id!r} is no id of its own for an engagement")
        values = self._values
        evidence = values.words.evidence(given.get("evidence"))
        event = values.let(f"{at}.event", values.found, content["event"]) if content["event"] else None
        content["event"] = content["event"] if event else None
        account = Account(
            id=id,
            **content,
            date=values.let(f"{at}.date", values.date, given.get("date")),
            window=values.let(f"{at}.window", values.date, given.get("window")),
            places=_distinct(tuple(values.each(f"{at}.places", given.get("places"), values.place))),
            within=None,
            parties=tuple(values.each(f"{at}.parties", given.get("parties"), values.party)),
            topics=tuple(values.each(f"{at}.topics", given.get("topics"), values.topic)),
            points=tuple(values.each(f"{at}.points", given.get("points"), values.point)),
            carries_forward=(),
            title_says=values.title_says(at, given.get("title_says")),
            basis="stated",
            confidence=confidence_of(given),
            evidence=evidence,
            rule=RULE,
        )
        said = evidence or tuple(dict.fromkeys((*([event] if event else []), *_said(account))))
        if not said:
            raise DragomanError("no words of the text show it: give evidence, or a party, topic or point in its words")
        return replace(account, evidence=said)

    def _linked(self, at: str, given: dict[str, Any], account: Account, named: Iterable[str]) -> Account:
        within = given.get("within")
        if within is not None and within not in [id for id in named if id != account.id]:
            self._values.refused.append(Refusal(f"{at}.within", f"{within!r} is no other engagement that was taken"))
            within = None
        links = tuple(self._values.each(f"{at}.carries_forward", given.get("carries_forward"), self._link, named))
        return replace(account, within=within, carries_forward=links)

    def _link(self, at: str, given: Any, named: Iterable[str]) -> CarriedForward:
        given = given if isinstance(given, dict) else {"id": given}
        id: Any = given.get("id")
        if id not in list(named):
            raise DragomanError(f"{id!r} is no engagement that was taken")
        return CarriedForward(id, confidence_of(given), self._values.words.evidence(given.get("evidence")), RULE)

    def _without_circles(
        self, named: dict[str, tuple[str, dict[str, Any]]], accounts: dict[str, Account]
    ) -> Iterator[Account]:
        for account in accounts.values():
            seen, above = {account.id}, account.within
            while above is not None and above not in seen:
                seen.add(above)
                above = accounts[above].within
            if above == account.id:
                at, _ = named[account.id]
                self._values.refused.append(Refusal(f"{at}.within", "it is within itself, by way of others"))
                accounts[account.id] = account = replace(account, within=None)
            yield account


def _distinct(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without a country alone (its town was refused) of which another place is."""
    in_towns = {place.country for place in places if place.locality}
    return tuple(place for place in places if place.locality or place.country not in in_towns)


def _said(account: Account) -> Iterator[Evidence]:
    """The words of all that an account holds."""
    for value in (account.date, *account.places, *account.parties):
        yield from value.evidence if value else ()
    yield from (Evidence(topic.start, topic.end, topic.text) for topic in account.topics)
    yield from (Evidence(point.start, point.end, point.text) for point in account.points)
