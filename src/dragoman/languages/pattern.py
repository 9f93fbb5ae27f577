"""Grammar rules over item codes: a readable notation compiled to one regular expression.

Notation, one rule or macro a line:

    NAME = (cap | init) (particle? (cap | init)){0,5}        a macro: capitals
    rule-name: {post:POST} {name:NAME} ("of" {country:country})?
      + President Ana Silva of Brazil => post=President; name=Ana Silva; country=Brazil
      - the president of the meeting

`!( … )` and `=( … )` look ahead: the rule holds only if that does not, or does, follow; `<( … )` looks back at
the one item before; `>( … )` keeps what it took first. Bare words are categories (`eventnoun&up` is both at once), quoted words are literal phrases, capitals are macros,
`{group: …}` captures. `( ) | ? * +` and `{m,n}` are as in regular expressions (`{m,n}?` takes as little as it can);
white space separates items. Earlier rules win at the same place. Lines that begin with + or - are examples: the first
rule above them must (not) match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PART = re.compile(
    r'"(?P<literal>[^"]+)"|\{(?P<group>[a-z_0-9]+):|(?P<close>\})|(?P<count>\{\d*,?\d*\})|(?P<op>[!=<>]\(|[()|?*+])|(?P<macro>[A-Z][A-Z_0-9]*)|(?P<category>[a-z][a-z_0-9]*(?:&[a-z]+)?)|(?P<space>\s+)'
)


@dataclass(frozen=True, slots=True)
class Example:
    """A positive or negative example of a rule; `values` maps capture groups to what they must hold."""

    rule: str
    positive: bool
    text: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A match: which rule, from which item to which (end exclusive), and the captures as item ranges."""

    rule: str
    start: int
    end: int
    groups: dict[str, list[tuple[int, int]]]


class RuleError(ValueError):
    """A rule file that cannot be compiled: file, line and reason."""


class RuleFile:
    """The rules, macros and examples of one file, not yet compiled."""

    def __init__(self, name: str, source: str, macros: dict[str, str] | None = None) -> None:
        self.name = name
        self.macros: dict[str, str] = dict(macros or {})
        self.rules: list[tuple[str, str]] = []
        self.examples: list[Example] = []
        for number, raw in enumerate(source.splitlines(), 1):
            line = raw.split(" # ")[0].rstrip() if not raw.startswith("#") else ""
            if not line.strip():
                continue
            stripped = line.strip()
            if stripped[:2] in ("+ ", "- ") and self.rules:
                text, _, values = stripped[2:].partition(" => ")
                pairs = tuple(
                    (k.strip(), v.strip())
                    for k, _, v in (pair.partition("=") for pair in values.split(";") if pair.strip())
                )
                self.examples.append(Example(self.rules[-1][0], stripped[0] == "+", text.strip(), pairs))
            elif macro := re.match(r"([A-Z][A-Z_0-9]*)\s*=\s*(.+)", stripped):
                self.macros[macro[1]] = macro[2]
            elif rule := re.match(r"([a-z][a-z0-9_-]*)\s*:\s*(.+)", stripped):
                self.rules.append((rule[1], rule[2]))
            else:
                raise RuleError(f"{name}, line {number}: neither a rule, a macro nor an example: {stripped}")

    def literals(self) -> set[str]:
        """The quoted phrases that the lexicon must know."""
        bodies = [*self.macros.values(), *(body for _, body in self.rules)]
        return {m["literal"] for body in bodies for m in PART.finditer(body) if m["literal"]}

    def compile(self, codes_with: Callable[[str], str]) -> Grammar:
        """The file as one matcher; `codes_with` gives the codes that hold a category."""
        return Grammar(self, codes_with)


class Grammar:
    """Compiled rules. `scan` finds non-overlapping matches from left to right."""

    def __init__(self, file: RuleFile, codes_with: Callable[[str], str]) -> None:
        self._file = file
        self._codes_with = codes_with
        self._groups: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._classes: dict[str, str] = {}
        self._macros: dict[str, str] = {}
        self._by_rule: dict[str, re.Pattern[str]] = {}
        alternatives = []
        for number, (name, body) in enumerate(file.rules):
            self._names[f"r{number}"] = name
            alternatives.append(f"(?P<r{number}>{self._translate(body, 0)})")
        self._regex = re.compile("|".join(alternatives) or r"(?!)")
        self._inside = {key: self._captures(self._regex, key) for key in self._names}

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules, in order."""
        return tuple(name for name, _ in self._file.rules)

    def _captures(self, regex: re.Pattern[str], rule: str) -> list[tuple[str, int]]:
        """The captures of one rule in a compiled expression: group name and number."""
        first = regex.groupindex[rule]
        following = [index for key, index in regex.groupindex.items() if key.startswith("r") and index > first]
        last = min(following, default=regex.groups + 1)
        return [(self._groups[key], index) for key, index in regex.groupindex.items() if first < index < last]

    def _translate(self, body: str, depth: int) -> str:
        if depth > 12:
            raise RuleError(f"{self._file.name}: macros refer to each other in a circle: {body}")
        out, position = [], 0
        for m in PART.finditer(body):
            if m.start() != position:
                raise RuleError(f"{self._file.name}: cannot read {body[position:]!r}")
            position = m.end()
            if m["literal"] or m["category"]:
                out.append(self._class("=" + m["literal"] if m["literal"] else m["category"]))
            elif m["group"]:
                key = f"g{len(self._groups)}"
                self._groups[key] = m["group"]
                out.append(f"(?P<{key}>")
            elif m["macro"]:
                out.append(self._macro(m["macro"], depth))
            elif m["close"]:
                out.append(")")
            elif m["op"]:
                out.append({"(": "(?:", "!(": "(?!", "=(": "(?=", "<(": "(?<=", ">(": "(?>"}.get(m["op"], m["op"]))
            elif m["count"]:
                out.append(m["count"])
        if position != len(body):
            raise RuleError(f"{self._file.name}: cannot read {body[position:]!r}")
        return "".join(out)

    def _class(self, category: str) -> str:
        """The codes that hold a category as a character class of ranges."""
        if category not in self._classes:
            ranges: list[list[str]] = []
            for code in self._codes_with(category):
                if ranges and ord(code) == ord(ranges[-1][1]) + 1:
                    ranges[-1][1] = code
                else:
                    ranges.append([code, code])
            shown = "".join(a if a == b else f"{a}-{b}" for a, b in ranges)
            self._classes[category] = f"[{shown}]" if shown else r"(?!)"
        return self._classes[category]

    def _macro(self, name: str, depth: int) -> str:
        """A macro's expression; one with captures is made anew each time, since captures are numbered."""
        if name in self._macros:
            return self._macros[name]
        if name not in self._file.macros:
            raise RuleError(f"{self._file.name}: no macro {name}")
        groups = len(self._groups)
        expression = f"(?:{self._translate(self._file.macros[name], depth + 1)})"
        if len(self._groups) == groups:
            self._macros[name] = expression
        return expression

    def scan(self, codes: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Matches in the code string between two item positions."""
        for m in self._regex.finditer(codes, start, len(codes) if end is None else end):
            key = m.lastgroup
            if key and m.end() > m.start():
                yield _found(m, self._names[key], self._inside[key])

    def match_rule(self, rule: str, codes: str) -> Found | None:
        """The first match of one rule alone, wherever it stands (used to check examples)."""
        if rule not in self._by_rule:
            self._by_rule[rule] = re.compile(f"(?P<r>{self._translate(dict(self._file.rules)[rule], 0)})")
        m = self._by_rule[rule].search(codes)
        return _found(m, rule, self._captures(m.re, "r")) if m else None


def _found(m: re.Match[str], rule: str, captures: list[tuple[str, int]]) -> Found:
    groups: dict[str, list[tuple[int, int]]] = {}
    for name, index in captures:
        start, end = m.span(index)
        if start >= 0:
            groups.setdefault(name, []).append((start, end))
    return Found(rule, m.start(), m.end(), groups)
