"""What a reader of preposed arguments keeps until the verb comes that takes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.clauses.predicate import Cue
from dragoman.reading.mentions.mention import Mention


@dataclass(slots=True)
class Waiting:
    """What has been read and waits for its verb."""

    subject: list[Mention] = field(default_factory=list)
    pronoun: str = ""
    dates: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    inside: list[Mention] = field(default_factory=list)  # in which institution it is done: '在甲大学调研'
    stage: list[Mention] = field(default_factory=list)  # at which event somebody is about to speak: '在论坛上致辞'
    goals: list[Mention] = field(default_factory=list)
    company: list[Mention] = field(default_factory=list)  # with whom, at whose side: '在乙陪同下参观'
    agents: list[Mention] = field(default_factory=list)  # by whom it is done: '由甲接待'
    partners: list[Mention] = field(default_factory=list)
    partner_pronoun: str = ""
    inviting: list[Mention] = field(default_factory=list)  # by whom the traveller is invited, to whose seat he goes
    unmet: list[Mention] = field(default_factory=list)  # with whom the clause before did something that is no meeting
    met: list[Mention] = field(default_factory=list)  # with whom the subject dealt last: '同乙会谈，并共同出席'
    met_by: list[Mention] = field(default_factory=list)
    cue: Cue = ""
    going_on: Cue = ""  # 'planned' where the clause before told a plan of the same subject: '将访华，并出席会议'
    each: bool = False
    together: bool = False
    remote: bool = False
    role: str = ""
    witness: bool = False
    events: list[Mention] = field(default_factory=list)
    done: bool = False
    towards: bool = False
    invited: bool = False
    attending: bool = False
    discussing: bool = False  # what is told now is what they talk of: '讨论|明年的安排'
    convening: bool = False  # the occasion to come is held by the subject: '举行庆祝甲国国庆招待会'
    passed: bool = False
    coming: bool = False  # the clause only told in whose company: it goes on after the comma
    coming_here: bool = False
    holding: bool = False  # 'a ceremony is held': whoever attends it
    awarding: bool = False  # the clause of a verb names what somebody is honoured with
    hosts: list[Mention] = field(default_factory=list)

    def next_clause(self, reported: bool) -> None:
        """A comma: counterparts and adverbs end; subject, date and place go on, and in speech what is wished for."""
        self.unmet = [] if self.done else self.partners
        self.goals, self.partners, self.hosts, self.agents, self.inside = [], [], [], [], []
        self.stage = []
        self.company = self.company if self.coming else []
        self.coming = False
        self.partner_pronoun = self.role = ""
        self.each = self.together = self.remote = self.witness = self.done = self.towards = self.invited = False
        self.discussing = False
        self.attending = self.convening = self.holding = self.coming_here = False
        self.going_on = "planned" if "planned" in (self.cue, self.going_on) else ""
        self.cue = self.cue if reported and self.cue == "hypothetical" else ""
