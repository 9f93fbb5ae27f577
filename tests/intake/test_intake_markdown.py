"""Of Markdown the words are kept and the markup goes; front matter says what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.intake.draft import Draft
from dragoman.intake.markdown import parse


def test_front_matter_is_read() -> None:
    front = (
        "title: 'Talks: with Peru'\npublished: 2024-03-05\nlang: no\npublisher: Ministry\nref: 12\n"
        "source: https://example.org\ntags: [a, b]"
    )
    assert parse(f"---\n{front}\n---\n\nThey met.\n") == Draft(
        "They met.", "Talks: with Peru", "2024-03-05", "no", "Ministry", "12", "https://example.org"
    )


def test_front_matter_has_other_names_for_some_keys() -> None:
    draft = parse("---\r\ndate: 2024-03-05T08:00:00Z\r\nlanguage: fr\r\nurl: https://example.org\r\n...\r\nThey met.")
    assert draft == Draft("They met.", "", "2024-03-05T08:00:00Z", "fr", None, None, "https://example.org")


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: [a", "its front matter is no valid YAML"),
        ("title: a\nb: : c", r"its front matter is no valid YAML \(mapping values are not allowed here, line 3\)"),
        ("title: [a]", "its 'title' is no text but a list"),
        ("date: {a: b}", "its 'date' is no text but an object"),
        ("a: " + "[" * 5000, "its front matter is no valid YAML"),
        ("a: \x07", "its front matter is no valid YAML"),
    ],
)
def test_bad_front_matter_is_refused(front: str, reason: str) -> None:
    with pytest.raises(DragomanError, match=reason):
        parse(f"---\n{front}\n---\nThey met.")


@pytest.mark.parametrize("text", ["---\n\nThey met.\n\n---\n\nThey parted.", "---\nThey met."])
def test_rules_between_paragraphs_are_no_front_matter(text: str) -> None:
    assert parse(text).text.startswith("They met.")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Talks\n\nThey met.", "Talks", "They met."),
        ("Talks\n=====\nThey met.", "Talks", "They met."),
        ("## Talks\n\nThey met.", "", "Talks\n\nThey met."),
        ("They met.\n\n# Talks", "", "They met.\n\nTalks"),
        ("---\ntitle: Talks\n---\n# Talks\n\nThey met.", "Talks", "They met."),
        ("---\ntitle: Talks\n---\n# In Lagos\n\nThey met.", "Talks", "In Lagos\n\nThey met."),
        ("#\n\nThey met.", "", "They met."),
    ],
)
def test_the_first_heading_is_the_title_where_none_is_given(text: str, title: str, body: str) -> None:
    draft = parse(text)
    assert (draft.title, draft.text) == (title, body)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Ada Okafor** met *Luis Soto* and `x`.", "Ada Okafor met Luis Soto and x."),
        ("[Ada Okafor](https://example.org 'who') met <https://example.org>.", "Ada Okafor met https://example.org."),
        ("![The two](a.png)\n\nThey met.", "They met."),
        ("> They met.\n> They parted.", "They met.\nThey parted."),
        ("They met.  \nThey parted.", "They met.\nThey parted."),
        ("* one\n* two\n\nThey met.", "- one\n- two\n\nThey met."),
        ("3. one\n4. two\n   - three\n\nThey met.", "3. one\n4. two\n- three\n\nThey met."),
        ("-\n\nThey met.", "They met."),
        (
            "They met.\n\n| who | where |\n|---|---|\n| Ada | Lagos |\n\nThey parted.",
            "They met.\n\nwho\twhere\nAda\tLagos\n\nThey parted.",
        ),
        ("```\nThey met.\n```", "They met."),
        ("They met.\n\n---\n\nThey parted.", "They met.\n\nThey parted."),
        ("<div>\nThey <b>met</b> &amp; parted.\n</div>", "They met & parted."),
        ("They <b>met</b><br/>and<!-- where? --> parted.", "They met\nand parted."),
        ("<script>\nlet a = 1 < 2;\n</script>\n\nThey met.", "They met."),
        (
            "5 * 3 * 2, snake_case_name, R&D, 2 < 3, #hash, [sic], a|b",
            "5 * 3 * 2, snake_case_name, R&D, 2 < 3, #hash, [sic], a|b",
        ),
        ("1\\. They met \\*there\\*.", "1. They met *there*."),
        ("**王毅**会见[法国外长](https://example.org)。\n双方*交换*意见。", "王毅会见法国外长。\n双方交换意见。"),
    ],
)
def test_the_words_stay_and_the_markup_goes(markdown: str, text: str) -> None:
    assert parse(markdown).text == text


@given(st.text(st.sampled_from("a会 \n\r\t-*_#>|`[]()!<>&;:~=.1\\\"'"), max_size=300))
def test_no_markdown_breaks_the_parser(text: str) -> None:
    try:
        draft = parse(text)
    except DragomanError:
        assert text.lstrip().startswith("---")
    else:
        assert draft.text == draft.text.strip()
