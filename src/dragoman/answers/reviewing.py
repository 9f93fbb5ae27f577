"""Facts and decisions put into words, for people who rule on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.answers import phrases
from dragoman.answers.identities import proposed, tell_identity
from dragoman.answers.passages import bracketed
from dragoman.answers.telling import BLANK, Line
from dragoman.register.decisions.facts import Content
from dragoman.register.decisions.records import DecisionRecord, FactRecord
from dragoman.register.decisions.reviewing import State
from dragoman.register.rows import AccountRecord, Days, EngagementRecord, PartyRow, PlaceRow, Proposal, Review

# The field of a fact that may name an institution.
_NAMES_AN_INSTITUTION = {"party": "affiliation", "place": "locality"}


def worded(fact: str, content: Content) -> tuple[str, str]:
    """A fact as a label and a phrase: ('party', 'Rui Vaz, Minister of Education (Portugal)')."""
    match fact:
        case "engagement":
            event = f": {content['event']}" if content["event"] else ""
            return "kind", content["kind"] + phrases.status(content["status"]) + event
        case "date":
            return "date", phrases.in_words(Days(content["start"], content["end"]))
        case "place":
            return "place", phrases.place(PlaceRow(content["country"], content["locality"], "stated", 1.0))
        case "party":
            return "party", phrases.party(PartyRow(**content, basis="stated", confidence=1.0))
        case "point":
            return content["act"], phrases.spoken(content["by"], content["text"])
        case "topic":
            return "topic", content["text"]
        case _:
            return "same", content["reason"]


def reviewed(review: Review | None) -> str:
    """' · accepted by Kari Lund (decision 3)'; nothing for what still waits."""
    if review is None or review.state == "pending":
        return ""
    if review.state == "stale":
        return f" · stale: it said something else when {review.by} ruled on it (decision {review.decision})"
    return f" · {review.state} by {review.by} (decision {review.decision})"


def tell_fact(fact: FactRecord, record: EngagementRecord) -> Iterator[Line]:
    """A fact to rule on: in which account of which engagement it stands, what it says, and the words that say so.

    Where the question is whether an account belongs with others, those are told too.
    """
    own = next(each for each in record.accounts if each.id == fact.account)
    yield from _account(own)
    if fact.fact == "grouping":
        yield from _words(own)
        yield Line(1, "fact", "same as", f"the other accounts of {fact.engagement}? {fact.content['reason']}")
        for other in record.accounts:
            if other.id != fact.account:
                yield from _account(other)
                yield from _words(other)
        return
    label, said = worded(fact.fact, fact.content)
    how = f" · {fact.basis}, {fact.confidence:.2f} sure, by rule {fact.rule}"
    yield Line(1, "fact", label, said + how)
    for passage in fact.passages:
        yield Line(2, "why", "←", bracketed(passage))
    number = _number(fact, own)
    if fact.fact == "party" and number is not None:
        yield from tell_identity(own, number)
    for key, proposal in enumerate(offers(fact, record), 1):
        yield Line(2, "fact", f"{key}", f"perhaps {proposed(proposal)}: {proposal.reason}")
    if not fact.passages:
        yield Line(2, "why", "←", "no words of the text say so themselves; the account is told here:")
        yield from _words(own)
    if fact.decision is not None:
        yield Line(2, "note", "", reviewed(Review(fact.id, fact.state, fact.decision, fact.by)).removeprefix(" · "))
    if fact.state == "stale" and fact.ruled is not None:
        yield Line(2, "note", "", f"then it said: {worded(fact.fact, fact.ruled)[1]}")


def offers(fact: FactRecord, record: EngagementRecord) -> tuple[Proposal, ...]:
    """The institutions that a fact may mean by a garbled name, the likeliest first."""
    own = next(each for each in record.accounts if each.id == fact.account)
    field = _NAMES_AN_INSTITUTION.get(fact.fact)
    return tuple(each for each in own.proposals if field and each.written == fact.content[field] and each.likeness < 1)


def taken(fact: FactRecord, proposal: Proposal) -> Content:
    """What a fact says where a proposal is right."""
    if fact.fact == "place":
        return {"locality": proposal.name, "country": proposal.country or fact.content["country"]}
    return {"affiliation": proposal.name}


def _number(fact: FactRecord, own: AccountRecord) -> int | None:
    """Which value of its kind in the account as reviewed a fact is; None if it was rejected."""
    numbers = (each.number for each in own.support if each.review is not None and each.review.fact == fact.id)
    return next(numbers, None)


def _account(told: AccountRecord) -> Iterator[Line]:
    readout, account = told.readout, told.account
    name = readout.title or readout.ref or "untitled"
    day = phrases.in_words(account.date) if account.date else "undated"
    yield Line(0, "title", "", f"{told.id}  {account.kind}{phrases.status(account.status)}, {day}")
    about = (phrases.parties(account), name, readout.publisher, f"read by {told.reader}")
    yield Line(0, "about", "", " · ".join(part for part in about if part))


def _words(told: AccountRecord) -> Iterator[Line]:
    """The text around the words that tell of an account."""
    for support in told.support:
        if support.value == "engagement":
            yield from (Line(2, "why", "←", bracketed(passage)) for passage in support.passages)


def tell_decisions(decisions: tuple[DecisionRecord, ...]) -> Iterator[Line]:
    """Decisions in order: what was ruled, by whom, when and why, and what has become of it."""
    for number, decision in enumerate(decisions):
        yield from () if number == 0 else (BLANK,)
        yield Line(0, "title", "", f"{decision.number}  {ruled(decision)}")
        standing = decision.standing if decision.standing == "holds" else decision.standing.upper()
        about = (standing, decision.by, decision.at, ", ".join(decision.readouts))
        yield Line(1, "about", "", " · ".join(about))
        if decision.why:
            yield Line(1, "note", "because", decision.why)


def ruled(decision: DecisionRecord) -> str:
    """What a decision says, on one line: 'edit e-h3kq7zt2ma party: Rui Vas → Rui Vaz'."""
    if decision.undoes is not None:
        return f"undo {decision.undoes}"
    if decision.act in ("same", "different"):
        return f"{decision.act} {' '.join(decision.accounts)}"
    contents = (content for content in (decision.before, decision.after) if content is not None)
    said = " → ".join(dict.fromkeys(worded(decision.fact, content)[1] for content in contents))
    return f"{decision.act} {decision.accounts[0]} {decision.fact}: {said}"


def progress(review: Mapping[State, int]) -> str:
    """How far an engagement has been ruled on: '3 of 14 reviewed, 1 stale'; nothing where nobody has yet."""
    waiting, stale = review.get("pending", 0), review.get("stale", 0)
    total = sum(review.values())
    done = total - waiting - stale
    told = [f"{done} of {total} reviewed"] if done else []
    return ", ".join([*told, f"{stale} stale"] if stale else told)
