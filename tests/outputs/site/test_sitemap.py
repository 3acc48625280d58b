"""The sitemap is what sitemaps.org's schema asks for, and its days are those that records tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree
from releases import release

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.catalog.chapters import SHOWN
from portal.model.values.moment import Moment
from portal.outputs.site.sitemap import sitemap

SITE = "https://portal.example/a&b/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

SCHEMA = """
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xsd:element name="urlset"><xsd:complexType><xsd:sequence>
    <xsd:element name="url" maxOccurs="50000"><xsd:complexType><xsd:sequence>
      <xsd:element name="loc"><xsd:simpleType><xsd:restriction base="xsd:anyURI">
        <xsd:minLength value="12"/><xsd:maxLength value="2048"/></xsd:restriction></xsd:simpleType></xsd:element>
      <xsd:element name="lastmod" minOccurs="0"><xsd:simpleType>
        <xsd:union memberTypes="xsd:date xsd:dateTime"/></xsd:simpleType></xsd:element>
      <xsd:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="skip"/>
    </xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""
"""What https://www.sitemaps.org/protocol.html lays down for the elements that are used."""

VISIT = "id: {0}\ntitle: {{zh: 來訪, en: Visit}}\ntype: visit-received\nstart: 2020-01-01\n"
NEWS = (
    "id: {0}\ntitle: {{zh: 新聞, en: News}}\ndate: {1}\ncategory: visits\nlead: {{zh: 一則。, en: One.}}\n"
    "body: {{zh: 一則。, en: One.}}\nsources: [report]\nverified: 2026-11-20\n"
)

Days = Callable[[Mapping[str, str]], dict[str, str]]


@pytest.fixture
def days(catalog: Callable[[Mapping[str, str]], Catalog], portal_folder: Path, now: Moment) -> Days:
    """``lastmod`` of each Chinese page of the small portal with these files, empty where there is none."""

    def of(files: Mapping[str, str]) -> dict[str, str]:
        catalog(files)
        edition = read_portal(portal_folder, now)
        xml = sitemap(SITE, {"", "about/counting/"}, edition.pages)
        tree = etree.fromstring(xml)
        etree.XMLSchema(etree.fromstring(SCHEMA)).assertValid(tree)
        found = {
            url.findtext("s:loc", "", NAMES): url.findtext("s:lastmod", "", NAMES)
            for url in tree.iterfind("s:url", NAMES)
        }
        for address, day in found.items():
            assert found[f"{SITE}en/{address.removeprefix(SITE).removeprefix('en/')}"] == day
        return {address.removeprefix(SITE): day for address, day in found.items()}

    return of


def test_a_record_tells_when_it_changed_and_not_when_it_was_verified(days: Days) -> None:
    found = days({
        "data/exchanges/2020/told.yaml": VISIT.format("told") + "updated: 2026-10-01\n",
        "data/exchanges/2020/silent.yaml": VISIT.format("silent") + "verified: 2026-11-01\n",
    })  # fmt: skip
    assert found["exchanges/2020/told/"] == "2026-10-01"
    assert found["exchanges/2020/silent/"] == ""


def test_a_list_changed_with_its_newest_record_if_all_of_them_tell(days: Days) -> None:
    told = {
        "data/cities.yaml": "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n",
        "data/exchanges/2020/a.yaml": VISIT.format("a") + "updated: 2026-10-01\n",
        "data/exchanges/2020/b.yaml": VISIT.format("b") + "updated: 2026-09-01\n",
    }
    found = days(told)
    assert found["exchanges/2020/"] == found["exchanges/"] == "2026-10-01"
    found = days({**told, "data/exchanges/2020/c.yaml": VISIT.format("c")})
    assert found["exchanges/2020/"] == found["exchanges/"] == ""


def test_a_press_release_changed_at_least_on_its_day(days: Days) -> None:
    found = days({
        "data/press_releases/2026/old.yaml": NEWS.format("old", "2026-01-05") + "updated: 2026-02-03\n",
        "data/press_releases/2026/new.yaml": NEWS.format("new", "2026-11-01"),
    })  # fmt: skip
    assert found["press/2026/old/"] == "2026-02-03"
    assert found["press/2026/new/"] == found["press/2026/"] == found["press/"] == "2026-11-01"


def test_of_written_pages_and_chapters_nothing_is_known(days: Days) -> None:
    told = {
        "data/homes.yaml": "- id: alpha\n  name: {zh: 甲市, en: Alpha}\n  level: city\n"
        "  full_name: {zh: 甲市政府, en: Alpha City Government}\n  updated: 2026-10-01\n"
    }
    for n in range(SHOWN["press_releases"] + 1):
        told |= release(f"news-{n}")
    found = days(told)
    assert found["homes/alpha/"] == "2026-10-01"
    assert found[""] == found["about/counting/"] == found["homes/alpha/exchanges/"] == ""
