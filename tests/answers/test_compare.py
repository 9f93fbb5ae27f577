"""The accounts of one engagement side by side: what agrees, what differs, what one side alone reports."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from dragoman.answers.compare import Comparison, compare
from dragoman.answers.compare.page import comparison_page
from dragoman.answers.compare.people import rank
from dragoman.answers.compare.telling import tell_comparison
from dragoman.errors import DragomanError
from dragoman.model import Account, DateRange, Evidence, Party, Place, Point, Reading, Readout, Topic
from dragoman.reading import with_concepts
from dragoman.reference.concepts import vocabulary
from dragoman.register.rows import Told

EN = (
    "Minister Ana Sousa of Portugal met Vice Minister Li Wei of China in Lisbon on 4 March 2024. They discussed "
    "options for a joint laboratory on ocean science, student mobility and visas. Rector Rui Vaz was present. The "
    "Minister also mentioned museums in passing. She later toured a school."
)
ZH = (
    "3月5日，葡萄牙教育部长安娜·索萨在里斯本会见中国教育部部长李伟。双方同意共建海洋科学联合实验室，"
    "就扩大学生交流交换意见，中方愿办好孔子学院。参赞何敏参加。博物馆合作也在推进。"
)
FR = (
    "La ministre Ana Sousa a reçu Li Wei le 4 mars 2024. Ils ont signé un accord sur un laboratoire conjoint de "
    "sciences de la mer."
)
MINISTER = ("Ana Sousa", "Minister", "PT")
GUEST = ("Li Wei", "Vice Minister", "CN")


def span(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def party(text: str, name: str | None, post: str | None, affiliation: str) -> Party:
    said = tuple(span(text, words) for words in (name, post) if words)
    return Party(name, post, affiliation, False, "stated", 0.9, said, "test")


def account(text: str, id: str = "e1", **given: Any) -> Account:
    """An account; `parties` triples, `topics` words, `points` pairs of act and words."""
    day = given.get("day", "2024-03-04")
    country, locality = given.get("place", ("PT", None))
    return Account(
        id=id,
        kind=given.get("kind", "meeting"),
        status="held",
        date=DateRange(day, day, "stated", 0.9, (), "test") if day else None,
        window=None,
        places=(Place(country, locality, "stated", 0.9, (), "test"),) if country else (),
        within=None,
        event=None,
        parties=tuple(party(text, *who) for who in given["parties"]),
        topics=tuple(Topic(w, span(text, w).start, span(text, w).end, 0.9, "test") for w in given.get("topics", ())),
        points=tuple(
            Point(act, ("CN", "PT"), w, span(text, w).start, span(text, w).end, 0.9, "test")
            for act, w in given.get("points", ())
        ),
        carries_forward=(),
        title_says={},
        basis="stated",
        confidence=0.9,
        evidence=(Evidence(0, 3, text[:3]),),
        rule="test",
    )


def told(text: str, language: str, *accounts: Account, title: str = "A title") -> Told:
    """A readout as the register gives it: of the first account, the others being told by it alone."""
    readout = Readout(text=text, title=title, language=language, published="2024-03-06", publisher=language.upper())
    reading = Reading(
        None, readout.content_hash, "test 1", language, readout.published, title, readout.publisher, accounts, ()
    )
    reading = with_concepts(reading, vocabulary())
    ids = {one.id: f"e-{language}{one.id}" for one in accounts}
    return Told("e-x", f"e-{language}", "", readout, reading, ("e1",), tuple(one.id for one in accounts[1:]), ids, {})


def english(**given: Any) -> Told:
    values: dict[str, Any] = {
        "parties": (MINISTER, GUEST),
        "place": ("PT", "Lisbon"),
        "topics": ("options for a joint laboratory on ocean science", "student mobility", "visas"),
    } | given
    return told(EN, "en", account(EN, **values), *given.get("beside", ()))


def chinese(**given: Any) -> Told:
    values: dict[str, Any] = {
        "day": "2024-03-05",
        "place": ("PT", "里斯本"),
        "parties": (("安娜·索萨", "教育部长", "PT"), ("李伟", "教育部部长", "CN")),
        "topics": ("扩大学生交流",),
        "points": (("agreed", "共建海洋科学联合实验室"), ("pledged", "办好孔子学院")),
    } | given
    return told(ZH, "zh", account(ZH, **values))


def both(first: Told | None = None, second: Told | None = None) -> Comparison:
    return compare([first or english(), second or chinese()], vocabulary())


def facts(comparison: Comparison, what: str, agree: bool = False) -> list[tuple[str | None, ...]]:
    found = comparison.agree if agree else comparison.differ
    return [tuple(t.text if t else None for t in fact.tellings) for fact in found if fact.what == what]


def test_days_that_differ_are_told_and_those_that_agree() -> None:
    assert facts(both(), "date") == [("4 March 2024", "5 March 2024")]
    same = both(second=chinese(day="2024-03-04"))
    assert (facts(same, "date"), len(facts(same, "date", agree=True))) == ([], 1)
    assert facts(both(second=chinese(day=None)), "date") == []


def test_one_town_in_two_languages_agrees_and_two_towns_do_not() -> None:
    assert facts(both(), "place") == []
    assert facts(both(), "place", agree=True) == [("Lisbon, Portugal", "里斯本, Portugal")]
    assert len(facts(both(english(place=("PT", "Porto"))), "place")) == 1
    assert len(facts(both(english(place=("CN", None))), "place")) == 1


def test_the_level_of_one_person_differs() -> None:
    ((ours, theirs),) = facts(both(), "level")
    assert ours == "Li Wei, Vice Minister (China)"
    assert theirs is not None
    assert theirs.startswith("李伟, 教育部部长")


@pytest.mark.parametrize("post", ["Minister", "Minister of State", "Rector", None])
def test_ranks_that_do_not_contradict_each_other_are_no_difference(post: str | None) -> None:
    text = EN.replace("Vice Minister", post or "Mr")
    ours = told(text, "en", account(text, parties=(MINISTER, ("Li Wei", post, "CN"))))
    assert facts(both(ours), "level") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vice Minister of Education", "教育部副部长"),
        ("vice-ministre des sciences", "Deputy Foreign Minister"),
        ("secrétaire d’État à la Formation", "国务秘书"),
        ("chargé d'affaires", "驻塞使馆临时代办"),
        ("Deputy Secretary of State", "常务副国务卿"),
        ("Ministre de la Culture", "文化部长"),
        ("Rector", "校长"),
    ],
)
def test_posts_of_one_rank_meet_across_languages(one: str, other: str) -> None:
    assert rank(one) == rank(other) != None  # noqa: E711


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Executive Vice Foreign Minister", "外交部副部长"),
        ("Minister of State for Education", "secrétaire d'État"),
        ("Culture Minister", "文化部副部长"),
    ],
)
def test_posts_of_two_ranks_do_not(one: str, other: str) -> None:
    assert rank(one) != rank(other)


def test_who_accompanies_and_is_named_by_one_side_alone_is_a_difference() -> None:
    ours = english(parties=(MINISTER, GUEST, ("Rui Vaz", "Rector", "PT")))
    theirs = chinese(parties=(("安娜·索萨", "教育部长", "PT"), ("李伟", "教育部部长", "CN"), ("何敏", "参赞", "CN")))
    assert facts(both(ours, theirs), "party") == [("Rui Vaz, Rector (Portugal)", None), (None, "何敏, 参赞 (China)")]


def test_who_accompanies_from_an_institution_of_their_own_is_a_difference_too() -> None:
    beside = (account(EN, "e2", kind="signing", day=None, parties=(MINISTER, GUEST), topics=("visas",)),)
    ours = english(parties=(MINISTER, GUEST, ("Rui Vaz", "Rector", "Some Academy")), topics=(), beside=beside)
    compared = both(ours)
    assert facts(compared, "party") == [("Rui Vaz, Rector (Some Academy)", None)]
    assert [said.text for said in compared.only[0]] == ["visas"]


def test_who_leads_a_side_is_not_missing_where_the_side_was_not_read() -> None:
    theirs = chinese(parties=(("安娜·索萨", "教育部长", "PT"),))
    assert facts(both(second=theirs), "party") == []


def test_a_name_that_the_other_text_has_is_not_missing_there() -> None:
    text = EN + " Li Wei thanked Rui Vaz."
    ours = told(text, "en", account(text, parties=(MINISTER, GUEST, ("Rui Vaz", "Rector", "PT"))))
    theirs = told(EN, "en", account(EN, parties=(MINISTER, GUEST)))
    assert facts(both(ours, theirs), "party") == []


def test_agreed_here_and_only_discussed_there() -> None:
    ((ours, theirs),) = facts(both(), "status of commitment")
    assert ours == "discussed: options for a joint laboratory on ocean science"
    assert theirs == "agreed: 共建海洋科学联合实验室"


def test_agreed_on_both_sides_is_no_difference() -> None:
    french = told(
        FR,
        "fr",
        account(
            FR,
            parties=(("Ana Sousa", "ministre", "PT"), ("Li Wei", None, "CN")),
            points=(("signed", "un accord sur un laboratoire conjoint de sciences de la mer"),),
        ),
    )
    compared = both(french)
    assert facts(compared, "status of commitment") == []
    assert len(facts(compared, "status of commitment", agree=True)) == 1


def test_agreed_here_and_mentioned_there_in_words_that_were_not_read_as_a_topic() -> None:
    ((ours, theirs),) = facts(both(english(topics=("visas",))), "status of commitment")
    assert ours == "mentioned: They discussed options for a joint laboratory on ocean science"
    assert theirs is not None


def test_subjects_meet_across_languages_and_what_one_side_reports_stands_alone() -> None:
    compared = both()
    pairs = {tuple(said.text if said else None for said in subject.said) for subject in compared.shared}
    assert ("student mobility", "扩大学生交流") in pairs
    assert ("options for a joint laboratory on ocean science", "共建海洋科学联合实验室") in pairs
    assert [[said.text for said in only] for only in compared.only] == [["visas"], ["办好孔子学院"]]


def test_each_thing_said_is_shared_with_what_fits_it_best_and_with_nothing_else() -> None:
    ours = english(topics=("student mobility", "museums"))
    theirs = chinese(topics=("扩大学生交流", "博物馆合作"), points=())
    pairs = [tuple(said.text if said else None for said in subject.said) for subject in both(ours, theirs).shared]
    assert pairs == [("student mobility", "扩大学生交流"), ("museums", "博物馆合作")]

    one = told(EN, "en", account(EN, parties=(MINISTER, GUEST), topics=("student mobility",)))
    text = ZH + "双方愿推动学生流动上新台阶。"
    two = told(
        text,
        "zh",
        account(text, parties=(("安娜·索萨", "教育部长", "PT"),), topics=("扩大学生交流", "学生流动上新台阶")),
    )
    compared = both(one, two)
    assert [subject.said[1].text for subject in compared.shared if subject.said[1]] == ["扩大学生交流"]
    assert compared.only[1] == (), "what another pair fits better is no silence all the same"


def test_a_part_of_what_both_speak_of_may_be_reported_by_one_side_alone() -> None:
    text = EN.replace("student mobility and visas", "student mobility, volcanoes and visas")
    whole = "a joint laboratory on ocean science, student mobility, volcanoes and visas"
    ours = told(text, "en", account(text, parties=(MINISTER, GUEST), points=(("agreed", whole),)))
    assert [said.text for said in both(ours).only[0]] == ["visas"]


def test_what_a_text_mentions_without_a_topic_is_no_silence_there() -> None:
    theirs = chinese(topics=("博物馆合作",), points=())
    compared = both(second=theirs)
    assert compared.only[1] == ()
    (subject,) = (subject for subject in compared.shared if subject.concepts == ("museums",))
    assert subject.said[0] is not None
    assert subject.said[0].mention


def test_what_the_same_parties_said_beside_it_belongs_to_a_telling_and_what_others_did_does_not() -> None:
    beside = (
        account(EN, "e2", kind="signing", day=None, parties=(MINISTER, GUEST), topics=("visas",)),
        account(EN, "e3", kind="tour", parties=(MINISTER,), topics=("a school",)),
    )
    compared = both(english(topics=(), beside=beside))
    assert [said.text for said in compared.only[0]] == ["visas"]
    assert [one.account for one in compared.elsewhere[0]] == ["e-ene2", "e-ene3"]
    assert compared.elsewhere[1] == ()


def pair_of(ours: tuple[str, dict[str, Any]], theirs: tuple[str, dict[str, Any]]) -> Comparison:
    """English words of a meeting beside Chinese ones, with the values that are read of either."""
    who = {"en": (MINISTER, GUEST), "zh": (("安娜·索萨", "教育部长", "PT"), ("李伟", "教育部部长", "CN"))}
    lead = {"en": "Minister Ana Sousa met Vice Minister Li Wei. ", "zh": "教育部部长李伟会见教育部长安娜·索萨。"}
    sides = [
        told(lead[language] + words, language, account(lead[language] + words, parties=who[language], **given))
        for language, (words, given) in zip(("en", "zh"), (ours, theirs), strict=True)
    ]
    return compare(sides, vocabulary())


def test_a_forum_agreed_here_and_only_discussed_there_under_its_name_in_another_language() -> None:
    found = pair_of(
        ("They discussed the creation of a Sino-Portuguese forum on the development of education.",
         {"topics": ("creation of a Sino-Portuguese forum on the development of education",)}),
        ("双方同意设立中葡教育发展论坛。", {"points": (("agreed", "设立中葡教育发展论坛"),)}),
    )  # fmt: skip
    assert facts(found, "status of commitment") == [
        (
            "discussed: creation of a Sino-Portuguese forum on the development of education",
            "agreed: 设立中葡教育发展论坛",
        )
    ]
    other = pair_of(
        ("They discussed a committee on fisheries.", {"topics": ("a committee on fisheries",)}),
        ("双方同意设立中葡教育发展论坛。", {"points": (("agreed", "设立中葡教育发展论坛"),)}),
    )
    assert facts(other, "status of commitment") == []


def test_what_an_office_is_called_is_no_word_on_its_subject() -> None:
    text = "Minister of Education Ana Sousa met Li Wei. They had lunch."
    who = (("Ana Sousa", "Minister of Education", "PT"), ("Li Wei", None, "CN"))
    said = "双方签署教育合作协议。"
    theirs = account(said, parties=((None, None, "PT"),), points=(("signed", "教育合作协议"),))
    found = compare([told(text, "en", account(text, parties=who)), told(said, "zh", theirs)], vocabulary())
    assert facts(found, "status of commitment") == []


def test_a_list_in_one_breath_is_shared_item_by_item() -> None:
    found = pair_of(
        ("They discussed teacher training and student mobility.", {"topics": ("teacher training", "student mobility")}),
        ("中方愿加强教师培训、扩大学生交流。", {"points": (("pledged", "加强教师培训、扩大学生交流"),)}),
    )
    assert [tuple(one.text if one else None for one in subject.said) for subject in found.shared] == [
        ("teacher training", "加强教师培训"),
        ("student mobility", "扩大学生交流"),
    ]


def test_what_is_agreed_on_one_side_is_not_held_against_what_fits_something_else_better() -> None:
    found = pair_of(
        ("They discussed digital education.", {"topics": ("digital education",)}),
        ("中方愿推动教育数字化。双方同意办好世界数字教育大会。",
         {"points": (("pledged", "推动教育数字化"), ("agreed", "办好世界数字教育大会"))}),
    )  # fmt: skip
    assert facts(found, "status of commitment") == []
    assert [one.text for one in found.only[1]] == ["办好世界数字教育大会"]


def test_what_only_one_side_announces_is_told_as_planned() -> None:
    ours = english()
    (met,) = ours.reading.engagements
    later = dataclasses.replace(met, id="e2", kind="visit", status="planned")
    reading = dataclasses.replace(ours.reading, engagements=(met, later))
    ours = dataclasses.replace(ours, reading=reading, alone=("e2",), ids={"e1": "e-en1", "e2": "e-en2"})
    assert [one.text for one in both(ours).elsewhere[0]] == ["visit of Ana Sousa and Li Wei (planned)"]


def test_three_accounts_stand_side_by_side() -> None:
    french = told(FR, "fr", account(FR, parties=(("Ana Sousa", "ministre", "PT"), ("Li Wei", None, "CN"))))
    compared = compare([english(), chinese(), french], vocabulary())
    assert facts(compared, "date") == [("4 March 2024", "5 March 2024", "4 March 2024")]
    assert len(compared.sides) == len(compared.only) == len(compared.elsewhere) == 3
    assert {len(fact.tellings) for fact in (*compared.agree, *compared.differ)} == {3}
    assert {len(subject.said) for subject in compared.shared} == {3}


@pytest.mark.parametrize("accounts", [[], [english()]])
def test_one_account_alone_is_refused(accounts: list[Told]) -> None:
    with pytest.raises(DragomanError, match="nothing to compare"):
        compare(accounts, vocabulary())


def test_all_evidence_and_words_stand_in_the_texts_as_they_are() -> None:
    sides = [english(parties=(MINISTER, GUEST, ("Rui Vaz", "Rector", "PT"))), chinese()]
    compared = compare(sides, vocabulary())
    texts = [one.readout.text for one in sides]
    said = [(n, one) for subject in compared.shared for n, one in enumerate(subject.said) if one]
    said += [(n, one) for n, only in enumerate(compared.only) for one in only]
    assert said
    assert [one for n, one in said if texts[n][one.start : one.end] != one.text] == []
    for fact in (*compared.agree, *compared.differ):
        for text, telling in zip(texts, fact.tellings, strict=True):
            assert all(text[s.start : s.end] == s.text for s in (telling.evidence if telling else ()))


def test_a_comparison_is_plain_json() -> None:
    value = json.loads(json.dumps(both().as_json()))
    assert value["differ"][0]["tellings"][0]["text"] == "4 March 2024"
    assert set(value) == {"engagement", "occasion", "sides", "agree", "differ", "shared", "only", "elsewhere"}


def test_it_is_told_as_text() -> None:
    lines = [(line.label, line.text) for line in tell_comparison(both(), vocabulary())]
    assert ("A", "4 March 2024") in lines
    assert ("B", "agreed: 共建海洋科学联合实验室") in lines
    assert ("student mobility", "") in lines
    assert ("", "visas") in lines


def test_every_link_of_the_page_leads_somewhere_on_it() -> None:
    sides = [english(parties=(MINISTER, GUEST, ("Rui Vaz", "Rector", "PT"))), chinese()]
    html = comparison_page(compare(sides, vocabulary()), sides, vocabulary())
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]*)"', html)
    assert len(links) > 20
    assert set(links) <= set(ids)
    assert 'lang="zh"' in html


def test_the_page_shows_hostile_words_as_words() -> None:
    text = EN.replace("visas", "<script>alert(1)</script> visas")
    sides = [told(text, "en", account(text, parties=(MINISTER, GUEST)), title="<img src=x>"), chinese()]
    html = comparison_page(compare(sides, vocabulary()), sides, vocabulary())
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
