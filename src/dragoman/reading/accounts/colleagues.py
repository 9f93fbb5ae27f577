"""Who is listed right after somebody of an institution holds an office there too: '乙大学副校长甲、国际处处长丙'."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention, Span
from dragoman.reading.mentions.people import is_code

THERE = ("", "institution")  # kinds of offices that an institution has


def share_with_colleagues(elements: list[Element], knows: Callable[[Span | None], bool]) -> None:
    """Hand on for which institution somebody acts along a list joined by the mark for lists alone. `knows` tells of a
    name whether it was somebody's before.
    """
    for number in range(2, len(elements)):
        before, joint, element = elements[number - 2 : number + 1]
        if not (joint.has("and") and joint.has("lists") and element.is_kind("person") and before.is_kind("person")):
            continue
        owner, other = before.mentions[-1], element.mentions[0]
        if _of_institution(owner) and _untold_office(other) and not knows(other.name):
            other.affiliation, other.affiliation_span = owner.affiliation, owner.affiliation_span
            other.country, other.foreign = owner.country, owner.foreign


def _of_institution(person: Mention) -> bool:
    told = person.affiliation is not None and person.affiliation_span is not None
    return told and person.name is not None and not is_code(person.affiliation)


def _untold_office(person: Mention) -> bool:
    return bool(person.name and person.post) and person.affiliation is None and person.post_kind in THERE
