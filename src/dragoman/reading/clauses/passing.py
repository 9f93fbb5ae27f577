"""Whom a verb passes over to where it leads: 'led | a delegation | to the Forum', 'represent | Chad | at'."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element

PAIR = 2
QUARTER = frozenset({"low"})  # what stands between a preposition and a state: 'to | northeast | Chad'
OF_REACH = 5  # elements in which it is told of whom a delegation is
OBJECT_REACH = 8  # elements after a verb in which those who are led stand


def undated(elements: list[Element], first: int) -> list[Element]:
    """The two elements from one on, a date aside: 'at | the May 2 Forum |'."""
    return [e for e in elements[first : first + PAIR + 1] if not e.is_kind("date")][:PAIR]


def past_object(elements: list[Element], index: int) -> int:
    """'led | a ten-member | delegation | to the Forum', '… | to Lima': the preposition by which the object of a verb
    leads to an event or a place; 0 if it does not.
    """
    reach = range(index + 1, min(len(elements), index + OBJECT_REACH))
    led = next((n for n in reach if elements[n].is_kind("group", "state", "body", "org")), 0)
    light = not any(elements[n].role or elements[n].verbs() or elements[n].has("comma") for n in reach if n < led)
    delegation = any(m.post_kind == "delegation" for m in elements[led].mentions)
    leads = led + 1
    if (
        delegation and leads < len(elements) and elements[leads].role == "of"
    ):  # 'une délégation | de | 40 | entreprises'
        leads = next((n for n in range(leads, min(len(elements), leads + OF_REACH)) if elements[n].role == "at"), leads)
    while leads < len(elements) and elements[led].is_kind("group") and _goes_on(elements[leads]):
        leads += 1  # 'a delegation from the Department of State, | the Department of Trade, | to Lima'
    ahead = undated(elements, leads + 1)
    goal = next((e for e in ahead if not (e.has("det") or e.categories == QUARTER)), None)
    if not (led and light) or goal is None:
        return 0
    to_event = goal.is_kind("event") and (elements[leads].role in ("to", "at", "for") or elements[leads].has("nest"))
    to_place = elements[leads].role == "to" or (elements[leads].role == "at" and delegation)
    to_place = to_place and goal.is_kind("place", "state", "region")
    return leads if to_event or to_place else 0


def _goes_on(element: Element) -> bool:
    """Whether an element may stand in a list of those from whom a delegation is."""
    return element.is_kind("group", "body", "org") or element.has("comma") or element.has("and") or element.has("det")
