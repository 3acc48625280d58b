"""``.ci/setup`` of a new portal installs the generator from a wheel, as its README says, in the pinned versions."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from building import ROOT, contents
from installed.test_wheel import wheel
from pipelines.forge import done, git, step


@pytest.fixture(scope="module")
def made_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel(tmp_path_factory.mktemp("wheel"))


def vendor(folder: Path, package: Path) -> None:
    """Keep the wheel in the portal."""
    (folder / "vendor").mkdir()
    shutil.copy(package, folder / "vendor")
    (folder / "requirements.txt").write_text(f"./vendor/{package.name}\n", encoding="utf-8")


def test_a_new_portal_is_set_up_checked_and_built_with_the_wheel_in_it(
    job: Path, made_wheel: Path
) -> None:
    """The dependencies are not fetched: those of the tests are on the path, in the versions of ``constraints.txt``."""
    before = contents(job / "site")
    (job / ".venv").unlink()
    vendor(job, made_wheel)
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1"}
    done(job, "setup", **offline)
    command = [
        str(job / ".venv/bin/python"),
        "-c",
        "import sysconfig; print(sysconfig.get_path('purelib'))",
    ]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    Path(theirs, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    command = [str(job / ".venv/bin/python"), "-c", "import portal; print(portal.__file__)"]
    found = subprocess.run(command, cwd=job, capture_output=True, text=True, check=True).stdout
    assert Path(found).is_relative_to(job / ".venv")
    assert done(job, "check").startswith("no problems")
    done(job, "build")
    after = contents(job / "site")
    assert after.keys() == before.keys()
    git(job, "reset", "--quiet")
    changed = git(job, "status", "--porcelain").split("\n")
    assert {line.split()[-1] for line in changed} == {"requirements.txt", "vendor/", "published/"}


def test_versions_that_do_not_fit_the_pins_are_refused(job: Path, made_wheel: Path) -> None:
    (job / ".venv").unlink()
    vendor(job, made_wheel)
    with (job / "constraints.txt").open("a", encoding="utf-8") as file:
        file.write("city-diplomacy-portal==0.0.1\n")
    found = step(job, "setup", PIP_NO_INDEX="1", PIP_NO_DEPS="1")
    assert found.returncode != 0
    assert "Cannot install city-diplomacy-portal" in found.stderr


def test_ours_installs_what_make_installs() -> None:
    text = (ROOT / ".ci/setup").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [word for line in text.splitlines() for word in line.split("make ")[1:]]
    assert len(targets) == 3
    for target in targets:
        assert f"\n{target.split()[0]}:" in makefile
