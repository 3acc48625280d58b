"""Who asks what an office is called is led to its place on the page of its government."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_index import documents

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha City}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units:
    - id: alpha-marine
      name: {zh: 海洋局, en: Marine Bureau}
      level: bureau
      terms:
        en: [{term: Ocean Bureau, status: deprecated}]
    - {id: alpha-east, name: {zh: 東區, en: East District}, level: district}
- id: beta
  name: {zh: 乙市, en: Beta City}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  publishes: false
  units: [{id: beta-fire, name: {zh: 消防局, en: Fire Bureau}, level: bureau}]
"""


def units(folder: Path, locale: str) -> dict[str, SearchDocument]:
    put(folder, {"data/homes.yaml": HOMES, "data/cities.yaml": "[]\n"})
    edition = read_portal(folder, Moment.parse("2026-11-22"))
    assert edition.problems == []
    return {
        one.path: one
        for one in documents(edition, locale)
        if one.path.startswith("homes/alpha/#alpha-")
    }


@pytest.mark.parametrize(
    ("locale", "title", "translated", "district"),
    [
        ("zh", "甲市政府海洋局", ("en", "Marine Bureau, Alpha City Government"), "甲市東區"),
        ("en", "Marine Bureau, Alpha City Government", ("zh-Hant-TW", "甲市政府海洋局"), "East District, Alpha City"),
    ],
)  # fmt: skip
def test_an_office_is_found_by_its_names_and_those_not_to_use(
    portal_folder: Path, locale: str, title: str, translated: tuple[str, str], district: str
) -> None:
    found = units(portal_folder, locale)
    assert {one.title for one in found.values()} == {title, district}
    marine = found["homes/alpha/#alpha-marine"]
    assert marine.shown_names == [translated]
    assert {"海洋局", "Ocean Bureau", "甲市 海洋局"} <= set(marine.names)
    assert {"海洋局 英文名稱", "English name Marine Bureau"} <= set(marine.phrases)


def test_offices_of_governments_that_publish_nothing_here_are_left_out(portal_folder: Path) -> None:
    put(portal_folder, {"data/homes.yaml": HOMES, "data/cities.yaml": "[]\n"})
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    assert not [one for one in documents(edition, "en") if "beta-fire" in one.path]
