"""Which cue to the left a predicate is under: negated, hypothetical, planned, earlier."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Cue, Predicate

CALLED_OFF_REACH = 10  # elements after an occasion in which it is told not to take place
CUES: tuple[Cue, ...] = ("negated", "hypothetical", "planned", "earlier")


def take_cue(element: Element, p: Predicate, index: int) -> None:
    """The nearest cue to the left holds; a negation outweighs what is nearer."""
    for cue in CUES:
        told = element.has(cue) or (
            cue == "planned" and any(e.get("tense") == "future" for e in element.entries("light"))
        )
        if cue == "hypothetical" and p.entry.get("mood") == "base" and element.has("modal"):
            told = told or not element.has("planned")  # 'est prête à | signer'
        if (
            (told or (cue == "earlier" and element.has("recall")))
            and (not p.cue or cue == "negated")
            and element.item is not None
        ):
            if cue == "earlier" and p.form == "verb" and not (element.has("planned") or _is_pluperfect(element, p)):
                continue
            p.cue, p.cue_index = cue, index
            return


def _is_pluperfect(element: Element, p: Predicate) -> bool:
    """'s'étaient déjà | rencontrés': what had happened before, whatever stands between."""
    told = any(entry.get("tense") == "pluperfect" for entry in element.entries("earlier"))
    return told and p.sort == "trigger" and bool(p.entry.get("participle"))


def cue_before(elements: list[Element], p: Predicate, first: int) -> None:
    """Whether what stands before an element says that a noun's occasion is past, or to come ('preparations for')."""
    if p.form != "noun" or p.cue:
        return
    for element in reversed(elements[max(0, first - 4) : first]):
        if element.has_any(("stop", "semicolon", "cut", "comma")):
            return  # 'After the lecture, | she held | talks'
        if element.has("earlier") or element.has("recall"):
            p.cue = "earlier"
            return
        if element.has("upcoming") and not element.has("planned"):
            p.cue = "planned"
            return


def is_called_off(elements: list[Element], p: Predicate) -> bool:
    """'The meeting with B, set for Wednesday, | was postponed': told after a noun and whom it takes."""
    for element in elements[p.reach : p.reach + CALLED_OFF_REACH]:
        if element.has("called_off"):
            return True
        if element.has("stop") or element.has("semicolon") or element.has("say"):
            break
    return False


def cue_of_possessor(elements: list[Element], p: Predicate) -> None:
    """'follows the President's visit': what stands before the possessor still says that the visit is past; before a
    clause a conjunction does ('progress | since the | two ministers met')."""
    if not p.subject:
        return
    first = next((n for n in range(p.index, -1, -1) if p.subject[0] in elements[n].mentions), 0)
    while first > 0 and p.form == "verb" and elements[first - 1].has("det") and not elements[first - 1].has("earlier"):
        first -= 1
    if p.form == "verb" and first > 0 and any(e.get("clause") for e in elements[first - 1].entries("earlier")):
        p.cue = p.cue or "earlier"
    cue_before(elements, p, first)


def past_with(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """'builds on their meeting in May | and the Rector's visit': an occasion with an owner, joined to a past one."""
    if p.form != "noun" or p.cue or not p.subject or not before or before[-1].form != "noun":
        return
    owner = next((n for n in range(p.index, -1, -1) if p.subject[0] in elements[n].mentions), 0)
    joint = next((n for n in range(owner - 1, -1, -1) if not elements[n].has("det")), 0)
    if before[-1].cue == "earlier" and elements[joint].has("and") and joint >= before[-1].reach - 1:
        p.cue = "earlier"


def wish(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """'invited the Envoy | to make | a visit to Chad': a noun under an infinitive of what somebody is asked to do."""
    asked = bool(before) and before[-1].sort == "say" and before[-1].entry.get("act") == "proposed"
    if p.form == "noun" and not p.cue and asked and before[-1].form == "verb":
        clause = elements[before[-1].index : p.index]
        verb = next((n for n in range(len(clause) - 1, 0, -1) if clause[n].has("light")), 0)
        if clause[verb - 1].has("infinitive") and any(e.is_kind("person", "group", "state") for e in clause[:verb]):
            p.cue = "hypothetical"


def recall(elements: list[Element], p: Predicate, before: list[Predicate]) -> None:
    """'praised the Minister's visit to Chad', 'welcomed the talks between A and B': a journey, or talks that tell all
    who had them, are over when they are spoken of; after 'preparations for' they are to come."""
    q = before[-1] if before else None
    praising = q is not None and q.sort == "say" and q.form == "verb" and not q.cue
    discussed = q is not None and q.sort == "discuss" and q.form == "verb" and p.closed and not p.nested
    owned = bool(p.subject or p.closed) if p.kind == "visit" else p.closed and p.kind in ("meeting", "call")
    told = owned and (bool(p.places) if p.kind == "visit" else _are_named(p))
    if p.form == "noun" and p.closed and told and p.cue == "hypothetical" and elements[p.cue_index].has("upcoming"):
        p.cue = "planned"
    if ((praising and not p.nested) or discussed) and p.form == "noun" and not p.cue and p.definite and told:
        p.cue, p.recalled = "earlier", True
    if p.form == "noun" and p.closed and p.kind == "visit":
        p.closed = not p.light  # but 'a reçu | la visite | d'une délégation'
        p.subject = p.subject if p.light else []  # 'the Envoy's travel to Lima and the visit | of the Mayor | to Chad'


def _are_named(p: Predicate) -> bool:
    """Whether all who took part are people with a name."""
    return bool(p.objects) and all(m.kind == "person" and m.name for m in p.objects)
