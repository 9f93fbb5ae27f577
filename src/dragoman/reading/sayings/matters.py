"""What an engagement is about where sentences run on: subjects talked of, the title of a speech, what was signed."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.ahead import opens_subject, talked_over
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.sayings.acts import ACTS
from dragoman.reading.sayings.cutting import following
from dragoman.reading.sayings.discussed import list_end, spanned, subjects

VERB = 2  # characters of a verb like '达成'


def talked_about(narration: Narration, told: Told, p: Predicate) -> None:
    """'双方就…交换意见': the subjects stand between the preposition and the verb."""
    elements = told.elements
    if only_said(told, p):
        return
    opener = next((n for n in range(p.index - 1, -1, -1) if elements[n].role == "on" or elements[n].has("stop")), -1)
    near = next((n for n in range(p.index - 2, opener, -1) if opens_subject(elements, n)), -1)
    opener = near if near >= 0 and talked_over(elements, near, len(elements)) == p.index else opener
    if not (opener >= 0 and elements[opener].role) and p.entry.get("act") == "agreed":
        opener = _field_of(elements, opener, p.index)
    between = [q for q in told.predicates if opener < q.index < p.index]
    spoken = any(q.sort == "discuss" or q.entry.get("run") for q in between)
    if p.form == "passive" and p.entry.get("act") == "agreed" and (opener < 0 or not elements[opener].role or spoken):
        _consensus(narration, told, p)
        return
    if p.form == "passive" and (opener < 0 or not elements[opener].role or spoken):
        return
    before = next(
        (
            q
            for q in reversed(told.predicates)
            if q.index < p.index and (q.cue != "earlier" or p.spoken) and told.by_predicate.get(q.index)
        ),
        None,
    )
    drafts = (
        told.by_predicate.get(p.index)
        or talks(narration, told.by_predicate[before.index] if before else [])
        or _of_what_is_told(narration)
    )
    start, end = (opener + 1, p.index) if p.form == "passive" else (p.index + 1, list_end(elements, p.index + 1))
    act = ACTS["agreed"] if p.entry.get("act") == "agreed" else None
    each = before is not None and before.each and not any(e.role == "with" for e in elements[before.index : p.index])
    each = each and all(d.kind == drafts[-1].kind for d in drafts)  # '分别会见甲和乙，就丙交换意见'
    for draft in drafts if each else drafts[-1:]:
        for span in subjects(elements, start, end, whole=act is not None):
            if not any(s.span == span for s in draft.sayings):
                draft.sayings.append(Saying(act, span, (), True, "discuss-list"))


def _of_what_is_told(narration: Narration) -> list[Draft]:
    """What is being told now; after a signing the talks told before it."""
    now = [narration.current] if narration.current else []
    return talks(narration, now) if now and now[0].kind == "signing" else now


def talks(narration: Narration, drafts: list[Draft]) -> list[Draft]:
    """'揭牌，并就…交换意见': what was talked of beside a ceremony or a signing is of the talks told before it."""
    if not drafts or drafts[-1].kind not in ("ceremony", "signing"):
        return drafts
    there, sides = set(drafts[-1].parties), set(drafts[-1].affiliations())
    held = [
        d for d in narration.drafts if d.status == "held" and (there & set(d.parties) or sides & set(d.affiliations()))
    ]
    met = [d for d in held if d.kind in ("meeting", "call")]
    between_two = [d for d in held if d.kind == "conference" and len(set(d.affiliations())) > 1]  # '举行|甲乙元首会晤'
    return met[-1:] or between_two[-1:] or drafts


def _consensus(narration: Narration, told: Told, p: Predicate) -> None:
    """'达成一系列共识' alone: the words after the verb."""
    element = told.elements[p.index]
    drafts = told.by_predicate.get(p.index) or [
        d for q in told.predicates if q.index < p.index for d in told.by_predicate.get(q.index, [])
    ]
    both = p.pronoun or (p.governor.pronoun if p.governor is not None else "")
    if not drafts and both == "they" and narration.current is not None:
        drafts = [narration.current]
    span = (element.start + VERB, element.end)
    if drafts and span[1] - span[0] > VERB and not any(s.span == span for s in drafts[-1].sayings):
        drafts[-1].sayings.append(Saying("agreed", span, (), True, "consensus"))


def titled(told: Told) -> None:
    """'发表题为“甲”的演讲', '以“甲”为题发表演讲': what a speech is called is what it is about."""
    for p in told.predicates:
        for draft in told.by_predicate.get(p.index, []) if p.kind == "address" else ():
            span = _title(told.elements, p.index)
            if span and not any(s.span == span for s in draft.sayings):
                draft.sayings.append(Saying(None, span, (), True, "title"))


def signed(told: Told) -> None:
    """What was signed: the words after the verb, or before it after a word of witnessing."""
    for p in told.predicates:
        for draft in told.by_predicate.get(p.index, []) if p.kind == "signing" else ():
            start, end = (
                p.index + 1,
                following(told.elements, p.index + 1, len(told.elements), ("stop", "semicolon", "comma")),
            )
            if p.form == "noun":  # '出席合作文件|签字仪式'
                elements = told.elements
                verb = next((n for n in range(p.index - 1, -1, -1) if elements[n].has("trigger")), -1)
                if verb < 0:  # '甲大学与乙大学|合作协议|签约仪式'
                    verb = next((n for n in range(p.index - 1, -1, -1) if elements[n].mentions), p.index - 1)
                start, end = verb + 1, p.index
            elif end == start:  # '见证了…文件的签署'
                start, end = (
                    1 + next((n for n in range(p.index, -1, -1) if told.elements[n].has("witness")), p.index),
                    p.index,
                )
                end -= end > start and told.elements[end - 1].has("rel")
            span = spanned(told.elements, start, end)
            if span and not any(s.span == span for s in draft.sayings):
                draft.sayings.append(Saying("signed", span, (), True, "signed"))


def _field_of(elements: list[Element], stop: int, verb: int) -> int:
    """'在甲、乙等方面|达成共识': the preposition that opens the field in which they agreed; `stop` if none does."""
    last = next((n for n in range(verb - 1, stop, -1) if not elements[n].has("manner")), stop)
    at = next((n for n in range(last, stop, -1) if elements[n].role == "at"), stop)
    return at if last > stop and elements[last].has("topic_tail") else stop


def _title(elements: list[Element], verb: int) -> tuple[int, int] | None:
    """The span of the title in the clause of a speech, without its marks."""
    first = max((n + 1 for n in range(verb) if elements[n].has("comma")), default=0)
    last = following(elements, verb + 1, len(elements), ("stop", "semicolon"))
    work = next((e for e in elements[first:last] if e.has("work")), None)
    if work is not None:
        return work.start + 1, work.end - 1
    marks = [n for n in range(first, last) if elements[n].has("quote")][:2]
    marks = marks if marks and marks[0] < following(elements, verb + 1, last, ("comma",)) else []
    return (elements[marks[0]].end, elements[marks[1]].start) if len(marks) == 2 and marks[1] > marks[0] + 1 else None


def only_said(told: Told, p: Predicate) -> bool:
    """'甲说，两国已就乙深入沟通': talks of others, told in speech, of which nothing else is told; or what somebody says
    of the guidance that others gave.
    """
    if p.spoken and p.entry.get("guides"):
        return True
    pronoun = p.pronoun or (p.governor.pronoun if p.governor is not None else "")
    if not p.spoken or pronoun == "they" or p.form != "passive" or _told_by_one_of_them(told.elements, p.index):
        return False
    return not any(told.by_predicate.get(q.index) for q in told.predicates if q.index <= p.index)


def _told_by_one_of_them(elements: list[Element], talk: int) -> bool:
    """'我同甲总统进行了会谈，就乙深入交换意见', said after the talks by who had them; not '我期待同…交换意见'."""
    first = max((n + 1 for n in range(talk) if elements[n].has("say") or elements[n].has("stop")), default=0)
    said = elements[first:talk]
    to_come = any(
        e.has("planned") or any(m.get("act") in ("pledged", "proposed") for m in e.entries("modal")) for e in said
    )
    own = any(e.pronoun == "i" or any(x.get("speaker") for x in e.entries("subject_drop")) for e in said)
    return own and not to_come and not any(e.has("earlier") for e in said)
