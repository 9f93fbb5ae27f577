"""The values of a reading made elsewhere, each let through as far as its readout bears it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, cast, get_args

from dragoman.errors import DragomanError
from dragoman.exchange.readings.words import Words
from dragoman.model import Basis, DateRange, Evidence, Mechanism, MechanismStatus, Party, Place, Point, Readout, Topic
from dragoman.reference import world
from dragoman.register.decisions.checking import checked
from dragoman.register.decisions.facts import FIELDS, Content, FactKind

RULE = "given"
# How sure a reader is that does not say so.
_UNTOLD = 0.5
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that was left out: where in the record ('engagements[0].parties[1]') and why."""

    at: str
    reason: str

    def __str__(self) -> str:
        return f"{self.at}: {self.reason}"


class Values:
    """Lets values through, and writes down in `refused` what the text does not bear out.

    What makes a value takes where in the record it stands, for refusals of its parts, and raises DragomanError for one
    that is refused as a whole.
    """

    def __init__(self, readout: Readout) -> None:
        self.words = Words(readout)
        self.refused: list[Refusal] = []
        self._title = readout.title

    def let(self, at: str, make: Callable[..., Made], *of: Any) -> Made | None:
        """What is made of a value that stands `at` a place, or None with the refusal written down."""
        try:
            return make(at, *of)
        except DragomanError as error:
            self.refused.append(Refusal(at, str(error)))
            return None

    def each(self, at: str, given: object, make: Callable[..., Made], *more: Any) -> Iterator[Made]:
        """What is made of each item of a list; the refused ones are left out."""
        if given is not None and not isinstance(given, list):
            self.refused.append(Refusal(at, "it is no list"))
            given = None
        for number, each in enumerate(given or ()):
            made = self.let(f"{at}[{number}]", make, each, *more)
            if made is not None:
                yield made

    def date(self, at: str, given: Any) -> DateRange | None:
        """The days, None where there are none."""
        if given is None:
            return None
        content = content_of("date", given)
        return DateRange(**content, **self._known(given, ()))

    def place(self, at: str, given: Any) -> Place:
        """A place; without a town that the text does not name, if it has a country."""
        content = content_of("place", given)
        found = self._borne_out(at, content, "locality", self.words.find, "country")
        return Place(**content, **self._known(given, found))

    def party(self, at: str, given: Any) -> Party:
        """A party; without a post that the text does not name, if it has a name."""
        content = content_of("party", given)
        found: tuple[Evidence, ...] = (self.found(at, content["name"]),) if content["name"] else ()
        found += self._borne_out(at, content, "post", self.words.find_inflected, "name")
        found += self._affiliation(content["affiliation"]) if content["affiliation"] else ()
        return Party(**content, **self._known(given, found))

    def _borne_out(
        self, at: str, content: Content, name: str, find: Callable[[str], Evidence | None], other: str
    ) -> tuple[Evidence, ...]:
        """The words of one field of a content; where the text has none, it is left out if another field says enough."""
        words = content[name]
        found = find(words) if words else None
        if words and not found:
            refusal = _unsaid(words)
            if not content[other]:
                raise refusal
            self.refused.append(Refusal(f"{at}.{name}", str(refusal)))
            content[name] = None
        return (found,) if found else ()

    def topic(self, at: str, given: Any) -> Topic:
        """A topic, in exactly the words of the text; a string alone will do."""
        given = {"text": given} if isinstance(given, str) else given
        content = content_of("topic", given)
        quoted = self._quoted(content["text"], given)
        return Topic(quoted.text, quoted.start, quoted.end, confidence_of(given), RULE)

    def point(self, at: str, given: Any) -> Point:
        """A point, in exactly the words of the text; without speakers that are not known."""
        content = content_of("point", given)
        quoted = self._quoted(content["text"], given)
        by = self._speakers(f"{at}.by", content["by"])
        return Point(content["act"], by, quoted.text, quoted.start, quoted.end, confidence_of(given), RULE)

    def mechanism(self, at: str, given: Any, accounts: set[str]) -> Mechanism:
        """A mechanism that the text names; `accounts` are the ids of the engagements that were taken."""
        if not isinstance(given, dict) or not isinstance(given.get("name"), str):
            raise DragomanError("a mechanism has a name")
        status, kind, ordinal = given.get("status"), given.get("kind"), given.get("ordinal")
        if status not in get_args(MechanismStatus):
            raise DragomanError(f"{status!r} is no status: choose one of {', '.join(get_args(MechanismStatus))}")
        if not isinstance(kind, str) or not (ordinal is None or type(ordinal) is int):
            raise DragomanError("the kind of a mechanism is a word, its ordinal a number or null")
        engagement = given.get("engagement")
        return Mechanism(
            name=given["name"],
            kind=kind,
            status=cast(MechanismStatus, status),
            parties=self._speakers(f"{at}.parties", given.get("parties")),
            engagement=engagement if engagement in list(accounts) else None,
            ordinal=ordinal,
            confidence=confidence_of(given),
            evidence=self.words.evidence(given.get("evidence")) or (self.found(at, given["name"]),),
            rule=RULE,
        )

    def title_says(self, at: str, given: object) -> dict[str, str]:
        """What the title says."""
        if given is not None and not isinstance(given, dict):
            self.refused.append(Refusal(f"{at}.title_says", "it is no object"))
            return {}
        kept = {}
        for key, value in (given or {}).items():
            if isinstance(value, str) and value in self._title:
                kept[key] = value
            else:
                self.refused.append(Refusal(f"{at}.title_says.{key}", f"the title does not say {value!r}"))
        return kept

    def found(self, at: str, words: str) -> Evidence:
        """Where the readout has these words."""
        found = self.words.find(words)
        if found is None:
            raise _unsaid(words)
        return found

    def _quoted(self, words: str, given: dict[str, Any]) -> Evidence:
        """The words of a topic or point, exactly as the text has them, at its offsets if it names any."""
        span = {key: given.get(key) for key in ("start", "end")} | {"text": words}
        (found,) = self.words.evidence([span])
        return found

    def _affiliation(self, given: str) -> tuple[Evidence, ...]:
        """The words of an affiliation that is no known code."""
        known = world()
        if given in known.countries or given in known.organisations or given in known.regions:
            return ()
        found = self.words.find(given)
        if found is None:
            raise DragomanError(f"'{given}' is no code of a country or body that is known, and not in the text")
        return (found,)

    def _speakers(self, at: str, given: object) -> tuple[str, ...]:
        """Those affiliations that are known, or in the text."""
        return tuple(self.each(at, given, self._speaker))

    def _speaker(self, at: str, code: object) -> str:
        if not isinstance(code, str):
            raise DragomanError(f"{code!r} is no affiliation")
        self._affiliation(code)
        return code

    def _known(self, given: dict[str, Any], found: tuple[Evidence, ...]) -> dict[str, Any]:
        """How a value is known: by the evidence that it gives, or else by its words where they were found."""
        evidence = self.words.evidence(given.get("evidence")) or found
        basis: Basis = "stated" if evidence else "inferred"
        return {"basis": basis, "confidence": confidence_of(given), "evidence": evidence, "rule": RULE}


def content_of(kind: FactKind, given: Any) -> Content:
    """The content of a fact; what else the record says of it is not looked at."""
    if not isinstance(given, dict):
        raise DragomanError(f"{given!r} is no {kind}: write an object with {', '.join(FIELDS[kind])}")
    content = {name: given[name] for name in FIELDS[kind] if given.get(name) is not None}
    return checked(kind, content)


def _unsaid(words: str) -> DragomanError:
    return DragomanError(f"the text does not say '{words}'")


def confidence_of(given: dict[str, Any]) -> float:
    """How sure the reader is, 0 to 1; raises DragomanError for what is no such number."""
    value = given.get("confidence", _UNTOLD)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise DragomanError(f"{value!r} is no confidence: write a number from 0 to 1")
    return float(value)
