from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli import output
from dragoman.errors import DragomanError


@pytest.mark.parametrize("control", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u2066", "\r", "\x00"])
def test_what_could_disguise_a_terminal_is_not_written(control: str) -> None:
    assert control[0] not in output.safe(f"Ana{control}Sousa")


@pytest.mark.parametrize("text", ["Ana Sousa", "林致远", "a\tb\nc", "é\u200d\U0001f468", "עברית"])
def test_what_people_write_stays(text: str) -> None:
    assert output.safe(text) == text


def test_json_keeps_every_character_as_it_is() -> None:
    assert output.as_json({"name": "林致远 é"}, lines=True) == '{"name": "林致远 é"}'
    assert json.loads(output.as_json({"name": "林"})) == {"name": "林"}


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("earlier", "utf-8")
    output.write_whole(target, "later\n")
    assert target.read_bytes() == b"later\n"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_leaves_the_earlier_one(tmp_path: Path) -> None:
    folder = tmp_path / "page.html"
    folder.mkdir()
    with pytest.raises(DragomanError, match="could not be written"):
        output.write_whole(folder, "later")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"no/page\.html could not be written: No such file or directory; name"):
        output.write_whole(tmp_path / "no" / "page.html", "x")
