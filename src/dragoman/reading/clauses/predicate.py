"""A predicate as a value: a trigger (an engagement happens), a saying or a discussing, with its arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.languages.lexicon import Entry
from dragoman.reading.mentions.mention import Mention

Sort = Literal["trigger", "say", "discuss"]
Cue = Literal["", "planned", "negated", "hypothetical", "earlier"]


@dataclass(slots=True)
class Predicate:
    """One predicate of a sentence; `index` is its element. Empty lists mean that nothing was told.

    `gender` is that of the pronoun, where it tells one, `object_gender` that of `object_pronoun`.
    `reported` says that it is told in somebody's words.
    `spoken` says so of a discussing, which tells of talks of others.
    `pairs` says that the first of one side met the first of the other ('respectively').
    `here` says that somebody comes to where the text is from.
    `settled` says that it has the dates of its clause and takes no others of the sentence.
    `followed` says that it points back to an occasion and that what is told with it happened right after.
    `receives` says that the light verb tells that the subject is at home: 'accorded the Envoy an audience'.
    `closed` says that its objects are all who take part ('the meeting between A and B').
    `infinitive` says that another predicate governs it ('travelled to attend').
    `recalled` says that it is taken to be over only because it is spoken of.
    `reports` says that its clause is put after, or into, what is said ('…, a déclaré le ministre').
    """

    sort: Sort
    index: int
    entry: Entry
    form: str
    subject: list[Mention] = field(default_factory=list)
    pronoun: str = ""
    gender: str = ""
    companions: list[Mention] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    object_pronoun: str = ""
    object_gender: str = ""
    dates: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    events: list[Mention] = field(default_factory=list)
    cue: Cue = ""
    cue_index: int = -1
    nested: bool = False
    each: bool = False
    definite: bool = False
    followed: bool = False
    reported: bool = False
    spoken: bool = False
    settled: bool = False
    again: bool = False  # 'with A and with B'
    together: bool = False
    included: bool = False  # its objects are members told of a group: 'officials, including A and B'
    pairs: bool = False
    light: bool = False
    receives: bool = False
    with_pronoun: bool = False  # 'she and the President': of `gender` is who stands first
    infinitive: bool = False
    closed: bool = False
    adjunct: bool = False
    recalled: bool = False
    reports: bool = False
    remote: bool = False
    attended: bool = False  # its objects attended it: 'the talks, | in which A and B took part'
    convened: bool = False  # for an event: 'met for the Dialogue'
    here: bool = False
    listed: list[Mention] = field(default_factory=list)
    governor: Predicate | None = None
    coordinated: bool = False
    reach: int = 0

    @property
    def kind(self) -> str:
        """The kind of engagement of a trigger."""
        return self.entry.get("kind")

    def admits(self, argument: str) -> bool:
        """Whether the frame admits an argument (obj, with, by, …)."""
        return argument in self.entry.get("args").split(",")
