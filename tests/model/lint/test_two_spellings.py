"""計劃 is told where it is a noun beside 計畫, and nowhere else."""

from __future__ import annotations

import pytest
from worded import told


@pytest.mark.parametrize(
    "zh",
    [
        "市府核定三年計畫，由秘書處執行。計劃總經費為1,000萬元。",
        "本計劃以三年為期。計畫目標為提升能見度。",
        "工作計畫一項；物種繁殖計劃，也有進展。",
    ],
)
def test_the_noun_is_told_where_the_text_writes_it_otherwise_too(zh: str) -> None:
    assert told([], zh, "The plan of three years.") == ["two-renderings: 計劃 → 計畫"]


@pytest.mark.parametrize(
    "zh",
    [
        "本計劃以三年為期。",  # one spelling
        "市府計劃於明年訪問，並提出計畫。",  # a verb
        "今年計劃前往日本，行程列入工作計畫。",
        "兩市計劃簽署備忘錄，計畫書已送議會。",
        "以「合作計劃」為名，納入計畫。",  # quoted
    ],
)
def test_one_spelling_verbs_and_quotations_are_left(zh: str) -> None:
    assert told([], zh, "It plans.") == []
