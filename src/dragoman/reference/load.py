"""Reads the data files of `reference/data` into a `World`; docs/reference-data.md describes their columns."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from dragoman.reference.entries import City, Country, Organisation, Region, Seat, StateAgency, Subdivision, Texts
from dragoman.reference.world import World

_Grouped = Mapping[str, Mapping[str, Texts]]


@cache
def world() -> World:
    """The world, read once a process from the package's own files."""
    excluded: defaultdict[str, set[str]] = defaultdict(set)
    for language, text, _reason in rows("city_exclusions.csv"):
        excluded[language].add(text)
    return World(
        countries=_countries(),
        organisations=_organisations(),
        regions=_regions(),
        cities=tuple(_cities()),
        subdivisions=tuple(
            Subdivision(text, language, iso2) for iso2, language, text, _source in rows("subdivisions.csv")
        ),
        seats=tuple(Seat(text, language, iso2, place) for language, text, iso2, place, _source in rows("seats.csv")),
        state_agencies=tuple(
            StateAgency(text, language, iso2) for language, text, iso2, _name, _source in rows("state_agencies.csv")
        ),
        agencies={(text, language): iso2 for text, language, iso2, _name, _source in rows("news_agencies.csv")},
        excluded_cities={language: frozenset(texts) for language, texts in excluded.items()},
        ambiguous={
            (language, text): tuple(codes.split("|"))
            for language, text, codes, _reason in rows("ambiguous_countries.csv")
        },
    )


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a data file without its header."""
    path = resources.files("dragoman.reference") / "data" / name
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    next(rows)
    yield from rows


def _texts(*files: str) -> _Grouped:
    """Files of (id, lang, kind, text, source) as id → kind → language → texts."""
    gathered: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for file in files:
        for id, language, kind, text, _source in rows(file):
            gathered[id][kind][language].append(text)
    return {
        id: {
            kind: {language: tuple(dict.fromkeys(texts)) for language, texts in languages.items()}
            for kind, languages in kinds.items()
        }
        for id, kinds in gathered.items()
    }


def _countries() -> dict[str, Country]:
    texts = _texts("country_names.csv", "country_names_odbl.csv")
    countries = {}
    for iso2, iso3, m49, wikidata, region, subregion, un, unesco, group, source in rows("countries.csv"):
        of = texts[iso2]
        countries[iso2] = Country(
            iso2=iso2,
            iso3=iso3,
            m49=m49,
            wikidata=wikidata,
            names={language: names[0] for language, names in of["name"].items()},
            alternatives=of.get("alternative", {}),
            demonyms=of.get("demonym", {}),
            joint=of.get("joint", {}),
            capitals=of.get("capital", {}),
            region=region or None,
            subregion=subregion or None,
            un=un or None,
            unesco=unesco or None,
            unesco_group=group or None,
            source=source,
        )
    return countries


def _organisations() -> dict[str, Organisation]:
    texts = _texts("organisation_names.csv", "organisation_names_by_sa.csv")
    organisations = {}
    for file in ("organisations.csv", "organisations_by_sa.csv"):
        for id, wikidata, family, city, country, source in rows(file):
            of = texts[id]
            organisations[id] = Organisation(
                id=id,
                wikidata=wikidata or None,
                family=family,
                seat_city=city or None,
                seat_country=country or None,
                names=of.get("name", {}),
                acronyms=of.get("acronym", {}),
                short_forms=of.get("short", {}),
                parts=of.get("part", {}),
                joint=of.get("joint", {}),
                source=source,
            )
    return organisations


def _regions() -> dict[str, Region]:
    texts = _texts("region_names.csv")
    return {
        id: Region(
            id=id,
            names=texts[id].get("name", {}),
            adjectives=texts[id].get("adjective", {}),
            joint=texts[id].get("joint", {}),
            members=tuple(members.split("|")) if members else (),
        )
        for id, members, _source in rows("regions.csv")
    }


def _cities() -> Iterator[City]:
    for iso2, population, en, fr, zh, _source in rows("cities.csv"):
        names = {language: tuple(texts.split("|")) for language, texts in (("en", en), ("fr", fr), ("zh", zh)) if texts}
        yield City(names, iso2, int(population))
