"""Grammar rules over item codes: a readable notation compiled to regular expressions, one a rule.

Notation, one rule or macro a line:

    NAME = (cap | init) (particle? (cap | init)){0,5}        a macro: capitals
    rule-name: {post:POST} {name:NAME} ("of" {country:country})?
      + President Ana Silva of Brazil => post=President; name=Ana Silva; country=Brazil
      - the president of the meeting

`!( … )` and `=( … )` look ahead: the rule holds only if that does not, or does, follow; `<( … )` looks back at the one
item before; `>( … )` keeps what it took first. Bare words are categories (`eventnoun&up` is both at once), quoted
words are literal phrases, `any` is any item, capitals are macros, `{group: …}` captures. `( ) | ? * +` and `{m,n}`
are as in regular expressions (`{m,n}?` takes as little as it can); white space separates items. Earlier rules win at
the same place.
Lines that begin with + or - are examples: the first rule above them must (not) match.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.languages.first import DEPTH, Beginnings, Candidates
from dragoman.languages.lexicon import parts_of

PART = re.compile(
    r'"(?P<literal>[^"]+)"|\{(?P<group>[a-z_0-9]+):|(?P<close>\})|(?P<count>\{\d*,?\d*\})|(?P<op>[!=<>]\(|[()|?*+])|(?P<macro>[A-Z][A-Z_0-9]*)|(?P<category>[a-z][a-z_0-9]*(?:&[a-z]+)?)|(?P<space>\s+)'
)

DEEPEST = 12  # macros within macros
OPENS = ("|", "(", "!(", "=(", "<(", ">(")  # what an alternative may begin after
ENDS = ("|", ")")  # what may follow its end


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

    def categories(self) -> Counter[str]:
        """How often the rules, macros spelt out, ask for each category; of a quoted phrase '=' and the phrase."""
        asked = Counter[str]()
        for _, body in self.rules:
            asked += self._asked(body, {}, DEEPEST)
        return asked

    def _asked(self, body: str, known: dict[str, Counter[str]], depth: int) -> Counter[str]:
        found = Counter[str]()
        for m in PART.finditer(body) if depth else ():
            if m["literal"] or m["category"]:
                found.update(parts_of(_category(m)))
            elif m["macro"] in self.macros:
                if m["macro"] not in known:
                    known[m["macro"]] = self._asked(self.macros[m["macro"]], known, depth - 1)
                found.update(known[m["macro"]])
        return found

    def compile(self, codes_with: Callable[[str], str]) -> Grammar:
        """The file as one matcher; `codes_with` gives the codes that hold a category."""
        return Grammar(self, codes_with)


class Grammar:
    """Rules, each compiled when first needed. `scan` finds non-overlapping matches from left to right."""

    def __init__(self, file: RuleFile, codes_with: Callable[[str], str]) -> None:
        self._file = file
        self._codes_with = codes_with
        self._bodies = dict(file.rules)
        self._groups: dict[str, str] = {}
        self._classes: dict[tuple[str, ...], str] = {}
        self._plain: dict[str, str] = {}  # translations of macros that capture nothing
        self._by_rule: dict[str, re.Pattern[str]] = {}
        for _, body in file.rules:
            self._translate(body, 0)  # what cannot be read is told at once
        beginnings = Beginnings(PART, file.macros)
        self._candidates = Candidates([(name, beginnings.of(body)) for name, body in file.rules], codes_with)

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules, in order."""
        return tuple(name for name, _ in self._file.rules)

    def _translate(self, body: str, depth: int) -> str:
        if depth > DEEPEST:
            raise RuleError(f"{self._file.name}: macros refer to each other in a circle: {body}")
        out, parts = [], self._parts(body)
        index = 0
        while index < len(parts):
            m = parts[index]
            if run := self._run_of_classes(parts, index):
                out.append(self._class(*run))
                index += 2 * len(run) - 1
                continue
            if m["literal"] or m["category"]:
                out.append(self._class(_category(m)))
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
            index += 1
        return "".join(out)

    def _macro(self, name: str, depth: int) -> str:
        """A macro in brackets; each capture is of its own, so that only one without any is translated once."""
        if name not in self._file.macros:
            raise RuleError(f"{self._file.name}: no macro {name}")
        if name in self._plain:
            return self._plain[name]
        captures = len(self._groups)
        shown = f"(?:{self._translate(self._file.macros[name], depth + 1)})"
        if len(self._groups) == captures:
            self._plain[name] = shown
        return shown

    def _parts(self, body: str) -> list[re.Match[str]]:
        """The parts of a body, white space left out."""
        found, position = [], 0
        for m in PART.finditer(body):
            if m.start() != position:
                break
            position = m.end()
            found.append(m)
        if position != len(body):
            raise RuleError(f"{self._file.name}: cannot read {body[position:]!r}")
        return [m for m in found if not m["space"]]

    def _run_of_classes(self, parts: list[re.Match[str]], index: int) -> list[str]:
        """The categories that stand as alternatives beside each other from here on: one class holds them all."""
        if index and not (parts[index - 1]["group"] or (parts[index - 1]["op"] or "") in OPENS):
            return []
        run: list[str] = []
        while index < len(parts) and (parts[index]["literal"] or parts[index]["category"]):
            after = parts[index + 1] if index + 1 < len(parts) else None
            if after is not None and not (after["close"] or after["op"] in ENDS):
                break
            run.append(_category(parts[index]))
            if after is None or after["op"] != "|":
                break
            index += 2
        return run if len(run) > 1 and "any" not in run else []

    def _class(self, *categories: str) -> str:
        """The codes that hold any of the categories as a character class of ranges."""
        if "any" in categories:
            return "."
        if categories not in self._classes:
            ranges: list[list[str]] = []
            for code in sorted({code for category in categories for code in self._codes_with(category)}):
                if ranges and ord(code) == ord(ranges[-1][1]) + 1:
                    ranges[-1][1] = code
                else:
                    ranges.append([code, code])
            shown = "".join(a if a == b else f"{a}-{b}" for a, b in ranges)
            self._classes[categories] = f"[{shown}]" if shown else r"(?!)"
        return self._classes[categories]

    def _rule(self, name: str) -> re.Pattern[str]:
        """One rule's own expression, with its captures."""
        if name not in self._by_rule:
            self._by_rule[name] = re.compile(self._translate(self._bodies[name], 0))
        return self._by_rule[name]

    def scan(self, codes: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Matches in the code string between two item positions: at each place that of the first rule that holds."""
        last = len(codes) if end is None else end
        position = start
        while position < last:
            for name in self._candidates.at(codes[position : min(position + DEPTH, last)]):
                found = self.match_rule_at(name, codes, position, last)
                if found is not None:
                    yield found
                    position = found.end
                    break
            else:
                position += 1

    def match_rule(self, rule: str, codes: str) -> Found | None:
        """The first match of one rule alone, wherever it stands (used to check examples)."""
        m = self._rule(rule).search(codes)
        return self._found(m, rule) if m else None

    def match_rule_at(self, rule: str, codes: str, position: int, end: int) -> Found | None:
        """The match of one rule alone that begins at a place and takes up at least one item."""
        m = self._rule(rule).match(codes, position, end)
        return self._found(m, rule) if m and m.end() > position else None

    def _found(self, m: re.Match[str], rule: str) -> Found:
        groups: dict[str, list[tuple[int, int]]] = {}
        for key, index in m.re.groupindex.items():
            start, end = m.span(index)
            if start >= 0:
                groups.setdefault(self._groups[key], []).append((start, end))
        return Found(rule, m.start(), m.end(), groups)


def _category(part: re.Match[str]) -> str:
    """The category that a part names, of a quoted phrase its own."""
    return "=" + part["literal"] if part["literal"] else part["category"]
