"""What is said in one breath, in its parts."""

from __future__ import annotations

import pytest

from dragoman.answers.compare.comparison import Said
from dragoman.answers.compare.parts import parts
from dragoman.reference.concepts import vocabulary


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "student mobility, visas and ocean science", ["student mobility", "visas", "ocean science"]),
        ("en", "student mobility", ["student mobility"]),
        ("en", "set up a fund of 1,200,000 euros for museums", ["set up a fund of 1,200,000 euros for museums"]),
        ("en", "warmly, and with pleasure, museums and visas", ["warmly, and with pleasure, museums", "visas"]),
        ("en", "museums, which opened last year, and visas", ["museums, which opened last year", "visas"]),
        ("en", "science and technology, and museums", ["science and technology", "museums"]),
        ("fr", "la mobilité des étudiants et les musées", ["la mobilité des étudiants", "les musées"]),
        ("zh", "扩大学生流动，办好孔子学院、博物馆", ["扩大学生流动", "办好孔子学院", "博物馆"]),
        ("zh", "推动和平与博物馆合作", ["推动和平", "博物馆合作"]),
        ("en", "nothing in particular, or so", ["nothing in particular, or so"]),
    ],
)
def test_parts_lie_between_commas_and_and_where_each_names_a_concept(
    language: str, text: str, expected: list[str]
) -> None:
    known = vocabulary()
    concepts = tuple(dict.fromkeys(hit.concept for hit in known.concepts_of(text, language)))
    found = parts(Said(text, 10, 10 + len(text), "agreed", ("PT",), concepts), language, known)
    assert [part.text for part in found] == expected
    assert all(text[part.start - 10 : part.end - 10] == part.text for part in found)
    assert {(part.act, part.by) for part in found} == {("agreed", ("PT",))}
    assert {concept for part in found for concept in part.concepts} == set(concepts)
