"""Who speaks, in which accounts and with what act; what they say becomes points of those accounts."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Act
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.acts import ACTS, modal_act
from dragoman.reading.sayings.phrases import trim

SUBJECT_REACH = 4  # elements of a clause in which its subject stands


@dataclass(slots=True)
class Voice:
    """One or several speakers; `paragraph` is the last one in which they were heard."""

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    drafts: list[Draft]
    act: Act

    def says(self, elements: list[Element], start: int, end: int, weak: bool = False, direct: bool = False) -> None:
        """Enter what stands between two elements. If `weak`, its own modal verb decides the act; some modal words do so
        whatever the verb ('stands ready to'). `direct`: in the speaker's own words.
        """
        clauses = _clauses(elements, start, end, self._ours()) if weak and not direct else []
        acts = {modal_act(elements, first, last, self._ours()) for first, last in clauses}
        for first, last in clauses if len(acts) > 1 else [(start, end)]:
            self._say(elements, first, last, weak, direct)

    def _say(self, elements: list[Element], start: int, end: int, weak: bool, direct: bool) -> None:
        act = self.act
        if weak or act == "stated":
            told, after = modal_act(elements, start, end, self._ours(), direct)
            if told and (weak or after):
                act, start = ACTS[told], after or start
        span = trim(elements, start, end, direct)
        if span and not _points_back(elements, start, end):
            for draft in self.drafts:
                add(draft, Saying(act, span, self.by, self.joint, f"say-{act}"))

    def _ours(self) -> frozenset[str]:
        """Those for whom the speakers speak."""
        return frozenset(person.affiliation for person in self.by if person.affiliation)


def _clauses(elements: list[Element], start: int, end: int, ours: frozenset[str]) -> list[tuple[int, int]]:
    """'said that A | and that B', 'said that Chad is a friend | and will help': the clauses of what is said, each of
    which may be of an act of its own; `ours`: those for whom the speakers speak.
    """
    opening = elements[start].item if start < end else None
    verb = elements[start - 1].entries("say") if 0 < start < end else []
    that = opening is not None and (opening.has("that") or (opening.has("cut") and opening.has("demonstrative")))
    if opening is None or not (that or any(entry.get("ends") == "that" for entry in verb)):
        return [(start, end)]
    starts = [start]
    for n in range(start + 2, end - 1):
        item = elements[n].item
        again = item is not None and (item.has("that") or (that and item.text.casefold() == opening.text.casefold()))
        modal = elements[n].entries("modal")
        again = again or any(entry.get("cut") for entry in modal)  # '… and | hopes to'
        again = again or (bool(modal) and _is_told_plainly(elements, start, n, ours))
        if again and elements[n - 1].has("and"):
            starts.append(n)
    return list(zip(starts, [*starts[1:], end], strict=True))


def _is_told_plainly(elements: list[Element], start: int, end: int, ours: frozenset[str]) -> bool:
    """Whether a clause has no modal verb, and the speakers' own side as its subject."""
    opening = elements[start : start + SUBJECT_REACH]
    own = (e.mentions and (e.mentions[0].affiliation or e.mentions[0].country) in ours for e in opening)
    known = any(own) or any(e.has("posspron") or e.pronoun in ("he", "we") for e in opening)
    return known and not any(e.has("modal") or e.has("comma") for e in elements[start:end])


def _points_back(elements: list[Element], start: int, end: int) -> bool:
    """'recalled | this | on Monday', 'commended | it', 'agreeing | with these proposals': nothing is said."""
    if (
        start < end
        and elements[start].role == "with"
        and all(e.has("demonstrative") or e.has("light_head") or e.has("vague") for e in elements[start + 1 : end])
    ):
        return True
    if start + 1 < end and elements[start].role == "to" and elements[start + 1].has("addressee"):
        start += 1  # 'extended his congratulations | to her'
    back = start < end and elements[start].has_any(("demonstrative", "addressee"))
    if start >= end or elements[start].has("cut") or not (back or elements[start].pronoun):
        return False
    following = elements[start + 1] if start + 1 < end else None
    return (
        following is None
        or bool(following.role)
        or following.is_kind("date")
        or following.has_any(("cut", "comma", "stop"))
    )


def add(draft: Draft, saying: Saying) -> None:
    """Enter a saying unless the account holds it already."""
    if not any(s.span == saying.span and s.act == saying.act for s in draft.sayings):
        draft.sayings.append(saying)
