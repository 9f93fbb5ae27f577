"""Every name, demonym and joint form leads back to its country; where it may mean several, a file says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.reference import LANGUAGES, Country, world
from dragoman.reference.phrases import plurals


def texts(country: Country, language: str) -> Iterator[str]:
    yield country.names[language]
    yield from country.alternatives.get(language, ())
    for demonym in country.demonyms.get(language, ()):
        yield demonym
        yield from plurals(demonym, language)
    yield from country.joint.get(language, ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_leads_back_to_its_country(language: str) -> None:
    lost = [
        (text, country.iso2)
        for country in world().countries.values()
        for text in texts(country, language)
        if country not in world().find_countries(text, language)
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_several_countries_is_documented(language: str) -> None:
    documented = {text.rstrip("-") for known, text in world().ambiguous if known == language}
    undocumented = [
        text
        for country in world().countries.values()
        for text in texts(country, language)
        if len(world().find_countries(text, language)) > 1 and text not in documented
    ]
    assert undocumented == []


def test_documented_ambiguities_are_real_and_ranked_as_documented() -> None:
    values = {(language, phrase.text): phrase.value for language in LANGUAGES for phrase in world().phrases(language)}
    wrong = {key: values.get(key) for key, ranked in world().ambiguous.items() if values.get(key) != "|".join(ranked)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "language", "iso2"),
    [
        ("UAE", "en", "AE"),
        ("U.S.", "en", "US"),
        ("Republic of Korea", "en", "KR"),
        ("DPRK", "en", "KP"),
        ("DRC", "en", "CD"),
        ("People’s Republic of China", "en", "CN"),
        ("Kingdom of the Netherlands", "en", "NL"),
        ("Burma", "en", "MM"),
        ("Czech Republic", "en", "CZ"),
        ("Cape Verde", "en", "CV"),
        ("Ivory Coast", "en", "CI"),
        ("Swaziland", "en", "SZ"),
        ("Macedonia", "en", "MK"),
        ("Turkey", "en", "TR"),
        ("Türkiye", "en", "TR"),
        ("Americans", "en", "US"),
        ("Frenchwomen", "en", "FR"),
        ("Sino-", "en", "CN"),
        ("RDC", "fr", "CD"),
        ("Côte d’Ivoire", "fr", "CI"),
        ("nigérienne", "fr", "NE"),
        ("nigériane", "fr", "NG"),
        ("Sud-africaines", "fr", "ZA"),
        ("franco", "fr", "FR"),
        ("斯威士兰", "zh", "SZ"),
        ("印尼", "zh", "ID"),
        ("沙特", "zh", "SA"),
        ("美国人", "zh", "US"),
        ("法", "zh", "FR"),
    ],
)
def test_find_country(name: str, language: str, iso2: str) -> None:
    found = world().find_country(name, language)
    assert found is not None
    assert found.iso2 == iso2


@pytest.mark.parametrize("name", ["Korean", "Congolese", "Dominican", "巴"])
def test_find_country_does_not_choose_between_several(name: str) -> None:
    assert world().find_country(name) is None
    assert len(world().find_countries(name)) > 1


@pytest.mark.parametrize(("name", "language"), [("Atlantis", None), ("", None), ("法国", "en"), ("Guatemalien", "fr")])
def test_unknown_names_find_nothing(name: str, language: str | None) -> None:
    assert world().find_countries(name, language) == ()
    assert world().find_country(name, language) is None


def test_country_of_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        world().country("ZZ")
