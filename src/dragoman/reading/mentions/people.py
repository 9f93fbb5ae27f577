"""Who is who within one text: fullest names, posts and affiliations; later mentions by surname, role or pronoun."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.mentions.mention import Mention
from dragoman.reference.folding import fold

AT_HAND = 300  # people whom a mention may still mean: so time stays linear in the text
STATE = 2  # letters of a state's code
UNIONS = ("EU", "UN")  # bodies whose short form is as long
NAMELESS = frozenset({"state", "body", "org", "region", "group"})
SPELT_ALIKE = 2  # first letters that two spellings of a first name share
MORE = 2  # times as often spoken of
LEAST_SHARED = 4  # characters of an institution's name that a post must repeat
WORD = re.compile(r"[^\W\d_]+")
ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")


def is_code(affiliation: str | None) -> bool:
    """Whether an affiliation is a state's ISO code or a body's short form in capitals, not an institution's name."""
    return affiliation is not None and (len(affiliation) == STATE or affiliation.isupper())


def is_state(affiliation: str | None) -> TypeGuard[str]:
    """Whether an affiliation is a state's ISO code."""
    return affiliation is not None and len(affiliation) == STATE and affiliation not in UNIONS


def is_body(affiliation: str | None) -> bool:
    """Whether an affiliation is a body's short form in capitals ('UNESCO')."""
    return affiliation is not None and is_code(affiliation) and not is_state(affiliation)


@dataclass(slots=True, eq=False)
class Person:
    """One participant of the text: a person, a state, a body, an institution or a group.

    `name` and `post` are spans of the text, `affiliation` a code or an institution's name, `inferred` whether it was
    concluded rather than told (`title_spans` are the title's that it was concluded from); `mentions` are all
    mentions in order.
    """

    kind: str
    name: tuple[int, int] | None = None
    post: tuple[int, int] | None = None
    affiliation: str | None = None
    affiliation_span: tuple[int, int] | None = None
    inferred: bool = False
    title_spans: tuple[tuple[int, int], ...] = ()
    rule: str = ""
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def post_kind(self) -> str:
        """What the language says of the head of the first office told: `sole`, `minister`, `envoy`; '' if nothing."""
        return next((m.post_kind for m in self.mentions if m.post_kind), "")


def _spelt_alike(some: list[str], others: list[str]) -> bool:
    """Two spellings of one full name: 'Stefan Novak' and 'Stéphane Novak'."""
    if len(some) != 2 or len(others) != 2 or some[-1] != others[-1]:
        return False
    return (
        some[0][:SPELT_ALIKE] == others[0][:SPELT_ALIKE]
        and some[0] != others[0]
        and min(map(len, (some[0], others[0]))) > SPELT_ALIKE + 1
    )


def _initialled(some: list[str], others: list[str]) -> bool:
    """A name with its first word cut to a letter: 'A. Quispe Rojas' of 'Ana Quispe Rojas'."""
    cut = len(some) > 1 and len(some[0]) == 1 and not is_cjk(some[0])
    return cut and bool(others) and others[0].startswith(some[0]) and some[1:] == others[-len(some) + 1 :]


def share_countries(people: list[Mention]) -> None:
    """'with President A and Foreign Minister B of Chad', 'with Chadian Minister A and Envoy B': both are Chad's.

    Only for counterparts listed as one side: 'President A and Prime Minister B of Chad spoke' has two sides.
    """
    offices = [m for m in people if m.kind == "person" and m.post and m.name and m.list_size == 1]
    for a, b in itertools.pairwise(offices):
        titled = all(m.name and m.post and m.post[0] < m.name[0] for m in (a, b))
        for told, untold in ((a, b), (b, a)):
            span = told.affiliation_span
            leads = span is not None and told.name is not None and span[0] < told.name[0]
            if untold.post and untold.start < untold.post[0]:  # 'HEA Chief Executive B' is not of A's state
                continue
            if span and not is_code(told.affiliation) and untold.post_kind != "institution":
                continue  # 'with Rector A and Minister B', 'with Acme CEO A and Labor Secretary B'
            if span and titled and told.post_kind != "envoy" and not untold.affiliation and (told is a or not leads):
                untold.affiliation, untold.affiliation_span = told.affiliation, span


class Roster:
    """The participants of one text, filled in reading order. `home` is the publisher's state or body, if known;
    `abroad` the other state that the text is most about, if it is known beforehand; `issuer` the institution that
    publishes.
    """

    def __init__(
        self, text: str, home: str | None = None, abroad: str | None = None, issuer: str | None = None
    ) -> None:
        self._text = text
        self.issuer = issuer
        self.home = home
        self.abroad = abroad
        self.people: list[Person] = []
        self._words: dict[tuple[int, int], list[str]] = {}
        self._names: dict[tuple[int, int], list[str]] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._nameless: dict[Hashable, Person] = {}
        self._body: str | None = None
        self._latest_institution: str | None = None  # 'its rector' is of the institution mentioned last
        self._houses: list[str] = []  # institutions named for themselves, and not only as those of guests
        self._guests: set[str] = set()  # institutions whose delegations are told of
        self._institutions: dict[str, str] = {}  # by each word of the name
        self._acronyms: dict[str, str] = {}  # for whom those act whose name is told with an acronym
        self._groups: dict[str, Person] = {}  # by the last word, those of which it is told for whom they act

    def words(self, span: tuple[int, int] | None) -> list[str]:
        """The folded words of a span; Han runs are words of one piece."""
        if span is None:
            return []
        if span not in self._words:
            self._words[span] = [w.lower() for w in WORD.findall(self._text[span[0] : span[1]])]
        return self._words[span]

    def _name_words(self, span: tuple[int, int] | None) -> list[str]:
        """The words of a name without accents: 'Hernández' is 'Hernandez' too."""
        if span is None:
            return []
        if span not in self._names:
            words = self.words(span)
            self._names[span] = [word if word.isascii() or is_cjk(word[0]) else fold(word) for word in words]
        return self._names[span]

    def latest(self) -> Iterator[Person]:
        """Those entered last, the latest first."""
        return reversed(self.people[-AT_HAND:])

    def text_of(self, span: tuple[int, int] | None) -> str | None:
        """The characters of a span."""
        return self._text[span[0] : span[1]] if span else None

    def hear_of(self, event: Mention) -> None:
        """An event of a body: 'the General Conference of UNESCO' names UNESCO."""
        bodies = [value for value, _ in event.members if not is_state(value)]
        self._body = bodies[-1] if bodies else self._body

    def enter(self, mention: Mention, partners: Collection[Person] = ()) -> Person:
        """The participant of a mention, found among the earlier ones or new; none of its partners."""
        if mention.of_that and mention.affiliation is None:
            own = self.home if self.home and not is_state(self.home) else None
            mention.affiliation = self._house(mention) or self._latest_institution or own
        self._resolve(mention)
        if mention.part and mention.kind == "person":
            mention.affiliation = self._latest_institution
        person = self._find(mention)
        if person is None or person in partners:
            person = Person(mention.kind, rule=mention.rule)
            self.people.append(person)
            self._nameless.setdefault(self._key(mention), person)
            for word in self._name_words(mention.name):
                self._by_word.setdefault(word, []).append(person)
        self._enrich(person, mention)
        if mention.affiliation and not is_code(mention.affiliation):
            if mention.kind == "org":
                self._houses.append(mention.affiliation)
            elif mention.kind == "group" or "-led" in mention.rule:
                self._guests.add(mention.affiliation)
        acts = mention.kind in ("body", "org") or (mention.kind == "person" and mention.post_kind == "institution")
        if acts and len(mention.affiliation or "") > 2 and not mention.part:
            self._latest_institution = mention.affiliation
        if person.kind == "person" and person.affiliation is None and mention.post:
            person.affiliation = self._named_before(mention)
        head = mention.post_kind == "institution" and mention.foreign and is_cjk(self._text[mention.start])
        if head and person.affiliation is None and self._latest_institution:  # '在甲大学会见校长乙'
            person.affiliation, person.inferred = self._latest_institution, True
        if person.kind == "person" and person.affiliation is None and mention.post_kind == "chief":
            person.affiliation, person.inferred = self._body, self._body is not None
        posted = self.abroad is not None and any(m.host == self.abroad for m in person.mentions)
        if mention.foreign and person.affiliation is None and mention.kind == "person" and not posted:
            person.affiliation, person.inferred = self.abroad, True
        return person

    def _house(self, mention: Mention) -> str | None:
        """'A delegation of A University was received by the president of | the university': of the publisher's, or of
        the one named for itself last, not of the guests'.
        """
        if not mention.rule.endswith("-the"):
            return None
        nouns = {word for word in self.words((mention.start, mention.end)) if len(word) > LEAST_SHARED}
        names = [*([self.issuer] if self.issuer else []), *reversed(self._houses[-AT_HAND:])]
        return next((n for n in names if n not in self._guests and nouns & set(n.lower().split())), None)

    def _resolve(self, mention: Mention) -> None:
        """'the University', 'Rector of the University': the institution of whose name that is a word; 'the
        Organization': the body last named."""
        mention.affiliation = self._acronyms.get(mention.affiliation or "", mention.affiliation)
        words = (mention.affiliation or "").lower().split()
        if mention.kind in ("group", "org", "body") and mention.affiliation:
            for acronym in ACRONYM.findall(self._text, mention.start, mention.end):
                self._acronyms.setdefault(acronym, mention.affiliation)
        elif mention.kind == "person" and mention.affiliation is None and mention.post:
            mention.affiliation = self._acronyms.get(self._text[mention.start : mention.post[0]].strip())
        if mention.kind == "person" and is_body(mention.affiliation):
            self._body = mention.affiliation  # 'the Director-General of UNESCO … the Organization'
        if mention.kind == "body":
            self._body = mention.affiliation
        elif mention.generic and self._body:
            mention.affiliation = self._body
        elif len(words) == 1 and len(words[0]) > 2:  # no state: 'DE' is no word of 'lycée de Lima'
            mention.affiliation = self._institutions.get(words[0], mention.affiliation)
        elif mention.affiliation and mention.kind in ("org", "person", "group"):
            self._institutions.update((word, mention.affiliation) for word in words)

    def holder(self, post: tuple[int, int]) -> Person | None:
        """The latest named person whose office ends or begins with these words of the text."""
        words = self.words(post)
        offices = (
            (person, self.words(person.post)) for person in self.latest() if person.name and person.kind == "person"
        )
        return next(
            (person for person, held in offices if held and words in (held[: len(words)], held[-len(words) :])), None
        )

    def bearer(self, name: tuple[int, int]) -> Person | None:
        """Who bears a name, entered last if several do; None if nobody yet does."""
        words = self._name_words(name)
        return next(reversed(self._by_word.get(words[-1], [])), None) if words else None

    def knows(self, name: tuple[int, int] | None) -> bool:
        """Whether somebody already entered bears each word of a name."""
        return all(word in self._by_word for word in self._name_words(name))

    def known(self, mention: Mention) -> Person | None:
        """The participant that a mention would be taken for."""
        return self._find(mention)

    def _find(self, mention: Mention) -> Person | None:
        if mention.kind in NAMELESS:
            known = self._nameless.get(self._key(mention))
            return known or (self._same_group(mention) if mention.kind == "group" and not mention.affiliation else None)
        if mention.name:
            return self._by_name(mention) or self._unnamed_holder(mention)
        if mention.post and mention.list_size == 1:
            return self._by_post(mention)
        return None

    def _key(self, mention: Mention) -> Hashable:
        """What a state, a body or a group is known again by: its affiliation, and a group's words."""
        return mention.kind, mention.affiliation, tuple(self.words(mention.post)) if mention.kind == "group" else ()

    def _same_group(self, mention: Mention) -> Person | None:
        """'the delegation': the latest group whose noun these words are and of which it is told for whom it acts."""
        words = self.words(mention.post)
        known = self._groups.get(words[-1]) if words else None
        told = [m for m in known.mentions if m.affiliation] if known else []
        return known if any(words == self.words(s)[-len(words) :] for m in told for s in (m.head, m.post)) else None

    def _by_name(self, mention: Mention) -> Person | None:
        words = self._name_words(mention.name)
        if mention.post_kind == "spouse" and len(words) == 1:  # 'and Mrs. Tanaka'
            return next((p for p in self._by_word.get(words[0], []) if p.mentions[0].post_kind == "spouse"), None)
        if words and len(words[0]) == 1 and is_cjk(words[0]):  # '周大使'
            return self._of_family(words[0])
        candidates = self._by_word.get(words[-1], []) if words else []
        for person in reversed(candidates or (self._by_word.get(words[0], []) if words else [])):
            known = self._name_words(person.name)
            if (
                person.affiliation
                and mention.affiliation
                and person.affiliation != mention.affiliation
                and len(words) == 1
                and not person.inferred
            ):
                continue
            if set(words) <= set(known) or set(known) <= set(words) or _spelt_alike(words, known):
                return person
            if _initialled(words, known) or _initialled(known, words):
                return person
        titled = mention.name and mention.post and mention.name[1] <= mention.post[0]
        alone = len(words) == 1 and is_cjk(words[0]) and not candidates
        return self._of_family(words[0]) if titled and alone else None  # '山下知事'

    def _unnamed_holder(self, mention: Mention) -> Person | None:
        """'The Minister received the Envoy. Ana Quispe, the Minister, …': who was told by the same office alone."""
        held = self.words(mention.post)
        if not held or mention.list_size > 1 or mention.kind != "person" or not mention.post_kind:
            return None
        return next(
            (
                p
                for p in self.latest()
                if p.kind == "person"
                and not p.name
                and p.post
                and self._same_office(p, mention)
                and (p.affiliation or self.home) == (mention.affiliation or self.home)
                and not (p.gender and mention.gender and p.gender != mention.gender)
                and all(m.list_size == 1 for m in p.mentions)
            ),
            None,
        )

    def _same_office(self, person: Person, mention: Mention) -> bool:
        """The same words; of a minister or a head of state or government the first of them will do."""
        known, held = self.words(person.post), self.words(mention.post)
        short = mention.post_kind in ("minister", "sole") and known == held[: len(known)]
        return known == held or (short and any(m.post_kind == mention.post_kind for m in person.mentions))

    def _of_family(self, family: str) -> Person | None:
        """The latest person whose name begins so."""
        named = (p for p in self.latest() if p.kind == "person" and p.name)
        return next((p for p in named if "".join(self._name_words(p.name)).startswith(family)), None)

    def _by_post(self, mention: Mention) -> Person | None:
        """'The Secretary' is the latest person whose post holds these words and whose affiliation does not differ,
        the home
        state's before others'.
        """
        words = self._office(mention)
        known_other = None
        ours = [
            p for p in self.latest() if self.home and not mention.affiliation and p.affiliation in (None, self.home)
        ]
        people = [*ours, *self.latest()]
        fitting = [p for p in people if not (mention.gender and p.gender) or mention.gender == p.gender]
        if mention.gender == "m":  # 'le ministre' may be a woman
            fitting += people
        for person in fitting:
            if person.kind != "person" or not person.post:
                continue
            if mention.affiliation and mention.affiliation != (person.affiliation or self.home):
                continue
            if mention.post_kind == "sole" and not any(m.post_kind == "sole" for m in person.mentions):
                continue  # 'the President' is not the 'Adviser to the President'
            held = self.words(person.post)
            if words and is_cjk(words[0][0]) and any(word.endswith(words[-1]) for word in held):
                return person
            if set(words) <= set(held):
                if not person.name and held != words:  # 'its first president' is not 'the President'
                    known_other = known_other or person
                elif held[: len(words)] == words or held[-len(words) :] == words or mention.affiliation:
                    return self._just_so(person, fitting, words) or self._spoken_of_more(person, fitting, words)
                known_other = known_other or person
        same = (p for p in fitting if p.kind == "person" and p.mentions and self._holds(p, mention))
        return known_other or next(same, None) or self._untold(mention)

    def _untold(self, mention: Mention) -> Person | None:
        """'The Minister A received the Envoy. … the Chadian minister said': the only one who holds this office, where
        the text does not say at first whose he is, nor its publisher.
        """
        if self.home is not None or not is_state(mention.affiliation) or mention.post_kind != "minister":
            return None
        words = self._office(mention)
        people = [p for p in self.latest() if p.kind == "person"]
        peers = any(m.post_kind == "peer" for p in people if p.affiliation is None for m in p.mentions)
        if peers or any(p.affiliation == mention.affiliation for p in people):
            return None  # 'met her counterpart / the Chadian Envoy. … the Chadian minister'
        alike = [p for p in people if p.name and any(m.post_kind == mention.post_kind for m in p.mentions)]
        same = [p for p in alike if words == self.words(p.post)[: len(words)] or self._is_office(p, mention)]
        same = [p for p in same if not (mention.gender == "f" and p.gender == "m")]
        return same[0] if len(same) == 1 and same[0].affiliation is None else None

    def _is_office(self, person: Person, mention: Mention) -> bool:
        return bool(mention.office) and any(m.office == mention.office for m in person.mentions)

    def _just_so(self, latest: Person, people: list[Person], words: list[str]) -> Person | None:
        """'the Counselor' is the one who is Counselor, and not the Counselor to the Agency for Water told after him."""
        ours = latest.affiliation or self.home
        named = (p for p in people if p.kind == "person" and p.name and (p.affiliation or self.home) == ours)
        return (
            next((p for p in named if self.words(p.post) == words), None) if self.words(latest.post) != words else None
        )

    def _spoken_of_more(self, latest: Person, people: list[Person], words: list[str]) -> Person:
        """Of those whose office begins with some words the one whom the text speaks of far more than of the latest."""
        alike = (p for p in people if p.kind == "person" and p.name and self.words(p.post)[: len(words)] == words)
        ours = (p for p in alike if p.affiliation == latest.affiliation)
        told = {person: len(person.mentions) for person in [latest, *ours]}
        most = max(told, key=lambda person: told[person])
        return most if told[most] >= MORE * told[latest] else latest

    def _holds(self, person: Person, mention: Mention) -> bool:
        """'the head of government' is the prime minister, 'the minister in charge of schools' that of schools and
        sports.
        """
        ours = mention.affiliation is None or mention.affiliation == (person.affiliation or self.home)
        if ours and mention.affiliation and mention.post_kind == "minister" and len(self._office(mention)) == 1:
            return any(m.post_kind == "peer" for m in person.mentions)  # 'the Chadian minister', told as a counterpart
        if ours and mention.office:
            return any(m.office == mention.office for m in person.mentions)
        ministers = (m for m in person.mentions if mention.fields and m.post_kind == mention.post_kind == "minister")
        return ours and any(mention.fields <= m.fields for m in ministers)

    def _office(self, mention: Mention) -> list[str]:
        """The words of a post without the country told in it: 'président arménien'."""
        post, told = mention.post, mention.affiliation_span
        if post is None or told is None or not post[0] < told[0] < told[1] <= post[1]:
            return self.words(post)
        return [*self.words((post[0], told[0])), *self.words((told[1], post[1]))]

    def _named_before(self, mention: Mention) -> str | None:
        """The institution whose name's end opens the post: 'the X University Advisory Board' … 'Board chairman'."""
        post = self.text_of(mention.post) or ""
        named = (
            p.affiliation
            for p in self.people[-AT_HAND:]
            if p.kind in ("org", "group") and p.affiliation and is_cjk(p.affiliation[-1])
        )
        return next(
            (name for name in named if any(post.startswith(name[-n:]) for n in range(len(name), LEAST_SHARED - 1, -1))),
            None,
        )

    def _enrich(self, person: Person, mention: Mention) -> None:
        person.mentions.append(mention)
        if mention.gender and (mention.name or not person.gender):
            person.gender = mention.gender
        if mention.kind == "group" and mention.affiliation:
            ends = [words[-1] for span in (mention.post, mention.head) if (words := self.words(span))]
            self._groups.update((word, person) for word in ends)
        if mention.name and (person.name is None or self._fuller(mention.name, person.name)):
            for word in self._name_words(mention.name):
                if person not in self._by_word.setdefault(word, []):
                    self._by_word[word].append(person)
            person.name = mention.name
        if mention.post and (
            person.post is None
            or (
                person.kind == "person"
                and len(self.words(mention.post)) > len(self.words(person.post))
                and mention.name
            )
        ):
            person.post = mention.post
        if mention.affiliation and (person.affiliation is None or person.inferred):
            person.affiliation, person.affiliation_span, person.inferred = (
                mention.affiliation,
                mention.affiliation_span,
                False,
            )

    def _fuller(self, new: tuple[int, int], old: tuple[int, int]) -> bool:
        return len(self.words(new)) > len(self.words(old))
