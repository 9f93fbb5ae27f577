"""The stages in order: items, sentences, mentions, clauses, accounts, sayings, what is inherited, the reading."""

from __future__ import annotations

from dragoman.languages.language import Language
from dragoman.model import Reading, Readout
from dragoman.reading.accounts.attendance import Attendance
from dragoman.reading.accounts.carrying import carry_forward
from dragoman.reading.accounts.dateline import dateline, place_at
from dragoman.reading.accounts.entering import tell
from dragoman.reading.accounts.home import (
    give_affiliations,
    is_an_institution,
    own_institution,
    publisher_home,
    publisher_institution,
    shown_home,
    speaks_of_itself,
    unknown_home,
)
from dragoman.reading.accounts.mechanisms import find_mechanisms
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.accounts.settle import settle, stand_ins
from dragoman.reading.accounts.title import Title
from dragoman.reading.assemble import Assembler
from dragoman.reading.clauses.elements import elements_of
from dragoman.reading.clauses.postposed import predicates
from dragoman.reading.clauses.preposed import predicates as preposed_predicates
from dragoman.reading.mentions.dates import Resolver, parse_day
from dragoman.reading.mentions.mention import find_mentions
from dragoman.reading.mentions.names import join_names
from dragoman.reading.mentions.offices import told_apart
from dragoman.reading.mentions.people import Roster
from dragoman.reading.mentions.protagonists import protagonists
from dragoman.reading.mentions.shorts import abroad_of, named_countries, settle_shorts
from dragoman.reading.sayings.belonging import rescue
from dragoman.reading.sayings.running import RunningSpeech
from dragoman.reading.sayings.speech import Speech
from dragoman.reading.text.items import Items, scan
from dragoman.reading.text.sentences import sentences

NAME = "dragoman-rules/1"
UNDATED = "No date of publication is known: relative dates and dates without a year stay unresolved."


def _items(text: str, title: Title, language: Language) -> Items:
    """The items of the text; where words are written without spaces, names and short forms are settled first."""
    items = scan(text, language)
    if language.on("unspaced"):
        items = join_names(text, items, language, title.names)
        settle_shorts(items, named_countries(items, title.items))
    return items


def read_with(readout: Readout, language: Language) -> Reading:
    """Read a readout in the given language. Deterministic; offsets are code points into `readout.text`."""
    text = readout.text
    told_home = publisher_home(readout.publisher, language)
    title = Title(readout.title, language)
    items = _items(text, title, language)
    itself = language.on("unspaced") and (is_an_institution(readout.publisher, language) or speaks_of_itself(items))
    home = told_home or unknown_home(text, items, itself, language)
    roster = Roster(text, home, abroad_of(home, items, title.items) if language.on("unspaced") else None)
    resolver = Resolver(items, parse_day(readout.published), language.on("month_first"))
    told_later = protagonists(items) if language.on("unspaced") else []
    narration = Narration(roster, title.kind, resolver, told_later, receives=itself)
    speech: Speech | RunningSpeech = RunningSpeech(narration) if language.on("speech_run") else Speech(narration)
    attendance = Attendance(narration, items)
    preposed = language.on("preposed")
    tolds: list[Told] = []
    for number, sentence in enumerate(sentences(text, items, language)):
        mentions = told_apart(find_mentions(items, sentence, language), items, roster)
        elements = elements_of(items, sentence, mentions)
        told = Told(
            number,
            sentence,
            elements,
            preposed_predicates(elements, speech.runs(sentence.paragraph, elements))
            if preposed
            else predicates(elements),
        )
        tell(narration, told)
        attendance.hear(told)
        speech.hear(told)
        tolds.append(told)
        narration.move_on()
    speech.finish()
    drafts = narration.all_drafts()
    title.tell_countries(roster)
    home = home or shown_home(items, roster, drafts)
    carry_forward(tolds)
    told_of = list(drafts)
    settle(drafts, home)
    kept = set(drafts)
    rescue((draft for draft in told_of if draft not in kept), drafts)
    written = dateline(items)
    if written:
        place_at(drafts, written)
    own = publisher_institution(readout.publisher, language) or (own_institution(roster, drafts) if itself else None)
    give_affiliations(roster, drafts, home, own)
    stand_ins(drafts)
    if told_home and len(told_home) == 2:
        attendance.keep_at_home(told_home)
    return Reading(
        ref=readout.ref,
        readout=readout.content_hash,
        reader=NAME,
        language=language.code,
        published=readout.published,
        title=readout.title,
        publisher=readout.publisher,
        engagements=Assembler(readout, roster, title, language.confidence).accounts(drafts),
        mechanisms=find_mechanisms(text, items, tolds, drafts, language.on("head_first")),
        notes=() if parse_day(readout.published) else (UNDATED,),
    )
