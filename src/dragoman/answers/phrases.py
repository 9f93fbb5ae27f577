"""Values of a reading put into words: dates, places, parties, occasions. English; quoted words stay as they are."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from babel import Locale

from dragoman.model import Account, DateRange, Party, Place, Status
from dragoman.reference import world
from dragoman.reference.folding import fold

if TYPE_CHECKING:
    from dragoman.reference.concepts import Vocabulary

    # Rows of the register say the same in the same words; reading alone needs no register.
    from dragoman.register.rows import Days, EngagementRow, PartyRow, PlaceRow

UNSURE = 0.5
"""A value with less confidence than this is shown with a question mark."""

_PAIRED = {"meeting", "call", "letter"}


def in_words(span: DateRange | Days) -> str:
    """A closed interval of days: '7–12 November 2023', 'November 2023', '30 May – 2 June 2024', '2023'."""
    start, end = date.fromisoformat(span.start), date.fromisoformat(span.end)
    month, year = _month(start), start.year
    if start == end:
        return f"{start.day} {month} {year}"
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return f"{month} {year}"
    if whole_months and (start.year, start.month, end.month) == (end.year, 1, 12):
        return str(year)
    last = f"{end.day} {_month(end)} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    return f"{start.day} {month} – {last}" if year == end.year else f"{start.day} {month} {year} – {last}"


@lru_cache
def _english() -> Locale:
    return Locale("en")


def _month(day: date) -> str:
    return str(_english().months["format"]["wide"][day.month])


def country(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code; anything else (UNESCO, AFRICA) as it is."""
    known = world().countries.get(code)
    return known.names["en"] if known else code


def language(code: str) -> str:
    """The English name of a language by its ISO 639-1 code, the code itself where it is unknown."""
    return str(_english().languages.get(code, code))


class _Published(Protocol):
    """What was published: a readout, a reading of it, or a side of a comparison."""

    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def language(self) -> str: ...
    @property
    def ref(self) -> str | None: ...


def published(text: _Published) -> str:
    """Whose text it is: publisher, date of publication, language, ref."""
    day = f"published {text.published}" if text.published else "no date of publication"
    return " · ".join(part for part in (text.publisher, day, language(text.language), text.ref) if part)


def place(where: Place | PlaceRow) -> str:
    """'Lisbon, Portugal', or as much of it as is known."""
    return ", ".join(part for part in (where.locality, where.country and country(where.country)) if part)


def party(who: Party | PartyRow, introduced: bool = False) -> str:
    """'Name, post (country)'; the name alone where the reader has been `introduced` to the person before."""
    if who.name and introduced:
        return who.name
    acts_for = country(who.affiliation) if who.affiliation else ""
    described = ", ".join(part for part in (_both_names(who), who.post) if part)
    if not described:
        return acts_for or "unnamed"
    return f"{described} ({acts_for})" if acts_for and acts_for not in described else described


def _both_names(who: Party | PartyRow) -> str | None:
    """The name as written, behind it the usual one where that is another: 'Sylvie Letayo [= Sylvie Retailleau]'."""
    usual = None if isinstance(who, Party) else who.known_as
    words, known = (set(fold(name or "").split()) for name in (who.name, usual))
    if usual is None or (words <= known and (len(words) > 1 or words == known)):
        return who.name
    return f"{who.name} [= {usual}]" if who.name else f"[{usual}]"


def parties(account: Account | EngagementRow, introduced: frozenset[str] = frozenset()) -> str:
    """Who took part, as one phrase; those whose names are in `introduced` by name alone."""
    whole = account.confidence if isinstance(account, Account) else 1.0
    shown = [party(who, who.name in introduced) + unsure(who.confidence, whole) for who in account.parties]
    if account.kind in _PAIRED and len(shown) > 1:
        return f"{shown[0]} with {'; '.join(shown[1:])}"
    return "; ".join(shown)


def names(who: Sequence[Party | PartyRow]) -> str:
    """The parties by name: 'Ana Sousa and Li Wei', 'Ana Sousa, Li Wei and 3 others'."""
    shown = [one.name or party(one) for one in who]
    if len(shown) > 3:
        shown = [*shown[:2], f"{len(shown) - 2} others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def occasion(account: Account | EngagementRow) -> str:
    """A short name for an account: '42nd General Conference', 'meeting of Ana Sousa and Li Wei'."""
    if account.event:
        return account.event
    return f"{account.kind} of {names(account.parties)}" if account.parties else account.kind


def spoken(by: Iterable[str], text: str) -> str:
    """What was said, behind who said it: 'China, France: open a forum'."""
    speakers = ", ".join(map(country, by))
    return f"{speakers}: {text}" if speakers else text


def concepts(ids: Iterable[str], vocabulary: Vocabulary) -> str:
    """The English labels of concepts; the id of one that the vocabulary does not hold."""
    return ", ".join(vocabulary.concepts[id].label() if id in vocabulary.concepts else id for id in ids)


def status(of: Status) -> str:
    """' (planned)', ' (referenced)', and nothing for what was held."""
    return "" if of == "held" else f" ({of})"


def unsure(confidence: float, whole: float = 1.0) -> str:
    """' (?)' behind a value that is less sure than UNSURE.

    `whole` is the confidence of what the value is part of: where that is questioned already, the parts are not.
    """
    return " (?)" if confidence < UNSURE <= whole else ""
