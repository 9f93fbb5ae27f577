"""A language as a value: everything that reading needs to know of it, compiled once and handed in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.languages.lexicon import Lexicon
from dragoman.languages.pattern import Example, Grammar
from dragoman.reference.actors import Actors


@dataclass(frozen=True, slots=True)
class Language:
    """`grammars` by file (`dates`, `mentions`); `settings` are the few switches of `settings.txt`;
    `characters` are the sets under `[characters of=…]` (`surname`, `transliteration`), empty where a script needs none;
    `agencies` are the countries of news agencies by what they sign with; `furniture` matches lines that are left out;
    `confidence` are the weights of `confidence.tsv`; `actors` are people known to act for a country or a
    body.
    """

    code: str
    lexicon: Lexicon
    grammars: Mapping[str, Grammar]
    examples: Mapping[str, tuple[Example, ...]]
    settings: Mapping[str, str]
    characters: Mapping[str, frozenset[str]]
    agencies: Mapping[str, str]
    furniture: re.Pattern[str]
    confidence: Mapping[str, float]
    actors: Actors

    def on(self, setting: str) -> bool:
        """Whether a switch is set."""
        return self.settings.get(setting, "no") == "yes"
