"""A portal that ``portal init`` has made, on a forge, and its first release."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pipelines.forge import Forge, begin, done, git, settings


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forge, and ``job``, a checkout in which a release was made. Each test takes a copy."""
    folder = tmp_path_factory.mktemp("made")
    command = [sys.executable, "-m", "portal", "init", str(folder / "portal")]
    subprocess.run(command, env=settings(), capture_output=True, check=True)
    job = begin(folder, folder / "portal").clone(folder / "job")
    done(job, "newest")
    done(job, "release")
    return folder


@pytest.fixture
def forge(made: Path, tmp_path: Path) -> Forge:
    """A forge whose branch has one commit, with a portal."""
    return Forge(Path(shutil.copytree(made / "forge.git", tmp_path / "forge.git")))


@pytest.fixture
def job(made: Path, forge: Forge, tmp_path: Path) -> Path:
    """A checkout of the branch in which a release was made, with its site, package and note."""
    folder = Path(shutil.copytree(made / "job", tmp_path / "job", symlinks=True))
    git(folder, "remote", "set-url", "origin", str(forge.bare))
    return folder
