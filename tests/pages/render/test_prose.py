from __future__ import annotations

import pytest

from portal.pages.render.prose import show_prose

PAGE = "exchanges/2014/visit/"


def test_commonmark_and_tables_become_html() -> None:
    assert show_prose("A *b* **c**.\n\n- d", PAGE) == (
        "<p>A <em>b</em> <strong>c</strong>.</p>\n<ul>\n<li>d</li>\n</ul>\n"
    )
    assert "<table>" in show_prose("| a | b |\n|---|---|\n| 1 | 2 |", PAGE)


def test_links_within_the_portal_lead_to_the_same_locale() -> None:
    html = show_prose("[Kaga](/cities/jp-kaga/#ties), [home](/)", PAGE)
    assert '<a href="../../../cities/jp-kaga/#ties">Kaga</a>' in html
    assert '<a href="../../../">home</a>' in html
    assert 'href="cities/"' in show_prose("[Cities](/cities/)", "")
    assert 'href="./"' in show_prose("[Home](/)", "")


def test_links_to_other_sites_say_so() -> None:
    html = show_prose("[a](https://example.org/?b=c&d)", PAGE)
    assert '<a href="https://example.org/?b=c&amp;d" rel="external">a</a>' in html


def test_links_within_the_page_stay_there() -> None:
    assert '<a href="#section-1">a</a>' in show_prose("[a](#section-1)", PAGE)


def test_headings_are_numbered_alike_in_both_languages() -> None:
    for text in ("## 一\n\n### 二\n\n## 三", "## One\n\n### Two\n\n## Three"):
        html = show_prose(text, PAGE)
        assert '<h2 id="section-1">' in html
        assert '<h3 id="section-2">' in html
        assert '<h2 id="section-3">' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<!-- a -->",
        "`<b>`",
        "    <b>",
        "[<b>](/a/)",
        '[a](/a/ "<b>")',
    ],
)
def test_html_comes_out_as_text(text: str) -> None:
    html = show_prose(text, PAGE)
    for tag in ("<script", "<img", "<!--", "<b>"):
        assert tag not in html
    assert "&lt;" in html


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](data:text/html,x)",
        "<javascript:alert(1)>",
        "[a][1]\n\n[1]: javascript:alert(1)",
    ],
)
def test_an_address_that_would_run_code_is_no_link(text: str) -> None:
    assert "href" not in show_prose(text, PAGE)


def test_no_image_is_fetched_from_anywhere() -> None:
    assert "<img" not in show_prose("![a](https://example.org/a.png)", PAGE)


@pytest.mark.parametrize(
    "text", ["{{ config.site_url }}", "{% raw %}", "{# a #}", "${x}", "{0}", "{ .class }"]
)
def test_template_code_comes_out_as_text(text: str) -> None:
    assert show_prose(text, PAGE) == f"<p>{text}</p>\n"
