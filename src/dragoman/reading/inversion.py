"""Sayings whose subject follows them: '« … », a déclaré le ministre', 'Le projet, a-t-il ajouté, avance', '"…," said she'."""

from __future__ import annotations

from dragoman.reading.elements import Element

Range = tuple[int, int]


def reporting(elements: list[Element], index: int) -> tuple[Range, str, int] | None:
    """The clause of a saying at `index` that is put after (or into) what is said, None if it stands before it.

    Gives the clause's range, the pronoun that is its subject ('it' for a source that is no party: 'said the statement')
    and, where a party is the subject, that element's index (else −1).
    """
    entries = elements[index].entries("say")
    first, who = index, next((entry.get("who") for entry in entries if entry.get("side") == "left"), "")
    while first > 0 and any(elements[first - 1].has(c) for c in ("aux", "also", "inverted")):
        first -= 1
        item = elements[first].item
        who = (item.get("inverted", "who") if item else "") or who
    if who:
        return (first, index + 1), who, -1
    if first == 0 or not any(entry.get("weak") for entry in entries):
        return None
    if not (elements[first - 1].has("comma") or elements[first - 1].has("quote")):
        return None
    subject = index + 1
    while subject < len(elements) and (elements[subject].has("det") or elements[subject].has("poss")):
        subject += 1
    if subject >= len(elements) or (subject + 1 < len(elements) and elements[subject + 1].has("that")):
        return None
    if elements[subject].is_party:
        return (first, subject + 1), "", subject
    return ((first, len(elements)), "it", -1) if elements[subject].has("source") else None


def around(elements: list[Element], clause: Range) -> tuple[Range, Range]:
    """What stands before a reporting clause, back to a semicolon, and what goes on after it if a comma says so."""
    first, last = clause
    start = next((n + 1 for n in range(first - 1, -1, -1) if elements[n].has("semicolon")), 0)
    goes_on = last < len(elements) and elements[last].has("comma") and not (last + 1 < len(elements) and elements[last + 1].has("cut"))
    return (start, first), (last + 1, len(elements)) if goes_on else (last, last)


def quoted(elements: list[Element], within: bool) -> tuple[list[Range], bool]:
    """The ranges of a sentence between quotation marks, and whether the last one stays open.

    `within` says that the sentence begins inside a quotation. Straight marks open and close in turn.
    """
    ranges: list[Range] = []
    start = 0 if within else -1
    for index, element in enumerate(elements):
        opens = element.has("open_quote") or (element.has("straight_quote") and start < 0)
        closes = element.has("close_quote") or (element.has("straight_quote") and start >= 0)
        if opens and start < 0:
            start = index + 1
        elif closes and start >= 0:
            ranges.append((start, index))
            start = -1
    if start >= 0:
        ranges.append((start, len(elements)))
    return ranges, start >= 0
