"""With which categories a rule can begin: so that only the rules that can hold at a place are tried there."""

from __future__ import annotations

import re
from collections.abc import Mapping

LOOKS = ("!(", "=(", "<(")


class Beginnings:
    """Computes beginnings of expressions in the notation of `pattern.py`; macros are computed once.

    A look ahead or behind consumes nothing and is passed over: what comes out may be more than can really begin.
    """

    def __init__(self, part: re.Pattern[str], macros: Mapping[str, str]) -> None:
        self._part = part
        self._macros = macros
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    def of(self, body: str) -> tuple[frozenset[str], bool]:
        """The categories that can come first (a literal with '=' before it); whether the expression may be empty."""
        tokens = [m for m in self._part.finditer(body) if not m["space"]]
        found, empty, _ = self._alternatives(tokens, 0)
        return found, empty

    def _alternatives(self, tokens: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
        """Up to the closing bracket of these alternatives or the end: beginnings, emptiness, the next position."""
        found: frozenset[str] = frozenset()
        empty, open_end = False, True  # open_end: nothing so far in this alternative need stand
        while at < len(tokens) and not (tokens[at]["close"] or tokens[at]["op"] == ")"):
            if tokens[at]["op"] == "|":
                empty, open_end, at = empty or open_end, True, at + 1
                continue
            some, optional, at = self._atom(tokens, at)
            optional, at = self._repeated(tokens, at, optional)
            if open_end:
                found, open_end = found | some, optional
        return found, empty or open_end, at + 1

    def _atom(self, tokens: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
        token = tokens[at]
        if token["literal"] or token["category"]:
            return frozenset({"=" + token["literal"] if token["literal"] else token["category"]}), False, at + 1
        if token["macro"]:
            return *self._macro(token["macro"]), at + 1
        found, empty, after = self._alternatives(tokens, at + 1)
        return (frozenset(), True, after) if token["op"] in LOOKS else (found, empty, after)

    def _repeated(self, tokens: list[re.Match[str]], at: int, optional: bool) -> tuple[bool, int]:
        """Whether what stands before `at` may be left out, after its quantifier; the position after that."""
        while at < len(tokens) and (tokens[at]["count"] or tokens[at]["op"] in ("?", "*", "+")):
            lazy = tokens[at].group() in "?+" and bool(
                tokens[at - 1]["count"] or tokens[at - 1]["op"] in ("?", "*", "+")
            )
            optional = optional or (
                not lazy and (tokens[at].group() in ("?", "*") or tokens[at].group().startswith(("{0", "{,")))
            )
            at += 1
        return optional, at

    def _macro(self, name: str) -> tuple[frozenset[str], bool]:
        if name not in self._known:
            self._known[name] = frozenset(), False
            self._known[name] = self.of(self._macros[name])
        return self._known[name]
