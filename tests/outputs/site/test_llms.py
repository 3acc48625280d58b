"""The guide for language models is in the form of llmstxt.org, as their own parser reads it, and stays short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from llms_txt import parse_llms_file

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.values.moment import Moment
from portal.outputs.site.llms import llms

SITE = "https://portal.example/"

RELEASE = (
    "id: news\ntitle: {zh: 新聞, en: News}\ndate: 2026-11-01\ncategory: visits\nlead: {zh: 一則。, en: One.}\n"
    "body: {zh: 一則。, en: One.}\nsources: [report]\n"
)

Guide = Callable[[Mapping[str, str]], Any]


@pytest.fixture
def guide(
    catalog: Callable[[Mapping[str, str]], Catalog], portal_folder: Path, now: Moment
) -> Guide:
    """The guide to the small portal with these files, read."""

    def of(files: Mapping[str, str]) -> Any:
        catalog(files)
        text = llms(read_portal(portal_folder, now), SITE).decode()
        assert text.startswith("# City Diplomacy Portal\n\n> ")
        return parse_llms_file(text)

    return of


def test_it_names_what_the_portal_has_with_a_line_on_each(guide: Guide) -> None:
    found = guide({"data/press_releases/2026/news.yaml": RELEASE})
    assert found.title == "City Diplomacy Portal"
    assert found.summary
    assert "unverified facts are marked" in found.info
    assert list(found.sections) == ["Records", "Governments", "Features", "中文", "Optional"]
    lists = ("homes", "cities", "exchanges", "press", "map", "statistics", "open-data")
    assert [link.url for link in found.sections["Records"]] == [
        f"{SITE}en/{path}/" for path in lists
    ]
    (home,) = found.sections["Governments"]
    assert (home.title, home.url) == ("Alpha", f"{SITE}en/homes/alpha/")
    assert [link.url for link in found.sections["中文"]] == [
        SITE, *(f"{SITE}{path}/" for path in lists),
    ]  # fmt: skip
    described = [link for links in found.sections.values() for link in links]
    assert [link.title for link in described if not link.desc] == ["Feed of features (Atom)"]


def test_without_releases_there_is_no_feed_to_name(guide: Guide) -> None:
    assert "Features" not in guide({}).sections


def test_it_does_not_grow_with_the_records(guide: Guide) -> None:
    cities = "".join(
        f"- id: jp-city-{n}\n  name: {{zh: 某市, en: City {n}}}\n  level: city\n  country: JP\n"
        for n in range(50)
    )
    assert guide({"data/cities.yaml": cities}) == guide({})


def test_square_brackets_in_a_name_become_round(guide: Guide) -> None:
    home = "- id: alpha\n  name: {zh: 甲市, en: 'Alpha [x]'}\n  level: city\n"
    found = guide({"data/homes.yaml": home + "  full_name: {zh: 甲市政府, en: Alpha Government}\n"})
    (link,) = found.sections["Governments"]
    assert (link.title, link.url) == ("Alpha (x)", f"{SITE}en/homes/alpha/")
