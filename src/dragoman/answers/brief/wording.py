"""Who partners are, in words, and the lines that a brief consists of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.answers import phrases
from dragoman.answers.brief.brief import Called, Office, Portrait, Quote
from dragoman.answers.passages import bracketed
from dragoman.reference import LANGUAGES
from dragoman.reference.tenures import span
from dragoman.register.rows import Days


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section: label, text, what stands behind it in small, and the quotes that it rests on.

    `id` is its name on a page. `quoted` tells that the text is the words of the first quote, in its language.
    `engagement` is the id of the engagement that it is of, `also` are ids of others that it points to. `counts` is the
    picture of a topic: a number and a quote for each period.
    """

    id: str
    label: str
    text: str
    aside: str = ""
    quotes: tuple[Quote, ...] = ()
    depth: int = 0
    quoted: bool = False
    engagement: str | None = None
    also: tuple[str, ...] = ()
    counts: tuple[tuple[str, int, Quote | None], ...] = ()


def who_they_are(portrait: Portrait) -> Iterator[Item]:
    """Names, what reference data tell, offices with their sources, and what readouts call a person."""
    spelled = [", ".join(portrait.names[language]) for language in LANGUAGES if portrait.names.get(language)]
    if spelled:
        yield Item("", "names", joined(spelled))
    if portrait.known:
        first, *others = portrait.known
        aside = (f"{one.label}: {one.text}{_in_brackets(one.standing)}" for one in others)
        yield Item("", first.label, first.text, joined([_marked(first.standing), *aside]))
    for office in portrait.offices:
        yield _term(office) if portrait.partner.kind == "person" else _holder(office)
    yield from map(_called, portrait.called)


def _holder(office: Office) -> Item:
    """'Foreign Minister', 'Wang Yi (王毅)', 'since 25 July 2023, last seen 30 June 2025 · unverified'."""
    spelled = f"{office.name} ({office.name_zh})" if office.name_zh else office.name
    days = _days(office)
    if office.holds == "perhaps":
        days += f", last seen {day_in_words(office.seen_to)}" if office.start and office.seen_to else ", perhaps"
    return Item("", office.title, spelled, joined([days, *_source(office)]))


def _term(office: Office) -> Item:
    """'2017 – May 2022', 'Minister of Education (France)'."""
    return Item("", _days(office), f"{office.title} ({phrases.country(office.of)})", joined(_source(office)))


def _source(office: Office) -> tuple[str, str]:
    """How far it is verified, and what tells it."""
    return _marked(office.standing), office.source.replace(" + unverified", "").replace("unverified", "")


def _days(office: Office) -> str:
    """'since 20 May 2022', '2017 – May 2022', 'seen 4 June 2019'."""
    start, end = (day_in_words(day) if day else "" for day in (office.start, office.end))
    if start or end:
        return f"{start} – {end}" if start and end else f"since {start}" if start else f"until {end}"
    seen = [day_in_words(day) for day in dict.fromkeys((office.seen_from, office.seen_to)) if day]
    return f"seen {' – '.join(seen)}" if seen else "dates not known"


def _called(called: Called) -> Item:
    days = [day_in_words(day) for day in dict.fromkeys((called.first, called.last)) if day]
    of = f" ({phrases.country(called.of)})" if called.of else ""
    return Item("", " – ".join(days) or "undated", f"{called.post}{of}", "so called in readouts", called.quotes)


def words(quote: Quote) -> str:
    """The quoted words of a quote, parts that stand apart joined by '…'."""
    return " … ".join(span.text for passage in quote.passages for span in passage.evidence)


def evidence(quote: Quote, item: Item) -> str:
    """What a line rests on: readout and words, of an engagement with the text around them, not what the line has."""
    if item.id == item.engagement:
        return f"{quote.ref}: {' / '.join(map(bracketed, quote.passages))}"
    said = words(quote)
    return quote.ref if said in item.text else f"{quote.ref}: “{said}”"


def counted(number: int, of: str) -> str:
    """'1 engagement', '3 engagements'."""
    return f"{number} {of}{'' if number == 1 else 's'}"


def columns(periods: Sequence[str]) -> str:
    """What the columns of topics are: '2019 to 2024, a column each'."""
    return f"{periods[0]} to {periods[-1]}, a column each" if len(periods) > 1 else periods[0]


def joined(parts: Iterable[str]) -> str:
    """The parts that say something, between dots."""
    return " · ".join(part for part in parts if part)


def day_in_words(day: str) -> str:
    """A day, month or year in words."""
    return phrases.in_words(Days(*span(day)))


def _in_brackets(standing: str) -> str:
    return f" ({standing})" if _marked(standing) else ""


def _marked(standing: str) -> str:
    return "" if standing == "sourced" else standing
