from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.counts import (
    ExchangeCount,
    TieCount,
    count_exchanges,
    count_portal,
    count_ties,
)
from portal.model.catalog.relations import build_relations
from portal.model.catalog.tie import Tie
from portal.model.records.city import City
from portal.model.records.exchange import Exchange
from portal.model.records.partnership import Partnership
from portal.model.values.partial_date import PartialDate

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


def exchange(**fields: Any) -> Exchange:
    """One of today, held, but for the fields given."""
    base = {"id": "visit", "title": {"zh": "訪", "en": "Visit"}, "type": "meeting"}
    return Exchange.model_validate(base | {"start": "2026-01-05"} | fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ExchangeCount(1, 0, 0, 0)),
        ({"type": "count"}, ExchangeCount(0, 0, 0, 0)),
        ({"status": "planned"}, ExchangeCount(0, 1, 0, 0)),
        ({"status": "planned", "start": "2026-01-04"}, ExchangeCount(0, 0, 1, 0)),
        ({"status": "planned", "start": "2026-01"}, ExchangeCount(0, 1, 0, 0)),
        (
            {"status": "planned", "start": "2026-01-04", "end": "2026-01-05"},
            ExchangeCount(0, 1, 0, 0),
        ),
        ({"status": "cancelled"}, ExchangeCount(0, 0, 0, 1)),
    ],
)
def test_an_exchange_is_counted_by_whether_it_took_place(
    fields: dict[str, Any], expected: ExchangeCount
) -> None:
    assert count_exchanges([exchange(**fields)], PartialDate(2026, 1, 5)) == expected


def test_an_event_and_the_meetings_within_it_are_one() -> None:
    congress = exchange(id="congress", type="conference")
    talk = exchange(id="talk", part_of="congress")
    aside = exchange(id="aside", part_of="talk")
    figure = exchange(id="figure", type="count")
    of_figure = exchange(id="one-of-them", part_of="figure")
    today = PartialDate(2026, 1, 5)
    assert count_exchanges([talk, congress, aside], today).held == 1
    assert count_exchanges([talk, aside], today).held == 1  # of whoever came only to the talk
    assert count_exchanges([figure, of_figure], today).held == 1
    planned = exchange(id="congress", type="conference", status="planned")
    assert count_exchanges([planned, talk], today) == ExchangeCount(1, 1, 0, 0)


PORTAL = {
    "data/homes.yaml": """\
- {id: alpha, name: {zh: 甲市, en: Alpha}, full_name: {zh: 甲市政府, en: Alpha City}, level: city}
- {id: beta, name: {zh: 乙市, en: Beta}, full_name: {zh: 乙市政府, en: Beta City}, level: city, publishes: false}
""",
    "data/cities.yaml": """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: active, verified: 2026-01-05}
    - {home: beta, kind: sister, status: active, verified: 2026-01-05}
- id: jp-sado
  name: {zh: 佐渡, en: Sado}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: friendship, status: unknown}
    - {home: beta, kind: friendship, status: active, verified: 2026-01-05}
""",
    "data/organizations.yaml": """\
- id: joined
  name: {zh: 甲會, en: Joined}
  kind: city-network
  memberships: [{home: alpha, membership_class: member}]
- id: left
  name: {zh: 乙會, en: Left}
  kind: city-network
  memberships: [{home: alpha, membership_class: member, since: 2001, until: 2020}]
- id: of-others
  name: {zh: 丙會, en: Of others}
  kind: city-network
  memberships: [{home: beta, membership_class: member}, {city: jp-kaga, membership_class: full}]
- {id: mentioned, name: {zh: 丁會, en: Mentioned}, kind: city-network}
""",
}


def test_a_portal_counts_what_those_have_who_publish_on_it(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    found = catalog(PORTAL)
    total = count_portal(found, build_relations(found))
    assert (total.ties.headline, total.ties.listed, total.partners) == (1, 2, 1)
    assert (total.places, total.countries) == (2, 1)
    assert (total.joined, total.organizations) == (1, 4)
