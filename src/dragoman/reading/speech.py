"""What was discussed (topics) and what was agreed or said (points), with who said it.

The content of a saying runs from its verb to the next saying that is coordinated with it, or to the sentence's end.
In languages that set it (`speech_run`), a speaker goes on through the following sentences of the paragraph, and modal
words cut the content into points of their own act (`modal_splits`). A quotation belongs to whoever is named beside it,
before it or after it, over as many sentences as it has.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.language import Language
from dragoman.model import Act
from dragoman.reading.narration import Narration, Told
from dragoman.reading.clauses import Predicate
from dragoman.reading.draft import Draft, Saying, Span
from dragoman.reading.elements import Element
from dragoman.reading.inversion import around, quoted
from dragoman.reading.people import Person
from dragoman.reading.phrases import split_topics, trim

ACTS: dict[str, Act] = {"agreed": "agreed", "signed": "signed", "pledged": "pledged", "proposed": "proposed", "stated": "stated"}


@dataclass(slots=True)
class Run:
    """A speaker who goes on speaking through a paragraph."""

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    draft: Draft
    act: Act
    named: bool = True


class Speech:
    """Attaches sayings to the drafts of a narration, sentence by sentence."""

    def __init__(self, narration: Narration, language: Language) -> None:
        self._narration = narration
        self._runs = language.on("speech_run")
        self._splits = language.on("modal_splits")
        self._run: Run | None = None
        self._quoting: Run | None = None
        self._open = False
        self._paragraph = -1
        self._unclaimed: list[Span] = []

    def runs(self, paragraph: int) -> bool:
        """Whether somebody is speaking as a sentence of this paragraph begins."""
        return self._runs and self._run is not None and self._run.paragraph == paragraph

    def hear(self, told: Told) -> None:
        """The topics and points of one sentence."""
        saying = [p for p in told.predicates if p.sort != "trigger" and _clausal(told.elements, p)]
        if self._run and (self._run.paragraph != told.sentence.paragraph or any(p.subject for p in saying if p.entry.get("run"))):
            self._run = None
        if self._run and not any(told.by_predicate.values()) and self._runs:
            self._points(told.elements, 0, len(told.elements), self._run)
            return
        saying = self._quotation(told, saying)
        bounds = [p.index for p in saying] + [p.index for p in told.predicates if p.sort == "trigger" and _coordinated(told.elements, p)]
        for p in saying:
            self._say(told, p, sorted(bounds))
        if not self._open:
            self._quoting = None

    def _quotation(self, told: Told, saying: list[Predicate]) -> list[Predicate]:
        """Take in a quotation that the sentence begins with, or goes on with; the sayings that stand outside of it."""
        elements = told.elements
        if told.sentence.paragraph != self._paragraph:
            self._open, self._quoting, self._unclaimed, self._paragraph = False, None, [], told.sentence.paragraph
        within = self._open
        ranges, self._open = quoted(elements, within)
        lead = ranges[0] if ranges and ranges[0][0] <= 2 and not told.drafts else None
        if lead is None:
            return saying
        reports = any(p.reports for p in saying)
        if not reports and (not within or self._quoting or self._unclaimed):
            span = trim(elements, *lead)
            if span and self._quoting:
                _add(self._quoting.draft, Saying("stated", span, self._quoting.by, self._quoting.joint, "quotation"))
            elif span:
                self._unclaimed.append(span)
        return [p for p in saying if not lead[0] <= p.index < lead[1]]

    def _claim(self, run: Run) -> None:
        """Give quotations that nobody was named for to the speaker who is named now."""
        for span in self._unclaimed:
            _add(run.draft, Saying("stated", span, run.by, run.joint, "quotation"))
        self._unclaimed = []

    def _report(self, told: Told, p: Predicate, run: Run) -> None:
        """A saying put after what is said, or into it."""
        elements = told.elements
        assert p.reports is not None
        before, after = around(elements, p.reports)
        if elements[before[0]].has("quote"):
            self._claim(run)
            self._points(elements, *before, run, weak=False)
            if after[0] < after[1] and elements[after[0]].has("quote"):
                self._points(elements, *after, run, weak=False)
        elif after[0] < after[1] and not run.named:
            self._points(elements, *after, run)
        elif not any(d for q in told.predicates if q.index < p.index for d in told.by_predicate.get(q.index, [])):
            self._points(elements, *before, run)

    def _say(self, told: Told, p: Predicate, bounds: list[int]) -> None:
        elements = told.elements
        end = next((_before_joint(elements, b) for b in bounds if b > p.index and _coordinated_at(elements, b)), len(elements))
        draft = self._draft(told, p)
        if draft is None or p.pronoun == "it" and p.sort == "say":
            return
        by = tuple(told.subjects[p.index]) or tuple(draft.parties)
        joint = p.pronoun in ("they", "we") or len({x.affiliation for x in by}) > 1
        start = p.index + 1
        if p.sort == "discuss":
            if p.form == "passive" and not (end > start and elements[start].has("det")):  # 'ont été évoqués | les moyens'
                start, end = _left_content(elements, p), p.index
            for span, rule in split_topics(elements, start, end):
                _add(draft, Saying(None, span, by, joint, f"discuss-{rule}"))
            return
        if p.entry.get("object") == "skip":
            start = _skip_object(elements, start, end)
        act = ACTS[(p.entry.get("joint") or p.entry.get("act")) if joint else _single(p)]
        run = Run(told.sentence.paragraph, by, joint, draft, act, named=bool(p.subject))
        if p.reports:
            self._report(told, p, run)
            return
        self._claim(run)
        self._quoting = run
        if p.entry.get("run") and self._runs:
            self._run = run
        self._points(elements, start, end, run, weak=bool(p.entry.get("weak")))

    def _points(self, elements: list[Element], start: int, end: int, run: Run, weak: bool = True) -> None:
        if self._splits and weak:
            for first, last, act in _by_modals(elements, start, end):
                span = trim(elements, first, last)
                if span:
                    _add(run.draft, Saying(act, span, run.by, run.joint, f"say-{act}"))
            return
        act = run.act
        end = _quotation_end(elements, start, end)
        if weak:
            act = next((ACTS[e.entries("modal")[0].get("act")] for e in elements[start:end] if e.has("modal")), act)
        span = trim(elements, start, end)
        if span:
            _add(run.draft, Saying(act, span, run.by, run.joint, f"say-{act}"))

    def _draft(self, told: Told, p: Predicate) -> Draft | None:
        """The account that a saying belongs to: its governor's, else the latest one that its speaker takes part in."""
        governor = p.governor
        while governor is not None:
            if governor.sort == "trigger" and told.by_predicate.get(governor.index):
                return told.by_predicate[governor.index][-1]
            governor = governor.governor
        here = [d for d in told.drafts if d.status != "referenced"]
        here = [d for d in here if d.kind not in ("visit", "conference")] or here
        if here:
            return here[0]
        speakers = told.subjects[p.index]
        current = self._narration.current
        if current is not None and (not speakers or any(s in current.parties for s in speakers)):
            return current
        for draft in reversed(self._narration.drafts):
            if any(s in draft.parties for s in speakers):
                return draft
        return current


def _quotation_end(elements: list[Element], start: int, end: int) -> int:
    """Where content that begins with a quotation ends: with the quotation."""
    first = next((n for n in range(start, end) if not elements[n].has("light_content")), end)
    if first < end and elements[first].has("open_quote"):
        return next((n for n in range(first, end) if elements[n].has("close_quote")), end)
    return end


def _single(p: Predicate) -> str:
    act = p.entry.get("act")
    return "pledged" if act == "agreed" else act


def _add(draft: Draft, saying: Saying) -> None:
    if not any(s.span == saying.span and s.act == saying.act for s in draft.sayings):
        draft.sayings.append(saying)


def _previous(elements: list[Element], index: int) -> int:
    """The element before, adverbs and auxiliaries left out; −1 at the start."""
    index -= 1
    while index >= 0 and (any(elements[index].has(c) for c in ("aux", "also", "inverted")) or elements[index].is_kind("date") or _is_clitic(elements, index)):
        index -= 1
    return index


def _is_clitic(elements: list[Element], index: int) -> bool:
    """Whether an article is the verb's object: 'l'a remerciée', 'il les exhorte'."""
    if not elements[index].has("clitic") or index + 1 >= len(elements) or index == 0:
        return False
    return elements[index + 1].has("aux") or elements[index - 1].is_party or bool(elements[index - 1].pronoun)


def _clausal(elements: list[Element], p: Predicate) -> bool:
    """Whether a saying stands as a verb: after a subject, a joint, a modal, an infinitive's particle, or at the start."""
    if p.reports or p.form == "passive" or (p.sort == "discuss" and p.governor is not None and p.governor.sort == "trigger"):
        return True
    index = _previous(elements, p.index)
    if index < 0:
        return True
    if any(e.has("be") for e in elements[index + 1 : p.index]):
        return False
    before = elements[index]
    if p.entry.get("participle") and not (before.has("and") or any(e.has("aux") or e.has("inverted") for e in elements[index + 1 : p.index])):
        return False
    if before.has("comma") or before.has("and") or before.pronoun or before.has("planned") or before.has("cut") or before.has("semicolon"):
        return True
    if before.role == "to" or before.has("infinitive"):
        return p.sort == "discuss" or (p.governor is not None and p.governor.sort == "trigger")
    if (before.has("trigger") and before.has("light")) or before.has("modal") or before.has("hypothetical"):
        return p.sort == "discuss"
    if before.has("det") or before.has("poss") or before.has("adjective") or before.role:
        return False
    if p.governor is None or not before.mentions:
        return before.mentions != () or p.sort == "discuss" or not p.governor
    return any(e.has("comma") or e.has("and") or e.has("cut") for e in elements[p.governor.index : index])


def _coordinated(elements: list[Element], p: Predicate) -> bool:
    return p.form == "verb" and _coordinated_at(elements, p.index)


def _coordinated_at(elements: list[Element], index: int) -> bool:
    """Whether a predicate is joined to what stands before it by 'and', a comma or a new subject."""
    before = _previous(elements, index)
    if before >= 0 and (elements[before].is_party or elements[before].pronoun):
        while before >= 0 and (elements[before].is_party or elements[before].has("det") or elements[before].pronoun):
            before -= 1
    return before >= 0 and any(elements[before].has(c) for c in ("and", "comma", "semicolon", "cut"))


def _before_joint(elements: list[Element], index: int) -> int:
    """Where content ends before a joined predicate: before its subject and the joint."""
    end = _previous(elements, index) + 1
    while end > 0 and (elements[end - 1].is_party or elements[end - 1].pronoun or elements[end - 1].has("det")):
        end -= 1
    while end > 0 and any(elements[end - 1].has(c) for c in ("and", "comma", "semicolon", "also", "aux", "cut")):
        end -= 1
    return end


def _left_content(elements: list[Element], p: Predicate) -> int:
    """Where the subject of a passive 'were discussed' begins."""
    start = p.governor.index + 1 if p.governor else 0
    start = next((n + 1 for n in range(p.index - 1, start, -1) if elements[n].has("cut") or elements[n].has("semicolon")), start)
    if elements[start].has("nest") or elements[start].is_kind("date"):
        start = next((n for n in range(start, p.index) if elements[n].has("comma")), start)
    while start < p.index and any(elements[start].has(c) for c in ("comma", "and", "also", "aux")):
        start += 1
    return start


def _skip_object(elements: list[Element], start: int, end: int) -> int:
    """Leave out the person addressed: 'thanked | the Minister of Chad for | …'."""
    index = start
    while index < end and (elements[index].is_party or any(elements[index].has(c) for c in ("det", "pron", "comma", "and", "hon", "poss"))):
        index += 1
    moved = any(e.is_party or e.pronoun or e.has("det") for e in elements[start:index])
    follows = index < end and (elements[index].role or elements[index].has("cut"))
    return index if moved and follows else start


def _by_modals(elements: list[Element], start: int, end: int) -> list[tuple[int, int, Act]]:
    """Content cut at clauses that open with a modal word, each part with its act."""
    parts: list[tuple[int, int, Act]] = []
    first, act = start, ACTS["stated"]
    clause = start
    for index in range(start, end):
        element = elements[index]
        if element.has("stop") or element.has("semicolon"):
            parts.append((first, index, act))
            first, act, clause = index + 1, ACTS["stated"], index + 1
        elif element.has("comma"):
            clause = index + 1
        elif element.has("modal") and all(e.is_party or e.has("aux") or e.pronoun or e.has("also") for e in elements[clause:index]):
            parts.append((first, clause, act))
            first, act, clause = index + 1, ACTS[element.entries("modal")[0].get("act")], index + 1
    parts.append((first, end, act))
    return [(a, b, act) for a, b, act in parts if b > a]


