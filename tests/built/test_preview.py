"""The preview goes on in spite of a mistake, shows it, and recovers."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import QUIET, TODAY, small_portal

from portal.interruption import INTERRUPTED
from portal.resources import TEMPLATES

PATIENCE = 90.0
"""Seconds until a change must be seen; a slow machine needs a few."""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def _wait_for(address: str, text: str, *, present: bool = True) -> str:
    """The page, once it holds the text (or no longer does)."""
    deadline = time.monotonic() + PATIENCE
    html = ""
    while time.monotonic() < deadline:
        try:
            html = _page(address)
        except OSError:
            html = ""
        if html and (text in html) is present:
            return html
        time.sleep(0.2)
    raise AssertionError(f"{address} does not show {text!r}: {html[-2000:]}")


def _heed_interrupts() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, with which a preview is ended."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A running preview of the small portal: its folder and its address."""
    config = small_portal(tmp_path)
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(config)]
    command += ["--dev-addr", f"127.0.0.1:{port}"]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = os.environ | QUIET | {"PORTAL_TODAY": TODAY, "TMPDIR": str(temporary)}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=log,
            stderr=log,
            cwd=tmp_path,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no thread runs yet
        )
        yield tmp_path, f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=60) == INTERRUPTED
        finally:
            process.kill()  # or it would trouble the tests after this one
            process.wait()
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
    assert list(temporary.iterdir()) == []


def test_a_mistake_is_shown_on_the_page_until_it_is_mended(preview: tuple[Path, str]) -> None:
    folder, address = preview
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    cities = folder / "data" / "cities.yaml"
    good = cities.read_text(encoding="utf-8")

    cities.write_text(good.replace("kind: sister", "kind: sistr"), encoding="utf-8")
    html = _wait_for(page, "kind cannot be")
    assert "data/cities.yaml:" in html
    assert "did you mean sister?" in html
    assert "Sister city" in html

    cities.write_text(good.replace("en: Bellevue", "en: Belle-Vue"), encoding="utf-8")
    assert "kind cannot be" not in _wait_for(page, "Belle-Vue")


def _is_served(address: str) -> bool:
    try:
        _page(address)
    except OSError:
        return False
    return True


def test_a_preview_shows_only_what_would_be_published(preview: tuple[Path, str]) -> None:
    folder, address = preview
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    content = folder / "content" / "en"
    (folder / "secret.csv").write_text("secret", encoding="utf-8")
    os.mkfifo(content / "pipe.md")
    (content / "draft.html").write_text("draft", encoding="utf-8")
    html = _wait_for(page, "draft.html is neither a page")
    assert "this is a named pipe" in html
    assert not _is_served(f"{address}/en/draft.html")

    (content / "pipe.md").unlink()
    (content / "secret.csv").symlink_to(folder / "secret.csv")
    (content / "all").symlink_to(folder)
    (content / "draft.html").unlink()
    time.sleep(3)
    assert not _is_served(f"{address}/en/secret.csv")
    assert not _is_served(f"{address}/en/all/secret.csv")
    assert _is_served(page)

    (content / "secret.csv").unlink()
    (content / "all").unlink()
    text = (content / "index.md").read_text(encoding="utf-8")
    (content / "index.md").write_text(text, encoding="utf-8")
    cities = folder / "data" / "cities.yaml"
    good = cities.read_text(encoding="utf-8")
    cities.write_text(good.replace("en: Bellevue", "en: Belle-Vue"), encoding="utf-8")
    assert "named pipe" not in _wait_for(page, "Belle-Vue")


def test_a_preview_that_begins_with_a_mistake_answers_too(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    homes = tmp_path / "data" / "homes.yaml"
    good = homes.read_text(encoding="utf-8")
    homes.write_text(good.replace("level:", "levl:"), encoding="utf-8")
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(config)]
    command += ["--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | QUIET | {"PORTAL_TODAY": TODAY}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/en/", "did you mean level?")
        homes.write_text(good, encoding="utf-8")
        _wait_for(f"http://127.0.0.1:{port}/en/homes/hualien-city/", "Hualien City Office")
    finally:
        process.terminate()
        process.wait(timeout=60)


CANNOT = "The preview cannot be updated"
NAME = "en: Bellevue"


def test_whatever_breaks_the_last_good_pages_stay_and_say_so(preview: tuple[Path, str]) -> None:
    """And the preview goes on when it is mended: it follows the next edit."""
    folder, address = preview
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    template = folder / "templates" / "city.html.j2"
    config, cities = folder / "mkdocs.yml", folder / "data" / "cities.yaml"
    good = {path: path.read_text(encoding="utf-8") for path in (config, cities)}
    wrong = {
        "frobnicate is installed": (config, good[config] + "plugins: {frobnicate: {}}\n"),
        "has no matching bracket": (config, good[config] + "theme: [\n"),
        "mkdocs.yml": (config, ""),
    }
    for number, (told, (path, text)) in enumerate(wrong.items()):
        path.write_text(text, encoding="utf-8")
        html = _wait_for(page, told)
        assert CANNOT in html
        assert "Sister city" in html
        path.write_text(good[path], encoding="utf-8")
        _wait_for(page, CANNOT, present=False)
        name = f"Belle-{'abc'[number]}vue"
        cities.write_text(good[cities].replace(NAME, f"en: {name}"), encoding="utf-8")
        _wait_for(page, name)
        cities.write_text(good[cities], encoding="utf-8")
        _wait_for(page, name, present=False)
    assert not template.exists()


def test_a_broken_template_is_told_until_it_is_mended(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    good = (TEMPLATES / "city.html.j2").read_text(encoding="utf-8")
    city = templates / "city.html.j2"
    city.write_text(good, encoding="utf-8")
    _, address = request.getfixturevalue("preview")
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    for text, told in (
        ("\n{% if %}", "templates/city.html.j2:2:1: the template has a syntax error"),
        ("{{ 1 / 0 }}", "templates/city.html.j2:1:1: the template cannot make a page"),
    ):
        city.write_text(text, encoding="utf-8")
        assert "Sister city" in _wait_for(page, told)
    city.write_text(good.replace("<dl", "<p>mended</p><dl", 1), encoding="utf-8")
    assert "problems" not in _wait_for(page, "<p>mended</p>")


@pytest.mark.parametrize("name", ["data", "content"])
def test_a_folder_that_is_taken_away_is_told_and_followed_when_it_is_back(
    preview: tuple[Path, str], name: str
) -> None:
    folder, address = preview
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    (folder / name).rename(folder / "away")
    assert "Sister city" in _wait_for(page, 'role="alert"')
    (folder / "away").rename(folder / name)
    _wait_for(page, 'role="alert"', present=False)
    cities = folder / "data" / "cities.yaml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(text.replace(NAME, "en: Belle-Vue"), encoding="utf-8")
    _wait_for(page, "Belle-Vue")


def test_links_that_go_round_in_circles_neither_blind_nor_delay_a_preview(
    preview: tuple[Path, str],
) -> None:
    folder, address = preview
    page = f"{address}/en/cities/us-bellevue/"
    _wait_for(page, "Bellevue")
    ways = [folder / name / "way" for name in ("data", "content/en")]
    for way in ways:
        way.mkdir()
        for number in range(200):
            (way / f"{number}.txt").write_text("", encoding="utf-8")
        for round_about in ("one", "two"):  # each doubles the paths at each of forty levels
            (way / round_about).symlink_to(folder, target_is_directory=True)
    assert "Sister city" in _wait_for(page, 'role="alert"')
    for way in ways:
        shutil.rmtree(way)
    _wait_for(page, 'role="alert"', present=False)
    cities = folder / "data" / "cities.yaml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(text.replace(NAME, "en: Belle-Vue"), encoding="utf-8")
    _wait_for(page, "Belle-Vue")


def test_an_edited_style_is_shown_and_no_page_changes_for_it(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    styles = tmp_path / "templates" / "styles"
    styles.mkdir(parents=True)
    (styles / "9-own.css").write_text("main { outline: 1px }", encoding="utf-8")
    _, address = request.getfixturevalue("preview")
    html = _wait_for(f"{address}/en/cities/us-bellevue/", "Bellevue")
    (sheet,) = re.findall(r'rel="stylesheet" href="(?:\.\./)*([^"]+)"', html)
    _wait_for(f"{address}/{sheet}", "outline: 1px")
    (styles / "9-own.css").write_text("main { outline: 2px }", encoding="utf-8")
    _wait_for(f"{address}/{sheet}", "outline: 2px")
    assert sheet in _page(f"{address}/en/cities/us-bellevue/")
