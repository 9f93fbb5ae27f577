"""Speech that runs on: 'X表示，…' opens what X says, and X goes on through the paragraph.

What is said is cut at stops and semicolons, then at clauses that open with a modal word ('愿' pledged, '希望' proposed,
'感谢' stated) or with a new subject. The subject before the modal word is left out, so are clauses that only set the
scene ('今年是…', '在…引领下') and those that tell of an earlier engagement.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from dragoman.model import Act
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import PARENTS, Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.acts import ACTS
from dragoman.reading.sayings.cutting import BREAKS, clause_start, cut, following, regarded, segments
from dragoman.reading.sayings.discussed import list_end, subjects
from dragoman.reading.sayings.phrases import trim
from dragoman.reading.sayings.undertakings import is_subject

VERB = 2  # characters of a verb like '达成'
OPENING = 6  # elements in which the words that open a sentence must end


@dataclass(slots=True)
class Run:
    """A speaker who goes on speaking through a paragraph, in the engagements that it belongs to; `items` is the act of
    what he announced to tell point by point ('提出三点建议').
    """

    paragraph: int
    by: tuple[Person, ...]
    joint: bool
    drafts: list[Draft]
    act: Act | None
    latest: Act = "stated"
    items: Act = "stated"


TOLD_ON = frozenset({"visit", "tour", "meeting", "conference", "ceremony", "signing"})


class RunningSpeech:
    """Attaches topics and points to the drafts of a narration, sentence by sentence."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._run: Run | None = None

    def runs(self, paragraph: int, elements: list[Element]) -> bool:
        """Whether somebody is speaking as a sentence of this paragraph begins."""
        return (
            self._run is not None
            and (self._run.paragraph == paragraph or self._goes_on(paragraph, elements))
            and not takes_up_narration(elements)
            and not self._tells_of_speaker(elements, self._run.by)
        )

    def _goes_on(self, paragraph: int, elements: list[Element]) -> bool:
        """Whether the next paragraph is still his: '一是…', '我们要…'."""
        ours = any(
            e.has("subject_drop") and elements[n + 1].has("modal") and not e.pronoun
            for n, e in enumerate(elements[:-1])
        )
        return (
            self._run is not None and self._run.paragraph + 1 == paragraph and (elements[0].has("enumerator") or ours)
        )

    def _tells_of_speaker(self, elements: list[Element], speakers: tuple[Person, ...]) -> bool:
        """'会议期间，甲还同乙举行会谈': after when it was, the speaker is named again with what he did."""
        first = next((n + 1 for n, e in enumerate(elements[:OPENING]) if e.has("comma")), 0)
        opening = elements[: max(first - 1, 0)]
        timed = any(e.has("nestafter") or e.has("scene") or e.is_kind("date") or e.has("aux") for e in opening)
        if first >= len(elements) or (first and not timed) or not elements[first].is_kind("person"):
            return False
        clause = list(itertools.takewhile(lambda e: not (e.has("comma") or e.has("say")), elements[first + 1 :]))
        done = any(entry.get("kind") in TOLD_ON for e in clause for entry in e.entries("trigger"))
        return done and self._narration.roster.known(elements[first].mentions[0]) in speakers

    def finish(self) -> None:
        """Put all that was said in the text's order."""
        for draft in self._narration.drafts:
            draft.sayings.sort(key=lambda saying: saying.span)

    def hear(self, told: Told) -> None:
        """The topics and points of one sentence."""
        if not self.runs(told.sentence.paragraph, told.elements):
            self._run = None
        elif self._run is not None:
            self._run.paragraph = told.sentence.paragraph
        for p in told.predicates:
            if p.sort == "discuss":
                self._topics(told, p)
        self._signed(told)
        self._titled(told)
        says = [p for p in told.predicates if p.sort == "say" and not self._only_told_of(told, p)]
        starts = [clause_start(told.elements, p.index) for p in says]
        if not says and self._run and not _narrates(told):
            self._points(told, 0, len(told.elements), self._run)
        if says and starts[0] > 0 and self._run and not _narrates(told):
            self._points(told, 0, starts[0], self._run)
        for n, p in enumerate(says):
            end = starts[n + 1] if n + 1 < len(says) else len(told.elements)
            self._say(told, p, end)

    def _only_told_of(self, told: Told, p: Predicate) -> bool:
        """'甲主席同乙总统共同决定…', told by somebody else: they are talked about and do not speak."""
        people = told.subjects[p.index]
        if not (p.spoken and people and p.subject and (p.entry.get("joint") or p.entry.get("announces"))):
            return False
        first = next((q for q in told.predicates if q.sort == "say" and q.entry.get("run") and q.index < p.index), None)
        speakers = told.subjects[first.index] if first is not None else list(self._run.by) if self._run else []
        held = (d for d in reversed(self._narration.drafts) if d.kind in ("meeting", "call") and d.status == "held")
        home = next((d for d in held if any(x in d.parties for x in speakers)), None)
        if home is None or _recalled(told, p):
            return False
        known = speakers if p.entry.get("announces") else home.parties
        return not any(x in known for x in people) and not _with_speaker(told, p)

    def _say(self, told: Told, p: Predicate, end: int) -> None:
        by = tuple(told.subjects[p.index])
        drafts = self._drafts(told, p, by)
        speaker = self._run if p.spoken and p.entry.get("joint") else None
        if speaker is not None and (recalled := _recalled(told, p)):
            by, drafts = (), recalled
        elif speaker is not None and _with_speaker(told, p):
            by, drafts = (*speaker.by, *by), speaker.drafts
        else:
            speaker = None
        if p.entry.get("act") == "signed":
            drafts = self._gathering(told, p) or (self._talks(drafts) if p.entry.get("issued") else drafts)
        if not drafts:
            return
        for person in by:
            for draft in drafts:
                if person.kind == "person" and person.name and person not in draft.parties and _may_speak(draft, told):
                    draft.parties.append(person)
        by = by or tuple(drafts[0].parties)
        joint = p.pronoun == "they" or len({x.affiliation for x in by if x.affiliation}) > 1
        act = ACTS[p.entry.get("joint") if joint and p.entry.get("joint") else p.entry.get("act")]
        if act == "signed":
            by, joint = tuple(drafts[0].parties), True
        run = Run(told.sentence.paragraph, by, joint, drafts, act if p.entry.get("joint") else None)
        announced = act == "proposed" and p.index + 1 < end and told.elements[p.index + 1].has("comma")
        if p.entry.get("run") or announced:
            run.latest, run.items = (act, act) if act == "proposed" else (run.latest, run.items)
            self._run = speaker or run  # who tells of an agreement goes on speaking
            self._points(told, p.index + 1 + announced, end, run, announced)
        else:
            if p.entry.get("content") == "left":
                thanked = regarded(told.elements, clause_start(told.elements, p.index), p.index)
                if thanked is not None:
                    self._add(told.elements, *thanked, act, run)
                if p.index + 1 < end and told.elements[p.index + 1].has("comma"):
                    self._points(told, p.index + 2, end, run)
                return
            stop = (
                end if act == "proposed" else following(told.elements, p.index + 1, end, ("comma", "stop", "semicolon"))
            )
            if act == "signed" and not any(
                e.has("work") or e.has("signed_noun") for e in told.elements[p.index : stop]
            ):
                return
            self._add(told.elements, p.index + 1, stop, act, run)
            if stop < end:
                self._points(told, stop + 1, end, run)

    def _gathering(self, told: Told, p: Predicate) -> list[Draft]:
        """'论坛|通过了宣言': the conference, where it is itself the subject."""
        head = told.elements[clause_start(told.elements, p.index)]
        if not (head.has("eventnoun") or head.has("eventweak")):
            return []
        return [d for d in self._narration.drafts if d.kind == "conference" and d.status == "held"][-1:]

    def _drafts(self, told: Told, p: Predicate, by: tuple[Person, ...]) -> list[Draft]:
        """The engagements that are spoken in: those that the sentence points to, else the latest one of the speaker."""
        here = [
            q
            for q in told.predicates
            if q.sort == "trigger" and q.cue != "earlier" and q.index < p.index and not (q.nested and q.form == "verb")
        ]
        for q in reversed(here):
            drafts = [
                d
                for d in told.by_predicate.get(q.index, [])
                if d.status == "held" and (d.kind != "visit" or q is here[0])
            ]
            if drafts:
                return drafts
        current = self._narration.current
        if current is not None and current.sort == "welcome" and not told.drafts:
            current = self._arrival(by) or current
        if self._run and not told.drafts and by and all(x in self._run.drafts[0].parties for x in by):
            return self._run.drafts  # who answers speaks where the one before him did
        if current is not None and (not by or any(x in current.parties for x in by)):
            return (
                self._run.drafts
                if self._run and current in self._run.drafts and set(self._run.by) == set(by)
                else [current]
            )
        for draft in reversed(self._narration.drafts):
            if draft.kind != "visit" and draft.status == "held" and any(x in draft.parties for x in by):
                return [draft]
        return [current] if current is not None else []

    def _arrival(self, by: tuple[Person, ...]) -> Draft | None:
        """The journey on which its traveller speaks where nothing but a welcome has been told of it."""
        told = [d for d in self._narration.drafts if d.status == "held" and d.kind not in ("ceremony", "conference")]
        if not (by and told and all(d.kind == "visit" and by[0] in d.parties for d in told)):
            return None
        return told[0]

    def _points(self, told: Told, start: int, end: int, run: Run, asked: bool = False) -> None:
        elements = told.elements
        skipped = _told_earlier(told)
        home = self._narration.roster.home
        sides = frozenset(side for x in run.by if (side := x.affiliation or home))
        for first, last in segments(elements, start, end):
            item = elements[first].item
            if item is not None and item.text in ("(", "（"):
                continue  # a source or a byline
            listed = first > 0 and elements[first - 1].has("semicolon") and not is_subject(elements[first])
            stays = run.latest == "proposed" or not elements[first].has("modal")
            bare = elements[first].has("verb") and stays
            goes_on = run.latest if listed or bare else ACTS["stated"]
            numbered = elements[first].has("ordinal") and first + 1 < last and elements[first + 1].has("comma")
            if numbered or elements[first].has("enumerator") or (asked and first == start):
                goes_on = run.items
            for a, b, act in cut(elements, first, last, run.act, goes_on, skipped, sides):
                self._add(elements, a, b, act, run)
                run.latest = act

    def _add(self, elements: list[Element], start: int, end: int, act: Act, run: Run) -> None:
        span = trim(elements, start, end)
        if span is None or span[1] - span[0] < 2:
            return
        if run.joint and act == "pledged":
            act = "agreed"
        for draft in run.drafts:
            if not any(s.span == span for s in draft.sayings):
                draft.sayings.append(Saying(act, span, run.by, run.joint, f"run-{act}"))

    def _topics(self, told: Told, p: Predicate) -> None:
        """'双方就…交换意见': the subjects stand between the preposition and the verb."""
        elements = told.elements
        if _only_said(told, p):
            return
        opener = next(
            (n for n in range(p.index - 1, -1, -1) if elements[n].role == "on" or elements[n].has("stop")), -1
        )
        if not (opener >= 0 and elements[opener].role) and p.entry.get("act") == "agreed":
            opener = _field_of(elements, opener, p.index)
        between = [q for q in told.predicates if opener < q.index < p.index]
        spoken = any(q.sort == "discuss" or q.entry.get("run") for q in between)
        if (
            p.form == "passive"
            and p.entry.get("act") == "agreed"
            and (opener < 0 or not elements[opener].role or spoken)
        ):
            self._consensus(told, p)
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
            or self._talks(told.by_predicate[before.index] if before else [])
            or ([self._narration.current] if self._narration.current else [])
        )
        start, end = (opener + 1, p.index) if p.form == "passive" else (p.index + 1, list_end(elements, p.index + 1))
        act = ACTS["agreed"] if p.entry.get("act") == "agreed" else None
        for draft in drafts[-1:]:
            for span in subjects(elements, start, end, whole=act is not None):
                if not any(s.span == span for s in draft.sayings):
                    draft.sayings.append(Saying(act, span, (), True, "discuss-list"))

    def _talks(self, drafts: list[Draft]) -> list[Draft]:
        """'揭牌，并就…交换意见': what was talked of beside a ceremony or a signing is of the talks told before it."""
        if not drafts or drafts[-1].kind not in ("ceremony", "signing"):
            return drafts
        return [
            d
            for d in self._narration.drafts
            if d.kind in ("meeting", "call") and d.status == "held" and set(d.parties) & set(drafts[-1].parties)
        ][-1:] or drafts

    def _consensus(self, told: Told, p: Predicate) -> None:
        """'达成一系列共识' alone: the words after the verb."""
        element = told.elements[p.index]
        drafts = told.by_predicate.get(p.index) or [
            d for q in told.predicates if q.index < p.index for d in told.by_predicate.get(q.index, [])
        ]
        span = (element.start + VERB, element.end)
        if drafts and span[1] - span[0] > VERB and not any(s.span == span for s in drafts[-1].sayings):
            drafts[-1].sayings.append(Saying("agreed", span, (), True, "consensus"))

    def _titled(self, told: Told) -> None:
        """'发表题为“甲”的演讲', '以“甲”为题发表演讲': what a speech is called is what it is about."""
        for p in told.predicates:
            for draft in told.by_predicate.get(p.index, []) if p.kind == "address" else ():
                span = _title(told.elements, p.index)
                if span and not any(s.span == span for s in draft.sayings):
                    draft.sayings.append(Saying(None, span, (), True, "title"))

    def _signed(self, told: Told) -> None:
        """What was signed: the words after the verb, or before it after a word of witnessing."""
        for p in told.predicates:
            for draft in told.by_predicate.get(p.index, []) if p.kind == "signing" else ():
                start, end = (
                    p.index + 1,
                    following(told.elements, p.index + 1, len(told.elements), ("stop", "semicolon", "comma")),
                )
                if p.form == "noun":  # '出席合作文件|签字仪式'
                    verbs = (n for n in range(p.index - 1, -1, -1) if told.elements[n].has("trigger"))
                    start, end = next(verbs, p.index - 1) + 1, p.index
                elif end == start:  # '见证了…文件的签署'
                    start, end = (
                        1 + next((n for n in range(p.index, -1, -1) if told.elements[n].has("witness")), p.index),
                        p.index,
                    )
                    end -= end > start and told.elements[end - 1].has("rel")
                span = trim(told.elements, start, end)
                if span and not any(s.span == span for s in draft.sayings):
                    draft.sayings.append(Saying("signed", span, tuple(draft.parties), True, "signed"))


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


def takes_up_narration(elements: list[Element]) -> bool:
    """Whether a sentence goes on telling: 'Name (still) visited …'; who is quoted does not begin by naming himself
    so. 'After the talks, …' goes on telling too.
    """
    if elements and elements[0].has("afterwards"):
        return True
    if (
        len(elements) > 1
        and elements[0].has("trigger")
        and any(e.get("then") for e in elements[1].entries("nestafter"))
    ):
        return True
    again = len(elements) > 1 and elements[0].pronoun == "he" and elements[1].has("aux")  # '他还考察了…'
    if not elements or not (again or (elements[0].is_kind("person") and elements[0].mentions[0].name)):
        return False
    after = next((e for e in elements[1:] if not (e.has("aux") or e.has("each") or e.has("together"))), None)
    return after is not None and any(e.get("kind") in TOLD_ON for e in after.entries("trigger"))


def _may_speak(draft: Draft, told: Told) -> bool:
    """Whether somebody of whom it was not told takes part by what he says: one of a group that was met, or of those who
    come together at a conference or a ceremony."""
    there = draft.kind == "ceremony" or draft.paragraph == told.sentence.paragraph
    gathering = draft.kind in ("conference", "ceremony") and draft.status == "held" and there
    return gathering or any(party.kind == "group" for party in draft.parties)


def _recalled(told: Told, p: Predicate) -> list[Draft]:
    """'甲同乙通话时|一致认为…', said by somebody: the earlier occasion on which they did."""
    earlier = [q for q in told.predicates if q.index < p.index and q.sort == "trigger"]
    return [d for q in earlier for d in told.by_predicate.get(q.index, []) if d.status == "referenced"][-1:]


def _with_speaker(told: Told, p: Predicate) -> bool:
    """'我和甲总统|一致同意': the speaker is one of them."""
    return any(e.pronoun in ("i", "we") for e in told.elements[clause_start(told.elements, p.index) : p.index])


def _narrates(told: Told) -> bool:
    """Whether a sentence tells of what was done, not of what is said."""
    return (
        any(p.sort == "discuss" and p.pronoun == "they" and p.form == "passive" for p in told.predicates)
        or any(e.has("presence") or e.has("lead") for e in told.elements)
        or any(d.status == "held" for d in told.drafts if d.kind not in PARENTS)
    )


def _only_said(told: Told, p: Predicate) -> bool:
    """'甲说，两国已就乙深入沟通': talks of others, told in speech, of which nothing else is told; or what somebody says
    of the guidance that others gave.
    """
    if p.spoken and p.entry.get("guides"):
        return True
    pronoun = p.pronoun or (p.governor.pronoun if p.governor is not None else "")
    if not p.spoken or pronoun == "they" or p.form != "passive":
        return False
    return not any(told.by_predicate.get(q.index) for q in told.predicates if q.index <= p.index)


def _told_earlier(told: Told) -> set[int]:
    """The elements of clauses that tell of an earlier or planned engagement."""
    found: set[int] = set()
    for p in told.predicates:
        if p.sort == "trigger" and told.by_predicate.get(p.index):
            start, end = (
                clause_start(told.elements, p.index),
                following(told.elements, p.index, len(told.elements), ("comma", *BREAKS)),
            )
            found.update(range(start, end))
        elif p.sort == "discuss" and p.form == "passive" and not _only_said(told, p):  # '并就…达成共识'
            opener = next((n for n in range(p.index, -1, -1) if told.elements[n].role == "on"), p.index)
            found.update(range(clause_start(told.elements, opener), p.index + 1))
    return found
