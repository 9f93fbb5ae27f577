"""Topics, points and speakers of constructions that news pages, ministries and embassies use in English."""

from __future__ import annotations

import pytest
from tests.reading.test_speech_en import BOTH, FI, UY, point, said, topics

from dragoman import Readout, read

TOPICS = [
    ("The two explored avenues for expanding trade and attracting pilots.", ["expanding trade", "attracting pilots"]),
    (
        "Among the issues raised were the price of copper, the protection of divers and the opening of a mine.",
        ["price of copper", "protection of divers", "opening of a mine"],
    ),
    (
        "The talks centred on staff exchange, joint supervision of divers and shared research in optics.",
        ["staff exchange", "joint supervision of divers", "shared research in optics"],
    ),
    (
        "At the core of the discussion were the care of divers, wood, and peat.",
        ["care of divers", "wood", "peat"],
    ),
    ("The focus of the talks was peat and the training of divers.", ["peat", "training of divers"]),
    ("The purpose of the meeting was to discuss peat.", ["peat"]),
    ("Particular attention was paid to peat.", ["peat"]),
    (
        "Matters pertaining to dental training, peat and the setting up of a mine came up for discussion.",
        ["dental training", "peat", "setting up of a mine"],
    ),
    ("They discussed wood, foremost among them pine, oak and birch.", ["wood", "pine", "oak", "birch"]),
    (
        "They discussed peat in political, economic and cultural circles.",
        ["peat in political, economic and cultural circles"],
    ),
    ("An exchange of views on peat took place.", ["peat"]),
    ("They discussed a free, open, and secure harbour.", ["free, open, and secure harbour"]),
    (
        "They discussed peat in rural, suburban, and urban areas, roads, bridges, and more.",
        ["peat in rural, suburban, and urban areas", "roads", "bridges"],
    ),
    ("They discussed climate, oak, and pine.", ["climate", "oak", "pine"]),
    ("Duarte on Monday discussed with her Finnish counterpart the price of wood.", ["price of wood"]),
    ("Further discussions were held regarding the price of wood.", ["price of wood"]),
    ("Extensive talks were also held on draining bogs, particularly in the north of Lapland.",
     ["draining bogs", "north of Lapland"]),
    ("The meeting tackled dental training, the payment of fees and the care of divers.",
     ["dental training", "payment of fees", "care of divers"]),
    ("The price of wood was also central to the discussions.", ["price of wood"]),
    ("They discussed how both countries can lower the price of wood.", ["lower the price of wood"]),
    ("They discussed wood, further deepening the trust between them.", ["wood"]),
    ("The talks focused on further expanding mines between Oulu and Kemi and exploring ways out of debt.",
     ["expanding mines between Oulu and Kemi", "exploring ways out of debt"]),
    ("The talks focused on expanding trade and exploring new markets for wood.",
     ["expanding trade", "exploring new markets for wood"]),
    ("They discussed wood, peat, and deepening trade.", ["wood", "peat", "deepening trade"]),
    ("The visit aims to strengthen ties.", []),
    ("They discussed opportunities to build ports and ways to train divers.",
     ["opportunities to build ports", "train divers"]),
    ("She answered questions about divers, oak and why Finns pay taxes.",
     ["divers", "oak", "why Finns pay taxes"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_subjects_are_told_in_many_ways(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == topics(*expected)


POINTS = [
    # who is asked is left out, an institution too
    ("Duarte called on UNESCO to help.", [point("proposed", UY, "help")]),
    ("Duarte requested Finland to ease its rules.", [point("proposed", UY, "ease its rules")]),
    ("Duarte requested more help in training divers.", [point("proposed", UY, "more help in training divers")]),
    ("Laine warned her that prices would rise.", [point("stated", FI, "prices would rise")]),
    # when and where it was said is no part of it, nor who reports it
    ("The ministers agreed on Tuesday to open a mine.", [point("agreed", BOTH, "open a mine")]),
    ("Laine said in his welcoming remarks that peat is cheap.", [point("stated", FI, "peat is cheap")]),
    ("Laine responded that peat is cheap, the ministry added.", [point("stated", FI, "peat is cheap")]),
    ("Both sides agreed to open a mine, according to officials.", [point("agreed", BOTH, "open a mine")]),
    # who speaks
    ("Speaking during the meeting, Tero Laine, the Minister of Energy, noted that peat is cheap.",
     [point("stated", FI, "peat is cheap")]),
    ("Duarte thanked Laine for the visit and noted that peat is cheap.",
     [point("stated", UY, "the visit"), point("stated", UY, "peat is cheap")]),
    ("Laine informed Duarte about peat, affirming that wood is cheap. He pledged to train divers.",
     [point("stated", FI, "peat"), point("stated", FI, "wood is cheap"), point("pledged", FI, "train divers")]),
    ("The two ministries decided to train divers.", [point("agreed", BOTH, "train divers")]),
    ("Duarte said that the two countries share a common history.",
     [point("stated", UY, "the two countries share a common history")]),
    ("It was decided to train divers and to open a mine.", [point("agreed", BOTH, "train divers and to open a mine")]),
    ("The discussion covered wood, with Laine briefing Duarte on peat.",
     [("topic", "wood"), point("stated", FI, "peat")]),
    ("Duarte opened the meeting with remarks noting that peat is cheap.", [point("stated", UY, "peat is cheap")]),
    # in other forms of the verb
    ("Duarte thanked Laine for the visit, laying out her plans for divers.",
     [point("stated", UY, "the visit"), point("stated", UY, "her plans for divers")]),
    ("Laine shared that Finland would open a mine.", [point("pledged", FI, "Finland would open a mine")]),
    ("The Finnish government plans to open a mine.", [point("pledged", FI, "open a mine")]),
    ("The ministers reached an understanding that a mine will open in Lapland.",
     [point("agreed", BOTH, "a mine will open in Lapland")]),
    ("Laine raised concerns about the price of wood.", [point("stated", FI, "concerns about the price of wood")]),
    ("They looked forward to closer ties.", [point("stated", BOTH, "closer ties")]),
    ("They looked forward to further talks at the forum.", []),
    # who speaks: somebody new after a state, those of both sides, a group before, another whom nobody knows
    ("Duarte thanked Laine for his support for Chad, and Minister Laine noted that peat is cheap.",
     [point("stated", UY, "his support for Chad"), point("stated", FI, "peat is cheap")]),
    ("The two ministers and their teams welcomed the new mine.", [point("stated", BOTH, "the new mine")]),
    ("The Finnish delegation asked for help. They noted that peat is cheap.",
     [point("proposed", FI, "help"), point("stated", FI, "peat is cheap")]),
    ("The Ministry and the union of divers agreed to open a mine.", [point("agreed", BOTH, "open a mine")]),
    ("The representatives of Finland, commending her work, noted that peat is cheap.",
     [point("stated", FI, "her work"), point("stated", FI, "peat is cheap")]),
    ("Laine told Duarte he would open a mine.", [point("pledged", FI, "he would open a mine")]),
    ("Laine extended his congratulations to her.", []),
    # what is said before and beside another engagement
    ("Duarte expressed her encouragement for closer ties.", [point("proposed", UY, "closer ties")]),
    ("Laine urged Uruguay to strengthen its ports.", [point("proposed", FI, "strengthen its ports")]),
    # what is no saying: what is handed over, whom somebody looks forward to, a title, what the narrator adds
    ("Duarte presented awards to the students.", []),
    ("Duarte presented her plans for divers.", [point("stated", UY, "her plans for divers")]),
    ("Duarte noted that she looked forward to meeting Laine again.", []),
    ("Uruguay Welcomes New Partners", []),
    ("Peat was also discussed, underscoring the strong ties.", [("topic", "Peat")]),
    # what is informed may be promised, plans are
    ("Duarte informed Laine that Uruguay would open a mine.", [point("pledged", UY, "Uruguay would open a mine")]),
    ("Duarte informed Laine that peat is cheap.", [point("stated", UY, "peat is cheap")]),
    ("Laine outlined plans to open a mine.", [point("pledged", FI, "open a mine")]),
    ("Duarte will highlight her work on peat and will announce a fund for divers.",
     [point("stated", UY, "her work on peat"), point("pledged", UY, "a fund for divers")]),
    ("Duarte was pleased to inform Laine that peat is cheap.", [point("stated", UY, "peat is cheap")]),
    ("Under it, the water is to be found.", []),
    # what is going to be done, told by nobody
    ("In support of this, Finland will train divers.", [point("pledged", FI, "train divers")]),
    ("The fund will include loans for divers.", []),
    ("Finland will be a partner of divers.", []),
    # a participle of what stands before it
    ("The Divers' Fund, a scheme proposed in Lima, helps many.", []),
    # whose attitude
    ("Laine expressed the Ministry's readiness to train divers.", [point("pledged", FI, "train divers")]),
    ("Laine stressed that he is committed to training divers.", [point("pledged", FI, "training divers")]),
    ("Laine expressed his organization's willingness to train divers.", [point("pledged", FI, "train divers")]),
    ("Laine added that divers would gain most of all.", [point("stated", FI, "divers would gain most of all")]),
    ("Trade between the two countries reached a record level.", []),
    # an attribution within direct speech
    ("“Peat is cheap,” Laine said, “and wood is cheaper still.”",
     [point("stated", FI, "Peat is cheap"), point("stated", FI, "wood is cheaper still")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_points_are_told_in_many_ways(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert said(sentence) == expected


IN = "Minister Ana Duarte of Uruguay met today with Minister Tero Laine of Finland in Helsinki"
BELONGING = [
    # not in what is only told beside it
    (IN + " ahead of Minister Laine’s meeting with President Ali Saleh of Chad. They discussed peat.", ["FI,UY: peat"]),
    (IN + ", where she held several talks with mayors. They discussed peat.", ["FI,UY: peat"]),
    # announced talks one after the other, all of the same subjects
    (
        "Minister Ana Duarte of Uruguay will meet President Ali Saleh of Chad on 10 June. She will also meet Minister "
        "Tero Laine of Finland. Her discussions will focus on wood and peat farming.",
        ["TD,UY: wood and peat farming", "FI,UY: wood and peat farming"],
    ),
    # whom 'consulted with' tells of, and about what
    (
        "Minister Ana Duarte of Uruguay consulted with Minister Tero Laine of Finland on peat farming.",
        ["FI,UY: peat farming"],
    ),
    ("Minister Ana Duarte of Uruguay consulted with Minister Tero Laine of Finland on Monday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BELONGING, ids=[text for text, _ in BELONGING])
def test_subjects_belong_to_the_talks_that_are_told(text: str, expected: list[str]) -> None:
    reading = read(Readout(text, published="2024-06-04", language="en"))
    found = [
        f"{','.join(sorted({p.affiliation or '' for p in account.parties}))}: {topic.text}"
        for account in reading.engagements
        for topic in account.topics
    ]
    assert found == expected
