"""Paragraphs of a text in CommonMark."""

from __future__ import annotations

from portal.text.markdown import parse
from portal.text.paragraphs import paragraphs

TEXT = """## Ties

Signed as `MOU` in

```
no words
```

> By the mayor
"""


def test_each_block_of_words_is_told_with_its_number_and_whether_it_is_quoted() -> None:
    found = [(one.element, one.text, one.words, one.is_quoted) for one in paragraphs(TEXT)]
    assert found == [
        ("Heading", "Ties", "Ties", False),
        ("Paragraph", "Signed as MOU in", "Signed as ○○○ in", False),
        ("Paragraph", "By the mayor", "By the mayor", True),
    ]
    assert [parse(TEXT).blocks[one.block].text for one in paragraphs(TEXT)] == [
        one.text for one in paragraphs(TEXT)
    ]
