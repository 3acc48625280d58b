from __future__ import annotations

import pytest

from portal.pages.charts.column_chart import FEW, GROUND, TOP, column_chart, scale_of
from portal.pages.charts.stacked import Bar, looks_of


def columns(*values: tuple[int, ...]) -> list[Bar]:
    return [Bar(str(1990 + n), value, str(sum(value))) for n, value in enumerate(values)]


def test_pieces_of_a_column_stand_on_each_other_from_the_ground() -> None:
    chart = column_chart(columns((1, 3), (2, 0)), looks_of(2), labelled=[True, True])
    lower, upper, other = ((float(p.y), float(p.height)) for p in chart.pieces)
    assert sum(lower) == sum(other) == GROUND
    assert sum(upper) == lower[0]
    assert upper[0] == TOP
    assert upper[1] == 3 * lower[1]


def test_few_columns_have_numbers_and_many_have_lines() -> None:
    few = column_chart(columns(*[(n,) for n in range(FEW)]), looks_of(1), labelled=[True] * FEW)
    assert few.lines == (GROUND,)
    numbers = [words.text for words in few.words if "number" in words.role]
    assert numbers == [str(n) for n in range(1, FEW)]
    many = column_chart(columns(*[(n,) for n in range(33)]), looks_of(1), labelled=[False] * 33)
    assert [words.text for words in many.words] == ["40", "30", "20", "10"]
    assert many.lines[-1] == GROUND
    assert list(many.lines) == sorted(many.lines)


def test_no_column_leaves_the_drawing() -> None:
    bars = columns(*[(n, n) for n in range(40)])
    chart = column_chart(bars, looks_of(2), labelled=[False] * 40)
    for piece in chart.pieces:
        assert float(piece.y) >= TOP
        assert float(piece.x[:-1]) + float(piece.width[:-1]) <= 100.001


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 9, 10, 31, 99, 1000, 4321])
def test_lines_stand_at_round_numbers_of_which_the_first_is_not_below(most: int) -> None:
    ticks = scale_of(most)
    assert ticks[0] >= most
    assert 1 <= len(ticks) <= 4
    assert ticks == [ticks[-1] * n for n in range(len(ticks), 0, -1)]


def test_nothing_has_no_lines() -> None:
    assert scale_of(0) == []
    chart = column_chart(columns((0,)), looks_of(1), labelled=[True])
    assert [words.text for words in chart.words] == ["1990"]
