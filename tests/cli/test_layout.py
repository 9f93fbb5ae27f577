from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dragoman.answers.telling import Line
from dragoman.cli.layout import laid_out, wrapped


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two\n three", 20, ["one two three"]),
        ("incomprehensibilities at", 6, ["incomprehensibilities", "at"]),
        ("林致远会见外长", 6, ["林致远", "会见外", "长"]),
        ("林致远，会见", 6, ["林致", "远，会", "见"]),
        ("他说《意见》好", 8, ["他说《意", "见》好"]),
        ("他说《意见》好", 6, ["他说", "《意", "见》好"]),
        ("UNESCO总干事", 10, ["UNESCO总干", "事"]),
        ("met 林致远 today", 8, ["met 林致", "远 today"]),
    ],
)
def test_text_is_broken_between_words_and_between_wide_characters(text: str, width: int, rows: list[str]) -> None:
    assert list(wrapped(text, width, width)) == rows


@given(st.text("ab 中，《é\U0001f600\n", max_size=60), st.integers(4, 20))
def test_no_character_is_lost_and_no_row_is_wider_than_it_may_be(text: str, width: int) -> None:
    rows = list(wrapped(text, width, width))
    assert "".join("".join(rows).split()) == "".join(text.split())
    longest = max((cell_len(word) for word in text.split()), default=0)
    assert all(cell_len(row) <= max(width, longest) for row in rows)


def test_rows_hang_below_the_text_of_the_first() -> None:
    line = Line(1, "fact", "topics", "ocean science and open data")
    assert list(laid_out(line, 30)) == [
        ("    topics     ", "ocean science"),
        ("               ", "and open data"),
    ]


def test_an_occasion_is_followed_by_rows_below_its_parts() -> None:
    line = Line(0, "occasion", "Meeting", "Ana Sousa with Kari Lund")
    assert list(laid_out(line, 20)) == [("Meeting  ", "Ana Sousa"), ("    ", "with Kari Lund")]
