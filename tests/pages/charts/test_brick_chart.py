"""Stacks of bricks are true to their numbers, however tall."""

from __future__ import annotations

from portal.pages.charts.brick_chart import HIGHEST, Stack, brick_chart, legend_bricks


def test_each_thing_counted_is_a_brick_of_its_series() -> None:
    chart = brick_chart([Stack((2, 1)), Stack(()), Stack((1,), hollow=1)])
    assert chart.paths[0].count("M") == 3
    assert chart.paths[1].count("M") == 2  # its bricks are two halves
    assert chart.hollow.count("M") == 1
    assert [number for number, _, _ in chart.columns] == [0, 2]
    assert chart.width == 3 * chart.step


def test_the_tallest_stack_keeps_within_the_drawing_and_others_their_share() -> None:
    chart = brick_chart([Stack((1000,)), Stack((500,))])
    assert chart.height <= HIGHEST + 12
    tops = {number: top for number, _, top in chart.columns}
    assert abs((chart.height - tops[0]) - 2 * (chart.height - tops[1])) <= 1
    assert chart.paths[0].count("M") == 2  # bricks without joints are one


def test_lines_stand_at_round_numbers() -> None:
    assert [n for n, _ in brick_chart([Stack((37,))]).lines] == [10, 20, 30]
    assert brick_chart([]).lines == ()


def test_the_legend_shows_the_shape_of_a_series() -> None:
    assert len({legend_bricks(series) for series in range(6)}) == 6
