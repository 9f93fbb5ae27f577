"""The stages in order: items, sentences, mentions, clauses, accounts, sayings, what is inherited, the reading."""

from __future__ import annotations

from dragoman.languages.language import Language
from dragoman.model import Reading, Readout
from dragoman.reading.accounts import tell
from dragoman.reading.assemble import Assembler
from dragoman.reading.carrying import carry_forward
from dragoman.reading.clauses import predicates
from dragoman.reading.dates import Resolver, parse_day
from dragoman.reading.elements import elements_of
from dragoman.reading.home import give_affiliations, publisher_home, shown_home
from dragoman.reading.items import scan
from dragoman.reading.mechanisms import find_mechanisms
from dragoman.reading.mentions import find_mentions
from dragoman.reading.narration import Narration, Told
from dragoman.reading.people import Roster
from dragoman.reading.settle import settle
from dragoman.reading.speech import Speech
from dragoman.reading.text import sentences
from dragoman.reading.title import Title

NAME = "dragoman-rules/1"
UNDATED = "No date of publication is known: relative dates and dates without a year stay unresolved."


def read_with(readout: Readout, language: Language) -> Reading:
    """Read a readout in the given language. Deterministic; offsets are code points into `readout.text`."""
    text = readout.text
    items = scan(text, language)
    home = publisher_home(readout.publisher, language)
    roster = Roster(text, home)
    title = Title(readout.title, language)
    narration = Narration(roster, title.kind, Resolver(items, parse_day(readout.published), language.on("month_first")))
    speech = Speech(narration, language)
    tolds: list[Told] = []
    for number, sentence in enumerate(sentences(text, items, language)):
        elements = elements_of(items, sentence, find_mentions(items, sentence, language))
        told = Told(number, sentence, elements, predicates(elements))
        tell(narration, told)
        speech.hear(told)
        tolds.append(told)
    title.tell_countries(roster)
    home = home or shown_home(items, roster, narration.drafts)
    carry_forward(tolds)
    settle(narration.drafts, home)
    give_affiliations(roster, narration.drafts, home)
    return Reading(
        ref=readout.ref,
        readout=readout.content_hash,
        reader=NAME,
        language=language.code,
        published=readout.published,
        title=readout.title,
        publisher=readout.publisher,
        engagements=Assembler(readout, roster, title, language.confidence).accounts(narration.drafts),
        mechanisms=find_mechanisms(text, tolds, narration.drafts),
        notes=() if parse_day(readout.published) else (UNDATED,),
    )
