"""What an affiliation is: a state's code, a body's short form, or an institution's name."""

from __future__ import annotations

import pytest

from dragoman.reading.mentions.people import is_body, is_code, is_state

KINDS = [
    ("PE", "state"),
    ("UN", "body"),
    ("EU", "body"),
    ("UNESCO", "body"),
    ("WORLD BANK", "body"),
    ("University of Lima", "institution"),
    (None, "none"),
]


@pytest.mark.parametrize(("affiliation", "kind"), KINDS)
def test_an_affiliation_is_of_one_kind(affiliation: str | None, kind: str) -> None:
    assert is_state(affiliation) == (kind == "state")
    assert is_body(affiliation) == (kind == "body")
    assert is_code(affiliation) == (kind in ("state", "body"))
