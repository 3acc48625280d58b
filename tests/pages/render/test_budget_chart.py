"""The money of a plan as columns of sources."""

from __future__ import annotations

from typing import Any

import pytest

from portal.edition import Edition
from portal.model.records.plan import Budget
from portal.pages.charts.stacked import Chart
from portal.pages.render.budget_chart import budget_chart
from portal.pages.render.view import View


def row(source: str, amounts: dict[str, str], financing: str = "non-self-liquidating") -> Any:
    name = {"zh": f"{source}款", "en": source}
    return {"source": name, "financing": financing, "amounts": amounts, "total": "0"}


def budget(rows: list[Any], totals: dict[str, str]) -> Budget:
    unit = {"zh": "百萬元", "en": "million"}
    fields = {"currency": "TWD", "unit": unit, "rows": rows, "totals": totals, "total": "0"}
    return Budget.model_validate(fields)


@pytest.fixture
def view(edition: Edition) -> View:
    return View(edition.catalog, edition.relations, "en")


def heights(chart: Chart, look: str) -> list[float]:
    return [float(piece.height) for piece in chart.pieces if piece.look == look]


def test_parts_are_as_high_as_their_money_and_sources_without_any_have_no_look(view: View) -> None:
    rows = [
        row("City", {"2020": "0.75", "2021": "1.5"}),
        row("Nobody", {"2020": "0"}),
        row("Fund", {"2021": "3"}),
    ]
    drawn = budget_chart(view, budget(rows, {"2020": "0.75", "2021": "4.50"}))
    assert drawn is not None
    chart, names = drawn
    assert names == ["City", "Fund"]
    first, second = heights(chart, chart.looks[0])
    (fund,) = heights(chart, chart.looks[1])
    assert second == pytest.approx(2 * first, abs=0.2)
    assert fund == pytest.approx(4 * first, abs=0.2)
    written = [words.text for words in chart.words]
    assert {"2020", "2021", "0.75", "4.50"} <= set(written)


def test_money_from_before_and_after_the_plan_is_drawn_if_there_is_any(view: View) -> None:
    totals = {"to-2019": "1", "2020": "1", "2021": "0", "from-2022": "0"}
    drawn = budget_chart(view, budget([row("City", {"to-2019": "1", "2020": "1"})], totals))
    assert drawn is not None
    labels = [words.text for words in drawn[0].words]
    assert "≤ 2019" in labels
    assert "2021" in labels
    assert "≥ 2022" not in labels


def test_two_sources_of_one_name_say_how_they_are_financed(view: View) -> None:
    rows = [row("Other", {"2020": "1"}), row("Other", {"2021": "1"}, "self-liquidating")]
    drawn = budget_chart(view, budget(rows, {"2020": "1", "2021": "1"}))
    assert drawn is not None
    assert drawn[1] == ["Other (non-self-liquidating)", "Other (self-liquidating)"]


def test_lines_of_many_years_are_written_in_the_unit_of_the_budget(view: View) -> None:
    years = {str(year): "0.5" for year in range(2000, 2030)}
    drawn = budget_chart(view, budget([row("City", years)], years))
    assert drawn is not None
    ticks = [words.text for words in drawn[0].words if words.role == "tick"]
    assert 0.5 <= float(ticks[0]) < 1
    assert len(ticks) > 1
    labels = [words.text for words in drawn[0].words if words.role == "middle"]
    assert len(labels) <= 12


@pytest.mark.parametrize(
    ("amounts", "totals"),
    [
        ({"2020": "1"}, {"2020": "1"}),
        ({"2020": "0", "2021": "0"}, {"2020": "0", "2021": "0"}),
        ({"2020": "1", "2021": "-1"}, {"2020": "1", "2021": "-1"}),
    ],
)
def test_nothing_is_drawn_where_columns_would_say_nothing(
    view: View, amounts: dict[str, str], totals: dict[str, str]
) -> None:
    assert budget_chart(view, budget([row("City", amounts)], totals)) is None
