"""A table of readings is spelled by a script of the page as Pinyin is spelled in Python."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from portal.resources import THEME
from portal.text.collation import TABLE, is_syllable
from portal.text.pinyin import TONES, pinyin_of
from portal.text.sounds import sounds_of

ASK = (
    "const [table, texts] = JSON.parse(require('fs').readFileSync(0));"
    "console.log(JSON.stringify(texts.map(globalThis.sounds(table))))"
)


def test_characters_stand_once_under_their_sound() -> None:
    assert sounds_of(["市政", "世界市", "C40 Cities"]) == "ㄐㄧㄝ界ㄓㄥ政ㄕ世市"
    assert sounds_of(["Kaga"]) == ""


@pytest.mark.machine
def test_the_script_spells_every_syllable_in_pinyin() -> None:
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    members = {
        syllable.translate(TONES): run.lstrip("0123456789")[0]
        for syllable, run, *_ in lines
        if is_syllable(syllable)
    }
    spelled = {line[0].translate(TONES): _bare(pinyin_of(line[0])) for line in lines}
    assert len(members) > 400
    asked = json.dumps([sounds_of(members.values()), list(members.values())])
    node = shutil.which("node")
    assert node
    script = (THEME / "assets" / "sounds.js").read_text(encoding="utf-8") + ASK
    told = subprocess.run(
        [node, "-e", script], input=asked, capture_output=True, check=True, text=True
    )
    found = dict(zip(members, map(str.split, json.loads(told.stdout)), strict=True))
    assert [(one, said) for one, said in found.items() if said[0] != one] == []
    wrong = {one: said[1] for one, said in found.items() if said[1] != spelled[one]}
    assert wrong == {"ㄧㄞ": "yai"}, "which is read so in Taiwan alone"
    assert found["ㄋㄩ"][2] == "nv"


def _bare(pinyin: str) -> str:
    tones = {"āáǎà": "a", "ēéěè": "e", "īíǐì": "i", "ōóǒò": "o", "ūúǔù": "u", "ǖǘǚǜ": "ü"}
    return pinyin.translate({ord(c): bare for marked, bare in tones.items() for c in marked})
