"""A name that was given up is told in a text of a later date, unless that speaks of earlier times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worded import concept, pair, said, word

from portal.model.lint.word_check import WordCheck
from portal.model.values.partial_date import PartialDate

UNTIL = PartialDate.parse("2016-12-31")
ASSOCIATION = concept(
    "jtea",
    word("日本台灣交流協會"),
    replace(word("日本交流協會", "deprecated", usage="dated"), until=UNTIL),
    word("Japan-Taiwan Exchange Association"),
    replace(word("Interchange Association, Japan", "deprecated", usage="dated"), until=UNTIL),
)
CHECK = WordCheck({("glossary", "jtea"): ASSOCIATION})
ZH, EN = (
    "日本交流協會高雄事務所所長拜會市長。",
    "The head of the Interchange Association, Japan came.",
)


def told(zh: str, en: str, date: str = "") -> list[str]:
    return said(CHECK.findings([pair(zh, en, date=date)]))


def test_it_is_told_in_a_text_of_a_later_date() -> None:
    expected = [
        "deprecated-word: 日本交流協會 → 日本台灣交流協會",
        "deprecated-word: Interchange Association, Japan → Japan-Taiwan Exchange Association",
    ]
    assert told(ZH, EN, "2026-05-10") == expected
    assert told(ZH, "The Japan-Taiwan Exchange Association came.", "2017") == expected[:1]


@pytest.mark.parametrize(
    ("zh", "en", "date"),
    [
        (ZH, EN, "2012-05-10"),  # right in its time
        (ZH, EN, "2016"),  # perhaps
        (ZH, EN, ""),  # no date tells
        (f"民國101年，{ZH}", EN, "2026-05-10"),
        (ZH, f"In 2012 {EN}", "2026-05-10"),
        (f"時任{ZH}", EN, "2026-05-10"),
        ("日本交流協會（今日本台灣交流協會）來訪。", "The Japan-Taiwan Exchange Association came.", "2026"),
        ("「日本交流協會」來訪。", "It came.", "2026"),
    ],
)  # fmt: skip
def test_it_is_right_in_its_time_and_where_that_is_told(zh: str, en: str, date: str) -> None:
    assert told(zh, en, date) == []
