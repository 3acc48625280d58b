"""Makes the table by which Chinese names are ordered: strokes and Taiwan's readings of the characters of Unicode.

``python charts/han_characters.py FOLDER`` reads four files in FOLDER and writes
``hooks/portal/text/han_characters.txt``; the same files give the same bytes:

- ``CNS_stroke.txt`` and ``CNS2UNICODE_Unicode BMP.txt``: 全字庫, open data of the Ministry of Digital Affairs
  (https://data.gov.tw/dataset/5961, ``Properties.zip`` and ``MapingTables.zip``, as of 2026-01-18; Open Government
  Data License, version 1.0). They count strokes as schools in Taiwan do: 花 8, 郡 10, 以 5.
- ``Unihan_IRGSources.txt.bz2`` and ``Unihan_Readings.txt.bz2``, as Debian's package ``unicode-data`` 15.0.0-1 installs
  them in ``/usr/share/unicode`` (Unihan 15.0, License of Unicode, Inc.). Its ``kTotalStrokes`` are China's, with one
  value for nearly every character, and serve only for those that 全字庫 does not count.

Readings are ``kMandarin``; of two values, the second is that of Taiwan (UAX 38). Where Taiwan and China differ, most
are those of China: what 《國語一字多音審訂表》 of the Ministry of Education (88年) reads otherwise is in ``TAIWAN``.
The table is in force until a revision is announced (https://www.naer.edu.tw/PageDoc/Detail?fid=126&id=4324); we read it
in the copy of https://github.com/g0v/moedict-data-csld (a1e9119).
"""

from __future__ import annotations

import bz2
import hashlib
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "hooks/portal/text/han_characters.txt"
SHA_256 = {
    "CNS_stroke.txt": "7e8644852b509cab29c29a960e4b3470df191f7a02e502fa7fde4d5986a62858",
    "CNS2UNICODE_Unicode BMP.txt": "c26182dc5e971371924fbc5fa54c7b63a428115f49c38e34556fb84937047955",
    "Unihan_IRGSources.txt.bz2": "52e6e55d22dd124d61dfbb845033fe354caf9a62ab84ac89aa0c374b0f8b99c5",
    "Unihan_Readings.txt.bz2": "216d9e19e44195522b84a05bf7308e385356615121258869faf919e96824ddd5",
}

NOTICE = (
    "# Made by charts/han_characters.py from Unihan 15.0, (c) 2022 Unicode, Inc., terms of use: "
    "https://www.unicode.org/terms_of_use.html (changed), and from 全字庫 of the Ministry of Digital Affairs, Taiwan, "
    "2026, Open Government Data License 1.0: https://data.gov.tw/dataset/5961 (changed)"
)
FIRST, LAST = 0x4E00, 0x9FFF
"""The block that holds every character of Big5 and of nearly every name."""

TONES = {"\u0304": "", "\u0301": "ˊ", "\u030c": "ˇ", "\u0300": "ˋ"}
NO_TONE = "˙"
ORDER = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ"
TONE_ORDER = ("", "ˊ", "ˇ", "ˋ", "˙")

INITIALS = {
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ", "g": "ㄍ", "k": "ㄎ",
    "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ",
    "s": "ㄙ", "": "",
}  # fmt: skip
FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ", "en": "ㄣ",
    "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iao": "ㄧㄠ",
    "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ",
    "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uang": "ㄨㄤ", "ong": "ㄨㄥ", "ü": "ㄩ", "üe": "ㄩㄝ",
    "üan": "ㄩㄢ", "ün": "ㄩㄣ", "iong": "ㄩㄥ",
}  # fmt: skip
WHOLE = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan",
    "wen": "un", "wang": "uang", "weng": "ong", "wong": "ong", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün",
    "yong": "iong",
}  # fmt: skip
"""Syllables without an initial, as finals."""
NO_SYLLABLE = ("m", "n", "ng", "hm")
"""Sounds that are no syllables of the language."""

TAIWAN = {
    "ㄅㄚ": "吧", "ㄅㄚˊ": "鈸", "ㄅㄛˊ": "泊", "ㄅㄛˋ": "播", "ㄅㄞˋ": "唄", "ㄆㄡˇ": "剖", "ㄆㄧㄥˋ": "聘",
    "ㄆㄨˊ": "朴樸蹼", "ㄆㄨˇ": "埔", "ㄇㄟˋ": "瑁", "ㄇㄥˊ": "懵", "ㄇㄧˇ": "靡", "ㄇㄧㄥˊ": "酩", "ㄈㄚ": "伐",
    "ㄈㄛˊ": "佛", "ㄈㄢˊ": "藩", "ㄈㄨˊ": "縛", "ㄉㄤˇ": "檔", "ㄉㄧㄥ": "町", "ㄊㄚˋ": "獺", "ㄊㄠˊ": "濤燾",
    "ㄊㄧㄝˇ": "帖", "ㄊㄧㄠˊ": "調", "ㄊㄨˊ": "凸突", "ㄊㄨㄣˋ": "褪", "ㄋㄧˊ": "呢", "ㄋㄧㄢˊ": "拈",
    "ㄌㄜˋ": "勒肋", "ㄌㄧㄠˊ": "撩", "ㄌㄧㄢˋ": "斂", "ㄌㄨㄛˋ": "酪", "ㄍㄢ": "干", "ㄍㄥ": "更", "ㄍㄨㄚ": "蝸",
    "ㄎㄨㄞˋ": "劊檜", "ㄎㄨㄟˋ": "匱", "ㄎㄨㄤ": "眶", "ㄏㄨㄚˊ": "划", "ㄏㄨㄛˋ": "豁", "ㄐㄧˊ": "唧寂擊",
    "ㄐㄧˇ": "脊", "ㄐㄧˋ": "鯽", "ㄐㄧㄚˊ": "夾", "ㄐㄧㄝˊ": "擷櫛", "ㄐㄧㄝˇ": "姊", "ㄐㄧㄡˋ": "究", "ㄐㄧㄣˋ": "盡",
    "ㄐㄧㄥˋ": "勁", "ㄐㄩˊ": "鞠", "ㄐㄩㄣˋ": "菌", "ㄑㄧˊ": "期", "ㄑㄧˋ": "企緝", "ㄑㄧㄢ": "嵌", "ㄑㄧㄤˊ": "戕",
    "ㄑㄧㄥ": "鯖", "ㄑㄩㄝˋ": "怯", "ㄑㄩㄥ": "穹", "ㄒㄧ": "攜禧蹊", "ㄒㄧˊ": "息惜昔錫", "ㄒㄧˋ": "夕汐",
    "ㄒㄧㄚˊ": "挾", "ㄒㄧㄚˋ": "廈", "ㄒㄧㄝˇ": "血", "ㄒㄧㄠˋ": "酵", "ㄒㄧㄢˇ": "癬蜆", "ㄒㄩˇ": "煦",
    "ㄒㄩㄝˋ": "穴", "ㄓˊ": "擲質", "ㄓㄚˋ": "柵", "ㄓㄜˊ": "懾", "ㄓㄢˋ": "暫顫", "ㄓㄣˇ": "縝", "ㄓㄥ": "諍",
    "ㄓㄨˋ": "苧著", "ㄓㄨㄛˊ": "卓拙涿", "ㄓㄨㄟ": "椎", "ㄔˇ": "豉", "ㄔㄤˊ": "裳", "ㄔㄨˊ": "儲", "ㄔㄨㄞˇ": "揣",
    "ㄕㄡˊ": "熟", "ㄕㄣˇ": "沈", "ㄕㄨˊ": "叔淑", "ㄕㄨˋ": "署", "ㄖㄤˊ": "攘", "ㄖㄨˋ": "辱", "ㄖㄨㄥˊ": "茸",
    "ㄗˇ": "子", "ㄗㄨㄣˋ": "圳", "ㄗㄨㄥˋ": "綜", "ㄘ": "雌", "ㄘㄨˋ": "槭", "ㄘㄨㄛˋ": "撮", "ㄙˋ": "賜",
    "ㄙㄜˋ": "圾", "ㄙㄠ": "艘", "ㄣˋ": "嗯", "ㄧˋ": "曳", "ㄧㄞˊ": "崖", "ㄧㄡˋ": "莠鈾", "ㄧㄣ": "湮",
    "ㄧㄣˊ": "齦", "ㄧㄣˋ": "蔭", "ㄨㄚ": "哇", "ㄨㄟˊ": "危微", "ㄨㄟˋ": "偽", "ㄩㄢˊ": "媛", "ㄩㄥˇ": "擁",
}  # fmt: skip
"""Characters of names and of the words of offices that Taiwan reads otherwise; of several readings, that of names.

The table has 姊 as ㄗˇ; the word of this field is said ㄐㄧㄝˇ ㄇㄟˋ by everybody."""


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    strokes = {
        c: int(v) for c, v in _values(folder / "Unihan_IRGSources.txt.bz2", "kTotalStrokes").items()
    } | taiwan_strokes(folder)
    readings = {
        c: zhuyin(v) for c, v in _values(folder / "Unihan_Readings.txt.bz2", "kMandarin").items()
    }
    for syllable, characters in TAIWAN.items():
        for character in characters:
            if readings[character] == syllable:
                raise SystemExit(f"{character} is read {syllable} in Unihan too")
            readings[character] = syllable
    by_reading: dict[str, list[str]] = defaultdict(list)
    for character in strokes:
        by_reading[readings.get(character, "")].append(character)
    lines = []
    for syllable in sorted(by_reading, key=_rank):
        runs: dict[int, str] = defaultdict(str)
        for character in sorted(by_reading[syllable], key=lambda c: (strokes[c], c)):
            runs[strokes[character]] += character
        lines.append(" ".join([syllable or "-", *(f"{n}{run}" for n, run in runs.items())]))
    TARGET.write_text("\n".join([NOTICE, *lines]) + "\n", encoding="utf-8", newline="\n")


def taiwan_strokes(folder: Path) -> dict[str, int]:
    """The strokes of the characters that 全字庫 counts; of two codes of a character, the first."""
    counted = _pairs(folder / "CNS_stroke.txt")
    found: dict[str, int] = {}
    for code, point in _pairs(folder / "CNS2UNICODE_Unicode BMP.txt").items():
        if FIRST <= int(point, 16) <= LAST and int(counted.get(code, "0")):
            found.setdefault(chr(int(point, 16)), int(counted[code]))
    return found


def _pairs(path: Path) -> dict[str, str]:
    """What a table of 全字庫 has for each code."""
    lines = _read(path).decode("utf-8-sig").splitlines()
    return {code: value for code, _, value in (line.partition("\t") for line in lines) if value}


def _read(path: Path) -> bytes:
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA_256[path.name]:
        raise SystemExit(f"{path.name} is another version")
    return raw


def _values(path: Path, name: str) -> dict[str, str]:
    """The values of a field of Unihan by character; of two, that of Taiwan."""
    found = {}
    for line in bz2.decompress(_read(path)).decode().splitlines():
        if line.startswith("U+"):
            code, field, value = line.split("\t")
            if field == name and FIRST <= int(code[2:], 16) <= LAST:
                found[chr(int(code[2:], 16))] = value.split()[-1]
    return found


def zhuyin(pinyin: str) -> str:
    """A syllable of Pinyin in Zhuyin; empty for sounds that are no syllables.

    >>> zhuyin("xíng"), zhuyin("lüè"), zhuyin("zhī"), zhuyin("qí"), zhuyin("bo"), zhuyin("ḿ")
    ('ㄒㄧㄥˊ', 'ㄌㄩㄝˋ', 'ㄓ', 'ㄑㄧˊ', 'ㄅㄛ˙', '')
    """
    split = unicodedata.normalize("NFD", pinyin)
    tone = next((TONES[c] for c in split if c in TONES), NO_TONE)
    plain = unicodedata.normalize("NFC", "".join(c for c in split if c not in TONES))
    if plain in NO_SYLLABLE:
        return ""
    if plain in WHOLE:
        return FINALS[WHOLE[plain]] + tone
    initial = next(plain[:n] for n in (2, 1, 0) if plain[:n] in INITIALS)
    final = plain.removeprefix(initial)
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        return INITIALS[initial] + tone
    return INITIALS[initial] + FINALS[final] + tone


def _rank(syllable: str) -> tuple[bool, list[int], int]:
    """Dictionaries order by initial, medial and final, and then by tone; what has no reading comes last."""
    sounds = syllable.rstrip("".join(TONE_ORDER))
    return (
        not syllable,
        [ORDER.index(sound) for sound in sounds],
        TONE_ORDER.index(syllable[len(sounds) :]),
    )


if __name__ == "__main__":
    main()
