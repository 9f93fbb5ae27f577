"""Words of a sentence that tell who was there: between people and who they are, of talks, or of those on a side."""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.reading.accounts.narration import TWO_SIDED
from dragoman.reading.accounts.rejoining import subject_before
from dragoman.reading.accounts.sides import FROM, LINK
from dragoman.reading.clauses.coordination import listed_from
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

INVERTED_REACH = 16  # elements from the head of a sentence to its verb, where the subject follows
OF_SIDE = Entry("", "presence", {"lead": "yes"})
OPENING = frozenset({"det", "hon", "also", "rest", "comma"})


def members_told(elements: list[Element], index: int) -> list[Entry]:
    """The entries of a finite verb between a set of people and who they are: 'Chadian officials in attendance |
    included', 'The other members of the team | were'."""
    entries = [entry for entry in elements[index].entries("members") if entry.get("lead")]
    if not entries:
        return []
    told = next((n for n, e in enumerate(elements[:index]) if e.mentions), index)
    side = told < index and (elements[told].mentions[0].rule == "side" or elements[index].has("attendees"))
    set_of_people = side or (told < index and elements[told].is_kind("group"))  # 'The U.S. | participants were'
    opens = set_of_people and index - told <= LINK and not any(e.verbs() for e in elements[:index])
    after = next((e for e in elements[index + 1 :] if not opens_list(e)), None)
    return entries if opens and after is not None and after.is_kind("person") else []


def included(elements: list[Element], index: int) -> list[Entry]:
    """'the meeting – which also | included | Ana Quispe –', 'Participants in the Forum | included | Chad, Malta':
    the entries of a verb between talks, or all who were there, and who took part."""
    everyone = any(m.post_kind == "everyone" for e in elements[:2] for m in e.mentions)
    if everyone and index < INVERTED_REACH and states_told(elements, index):
        return elements[index].entries("members")[:1]
    before = [
        e for e in elements[max(0, index - LINK) : index] if not (e.has("also") or e.has("comma") or e.has("dash"))
    ]
    relative = len(before) > 1 and before[-1].has("relative")
    after = next((e for e in elements[index + 1 :] if not opens_list(e)), None)
    talks = relative and any(entry.get("kind") in {*TWO_SIDED, "conference"} for entry in before[-2].entries("trigger"))
    return elements[index].entries("members")[:1] if talks and after is not None and after.is_kind("person") else []


def inverted(elements: list[Element]) -> list[tuple[int, Entry]]:
    """'Joining the President on the call | were Chancellor A and B': the verb before those who also took part."""
    start = next((n for n, e in enumerate(elements[:2]) if not e.has("also")), 0)
    entries = (elements[start].entries("attending") or _on_side(elements, start)) if elements else []
    if not entries:
        return []
    leads = ("be", "future_be", "colon")  # 'From the Chadian side | : | A and B'
    verb = next((n for n, e in enumerate(elements[:INVERTED_REACH]) if e.has_any(leads)), 0)
    after = next((e for e in elements[verb + 1 :] if not opens_list(e)), None)
    someone = (after is not None and after.is_kind("person", "group")) or states_told(elements, verb)
    told = someone and not any(e.has("comma") for e in elements[:verb])
    return [(verb, entries[0])] if verb and told else []


def _on_side(elements: list[Element], start: int) -> list[Entry]:
    """'On | the Chadian side | were Minister A and Envoy B': who follows is of the side that opens the sentence."""
    side = next((e for e in elements[start + 1 : start + 3] if not e.has("det")), None)
    opens = elements[start].role in FROM and side is not None and side.is_kind("state")
    return [OF_SIDE] if opens and side is not None and side.mentions[0].rule.startswith("side") else []


def in_which(elements: list[Element], verb: int) -> bool:
    """'held talks in Lima, | in which | the Ambassador | participated': whether a relative clause leads to a verb."""
    start = subject_before(elements, verb)
    while start > 1 and opens_list(elements[start - 1]):
        start -= 1
    return start > 1 and elements[start - 1].has("relative") and bool(elements[start - 2].role)


def opens_list(element: Element) -> bool:
    """Whether it may stand before the first of a list: an article, an honorific, 'also'."""
    return element.has_any(OPENING)


def states_told(elements: list[Element], cue: int) -> list[Mention]:
    """'Participants included | Chad, the Republic of Malta and UNESCO': the states and bodies of the list after a cue;
    none if it begins with anybody else, or is no list."""
    first = next((n for n in range(cue + 1, len(elements)) if not opens_list(elements[n])), cue)
    if not elements[first].is_kind("state", "body"):
        return []
    listed = [m for m in listed_from(elements, first)[0] if m.kind in ("state", "body")]
    return listed if len(listed) > 1 else []
