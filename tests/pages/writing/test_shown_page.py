"""The HTML of a written page on its way to readers."""

from __future__ import annotations

import pytest

from portal.pages.writing.shown_page import shown

FILES = {"assets/a.png", "data/cities.csv", "en/b.png"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/cities/#x">a</a>', '<a href="../cities/#x">a</a>'),
        ("<a class=b href='/cities/'>a</a>", "<a class=b href=\"../cities/\">a</a>"),
        ("<A HREF=/cities/>a</A>", '<A HREF="../cities/">a</A>'),
        ('<a title="href=/x/ >" href="/cities/">a</a>', '<a title="href=/x/ >" href="../cities/">a</a>'),
        ('<a title="b href=/x/" href="/cities/">a</a>', '<a title="b href=/x/" href="../cities/">a</a>'),
        ('<a href="/cities/?a=1&amp;b=2">a</a>', '<a href="../cities/?a=1&amp;b=2">a</a>'),
        ('<img src="/assets/a.png" alt="/b">', '<img src="../../assets/a.png" alt="/b">'),
        ('<img src="/b.png">', '<img src="../b.png">'),
        ('<a href="/data/cities.csv">a</a>', '<a href="../../data/cities.csv">a</a>'),
        ('<a href="https://a.org/">a</a> <a href="#b">c</a>', None),
        ('<code>&lt;a href="/b/"&gt;</code>', None),
        ('<td style="text-align: right;">1</td>', '<td class="right">1</td>'),
        ('<th class="a" style="text-align: left;">1</th>', '<th class="a left">1</th>'),
        ('<p style="text-align: right;">1</p>', None),
    ],
)  # fmt: skip
def test_links_and_columns(html: str, expected: str | None) -> None:
    assert shown(html, "about/", "en/", lambda: FILES) == (html if expected is None else expected)
