"""Texts with everything that they tell of, written out in tellings/: what is missing and what is too many both fail."""

from __future__ import annotations

import pytest
from notation import Telling, in_order, lines, tellings, tellings_in

CASES = [
    pytest.param(case, id=f"{case.language}: {case.name}", marks=[pytest.mark.xfail(reason=case.failure, strict=True)])
    if case.failure
    else pytest.param(case, id=f"{case.language}: {case.name}")
    for case in tellings_in("*.txt")
]


@pytest.mark.parametrize("telling", CASES)
def test_a_telling_holds_this_and_no_more(telling: Telling) -> None:
    assert lines(telling.read()) == in_order(telling.lines)


def test_a_file_of_tellings_is_read_as_described() -> None:
    source = "# head\n\n## one\n@@ 2020-01-02 Office\nA met B.\n\nC left.\n=> x\n=> y\n# more\n## two\nNo.\n!! why\n"
    assert list(tellings(source, "en")) == [
        Telling("one", "en", "2020-01-02", "Office", ("A met B.", "C left."), ("x", "y"), ""),
        Telling("two", "en", "2024-06-18", None, ("No.",), (), "why"),
    ]
