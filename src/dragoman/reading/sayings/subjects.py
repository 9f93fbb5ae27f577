"""Subjects and instruments that an engagement's own word brings: 'talks on trade', 'signed an accord'."""

from __future__ import annotations

import itertools

from dragoman.languages.lexicon import UNKNOWN
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.lists import Range
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.sayings.phrases import split_topics, trim
from dragoman.reading.sayings.voices import add
from dragoman.reading.text.items import Item

SPOKEN = ("meeting", "call", "address")
LIGHT_REACH = 5  # elements after a noun in which it may be said to have been held
THERE_REACH = 4  # elements before a noun in which 'there was' stands
OPENING = 12  # elements in which a subject that opens a sentence must end
INSTRUMENT_REACH = 30  # elements in which the name of an instrument is looked for


def spoken_about(told: Told, predicates: list[Predicate], bounds: list[int], current: Draft | None) -> None:
    """Topics after 'about' or, for a noun or a speech, 'on': 'held talks on trade', 'spoke with the Minister about
    trade', 'lectured on trade'; the title of a speech.
    """
    for p in predicates:
        drafts = [d for d in _told_by(told, p) if d.kind in SPOKEN or d.kind == "conference"]
        ahead = told.elements[p.index + 1 : p.index + LIGHT_REACH]
        held = p.light or any(e.has("light") or _tells_that_held(e) for e in ahead)  # 'Talks | were held | on trade'
        near = told.elements[max(0, p.index - THERE_REACH) : p.index]
        held = held or any(a.pronoun == "it" and b.has("be") for a, b in itertools.pairwise(near))  # 'There was a'
        said = p.governor is not None and p.governor.sort != "trigger"  # 'welcomed | the resumption of talks on'
        if not drafts and current and p.form == "noun" and held and not (p.cue or p.objects):
            drafts = [current]
        if p.sort != "trigger" or p.kind not in SPOKEN or not drafts or (said and p.form == "noun" and not p.light):
            continue
        if p.entry.get("tells") and _has_own_subject(told.elements, p.index):
            continue
        end = next((bound for bound in sorted(bounds) if bound > p.index), len(told.elements))
        start = _about(told.elements, p, end)
        end = next((n for n in range(start, end) if start and _tells_that_held(told.elements[n])), end)
        end = _before_partner(told.elements, p, start, end)
        for span, rule in split_topics(told.elements, start, end) if start else []:
            for draft in drafts:
                add(draft, Saying(None, span, (), True, f"about-{rule}"))


def _has_own_subject(elements: list[Element], index: int) -> bool:
    """'pour | évoquer | la recherche sur les vaccins': whether what was discussed stands right after the verb."""
    return elements[index].has("discuss") and index + 1 < len(elements) and not elements[index + 1].role


def _tells_that_held(element: Element) -> bool:
    """'An exchange of views on trade | took place'."""
    return any(entry.get("light") for entry in element.entries("trigger"))


def _told_by(told: Told, p: Predicate) -> list[Draft]:
    """The accounts of a trigger, or of the one that governs it ('received the Envoy for talks')."""
    governor: Predicate | None = p
    while governor is not None:
        if told.by_predicate.get(governor.index):
            return told.by_predicate[governor.index]
        governor = governor.governor if governor.sort == "trigger" else None
    return []


def talked_on(told: Told, draft: Draft | None) -> None:
    """'engaged in a dialogue on trade': a noun of speaking under a light verb, in the account being told."""
    elements = told.elements
    for index, element in enumerate(elements[:-1] if draft and "talk" in told.categories else ()):
        if (
            draft
            and element.has("talk")
            and elements[index + 1].role == "on"
            and any(e.has("light") for e in elements[max(0, index - 5) : index])
        ):
            end = next(
                (n for n in range(index + 2, len(elements)) if elements[n].has("say") or elements[n].has("discuss")),
                len(elements),
            )
            for span, rule in split_topics(elements, index + 2, end):
                add(draft, Saying(None, span, (), True, f"about-{rule}"))


def regarding(told: Told, draft: Draft | None) -> None:
    """'Regarding trade, the Minister welcomed …': the subject that opens a sentence."""
    elements = told.elements
    comma = next((n for n, e in enumerate(elements[:OPENING]) if e.has("comma")), 0)
    if (
        draft
        and comma > 1
        and elements[0].has("subject_opener")
        and not any(e.is_kind("date", "event") or e.has("trigger") for e in elements[:comma])
    ):
        for span, rule in split_topics(elements, 1, comma):
            add(draft, Saying(None, span, (), True, f"opening-{rule}"))


def enumerated(told: Told, draft: Draft | None) -> None:
    """'Issues raised at the talks | included | …', '… | were | …': the subjects after a noun for such, as a list."""
    elements = told.elements
    raised = any(entry.get("raised") for e in elements[:OPENING] for entry in e.entries("heading"))
    told_by = ("enumerating", "be") if raised else ("enumerating",)
    verb = next((n for n, e in enumerate(elements[:OPENING]) if e.has_any(told_by)), 0)
    opening = elements[:verb]
    headed = any(not entry.get("act") for e in opening for entry in e.entries("heading"))
    if draft and headed and not any(e.has("comma") or e.has("say") for e in opening):
        for span, rule in split_topics(elements, verb + 1, len(elements)):
            add(draft, Saying(None, span, (), True, f"enumerated-{rule}"))


def listed_ahead(told: Told, draft: Draft | None) -> None:
    """'Trade, the care of divers, peat: | the ministers noted …': subjects that a sentence lists before its clause."""
    elements = told.elements
    colon = next((n for n, e in enumerate(elements[:INSTRUMENT_REACH]) if e.has("colon")), 0)
    listed = elements[:colon]
    plain = not any(e.verbs() or e.has("finite") or e.has("be") or e.has("cut") or e.has("heading") for e in listed)
    light = bool(listed) and (bool(elements[0].role) or elements[0].mentions or elements[0].has("nest"))
    follows = any(p.sort != "trigger" or p.form == "noun" for p in told.predicates if p.index > colon)
    if draft and plain and not light and follows and sum(e.has("comma") for e in listed) > 1:
        for span, rule in split_topics(elements, 0, colon):
            add(draft, Saying(None, span, (), True, f"ahead-{rule}"))


def _before_partner(elements: list[Element], p: Predicate, start: int, end: int) -> int:
    """'talks on trade | with the Minister': whom they talk with is no part of the subject."""
    partner = next((n for n in range(start, end) if p.objects and p.objects[0] in elements[n].mentions), end)
    while start < partner < end and not elements[partner].role:
        partner -= 1
    return partner if partner > start else end


def _about(elements: list[Element], p: Predicate, end: int) -> int:
    if p.entry.get("topic"):
        return _after_setting(elements, p.index + 1, end)
    after = p.reach + (p.reach < end and elements[p.reach].has("comma"))
    if p.entry.get("about") and p.index + 1 < end and elements[p.index + 1].role == p.entry.get("about"):
        return p.index + 2  # 's'est entretenu | de la mobilité | avec la ministre'
    if p.entry.get("about") and not p.objects and after < end and elements[after].role == p.entry.get("about"):
        return after + 1  # 'se sont entretenus | jeudi à Lima | de la mobilité'
    named = bool(p.objects) and _is_told_in_full(p.objects[-1])
    if named and p.entry.get("about") and after < end and elements[after].role == p.entry.get("about"):
        return after + 1  # 's'est entretenu avec la ministre | de la mobilité'
    for index in range(p.index + 1, end):
        element = elements[index]
        if element.has("say") or element.has("discuss") or element.has("cut") or element.has("stop"):
            return 0
        following = told_after(elements, index)
        if p.form == "noun" and element.has("finite") and following is not None and following.categories <= UNKNOWN:
            return 0  # 'leur entretien | a débouché | sur un programme'
        if element.has("titled") and index + 2 < end:  # 'a lecture entitled | “…”'
            return index + 1 + (elements[index + 1].has("colon") or elements[index + 1].has("comma"))
        if element.has("about") or ((p.form == "noun" or p.kind == "address") and element.role == "on"):
            ahead = next((n for n in range(index + 1, end) if not elements[n].has("det")), index)
            if elements[ahead].is_kind("site", "org") and any(
                o.first > elements[ahead].mentions[0].first for o in p.objects
            ):
                continue  # 'a accueilli | sur le campus | une délégation'
            if elements[ahead].is_kind("date"):
                continue  # 'held talks | on Monday | on trade'
            return index + 1 if index + 1 < end and not elements[index + 1].is_kind("event") else 0
    return 0


def _is_told_in_full(mention: Mention) -> bool:
    """Whether what follows somebody with 'of' is no part of the office: a name, a country or a sole office ends it."""
    return mention.name is not None or mention.affiliation is not None or mention.post_kind == "sole"


def _after_setting(elements: list[Element], start: int, end: int) -> int:
    """'exchanged views | by phone on Monday | on trade': after how and when they did."""
    index = start
    while index + 1 < end and (
        elements[index].has("remote")
        or elements[index].is_kind("date")
        or (elements[index].role and elements[index + 1].is_kind("date"))
    ):
        index += 1
    return index


def told_after(elements: list[Element], index: int) -> Item | None:
    """The plain item after an element, None if there is none."""
    return elements[index + 1].item if index + 1 < len(elements) else None


def instruments(told: Told, predicates: list[Predicate], bounds: list[int]) -> None:
    """What was signed: the noun phrase that holds the word for an instrument."""
    for p in predicates:
        drafts = [d for d in told.by_predicate.get(p.index, []) if d.kind == "signing"]
        of_noun = p.governor is not None and p.governor.kind == "signing" and p.governor.form == "noun"
        signing = p.governor if of_noun and p.entry.get("light") else p  # 'la signature d'un accord | a eu lieu'
        if signing is None or p.sort != "trigger" or signing.kind != "signing" or not drafts:
            continue
        found = _instrument(told.elements, signing, sorted([*bounds, p.index]))
        span = trim(told.elements, *found) if found else None
        for draft in drafts:
            if span and (draft.status != "referenced" or p.cue == "earlier"):
                add(draft, Saying("signed", span, (), True, "signed"))


def _leads_to_partner(elements: list[Element], index: int, p: Predicate) -> bool:
    """'a signé une convention | avec | le recteur': with whom one signs is no part of what is signed."""
    if elements[index].role != "with" or p.form != "verb":
        return False
    ahead = next((e for e in elements[index + 1 : index + 4] if not (e.has("det") or e.has("hon"))), None)
    return ahead is not None and any(m in p.objects and m.kind == "person" for m in ahead.mentions)


def _instrument(elements: list[Element], p: Predicate, bounds: list[int]) -> Range | None:
    first, last = p.index + 1, next((bound for bound in bounds if bound > p.index), len(elements))
    if p.form == "passive":
        described = p.governor is not None and p.governor.sort == "discuss"  # 'une convention | portant sur | …'
        first, last = p.governor.index + 1 if p.governor and not described else 0, p.index
        if p.cue == "planned" and not any(e.has("signed_noun") for e in elements[first:last]):
            # 'accords | to deepen | ties will be signed'
            first = 0
    first = max(first, p.index - INSTRUMENT_REACH)
    head = next((n for n in range(first, min(last, first + INSTRUMENT_REACH)) if elements[n].has("signed_noun")), -1)
    if head < 0:
        return None
    start = next(
        (
            n + 1
            for n in range(head - 1, first - 1, -1)
            if elements[n].has("det") or elements[n].has("comma") or elements[n].has("posspron")
        ),
        first,
    )
    counted = elements[start - 1] if start > first else elements[head]
    if counted.has("det") and counted.has("vague") and not counted.has("light_content"):  # '| several | accords'
        start -= 1
    clause = next((n for n in range(head + 1, last) if elements[n].has("cut")), last)
    last = clause if clause < last and elements[clause - 1].has("comma") else last
    end = next(
        (
            n
            for n in range(head + 1, clause)
            if elements[n].has("companion")
            or _leads_to_partner(elements, n, p)
            or (elements[n].has("nest") and not elements[n].role)
            or elements[n].has("contrast")
            or elements[n].is_kind("date")
            or (elements[n].has("comma") and n + 1 < clause and elements[n + 1].has_any(("then", "result")))
            or (elements[n].has("and") and n + 1 < clause and elements[n + 1].tells_occasion())
        ),
        last,
    )
    end -= end > head + 1 and elements[end - 1].has("stop")
    if (
        end > head + 2 and elements[end - 2].role == "at" and elements[end - 1].is_kind("place")
    ):  # 'signed it | in Lima'
        end -= 2
    while end > head + 1 and (
        elements[end - 1].role
        or elements[end - 1].has("comma")
        or elements[end - 1].has("be")
        or elements[end - 1].has("planned")
        or elements[end - 1].has("aux")
        or elements[end - 1].has("passive")
    ):
        end -= 1
    return start, end
