"""Who speaks as a sentence is read whose verbs stand last, and what of it is told in somebody's words."""

from __future__ import annotations

from dragoman.reading.clauses.ahead import clause_ends, discusses, named_in_clause
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Cue, Predicate, Sort
from dragoman.reading.clauses.turns import opened_by_name, takes_the_word, thanks_for
from dragoman.reading.clauses.waiting import Waiting
from dragoman.reading.mentions.mention import Mention


class Speaking:
    """A sentence as it is read: the predicates found so far, and whose words they are."""

    def __init__(self, elements: list[Element], reported: bool) -> None:
        self.elements = elements
        self.running = self.reported = reported
        self.speaking = False
        self.naming = False  # whether what was said is but named, in one clause: '介绍了学校历史'
        self.told_as: Cue = "earlier"
        self.found: list[Predicate] = []
        self.speaker: tuple[list[Mention], str] | None = None

    def saying(self, sort: Sort, index: int, waiting: Waiting) -> None:
        """Add a saying or a discussing; what follows a saying is told in its speaker's words."""
        category = "say" if sort == "say" else "discuss"
        entry = self.elements[index].entries(category)[0]
        if sort == "discuss":
            entry = discusses(self.elements, index, len(self.elements)) or entry
        subject, pronoun = list(waiting.subject), waiting.pronoun
        if sort == "say" and entry.get("content") == "left" and (thanking := thanks_for(self.elements, index)):
            subject, pronoun = thanking, ""
        if sort == "say":
            joins = bool(entry.get("joins"))  # '甲欢迎乙来访|并表示…'
            if self.speaker and (joins or not named_in_clause(self.elements, index)):  # '甲祝贺乙当选，表示…'
                subject, pronoun = self.speaker
            self.speaker = subject, pronoun
        p = Predicate(sort, index, entry, entry.get("form", "verb"), subject=subject, pronoun=pronoun, reach=index + 1)
        p.objects = list(waiting.partners)
        p.spoken = self.running or self.speaking
        waiting.role = ""  # '代表|政府|欢迎|甲来访'
        self.speaking = self.speaking or bool(entry.get("run"))
        self.found.append(p)
        self.reported = self.reported or (sort == "say" and entry.get("act") != "signed")
        self.naming = entry.get("content") == "right" and entry.get("act") == "stated" if sort == "say" else self.naming
        self.told_as = "planned" if entry.get("future") else "" if entry.get("now") else "earlier"
        if sort == "say" and entry.get("run"):
            waiting.subject, waiting.pronoun, waiting.dates, waiting.places, waiting.cue = [], "", [], [], ""
            waiting.next_clause(self.reported)

    def inside_content(self, index: int, waiting: Waiting) -> bool:
        """A verb of saying in the middle of what is said opens no new speech: only one with a speaker of its own
        does.
        """
        entry = self.elements[index].entries("say")[0]
        gathered = self.elements[0].has_any(("eventnoun", "eventweak")) and index == 1
        if not self.reported or (gathered and entry.get("act") == "signed"):
            return False  # '|会议|发表了《宣言》'
        if self.running and not self.speaker and opened_by_name(self.elements, waiting):
            return False
        if self.running and not self.speaker and entry.get("content") == "left" and thanks_for(self.elements, index):
            return False
        both = any(e.pronoun == "they" for e in self.elements[max(0, index - 2) : index])
        if entry.get("joint") and entry.get("run") and both:
            return False  # '…。双方商定，…'
        goes_on = bool(self.speaker and self.speaker[0]) and self.naming and self.elements[index - 1].has("comma")
        if takes_the_word(self.elements, index) or (goes_on and entry.get("run")):
            return False  # '甲祝贺乙国成立百年，|表示…'
        return not (entry.get("run") and (waiting.pronoun == "he" or any(m.kind == "person" for m in waiting.subject)))

    def only_signs(self, element: Element, waiting: Waiting) -> bool:
        """'双方签署…' says what came of an occasion; 'they witnessed the signing' is an occasion of its own."""
        after = self.elements[0].has("afterwards") or any(
            p.nested and p.definite and p.kind != "visit" for p in self.found
        )
        dated = bool(waiting.dates or waiting.places)
        return element.has("say") and waiting.pronoun == "they" and not (waiting.witness or after or dated)

    def merely_talks(self, index: int, waiting: Waiting) -> bool:
        """A word that tells of a meeting only where the clause ends in it and tells with whom: '与师生代表交流。'"""
        if not (waiting.stage and waiting.subject) and all(
            entry.get("needs") == "inside" for entry in self.elements[index].entries("trigger")
        ):
            return True  # '致辞', not at an event told before it
        bound = all(entry.get("ends") for entry in self.elements[index].entries("trigger"))
        people = bool(waiting.partners) and all(m.kind in ("person", "group") for m in waiting.partners)
        told = people and not (self.reported or waiting.cue == "hypothetical")
        return bound and not (told and clause_ends(self.elements, index + 1))

    def still_told(self, waiting: Waiting) -> bool:
        """'甲介绍了乙，双方探讨丙', '甲介绍了乙，并与丁探讨丙': what two do after no running speech is told."""
        return not (self.running or self.speaking) and (waiting.pronoun == "they" or bool(waiting.partners))

    def tell_again(self, index: int) -> None:
        """'甲介绍了乙，|双方交流', '甲感谢了乙，|并与丙会谈': after the comma at `index` the telling goes on."""
        after = next((e for e in self.elements[index + 1 :] if not e.has("aux")), None)
        two = after is not None and (after.pronoun == "they" or after.role == "with")
        if self.naming and two and not (self.running or self.speaking):
            self.reported, self.told_as = False, ""

    def resume(self, waiting: Waiting) -> None:
        """'参观了甲，强调…；参观了乙': after the semicolon the telling goes on."""
        first = next((p for p in self.found if p.sort == "trigger" and not p.nested), None)
        if first is not None and first.cue == "" and not self.running:
            self.reported = False
            waiting.subject, waiting.pronoun, waiting.cue = list(first.subject), first.pronoun, ""
