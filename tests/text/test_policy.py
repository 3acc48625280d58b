from __future__ import annotations

import time

import pytest

from portal.text.markdown import plain_text
from portal.text.policy import is_untranslated, text_faults


def codes(text: str, language: str) -> list[str]:
    return [fault.code for fault in text_faults(text, language)]


INVISIBLE = [
    "\x00",
    "\x07",
    "\x0b",
    "\x0c",
    "\x1b",
    "\x7f",
    "\x85",
    "\x9b",
    "\xad",
    "͏",
    "\u061c",
    "ᅟ",
    "឴",
    "\u180e",
    "\u200b",
    "\u200e",
    "\u2028",
    "\u2029",
    "\u202a",
    "\u202e",
    "\u2060",
    "\u2063",
    "\u2066",
    "\u2069",
    "ㅤ",
    "\ufdd0",
    "\ufeff",
    "ﾠ",
    "\ufff9",
    "￼",
    "\uffff",
    "\ue000",
    "\U000e0041",
    "\U000f0000",
    "\U0001fffe",
]


@pytest.mark.parametrize("character", INVISIBLE, ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize("language", ["zh", "en", "ko"])
def test_no_text_holds_what_no_reader_sees(character: str, language: str) -> None:
    assert "invisible-character" in codes(f"市{character}長", language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "می\u200cخواهم"),
        ("si", "ශ්\u200dරී ජයවර්ධනපුර"),
        ("ml", "മലയാളം ന്\u200d"),
        ("hi", "क्\u200dष"),
        ("ja", "辻\U000e0100、葛\U000e0101城市"),
        ("mn", "ᠮᠣᠩᠭᠣᠯ\u180b"),
        ("he", "יְרוּשָׁלַיִם"),
        ("th", "กรุงเทพมหานคร"),
        ("ru", "Москва"),
        ("zh", "❤\ufe0f 👩\u200d🏫"),
        ("ar", "\u0600١٢"),
    ],
)
def test_what_a_script_spells_with_is_taken(language: str, text: str) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize("text", ["市\u200d長", "May\u200cor", "\u200dمی", "A\ufe00"])
def test_joiners_stand_only_where_a_script_spells_with_them(text: str) -> None:
    assert "invisible-character" in codes(text, "ko")


@pytest.mark.parametrize(
    "text",
    [
        "高雄市與佐渡市於民國112年7月22日（2023年）簽署協定。",
        "截至09:30，比例為3:1，共1,156.4萬元（25％）。",
        "ICLEI、CityNet與SDGs的A/RES/70/1號決議",
        "約翰．史密斯、巴爾・哈伯、阿卜杜勒·卡里姆",
        "該市官方名稱為平假名「うるま市」；釜山（부산）",
        "面積2 km²、PM2.5為3 μg/m³、Δt、α、±5℃、㎡、№、①、Ⅱ",
        "注音為ㄐㄧㄝˇ",
        "𠮷野家、佐々木、〇六年",
        "詳見 https://example.org/，或來電。",
        "……（略）——《旅行》？！",
    ],
)
def test_official_chinese_is_taken(text: str) -> None:
    assert codes(text, "zh") == []


@pytest.mark.parametrize(
    ("text", "code", "found", "cure"),
    [
        ("国際", "simplified-chinese", "国", "國"),
        ("栃木県", "japanese-form", "県", "縣"),
        ("よさこい祭", "other-script-in-zh", "よさこい", ""),
        ("釜山부산", "other-script-in-zh", "부산", ""),
        ("共３個", "wrong-width-in-chinese", "３", "3"),
        ("ＡＩ城市", "wrong-width-in-chinese", "ＡＩ", "AI"),
        ("臺北,高雄", "wrong-width-in-chinese", ",", "，"),
        ("簽署協議.", "wrong-width-in-chinese", ".", "。"),
        ("臺北､高雄", "wrong-width-in-chinese", "､", "、"),
        ("協議，。", "stray-punctuation", "，。", ""),
        ("⼀個", "radical", "⼀", "一"),
        ("臺北市å°\x8fåŒ—", "wrong-encoding", "å°\x8fåŒ—", "小北"),
        ("臺北???", "lost-characters", "???", ""),
        ("臺北\ufffd", "lost-characters", "U+FFFD", ""),
        ("Tаipei市", "look-alike", "Tаipei", "Taipei"),
        ("𝐓𝐚𝐢𝐩𝐞𝐢市", "styled-letters", "𝐓𝐚𝐢𝐩𝐞𝐢", "Taipei"),
    ],
)
def test_other_chinese_is_told_with_what_to_write(
    text: str, code: str, found: str, cure: str
) -> None:
    told = [(f.code, f.found, f.cure) for f in text_faults(text, "zh")]
    assert told == [(code, found, cure)]


@pytest.mark.parametrize(
    "text",
    [
        "Kaga – the “old” city’s café, Malmö; NT$3,000 (€80)…",
        "Đà Nẵng, Łódź, İzmir, Whangārei, Kāneʻohe, São Paulo, Ñuñoa, Ōsaka",
        "Tâi-oân, chhī-tiúⁿ, o͘; 5 μm, Δt, α, Ω; 2 × 3 ≥ 5; CO₂, km²",
    ],
)
def test_plain_english_is_taken(text: str) -> None:
    assert codes(text, "en") == []


@pytest.mark.parametrize(
    ("text", "code", "found", "cure"),
    [
        ("Kaga 加賀", "other-script-in-en", "加賀", ""),
        ("Kaga 𠮷", "other-script-in-en", "𠮷", ""),
        ("Kaga かが", "other-script-in-en", "かが", ""),
        ("Seoul 서울", "other-script-in-en", "서울", ""),
        ("jiě ㄐㄧㄝ", "other-script-in-en", "ㄐㄧㄝ", ""),
        ("Mоscow", "look-alike", "Mоscow", "Moscow"),
        ("Москва", "other-script-in-en", "Москва", ""),
        ("Kaga，Japan", "full-width-in-english", "，", ","),
        ("Kaga\u3000Japan", "full-width-in-english", "\u3000", " "),
        ("１２ cities", "full-width-in-english", "１２", "12"),
        ("「Kaga」", "full-width-in-english", "「 」", '" "'),
    ],
)
def test_other_english_is_told_with_what_to_write(
    text: str, code: str, found: str, cure: str
) -> None:
    first = next(iter(text_faults(text, "en")))
    assert (first.code, first.found, first.cure) == (code, found, cure)


@pytest.mark.parametrize(
    "text", ["市長", "ICLEI", "C40", "CityNet", "A/RES/70/1", "100 km", "https://example.org/"]
)
def test_what_chinese_has_no_words_for_may_be_latin(text: str) -> None:
    assert not is_untranslated(text)


@pytest.mark.parametrize("text", ["Signed by the mayor", "Hachioji", "Sister Cities"])
def test_english_words_are_not_chinese(text: str) -> None:
    assert is_untranslated(text)


def test_chinese_punctuation_comes_with_chinese_words() -> None:
    assert codes("The 兩市簽署。 agreement", "en") == ["other-script-in-en"]
    assert codes("Signed。", "en") == ["full-width-in-english"]


@pytest.mark.parametrize(
    ("tag", "text", "codes"),
    [
        ("ja-Jxxx", "はちおうじ", []),  # no such script: the tag has a problem of its own
        ("zh-CN", "国际城市", []),
        ("zh-CN", "부산", ["other-script-in-name"]),
        ("de-1996", "Straße", []),
        ("ko-kore", "부산 釜山", []),
        ("sr-Cyrl", "Београд", []),
        ("sr-Latn", "Београд", ["other-script-in-name"]),
    ],
)
def test_any_tag_can_be_asked_for_its_script(tag: str, text: str, codes: list[str]) -> None:
    assert [fault.code for fault in text_faults(text, tag)] == codes


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "it's "),
        ("en", 'some words, and the "word" stands '),
        ("en", "'abc "),
        ("en", "1) "),
        ("zh", "「かな漢字」かな "),
    ],
)
def test_a_long_text_of_faults_is_read_quickly(language: str, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    list(text_faults(text, language))
    assert time.process_time() - start < 3


def test_a_long_row_of_backslashes_is_read_quickly() -> None:
    start = time.process_time()
    assert plain_text("\\" * 100_000) == "\\" * 50_000
    assert time.process_time() - start < 3


def test_words_on_the_line_before_a_fault_are_not_shown_with_it() -> None:
    (fault,) = text_faults("The mayor\n'90s music", "en")
    assert (fault.found, fault.cure) == ("'90s", "’90s")


def test_the_number_of_an_item_stands_on_the_line_of_its_parenthesis() -> None:
    assert [fault.code for fault in text_faults("項目、1\n）城市", "zh")] == ["unpaired-sign"]
    assert not list(text_faults("項目、1）城市", "zh"))
