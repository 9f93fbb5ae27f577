"""Accounts as lines, so that a table of expectations can be read:

    KIND STATUS DATE[/DATE] PLACES: PARTIES [(EVENT)] [< KIND OF PARENT] [^ KINDS CARRIED FORWARD]

Places are 'PT' or 'PT Lisbon', joined by ' & ', '-' for none; a party is its affiliation and its name, or its post where
it has no name, with a '*' after a group; '?' stands for an unknown affiliation and 'undated' for no date.
"""

from __future__ import annotations

from dragoman import Readout, Reading, read
from dragoman.model import Account, DateRange, Party, Place


def accounts(reading: Reading) -> list[str]:
    """A line for each account, sorted."""
    by_id = {account.id: account for account in reading.engagements}
    return sorted(_line(account, by_id) for account in reading.engagements)


def accounts_of(text: str, published: str | None = "2024-06-18", publisher: str | None = None) -> list[str]:
    """The lines of an English text."""
    return accounts(read(Readout(text=text, published=published, publisher=publisher, language="en")))


def mechanisms(reading: Reading) -> list[str]:
    """A line for each mechanism: NAME, STATUS [ORDINAL]: PARTIES."""
    return sorted(
        f"{m.name}, {m.status}{f' {m.ordinal}' if m.ordinal else ''}: {', '.join(m.parties)}"
        for m in reading.mechanisms
    )


def _line(account: Account, by_id: dict[str, Account]) -> str:
    places = " & ".join(map(_place, account.places)) or "-"
    line = f"{account.kind} {account.status} {_days(account.date)} {places}: {', '.join(sorted(map(_party, account.parties)))}"
    if account.event:
        line += f" ({account.event})"
    if account.within:
        line += f" < {by_id[account.within].kind}"
    if account.carries_forward:
        line += f" ^ {', '.join(by_id[link.id].kind for link in account.carries_forward)}"
    return line


def _days(interval: DateRange | None) -> str:
    if interval is None:
        return "undated"
    return interval.start if interval.start == interval.end else f"{interval.start}/{interval.end}"


def _place(place: Place) -> str:
    return f"{place.country or '?'} {place.locality or ''}".strip()


def _party(party: Party) -> str:
    shown = party.name or party.post or ""
    return f"{party.affiliation or '?'} {shown}".strip() + ("*" if party.group else "")
