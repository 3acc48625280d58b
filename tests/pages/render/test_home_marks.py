from __future__ import annotations

from portal.pages.render.home_marks import SHAPES, color_at, mark_at, shape_of


def test_governments_are_told_apart_by_shape_and_color() -> None:
    marks = {mark_at(position) for position in range(len(SHAPES))}
    assert len(marks) == len(SHAPES) == 8
    assert mark_at(0) in marks
    assert {color_at(position) for position in range(8)} == {f"home-{n}" for n in range(1, 9)}


def test_after_the_last_shape_the_first_follows() -> None:
    assert mark_at(8) == mark_at(0)
    assert shape_of("home-8") == SHAPES[-1]


def test_what_has_no_number_is_a_circle() -> None:
    assert shape_of("home-1") == shape_of("") == SHAPES[0]
    assert shape_of("home-0") not in SHAPES
