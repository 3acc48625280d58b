from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from commanding import run

from portal.commands.main import COMMANDS

HOOKS = Path(__file__).parents[2] / "hooks"
LINE = "data/cities.yaml:12:3: "


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check", "--lang", "ja"], ["check", "--format", "xml"], ["write"]]
)
def test_a_wrong_call_gives_exit_code_2(environment: object, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_command_that_was_meant_is_offered(environment: object) -> None:
    assert "Did you mean one of: 'check', 'schema'?" in run("chek").output


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")


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


def test_the_version_is_that_of_the_distribution() -> None:
    assert run("--version").output == f"portal, version {version('city-diplomacy-portal')}\n"


def test_what_cannot_be_written_is_told_in_a_sentence(
    environment: object, portal_folder: Path
) -> None:
    (portal_folder / "data").mkdir(exist_ok=True)
    (portal_folder / "data" / "README.md").mkdir()
    result = run("schema", "--root", portal_folder)
    assert result.exit_code == 2
    assert str(portal_folder / "data" / "README.md") in result.output
    assert "Traceback" not in result.output


def test_commands_need_no_mkdocs_until_they_start_it() -> None:
    program = "import sys, portal.commands.main; print('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
