"""`dragoman reread`: every readout read anew, decisions kept where they belong."""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import output
from dragoman.cli.batch import Batch
from dragoman.cli.concepts import Concepts, chosen
from dragoman.cli.counter import counter
from dragoman.cli.register import Location, place
from dragoman.errors import DragomanError
from dragoman.model import Readout

if TYPE_CHECKING:
    from dragoman.reference.concepts import Vocabulary
    from dragoman.register import Register
    from dragoman.register.decisions.records import DecisionRecord
    from dragoman.register.rereading import Reread

    Outcome = tuple[Readout, Reread]

app = typer.Typer()


@app.command()
def reread(
    register: Location = None,
    concepts: Concepts = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read every readout that dragoman has read anew, as after an update of dragoman.

    What people decided holds for what stands in the same words; the decisions that no longer fit anything are listed.
    Accounts of other readers stay as they are. What cannot be read keeps its reading and is named at the end.
    """
    from dragoman.register import open_register

    batch = Batch()
    with open_register(place(register), create=False) as opened:
        outcomes = _reread(batch, opened, chosen(concepts), quiet=as_json)
        unfit = [each for each in opened.decisions() if each.standing in ("orphaned", "stale")]
    if as_json:
        output.result(output.as_json(_report(batch, outcomes, unfit)))
    else:
        _tell(batch, outcomes, unfit)
    batch.close()


def _reread(batch: Batch, register: Register, vocabulary: Vocabulary, quiet: bool) -> list[Outcome]:
    """Read and keep one after the other; what the readouts say otherwise now that do."""
    from dragoman.reading import NAME
    from dragoman.register import RegisterUnusable
    from dragoman.register.rereading import Reread

    outcomes: list[Outcome] = []
    with counter("read anew", silent=True) as counted:
        for readout in register.readouts(NAME):
            counted()
            reading = batch.reading(readout, vocabulary)
            if reading is None:
                continue
            try:
                outcome = register.reread(readout, reading)
            except RegisterUnusable:
                raise
            except DragomanError as error:
                batch.read -= 1
                batch.refused.append(f"{readout.source or readout.ref}: {error}")
                continue
            if outcome != Reread():
                outcomes.append((readout, outcome))
                if not quiet:
                    output.result(output.safe(f"reread {readout.ref}: {_otherwise(outcome)}"))
                    sys.stdout.flush()
    return outcomes


def _otherwise(outcome: Reread) -> str:
    named = (("added", outcome.added), ("changed", outcome.changed), ("gone", outcome.gone))
    return "; ".join(f"{what} {' '.join(ids)}" for what, ids in named if ids)


def _counts(outcomes: list[Outcome]) -> dict[str, int]:
    return {what: sum(len(getattr(outcome, what)) for _, outcome in outcomes) for what in ("added", "changed", "gone")}


def _tell(batch: Batch, outcomes: list[Outcome], unfit: list[DecisionRecord]) -> None:
    from dragoman.answers.reviewing import tell_decisions

    counts = ", ".join(f"{count} {what}" for what, count in _counts(outcomes).items())
    told = "1 tells otherwise" if len(outcomes) == 1 else f"{len(outcomes)} tell otherwise"
    output.result(f"{batch.read} {'readout' if batch.read == 1 else 'readouts'} read anew, {told}; accounts: {counts}")
    if unfit:
        output.result(f"\n{len(unfit)} of the decisions no longer fit:\n")
        output.show(tell_decisions(tuple(unfit)))


def _report(batch: Batch, outcomes: list[Outcome], unfit: list[DecisionRecord]) -> dict[str, Any]:
    return {
        "read": batch.read,
        "accounts": _counts(outcomes),
        "readouts": [
            {"ref": readout.ref, "hash": readout.content_hash} | dataclasses.asdict(outcome)
            for readout, outcome in outcomes
        ],
        "orphaned": [each.as_json() for each in unfit if each.standing == "orphaned"],
        "stale": [each.as_json() for each in unfit if each.standing == "stale"],
        "refused": batch.refused,
    }
