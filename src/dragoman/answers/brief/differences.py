"""Where the accounts of an engagement differ, and what one side alone reports, as `compare` finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.answers.brief.brief import DifferenceEntry, Quote, SaidBy
from dragoman.answers.brief.quoting import occasion, own_accounts, quoted, ref_of
from dragoman.answers.compare import Comparison, compare
from dragoman.answers.compare.comparison import Said, Telling
from dragoman.answers.compare.telling import in_words
from dragoman.model import Evidence
from dragoman.reference.concepts import Vocabulary
from dragoman.register.dossier import Dossier
from dragoman.register.rows import Told

ALONE = "only one side"
_NAMED = 3


def differences(dossier: Dossier, vocabulary: Vocabulary) -> Iterator[DifferenceEntry]:
    """The differences between the accounts of each engagement that several readouts tell of."""
    for row in dossier.engagements:
        # Who only mentions it in passing is not silent on the rest.
        readings = [told for told in dossier.told[row.id] if own_accounts(told)[0].status != "referenced"]
        if len(readings) < 2:
            continue
        compared = compare(readings, vocabulary)
        for what, sides in _differences(compared, readings):
            yield DifferenceEntry(row.id, occasion(row), what, sides)


def _differences(compared: Comparison, readings: Sequence[Told]) -> Iterator[tuple[str, tuple[SaidBy, ...]]]:
    for fact in compared.differ:
        yield fact.what, tuple(_telling(told, one) for told, one in zip(readings, fact.tellings, strict=True))
    if any(compared.only):
        yield ALONE, tuple(_alone(told, said) for told, said in zip(readings, compared.only, strict=True))


def _telling(told: Told, telling: Telling | None) -> SaidBy:
    if telling is None:
        return _by(told)
    return _by(told, telling.text, quoted(told, told.accounts[0], telling.evidence))


def _alone(told: Told, said: Sequence[Said]) -> SaidBy:
    """The first things that a side alone reports, and how many more."""
    if not said:
        return _by(told)
    shown = said[:_NAMED]
    more = f" · and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    evidence = [Evidence(one.start, one.end, one.text) for one in shown]
    return _by(told, " · ".join(map(in_words, shown)) + more, quoted(told, told.accounts[0], evidence))


def _by(told: Told, text: str | None = None, quotes: tuple[Quote, ...] = ()) -> SaidBy:
    return SaidBy(ref_of(told), told.readout.publisher, text, quotes)
