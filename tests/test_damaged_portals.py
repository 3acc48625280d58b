"""No input ends in a traceback: every command, on every damaged portal, tells problems with their places, or one
sentence, with exit code 1 or 2, within seconds."""

from __future__ import annotations

import logging
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import damaged
import pytest
from building import QUIET, TODAY
from click.testing import CliRunner, Result
from damaged import Damage
from mkdocs import utils
from mkdocs.__main__ import cli

from portal.assembly import read_portal
from portal.commands import reading
from portal.commands.main import main
from portal.edition import Edition
from portal.model.reading.memory import Memory
from portal.model.values.moment import Moment

PATIENCE = 20.0
"""Seconds of processor time."""

LINE = re.compile(r"\S+:\d+:\d+: (?!.*\bNone\b).+")
"""A problem with its place."""

BY_BUILD_ONLY = {
    *(f"theme {name}" for name in (
        "undefined name", "label without value", "divides by nothing", "calls text",
        "recursive macro", "unknown record", "404.html", "partials/footer.html",
    )),
    "hooks raise", "hooks raise at once", "hooks raise late", "mkdocs.yml missing",
}  # fmt: skip
"""What shows when MkDocs runs the theme or code of the portal's own."""

FINE = {
    *(f"{path} missing" for path in (
        damaged.VISIT, damaged.LABELS, "data/tombstones.yaml", "published/addresses.txt", damaged.TEMPLATE,
        "data/exchanges", "data/exchanges/2014", "data/press_releases", "published", "templates",
    )),
    *(f"{path} empty" for path in (
        "data/exchanges", "data/exchanges/2014", "data/press_releases", "published", "templates", damaged.TEMPLATE,
    )),
    *(f"{damaged.TEMPLATE} {name}" for name in ("tag", "mapping")),
    "today ''", "today '9999-12-31'", "public_from 9999-12-31",
    "public_until 9999-12-31", "page of quotes",
}  # fmt: skip
"""What a portal can do without, or may hold."""

OF_MKDOCS = {
    "hooks raise", "hooks syntax", "hooks binary", "settings an impossible date", "settings inherit itself",
    "settings inherit a list", "settings inherit a folder", "settings inherit records",
    "settings own theme a number",
}  # fmt: skip
"""Where ``mkdocs`` itself fails before it has loaded the generator; ``portal build`` judges the file first."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return damaged.sound_portal(tmp_path_factory.mktemp("sound") / "portal")


@pytest.fixture
def hurt(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Damage], Path]:
    """Damage a copy of the portal."""
    monkeypatch.setenv("PORTAL_PROCESSES", "1")

    def act(damage: Damage) -> Path:
        root = tmp_path / "portal"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(sound, root)
        damage.act(root)
        monkeypatch.setenv("PORTAL_TODAY", TODAY)
        for name, value in damage.environment.items():
            monkeypatch.setenv(name, value)
        return root

    return act


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """MkDocs and the generator change what belongs to the whole process."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
    handlers = [signal.getsignal(number) for number in signals]
    hook, clean = sys.unraisablehook, utils.clean_directory
    yield
    sys.unraisablehook, utils.clean_directory = hook, clean
    for number, handler in zip(signals, handlers, strict=True):
        signal.signal(number, handler)
    for log in map(logging.getLogger, ("mkdocs", "properdocs")):
        for found in list(log.handlers):
            log.removeHandler(found)


def judge(damage: Damage, result: Result, seconds: float) -> None:
    """The command has not failed itself."""
    case = f"{damage.name}: {result.output}"
    assert result.exception is None or isinstance(result.exception, SystemExit), case
    assert result.exit_code in (0, 1, 2), case
    assert "Traceback" not in result.output, case
    assert "generator itself" not in result.output, case
    assert seconds < PATIENCE, f"{damage.name} took {seconds:.0f} seconds"


def run(damage: Damage, *arguments: object) -> Result:
    begun = time.process_time()
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    judge(damage, result, time.process_time() - begun)
    return result


@pytest.mark.parametrize("group", damaged.GROUPS, ids=lambda group: group.__name__)
def test_the_check_tells_what_is_wrong(
    group: Callable[[], Iterator[Damage]],
    hurt: Callable[[Damage], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What every portal starts from is parsed once, not for each damage.
    memory = Memory()

    def read(root: Path, now: Moment, given: Memory | None, **more: Any) -> Edition:
        return read_portal(root, now, given or memory, **more)

    monkeypatch.setattr(reading, "read_portal", read)
    for damage in group():
        root = hurt(damage)
        result = run(damage, "check", "--root", root, "--lang", "en")
        is_silent = damage.name in FINE | BY_BUILD_ONLY
        assert (result.exit_code == 0) == is_silent, f"{damage.name}: {result.output}"
        if result.exit_code == 1:
            lines = result.stdout.splitlines()
            assert lines, damage.name
            assert [line for line in lines if not LINE.match(line)] == [], damage.name


SOME = [damage for damage in damaged.damages() if damage.name not in FINE][::12]


@pytest.mark.parametrize("command", ["due", "snapshot", "write", "schema", "build", "serve"])
def test_every_command_ends_in_a_sentence(
    command: str, hurt: Callable[[Damage], Path], tmp_path: Path
) -> None:
    more = [tmp_path / "written"] if command == "write" else []
    wrong_settings = [d for d in damaged.settings() if d.name not in BY_BUILD_ONLY]
    for damage in wrong_settings[::6] if command in ("build", "serve") else SOME:
        result = run(damage, command, "--root", hurt(damage), *more)
        if command in ("build", "serve"):
            assert result.exit_code == 1, f"{damage.name}: {result.output}"


def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    for name, content in damaged.YAML.items():
        damaged.write("folder/file", content, tmp_path)
        damage = Damage(name, lambda _: None)
        assert run(damage, "init", tmp_path / "folder").exit_code == 2
        assert run(damage, "init", tmp_path / "folder" / "file").exit_code == 2


STRANGE = (BY_BUILD_ONLY - {"hooks raise"}) | {
    "today '9999-12-31'", "public_until 9999-12-31", "template undefined name", "template not utf-8",
    "settings i18n missing", "settings site_dir is data", "picture 600 80000", "label year.title misspelt",
    "content missing", "front template above", "data a file",
}  # fmt: skip
BUILT = [damage for damage in damaged.damages() if damage.name in STRANGE]


@pytest.mark.parametrize("damage", BUILT, ids=lambda damage: damage.name)
def test_a_strict_build_of_mkdocs_ends_in_a_sentence(
    damage: Damage, hurt: Callable[[Damage], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in QUIET.items():
        monkeypatch.setenv(name, value)
    root, begun = hurt(damage), time.process_time()
    result = CliRunner().invoke(cli, ["build", "--strict", "-f", str(root / "mkdocs.yml")])
    judge(damage, result, time.process_time() - begun)
    assert (result.exit_code == 0) == (damage.name in FINE), result.output
    assert (root / "site").is_dir() == (damage.name in FINE)
    assert (root / "data").exists()


@pytest.mark.parametrize("name", ["hooks raise", "settings own theme a number"])
def test_where_mkdocs_fails_the_command_does_not(name: str, hurt: Callable[[Damage], Path]) -> None:
    (damage,) = [damage for damage in damaged.damages() if damage.name == name]
    command = [sys.executable, "-m", "portal", "build", "--root", str(hurt(damage))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert re.search(r"^(.*portal: )?(own.py|mkdocs.yml):\d+:\d+: ", done.stderr, re.MULTILINE)


def test_mkdocs_itself_fails_where_it_is_said_to(
    hurt: Callable[[Damage], Path],
) -> None:
    """So the list of what only ``portal build`` can tell has nothing that it need not have."""
    for damage in damaged.damages():
        if damage.name in OF_MKDOCS:
            root = hurt(damage)
            result = CliRunner().invoke(cli, ["build", "--strict", "-f", str(root / "mkdocs.yml")])
            assert not isinstance(result.exception, SystemExit | None), damage.name
