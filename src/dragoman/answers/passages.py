"""The text around evidence as a line of text, the evidence in brackets."""

from __future__ import annotations

from dragoman.register.rows import Passage


def bracketed(passage: Passage) -> str:
    """A passage with its evidence in brackets, overlapping spans in one pair of them."""
    merged: list[tuple[int, int]] = []
    for span in passage.evidence:
        if merged and span.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    parts, at = [], passage.start
    for start, end in merged:
        parts += [passage.text[at - passage.start : start - passage.start]]
        parts += ["[", passage.text[start - passage.start : end - passage.start], "]"]
        at = end
    where = "title: " if passage.field == "title" else ""
    return where + "".join([*parts, passage.text[at - passage.start :]])
