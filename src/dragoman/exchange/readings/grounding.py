"""A reading in the contract's shape → the account of its reader, without what the text does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast, get_args

from dragoman.errors import DragomanError
from dragoman.exchange.readings.words import Words
from dragoman.languages import CODES, detect
from dragoman.model import (
    Account,
    Basis,
    CarriedForward,
    DateRange,
    Evidence,
    Mechanism,
    MechanismStatus,
    Party,
    Place,
    Point,
    Reading,
    Readout,
    Topic,
)
from dragoman.reference import world
from dragoman.register.decisions.checking import checked
from dragoman.register.decisions.facts import FIELDS, Content, FactKind

_RULE = "given"
# How sure a reader is that does not say so.
_UNTOLD = 0.5
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that was left out: where in the record ('engagements[0].parties[1]') and why."""

    at: str
    reason: str

    def __str__(self) -> str:
        return f"{self.at}: {self.reason}"


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
    gate = _Gate(readout)
    accounts = gate.accounts(given)
    mechanisms = gate.mechanisms(record.get("mechanisms"), {account.id for account in accounts})
    reading = Reading(
        ref=readout.ref,
        readout=readout.content_hash,
        reader=reader,
        language=language,
        published=readout.published,
        title=readout.title,
        publisher=readout.publisher,
        engagements=accounts,
        mechanisms=mechanisms,
    )
    return Grounded(reading if accounts or not given else None, gate.refused)


class _Gate:
    """Lets through what a readout bears out, and writes down what it does not."""

    def __init__(self, readout: Readout) -> None:
        self._readout = readout
        self._words = Words(readout)
        self.refused: list[Refusal] = []

    def accounts(self, given: list[Any]) -> tuple[Account, ...]:
        """The engagements that are borne out; what they are within or carry forward are such engagements too."""
        accounts: dict[str, Account] = {}
        named: dict[str, tuple[str, dict[str, Any]]] = {}
        for number, each in enumerate(given):
            at = f"engagements[{number}]"
            account = self._let(at, self._account, each, f"e{number + 1}", accounts)
            if account is not None:
                accounts[account.id] = account
                named[account.id] = at, each
        linked = {id: self._linked(*named[id], account, named) for id, account in accounts.items()}
        return tuple(self._without_circles(named, linked))

    def mechanisms(self, given: object, accounts: set[str]) -> tuple[Mechanism, ...]:
        """The mechanisms that the text names."""
        return tuple(self._each("mechanisms", given, self._mechanism, accounts))

    def _let(self, at: str, make: Callable[..., Made], *of: Any) -> Made | None:
        """What is made of a value that stands `at` a place, or None with the refusal written down."""
        try:
            return make(at, *of)
        except DragomanError as error:
            self.refused.append(Refusal(at, str(error)))
            return None

    def _each(self, at: str, given: object, make: Callable[..., Made], *more: Any) -> Iterator[Made]:
        """What is made of each item of a list; the refused ones are left out."""
        if given is not None and not isinstance(given, list):
            self.refused.append(Refusal(at, "it is no list"))
            given = None
        for number, each in enumerate(given or ()):
            made = self._let(f"{at}[{number}]", make, each, *more)
            if made is not None:
                yield made

    def _account(self, at: str, given: Any, number: str, others: dict[str, Account]) -> Account:
        content = _content("engagement", given)
        id = given.get("id", number)
        if not isinstance(id, str) or id in others:
            raise DragomanError(f"{id!r} is no id of its own for an engagement")
        evidence = self._words.evidence(given.get("evidence"))
        event = self._let(f"{at}.event", self._found, content["event"]) if content["event"] else None
        content["event"] = content["event"] if event else None
        account = Account(
            id=id,
            **content,
            date=self._let(f"{at}.date", self._date, given.get("date")),
            window=self._let(f"{at}.window", self._date, given.get("window")),
            places=tuple(self._each(f"{at}.places", given.get("places"), self._place)),
            within=None,
            parties=tuple(self._each(f"{at}.parties", given.get("parties"), self._party)),
            topics=tuple(self._each(f"{at}.topics", given.get("topics"), self._topic)),
            points=tuple(self._each(f"{at}.points", given.get("points"), self._point)),
            carries_forward=(),
            title_says=self._title_says(at, given.get("title_says")),
            basis="stated",
            confidence=_confidence(given),
            evidence=evidence,
            rule=_RULE,
        )
        said = evidence or tuple(dict.fromkeys((*([event] if event else []), *_said(account))))
        if not said:
            raise DragomanError("no words of the text show it: give evidence, or a party, topic or point in its words")
        return replace(account, evidence=said)

    def _date(self, at: str, given: Any) -> DateRange | None:
        if given is None:
            return None
        content = _content("date", given)
        return DateRange(**content, **self._known(given, ()))

    def _place(self, at: str, given: Any) -> Place:
        content = _content("place", given)
        found = self._borne_out(at, content, "locality", self._words.find, "country")
        return Place(**content, **self._known(given, found))

    def _party(self, at: str, given: Any) -> Party:
        content = _content("party", given)
        found: tuple[Evidence, ...] = (self._found(at, content["name"]),) if content["name"] else ()
        found += self._borne_out(at, content, "post", self._words.find_inflected, "name")
        found += self._affiliation(content["affiliation"]) if content["affiliation"] else ()
        return Party(**content, **self._known(given, found))

    def _borne_out(
        self, at: str, content: Content, name: str, find: Callable[[str], Evidence | None], other: str
    ) -> tuple[Evidence, ...]:
        """The words of one field of a content; where the text has none, it is left out if another field says enough."""
        words = content[name]
        found = find(words) if words else None
        if words and not found:
            refusal = _unsaid(words)
            if not content[other]:
                raise refusal
            self.refused.append(Refusal(f"{at}.{name}", str(refusal)))
            content[name] = None
        return (found,) if found else ()

    def _topic(self, at: str, given: Any) -> Topic:
        given = {"text": given} if isinstance(given, str) else given
        content = _content("topic", given)
        quoted = self._quoted(content["text"], given)
        return Topic(quoted.text, quoted.start, quoted.end, _confidence(given), _RULE)

    def _point(self, at: str, given: Any) -> Point:
        content = _content("point", given)
        quoted = self._quoted(content["text"], given)
        by = self._speakers(f"{at}.by", content["by"])
        return Point(content["act"], by, quoted.text, quoted.start, quoted.end, _confidence(given), _RULE)

    def _mechanism(self, at: str, given: Any, accounts: set[str]) -> Mechanism:
        if not isinstance(given, dict) or not isinstance(given.get("name"), str):
            raise DragomanError("a mechanism has a name")
        status, kind, ordinal = given.get("status"), given.get("kind"), given.get("ordinal")
        if status not in get_args(MechanismStatus):
            raise DragomanError(f"{status!r} is no status: choose one of {', '.join(get_args(MechanismStatus))}")
        if not isinstance(kind, str) or not (ordinal is None or type(ordinal) is int):
            raise DragomanError("the kind of a mechanism is a word, its ordinal a number or null")
        engagement = given.get("engagement")
        return Mechanism(
            name=given["name"],
            kind=kind,
            status=cast(MechanismStatus, status),
            parties=self._speakers(f"{at}.parties", given.get("parties") or ()),
            engagement=engagement if engagement in accounts else None,
            ordinal=ordinal,
            confidence=_confidence(given),
            evidence=self._words.evidence(given.get("evidence")) or (self._found(at, given["name"]),),
            rule=_RULE,
        )

    def _title_says(self, at: str, given: object) -> dict[str, str]:
        if given is not None and not isinstance(given, dict):
            self.refused.append(Refusal(f"{at}.title_says", "it is no object"))
            return {}
        kept = {}
        for key, value in (given or {}).items():
            if isinstance(value, str) and value in self._readout.title:
                kept[key] = value
            else:
                self.refused.append(Refusal(f"{at}.title_says.{key}", f"the title does not say {value!r}"))
        return kept

    def _found(self, at: str, words: str) -> Evidence:
        found = self._words.find(words)
        if found is None:
            raise _unsaid(words)
        return found

    def _quoted(self, words: str, given: dict[str, Any]) -> Evidence:
        """The words of a topic or point, exactly as the text has them, at its offsets if it names any."""
        span = {key: given.get(key) for key in ("start", "end")} | {"text": words}
        (found,) = self._words.evidence([span])
        return found

    def _affiliation(self, given: str) -> tuple[Evidence, ...]:
        """The words of an affiliation that is no known code."""
        known = world()
        if given in known.countries or given in known.organisations or given in known.regions:
            return ()
        found = self._words.find(given)
        if found is None:
            raise DragomanError(f"'{given}' is no code of a country or body that is known, and not in the text")
        return (found,)

    def _speakers(self, at: str, given: Iterable[object]) -> tuple[str, ...]:
        """Those affiliations that are known, or in the text."""
        return tuple(self._each(at, list(given), self._speaker))

    def _speaker(self, at: str, code: object) -> str:
        if not isinstance(code, str):
            raise DragomanError(f"{code!r} is no affiliation")
        self._affiliation(code)
        return code

    def _known(self, given: dict[str, Any], found: tuple[Evidence, ...]) -> dict[str, Any]:
        """How a value is known: by the evidence that it gives, or else by its words where they were found."""
        evidence = self._words.evidence(given.get("evidence")) or found
        basis: Basis = "stated" if evidence else "inferred"
        return {"basis": basis, "confidence": _confidence(given), "evidence": evidence, "rule": _RULE}

    def _linked(self, at: str, given: dict[str, Any], account: Account, named: Iterable[str]) -> Account:
        within = given.get("within")
        if within is not None and (within not in named or within == account.id):
            self.refused.append(Refusal(f"{at}.within", f"{within!r} is no other engagement that was taken"))
            within = None
        links = tuple(self._each(f"{at}.carries_forward", given.get("carries_forward"), self._link, named))
        return replace(account, within=within, carries_forward=links)

    def _link(self, at: str, given: Any, named: Iterable[str]) -> CarriedForward:
        given = given if isinstance(given, dict) else {"id": given}
        id: Any = given.get("id")
        if id not in set(named):
            raise DragomanError(f"{id!r} is no engagement that was taken")
        return CarriedForward(id, _confidence(given), self._words.evidence(given.get("evidence")), _RULE)

    def _without_circles(
        self, named: dict[str, tuple[str, dict[str, Any]]], accounts: dict[str, Account]
    ) -> Iterator[Account]:
        for account in accounts.values():
            seen, above = {account.id}, account.within
            while above is not None and above not in seen:
                seen.add(above)
                above = accounts[above].within
            if above == account.id:
                self.refused.append(Refusal(f"{named[account.id][0]}.within", "it is within itself, by way of others"))
                accounts[account.id] = account = replace(account, within=None)
            yield account


def _content(kind: FactKind, given: Any) -> Content:
    """The content of a fact; what else the record says of it is not looked at."""
    if not isinstance(given, dict):
        raise DragomanError(f"{given!r} is no {kind}: write an object with {', '.join(FIELDS[kind])}")
    content = {name: given[name] for name in FIELDS[kind] if given.get(name) is not None}
    return checked(kind, content)


def _unsaid(words: str) -> DragomanError:
    return DragomanError(f"the text does not say '{words}'")


def _confidence(given: dict[str, Any]) -> float:
    value = given.get("confidence", _UNTOLD)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise DragomanError(f"{value!r} is no confidence: write a number from 0 to 1")
    return float(value)


def _said(account: Account) -> Iterator[Evidence]:
    """The words of all that an account holds."""
    for value in (account.date, *account.places, *account.parties):
        yield from value.evidence if value else ()
    yield from (Evidence(topic.start, topic.end, topic.text) for topic in account.topics)
    yield from (Evidence(point.start, point.end, point.text) for point in account.points)
