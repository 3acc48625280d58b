"""``portal sbom`` writes a file that is the same again, and says what it cannot read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from building import ROOT
from commanding import run


@pytest.fixture
def folder(portal_folder: Path) -> Path:
    shutil.copy(ROOT / "package-lock.json", portal_folder)
    return portal_folder


def test_it_is_written_the_same_again(folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / "made" / f"{name}.cdx.json" for name in "ab"]
    for file in files:
        result = run("sbom", "--root", folder, "--output", file)
        assert result.exit_code == 0
        assert f"the bill of materials is in {file}" in result.stderr
    assert files[0].read_bytes() == files[1].read_bytes()
    assert run("sbom", "--root", folder).stdout.encode() == files[0].read_bytes()


def test_it_names_the_commit_and_the_digest_that_the_build_tells(folder: Path) -> None:
    (folder / "site").mkdir()
    told = {"commit": "a" * 40, "site": {"digest": "sha256:" + "b" * 64, "files": 3}}
    (folder / "site" / "build.json").write_text(json.dumps(told), encoding="utf-8")
    subject = json.loads(run("sbom", "--root", folder).stdout)["metadata"]["component"]
    assert subject["version"] == "a" * 40
    assert subject["properties"][0]["value"] == "sha256:" + "b" * 64


def test_the_build_is_looked_for_where_mkdocs_yml_puts_it(folder: Path) -> None:
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_dir: out\n")
    (folder / "out").mkdir()
    (folder / "out" / "build.json").write_text(json.dumps({"commit": "a" * 40}), encoding="utf-8")
    assert (
        json.loads(run("sbom", "--root", folder).stdout)["metadata"]["component"]["version"]
        == "a" * 40
    )


@pytest.mark.parametrize("text", ["", "[]", "{", '{"commit": 3, "site": []}', '{"commit": null}'])
def test_a_build_that_tells_nothing_does_no_harm(folder: Path, text: str) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "build.json").write_text(text, encoding="utf-8")
    result = run("sbom", "--root", folder)
    assert result.exit_code == 0
    assert "version" not in json.loads(result.stdout)["metadata"]["component"]


def test_the_time_is_an_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764374400")
    assert '"timestamp": "2025-11-29T00:00:00Z"' in run("sbom", "--root", folder).stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("sbom", "--root", folder, "--lang", "zh")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH 不是秒數" in result.stderr


def test_a_broken_lock_file_is_told_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    (folder / "package-lock.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    result = run("sbom", "--root", folder, "--output", tmp_path / "sbom.json")
    assert result.exit_code == 2
    assert "is not a lock file of npm" in result.stderr
    assert not (tmp_path / "sbom.json").exists()


def test_a_folder_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("sbom", "--root", folder, "--output", tmp_path / "file" / "sbom.json")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
