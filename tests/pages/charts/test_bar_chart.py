from __future__ import annotations

import pytest

from portal.pages.charts.bar_chart import bar_chart
from portal.pages.charts.stacked import Bar, looks_of


def test_pieces_stand_end_to_end_and_are_as_long_as_their_values() -> None:
    chart = bar_chart([Bar("Alpha", (3, 1), "4"), Bar("Beta", (0, 2), "2")], looks_of(2))
    first, second, third = (
        (piece.look, float(piece.x[:-1]), float(piece.width[:-1])) for piece in chart.pieces
    )
    assert (first[0], second[0], third[0]) == ("1", "2", "2")
    assert first[1] == third[1] == 0
    assert second[1] == first[2] == pytest.approx(3 * second[2], abs=0.02)
    assert third[2] == pytest.approx(2 * second[2], abs=0.02)


def test_the_number_of_the_longest_bar_has_room_behind_it() -> None:
    chart = bar_chart([Bar("Alpha", (30, 27), "30 / 57")], looks_of(2))
    label, number = chart.words
    assert (label.text, label.x) == ("Alpha", "0")
    assert number.text == "30 / 57"
    assert 70 < float(number.x[:-1]) < 80


def test_bars_without_anything_are_drawn_with_their_number() -> None:
    chart = bar_chart([Bar("Alpha", (0,), "0"), Bar("Beta", (0,), "0")], looks_of(1))
    assert chart.pieces == ()
    assert [words.text for words in chart.words] == ["Alpha", "0", "Beta", "0"]
    assert all(words.x in ("0", "0%") for words in chart.words)
    assert bar_chart([], looks_of(1)).height == 0


def test_a_long_label_takes_two_lines_and_moves_what_follows() -> None:
    long = "Department of Administrative and International Affairs, Alpha City Government"
    chart = bar_chart([Bar(long, (1,), "1"), Bar("Beta", (1,), "1")], looks_of(1))
    labels = [words for words in chart.words if not words.role]
    assert [words.text for words in labels] == [
        "Department of Administrative and",
        "International Affairs, Alpha City",
        "Government",
        "Beta",
    ]
    places = [int(words.y) for words in chart.words] + [chart.height]
    assert places == sorted(places)
    assert int(chart.pieces[0].y) > int(labels[2].y)


def test_looks_begin_again_and_what_does_not_count_is_hollow() -> None:
    assert looks_of(9) == ("1", "2", "3", "4", "5", "6", "7", "8", "1")
    assert looks_of(2, [False, True]) == ("1", "hollow")
