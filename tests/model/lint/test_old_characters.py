"""臺 and 姊 in the words of the government, 台 and 姐 in names as others write them."""

from __future__ import annotations

import pytest
from worded import concept, named, told, word

INSTITUTE = concept("ait", word("美國在台協會"), word("American Institute in Taiwan"))
TAIPEI = named(
    "homes",
    "taipei",
    word("臺北市"),
    word("台北市", "deprecated", type="variant"),
    word("Taipei City"),
)


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("並談台日產業合作。", "台日 → 臺日"),
        ("市長再訪台中。", "台中 → 臺中"),
        ("舉行台灣攝影展。", "台灣 → 臺灣"),
        ("締結姐妹校。", "姐妹校 → 姊妹校"),
    ],
)
def test_the_usual_form_is_told(zh: str, expected: str) -> None:
    assert told([INSTITUTE, TAIPEI], zh, "Words.") == [f"old-character: {expected}"]


@pytest.mark.parametrize(
    "zh",
    [
        "美國在台協會處長來訪。",
        "論壇「台日經濟再連線」開幕。",
        "參訪《台灣通史》特展。",
        "訪問台州市與煙台市。",
        "由台灣積體電路公司接待。",
        "八王子台灣友好交流協會理事長來訪。",
        "情同兄弟姐妹的小姐與空姐登上舞台。",
        "訪問東京都台東區。",
        "與臺灣的姊妹市往來。",
    ],
)
def test_names_and_quotations_are_left(zh: str) -> None:
    assert told([INSTITUTE, TAIPEI], zh, "Words.") == []


def test_one_cause_is_told_once() -> None:
    assert told([INSTITUTE, TAIPEI], "台北市接待來賓。", "Taipei City received guests.") == [
        "official-name: 台北市 → 臺北市"
    ]
