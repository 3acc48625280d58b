"""``portal lint``: the words of a whole portal, records and pages alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commanding import run
from editing import put

GLOSSARY = """\
- id: sister-city
  subject_field: relation
  terms:
    zh: [{term: 姊妹市, status: preferred}, {term: 姐妹市, status: deprecated, type: variant}]
    en: [{term: sister city, status: preferred}, {term: twin town, status: deprecated}]
  sources: [report]
"""
ALLOWED = """\
姐妹市:
  where: [content/zh/about/counting.md]
  reason: {zh: 說明舊的寫法。, en: The older form is explained.}
"""


TEXTS = {
    "zh": "> 引用的姐妹市。\n\n以前也有人寫**姐妹市**。\n",
    "en": "> Quoted.\n\nOnce it was written otherwise.\n",
}


@pytest.fixture
def worded(portal_folder: Path) -> Path:
    """The small portal with a word that is not to be used on a page, where it is quoted too."""
    for language, text in TEXTS.items():
        page = portal_folder / "content" / language / "about" / "counting.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    put(portal_folder, {"data/glossary.yaml": GLOSSARY})
    return portal_folder


def test_nothing_to_tell_gives_exit_code_0(environment: object, portal_folder: Path) -> None:
    result = run("lint", "--root", portal_folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no findings\n")
    assert run("lint", "--root", portal_folder, "--lang", "zh").stderr == "用詞沒有待改之處\n"


def test_a_finding_has_its_place_its_cure_and_the_way_to_allow_it(
    environment: object, worded: Path
) -> None:
    result = run("lint", "--root", worded)
    assert result.exit_code == 1
    assert result.stdout == (
        "content/zh/about/counting.md:9:9: advice: '姐妹市' is not to be used; write '姊妹市' or, "
        "if it is right here, give the reason for content/zh/about/counting.md in data/words_allowed.yaml\n"
    )
    assert result.stderr == "1 finding\n"
    assert "請寫「姊妹市」" in run("lint", "--root", worded, "--lang", "zh").stdout


def test_check_advises_what_lint_refuses(environment: object, worded: Path) -> None:
    result = run("check", "--root", worded)
    assert result.exit_code == 0
    assert result.stdout == run("lint", "--root", worded).stdout


def test_what_is_allowed_with_a_reason_passes_until_it_is_gone(
    environment: object, worded: Path
) -> None:
    put(worded, {"data/words_allowed.yaml": ALLOWED})
    assert run("lint", "--root", worded).exit_code == 0
    put(worded, {"data/words_allowed.yaml": ALLOWED.replace("[content", "[cities/city-a, content")})
    assert run("lint", "--root", worded).stdout == (
        "data/words_allowed.yaml:2:11: advice: cities/city-a holds no '姐妹市' that the check of words would tell; "
        "delete this entry from the list of what is allowed\n"
    )


def test_punctuation_is_told_once_and_other_problems_are_counted(
    environment: object, portal_folder: Path
) -> None:
    put(portal_folder, {"data/networks.yaml": "[]\n"})
    result = run("lint", "--root", portal_folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings; 1 other problem: run portal check\n"
    put(
        portal_folder,
        {
            "data/cities.yaml": """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  note: {zh: "以 CSV 檔提供", en: "A “note”"}
"""
        },
    )
    result = run("lint", "--root", portal_folder, "--format", "json")
    assert [p["code"] for p in json.loads(result.stdout)].count("typed-space") == 1


def test_a_record_that_cannot_be_read_is_told_as_by_check(
    environment: object, portal_folder: Path
) -> None:
    page = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  country: JP\n  colour: red\n"
    put(portal_folder, {"data/cities.yaml": page})
    result = run("lint", "--root", portal_folder)
    assert result.exit_code == 1
    assert "data/cities.yaml:4:3: " in result.stdout
    assert result.stdout == run("check", "--root", portal_folder).stdout
