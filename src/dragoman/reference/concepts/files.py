"""Concepts out of CSV files: those of the package, and a user's own on top of them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.reference.concepts.entries import Concept
from dragoman.reference.entries import LANGUAGES
from dragoman.reference.folding import fold_in_place
from dragoman.reference.load import rows

COLUMNS = ("id", "broader", *(f"{lang}{kind}" for lang in LANGUAGES for kind in ("", "_also", "_not")), "source")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_IDENTIFIERS = ("concept_identifiers.csv", "concept_identifiers_by_sa.csv")

Concepts = Mapping[str, Concept]


def own_concepts() -> Concepts:
    """The concepts of the package by id."""
    path = resources.files("dragoman.reference") / "data" / "concepts.csv"
    identifiers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file in _IDENTIFIERS:
        for id, scheme, address, _label, _source in rows(file):
            identifiers[id][scheme] = address
    concepts = _merged({}, "concepts.csv", path.read_text(encoding="utf-8"))
    return {id: replace(concept, identifiers=identifiers[id]) for id, concept in concepts.items()}


def with_file(concepts: Concepts, path: Path) -> Concepts:
    """The concepts with those of a user's file: a new id is a new concept, a known one gets further labels.

    Raises DragomanError with the number of the line if the file breaks a rule.
    """
    try:
        return _merged(concepts, str(path), path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DragomanError(f"The concepts in {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DragomanError(f"{path}, line {line}: this is not in UTF-8: save it so.") from error


def _merged(known: Concepts, name: str, source: str) -> Concepts:
    concepts = dict(known)
    lines: dict[str, int] = {}
    labelled = {key: concept.id for concept in known.values() for key in _keys(concept)}
    for line, row in _rows(name, source):
        where = f"{name}, line {line}"
        if row["id"] in lines:
            raise DragomanError(f"{where}: '{row['id']}' stands in line {lines[row['id']]} already.")
        lines[row["id"]] = line
        concept = _concept(where, row, concepts.get(row["id"]))
        for key in _keys(concept):
            if labelled.setdefault(key, concept.id) != concept.id:
                taken = f"'{key[1]}' is a label of '{labelled[key]}' already"
                raise DragomanError(f"{where}: {taken}: leave it out of one of them.")
        concepts[concept.id] = concept
    for id, line in lines.items():
        _check_above(f"{name}, line {line}", concepts, id)
    return concepts


def _rows(name: str, source: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file by column, each with the number of its last line; columns that are missing are empty."""
    reader = csv.reader(source.splitlines(keepends=True), strict=True)
    try:
        header = next(reader, [])
        unknown = [column for column in header if column not in COLUMNS]
        if "id" not in header or unknown:
            wrong = f"'{unknown[0]}' is no column" if unknown else "there is no column 'id'"
            raise DragomanError(f"{name}, line 1: {wrong}: the columns are {', '.join(COLUMNS)}.")
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            if len(cells) != len(header):
                wanted = f"{len(cells)} cells where the header has {len(header)}"
                raise DragomanError(f"{name}, line {reader.line_num}: {wanted}: put what holds a comma in quotes.")
            given = dict(zip(header, map(str.strip, cells), strict=True))
            yield reader.line_num, {column: given.get(column, "") for column in COLUMNS}
    except csv.Error as error:
        raise DragomanError(f"{name}, line {reader.line_num}: this is no CSV: {error}.") from error


def _concept(where: str, row: Mapping[str, str], known: Concept | None) -> Concept:
    """The concept of a row, or a known one with what the row adds."""
    if not _ID.fullmatch(row["id"]):
        raise DragomanError(f"{where}: '{row['id']}' is no id: use small letters, digits and hyphens.")
    labels = {lang: row[lang] for lang in LANGUAGES if row[lang]}
    also = {lang: _several(row[f"{lang}_also"]) for lang in LANGUAGES if row[f"{lang}_also"]}
    apart = {lang: _several(row[f"{lang}_not"]) for lang in LANGUAGES if row[f"{lang}_not"]}
    if known is None:
        if not labels:
            raise DragomanError(f"{where}: '{row['id']}' has no label: fill in one of {', '.join(LANGUAGES)}.")
        return Concept(row["id"], row["broader"] or None, labels, also, apart, row["source"])
    # The usual label of before stays a label.
    before = {lang: [known.labels[lang]] for lang in labels if lang in known.labels}
    return replace(
        known,
        broader=row["broader"] or known.broader,
        labels={**known.labels, **labels},
        also={
            lang: tuple(dict.fromkeys([*known.also.get(lang, ()), *before.get(lang, ()), *also.get(lang, ())]))
            for lang in LANGUAGES
        },
        apart={lang: (*known.apart.get(lang, ()), *apart.get(lang, ())) for lang in LANGUAGES},
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(text for text in map(str.strip, cell.split("|")) if text)


def _keys(concept: Concept) -> Iterator[tuple[str, str]]:
    """Each label with its language, as labels are told apart; capitals count in abbreviations only."""
    for language in LANGUAGES:
        for label in concept.texts(language):
            yield language, label if label.isupper() else fold_in_place(label)


def _check_above(where: str, concepts: Concepts, id: str) -> None:
    """Raise if what is broader does not exist or comes back to the concept."""
    seen: list[str] = [id]
    while (above := concepts[seen[-1]].broader) is not None:
        if above not in concepts:
            raise DragomanError(f"{where}: '{above}', which is broader than '{seen[-1]}', is no concept.")
        if above in seen:
            raise DragomanError(f"{where}: '{id}' is broader than itself by way of {_joined(seen[1:] or [id])}.")
        seen.append(above)


def _joined(ids: Iterable[str]) -> str:
    return ", ".join(f"'{id}'" for id in ids)
