"""From which commit a site is made, as git says it; read once for each build.

Whatever keeps git from answering makes the answer unknown, and stops nothing: a portal may live without git.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

COMMIT = "PORTAL_COMMIT"
"""The variable that says the commit where git cannot, or should not."""

PATIENCE = 30.0
"""Seconds that git may take; a large repository needs one."""

_HASH = re.compile(r"[0-9a-f]{7,64}")
_FULL = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
"""SHA-1 or SHA-256."""

_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Variables of git that are handed on: they say which repositories may be trusted. Others would name another one."""

_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""Git writes nothing, fetches nothing and asks nobody."""


class NoCommit(ValueError):
    """``PORTAL_COMMIT`` is no commit; ``args`` has what it is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The state of a portal's folder from which a site is made."""

    commit: str | None = None
    """Its hash in full; None if unknown."""
    modified: bool = False
    """Whether git sees that the folder differed from it."""

    @property
    def short(self) -> str:
        """The beginning of the hash, enough for people to compare."""
        return (self.commit or "")[:12]


def read_origin(root: Path, mark: str, apart: Collection[Path]) -> Origin:
    """The commit of the portal in a folder, and whether anything in the folder differs from it.

    ``PORTAL_COMMIT`` comes before what git says of the commit; whoever sets it vouches for it where there is no git.
    ``mark`` is a file of the portal: a repository that does not hold it says nothing about the portal. What lies in the
    folders ``apart`` is made by builds and does not count, nor do ignored files. Raises NoCommit.
    """
    given = os.environ.get(COMMIT, "").strip()
    if given and not _HASH.fullmatch(given.lower()):
        raise NoCommit(given)
    found = _ask_git(root, mark, apart)
    return Origin(given.lower(), found.modified) if given else found


def _ask_git(root: Path, mark: str, apart: Collection[Path]) -> Origin:
    root = root.resolve()
    inside = [path.relative_to(root).as_posix() for path in apart if path.is_relative_to(root)]
    left_out = [f":(exclude,literal){name}" for name in inside if name != "."]
    try:
        if not _git(root, "ls-files", "-z", "--", f":(literal){mark}"):
            return Origin()
        commit = _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
        changed = _git(
            root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal",
            "--", ".", *left_out,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, ValueError):
        return Origin()
    return Origin(commit, bool(changed)) if _FULL.fullmatch(commit) else Origin()


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; raises OSError or SubprocessError."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    done = subprocess.run(
        ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments],
        env=variables | _QUIET,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout
