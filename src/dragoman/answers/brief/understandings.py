"""What was agreed, signed or pledged, each once however many accounts tell it, and what carries it forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.answers import phrases
from dragoman.answers.brief.brief import CarriedEntry, Quote, UnderstandingEntry
from dragoman.answers.brief.quoting import occasion, own_accounts, quoted, span
from dragoman.answers.compare.material import material
from dragoman.answers.compare.subjects import matches
from dragoman.answers.record import when
from dragoman.model import Account, CarriedForward, Point
from dragoman.reference.concepts import Vocabulary
from dragoman.register.dossier import Dossier
from dragoman.register.rows import Told

_BINDING = ("agreed", "signed", "pledged")
_Place = tuple[str, int, int]
"""The hash of a readout, and start and end in its text."""


def carried_forward(dossier: Dossier) -> Iterator[CarriedEntry]:
    """Which engagement carries which earlier one forward, each pair once."""
    for row in dossier.engagements:
        found: dict[str, tuple[str, list[Quote]]] = {}
        for told, account, link in _links(dossier.told[row.id]):
            earlier = next((one for one in told.reading.engagements if one.id == link.id), None)
            engagement = told.engagements.get(link.id)
            if earlier is None or engagement is None:
                continue
            days = earlier.date or earlier.window
            words = phrases.occasion(earlier) + (f", {phrases.in_words(days)}" if days else "")
            text, quotes = found.setdefault(engagement, (words, []))
            quotes += quoted(told, account.id, link.evidence)
        for earlier_id, (text, quotes) in found.items():
            if earlier_id != row.id:
                yield CarriedEntry(row.id, occasion(row), earlier_id, text, tuple(quotes))


def understandings(
    dossier: Dossier, carried: Sequence[CarriedEntry], vocabulary: Vocabulary
) -> Iterator[UnderstandingEntry]:
    """The points that bind, those of the newest engagement first."""
    carriers: dict[str, list[str]] = defaultdict(list)
    for entry in carried:
        carriers[entry.earlier].append(entry.engagement)
    seen: set[_Place] = set()
    for row in dossier.engagements:
        for point, quotes in _points(dossier.told[row.id], seen, vocabulary):
            yield UnderstandingEntry(
                engagement=row.id,
                when=when(row),
                act=point.act,
                by=point.by,
                text=point.text,
                concepts=point.concepts,
                quotes=quotes,
                carried_by=tuple(carriers[row.id]),
            )


def _links(readings: Sequence[Told]) -> Iterator[tuple[Told, Account, CarriedForward]]:
    return (
        (told, account, link) for told in readings for account in own_accounts(told) for link in account.carries_forward
    )


def _points(
    readings: Sequence[Told], seen: set[_Place], vocabulary: Vocabulary
) -> Iterator[tuple[Point, tuple[Quote, ...]]]:
    """The points of an engagement that bind, each with a quote of every account that tells of the same.

    Places that were `seen` are passed over, and those found are added: one readout may tell a point of two engagements.
    """
    binding = [_binding(told) for told in readings]
    same = _same(readings, vocabulary) if sum(map(bool, binding)) > 1 else {}
    for told, ours in zip(readings, binding, strict=True):
        for place, (account, point) in ours.items():
            if place in seen:
                continue
            seen.add(place)
            quotes = quoted(told, account, (span(point),))
            for there, others, theirs in zip(readings, same.get(place, ()), binding, strict=False):
                found = next((other for other in others if other in theirs and other not in seen), None)
                if found is not None:
                    seen.add(found)
                    quotes += quoted(there, theirs[found][0], (span(theirs[found][1]),))
            yield point, quotes


def _binding(told: Told) -> dict[_Place, tuple[str, Point]]:
    """The points of a reading's own accounts that bind, by place, with the account's id in the reading."""
    return {
        (told.readout.content_hash, point.start, point.end): (account.id, point)
        for account in own_accounts(told)
        for point in account.points
        if point.act in _BINDING
    }


def _same(readings: Sequence[Told], vocabulary: Vocabulary) -> dict[_Place, tuple[list[_Place], ...]]:
    """For everything said, where the other readouts say the same, likest first; one list a readout."""
    hashes = [told.readout.content_hash for told in readings]
    return {
        (hashes[match.side], match.said.start, match.said.end): tuple(
            [(hashes[number], said.start, said.end) for said in some] for number, some in enumerate(match.others)
        )
        for match in matches([material(told, vocabulary) for told in readings], vocabulary)
    }
