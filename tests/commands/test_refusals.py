"""What the operating system refuses ends a command in one sentence with exit code 2; the last site stands."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from building import QUIET, TODAY, build, contents, small_portal
from editing import replace_in

_DROP, _OVERRIDES = 24, (1, 2)
"""From ``linux/prctl.h`` and ``linux/capability.h``: what lets root read and write whatever the permissions say."""

NOT_ALLOWED = "it may not be read or written; correct its permissions"


def bound_by_permissions() -> None:
    """Let permissions bind the next program even if it is root's, as in a container."""
    if os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in _OVERRIDES:
            assert library.prctl(_DROP, capability, 0, 0, 0) == 0


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        env=os.environ | QUIET | {"PORTAL_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=bound_by_permissions,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = small_portal(tmp_path_factory.mktemp("built") / "portal")
    with config.open("a", encoding="utf-8") as file:
        file.write("extra: {search: false}\n")
    done = build(config, config.parent / "site")
    assert done.code == 0, done.output
    return config.parent


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A portal with its site, and an edit that the next build has to show."""
    copy = Path(shutil.copytree(built, tmp_path / "portal"))
    replace_in(copy / "data" / "cities.yaml", "en: Bellevue", "en: Belle-Vue")
    return copy


def close_site(folder: Path) -> Path:
    (folder / "site").chmod(0o555)
    return folder / "site"


def close_portal(folder: Path) -> Path:
    shutil.rmtree(folder / ".site")
    folder.chmod(0o555)
    return folder / ".site"


def put_a_file_in_place_of_the_site(folder: Path) -> Path:
    (folder / "site").rename(folder / "before")
    (folder / "site").write_text("somebody's", encoding="utf-8")
    return folder / "site"


@pytest.mark.parametrize("program", ["mkdocs", "portal"])
@pytest.mark.parametrize("hurt", [close_site, close_portal, put_a_file_in_place_of_the_site])
def test_a_build_that_may_not_write_says_so(
    folder: Path, hurt: Callable[[Path], Path], program: str
) -> None:
    place = hurt(folder)
    before = contents(folder / "site")
    whose = {
        "mkdocs": ("--strict", "--config-file", folder / "mkdocs.yml"),
        "portal": ("--root", folder),
    }
    done = run(program, "build", *whose[program])
    folder.chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count(f"{place}: ") == 2  # in each language
    assert "請" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(folder / "site") == before


def test_a_state_that_may_not_be_read_mends_itself(folder: Path) -> None:
    for path in (folder / ".site", *(folder / ".site").iterdir()):
        path.chmod(0)
    done = run("mkdocs", "build", "--strict", "--config-file", folder / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    assert "Belle-Vue" in (folder / "site/en/cities/us-bellevue/index.html").read_text("utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_snapshot_that_may_not_be_written_says_so(folder: Path, lang: str) -> None:
    folder.chmod(0o555)
    done = run("portal", "snapshot", "--root", folder, "--lang", lang)
    folder.chmod(0o755)
    sentence = {"zh": "沒有權限讀取或寫入", "en": NOT_ALLOWED}[lang]
    assert done.returncode == 2
    assert done.stderr.startswith(f"{folder / 'published'}: {sentence}")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "portal", "headers"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("portal: the disk is full")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
