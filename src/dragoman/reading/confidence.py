"""How sure each value is: a logistic scale over the rule that made it and what stands around it.

The weights are data of the language (`confidence.tsv`, made by `bench/calibrate.py` from readings checked against gold
ones). An account's confidence is the chance that there was such an engagement; a value's is that chance times the
chance that the value is right if there was.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dragoman.model import Account, DateRange, Party, Place, Point, Topic

UNMEASURED = 0.7  # a language or a sort of value without weights
LOWEST, HIGHEST = 0.02, 0.995


def rate(accounts: Iterable[Account], weights: Mapping[str, float]) -> Iterator[Account]:
    """The accounts with the confidence of each of their values set."""
    for account in accounts:
        whole = chance("account", account_features(account), weights)
        yield replace(
            account,
            confidence=whole,
            date=account.date
            and replace(account.date, confidence=_part(whole, "date", date_features(account.date, account), weights)),
            window=account.window and replace(account.window, confidence=_part(whole, "window", (), weights)),
            places=tuple(
                replace(p, confidence=_part(whole, "place", place_features(p, account), weights))
                for p in account.places
            ),
            parties=tuple(
                replace(p, confidence=_part(whole, "party", party_features(p, account), weights))
                for p in account.parties
            ),
            topics=tuple(
                replace(t, confidence=_part(whole, "topic", topic_features(t, account), weights))
                for t in account.topics
            ),
            points=tuple(
                replace(p, confidence=_part(whole, "point", point_features(p, account), weights))
                for p in account.points
            ),
            carries_forward=tuple(
                replace(c, confidence=_part(whole, "link", (), weights)) for c in account.carries_forward
            ),
        )


def chance(sort: str, features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The chance that a value of this sort with these features is right, 0.02 to 0.995."""
    if sort not in weights:
        return UNMEASURED
    total = weights[sort] + sum(weights.get(f"{sort} {feature}", 0.0) for feature in features)
    return round(min(max(1 / (1 + math.exp(-total)), LOWEST), HIGHEST), 3)


def _part(whole: float, sort: str, features: Iterable[str], weights: Mapping[str, float]) -> float:
    return round(max(whole * chance(sort, features, weights), LOWEST), 3)


def account_features(account: Account) -> tuple[str, ...]:
    """What bears on whether there was such an engagement."""
    named = sum(party.name is not None for party in account.parties)
    return (
        f"rule={account.rule}",
        f"kind={account.kind}-{account.status}",
        f"parties={min(len(account.parties), 4)}",
        f"named={min(named, 3)}",
        f"unknown={any(party.affiliation is None for party in account.parties)}",
        f"groups={any(party.group for party in account.parties)}",
        f"institutions={any(len(party.affiliation or '') > 12 for party in account.parties)}",
        f"dated={account.date.basis if account.date else None}",
        f"within={account.within is not None}",
        f"number={min(int(account.id[1:]), 4)}",
        f"told={min(len(account.evidence), 4)}",
        f"says={bool(account.topics or account.points)}",
    )


def party_features(party: Party, account: Account) -> tuple[str, ...]:
    """What bears on whether somebody took part under this name or post and affiliation."""
    return (
        f"rule={party.rule}",
        f"name={min(len((party.name or '').split()), 4)} post={party.post is not None} group={party.group}",
        f"basis={party.basis}",
        f"affiliation={'none' if party.affiliation is None else 'code' if len(party.affiliation) == 2 else 'body'}",
        f"kind={account.kind}-{account.status}",
        f"parties={min(len(account.parties), 6)}",
    )


def date_features(date: DateRange, account: Account) -> tuple[str, ...]:
    """What bears on whether the interval is the right one."""
    return (
        f"rule={date.rule}",
        f"basis={date.basis}",
        f"kind={account.kind}-{account.status}",
        f"day={date.start == date.end}",
    )


def place_features(place: Place, account: Account) -> tuple[str, ...]:
    """What bears on whether it was in this country."""
    return (
        f"rule={place.rule}",
        f"basis={place.basis}",
        f"kind={account.kind}-{account.status}",
        f"country={place.country is not None}",
    )


def topic_features(topic: Topic, account: Account) -> tuple[str, ...]:
    """What bears on whether this was discussed, in these words."""
    return (
        f"rule={topic.rule}",
        f"length={_length(topic.text)}",
        f"kind={account.kind}-{account.status}",
        f"topics={min(len(account.topics), 6)}",
    )


def point_features(point: Point, account: Account) -> tuple[str, ...]:
    """What bears on whether this was said or agreed, under this act."""
    return (
        f"rule={point.rule}",
        f"act={point.act}",
        f"length={_length(point.text)}",
        f"by={min(len(point.by), 2)}",
        f"kind={account.kind}-{account.status}",
    )


def _length(text: str) -> int:
    """A logarithmic class of the length in characters."""
    return min(int(math.log2(len(text) + 1)), 8)


def confidence(rule: str) -> float:
    """The confidence of a value before it is rated."""
    return UNMEASURED
