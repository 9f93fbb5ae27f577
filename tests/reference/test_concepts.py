"""The vocabulary: what it holds, which concepts a text names, and how a file of the user's own adds to it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.reference import LANGUAGES
from dragoman.reference.concepts import Vocabulary, vocabulary
from dragoman.reference.concepts.files import COLUMNS
from dragoman.reference.folding import fold_in_place


def named(text: str, language: str, known: Vocabulary | None = None) -> list[tuple[str, str]]:
    """The concepts that a text names, each with the words that name it."""
    hits = (known or vocabulary()).concepts_of(text, language)
    return [(hit.concept, text[hit.start : hit.end]) for hit in hits]


def concepts(text: str, language: str) -> set[str]:
    return {concept for concept, _ in named(text, language)}


def test_the_vocabulary_is_trilingual_and_connected() -> None:
    known = vocabulary().concepts
    assert len(known) >= 300
    assert [id for id, concept in known.items() if set(concept.labels) != set(LANGUAGES)] == []
    tops = {vocabulary().broader(id)[-1] for id in known if known[id].broader}
    assert {"education", "science", "culture", "communication-and-information", "diplomacy", "security"} <= tops
    assert sum(len(concept.texts(language)) for concept in known.values() for language in LANGUAGES) > 8_000


def test_every_label_finds_its_own_concept() -> None:
    lost = [
        (language, label, concept.id)
        for concept in vocabulary().concepts.values()
        for language in LANGUAGES
        for label in concept.texts(language)
        if " " not in label or language != "zh"
        if concept.id not in concepts(label, language)
    ]
    assert lost == []


def test_identifiers_of_other_vocabularies_are_addresses() -> None:
    known = vocabulary().concepts
    assert known["student-mobility"].identifiers["unesco"].startswith("http://vocabularies.unesco.org/")
    assert known["museums"].identifiers["unbis"].startswith("http://metadata.un.org/thesaurus/")
    assert known["ceasefire"].identifiers == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "digitalization of education"),
        ("en", "digitalisation of education"),
        ("en", "education digitalisation"),
        ("en", "the digital transformation of their education systems"),
        ("fr", "transformation numérique de l’éducation"),
        ("fr", "numérisation de l'éducation"),
        ("fr", "la numérisation des systèmes d'éducation"),
        ("zh", "教育数字化"),
        ("zh", "教育領域數字化轉型"),
    ],
)
def test_one_subject_meets_in_three_languages(language: str, text: str) -> None:
    assert "digital-education" in concepts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "promoting balanced student mobility", {"student-mobility"}),
        ("en", "MUTUAL RECOGNITION OF DEGREES", {"recognition-of-qualifications"}),
        ("en", "memoranda on museum loans and a ceasefire", {"agreements", "museums", "ceasefire"}),
        ("en", "women’s rights", {"gender-equality"}),
        ("en", "labour unions", {"labour-rights"}),
        ("fr", "la restitution de biens culturels", {"restitution-of-cultural-property"}),
        ("fr", "les échanges d’ETUDIANTS", {"student-mobility"}),
        ("zh", "深化政治互信，扩大双向投资", {"political-trust", "investment"}),
        ("zh", "學歷學位互認", {"recognition-of-qualifications"}),
        ("zh", "STEM教育", {"stem-education"}),
        ("en", "", set()),
        ("en", "the weather was fine", set()),
        ("de", "Bildung", set()),
    ],
)
def test_a_text_names_these_concepts(language: str, text: str, expected: set[str]) -> None:
    assert concepts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "foreign"),
    [
        ("en", "education and the digital economy", "digital-education"),  # 'and' parts
        ("en", "political parties that never lost the people's trust", "political-trust"),  # too far apart
        ("en", "cooperation on regional issues", "regional-integration"),  # the last word goes on
        ("en", "the investment climate", "climate-change"),  # a phrase apart
        ("fr", "j’ai rencontré le ministre", "artificial-intelligence"),  # an abbreviation shows its capitals
        ("fr", "le faire savoir à ses collègues", "exchange-of-experience"),  # a hyphen keeps words together
        ("en", "the partnership of the two towns", "arts"),  # no word inside another
        ("zh", "教育和数字化", "digital-education"),
        ("zh", "落实习近平主席的倡议", "apprenticeship"),
    ],
)
def test_words_that_only_look_like_a_label_give_no_concept(language: str, text: str, foreign: str) -> None:
    assert foreign not in concepts(text, language)


def test_of_labels_that_overlap_the_longest_counts() -> None:
    assert named("The climate change conference", "en") == [("climate-change", "climate change")]
    assert named("digitalization of higher education", "en") == [
        ("digital-education", "digitalization of higher education"),
        ("higher-education", "higher education"),
    ]


def test_spans_stand_in_the_text_as_it_is() -> None:
    text = "« L’œuvre »\n— İzmir：ＡＩ與職業教育, e-learning"
    for hit in vocabulary().concepts_of(text, "zh"):
        assert 0 <= hit.start < hit.end <= len(text)
    assert ("technical-vocational-education", "職業教育") in named(text, "zh")


@pytest.mark.parametrize("text", ["L’Éducation", "İstanbul ŒUVRE", "數位－教育\t\n", "Ａ１ß", "￥…—“”"])
def test_folding_in_place_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


def test_a_concept_is_found_by_id_or_label_in_any_language() -> None:
    for name in ("student-mobility", "Student Mobility", "mobilité étudiante", "学生流动"):
        found = vocabulary().find(name)
        assert found is not None
        assert found.id == "student-mobility"
    assert vocabulary().find("no such thing") is None


def test_what_is_narrower_includes_what_is_below_that() -> None:
    below = vocabulary().narrower("education")
    assert {"education", "digital-education", "ai-in-education", "teacher-training"} <= below
    assert "museums" not in below
    assert vocabulary().broader("ai-in-education") == ("digital-education", "education")


def own(folder: Path, *lines: str, header: str = "id,broader,en,en_also,zh,en_not,source") -> Path:
    path = folder / "own.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path


def test_a_file_of_ones_own_adds_concepts_and_labels(tmp_path: Path) -> None:
    known = vocabulary(
        own(
            tmp_path,
            "seed-banks,agriculture,seed banks,seed vault|gene banks,种质库,,ours",
            "museums,,,treasure houses,,,ours",
        )
    )
    assert named("a visit to the gene bank", "en", known) == [("seed-banks", "gene bank")]
    assert named("种质库", "zh", known) == [("seed-banks", "种质库")]
    assert ("museums", "treasure houses") in named("old treasure houses", "en", known)
    assert "seed-banks" in known.narrower("economy")
    assert known.concepts["museums"].label() == vocabulary().concepts["museums"].label()
    assert "seed-banks" not in vocabulary().concepts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Seed Banks,,seed banks,,,,", "line 2: 'Seed Banks' is no id"),
        ("seed-banks,farming,seed banks,,,,", "line 2: 'farming', which is broader than 'seed-banks', is no concept"),
        ("seed-banks,seed-banks,seed banks,,,,", "line 2: 'seed-banks' is broader than itself"),
        ("seed-banks,,,,,,", "line 2: 'seed-banks' has no label"),
        ("seed-banks,,Museums,,,,", "line 2: 'museums' is a label of 'museums' already"),
        ("seed-banks,,seed banks", "line 2: 3 cells where the header has 7"),
        ('seed-banks,,"seed banks,,,,', "line 2: this is no CSV"),
        ("museums,,x1,,,,\nmuseums,,x2,,,,", "line 3: 'museums' stands in line 2 already"),
    ],
)
def test_a_bad_file_is_refused_with_the_line_and_the_reason(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(DragomanError) as refused:
        vocabulary(own(tmp_path, line))
    assert told in str(refused.value)
    assert "own.csv" in str(refused.value)


def test_a_circle_of_two_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="broader than itself by way of 'b-two'"):
        vocabulary(own(tmp_path, "a-one,b-two,one thing,,,,", "b-two,a-one,other thing,,,,"))


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="line 1: 'label' is no column"):
        vocabulary(own(tmp_path, "x,y", header="id,label"))
    with pytest.raises(DragomanError, match="line 1: there is no column 'id'"):
        vocabulary(own(tmp_path, "x", header="en"))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="cannot be read"):
        vocabulary(tmp_path / "nowhere.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes("id,fr\nx,éducation civile".encode("latin-1"))
    with pytest.raises(DragomanError, match="not in UTF-8"):
        vocabulary(latin)


def test_the_file_of_the_package_has_every_column(project_root: Path) -> None:
    path = project_root / "src" / "dragoman" / "reference" / "data" / "concepts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == COLUMNS
