"""The page about a record tells on what it rests and when it was reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from editing import read
from releases import release

from portal.outputs.linked_data.linked_data_output import LinkedData
from portal.pages.render.renderer import Shown

SITE = "https://portal.example/"

CITY = (
    "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
    '  sources: [report, "https://example.org/a"]\n'
)


def graph(folder: Path, files: dict[str, str], path: str, locale: str) -> list[dict[str, Any]]:
    edition = read(folder, files, site=SITE)
    block = edition.render(edition.pages[path], locale).added["linked_data"]
    text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    nodes: list[dict[str, Any]] = json.loads(text)["@graph"]
    return nodes


@pytest.mark.parametrize(
    ("locale", "prefix", "lang"), [("zh", "", "zh-Hant-TW"), ("en", "en/", "en")]
)
def test_it_cites_the_sources_of_its_record(
    portal_folder: Path, locale: str, prefix: str, lang: str
) -> None:
    files = {"data/cities.yaml": f"{CITY}  verified: 2026-11-01\n  updated: 2026-10-01\n"}
    thing, page, way = graph(portal_folder, files, "cities/jp-kaga/", locale)
    assert page["mainEntity"] == {"@id": thing["@id"]}
    assert way["@type"] == "BreadcrumbList"
    assert (page["@type"], page["url"]) == ("WebPage", f"{SITE}{prefix}cities/jp-kaga/")
    assert page["inLanguage"] == lang
    assert (page["lastReviewed"], page["dateModified"]) == ("2026-11-01", "2026-10-01")
    document, address = page["citation"]
    assert (document["@type"], document["@id"]) == ("CreativeWork", f"{SITE}sources/#report")
    assert address == "https://example.org/a"
    assert "@id" not in page  # which in Chinese would be that of the city


def test_what_nobody_reviewed_was_not_reviewed(portal_folder: Path) -> None:
    _, page, _ = graph(portal_folder, {"data/cities.yaml": CITY}, "cities/jp-kaga/", "en")
    assert not {"lastReviewed", "dateModified"} & page.keys()
    assert len(page["citation"]) == 2


def test_a_release_is_its_page_and_names_its_sources_itself(portal_folder: Path) -> None:
    files = release("news", more="sources: [report]\n")
    nodes = graph(portal_folder, files, "press/2026/news/", "en")
    assert [node["@type"] for node in nodes] == ["NewsArticle", "BreadcrumbList"]
    assert nodes[0]["isBasedOn"]["@id"] == f"{SITE}sources/#report"


@pytest.mark.parametrize(("locale", "prefix"), [("zh", ""), ("en", "en/")])
def test_the_front_page_names_the_site(portal_folder: Path, locale: str, prefix: str) -> None:
    edition = read(portal_folder, {}, site=SITE)
    output = edition.output(LinkedData)
    block = output.head(edition.view(locale, ""), Shown(""))["linked_data"]
    text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    (site,) = json.loads(text)["@graph"]
    assert (site["@type"], site["url"]) == ("WebSite", f"{SITE}{prefix}")
    assert site["name"] == edition.catalog.labels["site.name"][locale]
    assert output.head(edition.view(locale, "about/"), Shown("about/"))["linked_data"] == ""


def test_networks_are_told_when_a_release_was_published(portal_folder: Path) -> None:
    more = "corrections:\n  - date: 2026-11-05\n    note: {zh: 更正了數字。, en: A figure was wrong.}\n"
    edition = read(portal_folder, release("news", "2026-11-01T09:30", more=more), site=SITE)
    added = edition.render(edition.pages["press/2026/news/"], "en").added
    assert 'article:published_time" content="2026-11-01T09:30+08:00"' in added["article_times"]
    assert 'article:modified_time" content="2026-11-05"' in added["article_times"]
    (news, *_) = graph(portal_folder, {}, "press/2026/news/", "zh")
    assert (news["datePublished"], news["dateModified"]) == ("2026-11-01T09:30+08:00", "2026-11-05")
    assert edition.render(edition.pages["cities/jp-kaga/"], "en").added["article_times"] == ""


@pytest.mark.parametrize("table", ["countries", "units", "plans"])
def test_a_dataset_is_described_at_the_length_that_search_engines_want(
    portal_folder: Path, tmp_path: Path, table: str
) -> None:
    edition = read(portal_folder, {}, site=SITE, kept=tmp_path / "kept")
    for locale in ("zh", "en"):
        block = edition.render(edition.pages[f"open-data/{table}/"], locale).added["linked_data"]
        text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
        dataset = json.loads(text)["@graph"][0]
        assert 50 <= len(dataset["description"]) <= 5000


@pytest.mark.parametrize(("locale", "prefix"), [("zh", ""), ("en", "en/")])
def test_the_page_of_a_tie_is_about_both_sides(
    portal_folder: Path, locale: str, prefix: str
) -> None:
    tie = "home: alpha, kind: sister, status: active, sources: [report], verified: 2026-11-02"
    files = {"data/cities.yaml": f"{CITY}  partnerships: [{{{tie}}}]\n"}
    page, way = graph(portal_folder, files, "cities/jp-kaga/alpha/", locale)
    assert (page["@type"], page["url"]) == ("WebPage", f"{SITE}{prefix}cities/jp-kaga/alpha/")
    assert [side["@id"].rpartition("/en/")[2].removeprefix(SITE) for side in page["about"]] == [
        "cities/jp-kaga/",
        "homes/alpha/",
    ]
    assert page["lastReviewed"] == "2026-11-02"
    assert page["citation"]["@id"] == f"{SITE}sources/#report"
    assert [item["position"] for item in way["itemListElement"]] == [1, 2, 3]
