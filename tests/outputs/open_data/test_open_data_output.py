"""The page tells what changed, and what the files hold is what it says."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import editing
import lxml.html
import pytest
from editing import put
from releases import release

from portal.edition import Edition
from portal.outputs.open_data.changes import Changes, Publication, note_records
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.open_data_output import OpenData
from portal.site_file import Content

SITE = "https://portal.example/"

read = partial(editing.read, site=SITE)


def shown(edition: Edition, path: str, locale: str) -> lxml.html.HtmlElement:
    return shown_in(edition.render(edition.pages[path], locale).content)


def shown_in(content: str) -> lxml.html.HtmlElement:
    page: lxml.html.HtmlElement = lxml.html.fromstring(f"<main>{content}</main>")
    return page


def files_of(edition: Edition) -> dict[str, Content]:
    return edition.output(OpenData).files(edition).whole


@pytest.fixture
def noted(portal_folder: Path) -> Path:
    """The small portal, in which a release was edited and one added since its publication."""
    first = read(portal_folder, release("one"))
    now = {e.table.name: e.fingerprints for e in exports(first.catalog, SITE)}
    note_records(portal_folder, now, "2026-11-22")
    put(portal_folder, release("one", more="goals: [17]\n") | release("two"))
    return portal_folder


@pytest.fixture
def changed(noted: Path, tmp_path: Path) -> Edition:
    """The same, to be published."""
    return read(noted, {}, "2026-11-23", kept=tmp_path / "kept")


def test_the_log_is_told_to_programs_and_to_readers(changed: Edition) -> None:
    files = files_of(changed)
    assert json.loads(bytes(files["data/changes.json"])) == {
        "since": "2026-11-22",
        "changes": {
            "press_releases": {"added": ["two"], "changed": {"one": ["goals"]}, "removed": []}
        },
        "earlier": [],
    }
    for locale, words in (("zh", "新增1筆：two"), ("en", "1 added: two")):
        page = shown(changed, "open-data/", locale)
        said = " ".join(page.xpath("string(//section[h2/@id='changes'])").split())
        assert words in said
        assert "goals" in said


def test_the_page_begins_with_what_a_spreadsheet_opens(changed: Edition) -> None:
    for locale in ("zh", "en"):
        page = shown(changed, "open-data/", locale)
        ways = page.xpath("//nav[@class='jump']//a/@href")
        assert ways == [f"#{id_}" for id_ in page.xpath("//section/h2/@id")]
        assert len(ways) == 5
        (first, *_) = page.xpath("//section[h2/@id='tables']//tr[td]")
        up = "../../" if locale == "en" else "../"
        assert first.xpath("td[last()]//a/@href") == [f"{up}data/homes.ods"]
        assert not page.xpath("//section[h2/@id='tables']//a[contains(@href, '.jsonld')]")
        assert page.xpath("//details//a[contains(@href, '.jsonld')]")


def test_of_many_changed_rows_it_is_told_first_how_many(changed: Edition) -> None:
    few = Publication("2026-01-02", (Changes("cities", ("xx-0",), (), (), ()),))
    many = Publication(
        "2026-01-03",
        (Changes("cities", tuple(f"xx-{n}" for n in range(20)), (), (), (("removed", 3),)),),
    )
    assert (few.size, many.size) == (1, 23)
    offers = changed.pages["open-data/"].params["offers"]
    for publication, is_folded in ((few, False), (many, True)):
        view = changed.view("en", "open-data/")
        given = {"title": "Open data", "offers": offers, "log": [publication]}
        html = changed.renderer("en").fill(view, "open_data.html.j2", **given)
        (section,) = shown_in(html).xpath("//section[h2/@id='changes']")
        plain = " ".join(section.xpath("string(ul)").split())
        folded = " ".join(section.xpath("string(details)").split())
        assert ("xx-0" in folded) == is_folded
        assert ("xx-0" in plain) != is_folded
        assert (plain == "Cities: 20 added, 3 removed") == is_folded


def test_a_page_tells_rows_formats_and_sizes(changed: Edition) -> None:
    files = files_of(changed)
    size = len(bytes(files["data/press_releases.csv"]))
    page = shown(changed, "open-data/press_releases/", "en")
    said = " ".join(page.xpath("string(//section[h2/@id='files'])").split())
    assert said.startswith(f"Download 2 rows CSV {round(size / 1000)} kB JSON")
    assert page.xpath("//a[@download]/@href")[0] == "../../../data/press_releases.csv"


def test_without_files_the_pages_promise_none(noted: Path) -> None:
    for path in ("open-data/", "open-data/cities/"):
        assert not shown(read(noted, {}), path, "zh").xpath("//a[@download]")


def test_without_an_address_of_the_site_the_files_are_made_all_the_same(
    noted: Path, tmp_path: Path
) -> None:
    files = files_of(editing.read(noted, {}, kept=tmp_path / "kept"))
    package = json.loads(bytes(files["data/datapackage.json"]))
    assert [resource["path"] for resource in package["resources"]][:2] == ["homes.csv", "units.csv"]
    described = {resource["path"]: resource for resource in package["resources"]}
    own = described["statistics/ties-by-kind.csv"]
    fields = {field["name"]: field for field in own["schema"]["fields"]}
    assert [fields[name]["type"] for name in ("key", "as_of", "counted")] == [
        "string",
        "date",
        "integer",
    ]
    assert all(field["title"] and field["title_zh"] for field in fields.values())
    assert b"<http" not in bytes(files["data/catalog.ttl"]).partition(b"dcat:downloadURL")[2][:20]


def test_people_with_a_spreadsheet_are_led_to_workbooks(changed: Edition) -> None:
    for locale in ("zh", "en"):
        links = shown(changed, "open-data/", locale).xpath("//main//p/a/@href")
        assert any(link.endswith("spreadsheets/") for link in links)
        page = shown(changed, "open-data/spreadsheets/", locale)
        offered = {link.rpartition("/")[2] for link in page.xpath("//a[@download]/@href")}
        assert {"partnerships.ods", "cities.ods", "cities.csv"} <= offered
        assert "press_releases.csv" not in offered
        assert len(page.xpath("//h3")) == len(page.xpath("//h3/following-sibling::p[1]/a")) == 5
