from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import Relations, build_relations

FILES = {
    "data/cities.yaml": """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - home: alpha
      kind: sister
      status: active
      agreements:
        - {title: {zh: 甲, en: A}, parties: [alpha, jp-kaga, kr-busan]}
    - {home: alpha, unit: alpha-culture, kind: partner, status: active}
- id: kr-busan
  name: {zh: 釜山, en: Busan}
  level: city
  country: KR
- id: kr-draft
  name: {zh: 草稿, en: Draft}
  level: city
  country: KR
  draft: true
  partnerships: [{home: alpha, kind: sister, status: active}]
""",
    "data/organizations.yaml": """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
  memberships:
    - {home: alpha, membership_class: full}
    - {city: jp-kaga, membership_class: host}
""",
    "data/exchanges/2026/visit.yaml": """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
homes: [alpha]
cities: [{city: jp-kaga}, {city: kr-busan}]
sources: [report]
""",
    "data/exchanges/2026/secret.yaml": """\
id: secret
title: {zh: 密訪, en: A secret}
type: visit-received
start: 2026-05-04
cities: [{city: jp-kaga}]
draft: true
""",
    "data/press_releases/2026/news.yaml": """\
id: news
title: {zh: 新聞, en: News}
date: 2026-05-04
category: visits
issuer: alpha-culture
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
cities: [jp-kaga, kr-busan]
exchanges: [visit]
""",
}


@pytest.fixture
def relations(catalog: Callable[[Mapping[str, str]], Catalog]) -> Relations:
    return build_relations(catalog(FILES))


def naming(relations: Relations, kind: str, record_id: str, by: str) -> list[str]:
    return [record.id for record in relations.naming(kind, record_id, by)]


def test_a_record_is_told_who_names_it(relations: Relations) -> None:
    assert naming(relations, "exchanges", "visit", "press_releases") == ["news"]
    assert naming(relations, "cities", "kr-busan", "press_releases") == ["news"]
    assert naming(relations, "sources", "report", "exchanges") == ["visit"]
    assert naming(relations, "units", "alpha-culture", "press_releases") == ["news"]
    assert naming(relations, "exchanges", "visit", "plans") == []
    assert naming(relations, "exchanges", "no-such-id", "plans") == []


def test_what_is_not_public_names_nobody(relations: Relations) -> None:
    assert naming(relations, "cities", "jp-kaga", "exchanges") == ["visit"]
    assert {tie.city.id for tie in relations.ties_of_home["alpha"]} == {"jp-kaga"}


def test_a_record_that_names_another_twice_is_listed_once(relations: Relations) -> None:
    """The city jp-kaga names alpha in two ties and an agreement."""
    assert naming(relations, "homes", "alpha", "cities") == ["jp-kaga"]


def test_a_home_has_its_ties_and_those_of_its_units(relations: Relations) -> None:
    ties = relations.ties_of_home["alpha"]
    assert [(tie.city.id, tie.partnership.kind) for tie in ties] == [
        ("jp-kaga", "sister"),
        ("jp-kaga", "partner"),
    ]


def test_homes_and_cities_have_their_memberships(relations: Relations) -> None:
    seats = {
        member: [(seat.organization.id, seat.membership.membership_class) for seat in seats]
        for member, seats in relations.seats_of.items()
    }
    assert seats == {"alpha": [("net", "full")], "jp-kaga": [("net", "host")]}


def test_an_agreement_of_three_is_shown_with_the_third_party_too(relations: Relations) -> None:
    ((tie, agreement),) = relations.agreements_of["kr-busan"]
    assert (tie.city.id, agreement.title.en) == ("jp-kaga", "A")
    assert "jp-kaga" not in relations.agreements_of


def test_a_release_is_told_of_others_about_the_same(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    other = FILES["data/press_releases/2026/news.yaml"].replace("id: news", "id: other")
    found = build_relations(catalog(FILES | {"data/press_releases/2026/other.yaml": other}))
    assert [release.id for release in found.related["news"]] == ["other"]
