"""Drafts → the model: ids, evidence, basis and confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import get_args

from dragoman.model import (
    Account,
    Basis,
    CarriedForward,
    DateRange,
    Evidence,
    Kind,
    Party,
    Place,
    Point,
    Readout,
    Status,
    Topic,
)
from dragoman.reading.accounts.draft import Draft, PlaceDraft, Saying, Span
from dragoman.reading.accounts.title import Title
from dragoman.reading.confidence import UNMEASURED, rate
from dragoman.reading.mentions.dates import Days, parse_day
from dragoman.reading.mentions.people import Person, Roster, is_body

KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}


class Assembler:
    """Turns the drafts of one text into accounts."""

    def __init__(self, readout: Readout, roster: Roster, title: Title, weights: Mapping[str, float]) -> None:
        self._text = readout.text
        self._heading = readout.title
        self._published = parse_day(readout.published)
        self._roster = roster
        self._title = title
        self._weights = weights

    def evidence(self, spans: list[Span] | tuple[Span, ...]) -> tuple[Evidence, ...]:
        """Spans as evidence, in order, each once."""
        return tuple(Evidence(a, b, self._text[a:b]) for a, b in dict.fromkeys(spans))

    def _in_title(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        return tuple(Evidence(a, b, self._heading[a:b], "title") for a, b in dict.fromkeys(spans))

    def accounts(self, drafts: list[Draft]) -> tuple[Account, ...]:
        """The accounts in the order told, ids e1, e2, …"""
        ids = {draft: f"e{number}" for number, draft in enumerate(drafts, 1)}
        return tuple(rate((self._account(draft, ids) for draft in drafts), self._weights))

    def _account(self, draft: Draft, ids: dict[Draft, str]) -> Account:
        topics = tuple(self._topic(s) for s in draft.sayings if s.act is None)
        points = tuple(self._point(s, draft) for s in draft.sayings if s.act is not None)
        title_says, title_spans = self._title.says(draft, self._roster)
        return Account(
            id=ids[draft],
            kind=KINDS[draft.kind],
            status=STATUSES[draft.status],
            date=self._date(draft),
            window=self._window(draft),
            places=tuple(self._place(place) for place in draft.places),
            within=ids.get(draft.parent) if draft.parent else None,
            event=self._text[slice(*draft.event)] if draft.event else None,
            parties=tuple(self._party(person) for person in draft.parties),
            topics=topics,
            points=points,
            carries_forward=tuple(
                CarriedForward(ids[other], UNMEASURED, self.evidence([span]), "carries-forward")
                for other, span in draft.carries
                if other in ids
            ),
            title_says=title_says,
            basis="stated",
            confidence=UNMEASURED,
            evidence=self.evidence(draft.spans) + self._in_title(title_spans),
            rule=draft.rule,
        )

    def _date(self, draft: Draft) -> DateRange | None:
        if draft.days is None:
            return None
        basis: Basis = "stated" if draft.date_spans else "inherited" if draft.date_rule == "from-parent" else "inferred"
        return self._range(draft.days, basis, draft.date_spans, draft.date_rule)

    def _range(self, days: Days, basis: Basis, spans: tuple[Span, ...], rule: str) -> DateRange:
        return DateRange(days.start.isoformat(), days.end.isoformat(), basis, UNMEASURED, self.evidence(spans), rule)

    def _window(self, draft: Draft) -> DateRange | None:
        """On or shortly before publication for what was held, after it for what is planned, before it for the rest."""
        if draft.days is not None or self._published is None:
            return None
        week, year = timedelta(days=7), timedelta(days=365)
        day = self._published
        days = {"held": Days(day - week, day), "planned": Days(day, day + year), "referenced": Days(day - year, day)}[
            draft.status
        ]
        return self._range(days, "inferred", (), f"window-{draft.status}")

    def _place(self, place: PlaceDraft) -> Place:
        locality = place.seat or (self._text[slice(*place.locality)] if place.locality else None)
        basis: Basis = "inherited" if place.inferred else "inferred" if place.seat else "stated"
        return Place(place.country, locality, basis, UNMEASURED, self.evidence(place.spans), place.rule)

    def _party(self, person: Person) -> Party:
        spans = [span for span in (person.name, person.post, person.affiliation_span) if span]
        spans = spans or [(m.start, m.end) for m in person.mentions[:1]]
        bare = person.kind in ("state", "body", "org", "region")
        return Party(
            name=None if bare else self._slice(person.name),
            post=None if bare else self._slice(person.post),
            affiliation=person.affiliation,
            group=person.kind == "group",
            basis="inferred" if person.inferred else "stated",
            confidence=UNMEASURED,
            evidence=self.evidence(sorted(spans)) + self._in_title(person.title_spans),
            rule=person.rule,
        )

    def _slice(self, span: Span | None) -> str | None:
        return self._text[span[0] : span[1]] if span else None

    def _topic(self, saying: Saying) -> Topic:
        start, end = saying.span
        return Topic(self._text[start:end], start, end, UNMEASURED, saying.rule)

    def _point(self, saying: Saying, draft: Draft) -> Point:
        start, end = saying.span
        people = _in_person(saying.by, draft) or tuple(_sides(draft))
        by = tuple(dict.fromkeys(p.affiliation for p in people if p.affiliation))
        if saying.joint and len(by) < 2:
            by = tuple(dict.fromkeys([*draft.affiliations(), *(draft.countries() if draft.kind == "visit" else ())]))
        assert saying.act is not None
        return Point(saying.act, by, self._text[start:end], start, end, UNMEASURED, saying.rule)


def _sides(draft: Draft) -> list[Person]:
    """The parties who agree or sign: of a signing not those who were only present, if two sides are left."""
    signed = [person for person in draft.parties if person not in draft.joined]
    two = len({person.affiliation for person in signed if person.affiliation}) > 1
    return signed if draft.kind == "signing" and two else draft.parties


def _in_person(speakers: tuple[Person, ...], draft: Draft) -> tuple[Person, ...]:
    """Those who spoke, for a region's group whose members a list has named since all who took part."""
    there = draft.affiliations()
    apart = [p for p in speakers if p.kind == "group" and is_body(p.affiliation) and p not in draft.parties]
    if any(p.affiliation not in there for p in apart):
        return (*(p for p in speakers if p not in apart), *draft.parties)
    return speakers
