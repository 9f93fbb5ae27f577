"""Every rule of every language does what the examples under it say."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from dragoman.languages import CODES, Language, load
from dragoman.languages.load import GRAMMARS
from dragoman.languages.pattern import Example
from dragoman.reading.mentions.names import join_names
from dragoman.reading.text.items import scan

WRITTEN = [code for code in CODES if (resources.files("dragoman.languages") / code).is_dir()]
CASES = [
    (code, grammar, example) for code in WRITTEN for grammar in GRAMMARS for example in load(code).examples[grammar]
]


def captures(language: Language, grammar: str, example: Example) -> dict[str, list[str]] | None:
    """What the example's rule captures in its text, group by group; None if it does not match."""
    items = join_names(example.text, scan(example.text, language), language)
    found = language.grammars[grammar].match_rule(example.rule, items.codes)
    if found is None:
        return None
    return {
        name: [example.text[items.items[a].start : items.items[b - 1].end] for a, b in ranges if b > a]
        for name, ranges in found.groups.items()
    }


@pytest.mark.parametrize(("code", "grammar", "example"), CASES, ids=lambda case: getattr(case, "text", case))
def test_a_rule_does_what_its_examples_say(code: str, grammar: str, example: Example) -> None:
    found = captures(load(code), grammar, example)
    if not example.positive:
        assert found is None, f"{example.rule} must not match"
        return
    assert found is not None, f"{example.rule} must match"
    for group, wanted in example.values:
        assert wanted in found.get(group, []), f"{example.rule}: {group} is {found.get(group)}, not {wanted!r}"


@pytest.mark.parametrize("code", WRITTEN)
@pytest.mark.parametrize("grammar", GRAMMARS)
def test_every_rule_has_an_example_for_it_and_one_against_it(code: str, grammar: str) -> None:
    language = load(code)
    shown = {(example.rule, example.positive) for example in language.examples[grammar]}
    for rule in language.grammars[grammar].rules:
        assert (rule, True) in shown, f"{code}/{grammar}: {rule} has no positive example"
        assert (rule, False) in shown, f"{code}/{grammar}: {rule} has no negative example"


@pytest.mark.parametrize("code", WRITTEN)
def test_a_phrase_stands_once_under_a_heading_with_the_same_attributes(code: str) -> None:
    found: Counter[tuple[str, str, str, str]] = Counter()
    for file in (resources.files("dragoman.languages") / code).iterdir():
        heading = ""
        for line in (
            file.read_text("utf-8").split("\n") if file.name.endswith(".txt") and file.name != "forms.txt" else ()
        ):
            if line.startswith("["):
                heading = line
            elif line and not line.startswith("#") and heading:
                phrases, _, attributes = line.partition(" :: ")
                found.update((file.name, heading, attributes, phrase.strip()) for phrase in phrases.split(" | "))
    assert [key for key, times in found.items() if times > 1] == []


@pytest.mark.parametrize("code", WRITTEN)
def test_every_phrase_is_read_in_small_letters_with_a_capital_and_in_capitals(code: str) -> None:
    language = load(code)
    for phrase in language.lexicon.phrases:
        for written in (phrase, phrase.capitalize(), phrase.upper()):
            assert scan(written, language).codes
