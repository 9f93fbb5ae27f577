"""`dragoman accept`, `reject`, `edit`, `add-fact`, `same`, `different`, `undo` and `decisions`: one decision a line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli import output
from dragoman.cli.register import Location, place
from dragoman.cli.signing import By, Why, signer
from dragoman.cli.written import content_of
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.register import Register

app = typer.Typer()

Facts = Annotated[
    list[str],
    typer.Argument(metavar="FACTS", help="Their ids, like e-h3kq7zt2ma/party/1; see `dragoman review --json`."),
]
Fields = Annotated[list[str], typer.Argument(metavar="FIELDS", help="What it says, like name='Rui Vaz'; '-' for none.")]
Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help="The id of an account, or the beginning of one.")]
Standing = Literal["holds", "overruled", "stale", "orphaned", "undone"]


@app.command(no_args_is_help=True)
def accept(facts: Facts, register: Location = None, by: By = None, why: Why = None) -> None:
    """Rule that facts are right as they are; of accounts joined to others, that they are of one occasion."""
    who = signer(by)
    _rule_on(facts, register, lambda opened, fact: opened.decide("accept", fact, who, why))


@app.command(no_args_is_help=True)
def reject(facts: Facts, register: Location = None, by: By = None, why: Why = None) -> None:
    """Take facts out of their accounts; of accounts joined to others, rule that they are not of one occasion."""
    who = signer(by)
    _rule_on(facts, register, lambda opened, fact: opened.decide("reject", fact, who, why))


@app.command(no_args_is_help=True)
def edit(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="Its id, like e-h3kq7zt2ma/party/1.")],
    fields: Fields,
    register: Location = None,
    by: By = None,
    why: Why = None,
) -> None:
    """Let a fact say something else: `dragoman edit e-h3kq7zt2ma/party/1 name='Rui Vaz'`. Other fields stay."""
    who, content = signer(by), content_of(fields)
    _rule_on([fact], register, lambda opened, fact: opened.decide("edit", fact, who, why, content))


@app.command(no_args_is_help=True)
def add_fact(
    account: Account,
    kind: Annotated[
        Literal["date", "place", "party", "topic", "point"], typer.Argument(metavar="KIND", help="What kind of fact.")
    ],
    fields: Fields,
    register: Location = None,
    by: By = None,
    why: Why = None,
) -> None:
    """Add to an account what its reader left out: `dragoman add-fact e-h3kq7zt2ma topic text='open science'`."""
    who, content = signer(by), content_of(fields)
    _rule_on([account], register, lambda opened, id: opened.add_fact(id, kind, content, who, why))


@app.command(no_args_is_help=True)
def same(
    accounts: Annotated[list[str], typer.Argument(metavar="ACCOUNTS", help="Ids of engagements or accounts.")],
    register: Location = None,
    by: By = None,
    why: Why = None,
) -> None:
    """Rule that accounts tell of one occasion."""
    _rule_apart(accounts, register, "same", by, why)


@app.command(no_args_is_help=True)
def different(
    accounts: Annotated[list[str], typer.Argument(metavar="ACCOUNTS", help="Ids of engagements or accounts.")],
    register: Location = None,
    by: By = None,
    why: Why = None,
) -> None:
    """Rule that the first account tells of another occasion than each of the others; they are never merged again."""
    _rule_apart(accounts, register, "different", by, why)


def _rule_apart(
    accounts: list[str], location: str | None, act: Literal["same", "different"], by: str | None, why: str | None
) -> None:
    if len(accounts) < 2:
        raise DragomanError("give two accounts or more: `dragoman list` shows the ids of engagements")
    who = signer(by)
    _rule_on(accounts[:1], location, lambda opened, one: opened.rule(act, one, *accounts[1:], by=who, why=why))


@app.command(no_args_is_help=True)
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number that `dragoman decisions` gives it.")],
    register: Location = None,
    by: By = None,
    why: Why = None,
) -> None:
    """Take back a decision: what it was about is as if it had never been made."""
    who = signer(by)
    _rule_on([str(number)], register, lambda opened, _: opened.undo(number, who, why))


@app.command()
def decisions(
    register: Location = None,
    standing: Annotated[
        Standing | None, typer.Option(help="Only those that hold, are overruled, stale, orphaned or undone.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what people ruled, in order, and what has become of it."""
    from dragoman.answers.reviewing import tell_decisions
    from dragoman.register import open_register

    with open_register(place(register), create=False) as opened:
        found = tuple(each for each in opened.decisions() if standing in (None, each.standing))
    if as_json:
        output.result(output.as_json([each.as_json() for each in found]))
    elif found:
        output.show(tell_decisions(found))
    else:
        output.progress("no decision is such" if standing else "nobody has decided anything yet")


def _rule_on(what: list[str], location: str | None, decide: Callable[[Register, str], int]) -> None:
    """Decide on one after the other, past what cannot be, and say each decision once it is kept."""
    from dragoman.answers.reviewing import ruled
    from dragoman.register import RegisterUnusable, open_register

    refused: list[str] = []
    with open_register(place(location), create=False) as opened:
        for each in what:
            try:
                number = decide(opened, each)
            except RegisterUnusable:
                raise
            except DragomanError as error:
                refused.append(str(error))
                continue
            output.result(output.safe(f"decision {number}: {ruled(opened.decision(number))}"))
            sys.stdout.flush()
    for sentence in refused:
        output.complain(sentence)
    if refused:
        raise typer.Exit(2)
