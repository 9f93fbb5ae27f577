"""From reference data to the phrases of one language: inflected, without doubles, ambiguous ones joined."""

from __future__ import annotations

from collections.abc import Iterator, Set

from dragoman.reference.entries import Category, Facts, Phrase

_NO_PLURAL_IN = {
    "en": (
        "ese",
        "sh",
        "ench",
        "utch",
        "s",
        "y",
        "ic",
        "men",
        "women",
        "man",
        "woman",
        "sotho",
        "tswana",
        "Lao",
        "Vanuatu",
    ),
    "fr": ("s", "x", "z"),
}


def phrases_of(facts: Facts, language: str) -> Iterator[Phrase]:
    """Every phrase of a language, each (text, category) once: countries, bodies, regions, cities, seats, in this order."""
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


def plurals(word: str, language: str) -> tuple[str, ...]:
    """The plural of a demonym if the language forms one: 'Americans', 'américaines'; empty for 'Chinese', 'français'."""
    if language not in _NO_PLURAL_IN or word.endswith(_NO_PLURAL_IN[language]):
        return ()
    return (word + "s",)


def _country_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    codes: dict[tuple[str, Category], list[str]] = {}
    joint: Category = "short" if language == "zh" else "joint"
    hyphen = "" if language == "zh" else "-"
    for code, country in facts.countries.items():
        texts: list[tuple[str, Category]] = []
        if language in country.names:
            texts.append((country.names[language], "country"))
        texts += [(text, "country") for text in country.alternatives.get(language, ())]
        for text in country.demonyms.get(language, ()):
            texts += [(form, "demonym") for form in (text, *plurals(text, language))]
        texts += [(text + hyphen, joint) for text in country.joint.get(language, ())]
        texts += [(text, "capital") for text in country.capitals.get(language, ())]
        for key in dict.fromkeys(texts):
            codes.setdefault(key, []).append(code)
    for (text, category), found in codes.items():
        ranked = facts.ambiguous.get((language, text), ())
        ordered = sorted(found, key=lambda code: ranked.index(code) if code in ranked else len(ranked))
        cased = not (language == "fr" and category in ("demonym", "joint"))
        yield Phrase(text, category, "|".join(ordered), cased)


def _organisation_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    seen: set[str] = set()
    # An acronym of another language is used too where it means nothing else: 'UNESCO' in Chinese, 'ASEAN' in French.
    own: list[tuple[str, str]] = []
    borrowed: list[tuple[str, str]] = []
    for organisation in facts.organisations.values():
        for group in (organisation.names, organisation.acronyms, organisation.short_forms, organisation.parts):
            own += [(text, organisation.id) for text in group.get(language, ())]
        borrowed += [(text, organisation.id) for text in organisation.acronyms.get("en", ())]
    for text, id in own + borrowed:
        if text not in seen:
            seen.add(text)
            yield Phrase(text, "body", id, True)


def _region_phrases(facts: Facts, language: str) -> Iterator[Phrase]:
    seen: set[str] = set()
    for region in facts.regions.values():
        proper = (*region.names.get(language, ()), *region.short_forms.get(language, ()))
        for text in (*proper, *region.adjectives.get(language, ())):
            if text not in seen:
                seen.add(text)
                yield Phrase(text, "region", region.id, text in proper or language != "fr")


def _city_phrases(facts: Facts, language: str, earlier: Set[str]) -> Iterator[Phrase]:
    # Armenia is a city of Colombia, Grenade one of Spain: a country, its capital, a region or a body of that name wins.
    seen = {*earlier, *facts.excluded_cities.get(language, ())}
    for city in facts.cities:
        for text in city.names.get(language, ()):
            if text not in seen:
                seen.add(text)
                yield Phrase(text, "city", city.country, True)
