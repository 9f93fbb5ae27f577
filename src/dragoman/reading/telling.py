"""The sentences of a text told one after the other: mentions, predicates, accounts and sayings of each in turn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from dragoman.languages.language import Language
from dragoman.model import Readout
from dragoman.reading.accounts.attendance import Attendance
from dragoman.reading.accounts.entering import tell
from dragoman.reading.accounts.home import publisher_institution
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.accounts.title import Title
from dragoman.reading.clauses.elements import elements_of
from dragoman.reading.clauses.postposed import predicates
from dragoman.reading.clauses.preposed import predicates as preposed_predicates
from dragoman.reading.mentions.attended import with_attended
from dragoman.reading.mentions.dates import Resolver, parse_day, written_on
from dragoman.reading.mentions.finding import find_mentions
from dragoman.reading.mentions.gatherings import with_gatherings
from dragoman.reading.mentions.offices import told_apart
from dragoman.reading.mentions.people import Roster
from dragoman.reading.mentions.protagonists import protagonists
from dragoman.reading.mentions.shorts import abroad_of
from dragoman.reading.mentions.sites import toured_organs, with_sites
from dragoman.reading.sayings.running import RunningSpeech
from dragoman.reading.sayings.speech import Speech
from dragoman.reading.text.items import Items
from dragoman.reading.text.sentences import left_out, sentences


@dataclass(frozen=True, slots=True)
class Telling:
    """All sentences of a text as told, who took part, and the lists of participants."""

    narration: Narration
    attendance: Attendance
    sentences: list[Told]


def tell_all(
    readout: Readout,
    items: Items,
    title: Title,
    home: str | None,
    language: Language,
    itself: bool,
    most: int | None = None,
) -> Telling:
    """The sentences of a text, told one after the other. `home` is the state or body that the text is at home in;
    `itself`: an institution tells of its visitors; `most`: only so many sentences from the head.
    """
    text = readout.text
    abroad = abroad_of(home, items, title.items) if language.on("unspaced") else None
    roster = Roster(text, home, abroad, publisher_institution(readout.publisher, language))
    bylines = left_out(text, items, language)
    written = written_on(bylines, items, language.grammars["dates"], parse_day(readout.published))
    resolver = Resolver(items, written)
    told_later = protagonists(items) if language.on("unspaced") else []
    narration = Narration(roster, title.kind, resolver, told_later, receives=itself)
    speech: Speech | RunningSpeech = RunningSpeech(narration) if language.on("speech_run") else Speech(narration)
    attendance = Attendance(narration, items)
    preposed = language.on("preposed")
    tolds: list[Told] = []
    for number, sentence in enumerate(islice(sentences(text, items, language), most)):
        found = find_mentions(items, sentence, language)
        found = (
            with_sites(items, sentence, with_gatherings(items, sentence, found))
            if preposed
            else with_attended(items, sentence, toured_organs(items, sentence, found), language.grammars["events"])
        )
        mentions = told_apart(found, items, roster)
        elements = elements_of(items, sentence, mentions)
        told = Told(
            number,
            sentence,
            elements,
            preposed_predicates(elements, speech.runs(sentence.paragraph, elements))
            if preposed
            else predicates(elements),
        )
        if attendance.lists(told):
            told.predicates.clear()
        tell(narration, told)
        attendance.hear(told)
        speech.hear(told)
        tolds.append(told)
        narration.move_on()
    attendance.finish()
    speech.finish()
    title.tell_countries(roster)
    return Telling(narration, attendance, tolds)
