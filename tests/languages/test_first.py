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
    ("body", "beginnings"),
    [
        ("cap", {"cap"}),
        ("cap low init", {"cap low"}),
        ("cap? low", {"cap low", "low"}),
        (
            "(cap | init){0,3} low+",
            {"cap cap", "cap init", "init cap", "init init", "cap low", "init low", "low", "low low"},
        ),
        ('"the"? {name:cap} low', {"=the cap", "cap low"}),
        ("cap | low?", {"cap", "low", ""}),
        ("!(cap) low", {"low"}),
        ("=(cap low) (init | cap)", {"init", "cap"}),
        ("low !(cap) init", {"low init"}),
        ("NAME low", {"cap low", "init low"}),
        ("(cap?){2} low", {"cap cap", "cap low", "low"}),
        ("(cap low){2,}", {"cap low"}),
        ("(cap low?)*", {"", "cap", "cap low", "cap cap"}),
        (">(cap | low) init", {"cap init", "low init"}),
        ("cap{1,2}? low", {"cap cap", "cap low"}),
        ("cap{2} low", {"cap cap"}),
        ("any any", {"any any"}),
    ],
)
def test_beginnings_are_read_from_the_notation(body: str, beginnings: set[str]) -> None:
    heads = Beginnings(PART, {"NAME": "(cap | init) low{0,2}"}).of(body)
    assert {" ".join(head) for head in heads} == beginnings


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
