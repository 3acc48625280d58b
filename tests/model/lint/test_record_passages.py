"""Every text of a record is read with that of the other language, but for names, and words as printed or signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.model.lint.passage import Passage
from portal.model.lint.record_passages import record_passages
from portal.model.reading.load import Loaded

Load = Callable[[Mapping[str, str]], Loaded]

RELEASE = """\
id: visit
date: 2026-11-20
issuer: alpha-culture
category: announcements
title: {zh: 市長來訪, en: A visit}
lead: {zh: 一位市長來訪。, en: A mayor came.}
body:
  zh: |-
    ## 行程

    第一段。

    > 引用的姐妹市。

    - 一項`代碼`。
  en: |-
    ## Programme

    The first paragraph.

    > A quoted twin town.

    - One item `code`.
discrepancies:
  - about: {zh: 名稱, en: The name}
    printed: {zh: 姐妹市}
    reading: {zh: 誤植, en: A misprint}
sources: [report]
"""

LABELS = """\
site.name: {zh: 入口網, en: A portal}
site.short_name: {zh: 入口, en: Portal}
site.description: {zh: 往來, en: Exchange}
site.tagline: {zh: 與姐妹市往來, en: With twin towns}
search.same: {zh: 姐妹市＝姊妹市, en: twin towns = sister cities}
"""


def passages_of(loaded: Loaded, where: str) -> list[Passage]:
    read = [list(work.passages) for work in record_passages(loaded)]
    works = [work for work in read if work and work[0].lines[0].where == where]
    assert loaded.problems == []
    assert len(works) == 1
    return works[0]


def test_paragraphs_are_read_without_code_and_quotations(loaded: Load) -> None:
    found = loaded({"data/press_releases/2026/visit.yaml": RELEASE})
    title, lead, body = passages_of(found, "press_releases/visit")
    assert {str(passage.date) for passage in (title, lead, body)} == {"2026-11-20"}
    assert [line.text for line in title.lines] == ["市長來訪", "A visit"]
    assert [line.text for line in lead.lines] == ["一位市長來訪。", "A mayor came."]
    assert [line.text for line in body.zh] == ["行程", "第一段。", "一項○○。"]
    assert [line.text for line in body.en] == [
        "Programme",
        "The first paragraph.",
        "One item ○○○○.",
    ]
    assert title.owner == ("press_releases", "visit")


def test_each_place_is_that_of_the_words(loaded: Load) -> None:
    found = loaded({"data/press_releases/2026/visit.yaml": RELEASE})
    *_, body = passages_of(found, "press_releases/visit")
    assert str(body.zh[1].locate(1, "一段")) == "data/press_releases/2026/visit.yaml:11:6"
    assert str(body.en[2].locate(4, "item")) == "data/press_releases/2026/visit.yaml:23:11"


def test_a_text_is_that_of_its_government(loaded: Load) -> None:
    found = loaded({"data/press_releases/2026/visit.yaml": RELEASE})
    title, *_ = passages_of(found, "press_releases/visit")
    assert title.homes == {"alpha"}


def test_own_labels_are_read_but_lists_of_words_for_search(loaded: Load) -> None:
    own = {"data/labels.yaml": LABELS}
    (label,) = passages_of(loaded(own), "labels/site.tagline")
    assert [line.text for line in label.lines] == ["與姐妹市往來", "With twin towns"]
    assert label.zh[0].locate(1, "姐妹市").line == 4
    words = [
        line.where
        for work in record_passages(loaded(own))
        for one in work.passages
        for line in one.lines
    ]
    assert "labels/search.same" not in words
    assert "labels/skip" not in words  # the generator's
