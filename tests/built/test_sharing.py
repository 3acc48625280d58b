"""A link to a page, shared anywhere, shows the card of its kind in its language."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from building import BASE, ROOT, build, contents
from lxml.html import HtmlElement
from parsed import Pages, is_redirect
from PIL import Image

from portal.edition import Edition

KINDS = {
    "": "site",
    "about/counting/": "site",
    "needs-verification/": "site",
    "homes/hongwan/": "home",
    "cities/": "city",
    "cities/jp-shirasagi/": "city",
    "cities/countries/jp/": "city",
    "organizations/harbor-cities/": "organization",
    "exchanges/": "exchange",
    "glossary/friendship-city/": "concept",
}


def _properties(page: HtmlElement) -> dict[str, str]:
    tags = page.xpath("//meta[starts-with(@property, 'og:')]")
    found = {tag.get("property"): tag.get("content") for tag in tags}
    assert len(found) == len(tags)
    return found


def test_every_page_tells_networks_its_own_title_address_and_picture(
    site: Path, pages: Pages, edition: Edition
) -> None:
    name = edition.catalog.labels["site.name"]
    for path, page in pages.items():
        if is_redirect(page):
            continue
        found = _properties(page)
        is_english = path.startswith("en/")
        assert found["og:url"] == BASE + path == page.xpath("//link[@rel='canonical']/@href")[0]
        assert page.findtext(".//title").startswith(found["og:title"]), path
        assert found["og:description"] == page.xpath("//meta[@name='description']/@content")[0]
        assert found["og:site_name"] == (name.en if is_english else name.zh)
        languages = found["og:locale"], found["og:locale:alternate"]
        assert languages == (("en_US", "zh_TW") if is_english else ("zh_TW", "en_US"))
        assert (site / found["og:image"].removeprefix(BASE)).is_file(), path
        assert found["og:image"].endswith((".png", ".jpg", ".webp")), "networks show no drawings"
        if own := page.xpath("//figure[not(contains(concat(' ', @class, ' '), ' maps '))][1]//img"):
            assert urljoin(BASE + path, own[0].get("src")) == found["og:image"]
            assert found["og:image:width"] == own[0].get("width")
            assert found["og:image:height"] == own[0].get("height")
            assert found["og:image:alt"] == own[0].get("alt")
        else:
            assert found["og:image"].endswith(".en.png" if is_english else ".zh.png")
        assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]


@pytest.mark.parametrize("path", KINDS)
def test_the_card_is_that_of_the_kind(pages: Pages, path: str) -> None:
    for prefix, locale in (("", "zh"), ("en/", "en")):
        found = _properties(pages[prefix + path])
        assert found["og:image"] == f"{BASE}assets/cards/{KINDS[path]}.{locale}.png"
        assert found["og:type"] == "website"


def test_press_releases_are_articles_and_their_lists_are_not(pages: Pages) -> None:
    types = {
        path: _properties(page)["og:type"]
        for path, page in pages.items()
        if path.removeprefix("en/").startswith("press/") and not is_redirect(page)
    }
    texts = {
        path
        for path in types
        if pages[path].xpath("//main//p[@class='byline']")
        and not pages[path].xpath("//h2[@id='withdrawn']")
    }
    assert {"press/", "press/2026/", "press/2026/11/"} < types.keys() - texts
    assert len(texts) > 12
    assert {path for path, kind in types.items() if kind == "article"} == texts


def test_a_press_release_is_described_by_its_lead_and_quotation_marks_are_no_code(
    pages: Pages,
) -> None:
    path = "press/2026/ten-years-with-shirasagi/"
    for prefix in ("", "en/"):
        page = pages[prefix + path]
        lead = page.xpath("string(//p[@class='lede'])")
        told = _properties(page)["og:description"]
        assert lead.startswith(told.removesuffix("…")), told
        assert len(told) <= 160
    assert (
        "“friendship city”" in _properties(pages["en/glossary/friendship-city/"])["og:description"]
    )


def test_the_size_that_a_page_tells_is_the_size_of_the_card(site: Path, pages: Pages) -> None:
    found = _properties(pages["en/cities/jp-shirasagi/"])
    assert found["og:image:alt"] == "Demonstration of City Diplomacy: Cities"
    with Image.open(site / found["og:image"].removeprefix(BASE)) as card:
        told = int(found["og:image:width"]), int(found["og:image:height"])
        assert card.size == told == (1200, 630)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_manifest_of_a_page_is_in_its_language_and_names_icons_that_exist(
    site: Path, pages: Pages, prefix: str
) -> None:
    path = f"{prefix}cities/jp-shirasagi/"
    (href,) = pages[path].xpath("//link[@rel='manifest']/@href")
    address = urljoin(BASE + path, href)
    manifest = json.loads((site / address.removeprefix(BASE)).read_text(encoding="utf-8"))
    assert manifest["lang"] == pages[path].get("lang")
    assert urljoin(address, manifest["start_url"]) == BASE + prefix
    for icon in manifest["icons"]:
        file = site / urljoin(address, icon["src"]).removeprefix(BASE)
        assert file.is_file()
        if icon["sizes"] != "any":
            with Image.open(file) as picture:
                assert f"{picture.width}x{picture.height}" == icon["sizes"]
    (touch,) = pages[path].xpath("//link[@rel='apple-touch-icon']/@href")
    assert (site / urljoin(BASE + path, touch).removeprefix(BASE)).is_file()


def test_another_citys_portal_has_cards_with_its_own_name(site: Path, tmp_path: Path) -> None:
    built = build(ROOT / "examples" / "hualien-city" / "mkdocs.yml", tmp_path / "site")
    assert built.code == 0, built.output
    ours, theirs = contents(site / "assets"), contents(built.folder / "assets")
    assert theirs["portal-180.png"] == ours["portal-180.png"]
    assert theirs["cards/site.zh.png"] != ours["cards/site.zh.png"]
    assert theirs["cards/city.en.png"] != ours["cards/city.en.png"]
