"""Names of people whom no tenure tells of, known again by fuller names of the same country or body.

Which name a name is taken for follows from the names that share a key with it, so that it does not matter in which
order they came.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reference import name_likeness
from dragoman.reference.folding import fold
from dragoman.reference.latin_names import essential
from dragoman.reference.name_parts import is_chinese, latin_words
from dragoman.register.people.identify import is_full

_ONE_NAME = 0.93
_ONE_SURNAME = 0.9


def nearest(name: str, of: str, others: Iterable[str]) -> str:
    """The fullest of other names that a name is taken for; the name itself if there is none, or several who differ."""
    least = _ONE_NAME if is_full(name, of) else _ONE_SURNAME
    fuller = [
        other for other in others if _fullness(other, of) > _fullness(name, of) and name_likeness(name, other) >= least
    ]
    if not fuller:
        return name
    fullest = max(fuller, key=lambda other: _fullness(other, of))
    return fullest if all(name_likeness(fullest, other) >= _ONE_NAME for other in fuller) else name


def person_id(name: str, of: str) -> str:
    """The id of a person who is known from the register alone: '~roshan-gamage-lk'."""
    return "~" + "-".join([*fold(name).split(), *fold(of).split()])


def _fullness(name: str, of: str) -> tuple[bool, bool, int, int, str]:
    """An order of names: full ones over surnames, Latin ones over others, longer ones over shorter ones."""
    words = 0 if is_chinese(name) else len(essential(latin_words(name)))
    return (is_full(name, of), not is_chinese(name), words, len(name), name)
