"""Names in Latin letters within a script without spaces: '校长Klaus Weber教授', '约翰·里德（John Reed）'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.text.items import Items

LETTER = "A-Za-zÀ-ɏḀ-ỿ"
# A name told once more in Latin letters, or short for what stands before it.
GLOSS = re.compile(rf"(?<=[㐀-鿿])[（(][{LETTER}][{LETTER}0-9 .,'’·&/-]*[）)]")
RUN = re.compile(
    rf"[A-ZÀ-Þ][{LETTER}.'’-]*(?:[ ·][A-ZÀ-Þ][{LETTER}.'’-]*| (?:de|da|del|van|von|der|den|bin|al|la|di)\b)*"
)
SHORTEST = 4  # letters of a family name by which somebody is called again


def gloss_spans(text: str) -> list[tuple[int, int]]:
    """Where something is told again in Latin letters, in brackets."""
    return [m.span() for m in GLOSS.finditer(text)]


def latin_names(text: str, items: Items) -> Iterator[str]:
    """The names in Latin letters right after or before an office, and the family names in them."""
    ends = {item.end for item in items.items if item.has("posthead") or item.has("hon")}
    begins = {item.start for item in items.items if item.get("posthead", "address") == "yes"}
    for m in RUN.finditer(text):
        name = m.group().rstrip(".'’-")
        if (m.start() in ends or m.end() in begins) and any(letter.islower() for letter in name):
            yield name
            family = re.split("[ ·]", name)[-1]
            if len(family) >= SHORTEST:
                yield family
