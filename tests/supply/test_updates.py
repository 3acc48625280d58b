"""Newer versions are proposed for all that is pinned, after a while, here and in another city's portal."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT

from portal.resources import SKELETON

OURS = {"dependabot": ROOT / ".github" / "dependabot.yml", "renovate": ROOT / "renovate.json"}
THEIRS = {
    "dependabot": SKELETON / "dot-github" / "dependabot.yml",
    "renovate": SKELETON / "renovate.json",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXACT = sorted(
    name.split("==")[0].strip() for name in PROJECT["dependencies"] if re.match(r"[\w-]+==", name)
)
"""The packages of which the generator asks for one version."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # JSON is YAML too


@pytest.mark.parametrize("files", [OURS, THEIRS], ids=["ours", "theirs"])
@pytest.mark.parametrize("name", ["dependabot", "renovate"])
def test_their_own_schema_accepts_them(files: dict[str, Path], name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}"]
    done = subprocess.run([*command, str(files[name])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("files", [OURS, THEIRS], ids=["ours", "theirs"])
def test_every_kind_of_pin_is_looked_at_and_none_sooner_than_after_a_week(
    files: dict[str, Path],
) -> None:
    updates = read(files["dependabot"])["updates"]
    assert [one["package-ecosystem"] for one in updates] == ["pip", "npm", "github-actions"]
    for one in updates:
        assert one["cooldown"]["default-days"] >= 7
        assert one["schedule"]["interval"] in {"weekly", "monthly"}
        assert one["directory"] == "/"
    renovate = read(files["renovate"])
    assert renovate["minimumReleaseAge"] == "7 days"
    assert {"npm", "gitlabci", "github-actions"} < set(renovate["enabledManagers"])


def test_what_the_adapter_relies_on_is_raised_one_at_a_time_here() -> None:
    named = sorted(name for name in EXACT if name.startswith("mkdocs"))
    (group,) = read(OURS["dependabot"])["updates"][0]["groups"].values()
    assert sorted(group["exclude-patterns"]) == named
    python = read(OURS["renovate"])["packageRules"][0]
    assert sorted(python["matchPackageNames"]) == sorted(f"!{name}" for name in named)


def test_what_the_generator_pins_is_not_proposed_in_a_portal_and_the_generator_alone() -> None:
    pip = read(THEIRS["dependabot"])["updates"][0]
    assert sorted(one["dependency-name"] for one in pip["ignore"]) == EXACT
    assert pip["groups"]["python"]["exclude-patterns"] == [PROJECT["name"]]
    pinned, grouped, *_ = read(THEIRS["renovate"])["packageRules"]
    assert (sorted(pinned["matchPackageNames"]), pinned["enabled"]) == (EXACT, False)
    assert grouped["matchPackageNames"] == [f"!{PROJECT['name']}"]


@pytest.mark.parametrize("files", [OURS, THEIRS], ids=["ours", "theirs"])
def test_files_that_renovate_looks_for_by_name_are_there(files: dict[str, Path]) -> None:
    """Its other managers find ``pyproject.toml``, ``package.json`` and workflows by themselves."""
    root = files["renovate"].parent
    found = [
        path.relative_to(root).as_posix().replace("dot-", ".", 1)
        for folder in (".", "dot-gitlab", ".gitlab")
        for path in (root / folder).glob("*")
        if path.is_file()
    ]
    patterns = [
        pattern
        for manager in read(files["renovate"]).values()
        if isinstance(manager, dict)
        for pattern in manager.get("managerFilePatterns", ())
    ]
    assert patterns
    for pattern in patterns:
        assert any(re.search(pattern.strip("/"), path) for path in found), pattern
