from __future__ import annotations

import pytest

from portal.model.statistics.statistic import Row, Statistic, cross, most_first, told_apart


def of(*rows: Row, **fields: object) -> Statistic:
    return Statistic("ties", "homes", "measure", ("counted", "uncounted"), rows, **fields)  # type: ignore[arg-type]


def test_pairs_are_counted_for_the_rows_and_columns_given() -> None:
    pairs = [(2014, "a"), (2014, "a"), (2015, "b"), (2016, "c")]
    assert cross(pairs, ("a", "b"), [2014, 2015, 2017]) == (
        Row("2014", (2, 0)),
        Row("2015", (0, 1)),
        Row("2017", (0, 0)),
    )


def test_rows_stand_by_their_sums_and_then_by_their_names() -> None:
    rows = [Row("JP", (1, 1)), Row("AU", (0, 3)), Row("DE", (2, 0))]
    names = {"DE": "Germany", "JP": "Japan", "AU": "Australia"}
    assert [row.key for row in most_first(rows, names)] == ["AU", "DE", "JP"]
    assert [row.key for row in most_first(rows)] == ["AU", "DE", "JP"]


def test_what_does_not_count_is_in_no_total_of_a_row() -> None:
    row = Row("alpha", (3, 4))
    assert of(row, drawn=2, hollow=("uncounted",)).total(row) == 3
    assert of(row, drawn=2).total(row) == 7
    assert of(row, drawn=1).total(row) == 3


def test_columns_are_added_up_unless_one_thing_can_be_in_two_rows() -> None:
    rows = Row("alpha", (3, 4)), Row("beta", (1, 0))
    assert of(*rows).totals == (4, 4)
    with pytest.raises(ValueError, match="ties"):
        assert of(*rows, sums=False).totals


def test_a_statistic_of_zeros_has_nothing() -> None:
    assert not of().has_any
    assert not of(Row("alpha", (0, 0))).has_any
    assert of(Row("alpha", (0, 1))).has_any


def test_only_numbers_that_are_not_zero_are_told_apart() -> None:
    assert told_apart(without_unit=2, planned=0) == (("without-unit", 2),)
