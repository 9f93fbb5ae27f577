"""Tenures and institutions that people bring along: CSV files, and results of queries to Wikidata as JSON.

docs/reference-data.md says what the columns and variables are. A file is taken as a whole or not at all.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from dragoman.errors import DragomanError
from dragoman.reference import POSTS, Tenure, post_kinds, world
from dragoman.reference.folding import fold
from dragoman.reference.institutions import Institution
from dragoman.reference.tenures import span

Record = Mapping[str, str]
Entry = TypeVar("Entry")

_REQUIRED = ("name", "post", "of")
_COLUMNS = (*_REQUIRED, "title", "from", "to", "also", "name_zh", "wikidata", "person", "source")
_INSTITUTION = (("name",), ("name", "also", "country", "source"))
# What the variables of a query may be called, by column.
_VARIABLES = {
    "name": ("name", "personLabel", "itemLabel", "holderLabel", "humanLabel"),
    "wikidata": ("wikidata", "person", "item", "holder", "human"),
    "post": ("post", "positionLabel", "officeLabel", "postLabel"),
    "of": ("of", "iso2", "countryCode", "countryLabel", "jurisdictionLabel", "organisationLabel", "organizationLabel"),
    "from": ("from", "start", "startTime", "startDate"),
    "to": ("to", "end", "endTime", "endDate"),
    "name_zh": ("name_zh", "zh", "personLabel_zh", "nameZh"),
    "also": ("also", "personAltLabel", "itemAltLabel"),
    "title": ("title",),
}
_ENTITY = re.compile(r"(?:.*/)?(Q[0-9]+)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_CODE = re.compile(r"[A-Z]{2}")
# How like the name of a country a name must be to be it misspelt.
_MISSPELT = 88
_NO_VALUE = re.compile(r"https?://\S*|t[0-9]+|_:\S*")


def tenures(text: str, file: str) -> list[Tenure]:
    """The tenures that a file tells of, CSV or JSON; `file` is its name for people.

    Raises DragomanError for the first line (of CSV) or result (of JSON, counted from 1) that is bad, and says how many
    more are.
    """
    if text.lstrip()[:1] in ("{", "["):
        return _all(file, "result", _results(text, file), _tenure)
    return _all(file, "line", _lines(text, file, _REQUIRED, _COLUMNS), _tenure)


def institutions(text: str, file: str) -> list[Institution]:
    """The institutions that a CSV file names; raises DragomanError as `tenures` does."""
    return _all(file, "line", _lines(text, file, *_INSTITUTION), _institution)


def _all(
    file: str, unit: str, records: Iterator[tuple[int, Record]], make: Callable[[Record, str], Entry]
) -> list[Entry]:
    made: list[Entry] = []
    bad: list[str] = []
    for number, record in records:
        try:
            _check_characters(record)
            made.append(make(record, file))
        except ValueError as error:
            bad.append(f"{unit} {number}: {error}")
    if bad:
        more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
        raise DragomanError(f"{file}, {bad[0]}{more}; nothing of it was imported, mend it and try again.")
    if not made:
        raise DragomanError(f"{file} holds nothing to import: it has no rows.")
    # What is told twice counts once: queries repeat a row for each of several values of something else.
    return list(dict.fromkeys(made))


def _check_characters(record: Record) -> None:
    for column, value in record.items():
        if _UNPRINTABLE.search(value):
            raise ValueError(f"the column {column} holds a control character or half a character")


def _lines(text: str, file: str, required: Sequence[str], allowed: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """The rows of CSV with the number of the line on which each ends."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise DragomanError(f"{file} is empty: its first line must name the columns, such as {','.join(required)}.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    whole = 0
    try:
        header = [name.strip().casefold() for name in next(filter(any, reader))]
        if wrong := _wrong_in_header(header, required, allowed):
            raise DragomanError(f"{file}, line {reader.line_num}: {wrong}.")
        for cells in reader:
            if len(cells) > len(header):
                where = f"{file}, line {reader.line_num}"
                wanted = f"{len(cells)} cells where the header has {len(header)}"
                raise DragomanError(f"{where}: {wanted}: put what holds a comma in quotes.")
            whole = reader.line_num
            if any(cells):
                given = dict(zip(header, cells, strict=False))
                yield reader.line_num, {name: given.get(name, "").strip() for name in header}
    except csv.Error as error:
        raise DragomanError(f"{file}, line {whole + 1}: it is no CSV: {error}.") from error


def _wrong_in_header(header: Sequence[str], required: Sequence[str], allowed: Sequence[str]) -> str:
    if len(header) == 1 and (parted := next((mark for mark in ";\t" if mark in header[0]), "")):
        name = "tabs" if parted == "\t" else "semicolons"
        return f"{name} stand between the cells where commas must: save it as CSV with commas"
    for name in header:
        if header.count(name) > 1:
            return f"the column '{name}' stands twice" if name else "several columns have no name"
        if name not in allowed:
            unknown = f"there is no column '{name}'" if name else "a column has no name"
            return f"{unknown}; they are {', '.join(allowed)}"
    missing = [name for name in required if name not in header]
    return f"the column '{missing[0]}' is missing; it has {', '.join(header)}" if missing else ""


def _results(text: str, file: str) -> Iterator[tuple[int, Record]]:
    """The results of a query, in the plain or the verbose form, by our columns."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise DragomanError(f"{file}, line {error.lineno}: it is no JSON: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        what = "lists within lists without end" if isinstance(error, RecursionError) else "a number of too many digits"
        raise DragomanError(f"{file} is no result of a query: it holds {what}.") from error
    if isinstance(value, dict):
        value = value.get("results", {}).get("bindings") if isinstance(value.get("results"), dict) else None
    if not isinstance(value, list):
        raise DragomanError(f"{file} is no result of a query: it is neither a list nor has results.bindings.")
    for number, result in enumerate(value, 1):
        plain = {name: _plain(cell) for name, cell in result.items()} if isinstance(result, dict) else {}
        yield number, {column: _first(plain, names) for column, names in _VARIABLES.items()}


def _plain(cell: Any) -> str:
    value = cell.get("value", "") if isinstance(cell, dict) else cell
    return value.strip() if isinstance(value, str) else ""


def _first(result: Record, names: Sequence[str]) -> str:
    return next((result[name] for name in names if result.get(name)), "")


def _tenure(record: Record, file: str) -> Tenure:
    name = record["name"]
    if not name or _ENTITY.fullmatch(name):
        raise ValueError("it names nobody (the column name is empty or an id)")
    of = _of(record["of"])
    post, title = _post(record["post"], of)
    start, end = _day(record.get("from", ""), "from"), _day(record.get("to", ""), "to")
    if start and end and span(start)[0] > span(end)[1]:
        raise ValueError(f"it ends ({end}) before it begins ({start})")
    entity = _ENTITY.fullmatch(record.get("wikidata", ""))
    return Tenure(
        person=record.get("person") or "",
        name=name,
        also=tuple(other.strip() for other in re.split(r"\||, ", record.get("also", "")) if other.strip()),
        name_zh=record.get("name_zh") or None,
        wikidata=entity[1] if entity else None,
        post=post,
        title=record.get("title") or title,
        of=of,
        start=start,
        end=end,
        end_basis="source" if end else "",
        seen_from=None,
        seen_to=None,
        source=record.get("source") or file,
    )


def _of(given: str) -> str:
    """The code of a country or the id of an organisation; an institution's name as it is."""
    code, known = given.strip().upper(), world()
    if not code:
        raise ValueError("it does not say whose the post is (the column of is empty)")
    if code in known.countries or code in known.organisations:
        return code
    countries = known.find_countries(given)
    if len(countries) > 1:
        codes = ", ".join(country.iso2 for country in countries)
        raise ValueError(f"'{given}' may be any of {codes}: write the code")
    organisation = known.find_organisation(given)
    if countries:
        return countries[0].iso2
    if organisation:
        return organisation.id
    if _CODE.fullmatch(given.strip()):
        raise ValueError(f"'{given}' is no code of a country or an organisation")
    if meant := _misspelt(given):
        raise ValueError(f"'{given}' is no country: if {meant} is meant, write that")
    return given.strip()


def _misspelt(given: str) -> str | None:
    """The country whose name this nearly is."""
    names = {fold(name): name for country in world().countries.values() for name in country.names.values()}
    found = process.extractOne(fold(given), names.keys(), scorer=ratio, score_cutoff=_MISSPELT)
    return names[found[0]] if found else None


def _post(given: str, of: str) -> tuple[str, str]:
    """The kind of a post and what it is called, from a kind or the words of a post."""
    if given in POSTS:
        return given, ""
    if not given:
        raise ValueError("it names no post (the column post is empty)")
    kinds = post_kinds(given, of).kinds
    return (kinds[0] if kinds else "official"), given


def _day(given: str, column: str) -> str | None:
    """A date as YYYY-MM-DD, YYYY-MM or YYYY; None for none and for one that Wikidata knows to be unknown."""
    day = re.sub(r"T.*$", "", given.strip().removeprefix("+"))
    if not day or _NO_VALUE.fullmatch(day):
        return None
    day = re.sub(r"^([0-9]{4})-00(-00)?$", r"\1", day)
    try:
        span(day)
    except ValueError:
        raise ValueError(f"'{given}' ({column}) is no date: write YYYY-MM-DD, YYYY-MM or YYYY") from None
    return day


def _institution(record: Record, file: str) -> Institution:
    if not fold(record["name"]):
        raise ValueError("it names no institution (the column name is empty)")
    country = record.get("country", "")
    code = _of(country) if country else ""
    if code and code not in world().countries:
        raise ValueError(f"'{country}' is no country: write its name or code")
    also = tuple(other.strip() for other in record.get("also", "").split("|") if other.strip())
    return Institution(record["name"], also, code, record.get("source") or file)
