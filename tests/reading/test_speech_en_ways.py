"""Ways of telling what was talked of and said that are ordinary English and no verb with its object."""

from __future__ import annotations

import pytest
from tests.reading.test_speech_en import BOTH, FI, UY, point, said, topics

from dragoman import Readout, read

TOPICS = [
    # nouns for subjects, with any of the words that tell they were talked of
    ("Among the areas discussed were peat, oak and visas.", ["peat", "oak", "visas"]),
    ("Issues raised included peat, oak, and visas.", ["peat", "oak", "visas"]),
    ("On the agenda of their discussion was the price of peat.", ["price of peat"]),
    ("At the heart of the conversation was the price of peat.", ["price of peat"]),
    ("The agenda includes key focus areas such as peat, oak and visas.", ["peat", "oak", "visas"]),
    ("Special emphasis was also placed on peat.", ["peat"]),
    ("There was a discussion about the price of peat.", ["price of peat"]),
    ("Peat and the care of divers came under discussion.", ["Peat", "care of divers"]),
    # a clause goes on after an aside
    ("The discussion, aimed at trade, focused on peat.", ["peat"]),
    ("They reviewed peat, in addition to discussing oak.", ["peat", "oak"]),
    # what comes after the list is none of its items
    ("They discussed the port, a harbour of the navy.", ["port"]),
    ("They discussed the Salto project, implemented by a bank of Lima.", ["Salto project"]),
    ("They discussed the peat, the oak and the visas.", ["peat", "oak", "visas"]),
    # what is only named in a saying is no subject
    ("Duarte welcomed the resumption of technical talks on the Salto field.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOPICS, ids=[sentence for sentence, _ in TOPICS])
def test_subjects_are_told_in_many_ways(sentence: str, expected: list[str]) -> None:
    assert [what for what in said(sentence) if what[0] == "topic"] == topics(*expected)


POINTS = [
    # whoever stands beside a quotation speaks, whatever the verb
    ("“No diver should pay for air,” Laine joked.", [point("stated", FI, "No diver should pay for air")]),
    ("“No diver should pay for air,” went on Laine.", [point("stated", FI, "No diver should pay for air")]),
    ("“Why should divers pay for air?” began Duarte.", [point("stated", UY, "Why should divers pay for air")]),
    ("The plan for “clean and cheap oak” of Duarte failed.", []),
    # who is told something hears it from the others
    ("Laine was reminded that wood is dear.", [point("stated", UY, "wood is dear")]),
    ("Laine was urged to lift the quotas.", [point("proposed", UY, "lift the quotas")]),
    # whoever owns what a verb before takes does not say what comes after
    ("Laine unveiled the Lake Fund’s four plans, and noted the doses.", [point("stated", FI, "the doses")]),
    ("Laine conveyed felicitations from the King.", [point("stated", FI, "felicitations from the King")]),
    ("Laine was reminded of nothing.", [point("stated", UY, "nothing")]),
    # a source is no subject of what it tells
    ("According to Laine, trade reached four million.", [point("stated", FI, "trade reached four million")]),
    ("Laine paid tribute to the divers who had stayed.", [point("stated", FI, "the divers who had stayed")]),
    # how somebody feels about it
    ("Laine was impressed by the mine.", [point("stated", FI, "the mine")]),
    ("Laine remains hopeful that the mine will open.", [point("proposed", FI, "the mine will open")]),
    # what is said and what is hoped are of different acts
    ("Laine said that Finland buys oak and hopes to learn more.",
     [point("stated", FI, "Finland buys oak"), point("proposed", FI, "learn more")]),
    ("Laine said that Finland buys oak and would open a school.",
     [point("stated", FI, "Finland buys oak"), point("pledged", FI, "would open a school")]),
    ("Laine said that oak is dear and would stay so.", [point("stated", FI, "oak is dear and would stay so")]),
    ("“We hope the mine can be opened,” Laine said.", [point("proposed", FI, "the mine can be opened")]),
    # nor are adverbs and the occasion part of it
    ("Laine stressed once again the price of oak.", [point("stated", FI, "the price of oak")]),
    ("They agreed to further strengthen ties.", [point("agreed", BOTH, "further strengthen ties")]),
    ("Laine praised the fair when he met with Minister Duarte.", [point("stated", FI, "the fair")]),
    ("Laine expressed interest in oak.", [point("stated", FI, "interest in oak")]),
    # to mark a day says nothing
    ("They met to commemorate the day of the miner.", []),
    ("They celebrated the work of the divers.", [point("stated", BOTH, "the work of the divers")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), POINTS, ids=[sentence for sentence, _ in POINTS])
def test_sayings_are_told_in_many_ways(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert [what for what in said(sentence) if what[0] != "topic"] == expected


SPEECHES = [
    ("gave a lecture on the price of peat", ["price of peat"]),
    ("gave a speech at the University of Lima on peat and the care of divers", ["peat", "care of divers"]),
    ("gave a public lecture entitled “Who pays for peat?” and met students", ["Who pays for peat?"]),
    ("lectured on peat", ["peat"]),
    ("gave a lecture on 3 June 2024", []),
]


@pytest.mark.parametrize(("told", "expected"), SPEECHES, ids=[told for told, _ in SPEECHES])
def test_a_speech_is_about_what_follows_it(told: str, expected: list[str]) -> None:
    reading = read(Readout(f"The Ambassador of Finland, Tero Laine, {told}.", published="2024-06-04", language="en"))
    assert [topic.text for a in reading.engagements if a.kind == "address" for topic in a.topics] == expected


def test_what_will_be_discussed_is_of_the_talks_to_come() -> None:
    told = "Minister Ana Duarte of Uruguay will meet Minister Tero Laine of Finland on 9 June 2024. "
    reading = read(Readout(told + "Peat, oak and visas are on the agenda.", published="2024-06-04", language="en"))
    assert [[topic.text for topic in a.topics] for a in reading.engagements] == [["Peat", "oak", "visas"]]


WHOSE = [
    # a plural office without a country is those of the others, before and after a participle that opens
    (
        "Secretary Ana Duarte met Tero Laine, Minister of Trade of Finland, and Joe Borg, Minister of Trade of Malta. "
        "Noting the price of oak, the Secretary and Ministers condemned fires.",
        ("stated", ("UY", "FI", "MT"), "fires"),
    ),
    (
        "Minister Ana Duarte met Tero Laine, Minister of Trade of Finland. "
        "Noting the price of oak, Minister Duarte and Minister Laine condemned fires.",
        ("stated", ("UY", "FI"), "the price of oak"),
    ),
    # two of one side are no two sides
    (
        "Minister Ana Duarte and Secretary Eva Pintos met Tero Laine, Minister of Trade of Finland. "
        "Both Minister Duarte and Secretary Pintos pledged cheap oak.",
        ("pledged", ("UY",), "cheap oak"),
    ),
    (
        "Minister Ana Duarte and Tero Laine, Minister of Trade of Finland, met. "
        "Both Minister Duarte and Minister Laine pledged cheap oak.",
        ("agreed", ("UY", "FI"), "cheap oak"),
    ),
    # the ministry that tells of a journey is not its hosts
    ("Envoy Ana Duarte concluded a trip to Finland on Monday. We urge all to help divers.",
     ("proposed", ("UY",), "help divers")),
    # what came of a signing, and where it was
    ("Uruguay and Finland signed an amendment to the 2019 Oak Treaty in Salto, enabling us to buy more.",
     ("signed", ("UY", "FI"), "amendment to the 2019 Oak Treaty")),
    ("Uruguay and Finland signed an Oak Treaty on Friday in Salto.", ("signed", ("UY", "FI"), "Oak Treaty")),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), WHOSE, ids=[told for told, _ in WHOSE])
def test_who_says_it_and_what_was_signed(told: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    reading = read(Readout(told, published="2024-06-04", publisher="Ministry of Trade of Uruguay", language="en"))
    act, by, text = expected
    assert (act, set(by), text) in [(p.act, set(p.by), p.text) for a in reading.engagements for p in a.points]


APART = [
    ("They will discuss peat and oak, and Minister Duarte will also meet with Dean Li Wei of Chad.", ["peat and oak"]),
    ("She will meet Laine to discuss peat and oak, and will also meet with Dean Li Wei of Chad.", ["peat and oak"]),
    ("The programme includes talks with Laine on peat and oak and a meeting with Dean Li Wei.", ["peat and oak"]),
    (
        "She will meet Laine to discuss peat, oak, and a conference for divers.",
        ["peat", "oak", "conference for divers"],
    ),
]


@pytest.mark.parametrize(("told", "expected"), APART, ids=[told for told, _ in APART])
def test_another_meeting_is_no_subject_of_the_first(told: str, expected: list[str]) -> None:
    before = (
        "Minister Ana Duarte of Uruguay will visit Finland on Monday to meet Tero Laine, Minister of Trade of Finland. "
    )
    reading = read(
        Readout(before + told, published="2024-06-04", publisher="Ministry of Trade of Uruguay", language="en")
    )
    assert [topic.text for account in reading.engagements for topic in account.topics] == expected
