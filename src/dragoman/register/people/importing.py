"""Takes tenures and institutions of one's own into a register, and out of it again."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, func, insert, select

from dragoman.reference import Tenure, name_likeness
from dragoman.reference.folding import fold
from dragoman.reference.institutions import Institution, known_institutions
from dragoman.register import tables as t
from dragoman.register.people.files import institutions, tenures
from dragoman.register.people.known import People, known_people
from dragoman.register.steps import steps

_tenures = TypeAdapter(Tenure)
_ONE_PERSON = 0.95
_KEPT = 4

_people: dict[tuple[Any, ...], People] = {}


def import_tenures(connection: Connection, text: str, file: str) -> int:
    """Take in the tenures of a file in place of those of an earlier one of its name; how many it holds.

    Raises DragomanError for a bad file.
    """
    found = tenures(text, file)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    connection.execute(delete(t.tenure).where(t.tenure.c.file == file))
    rows = [{"file": file, "digest": digest, "values": dataclasses.asdict(tenure)} for tenure in found]
    for step in steps(rows):
        connection.execute(insert(t.tenure), step)
    return len(found)


def import_institutions(connection: Connection, text: str, file: str) -> int:
    """Take in the institutions of a file in place of those of an earlier one of its name; how many it holds."""
    found = institutions(text, file)
    connection.execute(delete(t.institution).where(t.institution.c.file == file))
    rows = [dataclasses.asdict(institution) | {"file": file} for institution in found]
    for step in steps(rows):
        connection.execute(insert(t.institution), step)
    return len(found)


def all_institutions(connection: Connection) -> tuple[Institution, ...]:
    """The institutions of the package, and those imported."""
    own = connection.execute(select(t.institution).order_by(t.institution.c.id))
    return (
        *(Institution(row.name, tuple(row.also), row.country, row.source) for row in own),
        *known_institutions(),
    )


def all_people(connection: Connection) -> People:
    """The people of the package's tenures and of those imported; made once for each state of these."""
    columns = (t.tenure.c.file, t.tenure.c.digest)
    state = connection.execute(select(*columns, func.count()).group_by(*columns).order_by(*columns)).all()
    if not state:
        return known_people()
    key = (str(connection.engine.url), *map(tuple, state))
    if key not in _people:
        while len(_people) >= _KEPT:
            del _people[next(iter(_people))]
        own = [_tenures.validate_python(row) for row in connection.scalars(select(t.tenure.c["values"]))]
        _people[key] = known_people(_with_persons(own))
    return _people[key]


def _with_persons(own: Sequence[Tenure]) -> tuple[Tenure, ...]:
    """The tenures with the ids of persons whom the package knows, or with ids made of the names."""
    package = known_people()
    found = []
    for tenure in own:
        same = [
            person.id
            for person in package.written_alike(tenure.name)
            if (tenure.wikidata and tenure.wikidata in {held.wikidata for held in person.tenures})
            or (
                any(held.of == tenure.of for held in person.tenures)
                and max(name_likeness(tenure.name, name) for name in person.names) >= _ONE_PERSON
            )
        ]
        id = tenure.person or (same[0] if same else "-".join([*fold(tenure.name).split(), *fold(tenure.of).split()]))
        found.append(dataclasses.replace(tenure, person=id))
    return tuple(found)
