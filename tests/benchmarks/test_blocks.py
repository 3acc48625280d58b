"""What Hugo is given as data makes the same HTML again."""

from __future__ import annotations

import pytest

from benchmarks.blocks import balanced, blocks


@pytest.mark.parametrize(
    ("html", "boxed"),
    [
        ("<dl><dt>Level</dt><dd>City</dd><dt>Since</dt><dd><b>2007</b></dd></dl>", False),
        (
            "<dl><div><dt>Level</dt><dd>City</dd></div>"
            "<div><dt>Since</dt><dd><b>2007</b></dd></div></dl>",
            True,
        ),
    ],
)
def test_facts_are_pairs_with_or_without_boxes(html: str, boxed: bool) -> None:
    (facts,) = blocks(html)
    assert facts["kind"] == "facts"
    assert facts["boxed"] is boxed
    assert facts["facts"] == [["Level", "City"], ["Since", "<b>2007</b>"]]


def test_a_list_of_facts_that_holds_something_else_stays_html() -> None:
    html = "<dl><div><dt>Word</dt><dd>one</dd><dd>two</dd></div></dl>"
    assert blocks(html) == [{"kind": "html", "html": html}]


def test_an_attribute_without_a_value_stays_without() -> None:
    (group,) = blocks("<div data-group><p>x</p></div>")
    assert group["attributes"] == " data-group"


def test_a_part_of_a_page_ends_what_it_begins_and_nothing_else() -> None:
    assert balanced("<div><div><p>x</p></div><section>") == (
        "<div><div><p>x</p></div><section></section></div>"
    )
    assert balanced("y</section></div><p>z</p>") == "y<p>z</p>"
