"""Which mechanisms of several readouts are one, whatever their names and languages, and why.

Two are one if they have one name, if one occasion was a session of both, or if their names say the same: the same
sides, sort and subjects. Nothing joins those of other sides, sorts, subjects or levels, nor those whose sessions
cannot be of one series.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.model import Mechanism
from dragoman.reference.concepts import Vocabulary
from dragoman.reference.folding import fold
from dragoman.reference.mechanisms import MechanismName, mechanism_name
from dragoman.register.rows import Told

# Sessions of one number are at most so many days apart: told by their days or by what was published of them.
_ONE_SESSION = 366
_OF_NO_SUBJECT = frozenset({"dialogue"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A mechanism as one readout names it, in an account (by its id in the reading) of an engagement of the register.

    `day` is that of the engagement, None where it has none.
    """

    mechanism: Mechanism
    told: Told
    account: str
    engagement: str
    day: str | None
    name: MechanismName

    @property
    def key(self) -> tuple[str, str]:
        """The name and its language."""
        return self.mechanism.name, self.told.reading.language

    @property
    def in_session(self) -> bool:
        """Whether the engagement is a session of it."""
        return self.mechanism.status == "in session"


@dataclass(slots=True)
class Arrangement:
    """A mechanism with all its namings, and why each further name is one of it."""

    namings: list[Naming]
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def takes(self, naming: Naming, vocabulary: Vocabulary) -> bool:
        """Take a naming in if it is of this mechanism."""
        if any(_are_two(naming, other) for other in self.namings):
            return False
        why = next((why for other in self.namings if (why := _are_one(naming, other, vocabulary))), None)
        if why is None:
            return False
        self.add(naming, why)
        return True

    def add(self, naming: Naming, why: str) -> None:
        """Take a naming in for a reason."""
        self.namings.append(naming)
        self.names.setdefault(naming.key, why)


def naming(mechanism: Mechanism, told: Told, days: Mapping[str, str | None], vocabulary: Vocabulary) -> Naming:
    """A mechanism of a reading; `days` gives that of each engagement."""
    account = mechanism.engagement or told.accounts[0]
    engagement = told.engagements.get(account, told.engagement)
    said = mechanism_name(mechanism.name, mechanism.kind, told.reading.language, mechanism.parties, vocabulary)
    return Naming(mechanism, told, account, engagement, days.get(engagement), said)


def arrangements(namings: Iterable[Naming], vocabulary: Vocabulary) -> list[Arrangement]:
    """The mechanisms of these namings, in the order in which they first stand."""
    found: list[Arrangement] = []
    for each in namings:
        if not any(one.takes(each, vocabulary) for one in found):
            found.append(Arrangement([]))
            found[-1].add(each, "")
    return found


def _are_one(a: Naming, b: Naming, vocabulary: Vocabulary) -> str | None:
    """Why two are one; None if nothing says so."""
    if fold(a.mechanism.name) == fold(b.mechanism.name):
        return "one name"
    sides = f"same sides {', '.join(sorted(a.mechanism.parties))}"
    if _are_one_session(a, b):
        return f"{sides}; one session, {a.engagement}"
    if len(a.mechanism.parties) < 2 or a.name.about != b.name.about or a.name.rest != b.name.rest:
        return None
    named = all(len(each.name.parties) > 1 for each in (a, b))
    if not (a.name.about or a.name.rest) and (a.name.sort in _OF_NO_SUBJECT or not named):
        return None
    subjects = [_label(one, vocabulary) for one in sorted(a.name.about)]
    levels = [f"both {rank}" for rank in sorted(a.name.ranks & b.name.ranks)]
    return "; ".join([sides, *levels, *(f"both of {each}" for each in subjects)])


def _label(about: str, vocabulary: Vocabulary) -> str:
    concept = vocabulary.concepts.get(about)
    return concept.label() if concept else about


def _are_two(a: Naming, b: Naming) -> bool:
    """Whether two mechanisms cannot be one."""
    if not _may_have_one_side(a, b) or _cannot_be_one_series(a, b):
        return True
    if fold(a.mechanism.name) == fold(b.mechanism.name) or _are_one_session(a, b):
        return False
    one, other = a.name, b.name
    sorts = one.sort != other.sort and not one.bare and not other.bare
    subjects = bool(one.about and other.about) and one.about != other.about
    words = a.told.reading.language == b.told.reading.language and one.rest != other.rest
    return sorts or subjects or words or not (one.ranks <= other.ranks or other.ranks <= one.ranks)


def _are_one_session(a: Naming, b: Naming) -> bool:
    """Whether two readouts tell of one occasion as a session of either."""
    return a.in_session and b.in_session and a.engagement == b.engagement and a.told is not b.told


def _may_have_one_side(a: Naming, b: Naming) -> bool:
    """Whether the parties of two may be those of one; what is called by a name of its own gathers others each time."""
    ours, theirs = frozenset(a.mechanism.parties), frozenset(b.mechanism.parties)
    if ours == theirs or (len(ours & theirs) > 1 and (ours <= theirs or theirs <= ours)):
        return True
    return bool(a.name.rest or a.name.parties) and fold(a.mechanism.name) == fold(b.mechanism.name)


def _cannot_be_one_series(a: Naming, b: Naming) -> bool:
    """Whether the numbers of their sessions and the days of these fit no series."""
    one, other = a.mechanism.ordinal, b.mechanism.ordinal
    if one is None or other is None:
        return False
    if a.engagement == b.engagement:
        return one != other
    if a.day is None or b.day is None:
        return False
    apart = (date.fromisoformat(a.day) - date.fromisoformat(b.day)).days
    return abs(apart) > _ONE_SESSION if one == other else (one - other) * apart < 0
