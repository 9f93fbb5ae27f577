"""What was discussed, agreed and said, by whom and in which words: English."""

from __future__ import annotations

import pytest

from dragoman import Readout, read

MEETING = (
    "Minister of Energy Ana Duarte of Uruguay met with Minister of Energy Tero Laine of Finland "
    "in Helsinki on 3 June 2024. "
)
UY, FI, BOTH = ("UY",), ("FI",), ("UY", "FI")


def said(sentence: str) -> list[tuple[str, ...]]:
    """The topics ('topic', words) and points (act, sides, words) of the meeting, in the text's order."""
    reading = read(Readout(MEETING + sentence, published="2024-06-04", language="en"))
    found = []
    for account in reading.engagements:
        found += [(topic.start, ("topic", topic.text)) for topic in account.topics]
        found += [(point.start, (point.act, ",".join(point.by), point.text)) for point in account.points]
    return [what for _, what in sorted(found)]


def topics(*texts: str) -> list[tuple[str, ...]]:
    return [("topic", text) for text in texts]


def point(act: str, by: tuple[str, ...], text: str) -> tuple[str, ...]:
    return act, ",".join(by), text


TOPICS = [
    # openers are left out, lists are parted
    (
        "They discussed the importance of cheap storage and the need for common standards.",
        ["cheap storage", "common standards"],
    ),
    (
        "They discussed wind power, including offshore parks and harbour links.",
        ["wind power", "offshore parks", "harbour links"],
    ),
    (
        "They discussed grid stability, cross-border trade, and the training of engineers.",
        ["grid stability", "cross-border trade", "training of engineers"],
    ),
    (
        "They discussed grid stability, cross-border trade and training.",
        ["grid stability", "cross-border trade", "training"],
    ),
    ("They discussed bilateral, regional and global issues.", ["bilateral, regional and global issues"]),
    ("They discussed trade, as well as student exchange.", ["trade", "student exchange"]),
    ("They discussed efforts by the two governments to protect rivers.", ["protect rivers"]),
    ("They discussed Uruguay's commitment to end subsidies.", ["end subsidies"]),
    ("They exchanged views on ways to finance small dams.", ["finance small dams"]),
    ("They reviewed progress in building the Baltic cable.", ["building the Baltic cable"]),
    ("They discussed a range of issues, including tariffs and visas.", ["tariffs", "visas"]),
    (
        "They discussed how to bring prices down and what the cable could change.",
        ["bring prices down", "what the cable could change"],
    ),
    # circumstances, relative clauses and partners are no subjects
    ("They addressed the need to curb losses, in light of the drought.", ["curb losses"]),
    ("They took stock of the Salto project, which began in 2019.", ["Salto project"]),
    ("The ministers discussed with experts the price of wood.", ["price of wood"]),
    # other ways to tell it
    ("The talks focused on biomass and on peat.", ["biomass", "peat"]),
    ("Tariffs and the price of copper were discussed.", ["Tariffs", "price of copper"]),
    ("During the talks, tariffs and the price of copper were discussed.", ["tariffs", "price of copper"]),
    ("Tariffs came up for discussion as well.", ["Tariffs"]),
    ("The agenda included tariffs, licences, and visas.", ["tariffs", "licences", "visas"]),
    ("Topics included wood, peat, and hydrogen.", ["wood", "peat", "hydrogen"]),
    ("Issues such as wood and peat were also raised.", ["wood", "peat"]),
    ("The two sides held talks on hydrogen and the price of copper.", ["hydrogen", "price of copper"]),
    ("They had a frank exchange of views on wood.", ["wood"]),
    ("The meeting was an opportunity to review the Salto project.", ["Salto project"]),
    ("The Ministry said in a statement that the two ministers had discussed wood and peat.", ["wood and peat"]),
    # what only points back or is narration names nothing
    ("They discussed these issues.", []),
    ("They discussed various areas of cooperation.", []),
    ("The delegation included five engineers.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_a_subject_is_the_shortest_phrase_that_names_it(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == topics(*expected)


POINTS = [
    # the act is the verb's, the sides are those who say it
    ("Duarte underscored the importance of storage.", [point("stated", UY, "the importance of storage")]),
    (
        "Both sides reaffirmed their commitment to open markets.",
        [point("stated", BOTH, "their commitment to open markets")],
    ),
    ("The two ministers agreed on the need to protect rivers.", [point("agreed", BOTH, "the need to protect rivers")]),
    ("Laine agreed to send a team to Salto.", [point("pledged", FI, "send a team to Salto")]),
    ("The ministers committed to halving losses by 2030.", [point("agreed", BOTH, "halving losses by 2030")]),
    ("Laine committed to halving losses by 2030.", [point("pledged", FI, "halving losses by 2030")]),
    ("Each pledged to send two engineers.", [point("pledged", BOTH, "send two engineers")]),
    ("A consensus was reached on tariffs.", [point("agreed", BOTH, "tariffs")]),
    (
        "The meeting reaffirmed the friendship of the two peoples.",
        [point("stated", BOTH, "the friendship of the two peoples")],
    ),
    # the person addressed is left out
    ("Duarte urged Finland to lift its quotas.", [point("proposed", UY, "lift its quotas")]),
    ("Laine called on all parties to respect the moratorium.", [point("proposed", FI, "respect the moratorium")]),
    ("Laine told Duarte that tariffs would fall.", [point("stated", FI, "tariffs would fall")]),
    ("Laine proposed to Duarte that a joint team be formed.", [point("proposed", FI, "a joint team be formed")]),
    ("Laine briefed Duarte on the reform of tariffs.", [point("stated", FI, "the reform of tariffs")]),
    # so is the noun that only tells how it was said
    ("Duarte expressed her gratitude to Finland for its support.", [point("stated", UY, "its support")]),
    ("Duarte extended her congratulations to Laine on his election.", [point("stated", UY, "his election")]),
    ("Duarte expressed her readiness to host the next round.", [point("pledged", UY, "host the next round")]),
    (
        "Duarte expressed the hope that the cable would be ready in 2026.",
        [point("proposed", UY, "the cable would be ready in 2026")],
    ),
    ("Duarte expressed concern about the quotas.", [point("stated", UY, "concern about the quotas")]),
    # a speaker's own undertaking is a pledge, a forecast is not
    (
        "The Ministry of Finland said that Finland would open an office in Salto.",
        [point("pledged", FI, "Finland would open an office in Salto")],
    ),
    ("Laine said that the cable would lower prices.", [point("stated", FI, "the cable would lower prices")]),
    ("Laine said storage was the key to everything.", [point("stated", FI, "storage was the key to everything")]),
    # passives
    ("The importance of storage was stressed by both sides.", [point("stated", BOTH, "The importance of storage")]),
    ("It was agreed that experts would meet monthly.", [point("agreed", BOTH, "experts would meet monthly")]),
    ("Two schools were proposed by Laine.", [point("proposed", FI, "Two schools")]),
    # one who reports what both agreed only reports it
    ("The statement added that both sides had agreed to meet again.", [point("agreed", BOTH, "meet again")]),
    ("According to Laine, the cable is nearly ready.", [point("stated", FI, "the cable is nearly ready")]),
]


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_a_point_has_its_act_its_sides_and_its_words(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert said(sentence) == expected


SEVERAL = [
    (
        "Duarte underscored the importance of storage, noted the rise in prices, and welcomed the new cable.",
        [
            point("stated", UY, "the importance of storage"),
            point("stated", UY, "the rise in prices"),
            point("stated", UY, "the new cable"),
        ],
    ),
    (
        "Duarte thanked Laine for his hospitality and congratulated him on his re-election.",
        [point("stated", UY, "his hospitality"), point("stated", UY, "his re-election")],
    ),
    (
        "Laine praised the wind parks, adding that Finland would send two engineers.",
        [point("stated", FI, "the wind parks"), point("pledged", FI, "Finland would send two engineers")],
    ),
    (
        "Noting that prices had fallen, Duarte called for a joint tender.",
        [point("stated", UY, "prices had fallen"), point("proposed", UY, "a joint tender")],
    ),
    (
        "Both countries stressed peace, with Laine calling for a summit.",
        [point("stated", BOTH, "peace"), point("proposed", FI, "a summit")],
    ),
    (
        "The two ministers concurred that the cable matters, while Laine voiced doubts about the price.",
        [point("agreed", BOTH, "the cable matters"), point("stated", FI, "doubts about the price")],
    ),
    (
        "Both leaders condemned the attack, called for restraint and pledged to help.",
        [point("stated", BOTH, "the attack"), point("proposed", BOTH, "restraint"), point("agreed", BOTH, "help")],
    ),
    # what is said within what is said is no saying of its own
    (
        "Laine noted that Uruguay had supported the cable and that prices fell.",
        [point("stated", FI, "Uruguay had supported the cable and that prices fell")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL, ids=[sentence for sentence, _ in SEVERAL])
def test_sayings_of_one_sentence_end_where_the_next_begins(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert said(sentence) == expected


QUOTED = [
    (
        "“Storage is the key,” said Laine. “We hope that Uruguay will join us.”",
        [point("stated", FI, "Storage is the key"), point("proposed", FI, "Uruguay will join us")],
    ),
    (
        "Laine said: “Storage is the key. We will share our data.”",
        [point("stated", FI, "Storage is the key"), point("pledged", FI, "We will share our data")],
    ),
    (
        "“Storage is the key. It will be cheap by 2030,” Laine told reporters.",
        [point("stated", FI, "Storage is the key"), point("stated", FI, "It will be cheap by 2030")],
    ),
    (
        "The question of quotas, Duarte added, was still open.",
        [point("stated", UY, "The question of quotas, Duarte added, was still open")],
    ),
    (
        "Duarte said: “We want peace”, and called for a summit.",
        [point("stated", UY, "We want peace"), point("proposed", UY, "a summit")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), QUOTED, ids=[sentence for sentence, _ in QUOTED])
def test_direct_speech_is_its_speakers(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The shared commitment of both sides is strong.",
        "U.S. support for the cable is known.",
        "The agreed framework covers storage.",
        "Ongoing efforts welcomed by investors continue.",
        "Trade between the two countries supports 300 jobs.",
        "The Ambassador of Chad was thanked.",
        "The report says that trade doubled.",
        "Laine declined to comment on the price.",
    ],
)
def test_nouns_adjectives_and_narration_say_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_what_was_signed_is_named_without_its_article() -> None:
    text = (
        "On 3 June 2024 Minister Ana Duarte of Uruguay and Minister Tero Laine of Finland "
        "signed a memorandum of understanding on hydrogen."
    )
    signing = next(
        a for a in read(Readout(text, published="2024-06-04", language="en")).engagements if a.kind == "signing"
    )
    assert [(p.act, p.by, p.text) for p in signing.points] == [
        ("signed", BOTH, "memorandum of understanding on hydrogen")
    ]


def test_what_is_said_before_the_meeting_is_told_belongs_to_it() -> None:
    text = (
        "Minister Ana Duarte of Uruguay has called for a joint tender. "
        "She met with Minister Tero Laine of Finland in Helsinki on 3 June 2024."
    )
    meeting = next(
        a for a in read(Readout(text, published="2024-06-04", language="en")).engagements if a.kind == "meeting"
    )
    assert [(p.act, p.by, p.text) for p in meeting.points] == [("proposed", UY, "a joint tender")]


def test_what_was_said_to_each_stands_with_each() -> None:
    text = (
        "Minister Ana Duarte of Uruguay held individual meetings with the energy ministers of Finland, Chad and Nepal "
        "on 3 June 2024. To each of them she presented the wind plan."
    )
    meetings = [
        a for a in read(Readout(text, published="2024-06-04", language="en")).engagements if a.kind == "meeting"
    ]
    assert [[p.text for p in a.points] for a in meetings] == [["the wind plan"]] * 3
