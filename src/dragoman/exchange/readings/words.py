"""Where a readout has the words of a value."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

from dragoman.errors import DragomanError
from dragoman.model import Evidence, Readout

Field = Literal["text", "title"]

# A letter of a script that sets its words apart: a name does not begin or end inside a word of these.
_LETTER = r"[^\W_\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]"

# Words as short as this (de, of, chef) are not inflected; of longer ones, so many last letters may be others.
_SHORT = 4
_ENDING = 2
_BETWEEN = 2


class Words:
    """The text and the title of a readout, searched."""

    def __init__(self, readout: Readout) -> None:
        self._fields: tuple[tuple[Field, str], ...] = (("text", readout.text), ("title", readout.title))

    def find(self, words: str) -> Evidence | None:
        """Where the text, or else the title, has these whole words, whatever the case, white space and apostrophes."""
        pattern = _pattern(words)
        for field, said in self._fields:
            if pattern and (found := pattern.search(said)):
                return Evidence(found.start(), found.end(), found[0], field)
        return None

    def find_inflected(self, words: str) -> Evidence | None:
        """As `find`; or where it has them in this order with other endings and a word or two between: for 'education
        minister', 'the education ministers of Gabon and Togo'."""
        if found := self.find(words):
            return found
        for field, said in self._fields:
            if span := _inflected(words, said):
                return Evidence(*span, said[slice(*span)], field)
        return None

    def evidence(self, given: object) -> tuple[Evidence, ...]:
        """Evidence as the contract gives it: a list of spans {start, end, text, field}.

        A span without offsets stands where its words do. Raises DragomanError for one that is out of range, or whose
        words are others than those that stand there.
        """
        if given is None:
            return ()
        if not isinstance(given, list):
            raise DragomanError("the evidence is no list of spans")
        return tuple(map(self._span, given))

    def _span(self, given: object) -> Evidence:
        if not isinstance(given, dict):
            raise DragomanError(f"{given!r} is no span: write {{start, end, text}}")
        field, start, end, words = given.get("field", "text"), given.get("start"), given.get("end"), given.get("text")
        said = next((said for name, said in self._fields if name == field), None)
        if said is None:
            raise DragomanError(f"a span stands in 'text' or 'title', not in {field!r}")
        if start is None and end is None and isinstance(words, str) and words in said:
            return Evidence(said.index(words), said.index(words) + len(words), words, field)
        if start is None and end is None:
            raise DragomanError(f"the {field} does not say {words!r}")
        return self._checked(field, said, start, end, words)

    def _checked(self, field: Field, said: str, start: Any, end: Any, words: object) -> Evidence:
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(said):
            raise DragomanError(f"there is no span {start} to {end} in a {field} of {len(said)} characters")
        if words is not None and words != said[start:end]:
            raise DragomanError(f"the {field} says '{said[start:end]}' from {start} to {end}, not {words!r}")
        return Evidence(start, end, said[start:end], field)


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    if not parts:
        return None
    begins = rf"(?<!{_LETTER})" if re.match(_LETTER, parts[0]) else ""
    ends = rf"(?!{_LETTER})" if re.match(_LETTER, parts[-1][-1]) else ""
    return re.compile(begins + r"\s+".join(map(_spelled, parts)) + ends, re.IGNORECASE)


def _inflected(words: str, said: str) -> tuple[int, int] | None:
    """Where words stand one after the other in a text, each with whatever ending, at most two others between two."""
    wanted = re.findall(r"\w+", words.casefold())
    tokens = list(re.finditer(r"\w+", said))
    # The tokens at which the words so far may end, each with the token at which they began.
    ends = {at: at for at in range(len(tokens)) if wanted and _alike(wanted[0], tokens[at][0])}
    for word in wanted[1:]:
        steps = ((near, begin) for at, begin in ends.items() for near in range(at + 1, at + 2 + _BETWEEN))
        ends = {at: begin for at, begin in steps if at < len(tokens) and _alike(word, tokens[at][0])}
    if not ends:
        return None
    last, first = min(ends.items())
    return tokens[first].start(), tokens[last].end()


def _alike(word: str, token: str) -> bool:
    token = token.casefold()
    if len(word) <= _SHORT:
        return word == token
    return token.startswith(word[:-_ENDING]) and len(token) <= len(word) + _ENDING


def _spelled(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word))
