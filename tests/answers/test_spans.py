from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.answers.spans import Mark, marks, steps


def written(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text with <values> and </> where marks open and close; '+' where one goes on behind a crossing."""
    shown = ""
    for step in steps(text, marks(spans, len(text))):
        if step.does == "text":
            shown += step.text
        elif step.does == "open":
            assert step.mark
            shown += f"<{'' if step.edge else '+'}{','.join(step.mark.values)}>"
        else:
            shown += "</>"
    return shown


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], "abcdef"),
        ([(0, 6, "x")], "<x>abcdef</>"),
        ([(1, 3, "x"), (4, 5, "y")], "a<x>bc</>d<y>e</>f"),
        ([(1, 3, "x"), (3, 5, "y")], "a<x>bc</><y>de</>f"),
        ([(2, 3, "y"), (1, 5, "x")], "a<x>b<y>c</>de</>f"),
        ([(1, 3, "x"), (1, 3, "y"), (1, 3, "x")], "a<x,y>bc</>def"),
        ([(1, 4, "x"), (1, 2, "y")], "a<x><y>b</>cd</>ef"),
        ([(1, 4, "x"), (3, 4, "y")], "a<x>bc<y>d</></>ef"),
        ([(0, 3, "x"), (2, 5, "y")], "<x>ab<y>c</></><+y>de</>f"),
        ([(0, 3, "x"), (1, 4, "y"), (2, 5, "z")], "<x>a<y>b<z>c</></></><+y><+z>d</></><+z>e</>f"),
        ([(3, 3, "x"), (4, 9, "y"), (-1, 2, "z"), (5, 4, "u")], "abcdef"),
    ],
)
def test_spans_nest_and_cross_and_coincide(spans: list[tuple[int, int, str]], shown: str) -> None:
    assert written("abcdef", spans) == shown


def test_a_mark_whose_characters_all_belong_to_others_is_bare() -> None:
    closed = [s for s in steps("abcd", marks([(0, 4, "x"), (0, 2, "y"), (2, 4, "z")], 4)) if s.does == "close"]
    assert {step.mark.values: step.bare for step in closed if step.mark} == {
        ("x",): True,
        ("y",): False,
        ("z",): False,
    }


@given(
    st.text("ab é中\U0001f600\r\n", max_size=30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32), st.sampled_from("xyz")), max_size=12),
)
def test_marks_are_well_nested_once_begun_once_ended_and_lose_no_character(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    marked = marks(spans, len(text))
    opened: list[Mark] = []
    begun: list[Mark] = []
    ended: list[Mark] = []
    covered: dict[Mark, str] = dict.fromkeys(marked, "")
    whole = ""
    for step in steps(text, marked):
        if step.does == "text":
            assert step.text
            assert step.mark is (opened[-1] if opened else None)
            whole += step.text
            for mark in opened:
                covered[mark] += step.text
            continue
        assert step.mark is not None
        if step.does == "open":
            opened.append(step.mark)
            begun += [step.mark] if step.edge else []
        else:
            assert opened.pop() is step.mark
            ended += [step.mark] if step.edge else []
    assert whole == text
    assert not opened
    assert sorted(begun, key=marked.index) == sorted(ended, key=marked.index) == marked
    assert covered == {mark: text[mark.start : mark.end] for mark in marked}
