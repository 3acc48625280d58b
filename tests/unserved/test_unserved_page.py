"""Links of a page name files, and the page says that it is a preview, in its language."""

from __future__ import annotations

import pytest

from portal.unserved.unserved_page import file_way, unserved_page

FILES = {
    "index.html", "en/index.html", "cities/index.html", "en/cities/index.html", "cities/jp-kaga/index.html",
    "data/cities.csv", "assets/portal.css", "about/甲/index.html", "a.b/index.html",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "link", "way"),
    [
        ("index.html", "cities/", "cities/index.html"),
        ("index.html", "./", "index.html"),
        ("index.html", ".", "./index.html"),
        ("index.html", "cities", "cities/index.html"),
        ("cities/index.html", "../", "../index.html"),
        ("cities/index.html", "..", "../index.html"),
        ("cities/index.html", "jp-kaga/#ties", "jp-kaga/index.html#ties"),
        ("cities/jp-kaga/index.html", "../../en/cities/?q=a/#b", "../../en/cities/index.html?q=a/#b"),
        ("cities/jp-kaga/index.html", "../../data/cities.csv", "../../data/cities.csv"),
        ("cities/index.html", "/en/", "../en/index.html"),
        ("cities/index.html", "/", "../index.html"),
        ("index.html", "about/%E7%94%B2/", "about/%E7%94%B2/index.html"),
        ("index.html", "a.b/", "a.b/index.html"),
        ("index.html", "data/", "data/"),
        ("index.html", "nowhere/", "nowhere/"),
        ("index.html", "#top", "#top"),
        ("index.html", "?q=x", "?q=x"),
        ("index.html", "", ""),
        ("index.html", "https://example.org/cities/", "https://example.org/cities/"),
        ("index.html", "//example.org/cities/", "//example.org/cities/"),
        ("index.html", "mailto:a@example.org", "mailto:a@example.org"),
        ("index.html", "tel:+886-2-0000", "tel:+886-2-0000"),
    ],
)  # fmt: skip
def test_a_link_names_the_file_that_a_server_would_send(path: str, link: str, way: str) -> None:
    assert file_way(link, path, FILES) == way


PAGE = """<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<link rel="canonical" href="https://city.example.org/cities/">
<link rel="manifest" href="../manifest.webmanifest">
<link rel="stylesheet" href="../assets/portal.css">
</head>
<body>
<a class="skip" href="#main">x</a>
<form action="../search/"><a href="../en/" title="../en/">../en/</a></form>
<script type="module" src="../assets/search.js"></script>
</body>
</html>
"""


def test_all_else_stays_byte_for_byte() -> None:
    made = unserved_page(PAGE.format("en"), "cities/index.html", {*FILES, "search/index.html"})
    kept = made
    for text in (
        '\n<meta name="robots" content="noindex">',
        '\n<aside class="problems" aria-label="About this preview"><div class="wrap">'
        "<p>Preview: a version that is not public yet, opened from a folder.</p>"
        "<p>What this page does needs a web server and cannot work from a folder, such as the search: "
        "use the lists.</p></div></aside>",
    ):
        assert kept.count(text) == 1
        kept = kept.replace(text, "")
    before = PAGE.format("en")
    before = before.replace('<script type="module" src="../assets/search.js"></script>', "")
    before = before.replace('<link rel="manifest" href="../manifest.webmanifest">', "")
    before = before.replace('action="../search/"', 'action="../search/index.html"')
    before = before.replace('href="../en/"', 'href="../en/index.html"')
    assert kept == before


def test_the_note_speaks_the_language_of_the_page_and_comes_before_the_skip_link() -> None:
    made = unserved_page(PAGE.format("zh-Hant-TW"), "cities/index.html", FILES)
    assert "<p>預覽：這是尚未公開的版本，從資料夾開啟。</p>" in made
    assert "站內搜尋" in made
    assert made.index("<aside") < made.index('class="skip"')


def test_a_redirect_leads_to_a_file_and_is_hidden_once() -> None:
    page = (
        '<!doctype html>\n<html lang="en"><head><meta http-equiv="refresh" content="0; url=../jp-kaga/#a&amp;b">'
        '<meta name="robots" content="noindex"></head><body></body></html>'
    )
    made = unserved_page(page, "cities/old/index.html", FILES)
    assert 'content="0; url=../jp-kaga/index.html#a&amp;b"' in made
    assert made.count("noindex") == 1
