"""The countries are all there, with their memberships, regions, names and capitals."""

from __future__ import annotations

import pytest

from dragoman.reference import LANGUAGES, Country, World, world

UNESCO_GROUP_SIZES = {"I": 26, "II": 25, "III": 33, "IV": 44, "V(a)": 47, "V(b)": 19}


@pytest.fixture(scope="module")
def earth() -> World:
    return world()


@pytest.fixture(scope="module")
def states(earth: World) -> list[Country]:
    """Members and observers of the United Nations, and members of UNESCO."""
    return [country for country in earth.countries.values() if country.un or country.unesco_member]


def test_un_members_and_observers_are_complete(earth: World) -> None:
    countries = earth.countries.values()
    assert sum(country.un_member for country in countries) == 193
    assert {country.iso2 for country in countries if country.un == "observer"} == {"PS", "VA"}


def test_unesco_members_are_complete_and_differ_from_the_un_where_they_do(earth: World) -> None:
    members = {country.iso2 for country in earth.countries.values() if country.unesco_member}
    un_members = {country.iso2 for country in earth.countries.values() if country.un_member}
    assert len(members) == 194
    assert members - un_members == {"CK", "NU", "PS"}
    assert un_members - members == {"IL", "LI"}


def test_every_unesco_member_sits_in_one_electoral_group(earth: World) -> None:
    sizes: dict[str, int] = {}
    for country in earth.countries.values():
        assert (country.unesco_group is not None) == country.unesco_member, country.iso2
        if country.unesco_group:
            sizes[country.unesco_group] = sizes.get(country.unesco_group, 0) + 1
    assert sizes == UNESCO_GROUP_SIZES


@pytest.mark.parametrize(
    ("iso2", "group"),
    [("FR", "I"), ("RU", "II"), ("CU", "III"), ("CN", "IV"), ("KE", "V(a)"), ("EG", "V(b)"), ("PS", "V(b)")],
)
def test_electoral_groups_follow_unesco_not_geography(earth: World, iso2: str, group: str) -> None:
    assert earth.country(iso2).unesco_group == group


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_name_demonym_and_capital_in_each_language(states: list[Country], language: str) -> None:
    for what in ("names", "demonyms", "capitals"):
        assert [state.iso2 for state in states if not getattr(state, what).get(language)] == [], what


def test_every_state_has_a_chinese_short_form_but_the_one_that_would_be_china_and_africa(
    states: list[Country],
) -> None:
    assert [state.iso2 for state in states if not state.joint.get("zh")] == ["CF"]


def test_regions_of_countries_exist_and_hold_them(earth: World) -> None:
    for country in earth.countries.values():
        for region in (country.region, country.subregion):
            assert region is None or country.iso2 in earth.region(region).members, (country.iso2, region)


def test_members_of_regions_are_countries(earth: World) -> None:
    for region in earth.regions.values():
        assert set(region.members) <= earth.countries.keys(), region.id


@pytest.mark.parametrize(
    ("iso2", "region", "subregion"),
    [
        ("KE", "AFRICA", "EAST AFRICA"),
        ("FR", "EUROPE", "WESTERN EUROPE"),
        ("KZ", "ASIA", "CENTRAL ASIA"),
        ("JM", "AMERICAS", "CARIBBEAN"),
        ("XK", None, None),
    ],
)
def test_m49_regions(earth: World, iso2: str, region: str | None, subregion: str | None) -> None:
    assert (earth.country(iso2).region, earth.country(iso2).subregion) == (region, subregion)
