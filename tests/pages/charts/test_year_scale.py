"""Years on an axis."""

from __future__ import annotations

import pytest

from portal.pages.charts.year_scale import YearScale


def test_years_lie_side_by_side_from_edge_to_edge() -> None:
    scale = YearScale(2020, 2023, 100, 400)
    assert [scale.start(year) for year in range(2020, 2025)] == [100, 200, 300, 400, 500]
    assert [scale.middle(year) for year in (2020, 2023)] == [150, 450]
    assert scale.edges() == [100, 200, 300, 400, 500]


@pytest.mark.parametrize(
    ("last", "named"),
    [
        (2020, [2020]),
        (2029, list(range(2020, 2030))),
        (2039, list(range(2020, 2040, 5))),
        (2219, [2020, 2040, 2060, 2080, 2100, 2120, 2140, 2160, 2180, 2200]),
    ],
)
def test_no_more_years_are_named_than_there_is_room_for(last: int, named: list[int]) -> None:
    width = 440 if last != 2039 else 300
    assert YearScale(2020, last, 0, width).named() == named
