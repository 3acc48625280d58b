"""Where the parts of a Gantt chart lie."""

from __future__ import annotations

import re

from portal.pages.charts.gantt import NARROW, WIDE, Task, gantt

TOP = 30


def task(start: int | None = None, end: int | None = None, words: str = "Teach") -> Task:
    return Task(tuple(f"{word} " for word in words.split()), start, end)


def test_a_bar_takes_its_years_and_no_more() -> None:
    chart = gantt([task(2020, 2023), task(2021), task(2022, 2023)], 2020, 2023, WIDE, TOP)
    year = (WIDE.width - WIDE.words) / 4
    whole, one, two = chart.rows
    assert (whole.x, whole.width) == (WIDE.words, WIDE.width - WIDE.words)
    assert (one.x, one.width) == (WIDE.words + year, year)
    assert (two.x, two.width) == (WIDE.words + 2 * year, 2 * year)
    assert all(row.is_dated for row in chart.rows)


def test_work_without_years_is_drawn_over_all_of_them_and_marked() -> None:
    (row,) = gantt([task()], 2020, 2023, NARROW, TOP).rows
    assert (row.x, row.width) == (0, NARROW.width)
    assert not row.is_dated


def test_rows_follow_each_other_below_the_axis_and_hold_their_words_and_bars() -> None:
    long = "Hold exchange events with sister cities and with all friendship cities of the county"
    for shape in (WIDE, NARROW):
        chart = gantt([task(2020, words=long), task(2021), task()], 2020, 2021, shape, TOP)
        edge = chart.top
        for row in chart.rows:
            assert all(edge < base < row.end for base, _ in row.lines)
            assert edge < row.y
            assert row.y + shape.bar < row.end
            edge = row.end
        assert edge <= chart.height
        assert len(chart.rows[0].lines) > 1
        assert " ".join(line for _, line in chart.rows[0].lines) == long


def test_in_narrow_windows_bars_stand_below_the_words_and_no_line_goes_through_these() -> None:
    chart = gantt([task(2020), task(2021)], 2020, 2021, NARROW, TOP)
    lines = [(int(y), int(end)) for y, end in re.findall(r"M\d+ (\d+)V(\d+)", chart.grid)]
    assert lines
    for row in chart.rows:
        ((base, _),) = row.lines
        assert base < row.y
        assert not [1 for begin, end in lines if begin < base < end]


def test_a_plan_without_work_has_an_axis_only() -> None:
    chart = gantt([], 2020, 2021, WIDE, TOP)
    assert chart.rows == ()
    assert [year for year, _ in chart.years] == [2020, 2021]
