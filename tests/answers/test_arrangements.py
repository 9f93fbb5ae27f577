"""Mechanisms of several readouts that are one stand once, with the reason; others stay apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

import pytest

from dragoman.answers.brief.arrangements import Arrangement, Naming, arrangements, naming
from dragoman.model import Mechanism, Reading, Readout
from dragoman.reference.concepts import vocabulary
from dragoman.register.rows import Told

numbers = count()
IN_SESSION = "in session"


def named(
    language: str,
    name: str,
    kind: str = "dialogue",
    parties: Sequence[str] = ("NO", "PT"),
    status: str = "discussed",
    ordinal: int | None = None,
    day: str | None = "2024-03-04",
    engagement: str | None = None,
) -> Naming:
    """A mechanism that a readout of its own names."""
    id = engagement or f"e-{next(numbers)}"
    readout = Readout(text=f"{name} {next(numbers)}", language=language)
    mechanism = Mechanism(name, kind, status, tuple(parties), "e1", ordinal, 0.9, (), "test")  # type: ignore[arg-type]
    reading = Reading(None, readout.content_hash, "test 1", language, None, "", None, (), (mechanism,))
    told = Told(id, id, "", readout, reading, ("e1",), (), {"e1": id}, {"e1": id})
    return naming(mechanism, told, {id: day}, vocabulary())


def grouped(*namings: Naming) -> list[Arrangement]:
    return arrangements(namings, vocabulary())


EN = "Norway-Portugal High-Level Dialogue on People-to-People Exchange"
FR = "Dialogue de haut niveau luso-norvégien sur les échanges humains"
ZH = "挪葡高级别人文交流机制"


def test_one_mechanism_in_three_languages_stands_once_with_the_reason() -> None:
    (one,) = grouped(named("en", EN), named("zh", ZH), named("fr", FR))
    why = "same sides NO, PT; both high-level; both of people-to-people exchanges"
    assert one.names == {(EN, "en"): "", (ZH, "zh"): why, (FR, "fr"): why}


def test_a_commission_is_a_committee_to_others() -> None:
    assert (
        len(grouped(named("en", "Joint Commission on Fisheries", "commission"), named("zh", "渔业联委会", "committee")))
        == 1
    )


def test_names_that_say_little_are_one_if_one_occasion_was_a_session_of_both() -> None:
    one = named("en", "Bergen Format", status=IN_SESSION, engagement="e-same")
    other = named("zh", "卑尔根对话", status=IN_SESSION, engagement="e-same")
    (found,) = grouped(one, other)
    assert found.names["卑尔根对话", "zh"] == "same sides NO, PT; one session, e-same"
    assert len(grouped(one, named("zh", "卑尔根对话", status=IN_SESSION))) == 2


def test_a_general_commission_is_one_if_both_names_tell_the_sides() -> None:
    general = named("en", "Norway-Portugal Joint Commission", "commission")
    assert len(grouped(general, named("zh", "挪葡联委会", "committee"))) == 1
    assert len(grouped(general, named("zh", "联委会", "committee"))) == 2


def apart() -> Iterator[tuple[str, Naming, Naming]]:
    yield (
        "two committees of one pair",
        named("en", "Joint Committee on Science", "committee"),
        named("zh", "挪葡农业合作联委会", "committee"),
    )
    yield "other sides", named("en", EN), named("zh", "挪智高级别人文交流机制", parties=("NO", "CL"))
    yield (
        "the same bare name with others",
        named("en", "Strategic Dialogue"),
        named("en", "Strategic Dialogue", parties=("NO", "CL")),
    )
    yield (
        "a dialogue and a working group",
        named("en", "Dialogue on Health"),
        named("fr", "groupe de travail sur la santé", "working group"),
    )
    yield "another level", named("en", "Ministerial Dialogue on Education"), named("zh", "高级别教育对话")
    yield "dialogues of no subject", named("en", "Norway-Portugal Dialogue"), named("zh", "挪葡对话")
    yield "a word that is not known", named("en", "Lantern Dialogue on Health"), named("zh", "卫生对话")
    yield (
        "third sessions four years apart",
        named("en", "Dialogue on Health", status=IN_SESSION, ordinal=3, day="2020-05-04"),
        named("zh", "卫生对话", status=IN_SESSION, ordinal=3),
    )
    yield (
        "a later session before an earlier one",
        named("en", "Dialogue on Health", status=IN_SESSION, ordinal=5, day="2020-05-04"),
        named("zh", "卫生对话", status=IN_SESSION, ordinal=3),
    )


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in apart()], ids=[case[0] for case in apart()])
def test_others_stay_apart(one: Naming, other: Naming) -> None:
    assert len(grouped(one, other)) == 2


def test_a_name_joins_no_mechanism_of_which_another_name_contradicts_it() -> None:
    economic = named("zh", "挪葡财金对话", status=IN_SESSION, engagement="e-same")
    cut = named("fr", "Dialogue luso-norvégien", status=IN_SESSION, engagement="e-same")
    trade = named("en", "Trade Dialogue", status=IN_SESSION, engagement="e-same")
    assert [len(one.namings) for one in grouped(economic, cut)] == [2]
    assert [len(one.namings) for one in grouped(economic, cut, named("en", "Trade Dialogue"))] == [2, 1]
    assert [len(one.namings) for one in grouped(economic, trade)] == [2], "both tell of one session"


def test_a_forum_of_its_own_name_is_one_whoever_takes_part() -> None:
    assert (
        len(grouped(named("en", "Lantern Forum", "forum"), named("en", "Lantern Forum", "forum", ("NO", "CL", "PE"))))
        == 1
    )
