"""The stages in order: items, sentences, mentions, clauses, accounts, sayings, what is inherited, the reading."""

from __future__ import annotations

from dragoman.languages.language import Language
from dragoman.model import Reading, Readout
from dragoman.reading.accounts.both import part_both
from dragoman.reading.accounts.carrying import carry_forward
from dragoman.reading.accounts.dateline import agency_home, dateline, place_at
from dragoman.reading.accounts.home import (
    founded,
    give_affiliations,
    give_to_host,
    is_an_institution,
    own_institution,
    publisher_home,
    publisher_host,
    publisher_institution,
    speaks_of_itself,
    unknown_home,
)
from dragoman.reading.accounts.known import give_known
from dragoman.reading.accounts.mechanisms import find_mechanisms
from dragoman.reading.accounts.settle import settle, stand_ins
from dragoman.reading.accounts.shown import shown_home
from dragoman.reading.accounts.title import Title
from dragoman.reading.assemble import Assembler
from dragoman.reading.mentions.dates import parse_day
from dragoman.reading.mentions.names import join_names
from dragoman.reading.mentions.people import is_state
from dragoman.reading.mentions.shorts import named_alone, named_countries, settle_ours, settle_shorts, settle_twins
from dragoman.reading.mentions.towns import join_towns, settle_namesakes
from dragoman.reading.sayings.belonging import rescue
from dragoman.reading.telling import tell_all
from dragoman.reading.text.items import Items, scan

NAME = "dragoman-rules/1"
HEAD = 50  # sentences from the head of a text that show where it is at home
UNDATED = "No date of publication is known: relative dates and dates without a year stay unresolved."


def _items(text: str, title: Title, language: Language, home: str | None) -> Items:
    """The items of the text, whose publisher is at home in `home`; where words are written without spaces, names and
    short forms are settled first."""
    items = scan(text, language)
    if language.on("unspaced"):
        items = join_names(text, items, language, title.names)
        return settle_shorts(items, named_countries(items, title.items), language.lexicon)
    settle_namesakes(items, home)
    return join_towns(items, language.lexicon)


def read_with(readout: Readout, language: Language) -> Reading:
    """Read a readout in the given language. Deterministic; offsets are code points into `readout.text`."""
    text = readout.text
    title = Title(readout.title, language)
    publisher = publisher_home(readout.publisher, language)
    items = _items(text, title, language, publisher)
    written = dateline(items)
    told_home = publisher or agency_home(text, items, language.agencies, written)
    itself = language.on("unspaced") and (is_an_institution(readout.publisher, language) or speaks_of_itself(items))
    home: str | None = told_home or unknown_home(text, items, itself, language)
    settle_ours(items, home)
    settle_twins(items, home, named_alone(items, title.items))
    if home is None:  # where the text is at home tells whom 'the Minister' means
        head = tell_all(readout, items, title, home, language, itself, HEAD)
        home = shown_home(items, title.items, head.narration.roster, head.narration.all_drafts())
    telling = tell_all(readout, items, title, home, language, itself)
    roster, drafts, tolds = telling.narration.roster, telling.narration.all_drafts(), telling.sentences
    carry_forward(tolds)
    told_of = list(drafts)
    settle(drafts, home, not language.on("unspaced"))
    kept = set(drafts)
    rescue((draft for draft in told_of if draft not in kept), drafts)
    if written:
        place_at(drafts, written)
    issuer = publisher_institution(readout.publisher, language)
    own = (issuer if language.on("unspaced") else None) or (
        own_institution(roster, drafts, founded(tolds)) if itself else None
    )
    if host := publisher_host(readout.publisher, language):
        give_to_host(roster, drafts, host)
    named = named_countries(items, title.items)
    give_known(roster, language.actors, parse_day(readout.published), named)
    give_affiliations(roster, drafts, home, own, issuer, named)
    part_both(drafts)
    stand_ins(drafts)
    if is_state(told_home) and not issuer:
        telling.attendance.keep_at_home(told_home)
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
