"""Where a written page explains a term, and where it leaves its HTML alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import MINIMAL
from editing import put
from written import both

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.pages.writing.page_terms import explained

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 依約定照顧某一城市的局處。, en: The bureau that looks after a city.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
- id: order
  subject_field: protocol
  definition: {zh: 授予的榮典。, en: An honor that is given.}
  terms: {zh: [{term: 勳章, status: preferred}], en: [{term: order, status: preferred}]}
"""

PAGE = "about/orders/"
"""Names an order in both languages."""

_BUTTON = re.compile(r'<span class="defined">([^<]*)<button [^>]*></button></span>')


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("page_terms") / "portal"))
    pages = both("about/orders.md", "獲頒勳章。", "He was given an order.")
    put(folder, {"data/glossary.yaml": GLOSSARY} | pages)
    return read_portal(folder, Moment.parse("2026-11-22"))


def shown(edition: Edition, html: str, locale: str = "zh", other: str = "") -> str:
    """The HTML; the translation is the page at the ``other`` address."""
    view = edition.view(locale, "about/page/")
    translation = "en" if locale == "zh" else "zh"
    return explained(html, view, edition.written.pages.get((translation, other)))


@pytest.mark.parametrize(
    "html",
    [
        "<p>他是認養局處。</p>",
        "<p>他是<strong>認養局處</strong>。</p>",
        "<ul><li>認養局處</li></ul>",
        "<table><tbody><tr><td>認養局處</td></tr></tbody></table>",
        "<dl><dt>甲</dt><dd>認養局處</dd></dl>",
        "<p>未結束<p>認養局處",
        "<p>1 &lt; 2 &amp; 認養局處<br/>乙</p>",
        '<p title="a > b">認養局處</p>',
        "<p><em lang='zh-Hant-TW'>認養局處</em></p>",
        "<!-- 認養局處 --><p>認養局處</p>",
    ],
)
def test_a_page_explains_a_term_and_stays_as_it_is_otherwise(edition: Edition, html: str) -> None:
    found = shown(edition, html)
    assert _BUTTON.findall(found) == ["認養局處"]
    page, definitions = found.split('<div class="definitions">')
    assert _BUTTON.sub(r"\1", page) == html
    assert "依約定照顧某一城市的局處。" in definitions
    assert 'href="../../glossary/bureau/"' in definitions


@pytest.mark.parametrize(
    "html",
    [
        "<h2>認養局處</h2>",
        '<p><a href="/cities/">認養局處</a></p>',
        "<p><code>認養局處</code></p>",
        "<pre><code>認養局處</code></pre>",
        "<blockquote><p>認養局處</p></blockquote>",
        "<p>「認養局處」</p>",
        "<table><thead><tr><th>認養局處</th></tr></thead></table>",
        "<dl><dt>認養局處</dt></dl>",
        "<details><summary>認養局處</summary></details>",
        '<p class="admonition-title">認養局處</p>',
        '<p><span lang="ja">認養局處</span></p>',
        "<script>認養局處</script>",
        "<!-- 認養局處 -->",
        '<img alt="認養局處" src="/a.png">',
        "<p>認養<p>局處</p>",
        "",
    ],
)
def test_where_a_page_explains_nothing(edition: Edition, html: str) -> None:
    assert shown(edition, html) == html


def test_a_link_to_nothing_silences_a_term(edition: Edition) -> None:
    assert shown(edition, '<p><a href="#">認養局處</a>。</p>') == "<p>認養局處。</p>"


def test_the_first_of_each_section_is_explained(edition: Edition) -> None:
    text = "<p>認養局處。</p><p>認養局處。</p>"
    found = shown(edition, f"<h1>頁</h1>{text}<h2>節</h2>{text}")
    assert len(_BUTTON.findall(found)) == 2
    assert found.count("依約定照顧某一城市的局處。") == 1


def test_a_short_word_is_explained_where_the_translation_has_it(edition: Edition) -> None:
    assert _BUTTON.findall(shown(edition, "<p>In order.</p>", "en")) == []
    assert _BUTTON.findall(shown(edition, "<p>An order.</p>", "en", PAGE)) == ["order"]
    assert _BUTTON.findall(shown(edition, "<p>勳章。</p>", "zh", PAGE)) == ["勳章"]
