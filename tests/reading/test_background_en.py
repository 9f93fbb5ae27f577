"""What a text tells beside the talks that it reports is no point of theirs."""

from __future__ import annotations

import pytest

from dragoman import Readout, read

CONVENED = "Today, Budget Director Ana Quispe convened nurses to discuss school meals. She praised their patience.\n"
PRAISED = [("stated", "their patience")]

CASES = [
    ("Last month, the Treasury announced new kitchens.", PRAISED),
    ("In April 2023, the President urged schools to bake.", PRAISED),
    ("President Bo Silva has called for better ovens.", PRAISED),
    ("The Treasury believes that meals should be warm.", PRAISED),
    ("The nurses called for better ovens.", [*PRAISED, ("proposed", "better ovens")]),
    ("Director Quispe announced new kitchens.", [*PRAISED, ("pledged", "new kitchens")]),
]


@pytest.mark.parametrize(("more", "points"), CASES)
def test_what_was_said_on_another_day_or_by_others_is_no_point(more: str, points: list[tuple[str, str]]) -> None:
    readout = Readout(CONVENED + more, published="2024-03-05", publisher="The White House", language="en")
    (meeting,) = read(readout).engagements
    assert [(point.act, point.text) for point in meeting.points] == points
