"""HTML is read in order, once, with what is open and what is shown as it is written."""

from __future__ import annotations

import pytest

from portal.pages.writing.html_scan import HtmlScan


def test_elements_and_text_come_in_order() -> None:
    scan = HtmlScan('<h2 id="a">One <i>two</i></h2><p CLASS=b>three &amp; four<br></p>')
    assert [(e.tag, e.attrs) for e in scan.elements] == [
        ("h2", {"id": "a"}),
        ("i", {}),
        ("p", {"class": "b"}),
        ("br", {}),
    ]
    assert [run.text for run in scan.runs] == ["One ", "two", "three & four"]
    assert [run.heading for run in scan.runs] == [0, 0, None]
    assert scan.elements[0].level == 2
    assert scan.elements[0].text == "One two"


def test_the_place_of_a_tag_is_that_in_the_html() -> None:
    html = "<p>a\n<b\nid=x>c</b></p>"
    element = HtmlScan(html).elements[1]
    assert html[: element.name_end].endswith("<b")
    assert html[: element.end].endswith("id=x>")


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<b>a", ["b"]),
        ("<div><b>a</div>", ["b"]),
        ("<p>a<p>b<ul><li>c<li>d</ul>", []),
        ("<br><img src=a><hr/>", []),
        ("<div/>", ["div"]),
        ("<b><i>a</b></i>", ["i"]),
    ],
)
def test_what_is_not_closed(html: str, tags: list[str]) -> None:
    assert [e.tag for e in HtmlScan(html).elements if e.is_open] == tags


@pytest.mark.parametrize(
    ("html", "tags"),
    [("</b>a", ["/b"]), ("<b><i>a</b></i>", ["/i"]), ("</br>", []), ("a</p>", ["/p"])],
)
def test_ends_without_a_beginning(html: str, tags: list[str]) -> None:
    assert [e.tag for e in HtmlScan(html).elements if e.tag.startswith("/")] == tags


@pytest.mark.parametrize("html", ["<!-- a -->", "<!a>", "<?a>", "<![CDATA[a]]>", "<!DOCTYPE html>"])
def test_comments_are_all_that_browsers_take_for_one(html: str) -> None:
    assert [e.tag for e in HtmlScan(html).elements] == ["!"]


@pytest.mark.parametrize(
    "html", ["<![if a", "<!", "<", "</", "<a", "<a b='", "&#x;", "<![foo[", "<?", "<!-->", "\x00<\x00>"]
)  # fmt: skip
def test_broken_html_is_read_to_its_end(html: str) -> None:
    HtmlScan(html * 50)


def test_text_is_shown_as_it_is_written_inside_code() -> None:
    scan = HtmlScan("<p>a <code>b</code> <kbd>c</kbd><pre>d</pre>e</p>")
    shown = {run.text.strip(): run.is_verbatim for run in scan.runs if run.text.strip()}
    assert shown == {"a": False, "b": True, "c": True, "d": True, "e": False}
