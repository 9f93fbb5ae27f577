"""`dragoman review`: what waits for a decision, one fact after the other, with the words that say so."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli import output
from dragoman.cli.keys import Keys, keys
from dragoman.cli.register import Location, place
from dragoman.cli.signing import By, Why, signer
from dragoman.cli.written import NOTHING, value_of, written
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.register import Register, Wanted
    from dragoman.register.decisions.facts import Content, FactKind
    from dragoman.register.decisions.records import FactRecord

app = typer.Typer()

State = Literal["pending", "accepted", "edited", "rejected", "stale"]
_MENU = "a accept · e edit · r reject · d add · s skip · u undo · w why · q quit"
_ADDED: dict[str, FactKind] = {"p": "party", "l": "place", "d": "date", "t": "topic", "o": "point"}


@app.command()
def review(
    engagement: Annotated[
        str | None, typer.Argument(metavar="ENGAGEMENT", help="Its id, or the beginning of one.", show_default=False)
    ] = None,
    register: Location = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="With a country or body, or in a country: its code or name.")
    ] = None,
    readout: Annotated[str | None, typer.Option(metavar="REF", help="Of a readout, by its ref.")] = None,
    state: Annotated[
        State | None, typer.Option(help="In this state of review; else stale and pending.", show_default=False)
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.", show_default=False)] = None,
    by: By = None,
    why: Why = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what waits as JSON, and ask nothing.")] = False,
) -> None:
    """Rule on what waits for review, least sure first, each fact with the words that say so, in brackets.

    One key decides: a accepts, e edits, r rejects, d adds what is missing, s skips, u undoes your last decision,
    w gives the reason of the next one, q stops. Each decision is kept at once; start again to go on.
    """
    from dragoman.register import Wanted, open_register

    which = Wanted((state,) if state else ("stale", "pending"), engagement, country, readout, limit)
    if as_json:
        with open_register(place(register), create=False) as opened:
            output.result(output.as_json([fact.as_json() for fact in opened.facts(which)]))
        return
    who = signer(by)
    with open_register(place(register), create=False) as opened, keys() as pressed:
        _Flow(opened, pressed, which, who, why).run()


@dataclass(slots=True)
class _Flow:
    """One person going through what waits."""

    register: Register
    keys: Keys
    which: Wanted
    by: str
    why: str | None
    once: str | None = None
    decided: dict[int, str] = field(default_factory=dict)
    again: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Show one fact after the other until all are ruled on or skipped, or somebody stops."""
        waiting = list(self.register.fact_ids(self.which))
        count = len(waiting)
        waiting.reverse()
        while waiting or self.again:
            id = self.again.pop() if self.again else waiting.pop()
            if fact := self._still_waiting(id):
                offered = self._show(fact, count - len(waiting), count)
                if not self._rule_on(fact, offered):
                    break
        else:
            output.result("nothing waits for review" if count == 0 else "that was all")
        output.progress(f"{len(self.decided)} decision{'' if len(self.decided) == 1 else 's'} by {self.by}")

    def _still_waiting(self, id: str) -> FactRecord | None:
        """The fact as it is now; None if a decision, this one's or another's, has taken it away meanwhile."""
        from dragoman.register import RegisterUnusable

        try:
            fact = self.register.fact(id)
        except RegisterUnusable:
            raise
        except DragomanError:
            return None
        return fact if fact.state in self.which.states else None

    def _show(self, fact: FactRecord, number: int, count: int) -> Sequence[Content]:
        """Show a fact; what it may say instead is what the keys 1, 2 … let it say."""
        from dragoman.answers.reviewing import offers, taken, tell_fact

        output.result(f"\n{number} of {count} · {fact.id}")
        record = self.register.show(fact.engagement)
        output.show(tell_fact(fact, record))
        return [taken(fact, proposal) for proposal in offers(fact, record)]

    def _rule_on(self, fact: FactRecord, offered: Sequence[Content]) -> bool:
        """Take keys until the fact is ruled on or skipped; False to stop."""
        from dragoman.register import RegisterUnusable

        while True:
            numbers = f" · {'1' if len(offered) == 1 else f'1–{len(offered)}'} take what is proposed" if offered else ""
            self._ask(f"{_MENU}{numbers} > ")
            key = self.keys.key()
            output.result(output.safe(key))
            if key in ("q", ""):
                return False
            if key == "s":
                return True
            try:
                if self._done(key, fact, offered):
                    return True
            except RegisterUnusable:
                raise
            except DragomanError as error:
                output.complain(str(error))

    def _done(self, key: str, fact: FactRecord, offered: Sequence[Content]) -> bool:
        """Do what a key asks for; whether the fact is done with."""
        match key:
            case "a":
                self._kept(self.register.decide("accept", fact.id, self.by, self._reason()), fact.id)
            case "r":
                self._kept(self.register.decide("reject", fact.id, self.by, self._reason()), fact.id)
            case "e":
                return self._edit(fact)
            case "d":
                self._add(fact)
                return False
            case "u":
                return self._undo(fact)
            case "w":
                self.once = self.keys.answer("why> ") or None
                return False
            case _ if key.isdecimal() and 0 < int(key) <= len(offered):
                content = offered[int(key) - 1]
                self._kept(self.register.decide("edit", fact.id, self.by, self._reason(), content), fact.id)
            case _:
                output.complain(f"'{key}' is none of the keys")
                return False
        return True

    def _edit(self, fact: FactRecord) -> bool:
        if fact.fact == "grouping":
            raise DragomanError("that accounts belong together can be accepted or rejected, not edited")
        content = self._contents(fact.fact, fact.content)
        if not content:
            output.result("nothing was changed")
            return False
        self._kept(self.register.decide("edit", fact.id, self.by, self._reason(), content), fact.id)
        return True

    def _add(self, fact: FactRecord) -> None:
        self._ask("p party · l place · d date · t topic · o point > ")
        kind = _ADDED.get(key := self.keys.key())
        output.result(output.safe(key))
        if kind is None:
            raise DragomanError(f"'{key}' is none of the keys")
        content = self._contents(kind, {})
        self._kept(self.register.add_fact(fact.account, kind, content, self.by, self._reason()), fact.id)

    def _contents(self, kind: FactKind, before: Content) -> Content:
        """What somebody writes for the fields of a fact; what is left empty stays as it was."""
        from dragoman.register.decisions.facts import FIELDS

        content: Content = {}
        output.result(f"Enter leaves a field as it is, '{NOTHING}' empties it.")
        for name in FIELDS[kind]:
            now = written(before.get(name))
            given = self.keys.answer(output.safe(f"{name} [{now}]> "))
            if given:
                content[name] = value_of(name, given)
        return content

    def _undo(self, fact: FactRecord) -> bool:
        """Take back one's last decision that stands; what it was about comes again, and then the fact in view."""
        own = [each for each in self.register.decisions() if each.by == self.by and each.undoes is None]
        last = next((each for each in reversed(own) if each.standing != "undone"), None)
        if last is None:
            raise DragomanError(f"{self.by} has decided nothing that could be undone")
        self._kept(self.register.undo(last.number, self.by, self._reason()), fact.id)
        self.again += dict.fromkeys((fact.id, self.decided.get(last.number, fact.id)))
        return True

    def _kept(self, number: int, fact: str) -> None:
        from dragoman.answers.reviewing import ruled

        self.decided[number] = fact
        output.result(output.safe(f"decision {number}: {ruled(self.register.decision(number))}"))

    def _reason(self) -> str | None:
        reason, self.once = self.once or self.why, None
        return reason

    def _ask(self, question: str) -> None:
        sys.stdout.write(question)
        sys.stdout.flush()
