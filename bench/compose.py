"""Which wordings are misread: short readouts composed from facts by chance, and the readings compared with the facts.

    python -m bench.compose 100 --lang en --wordings 5

wordings.txt says, language by language, of what facts and in which words. A readout draws people, a town, a day and
topics by chance (the same each time), then one wording of an occasion and of each of its parts; what must be read is
known from the facts. A wording that most of its readouts are misread with is at fault.

Printed by language and occasion: how many of the readouts were read wholly right (kinds, statuses, dates, countries,
affiliations, names and the words of topics). --wordings N also tells the N wordings that fail most, --errors N
the first N misread readouts with what they should say.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from bench.score import words

from dragoman import Readout, read
from dragoman.languages import CODES

WORDINGS = Path(__file__).resolve().parent / "wordings.txt"

SLOT = re.compile(r"\{([^{}]+)\}")
DOUBLED = re.compile(r"[,，](?=\s?[,.;，。；])")  # the comma that ends an apposition before another mark
PUBLISHED = date(2023, 6, 16)  # a Friday
AHEAD, AGO = (2, 12), (0, 5)  # days between the readout and what is planned, what was held
NONE = "= none"  # what tells of no occasion
Sections = dict[str, list[str]]
Facts = dict[str, str]


class Composed(NamedTuple):
    """A readout, the wordings it was composed of, and what must be read: one tuple an engagement."""

    readout: Readout
    wordings: tuple[str, ...]
    wanted: list[tuple[Any, ...]]


def wordings(language: str) -> Sections:
    """The sections of wordings.txt for a language, by name, each with its lines."""
    found: Sections = defaultdict(list)
    name = ""
    for line in WORDINGS.read_text("utf-8").split("\n"):
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#") and name.startswith(language + " "):
            found[name.removeprefix(language + " ")].append(line)
    return found


def occasions(told: Sections) -> list[str]:
    """The names of the sections whose readouts hold engagements."""
    return [name for name, lines in told.items() if lines[0].startswith("= ")]


class Composer:
    """Composes readouts in one language from its wordings."""

    def __init__(self, language: str, seed: int) -> None:
        self.language, self.told, self.dice = language, wordings(language), random.Random(seed)

    def readout(self, occasion: str) -> Composed:
        """A readout of an occasion."""
        lines = self.told[occasion]
        wanted = [line for line in lines if line.startswith("= ")]
        facts = self.facts(planned=any(" planned " in line for line in wanted))
        used: list[str] = []
        line = self.dice.choice([line for line in lines if not line.startswith("= ")])
        text = DOUBLED.sub("", self.worded(line, facts, used))
        text = text[0].upper() + text[1:]
        readout = Readout(
            text=text, language=self.language, published=PUBLISHED.isoformat(), publisher=facts["publisher"], ref="-"
        )
        return Composed(readout, tuple(used), [expected(line, facts) for line in wanted if line != NONE])

    def facts(self, planned: bool) -> Facts:
        """People, countries, a town, a day and topics, by the names of the slots that they fill."""
        home, away, third = (line.split("; ") for line in self.dice.sample(self.told["countries"], 3))
        home = self.told["home"][0].split("; ") if self.told["home"] else home  # where all in a language is at home
        own = iter(self.dice.sample(self.told["home names"], len(self.told["home names"])))  # where they look different
        columns = self.told["columns"][0].split("; ")
        facts = dict(zip(columns, home, strict=True))
        facts = {"publisher": SLOT.sub(lambda m: facts[m[1]], self.dice.choice(self.told["publishers"]))}
        people = self.dice.sample(self.told["forenames"], 4), self.dice.sample(self.told["surnames"], 4)
        for one, country, forename, surname in zip("ABCD", (home, away, third, away), *people, strict=True):
            facts |= {f"{one}.{column}": value for column, value in zip(columns, country, strict=True)}
            facts |= {f"{one}.surname": surname, f"{one}.post": self.dice.choice(self.told["posts"])}
            facts[f"{one}.name"] = self.named(forename, surname, own if country[0] == home[0] else iter(()))
        where, elsewhere = (home, away) if self.dice.random() < 0.5 else (away, home)
        facts |= {f"at.{column}": value for column, value in zip(columns, where, strict=True)}
        for one, country in (("I", where), ("J", elsewhere)) if self.told["institutions"] else ():
            facts |= self.of_institution(
                one, dict(zip(columns, country, strict=True)), own if country[0] == home[0] else iter(())
            )
        facts |= {f"t{n}": topic for n, topic in enumerate(self.dice.sample(self.told["topics"], 3), 1)}
        facts["topics"] = str(self.dice.randint(1, 3))
        facts["event"] = self.dice.choice(self.told["events"])
        day = (
            PUBLISHED + timedelta(self.dice.randint(*AHEAD))
            if planned
            else PUBLISHED - timedelta(self.dice.randint(*AGO))
        )
        facts["month"] = self.told["months"][0].split()[day.month - 1]
        facts["weekday"] = self.told["weekdays"][0].split()[day.weekday()]
        return facts | {"iso": day.isoformat(), "dd": str(day.day), "year": str(day.year)}

    def named(self, forename: str, surname: str, own: Iterator[str]) -> str:
        """The next of the language's own names, or one of parts where there is none left."""
        return next(own, None) or self.told["name"][0].format(forename=forename, surname=surname)

    def of_institution(self, one: str, country: Facts, own: Iterator[str]) -> Facts:
        """Somebody of an institution of a country, who acts for it."""
        org = SLOT.sub(lambda m: country[m[1]], self.dice.choice(self.told["institutions"]))
        forename, surname = self.dice.choice(self.told["forenames"]), self.dice.choice(self.told["scholars"])
        name = self.named(forename, surname, own)
        post = self.dice.choice(self.told["institution posts"])
        told = {"org": org, "code": org, "post": post, "surname": surname, "name": name}
        return {f"{one}.{slot}": value for slot, value in told.items()}

    def worded(self, line: str, facts: Facts, used: list[str]) -> str:
        """A line with its slots filled: by facts, or by a line of the section that a slot names; '{person A}' fills a
        section in which X stands for A."""
        used.append(line)

        def filled(slot: re.Match[str]) -> str:
            name, _, one = slot[1].partition(" ")
            if name in facts and name != "topics":
                return facts[name]
            options = self.told[f"topics {facts['topics']}" if name == "topics" else name]
            if not options:
                raise KeyError(f"wordings.txt has no section [{self.language} {name}]")
            chosen = self.dice.choice(options)
            if not one:
                return self.worded(chosen, facts, used)
            used.append(chosen)
            return self.worded(chosen.replace("{X.", f"{{{one}."), facts, [])

        return SLOT.sub(filled, line)


def expected(line: str, facts: Facts) -> tuple[Any, ...]:
    """What a line such as '= meeting held A B @at #day topics' wants to be read."""
    kind, status, *rest = line.removeprefix("= ").split()
    people = sorted((facts[f"{one}.code"], facts[f"{one}.name"]) for one in rest if one in "ABCDIJ")
    places = [facts[f"{one[1:]}.code"] for one in rest if one.startswith("@")]
    day = facts["iso"] if "#day" in rest else None
    topics = [facts[f"t{n + 1}"] for n in range(int(facts["topics"]))] if "topics" in rest else []
    return kind, status, day, places, people, sorted(words(" ".join(topics)))


def given(readout: Readout) -> list[tuple[Any, ...]]:
    """What is read, in the same shape."""
    return [
        (
            e["kind"],
            e["status"],
            (e["date"] or {}).get("start"),
            [place["country"] for place in e["places"]],
            sorted((party["affiliation"], party["name"] or "") for party in e["parties"]),
            sorted(words(" ".join(topic["text"] for topic in e["topics"]))),
        )
        for e in read(readout).as_json()["engagements"]
    ]


def composed(language: str, occasion: str, number: int, seed: int) -> Iterator[tuple[Composed, list[tuple[Any, ...]]]]:
    """So many readouts of an occasion with what is read in each."""
    composer = Composer(language, seed)
    for _ in range(number):
        one = composer.readout(occasion)
        yield one, given(one.readout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=100, help="readouts an occasion (100)")
    parser.add_argument("--lang", choices=CODES, help="this language alone")
    parser.add_argument("--only", default="", metavar="WORD", help="the occasions whose name holds it")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another choice by chance (1)")
    parser.add_argument("--wordings", type=int, default=0, metavar="N", help="the N wordings that fail most")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="the first N misread readouts of each occasion"
    )
    options = parser.parse_args()
    for language in [options.lang] if options.lang else CODES:
        for occasion in occasions(wordings(language)):
            if options.only in occasion:
                report(language, occasion, list(composed(language, occasion, options.number, options.seed)), options)


def report(
    language: str, occasion: str, found: list[tuple[Composed, list[tuple[Any, ...]]]], options: argparse.Namespace
) -> None:
    """Print how many were read right, and what fails."""
    wrong = [(one, told) for one, told in found if sorted(map(str, told)) != sorted(map(str, one.wanted))]
    print(f"{language} {occasion:12} {len(found) - len(wrong):4} of {len(found)}")
    tried = Counter(wording for one, _ in found for wording in set(one.wordings))
    failed = Counter(wording for one, _ in wrong for wording in set(one.wordings))
    for wording in sorted(failed, key=lambda w: (-failed[w] / tried[w], -failed[w]))[: options.wordings]:
        print(f"    {failed[wording]:3} of {tried[wording]:3}  {wording}")
    for one, told in wrong[: options.errors]:
        print(f"  {one.readout.text}", *(f"    wanted {value}" for value in one.wanted), sep="\n")
        print(*(f"    read   {value}" for value in told), sep="\n")


if __name__ == "__main__":
    main()
