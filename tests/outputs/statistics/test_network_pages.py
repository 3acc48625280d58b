from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from sharing_portal import FILES, HOMES

from portal.edition import Edition


def page(edition: Edition, path: str, locale: str = "en") -> lxml.html.HtmlElement:
    return lxml.html.fromstring(
        f"<main>{edition.render(edition.pages[path], locale).content}</main>"
    )


def cells(row: lxml.html.HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.xpath("th|td")]


def test_the_matrix_says_who_meets_whom_and_where(portal_folder: Path) -> None:
    found = page(read(portal_folder, FILES), "network/")
    joined, partners = (
        [cells(row) for row in table.xpath(".//tbody/tr")] for table in found.xpath("//table")
    )
    assert joined == [
        ["Net", "full member since 2005", "member"],
        ["Ring", "member", "–none"],
    ]
    assert partners == [["Sado Japan", "Net, Ring have a tie", "Net have a tie"]]


def test_the_list_says_the_same(portal_folder: Path) -> None:
    found = page(read(portal_folder, FILES), "network/")
    heads = [
        head.text_content().strip() for head in found.xpath("//section[@aria-labelledby='list']/h3")
    ]
    assert heads == ["Net", "Ring"]
    assert found.xpath("//h3[@id='net']/following-sibling::dl[1]/dd[1]/a/text()") == [
        "Alpha",
        "Beta",
    ]


def test_shared_partners_stand_with_each_tie(portal_folder: Path) -> None:
    found = page(read(portal_folder, FILES), "partners/shared/")
    shared, inside = (
        [cells(row) for row in table.xpath(".//tbody/tr")] for table in found.xpath("//table")
    )
    assert shared == [["Sado Japan", "Sister city", "Sister city"]]
    assert inside == [
        [
            "Kaga Japan",
            "Topic agreement not verifiedCulture Bureau: Friendship city not verified",
            "–none",
        ]
    ]


@pytest.mark.parametrize("path", ["network/", "partners/shared/"])
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_one_government_without_organizations_has_pages_that_say_so(
    portal_folder: Path, path: str, locale: str
) -> None:
    files = {"data/homes.yaml": HOMES.partition("- {id: beta")[0]}
    found = page(read(portal_folder, files), path, locale)
    assert found.xpath("//table") == []
    assert len(found.text_content().strip()) > 20


def test_the_page_of_a_shared_partner_leads_to_its_row(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    shared = {row.get("id") for row in page(edition, "partners/shared/").xpath("//tbody/tr")}
    leading = {
        path.split("/")[1]
        for path in edition.pages
        if path.startswith("cities/")
        for link in page(edition, path).xpath("//a[contains(@href, 'partners/shared/#')]/@href")
        if path == f"cities/{link.rpartition('#')[2]}/"
    }
    assert leading == shared
    assert len(shared) == 2
    assert len(edition.catalog.cities) > len(shared)
