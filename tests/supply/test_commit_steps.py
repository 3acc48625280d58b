"""The steps ``.ci/reproduce`` and ``.ci/sbom`` take the time of the commit, whatever the clock says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT


def git(root: Path, *arguments: str) -> str:
    who = {
        f"GIT_{role}_{part}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    when = {"GIT_COMMITTER_DATE": "2026-11-20T17:30:00+00:00"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=os.environ | who | when, capture_output=True, text=True, check=True
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Taipei"])
def test_the_build_hears_the_commit_and_its_minute_in_taipei(tmp_path: Path, zone: str) -> None:
    root = tmp_path / "portal"
    (root / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "reproduce", root / ".ci")
    build = 'mkdir site; echo "$PORTAL_TODAY $PORTAL_COMMIT" >site/told; ls -A >site/found\n'
    (root / ".ci" / "build").write_text(build, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    for left_over in ("site", ".site"):
        (root / left_over).mkdir()
        (root / left_over / "old").touch()
    settings = os.environ | {"TZ": zone, "PORTAL_TODAY": "1999-01-01", "PORTAL_COMMIT": "no"}
    subprocess.run(["bash", ".ci/reproduce"], cwd=root, env=settings, check=True)
    told = (root / "site" / "told").read_text(encoding="utf-8")
    assert told == f"2026-11-21T01:30 {git(root, 'rev-parse', 'HEAD')}\n"
    assert ".site" not in (root / "site" / "found").read_text(encoding="utf-8").split()
    listed = subprocess.run(
        [sys.executable, "-m", "tarfile", "--list", "artifact.tar"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "./old" not in listed.stdout
    assert "./told" in listed.stdout


def test_the_bill_of_materials_has_the_time_of_the_commit_or_the_one_that_is_given(
    tmp_path: Path,
) -> None:
    root = tmp_path / "portal"
    (root / ".ci").mkdir(parents=True)
    (root / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "sbom", root / ".ci")
    program = root / ".venv" / "bin" / "portal"
    program.write_text('#!/bin/sh\necho "<$SOURCE_DATE_EPOCH> $*"\n', encoding="utf-8")
    program.chmod(0o755)

    def said(**settings: str) -> str:
        given = {
            "SOURCE_DATE_EPOCH": "",
            "PORTAL_LANG": "en",
            "GIT_CEILING_DIRECTORIES": str(tmp_path),
        }
        command = ["bash", ".ci/sbom", "made here"]
        done = subprocess.run(
            command, cwd=root, env=os.environ | given | settings, capture_output=True, text=True, check=True
        )  # fmt: skip
        return done.stdout

    assert said() == "<> sbom --lang en --output made here/sbom.cdx.json\n"
    git(root, "init", "--quiet")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "x")
    assert said().startswith("<1795195800> ")  # 2026-11-20T17:30Z
    assert said(SOURCE_DATE_EPOCH="7").startswith("<7> ")
