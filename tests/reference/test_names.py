"""Names of one person are alike across spellings, orders and scripts; names of two persons are not."""

from __future__ import annotations

import pytest

from dragoman.reference.names import name_likeness

ONE_SCRIPT = 0.8
TWO_SCRIPTS = 0.7

SAME = [
    ("Joseph R. Biden, Jr.", "Joe Biden"),
    ("Antony J. Blinken", "Blinken"),
    ("Xi", "Xi Jinping"),
    ("Geneviève Lavoie", "Genevieve Lavoye"),
    ("Oh Tae-seong", "Oh Tae-sung"),
    ("Kishida Fumio", "Fumio Kishida"),
    ("Kuan Liqun", "Guan Liqun"),
    ("Yang Shou Chung", "Yan Shouzhong"),
    ("Pei Ran Shu", "Shu Peiran"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Vladimir Putin", "Vladimir Poutine"),
    ("Mohammed bin Salman Al Saud", "Mohammad bin Salman"),
    ("Ursula von der Leyen", "von der Leyen"),
    ("Luiz Inácio Lula da Silva", "Lula da Silva"),
    ("Du Wei", "Wei Du"),
    ("习近平", "習近平"),
    ("拜登", "约瑟夫·拜登"),
]
OTHER = [
    ("Joe Biden", "Jill Biden"),
    ("Boris Johnson", "Mike Johnson"),
    ("Wang Yi", "Wang Wentao"),
    ("Xi Jinping", "Li Jinping"),
    ("Mohammed bin Zayed", "Mohammed bin Salman"),
    ("Charles Michel", "Charles III"),
    ("Hun Sen", "Hun Manet"),
    ("Duncan Ellery", "Victoria Whitcombe"),
    ("王毅", "王文涛"),
    ("李强", "李希"),
]
SAME_ACROSS = [
    ("拜登", "Joseph R. Biden, Jr."),
    ("马克龙", "Emmanuel Macron"),
    ("朔尔茨", "Olaf Scholz"),
    ("埃尔多安", "Recep Tayyip Erdoğan"),
    ("冯德莱恩", "Ursula von der Leyen"),
    ("米尔济约耶夫", "Shavkat Mirziyoyev"),
    ("内塔尼亚胡", "Benjamin Netanyahu"),
    ("勒塔约", "Sylvie Retailleau"),
    ("勒塔约", "Letayo"),
    ("阿祖莱", "Audrey Azoulay"),
    ("习近平", "Xi Jinping"),
    ("戴安邦", "Anbang Dai"),
    ("李显龙", "Lee Hsien Loong"),
    ("維多利亞·紐蘭", "Victoria Nuland"),
]
OTHER_ACROSS = [
    ("拜登", "Antony J. Blinken"),
    ("马克龙", "Sylvie Retailleau"),
    ("怀进鹏", "Xi Jinping"),
    ("王毅", "Wang Wentao"),
    ("宋若溪", "Victoria Whitcombe"),
    ("阿祖莱", "Irina Bokova"),
    ("维多利亚·纽兰", "Victoria Starmer"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_name_is_known_again_in_another_spelling(first: str, second: str) -> None:
    assert name_likeness(first, second) >= ONE_SCRIPT


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_a_shared_surname_or_given_name_is_not_enough(first: str, second: str) -> None:
    assert name_likeness(first, second) < ONE_SCRIPT


@pytest.mark.parametrize(("chinese", "latin"), SAME_ACROSS)
def test_a_name_is_known_again_by_its_sound(chinese: str, latin: str) -> None:
    assert name_likeness(chinese, latin) >= TWO_SCRIPTS


@pytest.mark.parametrize(("chinese", "latin"), OTHER_ACROSS)
def test_another_sound_is_another_name(chinese: str, latin: str) -> None:
    assert name_likeness(chinese, latin) < TWO_SCRIPTS


@pytest.mark.parametrize(("first", "second"), [*SAME, *OTHER, *SAME_ACROSS, *OTHER_ACROSS])
def test_likeness_is_the_same_both_ways_and_between_nothing_and_one(first: str, second: str) -> None:
    assert 0 <= name_likeness(first, second) <= 1
    assert name_likeness(first, second) == name_likeness(second, first)
    assert name_likeness(first, first) == 1


@pytest.mark.parametrize("name", ["", ".", "·", "…"])
def test_what_holds_no_letter_is_like_nothing(name: str) -> None:
    assert name_likeness(name, "Xi Jinping") == 0
    assert name_likeness(name, "习近平") == 0
