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
    """Compiled rules. `scan` finds non-overlapping matches from left to right.

    One expression without captures finds where which rule holds; the captures come from that rule's own expression, which
    is compiled when first needed. (Captures within many alternatives make an expression slow.)
    """

    def __init__(self, file: RuleFile, codes_with: Callable[[str], str]) -> None:
        self._file = file
        self._codes_with = codes_with
        self._bodies = dict(file.rules)
        self._groups: dict[str, str] = {}
        self._names = {f"r{number}": name for number, (name, _) in enumerate(file.rules)}
        self._classes: dict[str, str] = {}
        self._macros: dict[str, str] = {}
        self._by_rule: dict[str, re.Pattern[str]] = {}
        alternatives = (f"(?P<{key}>{self._translate(self._bodies[name], 0, False)})" for key, name in self._names.items())
        self._regex = re.compile("|".join(alternatives) or r"(?!)")

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules, in order."""
        return tuple(name for name, _ in self._file.rules)

    def _translate(self, body: str, depth: int, capturing: bool) -> str:
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
                self._groups |= {key: m["group"]} if capturing else {}
                out.append(f"(?P<{key}>" if capturing else "(?:")
            elif m["macro"]:
                out.append(self._macro(m["macro"], depth, capturing))
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

    def _macro(self, name: str, depth: int, capturing: bool) -> str:
        """A macro's expression; one with captures is made anew each time, since captures are numbered."""
        if name not in self._file.macros:
            raise RuleError(f"{self._file.name}: no macro {name}")
        if capturing:
            return f"(?:{self._translate(self._file.macros[name], depth + 1, True)})"
        if name not in self._macros:
            self._macros[name] = f"(?:{self._translate(self._file.macros[name], depth + 1, False)})"
        return self._macros[name]

    def _rule(self, name: str) -> re.Pattern[str]:
        """One rule's own expression, with its captures."""
        if name not in self._by_rule:
            self._by_rule[name] = re.compile(self._translate(self._bodies[name], 0, True))
        return self._by_rule[name]

    def scan(self, codes: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Matches in the code string between two item positions."""
        last = len(codes) if end is None else end
        for m in self._regex.finditer(codes, start, last):
            name = self._names.get(m.lastgroup or "")
            exact = self._rule(name).match(codes, m.start(), last) if name and m.end() > m.start() else None
            if name and exact:
                yield self._found(exact, name)

    def match_rule(self, rule: str, codes: str) -> Found | None:
        """The first match of one rule alone, wherever it stands (used to check examples)."""
        m = self._rule(rule).search(codes)
        return self._found(m, rule) if m else None

    def _found(self, m: re.Match[str], rule: str) -> Found:
        groups: dict[str, list[tuple[int, int]]] = {}
        for key, index in m.re.groupindex.items():
            start, end = m.span(index)
            if start >= 0:
                groups.setdefault(self._groups[key], []).append((start, end))
        return Found(rule, m.start(), m.end(), groups)
