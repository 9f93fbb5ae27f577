"""Speech that runs on: 'X表示，…' opens what X says, and X goes on through the paragraph.

What is said is cut at stops and semicolons, then at clauses that open with a modal word ('愿' pledged, '希望' proposed,
'感谢' stated) or with a new subject. The subject before the modal word is left out, so are clauses that only set the
scene ('今年是…', '在…引领下') and those that tell of an earlier engagement.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from dragoman.model import Act
from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import PARENTS, Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.acts import ACTS
from dragoman.reading.sayings.cutting import BREAKS, cut, following, regarded, saying_start, segments
from dragoman.reading.sayings.matters import only_said, signed, talked_about, talks, titled
from dragoman.reading.sayings.phrases import trim
from dragoman.reading.sayings.reports import reported_on
from dragoman.reading.sayings.undertakings import after_hearers, is_subject

TALKS_REACH = 2  # sentences from a journey to the talks of which its subjects are told
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
        self._quoted: list[Told] = []  # quoted sentences at the head of a paragraph, whose speaker is told after them

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
        told = self._narration.roster.known(elements[first].mentions[0])
        there = any(e.has("nestafter") for e in opening) and not any(e.is_kind("date") for e in opening)
        visits = (d for d in self._narration.drafts if there and d.kind == "visit" and d.status == "held")
        return done and (told in speakers or any(told in d.parties for d in visits))  # '访甲国期间，丙会见丁'

    def finish(self) -> None:
        """Put all that was said in the text's order; what visitors talked of belongs to the talks told after it."""
        for visit in self._narration.drafts:
            subjects = [s for s in visit.sayings if s.act is None] if visit.kind == "visit" else []
            held = talks_after(self._narration.drafts, visit) if subjects else None
            if held is not None:  # '甲到访我校，就乙进行座谈。副校长丙参加座谈'
                held.sayings += subjects
                visit.sayings = [s for s in visit.sayings if s not in subjects]
        for draft in self._narration.drafts:
            draft.sayings.sort(key=lambda saying: saying.span)

    def hear(self, told: Told) -> None:
        """The topics and points of one sentence."""
        if _all_quoted(told.elements) and (self._run is None or self._run.paragraph != told.sentence.paragraph):
            self._quoted = [q for q in self._quoted if q.sentence.paragraph == told.sentence.paragraph] + [told]
            return
        if not self.runs(told.sentence.paragraph, told.elements):
            self._run = None
        elif self._run is not None:
            self._run.paragraph = told.sentence.paragraph
        for p in told.predicates:
            if p.sort == "discuss":
                talked_about(self._narration, told, p)
        signed(told)
        titled(told)
        reported_on(self._narration, told)
        says = [p for p in told.predicates if p.sort == "say" and not self._only_told_of(told, p)]
        starts = [saying_start(told.elements, p.index) for p in says]
        if not says and self._run and not _narrates(told):
            self._points(told, 0, len(told.elements), self._run)
        if says and starts[0] > 0 and self._run and not _narrates(told):
            self._points(told, 0, starts[0], self._run)
        for n, p in enumerate(says):
            end = starts[n + 1] if n + 1 < len(says) else len(told.elements)
            self._say(told, p, _before_talk(told, p, end))
        for quoted in self._quoted if says and starts[0] == 0 else ():
            if self._run and quoted.sentence.paragraph == told.sentence.paragraph:
                self._points(quoted, 0, len(quoted.elements), self._run)
        self._quoted = []

    def _only_told_of(self, told: Told, p: Predicate) -> bool:
        """'甲主席同乙总统共同决定…', told by somebody else: they are talked about and do not speak."""
        people = told.subjects[p.index]
        others = self._run is None or not self._run.joint  # who just agreed, and whose meeting issued it, are the same
        if (
            others
            and p.spoken
            and p.entry.get("act") == "signed"
            and p.pronoun != "they"
            and not _with_speaker(told, p)
        ):
            return True  # '大会通过了规划', said by somebody of what others did
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
            drafts = self._gathering(told, p) or (talks(self._narration, drafts) if p.entry.get("issued") else drafts)
        if not drafts:
            return
        for person in by if not _is_cited(told, p) else ():
            hosts = person.affiliation in (None, self._narration.roster.home)
            for draft in (d for d in drafts if not (hosts and d.kind == "visit")):  # '甲对来宾表示欢迎'
                if person.kind == "person" and person.name and person not in draft.parties and _may_speak(draft, told):
                    draft.parties.append(person)
        by = by or tuple(drafts[0].parties)
        joint = p.pronoun == "they" or len({x.affiliation for x in by if x.affiliation}) > 1
        act = ACTS[p.entry.get("joint") if joint and p.entry.get("joint") else p.entry.get("act")]
        if act == "signed":
            by, joint = tuple(drafts[0].parties), True
        run = Run(told.sentence.paragraph, by, joint, drafts, act if p.entry.get("joint") else None)
        announced = act in ("proposed", "pledged") and p.index + 1 < end and told.elements[p.index + 1].has("comma")
        if p.entry.get("run") or announced:
            run.latest, run.items = (act, act) if act in ("proposed", "pledged") else (run.latest, run.items)
            self._run = speaker or run  # who tells of an agreement goes on speaking
            self._points(told, p.index + 1 + announced, end, run, announced)
        else:
            if p.entry.get("content") == "left":
                thanked = regarded(told.elements, saying_start(told.elements, p.index), p.index)
                if thanked is not None:
                    self._add(told.elements, *thanked, act, run)
                if p.index + 1 < end and told.elements[p.index + 1].has("comma"):
                    self._points(told, p.index + 2, end, run)
                return
            stop = (
                end
                if act in ("proposed", "pledged")
                else following(told.elements, p.index + 1, end, ("comma", "stop", "semicolon"))
            )
            if act == "signed" and not any(
                e.has("work") or e.has("signed_noun") for e in told.elements[p.index : stop]
            ):
                return
            begins = p.index + 1
            if p.entry.get("drops") == "hearers":
                begins = after_hearers(told.elements, begins, stop)
            self._add(told.elements, begins, stop, act, run)
            if stop < end:
                self._points(told, stop + 1, end, run)

    def _gathering(self, told: Told, p: Predicate) -> list[Draft]:
        """'论坛|通过了宣言': the conference, where it is itself the subject."""
        head = told.elements[saying_start(told.elements, p.index)]
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
        first = next((q.index for q in told.predicates if q.sort == "say"), p.index)
        welcomed = bool(here) and first < here[0].index  # '甲欢迎乙来访，表示…', said in their talks
        for q in reversed(here):
            drafts = [
                d
                for d in told.by_predicate.get(q.index, [])
                if d.status == "held"
                and (d.kind != "visit" or q is here[0])
                and not (welcomed and d.kind in ("visit", "conference"))
            ]
            if drafts:
                return drafts
        current = self._narration.current
        if current is not None and current.sort == "welcome" and not told.drafts:
            current = self._arrival(by) or current
        if self._run and not told.drafts and by and all(x in self._run.drafts[0].parties for x in by):
            return self._run.drafts  # who answers speaks where the one before him did
        if current is not None and (met := self._with_the_others(told, current, by)):
            return [met]
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

    def _with_the_others(self, told: Told, current: Draft, by: tuple[Person, ...]) -> Draft | None:
        """'会见丙部长，并看望教师。甲表示，愿同|乙方|合作': what is said to a side that is not there was said in the
        talks with it, told before in the same paragraph."""
        own = {x.affiliation or self._narration.roster.home for x in by}
        sides = {m.affiliation for e in told.elements for m in e.mentions if m.rule == "side"} - own
        if current.kind != "meeting" or not sides or sides & set(current.affiliations()) or not own:
            return None
        talks = (d for d in reversed(self._narration.drafts) if d.paragraph == current.paragraph)
        return next(
            (
                d
                for d in talks
                if d.kind in ("meeting", "call") and d.status == "held"
                if sides & set(d.affiliations()) and set(by) & set(d.parties)
            ),
            None,
        )

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
        if run.joint and start == 0 and (own := _of_one_side(elements, run, home)):
            run = own
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
                goes_on = run.latest if run.latest == "proposed" else run.items  # '双方要…。一是…'
            for a, b, act in cut(elements, first, last, run.act, goes_on, skipped, sides):
                self._add(elements, a, b, act, run)
                run.latest = act

    def _add(self, elements: list[Element], start: int, end: int, act: Act, run: Run) -> None:
        span = trim(elements, start, end)
        if span is None or span[1] - span[0] < 2 or all(e.has("subject_drop") for e in elements[start:end]):
            return
        if run.joint and act == "pledged":
            act = "agreed"
        for draft in run.drafts:
            if not any(s.span == span for s in draft.sayings):
                draft.sayings.append(Saying(act, span, run.by, run.joint, f"run-{act}"))


def talks_after(drafts: list[Draft], visit: Draft) -> Draft | None:
    """The talks of travellers that are told right after their journey, if no subjects of theirs are."""
    for draft in drafts:
        near = 0 <= draft.sentence - visit.sentence <= TALKS_REACH and draft.kind == "meeting"
        if near and draft.status == visit.status and set(visit.parties) & set(draft.parties):
            return None if any(s.act is None for s in draft.sayings) else draft
    return None


def _of_one_side(elements: list[Element], run: Run, home: str | None) -> Run | None:
    """'两国元首宣布…。|中方|愿…': after what both said, what one side says for itself."""
    first = elements[0].mentions[0] if elements[0].is_kind("state") else None
    alone = len(elements) > 1 and not (elements[1].has("and") or elements[1].role == "with")
    own = tuple(x for x in run.by if first is not None and alone and (x.affiliation or home) == first.affiliation)
    return replace(run, by=own, joint=False, act=None) if own else None


def _before_talk(told: Told, p: Predicate, end: int) -> int:
    """'双方回顾了甲，|讨论了乙': where what is said ends, before talks that the same sentence tells of."""
    talks = (q for q in told.predicates if q.sort == "discuss" and p.index < q.index < end and not q.spoken)
    return next((at for q in talks if (at := saying_start(told.elements, q.index)) > p.index), end)


def _all_quoted(elements: list[Element]) -> bool:
    """'“友谊长存。”' before '甲说。': whether a sentence is nothing but a quotation."""
    marks = [n for n, e in enumerate(elements) if e.has("quote")]
    return len(marks) > 1 and marks[0] == 0 and marks[-1] == len(elements) - 1


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


def _is_cited(told: Told, p: Predicate) -> bool:
    """'正如|丙主席|指出，…': whoever is cited was not there."""
    clause = itertools.takewhile(lambda e: not e.has_any(("comma", "stop")), reversed(told.elements[: p.index]))
    return any(e.has("cites") for e in clause)


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
    return any(e.pronoun in ("i", "we") for e in told.elements[saying_start(told.elements, p.index) : p.index])


def _narrates(told: Told) -> bool:
    """Whether a sentence tells of what was done, not of what is said."""
    return (
        any(p.sort == "discuss" and p.pronoun == "they" and p.form == "passive" for p in told.predicates)
        or any(e.has("presence") or e.has("lead") for e in told.elements)
        or any(d.status == "held" for d in told.drafts if d.kind not in PARENTS)
    )


def _told_earlier(told: Told) -> set[int]:
    """The elements of clauses that tell of an earlier or planned engagement."""
    found: set[int] = set()
    for p in told.predicates:
        if p.sort == "trigger" and told.by_predicate.get(p.index):
            start, end = (
                saying_start(told.elements, p.index),
                following(told.elements, p.index, len(told.elements), ("comma", *BREAKS)),
            )
            found.update(range(start, end))
        elif p.sort == "discuss" and p.form == "passive" and not only_said(told, p):  # '并就…达成共识'
            opener = next((n for n in range(p.index, -1, -1) if told.elements[n].role == "on"), p.index)
            start = saying_start(told.elements, opener)
            before = saying_start(told.elements, max(start - 1, 0))
            setting = any(e.role == "at" for e in told.elements[before:start])  # '在会谈中，|我们就…交换意见'
            found.update(range(before if p.spoken and setting else start, p.index + 1))
    return found
