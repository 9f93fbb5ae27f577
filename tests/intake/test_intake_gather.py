"""Files, folders, globs and standard input become readouts, and what is bad is named and passed by."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.intake import Intake, Overrides, Refused, gather
from dragoman.model import Readout

TALKS = "Minister of Ports Ada Okafor met Luis Soto, the Ambassador of Peru, in Lagos on 4 March 2024."
RECORD = '{"ref": "a", "title": "Talks", "published": "2024-03-05", "text": "They met."}\n'


def write(path: Path, content: str | bytes = TALKS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def taken(*sources: Path | str, **more: object) -> list[Intake]:
    return list(gather([str(source) for source in sources], **more))  # type: ignore[arg-type]


def refusal(*sources: Path | str, **more: object) -> str:
    (item,) = taken(*sources, **more)
    assert isinstance(item, Refused), item
    return item.reason


def refs(items: list[Intake]) -> list[str | None]:
    return [item.ref if isinstance(item, Readout) else f"refused {Path(item.source).name}" for item in items]


def test_a_file_is_named_by_its_stem_and_says_where_it_came_from(tmp_path: Path) -> None:
    path = write(tmp_path / "okafor-soto.txt")
    assert taken(path) == [Readout(text=TALKS, ref="okafor-soto", source=str(path))]


def test_sources_are_read_in_the_order_named(tmp_path: Path) -> None:
    b, a = write(tmp_path / "b.txt"), write(tmp_path / "a.txt")
    assert refs(taken(b, a, b)) == ["b", "a", "b"]


def test_a_folder_is_read_to_its_depths_in_order_and_without_what_is_no_readout(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/deep/er/y.html", "c.jsonl", "B.txt"):
        write(tmp_path / name, RECORD if name.endswith("l") and "json" in name else f"<html><p>{TALKS}</p></html>")
    for name in ("photo.png", ".hidden.txt", ".git/x.txt", "style.css", "Makefile"):
        write(tmp_path / name)
    write(tmp_path / "page.html", f"<html><p>{TALKS}</p></html>")
    write(tmp_path / "page_files/frame.html", "<html><p>An advertisement.</p></html>")
    assert refs(taken(tmp_path)) == ["B", "y", "z", "b", "a", "page"]


def test_a_folder_of_this_name_without_its_page_is_read(tmp_path: Path) -> None:
    write(tmp_path / "page_files/talks.txt")
    assert refs(taken(tmp_path)) == ["talks"]


def test_a_folder_names_the_documents_that_it_cannot_read(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", b"%PDF-1.7\n\x00\x01")
    write(tmp_path / "b.txt")
    assert refs(taken(tmp_path)) == ["refused a.pdf", "b"]


def test_a_folder_linked_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path / "sub/a.txt")
    (tmp_path / "sub/again").symlink_to(tmp_path, target_is_directory=True)
    assert refs(taken(tmp_path)) == ["a"]


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert refs(taken(tmp_path)) == ["a", "b"]


def test_a_glob_gives_each_match_once_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d.md"):
        write(tmp_path / name)
    assert refs(taken(f"{tmp_path}/*.txt")) == ["b"]
    assert refs(taken(f"{tmp_path}/**")) == ["c", "d", "b"]
    assert refs(taken(f"{tmp_path}/**/*.[mt]*")) == ["c", "d", "b"]


def test_a_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    assert refs(taken(write(tmp_path / "talks [draft].txt"))) == ["talks [draft]"]


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xe9union.txt")
    write(path)
    (item,) = taken(tmp_path)
    assert isinstance(item, Readout)
    assert item.ref == "r\ufffdunion"
    assert item.source is not None
    item.source.encode()


@pytest.mark.parametrize(
    ("content", "text", "title"),
    [
        (TALKS, TALKS, ""),
        (f" date 2024-03-05 Talks\n\n{TALKS}\n", TALKS, "Talks"),
        (RECORD, "They met.", "Talks"),
        (f"---\ntitle: Talks\n---\n**{TALKS}**", TALKS, "Talks"),
        (
            f"\n  <!DOCTYPE html>\n<html><head><title>Talks</title></head><body><p>{TALKS}</p></body></html>",
            TALKS,
            "Talks",
        ),
    ],
    ids=["plain", "header", "JSON Lines", "Markdown", "page"],
)
def test_standard_input_is_known_by_how_it_begins(content: str, text: str, title: str) -> None:
    (item,) = taken("-", stdin=io.BytesIO(content.encode()))
    assert isinstance(item, Readout)
    assert (item.text, item.title, (item.source or "")[:5]) == (text, title, "stdin")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_json_lines_are_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    # The low byte of 上 is that of a line's end.
    lines = '{"text": "双方在上海会见了法国教育部部长。"}\n{"text": "会上\\n双方交换了意见。"}\n'
    items = taken(write(tmp_path / "a.jsonl", lines.encode(encoding)))
    texts = [item.text for item in items if isinstance(item, Readout)]
    assert texts == ["双方在上海会见了法国教育部部长。", "会上\n双方交换了意见。"]


def test_overrides_win_over_what_the_file_says(tmp_path: Path) -> None:
    record = (
        '{"ref": "a", "title": "T", "published": "not a date", "lang": "fr", "publisher": "P", "text": "They met."}'
    )
    overrides = Overrides("2024-03-05", "EN", "Ministry", "mine", "Title")
    (item,) = taken(write(tmp_path / "a.jsonl", record), overrides=overrides)
    assert item == Readout("They met.", "Title", "2024-03-05", "en", "Ministry", "mine", f"{tmp_path}/a.jsonl:1")


def test_a_given_ref_stays_unlike_from_readout_to_readout(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", RECORD + "broken\n" + RECORD)
    assert refs(taken(path, path, overrides=Overrides(ref="r"))) == [
        "r",
        "refused a.jsonl:2",
        "r#2",
        "r#3",
        "refused a.jsonl:2",
        "r#4",
    ]


@pytest.mark.parametrize(
    "day", ["2023-02-30", "14 March 2024", "20240305", "2024-3-5", "２０２４-03-05", "2024-03-05x"]
)
def test_a_given_date_that_is_none_is_refused_at_once(day: str) -> None:
    with pytest.raises(DragomanError, match="no calendar date; write it like 2023-11-14"):
        gather([], overrides=Overrides(published=day))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty; give"),
        (b" \n\t\r\n \xe2\x80\x8b\n", "no text in it but blanks"),
        (b" date 2024-03-05 Talks\n\n \n", "no text below its header line"),
        (b" date 2024-02-30 Talks\n\nThey met.", "the date of publication '2024-02-30' is no calendar date"),
        (b"They met.\0\0 And parted.", "it is binary data"),
        (bytes(range(256)) * 8, "it is binary data"),
        (b"%PDF-1.7\n1 0 obj", "it is a PDF, which is not read yet"),
        (b"PK\x03\x04\x14\0\x06\0", "it is a Word or other zipped file, which is not read yet"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is a picture"),
        (b"\xff\xfeT\0h\0e\xd8", "its byte order mark says UTF-16 but"),
        ("Réunion à Genève, où l’".encode() + b"\xe9" + "élève a été reçu".encode(), "UTF-8 with broken bytes in it"),
        (b"\x81\x8d The \x8f\x90\x9d", "its encoding is not recognised"),
    ],
)
def test_what_is_no_readout_is_refused_with_what_to_do(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path / "a.txt", content)
    (item,) = taken(path)
    assert isinstance(item, Refused)
    assert item.source == str(path)
    assert reason in item.reason
    assert "\n" not in str(item)
    assert str(item) == f"{path}: {item.reason}"


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "pictures/a.png")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    assert "no such file or folder" in refusal(tmp_path / "gone.txt")
    assert "no such file or folder" in refusal("")
    assert "no file matches this pattern" in refusal(f"{tmp_path}/*.md")
    assert "holds no .txt" in refusal(tmp_path / "empty")
    assert "holds no .txt" in refusal(tmp_path / "pictures")
    assert "a link to a file that is not there" in refusal(tmp_path / "broken.txt")
    assert "a web address" in refusal("https://example.org/talks.html")
    assert "it cannot be read" in refusal(tmp_path / ("long" * 100))
    assert "no such file" in refusal("a\0b.txt")
    assert "it is empty" in refusal("-", stdin=io.BytesIO())
    assert "it is empty" in refusal("-")


def test_a_pipe_among_the_files_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    assert refs(taken(tmp_path)) == ["refused a.txt", "b"]
    assert "name '-' instead" in refusal(tmp_path / "a.txt")
    assert "name '-' instead" in refusal("/dev/zero")


AS_NOBODY = """
import os
from dragoman.intake import gather
if os.geteuid() == 0:  # who may read everything
    os.setgroups([])
    os.setuid(65534)
print(*gather(["closed.txt", "closed", "open.txt"]), sep="\\n")
"""


def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "open.txt")
    write(tmp_path / "closed.txt").chmod(0)
    write(tmp_path / "closed/a.txt")
    (tmp_path / "closed").chmod(0)
    tmp_path.chmod(0o755)
    command = [sys.executable, "-c", AS_NOBODY]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    (tmp_path / "closed").chmod(0o755)
    closed_file, closed_folder, read = done.stdout.splitlines()
    assert closed_file.startswith("closed.txt: there is no permission to read it")
    assert closed_folder.startswith("closed: there is no permission to read it")
    assert read.startswith("Readout(")


class Endless(io.RawIOBase):
    """Bytes that are made when they are asked for, and counted."""

    def __init__(self, piece: bytes, pieces: int) -> None:
        self.piece, self.pieces, self.given = piece, pieces, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        start = self.given % len(self.piece)
        data = self.piece[start : start + len(buffer)] if self.given < self.pieces * len(self.piece) else b""
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


def test_json_lines_stream(tmp_path: Path) -> None:
    raw = Endless(RECORD.encode(), 1_000_000)
    items = gather(["-"], stdin=io.BufferedReader(raw))
    assert [next(items) for _ in range(3)] == [
        Readout("They met.", "Talks", "2024-03-05", ref="a", source=f"stdin:{number}") for number in (1, 2, 3)
    ]
    assert raw.given < 100_000


def test_a_record_over_the_limit_is_passed_by_without_being_held(tmp_path: Path) -> None:
    long = '{"text": "' + "a" * 5000 + '"}\n'
    path = write(tmp_path / "a.jsonl", RECORD + long + RECORD + long.strip())
    assert refs(taken(path, max_bytes=1000)) == ["a", "refused a.jsonl:2", "a", "refused a.jsonl:4"]
    assert refs(taken(path, max_bytes=5012)) == ["a", "a#2", "a", "a#4"]


def test_a_text_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.write(b"They met.\n")
        stream.truncate(50_000_000)
    assert refusal(path).startswith("it is larger than 20 MB, the most that one text may have;")

    raw = Endless(b"They met. " * 1000, 10_000)
    assert "larger than 20 MB" in refusal("-", stdin=io.BufferedReader(raw))
    assert raw.given < 21_000_000


def test_a_text_at_the_limit_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "They met. " * 100)
    assert refs(taken(path, max_bytes=1000)) == ["a"]
    assert "larger than 0.000999 MB" in refusal(path, max_bytes=999)
