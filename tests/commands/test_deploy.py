"""``portal deploy``: what it says, how it ends, and where it never writes."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from building import contents
from commanding import run
from delivery.sites import NEW, OLD, put_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a portal with its built site."""
    folder = tmp_path / "portal"
    put_site(
        folder,
        {"mkdocs.yml": b"site_name: x\n", "data/homes.yaml": b"", "content/zh/index.md": b""},
    )
    put_site(folder / "site", OLD)
    return folder


def git(folder: Path, *arguments: str) -> str:
    names = {
        f"GIT_{who}_{what}": "x@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        env=os.environ | names,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def state_build(site: Path, **said: object) -> None:
    (site / "build.json").write_text(json.dumps(said), encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_summary_says_what_was_done(root: Path, tmp_path: Path, lang: str) -> None:
    done = run("deploy", "--lang", lang, "--root", root, tmp_path / "www")
    assert done.exit_code == 0
    assert str(len(OLD)) in done.output
    assert ("新增" in done.output) == (lang == "zh")
    assert not re.search("[a-z]{3}", done.output) or lang == "en"


def test_the_site_is_where_mkdocs_yml_says(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\nsite_dir: out\n")
    (root / "site").rename(root / "out")
    assert run("deploy", "--root", root, tmp_path / "www").exit_code == 0
    assert (tmp_path / "www" / "index.html").read_bytes() == OLD["index.html"]


def test_no_target_of_a_portals_own_is_written_to(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(root.parent / "home"))
    (root.parent / "home").mkdir()
    (root.parent / "link").symlink_to(root / "data")
    before = contents(root.parent)
    for target in (
        "/", "~", root, root.parent, root / "data", root / "content" / "zh", root / "published", root / ".git",
        root / "overrides", root / "site", root / "site" / "en", root.parent / "link", root.parent / "home",
        root / "mkdocs.yml", root / "no" / "such", root / "site" / ".." / "data",
    ):  # fmt: skip
        path = Path(target).expanduser()
        for options in ([], ["--adopt"]):
            done = run("deploy", "--lang", "en", "--root", root, *options, path)
            assert done.exit_code == 2, target
            assert len(done.output.splitlines()) == 1, target
    assert contents(root.parent) == before


def test_no_site_no_deployment(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / "site")
    done = run("deploy", "--lang", "en", "--root", root, tmp_path / "www")
    assert done.exit_code == 2
    assert "run portal build" in done.output
    assert not (tmp_path / "www").exists()


def test_what_the_system_refuses_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / ".portal").write_text("")
    done = run("deploy", "--lang", "en", "--root", root, tmp_path / "www")
    assert done.exit_code == 2
    assert ".portal" in done.output
    assert "run it again" in done.output


def test_an_earlier_day_does_not_replace_a_later_one_unasked(root: Path, tmp_path: Path) -> None:
    state_build(root / "site", day="2026-12-02", commit="a" * 40)
    assert run("deploy", "--root", root, tmp_path / "www").exit_code == 0
    state_build(root / "site", day="2026-12-01", commit="b" * 40)
    done = run("deploy", "--lang", "en", "--root", root, tmp_path / "www")
    assert done.exit_code == 2
    assert "2026-12-02 aaaaaaaaaaaa" in done.output
    assert "--older" in done.output
    assert run("deploy", "--root", root, "--older", tmp_path / "www").exit_code == 0
    assert b"2026-12-01" in (tmp_path / "www" / "build.json").read_bytes()


def test_an_earlier_commit_does_not_replace_a_later_one_unasked(root: Path, tmp_path: Path) -> None:
    git(root, "init", "-q")
    commits = []
    for name in ("first", "second"):
        git(root, "commit", "-q", "--allow-empty", "-m", name)
        commits.append(git(root, "rev-parse", "HEAD"))
    for commit, options, code in (
        (commits[0], [], 0), (commits[1], [], 0), (commits[0], [], 2), (commits[1], [], 0),
        (commits[0], ["--older"], 0),        ("f" * 40, [], 0), ("--help", [], 0),
    ):  # fmt: skip
        state_build(root / "site", day="2026-12-02", commit=commit)
        assert run("deploy", "--root", root, *options, tmp_path / "www").exit_code == code, commit


def test_an_interruption_ends_it_silently_and_the_next_run_finishes(
    root: Path, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    assert run("deploy", "--root", root, www).exit_code == 0
    shutil.rmtree(root / "site")
    put_site(root / "site", NEW)
    program = (
        "import sys, os, signal\n"
        "def watch(event, arguments):\n"
        "    if event == 'os.rename' and str(arguments[1]).endswith('two.png'):\n"
        "        print('here', flush=True); sys.stdin.read()\n"
        "sys.addaudithook(watch)\n"
        "from portal.__main__ import run\n"
        f"sys.argv[1:] = ['deploy', '--root', {str(root)!r}, {str(www)!r}]\n"
        "run()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": "hooks"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.send_signal(signal.SIGTERM)
    assert process.communicate() == ("", "")
    assert process.returncode == 130
    assert run("deploy", "--root", root, www).exit_code == 0
    assert {p: c for p, c in contents(www).items() if not p.startswith(".portal/")} == NEW


@pytest.mark.parametrize("target", ["ssh://user:pa55word@host/srv", "s3://key:pa55word@bucket"])
def test_a_password_is_not_repeated(root: Path, target: str) -> None:
    done = run("deploy", "--root", root, target)
    assert done.exit_code == 2
    assert "pa55word" not in done.output
