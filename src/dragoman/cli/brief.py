"""`dragoman brief`: one page on a country, a body, a person or two of them before a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import output
from dragoman.cli.concepts import Concepts, chosen
from dragoman.cli.register import Location, place
from dragoman.errors import DragomanError

app = typer.Typer()


@app.command(no_args_is_help=True)
def brief(
    who: Annotated[
        str, typer.Argument(metavar="WHO", help="A country, a body or a person: its code, or a name in any language.")
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="WITH", help="Another: only what the two did with each other.")
    ] = None,
    register: Location = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before this day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after this day, month or year.")] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day as of which offices are told; else the newest known.")
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many lines a part.", show_default=True)
    ] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown with footnotes.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one HTML page.")] = None,
    concepts: Concepts = None,
) -> None:
    """One page before a meeting: who they are, what was done and agreed with them, on what.

    Engagements newest first, what was agreed and carried forward, topics through time, mechanisms, and where the
    accounts differ; every line with the engagement, the readout and the words that say so.
    """
    from dragoman.answers.brief import brief
    from dragoman.answers.brief.markdown import brief_markdown
    from dragoman.answers.brief.page import brief_page
    from dragoman.answers.brief.telling import tell_brief
    from dragoman.register import open_register

    if sum((as_json, markdown, html is not None)) > 1:
        raise DragomanError("choose one of --json, --markdown and --html")
    vocabulary = chosen(concepts)
    with open_register(place(register), create=False) as opened:
        dossier = opened.dossier([who] if other is None else [who, other], since, until)
    told = brief(dossier, vocabulary, on, limit)
    if as_json:
        output.result(output.as_json(told.as_json()))
    elif markdown:
        output.result(output.safe(brief_markdown(told, vocabulary)).rstrip())
    elif html is not None:
        output.write_whole(html, brief_page(told, dossier.readouts, vocabulary))
        output.progress(f"{html} holds the brief")
    else:
        output.show(tell_brief(told, vocabulary))
