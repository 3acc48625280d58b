"""Cities are listed by continent, country, kind and status of tie; a list is there where there is something."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from lxml.html import HtmlElement

from portal.edition import Edition

CITY = (
    "- id: {id}\n  name: {{zh: {zh}, en: {en}}}\n  level: city\n  country: {country}\n"
    "  partnerships:\n    - {{home: alpha, kind: {kind}, status: {status}{more}}}\n"
)
CITIES = "".join(
    CITY.format(id=i, zh=zh, en=en, country=i[:2].upper(), kind=kind, status=status, more=more)
    for i, zh, en, kind, status, more in (
        ("jp-kaga", "加賀市", "Kaga", "sister", "active", ", signed: 2001"),
        ("fr-lyon", "里昂", "Lyon", "friendship", "dormant", ", signed: 1990-05-01"),
        ("de-aachen", "亞琛", "Aachen", "sister", "dormant", ""),
        ("us-secret", "秘城", "Secret", "sister", "ended", ", ended: 2020, confidential: true"),
    )
)


@pytest.fixture
def edition(portal_folder: Path) -> Edition:
    return read(portal_folder, {"data/cities.yaml": CITIES})


def page(edition: Edition, path: str, locale: str = "en") -> HtmlElement:
    content = edition.render(edition.pages[path], locale).content
    return lxml.html.fragment_fromstring(content, create_parent="main")


def test_a_status_has_a_page_if_a_public_tie_has_it(edition: Edition) -> None:
    found = {path for path in edition.pages if path.startswith("cities/status/")}
    assert found == {"cities/status/active/", "cities/status/dormant/"}


@pytest.mark.parametrize("path", ["cities/", "site-map/"])
def test_kinds_and_statuses_are_one_click_away(edition: Edition, path: str) -> None:
    links = page(edition, path).xpath("//a/@href")
    for way in ("cities/status/dormant/", "cities/status/active/", "cities/kinds/sister/"):
        assert f"../{way}" in links
    assert "../cities/status/ended/" not in links


@pytest.mark.parametrize(
    ("locale", "names"), [("en", ["Aachen", "Lyon"]), ("zh", ["里昂", "亞琛"])]
)
def test_the_page_of_a_status_has_its_ties_by_name(
    edition: Edition, locale: str, names: list[str]
) -> None:
    table = page(edition, "cities/status/dormant/", locale).find(".//table")
    assert table is not None
    assert table.xpath(".//tbody/tr/th/a/text()") == names


def test_what_a_table_is_sorted_by_stands_in_its_cells(edition: Edition) -> None:
    table = page(edition, "cities/status/dormant/").find(".//table")
    assert table is not None
    assert table.get("data-sortable") is not None
    columns = table.xpath(".//thead//th/@data-sort")
    assert columns == ["name", "country", "government", "kind", "date"]
    rows = [
        [str(cell) for cell in row.xpath("./*/@data-value")] for row in table.xpath(".//tbody/tr")
    ]
    aachen, lyon = (dict(zip(columns, row, strict=True)) for row in rows)
    assert int(aachen["name"]) < int(lyon["name"])
    assert int(lyon["country"]) < int(aachen["country"])  # France before Germany
    assert int(aachen["kind"]) < int(lyon["kind"])
    assert (aachen["date"], lyon["date"]) == ("", "1990-05-01")


def test_countries_stand_in_the_order_of_the_language(edition: Edition) -> None:
    countries = {
        locale: page(edition, "cities/", locale).xpath("//h3//text()") for locale in ("zh", "en")
    }
    assert countries["en"] == ["Japan", "France", "Germany"]
    assert countries["zh"] == ["日本", "法國", "德國"]
