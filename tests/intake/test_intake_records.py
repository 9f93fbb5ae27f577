"""A record of JSON Lines is kept to the character, and a bad one names its line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import Intake, Refused, gather
from dragoman.model import Readout


def taken(lines: str | bytes) -> list[Intake]:
    return list(gather(["-"], stdin=io.BytesIO(lines.encode() if isinstance(lines, str) else lines)))


visible = st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(lambda text: text + "会é😀\r\n x \t")


@given(
    text=visible, title=visible, publisher=visible, ascii_only=st.booleans(), line_end=st.sampled_from(["\n", "\r\n"])
)
def test_a_round_trip_through_json_lines_keeps_every_character(
    text: str, title: str, publisher: str, ascii_only: bool, line_end: str
) -> None:
    record = {"ref": "r", "title": title, "text": text, "publisher": publisher, "published": "2024-03-05"}
    line = json.dumps(record, ensure_ascii=ascii_only) + line_end
    for item in taken(line * 2):
        assert isinstance(item, Readout)
        assert (item.text, item.title, item.publisher) == (text, title, publisher)


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=80), max_size=8))
def test_whatever_the_lines_hold_each_is_taken_or_refused(lines: list[str]) -> None:
    items = taken("\n".join(['{"text": "They met."}', *lines, '{"text": "They met."}']))
    assert all(isinstance(item, Readout | Refused) for item in items)
    assert [items[0], items[-1]] == [
        Readout("They met.", ref=f"stdin#{number}", source=f"stdin:{number}") for number in (1, len(lines) + 2)
    ]


def test_all_keys_of_a_readout_are_read_and_others_passed_over() -> None:
    record = (
        '{"ref": 12, "title": "T", "published": "2024-03-05T09:00:00+08:00", "lang": "zh-Hans", "publisher": "P",'
        ' "source": "https://example.org/1", "text": "会见", "engagements": [{"id": "e1"}], "origin": null}'
    )
    assert taken(record) == [Readout("会见", "T", "2024-03-05", "zh", "P", "12", "https://example.org/1")]


@pytest.mark.parametrize(
    ("keys", "language"),
    [
        ('"language": "FR"', "fr"),
        ('"lang": "fr_CA"', "fr"),
        ('"lang": "fra"', "fr"),
        ('"lang": null, "language": "en"', "en"),
        ('"lang": ""', None),
        ('"lang": "xx"', "xx"),
    ],
)
def test_a_language_tag_becomes_its_code(keys: str, language: str | None) -> None:
    (item,) = taken(f'{{"text": "They met.", {keys}}}')
    assert isinstance(item, Readout)
    assert item.language == language


@pytest.mark.parametrize(
    "silent", ["", ', "title": null, "published": null, "ref": ""', ', "published": "", "lang": ""']
)
def test_what_a_record_does_not_say_stays_unsaid(silent: str) -> None:
    assert taken(f'\n\n{{"text": "They met."{silent}}}') == [Readout("They met.", ref="stdin#3", source="stdin:3")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "They met."', "it is no valid JSON (Expecting ',' delimiter at character 21)"),
        ("They met.", "it is no valid JSON"),
        ('{"text": "a"} {"text": "b"}', "it is no valid JSON (Extra data at character 15)"),
        ("[]", "it is no JSON object"),
        ('"text"', "it is no JSON object"),
        ("null", "it is no JSON object"),
        ("{}", 'the record has no "text"'),
        ('{"text": null}', 'the record has no "text"'),
        ('{"text": ["They met."]}', 'the "text" of the record is no string'),
        ('{"text": 5}', 'the "text" of the record is no string'),
        ('{"text": ""}', "no text in it but blanks"),
        ('{"text": " \\n\\u200b\\u0000"}', "no text in it but blanks"),
        ('{"text": "They met.", "title": ["T"]}', "its 'title' is no text but a list"),
        ('{"text": "They met.", "ref": true}', "its 'ref' is no text but true or false"),
        ('{"text": "They met.", "published": 20240305}', "the date of publication '20240305' is no calendar date"),
        (
            '{"text": "They met.", "published": "2023-02-29"}',
            "the date of publication '2023-02-29' is no calendar date",
        ),
        ('{"text": "They met.", "published": "5 March 2024"}', "the date of publication '5 March 2024' is no"),
        ('{"text": "They met.", "published": "0000-01-01"}', "the date of publication '0000-01-01' is no"),
        (
            '{"text": "They met \\ud83d."}',
            "its text holds half a character (the lone surrogate U+D83D, at character 9)",
        ),
        ('{"text": "They met.", "title": "\\udc00"}', "its title holds half a character"),
        ('{"text": "They met.", "publisher": "\\udc00"}', "its publisher holds half a character"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
        ('{"text": "They met.", "ref": ' + "9" * 5000 + "}", "over-long number"),
    ],
)
def test_a_bad_record_names_its_line_and_the_batch_goes_on(line: str, reason: str) -> None:
    good = '{"text": "They met."}\n'
    before, bad, after = taken(f"{good}{line}\n{good}")
    assert isinstance(before, Readout)
    assert isinstance(after, Readout)
    assert isinstance(bad, Refused)
    assert bad.source == "stdin:2"
    assert reason in bad.reason
    assert len(bad.reason) < 200


def test_whole_characters_written_as_two_halves_are_read() -> None:
    assert taken('{"text": "They met \\ud83d\\ude00."}') == [
        Readout("They met \U0001f600.", ref="stdin#1", source="stdin:1")
    ]


def test_lines_end_at_line_feeds_alone() -> None:
    (item,) = taken('{"text": "They met.\u2028Then\x85they parted.\u2029"}\n')
    assert isinstance(item, Readout)
    assert item.text == "They met.\u2028Then\x85they parted.\u2029"


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('{\n  "text": "One."\n}\n', ["One."]),
        ('[\n  {"text": "One."},\n  {"text": "Two."}\n]', ["One.", "Two."]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
    ids=["an object", "a list", "lines after all"],
)
def test_a_json_file_holds_one_record_or_a_list(tmp_path: Path, content: str, texts: list[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert [(item.ref, item.text) for item in gather([str(path)]) if isinstance(item, Readout)] == [
        (f"a#{number}", text) for number, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        ("[]", ["it holds no records"]),
        ('{\n"text": "One."', ["no valid JSON (Expecting ',' delimiter at line 2 character 15)"]),
        ('[{"text": 1}, 2, {"text": ""}]', ["is no string", "no JSON object", "no text in it but blanks"]),
    ],
)
def test_a_bad_json_file_is_refused(tmp_path: Path, content: str, reasons: list[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    items = list(gather([str(path)]))
    assert len(items) == len(reasons)
    for item, reason in zip(items, reasons, strict=True):
        assert isinstance(item, Refused)
        assert reason in item.reason


def test_a_file_of_blank_lines_holds_no_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n \n\n")
    assert list(gather([str(path)])) == [Refused(str(path), "it holds no records; give JSON Lines, one readout a line")]
