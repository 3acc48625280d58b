"""What has a name is in the term base without being entered again; who prefers which word is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.terminology.term_base import TermBase, build_term_base
from portal.model.values.moment import Moment

FILES = {
    "data/homes.yaml": """\
- id: alpha
  name: {zh: 甲市, en: Alpha City}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  terms: {zh: [{term: 甲埠, status: deprecated}]}
  units:
    - id: alpha-marine
      name: {zh: 海洋局, en: Marine Bureau}
      level: bureau
      former_names: [{zh: 漁業處, en: Fisheries Office}]
      terms: {en: [{term: Ocean Bureau, status: deprecated}]}
""",
    "data/organizations.yaml": """\
- id: net
  name: {zh: 城市網, en: City Net}
  acronym: CN
  kind: city-network
  terms: {zh: [{term: 城市聯絡網, status: preferred, homes: [alpha]}]}
""",
    "data/cities.yaml": """\
- id: jp-oka
  name: {zh: 岡市, en: Oka, ja: 岡市}
  level: city
  country: JP
  partnerships: [{home: alpha, kind: sister, status: active, signed: 1990}]
""",
    "data/glossary.yaml": """\
- id: friendship-city
  subject_field: relation
  definition: {zh: 友好的城市。, en: A city that is a friend.}
  terms:
    zh: [{term: 友好城市, status: preferred}, {term: 友誼市, status: preferred, homes: [alpha]}]
    en: [{term: friendship city, status: preferred, forms: [friendship towns]}]
""",
}


@pytest.fixture
def base(portal_folder: Path) -> TermBase:
    put(portal_folder, FILES)
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    assert edition.problems == []
    return build_term_base(edition.basis.catalog)


def told(base: TermBase, kind: str, id_: str, language: str) -> list[str]:
    return [f"{term.text}: {term.status}" for term in base[kind, id_].words(language)]


def test_names_of_records_are_terms(base: TermBase) -> None:
    assert told(base, "homes", "alpha", "zh") == [
        "甲市: preferred",
        "甲市政府: admitted",
        "甲埠: deprecated",
    ]
    assert told(base, "units", "alpha-marine", "en") == [
        "Marine Bureau: preferred",
        "Marine Bureau, Alpha City Government: admitted",
        "Fisheries Office: admitted",
        "Ocean Bureau: deprecated",
    ]
    assert told(base, "organizations", "net", "en") == ["City Net: preferred", "CN: admitted"]
    assert told(base, "cities", "jp-oka", "zh") == ["岡市: preferred"]
    assert base["cities", "jp-oka"].is_name


def test_a_government_has_its_own_word_for_what_all_others_call_otherwise(base: TermBase) -> None:
    net, friendship = base["organizations", "net"], base["glossary", "friendship-city"]
    assert [net.preferred("zh", home) for home in ("", "alpha", "beta")] == [
        "城市網",
        "城市聯絡網",
        "城市網",
    ]
    assert friendship.preferred("zh", "alpha") == "友誼市"
    assert friendship.words("en")[0].forms == ("friendship towns",)
    assert not friendship.is_name


def test_countries_are_terms_only_where_a_city_lies(base: TermBase) -> None:
    assert [id_ for kind, id_ in base if kind == "countries"] == ["JP"]
