"""Tenures and institutions of one's own: what a file may hold, what is refused and how that is told."""

from __future__ import annotations

import json
from dataclasses import replace as dataclasses_replace
from typing import Any

import pytest
from test_people import told

from dragoman.errors import DragomanError
from dragoman.reference import Tenure
from dragoman.register import Register
from dragoman.register.people.files import institutions, tenures

HEAD = "name,post,of,from,to\n"


def one(text: str) -> Tenure:
    (found,) = tenures(text, "own.csv")
    return found


@pytest.mark.parametrize(
    ("row", "post", "of", "start", "end"),
    [
        ("Ada Moss,education minister,PT,2024-04-02,", "education minister", "PT", "2024-04-02", None),
        ("Ada Moss,Minister of Education,Portugal,2024-04,2025", "education minister", "PT", "2024-04", "2025"),
        ("Ada Moss,Minister of Foreign Affairs of Portugal,葡萄牙,,", "foreign minister", "PT", None, None),
        ("Ada Moss,Director-General,UNESCO,2030-01-01,", "head of organisation", "UNESCO", "2030-01-01", None),
        ("Ada Moss,Harbour Master,Harbour Institute,,", "head of organisation", "Harbour Institute", None, None),
    ],
)
def test_a_row_says_post_and_country_by_code_name_or_words(
    row: str, post: str, of: str, start: str | None, end: str | None
) -> None:
    found = one(HEAD + row + "\n")
    assert (found.name, found.of, found.start, found.end) == ("Ada Moss", of, start, end)
    if of != "Harbour Institute":
        assert found.post == post
    assert found.source == "own.csv"


def test_every_column_is_taken() -> None:
    found = one(
        "name,post,of,title,from,to,also,name_zh,wikidata,person,source\n"
        'Ada Moss,official,PT,Chair of the Council,2020,2021,Moss Ada|A. Moss,莫斯,Q1234,ada-moss,"gazette, p. 3"\n'
    )
    assert found.names == ("Ada Moss", "Moss Ada", "A. Moss", "莫斯")
    assert (found.title, found.wikidata, found.person, found.source) == (
        "Chair of the Council",
        "Q1234",
        "ada-moss",
        "gazette, p. 3",
    )


BINDING = {
    "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q4321"},
    "personLabel": {"type": "literal", "value": "Ada Moss"},
    "positionLabel": {"type": "literal", "value": "Minister of Education of Portugal"},
    "iso2": {"type": "literal", "value": "PT"},
    "start": {"type": "literal", "value": "2024-04-02T00:00:00Z"},
    "zh": {"type": "literal", "value": "莫斯"},
}
PLAIN = {name: cell["value"] for name, cell in BINDING.items()}


@pytest.mark.parametrize("value", [{"head": {}, "results": {"bindings": [BINDING]}}, [BINDING], [PLAIN]])
def test_the_result_of_a_query_to_wikidata_is_read_in_each_form(value: Any) -> None:
    found = one(json.dumps(value))
    assert (found.name, found.name_zh, found.wikidata) == ("Ada Moss", "莫斯", "Q4321")
    assert (found.post, found.of, found.start, found.end) == ("education minister", "PT", "2024-04-02", None)


@pytest.mark.parametrize("end", ["", "t12345", "http://www.wikidata.org/.well-known/genid/abc", "_:b7"])
def test_an_unknown_date_of_wikidata_is_none(end: str) -> None:
    assert one(json.dumps([PLAIN | {"end": end}])).end is None


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffName,Post,Of,From,To\r\nAda Moss,minister,PT,2024,\r\n",
        "\nname,post,of,from,to\n\nAda Moss,minister,PT,2024\n\n",
        HEAD + "Ada Moss,minister,PT,2024,\nAda Moss,minister,PT,2024,\n",
        '[{"name": "Ada Moss", "post": "minister", "of": "PT", "start": "+2024-00-00T00:00:00Z"}]',
    ],
    ids=["byte order mark, capitals, CRLF", "empty lines and a short row", "a row twice", "a date with its sign"],
)
def test_what_spreadsheets_and_queries_write_is_taken(text: str) -> None:
    found = one(text)
    assert (found.name, found.of, found.start) == ("Ada Moss", "PT", "2024")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty: its first line must name the columns"),
        ("\n\n", "is empty"),
        ("name;post;of\nAda Moss;minister;PT\n", "line 1: semicolons stand between the cells"),
        ("name\tpost\tof\n", "line 1: tabs stand"),
        ("name,post,of,name\n", "line 1: the column 'name' stands twice"),
        ("name,post,of,\n", "line 1: a column has no name"),
        (HEAD + "Ada Moss,minister,PT,2024,,Lisbon\n", "line 2: 6 cells where the header has 5"),
        (HEAD + "Ada\x07Moss,minister,PT,,\n", "line 2: the column name holds a control character"),
        (HEAD + 'Bo Lund,minister,PT,,\nAda Moss,"minister,PT,,\nC,minister,PT,,\n', "line 3: it is no CSV"),
        ("[" * 100_000, "lists within lists"),
        ('[{"name": ' + "9" * 5000 + "}]", "a number of too many digits"),
        ('[{"name": "\\ud800", "post": "minister", "of": "PT"}]', "result 1: the column name holds"),
        ("name,post\nA,B\n", "line 1: the column 'of' is missing"),
        ("name,post,of,form\n", "line 1: there is no column 'form'"),
        (HEAD, "holds nothing to import"),
        (HEAD + "Ada Moss,minister,PT,2024-13,\n", r"line 2: '2024-13' \(from\) is no date"),
        (HEAD + "Ada Moss,minister,PT,2024,\n,minister,PT,2024,\n", "line 3: it names nobody"),
        (HEAD + "Q42,minister,PT,,\n", "line 2: it names nobody"),
        (HEAD + "Ada Moss,,PT,,\n", "line 2: it names no post"),
        (HEAD + "Ada Moss,minister,,,\n", "line 2: it does not say whose"),
        (HEAD + "Ada Moss,minister,Korea,,\n", "line 2: 'Korea' may be any of"),
        (HEAD + "Ada Moss,minister,Portugall,,\n", "line 2: 'Portugall' is no country: if Portugal is meant"),
        (HEAD + "Ada Moss,minister,Norvége,,\n", "line 2: 'Norvége' is no country: if Norvège is meant"),
        (HEAD + "Ada Moss,minister,QQ,,\n", "line 2: 'QQ' is no code"),
        (HEAD + "Ada Moss,minister,PT,2024,2023\n", "line 2: it ends"),
        (HEAD + 'Ada Moss,"minister,PT,2024,2023\n', "no CSV"),
        (HEAD + "A,minister,PT,x,\nB,minister,PT,y,\nC,minister,PT,z,\n", r"line 2: .*and 2 more.*nothing"),
        ("[1, 2", "line 1: it is no JSON"),
        ('{"a": 1}', "no result of a query"),
        ("[{}]", "result 1: it names nobody"),
        ("[[]]", "result 1: it names nobody"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_the_reason(text: str, says: str) -> None:
    with pytest.raises(DragomanError, match=says) as caught:
        tenures(text, "own.csv")
    assert str(caught.value).startswith("own.csv")


def test_a_bad_file_changes_nothing_in_the_register(register: Register) -> None:
    register.add(*told(1, "Ada Moss", "Minister of Education", "PT"))
    register.import_tenures(HEAD + "Ada Mary Moss,Minister of Education,PT,2024-04-02,\n", "own.csv")
    before = register.list()
    with pytest.raises(DragomanError):
        register.import_tenures(HEAD + "Ada Moss,Minister of Education,PT,soon,\n", "own.csv")
    assert register.list() == before
    assert before[0].parties[0].person == "ada-mary-moss-pt"


def test_an_import_says_anew_who_the_parties_are_and_a_later_file_takes_its_place(register: Register) -> None:
    register.add(*told(1, None, "Minister of Fisheries", "PT"))
    register.add(*told(2, "Mos", "National Security Advisor", "PT"))

    def known() -> set[str | None]:
        return {party.known_as for row in register.list() for party in row.parties}

    assert register.import_tenures(HEAD + "Ada Moss,national security adviser,PT,2024-04-02,2025\n", "own.csv") == 1
    assert known() == {None, "Ada Moss"}
    register.import_tenures(HEAD + "Bea Lund,national security adviser,PT,2024-04-02,2025\n", "own.csv")
    assert "Ada Moss" not in known()


def test_a_known_person_keeps_the_id_of_the_package(register: Register) -> None:
    register.import_tenures(HEAD + "Audrey Azoulay,Minister of Culture,FR,2016-02-11,2017-05-10\n", "own.csv")
    (id,) = register.add(*told(1, "Audrey Azoulay", None, "FR")).engagement_ids
    (found,) = register.show(id).accounts[0].identities
    assert found is not None
    assert found.person == "audrey-azoulay"


def test_institutions_of_ones_own_are_compared_to(register: Register) -> None:
    found = institutions(
        "name,also,country,source\nHarbour Academy of Sines,HAS|Academia do Porto,Portugal,me\n", "i.csv"
    )
    assert [(each.name, each.also, each.country) for each in found] == [
        ("Harbour Academy of Sines", ("HAS", "Academia do Porto"), "PT")
    ]
    with pytest.raises(DragomanError, match=r"i.csv, line 3: it names no institution"):
        institutions('name\nA\n" "\n', "i.csv")
    with pytest.raises(DragomanError, match=r"i.csv, line 2: 'UNESCO' is no country"):
        institutions("name,country\nA,UNESCO\n", "i.csv")
    assert register.import_institutions("name,country\nHarbour Academy of Sines,PT\n", "i.csv") == 1
    readout, first = told(1, "Ada Moss", "Rector", "PT")
    (kept,) = first.engagements
    moved = [dataclasses_replace(party, affiliation="Harbor Academy Sines") for party in kept.parties]
    register.add(readout, dataclasses_replace(first, engagements=(dataclasses_replace(kept, parties=tuple(moved)),)))
    (row,) = register.list()
    (proposal,) = register.show(row.id).accounts[0].proposals
    assert proposal.name == "Harbour Academy of Sines"
