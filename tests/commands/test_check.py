from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commanding import run
from editing import put
from heavy import ties

from portal.text.visible import visible

LINE = "data/cities.yaml:12:3: "


def test_a_right_portal_gives_exit_code_0(environment: object, portal_folder: Path) -> None:
    result = run("check", "--root", portal_folder)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("no problems (")
    assert "沒有問題" in run("check", "--root", portal_folder, "--lang", "zh").stderr


def test_problems_give_exit_code_1_and_a_line_each(environment: object, wrong_folder: Path) -> None:
    result = run("check", "--root", wrong_folder)
    assert result.exit_code == 1
    assert result.stdout == f"{LINE}there is no key populatoin; see data/README.md\n"
    assert result.stderr == "1 problem\n"


def test_problems_are_counted(environment: object, wrong_folder: Path) -> None:
    (wrong_folder / "data" / "notes.txt").touch()
    assert run("check", "--root", wrong_folder).stderr == "2 problems\n"
    assert run("check", "--root", wrong_folder, "--lang", "zh").stderr == "共 2 個問題\n"


def test_a_folder_that_is_not_there_gives_exit_code_2(environment: object, tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert f"there is no folder {tmp_path / 'nowhere'}" in result.stderr
    assert "找不到資料夾" in run("check", "--root", tmp_path / "nowhere", "--lang", "zh").stderr


def test_a_folder_that_holds_no_portal_is_told_what_it_lacks(
    environment: object, tmp_path: Path
) -> None:
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "data:1:1: folder data is missing; create it in the portal's root\n" in result.stdout


@pytest.mark.parametrize("today", ["tomorrow", "2026", "2026-11", "2026-02-30", "22.11.2026"])
def test_a_wrong_day_gives_exit_code_2(
    environment: pytest.MonkeyPatch, portal_folder: Path, today: str
) -> None:
    environment.setenv("PORTAL_TODAY", today)
    result = run("check", "--root", portal_folder)
    assert result.exit_code == 2
    assert "PORTAL_TODAY" in result.stderr
    assert "2026-11-22" in result.stderr


def test_the_day_decides_what_lies_in_the_future(
    environment: pytest.MonkeyPatch, portal_folder: Path
) -> None:
    environment.setenv("PORTAL_TODAY", "2026-01-05")
    assert run("check", "--root", portal_folder).exit_code == 0
    environment.setenv("PORTAL_TODAY", "2026-01-04")
    assert "later than today (2026-01-04)" in run("check", "--root", portal_folder).stdout


def test_json_gives_both_languages_and_the_place(environment: object, wrong_folder: Path) -> None:
    result = run("check", "--root", wrong_folder, "--format", "json")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert json.loads(result.stdout) == [
        {
            "path": "data/cities.yaml",
            "line": 12,
            "column": 3,
            "code": "unknown-key",
            "level": "problem",
            "also": [],
            "message": {
                "zh": "沒有 populatoin 這個鍵；請參閱 data/README.md",
                "en": "there is no key populatoin; see data/README.md",
            },
        }
    ]


@pytest.fixture
def heavy_folder(portal_folder: Path) -> Path:
    """The small portal with a page that is too heavy."""
    put(portal_folder, ties(600))
    return portal_folder


def test_advice_is_told_and_refuses_nothing(environment: object, heavy_folder: Path) -> None:
    result = run("check", "--root", heavy_folder)
    assert result.exit_code == 0
    assert re.fullmatch(
        r"data/homes\.yaml:1:3: advice: the page homes/alpha/ has \d\d\.\d\d KB compressed, but a slow phone receives"
        r" 24\.00 KB in half a second, so its readers wait longer; if you can, shorten its text, or make"
        r" a part of it a record of its own\n",
        result.stdout,
    )
    assert re.fullmatch(r"no problems, 1 piece of advice \(\d+ records\)\n", result.stderr)
    zh = run("check", "--root", heavy_folder, "--lang", "zh")
    assert zh.stdout.startswith("data/homes.yaml:1:3: 建議：網頁 homes/alpha/ 壓縮後有 ")
    assert zh.stderr.startswith("沒有問題，另有 1 項建議（")


def test_programs_can_tell_advice_from_problems(environment: object, heavy_folder: Path) -> None:
    found = json.loads(run("check", "--root", heavy_folder, "--format", "json").stdout)
    assert [(one["code"], one["level"]) for one in found] == [("page-too-heavy", "advice")]
    annotations = run("check", "--root", heavy_folder, "--format", "github")
    assert annotations.exit_code == 0
    assert annotations.stdout.startswith(
        "::notice file=data/homes.yaml,line=1,col=3,title=page-too-heavy::the page homes/alpha/ has "
    )


def test_there_is_no_advice_as_long_as_there_are_problems(
    environment: object, heavy_folder: Path
) -> None:
    (heavy_folder / "data" / "notes.txt").touch()
    result = run("check", "--root", heavy_folder)
    assert result.exit_code == 1
    assert "advice" not in result.output


def test_a_template_that_cannot_be_read_keeps_nothing_from_being_checked(
    environment: object, heavy_folder: Path
) -> None:
    put(heavy_folder, {"templates/home.html.j2": "{% if %}", "data/notes.txt": ""})
    lines = run("check", "--root", heavy_folder).stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "data/notes.txt:1:1",
        "templates/home.html.j2:1:1",
    ]


def test_json_of_a_right_portal_is_an_empty_list(environment: object, portal_folder: Path) -> None:
    assert json.loads(run("check", "--root", portal_folder, "--format", "json").stdout) == []


def test_github_gets_annotations(environment: object, wrong_folder: Path) -> None:
    result = run("check", "--root", wrong_folder, "--format", "github", "--lang", "zh")
    assert result.stdout == (
        "::error file=data/cities.yaml,line=12,col=3,title=unknown-key"
        "::沒有 populatoin 這個鍵；請參閱 data/README.md\n"
    )


def test_github_shows_percent_signs_as_they_stand(environment: object, portal_folder: Path) -> None:
    with (portal_folder / "data" / "cities.yaml").open("a", encoding="utf-8") as file:
        file.write("  draft: 50%0Ax\n")
    assert (
        "'50%250Ax' is neither"
        in run("check", "--root", portal_folder, "--format", "github").stdout
    )


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({}, "there is no key"),
        ({"LC_ALL": "zh_TW.UTF-8"}, "沒有"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "沒有"),
        ({"LANG": "zh_TW.UTF-8"}, "沒有"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_TW.UTF-8"}, "there is no key"),
        ({"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "沒有"),
        ({"LC_ALL": "de_DE.UTF-8"}, "there is no key"),
    ],
)
def test_the_language_is_that_of_the_users_locale(
    environment: pytest.MonkeyPatch, wrong_folder: Path, variables: dict[str, str], word: str
) -> None:
    for name, value in variables.items():
        environment.setenv(name, value)
    assert word in run("check", "--root", wrong_folder).stdout
    assert "there is no key" in run("check", "--root", wrong_folder, "--lang", "en").stdout


HOSTILE = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga, ja: 加賀市}
  country: JP
  level: "\\e]0;gone\\a7\\u202e\\r::error::x"
"""


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_that_is_printed_steers_a_terminal(
    environment: object, portal_folder: Path, form: str, lang: str
) -> None:
    put(portal_folder, {"data/cities.yaml": HOSTILE})
    result = run("check", "--root", portal_folder, "--format", form, "--lang", lang)
    assert result.exit_code == 1
    assert all(visible(line) == line for line in result.stdout.split("\n"))
    assert "]0;gone" in result.stdout


def test_a_folder_named_by_an_attacker_is_printed_visibly(
    environment: object, tmp_path: Path
) -> None:
    told = run("check", "--root", tmp_path / "a\x1b[2J\n::error::b").stderr
    assert told.endswith("a\\x1b[2J\\n::error::b\n")
    assert told.count("\n") == 1


def test_what_the_encoding_of_a_terminal_lacks_is_escaped(portal_folder: Path) -> None:
    put(portal_folder, {"data/cities.yaml": HOSTILE.replace("gone", "Łódź")})
    command = [sys.executable, "-m", "portal", "check", "--root", str(portal_folder)]
    told = {}
    for form in ("text", "json", "github"):
        done = subprocess.run(
            [*command, "--format", form, "--lang", "zh"],
            env=os.environ | {"PYTHONIOENCODING": "cp950"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        told[form] = done.stdout.decode("cp950")
    assert "\\u0141" in told["text"]
    assert "\\u0141" in told["github"]
    assert any("Łódź" in one["message"]["zh"] for one in json.loads(told["json"]))
