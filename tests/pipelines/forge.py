"""A forge in a folder: a bare repository, and checkouts of a made-up portal in which the steps are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from building import ROOT, TODAY

AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Editor"), ("EMAIL", "editor@city.example.org"))
}
NOT_OURS = ("GITHUB_", "GITLAB_", "CI", "PORTAL_", "GIT_", "AWS_", "LC_", "LANG")
"""What the machine that runs the tests says of itself."""


def settings(**more: str) -> dict[str, str]:
    """The environment of a step, as a forge gives it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
    fixed = {"PORTAL_TODAY": TODAY, "PORTAL_LANG": "en", "LANG": "C.UTF-8"}
    outside = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return kept | AUTHOR | fixed | outside | more


def git(folder: Path, *command: str) -> str:
    """What git says; it must end well."""
    done = subprocess.run(
        ["git", *command], cwd=folder, env=settings(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass(frozen=True)
class Forge:
    """A bare repository with one branch, ``main``."""

    bare: Path

    def clone(self, folder: Path) -> Path:
        """A checkout as a job has it, with what ``.ci/setup`` would have installed."""
        git(self.bare, "clone", "--quiet", str(self.bare), str(folder))
        (folder / ".venv").symlink_to(sys.prefix)
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
        with (folder / ".git/info/exclude").open("a", encoding="utf-8") as file:
            file.write(".venv\nnode_modules\n")
        return folder

    def push(self, folder: Path, message: str) -> str:
        """Commit all that was edited, push it, and give its hash."""
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", message)
        git(folder, "push", "--quiet", "origin", "HEAD:main")
        return git(folder, "rev-parse", "HEAD")

    def shown(self, name: str) -> str:
        """A file at the end of the branch."""
        return git(self.bare, "show", f"main:{name}")


def begin(folder: Path, portal: Path) -> Forge:
    """A forge whose branch has a portal that ``portal init`` has made."""
    bare = folder / "forge.git"
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    work = folder / "begun"
    shutil.copytree(portal, work)
    git(work, "init", "--quiet", "--initial-branch=main")
    git(work, "remote", "add", "origin", str(bare))
    forge = Forge(bare)
    forge.push(work, "Begin the portal")
    return forge


def step(
    folder: Path, name: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a step as the forges do."""
    return subprocess.run(
        ["bash", f".ci/{name}", *arguments],
        cwd=folder,
        env=settings(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def done(folder: Path, name: str, *arguments: str, **environment: str) -> str:
    """What a step says; it must end well."""
    found = step(folder, name, *arguments, **environment)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout + found.stderr
