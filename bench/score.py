"""Scores readings against gold readings: the project's own short scorer, for where no other is at hand.

Both files are JSON Lines in the shape of the annotation contract, matched by `ref`. Figures, all in per cent:

engagement   F1 of engagements: of one kind, and half or more of all affiliations shared
exact        F1 of engagements with status, date, countries and all affiliations right
party        F1 of parties: affiliation, and the name (of an unnamed party half the words of its post)
status, date, place, within   share of matched engagements that have it right
topic, point, by   F1 over content words of topics, over (act, word) and (affiliation, word) of points
grounded     share of values whose evidence stands in the text, word for word, where it says
false alarms engagements given per 100 readouts that hold none
reading      mean of engagement, party, date, topic and point
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
METRICS = ("engagement", "exact", "party", "status", "date", "place", "within", "topic", "point", "by", "grounded")
HEADLINE = ("engagement", "party", "date", "topic", "point")
COLUMNS = ("reading", *METRICS, "false alarms")
SMALL_WORDS = re.compile("a|an|and|at|by|for|from|in|of|on|the|to|with|aux?|d|des?|du|en|et|l|la|les?|une?|[和的与]")


def words(text: str | None) -> list[str]:
    """Content words without case and accents; each Chinese character is a word."""
    plain = unicodedata.normalize("NFKD", (text or "").casefold())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return [
        word for word in re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", plain) if not SMALL_WORDS.fullmatch(word)
    ]


def acts_for(party: Record) -> str:
    """Whom a party acts for, folded; for one without an affiliation its own name or post."""
    return " ".join(words(party["affiliation"] or party["name"] or party["post"]))


def is_same_party(gold: Record, given: Record) -> bool:
    if acts_for(gold) != acts_for(given) or bool(gold["name"]) != bool(given["name"]):
        return False
    field = "name" if gold["name"] else "post"
    wanted, said = set(words(gold[field])), set(words(given[field]))
    if field == "name":
        return wanted <= said or said <= wanted
    return not wanted or 2 * len(wanted & said) >= len(wanted)


def likeness(gold: Record, given: Record) -> float:
    """0 for two engagements that are not the same, else more the more they share."""
    wanted, said = ({acts_for(party) for party in e["parties"]} for e in (gold, given))
    shared = len(wanted & said) / len(wanted | said) if wanted | said else 1.0
    if gold["kind"] != given["kind"] or shared < 0.5:
        return 0.0
    named = sum(any(is_same_party(a, b) for b in given["parties"]) for a in gold["parties"])
    agree = sum(facts(gold)[field] == facts(given)[field] for field in ("status", "date", "place"))
    return 1 + shared + named + agree / 3 + len(set(bag(gold, "topic")) & set(bag(given, "topic"))) / 50


def pairs(golds: list[Any], givens: list[Any], alike: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Index pairs, one to one, the most alike first."""
    ranked = sorted((-float(alike(a, b)), i, j) for i, a in enumerate(golds) for j, b in enumerate(givens))
    taken: dict[int, int] = {}
    for score, i, j in ranked:
        if score < 0 and i not in taken and j not in taken.values():
            taken[i] = j
    return list(taken.items())


def facts(e: Record) -> dict[str, Hashable]:
    date = e["date"]
    countries = frozenset(place["country"] for place in e["places"] if place["country"])
    return {"status": e["status"], "date": date and (date["start"], date["end"]), "place": countries}


def bag(e: Record, metric: str) -> Counter[Hashable]:
    """What is counted of topics and points: words, alone or with the act or the speaker."""
    if metric == "topic":
        return Counter(word for topic in e["topics"] for word in words(text_of(topic)))
    keys = (lambda point: [point["act"]]) if metric == "point" else (lambda point: point["by"])
    return Counter((key, word) for point in e["points"] for key in keys(point) for word in words(text_of(point)))


def text_of(value: Any) -> str:
    return value if isinstance(value, str) else str(value["text"])


class Tally:
    """Hits, wanted and given of each metric, and the errors told."""

    def __init__(self) -> None:
        self.counts: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
        self.errors: dict[str, list[str]] = defaultdict(list)

    def add(self, metric: str, hits: float, wanted: float, given: float, error: str = "") -> None:
        for index, number in enumerate((hits, wanted, given)):
            self.counts[metric][index] += number
        if error and 2 * hits < wanted + given:
            self.errors[metric].append(error)

    def f1(self, metric: str) -> float:
        hits, wanted, given = self.counts[metric]
        return 200 * hits / (wanted + given) if wanted + given else 100.0

    def row(self) -> dict[str, float]:
        row = {metric: self.f1(metric) for metric in METRICS}
        row["reading"] = sum(row[metric] for metric in HEADLINE) / len(HEADLINE)
        _, empty, given = self.counts["alarms"]
        row["false alarms"] = 100 * given / empty if empty else 0.0
        return row

    def record(self, gold: Record, given: Record) -> None:
        """Add one readout."""
        ref, wanted, said = gold["ref"], gold["engagements"], given["engagements"]
        matched = dict(pairs(wanted, said, likeness))
        names = {said[j]["id"]: wanted[i]["id"] for i, j in matched.items()}
        self.add("engagement", len(matched), len(wanted), len(said), f"{ref}: {len(wanted)} wanted, {len(said)} given")
        for i, j in matched.items():
            self._matched(f"{ref} {wanted[i]['kind']} {wanted[i]['id']}", wanted[i], said[j], names)
        self.add("exact", 0, len(wanted), len(said))
        self.add("party", 0, sum(len(e["parties"]) for e in wanted), sum(len(e["parties"]) for e in said))
        for metric in ("topic", "point", "by"):
            asked, told = (sum(bag(e, metric).total() for e in side) for side in (wanted, said))
            self.add(metric, 0, asked, told)
        for value in values(said):
            self.add("grounded", is_grounded(value, gold), 1, 1, f"{ref}: {value}")
        if not wanted:
            self.add("alarms", 0, 1, len(said))

    def _matched(self, where: str, gold: Record, given: Record, names: dict[str, str]) -> None:
        """Add the hits of one pair; what was wanted and given is counted by `record`."""
        right = {field: facts(gold)[field] == facts(given)[field] for field in facts(gold)}
        right["within"] = gold["within"] == names.get(given["within"] or "", given["within"])
        for field, hit in right.items():
            self.add(field, hit, 1, 1, f"{where}: wanted {gold.get(field)}, given {given.get(field)}")
        everyone = Counter(map(acts_for, gold["parties"])) == Counter(map(acts_for, given["parties"]))
        self.add("exact", everyone and right["status"] and right["date"] and right["place"], 0, 0)
        self.add("party", len(pairs(gold["parties"], given["parties"], is_same_party)), 0, 0)
        for metric in ("topic", "point", "by"):
            wanted, said = bag(gold, metric), bag(given, metric)
            self.add(metric, (wanted & said).total(), 0, 0)
            if wanted != said:
                self.errors[metric].append(f"{where}: missed {list(wanted - said)}, spurious {list(said - wanted)}")


def values(engagements: list[Record]) -> Iterator[Record]:
    """Every value that must carry evidence or say why it has none."""
    for e in engagements:
        yield e
        yield from filter(None, [e["date"], *e["places"], *e["parties"]])
        yield from (value for value in [*e["topics"], *e["points"]] if isinstance(value, dict))


def is_grounded(value: Record, record: Record) -> bool:
    spans = value.get("evidence") or ([value] if "start" in value and isinstance(value["start"], int) else [])
    if not spans:
        return value.get("basis") in ("inherited", "inferred") and not value.get("name") and "kind" not in value
    return all(record[span.get("field", "text")][span["start"] : span["end"]] == span["text"] for span in spans)


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("given", type=Path)
    parser.add_argument("--by", default="difficulty", help="also a row for each value of this key of the gold records")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="tell the first N errors of each figure")
    options = parser.parse_args()
    gold = records(options.gold)
    readings = {reading["ref"]: reading for reading in records(options.given)}
    tallies: dict[str, Tally] = defaultdict(Tally)
    for record in gold:
        for group in ("all", str(record.get(options.by))):
            tallies[group].record(record, readings.get(record["ref"], {"engagements": []}))
    print(f"{'':12}" + "".join(f"{column:>{max(8, len(column) + 2)}}" for column in COLUMNS))
    for group, tally in tallies.items():
        row = tally.row()
        print(f"{group[:11]:12}" + "".join(f"{row[column]:>{max(8, len(column) + 2)}.1f}" for column in COLUMNS))
    print(f"{len(gold)} readouts, {sum(len(record['engagements']) for record in gold)} engagements")
    for metric, errors in tallies["all"].errors.items() if options.errors else ():
        print(f"\n{metric}: {len(errors)}", *errors[: options.errors], sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
