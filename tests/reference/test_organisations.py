"""Organisations: enough of them, named in three languages, found by every name, their organs leading to the whole."""

from __future__ import annotations

import pytest

from dragoman.reference import LANGUAGES, world


def test_at_least_120_organisations_are_named_in_all_three_languages() -> None:
    named = [each.id for each in world().organisations.values() if all(each.names.get(lang) for lang in LANGUAGES)]
    assert len(named) >= 120


@pytest.mark.parametrize(
    "id",
    [
        *(
            "UN",
            "UNESCO",
            "UNICEF",
            "UNDP",
            "UNHCR",
            "WHO",
            "ILO",
            "IMF",
            "IAEA",
            "WORLD BANK",
            "G7",
            "G20",
            "BRICS",
            "NDB",
        ),
        *(
            "EU",
            "NATO",
            "OSCE",
            "OECD",
            "COUNCIL OF EUROPE",
            "AU",
            "ASEAN",
            "SEAMEO",
            "SCO",
            "GCC",
            "ARAB LEAGUE",
            "OAS",
        ),
        *("OIF", "AUF", "CONFEMEN", "CONFEJES", "CAMES", "ICESCO", "ISESCO", "ALECSO", "OEI"),
    ],
)
def test_an_organisation_of_readouts_is_named_in_all_three_languages(id: str) -> None:
    assert [language for language in LANGUAGES if not world().organisation(id).names.get(language)] == []


def test_seats_lie_in_known_countries() -> None:
    for each in world().organisations.values():
        assert each.seat_country is None or each.seat_country in world().countries, each.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_leads_back_to_its_organisation(language: str) -> None:
    lost = []
    for each in world().organisations.values():
        for group in (each.names, each.acronyms, each.short_forms, each.parts):
            for text in group.get(language, ()):
                found = world().find_organisation(text, language)
                if found is None or found.id != each.id:
                    lost.append((text, each.id))
    assert lost == []


@pytest.mark.parametrize(
    ("name", "language", "id"),
    [
        ("European Commission", "en", "EU"),
        ("European Parliament", "en", "EU"),
        ("Conseil européen", "fr", "EU"),
        ("欧盟委员会", "zh", "EU"),
        ("UN Security Council", "en", "UN"),
        ("Assemblée générale des Nations unies", "fr", "UN"),
        ("联合国大会", "zh", "UN"),
        ("Council of Europe", "en", "COUNCIL OF EUROPE"),
        ("ONU", "fr", "UN"),
        ("OMS", "fr", "WHO"),
        ("UA", "fr", "AU"),
        ("教科文组织", "zh", "UNESCO"),
        ("上合组织", "zh", "SCO"),
        ("世卫组织", "zh", "WHO"),
        ("UNESCO", "zh", "UNESCO"),
        ("ASEAN", "fr", "ASEAN"),
        ("World Bank Group", "en", "WORLD BANK"),
    ],
)
def test_find_organisation(name: str, language: str, id: str) -> None:
    found = world().find_organisation(name, language)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    ("name", "language"), [("OMS", "zh"), ("Rotary Club", None), ("Conseil d'administration", "fr")]
)
def test_unknown_organisations_are_not_found(name: str, language: str | None) -> None:
    assert world().find_organisation(name, language) is None


def test_isesco_and_icesco_stay_as_the_text_writes_them() -> None:
    assert world().organisation("ISESCO") != world().organisation("ICESCO")
