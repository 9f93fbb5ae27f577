"""What the first words of a content make of its act: 'expressed his readiness to', 'said that Oman would'."""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.model import Act
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.addressees import after_addressee

ACTS: dict[str, Act] = {
    "agreed": "agreed",
    "signed": "signed",
    "pledged": "pledged",
    "proposed": "proposed",
    "stated": "stated",
}
OWNER_REACH = 4  # elements in which whose attitude it is must be told
FOR_REACH = 12  # elements after a word of thanks in which 'for' is looked for
ATTITUDE_REACH = 6  # elements between 'expressed' and the noun that tells how


def attitude(elements: list[Element], start: int, end: int) -> tuple[int, Entry | None]:
    """'expressed | his readiness to | …': where the content begins after a noun that tells its act, with its entry."""
    first = start + (start < end and elements[start].role == "of")  # 'a fait part, mardi, | de sa volonté'
    for index in range(first, min(end, start + ATTITUDE_REACH)):
        element = elements[index]
        found = element.entries("attitude")
        if found:
            roles = found[0].get("object")
            if found[0].get("keep"):
                return _after_own(elements, start, end), found[0]
            if roles and _is_owned(elements, index, end, roles):  # 'la gratitude | du peuple péruvien'
                return _after_own(elements, start, end), found[0]
            after = (
                after_addressee(elements, index + 1, end, _roles(elements, index + 1, end, roles))
                if roles
                else index + 1
            )
            return _after_owner(elements, after, end), found[0]
        if not (
            element.has_any(("det", "poss", "posspron", "adjective", "low", "cap", "orgnoun", "ownorgan", "bodynoun"))
            or element.is_kind("state", "body", "org")
            or (element.is_kind("group") and index + 1 < end and elements[index + 1].has("poss"))  # 'the Ministry's'
        ):
            break
    return _after_own(elements, start, end), None


def _is_owned(elements: list[Element], noun: int, end: int, roles: str) -> bool:
    """Whether thanks are told with those who give or get them, and not with what they are for."""
    if "for" not in roles.split(",") or noun + 1 >= end:
        return False
    later = any(e.role == "for" for e in elements[noun + 1 : min(end, noun + FOR_REACH)])
    following = elements[noun + 1].role
    return not later and (following in ("at", "from") or (following == "of" and not elements[noun - 1].has("posspron")))


def _roles(elements: list[Element], start: int, end: int, roles: str) -> list[str]:
    """What thanks are for stands after these; 'la gratitude | de son pays | pour' tells first whose they are."""
    owned = start + 1 < end and elements[start].role == "of" and "for" in roles.split(",")
    own = owned and (elements[start + 1].has("posspron") or any(e.is_party for e in elements[start + 1 : start + 3]))
    later = any(e.role == "for" for e in elements[start : min(end, start + ATTITUDE_REACH)])
    return ["for"] if own and later else roles.split(",")


def _after_own(elements: list[Element], start: int, end: int) -> int:
    while start < end and elements[start].has("posspron"):
        start += 1
    return start


def _after_owner(elements: list[Element], start: int, end: int) -> int:
    """'la volonté de | son pays de | doubler …': after the one whose attitude it is, if a verb follows."""
    if start >= end or not (
        elements[start].has("posspron")
        or elements[start].has("article")
        or elements[start].is_party
        or elements[start].is_kind("place")
    ):
        return start
    ahead = next((n for n in range(start + 1, min(end, start + OWNER_REACH)) if elements[n].has("infinitive")), -1)
    bare = 0 < ahead < end - 1 and not elements[ahead + 1].has("article") and not elements[ahead + 1].mentions
    return ahead + 1 if bare and not any(elements[n].has("comma") for n in range(start, ahead)) else start


def modal_act(
    elements: list[Element], start: int, end: int, ours: frozenset[str], direct: bool = False
) -> tuple[str, int]:
    """The act that a modal verb gives to what is said ('' if none), and where the content begins if the modal is left
    out of it (0: nowhere). An undertaking must be the speakers' own ('Oman would pay'), or tell what is going to be
    done ('a desk would be opened'). `direct`: in the speaker's own words.
    """
    for index in range(start, end):
        element = elements[index]
        entries = element.entries("modal")
        if entries and index > start and (elements[index - 1].has("det") or elements[index - 1].has("posspron")):
            continue  # 'cette | demande | serait examinée'
        if entries:
            act, after = entries[0].get("act"), index + 1 if entries[0].get("cut") else 0
            own = not (act == "pledged" or entries[0].get("own")) or _our_own(
                elements[start:index], ours, direct, bool(entries[0].get("done"))
            )
            return (act, after) if own else ("", 0)
        if element.has("comma") and index > start + 6:
            break
    return "", 0


def _our_own(subject: list[Element], ours: frozenset[str], direct: bool, done: bool) -> bool:
    """Whether what stands before a modal verb is the speakers' side, or if `done` at least nobody else's."""
    told = [e.mentions[0].affiliation or e.mentions[0].country for e in subject if e.mentions and e.is_party]
    if ours and any(code and code not in ours for code in told):
        return False
    if done or not subject or (told and told[0] and not ours):
        return True
    return any(
        (e.pronoun and not (direct and e.pronoun in ("it", "they")))
        or e.has("posspron")
        or e.has("ownorgan")  # 'que | le gouvernement | financerait'
        or (e.mentions and (e.mentions[0].affiliation or e.mentions[0].country) in ours)
        for e in subject
    )
