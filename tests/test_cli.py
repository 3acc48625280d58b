from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from releases import release

from portal.commands.main import main

HOOKS = Path(__file__).parents[1] / "hooks"
LINE = "data/cities.yaml:12:3: "


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A fixed day and no locale."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-22")
    return monkeypatch


@pytest.fixture
def wrong_folder(portal_folder: Path) -> Path:
    """The small portal with one mistake: a key that does not exist."""
    with (portal_folder / "data" / "cities.yaml").open("a", encoding="utf-8") as file:
        file.write("  populatoin: 100%\n")
    return portal_folder


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


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
            "message": {
                "zh": "沒有 populatoin 這個鍵；請參閱 data/README.md",
                "en": "there is no key populatoin; see data/README.md",
            },
        }
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


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check", "--lang", "ja"], ["check", "--format", "xml"], ["write"]]
)
def test_a_wrong_call_gives_exit_code_2(environment: object, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_every_command_explains_itself() -> None:
    for command in ((), ("check",), ("write",), ("schema",)):
        result = run(*command, "--help")
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: ")


def test_write_gives_each_page_as_a_file_with_front_matter(
    environment: object, portal_folder: Path, tmp_path: Path
) -> None:
    assert run("write", "--root", portal_folder, tmp_path / "out").exit_code == 0
    for locale, title in (("zh", "加賀"), ("en", "Kaga")):
        _, front, body = (
            (tmp_path / "out" / locale / "cities" / "jp-kaga.md")
            .read_text(encoding="utf-8")
            .split("---\n", 2)
        )
        assert json.loads(front)["title"] == title
        assert "<h1" in body


def test_nothing_is_written_of_a_wrong_portal(
    environment: object, wrong_folder: Path, tmp_path: Path
) -> None:
    result = run("write", "--root", wrong_folder, tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith(LINE)
    assert not (tmp_path / "out").exists()


def test_schema_in_a_folder_without_a_dictionary_gives_exit_code_2(tmp_path: Path) -> None:
    result = run("schema", "--root", tmp_path)
    assert result.exit_code == 2
    assert "README.md" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_module_runs_as_a_program(wrong_folder: Path) -> None:
    command = [sys.executable, "-m", "portal", "check", "--lang", "zh"]
    settings = os.environ | {
        "PORTAL_TODAY": "2026-11-22",
        "PYTHONPATH": str(HOOKS),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(command, cwd=wrong_folder, env=settings, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout.decode() == f"{LINE}沒有 populatoin 這個鍵；請參閱 data/README.md\n"
    assert b"Traceback" not in done.stderr


def test_due_tells_when_and_not_what(environment: pytest.MonkeyPatch, portal_folder: Path) -> None:
    assert run("due", "--root", portal_folder).stdout == ""
    for path, text in release("secret", "2026-11-23T09:30").items():
        (portal_folder / path).parent.mkdir(parents=True)
        (portal_folder / path).write_text(text, encoding="utf-8")
    result = run("due", "--root", portal_folder)
    assert result.output == "2026-11-23T09:30+08:00\n"
    environment.setenv("PORTAL_TODAY", "2026-11-23T09:30")
    assert run("due", "--root", portal_folder).output == ""


def test_a_snapshot_notes_every_page(environment: object, portal_folder: Path) -> None:
    assert "new addresses" in run("snapshot", "--root", portal_folder).stderr
    noted = (portal_folder / "published" / "addresses.txt").read_text(encoding="utf-8").split()
    assert {"/", "/cities/jp-kaga/", "/about/counting/"} <= set(noted)
    assert run("snapshot", "--root", portal_folder).stderr.startswith("0 ")


def test_a_snapshot_notes_what_changed_in_the_records(
    environment: object, portal_folder: Path
) -> None:
    run("snapshot", "--root", portal_folder)
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text("utf-8").replace("Kaga", "Kaga City"), encoding="utf-8")
    assert (
        run("snapshot", "--root", portal_folder).stderr
        == "0 new addresses, 1 changed rows of data\n"
    )
    history = (portal_folder / "published" / "changes.csv").read_text(encoding="utf-8")
    assert history.endswith(",cities,changed,jp-kaga,name_en\n")
