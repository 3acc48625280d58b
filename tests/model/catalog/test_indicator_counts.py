"""What counts for an indicator, and what does not."""

from __future__ import annotations

from typing import Any

from portal.model.catalog.indicator_counts import IndicatorCount, indicator_count
from portal.model.catalog.relations import Relations
from portal.model.catalog.tie import Tie
from portal.model.records.city import City
from portal.model.records.exchange import Exchange
from portal.model.records.partnership import Partnership
from portal.model.records.plan import Counts, Plan

PLAN = Plan.model_validate(
    {
        "id": "plan",
        "title": {"zh": "計畫", "en": "Plan"},
        "home": "alpha",
        "start": "2020",
        "end": "2023",
        "summary": {"zh": "摘要", "en": "Summary"},
    }
)


def exchange(name: str, start: str, **fields: Any) -> Exchange:
    base = {"id": name, "title": {"zh": "訪問", "en": name}, "type": "visit-made", "start": start}
    return Exchange.model_validate(base | fields)


def tie(name: str, **fields: Any) -> Tie:
    base = {"home": "alpha", "kind": "sister", "status": "active", "verified": "2026-01-05"}
    given = {key: value for key, value in (base | fields).items() if value is not None}
    city = {"id": f"jp-{name}", "name": {"zh": "市", "en": name}, "level": "city", "country": "JP"}
    return Tie(City.model_validate(city), Partnership.model_validate(given))


def count(
    measure: dict[str, Any],
    exchanges: list[Exchange] | None = None,
    ties: list[Tie] | None = None,
    of: tuple[str, str] = ("homes", "alpha"),
) -> IndicatorCount:
    relations = Relations(mentions={of: {"exchanges": exchanges or []}})
    relations.ties_of_home["alpha"] = ties or []
    return indicator_count(PLAN, Counts.model_validate(measure), relations)


def test_exchanges_count_that_took_place_in_the_years_of_the_plan() -> None:
    found = count(
        {"records": "exchanges"},
        [
            exchange("late", "2023-12-31"),
            exchange("early", "2020"),
            exchange("before", "2019-12-31"),
            exchange("after", "2024-01"),
            exchange("planned", "2022", status="planned"),
            exchange("cancelled", "2022", status="cancelled"),
            exchange("figure", "2022", type="count"),
        ],
    )
    assert [one.id for one in found.exchanges] == ["early", "late"]
    assert (found.number, found.first, found.last, found.ties) == (2, 2020, 2023, ())


def test_what_took_place_within_a_counted_exchange_is_not_counted_again() -> None:
    congress = exchange("congress", "2021", type="conference")
    talk = exchange("talk", "2021", type="meeting", part_of="congress")
    both = [talk, congress]
    assert count({"records": "exchanges"}, both).exchanges == (congress,)
    assert count({"records": "exchanges", "types": ["meeting"]}, both).exchanges == (talk,)


def test_types_and_other_years_narrow_what_counts() -> None:
    exchanges = [
        exchange("fair", "2021", type="fair"),
        exchange("visit", "2021"),
        exchange("sooner", "2019", type="fair"),
    ]
    assert count({"records": "exchanges", "types": ["fair"]}, exchanges).number == 1
    wide = count({"records": "exchanges", "types": ["fair"], "start": "2018"}, exchanges)
    assert [one.id for one in wide.exchanges] == ["sooner", "fair"]
    assert count({"records": "exchanges", "end": "2020"}, exchanges).number == 0


def test_exchanges_with_places_of_a_kind_need_such_a_tie_and_that_the_place_came() -> None:
    ties = [
        tie("sister"),
        tie("friend", kind="friendship"),
        tie("hoped", status="proposed"),
        tie("district", unit="alpha-north"),
    ]
    exchanges = [
        exchange(name, "2021", cities=[{"city": f"jp-{name}"}])
        for name in ("sister", "friend", "hoped", "district", "stranger")
    ]
    absent = [{"city": "jp-sister", "attended": "false"}]
    exchanges.append(exchange("absent", "2021", cities=absent))
    found = count({"records": "exchanges", "kinds": ["sister"]}, exchanges, ties)
    assert [one.id for one in found.exchanges] == ["sister"]


def test_what_several_offices_did_together_counts_once() -> None:
    relations = Relations()
    both = exchange("both", "2021")
    for unit in ("alpha-north", "alpha-south"):
        relations.mentions["units", unit] = {"exchanges": [both]}
    measure = Counts.model_validate(
        {"records": "exchanges", "units": ["alpha-north", "alpha-south"]}
    )
    assert indicator_count(PLAN, measure, relations).exchanges == (both,)


def test_ties_count_that_were_signed_then_whatever_became_of_them() -> None:
    ties = [
        tie("second", signed="2022-05"),
        tie("first", signed="2020", status="ended"),
        tie("before", signed="2019-12-31"),
        tie("unverified", signed="2021", verified=None),
        tie("unknown", signed="2021", status="unknown"),
        tie("memo", signed="2021", kind="agreement-only"),
        tie("district", signed="2021", unit="alpha-north"),
        tie("undated"),
    ]
    found = count({"records": "ties"}, ties=ties)
    assert [one.city.name.en for one in found.ties] == ["first", "second"]
    assert (found.number, found.undated, found.exchanges) == (2, 1, ())
    of_unit = count({"records": "ties", "units": ["alpha-north"]}, ties=ties)
    assert [one.city.name.en for one in of_unit.ties] == ["district"]
    topical = count({"records": "ties", "kinds": ["agreement-only"]}, ties=ties)
    assert [one.city.name.en for one in topical.ties] == ["memo"]
