"""What Chinese readouts write differently: names without spaces, short forms of countries, speech that runs on."""

from __future__ import annotations

import pytest

from dragoman import Reading, Readout, read
from dragoman.languages import Language, load
from dragoman.reading.mentions.introductions import introduced
from dragoman.reading.text.items import scan

MEETING = "6月17日，国务院副总理林致远在北京会见{country}总理卡尔森。\n"


@pytest.fixture(scope="module")
def chinese() -> Language:
    return load("zh")


def told(text: str) -> Reading:
    return read(Readout(text, published="2024-06-18", publisher="新华社", language="zh"))


def points(text: str, country: str = "爱沙尼亚") -> list[tuple[str, tuple[str, ...], str]]:
    """The points of the meeting with that country's prime minister, in which the text is said."""
    account = next(e for e in told(MEETING.format(country=country) + text).engagements if e.status == "held")
    return [(point.act, point.by, point.text) for point in account.points]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国务院总理李明远17日在京会见", {"李明远"}),
        ("会见法国总统杜瓦尔。", {"杜瓦尔"}),
        ("同拉克森总理举行会谈", {"拉克森"}),
        ("苏文岚、何立等参加会见。", {"苏文岚", "何立"}),
        ("教育部部长程以宁同来宾座谈", {"程以宁"}),
        ("韩国总统李在明抵达", {"李在明"}),
        ("外长穆哈梅多夫表示", {"穆哈梅多夫"}),
        ("西尔维·杜邦表示", {"西尔维·杜邦"}),
        ("教育部部長西爾維·杜邦表示", {"西爾維·杜邦"}),
        ("会见新西兰外长希尔。", {"希尔"}),
        ("国王图普六世表示", {"图普六世"}),
        ("清河大学校长何建国会见来宾", {"何建国"}),
        ("校长高松年就合作交流", {"高松年"}),
        ("会见驻爱沙尼亚大使陆方。", {"陆方"}),
        ("副校长田中洋一郎率代表团", {"田中洋一郎"}),
    ],
)
def test_names_are_found_where_an_office_or_a_verb_introduces_them(
    chinese: Language, text: str, names: set[str]
) -> None:
    assert introduced(scan(text, chinese), chinese) == names


@pytest.mark.parametrize(
    "text",
    [
        "中法两国加强合作",
        "法国总统表示",
        "会谈后签署协定",
        "同意大利合作",
        "双方一致同意",
        "欢迎仪式后举行会谈",
        "巴方愿同中方合作",
        "出席东盟与中日韩领导人会议",
    ],
)
def test_words_are_no_names(chinese: Language, text: str) -> None:
    assert introduced(scan(text, chinese), chinese) == set()


@pytest.mark.parametrize(
    ("said", "act", "content"),
    [
        ("中方愿同爱方加强合作。", "pledged", "同爱方加强合作"),
        ("中方将扩大进口。", "pledged", "扩大进口"),
        ("双方要用好委员会机制。", "proposed", "用好委员会机制"),
        ("希望爱方提供公平环境。", "proposed", "爱方提供公平环境"),
        ("欢迎爱方参加博览会。", "proposed", "爱方参加博览会"),
        ("中方高度重视两国关系。", "stated", "高度重视两国关系"),
        ("感谢爱方给予的支持。", "stated", "爱方给予的支持"),
        ("两国友谊源远流长。", "stated", "两国友谊源远流长"),
    ],
)
def test_modal_words_say_what_kind_of_point_it_is(said: str, act: str, content: str) -> None:
    assert points(f"林致远表示，{said}") == [(act, ("CN",), content)]


def test_a_speaker_goes_on_through_the_paragraph_and_is_followed_by_the_other() -> None:
    text = "林致远指出，两国友谊深厚。中方愿扩大进口。\n卡尔森表示，爱方愿同中方密切往来。"
    assert [(act, by) for act, by, _ in points(text)] == [
        ("stated", ("CN",)),
        ("pledged", ("CN",)),
        ("pledged", ("EE",)),
    ]


def test_what_is_promised_goes_on_over_commas() -> None:
    assert points("林致远表示，中方愿同爱方加强合作，坚持多边主义，维护公平正义。") == [
        ("pledged", ("CN",), "同爱方加强合作，坚持多边主义，维护公平正义")
    ]


def test_both_sides_agree() -> None:
    assert points("双方一致同意建立绿色转型对话机制。") == [("agreed", ("CN", "EE"), "建立绿色转型对话机制")]


@pytest.mark.parametrize(
    ("country", "short", "code"),
    [
        ("巴巴多斯", "巴", "BB"),
        ("巴西", "巴", "BR"),
        ("塞尔维亚", "塞", "RS"),
        ("塞内加尔", "塞", "SN"),
        ("新西兰", "新", "NZ"),
    ],
)
def test_a_short_form_means_the_country_that_the_text_names(country: str, short: str, code: str) -> None:
    accounts = told(MEETING.format(country=country) + f"林致远于6月10日访{short}。").engagements
    assert [place.country for e in accounts if e.kind == "visit" for place in e.places] == [code]


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("双方就学生交流、职业教育和联合科研等议题深入交换意见。", ["学生交流", "职业教育", "联合科研"]),
        ("双方就进一步加强两国在高等教育、职业教育等领域的合作交换了意见。", ["高等教育", "职业教育"]),
        ("双方就如何扩大青年交流、增进民间友好进行了坦诚交流。", ["青年交流", "民间友好"]),
        ("双方就双边关系进行了坦诚、深入的交流。", ["双边关系"]),
        ("双方就双边关系坦诚深入地交换了意见。", ["双边关系"]),
        ("双方重点就教师培训、课程共建与学分互认进行了洽谈。", ["教师培训", "课程共建", "学分互认"]),
        ("双方围绕“一带一路”教育行动、联合培养研究生等内容座谈交流。", ["“一带一路”教育行动", "联合培养研究生"]),
        ("双方还就乌克兰危机等问题交换了看法。", ["乌克兰危机"]),
        ("双方就两国关系及共同关心的国际和地区问题深入交换意见。", ["两国关系", "共同关心的国际和地区问题"]),
        ("双方就绿色转型同有关国家代表交换意见。", ["绿色转型"]),
        ("会谈聚焦数字教育、教师培训和青年交流。", ["数字教育", "教师培训", "青年交流"]),
        ("会谈主要涉及留学生招生、语言教学两个方面。", ["留学生招生", "语言教学"]),
        ("会谈围绕师生互派、中文师资培训展开。", ["师生互派", "中文师资培训"]),
        ("双方探讨了建立联合实验室的可能性。", ["联合实验室"]),
        ("双方讨论了科技创新以及人文交流，并同意建立对话机制。", ["科技创新", "人文交流"]),
        ("双方商讨了合作办学、师生互换等具体事宜。", ["合作办学", "师生互换"]),
        ("双方还就当前的国际和地区热点问题深入交换意见。", ["国际和地区热点问题"]),
        ("双方探讨了加强在科研及学生交流方面的合作。", ["科研", "学生交流"]),
        ("双方回顾了两国合作的历程，并就学生流动等共同关心的问题交换意见。", ["学生流动"]),
        ("林致远就气候问题阐明中方立场，表示各国要平等协商。", []),
        ("林致远表示，希望双方就发展规划深入交流。", []),
        ("林致远表示，中方愿就两国关系同爱方交换意见。", []),
        ("林致远表示，双方要积极探讨更多合作项目。", []),
        ("林致远表示，中方秉持共商共建共享原则。", []),
        ("林致远表示，两国合作涉及众多领域。", []),
    ],
)
def test_topics_are_what_was_talked_of_and_no_more(said: str, topics: list[str]) -> None:
    account = told(MEETING.format(country="爱沙尼亚") + said).engagements[0]
    assert [topic.text for topic in account.topics] == topics


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("当地时间6月17日上午", "2024-06-17", "2024-06-17"),
        ("17日", "2024-06-17", "2024-06-17"),
        ("6月3日至8日", "2024-06-03", "2024-06-08"),
        ("3日至8日", "2024-06-03", "2024-06-08"),
        ("今天（18日）", "2024-06-18", "2024-06-18"),
        ("今（18）日", "2024-06-18", "2024-06-18"),
        ("昨日（17日）", "2024-06-17", "2024-06-17"),
        ("昨日", "2024-06-17", "2024-06-17"),
        ("去年6月", "2023-06-01", "2023-06-30"),
        ("2023年11月7日", "2023-11-07", "2023-11-07"),
        ("去年十一月", "2023-11-01", "2023-11-30"),
        ("六月十二日", "2024-06-12", "2024-06-12"),
        ("二〇二四年六月十二日", "2024-06-12", "2024-06-12"),
        ("六月十二日至十五日", "2024-06-12", "2024-06-15"),
        ("6月12日及13日", "2024-06-12", "2024-06-13"),
        ("6月12日（星期三）上午", "2024-06-12", "2024-06-12"),
        ("6月12日当天", "2024-06-12", "2024-06-12"),
        ("2024-06-12", "2024-06-12", "2024-06-12"),
        ("周一", "2024-06-17", "2024-06-17"),
        ("上周五", "2024-06-14", "2024-06-14"),
        ("本周一（17日）", "2024-06-17", "2024-06-17"),
        ("前天", "2024-06-16", "2024-06-16"),
    ],
)
def test_dates(when: str, start: str, end: str) -> None:
    date = told(f"{when}，国务院副总理林致远会见爱沙尼亚总理卡尔森。").engagements[0].date
    assert date is not None
    assert (date.start, date.end) == (start, end)


@pytest.mark.parametrize(
    ("publisher", "text", "country"),
    [
        ("university", "德國駐香港總領事施德凡昨天到訪香港城南大學，與校長梁偉明會面。", "HK"),
        ("university", "日本駐華大使田中洋一郎昨天訪問澳門海濱大學，與校長宋永年會面。", "MO"),
        ("university", "馬來亞大學副校長阿都拉昨天蒞臨國立東海大學訪問，並邀請學生離開台灣赴馬。", "TW"),
        ("university", "法国驻沈阳总领事杜瓦尔昨天来访清河大学，校长何建国会见客人。", "CN"),
        ("university", "法國駐瀋陽總領事杜瓦爾昨天來訪清河大學，校長何建國會見客人。", "CN"),
    ],
)
def test_an_institution_whose_publisher_is_unnamed_is_at_home_where_the_text_shows(
    publisher: str, text: str, country: str
) -> None:
    accounts = read(Readout(text, published="2024-06-18", publisher=publisher, language="zh")).engagements
    assert [place.country for e in accounts if e.kind == "visit" for place in e.places] == [country]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "林致远欢迎卡尔森来华出席第五届河口论坛并表示，中方赞赏爱方的支持，愿同爱方密切交往。",
            [("stated", ("CN",), "爱方的支持"), ("pledged", ("CN",), "同爱方密切交往")],
        ),
        (
            "卡尔森祝贺中国人民将迎来中华人民共和国成立80周年，表示发展两国关系是爱方的头等优先。",
            [
                ("stated", ("EE",), "中国人民将迎来中华人民共和国成立80周年"),
                ("stated", ("EE",), "发展两国关系是爱方的头等优先"),
            ],
        ),
        ("林致远表示，渔业为两国作出应有贡献。", [("stated", ("CN",), "渔业为两国作出应有贡献")]),
        ("林致远表示，双方应作出贡献。", [("proposed", ("CN",), "作出贡献")]),
    ],
)
def test_who_speaks_on_and_words_that_hold_modal_words(
    text: str, expected: list[tuple[str, tuple[str, ...], str]]
) -> None:
    assert points(text) == expected


def test_what_is_talked_of_with_several_one_by_one_is_of_each_talk() -> None:
    reading = told("国务院副总理林致远17日分别会见马耳他总统博尔格、秘鲁总统基斯佩，就渔业交换意见。")
    assert [[topic.text for topic in account.topics] for account in reading.engagements] == [["渔业"], ["渔业"]]
    reading = told("国务院副总理林致远17日分别会见马耳他总统博尔格、秘鲁总统基斯佩，与后者就渔业交换意见。")
    assert [[topic.text for topic in account.topics] for account in reading.engagements] == [[], ["渔业"]]


def test_what_is_done_on_the_journey_is_not_said_by_who_spoke_before() -> None:
    reading = told(
        "总理林致远15日至17日访问马耳他，同总统博尔格会谈。博尔格赞扬渔业合作，表示马方愿扩大贸易。"
        "访马期间，林致远参观了河口渔业学校。"
    )
    assert [(account.kind, account.status) for account in reading.engagements] == [
        ("visit", "held"),
        ("meeting", "held"),
        ("tour", "held"),
    ]
