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
        ("來台訪問的使節團參觀市政大樓。", "來台 → 來臺"),
        ("建立台澳友誼的橋梁。", "台澳 → 臺澳"),
        ("主題為韌性城巿。", "巿 → 市"),
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
        "英國在台辦事處代表來訪。",
        "菲律賓台灣同鄉會設宴歡迎。",
        "由台北市電腦公會主辦。",
        "拜會台北市美國商會。",
    ],
)
def test_names_and_quotations_are_left(zh: str) -> None:
    assert told([INSTITUTE, TAIPEI], zh, "Words.") == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("訪團在台場參觀。", "The delegation saw Odaiba.", []),
        ("訪團在台舉辦論壇。", "The delegation held a forum.", ["old-character: 在台 → 在臺"]),
        ("首次訪台行程。", "The first visit.", ["old-character: 訪台 → 訪臺"]),
        ("所長任期屆滿將離台。", "He is leaving Taiwan.", ["old-character: 離台 → 離臺"]),
        ("市長於今日清晨返台。", "The mayor returned to Taiwan.", ["old-character: 返台 → 返臺"]),
        ("演員離台後謝幕。", "The actors bowed.", []),
        ("與在台日人交流。", "With Japanese in Taiwan.", ["old-character: 在台 → 在臺"]),
        ("仙台北部的城市。", "A city north of Sendai.", []),
        ("電視台中午報導。", "Reported on television at noon.", []),
        ("以新台幣支付。", "Paid in New Taiwan dollars.", ["old-character: 新台幣 → 新臺幣"]),
    ],
)
def test_the_first_character_of_another_name_is_left(zh: str, en: str, expected: list[str]) -> None:
    assert told([INSTITUTE, TAIPEI], zh, en) == expected


def test_one_cause_is_told_once() -> None:
    assert told([INSTITUTE, TAIPEI], "台北市接待來賓。", "Taipei City received guests.") == [
        "official-name: 台北市 → 臺北市"
    ]


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("台北市長拜會美國商會。", "old-character: 台北 → 臺北"),
        ("台北市今年加入協會。", "official-name: 台北市 → 臺北市"),
        ("台北市與日本商會簽約。", "official-name: 台北市 → 臺北市"),
    ],
)
def test_a_place_before_a_society_is_no_part_of_its_name(zh: str, expected: str) -> None:
    assert told([INSTITUTE, TAIPEI], zh, "Words.") == [expected]
