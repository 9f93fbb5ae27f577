"""Names across scripts and spellings: what is one person's, what is not, and how names are romanised."""

from __future__ import annotations

import pytest

from dragoman.reference import SAME, name_keys, name_likeness, romanise

ONE_PERSON = [
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
    ("拜登", "Joseph R. Biden, Jr."),
    ("朔尔茨", "Olaf Scholz"),
    ("埃尔多安", "Recep Tayyip Erdoğan"),
    ("冯德莱恩", "Ursula von der Leyen"),
    ("米尔济约耶夫", "Shavkat Mirziyoyev"),
    ("内塔尼亚胡", "Benjamin Netanyahu"),
    ("勒塔约", "Letayo"),
    ("戴安邦", "Anbang Dai"),
    ("李显龙", "Lee Hsien Loong"),
    ("維多利亞·紐蘭", "Victoria Nuland"),
    ("阿祖莱", "Audrey Azoulay"),
    ("Azoulay", "Audrey Azoulay"),
    ("习近平", "Xi Jinping"),
    ("習近平", "Jinping Xi"),
    ("卡塔尔埃米尔塔米姆", "Tamim bin Hamad Al Thani"),
    ("勒塔约", "Sylvie Retailleau"),
    ("西尔维·勒塔约", "Sylvie Retailleau"),
    ("Sylvie Letayo", "Sylvie Retailleau"),
    ("马克龙", "Emmanuel Macron"),
    ("单霁翔", "Shan Jixiang"),
    ("苏杰生", "Subrahmanyam Jaishankar"),
    ("岸田文雄", "KISHIDA Fumio"),
    ("泽连斯基", "弗拉基米尔·泽连斯基"),
    ("Mohamed bin Zayed", "Muhammad ibn Zayid Al Nuhayyan"),
    ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    ("Zelensky", "Volodymyr Zelenskyy"),
    ("Recep Tayyip Erdogan", "Erdoğan"),
    ("Sergueï Lavrov", "Sergey Lavrov"),
    ("Vladimir Poutine", "Владимир Путин"),
    ("MACRON Emmanuel", "Emmanuel Macron"),
    ("Blinken, Antony", "Tony Blinken"),
    ("Joe Biden", "President Joseph R. Biden, Jr."),
    ("Kim Jong-un", "Kim Jong Un"),
]
TWO_PEOPLE = [
    ("Boris Johnson", "Mike Johnson"),
    ("Wang Yi", "Wang Wentao"),
    ("Xi Jinping", "Li Jinping"),
    ("Mohammed bin Zayed", "Mohammed bin Salman"),
    ("Charles Michel", "Charles III"),
    ("Hun Sen", "Hun Manet"),
    ("Duncan Ellery", "Victoria Whitcombe"),
    ("王毅", "王文涛"),
    ("李强", "李希"),
    ("拜登", "Antony J. Blinken"),
    ("马克龙", "Sylvie Retailleau"),
    ("怀进鹏", "Xi Jinping"),
    ("王毅", "Wang Wentao"),
    ("宋若溪", "Victoria Whitcombe"),
    ("维多利亚·纽兰", "Victoria Starmer"),
    ("Joe Biden", "Jill Biden"),
    ("Li Qiang", "Li Keqiang"),
    ("王毅", "Wang Yang"),
    ("王毅", "王岐山"),
    ("李强", "Li Keqiang"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("阿祖莱", "Irina Bokova"),
    ("Emmanuel Macron", "Brigitte Macron"),
    ("Audrey Azoulay", "Sylvie Retailleau"),
    ("马克龙", "Michelle Bachelet"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_names_of_one_person_are_alike_and_share_a_key(one: str, other: str) -> None:
    assert name_likeness(one, other) >= SAME
    assert name_keys(one) & name_keys(other)


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_names_of_two_people_are_not_alike(one: str, other: str) -> None:
    assert name_likeness(one, other) < SAME


@pytest.mark.parametrize(("one", "other"), ONE_PERSON + TWO_PEOPLE)
def test_likeness_is_symmetric_and_of_a_name_with_itself_whole(one: str, other: str) -> None:
    assert name_likeness(one, other) == name_likeness(other, one)
    assert 0 <= name_likeness(one, other) <= name_likeness(one, one) == 1


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("习近平", "Xi Jinping"),
        ("單霽翔", "Shan Jixiang"),
        ("欧阳修", "Ouyang Xiu"),
        ("任正非", "Ren Zhengfei"),
        ("苏杰生", "Subrahmanyam Jaishankar"),
        ("阿祖莱", "Azulai"),
        ("Emmanuel Macron", "Emmanuel Macron"),
        ("", ""),
    ],
)
def test_a_chinese_name_is_romanised_surname_first(name: str, romanised: str) -> None:
    assert romanise(name) == romanised


@pytest.mark.parametrize("name", ["", " ", "·", "…", "12", "Mr", "总统", "O", "\ud800"])
def test_what_is_no_name_is_compared_without_complaint(name: str) -> None:
    assert name_likeness(name, "Emmanuel Macron") < SAME
    assert name_likeness(name, "马克龙") < SAME
    assert isinstance(name_keys(name), frozenset)
