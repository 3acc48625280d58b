"""A page names the pictures and attachments of its release, from where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement
from releases import release
from samples import drawing, photograph, spreadsheet

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.feeds.feed_entry import feed_entry
from portal.outputs.media.shown_media import shown_size, widths

MORE = """\
images:
  - file: signing.jpg
    alt: {zh: 兩位市長握手, en: "Two mayors & a “treaty”"}
    caption: {zh: 簽署, en: The signing}
    credit: {zh: 甲市政府, en: Alpha City Government}
    sources: [https://alpha.example/pictures]
  - file: ties.png
    alt: {zh: 兩市與三市, en: Two and three}
    caption: {zh: 圖表, en: A chart}
attachments:
  - {file: treaty.ods, title: {zh: 協定, en: Treaty}, languages: [zh-Hant-TW]}
  - {file: both.ods, title: {zh: 雙語, en: Both}, languages: [zh-Hant-TW, en]}
  - {file: other.ods, title: {zh: 日韓, en: Other}, languages: [ja, ko]}
"""
SITE = "https://cities.example/"
ADDRESS = "press/2026/news/"


@pytest.fixture
def edition(portal_folder: Path, now: Moment) -> Edition:
    (record,) = release("news", "2026-11-01", MORE).items()
    path = portal_folder / record[0]
    folder = path.with_suffix("")
    folder.mkdir(parents=True)
    path.write_text(record[1], encoding="utf-8")
    (folder / "signing.jpg").write_bytes(photograph(4000, 3000, orientation=6))
    (folder / "ties.png").write_bytes(drawing(600, 300))
    for number, name in enumerate(("treaty", "both", "other")):
        (folder / f"{name}.ods").write_bytes(spreadsheet("word " * (number + 300)))
    found = read_portal(portal_folder, now, site=SITE)
    assert [p.line("en") for p in found.problems] == []
    return found


def page(edition: Edition, locale: str) -> HtmlElement:
    return lxml.html.fromstring(edition.render(edition.pages[ADDRESS], locale).content)


def test_a_picture_has_words_size_and_formats_from_small_to_known(edition: Edition) -> None:
    first, second = page(edition, "en").xpath("//figure")
    way = "../../../../press/2026/news/images/signing"
    assert [source.get("type") for source in first.iter("source")] == ["image/avif", "image/webp"]
    for source, ending in zip(first.iter("source"), ("avif", "webp"), strict=True):
        assert source.get("srcset") == ",".join(
            f"{way}-{width}.{ending} {width}w" for width in (480, 960, 1440)
        )
    (image,) = first.iter("img")
    assert dict(image.attrib) | {"srcset": "", "sizes": ""} == {
        "src": f"{way}-1440.jpg",
        "srcset": "",
        "sizes": "",
        "alt": "Two mayors & a “treaty”",
        "width": "1440",
        "height": "1920",
        "loading": "lazy",
        "decoding": "async",
    }
    (caption,) = first.iter("figcaption")
    words = " ".join(caption.text_content().split())
    assert words == "The signing Credit: Alpha City Government. Sources: alpha.example."
    assert [source.get("type") for source in second.iter("source")] == ["image/webp"]
    (image,) = second.iter("img")
    assert image.get("src").endswith("/ties-600.png")
    assert (image.get("width"), image.get("height")) == ("600", "300")


def test_the_chinese_page_lies_beside_its_pictures(edition: Edition) -> None:
    sources = [image.get("src") for image in page(edition, "zh").iter("img")]
    assert sources == ["images/signing-1440.jpg", "images/ties-600.png"]


def test_a_link_says_format_size_and_a_language_that_is_not_the_pages(edition: Edition) -> None:
    links = page(edition, "en").xpath("//h2[@id='attachments']/following-sibling::ul//a")
    assert [link.text for link in links] == [
        "Treaty (ODS, 2 KB, in Chinese)",
        "Both (ODS, 2 KB)",
        "Other (ODS, 2 KB, in Japanese, Korean)",
    ]
    assert links[0].get("href") == "../../../../press/2026/news/files/treaty.ods"
    assert [link.get("hreflang") for link in links] == ["zh-Hant-TW", None, None]
    assert {link.get("type") for link in links} == {
        "application/vnd.oasis.opendocument.spreadsheet"
    }
    zh = page(edition, "zh").xpath("//h2[@id='attachments']/following-sibling::ul//a")
    assert [link.text for link in zh] == [
        "協定（ODS，2 KB）",
        "雙語（ODS，2 KB）",
        "日韓（ODS，2 KB，日文、韓文）",
    ]


def test_machines_are_told_absolute_addresses(edition: Edition) -> None:
    added = edition.render(edition.pages[ADDRESS], "en").added
    assert added["card_url"] == f"{SITE}{ADDRESS}images/signing-1440.jpg"
    assert (added["card_width"], added["card_height"]) == ("1440", "1920")
    assert added["card_alt"] == "Two mayors &amp; a “treaty”"


def test_a_feed_has_the_same_pictures_by_absolute_address(edition: Edition) -> None:
    entry = feed_entry(edition, edition.catalog.press_releases["news"], edition.view("en"))
    item = json.loads(entry["feed.json"])
    root = lxml.html.fragment_fromstring(item["content_html"], create_parent=True)
    pictures = [f"{SITE}{ADDRESS}images/{name}" for name in ("signing-1440.jpg", "ties-600.png")]
    files = [f"{SITE}{ADDRESS}files/{name}.ods" for name in ("treaty", "both", "other")]
    assert [image.get("src") for image in root.iter("img")] == pictures
    assert root.xpath(".//a/@href") == files
    assert item["image"] == pictures[0]
    assert [file["url"] for file in item["attachments"]] == files
    assert [file["size_in_bytes"] > 1000 for file in item["attachments"]] == [True] * 3
    for file in files:
        assert f'href="{file}"/>' in entry["atom.xml"]
    assert entry["atom.xml"].count('<link rel="enclosure"') == 3


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (600, [480, 600]),
        (570, [570]),
        (1000, [480, 1000]),
        (1152, [480, 960, 1152]),
        (1440, [480, 960, 1440]),
        (6000, [480, 960, 1440]),
    ],
)
def test_no_width_is_above_the_original(original: int, expected: list[int]) -> None:
    assert widths(original) == expected


def test_sizes_are_told_in_words() -> None:
    sizes = [shown_size(size) for size in (1, 24_400, 1_048_000, 1_500_000)]
    assert sizes == ["1 KB", "24 KB", "1023 KB", "1.4 MB"]
