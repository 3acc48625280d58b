"""The wheel, installed where there is no checkout, begins, checks and builds a portal, with its search."""

from __future__ import annotations

import json
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
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

NOT_INSTALLED = {"fonts/README.md", "fonts/make.py", "land/README.md", "land/make.py"}
"""Of the package's folder: how the font and the land of maps are made."""

COMMITTED = "1764374400"
"""The time of the commit that wheels are made of here."""


def wheel(target: Path, source: Path = ROOT, umask: int = 0o022, **settings: str) -> Path:
    """What ``.ci/wheel`` makes of the repository in a folder."""
    settings = {"SOURCE_DATE_EPOCH": COMMITTED, "PORTAL_PYTHON": sys.executable} | settings
    subprocess.run(
        ["bash", ".ci/wheel", str(target)],
        cwd=source,
        env=os.environ | settings,
        umask=umask,
        check=True,
    )
    (made,) = target.glob("*.whl")
    return made


def tracked(*parts: str) -> list[str]:
    """The files that git knows of our repository, or of these parts of it."""
    command = ["git", "ls-files", "-z", "--", *parts]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


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
    """A portal that the installed command has begun and built, without a package of npm."""
    folder = tmp_path_factory.mktemp("city") / "portal"
    names = ["--name-zh", "新竹市", "--name-en", "Hsinchu"]
    assert run(programs, folder.parent, "init", str(folder), *names).endswith("comes next\n")
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
    package = "hooks/portal/"
    expected = {name.removeprefix(package) for name in tracked(package)} - NOT_INSTALLED
    with ZipFile(built) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        modes = {entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
        metadata = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        told = archive.read(metadata).decode()
    assert names == {f"portal/{name}" for name in expected}
    assert modes <= {0o644, 0o664, 0o755}
    assert "License-Expression: MIT AND OFL-1.1\n" in told
    assert "setuptools" not in told
    assert str(ROOT) not in told


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository elsewhere: other order of files, other modes and times, and much that git does not track."""
    folder = tmp_path_factory.mktemp("elsewhere") / "另一個 folder"
    names = tracked("hooks", "pyproject.toml", "README.md", "LICENSE")
    for name in [".ci/wheel", *reversed(names)]:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
        target.chmod(0o600)
        os.utime(target, (1, 1))
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    package = folder / "hooks" / "portal"
    for name in (
        "theme/secret.html", "base/data/.env", "skeleton/notes.md", "fonts/Other.otf", "left_over.py",
        "__pycache__/left_over.cpython-311.pyc", "templates/.city.html.j2.swp",
    ):  # fmt: skip
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text("foreign", encoding="utf-8")
    (package / "theme" / "link.html").symlink_to("/etc/hostname")
    (folder / "build" / "lib" / "portal").mkdir(parents=True)
    (folder / "build" / "lib" / "portal" / "old.py").touch()
    (folder / "hooks" / "other_package").mkdir()
    (folder / "hooks" / "other_package" / "__init__.py").touch()
    return folder


def test_the_same_source_gives_the_same_wheel_wherever_and_whatever_lies_beside_it(
    built: Path, foreign: Path, tmp_path: Path
) -> None:
    settings = {"TZ": "Asia/Taipei", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    made = wheel(tmp_path, foreign, 0o077, **settings)
    assert made.name == built.name
    assert made.read_bytes() == built.read_bytes()
    assert not list(foreign.rglob("*.egg-info"))


def test_the_wheel_has_the_time_of_the_commit(built: Path) -> None:
    with ZipFile(built) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 11, 29, 0, 0, 0)}


def test_what_is_changed_and_not_committed_is_told(foreign: Path, tmp_path: Path) -> None:
    command = ["bash", ".ci/wheel", str(tmp_path)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": COMMITTED, "PORTAL_PYTHON": sys.executable}
    done = subprocess.run(command, cwd=foreign, env=settings, capture_output=True, check=True)
    assert "Changes that are not committed get into the package" in done.stderr.decode()


def test_without_a_repository_no_wheel_is_made(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "wheel", tmp_path / ".ci" / "wheel")
    command = ["bash", str(tmp_path / ".ci" / "wheel")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "run it in a clone" in done.stderr
    assert not list(tmp_path.rglob("*.whl"))


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
    assert {"data/cities.csv", "sitemap.xml", "assets/feed.css", ".htaccess"} <= site.keys()
    assert "search-index/en/directory.piece" in site
    assert [path for path in site if path.startswith("search-index/en/words/")]


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


def test_its_steps_tell_what_makes_the_site_and_under_which_licenses(
    city: Path, programs: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(city, tmp_path / "copy", symlinks=True))
    (folder / ".venv").symlink_to(programs.parent)
    for name in ("sbom", "licenses"):
        subprocess.run(["bash", f".ci/{name}"], cwd=folder, check=True)
    bill = (folder / "artifacts" / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    components = {one["name"]: one for one in json.loads(bill)["components"]}
    assert {"city-diplomacy-portal", "mkdocs", "opencc", "python"} <= components.keys()
    assert not {"pytest", "vnu-jar", "cyclonedx-bom"} & components.keys()
    assert str(folder) not in bill
    listed = (folder / "artifacts" / "licenses.txt").read_text(encoding="utf-8")
    assert "shipped  pypi/city-diplomacy-portal" in listed


def test_the_fork_of_mkdocs_finds_the_plugin_and_makes_the_same_site(
    city: Path, programs: Path
) -> None:
    command = [str(programs / "python"), "-m", "properdocs", "build", "--strict"]
    command += ["--config-file", str(city / "mkdocs.yml"), "--site-dir", str(city.parent / "fork")]
    settings = os.environ | QUIET | {"PORTAL_TODAY": TODAY}
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert contents(city.parent / "fork") == contents(city / "site")
