from __future__ import annotations

from typing import Any

import pytest

from portal.model.catalog.reconciliation import Reconciliation, reconcile
from portal.model.catalog.tie import Tie
from portal.model.records.city import City
from portal.model.records.home import StatedCount
from portal.model.records.partnership import Partnership


def tie(name: str, **fields: Any) -> Tie:
    """A tie in force and verified, of sister cities, but for the fields given."""
    base = {"home": "alpha", "kind": "sister", "status": "active", "verified": "2026-01-05"}
    given = {key: value for key, value in (base | fields).items() if value is not None}
    city = {"id": f"jp-{name}", "name": {"zh": "市", "en": name}, "level": "city", "country": "JP"}
    return Tie(City.model_validate(city), Partnership.model_validate(given))


def stated(**fields: Any) -> StatedCount:
    base = {"stated_by": "press", "as_of": {"zh": "報導", "en": "Press"}, "date": "2025-06-30"}
    return StatedCount.model_validate(base | fields)


def reason(counted: str, **fields: Any) -> dict[str, Any]:
    return {"counted": counted, "reason": {"zh": "原因", "en": "Reason"}, **fields}


def names(ties: tuple[Tie, ...]) -> list[str]:
    return [tie.city.name.en for tie in ties]


def outcomes(found: Reconciliation) -> dict[str, str]:
    return {line.name: line.outcome for line in found.lines}


def test_each_tie_stands_where_the_records_put_it() -> None:
    ties = [
        tie("sure"), tie("unverified", verified=None), tie("dormant", status="dormant"),
        tie("unknown", status="unknown"), tie("proposed", status="proposed"),
        tie("ended", status="ended"), tie("district", unit="alpha-north"),
        tie("friend", kind="friendship"), tie("memo", kind="agreement-only"),
    ]  # fmt: skip
    (line,) = reconcile(stated(sister=4), ties).lines
    assert names(line.sure) == ["sure"]
    assert names(line.listed) == ["unverified", "dormant", "unknown"]
    assert (line.least, line.most, line.outcome) == (1, 4, "closes")


@pytest.mark.parametrize(
    ("number", "outcome"),
    [(4, "short"), (3, "closes"), (2, "between"), (1, "between"), (0, "over")],
)
def test_a_number_closes_falls_short_or_is_too_small(number: int, outcome: str) -> None:
    ties = [tie("a"), tie("b", verified=None), tie("c", status="unknown")]
    assert outcomes(reconcile(stated(sister=number), ties)) == {"sister": outcome}


def test_ties_made_since_the_day_are_apart() -> None:
    ties = [tie("then", signed="2025-06-30"), tie("since", signed="2025-07"), tie("undated")]
    found = reconcile(stated(sister=2), ties)
    assert (names(found.lines[0].sure), names(found.later)) == (["then", "undated"], ["since"])
    undated = reconcile(
        StatedCount.model_validate(stated(sister=3).model_dump(exclude={"date"})), ties
    )
    assert (outcomes(undated), undated.later) == ({"sister": "closes"}, ())


def test_a_month_that_may_hold_the_day_is_not_later() -> None:
    found = reconcile(stated(sister=1), [tie("june", signed="2025-06")])
    assert (names(found.lines[0].sure), found.later) == (["june"], ())


def test_a_total_takes_the_kinds_that_it_says() -> None:
    ties = [tie("s"), tie("f", kind="friendship"), tie("p", kind="partner")]
    found = reconcile(stated(sister=1, total=2, total_of=["sister", "friendship"]), ties)
    assert [(line.name, names(line.sure)) for line in found.lines] == [
        ("sister", ["s"]),
        ("total", ["s", "f"]),
    ]
    everything = reconcile(stated(total=3), ties)
    assert names(everything.lines[0].sure) == ["s", "f", "p"]


def test_reasons_leave_ties_out_put_them_in_and_name_gaps() -> None:
    ties = [
        tie("in"),
        tie("out"),
        tie("memo", kind="agreement-only"),
        tie("doubtful", verified=None),
    ]
    reasons = [
        reason("left-out", cities=["jp-out"]),
        reason("included", cities=["jp-memo"], kind="sister"),
        reason("included", number=2),
        reason("unclear", cities=["jp-doubtful"]),
    ]
    found = reconcile(stated(sister=5, reasons=reasons), ties)
    (line,) = found.lines
    assert (names(line.sure), names(line.added), names(line.listed)) == (
        ["in"],
        ["memo"],
        ["doubtful"],
    )
    assert names(found.left_out) == ["out"]
    assert (line.unnamed, line.least, line.most, line.outcome) == (2, 4, 5, "closes")


def test_a_gap_of_one_kind_is_not_in_the_line_of_another() -> None:
    gap = reason("included", number=1, kind="friendship")
    found = reconcile(stated(sister=0, friendship=1, reasons=[gap]), [])
    assert outcomes(found) == {"sister": "closes", "friendship": "closes"}


def test_an_included_tie_that_is_counted_anyway_is_not_counted_twice() -> None:
    found = reconcile(stated(sister=1, reasons=[reason("included", cities=["jp-a"])]), [tie("a")])
    assert (found.lines[0].most, found.lines[0].added) == (1, ())
