"""The names of mechanisms say the same in three languages, and others something else."""

from __future__ import annotations

import pytest

from dragoman.reference.concepts import vocabulary
from dragoman.reference.mechanisms import MechanismName, mechanism_name

ONE = [
    (
        ("en", "dialogue", "Norway-Portugal High-Level Dialogue on People-to-People Exchange"),
        ("fr", "dialogue", "Dialogue de haut niveau luso-norvégien sur les échanges humains"),
        ("zh", "dialogue", "挪威葡萄牙高级别人文交流机制"),
    ),
    (
        ("en", "commission", "Joint Commission on Scientific and Technological Cooperation"),
        ("fr", "commission", "commission mixte scientifique et technologique"),
        ("zh", "committee", "科技合作联委会第十二次会议"),
    ),
    (
        ("en", "dialogue", "Economic and Financial Dialogue"),
        ("fr", "dialogue", "dialogue économique et financier"),
        ("zh", "dialogue", "财金经济对话"),
    ),
    (
        ("en", "working group", "Counternarcotics Working Group"),
        ("fr", "working group", "groupe de travail conjoint sur les stupéfiants"),
        ("zh", "working group", "禁毒合作工作组"),
    ),
    (
        ("en", "dialogue", "second Strategic Dialogue"),
        ("fr", "dialogue", "Dialogue stratégique"),
        ("zh", "dialogue", "战略对话"),
    ),
    (("en", "forum", "Ocean Forum"), ("fr", "forum", "Forum des océans"), ("zh", "forum", "海洋论坛")),
]
OTHERS = [
    (("en", "committee", "Joint Committee on Science"), ("zh", "committee", "农业合作联委会")),
    (("en", "dialogue", "Strategic Dialogue"), ("fr", "dialogue", "dialogue politique")),
    (("en", "working group", "Working Group on Health"), ("fr", "committee", "comité mixte de santé")),
    (("en", "dialogue", "Ministerial Dialogue on Education"), ("zh", "dialogue", "高级别教育对话")),
    (("en", "forum", "Harbour Forum"), ("en", "forum", "Lantern Forum")),
]
Named = tuple[str, str, str]


def said(named: Named) -> MechanismName:
    language, kind, name = named
    return mechanism_name(name, kind, language, ("PT", "NO"), vocabulary())


def tells_apart(one: MechanismName) -> tuple[str, frozenset[str], frozenset[str], frozenset[str]]:
    return one.sort, one.about, one.ranks, one.rest


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0][2])
def test_one_name_in_several_languages_says_one_thing(names: tuple[Named, ...]) -> None:
    assert len({tells_apart(said(name)) for name in names}) == 1
    assert all(said(name).rest == frozenset() for name in names), "every word is understood"


@pytest.mark.parametrize("names", OTHERS, ids=lambda names: names[0][2])
def test_other_names_say_something_else(names: tuple[Named, ...]) -> None:
    assert len({tells_apart(said(name)) for name in names}) == len(names)


@pytest.mark.parametrize("name", [("en", "forum", "Portuguese-Norwegian Forum"), ("zh", "forum", "挪葡论坛")])
def test_a_name_tells_its_parties(name: Named) -> None:
    assert said(name).parties == {"PT", "NO"}


def test_a_country_that_is_no_party_is_part_of_the_name() -> None:
    about_others = said(("en", "dialogue", "Dialogue on Peru"))
    assert (about_others.parties, about_others.rest) == (frozenset(), {"peru"})


def test_what_is_called_no_more_than_a_mechanism_is_bare() -> None:
    assert said(("zh", "dialogue", "人文交流机制")).bare
    assert not said(("zh", "dialogue", "人文对话机制")).bare
