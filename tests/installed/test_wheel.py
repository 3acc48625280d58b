"""The wheel, installed where there is no checkout, begins, checks and builds a portal, with its search."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from building import QUIET, ROOT, TODAY, contents

PARTS = ("pyproject.toml", "README.md", "LICENSE")
NOT_INSTALLED = {"fonts/README.md", "fonts/make.py"}
"""Of the package's folder: how the font is made."""


def wheel(target: Path) -> Path:
    """Build the wheel from a copy, so that nothing of an earlier build gets into it."""
    source = target / "source"
    shutil.copytree(ROOT / "hooks", source / "hooks", ignore=shutil.ignore_patterns("*.egg-info"))
    for name in PARTS:
        shutil.copy(ROOT / name, source / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(target), str(source)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": "1764374400"}
    subprocess.run(command, env=settings, check=True)
    (made,) = target.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def programs(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment with the wheel.

    The dependencies are those of the tests' own environment: a ``.pth`` file leads to them, which saves fetching them.
    It does not lead to this checkout, because Python reads no ``.pth`` file there, as the one by which an editable
    installation names ``hooks/``. The wheel comes first on the path.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    scheme = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    dependencies = Path(scheme["purelib"], "dependencies.pth")
    dependencies.write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", str(bin_folder / "python"), "install"]
    command += ["--quiet", "--no-deps", "--no-index", "--ignore-installed", str(built)]
    subprocess.run(command, check=True)
    return bin_folder


@pytest.fixture(scope="module")
def city(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal that the installed command has begun and built; ``npm ci`` is spared."""
    folder = tmp_path_factory.mktemp("city") / "portal"
    names = ["--name-zh", "新竹市", "--name-en", "Hsinchu"]
    assert run(programs, folder.parent, "init", str(folder), *names).endswith("comes next\n")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    assert run(programs, folder, "check") == "no problems (253 records)\n"
    run(programs, folder, "build")
    return folder


def run(programs: Path, folder: Path, *arguments: str) -> str:
    """What the installed command says; it must end well."""
    left_out = ("PYTHONPATH", "VIRTUAL_ENV", "LC_ALL", "LC_MESSAGES", "LANG")
    settings = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [programs / "portal", *arguments],
        cwd=folder,
        env=settings | {"PORTAL_TODAY": TODAY, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_wheel_holds_what_the_package_needs_and_nothing_else(built: Path) -> None:
    package = ROOT / "hooks" / "portal"
    made = [
        path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    expected = {path.relative_to(package).as_posix() for path in made} - NOT_INSTALLED
    with ZipFile(built) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        told = archive.read(metadata).decode()
    assert names == {f"portal/{name}" for name in expected}
    assert "License-Expression: MIT AND OFL-1.1\n" in told
    assert "setuptools" not in told
    assert str(ROOT) not in told


def test_the_same_source_gives_the_same_wheel(built: Path, tmp_path: Path) -> None:
    assert wheel(tmp_path).read_bytes() == built.read_bytes()


def test_the_environment_does_not_see_the_checkout(programs: Path, tmp_path: Path) -> None:
    program = "import portal, sys; print(portal.__file__, *sys.path, sep='\\n')"
    command = [str(programs / "python"), "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    package, *path = done.stdout.split("\n")
    assert Path(package).is_relative_to(programs.parent)
    assert str(ROOT / "hooks") not in path


def test_the_site_has_both_languages_feeds_and_a_search(city: Path) -> None:
    site = contents(city / "site")
    assert '<html lang="zh-Hant-TW"' in site["index.html"].decode()
    assert '<html lang="en"' in site["en/index.html"].decode()
    pages = {path for path in site if path.endswith("index.html") and not path.startswith("en/")}
    assert {f"en/{path}" for path in pages} <= site.keys()
    assert {
        "cities/jp-example/index.html",
        "about/privacy/index.html",
        "press/atom.xml",
    } <= pages | site.keys()
    assert {"data/cities.csv", "sitemap.xml", "assets/portal.css", ".htaccess"} <= site.keys()
    assert "pagefind/pagefind.js" in site
    assert [path for path in site if path.endswith(".pf_index")]


def test_nothing_in_the_portal_names_a_folder_of_this_machine(city: Path, programs: Path) -> None:
    folders = [str(ROOT), str(programs.parent), str(city)]
    files = contents(city)
    assert len(files) > 300
    for path, content in files.items():
        if not path.startswith(".site/"):  # what a build keeps for the next does not travel
            assert not [folder for folder in folders if folder.encode() in content], path


def test_the_other_commands_work_there(city: Path, programs: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(city, tmp_path / "copy", symlinks=True))
    assert run(programs, folder, "due") == ""
    assert "new addresses" in run(programs, folder, "snapshot")
    assert "add_header" in run(programs, folder, "headers")
    before = contents(folder / "data")
    run(programs, folder, "schema")
    assert contents(folder / "data") == before
    run(programs, folder, "write", "pages")
    assert (folder / "pages" / "en" / "cities" / "jp-example.md").is_file()


def test_the_fork_of_mkdocs_finds_the_plugin_and_makes_the_same_site(
    city: Path, programs: Path
) -> None:
    command = [str(programs / "python"), "-m", "properdocs", "build", "--strict"]
    command += ["--config-file", str(city / "mkdocs.yml"), "--site-dir", str(city.parent / "fork")]
    settings = os.environ | QUIET | {"PORTAL_TODAY": TODAY}
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert contents(city.parent / "fork") == contents(city / "site")
