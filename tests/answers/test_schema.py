from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman import read
from dragoman.answers.schema import reading_schema
from dragoman.intake import Refused, gather
from dragoman.model import Reading, Readout

VALIDATOR = Draft202012Validator(reading_schema())


def as_printed(reading: Reading) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(json.dumps(reading.as_json()))
    return value


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(reading_schema())


def test_a_reading_made_by_hand_satisfies_the_schema(example: tuple[Readout, Reading]) -> None:
    assert list(VALIDATOR.iter_errors(as_printed(example[1]))) == []


def test_the_readings_of_the_samples_satisfy_the_schema(project_root: Path) -> None:
    readouts = list(gather([str(project_root / "samples")]))
    assert len(readouts) >= 8
    for readout in readouts:
        assert not isinstance(readout, Refused)
        assert list(VALIDATOR.iter_errors(as_printed(read(readout)))) == []


def drop(key: str) -> Callable[[dict[str, Any]], None]:
    def change(reading: dict[str, Any]) -> None:
        del reading["engagements"][0][key]

    return change


def put(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(reading: dict[str, Any]) -> None:
        reading["engagements"][1][key] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        drop("kind"),
        drop("evidence"),
        put("kind", "chat"),
        put("status", None),
        put("within", 3),
        put("date", "2024-05-03"),
        put("parties", [{"name": "Ana Sousa"}]),
        put("topics", ["ocean science"]),
    ],
)
def test_what_is_no_reading_does_not_satisfy_the_schema(
    example: tuple[Readout, Reading], change: Callable[[dict[str, Any]], None]
) -> None:
    broken = copy.deepcopy(as_printed(example[1]))
    change(broken)
    assert list(VALIDATOR.iter_errors(broken))


def test_keys_of_later_versions_are_allowed(example: tuple[Readout, Reading]) -> None:
    later = as_printed(example[1])
    later["engagements"][0]["parties"][0]["identity"] = "Q1"
    assert list(VALIDATOR.iter_errors(later)) == []
