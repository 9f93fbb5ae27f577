"""Traditional characters fold to simplified ones without moving an offset."""

from __future__ import annotations

import pytest

from dragoman.reference import simplified, world


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("蒙古國立大學", "蒙古国立大学"),
        ("聯合國教科文組織", "联合国教科文组织"),
        ("會見", "会见"),
        ("法国", "法国"),
        ("Paris, 2023", "Paris, 2023"),
        ("", ""),
    ],
)
def test_simplified(traditional: str, expected: str) -> None:
    assert simplified(traditional) == expected
    assert len(simplified(traditional)) == len(traditional)


def test_names_are_written_in_simplified_characters_already() -> None:
    assert [phrase.text for phrase in world().phrases("zh") if simplified(phrase.text) != phrase.text] == []
