"""Who took part in the event that is being told, where a verb names it by a common noun or not at all.

'The Envoy also attended', 'Minister A spoke at the opening', 'Rector B chaired the session'.
"""

from __future__ import annotations

from dragoman.languages.lexicon import Entry
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element

IN_SUBJECT = ("and", "comma", "det", "hon", "also", "aux", "planned", "companion", "including", "others")
RECENT = 6  # sentences in which the event was told of
OPENING = 6  # elements of a sentence in which it says where it is
OF_EVENTS = ("eventnoun", "eventweak", "occasion")
QUALIFIES = ("adjective", "eventmod", "ordinal", "groupmod")


def rejoins(elements: list[Element], index: int) -> list[Entry]:
    """The entries of a verb of attending at an element whose object is an occasion told before, or nothing at all."""
    entries = [e for e in elements[index].entries("trigger") if e.get("kind") in ("conference", "address")]
    entries = [e for e in entries if e.get("form") == "verb"]
    if not entries or subject_before(elements, index) == index:
        return []
    if any(e.has("negated") or e.has("hypothetical") for e in elements[max(0, index - 2) : index]):
        return []
    noun = _noun(elements, index)
    return entries if noun > 0 or (noun == 0 and elements[index].has("attends")) else []


def rejoined(narration: Narration, elements: list[Element], index: int) -> Draft | None:
    """The event that such a verb points back to: of those told lately the last, by its noun if it has that in its
    name.
    """
    noun = _noun(elements, index)
    number = narration.told[-1].number
    status = "planned" if any(e.has("planned") for e in elements[max(0, index - 2) : index]) else "held"
    latest = [d for d in reversed(narration.drafts) if d.status == status and number - d.sentence <= RECENT]
    if noun <= 0:
        now = narration.current
        return now if now is not None and now.status == status and number - now.sentence <= RECENT else None
    item = elements[noun].item
    word = item.text.lower() if item is not None else ""
    kinds = ("conference", "ceremony") if elements[noun].has("occasion") else ("conference",)
    events = [d for d in latest if d.kind in kinds]
    named = (d for d in events if word and word in (narration.roster.text_of(d.event) or "").lower())
    return next(named, events[0] if events else None)


def back_there(narration: Narration, told: Told) -> list[Draft]:
    """'At | the | conference, she will meet': the conference told lately in which what a sentence tells takes place."""
    opening = told.elements[:OPENING]
    comma = next((n for n, e in enumerate(opening) if e.has("comma")), 0)
    noun = opening[comma - 1] if comma > 1 else None
    if noun is None or opening[0].role != "at" or not opening[1].has("definite") or not noun.has("eventnoun"):
        return []
    word = noun.item.text.lower() if noun.item is not None else ""
    status = {d.status for d in told.drafts}
    events = [d for d in reversed(narration.drafts) if d.kind == "conference" and d.status in status]
    lately = [d for d in events if told.number - d.sentence <= RECENT]
    return [d for d in lately if word in (narration.roster.text_of(d.event) or "").lower()][:1] or lately[:1]


def subject_before(elements: list[Element], index: int) -> int:
    """Where the list of people that a verb is told of begins; the verb's own place if none stands before it."""
    first = found = index
    while first > 0 and (elements[first - 1].is_party or elements[first - 1].has_any(IN_SUBJECT)):
        first -= 1
        found = first if elements[first].is_kind("person", "group") else found
    return found


def _noun(elements: list[Element], index: int) -> int:
    """The common noun for an event that a verb leads to; 0 if it has no object, −1 if it has another one."""
    n = index + 1
    if n < len(elements) and elements[n].role in ("at", "to"):
        n += 1
    definite = False
    while n < len(elements) and (elements[n].has("definite") or elements[n].has_any(QUALIFIES)):
        definite = definite or elements[n].has("definite")
        if elements[n].has_any(OF_EVENTS) and not elements[n].has("definite"):
            break
        n += 1
    if n >= len(elements) or elements[n].has("stop"):
        return 0 if n <= index + 1 else -1
    if definite and elements[n].has_any(OF_EVENTS):
        after = elements[n + 1] if n + 1 < len(elements) else None
        ends = after is None or not (after.role == "of" or (after.mentions and not after.is_kind("date", "place")))
        return n if ends and not elements[n].mentions else -1
    return -1
