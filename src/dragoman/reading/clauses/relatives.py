"""Clauses that stand before the party that they modify: '来华出席峰会的总统'."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element

LONGEST = 24  # elements of a clause that modifies a party


def relatives(elements: list[Element]) -> dict[int, int]:
    """Where clauses that modify a party begin → the index of the party: '会见|来华出席峰会的|总统'."""
    found: dict[int, int] = {}
    for index, element in enumerate(elements[:-1]):
        bare = _attended_by(elements, index)
        rel = element.has("rel") and (elements[index + 1].is_party or elements[index + 1].has("delegation"))
        if bare >= 0:
            found[bare] = index + 1
        if bare >= 0 or not rel:
            continue
        first = None
        for back in range(index - 1, max(-1, index - LONGEST), -1):
            here = elements[back]
            if here.has("comma") or here.has("stop") or here.has("semicolon") or here.has("say") or back in found:
                break
            before = elements[back - 1] if back else None
            clause = here.role == "at" or _is_clause(elements[back:index])
            if before is not None and before.has("trigger") and _governs(before) and clause:
                first = back
                break
            if here.has("trigger") and (
                before is None
                or before.has("trigger")
                or before.role
                or before.has("and")
                or before.has("aux")
                or before.has("each")
                or before.has("comma")
            ):
                if before is not None and before.has("trigger") and not _governs(before):
                    continue
                first = back
                if before is not None and _governs(before):
                    break
            elif here.role == "by" or (here.role == "at" and first is None and _is_stay(elements[index - 1])):
                first = back
            elif here.role == "into" or (here.role == "to" and first is None):
                first = back if first is not None or _stands_last(elements[back:index]) else None
        if first is not None:
            found[first] = index + 1
    return found


def _attended_by(elements: list[Element], index: int) -> int:
    """'会见|出席论坛|各国代表': where the clause begins that tells, with no 的, which event those attend who are met;
    −1 if none does."""
    if not (elements[index].is_kind("event") and elements[index + 1].is_kind("group")):
        return -1
    verb = index - 1
    if verb < 1 or all(entry.get("kind") != "conference" for entry in elements[verb].entries("trigger")):
        return -1
    came = verb - 2 > 0 and elements[verb - 1].is_kind("state") and elements[verb - 2].has("comes")  # '来|华|出席'
    first = verb - 2 if came else verb
    return first if _governs(elements[first - 1]) else -1


def _is_clause(elements: list[Element]) -> bool:
    """Whether what stands between a verb and 的 is a clause: '会见|新当选并获任命|的总统', not '会见|总统|的代表'."""
    return any(e.has("verb") or e.has("trigger") for e in elements)


def _stands_last(elements: list[Element]) -> bool:
    """Whether a verb whose arguments stand before it follows a preposition: '对甲国进行访问(的总统)'."""
    return any(e.get("order") == "object-first" for element in elements for e in element.entries("trigger"))


def _is_stay(element: Element) -> bool:
    """Whether a verb tells of a stay: '在甲国访问(的部长)', '正在甲国进行国事访问(的总统)'."""
    return any(entry.get("kind") == "visit" for entry in element.entries("trigger"))


def _governs(element: Element) -> bool:
    """Whether a verb takes a party as its object, so that a clause after it modifies that party."""
    return any(
        "obj" in entry.get("args").split(",") and entry.get("kind") in ("meeting", "call", "letter", "ceremony")
        for entry in element.entries("trigger")
    )
