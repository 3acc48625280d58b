"""Builds portals for the tests, as an editor or CI would: in a process of its own."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import guard

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
COMMIT = "5ba1eda7c0ffee0123456789abcdef0123456789"
"""Of which portals of the tests tell that they are made: what git says of our own repository is not theirs."""
BASE = "https://city-diplomacy.example.org/"
"""The ``site_url`` that portals inherit."""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Built:
    """The outcome of a build."""

    folder: Path
    code: int
    output: str


def build(config: Path, folder: Path, *, program: str = "mkdocs", **environment: str) -> Built:
    """Build the portal of a configuration file into a folder, strictly."""
    if config == ROOT / "mkdocs.yml":
        guard.refuse(ROOT / "data")
    command = [sys.executable, "-m", program, "build", "--strict"]
    command += ["--config-file", str(config), "--site-dir", str(folder)]
    given = {"PORTAL_TODAY": TODAY, "PORTAL_COMMIT": COMMIT, "GIT_CEILING_DIRECTORIES": str(ROOT)}
    settings = os.environ | QUIET | given | environment
    done = subprocess.run(
        command, env=settings, capture_output=True, text=True, check=False, cwd=config.parent
    )
    return Built(folder, done.returncode, done.stdout + done.stderr)


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Keep all other processes of a run out of a folder."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build_once(
    folder: Path, config: Path, *, prepare: Callable[[], None] | None = None, **environment: str
) -> Path:
    """The site of a portal below a folder that all processes of a run share; the first that asks builds it.

    The build must be strict, and must not warn; ``prepare`` is done before it.
    """
    folder.mkdir(exist_ok=True)
    with build_lock(folder):
        if not (folder / "done").exists():
            if prepare:
                prepare()
            built = build(config, folder / "site", **environment)
            assert built.code == 0, built.output
            assert "WARNING" not in built.output, built.output
            (folder / "done").touch()
    return folder / "site"


def fingerprint(folder: Path) -> str:
    """Changes when any file below the folder does."""
    found = hashlib.sha256()
    for path, content in contents(folder).items():
        found.update(f"{path}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


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
