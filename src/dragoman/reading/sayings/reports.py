"""What an occasion is about because those who met heard a report on it: '听取了有关部门关于甲、乙的汇报'."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.sayings.discussed import subjects

KINDS = ("meeting", "call", "conference")


def reported_on(narration: Narration, told: Told) -> None:
    """Enter the subjects of a report that was heard as topics of the talks told here or just before."""
    elements = told.elements
    hears = next((n for n, e in enumerate(elements) if e.has("hears")), -1)
    if hears < 0 or any(p.sort == "say" and p.index < hears for p in told.predicates):
        return
    end = next((n for n in range(hears, len(elements)) if _closes(elements[n])), len(elements))
    report = next((n for n in range(end - 1, hears, -1) if elements[n].has("report")), 0)
    draft = _talks(narration, told) if report else None
    if draft is None:
        return
    for span in subjects(elements, *_matter(elements, hears, report, end)):
        if not any(s.span == span for s in draft.sayings):
            draft.sayings.append(Saying(None, span, (), True, "report-heard"))


def _matter(elements: list[Element], hears: int, report: int, end: int) -> tuple[int, int]:
    """Where what is reported on begins and ends: after '关于', after the verb of reporting, or all between."""
    opener = next((n for n in range(hears + 1, report) if _opens(elements[n])), 0)
    start, last = (opener + 1, report) if opener else (hears + 1, report)
    if not opener and report + 1 < end:
        start, last = report + 1, end
    while start < last and elements[start].has("aux"):
        start += 1
    if not opener and any(e.is_kind("person", "group") or e.pronoun for e in elements[start:last]):
        return start, start  # '听取乙的汇报'
    while last > start and (elements[last - 1].has("rel") or elements[last - 1].has("topic_tail")):
        last -= 1
    return start, last


def _opens(element: Element) -> bool:
    """'关于|甲', '对|乙地|形势': whether a preposition leads to the subject."""
    return element.role == "on" or (element.item is not None and bool(element.item.get("role", "about")))


def _closes(element: Element) -> bool:
    return element.has("stop") or element.has("semicolon") or (element.has("comma") and not element.has("and"))


def _talks(narration: Narration, told: Told) -> Draft | None:
    """The talks or the conference at which it was heard."""
    here = [d for p in told.predicates for d in told.by_predicate.get(p.index, [])]
    drafts = here or ([narration.current] if narration.current is not None else [])
    return next((d for d in reversed(drafts) if d.kind in KINDS and d.status == "held"), None)
