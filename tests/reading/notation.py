"""What a reading holds as lines, and files of texts with the lines that they should give.

    KIND STATUS DATE[/DATE] PLACES: PARTIES [(EVENT)] [< KIND OF PARENT] [^ KINDS CARRIED FORWARD]
    mechanism NAME, STATUS [ORDINAL]: PARTIES

Places are 'PT' or 'PT Lisbon', joined by ' & ', '-' for none; a party is its affiliation and its name, or its post
where it has no name, with a '*' after a group; '?' stands for an unknown affiliation and 'undated' for no date.

A file of tellings (`tellings/[name.]LANGUAGE.txt`) holds cases:

    ## name of the case                 '# ' begins a comment
    @@ 2024-06-18 Publisher             date and publisher; without this line Tuesday, 18 June 2024, and none
    The text, one line a paragraph.
    => a line
    !! why the reader fails             a known failure: strict, so that its mending is noticed
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman import Reading, Readout, read
from dragoman.model import Account, DateRange, Mechanism, Party, Place

TELLINGS = Path(__file__).parent / "tellings"
PARTIES = re.compile(r"(?<=: ).*?(?= \(| < | \^ |$)")


@dataclass(frozen=True)
class Telling:
    """One case; `lines` are what it should give, in any order, `failure` says why it does not ('' if it does)."""

    name: str
    language: str
    published: str
    publisher: str | None
    paragraphs: tuple[str, ...]
    lines: tuple[str, ...]
    failure: str

    def read(self, paragraphs: Iterable[str] | None = None) -> Reading:
        """Its reading, or that of other paragraphs under the same date and publisher."""
        text = "\n".join(self.paragraphs if paragraphs is None else paragraphs)
        return read(Readout(text, published=self.published, publisher=self.publisher, language=self.language))


def tellings(source: str, language: str) -> Iterator[Telling]:
    """The cases of a file."""
    for block in ("\n" + source).split("\n## ")[1:]:
        name, *rest = [line for line in block.splitlines() if line and not line.startswith("# ")]
        marked: dict[str, list[str]] = {mark: [] for mark in ("@@ ", "=> ", "!! ", "")}
        for line in rest:
            mark = line[:3] if line[:3] in marked else ""
            marked[mark].append(line.removeprefix(mark))
        published, _, publisher = next(iter(marked["@@ "]), "2024-06-18").partition(" ")
        failure = " ".join(marked["!! "])
        yield Telling(name, language, published, publisher or None, tuple(marked[""]), tuple(marked["=> "]), failure)


def tellings_in(pattern: str) -> list[Telling]:
    """The cases of the files whose names match."""
    paths = sorted(TELLINGS.glob(pattern))
    return [case for path in paths for case in tellings(path.read_text("utf-8"), path.stem.split(".")[-1])]


def lines(reading: Reading) -> list[str]:
    """The accounts and mechanisms of a reading, each a line, in order."""
    by_id = {account.id: account for account in reading.engagements}
    return in_order([*(_account(a, by_id) for a in reading.engagements), *map(_mechanism, reading.mechanisms)])


def in_order(told: Iterable[str]) -> list[str]:
    """Lines sorted, and the parties of each: who is named first makes no difference."""
    return sorted(PARTIES.sub(lambda found: ", ".join(sorted(found[0].split(", "))), line) for line in told)


def _account(account: Account, by_id: dict[str, Account]) -> str:
    places = " & ".join(map(_place, account.places)) or "-"
    line = f"{account.kind} {account.status} {_days(account.date)} {places}: {', '.join(map(_party, account.parties))}"
    if account.event:
        line += f" ({account.event})"
    if account.within:
        line += f" < {by_id[account.within].kind}"
    if account.carries_forward:
        line += f" ^ {', '.join(by_id[link.id].kind for link in account.carries_forward)}"
    return line


def _mechanism(mechanism: Mechanism) -> str:
    ordinal = f" {mechanism.ordinal}" if mechanism.ordinal else ""
    return f"mechanism {mechanism.name}, {mechanism.status}{ordinal}: {', '.join(mechanism.parties)}"


def _days(interval: DateRange | None) -> str:
    if interval is None:
        return "undated"
    return interval.start if interval.start == interval.end else f"{interval.start}/{interval.end}"


def _place(place: Place) -> str:
    return f"{place.country or '?'} {place.locality or ''}".strip()


def _party(party: Party) -> str:
    shown = party.name or party.post or ""
    return f"{party.affiliation or '?'} {shown}".strip() + ("*" if party.group else "")
