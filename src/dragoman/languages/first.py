"""With which two categories a rule can begin: so that only the rules that can hold at a place are tried there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

LOOKS = ("!(", "=(", "<(")
DEPTH = 2  # items told ahead: more rules fall away with each, and the sets grow
Heads = frozenset[tuple[str, ...]]

EMPTY: Heads = frozenset({()})


class Candidates:
    """The rules that can hold at a place, by the codes of the two items there; worked out when first asked for.

    `rules` are names and what a rule can begin with, in order; `codes_with` gives the codes that hold a category.
    """

    def __init__(self, rules: Sequence[tuple[str, Heads]], codes_with: Callable[[str], str]) -> None:
        self._after: dict[str, dict[str, set[str]]] = {}  # by first category and rule: the categories that can follow
        for name, heads in rules:
            for head in heads - EMPTY:
                following = self._after.setdefault(head[0], {}).setdefault(name, set())
                following.add(head[1] if len(head) == DEPTH else "any")
        self._order = {name: place for place, (name, _) in enumerate(rules)}
        self._categories: dict[str, set[str]] = {}  # by code, as far as rules ask for them
        for category in {category for _, heads in rules for head in heads for category in head}:
            for code in codes_with(category):
                self._categories.setdefault(code, {"any"}).add(category)
        self._found: dict[str, tuple[str, ...]] = {}

    def at(self, pair: str) -> tuple[str, ...]:
        """Names of rules, in order, that can hold where these two codes stand (or one at the end)."""
        if pair not in self._found:
            second = self._categories.get(pair[1:], {"any"})
            can = {
                name
                for first in self._categories.get(pair[0], ())
                for name, following in self._after.get(first, {}).items()
                if not following.isdisjoint(second)
            }
            self._found[pair] = tuple(sorted(can, key=self._order.__getitem__))
        return self._found[pair]


class Beginnings:
    """Computes beginnings of expressions in the notation of `pattern.py`; macros are computed once.

    A look ahead or behind consumes nothing and is passed over: what comes out may be more than can really begin.
    """

    def __init__(self, part: re.Pattern[str], macros: Mapping[str, str]) -> None:
        self._part = part
        self._macros = macros
        self._known: dict[str, Heads] = {}

    def of(self, body: str) -> Heads:
        """The categories of the first two items of what the expression can match (of a literal '=' and its words);
        fewer are what it can be as a whole."""
        found, _ = self._alternatives([m for m in self._part.finditer(body) if not m["space"]], 0)
        return found

    def _alternatives(self, tokens: list[re.Match[str]], at: int) -> tuple[Heads, int]:
        """Up to the closing bracket of these alternatives or the end: beginnings, the next position."""
        found: Heads = frozenset()
        here = EMPTY
        while at < len(tokens) and not (tokens[at]["close"] or tokens[at]["op"] == ")"):
            if tokens[at]["op"] == "|":
                found, here, at = found | here, EMPTY, at + 1
                continue
            some, at = self._atom(tokens, at)
            some, at = self._repeated(tokens, at, some)
            here = _joined(here, some)
        return found | here, at + 1

    def _atom(self, tokens: list[re.Match[str]], at: int) -> tuple[Heads, int]:
        token = tokens[at]
        if token["literal"] or token["category"]:
            return frozenset({("=" + token["literal"] if token["literal"] else token["category"],)}), at + 1
        if token["macro"]:
            return self._macro(token["macro"]), at + 1
        found, after = self._alternatives(tokens, at + 1)
        return EMPTY if token["op"] in LOOKS else found, after

    def _repeated(self, tokens: list[re.Match[str]], at: int, some: Heads) -> tuple[Heads, int]:
        """The beginnings of what stands before `at` with its quantifier; the position after that."""
        quantifiers: list[str] = []
        while at < len(tokens) and (tokens[at]["count"] or tokens[at]["op"] in ("?", "*", "+")):
            quantifiers.append(tokens[at].group())
            at += 1
        if not quantifiers:
            return some, at
        least, most = _times(quantifiers[0])  # a second one only says how much to take
        run, repeated = EMPTY, EMPTY if least == 0 else frozenset[tuple[str, ...]]()
        for times in range(1, min(most, max(least, DEPTH)) + 1):
            run = _joined(run, some)
            if times >= least:
                repeated |= run
        return repeated, at

    def _macro(self, name: str) -> Heads:
        if name not in self._known:
            self._known[name] = frozenset()
            self._known[name] = self.of(self._macros[name])
        return self._known[name]


def _joined(before: Heads, after: Heads) -> Heads:
    """What stands first when one follows the other."""
    whole = frozenset(head for head in before if len(head) == DEPTH)
    return whole | {(head + tail)[:DEPTH] for head in before - whole for tail in after}


def _times(quantifier: str) -> tuple[int, int]:
    """How often at least, and at most as far as it matters, a quantifier lets something stand."""
    if quantifier in ("?", "*", "+"):
        return int(quantifier == "+"), 1 if quantifier == "?" else DEPTH
    least, comma, most = quantifier.strip("{}").partition(",")
    return int(least or 0), int(most or DEPTH) if comma else int(least)
