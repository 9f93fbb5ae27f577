"""What was discussed (topics) and what was agreed or said (points), with who said it, sentence by sentence.

The content of a saying runs from its verb to the next saying of its sentence, or to the sentence's end; direct speech
goes on through the sentences of its quotation. In languages that set it (`speech_run`), a speaker goes on through the
following sentences of the paragraph, and modal words cut the content into points of their own act (`modal_splits`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.language import Language
from dragoman.model import Act
from dragoman.reading.belonging import drafts_of
from dragoman.reading.contents import attitude, content, modal_act
from dragoman.reading.clauses import Predicate
from dragoman.reading.draft import Draft, Saying
from dragoman.reading.elements import Element
from dragoman.reading.narration import Narration, Told
from dragoman.reading.people import Person
from dragoman.reading.phrases import split_topics, trim
from dragoman.reading.quotes import Quotation, is_direct
from dragoman.reading.standing import Utterance, clause_start, utterances

ACTS: dict[str, Act] = {"agreed": "agreed", "signed": "signed", "pledged": "pledged", "proposed": "proposed", "stated": "stated"}
AGENT_REACH = 8  # elements after a passive in which its agent is looked for


@dataclass(slots=True)
class Voice:
    """Who speaks, in which accounts, and how."""

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    drafts: list[Draft]
    act: Act


class Speech:
    """Attaches sayings to the drafts of a narration, sentence by sentence."""

    def __init__(self, narration: Narration, language: Language) -> None:
        self._narration = narration
        self._runs = language.on("speech_run")
        self._splits = language.on("modal_splits")
        self._run: Voice | None = None
        self._quotation = Quotation()
        self._voice: Voice | None = None
        self._unattributed: list[tuple[list[Element], int, int]] = []

    def hear(self, told: Told) -> None:
        """The topics and points of one sentence."""
        elements = told.elements
        quoted = [part for part in self._quotation.parts(elements, told.sentence.paragraph) if is_direct(elements, part)]
        predicates = [p for p in told.predicates if not any(a <= p.index < b for a, b in quoted)]
        sayings = utterances(elements, predicates)
        if self._run and (self._run.paragraph != told.sentence.paragraph or any(u.predicate.subject for u in sayings if u.predicate.entry.get("run"))):
            self._run = None
        if self._run and not any(told.by_predicate.values()) and self._runs:
            self._points(elements, 0, len(elements), self._run)
            return
        bounds = [u.first for u in sayings] + [clause_start(elements, p.index) for p in predicates if p.sort == "trigger" and p.form == "verb" and told.by_predicate.get(p.index)]
        for utterance in sayings:
            self._say(told, utterance, bounds)
        self._signed(told, bounds)

    def _say(self, told: Told, utterance: Utterance, bounds: list[int]) -> None:
        elements, p = told.elements, utterance.predicate
        speakers, joint = self._speakers(told, utterance)
        drafts = drafts_of(self._narration, told, utterance, speakers)
        if not drafts or (p.pronoun == "it" and utterance.how == "finite" and p.sort == "say" and not joint):
            return
        start, end = content(elements, utterance, bounds)
        by = tuple(speakers)
        if p.sort == "discuss":
            for span, rule in split_topics(elements, start, end):
                for draft in drafts:
                    _add(draft, Saying(None, span, by, joint, f"discuss-{rule}"))
            return
        act = (p.entry.get("joint") if joint else "") or _single(p)
        if p.entry.get("attitude"):
            start, entry = attitude(elements, start, end)
            act = entry.get("act") or act if entry else act
        voice = Voice(told.sentence.paragraph, by, joint, drafts, ACTS[act])
        if p.entry.get("run") and self._runs:
            self._run = voice
        self._points(elements, start, end, voice, weak=bool(p.entry.get("weak")))

    def _speakers(self, told: Told, utterance: Utterance) -> tuple[list[Person], bool]:
        """Who says it, and whether they say it jointly."""
        p = utterance.predicate
        if utterance.how in ("passive", "left"):
            people, pronoun = self._agents(told, p)
            return people, pronoun in ("they", "we") or not people or _several(people)
        shared = utterance.host if utterance.how in ("infinitive", "participle") and not p.subject else None
        source = shared or p
        people = told.subjects[source.index]
        return people, source.pronoun in ("they", "we") or _several(people)

    def _agents(self, told: Told, p: Predicate) -> tuple[list[Person], str]:
        """Those whom 'by' names after a passive."""
        elements = told.elements
        for index in range(p.index + 1, min(len(elements), p.index + AGENT_REACH)):
            if elements[index].role != "by":
                continue
            for element in elements[index + 1 : index + 4]:
                if element.pronoun:
                    return [], element.pronoun
                if element.is_party:
                    return self._narration.people(list(element.mentions)), ""
        return [], ""

    def _points(self, elements: list[Element], start: int, end: int, voice: Voice, weak: bool = True) -> None:
        parts: list[tuple[int, int, Act]] = [(start, end, voice.act)]
        if self._splits and weak:
            parts = _by_modals(elements, start, end)
        elif weak:
            parts = [(start, end, ACTS[modal_act(elements, start, end, voice.by, voice.joint) or voice.act])]
        for first, last, act in parts:
            span = trim(elements, first, last)
            for draft in voice.drafts if span else ():
                _add(draft, Saying(act, span, voice.by, voice.joint, f"say-{act}"))

    def _signed(self, told: Told, bounds: list[int]) -> None:
        return


def _several(people: list[Person]) -> bool:
    return len({person.affiliation for person in people}) > 1


def _single(p: Predicate) -> str:
    act = p.entry.get("act")
    return "pledged" if act == "agreed" else act


def _add(draft: Draft, saying: Saying) -> None:
    if not any(s.span == saying.span and s.act == saying.act for s in draft.sayings):
        draft.sayings.append(saying)


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
