"""From reference data to the phrases of one language: inflected, without doubles, ambiguous ones joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from dragoman.reference.entries import Category, Country, Facts, Organisation, Phrase, Region

# Adjectives and nouns that take no -s: Chinese, British, French, Dutch, Swiss, Manx, Malagasy, Icelandic, Frenchman.
_NO_PLURAL = {
    "en": re.compile(r"(ese|sh|ench|utch|[sxzy]|ic|chman|shman|men|sotho|tswana|Vanuatu)$"),
    "fr": re.compile(r"[sxz]$"),
}


def phrases_of(facts: Facts, language: str) -> Iterator[Phrase]:
    """Every phrase of a language, each (text, category) once, in order: countries, bodies, regions, cities, seats,
    agencies."""
    named = [
        *_country_phrases(facts, language),
        *_organisation_phrases(facts, language),
        *_region_phrases(facts, language),
    ]
    yield from named
    yield from _city_phrases(facts, language, {phrase.text for phrase in named})
    for seat in facts.seats:
        if seat.language == language:
            yield Phrase(seat.phrase, "seat", f"{seat.country}|{seat.locality}", True)
    for agency in facts.state_agencies:
        if agency.language == language:
            yield Phrase(agency.phrase, "agency", agency.country, True)


def plurals(word: str, language: str) -> tuple[str, ...]:
    """The plural of a demonym if it has one of its own: 'Americans', 'américaines'; none for 'Chinese', 'gabonais'."""
    if language not in _NO_PLURAL or _NO_PLURAL[language].search(word):
        return ()
    return (word + "s",)


def _country_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    excluded = facts.excluded_cities.get(language, frozenset())
    codes: dict[tuple[str, Category], list[str]] = {}
    for code, country in facts.countries.items():
        for text, category in _country_texts(country, language):
            if category != "capital" or text not in excluded:
                codes.setdefault((text, category), []).append(code)
    others: list[Organisation | Region] = [*facts.organisations.values(), *facts.regions.values()]
    for other in others:
        for text in other.joint.get(language, ()):
            codes.setdefault(_joint(text, language), []).append(other.id)
    for (text, category), found in codes.items():
        ranked = facts.ambiguous.get((language, text), ())
        ordered = sorted(found, key=lambda code: ranked.index(code) if code in ranked else len(ranked))
        cased = not (language == "fr" and category in ("demonym", "joint"))
        yield Phrase(text, category, "|".join(ordered), cased)


def _country_texts(country: Country, language: str) -> dict[tuple[str, Category], None]:
    """What names the country, as an ordered set of (text, category)."""
    names = (country.names[language], *country.alternatives.get(language, ())) if language in country.names else ()
    texts: dict[tuple[str, Category], None] = {(name, "country"): None for name in names}
    for text in country.demonyms.get(language, ()):
        # 'Philippine', but 'Philippines' is the country.
        texts.update({(form, "demonym"): None for form in (text, *plurals(text, language)) if form not in names})
    for text in country.joint.get(language, ()):
        texts[_joint(text, language)] = None
    texts.update({(text, "capital"): None for text in country.capitals.get(language, ())})
    return texts


def _joint(text: str, language: str) -> tuple[str, Category]:
    return (text, "short") if language == "zh" else (text + "-", "joint")


def _organisation_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    own: list[tuple[str, str]] = []
    # An acronym of English is used in other languages too where it means nothing else there: 'UNESCO' in Chinese.
    borrowed: list[tuple[str, str]] = []
    for organisation in facts.organisations.values():
        for group in (organisation.names, organisation.acronyms, organisation.short_forms, organisation.parts):
            own += [(text, organisation.id) for text in group.get(language, ())]
        borrowed += [(text, organisation.id) for text in organisation.acronyms.get("en", ())]
    for text, id in _first_of_each(own + borrowed):
        yield Phrase(text, "body", id, True)


def _region_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    proper = [(text, region.id) for region in facts.regions.values() for text in region.names.get(language, ())]
    derived = [(text, region.id) for region in facts.regions.values() for text in region.adjectives.get(language, ())]
    names = {text for text, _ in proper}
    for text, id in _first_of_each(proper + derived):
        yield Phrase(text, "region", id, text in names or language != "fr")


def _city_phrases(facts: Facts, language: str, earlier: Set[str]) -> Iterator[Phrase]:
    # Armenia is a city of Colombia, Grenade one of Spain: a country, its capital, a region or a body of that name wins.
    taken = {*earlier, *facts.excluded_cities.get(language, ())}
    parts = [(each.name, each.country) for each in facts.subdivisions if each.language == language]
    cities = [
        (text, city.country) for city in facts.cities for text in city.names.get(language, ()) if text not in taken
    ]
    for text, country in _first_of_each(parts + cities):
        yield Phrase(text, "city", country, True)
    for text, country in _first_of_each(parts):
        yield Phrase(text, "subdivision", country, True)


def _first_of_each(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of (text, value) whose text did not come before."""
    seen: set[str] = set()
    for text, value in pairs:
        if text not in seen:
            seen.add(text)
            yield text, value
