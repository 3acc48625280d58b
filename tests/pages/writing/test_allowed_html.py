"""HTML on written pages: what only shows passes, what runs, loads, asks or breaks the page is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import on_front_page

from portal.pages.writing.allowed_html import TAGS, taken_away
from portal.pages.writing.html_scan import HtmlScan


@pytest.mark.parametrize(
    "text",
    [
        '<span lang="ja">Kaga</span> and <abbr title="United Nations">UN</abbr>',
        '<time datetime="2026-11-22">22 November 2026</time>, H<sub>2</sub>O, <kbd>Tab</kbd><br>',
        "<details>\n<summary>More</summary>\n<p>Text</p>\n</details>",
        '<details markdown="1" open>\n<summary>More</summary>\n\n- *a*\n\n</details>',
        '<div class="wide" id="a" aria-label="b" role="note">Text</div>',
        '<figure><img src="/assets/portal.svg" alt="Logo" width="20"><figcaption>A</figcaption></figure>',
        '<table><caption>A</caption><tr><th scope="row" colspan="2">B</th><td>C</td></tr></table>',
        '<ol start="3" reversed><li value="2">A</li></ol>',
        '<a href="https://example.org/" target="_blank" rel="noopener">a</a>',
        '<a href="tel:+886-2-2720-8889">b</a>',
        '[a](https://example.org/){ .wide #b target=_blank title="c" }',
        "<p>A<p>B",
        "`<script>` and\n\n    <script>x</script>\n\n```\n<iframe>\n```",
        "1 < 2 &lt;script&gt; &amp; 3 > 2",
        "| a { scope=col } | b |\n|:--|--:|\n| 1 | 2 { .wide } |",
        '!!! note "A"\n    Text',
    ],
)
def test_what_only_shows_is_right(portal_folder: Path, text: str) -> None:
    assert on_front_page(portal_folder, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", ["7:1: element-not-allowed"]),
        ("<SCRIPT src=x></SCRIPT>", ["7:1: element-not-allowed"]),
        ("A\n\nb <iframe src='https://example.org/'></iframe>", ["9:3: element-not-allowed"]),
        ("<style>* { color: red }</style>", ["7:1: element-not-allowed"]),
        ("<object data=x></object>", ["7:1: element-not-allowed"]),
        ("<embed src=x>", ["7:1: element-not-allowed"]),
        ("<video src=x></video>", ["7:1: element-not-allowed"]),
        ("<svg><script>x</script></svg>", ["7:1: element-not-allowed", "7:6: element-not-allowed"]),
        ("<math><mi>x</mi></math>", ["7:1: element-not-allowed", "7:7: element-not-allowed"]),
        ("<base href=//example.org>", ["7:1: element-not-allowed"]),
        ("<meta http-equiv=refresh content=0>", ["7:1: element-not-allowed"]),
        ("<link rel=stylesheet href=x>", ["7:1: element-not-allowed"]),
        ("<button>a</button>", ["7:1: element-not-allowed"]),
        ("<center>a</center>", ["7:1: element-not-allowed"]),
        ("<x-note>a</x-note>", ["7:1: element-not-allowed"]),
        ("<main>a</main>", ["7:1: element-not-allowed"]),
        ("<p onclick=go()>a</p>", ["7:4: attribute-not-allowed"]),
        ("<b\n  onmouseover=go()>a</b>", ["8:3: attribute-not-allowed"]),
        ("<p style='color: red'>a</p>", ["7:4: attribute-not-allowed"]),
        ("a <b/onclick=go()>b</b>", ["7:6: attribute-not-allowed"]),
        ('<img src="/assets/portal.svg" onerror=go()>', ["7:31: attribute-not-allowed"]),
        ('<img src="/assets/portal.svg" srcset="x 2x">', ["7:31: attribute-not-allowed"]),
        (
            "<p tabindex=1 accesskey=a>a</p>",
            ["7:15: attribute-not-allowed", "7:4: attribute-not-allowed"],
        ),
        ("<a href=/ target=top>a</a>", ["7:11: attribute-not-allowed"]),
        ("[a](/){ onclick=go }", ["7:9: attribute-not-allowed"]),
        ("[a](/){: .b style=c }", ["7:13: attribute-not-allowed"]),
        ("a\n{: onfocus=go }", ["8:4: attribute-not-allowed"]),
        ("## A { #a onclick=go }", ["7:11: attribute-not-allowed", "7:1: heading-unpaired"]),
        ("[a](javascript:alert(1))", ["7:5: unsafe-link"]),
        ("[a](JavaScript:alert(1))", ["7:5: unsafe-link"]),
        ("[a](data:text/html,x)", ["7:5: unsafe-link"]),
        ("[a](vbscript:x) [b](file:///etc/passwd)", ["7:21: unsafe-link", "7:5: unsafe-link"]),
        ("<a href='javascript:x'>a</a>", ["7:10: unsafe-link"]),
        ("<a href='java&#10;script:x'>a</a>", ["7:1: unsafe-link"]),
        ("[a][b]\n\n[b]: javascript:x", ["9:6: unsafe-link"]),
        ("[a][b] [c][b]\n\n[b]: javascript:x", ["9:6: unsafe-link"]),
        ("<javascript://x>", ["7:2: unsafe-link"]),
        ("<!-- for us -->", ["7:1: comment-on-page"]),
        ("a <!-- for us --> b", ["7:3: comment-on-page"]),
        ("a <?php x ?> b", ["7:3: comment-on-page"]),
        ("<details><summary>a</summary>\n\nb", ["7:1: element-not-closed"]),
        ("<b>a", ["7:1: element-not-closed"]),
        ("a <i>b</b> c</i>", ["7:7: end-tag-alone"]),
        ("</div>\n\na", ["7:1: end-tag-alone"]),
        ("</main>", ["7:1: end-tag-alone"]),
    ],
)
def test_what_does_more_is_told_where_it_stands(
    portal_folder: Path, text: str, expected: list[str]
) -> None:
    assert sorted(on_front_page(portal_folder, text)) == sorted(expected)


@pytest.mark.parametrize(
    "html",
    [
        "<math><mtext><table><mglyph><style><img src=x onerror=go()>",
        '<noscript><p title="</noscript><img src=x onerror=go()>">',
        "<svg></p><style><a id='</style><img src=1 onerror=go()>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=go()>",
        "<select><script>x</script></select>",
        "<template><script>x</script></template>",
        "<a href='jav\tascript:x'>a</a>",
        "<a href='\x01javascript:x'>a</a>",
        '<a"onclick=x>',
        "<plaintext>",
    ],
)
def test_what_browsers_read_in_their_own_way_is_found(html: str) -> None:
    assert list(taken_away(html, HtmlScan(html)))


def test_every_allowed_element_can_stand_alone() -> None:
    for tag in TAGS:
        html = f"<{tag}>a</{tag}>"
        assert list(taken_away(html, HtmlScan(html))) == []
