"""Topics, points and speakers of constructions that ministries, universities and newspapers use in Chinese."""

from __future__ import annotations

import pytest

from dragoman import Reading, Readout, read

FRAME = "6月17日，教育部部长林致远在北京会见马耳他教育部长博尔格。"
CN, MT = "CN", "MT"
BOTH = (CN, MT)


def said(sentence: str) -> Reading:
    """The reading of a sentence told after a meeting of the Minister of China (CN) and the Minister of Malta (MT)."""
    return read(Readout(FRAME + sentence, published="2024-06-18", publisher="教育部", language="zh"))


TOPICS = [
    ("双方就重要渔业问题深入交换意见。", ["重要渔业问题"]),
    ("双方就渔业问题交换了看法。", ["渔业"]),
    ("双方围绕当前中东和海湾地区形势交换了意见。", ["中东和海湾地区形势"]),
    ("会谈中，双方聚焦渔业、航运等议题，充分交换意见。", ["渔业", "航运"]),
    ("会谈聚焦渔业和航运。", ["渔业", "航运"]),
    ("双方就渔业危机、航运冲突等国际和地区热点问题交换意见。", ["渔业危机", "航运冲突"]),
    ("双方围绕“渔业教育与航运未来”主题展开深入交流。", ["渔业教育与航运未来"]),
    ("他们交流了各自在渔业改革方面的经验和做法。", ["各自在渔业改革方面的经验和做法"]),
    ("双方探讨了联合申报欧盟项目的可行性。", ["联合申报欧盟项目"]),
    ("林致远表示，近年来，两国部长就渔业教育、航运深入交流。", []),
    ("林致远介绍了渔业改革，并就渔业教育、航运等同代表团成员互动交流。", ["渔业教育", "航运"]),
    ("双方商谈了联合举办渔业论坛、航运培训等事宜。", ["联合举办渔业论坛", "航运培训"]),
    ("双方就渔业教育、暑期项目等进行了讨论。", ["渔业教育", "暑期项目"]),
    ("双方就渔业教育、航运等项目进行了讨论。", ["渔业教育", "航运"]),
    ("双方就渔业教育、航运合作进行了线上交流。", ["渔业教育", "航运合作"]),
    ("双方签署了合作协议，并就渔业教育、航运合作进行了商谈。", ["渔业教育", "航运合作"]),
    ("双方就下一步合作深入交换意见。", ["下一步合作"]),
    ("双方就渔业和航运等课题广泛交换意见。", ["渔业", "航运"]),
    ("双方讨论了教师培训倡议和教育筹资问题。", ["教师培训倡议", "教育筹资"]),
    ("双方围绕联合培养、共建实验室等内容与外方高校深入洽谈。", ["联合培养", "共建实验室"]),
    ("双方就两地在渔业、航运等范畴的合作交换意见。", ["渔业", "航运"]),
    ("双方对渔业交流、航运合作进行了沟通。", ["渔业交流", "航运合作"]),
    ("两人讨论的课题包括渔业、供应链韧性以及航运安全。", ["渔业", "供应链韧性", "航运安全"]),
    ("双方共同探讨深化渔业研究、航运合作的路径。", ["渔业研究", "航运合作"]),
    ("林致远介绍了渔业改革，双方就渔业教育、航运等深入交流。", ["渔业教育", "航运"]),
    ("林致远指出，我同博尔格部长进行了坦诚的会谈，就渔业教育和航运深入交换意见。", ["渔业教育", "航运"]),
    ("林致远指出，在今天的会谈中，我们围绕渔业教育、航运等问题进行了深入交流。", ["渔业教育", "航运"]),
    ("林致远指出，我们愿同马方就渔业教育深入交换意见。", []),
    ("林致远指出，我期待同博尔格部长就渔业教育深入交换意见。", []),
    ("林致远指出，两国专家就渔业教育深入交换意见。", []),
    ("博尔格就渔业转型作引导发言。", ["渔业转型"]),
    ("林致远围绕渔业教育、航运等议题发表讲话。", ["渔业教育", "航运"]),
    ("林致远在开幕式上发表讲话。", []),
    ("林致远表示，中方对马方渔业改革表示祝贺。", []),
    ("希望双方就渔业加强沟通。", []),
    ("博尔格表示，两国学者可就渔业等开展交流。", []),
    ("就渔业教育、航运等议题，双方深入交换意见。", ["渔业教育", "航运"]),
    ("双方深入探讨渔业教育和航运等合作事宜。", ["渔业教育", "航运"]),
    ("双方就渔业教育和航运深入探讨。", ["渔业教育", "航运"]),
    ("双方就恢复和重启渔业教育合作深入探讨。", ["渔业教育合作"]),
    ("双方讨论了合作办学申报、课程互认和教师短期互访等事宜。", ["合作办学申报", "课程互认", "教师短期互访"]),
    ("两位部长听取了双方渔业部门负责人关于海水养殖合作进展情况的汇报。", ["海水养殖合作"]),
    ("两位部长听取了双方主席汇报渔业、航运等领域合作情况。", ["渔业", "航运"]),
    ("林致远听取了博尔格对渔业改革的情况汇报。", ["渔业改革"]),
    ("两位部长听取了工作汇报。", []),
    ("林致远表示，中方听取各界关于渔业的汇报。", []),
    ("此次会见为各方探讨渔业合作提供了平台。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_subjects_are_told_in_many_ways(sentence: str, expected: list[str]) -> None:
    assert [topic.text for account in said(sentence).engagements for topic in account.topics] == expected


POINTS = [
    ("双方就深化渔业合作达成重要共识。", [("agreed", BOTH, "深化渔业合作")]),
    ("双方在渔业、航运等方面达成广泛共识。", [("agreed", BOTH, "渔业、航运等方面")]),
    ("双方议定，年内互派渔业教师。", [("agreed", BOTH, "年内互派渔业教师")]),
    (
        "林致远表示，中马友谊深厚。双方商定，年内互派渔业教师。",
        [("stated", (CN,), "中马友谊深厚"), ("agreed", BOTH, "年内互派渔业教师")],
    ),
    (
        "博尔格说，马方愿扩大留学规模；林致远则建议先试点。",
        [("pledged", (MT,), "扩大留学规模"), ("proposed", (CN,), "先试点")],
    ),
    ("双方计划于年内签署渔业协议。", []),
    ("林致远表示，中方恪守国际法准则。", [("stated", (CN,), "恪守国际法准则")]),
    ("林致远表示，中方不支持单方面制裁。", [("stated", (CN,), "不支持单方面制裁")]),
    (
        "林致远表示，双方不要扩大分歧，应避免误判。",
        [("proposed", (CN,), "不要扩大分歧"), ("proposed", (CN,), "避免误判")],
    ),
    ("林致远表示，不可分割的是友谊。", [("stated", (CN,), "不可分割的是友谊")]),
    ("林致远表示，中方反对“新冷战”。", [("stated", (CN,), "反对“新冷战”")]),
    ("林致远表示，中方支持“蓝色倡议”，愿派专家。", [("stated", (CN,), "支持“蓝色倡议”"), ("pledged", (CN,), "派专家")]),
    (
        "林致远表示，周安平主席就渔业合作作出战略指引。",
        [("stated", (CN,), "周安平主席就渔业合作作出战略指引")],
    ),
    ("林致远表示，中方愿继续派专家。", [("pledged", (CN,), "继续派专家")]),
    ("林致远表示，双方始终相互尊重。", [("stated", (CN,), "双方始终相互尊重")]),
    ("林致远表示，中方始终尊重马方。", [("stated", (CN,), "始终尊重马方")]),
    ("林致远表示，两国关系稳步发展，将带来更多机遇。", [("stated", (CN,), "两国关系稳步发展，将带来更多机遇")]),
    ("林致远表示，中马关系必将取得新发展。", [("stated", (CN,), "中马关系必将取得新发展")]),
    ("林致远表示，中方愿扩大留学规模，将友谊传下去。", [("pledged", (CN,), "扩大留学规模，将友谊传下去")]),
    ("林致远表示，今年是中马建交50周年。中方愿派专家。", [("pledged", (CN,), "派专家")]),
    ("林致远表示，面对复杂形势，中方愿派专家。", [("pledged", (CN,), "派专家")]),
    ("林致远表示，面对复杂形势，世界需要桥梁。", [("stated", (CN,), "面对复杂形势，世界需要桥梁")]),
    ("林致远表示，近年来，两国贸易增长迅速。", [("stated", (CN,), "两国贸易增长迅速")]),
    ("博尔格表示，希同中方扩大贸易。", [("proposed", (MT,), "同中方扩大贸易")]),
    (
        "林致远表示，双方要加强渔业合作；积极开展海上救援；坚持互利共赢。",
        [("proposed", (CN,), text) for text in ("加强渔业合作", "积极开展海上救援", "坚持互利共赢")],
    ),
    (
        "林致远提出三点建议。一是扩大渔业贸易。二是坚持互利共赢。",
        [("proposed", (CN,), "扩大渔业贸易"), ("proposed", (CN,), "坚持互利共赢")],
    ),
    (
        "林致远提出三点主张：一是扩大渔业贸易，二是加强航运合作。",
        [("proposed", (CN,), "扩大渔业贸易"), ("proposed", (CN,), "加强航运合作")],
    ),
    ("林致远提出，双方互派渔业教师。", [("proposed", (CN,), "双方互派渔业教师")]),
    ("博尔格承诺，马方扩大留学规模。", [("pledged", (MT,), "马方扩大留学规模")]),
    ("林致远表示，渔业课堂的设立将带来便利。", [("stated", (CN,), "渔业课堂的设立将带来便利")]),
    ("双方就渔业、航运等进行了深入探讨，并达成初步共识。", [("agreed", BOTH, "初步共识")]),
    ("双方回顾了渔业合作，讨论了航运、海关等领域的合作计划。", [("stated", BOTH, "渔业合作")]),
    (
        "林致远表示，中方重视渔业，勉励同学们学好渔业。",
        [("stated", (CN,), "重视渔业"), ("proposed", (CN,), "学好渔业")],
    ),
    ("林致远勉励同学们学好渔业。", [("proposed", (CN,), "学好渔业")]),
    ("林致远建议，双方互派渔业教师。", [("proposed", (CN,), "双方互派渔业教师")]),
    ("林致远肯定了三点建议。", []),
    (
        "林致远表示，周安平主席同杜瓦尔总统一致同意扩大贸易。中方愿派专家。",
        [("stated", (CN,), "周安平主席同杜瓦尔总统一致同意扩大贸易"), ("pledged", (CN,), "派专家")],
    ),
    ("林致远表示，“蓝色十年”时期，我们将扩大渔业贸易。", [("pledged", (CN,), "扩大渔业贸易")]),
    ("林致远表示，四个世纪以来，两国渔民相互支持。", [("stated", (CN,), "四个世纪以来，两国渔民相互支持")]),
    ("林致远表示，明年将迎来中马渔业协定签署20周年。", [("stated", (CN,), "明年将迎来中马渔业协定签署20周年")]),
    ("林致远表示，大会通过了渔业规划，带来了机遇。", [("stated", (CN,), "大会通过了渔业规划，带来了机遇")]),
    (
        "林致远表示，中方愿派专家，共同反对“新冷战”。",
        [("pledged", (CN,), "派专家，共同反对“新冷战”")],
    ),
    (
        "林致远表示，双方要相向而行。一是把渔业合作抓好。二是把航运合作抓好。",
        [("proposed", (CN,), text) for text in ("相向而行", "把渔业合作抓好", "把航运合作抓好")],
    ),
    (
        "林致远表示，中马关系提质升级。一是渔业贸易扩大。二是航运合作扩大。",
        [("stated", (CN,), text) for text in ("中马关系提质升级", "渔业贸易扩大", "航运合作扩大")],
    ),
    (
        "林致远表示，周安平主席去年对马耳他进行访问，将两国渔业带入新阶段。",
        [("stated", (CN,), "将两国渔业带入新阶段")],
    ),
    (
        "林致远表示，我和博尔格部长一致同意，扩大渔业贸易。中方愿派专家。",
        [("agreed", BOTH, "扩大渔业贸易"), ("pledged", (CN,), "派专家")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_points_with_their_acts_and_speakers(sentence: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    points = [point for account in said(sentence).engagements for point in account.points]
    assert [(point.act, point.by, point.text) for point in points] == expected


def test_what_others_agreed_on_belongs_to_their_own_talks() -> None:
    reading = said("林致远表示，去年9月，周安平主席同杜瓦尔总统举行会晤，就深化渔业合作达成重要共识。")
    referenced = next(account for account in reading.engagements if account.status == "referenced")
    assert [point.text for point in referenced.points] == ["深化渔业合作"]


def test_who_speaks_point_by_point_goes_on_in_the_next_paragraph() -> None:
    reading = said("林致远提出两点倡议：\n一是扩大渔业贸易。\n二是互派教师。\n王明参加会见。")
    points = [point for account in reading.engagements for point in account.points]
    assert [(point.act, point.text) for point in points] == [("proposed", "扩大渔业贸易"), ("proposed", "互派教师")]


def test_what_is_quoted_before_its_speaker_is_his() -> None:
    reading = said("\n“马方愿扩大渔业贸易。”博尔格表示，“我们感谢中方的帮助。”")
    points = [point for account in reading.engagements for point in account.points]
    assert [(p.act, p.by, p.text) for p in points] == [
        ("pledged", (MT,), "扩大渔业贸易"),
        ("stated", (MT,), "中方的帮助"),
    ]


def test_who_arrives_speaks_on_the_journey() -> None:
    text = "总理林致远17日抵达瓦莱塔，开始对马耳他进行正式访问。总统博尔格为林致远举行欢迎仪式。林致远表示，友谊长存。"
    reading = read(Readout(text, published="2024-06-18", publisher="新华社", language="zh"))
    spoken = [account.kind for account in reading.engagements if account.points]
    assert spoken == ["visit"]


def test_what_is_said_to_a_side_that_is_not_there_was_said_in_the_talks_with_it() -> None:
    reading = said("林致远还看望了中方教师。林致远表示，愿同马方加强合作。博尔格对中国支持马耳他教育发展表示感谢。")
    talks = next(e for e in reading.engagements if any(p.name == "博尔格" for p in e.parties))
    assert [(p.act, p.by, p.text) for p in talks.points] == [
        ("pledged", (CN,), "同马方加强合作"),
        ("stated", (MT,), "中国支持马耳他教育发展"),
    ]


def test_what_visitors_talked_of_belongs_to_the_talks_told_after_their_journey() -> None:
    text = "6月4日，法国里昂大学校长杜瓦尔到访清河大学，就渔业教育、航运进行座谈。清河大学副校长林致远参加座谈。"
    reading = read(Readout(text, published="2024-06-18", publisher="university", language="zh"))
    found = {e.kind: [t.text for t in e.topics] for e in reading.engagements}
    assert found == {"visit": [], "meeting": ["渔业教育", "航运"]}


def test_what_one_side_says_after_both_have_agreed_is_its_own() -> None:
    reading = said("双方同意加强沟通。中方愿深化合作。")
    assert [(p.act, p.by) for p in reading.engagements[0].points] == [("agreed", BOTH), ("pledged", (CN,))]


def test_wishes_told_by_number_are_wishes() -> None:
    reading = said("林致远希望双方，第一，深化高校合作；第二，加强语言教学。")
    assert {p.act for p in reading.engagements[0].points} == {"proposed"}


def test_what_a_meeting_issues_after_all_have_agreed_is_signed() -> None:
    text = "6月11日，第二届江海教育部长会议在利马举行，部长林致远与会。各方一致同意建立联盟。会议发表了《利马宣言》。"
    reading = read(Readout(text, published="2024-06-18", publisher="教育部", language="zh"))
    assert [(p.act, p.text) for p in reading.engagements[0].points] == [
        ("agreed", "建立联盟"),
        ("signed", "《利马宣言》"),
    ]
