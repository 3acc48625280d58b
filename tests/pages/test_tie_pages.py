"""The page of a tie tells all that concerns it, and no more than is known."""

from __future__ import annotations

from pathlib import Path

import lxml.html
from editing import put, read
from lxml.html import HtmlElement

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

KAGA = """\
- id: jp-kaga
  name: {{zh: 加賀市, en: Kaga, ja: 加賀市}}
  level: city
  country: JP
  {more}
  partnerships:
    - home: alpha
      kind: sister
      status: {status}
      {tie}
      sources: [report]
      verified: 2026-01-05
"""

AGREEMENTS = """signed: 2014-07-08
      adopting_units: [alpha-culture]
      agreements:
        - title: {zh: 友好協定, en: First agreement}
          as_signed: {ja: 友好協定書}
          signed: 2014-07-08
          parties: [alpha, jp-kaga]
          commitments:
            - text: {zh: 每年互訪, en: Visits every year}
              outcome: {zh: 只有一次, en: There was one}
              exchanges: [2015-festival]
              sources: [report]
              verified: 2026-01-05
            - text: {zh: 交換學生, en: Exchange of students}
              sources: [report]
              verified: 2026-01-05
          sources: [report]
          verified: 2026-01-05
        - title: {zh: 續約, en: Second agreement}
          signed: 2019-07-08
          renews: true
          parties: [alpha, jp-kaga]
          sources: [report]
          verified: 2026-01-05
      history:
        - date: 2014-05-01
          text: {zh: 議會同意。, en: The council agreed.}
          approver: {zh: 甲市議會, en: Alpha City Council}
          sources: [report]
          verified: 2026-01-05"""

FESTIVAL = """\
id: {id}
title: {{zh: 祭典, en: {title}}}
type: culture
start: {start}
homes: [alpha]
units: [alpha-culture]
cities: [{{city: jp-kaga}}]
sources: [report]
verified: 2026-01-05
"""


def festival(start: str = "2015-08-01", title: str = "A festival") -> dict[str, str]:
    year = start[:4]
    name = f"{year}-festival"
    return {
        f"data/exchanges/{year}/{name}.yaml": FESTIVAL.format(id=name, title=title, start=start)
    }


def portal(folder: Path, tie: str, status: str = "active", more: str = "", **files: str) -> Edition:
    city = KAGA.format(status=status, tie=tie, more=more or "aliases: [かが]")
    return read(folder, {"data/cities.yaml": city} | files)


def page(edition: Edition, locale: str = "en", path: str = "cities/jp-kaga/alpha/") -> HtmlElement:
    content = edition.render(edition.pages[path], locale).content
    return lxml.html.fragment_fromstring(content, create_parent="main")


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(main: HtmlElement, name: str) -> str:
    found = main.xpath(f".//section[h2/@id='{name}']")
    return said(found[0]) if found else ""


def test_its_title_has_both_sides_and_the_years(portal_folder: Path) -> None:
    edition = portal(portal_folder, AGREEMENTS, **festival())
    assert said(page(edition).find("h1")) == "Alpha and Kaga since 2014"
    assert said(page(edition, "zh").find("h1")) == "甲市與加賀市 2014年以來"
    head = edition.render(edition.pages["cities/jp-kaga/alpha/"], "en").head
    assert head.title == "Alpha and Kaga, since 2014"
    assert [crumb.path for crumb in head.crumbs] == [
        "cities/", "cities/countries/jp/", "cities/jp-kaga/",
    ]  # fmt: skip


def test_it_tells_what_was_signed_and_what_became_of_it(portal_folder: Path) -> None:
    main = page(portal(portal_folder, AGREEMENTS, **festival()))
    agreements = section(main, "agreements")
    assert agreements.index("Second agreement") < agreements.index("First agreement")
    assert "renews" in agreements.split("First agreement")[0]
    assert "友好協定書" in agreements
    commitments = section(main, "commitments")
    assert "There was one" in commitments
    assert commitments.endswith("nothing on record")
    assert "Alpha City Council" in section(main, "approvals")
    assert "1 May 2014" in section(main, "approvals")
    assert "Culture Bureau, Alpha City Government: A festival" in section(main, "adopting")


def test_it_tells_what_is_not_on_record(portal_folder: Path) -> None:
    missing = section(page(portal(portal_folder, AGREEMENTS, **festival())), "missing")
    assert "its text" in missing
    assert "approvals" not in missing
    assert "its title as signed" not in missing
    bare = section(page(portal(portal_folder, "note: {zh: 某, en: Something}")), "missing")
    assert "the date of the tie" in bare
    assert "the agreement" in bare


def test_the_life_line_shows_every_entry_of_the_list(portal_folder: Path) -> None:
    main = page(portal(portal_folder, AGREEMENTS, **festival()))
    drawings = main.xpath(".//*[local-name()='svg'][@role='img']")
    assert len(drawings) == 2
    entries = main.xpath(".//ol[contains(@class, 'history')]/li")
    assert len(entries) == 4
    for drawing in drawings:
        assert len(drawing.xpath(".//*[local-name()='circle']")) == len(entries)
        named = drawing.get("aria-labelledby").split()
        assert all(main.xpath(f".//*[@id='{name}']")[0].text_content() for name in named)


def test_of_one_moment_there_is_no_line_and_of_none_no_list(portal_folder: Path) -> None:
    one = page(portal(portal_folder, "signed: 2024-07-08"))
    assert not section(one, "life")
    assert section(one, "history")
    none = page(portal(portal_folder, "note: {zh: 某, en: Something}", "unknown"))
    assert not section(none, "history")
    assert said(none.find("h1")) == "Alpha and Kaga"
    assert "Date not known" in said(none)


def test_a_proposed_tie_is_told_as_such(portal_folder: Path) -> None:
    main = page(portal(portal_folder, "note: {zh: 某, en: Something}", "proposed"))
    assert said(main.find("h1")) == "Alpha and Kaga proposed"
    assert not section(main, "missing")
    assert "Date not known" not in said(main)


def test_a_tie_in_force_without_activity_is_told_in_measured_words(portal_folder: Path) -> None:
    words = "Nothing is on record after 1 August 2015; there may have been exchanges"
    old = festival()
    assert words in said(page(portal(portal_folder, "signed: 2014-07-08", **old)))
    assert words not in said(page(portal(portal_folder, "signed: 2014-07-08", "dormant", **old)))
    (portal_folder / "data/exchanges/2015/2015-festival.yaml").unlink()
    new = festival("2020-08-01")
    assert "there may have been" not in said(
        page(portal(portal_folder, "signed: 2014-07-08", **new))
    )


def test_editors_find_it_among_those_that_need_verification(portal_folder: Path) -> None:
    edition = portal(portal_folder, "signed: 2014-07-08", **festival())
    listed = page(edition, path="needs-verification/")
    assert "last activity 1 August 2015" in section(listed, "quiet")
    assert "../cities/jp-kaga/alpha/" in listed.xpath(".//a/@href")
    now = Moment.parse("2026-11-22")
    patient = read_portal(portal_folder, now, quiet_years=20)
    assert not section(page(patient, path="needs-verification/"), "quiet")
    assert "there may have been" not in said(page(patient))


def test_a_site_is_due_when_a_tie_becomes_quiet(portal_folder: Path) -> None:
    edition = portal(portal_folder, "signed: 2014-07-08", **festival("2016-12-01"))
    assert str(edition.schedule.until) == "2026-12-01"


def test_a_dormant_tie_with_contact_says_so(portal_folder: Path) -> None:
    stage = """signed: 1990
      history:
        - date: 2020
          text: {zh: 暫停往來。, en: It fell dormant.}
          status: dormant
          sources: [report]
          verified: 2026-01-05"""
    contact = festival("2024-11-18", "In contact again")
    main = page(portal(portal_folder, stage, "dormant", **contact))
    assert "Although it is listed as dormant, contact is on record: In contact again" in said(main)
    earlier = stage.replace("2020", "2025")
    main = page(portal(portal_folder, earlier, "dormant", **contact))
    assert "The last activity on record is In contact again, 18 November 2024" in said(main)


def test_what_was_signed_with_a_third_party_is_told_on_both_pages(portal_folder: Path) -> None:
    cities = KAGA.format(status="active", more="aliases: [かが]", tie="""agreements:
        - title: {zh: 三方協定, en: Agreement of three}
          signed: 2013-09-09
          parties: [alpha, jp-kaga, jp-kobe]
          sources: [report]
          verified: 2026-01-05""")  # fmt: skip
    kobe = KAGA.format(status="active", more="aliases: [こうべ]", tie="signed: 2013-09-09")
    kobe = kobe.replace("jp-kaga", "jp-kobe").replace("加賀", "神戶").replace("Kaga", "Kobe")
    edition = read(
        portal_folder, {"data/cities.yaml": cities + kobe.replace("ja: 神戶市", "ja: 神戸市")}
    )
    for city in ("jp-kaga", "jp-kobe"):
        main = page(edition, path=f"cities/{city}/alpha/")
        assert "Agreement of three" in section(main, "agreements")


def test_ways_lead_there(portal_folder: Path) -> None:
    edition = portal(portal_folder, AGREEMENTS, **festival())
    for path, way in {
        "cities/jp-kaga/": "../../cities/jp-kaga/alpha/",
        "homes/alpha/": "../../cities/jp-kaga/alpha/",
        "cities/status/active/": "../../../cities/jp-kaga/alpha/",
    }.items():
        assert way in page(edition, path=path).xpath(".//a/@href"), path


def test_old_addresses_lead_to_it_and_to_the_city_once_it_is_gone(portal_folder: Path) -> None:
    edition = portal(portal_folder, AGREEMENTS, more="former_ids: [jp-kaga-shi]", **festival())
    assert edition.moved["cities/jp-kaga-shi/alpha/"] == "cities/jp-kaga/alpha/"
    put(
        portal_folder,
        {"published/addresses.txt": "/cities/jp-kaga/beta/\n/cities/jp-kaga-shi/beta/\n"},
    )
    edition = read(portal_folder, {})
    assert edition.moved["cities/jp-kaga/beta/"] == "cities/jp-kaga/"
    assert edition.moved["cities/jp-kaga-shi/beta/"] == "cities/jp-kaga/"


def test_of_a_course_the_meeting_of_both_within_it_is_named(portal_folder: Path) -> None:
    course = festival("2024-11-18", "A course")
    meeting = {
        "data/exchanges/2024/2024-meeting.yaml": FESTIVAL.format(
            id="2024-meeting", title="In contact again", start="2024-11-18"
        )
        + "part_of: 2024-festival\n"
    }
    main = page(portal(portal_folder, "signed: 1990", "dormant", **course, **meeting))
    assert "The last activity on record is In contact again, 18 November 2024" in said(main)


def test_the_line_does_not_reach_to_the_end_of_a_long_term(portal_folder: Path) -> None:
    term = AGREEMENTS.replace("renews: true", "renews: true\n          until: 2043")
    main = page(portal(portal_folder, term, **festival()))
    line = section(main, "life")
    assert "2026" in line
    assert "2043" not in line
    assert "2043" in section(main, "history")
