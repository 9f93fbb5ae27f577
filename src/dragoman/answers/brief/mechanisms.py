"""Standing arrangements with a partner: dialogues, forums, commissions, and what each engagement says of them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.answers.brief.arrangements import Arrangement, Naming, arrangements, naming
from dragoman.answers.brief.brief import MechanismEntry, MechanismName, MechanismSession, Quote
from dragoman.answers.brief.quoting import first_day, quoted
from dragoman.answers.record import when
from dragoman.reference.concepts import Vocabulary
from dragoman.register.dossier import Dossier


def mechanisms(dossier: Dossier, vocabulary: Vocabulary) -> list[MechanismEntry]:
    """The mechanisms that engagements speak of, and those of the partners that their readouts tell of elsewhere.

    What has several names, in whatever languages, stands once with all of them.
    """
    dates = {row.id: when(row) for row in dossier.engagements}
    return [_entry(one, dates) for one in arrangements(_namings(dossier, vocabulary), vocabulary)]


def _entry(one: Arrangement, dates: dict[str, str]) -> MechanismEntry:
    sessions: dict[tuple[str, str, int | None], MechanismSession] = {}
    said: dict[tuple[str, str], tuple[Quote, ...]] = {}
    for each in one.namings:
        quotes = quoted(each.told, each.account, each.mechanism.evidence)
        said[each.key] = tuple(dict.fromkeys((*said.get(each.key, ()), *quotes)))
        session = (each.engagement, each.mechanism.status, each.mechanism.ordinal)
        before = sessions[session].quotes if session in sessions else ()
        sessions[session] = MechanismSession(
            engagement=each.engagement,
            when=dates.get(each.engagement, ""),
            status=each.mechanism.status,
            ordinal=each.mechanism.ordinal,
            quotes=tuple(dict.fromkeys(before + quotes)),
        )
    first = one.namings[0]
    also = (
        MechanismName(name, language, why, said[name, language])
        for (name, language), why in one.names.items()
        if (name, language) != first.key
    )
    return MechanismEntry(
        first.mechanism.name, first.mechanism.kind, first.mechanism.parties, tuple(also), tuple(sessions.values())
    )


def _namings(dossier: Dossier, vocabulary: Vocabulary) -> Iterator[Naming]:
    partners = {who.id for who in dossier.partners if who.kind != "person"}
    days = {row.id: first_day(row) for row in dossier.engagements}
    for row in dossier.engagements:
        for told in dossier.told[row.id]:
            for mechanism in told.reading.mechanisms:
                theirs = bool(partners) and partners <= set(mechanism.parties)
                if mechanism.engagement in told.accounts or theirs:
                    yield naming(mechanism, told, days, vocabulary)
