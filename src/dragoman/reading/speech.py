"""What was discussed (topics) and what was agreed or said (points), with who said it.

The content of a saying runs from its verb to the next saying that is coordinated with it, or to the sentence's end.
In languages that set it (`speech_run`), a speaker goes on through the following sentences of the paragraph, and modal
words cut the content into points of their own act (`modal_splits`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.language import Language
from dragoman.model import Act
from dragoman.reading.draft import Draft, Saying
from dragoman.reading.elements import Element
from dragoman.reading.narration import Narration, Told
from dragoman.reading.people import Person
from dragoman.reading.phrases import split_topics, trim
from dragoman.reading.predicate import Predicate

ACTS: dict[str, Act] = {"agreed": "agreed", "signed": "signed", "pledged": "pledged", "proposed": "proposed", "stated": "stated"}


@dataclass(slots=True)
class Run:
    """A speaker who goes on speaking through a paragraph."""

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    draft: Draft
    act: Act


class Speech:
    """Attaches sayings to the drafts of a narration, sentence by sentence."""

    def __init__(self, narration: Narration, language: Language) -> None:
        self._narration = narration
        self._runs = language.on("speech_run")
        self._splits = language.on("modal_splits")
        self._run: Run | None = None

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
        bounds = [p.index for p in saying] + [p.index for p in told.predicates if p.sort == "trigger" and _coordinated(told.elements, p)]
        for p in saying:
            self._say(told, p, sorted(bounds))

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
            if p.form == "passive":
                start, end = _left_content(elements, p), p.index
            for span, rule in split_topics(elements, start, end):
                _add(draft, Saying(None, span, by, joint, f"discuss-{rule}"))
            return
        if p.entry.get("object") == "skip":
            start = _skip_object(elements, start, end)
        act = ACTS[(p.entry.get("joint") or p.entry.get("act")) if joint else _single(p)]
        run = Run(told.sentence.paragraph, by, joint, draft, act)
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


def _single(p: Predicate) -> str:
    act = p.entry.get("act")
    return "pledged" if act == "agreed" else act


def _add(draft: Draft, saying: Saying) -> None:
    if not any(s.span == saying.span and s.act == saying.act for s in draft.sayings):
        draft.sayings.append(saying)


def _previous(elements: list[Element], index: int) -> int:
    """The element before, adverbs and auxiliaries left out; −1 at the start."""
    index -= 1
    while index >= 0 and (elements[index].has("aux") or elements[index].has("also") or elements[index].is_kind("date")):
        index -= 1
    return index


def _clausal(elements: list[Element], p: Predicate) -> bool:
    """Whether a saying stands as a verb: after a subject, a joint, a modal, an infinitive's particle, or at the start."""
    if p.form == "passive" or (p.sort == "discuss" and p.governor is not None and p.governor.sort == "trigger"):
        return True
    index = _previous(elements, p.index)
    if index < 0:
        return True
    if any(e.has("be") for e in elements[index + 1 : p.index]):
        return False
    before = elements[index]
    if before.has("comma") or before.has("and") or before.pronoun or before.has("planned") or before.has("cut") or before.has("semicolon"):
        return True
    if before.role == "to":
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


