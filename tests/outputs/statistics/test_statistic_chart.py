from __future__ import annotations

from pathlib import Path

import pytest
from editing import read

from portal.edition import Edition
from portal.model.statistics.statistic import Row, Statistic
from portal.outputs.statistics.statistic_chart import chart_of, is_drawn, sentence_of
from portal.outputs.statistics.statistic_words import StatisticWords


@pytest.fixture
def edition(portal_folder: Path) -> Edition:
    return read(portal_folder, {})


def of_years(count: int, step: int = 1) -> Statistic:
    rows = tuple(Row(str(1990 + n * step), (n,)) for n in range(count))
    subject = "year" if step == 1 else "decade"
    return Statistic("years", subject, "measure", ("held",), rows, drawn=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "step", "labels"),
    [
        (3, 1, ["1990", "1991", "1992"]),
        (10, 1, ["1990", "1992", "1994", "1996", "1998"]),
        (22, 1, ["1990", "1995", "2000", "2005", "2010"]),
        (50, 1, ["1990", "2000", "2010", "2020", "2030"]),
        (3, 10, ["1990–", "2000–", "2010–"]),
    ],
)
def test_labels_of_columns_do_not_touch(
    edition: Edition, count: int, step: int, labels: list[str]
) -> None:
    chart = chart_of(of_years(count, step), StatisticWords(edition.view("en")))
    assert [words.text for words in chart.words if words.role == "middle"] == labels


def test_a_bar_tells_what_counts_of_all_that_it_shows(edition: Edition) -> None:
    rows = Row("sister", (3, 2)), Row("friendship", (1, 0))
    one = Statistic("kinds", "kind", "measure", ("counted", "uncounted"), rows,
                    drawn=2, hollow=("uncounted",))  # fmt: skip
    words = StatisticWords(edition.view("en"))
    chart = chart_of(one, words)
    assert [text.text for text in chart.words] == ["Sister city", "3 / 5", "Friendship city", "1"]
    assert chart.looks == ("1", "hollow")
    said = sentence_of(one, edition.view("en"), words)
    assert said == "Most: Sister city (3), Friendship city (1)."


def test_what_is_known_roughly_is_said_and_drawn_so(edition: Edition) -> None:
    rows = Row("sister", (60,)), Row("friendship", (4,))
    one = Statistic(
        "people", "kind", "measure", ("held",), rows, drawn=1, inexact=(("sister", "held"),)
    )
    view = edition.view("en")
    words = StatisticWords(view)
    assert [text.text for text in chart_of(one, words).words][1::2] == ["~60", "4"]
    assert sentence_of(one, view, words) == "Most: Sister city (~60), Friendship city (4)."


def test_a_chart_of_nothing_but_what_is_not_drawn_is_none() -> None:
    rows = Row("2024", (0, 3)), Row("2025", (0, 1))
    one = Statistic(
        "people", "year", "homes", ("alpha", "visits"), rows, drawn=1, measures=("visits",)
    )
    assert one.has_any
    assert not is_drawn(one)
    assert is_drawn(Statistic("people", "year", "homes", ("alpha", "visits"), rows, drawn=2))
