from __future__ import annotations

from typing import Any

import pytest

from portal.model.catalog.counts import TieCount, count_ties
from portal.model.catalog.relations import Tie
from portal.model.records.city import City
from portal.model.records.partnership import Partnership

CITY = City.model_validate(
    {"id": "jp-kaga", "name": {"zh": "加賀", "en": "Kaga"}, "level": "city", "country": "JP"}
)


def tie(**fields: Any) -> Tie:
    """An active, verified sister tie but for the fields given."""
    base = {"home": "alpha", "kind": "sister", "status": "active", "verified": "2026-01-05"}
    given = {key: value for key, value in (base | fields).items() if value is not None}
    return Tie(CITY, Partnership.model_validate(given))


def count(*ties: Tie) -> dict[str, TieCount]:
    return {found.kind: found for found in count_ties(ties)}


@pytest.mark.parametrize(
    ("fields", "headline", "listed", "proposed"),
    [
        ({}, 1, 1, 0),
        ({"status": "signed"}, 1, 1, 0),
        ({"status": "dormant"}, 0, 1, 0),
        ({"status": "ended"}, 0, 1, 0),
        ({"status": "unknown"}, 0, 1, 0),
        ({"status": "proposed"}, 0, 0, 1),
        ({"verified": None}, 0, 1, 0),
        ({"unit": "alpha-culture"}, 0, 0, 0),
        ({"unit": "alpha-culture", "status": "proposed"}, 0, 0, 0),
    ],
)
def test_a_headline_counts_ties_in_force_that_are_verified(
    fields: dict[str, Any], headline: int, listed: int, proposed: int
) -> None:
    assert count(tie(**fields))["sister"] == TieCount("sister", headline, listed, proposed)


def test_a_memorandum_is_listed_and_never_in_a_headline() -> None:
    assert count(tie(kind="agreement-only"))["agreement-only"] == TieCount(
        "agreement-only", 0, 1, 0
    )


def test_kinds_are_counted_apart_and_always_in_the_same_order() -> None:
    found = count(tie(kind="partner"), tie(), tie(), tie(kind="friendship"))
    assert {kind: one.headline for kind, one in found.items()} == {
        "sister": 2,
        "friendship": 1,
        "partner": 1,
        "agreement-only": 0,
    }
    assert list(count()) == ["sister", "friendship", "partner", "agreement-only"]


def test_a_tie_dates_from_its_kind_or_else_its_first_agreement() -> None:
    title = {"zh": "甲", "en": "A"}
    agreements = [
        {"title": title, "parties": ["alpha", "jp-kaga"], "signed": signed}
        for signed in ("2016", "2014-07-08")
    ]
    agreements.append({"title": title, "parties": ["alpha", "jp-kaga"]})
    assert str(tie(agreements=agreements).partnership.since) == "2014-07-08"
    assert str(tie(agreements=agreements, signed="2015").partnership.since) == "2015"
    assert tie().partnership.since is None


def test_a_tie_of_a_unit_does_not_end_the_count() -> None:
    found = count(
        tie(unit="alpha-culture"), tie(status="proposed"), tie(status="proposed"), tie(), tie()
    )
    assert found["sister"] == TieCount("sister", headline=2, listed=2, proposed=2)
