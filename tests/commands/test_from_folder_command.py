"""``portal build --from-folder`` makes a preview in a folder of its own, and replaces nothing of anybody else's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import QUIET, TODAY, contents, small_portal
from commanding import run
from editing import replace_in


def made(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "portal", "build", "--from-folder", *map(str, arguments)]
    settings = os.environ | QUIET | {"PORTAL_TODAY": TODAY}
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = small_portal(tmp_path_factory.mktemp("previewed") / "portal")
    with config.open("a", encoding="utf-8") as file:
        file.write("extra: {search: false}\n")
    return config.parent


def test_a_preview_lies_beside_the_site_and_follows_edits(portal: Path) -> None:
    done = made("--root", portal, "--lang", "en")
    assert done.returncode == 0, done.stderr
    folder = portal / "site-preview"
    assert f"pages; open {folder / 'index.html'}\n" in done.stderr
    page = folder / "en/cities/us-bellevue/index.html"
    assert "Preview: " in page.read_text(encoding="utf-8")
    assert not (portal / "site").exists()
    assert not (portal / ".site").exists()
    replace_in(portal / "data/cities.yaml", "en: Bellevue", "en: Belle-Vue")
    assert made("--root", portal).returncode == 0
    assert "Belle-Vue" in page.read_text(encoding="utf-8")
    before = contents(folder)
    (portal / "data/notes.txt").touch()
    wrong = made("--root", portal)
    (portal / "data/notes.txt").unlink()
    assert wrong.returncode == 1
    assert contents(folder) == before


def test_a_site_that_was_built_is_taken_as_it_is(
    environment: object, site: Path, portal: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "preview"
    given = ("--root", portal, "--built", site, "--site-dir", target)
    result = run("build", "--from-folder", *given)
    assert result.exit_code == 0, result.output
    assert "Preview: " in (target / "en/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_other_files_are_not_replaced(
    environment: object, portal: Path, tmp_path: Path, lang: str
) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    result = run("build", "--from-folder", "--root", portal, "--site-dir", tmp_path, "--lang", lang)
    assert result.exit_code == 2
    sentence = {
        "zh": f"{tmp_path} 中有其他檔案，不會被預覽取代；請以 --site-dir 指定另一個資料夾\n",
        "en": f"{tmp_path} holds other files, which no preview replaces; name another folder with --site-dir\n",
    }
    assert result.output == sentence[lang]
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["data/preview", "content", "."])
def test_the_portal_itself_is_not_replaced(environment: object, portal: Path, name: str) -> None:
    before = contents(portal / "data")
    result = run("build", "--from-folder", "--root", portal, "--site-dir", portal / name)
    assert result.exit_code == 2
    assert contents(portal / "data") == before


def test_a_built_site_has_to_be_there(environment: object, portal: Path, tmp_path: Path) -> None:
    result = run("build", "--from-folder", "--root", portal, "--built", tmp_path)
    assert result.exit_code == 2
    assert result.output == f"there is no built site in {tmp_path}; run portal build first\n"
    alone = run("build", "--root", portal, "--built", tmp_path)
    assert alone.exit_code == 2
    assert alone.output == "--built goes with --from-folder only\n"
