from __future__ import annotations

from markupsafe import Markup

from portal.pages.render.heading_words import break_headings


def bars(text: str) -> Markup:
    return Markup("|").join(text)


def test_only_headings_are_marked() -> None:
    html = '<h1 id="page">甲乙</h1><p>甲乙 <b>h2</b></p>\n<h3>丙\n丁</h3>'
    assert break_headings(html, bars) == (
        '<h1 id="page">甲|乙</h1><p>甲乙 <b>h2</b></p>\n<h3>丙|\n|丁</h3>'
    )


def test_tags_in_a_heading_stay_and_its_text_stays_escaped() -> None:
    html = '<h2 id="a">甲 <a href="?a=1&amp;b">A&amp;B</a></h2>'
    assert break_headings(html, bars) == (
        '<h2 id="a">甲|  <a href="?a=1&amp;b">A|&amp;|B</a></h2>'.replace("|  ", "| ")
    )
