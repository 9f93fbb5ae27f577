"""Who a mention is: by name, post, country and date against the tenures that are known.

A name that agrees decides; where it is only a surname, or garbled, the post held on the date must agree too. A mention
without a name is whoever surely held its post. A name that the tenures contradict is never replaced, but flagged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.reference import SAME, PostKinds, Tenure, name_likeness, post_kinds, world
from dragoman.reference.chinese_names import readings
from dragoman.reference.folding import fold
from dragoman.reference.latin_names import essential
from dragoman.reference.name_parts import chinese_parts, is_chinese, latin_words
from dragoman.reference.posts import title_overlap
from dragoman.reference.tenures import span
from dragoman.register.people.known import Known, People
from dragoman.register.rows import Identity

# From here on two spellings of a full name are one name, with less where the post agrees; a surname is just below.
_ONE_NAME = 0.95
_ONE_SURNAME = 0.88
_EVERYWHERE = 0.97
# What a garbled name must still have in common with that of the one person who held the post.
_GARBLED = 0.6
# Two candidates within this of each other cannot be told apart.
_MARGIN = 0.03
_TITLES_AGREE = 0.5
_TITLES_APART = 0.2
_YEARS_NEAR = 2
# Who is last seen in a post may still hold it, or another one, for so many years.
_YEARS_UNSEEN = 3
# A term that is told of so long before or after it: 'then Vice President', a misread date.
_DAYS_LATE = 400

# Posts that one person holds at a time.
_SINGLE = frozenset(
    {
        "head of state",
        "head of government",
        "party leader",
        "foreign minister",
        "defence minister",
        "finance minister",
        "interior minister",
        "national security adviser",
        "head of organisation",
        "spouse of the head of state",
        "deputy head of state",
    }
)
# Posts that several may hold, told apart by their titles.
_BY_TITLE = frozenset({"education minister", "culture or science minister", "head of parliament"})
_ONLY_TITLE = frozenset({"minister", "official", "ambassador", "deputy head of government"})
# Where people's names are written in characters in full.
_IN_CHARACTERS = frozenset({"CN", "TW", "HK", "MO", "SG", "JP", "KR", "KP", "VN"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as an account tells it: `of` is its affiliation, `first` and `last` the days of the account, if known.

    `told` says that the text itself says whom it acts for, rather than the reader inferring it.
    """

    name: str | None
    post: str | None
    of: str | None
    first: str | None
    last: str | None
    told: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    person: Known
    likeness: float
    tenure: Tenure | None
    sure: bool
    near: bool

    @property
    def order(self) -> tuple[bool, bool, bool, float]:
        return (self.tenure is not None, self.sure, self.near, self.likeness)


def identify(mention: Mention, people: People) -> Identity | None:
    """The conclusion about a mention; None where there is nothing to say."""
    said = post_kinds(mention.post, mention.of) if mention.post else PostKinds((), True, True)
    if mention.name is None:
        return _by_post(mention, said, people)
    found = list(_candidates(mention, said, people))
    chosen = [candidate for candidate in found if _accepted(candidate, mention, said, found)]
    if not chosen:
        return _elsewhere(mention, people) or _contradicted(mention, said, people)
    chosen.sort(key=lambda candidate: candidate.order, reverse=True)
    best = chosen[0]
    for other in chosen[1:]:
        if other.order[:3] == best.order[:3] and best.likeness - other.likeness < _MARGIN:
            names = f"{best.person.name} or {other.person.name}"
            return Identity(None, None, "inferred", best.likeness, False, f"may be {names}: nothing tells them apart")
    return _concluded(mention, best, _other_holder(best, mention, said, people))


def is_full(name: str, of: str | None) -> bool:
    """Whether a name is more than a surname."""
    if is_chinese(name):
        parts = chinese_parts(name)
        return len(parts) > 1 or (len(parts) == 1 and of in _IN_CHARACTERS and bool(readings(parts[0])))
    return sum(len(word.text) > 1 for word in essential(latin_words(name))) > 1


def _candidates(mention: Mention, said: PostKinds, people: People) -> Iterator[_Candidate]:
    """Everybody who might be meant: who shares a key with the name, or held the post."""
    assert mention.name
    near = people.perhaps_named(mention.name, mention.of) if mention.of else people.written_alike(mention.name)
    pool = {person.id: person for person in near}
    if mention.of and mention.first:
        for post in said.kinds:
            held, _ = people.holders(post, mention.of, mention.first, mention.last)
            pool |= {person.id: person for person, _ in held}
    # A full name that is written as somebody's is nobody else's.
    exact = {id: person for id, person in pool.items() if mention.name in person.names}
    for person in (exact if is_full(mention.name, mention.of) and exact else pool).values():
        alike = _likeness(mention.name, mention.of, person)
        if alike >= _GARBLED:
            yield _Candidate(person, alike, *_service(person, mention, said))


def _likeness(name: str, of: str | None, person: Known) -> float:
    """How alike a name is to those of a person: a full one to full ones, a Latin one to Latin ones."""
    names = [known for known in person.names if is_chinese(name) or not is_chinese(known)]
    if is_full(name, of):
        names = [known for known in names if is_full(known, of)] or names
    return max((name_likeness(name, known) for known in names), default=0.0)


def _service(person: Known, mention: Mention, said: PostKinds) -> tuple[Tenure | None, bool, bool]:
    """A tenure whose post and dates agree with a mention, whether surely so, and whether any tenure is near its day."""
    held = [tenure for tenure in person.tenures if mention.of in (None, tenure.of)]
    fitting = [tenure for tenure in held if _says(said, mention.post, tenure)]
    first, last = mention.first, mention.last
    if first is None:
        return next(iter(fitting), None), False, True
    near = any(_near(tenure, first) for tenure in held)
    sure = [tenure for tenure in fitting if said.current and tenure.holds(first, last) == "yes"]
    perhaps = [tenure for tenure in fitting if tenure.holds(first, last) == "perhaps" or _hardly_missed(tenure, first)]
    return next(iter(sure or perhaps), None), bool(sure), near


def _hardly_missed(tenure: Tenure, day: str) -> bool:
    """Whether a day lies shortly before or after a term."""
    at = date.fromisoformat(day)
    bounds = [date.fromisoformat(span(bound)[side]) for side, bound in ((0, tenure.start), (1, tenure.end)) if bound]
    return any(abs((at - bound).days) <= _DAYS_LATE for bound in bounds)


def _says(said: PostKinds, post: str | None, tenure: Tenure) -> bool:
    """Whether the words of a post may mean a tenure's."""
    if tenure.post not in said.kinds:
        return False
    return tenure.post not in _ONLY_TITLE or title_overlap(post or "", tenure.title) >= _TITLES_AGREE


def _near(tenure: Tenure, day: str) -> bool:
    year = int(day[:4])
    first, last = tenure.start or tenure.seen_from, tenure.end or tenure.seen_to
    near = _YEARS_NEAR if tenure.end else _YEARS_UNSEEN
    return (not first or int(first[:4]) - _YEARS_NEAR <= year) and (not last or year <= int(last[:4]) + near)


def _accepted(candidate: _Candidate, mention: Mention, said: PostKinds, found: list[_Candidate]) -> bool:
    assert mention.name
    if candidate.tenure is not None:
        if candidate.likeness >= SAME:
            return True
        return candidate.sure and candidate.tenure.post in _SINGLE | _BY_TITLE and _is_alone(candidate, found)
    if is_full(mention.name, mention.of):
        return candidate.likeness >= _ONE_NAME
    # A surname alone: nobody else may bear it, and its post must not be another's.
    return (
        candidate.likeness >= _ONE_SURNAME
        and candidate.near
        and not set(said.kinds) & _SINGLE
        and _is_alone(candidate, found)
    )


def _is_alone(candidate: _Candidate, found: list[_Candidate]) -> bool:
    return not any(
        other.person is not candidate.person and other.likeness >= min(candidate.likeness, SAME) and other.near
        for other in found
    )


def _concluded(mention: Mention, best: _Candidate, flag: str | None) -> Identity:
    assert mention.name
    written = any(_written_alike(mention.name, name) for name in best.person.names)
    reason = f"names agree {best.likeness:.2f}"
    if best.tenure is not None:
        reason += f"; {_told(best.tenure)}"
    elif not is_full(mention.name, mention.of):
        reason += "; nobody else of that name is known there at the time"
    known = best.person
    return Identity(known.id, known.name, "stated" if written else "inferred", best.likeness, True, reason, flag)


def _other_holder(best: _Candidate, mention: Mention, said: PostKinds, people: People) -> str | None:
    """A flag, where a text has somebody in a post on a day before or after the term, when another surely held it."""
    if not (mention.told and best.tenure and mention.first):
        return None
    if best.tenure.holds(mention.first, mention.last) != "no":
        return None
    holder = _holder(best.tenure.post, mention, said, people)
    if holder is None or holder[0] is best.person or holder[1].post != best.tenure.post:
        return None
    return f"the text has {best.person.name} in the post, the tenures have {holder[0].name}: {_told(holder[1])}"


def _written_alike(name: str, known: str) -> bool:
    """Whether a name is written as it is known, or in part so."""
    if is_chinese(name) or is_chinese(known):
        return chinese_parts(name) == chinese_parts(known)
    return set(fold(name).split()) <= set(fold(known).split())


def _told(tenure: Tenure) -> str:
    """'Minister of Education of France from 2022-05-20 to 2024-09-21 (partly unverified)'."""
    since = f" from {tenure.start}" if tenure.start else (f" seen {tenure.seen_from}" if tenure.seen_from else "")
    until = f" to {tenure.end}" if tenure.end else ""
    mark = "" if tenure.standing == "sourced" else f" ({tenure.standing})"
    return f"{tenure.title or tenure.post} of {_whose(tenure.of)}{since}{until}{mark}"


def _whose(of: str) -> str:
    country = world().countries.get(of)
    return country.names["en"] if country else of


def _elsewhere(mention: Mention, people: People) -> Identity | None:
    """A full name that is known in another country alone: the text's affiliation is in doubt.

    A surname will do where the affiliation was only inferred and the post was surely held there.
    """
    assert mention.name
    full = is_full(mention.name, mention.of) or is_full(mention.name, "CN")
    if mention.of is None or not (full or (mention.post and not mention.told)):
        return None
    named: dict[str, tuple[Known, Tenure]] = {}
    for person in people.written_alike(mention.name):
        if _likeness(mention.name, "CN", person) < (_EVERYWHERE if full else _ONE_NAME):
            continue
        for tenure in person.tenures:
            if _fits(tenure, mention, surely=not full):
                named[person.id] = (person, tenure)
    if len(named) != 1:
        return None
    ((person, tenure),) = named.values()
    flag = f"the text has {_whose(mention.of)}, the tenures have {_told(tenure)}"
    reason = f"the name is known nowhere else; {_told(tenure)}"
    return Identity(person.id, person.name, "inferred", _likeness(mention.name, "CN", person), True, reason, flag)


def _fits(tenure: Tenure, mention: Mention, surely: bool) -> bool:
    """Whether the post and day of a mention may be those of a tenure, whatever country the mention has."""
    if mention.post and not _says(post_kinds(mention.post, tenure.of), mention.post, tenure):
        return False
    if surely:
        return mention.first is not None and tenure.holds(mention.first, mention.last) == "yes"
    return mention.first is None or _near(tenure, mention.first)


def _contradicted(mention: Mention, said: PostKinds, people: People) -> Identity | None:
    """A flag, where somebody else surely held the one post."""
    if not mention.told or not said.whole:
        return None
    for post in said.kinds:
        if holder := _holder(post, mention, said, people):
            person, tenure = holder
            if post in _BY_TITLE and title_overlap(mention.post or "", tenure.title) < _TITLES_AGREE:
                continue
            flag = f"the text names {mention.name}, the tenures have {person.name}: {_told(tenure)}"
            return Identity(None, None, "stated", None, False, "nobody of this name is known in the post", flag)
    return None


def _by_post(mention: Mention, said: PostKinds, people: People) -> Identity | None:
    """Whoever surely held the post of a mention without a name."""
    holder = _holder(said.kinds[0], mention, said, people) if said.kinds else None
    if holder is None:
        return None
    person, tenure = holder
    return Identity(person.id, person.name, "inferred", None, True, f"no name in the text; {_told(tenure)}")


def _holder(post: str, mention: Mention, said: PostKinds, people: People) -> tuple[Known, Tenure] | None:
    """Who alone surely held a post of this kind; of several of one kind, who held the one that is called so."""
    if not (mention.post and mention.of and mention.first and said.current):
        return None
    held, sure = people.holders(post, mention.of, mention.first, mention.last)
    held = list({person.id: (person, tenure) for person, tenure in held}.values())
    if not sure or post not in _SINGLE | _BY_TITLE or not (said.whole or post in _BY_TITLE):
        return None
    if len(held) > 1 or post in _BY_TITLE:
        ranked = sorted(held, key=lambda each: title_overlap(mention.post or "", each[1].title), reverse=True)
        scores = [title_overlap(mention.post, tenure.title) for _, tenure in ranked]
        if len(held) > 1 and (scores[0] < _TITLES_AGREE or scores[0] - scores[1] < _TITLES_APART):
            return None
        held = ranked[:1]
    return held[0] if held else None
