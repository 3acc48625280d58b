"""A stated number of ties has a page that says which ties it can mean."""

from __future__ import annotations

from pathlib import Path

import lxml.html
from editing import read
from lxml.html import HtmlElement

from portal.edition import Edition

HOME = """\
- id: alpha
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: special-municipality
{more}"""

STATED = """\
  stated_counts:
    - {date: 2020-05, stated_by: press, as_of: {zh: 報導, en: An old report}, sister: 9}
    - date: 2024-12-31
      stated_by: government
      as_of: {zh: 市府網站, en: Website of the city}
      sister: 3
      reasons:
        - {number: 1, counted: included, reason: {zh: 名單未載, en: Not on the list}}
        - {cities: [jp-kobe], counted: unclear, reason: {zh: 久無往來, en: Long without contact}}
"""

CITIES = """\
- id: jp-kaga
  name: {zh: 加賀市, en: Kaga, ja: 加賀市}
  level: city
  country: JP
  partnerships: [{home: alpha, kind: sister, status: active, sources: ["https://example.org"], verified: 2026-01-05}]
- id: jp-kobe
  name: {zh: 神戶市, en: Kobe, ja: 神戸市}
  level: city
  country: JP
  partnerships: [{home: alpha, kind: sister, status: dormant}]
"""


def portal(folder: Path, more: str) -> Edition:
    return read(folder, {"data/homes.yaml": HOME.format(more=more), "data/cities.yaml": CITIES})


def page(edition: Edition, path: str, locale: str = "en") -> HtmlElement:
    content = edition.render(edition.pages[path], locale).content
    return lxml.html.fragment_fromstring(content, create_parent="main")


def test_the_page_sets_the_number_against_the_ties(portal_folder: Path) -> None:
    edition = portal(portal_folder, STATED)
    main = page(edition, "homes/alpha/counts/")
    cells = main.xpath(".//tbody/tr/td")
    assert [cell.text_content() for cell in cells] == ["1", "1", "1", "3", "3"]
    text = " ".join(main.text_content().split())
    assert "The numbers match" in text
    assert "Long without contact" in text
    assert "An old report" not in text
    assert "../../../cities/jp-kobe/" in main.xpath(".//dd//a/@href")


def test_it_can_be_reached_from_the_government_and_leads_back(portal_folder: Path) -> None:
    edition = portal(portal_folder, STATED)
    assert "../../homes/alpha/counts/" in page(edition, "homes/alpha/").xpath(".//a/@href")
    head = edition.render(edition.pages["homes/alpha/counts/"], "en").head
    assert [crumb.path for crumb in head.crumbs][-1] == "homes/alpha/"


def test_there_is_none_where_nothing_is_stated_or_nothing_published(portal_folder: Path) -> None:
    assert "homes/alpha/counts/" not in portal(portal_folder, "").pages
    quiet = portal(portal_folder, "  publishes: false\n" + STATED)
    assert "homes/alpha/counts/" not in quiet.pages
