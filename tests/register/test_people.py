"""Who the parties of a register are: names, posts, dates and tenures, and what contradicts them, in any order."""

from __future__ import annotations

import dataclasses
from itertools import permutations

import pytest
from builder import account, party, reading

from dragoman.model import Reading, Readout
from dragoman.reference import world
from dragoman.register import Filters, Register
from dragoman.register.people.identify import Mention, identify
from dragoman.register.people.known import People, known_people
from dragoman.register.rows import Identity

DAY = "2023-11-08"


def who(name: str | None, post: str | None, of: str | None, day: str | None = DAY, told: bool = True) -> Identity:
    found = identify(Mention(name, post, of, day, day, told), known_people())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "post", "of", "day", "person", "basis"),
    [
        ("Sylvie Letayo", "Minister of Higher Education and Research", "FR", DAY, "Sylvie Retailleau", "inferred"),
        ("西尔维·勒塔约", "高等教育和研究部部长", "FR", DAY, "Sylvie Retailleau", "inferred"),
        ("勒塔约", None, "FR", DAY, "Sylvie Retailleau", "stated"),
        ("Azoulay", "Director-General", "UNESCO", DAY, "Audrey Azoulay", "stated"),
        ("阿祖莱", "总干事", "UNESCO", DAY, "Audrey Azoulay", "stated"),
        ("Jinping Xi", "President", "CN", DAY, "Xi Jinping", "stated"),
        ("习近平", "国家主席", "CN", DAY, "Xi Jinping", "stated"),
        ("Joe Biden", "President", "US", "2022-03-01", "Joseph R. Biden, Jr.", "inferred"),
        ("Volodymyr Zelenskiy", "President", "UA", "2022-03-01", "Volodymyr Zelenskyy", "inferred"),
        ("Imran Khan", "former Prime Minister", "PK", "2023-03-01", "Imran Khan", "stated"),
        (None, "President", "FR", "2016-05-01", "François Hollande", "inferred"),
        (None, "教育部部长", "CN", DAY, "Huai Jinpeng", "inferred"),
        (
            None,
            "ministre de l'Enseignement supérieur et de la Recherche",
            "FR",
            "2018-05-02",
            "Frédérique Vidal",
            "inferred",
        ),
        ("Pap Ndiaye", None, "FR", None, "Pap Ndiaye", "stated"),
    ],
)
def test_a_mention_is_a_person_the_tenures_know(
    name: str | None, post: str | None, of: str, day: str | None, person: str, basis: str
) -> None:
    found = who(name, post, of, day)
    assert (found.name, found.basis, found.flag) == (person, basis, None)
    assert found.known
    assert found.reason


@pytest.mark.parametrize(
    ("name", "post", "of", "day"),
    [
        (None, "Minister of Education", "FR", DAY),  # two ministries, and the words tell neither
        (None, "President", "FR", None),
        (None, "former President", "FR", DAY),
        (None, "President", None, DAY),
        (None, "Vice Minister of Education", "CN", DAY),
        (None, "Counsellor", "FR", DAY),
        ("Jane Doe", None, "FR", DAY),
        ("Jane Doe", "Director", "Harbour Institute", DAY),
    ],
)
def test_where_nothing_decides_nobody_is_named(name: str | None, post: str | None, of: str | None, day: str) -> None:
    found = identify(Mention(name, post, of, day, day), known_people())
    assert found is None or found.person is None


def test_two_of_one_surname_are_told_apart_by_post_and_day_and_else_not_at_all() -> None:
    assert who("Truss", "Foreign Secretary", "GB", "2022-03-01").name == "Elizabeth Truss"
    assert who("Burns", "Ambassador to China", "US", "2023-03-01").name == "Nicholas Burns"
    unsure = identify(Mention("Burns", None, "US", "2023-03-01", "2023-03-01"), known_people())
    assert unsure is None or unsure.person is None


def test_a_surname_is_not_that_of_someone_last_seen_in_a_post_years_before() -> None:
    own = dataclasses.replace(world().tenures[0], person="ada-moss", name="Ada Moss", also=(), name_zh=None)
    own = dataclasses.replace(own, post="deputy head of government", title="", of="PT", end=None)
    seen = {year: dataclasses.replace(own, start="2014", seen_from=None, seen_to=year) for year in ("2017", "2021")}
    found = {
        year: identify(Mention("Moss", "Minister of Unity", "PT", DAY, DAY), People((one,), own=frozenset()))
        for year, one in seen.items()
    }
    assert found["2017"] is None
    assert found["2021"] is not None
    assert found["2021"].person == "ada-moss"


def test_a_contradiction_is_flagged_and_nothing_overwritten() -> None:
    found = who("Joan Harrow", "Prime Minister", "GB", "2023-03-01")
    assert found.person is None
    assert found.flag is not None
    assert "Joan Harrow" in found.flag
    assert "Rishi Sunak" in found.flag


@pytest.mark.parametrize(
    ("post", "flagged"),
    [
        ("Minister of Higher Education and Research", "Sylvie Retailleau"),
        ("Minister of National Education and Youth", "Gabriel Attal"),
        ("Minister of Vocational Training", None),
    ],
)
def test_of_several_ministers_the_one_of_that_title_contradicts_a_name(post: str, flagged: str | None) -> None:
    found = identify(Mention("Joan Harrow", post, "FR", DAY, DAY), known_people())
    flag = found.flag if found else None
    assert flagged in flag if flagged and flag else flag is flagged


def test_a_holder_before_the_term_is_named_and_flagged_where_another_surely_held_the_post() -> None:
    early = who("Michel Barnier", "Prime Minister", "FR", DAY)
    assert (early.name, early.basis) == ("Michel Barnier", "stated")
    assert early.flag is not None
    assert "Élisabeth Borne" in early.flag
    assert who("Michel Barnier", "former Prime Minister", "FR", "2025-03-01").flag is None
    assert who("Michel Barnier", "Prime Minister", "FR", "2024-11-01").flag is None


def test_an_affiliation_that_the_tenures_contradict_is_flagged_and_the_person_named() -> None:
    found = who("Scott Morrison", "Prime Minister", "US", "2021-06-01")
    assert found.name == "Scott Morrison"
    assert found.flag is not None
    assert who("Morrison", "Prime Minister", "US", "2021-06-01", told=False).name == "Scott Morrison"


def test_a_fact_from_memory_is_marked_in_the_reason() -> None:
    assert "unverified" in who("Pap Ndiaye", "Minister of National Education", "FR", "2023-01-10").reason
    assert "unverified" not in who("Manuel Valls", "Prime Minister", "FR", "2015-01-10").reason


def test_tenures_of_ones_own_go_before_the_packages() -> None:
    own = dataclasses.replace(world().tenures[0], person="ada-moss", name="Ada Moss", also=(), name_zh=None)
    own = dataclasses.replace(own, post="head of government", title="Prime Minister", of="GB", source="own.csv")
    own = dataclasses.replace(own, start="2023-01-01", end="2023-12-31", seen_from=None, seen_to=None)
    people = People((*world().tenures, own), own=frozenset([own]))
    found = identify(Mention(None, "Prime Minister", "GB", "2023-05-05", "2023-05-05"), people)
    assert found is not None
    assert found.name == "Ada Moss"


def told(number: int, name: str | None, post: str | None, of: str) -> tuple[Readout, Reading]:
    """A readout of one meeting with one person."""
    says = " ".join(word for word in (post, name) if word)
    readout = Readout(
        text=f"Talk {number}: {says} came by.", published="2024-06-01", language="en", ref=f"talk {number}"
    )
    with_whom = party(readout.text, name, post, of)
    day = ("2024-06-01", "2024-06-01")
    return readout, reading(readout, account(readout.text, "e1", "meeting", "came by", date=day, parties=(with_whom,)))


def persons(register: Register) -> dict[str, str | None]:
    return {party.name: party.person for row in register.list() for party in row.parties if party.name is not None}


SPELLINGS = ["Tomas Aldemar Quirino", "Tomás Quirino", "Quirino", "QUIRINO Tomas"]


@pytest.mark.parametrize("order", list(permutations(range(len(SPELLINGS)))))
def test_spellings_of_a_name_that_no_tenure_tells_of_are_one_person_in_any_order(
    register: Register, order: tuple[int, ...]
) -> None:
    for number in order:
        register.add(*told(number, SPELLINGS[number], "Adviser", "PT"))
    found = persons(register)
    assert set(found) == set(SPELLINGS)
    assert set(found.values()) == {"~tomas-aldemar-quirino-pt"}


def test_a_surname_of_two_people_is_neither_and_other_countries_are_others(register: Register) -> None:
    for number, (name, of) in enumerate(
        [("Quirino", "PT"), ("Tomas Quirino", "PT"), ("Elena Quirino", "PT"), ("Tomas Quirino", "BR")]
    ):
        register.add(*told(number, name, "Adviser", of))
    people = {(party.name, party.affiliation): party.person for row in register.list() for party in row.parties}
    assert len(set(people.values())) == 4


def test_a_re_reading_leaves_no_trace_of_the_names_it_replaces(register: Register) -> None:
    readout, first = told(1, "Tomas Aldemar Quirino", "Adviser", "PT")
    register.add(readout, first)
    register.add(*told(2, "Quirino", "Adviser", "PT"))
    mended = party(readout.text, None, "Adviser", "PT")
    (kept,) = first.engagements
    register.add(readout, dataclasses.replace(first, engagements=(dataclasses.replace(kept, parties=(mended,)),)))
    assert persons(register) == {"Quirino": "~quirino-pt"}


def test_conclusions_drawn_anew_are_the_same(register: Register) -> None:
    for number, name in enumerate([*SPELLINGS, "勒塔约", "Sylvie Letayo"]):
        register.add(*told(number, name, "Adviser" if name in SPELLINGS else None, "PT" if name in SPELLINGS else "FR"))
    before = persons(register)
    register.conclude()
    assert persons(register) == before
    assert "sylvie-retailleau" in before.values()


@pytest.mark.parametrize("asked", ["Retailleau", "勒塔约", "Letayo", "sylvie retailleau", "RETAILLEAU Sylvie"])
def test_a_person_is_found_under_any_spelling_and_script(register: Register, asked: str) -> None:
    register.add(*told(1, "Sylvie Letayo", "Minister of Higher Education and Research", "FR"))
    register.add(*told(2, "勒塔约", "部长", "FR"))
    register.add(*told(3, "Pap Ndiaye", None, "FR"))
    found = {party.name for row in register.list(Filters(person=asked)) for party in row.parties}
    assert found == {"Sylvie Letayo", "勒塔约"}


def test_a_person_who_is_not_there_is_not_found(register: Register) -> None:
    register.add(*told(1, "Sylvie Letayo", "Minister of Higher Education and Research", "FR"))
    assert register.list(Filters(person="Emmanuel Macron")) == ()


def test_the_record_tells_of_each_party_who_it_is_and_why(register: Register) -> None:
    (id,) = register.add(*told(1, "Sylvie Letayo", "Minister of Higher Education and Research", "FR")).engagement_ids
    (found,) = register.show(id).accounts[0].identities
    assert found is not None
    assert (found.person, found.basis, found.known) == ("sylvie-retailleau", "inferred", True)
    assert "names agree 0.8" in found.reason
    (row,) = register.list()
    assert (row.parties[0].name, row.parties[0].known_as) == ("Sylvie Letayo", "Sylvie Retailleau")


def test_a_group_and_a_state_are_nobody(register: Register) -> None:
    text = "Students and France came by."
    readout = Readout(text=text, published="2024-06-01", language="en", ref="g")
    parties = (party(text, None, "Students", "FR", group=True), party(text, None, None, "FR"))
    register.add(readout, reading(readout, account(text, "e1", "meeting", "came by", parties=parties)))
    (row,) = register.list()
    assert [(party.person, party.known_as) for party in row.parties] == [(None, None), (None, None)]
    assert register.show(row.id).accounts[0].identities == (None, None)


def test_a_garbled_institution_is_a_proposal_and_a_known_one_none(register: Register) -> None:
    text = "They toured the Ecole Polytechnique Centrale de Paris and saw people of Tsinghua University."
    readout = Readout(text=text, published="2024-06-01", language="en", ref="i")
    place = ("FR", "Ecole Polytechnique Centrale de Paris")
    parties = (party(text, None, None, "Tsinghua University"),)
    register.add(readout, reading(readout, account(text, "e1", "tour", "toured", place=place, parties=parties)))
    (row,) = register.list()
    proposals = register.show(row.id).accounts[0].proposals
    assert [proposal.name for proposal in proposals[:2]] == ["CentraleSupélec", "École polytechnique"]
    assert {proposal.written for proposal in proposals} == {"Ecole Polytechnique Centrale de Paris"}
    assert all(proposal.reason and proposal.country == "FR" for proposal in proposals)


def test_a_name_that_ones_own_list_gives_an_institution_is_taken_for_it(register: Register) -> None:
    readout = Readout(text="They toured the Ecole Centrale du Havre.", published="2024-06-01", language="en", ref="i")
    place = ("FR", "Ecole Centrale du Havre")
    register.add(readout, reading(readout, account(readout.text, "e1", "tour", "toured", place=place)))
    (row,) = register.list()
    assert all(each.likeness < 1 for each in register.show(row.id).accounts[0].proposals)
    register.import_institutions("name,also,country\nHarbour School,Ecole Centrale du Havre,FR\n", "own.csv")
    (found,) = register.show(row.id).accounts[0].proposals
    assert (found.name, found.likeness, found.reason) == ("Harbour School", 1.0, "another name of it (source: own.csv)")


def test_a_readout_is_kept_where_nothing_can_be_concluded(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no names today")

    monkeypatch.setattr("dragoman.register.people.concluding.identify", fail)
    (id,) = register.add(*told(1, "Sylvie Letayo", "Minister of Higher Education", "FR")).engagement_ids
    (left_open,) = register.show(id).accounts[0].identities
    assert left_open is not None
    assert (left_open.person, left_open.reason) == (None, "not concluded yet: RuntimeError: no names today")
    monkeypatch.undo()
    register.conclude()
    assert persons(register)["Sylvie Letayo"] == "sylvie-retailleau"
