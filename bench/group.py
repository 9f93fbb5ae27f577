"""How long adding and grouping take as a register grows: python -m bench.group [N …]

Readings of the texts in ../shared/corpus, repeated with dates shifted by years as often as needed, are added to a
register in a temporary folder and then grouped anew from nothing. Reading is not timed. For each number N of readouts:
accounts and engagements; processor seconds to add all; milliseconds a readout for the last tenth
of them, and how many of these grouping took; seconds to group everything anew.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from sqlalchemy import func, select

from bench import texts
from dragoman import Reading, Readout, read
from dragoman.model import Account, DateRange
from dragoman.register import adding, open_register
from dragoman.register import tables as t

# Longer than the corpus spans, so that no repetition falls on the days of another.
SHIFT = timedelta(days=8 * 365)
COLUMNS = ("readouts", "accounts", "engagements", "add s", "ms at end", "grouping ms", "regroup s")


def corpus() -> list[tuple[Readout, Reading]]:
    """Every text of the corpus with its reading."""
    found = [(told, read(told)) for told in map(texts.readout, texts.shared_records())]
    return sorted(found, key=lambda told: (told[0].published or "", told[0].ref or ""))


def repeated(told: list[tuple[Readout, Reading]]) -> Iterator[tuple[Readout, Reading]]:
    """The texts over and over, each time some years later."""
    for times in count():
        for readout, reading in told:
            published = later(readout.published, times)
            moved = dataclasses.replace(readout, published=published)
            accounts = tuple(moved_account(account, times) for account in reading.engagements)
            yield (
                moved,
                dataclasses.replace(reading, readout=moved.content_hash, published=published, engagements=accounts),
            )


def moved_account(account: Account, times: int) -> Account:
    return dataclasses.replace(account, date=moved_days(account.date, times), window=moved_days(account.window, times))


def moved_days(days: DateRange | None, times: int) -> DateRange | None:
    return days and dataclasses.replace(days, start=later(days.start, times) or "", end=later(days.end, times) or "")


def later(day: str | None, times: int) -> str | None:
    return day and (date.fromisoformat(day) + times * SHIFT).isoformat()


class Clock:
    """Adds up the seconds spent in a function."""

    def __init__(self) -> None:
        self.spent = 0.0
        self._called = adding.group_new

    def __call__(self, *arguments: object) -> None:
        begun = time.process_time()
        self._called(*arguments)  # type: ignore[arg-type]
        self.spent += time.process_time() - begun


def measure(told: list[tuple[Readout, Reading]], readouts: int) -> tuple[float, ...]:
    """One row of the table."""
    clock = Clock()
    adding.group_new = clock  # type: ignore[assignment]
    last = readouts - readouts // 10
    try:
        with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "r.db", create=True) as register:
            begun = before_last = time.process_time()
            grouped_before_last = 0.0
            for number, (readout, reading) in enumerate(islice(repeated(told), readouts)):
                if number == last:
                    before_last, grouped_before_last = time.process_time(), clock.spent
                register.add(readout, reading)
            ended, grouped = time.process_time(), clock.spent
            with register._database.reading() as connection:
                accounts, engagements = (
                    connection.scalar(select(func.count()).select_from(table)) for table in (t.account, t.engagement)
                )
            register.regroup()
            regrouped = time.process_time() - ended
            with register._database.reading() as connection:
                assert connection.scalar(select(func.count()).select_from(t.engagement)) == engagements
    finally:
        adding.group_new = clock._called
    at_end = 1000 / (readouts - last)
    return (
        readouts,
        accounts or 0,
        engagements or 0,
        ended - begun,
        at_end * (ended - before_last),
        at_end * (grouped - grouped_before_last),
        regrouped,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readouts", type=int, nargs="*", default=[2500, 5000, 10000])
    options = parser.parse_args()
    if not texts.CORPUS.exists():
        sys.exit(f"{texts.CORPUS} is not there: the texts are not part of the project")
    told = corpus()
    print("".join(f"{column:>13}" for column in COLUMNS))
    for readouts in options.readouts:
        print("".join(f"{number:>13.0f}" if number > 100 else f"{number:>13.1f}" for number in measure(told, readouts)))


if __name__ == "__main__":
    main()
