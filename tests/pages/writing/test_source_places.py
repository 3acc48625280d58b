"""Places in the source, found through marks that change nothing."""

from __future__ import annotations

import pytest

from portal.pages.writing.html_scan import HtmlScan
from portal.pages.writing.page_parser import PageParser
from portal.pages.writing.source_places import SourcePlaces, mark
from portal.pages.writing.writing_settings import WritingSettings

TEXT = """\
# Title { #page }

A [link](/cities/ "title"), an ![image](/a.png) and a [reference][b], *emphasis*, `code (`.

- item **one** [two]( </b/> )
    - inner <span lang="ja">raw</span>

> quoted <https://example.org/> text

| head { scope=col } | **b** |
|:--|--:|
| 1 | [c](/c/){ .wide } |

Setext
------

!!! note "Words"
    Inside.

<details markdown="1"><summary>S</summary>

1. numbered

</details>

```python
a = "[d](/d/)"
```

Term
:   Definition

[b]: /b/ "B"
"""


@pytest.fixture(scope="module")
def parser() -> PageParser:
    return PageParser(WritingSettings())


def scan(parser: PageParser, text: str) -> HtmlScan:
    html = parser.html(text)
    assert html is not None
    return HtmlScan(html)


def test_marks_change_nothing(parser: PageParser) -> None:
    plain, marked = scan(parser, TEXT), scan(parser, mark(TEXT)[0])
    assert marked.shape == plain.shape
    assert [run.text for run in marked.runs] == [run.text for run in plain.runs]
    assert [e.attrs for e in marked.elements] == [e.attrs for e in plain.elements]


def test_links_are_found_at_their_targets(parser: PageParser) -> None:
    plain = scan(parser, TEXT)
    places = SourcePlaces("a.md", TEXT, 5, parser.html, plain)
    lines = TEXT.split("\n")
    found = []
    for index, element in enumerate(plain.elements):
        if target := element.attrs.get("href") or element.attrs.get("src"):
            place = places.element(index, target)
            assert lines[place.line - 5][place.column - 1 :].startswith(target), target
            found.append((target, place.line))
    definition = 5 + lines.index('[b]: /b/ "B"')
    assert found == [
        ("/cities/", 7),
        ("/a.png", 7),
        ("/b/", definition),
        ("/b/", 9),
        ("https://example.org/", 12),
        ("/c/", 16),
    ]


def test_a_target_that_stands_in_several_places_is_told_from_the_others(
    parser: PageParser,
) -> None:
    text = "`[a](/x/)`\n\n    [a](/x/)\n\n[a](/x/) [b](/x/)\n"
    plain = scan(parser, text)
    places = SourcePlaces("a.md", text, 1, parser.html, plain)
    links = [index for index, element in enumerate(plain.elements) if element.tag == "a"]
    found = [places.element(index, "/x/") for index in links]
    assert [(place.line, place.column) for place in found] == [(5, 5), (5, 14)]


def test_text_is_found_in_its_line(parser: PageParser) -> None:
    text = "`**a`\n\nb **c\n\nd **c\n"
    plain = scan(parser, text)
    places = SourcePlaces("a.md", text, 1, parser.html, plain)
    runs = [(i, run.text.index("**")) for i, run in enumerate(plain.runs) if "**c" in run.text]
    found = [places.text(index, position, "**c") for index, position in runs]
    assert [(place.line, place.column) for place in found] == [(3, 3), (5, 3)]


@pytest.mark.parametrize("text", ["\U000f0001 [a](/x/)", "[a](/x/) \U0010fffd", "\ue000 [a](/x/)"])
def test_a_text_with_characters_of_private_use_is_read_too(parser: PageParser, text: str) -> None:
    plain = scan(parser, text)
    places = SourcePlaces("a.md", text, 1, parser.html, plain)
    (index,) = (i for i, element in enumerate(plain.elements) if element.tag == "a")
    assert places.element(index, "/x/").column == text.index("/x/") + 1


def test_where_marks_would_change_something_the_first_likely_place_is_told() -> None:
    text = "One\n\n<b>two</b>\n"
    html = {text: "<p>One</p><b>two</b>"}
    plain = HtmlScan(html[text])
    places = SourcePlaces("a.md", text, 3, lambda source: html.get(source, "<p></p>"), plain)
    assert str(places.element(1, "<b")) == "a.md:5:1"
    assert str(places.text(1, 0, "two")) == "a.md:5:4"
    assert str(places.text(1, 0, "three")) == "a.md:3:1"
