"""What was discussed (topics) and what was agreed or said (points), with who said it, sentence by sentence.

The content of a saying runs from its verb to the next saying of its sentence, or to the sentence's end; direct speech
goes on through the sentences of its quotation.
"""

from __future__ import annotations

import itertools

from dragoman.reading.accounts.draft import Draft, Saying
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import clause_start, is_joined, noun_joint
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.quotes import Quotation, direct_parts
from dragoman.reading.clauses.standing import Utterance, utterances
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.acts import ACTS, attitude
from dragoman.reading.sayings.attributions import after_colon, attributed, beside, is_of_source, named
from dragoman.reading.sayings.background import is_background
from dragoman.reading.sayings.belonging import (
    before_now,
    drafts_of,
    first_after,
    one_of_series,
    subject_of_series,
    with_whom,
)
from dragoman.reading.sayings.contents import after_clause, after_rubric, carried_on, content
from dragoman.reading.sayings.itemised import Listing, enumerates, heading, laid_down, undertaken
from dragoman.reading.sayings.phrases import split_topics
from dragoman.reading.sayings.speakers import Heard, speakers
from dragoman.reading.sayings.subjects import (
    enumerated,
    instruments,
    listed_ahead,
    regarding,
    spoken_about,
    talked_on,
)
from dragoman.reading.sayings.themes import theme
from dragoman.reading.sayings.unsaid import (
    Part,
    announces,
    awaits,
    is_communique,
    narrates,
    narrator_adds,
    only_sets,
    opens_with_occasion,
    passes_on,
    sums_up,
    to_somebody,
    without_occasion,
    without_partners,
)
from dragoman.reading.sayings.voices import Voice, add

INSTRUMENT_REACH = 8  # elements before its verb in which an instrument is named
POINTED_REACH = 8  # elements before a verb in which 'with the first' stands
AHEAD = 5  # elements in which what is looked forward to follows
NOUN_REACH = 2  # elements in which what was adopted is told to be an instrument


class Speech:
    """Attaches sayings to the drafts of a narration, sentence by sentence."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._quotation = Quotation()
        self._voice: Voice | None = None
        self._company: list[Draft] = []
        self._listing: Listing | None = None
        self._introduced = False  # whether a colon has just announced direct speech
        self._paragraph = self._sentence = -1
        self._waiting: list[tuple[Draft, tuple[Person, ...]]] = []
        self._unheard: list[tuple[list[Element], Part]] = []
        self._earlier: Voice | None = None  # whose direct speech closed the paragraph before
        self._quoted = False

    def hear(self, told: Told) -> None:
        """The topics and points of one sentence."""
        elements, paragraph = told.elements, told.sentence.paragraph
        if told.drafts or paragraph != self._paragraph:
            self._company = []
        if paragraph != self._paragraph and not self._is_signed(told):
            self._close_paragraph()
        self._paragraph, self._sentence = paragraph, told.number
        if self._voice and self._voice.paragraph != paragraph:
            self._voice = self._voice if self._introduced else None
        if self._voice:
            self._voice.paragraph = paragraph
        self._introduced = False
        quoted = self._quotation.parts(elements, paragraph)
        direct = [] if is_communique(told, quoted) else direct_parts(elements, quoted)
        predicates = [p for p in told.predicates if p.reports or not any(a <= p.index < b for a, b in direct)]
        sayings = [u for u in utterances(elements, predicates) if not is_of_source(elements, u)]
        speaks = any(u.how in ("finite", "aside") and (u.predicate.subject or u.predicate.pronoun) for u in sayings)
        if self._listing is not None and not speaks and self._listing.takes(told):
            return
        self._heard: dict[int, Heard] = {}
        occasions = [p for p in predicates if p.sort == "trigger" and told.by_predicate.get(p.index)]
        told_next = [clause_start(elements, p) for p in occasions if p.form == "verb" and is_joined(elements, p)]
        nouns_next = [n for p in occasions if p.form == "noun" and (n := noun_joint(elements, p)) >= 0]
        bounds = sorted([*(u.first for u in sayings), *told_next, *nouns_next])
        for utterance in sayings:
            self._say(told, utterance, bounds, direct)
        self._remember(told, sayings)
        if not sayings:
            attributed(self._narration, told, self._limbo)
            after_colon(self._narration, told, quoted)
            laid_down(self._narration, told)
            undertaken(self._narration, told)
            enumerated(told, before_now(self._narration, []))
            self._voice = (beside(self._narration, told, direct) if direct else None) or self._voice
        named(self._narration, told, quoted)
        self._quote(elements, direct)
        current = before_now(self._narration, [])
        spoken_about(told, predicates, bounds, current)
        instruments(told, predicates, bounds)
        talked_on(told, current)
        theme(self._narration, told)
        listed_ahead(told, self._company[0] if self._company else current)
        if sayings:
            regarding(told, self._company[0] if self._company else current)
        goes_on = speaks and self._listing is not None and self._listing.marked
        if elements[-1].has("colon") or not goes_on:
            self._listing = self._announced(told, sayings, current) if elements[-1].has("colon") else None

    def runs(self, paragraph: int, _elements: list[Element]) -> bool:
        """Whether somebody is speaking as a sentence of this paragraph begins: only direct speech goes on by itself."""
        return self._quotation.open and self._voice is not None and self._voice.paragraph == paragraph

    def _is_signed(self, told: Told) -> bool:
        """'“Fish feeds us.” | Ana Quispe, Minister of Fisheries': a line that only names who is quoted above."""
        elements = told.elements
        first = next((e for e in elements[:3] if e.mentions or e.item is None or e.item.text.isalnum()), elements[0])
        people = self._narration.people(list(first.mentions)) if self._unheard and first.is_kind("person") else []
        held = [d for d in self._narration.drafts if d.status == "held" and people and people[0] in d.parties]
        if not held or told.predicates or elements[-1].has("stop"):
            return False
        voice, self._voice = self._voice, Voice(told.sentence.paragraph, tuple(people), False, held[:1], "stated")
        self._quote([], [])
        self._voice = voice
        return True

    def _close_paragraph(self) -> None:
        """A paragraph of direct speech in which nobody is named belongs to who spoke in the one before it."""
        if self._unheard and self._earlier is not None:
            voice, self._voice = self._voice, self._earlier
            self._quote([], [])
            self._voice = voice
        elif not self._unheard:
            self._earlier = self._voice if self._quoted else None
        self._quoted = False

    def finish(self) -> None:
        """Give what was said before any account was told to the first one that it fits; put all in the text's order."""
        self._close_paragraph()
        for draft, people in self._waiting:
            home = first_after(self._narration.drafts, people, draft.sentence, self._narration.roster.home)
            for saying in draft.sayings:
                if home is not None:
                    add(home, saying)
        for draft in self._narration.drafts:
            draft.sayings.sort(key=lambda saying: saying.span)
            draft.sayings = [s for s in draft.sayings if not any(_holds(other, s) for other in draft.sayings)]

    def _limbo(self, people: list[Person]) -> Draft:
        """A draft that holds sayings until an account is told that they belong to."""
        draft = Draft("", "", "", [], sentence=self._sentence)
        self._waiting.append((draft, tuple(people)))
        return draft

    def _say(self, told: Told, utterance: Utterance, bounds: list[int], direct: list[Part]) -> None:
        elements, p = told.elements, utterance.predicate
        people, joint = self._heard[p.index] = speakers(self._narration, told, utterance, self._heard)
        if p.entry.get("received") and utterance.how == "passive" and not people:
            return
        drafts = self._company = drafts_of(self._narration, told, utterance, people, self._company)
        _take_the_floor(self._narration, people, drafts)
        if sums_up(told, utterance) or is_background(self._narration, told, p, people, drafts):
            return
        instrument = p.entry.get("of") == "instrument"
        if instrument:
            people, joint, drafts = _terms(self._narration, told, p, drafts)
            if not drafts:
                return
        elif (
            p.pronoun == "it" and utterance.how in ("finite", "aside") and p.sort == "say" and (p.reports or not joint)
        ):
            return
        if utterance.how == "aside" and not direct and narrates(told, p):
            return
        if utterance.how == "finite" and passes_on(told, p, people):
            return
        if elements[p.index].has("planned") and any(
            q.governor is p and q.index <= p.index + AHEAD and told.by_predicate.get(q.index) for q in told.predicates
        ):
            return  # 'They look forward to meeting in June' announces a meeting
        if elements[p.index].has("planned") and opens_with_occasion(elements, p.index + 1):
            return
        talks = p.governor is not None and p.governor.sort == "trigger" and p.governor.form == "noun"
        if p.entry.get("of") == "thing" and p.pronoun == "he" and not talks:
            return
        drafts = drafts or [self._limbo(people)]
        start, end = content(elements, utterance, bounds)
        if narrator_adds(utterance):
            return
        if p.entry.get("weak") and awaits(elements, start, end):
            return
        if p.entry.get("gives") and to_somebody(elements, start, end):
            return
        if p.entry.get("joint") == "agreed" and (announces(told, p, start) or only_sets(elements, start, end)):
            return
        end = without_occasion(told, start, end)
        if p.entry.get("weak") and only_sets(elements, start, end):
            return
        if utterance.how == "passive" and start < end and elements[start].role == "by":  # 'This was revealed by'
            return
        by = tuple(people)
        if p.sort == "discuss" and enumerates(elements, start, end):
            return
        if p.sort == "discuss":
            start = after_rubric(elements, after_clause(elements, start, end), end, bool(p.entry.get("rubric")))
            end = without_partners(self._narration, told, start, end, drafts)
            _, pointed = one_of_series(self._narration, elements, max(0, p.index - POINTED_REACH), p.index)
            pointed = pointed or subject_of_series(self._narration, elements, p.index)
            pointed = pointed or with_whom(self._narration, elements, p.index)
            drafts = [pointed] if pointed is not None else drafts
            while start < end:
                after, other = one_of_series(self._narration, elements, start, end)
                last = after - 3 if other is not None else end
                for span, rule in split_topics(elements, start, last, subject=utterance.how == "left"):
                    for draft in drafts:
                        add(draft, Saying(None, span, by, joint, f"discuss-{rule}"))
                start, drafts = (after, [other]) if other is not None else (end, drafts)
            for span, rule in split_topics(elements, *carried_on(elements, utterance, bounds)):
                for draft in drafts:
                    add(draft, Saying(None, span, by, joint, f"discuss-{rule}"))
            return
        one_by_one = any(e.has("distributive") for e in elements[utterance.first : p.index])
        act = (p.entry.get("joint") if joint and not one_by_one else "") or _single(p)
        if p.entry.get("attitude"):
            opening = start
            start, attitude_entry = attitude(elements, start, end)
            if attitude_entry is None and p.entry.get("attitude") == "must" and utterance.how != "aside":
                return
            act = attitude_entry.get("act") if attitude_entry else act
            if act == "pledged" and p.entry.get("repeat") and attitude_entry and not attitude_entry.get("new"):
                act, start = "stated", opening  # 'reaffirmed | his commitment to'
            act = "agreed" if act == "pledged" and joint and not one_by_one else act
        if p.entry.get("signs") and _is_instrument(elements, start, end):
            act, start = "signed", start + (start == p.index)
        voice = Voice(told.sentence.paragraph, by, joint, drafts, ACTS[act])
        if p.entry.get("weak") or utterance.how == "aside" or elements[-1].has("colon"):
            self._voice, self._introduced = voice, elements[-1].has("colon")
        if (utterance.how == "aside" and direct) or enumerates(elements, start, end):
            return
        voice.says(elements, start, end, bool(p.entry.get("weak")))

    def _announced(self, told: Told, sayings: list[Utterance], current: Draft | None) -> Listing | None:
        """The list that a sentence ending in a colon announces: 'They agreed on the following:', 'Outcomes:'."""
        elements, paragraph = told.elements, told.sentence.paragraph
        signed = [d for d in told.drafts if d.kind == "signing"]
        if signed:
            for draft in signed:
                draft.sayings.clear()
            return Listing("signed", (), True, signed, paragraph)
        headed, act = heading(elements)
        last = next((u for u in reversed(sayings) if u.how in ("finite", "left", "passive")), None)
        if last is None:
            return Listing(act, (), True, [current], paragraph) if headed and current is not None else None
        people, joint = self._heard[last.index]
        if last.predicate.sort == "discuss":
            return Listing(None, tuple(people), joint, self._company, paragraph)
        agreed = self._voice is not None and self._voice.act != "stated"
        if self._voice is not None and (agreed or enumerates(elements, last.index, len(elements))):
            return Listing(self._voice.act, tuple(people), joint, self._company, paragraph)
        return None

    def _remember(self, told: Told, sayings: list[Utterance]) -> None:
        """Whom a pronoun of the next sentence means: the speaker of this one, not those of whom he speaks."""
        last = next((u for u in reversed(sayings) if u.how in ("finite", "aside") and u.own), None)
        if (
            last
            and self._heard[last.index][0]
            and not any(
                index > last.index and any(d.status == "held" for d in drafts)
                for index, drafts in told.by_predicate.items()
            )
        ):
            self._narration.last_subject = people = list(self._heard[last.index][0])
            self._narration.last_one = people if len(people) == 1 else self._narration.last_one

    def _quote(self, elements: list[Element], direct: list[Part]) -> None:
        """Direct speech: of whoever is named beside it, or goes on speaking; else it waits for a name."""
        if not self._voice:
            self._unheard.extend((elements, part) for part in direct)
            return
        for sentence, part in [*self._unheard, *((elements, part) for part in direct)]:
            self._voice.says(sentence, *part, weak=True, direct=True)
            self._quoted = True
        self._unheard = []


def _holds(outer: Saying, inner: Saying) -> bool:
    """Whether what somebody says is only a part of what the same one says: 'envisage | de financer deux écoles'."""
    within = outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1] and outer.span != inner.span
    return within and None not in (outer.act, inner.act) and set(outer.by) == set(inner.by)


def _take_the_floor(narration: Narration, speakers: list[Person], drafts: list[Draft]) -> None:
    """'The Chadian minister, Ali Saleh, announced …', told of a conference: who speaks there takes part in it."""
    for draft in drafts:
        if draft.kind != "conference" or draft.status != "held":
            continue
        new = [x for x in speakers if x.name and x.post and not any(x in d.parties for d in narration.drafts)]
        if new and [x.rule for x in draft.parties] == ["named-in-event"]:
            draft.parties.clear()  # the body whose conference it is stood for those who were not yet told
        draft.parties.extend(new)


def _is_instrument(elements: list[Element], start: int, end: int) -> bool:
    """'adopted | the Lima declaration', 'a resolution | was adopted': whether the noun is one for an instrument."""
    noun = (e for e in elements[start:end] if not (e.has("det") or e.has("posspron") or e.verbs() or e.has("aux")))
    return any(e.has("signed_noun") for e in itertools.islice(noun, NOUN_REACH))


def _terms(
    narration: Narration, told: Told, p: Predicate, drafts: list[Draft]
) -> tuple[list[Person], bool, list[Draft]]:
    """'The agreement | provides for': all sides say so, in the account of its signing; no drafts if it is nothing that
    was signed.
    """
    before = told.elements[max(0, p.index - INSTRUMENT_REACH) : p.index]
    signed = [d for d in narration.drafts if d.kind == "signing" and d.status != "referenced"]
    if not (any(e.has("signed_noun") for e in before) or (p.pronoun == "it" and signed)):
        return [], True, []
    return [], True, signed[-1:] or drafts


def _single(p: Predicate) -> str:
    act = p.entry.get("act")
    return "pledged" if act == "agreed" else act
