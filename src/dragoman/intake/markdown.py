"""Markdown, with or without YAML front matter.

Of the body the words are kept and the markup goes: signs of headings, emphasis, quotation and links (the link's
words stay), pictures, comments, HTML tags. Paragraphs stay apart by a blank line, the items of a list keep their
'-' or number, cells of a table are parted by tabs, line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.errors import DragomanError
from dragoman.intake.draft import Draft, string_at

_FRONT = re.compile(
    r"\s*---[^\S\r\n]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[^\S\r\n]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_BREAKS = {"softbreak", "hardbreak"}


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of text with what parts it from the one before; `heading` is the level of one, else 0."""

    before: str
    text: str
    heading: int = 0


def parse(text: str) -> Draft:
    """The draft of a Markdown file. A first heading of level 1 is its title where the front matter gives none.

    Raises DragomanError (a reason without the place) for front matter that is no YAML or holds no text for a key.
    """
    values, body = _front_matter(text)
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(body)))
    title = (string_at(values, "title") or "").strip()
    if blocks and blocks[0].heading == 1 and title in ("", blocks[0].text):
        title = blocks.pop(0).text
    return Draft(
        text="".join(block.before + block.text for block in blocks).strip(),
        title=title,
        published=string_at(values, "published", "date"),
        language=string_at(values, "lang", "language"),
        publisher=string_at(values, "publisher"),
        ref=string_at(values, "ref"),
        source=string_at(values, "source", "url"),
    )


def _front_matter(text: str) -> tuple[Mapping[object, object], str]:
    """The values above a Markdown body, and the body; none if what stands between the rules is no list of keys."""
    front = _FRONT.match(text)
    if not front:
        return {}, text
    try:
        # Every scalar as its text: a date stays as written, 'no' stays Norwegian.
        values = yaml.load(front["yaml"], Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise DragomanError(f"its front matter is no valid YAML ({error.problem}{line}); mend it") from None
    except (yaml.YAMLError, RecursionError):
        raise DragomanError("its front matter is no valid YAML; mend it") from None
    return (values, text[front.end() :]) if isinstance(values, dict) else ({}, text)


def _blocks(tokens: Sequence[Token]) -> Iterator[_Block]:
    """The pieces of text of a parsed body, in order. Where a token opens nothing of interest, its text counts."""
    lists = heading = 0
    marker = parting = ""
    in_table = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
                parting = "\n" if lists else "\n\n"
            case "list_item_open":
                marker = f"{token.info}{token.markup} " if token.info else "- "
            case "list_item_close":
                marker = ""
            case "heading_open":
                heading = int(token.tag[1])
            case "heading_close":
                heading = 0
            case "tr_open":
                parting, in_table = "\n" if in_table else "\n\n", True
            case "table_close":
                parting, in_table = "\n\n", False
            case _:
                if text := _text(token):
                    yield _Block(parting, marker + text, heading)
                    marker = ""
                    parting = "\t" if in_table else "\n" if lists else "\n\n"


def _text(token: Token) -> str:
    if token.type == "inline":
        return "".join(_inline(child) for child in token.children or ()).strip()
    if token.type in ("fence", "code_block"):
        return token.content.strip("\n")
    if token.type == "html_block":
        return unescape(_TAG.sub("", token.content)).strip()
    return ""


def _inline(token: Token) -> str:
    if token.type in _BREAKS or (token.type == "html_inline" and token.content.lower().startswith("<br")):
        return "\n"
    return token.content if token.type in ("text", "code_inline") else ""
