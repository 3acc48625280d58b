"""Names stand where readers look for them; letters and sounds are measured by ICU, strokes by the order of Big5."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from functools import partial
from itertools import pairwise

import pytest

from portal.text.collation import (
    group_of,
    is_han,
    is_syllable,
    order_key,
    readings,
    sound_of,
    strokes,
    zhuyin_key,
)

ICU = """
const { locale, names } = JSON.parse(require("fs").readFileSync(0));
const { compare } = new Intl.Collator(locale, { numeric: true });
console.log(JSON.stringify(names.sort(compare)));
"""

PLACES = [
    "Île-de-France", "Illinois", "Łódź", "Lodi", "Lyon", "Tromsø", "Trondheim", "Gießen", "Gifu", "Ærø", "Aachen",
    "Agra", "Zürich", "Zug", "Ōsaka", "Oslo", "Öland", "São Paulo", "Saga", "Santiago", "Đà Nẵng", "Daegu", "Ürgüp",
    "Utrecht", "Çorum", "Cork", "Kōchi", "Kobe", "Málaga", "Malmö", "Malé", "Ávila", "Austin", "Chișinău", "Chiba",
]  # fmt: skip


def by_icu(names: list[str], locale: str) -> list[str]:
    node = shutil.which("node")
    assert node is not None
    asked = json.dumps({"locale": locale, "names": names}).encode()
    done = subprocess.run([node, "-e", ICU], input=asked, capture_output=True, check=True)
    return list(json.loads(done.stdout))


@pytest.mark.machine
def test_latin_names_stand_as_icu_has_them() -> None:
    names = [*PLACES, *(f"第{n}屆" for n in (10, 9, 100, 1)), *(f"Town {n}" for n in (10, 2))]
    assert sorted(names, key=partial(order_key, locale="en")) == by_icu(names, "en")


def common_characters() -> list[str]:
    """The first level of Big5, which stands by strokes as schools in Taiwan count them."""
    codes = [
        bytes((lead, trail))
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    ]
    return [code.decode("big5") for code in codes if code <= b"\xc6\x7e"]


@pytest.mark.machine
def test_pairs_of_chinese_names_stand_by_zhuyin_as_icu_has_them() -> None:
    """ICU knows no reading of Taiwan's own: not every pair can agree. Its strokes are China's, and measure nothing."""
    common = common_characters()
    order = {name: place for place, name in enumerate(by_icu(common, "zh-Hant-TW-u-co-zhuyin"))}
    ours = {name: place for place, name in enumerate(sorted(common, key=zhuyin_key))}
    pairs = [random.Random(number).sample(common, 2) for number in range(4000)]
    wrong = [(a, b) for a, b in pairs if (order[a] < order[b]) != (ours[a] < ours[b])]
    assert len(wrong) < 0.02 * len(pairs), wrong[:20]


# The Ministry of Education's standard forms, whose parts China writes with a stroke less or more: 姊花郡以印福禮.
COUNTED = {
    5: "以北", 6: "印", 7: "邦", 8: "姊花近芬", 9: "茂", 10: "郡高", 11: "陶陸都荷", 12: "鄉雄彭隊", 13: "群達募塔雷",
    14: "福臺蒙", 15: "蓮鄰鄲", 17: "邁", 18: "禮舊", 19: "藝邊", 20: "礦", 25: "灣",
}  # fmt: skip


@pytest.mark.parametrize(("count", "characters"), COUNTED.items())
def test_strokes_are_those_of_schools_in_taiwan(count: int, characters: str) -> None:
    assert {c: strokes(c) for c in characters} == dict.fromkeys(characters, count)


def test_characters_stand_by_strokes_as_big5_has_them() -> None:
    """A dozen stand in Big5 where an older form belonged, 兕 and 雋 among them, but no step back is longer than one."""
    counts = list(map(strokes, common_characters()))
    steps = [after - before for before, after in pairwise(counts)]
    assert min(steps) == -1
    assert steps.count(-1) < 20


def test_names_with_accents_stand_under_their_letter() -> None:
    names = ["Y", "Île-de-France", "Ohio", "O’Higgins", "Istanbul", "Ōsaka", "Zug"]
    assert sorted(names, key=partial(order_key, locale="en")) == [
        "Île-de-France", "Istanbul", "O’Higgins", "Ohio", "Ōsaka", "Y", "Zug",
    ]  # fmt: skip
    assert [group_of(name, "en") for name in ("Île-de-France", "Łódź", "Ærø", "9 July", "臺北")] == [
        "I", "L", "A", "0", "0",
    ]  # fmt: skip


def test_words_come_before_longer_words() -> None:
    names = ["San Marino", "Sanaa", "San José", "San Jose", "Sandakan", "San"]
    assert sorted(names, key=partial(order_key, locale="en")) == [
        "San", "San Jose", "San José", "San Marino", "Sanaa", "Sandakan",
    ]  # fmt: skip


def test_chinese_stands_by_strokes_before_letters_and_after_numbers() -> None:
    names = ["臺北", "C40", "日本", "一心", "八王子", "2014年會", "（八）王", "ICLEI"]
    assert sorted(names, key=partial(order_key, locale="zh")) == [
        "2014年會", "一心", "（八）王", "八王子", "日本", "臺北", "C40", "ICLEI",
    ]  # fmt: skip
    assert [group_of(name, "zh") for name in ("一心", "臺北", "C40", "2014年會")] == [
        "1",
        "14",
        "C",
        "0",
    ]


# As schools in Taiwan teach them (《國語一字多音審訂表》, 1999), where China reads otherwise.
READ = [
    ("友誼企業質期研究", "ㄧㄡˇ ㄧˋ ㄑㄧˋ ㄧㄝˋ ㄓˊ ㄑㄧˊ ㄧㄢˊ ㄐㄧㄡˋ"),
    ("傳播", "ㄔㄨㄢˊ ㄅㄛˋ"), ("豁免", "ㄏㄨㄛˋ ㄇㄧㄢˇ"), ("回帖", "ㄏㄨㄟˊ ㄊㄧㄝˇ"), ("危微", "ㄨㄟˊ ㄨㄟˊ"),
    ("柬埔寨", "ㄐㄧㄢˇ ㄆㄨˇ ㄓㄞˋ"), ("尼泊爾", "ㄋㄧˊ ㄅㄛˊ ㄦˇ"), ("廈門", "ㄒㄧㄚˋ ㄇㄣˊ"),
    ("八王子", "ㄅㄚ ㄨㄤˊ ㄗˇ"), ("烏干達", "ㄨ ㄍㄢ ㄉㄚˊ"), ("西門町", "ㄒㄧ ㄇㄣˊ ㄉㄧㄥ"),
    ("更新", "ㄍㄥ ㄒㄧㄣ"), ("檔案", "ㄉㄤˇ ㄢˋ"), ("擁抱", "ㄩㄥˇ ㄅㄠˋ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), READ)
def test_taiwan_reads_some_characters_its_own_way(text: str, read: str) -> None:
    assert " ".join(readings(text)) == read


def test_words_stand_under_their_first_sound() -> None:
    assert sound_of("誼") == sound_of("研究") == "ㄧ"
    assert sound_of("C40城市") == ""


def test_a_reading_of_its_own_moves_a_name() -> None:
    assert sorted(["種子", "長期"], key=zhuyin_key) == ["長期", "種子"]
    keys = {"種子": zhuyin_key("種子"), "長期": zhuyin_key("長期", "ㄔㄤˊ ㄑㄧˊ")}
    assert sorted(keys, key=keys.__getitem__) == ["種子", "長期"]


def test_every_character_of_big5_has_strokes_and_a_reading() -> None:
    common = common_characters()
    assert len(common) > 5000
    assert [c for c in common if not is_han(c) or not strokes(c) or not readings(c)[0]] == []
    assert all(is_syllable(readings(c)[0]) for c in common)


def test_what_no_table_has_comes_last() -> None:
    assert sorted(["㐀", "龍", "𠮷", "一"], key=partial(order_key, locale="zh"))[:2] == ["一", "龍"]
    assert not is_syllable("-")
    assert not is_syllable("xing")
