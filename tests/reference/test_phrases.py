"""Phrases for the lexicon: one of each, with sound values, inflected, and without what is mostly something else."""

from __future__ import annotations

import re

import pytest

from dragoman.reference import LANGUAGES, Phrase, world
from dragoman.reference.phrases import plurals


def phrase(text: str, language: str, category: str) -> Phrase | None:
    found = [each for each in world().phrases(language) if (each.text, each.category) == (text, category)]
    return found[0] if found else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_stands_once_in_a_category(language: str) -> None:
    keys = [(each.text, each.category) for each in world().phrases(language)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_what_the_category_promises(language: str) -> None:
    here = world()
    for each in here.phrases(language):
        if each.category == "body":
            assert each.value in here.organisations, each
        elif each.category == "region":
            assert each.value in here.regions, each
        elif each.category == "seat":
            country, locality = each.value.split("|")
            assert country in here.countries, each
            assert locality, each
        else:
            known = here.countries.keys()
            if each.category in ("short", "joint"):
                known = known | here.organisations.keys() | here.regions.keys()
            assert set(each.value.split("|")) <= known, each


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_trimmed_and_write_the_plain_apostrophe(language: str) -> None:
    assert [each for each in world().phrases(language) if each.text.strip() != each.text or "’" in each.text] == []


@pytest.mark.parametrize(
    ("text", "language", "category", "value", "cased"),
    [
        ("US", "en", "country", "US", True),
        ("Chad", "en", "country", "TD", True),
        ("WHO", "en", "body", "WHO", True),
        ("Americans", "en", "demonym", "US", True),
        ("Sino-", "en", "joint", "CN", True),
        ("Euro-", "en", "joint", "EU", True),
        ("Afro-", "en", "joint", "AFRICA", True),
        ("Geneva", "en", "city", "CH", True),
        ("The Hague", "en", "capital", "NL", True),
        ("Bandung", "en", "city", "ID", True),
        ("New Jersey", "en", "city", "US", True),
        ("African", "en", "region", "AFRICA", True),
        ("Presidential Secretariat", "en", "seat", "LK|Colombo", True),
        ("White House", "en", "seat", "US|Washington", True),
        ("américaines", "fr", "demonym", "US", False),
        ("franco-", "fr", "joint", "FR", False),
        ("africaines", "fr", "region", "AFRICA", False),
        ("Genève", "fr", "city", "CH", True),
        ("Le Caire", "fr", "capital", "EG", True),
        ("Élysée", "fr", "seat", "FR|Paris", True),
        ("中", "zh", "short", "CN", True),
        ("欧", "zh", "short", "EU|EUROPE", True),
        ("非", "zh", "short", "AFRICA", True),
        ("日内瓦", "zh", "city", "CH", True),
        ("海南", "zh", "city", "CN", True),
        ("人民大会堂", "zh", "seat", "CN|北京", True),
    ],
)
def test_phrase(text: str, language: str, category: str, value: str, cased: bool) -> None:
    assert phrase(text, language, category) == Phrase(text, category, value, cased)  # type: ignore[arg-type]


def test_pakistan_comes_first_among_the_countries_that_ba_stands_for() -> None:
    found = phrase("巴", "zh", "short")
    assert found is not None
    assert found.value.split("|")[:3] == ["PK", "BR", "PS"]
    assert {"PA", "BB"} <= set(found.value.split("|"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Reading", "en"),
        ("Mobile", "en"),
        ("Split", "en"),
        ("Nancy", "en"),
        ("Jackson", "en"),
        ("Victoria", "en"),
        ("Salem", "en"),
        ("Armenia", "en"),
        ("Carrefour", "fr"),
        ("Grenade", "fr"),
        ("联合", "zh"),
        ("胜利", "zh"),
        ("林肯", "zh"),
        ("哥伦比亚", "zh"),
    ],
)
def test_no_city_is_made_of_what_is_mostly_something_else(text: str, language: str) -> None:
    assert phrase(text, language, "city") is None
    assert phrase(text, language, "capital") is None


def test_chinese_city_names_have_two_characters_or_more() -> None:
    cities = [each.text for each in world().phrases("zh") if each.category in ("city", "capital")]
    assert [text for text in cities if not re.fullmatch(r"[\u4e00-\u9fff·\-]{2,}", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_phrases_for_its_name_and_people(language: str) -> None:
    named = {code for each in world().phrases(language) if each.category == "country" for code in each.value.split("|")}
    people = {
        code for each in world().phrases(language) if each.category == "demonym" for code in each.value.split("|")
    }
    states = {country.iso2 for country in world().countries.values() if country.un or country.unesco_member}
    assert states - named == set()
    assert states - people == set()


@pytest.mark.parametrize(
    ("word", "language", "plural"),
    [
        ("American", "en", ("Americans",)),
        ("German", "en", ("Germans",)),
        ("Czech", "en", ("Czechs",)),
        ("Chinese", "en", ()),
        ("Frenchman", "en", ()),
        ("British", "en", ()),
        ("Malagasy", "en", ()),
        ("américaine", "fr", ("américaines",)),
        ("français", "fr", ()),
        ("美国人", "zh", ()),
    ],
)
def test_plurals(word: str, language: str, plural: tuple[str, ...]) -> None:
    assert plurals(word, language) == plural
