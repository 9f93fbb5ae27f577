"""Topics, points and speakers as newspapers, agencies, universities and international organisations tell them."""

from __future__ import annotations

import pytest
from tests.reading.test_speech_en import BOTH, FI, UY, point, said, topics

from dragoman import Readout, read

ACTS = [
    # what will be done is an undertaking, what ought to be a position
    ("Laine said a desk would be opened by April.", [point("pledged", FI, "a desk would be opened by April")]),
    ("Laine said Finland would benefit from it.", [point("stated", FI, "Finland would benefit from it")]),
    ("Laine said wood would be cheap.", [point("stated", FI, "wood would be cheap")]),
    ("Laine said that Uruguay would be given a mine.", [point("stated", FI, "Uruguay would be given a mine")]),
    ("“No diver should pay for air,” Laine said.", [point("stated", FI, "No diver should pay for air")]),
    ("“It will be the fourth fair of its kind,” Laine said.",
     [point("stated", FI, "It will be the fourth fair of its kind")]),
    ("“We will send ten divers,” Laine said.", [point("pledged", FI, "We will send ten divers")]),
    # clauses of what is said may be of different acts
    ("Laine added that ties were good and that fees would soon be waived.",
     [point("stated", FI, "ties were good"), point("pledged", FI, "fees would soon be waived")]),
    ("The Finnish side showed readiness to open a school.", [point("pledged", FI, "open a school")]),
    ("Laine gave the assurance that the mine would be ready by August.",
     [point("pledged", FI, "the mine would be ready by August")]),
    ("Laine was open to splitting the grant.", [point("pledged", FI, "splitting the grant")]),
    ("Laine asked whether divers could be trained at the mine.",
     [point("proposed", FI, "divers could be trained at the mine")]),
    ("Laine expressed his delight at the price of wood.", [point("stated", FI, "the price of wood")]),
    # whom it is said to is no part of it, who is described is
    ("She promised them to carry the news to donors.", [point("pledged", UY, "carry the news to donors")]),
    ("Duarte described Finland as a friend.", [point("stated", UY, "Finland as a friend")]),
    ("They said so after talks in Salto on Tuesday.", []),
]  # fmt: skip

SPEAKERS = [
    ("Duarte spoke of peat. She explained that wood is cheap, and he promised to train divers.",
     [point("stated", UY, "peat"), point("stated", UY, "wood is cheap"), point("pledged", FI, "train divers")]),
    # an aside between subject and verb puts nobody else in its place
    ("Duarte spoke of peat. The Finnish minister, for his part, noted the growing number of divers.",
     [point("stated", UY, "peat"), point("stated", FI, "the growing number of divers")]),
    # somebody named before, told by whose guest or official he is
    ("Duarte spoke of peat. The Finnish guest praised the divers. The Finnish official said that oak is dear.",
     [point("stated", UY, "peat"), point("stated", FI, "the divers"), point("stated", FI, "oak is dear")]),
    # whom the speaker turns to is no name of his
    ("Welcoming the Minister, Ms. Duarte recounted that oak is dear.", [point("stated", UY, "oak is dear")]),
    ("“Oak is dear. We know it,” Laine said at the beginning of the talks.",
     [point("stated", FI, "Oak is dear"), point("stated", FI, "We know it")]),
    # what a participle says before the verb is no part of the quotation after it
    ("Stating that oak is dear, Minister Laine said, “The mine is open.”",
     [point("stated", FI, "oak is dear"), point("stated", FI, "The mine is open")]),
    ("Laine spoke of peat. According to him, oak is dear.",
     [point("stated", FI, "peat"), point("stated", FI, "oak is dear")]),
    ("“Divers must not pay for air,” Laine told the hosts, as he promised that the mine would be reopened.",
     [point("stated", FI, "Divers must not pay for air"), point("pledged", FI, "the mine would be reopened")]),
    ("Laine was pleased with the “open and frank” tone of the talks and said that peat is cheap.",
     [point("stated", FI, "the “open and frank” tone of the talks"), point("stated", FI, "peat is cheap")]),
    ("Addressing the Finnish business community, Minister Duarte highlighted the price of wood.",
     [point("stated", UY, "the price of wood")]),
    ("Describing Finland not as a neighbour but as a friend, Minister Duarte invited Finnish divers to stay.",
     [point("stated", UY, "Finland not as a neighbour but as a friend"), point("proposed", UY, "stay")]),
    ("The Minister said that wood is dear, stressed the price of peat and praised divers.",
     [point("stated", FI, "wood is dear"), point("stated", FI, "the price of peat"), point("stated", FI, "divers")]),
    ("Duarte stated that, in the face of high prices, Uruguay, as a neighbour, is committed to trading more.",
     [point("stated", UY,
            "in the face of high prices, Uruguay, as a neighbour, is committed to trading more")]),
    ("Duarte suggested that the two sides soon sign a memorandum.",
     [point("proposed", UY, "the two sides soon sign a memorandum")]),
    ("The Finnish diplomat affirmed that peat is cheap.", [point("stated", FI, "peat is cheap")]),
    ("Duarte, who heads a delegation of miners, said wood is dear.", [point("stated", UY, "wood is dear")]),
    ("Laine viewed wood as dear and regarded the pact as the beginning of a wider exchange.", []),
    ("Laine said the pact was seen as the beginning of a wider exchange.",
     [point("stated", FI, "the pact was seen as the beginning of a wider exchange")]),
    ("Finland will continue to fund the mine, Laine said, adding that wood is cheap.",
     [point("pledged", FI, "Finland will continue to fund the mine"), point("stated", FI, "wood is cheap")]),
    ("Agreeing with these proposals, Laine affirmed that peat is cheap.", [point("stated", FI, "peat is cheap")]),
    ("Duarte called the price of wood “a slow fire” and left.", [point("stated", UY, "a slow fire")]),
    ("Duarte called the captain of the “Aurora”.", []),
    ("Welcoming the guest, the Finnish minister said that peat is cheap.", [point("stated", FI, "peat is cheap")]),
    ("Laine expressed the Institute’s readiness to train divers.", [point("pledged", FI, "train divers")]),
    ("Laine asked Uruguay for help in drawing up a map.", [point("proposed", FI, "help in drawing up a map")]),
    # a saying at the end, with where and when it was said
    ("Uruguay will send divers to Finland, Minister Duarte announced in Salto on Tuesday after a meeting with miners.",
     [point("pledged", UY, "Uruguay will send divers to Finland")]),
    ("In Salto, Duarte told reporters that peat is cheap.", [point("stated", UY, "peat is cheap")]),
    ("After the talks in Salto, Duarte announced in Lima a fund for divers.",
     [point("pledged", UY, "a fund for divers")]),
    ("Minister Laine says he and Minister Duarte agreed to train divers.",
     [point("agreed", ("FI", "UY"), "train divers")]),
    # a paragraph of direct speech after one that closed with direct speech
    ("“Peat is cheap,” Duarte said.\n“We will buy more of it.”\nLaine said wood is dear.",
     [point("stated", UY, "Peat is cheap"), point("pledged", UY, "We will buy more of it"),
      point("stated", FI, "wood is dear")]),
    ("Laine conveyed an invitation to Duarte to attend the fair.", [point("proposed", FI, "attend the fair")]),
    ("According to the Ministry, Duarte and Laine agreed to train divers.", [point("agreed", BOTH, "train divers")]),
    ("“That worries my colleague,” Laine noted.", [point("stated", FI, "That worries my colleague")]),
]  # fmt: skip

LISTS = [
    ("Diving in the Baltic, interfaith dialogue and village schools were discussed.",
     topics("Diving in the Baltic", "interfaith dialogue", "village schools")),
    ("Attention was drawn to areas of trade, including wood, with discussions focusing on peat.",
     topics("areas of trade", "wood", "peat")),
    ("Duarte discussed on Tuesday with Laine ways of cutting peat.", topics("cutting peat")),
    ("Duarte discussed with Laine and his delegation the price of wood.", topics("price of wood")),
    ("A pavilion at the book fair came up for discussion.", topics("pavilion at the book fair")),
    ("They discussed peat, among others wood, oak and pine.", topics("peat", "wood", "oak", "pine")),
    ("The main areas of discussion were as follows:\n- training of divers\n- price of wood\nLaine said peat is cheap.",
     [*topics("training of divers", "price of wood"), point("stated", FI, "peat is cheap")]),
    ("The two sides agreed on the following:\n(a) a school for divers;\n(b) a mine.\nBoth left.",
     [point("agreed", BOTH, "a school for divers"), point("agreed", BOTH, "a mine")]),
    ("They discussed peat.\n- Laine said wood is cheap.", [*topics("peat"), point("stated", FI, "wood is cheap")]),
    ("The talks had the following outcomes:\n1. Finland will train ten divers.\n2. A mine will be opened.\nBoth left.",
     [point("agreed", BOTH, "Finland will train ten divers"), point("agreed", BOTH, "A mine will be opened")]),
    ("They discussed peat. The programme was as follows:\n1. Laine said wood is dear.",
     [*topics("peat"), point("stated", FI, "wood is dear")]),
    ("Under the memorandum, the two countries will train ten divers each.",
     [point("agreed", BOTH, "the two countries will train ten divers each")]),
    ("Under the trees, the divers will rest.", []),
    ("As a next step, both sides will train divers. The divers will be tired.",
     [point("agreed", BOTH, "both sides will train divers")]),
    ("Issues raised during the talks included peat, the price of wood and how to train divers.",
     topics("peat", "price of wood", "train divers")),
    ("The delegation included three divers, a miner and a cook.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*ACTS, *SPEAKERS, *LISTS], ids=lambda x: x if isinstance(x, str) else ""
)
def test_press_tells_what_was_said(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(text) == expected


def engagements(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """The names, topics and points of each account."""
    reading = read(Readout(text, published="2024-06-04", language="en"))
    return [
        ([p.name or "" for p in a.parties], [t.text for t in a.topics], [p.text for p in a.points])
        for a in reading.engagements
    ]


SERIES = (
    "Minister of Energy Ana Duarte of Uruguay held separate meetings in Lima with Minister of Energy Tero Laine of "
    "Finland and Minister of Mines Eka Sari of Indonesia. "
)


@pytest.mark.parametrize(
    "text",
    [
        "With Minister Laine, talks focused on peat. With Minister Sari, she discussed oak.",
        "While the former conversation dealt with peat, the latter was devoted to oak.",
    ],
)
def test_who_is_addressed_tells_which_of_several_meetings_is_meant(text: str) -> None:
    assert [topics for _, topics, _ in engagements(SERIES + text)] == [["peat"], ["oak"]]


def test_an_opening_with_somebody_new_tells_of_a_further_meeting() -> None:
    text = SERIES + "With the Minister of Ports of Chad, Ali Saleh, she took up oak. They drank tea with honey."
    assert engagements(text)[-1] == (["Ana Duarte", "Ali Saleh"], ["oak"], [])


def test_what_is_told_by_phone_is_a_call() -> None:
    told = "Minister Ana Duarte of Uruguay assured Minister Tero Laine of Finland over the phone that wood is cheap."
    assert engagements(told) == [(["Ana Duarte", "Tero Laine"], [], ["wood is cheap"])]
    assert engagements("Minister Ana Duarte of Uruguay told reporters over the phone that wood is cheap.") == []


def test_what_an_agreement_provides_for_is_agreed() -> None:
    signed = "Minister Ana Duarte of Uruguay and Minister Tero Laine of Finland signed an agreement on peat. "
    assert engagements(signed + "The agreement provides for a school. It also covers divers.")[0][2] == [
        "agreement on peat",
        "a school",
        "divers",
    ]
    assert engagements(signed + "The building covers a hectare.")[0][2] == ["agreement on peat"]
