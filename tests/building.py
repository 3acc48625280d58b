"""Builds portals for the tests, as an editor or CI would: in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Built:
    """The outcome of a build."""

    folder: Path
    code: int
    output: str


def build(config: Path, folder: Path, *, program: str = "mkdocs", **environment: str) -> Built:
    """Build the portal of a configuration file into a folder, strictly."""
    command = [sys.executable, "-m", program, "build", "--strict"]
    command += ["--config-file", str(config), "--site-dir", str(folder)]
    settings = os.environ | QUIET | {"PORTAL_TODAY": TODAY} | environment
    done = subprocess.run(
        command, env=settings, capture_output=True, text=True, check=False, cwd=config.parent
    )
    return Built(folder, done.returncode, done.stdout + done.stderr)


def small_portal(target: Path) -> Path:
    """A copy of the example portal that a test may change; returns its configuration file."""
    example = ROOT / "examples" / "hualien-city"
    for name in ("content", "data"):
        shutil.copytree(example / name, target / name)
    text = (example / "mkdocs.yml").read_text(encoding="utf-8").replace("../../", f"{ROOT}/")
    (target / "mkdocs.yml").write_text(text, encoding="utf-8")
    return target / "mkdocs.yml"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
