"""A record's page has all that is written in the record, and the newest of what names it; a chapter has the rest."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from lxml.html import HtmlElement

from portal.edition import Edition
from portal.model.catalog.chapters import OF_UNIT, SHOWN

KAGA = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
"""
"""A city without a tie, of which nothing is told but its exchanges."""


def visits(count: int, more: str = "cities: [{city: jp-kaga}]") -> dict[str, str]:
    return {"data/cities.yaml": KAGA} | {
        f"data/exchanges/2020/visit-{n:02}.yaml": f"id: visit-{n:02}\ntitle: {{zh: 來訪{n}, en: Visit {n}}}\n"
        f"type: visit-received\nstart: 2020-01-{n:02}\n{more}\n"
        for n in range(1, count + 1)
    }


def page(edition: Edition, path: str, locale: str = "en") -> HtmlElement:
    content = edition.render(edition.pages[path], locale).content
    return lxml.html.fragment_fromstring(content, create_parent="main")


def links(element: HtmlElement) -> list[str]:
    return [str(href) for href in element.xpath(".//a/@href")]


@pytest.mark.parametrize("more", [0, 1])
def test_a_city_shows_its_newest_exchanges_and_leads_to_all(portal_folder: Path, more: int) -> None:
    count = SHOWN["exchanges"] + more
    edition = read(portal_folder, visits(count))
    found = links(page(edition, "cities/jp-kaga/"))
    newest = [
        f"../../exchanges/2020/visit-{n:02}/" for n in range(count, count - SHOWN["exchanges"], -1)
    ]
    (listed,) = page(edition, "cities/jp-kaga/").xpath(".//ol[contains(@class, 'history')]")
    assert [link for link in links(listed) if "visit-" in link] == newest
    chapter = "cities/jp-kaga/exchanges/"
    assert (chapter in edition.pages) is bool(more)
    assert (f"../../{chapter}" in found) is bool(more)


def test_the_chapter_has_all_and_leads_back(portal_folder: Path) -> None:
    edition = read(portal_folder, visits(SHOWN["exchanges"] + 1))
    assert "The whole history (11)" in page(edition, "cities/jp-kaga/").text_content()
    path = "cities/jp-kaga/exchanges/"
    found = links(page(edition, path))
    assert len([link for link in found if "visit-" in link]) == SHOWN["exchanges"] + 1
    head = edition.render(edition.pages[path], "en").head
    assert head.title == "Kaga: exchanges and features"
    assert [crumb.path for crumb in head.crumbs][-1] == "cities/jp-kaga/"


def test_an_office_shows_its_newest_exchanges_and_leads_to_its_own_part_of_all(
    portal_folder: Path,
) -> None:
    edition = read(portal_folder, visits(OF_UNIT + 1, "units: [alpha-culture]"))
    (office,) = page(edition, "homes/alpha/").xpath(".//*[@id='alpha-culture']")
    assert [link for link in links(office) if "visit-" in link] == [
        f"../../exchanges/2020/visit-0{n}/" for n in (4, 3, 2)
    ]
    assert links(office)[-1] == "../../homes/alpha/exchanges/#alpha-culture"
    (heading,) = page(edition, "homes/alpha/exchanges/").xpath(".//*[@id='alpha-culture']")
    assert heading.text_content() == "Culture Bureau"
    assert len([link for link in links(heading.getnext()) if "visit-" in link]) == OF_UNIT + 1


def test_an_office_with_few_exchanges_needs_no_chapter(portal_folder: Path) -> None:
    edition = read(portal_folder, visits(OF_UNIT, "units: [alpha-culture]"))
    assert "homes/alpha/exchanges/" not in edition.pages
    (office,) = page(edition, "homes/alpha/").xpath(".//*[@id='alpha-culture']")
    assert len(links(office)) == OF_UNIT


HOME = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  goals: [{zh: 往來, en: To meet}]
  lines_of_work: [{zh: 接待, en: Receptions}]
  stated_counts: [{stated_by: government, as_of: {zh: 民國113年底。, en: End of 2024.}, sister: 1}]
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture Bureau}, level: bureau}]
  committees:
    - name: {zh: 諮詢委員會, en: Advisory Committee}
      chair: {zh: 市長, en: The mayor}
      members_min: 3
      members_max: 9
      composition: {zh: 學者, en: Scholars}
      tasks: [{zh: 諮詢, en: Advice}]
"""


def organizations(count: int, member: str) -> dict[str, str]:
    rows = (
        f"- id: org-{n}\n  name: {{zh: 組織{n}, en: Org {n}}}\n  kind: city-network\n"
        f"  memberships: [{{{member}, membership_class: member}}]\n"
        for n in range(count)
    )
    return {"data/organizations.yaml": "".join(rows)}


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_home_shows_its_ties_memberships_and_offices_and_begins_with_the_ways_to_them(
    portal_folder: Path, locale: str
) -> None:
    edition = read(portal_folder, {"data/homes.yaml": HOME} | organizations(40, "home: alpha"))
    home = page(edition, "homes/alpha/", locale)
    ids = [str(anchor) for anchor in home.xpath(".//h2/@id")]
    assert ids == [
        "counts", "partnerships", "exchanges", "memberships", "goals", "units", "stated-counts", "sources",
    ]  # fmt: skip
    (ways,) = home.xpath(".//nav")
    assert links(ways) == [f"#{anchor}" for anchor in ids[1:]]
    assert ways.get("aria-label")
    assert all(link.text_content().strip() for link in ways.xpath(".//a"))
    (tie,) = home.xpath(".//*[@id='partnerships']/following-sibling::table//th[@scope='row']")
    assert links(tie) == ["../../cities/jp-kaga/"]
    seats = home.xpath(".//*[@id='memberships']/following-sibling::table/tbody/tr")
    assert len(seats) == 40
    assert home.xpath(".//*[@id='lines-of-work']/following-sibling::ul/li")
    assert home.xpath(".//h3[@id='committee-1']")


def test_a_page_with_few_sections_needs_no_list_of_them(portal_folder: Path) -> None:
    edition = read(portal_folder, {})
    assert not page(edition, "cities/jp-kaga/").xpath("./nav")


def test_an_organization_shows_its_member_cities(portal_folder: Path) -> None:
    edition = read(portal_folder, organizations(1, "city: jp-kaga"))
    found = page(edition, "organizations/org-0/")
    assert found.xpath(".//*[@id='members']/following-sibling::ul//a/@href")[0] == (
        "../../cities/jp-kaga/"
    )


def test_all_contradictions_are_on_the_page(portal_folder: Path) -> None:
    items = "".join(
        f"  - about: {{zh: 甲, en: Value {n}}}\n    printed: {{en: as printed}}\n"
        "    reading: {zh: 乙, en: As we read it}\n"
        for n in range(12)
    )
    city = (
        "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
        f"  discrepancies:\n{items}"
    )
    edition = read(portal_folder, {"data/cities.yaml": city})
    assert page(edition, "cities/jp-kaga/").text_content().count("as printed") == 12


PLAN = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2023
summary: {zh: 摘要, en: A summary}
budget:
  currency: TWD
  unit: {zh: 百萬元, en: million NTD}
  rows: [{source: {zh: 甲, en: A}, financing: self-liquidating, amounts: {2020: 1.25}, total: 1.25}]
  totals: {2020: 1.25}
  total: 1.25
"""


def test_a_plan_shows_its_budget(portal_folder: Path) -> None:
    edition = read(portal_folder, {"data/plans/plan.yaml": PLAN})
    (table,) = page(edition, "plans/plan/").xpath(".//*[@id='budget']/following-sibling::*//table")
    assert "1.25" in table.text_content()


TRIP = """\
id: trip
title: {zh: 報告, en: A report}
home: alpha
travelers: [{zh: 科長, en: Section chief}]
purpose: {zh: 會議, en: A meeting}
place: {zh: 加賀, en: Kaga}
start: 2026-10-01
end: 2026-10-02
summary: {zh: 摘要, en: A summary}
exchanges: [visit-01]
programme:
- {start: 2026-10-01, title: {zh: 開幕, en: Opening}, text: {zh: "## 致詞\\n\\n歡迎。", en: "## Speech\\n\\nWelcome."}}
- {start: 2026-10-02, title: {zh: 參訪, en: Tour}, text: {zh: "## 港口\\n\\n參觀。", en: "## Harbor\\n\\nA visit."}}
"""


def test_a_report_shows_its_program_and_its_exchanges(portal_folder: Path) -> None:
    edition = read(portal_folder, visits(1) | {"data/trip_reports/trip.yaml": TRIP})
    report = page(edition, "reports/trip/")
    assert report.xpath(".//h3[starts-with(@id, 'session-')]/text()") == ["Opening", "Tour"]
    assert report.xpath(".//*[@id='exchanges']/following-sibling::ol//a/@href") == [
        "../../exchanges/2020/visit-01/"
    ]


def test_no_id_comes_twice_however_many_texts_have_headings(portal_folder: Path) -> None:
    edition = read(portal_folder, visits(1) | {"data/trip_reports/trip.yaml": TRIP})
    ids = [str(anchor) for anchor in page(edition, "reports/trip/").xpath(".//@id")]
    assert len(ids) == len(set(ids))
    assert [anchor for anchor in ids if anchor.startswith("section-")] == ["section-1", "section-2"]
