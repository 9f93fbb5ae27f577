"""`dragoman note`: a desk note typed in by hand, and whom it says met."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import output
from dragoman.cli.concepts import Concepts, chosen
from dragoman.cli.read import Language, Published, Ref
from dragoman.cli.register import Location, engagements, place
from dragoman.cli.signing import By, signer
from dragoman.cli.written import value_of
from dragoman.errors import DragomanError
from dragoman.model import Kind, Party, Reading, Readout, Status

app = typer.Typer()

# A person who types what a note says is sure of it.
_SURE = 1.0
_VALUE = re.compile(r"(\w+)(?:\[(\d+)\])?")
_OPTIONS = {"places": "--country and --town"}


@app.command()
def note(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The text; '-' is standard input; else type it.")
    ] = None,
    register: Location = None,
    by: By = None,
    kind: Annotated[Kind, typer.Option(help="What it was.")] = "meeting",
    status: Annotated[Status, typer.Option(help="Held, planned, or only referred to.")] = "held",
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Its day, like 2024-03-04, or its days: 2024-03-04/2024-03-06."),
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="The country where it was: code or name.")] = None,
    town: Annotated[str | None, typer.Option(metavar="NAME", help="The town where it was.")] = None,
    event: Annotated[str | None, typer.Option(metavar="NAME", help="The name of a conference.")] = None,
    party: Annotated[
        list[str] | None, typer.Option(metavar="PARTY", help="Who took part: 'NAME; POST; AFFILIATION'.")
    ] = None,
    group: Annotated[
        list[str] | None, typer.Option(metavar="GROUP", help="Unnamed people who did: 'WHO; AFFILIATION'.")
    ] = None,
    topic: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="What was discussed.")] = None,
    point: Annotated[
        list[str] | None, typer.Option(metavar="POINT", help="What was said or agreed: 'ACT; BY, BY; WORDS'.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the note.")] = None,
    published: Published = None,
    lang: Language = None,
    ref: Ref = None,
    concepts: Concepts = None,
) -> None:
    """Keep a desk note: a readout whose reader is the person who writes it.

    The options say what was met. Names, posts, towns, topics and points must stand in the note as they are written
    here; if one does not, that is said and nothing is kept.
    """
    from dragoman.exchange.readings import ground, named
    from dragoman.reading import with_concepts
    from dragoman.register import open_register

    writer = signer(by)
    reader = named(writer)
    readout = _readout(file, title, published, lang, ref)
    parties = [_party(each) for each in party or ()]
    # Who writes of a meeting of their own seldom writes down who they are.
    own = [each for each in parties if each["name"] == writer and writer not in readout.text]
    told: dict[str, Any] = {
        "kind": kind,
        "status": status,
        "event": event,
        "date": _days(date),
        "places": [_sure(country=value_of("country", country or ""), locality=town)] if country or town else [],
        "parties": [*(each for each in parties if each not in own), *map(_group, group or ())],
        "topics": [_sure(text=words) for words in topic or ()],
        "points": [_point(each) for each in point or ()],
    }
    grounded = ground({"engagements": [_sure(**told)]}, readout, reader)
    if grounded.refused or grounded.reading is None:
        for refusal in grounded.refused:
            output.complain(f"{_option(refusal.at, told)}: {refusal.reason.rstrip('.')}; nothing is kept")
        raise typer.Exit(2)
    reading = _with_writer(grounded.reading, own)
    with open_register(place(register), create=True) as opened:
        added = opened.add(readout, with_concepts(reading, chosen(concepts)))
    output.result(output.safe(f"{added.status} {readout.ref}: {engagements(len(added.engagement_ids))}"))
    for id in added.engagement_ids:
        output.progress(f"`dragoman show {id}` shows it")


def _with_writer(reading: Reading, own: Sequence[dict[str, Any]]) -> Reading:
    """The reading with the person who writes as a party."""
    account, *others = reading.engagements
    parties = (Party(**each, group=False, basis="inferred", evidence=(), rule="the writer") for each in own)
    return replace(reading, engagements=(replace(account, parties=(*parties, *account.parties)), *others))


def _option(at: str, told: dict[str, Any]) -> str:
    """What on the command line a refused value comes from: '--party Rui Vas', 'the note'."""
    found = _VALUE.match(at.partition(".")[2])
    if found is None:
        return "the note"
    option, number = found[1], found[2]
    if number is None or option == "places":
        return _OPTIONS.get(option, f"--{option}")
    value = told[option][int(number)]
    if option == "parties":
        return (
            f"--group '{value['post']}'" if value.get("group") else f"--party '{value['name'] or value['post'] or ''}'"
        )
    return f"--{option.removesuffix('s')} '{value['text']}'"


def _readout(file: str | None, title: str | None, published: str | None, lang: str | None, ref: str | None) -> Readout:
    """The note as a readout; one without a name is named by its content."""
    from dragoman.intake import Overrides
    from dragoman.intake.draft import Draft, finish
    from dragoman.intake.encoding import decode

    if file not in (None, "-"):
        written = Path(file).read_bytes()
    elif file is None and sys.stdin.isatty():
        written = _typed()
    else:
        written = sys.stdin.buffer.read()
    overrides = Overrides(published=published, language=lang, title=title)
    readout = finish(Draft(decode(written).strip()), overrides, ref or "", file or "typed in")
    return readout if ref else replace(readout, ref=f"note-{readout.content_hash[:8]}")


def _typed() -> bytes:
    """What a person writes in the editor that the environment names, or else types until Ctrl-D."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        output.progress("type the note; Ctrl-D on a line of its own ends it")
        return sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "note.txt"
        file.touch()
        if subprocess.run([*shlex.split(editor), str(file)], check=False).returncode:
            raise DragomanError(f"the editor ({editor}) gave up, and nothing is kept")
        return file.read_bytes()


def _days(given: str | None) -> dict[str, Any] | None:
    if given is None:
        return None
    start, _, end = given.partition("/")
    return _sure(start=start.strip(), end=end.strip() or start.strip())


def _party(given: str) -> dict[str, Any]:
    name, post, affiliation = _parts(given, 3, "NAME; POST; AFFILIATION")
    return _sure(name=name, post=post, affiliation=value_of("affiliation", affiliation or ""))


def _group(given: str) -> dict[str, Any]:
    who, affiliation = _parts(given, 2, "WHO; AFFILIATION")
    return _sure(post=who, affiliation=value_of("affiliation", affiliation or ""), group=True)


def _point(given: str) -> dict[str, Any]:
    act, by, words = _parts(given, 3, "ACT; BY, BY; WORDS")
    if not (act and words):
        raise DragomanError(f"'{given}' lacks its act or its words: write 'ACT; BY, BY; WORDS'.")
    return _sure(act=act, by=value_of("by", by or ""), text=words)


def _parts(given: str, count: int, form: str) -> list[str | None]:
    """What stands between semicolons, None for nothing; the last part may hold semicolons of its own."""
    parts: list[str | None] = [part.strip() or None for part in given.split(";", count - 1)]
    if not any(parts):
        raise DragomanError(f"'{given}' says nothing: write '{form}'.")
    return parts + [None] * (count - len(parts))


def _sure(**values: Any) -> dict[str, Any]:
    return values | {"confidence": _SURE}
