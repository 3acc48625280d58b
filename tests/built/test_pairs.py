"""Every page exists in both languages and says which language it speaks."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from building import BASE
from lxml.html import HtmlElement
from parsed import Pages, is_redirect

from portal.edition import Edition
from portal.text.policy import HAN

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?|zh-Latn-pinyin")


def test_every_chinese_page_has_an_english_one_and_back(pages: Pages) -> None:
    chinese = {path for path in pages if not path.startswith("en/")}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert chinese == english
    assert chinese


def test_html_lang_is_the_language_of_the_page(pages: Pages) -> None:
    for path, page in pages.items():
        assert page.get("lang") == ("en" if path.startswith("en/") else "zh-Hant-TW"), path


def test_chinese_on_english_pages_says_so(pages: Pages) -> None:
    for path, page in pages.items():
        if path.startswith("en/"):
            for text in page.xpath("//text()[not(parent::script)]"):
                element = text.getparent().getparent() if text.is_tail else text.getparent()
                if HAN.search(text):
                    assert _lang(element) != "en", f"{path}: {text.strip()[:60]}"


def test_no_attribute_on_english_pages_is_chinese(pages: Pages) -> None:
    for path, page in pages.items():
        if path.startswith("en/"):
            for name in ("title", "alt", "aria-label", "content"):
                for value in page.xpath(f"//@{name}"):
                    assert not HAN.search(value), f"{path}: {name}={value}"


def test_every_lang_is_a_language_tag(pages: Pages) -> None:
    for path, page in pages.items():
        for tag in page.xpath("//@lang"):
            assert TAG.fullmatch(tag), f"{path}: {tag}"


def test_alternates_are_absolute_reciprocal_and_have_a_default(
    pages: Pages,
) -> None:
    for path, page in pages.items():
        if is_redirect(page):
            continue
        inner = path.removeprefix("en/")
        links = {e.get("hreflang"): e.get("href") for e in page.xpath("//link[@hreflang]")}
        assert links == {
            "zh-Hant-TW": BASE + inner,
            "en": f"{BASE}en/{inner}",
            "x-default": BASE + inner,
        }, path


def test_the_language_switch_leads_to_the_same_page(pages: Pages) -> None:
    for path, page in pages.items():
        if is_redirect(page):
            continue
        (switch,) = page.xpath("//nav[@class='languages']/a")
        target = urlsplit(urljoin(BASE + path, switch.get("href"))).path.removeprefix("/")
        assert target == (path.removeprefix("en/") if path.startswith("en/") else f"en/{path}")


def test_the_sitemap_names_every_page_that_lists_name_with_its_alternates(
    site: Path, pages: Pages, edition: Edition
) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    entries = tree.findall(f"{SITEMAP}url")
    unlisted = {page.path for page in edition.pages.values() if not page.is_listed}
    wanted = {
        path
        for path, page in pages.items()
        if path.removeprefix("en/") not in unlisted and not is_redirect(page)
    }
    assert sorted(url.findtext(f"{SITEMAP}loc", "") for url in entries) == sorted(
        BASE + path for path in wanted
    )
    for url in entries:
        tags = [link.get("hreflang") for link in url.findall(f"{XHTML}link")]
        assert tags == ["zh-Hant-TW", "en", "x-default"]


def test_headings_have_the_same_ids_in_both_languages(pages: Pages) -> None:
    for path, page in pages.items():
        if path.startswith("en/"):
            both = page, pages[path.removeprefix("en/")]
            ids = [sorted(one.xpath("//main//*[self::h2 or self::h3]/@id")) for one in both]
            assert ids[0] == ids[1], path  # lists stand in the order of their language


def test_the_error_page_speaks_the_language_of_its_part(site: Path) -> None:
    chinese = (site / "404.html").read_text(encoding="utf-8")
    english = (site / "en" / "404.html").read_text(encoding="utf-8")
    assert '<html lang="zh-Hant-TW">' in chinese
    assert "找不到這一頁" in chinese
    assert '<section lang="en">' in chinese
    assert '<html lang="en">' in english
    assert "Page not found" in english
    assert not HAN.search(re.sub(r"<[^>]*lang=\"zh[^>]*>[^<]*</\w+>", "", english))


def _lang(element: HtmlElement) -> str:
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return ""
