"""Pages are read for the check of words without code, quotations and passages in other languages."""

from __future__ import annotations

from pathlib import Path

from portal.assembly import read_portal
from portal.model.lint.passage import Passage
from portal.model.values.moment import Moment
from portal.pages.writing.page_passages import page_passages

TEXTS = {
    "zh": """
市長說：

> 引用的話。

依<cite>某書</cite>，用`代碼`。

<span lang="en">Words</span>之後。
""",
    "en": """
The mayor said:

> Quoted words.

By <cite>a book</cite>, with `code`.

<span lang="zh-Hant-TW">字</span> after.
""",
}


def passage(root: Path, now: Moment) -> Passage:
    for language, text in TEXTS.items():
        page = root / "content" / language / "about" / "counting.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}{text}", encoding="utf-8")
    edition = read_portal(root, now)
    assert edition.problems == []
    read = [list(work.passages) for work in page_passages(edition.written.pages)]
    return next(one for (one,) in read if one.zh[0].where == "content/zh/about/counting.md")


def test_lines_are_what_readers_see_of_the_author(portal_folder: Path, now: Moment) -> None:
    found = passage(portal_folder, now)
    assert [line.text for line in found.zh][-3:] == ["市長說：", "依○○，用○○。", "○○○○○之後。"]
    assert [line.text for line in found.en][-3:] == [
        "The mayor said:", "By ○○○○○○, with ○○○○.", "○ after.",
    ]  # fmt: skip
    assert found.en[0].where == "content/en/about/counting.md"


def test_each_place_is_that_of_the_words(portal_folder: Path, now: Moment) -> None:
    found = passage(portal_folder, now)
    assert str(found.zh[-3].locate(0, "市長")) == "content/zh/about/counting.md:7:1"
    assert str(found.en[-1].locate(2, "after")) == "content/en/about/counting.md:13:34"
