"""What code hosts and editors' programs read of the repository fits what is in it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT

GITHUB, GITLAB = ROOT / ".github", ROOT / ".gitlab"
FORMS = sorted(path for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") if path.stem != "config")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2}")


def git(*command: str, given: str = "") -> list[str]:
    """What a command of git gives, by its NUL characters."""
    done = subprocess.run(
        ["git", *command], cwd=ROOT, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.split("\0")[:-1]


def attributes(*names: str) -> dict[str, dict[str, str]]:
    """Attributes of every tracked file."""
    tracked = git("ls-files", "-z")
    told = git("check-attr", "--stdin", "-z", *names, given="\0".join(tracked))
    found: dict[str, dict[str, str]] = {path: {} for path in tracked}
    for path, name, value in zip(told[::3], told[1::3], told[2::3], strict=True):
        found[path][name] = value
    return found


def is_text(path: Path) -> bool:
    content = path.read_bytes()
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.content
def test_git_changes_no_byte_of_what_is_not_text() -> None:
    for path, told in attributes("binary", "text").items():
        if not (ROOT / path).is_file():
            continue
        if is_text(ROOT / path):
            assert told["binary"] != "set", path
        else:
            assert told["text"] == "unset", path


@pytest.mark.content
def test_git_gives_text_with_the_same_line_ends_on_every_system() -> None:
    for path, told in attributes("text", "eol").items():
        assert told["text"] == "unset" or told["eol"] == "lf", path
        if told["text"] != "unset" and (ROOT / path).is_file():
            assert b"\r" not in (ROOT / path).read_bytes(), path


def test_every_path_has_an_owner_and_every_owner_a_path() -> None:
    lines = (ROOT / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert rows[0][0] == "*"
    for pattern, *owners in rows:
        assert owners, pattern
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners), pattern
        if pattern != "*":
            assert pattern.startswith("/"), pattern
            assert (ROOT / pattern.strip("/")).exists(), pattern
            assert (ROOT / pattern.strip("/")).is_dir() == pattern.endswith("/"), pattern


def test_hooks_call_what_make_test_calls_and_need_no_network() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    commands = {line.strip() for line in makefile.splitlines() if line.startswith("\t")}
    tracked = git("ls-files", "-z")
    (repo,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "local"
    for hook in repo["hooks"]:
        assert hook["language"] == "system", hook["id"]
        assert hook["entry"] in commands, hook["id"]
        assert hook["pass_filenames"] is False, hook["id"]
        pattern = hook.get("files", r"\.py$")
        assert any(re.search(pattern, path) for path in tracked), hook["id"]


def test_packages_of_npm_are_pinned_exactly_and_locked_without_addresses() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in package["devDependencies"].items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert locked[f"node_modules/{name}"]["version"] == version
    assert not [name for name, one in locked.items() if name and "integrity" not in one]
    assert not [name for name, one in locked.items() if "resolved" in one]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages_and_the_other_host_asks_the_same(path: Path) -> None:
    form = read(path)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown"}
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids) > 0
    labels = [field["attributes"]["label"] for field in fields]
    for words in (form["name"], form["description"], *labels):
        chinese, english = words.split(" / ")
        assert CHINESE.search(chinese), words
        assert ENGLISH.search(english), words
        assert not CHINESE.search(english), words
    assert any(field["validations"]["required"] for field in fields)
    for field in fields:
        assert field["type"] != "dropdown" or len(field["attributes"]["options"]) > 1
    template = (GITLAB / "issue_templates" / f"{path.stem}.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", template, flags=re.MULTILINE) == labels
    assert form["name"] in template


def test_both_hosts_have_the_same_templates() -> None:
    assert len(FORMS) > 2
    assert {path.stem for path in FORMS} == {
        path.stem for path in GITLAB.glob("issue_templates/*.md")
    }
    change = (GITHUB / "pull_request_template.md").read_bytes()
    assert (GITLAB / "merge_request_templates" / "Default.md").read_bytes() == change
