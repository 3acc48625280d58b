"""Text is compared alike in Python and in browsers."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from portal.resources import THEME
from portal.text import folding
from portal.text.folding import fold

SCRIPT = THEME / "assets" / "fold.js"
ASK = "const texts = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify(texts.map(fold)))"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺北", "台北"),
        ("Łódź", "lodz"),
        ("Tromsø", "TROMSO"),
        ("Gießen", "giessen"),
        ("Ærø", "aero"),
        ("ＩＣＬＥＩ", "iclei"),
        ("Hawaiʻi", "hawaii"),
        ("Şanlıurfa", "sanliurfa"),
        ("Sa\u0303o", "São"),
        ("ﾌｸｵｶ", "フクオカ"),
    ],
)
def test_two_ways_to_write_a_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert (
        len(
            {
                fold(name)
                for name in ("臺北", "臺南", "Saga", "Kaga", "부산", "부천", "吉野", "𠮷野")
            }
        )
        == 8
    )


def test_the_script_knows_the_same_forms() -> None:
    forms = folding.TABLE.read_text(encoding="utf-8").split()
    assert len(forms) > 30
    script = SCRIPT.read_text(encoding="utf-8")
    assert [form for form in forms if form not in script] == []


@pytest.mark.machine
def test_the_script_folds_every_letter_as_python_does(tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node is not None
    known = [chr(code) for code in (*range(0x20, 0xD800), *range(0xF900, 0xFFFD))]
    texts = [f"A{c}b" for c in known if unicodedata.category(c) != "Cn"]
    (tmp_path / "ask.cjs").write_text(
        f"{SCRIPT.read_text(encoding='utf-8')}\n{ASK}", encoding="utf-8"
    )
    done = subprocess.run(
        [node, "ask.cjs"],
        cwd=tmp_path, input=json.dumps(texts).encode(), capture_output=True, check=True,
    )  # fmt: skip
    differ = [
        pair
        for pair in zip(texts, json.loads(done.stdout), strict=True)
        if fold(pair[0]) != pair[1]
    ]
    assert differ == []
