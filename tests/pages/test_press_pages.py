from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from releases import release

from portal.edition import Edition

FILES = (
    release("old", "2025-03-02", "category: results\n")
    | release("morning", "2026-11-01T09:30", "homes: [alpha]\n")
    | release("october", "2026-10-31")
)


def page(edition: Edition, path: str, locale: str = "en") -> lxml.html.HtmlElement:
    return lxml.html.fromstring(
        f"<main>{edition.render(edition.pages[path], locale).content}</main>"
    )


def listed(found: lxml.html.HtmlElement) -> list[str]:
    return [str(link).rstrip("/").rpartition("/")[2] for link in found.xpath("//ul//a/@href")]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("press/", ["morning", "october", "old"]),
        ("press/2026/", ["morning", "october"]),
        ("press/2026/11/", ["morning"]),
        ("press/2025/03/", ["old"]),
        ("press/categories/visits/", ["morning", "october"]),
        ("press/categories/results/", ["old"]),
        ("press/homes/alpha/", ["morning"]),
    ],
)
def test_releases_are_listed_by_year_month_category_and_home(
    portal_folder: Path, path: str, names: list[str]
) -> None:
    edition = read(portal_folder, FILES)
    assert listed(page(edition, path)) == names
    assert listed(page(edition, path, "zh")) == names


def test_every_list_is_reached_from_the_first(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    ways = [
        *page(edition, "press/").xpath("//nav//a/@href"),
        *(f"2026/{way}" for way in page(edition, "press/2026/").xpath("//nav//a/@href")),
    ]
    for path in ("categories/visits/", "categories/results/", "homes/alpha/", "2025/", "2026/11/"):
        assert any(str(way).endswith(path) for way in ways), path


def test_headings_speak_the_language_of_the_page(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    heading = {
        locale: edition.pages["press/2026/11/"].head(edition.view(locale)).title
        for locale in ("zh", "en")
    }
    assert heading == {
        "zh": "民國115年11月（2026年）的新聞",
        "en": "Press releases from November 2026",
    }


def test_a_release_says_when_it_was_published_to_the_minute(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    time = page(edition, "press/2026/morning/").xpath("//*[@class='byline']/time")[0]
    assert (time.get("datetime"), time.text) == ("2026-11-01T09:30+08:00", "1 November 2026, 09:30")
    shown = page(edition, "press/2026/morning/", "zh").xpath("//*[@class='byline']/time")[0]
    assert shown.text == "民國115年11月1日（2026年）09:30"


def test_a_release_names_its_office_goals_and_readers(portal_folder: Path) -> None:
    more = (
        "contact: {office: alpha-culture, phone: +886-2-2720-8889 ext. 12}\ngoals: [17]\n"
        "audience: [media, students]\n"
    )
    edition = read(portal_folder, release("full", more=more))
    text = page(edition, "press/2026/full/").text_content()
    assert "17 Partnerships for the Goals" in text
    assert "Written for: the media, students" in text
    phone = page(edition, "press/2026/full/").xpath("//a[starts-with(@href, 'tel:')]")[0]
    assert (phone.get("href"), phone.text) == (
        "tel:+886-2-2720-8889,12",
        "+886-2-2720-8889 ext. 12",
    )


def test_a_correction_is_told_above_the_text_and_explained_below(portal_folder: Path) -> None:
    more = (
        "corrections: [{date: 2026-11-03T15:00, note: {zh: 日期有誤。, en: The date was wrong.}}]\n"
    )
    edition = read(portal_folder, release("mended", more=more))
    for locale, note in (("zh", "日期有誤。"), ("en", "The date was wrong.")):
        found = page(edition, "press/2026/mended/", locale)
        (section,) = found.xpath("//section[h2/@id='corrections']")
        assert note in section.text_content()
        assert section.xpath(".//time/@datetime") == ["2026-11-03T15:00+08:00"]
        (way,) = found.xpath("//p[@class='byline']/a[@href='#corrections']")
        assert way.xpath("./time/@datetime") == ["2026-11-03T15:00+08:00"]


WITHDRAWN = "withdrawn: {date: 2026-11-05, reason: {zh: 數字有誤。, en: The figures were wrong.}}\n"


def test_a_withdrawn_release_keeps_its_page_and_loses_its_text(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES | release("gone", more=f"cities: [jp-kaga]\n{WITHDRAWN}"))
    found = page(edition, "press/2026/gone/")
    assert found.xpath("string(//h1)") == "News gone"
    assert "The figures were wrong." in found.text_content()
    assert "A text." not in found.text_content()
    assert "A lead." not in found.text_content()
    for path, other in edition.pages.items():
        if path != "press/2026/gone/":
            assert "press/2026/gone/" not in edition.render(other, "en").content, path
    assert not edition.pages["press/2026/gone/"].is_listed
