"""Standing arrangements with a partner: dialogues, forums, commissions, and what each engagement says of them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.answers.brief.brief import MechanismEntry, MechanismSession
from dragoman.answers.brief.quoting import quoted
from dragoman.answers.record import when
from dragoman.model import Mechanism
from dragoman.reference.folding import fold
from dragoman.register.dossier import Dossier
from dragoman.register.rows import Told


def mechanisms(dossier: Dossier) -> list[MechanismEntry]:
    """The mechanisms that engagements speak of, and those of the partners that their readouts tell of elsewhere.

    One name is one mechanism, whoever tells of it.
    """
    dates = {row.id: when(row) for row in dossier.engagements}
    found: dict[str, tuple[Mechanism, dict[tuple[str, str, int | None], MechanismSession]]] = {}
    for mechanism, told in _told(dossier):
        account = mechanism.engagement or told.accounts[0]
        engagement = told.engagements.get(account, told.engagement)
        _, sessions = found.setdefault(fold(mechanism.name), (mechanism, {}))
        key = (engagement, mechanism.status, mechanism.ordinal)
        before = sessions[key].quotes if key in sessions else ()
        quotes = tuple(dict.fromkeys(before + quoted(told, account, mechanism.evidence)))
        sessions[key] = MechanismSession(
            engagement,
            dates.get(engagement, ""),
            mechanism.status,
            mechanism.ordinal,
            quotes,
        )
    return [
        MechanismEntry(first.name, first.kind, first.parties, tuple(sessions.values()))
        for first, sessions in found.values()
    ]


def _told(dossier: Dossier) -> Iterator[tuple[Mechanism, Told]]:
    partners = {who.id for who in dossier.partners if who.kind != "person"}
    for row in dossier.engagements:
        for told in dossier.told[row.id]:
            for mechanism in told.reading.mechanisms:
                theirs = bool(partners) and partners <= set(mechanism.parties)
                if mechanism.engagement in told.accounts or theirs:
                    yield mechanism, told
