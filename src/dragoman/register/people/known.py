"""The people whom tenures tell of, to be looked up by country or organisation and by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.reference import Tenure, name_keys, world
from dragoman.reference.folding import fold
from dragoman.reference.name_parts import chinese_parts, is_chinese


@dataclass(frozen=True, slots=True)
class Known:
    """A person, with every known spelling of the name and every tenure."""

    id: str
    name: str
    names: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class People:
    """Everybody of some tenures."""

    def __init__(self, tenures: Iterable[Tenure], own: frozenset[Tenure] = frozenset()) -> None:
        """`own` are those that people have imported: where they tell who held a post, others do not count."""
        self._own = own
        held: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            held[tenure.person].append(tenure)
        self._by_id: dict[str, Known] = {}
        self._of: dict[str, list[Known]] = defaultdict(list)
        self._keyed: dict[str, dict[str, list[Known]]] = {}
        self._by_word: dict[str, list[Known]] = defaultdict(list)
        self._posts: dict[tuple[str, str], list[tuple[Known, Tenure]]] = defaultdict(list)
        for id, service in held.items():
            names = tuple(dict.fromkeys(name for tenure in service for name in tenure.names))
            person = self._by_id[id] = Known(id, service[0].name, names, tuple(service))
            for of in dict.fromkeys(tenure.of for tenure in service):
                self._of[of].append(person)
            for word in {word for name in names for word in _words(name)}:
                self._by_word[word].append(person)
            for tenure in service:
                self._posts[tenure.post, tenure.of].append((person, tenure))

    def get(self, id: str) -> Known | None:
        """The person of an id."""
        return self._by_id.get(id)

    def perhaps_named(self, name: str, of: str) -> list[Known]:
        """Everybody who served a country or organisation and shares a key with a name."""
        if of not in self._keyed:
            by_key: dict[str, list[Known]] = defaultdict(list)
            for person in self._of.get(of, ()):
                for key in {key for known in person.names for key in name_keys(known)}:
                    by_key[key].append(person)
            self._keyed[of] = by_key
        found = (person for key in sorted(name_keys(name)) for person in self._keyed[of].get(key, ()))
        return list({person.id: person for person in found}.values())

    def written_alike(self, name: str) -> list[Known]:
        """Everybody of whose name a word is written as one of this name, whomever they served."""
        found = (person for word in _words(name) for person in self._by_word.get(word, ()))
        return list({person.id: person for person in found}.values())

    def holders(self, post: str, of: str, first: str, last: str | None) -> tuple[list[tuple[Known, Tenure]], bool]:
        """Who held a post some day from `first` to `last`, and whether surely; if nobody surely, who perhaps did."""
        held = [(person, tenure, tenure.holds(first, last)) for person, tenure in self._posts.get((post, of), [])]
        sure = [(person, tenure) for person, tenure, holds in held if holds == "yes"]
        sure = [(person, tenure) for person, tenure in sure if tenure in self._own] or sure
        return (sure, True) if sure else ([(p, t) for p, t, holds in held if holds == "perhaps"], False)


def _words(name: str) -> list[str]:
    """The folded words of a name; Chinese ones part by part."""
    return list(chinese_parts(name)) if is_chinese(name) else fold(name).split()


@lru_cache(maxsize=4)
def known_people(own: tuple[Tenure, ...] = ()) -> People:
    """The people of the package's tenures, and of tenures of one's own."""
    return People((*own, *world().tenures), own=frozenset(own))
