"""Lists of those who took part: a line that announces them ('Participants included:'), then one a line or after dashes.

They are further parties of the engagement told before; listed members replace a group that they may make up.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import PARENTS, Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.people import Person
from dragoman.reading.text.items import Item, Items

BULLETS = frozenset("•*·▪◦●")
NUMBER = 2  # items of '1.' before an entry
MEMBERS = 3  # named people in a list that make up a group told before


class Attendance:
    """Follows the lists of one text, sentence by sentence."""

    def __init__(self, narration: Narration, items: Items) -> None:
        self._narration = narration
        self._items = items
        self._draft: Draft | None = None  # whose list is being read
        self._listed: list[Draft] = []
        self._members: list[Person] = []
        self._paragraph = -1

    def hear(self, told: Told) -> None:
        """Take in one sentence after the narration has told it."""
        announced = self._announced(told)
        if announced >= 0:
            self._draft, self._paragraph, self._members = self._occasion(), told.sentence.paragraph, []
            self._add(told.elements[announced:])
        elif self._draft is not None and self._goes_on(told):
            self._paragraph = told.sentence.paragraph
            self._add(told.elements)
        elif not self._is_heading(told):
            self._draft = None

    def keep_at_home(self, home: str) -> None:
        """Where a state's list names nobody of another state, all act at home, those of institutions too."""
        for draft in self._listed:
            states = {p.affiliation for p in draft.parties if p.affiliation and len(p.affiliation) == 2}
            if (states | draft.countries()) <= {home}:
                for person in draft.parties:
                    if person.kind == "person" and _is_institution(person):
                        person.affiliation, person.affiliation_span, person.inferred = home, None, True

    def _announced(self, told: Told) -> int:
        """The element after the colon that announces a list, −1 if none does."""
        sentence = told.sentence
        items = self._items.items[sentence.first : sentence.last]
        colon = next((n for n, item in enumerate(items) if item.text in (":", "：")), -1)
        if colon < 0 or not any(item.has("attendees") for item in items[:colon]):
            return -1
        if not (colon == len(items) - 1 or _is_bullet(items[colon + 1])):
            return -1
        end = items[colon].end
        return next((n for n, element in enumerate(told.elements) if element.start >= end), len(told.elements))

    def _goes_on(self, told: Told) -> bool:
        """Whether a sentence holds entries: after a bullet or a number, or in the line of the entries before it."""
        first = self._items.items[told.sentence.first]
        numbered = first.has("num") and told.sentence.last - told.sentence.first <= NUMBER
        return _is_bullet(first) or numbered or (told.sentence.paragraph == self._paragraph and not told.predicates)

    def _is_heading(self, told: Told) -> bool:
        """Whether a line only divides a list ('Civil rights leaders:')."""
        last = self._items.items[told.sentence.last - 1]
        return self._draft is not None and not told.predicates and not last.has("stop")

    def _occasion(self) -> Draft | None:
        """The engagement that a list belongs to: the only one told so far; of several, which one cannot be said."""
        drafts = [d for d in self._narration.drafts if d.status != "referenced"]
        told = [d for d in drafts if d.kind not in PARENTS] or drafts
        return told[0] if len(told) == 1 else None

    def _add(self, elements: list[Element]) -> None:
        draft = self._draft
        if draft is None:
            return
        named = [person for entry in _entries(elements) for person in self._first(entry)]
        self._members += (person for person in named if person not in self._members)
        self._listed += [draft] if draft not in self._listed else []
        draft.parties.extend(person for person in self._members if person not in draft.parties)
        if sum(person.name is not None for person in self._members) >= MEMBERS:
            draft.parties = [p for p in draft.parties if p in self._members or p.kind != "group" or p.affiliation]

    def _first(self, entry: list[Element]) -> list[Person]:
        """Whom an entry names: its first person, else its first institution or group."""
        for wanted in (("person",), ("group", "org", "body", "state")):
            found = next((e.mentions for e in entry if e.is_kind(*wanted)), ())
            if found:
                return self._narration.people(list(found))
        return []


def _is_institution(person: Person) -> bool:
    """Whether somebody acts for an institution at home, not for a state or an international body."""
    told = person.affiliation is not None and len(person.affiliation) > 2 and not person.affiliation.isupper()
    return told and not any(mention.country for mention in person.mentions)


def _is_bullet(item: Item) -> bool:
    return item.has("dash") or item.text in BULLETS


def _entries(elements: list[Element]) -> Iterator[list[Element]]:
    """The elements between one bullet and the next."""
    entry: list[Element] = []
    for element in elements:
        if element.item is not None and _is_bullet(element.item):
            yield entry
            entry = []
        else:
            entry.append(element)
    yield entry
