"""Texts are cut as the scripts of the page cut what readers type, and dates are words in one form."""

from __future__ import annotations

import json
import subprocess
import unicodedata

import pytest
from building import ROOT

from portal.outputs.search.search_dates import dates_in_text
from portal.outputs.search.search_words import name_word, place_names, words
from portal.text.wide_folding import fold_widely, forms_of

TEXTS = (
    "臺北市與台北",
    "熊本県 桜島 沢",
    "うるま市、부산광역시",
    "Hachiōji City",
    "Łódź, Tromsø, Gießen, Œuvre",
    "UN-Habitat",
    "O’Higgins",
    "U.N. a.p.c.s.",
    "ＩＣＬＥＩ 會員",
    "的的",
    "𠮷野家 👋",
    "Привет, мир!",
    "واحة النخيل",
    "נחל זהב",
    "2014年7月8日",
    "City of São Paulo",
    "釜山廣域市",
    "Busan Metropolitan City",
    "加賀市",
)

SCRIPT = """
import { bare, fold, isChinese, learn, pairs, placeNames, runs } from "#published/search-words.js";
const { forms, texts, characters } = JSON.parse(await new Promise((done) => {
  let all = "";
  process.stdin.on("data", (part) => (all += part)).on("end", () => done(all));
}));
learn(forms);
const cut = (text) => runs(fold(text)).flatMap((run) => (isChinese(run) ? [...pairs(run), [...run].at(-1)] : [run]));
process.stdout.write(JSON.stringify({
  words: texts.map(cut), names: texts.map(bare), places: texts.map(placeNames), folded: characters.map(fold),
}));
"""


def test_scripts_and_build_cut_and_fold_alike() -> None:
    characters = [
        character
        for point in range(0x20, 0x30000)
        if unicodedata.category(character := chr(point)) not in ("Cn", "Cs", "Co")
    ]
    given = {
        "forms": forms_of(map(fold_widely, characters)),
        "texts": TEXTS,
        "characters": characters,
    }
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", SCRIPT],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    found = json.loads(done.stdout)
    for text, cut in zip(TEXTS, found["words"], strict=True):
        assert set(cut) <= set(words(text)), text
    assert [f"={name}" for name in found["names"]] == [name_word(text) for text in TEXTS]
    assert found["places"] == [place_names(text) for text in TEXTS]
    other = [
        c for c, folded in zip(characters, found["folded"], strict=True) if folded != fold_widely(c)
    ]
    assert len(other) < 100, "a browser may know a newer Unicode, and nothing else may differ"
    assert not [c for c in other if c < "\u3000" or "\u4e00" <= c <= "\u9fff"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺灣", "台湾"),
        ("姊妹市", "姐妹市"),
        ("橫濱", "横浜"),
        ("橫濱", "横滨"),
        ("熊本縣", "熊本県"),
        ("熊本縣", "熊本县"),
        ("發展", "发展"),
        ("發展", "発展"),
        ("釜山廣域市", "釜山広域市"),
        ("Łódź", "lodz"),
        ("ＩＣＬＥＩ", "iclei"),
        ("Đà Nẵng", "da nang"),
    ],
)
def test_forms_are_one(one: str, other: str) -> None:
    assert fold_widely(one) == fold_widely(other) == fold_widely(fold_widely(one))


def test_a_site_needs_only_the_forms_of_its_own_characters() -> None:
    pairs = forms_of([fold_widely("橫濱")])
    forms = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert {form for form, one in forms.items() if one == "滨"} >= {"濱", "浜"}
    assert "縣" not in forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("民國103年7月8日簽署", {"2014", "201407", "20140708"}),
        ("民國九年", set()),
        ("民國9年", {"1920"}),
        ("2014年7月", {"2014", "201407"}),
        ("往來30年", set()),
        ("on 8 July 2014", {"2014", "201407", "20140708"}),
        ("July 8, 2014", {"2014", "201407", "20140708"}),
        ("in May 2014", {"2014", "201405"}),
        ("the mayor 2014", set()),
    ],
)
def test_dates_in_a_text_are_words_in_one_form(text: str, found: set[str]) -> None:
    assert set(dates_in_text(text)) == found
