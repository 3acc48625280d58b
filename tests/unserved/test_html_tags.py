"""Start tags are found where a parser of HTML finds them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from portal.unserved.html_tags import start_tags

AWKWARD = [
    '<a href="x/">x</a>',
    "<a href='x/' title=\"a > b\">x</a><b>y</b>",
    "<a href=x/ hidden>x</a>",
    "<A HREF = \"x/\">x</A>",
    '<!-- <a href="no/"> --><a href="yes/">y</a>',
    '<script>if (1 < 2) { "<a href=\'no/\'>" }</script><a href="yes/">y</a>',
    '<style>a::before { content: "<a href=no>" }</style><p>t</p>',
    '<title><a href="no/"></title><a href="yes/">y</a>',
    "<!doctype html><p>1 < 2 & 3 > 2</p><a href='x/?a=1&amp;b=2'>x</a>",
    "<img src=a.png alt='<b>'/><br/><input disabled>",
    '<a href="open',
    "<a",
    "",
]  # fmt: skip


class Judge(HTMLParser):
    """What the parser of the standard library finds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._html = html
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def found(html: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (tag.name, {name: value.value for name, value in tag.attributes.items()})
        for tag in start_tags(html)
    ]


@pytest.mark.parametrize("html", AWKWARD)
def test_tags_are_those_of_a_parser(html: str) -> None:
    title = "<title>" in html  # in older versions of Python, that parser finds tags in a title
    assert found(html) == [
        tag for tag in Judge(html).found if not title or tag[1].get("href") != "no/"
    ]


def test_tags_of_every_built_page_are_those_of_a_parser(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert found(html) == Judge(html).found, path


def test_each_value_is_found_where_it_stands() -> None:
    html = '<a class=big href="x/?a=1&amp;b=2">x</a>'
    (tag,) = start_tags(html)
    assert html[tag.attributes["href"].start : tag.attributes["href"].end] == '"x/?a=1&amp;b=2"'
    assert html[tag.attributes["class"].start : tag.attributes["class"].end] == "big"
    assert html[tag.end :] == "x</a>"


def test_a_long_page_that_never_ends_its_quotes_takes_no_time() -> None:
    assert found('<a href="' * 200_000) == []
