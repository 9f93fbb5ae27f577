"""The notation of rules: what an alternative of categories holds, beside others, counted, looked ahead to."""

from __future__ import annotations

import pytest

from dragoman.languages.pattern import RuleError, RuleFile

CODES = {"a": "AB", "b": "BC", "c": "CD", "d": "D"}  # a code may hold several categories: 'B' is both a and b

HOLDS = [
    ("a | b", "A", "D"),
    ("a | b | d", "D", "E"),
    ("(a | d) c", "AC", "CA"),
    ("(a | d){2}", "AD", "AC"),
    ("a | d c | b", "DC", "D"),
    ("a d | b", "AD", "A"),
    ("(a | d)? c c", "CC", "AA"),
    ("!(a | b) c", "D", "C"),
    ("=(c | d) a | b", "C", "E"),
    ("<(a | d) c", "AC", "EC"),
    ("{x:a | d} c", "DC", "CC"),
    ("(a | MORE) c", "DC", "EC"),
]


@pytest.mark.parametrize(("body", "codes", "other"), HOLDS, ids=[body for body, _, _ in HOLDS])
def test_alternatives_hold_what_any_of_them_holds_and_no_more(body: str, codes: str, other: str) -> None:
    grammar = RuleFile("test", f"MORE = d | b\nrule: {body}\n").compile(lambda category: CODES.get(category, ""))
    assert grammar.match_rule("rule", codes)
    assert not grammar.match_rule("rule", other)


def test_a_group_is_captured_where_alternatives_of_categories_stand() -> None:
    grammar = RuleFile("test", "rule: {x:a | d} c").compile(lambda category: CODES[category])
    found = grammar.match_rule("rule", "DC")
    assert found is not None
    assert found.groups == {"x": [(0, 1)]}


@pytest.mark.parametrize("body", ["a | $", "NOSUCH c"])
def test_what_cannot_be_read_is_told(body: str) -> None:
    with pytest.raises(RuleError, match=r"cannot read|no macro"):
        RuleFile("test", f"rule: {body}").compile(lambda category: CODES[category])
