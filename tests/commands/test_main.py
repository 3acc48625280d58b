from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commanding import run

HOOKS = Path(__file__).parents[2] / "hooks"
LINE = "data/cities.yaml:12:3: "


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
