"""Who held which post when: partial dates, holders who are only seen, posts in words, whom a person acts for."""

from __future__ import annotations

import pytest

from dragoman.reference import POSTS, Tenure, acts_for, known_actors, post_kinds, who_held, world
from dragoman.reference.actors import actors
from dragoman.reference.tenures import span


def tenure(
    start: str | None = None,
    end: str | None = None,
    seen: tuple[str | None, str | None] = (None, None),
    *,
    name: str = "Ana Sol",
    of: str = "PT",
    post: str = "education minister",
) -> Tenure:
    return Tenure(name.lower(), name, (), None, None, post, "Minister", of, start, end, "", seen[0], seen[1], "made up")


@pytest.mark.parametrize(
    ("held", "day", "holds"),
    [
        (tenure("2022-05-20", "2024-09-21"), "2023-11-07", "yes"),
        (tenure("2022-05-20", "2024-09-21"), "2022-05-20", "yes"),
        (tenure("2022-05-20", "2024-09-21"), "2024-09-21", "yes"),
        (tenure("2022-05-20", "2024-09-21"), "2024-09-22", "no"),
        (tenure("2022-05-20", "2024-09-21"), "2022-05-19", "no"),
        (tenure("2022-05", "2024"), "2022-06-01", "yes"),
        (tenure("2022-05", "2024"), "2022-05-10", "perhaps"),
        (tenure("2022-05", "2024"), "2024-03-01", "perhaps"),
        (tenure("2022-05", "2024"), "2025-01-01", "no"),
        (tenure("2022-05-20", "2024-09-21"), "2023", "yes"),
        (tenure("2022-05-20", "2024-09-21"), "2024", "yes"),
        (tenure(seen=("2019-06-04", "2019-06-04")), "2019-06-04", "yes"),
        (tenure(seen=("2019-06-04", "2019-06-04")), "2018-01-01", "perhaps"),
        (tenure(seen=("2019-06-04", "2019-06-04")), "2015-01-01", "no"),
        (tenure(seen=("2019-06-04", "2019-06-04")), "2023-01-01", "no"),
        (tenure("2021-08-20", None, (None, "2025-06-30")), "2024-01-01", "yes"),
        (tenure("2021-08-20", None, (None, "2025-06-30")), "2026-01-01", "perhaps"),
        (tenure("2021-08-20", None, (None, "2025-06-30")), "2021-01-01", "no"),
    ],
)
def test_a_tenure_holds_surely_only_between_known_bounds(held: Tenure, day: str, holds: str) -> None:
    assert held.holds(day) == holds


@pytest.mark.parametrize(
    ("post", "of", "day", "names"),
    [
        ("education minister", "CN", "2023-11-10", ["Huai Jinpeng"]),
        ("education minister", "CN", "2018-03-01", ["Chen Baosheng"]),
        ("head of organisation", "UNESCO", "2023-11-08", ["Audrey Azoulay"]),
        ("head of organisation", "UNESCO", "2016", ["Irina Bokova"]),
        ("head of state", "FR", "2016-01-01", ["François Hollande"]),
        ("head of government", "GB", "2023-01-01", ["Rishi Sunak"]),
        ("education minister", "ZZ", "2023-11-10", []),
    ],
)
def test_who_held_a_post_on_a_day(post: str, of: str, day: str, names: list[str]) -> None:
    assert [held.name for held in who_held(post, of, day)] == names


def test_two_ministries_of_one_kind_have_two_holders() -> None:
    names = {held.name for held in who_held("education minister", "FR", "2023-11-10")}
    assert names == {"Sylvie Retailleau", "Gabriel Attal"}


def test_who_surely_held_a_post_goes_before_who_perhaps_did() -> None:
    sure, perhaps = tenure("2020-01-01", "2022-01-01"), tenure(seen=("2019-06-04", "2019-06-04"), name="Rui Mar")
    assert who_held("education minister", "PT", "2021-01-01", [perhaps, sure]) == [sure]
    assert who_held("education minister", "PT", "2018-01-01", [perhaps, sure]) == [perhaps]


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-02-30", "2023/01/01", "23-01-01"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        span(text)


def test_every_tenure_of_the_package_is_well_formed() -> None:
    known = world()
    for held in known.tenures:
        assert held.post in POSTS, held
        assert all((held.name, held.source, held.person)), held
        assert held.of in known.countries or held.of in known.organisations or held.of == held.of.strip() != "", held
        days = [day for day in (held.start, held.end, held.seen_from, held.seen_to) if day]
        assert [span(day) for day in days], held
        assert not (held.start and held.end) or span(held.start)[0] <= span(held.end)[1], held


def test_one_person_has_one_id_in_all_posts_and_two_have_two() -> None:
    by_name: dict[str, set[str]] = {}
    for held in world().tenures:
        by_name.setdefault(held.name, set()).add(held.person)
    assert len(by_name["Audrey Azoulay"]) == 1
    assert len(by_name["Mark Rutte"]) == 1
    assert by_name["Joseph R. Biden, Jr."].isdisjoint(by_name["Jill Biden"])
    assert len(by_name["John King"]) == 2


def test_rows_from_memory_are_marked() -> None:
    standings = {held.standing for held in world().tenures}
    assert standings == {"sourced", "partly unverified", "unverified"}


@pytest.mark.parametrize(
    ("post", "of", "kinds"),
    [
        ("Minister of Higher Education and Research", "FR", ("education minister",)),
        ("教育部部长", "CN", ("education minister",)),
        ("ministre de l'Enseignement supérieur et de la Recherche", "FR", ("education minister",)),
        ("Director-General", "UNESCO", ("head of organisation",)),
        ("President", "FR", ("head of state",)),
        ("President", "EU", ("head of organisation",)),
        ("Vice President", "US", ("deputy head of state",)),
        ("Prime Minister", "GB", ("head of government",)),
        ("Deputy Prime Minister and Foreign Minister", "PK", ("deputy head of government", "foreign minister")),
        ("副总理兼外长", "KZ", ("deputy head of government", "foreign minister")),
        ("中共中央总书记、国家主席", "CN", ("party leader", "head of state")),
        ("chef de la diplomatie", "FR", ("foreign minister",)),
        ("Secretary of State", "US", ("foreign minister",)),
        ("Deputy Secretary of State", "US", ("official",)),
        ("Vice Foreign Minister", "JP", ("official",)),
        ("副部长", "CN", ("official",)),
        ("National Security Advisor", "US", ("national security adviser",)),
        ("Deputy National Security Advisor", "US", ("official",)),
        ("众议长", "BR", ("head of parliament",)),
        ("dentist", "BR", ()),
    ],
)
def test_the_words_of_a_post_say_its_kinds(post: str, of: str, kinds: tuple[str, ...]) -> None:
    assert post_kinds(post, of).kinds == kinds


@pytest.mark.parametrize("post", ["former Prime Minister", "前总统", "ancien président", "President-elect", "候任总统"])
def test_a_former_or_future_holder_is_not_a_current_one(post: str) -> None:
    assert not post_kinds(post, "FR").current


@pytest.mark.parametrize(
    ("name", "day", "post", "of"),
    [
        ("Recep Tayyip Erdogan", "2022-03-01", None, "TR"),
        ("Erdogan", "2022-03-01", "President", "TR"),
        ("马克龙", "2023-04-05", "总统", "FR"),
        ("Audrey Azoulay", "2023-11-08", None, "UNESCO"),
        ("Audrey Azoulay", "2016-11-08", None, None),
        ("Erdogan", "2022-03-01", None, None),
        ("Erdogan", "2022-03-01", "ambassador", None),
        ("Recep Tayyip Erdogan", "1990-03-01", None, None),
        ("Jane Doe", "2022-03-01", "President", None),
        ("", "2022-03-01", "President", None),
    ],
)
def test_whom_a_named_person_acts_for(name: str, day: str, post: str | None, of: str | None) -> None:
    assert acts_for(known_actors(), name, day, post) == of


@pytest.mark.parametrize(
    ("day", "post", "named", "of"),
    [
        ("2021-03", "President", {"PT"}, "PT"),
        ("2021-03", None, {"PT"}, "PT"),
        ("2021-03", "President", {"FR"}, "PT"),
        ("2021-03", "Judge", {"FR"}, None),
        ("2021-03", None, {"FR"}, None),
        ("2026-03", "President", {"PT"}, None),  # last seen five years before
    ],
)
def test_of_countries_that_are_not_named_only_heads_are_known(
    day: str, post: str | None, named: set[str], of: str | None
) -> None:
    known = actors([tenure("2018", seen=(None, "2021-01-01"), post="head of state")])
    assert acts_for(known, "Ana Sol", day, post, named) == of


def test_one_name_in_two_countries_says_neither() -> None:
    known = actors([tenure("2020-01-01"), tenure("2020-01-01", of="BR")])
    assert acts_for(known, "Ana Sol", "2021-01-01") is None
