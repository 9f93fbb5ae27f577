"""Lists of those who took part: a line that announces them ('Participants included:'), then one a line or after dashes.

They are further parties of the engagement told before; listed members replace a group that they may make up.
"""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.entries import (
    LISTED,
    acted_for,
    entries,
    heads_entry,
    institution,
    is_emphasised,
    is_marked,
    named,
)
from dragoman.reading.accounts.narration import PARENTS, Narration, Told
from dragoman.reading.clauses.coordination import before_name
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.people import Person, is_body, is_code, is_state
from dragoman.reading.text.items import Item, Items, is_bullet

MEMBERS = 3  # named people in a list that make up a group told before
COLONS = (":", "：")
HEADING = 6  # items of a line that only divides a list or announces it without a colon
SUBHEADING = 14  # the same between entries with marks
TOLD_HERE = 2  # mentions of somebody whom only a list names: in its sentence, and as an entry
FEW = 5  # of so many in a state's list one may be another state's, and the others still act at home


class Attendance:
    """Follows the lists of one text, sentence by sentence."""

    def __init__(self, narration: Narration, items: Items) -> None:
        self._narration = narration
        self._items = items
        self._draft: Draft | None = None  # whose list is being read
        self._listed: list[Draft] = []
        self._for_institutions: set[Person] = set()  # those of whom a list tells that they act for one
        self._members: list[Person] = []
        self._entered: set[Person] = set()  # all whom lists name
        self._headings: list[Person] = []  # groups that lines without a mark name, which may only divide the list
        self._paragraph = -1
        self._line: list[Element] = []  # of the paragraph being heard, all that may be entries
        self._tells = False  # whether it tells of something
        self._marked = False  # whether the entries have marks
        self._told = False  # whether the list is said to be one of participants
        self._institutions = False  # whether its entries are said to be institutions
        self._owner: Person | None = None  # whose people a heading says they are: 'The Chadian delegation:'

    def lists(self, told: Told) -> bool:
        """Whether a sentence, not yet told, is an entry of the list of participants being read and tells of nothing."""
        return self._told and self._draft is not None and heads_entry(told.elements, self._items)

    def hear(self, told: Told) -> None:
        """Take in one sentence after the narration has told it."""
        if told.sentence.paragraph != self._paragraph:
            self.finish()
            self._paragraph, self._line, self._tells = told.sentence.paragraph, [], False
        announced = self._announced(told)
        if announced >= 0:
            here = [draft for draft in told.drafts if draft.status == "held"]
            self._draft, self._tells = self._draft or next(reversed(here), None) or self._occasion(told), False
            self._line = told.elements[announced:]
            self._owner = self._owned(told.elements[:announced]) if announced <= HEADING + 1 else None
            self._institutions = _of_institutions(told.elements[:announced], self._items)
        elif self._draft is not None:
            self._line = [*self._line, *told.elements]
            self._tells = self._tells or bool(told.predicates)

    def finish(self) -> None:
        """At the end of a line: its entries, if it holds some; another line that tells of something ends the list."""
        if self._draft is None or not self._line:
            return
        if is_emphasised(self._line):
            self._line = []  # '*Employers*': a heading within the list
            return
        self._line = self._without_side(self._line)
        marked = is_marked(self._line)
        listed = entries(self._line) if marked or not (self._tells or self._marked) else ()
        found = [self._enter(entry) for entry in listed]
        people = [person for persons in found for person in persons]
        if people:
            if marked and not self._marked:
                self._forget_headings()
            self._marked = marked
            self._headings += [p for p in people if p.kind == "group" and len(self._line) <= HEADING and not marked]
            self._add(people)
        elif not marked and (self._tells or len(self._line) > (SUBHEADING if self._marked else HEADING)):
            self._draft, self._told, self._members, self._owner = None, False, [], None
            self._marked = False
        elif not marked:
            self._owner = self._owned(self._line)
        self._line = []

    def _forget_headings(self) -> None:
        """'Participants included: | Government officials | 1. Ana Quispe': a line before the first mark is no entry."""
        if self._draft is not None:
            self._draft.parties = [person for person in self._draft.parties if person not in self._headings]
        self._members = [person for person in self._members if person not in self._headings]
        self._headings = []

    def keep_at_home(self, home: str) -> None:
        """Where a state's list names hardly anybody of another state, all act at home, those of institutions too."""
        for draft in self._listed:
            states = [p.affiliation for p in draft.parties if is_state(p.affiliation)]
            away = sum(state != home for state in [*states, *draft.countries()])
            if away * FEW <= len(draft.parties):
                for person in draft.parties:
                    if person.kind == "org" and person in self._entered:  # an institution at home, as one of those met
                        person.kind, person.post = "group", person.affiliation_span
                    elif not (
                        person.kind == "person" and (person in self._for_institutions or _is_institution(person))
                    ):
                        continue
                    person.affiliation, person.affiliation_span, person.inferred = home, None, True

    def _announced(self, told: Told) -> int:
        """The element after the words that announce a list, −1 if none do: 'Participants included: …', or a line of
        few words, 'Industry participants'."""
        sentence = told.sentence
        items = self._items.items[sentence.first : sentence.last]
        colon = next((n for n, item in enumerate(items) if item.text in COLONS), -1)
        attended = any(item.has("attendees") for item in items[: colon if colon >= 0 else HEADING])
        attended = attended or (colon >= 0 and _attending(told))
        self._told = attended or self._told
        if colon < 0:
            tells = any(p.subject or p.objects or p.pronoun for p in told.predicates)  # not 'Meeting participants'
            alone = not tells and len(items) <= HEADING and not items[-1].has("stop")
            return len(told.elements) if attended and alone and not is_bullet(items[0]) else -1
        of_people = _of_people(told, items[colon]) or _spelt_out(told.elements, items[colon])
        if not of_people and not (attended and _introduces(items, colon)):
            return -1
        end = items[colon].end
        return next((n for n, element in enumerate(told.elements) if element.start >= end), len(told.elements))

    def _occasion(self, told: Told) -> Draft | None:
        """The engagement that a list belongs to: that of the group which it is said to be of, else the one being told,
        if it was held, else the latest one held."""
        held = [d for d in self._narration.drafts if d.status == "held"]
        groups = self._narration.people([m for e in told.elements for m in e.mentions if m.kind == "group"])
        theirs = max(held, key=lambda d: self._shared(d, groups), default=None)
        if theirs is not None and self._shared(theirs, groups):
            return theirs
        meetings = [d for d in held if d.kind not in PARENTS] or held or self._narration.drafts
        current = self._narration.current
        latest = current if current in held else next(reversed(meetings), None)
        later = [d for d in meetings if d.days and latest and latest.days and d.days.start > latest.days.end]
        return later[0] if later else latest  # what was told in passing was held before it

    def _shared(self, draft: Draft, groups: list[Person]) -> int:
        """How many words of a group that takes part a heading has too: 'State legislative leaders included:'."""
        words = self._narration.roster.words
        here = [set(words(p.post)) for p in draft.parties if p.kind == "group" and draft.kind not in PARENTS]
        said = [set(words(group.post)) for group in groups]
        return max((len(x & y) for x in here for y in said if x <= y or y <= x), default=0)

    def _owned(self, heading: list[Element]) -> Person | None:
        """For whom those act who are listed under a heading: the one group, state or body that it names; for 'The
        delegation' the group that came."""
        told = [m for e in heading if e.is_kind("group", "state", "body", "org") for m in e.mentions]
        named = self._narration.people(told)
        come = any(e.is_kind("visitors") for e in heading) or [p.affiliation for p in named] == [None]
        if come and self._draft is not None:
            named = [p for p in self._draft.parties if p.kind == "group" and p.affiliation][:1]
        return named[0] if len(named) == 1 and named[0].affiliation and not named[0].inferred else None

    def _without_side(self, line: list[Element]) -> list[Element]:
        """A line without the side in brackets at its head, which owns what follows: '(Chadian side) A; B, Adviser'."""
        told = [e.item.text if e.item is not None else "" for e in line[:3]]
        if len(line) > len(told) and told == ["(", "", ")"] and line[1].is_kind("state", "body"):
            self._owner = self._owned(line[1:2])
            return line[3:]
        return line

    def _enter(self, entry: list[Element]) -> list[Person]:
        """Whom an entry names, as participants who act for what is told after them."""
        marked = is_marked(self._line)
        whole = institution(entry, self._items, self._institutions) if self._told and marked else None
        if whole is not None:
            whole.affiliation = self._narration.roster.text_of(whole.affiliation_span)
        mentions = (
            [whole] if whole is not None else named(entry, self._items, self._tells or not self._told, marked=marked)
        )
        people = [next(iter(self._narration.people([m])), None) or self._narration.roster.enter(m) for m in mentions]
        for person, mention in zip(people, mentions, strict=True):
            if mention.rule == LISTED and person.name and len(person.mentions) <= TOLD_HERE:
                person.name = mention.name  # the words before it are those of the entry before
        told = self._owner or (acted_for(entry, mentions[0], self._items) if len(mentions) == 1 else None)
        for person in people if told is not None else ():
            known = any(mention.affiliation and mention.country for mention in person.mentions)
            untold = person.affiliation is None or person.inferred or (told is self._owner and not known)
            if told is not None and untold and person.kind in ("person", "group"):
                person.affiliation, person.affiliation_span = told.affiliation, told.affiliation_span
                person.inferred = False
                self._for_institutions |= {person} if told.kind == "org" else set()
        return people

    def _add(self, people: list[Person]) -> None:
        draft = self._draft
        if draft is None:
            return
        self._members += dict.fromkeys(person for person in people if person not in self._members)
        self._entered |= set(people)
        self._listed += [draft] if draft not in self._listed else []
        draft.join(self._members)
        for whole in self._narration.drafts if self._owner is not None else ():
            stood_for = [person for person in whole.parties if self._is_owner(person)]
            if stood_for and whole.status == draft.status:  # the members stand for the delegation wherever it took part
                kept = [person for person in whole.parties if person not in stood_for]
                whole.parties = [*kept, *(person for person in self._members if person not in kept)]
        if sum(person.name is not None or person.kind == "org" for person in self._members) >= MEMBERS:
            draft.parties = [p for p in draft.parties if p in self._members or p.kind != "group" or _is_of_one(p)]

    def _is_owner(self, person: Person) -> bool:
        """Whether it is the set of people whose members a heading announces: itself, or that of its institution."""
        owner = self._owner
        if owner is None or owner.kind == "group" or person.name or person.affiliation != owner.affiliation:
            return person is owner and person.kind == "group"
        return owner.kind == "org" and person.kind in ("group", "org")


def _introduces(items: tuple[Item, ...], colon: int) -> bool:
    """Whether a list follows a colon: at the end of a line, after a bullet or a verb of telling who they were."""
    rest, verb = items[colon + 1 :], items[colon - 1]
    return not rest or is_bullet(rest[0]) or verb.has("members") or verb.has("attendees")


def _attending(told: Told) -> bool:
    """'Ont pris part à la rencontre :', 'On notait la présence de :': took part, and by whom only follows."""
    verbs = [p for p in told.predicates if p.sort == "trigger"]
    bare = bool(verbs) and verbs[0].form == "verb" and verbs[0].kind == "conference"
    unsaid = bare and not any(p.subject or p.pronoun or p.events for p in verbs)
    return told.elements[-1].has("colon") and (unsaid or any(e.has("presence") for e in told.elements))


def _of_people(told: Told, colon: Item) -> bool:
    """Whether a line that ends in a colon is about a set of people: 'The stakeholders included:', 'Legal experts:',
    '… where she spoke alongside leaders of four universities:'."""
    about = [e for e in told.elements if e.end <= colon.start]
    if not about or told.elements[-1].start != colon.start:
        return False
    if any(e.has("attending") for e in about[:2]):  # 'Joining the President were the following leaders:'
        return about[-1].is_kind("group", "plural") or about[-1].has("be") or about[-1].has("members")
    if (about[-1].role == "by" and _last_verb_is_of_meeting(about)) or _is_joined_by(about[-1]):
        return True  # 'were joined on the call by:'
    if about[-1].has("members") and _opens_with_people(about):
        return True  # 'Officials speaking at the convening included:'
    if told.predicates:
        if about[-1].role == "of":  # '… by the new ambassadors of:'
            return len(about) > 1 and about[-2].is_kind("group", "person", "plural")
        return about[-1].is_kind("group") and any(map(_leading_to, about[-HEADING:-1]))
    agent = next((n for n, e in enumerate(about) if e.role == "by" and n), HEADING)  # 'Points raised | by the mayors'
    return any(e.is_kind("group", "plural", "visitors") for e in about[: min(agent, HEADING)])


def _of_institutions(heading: list[Element], items: Items) -> bool:
    """'Organizations that took part included:', 'Participants included representatives from:'."""
    ahead = [e for e in heading if not (e.has("colon") or e.has("comma"))][-2:]
    groups = [m for e in heading for m in e.mentions if m.kind == "group"]
    of_them = any(item.has("bodynoun") for m in groups for item in items.items[m.first : m.last])
    led_to = len(ahead) > 1 and ahead[0].is_kind("group") and ahead[1].role in ("from", "of")
    return of_them or led_to


def _spelt_out(elements: list[Element], colon: Item) -> bool:
    """'The roundtable included advocates, including: | Ana Quispe, Director; Dean Bob Lee; and …': people parted by
    semicolons within the sentence about an occasion."""
    about, listed = ([e for e in elements if (e.end <= colon.start) == before] for before in (True, False))
    if not about or not about[-1].has_any(("including", "members")) or not any(e.has("semicolon") for e in listed[1:]):
        return False
    first = next((e for e in listed[1:] if not before_name(e)), None)
    return first is not None and first.is_kind("person") and any(e.tells_occasion() for e in about[:HEADING])


def _is_joined_by(element: Element) -> bool:
    """'was also joined by', 'was attended by': before those who took part."""
    passive = (e for e in element.entries("trigger") if e.get("form") == "passive")
    return any(e.get("args").startswith("by") and e.get("kind") in ("meeting", "call", "conference") for e in passive)


def _opens_with_people(elements: list[Element]) -> bool:
    """Whether people are the subject of a line ('Mayors at the meeting | included'), or lead to its end ('heard from
    officials | including')."""
    subject = next((e for e in elements[:HEADING] if e.is_kind("group", "plural") or e.role or e.verbs()), None)
    opens = subject is not None and subject.is_kind("group", "plural")
    led_to = len(elements) > 1 and elements[-2].is_kind("group", "plural")
    return opens if elements[-1].has("enumerating") else led_to


def _last_verb_is_of_meeting(elements: list[Element]) -> bool:
    """'were joined on the call', not 'agreed on steps to be taken'."""
    verb = next((e for e in reversed(elements) if e.has("attending") or e.verbs()), None)
    return verb is not None and (verb.has("attending") or verb.has("trigger"))


def _leading_to(element: Element) -> bool:
    """'alongside', 'with', 'by', 'from': before those who are listed, not before those who are spoken to."""
    return element.has("companion") or element.role in ("with", "by", "from")


def _is_of_one(group: Person) -> bool:
    """Whether a group is of one state or institution, not of a region or a body of several ('Caribbean leaders')."""
    return group.affiliation is not None and not is_body(group.affiliation)


def _is_institution(person: Person) -> bool:
    """Whether somebody acts for an institution at home, not for a state or an international body."""
    told = person.affiliation is not None and not is_code(person.affiliation)
    return told and not any(mention.country for mention in person.mentions)
