"""``portal build`` and ``portal serve`` run MkDocs on a portal, quietly, with exit codes that mean something."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from building import QUIET, TODAY, small_portal
from commanding import run

from portal.interruption import INTERRUPTED

WITHOUT_SEARCH = "extra: {search: false}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    config = small_portal(tmp_path / "portal")
    with config.open("a", encoding="utf-8") as file:
        file.write(WITHOUT_SEARCH)
    return config.parent


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "portal", *map(str, arguments)]


def settings() -> dict[str, str]:
    """Nothing silences the theme but the command itself."""
    given = {name: value for name, value in os.environ.items() if name not in QUIET}
    return given | {"PORTAL_TODAY": TODAY}


def test_a_site_is_built_where_it_was_asked_for_without_banners(
    folder: Path, tmp_path: Path
) -> None:
    build = command("build", "--root", folder.name, "--site-dir", "out/site")
    done = subprocess.run(
        build, cwd=tmp_path, env=settings(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "site" / "en" / "index.html").is_file()
    assert "WARNING" not in done.stderr.upper()
    assert "MkDocs 2" not in done.stdout + done.stderr


def test_problems_give_exit_code_1_and_no_site(folder: Path) -> None:
    (folder / "data" / "notes.txt").touch()
    done = subprocess.run(
        command("build", "--root", folder),
        env=settings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "data/notes.txt:1:1: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("name", ["build", "serve"])
def test_a_folder_without_settings_gives_exit_code_2(
    environment: object, tmp_path: Path, name: str
) -> None:
    result = run(name, "--root", tmp_path)
    assert result.exit_code == 2
    assert result.output == (
        f"there is no {tmp_path / 'mkdocs.yml'}; start a portal with portal init, "
        "or name its folder with --root\n"
    )
    assert "請以 portal init 建立" in run(name, "--root", tmp_path, "--lang", "zh").output


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell lets its background jobs, and all that they start, ignore Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_is_served_until_it_is_stopped(folder: Path, sign: signal.Signals) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serve = command("serve", "--root", folder, "--address", address)
    with subprocess.Popen(
        serve, env=settings(), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert "花蓮市城市外交" in page(f"http://{address}/", process)
        # The terminal sends Ctrl+C to the whole group; a supervisor ends the one process that it knows.
        os.killpg(process.pid, sign) if sign is signal.SIGINT else process.send_signal(sign)
        _, told = process.communicate(timeout=120)
    assert "Traceback" not in told
    assert process.returncode == INTERRUPTED
    with pytest.raises(OSError, match="refused"):
        urlopen(f"http://{address}/", timeout=5).close()


def page(address: str, process: subprocess.Popen[str]) -> str:
    """The page at an address, as soon as somebody serves it."""
    while process.poll() is None:
        try:
            with urlopen(address, timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(process.communicate())
