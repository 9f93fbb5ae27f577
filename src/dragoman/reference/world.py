"""The world: all reference data, with lookups by code, id and name, and the phrases that a lexicon needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.reference.entries import LANGUAGES, Country, Facts, Organisation, Phrase, Region
from dragoman.reference.phrases import phrases_of

if TYPE_CHECKING:
    from dragoman.reference.tenures import Tenure

_COUNTRY_CATEGORIES = frozenset({"country", "demonym", "joint", "short"})


@dataclass(frozen=True)
class World(Facts):
    """All reference data, as `load` makes it; the indexes are built at the first question in a language."""

    _phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_name: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _bodies: dict[str, dict[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        """Who held which post when; see `Tenure`. Read at the first question."""
        from dragoman.reference.tenures import known_tenures

        return known_tenures()

    def country(self, iso2: str) -> Country:
        """The country of an ISO 3166-1 alpha-2 code; KeyError if there is none."""
        return self.countries[iso2]

    def organisation(self, id: str) -> Organisation:
        """The organisation of an id in capitals; KeyError if there is none."""
        return self.organisations[id]

    def region(self, id: str) -> Region:
        """The region of an id in capitals; KeyError if there is none."""
        return self.regions[id]

    def phrases(self, language: str) -> Iterator[Phrase]:
        """Every phrase that names something of the world in a language; see `Phrase`."""
        if language not in self._phrases:
            self._phrases[language] = tuple(phrases_of(self, language))
        return iter(self._phrases[language])

    def find_countries(self, name: str, language: str | None = None) -> tuple[Country, ...]:
        """Every country that a name, demonym or joint form may mean, likeliest first; case and apostrophes fold."""
        key = _key(name)
        codes = (code for each in _languages(language) for code in self._countries_by_name(each).get(key, ()))
        return tuple(self.countries[code] for code in dict.fromkeys(codes) if code in self.countries)

    def find_country(self, name: str, language: str | None = None) -> Country | None:
        """The one country that a name, demonym or joint form means; None if unknown or if it may mean several."""
        found = self.find_countries(name, language)
        return found[0] if len(found) == 1 else None

    def find_organisation(self, name: str, language: str | None = None) -> Organisation | None:
        """The organisation of a name, acronym, short form or organ in a language (None: in any); None if unknown."""
        key = _key(name)
        ids = (self._bodies_by_name(each).get(key) for each in _languages(language))
        return next((self.organisations[id] for id in ids if id), None)

    def _countries_by_name(self, language: str) -> dict[str, tuple[str, ...]]:
        if language not in self._by_name:
            index: dict[str, tuple[str, ...]] = {}
            for phrase in self.phrases(language):
                if phrase.category in _COUNTRY_CATEGORIES:
                    key = _key(phrase.text)
                    index[key] = tuple(dict.fromkeys((*index.get(key, ()), *phrase.value.split("|"))))
            self._by_name[language] = index
        return self._by_name[language]

    def _bodies_by_name(self, language: str) -> dict[str, str]:
        if language not in self._bodies:
            bodies = (phrase for phrase in self.phrases(language) if phrase.category == "body")
            self._bodies[language] = {_key(phrase.text): phrase.value for phrase in bodies}
        return self._bodies[language]


def _languages(language: str | None) -> tuple[str, ...]:
    return LANGUAGES if language is None else (language,)


def _key(name: str) -> str:
    return name.replace("’", "'").strip().rstrip("-").casefold()
