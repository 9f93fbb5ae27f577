"""Predicates where what belongs to a verb stands before it: '甲 17日 在伦敦 同乙 举行会谈', object and clause-final
words aside.

The sentence is read once from left to right: dates, places, counterparts and the subject are kept until a verb takes
them; objects follow the verb. A clause that modifies the party after it ('来华出席会议的总统丙') is read for
itself, with that party as its subject. Inside reported speech what happened is earlier, what is wished for is no
engagement.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.ahead import (
    ceremony_held,
    clause_ends,
    comes_to,
    discusses,
    event_held,
    goes_visiting,
    head_of_clause,
    lasts_since,
    looks_round,
    named_only,
    names_award,
    names_more,
    occasion_ends,
    only_met,
    only_talks,
    opens_subject,
    presided,
    received_by,
    seated,
    standing_fact,
    stays_during,
    talked_over,
    to_be,
    tours_there,
    visitor,
)
from dragoman.reading.clauses.cues import CUES
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.fitting import counts_states, fitting, listing, points_back, possessed, seats_of
from dragoman.reading.clauses.keeping import keep
from dragoman.reading.clauses.ordering import in_order
from dragoman.reading.clauses.predicate import Predicate, Sort
from dragoman.reading.clauses.relatives import relatives
from dragoman.reading.clauses.speaking import Speaking
from dragoman.reading.clauses.taking import meets_guests, take_waiting
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import is_code

TELLING = frozenset(
    {"trigger", "discuss", "say", "comma", "semicolon", "witness", "role", "pron", "remote", "each", "together"}
    | {"nestafter"}
    | {"negated", "hypothetical", "planned", "earlier"}
)
STAY = Entry("", "trigger", {"kind": "visit", "form": "noun", "args": "place", "stay": "yes"})  # '在甲国期间'
PASSED = ("aux", "each", "together", "groupmod", "det", "hon")  # what may stand between a verb and its objects


class _Sentence(Speaking):
    """One sentence being read."""

    def __init__(self, elements: list[Element], reported: bool) -> None:
        super().__init__(elements, reported)
        self.attended = False
        self.heads = relatives(elements)
        self.leaders: dict[int, list[Mention]] = {}
        self.held: list[Mention] = []

    def read(self, start: int, end: int, waiting: Waiting, nested: bool = False) -> None:
        """Read elements from `start` to `end`, adding predicates."""
        index = start
        while index < end:
            element = self.elements[index]
            if index in self.heads and not nested:
                head = self.heads[index]
                self._relative(index, head, waiting)
                index = head
                if head in self.leaders and not self.elements[head].mentions and not waiting.role:
                    waiting.subject, waiting.pronoun = list(self.leaders[head]), ""  # '由甲率领的|代表团'
                    index += 1
                continue
            if element.mentions:
                index = keep(self.elements, index, waiting, self.leaders)
                continue
            index = self._item(index, end, waiting, nested)

    def _relative(self, start: int, head: int, outer: Waiting) -> None:
        listed, _ = listing(self.elements, head) if self.elements[head].mentions else ([], head)
        led = next((n for n in range(start, head) if self.elements[n].has("lead")), None)
        if led is not None:  # '由甲率领的代表团': the leader stands for those led
            leaders = [m for e in self.elements[start:led] for m in e.mentions if m.kind == "person"]
            ahead = self.elements[head + 1 : head + 4]
            states = bool(listed) and listed[0].kind in ("state", "body", "org")  # '甲率领的|古共|友好代表团'
            group = not listed or listed[0].kind == "group" or (states and any(e.has("delegation") for e in ahead))
            for leader in leaders if group else ():
                self.leaders[head] = leaders
                theirs = listed[0].affiliation if listed else None
                leads_own = theirs is not None and not is_code(theirs)  # '由前部长甲率领的乙基金会代表团'
                if (leader.affiliation is None or leads_own) and theirs:
                    leader.affiliation, leader.affiliation_span = listed[0].affiliation, listed[0].affiliation_span
            return
        inner = Waiting(subject=[m for m in listed if m.is_party], places=list(outer.places))
        self.read(start, head - self.elements[head - 1].has("rel"), inner, nested=True)

    def _item(self, index: int, end: int, waiting: Waiting, nested: bool) -> int:
        element = self.elements[index]
        if waiting.role == "at" and element.has("orgnoun"):
            waiting.role = ""  # '在|使馆|举行'
        if not element.has_any(TELLING):
            return index + 1
        if element.has("trigger") and not (self.only_signs(element, waiting) or self.merely_talks(index, waiting)):
            return self._trigger(index, end, waiting, nested)
        if stays_during(self.elements, index) and not (waiting.cue or self.reported):
            places = list(self.elements[index - 1].mentions)
            stay = Predicate("trigger", index, STAY, "noun", places=places, nested=True, definite=True, settled=True)
            self.found.append(stay)
            return index + 1
        talk = discusses(self.elements, index, end) if element.has("discuss") else None
        active = talk is not None and talk.get("form") != "passive"
        if talk is not None and (
            waiting.cue == "hypothetical"
            or (active and waiting.towards and not waiting.subject)  # '为各方探讨合作提供平台'
            or (active and self.reported and not self.still_told(waiting))
            or (self.reported and to_be(self.elements, index))
        ):
            return index + 1
        says = element.has("say") and not named_only(self.elements, index, end)
        sort: Sort | None = "say" if says else "discuss" if talk is not None else None
        signs = sort == "say" and element.entries("say")[0].get("act") == "signed" and waiting.cue != "hypothetical"
        named = index + 1 < end and self.elements[index + 1].has("work")
        if (
            sort == "say"
            and waiting.cue == "planned"
            and element.entries("say")[0].get("act") == "signed"
            and not named
        ):
            return index + 1  # '计划签署协议'
        if sort and (signs or not (sort == "say" and self.inside_content(index, waiting))):
            self.saying(sort, index, waiting)
            if active and sort == "discuss" and not waiting.cue:
                waiting.cue, waiting.discussing = "hypothetical", True  # '商谈|联合举办论坛'
            return index + 1
        if element.has("semicolon"):
            self.resume(waiting)
        if element.has("comma") or element.has("semicolon"):
            self.tell_again(index)
            waiting.next_clause(self.reported)
        elif element.has("witness"):
            waiting.witness = True
        elif element.role:
            event = event_held(self.elements, index, end) if element.role == "at" else 0
            if event and event + 1 < end and self.elements[event + 1].has("stage"):  # '在甲举行的论坛上|致辞'
                inside = [m for e in self.elements[index:event] for m in e.mentions]
                waiting.places = [m for m in inside if m.kind in ("place", "state")] or waiting.places
                waiting.dates = [m for m in inside if m.kind == "date"] or waiting.dates
                waiting.stage = list(self.elements[event].mentions)
                return event + 1
            if opens_subject(self.elements, index) and (talked := talked_over(self.elements, index, end)):
                if any(each.has("recall") for each in self.elements[index:talked]):  # '就落实甲同乙的会见成果交换意见'
                    self.read(index + 1, talked, Waiting(cue="earlier"))
                return talked
            waiting.role = element.role
            waiting.invited = waiting.invited or element.role == "by"
        elif element.pronoun:
            if waiting.role == "with":
                waiting.partner_pronoun = "other" if element.pronoun == "he" else element.pronoun
            elif waiting.role in ("to", "for", "by", "into"):
                waiting.towards = True
            elif element.pronoun == "travellers" and waiting.subject and self.elements[index - 1].is_kind("person"):
                pass  # '校长甲|访问团一行|来访'
            elif waiting.attending and not waiting.role and not clause_ends(self.elements, index + 1):
                pass  # '出席|两国|建交纪念活动'
            elif not waiting.done and (not waiting.role or element.pronoun != "you"):
                waiting.subject, waiting.pronoun, waiting.going_on = [], element.pronoun, ""
            waiting.role = ""
        elif element.has("remote"):
            waiting.remote = True
        elif element.has("each"):
            waiting.each = True
        elif element.has("together"):
            waiting.together = True
        ahead = self.elements[index + 1 : min(end, index + 8)] if element.role else []
        governs = bool(ahead and ahead[0].mentions) or (element.role == "by" and any(e.has("invite") for e in ahead))
        for cue in CUES[:3]:
            if (
                element.has(cue)
                and waiting.cue != "hypothetical"
                and not governs
                and not (waiting.invited and element.has("invite"))
            ):
                waiting.cue = cue
        if not waiting.cue and any(entry.get("told") for entry in element.entries("earlier")):
            waiting.cue = "earlier"  # '甲曾访问'
        return index + 1

    def _trigger(self, index: int, end: int, waiting: Waiting, nested: bool) -> int:
        element = self.elements[index]
        self.held = []
        travels = any(each.get("kind") == "visit" for each in element.entries("trigger"))
        objects, after = self._objects(index + 1, end, waiting, travels)
        if travels and waiting.inviting and not objects and (back := points_back(self.elements, index, end)):
            objects, after = seats_of(waiting.inviting), max(after, back)
        ends = not self.reported and clause_ends(self.elements, after)
        meets = any(only_met(entry) for entry in element.entries("trigger"))
        hosts = waiting.agents if meets else []  # '甲访问大学，由校长乙接待': by whom somebody is received
        objects = objects or received_by(self.elements, index) or hosts
        waiting.together = waiting.together or (bool(hosts) and objects == hosts and not waiting.each)
        if not objects and meets:
            objects, after = head_of_clause(self.elements, index + 1, end)
        if (
            not any(m.kind == "event" for m in objects)
            and not self.reported
            and any(e.get("opens") for e in element.entries("trigger"))
        ):
            objects = [*objects, *waiting.events]  # '峰会在北京举行'
        holds = any(e.get("held") for e in element.entries("trigger")) and ceremony_held(self.elements, index, end)
        signs = any(e.get("kind") == "signing" for e in element.entries("trigger"))
        later = signs and index + 1 < end and self.elements[index + 1].has("nestafter")  # '签约仪式|后'
        waiting.holding = bool(holds) or later
        waiting.awarding = names_award(self.elements, index)
        entry = fitting(element.entries("trigger"), objects, waiting)
        if entry is not None and entry.get("needs") == "inside":  # '在第二届论坛上|致辞'
            objects, waiting.stage = [*waiting.stage], []
        gathers = entry is None and any(
            e.get("kind") == "conference" and not e.get("needs") for e in element.entries("trigger")
        )
        if gathers or (entry is not None and entry.get("kind") == "conference"):
            waiting.attending, waiting.role, self.attended = True, "", True
            waiting.together = waiting.together or any(e.get("jointly") for e in element.entries("trigger"))
            waiting.convening = any(e.get("opens") for e in element.entries("trigger"))
        if entry is not None and entry.get("kind") == "address" and self.attended:
            return index + 1  # a speech at what was attended is part of it
        part = element.has("eventpart") and any(q.entry.get("opens") and q.events for q in self.found)
        if element.has("discuss") and only_talks(element) and standing_fact(self.elements, index):
            return index + 1  # '近年来，两国元首深入沟通'
        if entry is None or part or presided(self.elements, index, end):  # '论坛在甲举办，乙出席|开幕式'
            return index + 1
        regarded = any(m.kind in ("person", "group") for m in waiting.goals) and entry.get("order") != "object-first"
        if travels and regarded and not nested:
            return after  # '对甲|来华|表示欢迎'
        if travels and index and self.elements[index - 1].has("det") and possessed(self.elements, after):
            return after  # '此次访华的目的'
        if entry.get("kind") == "ceremony" and lasts_since(self.elements, after - 1):
            return after + 1
        if entry.get("way") and not objects and comes_to(self.elements, index, end):
            waiting.coming_here = True
            return index + 2  # '来泉|访问', told in 泉
        ours = bool(entry.get("way")) and not objects and index + 1 < end and self.elements[index + 1].has("ours")
        after += ours  # '应邀来|我校'
        while entry.get("way") and objects and after < end and self.elements[after].is_kind("place"):
            objects, after = list(self.elements[after].mentions), after + 1  # '赴韩国|首尔|出席'
        if entry.get("way") and objects and after < end and counts_states(self.elements[after]):
            after += all(m.kind in ("region", "state") for m in objects)  # '赴中亚|两国|访问', '出访甲国、乙国|两国'
        seats = all(m.rule == "seat" for m in objects)
        sites = [m for m in objects if m.kind in ("org", "body", "site")]
        if entry.get("way") and sites and (toured := tours_there(self.elements, after, end)):
            if not any(m.country and m.affiliation_span and m.start < m.affiliation_span[0] for m in sites):
                waiting.goals = sites  # '前往大学|考察'
                return after
            after = toured  # '赴法国里昂大学|考察' is a journey
        if entry.get("way") and sites and looks_round(self.elements, after):  # '来到工厂|，了解生产情况'
            entry = next((each for each in element.entries("trigger") if each.get("needs") == "look"), entry)
        if entry.get("way") and objects and (seats or names_more(self.elements, after, end)):
            waiting.places = objects if seats else waiting.places
            return after
        if (
            entry.get("way")
            and not ours
            and after < end
            and (self.elements[after].has("trigger") or self.elements[after].has("verb"))
        ):
            passed = [m for m in objects if m.kind in ("place", "state", "region")]
            goes_on = any(m.kind == "state" for m in passed) and any(
                m.kind in ("org", "body") for m in self._objects(after + 1, end, waiting)[0]
            )
            if passed and not goes_on and not (nested and only_talks(self.elements[after])):
                waiting.places, waiting.passed = passed, True
                return after
            goals = {each.get("kind") for each in self.elements[after].entries("trigger")}
            meets = any(only_met(each) for each in self.elements[after].entries("trigger"))
            if (
                not passed and objects and (meets or goals & {"conference", "ceremony", "address"})
            ):  # '前往大学参加大会'
                waiting.places, waiting.passed = (
                    [
                        replace(m, kind="place", rule="city", affiliation=None, locality=(m.start, m.end))
                        for m in objects[:1]
                    ],
                    True,
                )
                return after
        if entry.get("way") and self.reported and self.told_as:
            return index + 1
        p = Predicate(
            "trigger",
            index,
            entry,
            entry.get("form", "verb"),
            subject=visitor(self.elements, index, entry) or list(waiting.subject),
            pronoun=waiting.pronoun,
            dates=list(waiting.dates),
            each=waiting.each or element.has("each"),
            together=waiting.together or bool(entry.get("together") and not (waiting.each or element.has("each"))),
            here=waiting.coming_here
            or ours
            or bool(entry.get("here"))
            or (bool(entry.get("comes")) and (nested or ends)),
            remote=waiting.remote or element.has("remote"),
            reach=after,
        )
        take_waiting(self.elements, p, objects, waiting, self.found[-1] if self.found else None, nested)
        if after < end and self.elements[after].pronoun in ("guests", "travellers", "you") and p.admits("obj"):
            p.object_pronoun, after = self.elements[after].pronoun, after + 1
        if not (p.objects or p.object_pronoun) and (
            entry.get("guests") or (not self.reported and meets_guests(self.elements, p, waiting))
        ):
            p.object_pronoun = "travellers"
        if entry.get("here") and (waiting.goals or waiting.towards or not (waiting.subject or waiting.pronoun)):
            return index + 1  # 'thanked them for coming'
        if holds and [m.kind for m in p.subject] == ["state"]:
            p.subject = []  # '甲国援建的学校|奠基仪式|在乙举行'
        if entry.get("held") and (holds or (waiting.attending and not p.pronoun)) and not p.subject:
            p.pronoun, after = "it", max(after, holds + 1)  # '落成典礼|在甲举行', '举行|颁授典礼'
            p.objects, p.companions = [], []
            self.held = [m for e in self.elements[index:after] for m in e.mentions if m.kind == "date"]
        p.dates = [m for m in self.held if m.kind == "date"] or p.dates
        towns = {m.country for m in self.held if m.kind == "place"}  # '在老挝万象举行的峰会'
        p.places += [m for m in self.held if m.kind == "place" or (m.kind == "state" and m.country not in towns)]
        if (
            waiting.places
            and (
                p.kind != "visit" or nested or waiting.passed or not (p.places or entry.get("here") or entry.get("way"))
            )
            and not any(m.kind in ("place", "state") for m in p.places)
        ):
            p.places = [*p.places, *waiting.places]
        ahead = occasion_ends(self.elements, after, end, p)
        of_others = self.reported and len(p.subject) > 1  # '甲和乙通话时认为', said by a third one
        talks = p.kind in ("meeting", "call") and not (p.objects or of_others)  # '甲在会谈时表示'
        leads = ahead is not None and (ahead.has("nestafter") or ahead.has("amid"))
        if ahead is not None and leads and (talks or not (waiting.subject or waiting.pronoun)):
            p.form, p.definite, p.nested, p.subject, p.pronoun = "noun", True, True, [], ""
            then = any(each.get("then") for each in ahead.entries("nestafter"))
            p.followed = then or p.kind in ("meeting", "ceremony", "signing")
            waiting.role = ""
        elif ahead is not None and p.kind == "ceremony" and waiting.attending:
            p.nested = any(each.get("during") for each in ahead.entries("nestafter"))  # '出席|庆典|期间会见'
        p.nested = p.nested or nested
        met = p.objects if p.kind in ("meeting", "call") else p.companions
        if met and not nested:
            waiting.met, waiting.met_by = list(met), p.subject
        waiting.done = True
        p.reported, p.settled = self.reported, True
        if entry.get("opens") and not p.subject:
            p.pronoun = "it"
        idle = (
            p.pronoun == "they"
            or p.kind == "signing"
            or (p.kind == "ceremony" and p.form == "noun" and not waiting.attending)
        )
        told_as = self.told_as if self.reported else waiting.going_on
        p.cue = "hypothetical" if self.reported and idle else waiting.cue or told_as
        p.governor = self.found[-1] if self.found and self.found[-1].sort == "trigger" else None
        p.coordinated = True
        self.found.append(p)
        also = discusses(self.elements, index, end)
        if also is not None and waiting.cue != "hypothetical":
            talk = Predicate("discuss", index, also, also.get("form", "verb"), governor=p, reach=index + 1)
            talk.spoken = self.running or self.speaking
            self.found.append(talk)
        waiting.each = False
        if only_met(p.entry) and goes_visiting(self.elements, after):
            waiting.subject, waiting.pronoun = list(p.objects), ""  # '接待|总统甲|访问'
        return max(after, index + 1)

    def _objects(self, index: int, end: int, waiting: Waiting, travels: bool = False) -> tuple[list[Mention], int]:
        """The mentions that follow a verb, over adverbs and over a clause that modifies them; and the index after."""
        passing = all(
            entry.get("kind") == "meeting" and entry.get("args") == "obj"
            for entry in self.elements[index - 1].entries("trigger")
        )
        while index < end:
            element = self.elements[index]
            if index in self.heads:
                self._relative(index, self.heads[index], waiting)
                index = self.heads[index]
                if index in self.leaders and not self.elements[index].mentions:
                    return self.leaders[index], index + 1
                continue
            if event := event_held(self.elements, index, end):
                self.held = [m for e in self.elements[index:event] for m in e.mentions]
                return list(self.elements[event].mentions), event + 1
            if element.role == "from" and index + 2 < end and possessed(self.elements, index + 2):
                index += 3  # '来自甲国的代表团'
                continue
            if element.is_kind("event") and passing and index + 1 < end and self.elements[index + 1].is_party:
                index += 1  # '会见论坛外方代表'
                continue
            if element.mentions and not element.is_kind("date"):
                if (
                    possessed(self.elements, index + 1)
                    and not element.is_kind("event", "org")
                    and not (travels and element.is_kind("state", "place"))
                ):
                    return [], index
                listed, after = listing(self.elements, index)
                return self.leaders.get(index, listed), after
            if after := seated(self.elements, index, end):
                index = after
                continue
            passed = (element.has("postmod") and not element.has("nestafter")) or element.pronoun == "i"
            if element.pronoun == "they" and waiting.partners:  # '同乙举行|两国外交部|第四轮磋商'
                passed = index + 1 < end and self.elements[index + 1].is_kind("event")
            if not (passed or element.has_any(PASSED)):
                break
            index += 1
        return [], index


def predicates(elements: list[Element], reported: bool) -> list[Predicate]:
    """The predicates of a sentence in order; `reported`: it goes on with what somebody says."""
    sentence = _Sentence(elements, reported)
    sentence.read(0, len(elements), Waiting())
    return in_order(sentence.found, reported)
