"""What a side has to say: its telling of the engagement, with the topics and points that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from dragoman.answers.compare.comparison import Said, Side
from dragoman.answers.compare.parts import parts
from dragoman.model import Account, Evidence, Reading
from dragoman.reference.concepts import Vocabulary
from dragoman.register.rows import Told

_CLAUSE = re.compile(r"[^\n.;:!?。；：！？，、,]+")


@dataclass(frozen=True)
class Material:
    """One side of a comparison.

    `account` tells of the engagement; `said` are its topics and points and those of accounts beside it that are of the
    same parties and day and that no other side tells of; `mentions` are the other words of the text that name concepts.
    """

    side: Side
    text: str
    account: Account
    said: tuple[Said, ...]
    mentions: tuple[Said, ...]


def material(told: Told, vocabulary: Vocabulary) -> Material:
    """What a readout says of the engagement."""
    accounts = {account.id: account for account in told.reading.engagements}
    leading = accounts[told.accounts[0]]
    ours = [accounts[id] for id in told.accounts]
    ours += [accounts[id] for id in told.alone if _belongs(accounts[id], leading)]
    themselves = {party.affiliation.casefold() for party in leading.parties if party.affiliation}
    whole = dict.fromkeys(_without(one, themselves) for account in ours for one in said_in(account))
    said = tuple(part for one in whole for part in _listed(one, told.reading.language, vocabulary, themselves))
    taken = [(one.start, one.end) for account in told.reading.engagements for one in said_in(account)]
    # What an office is called is no word on its subject.
    taken += [(span.start, span.end) for span in _of_parties(told.reading) if span.field == "text"]
    return Material(
        side=Side(
            account=told.id,
            title=told.readout.title,
            publisher=told.readout.publisher,
            published=told.readout.published,
            language=told.reading.language,
            ref=told.readout.ref,
            reader=told.reading.reader,
        ),
        text=told.readout.text,
        account=leading,
        said=said,
        mentions=tuple(_mentions(told, vocabulary, taken)),
    )


def _belongs(account: Account, leading: Account) -> bool:
    """Whether an account beside the leading one is likely a part of the same telling: its parties, its day."""
    if account.status != "held" or account.kind in ("visit", "conference"):
        return False
    sides, wanted = ({party.affiliation for party in one.parties} for one in (account, leading))
    same_day = account.date is None or leading.date is None or account.date.start == leading.date.start
    return account.within == leading.id or (len(wanted & sides) > 1 and same_day)


def _without(said: Said, themselves: Set[str]) -> Said:
    """What is said, without those who meet as a subject of it."""
    concepts = tuple(concept for concept in said.concepts if concept not in themselves)
    return replace(said, concepts=concepts) if concepts and concepts != said.concepts else said


def _listed(said: Said, language: str, vocabulary: Vocabulary, themselves: Set[str]) -> list[Said]:
    """What is said of each of several subjects, where they are listed; else all of it."""
    found = [_without(part, themselves) for part in parts(said, language, vocabulary)]
    return found if len(found) > 1 and all(part.concepts for part in found) else [said]


def _of_parties(reading: Reading) -> Iterator[Evidence]:
    for account in reading.engagements:
        for party in account.parties:
            yield from party.evidence


def said_in(account: Account) -> Iterator[Said]:
    """The topics and points of an account."""
    for topic in account.topics:
        yield Said(topic.text, topic.start, topic.end, None, (), topic.concepts)
    for point in account.points:
        yield Said(point.text, point.start, point.end, point.act, point.by, point.concepts)


def _mentions(told: Told, vocabulary: Vocabulary, taken: list[tuple[int, int]]) -> Iterator[Said]:
    """The clauses of the text that name concepts outside its topics and points."""
    text = told.readout.text
    hits = vocabulary.concepts_of(text, told.reading.language)
    free = [hit for hit in hits if not any(hit.start < end and start < hit.end for start, end in taken)]
    for clause in _CLAUSE.finditer(text):
        inside = [hit.concept for hit in free if clause.start() <= hit.start and hit.end <= clause.end()]
        if inside:
            words = clause.group().strip()
            start = text.index(words, clause.start())
            yield Said(words, start, start + len(words), None, (), tuple(dict.fromkeys(inside)), mention=True)
