"""Only the rules that can begin at a place are tried there, and none that would hold is left out."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.languages import CODES, load
from dragoman.languages.first import Beginnings
from dragoman.languages.load import GRAMMARS
from dragoman.languages.pattern import PART, Found, Grammar
from dragoman.reading.text.items import scan

WRITTEN = [code for code in CODES if (resources.files("dragoman.languages") / code).is_dir()]


@pytest.mark.parametrize(
    ("body", "beginnings", "empty"),
    [
        ("cap low", {"cap"}, False),
        ("cap? low", {"cap", "low"}, False),
        ("(cap | init){0,3} low+", {"cap", "init", "low"}, False),
        ('"the"? {name:cap} low', {"=the", "cap"}, False),
        ("cap | low?", {"cap", "low"}, True),
        ("!(cap) low", {"low"}, False),
        ("=(cap low) (init | cap)", {"init", "cap"}, False),
        ("NAME low", {"cap", "init"}, False),
        ("(cap?){2} low", {"cap", "low"}, False),
        (">(cap | low) init", {"cap", "low"}, False),
        ("cap{1,2}? low", {"cap"}, False),
    ],
)
def test_beginnings_are_read_from_the_notation(body: str, beginnings: set[str], empty: bool) -> None:
    assert Beginnings(PART, {"NAME": "(cap | init) low{0,2}"}).of(body) == (beginnings, empty)


def by_trying_every_rule(grammar: Grammar, codes: str) -> list[Found]:
    """What the notation says: at each place the first rule that holds there."""
    found, position = [], 0
    while position < len(codes):
        tried = (grammar.match_rule_at(rule, codes, position, len(codes)) for rule in grammar.rules)
        best = next((match for match in tried if match is not None), None)
        if best is not None:
            found.append(best)
        position = best.end if best is not None else position + 1
    return found


@pytest.mark.parametrize("code", WRITTEN)
@pytest.mark.parametrize("name", GRAMMARS)
def test_scanning_finds_what_trying_every_rule_finds(code: str, name: str) -> None:
    language = load(code)
    grammar = language.grammars[name]
    for example in language.examples[name]:
        codes = scan(example.text, language).codes
        assert list(grammar.scan(codes)) == by_trying_every_rule(grammar, codes), example.text
