from __future__ import annotations

from pathlib import Path

import lxml.html
from editing import read

from portal.edition import Edition
from portal.outputs.statistics.statistics_output import Statistics

HOME = """\
- id: {id}
  name: {{zh: {zh}, en: {en}}}
  full_name: {{zh: {zh}政府, en: {en} City Government}}
  level: city
"""
CITY = """\
- id: jp-{id}
  name: {{zh: {zh}, en: {en}}}
  level: city
  country: JP
  partnerships:
    - {{home: alpha, kind: sister, status: active, signed: {signed}, verified: 2026-01-05}}
"""
NOBODY = {
    "data/homes.yaml": HOME.format(id="alpha", zh="甲市", en="Alpha"),
    "data/cities.yaml": "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n",
}
TIED = NOBODY | {"data/cities.yaml": CITY.format(id="kaga", zh="加賀", en="Kaga", signed=1999)}


def page(edition: Edition, locale: str = "en") -> lxml.html.HtmlElement:
    html = edition.render(edition.pages["statistics/"], locale).content
    return lxml.html.fromstring(f"<main>{html}</main>")


def files(edition: Edition) -> dict[str, bytes]:
    made = edition.output(Statistics).files(edition).whole
    return {path: bytes(content) for path, content in made.items()}


def test_a_portal_without_records_to_count_says_so_and_has_its_files(portal_folder: Path) -> None:
    edition = read(portal_folder, NOBODY)
    assert "There are no records to count yet." in page(edition).text_content()
    assert page(edition).xpath("//svg[@role='img'] | //table") == []
    made = files(edition)
    assert set(made) == set(edition.output(Statistics).downloads())
    assert all(name.startswith("data/statistics/") for name in made)
    assert made["data/statistics/ties-by-country.csv"].startswith(b"\xef\xbb\xbfkey,name_zh")


def test_one_row_is_a_table_without_a_chart(portal_folder: Path) -> None:
    found = page(read(portal_folder, TIED))
    section = found.xpath("//section[h3/@id='ties-by-country']")[0]
    assert section.xpath(".//svg[@role='img']") == []
    assert section.xpath("string(.//tbody/tr/th)") == "Japan"
    assert section.xpath("string(.//tbody/tr/td)") == "1"
    assert found.xpath("//h3[@id='exchanges-by-year']") == []


def test_a_row_leads_to_the_list_of_what_it_counts_if_there_is_any(portal_folder: Path) -> None:
    table = page(read(portal_folder, TIED)).xpath("//section[h3/@id='ties-by-status']//tbody")[0]
    ways = {row.xpath("string(th)"): row.xpath("th/a/@href") for row in table.xpath("tr")}
    assert ways["active"] == ["../cities/status/active/"]
    assert ways["ended"] == []


def test_a_file_has_both_languages_and_the_day_of_the_latest_change(portal_folder: Path) -> None:
    """That of the latest edit, or of what time has changed since; not that of the build."""
    name = "data/statistics/ties-by-country.csv"
    text = files(read(portal_folder, TIED))[name].decode()
    assert text.splitlines()[1:] == ["JP,日本,Japan,2026-01-05,1"]
    begun = TIED | {
        "data/exchanges/2026/a.yaml": (
            "id: a\ntitle: {zh: 會議, en: Meeting}\ntype: conference\nstart: 2026-11-20\n"
            "homes: [alpha]\nstatus: planned\n"
        )
    }
    text = files(read(portal_folder, begun))[name].decode()
    assert text.splitlines()[1:] == ["JP,日本,Japan,2026-11-21,1"]


def test_the_page_is_made_again_only_if_a_number_changes(portal_folder: Path) -> None:
    def key(cities: str) -> bytes:
        edition = read(portal_folder, TIED | {"data/cities.yaml": cities})
        return edition.facts.of_value(edition.pages["statistics/"].params)

    city = CITY.format(id="kaga", zh="加賀", en="Kaga", signed=1999)
    assert key(city) == key(city.replace("1999", "1998")) != key(city.replace("1999", "2005"))
