"""Syllables of Zhuyin in Hanyu Pinyin."""

from __future__ import annotations

import subprocess
import sys

import pytest

from portal.text.collation import TABLE, is_syllable
from portal.text.pinyin import pinyin_of


@pytest.mark.parametrize(
    ("zhuyin", "pinyin"),
    [
        ("ㄐㄧㄝˇ", "jiě"), ("ㄇㄟˋ", "mèi"), ("ㄕˋ", "shì"), ("ㄔㄥˊ", "chéng"), ("ㄌㄩˇ", "lǚ"), ("ㄩㄢˊ", "yuán"),
        ("ㄒㄩㄝˊ", "xué"), ("ㄨㄣˊ", "wén"), ("ㄉㄨㄟˋ", "duì"), ("ㄍㄨㄥ", "gōng"), ("ㄦˊ", "ér"), ("ㄐㄧㄝ", "jiē"),
        ("ㄇㄨˋ", "mù"), ("", ""), ("ㄅㄅ", ""),
    ],
)  # fmt: skip
def test_a_syllable_is_spelled_with_its_tone(zhuyin: str, pinyin: str) -> None:
    assert pinyin_of(zhuyin) == pinyin


def test_nearly_every_syllable_of_the_table_has_a_spelling() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    syllables = [one for line in lines if is_syllable(one := line.partition(" ")[0])]
    without = [one for one in syllables if not pinyin_of(one)]
    assert without == ["ㄧㄞˊ"], "which is read so in Taiwan alone"
    assert len(syllables) > 1300


def test_the_tables_are_not_loaded_before_they_are_asked_for() -> None:
    code = "import sys, portal.assembly; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
