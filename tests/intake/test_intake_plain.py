"""Plain text is kept as it stands in its file, its header line read."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError
from dragoman.intake.plain import parse


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("indent", [" ", "", "\n"])
def test_a_header_line_gives_date_and_title(line_end: str, indent: str) -> None:
    draft = parse(f"{indent}date 2024-03-05  Okafor Receives Soto {line_end}{line_end}They met.{line_end}")
    assert (draft.published, draft.title, draft.text) == ("2024-03-05", "Okafor Receives Soto", "They met.")


def test_a_header_line_may_lack_a_title_and_the_blank_line() -> None:
    draft = parse("date 2024-03-05\nThey met.")
    assert (draft.published, draft.title, draft.text) == ("2024-03-05", "", "They met.")


@pytest.mark.parametrize(
    "text",
    [
        "They met on date 2024-03-05 Okafor.",
        "They met.\n date 2024-03-05 Okafor",
        "date 2024-3-5 Okafor",
        "Date 2024-03-05 Okafor",
        "dated 2024-03-05 Okafor",
        "date 2024-03-050 Okafor",
    ],
)
def test_a_line_of_another_shape_is_no_header(text: str) -> None:
    draft = parse(text)
    assert (draft.published, draft.title, draft.text) == (None, None, text)


@pytest.mark.parametrize("header", ["", " date 2024-03-05 Talks\n"])
@pytest.mark.parametrize(
    "body", ["　　双方会见。\r\n\r\n  They met.", "  indented", "one\n\n\ntwo \n three", "a\x0bb\u2028c"]
)
def test_the_body_is_kept_but_for_blank_lines_before_and_blanks_after(header: str, body: str) -> None:
    assert parse(f"{header}\n \t\r\n{body}\n\n \r\n").text == body


def test_a_header_without_a_text_below_is_refused() -> None:
    with pytest.raises(DragomanError, match="no text below its header line"):
        parse(" date 2024-03-05 Talks\n\n\n")
