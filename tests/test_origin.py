"""The commit is that of the portal's own folder, whatever the environment says of other repositories; or unknown."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from editing import put

from portal import origin
from portal.origin import NoCommit, Origin, read_origin

FILES = {"mkdocs.yml": "site_name: A\n", "data/homes.yaml": "[]\n", ".gitignore": "/ignored/\n"}
ME = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in os.environ:
        if name.startswith("GIT_") or name == "PORTAL_COMMIT":
            monkeypatch.delenv(name)
    return monkeypatch


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *ME, "-C", str(folder), *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def repository(folder: Path, *options: str) -> Path:
    put(folder, FILES)
    git(folder, "init", "--quiet", *options)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


def read(root: Path) -> Origin:
    return read_origin(root, "mkdocs.yml", [root / "site", root / ".site"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "portal")


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD")


def test_the_commit_is_told_in_full(root: Path) -> None:
    assert read(root) == Origin(head(root), modified=False)
    assert read(root).short == head(root)[:12]


@pytest.mark.parametrize(
    ("path", "is_modified"),
    [
        ("data/homes.yaml", True),
        ("content/en/new.md", True),
        ("site/index.html", False),
        (".site/lock", False),
        ("ignored/notes.md", False),
        ("data/site/new.yaml", True),
    ],
)
def test_only_what_a_build_may_read_makes_it_modified(
    root: Path, path: str, is_modified: bool
) -> None:
    put(root, {path: "changed\n"})
    assert read(root) == Origin(head(root), is_modified)


def test_what_is_staged_or_deleted_is_modified_too(root: Path) -> None:
    (root / "data/homes.yaml").unlink()
    assert read(root).modified
    git(root, "add", "--all")
    assert read(root).modified


def test_a_portal_in_a_folder_of_a_repository_is_not_modified_by_what_lies_beside_it(
    tmp_path: Path,
) -> None:
    inner = tmp_path / "all" / "cities" / "our [city]*"
    put(inner, FILES)
    put(tmp_path / "all", {"readme": "a"})
    repository(tmp_path / "all")
    put(tmp_path / "all", {"readme": "b", "cities/other/x": "c", f"cities/{inner.name}/site/a": ""})
    assert read(inner) == Origin(head(inner), modified=False)
    put(inner, {"data/homes.yaml": "changed"})
    assert read(inner).modified


def test_a_repository_that_does_not_hold_the_portal_says_nothing_of_it(root: Path) -> None:
    put(root / "ignored" / "portal", FILES)
    put(root / "fresh", FILES)
    assert read(root / "ignored" / "portal") == Origin()
    assert read(root / "fresh") == Origin()


def test_other_ways_to_check_out_are_as_good(root: Path, tmp_path: Path) -> None:
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Go on")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    git(tmp_path / "shallow", "checkout", "--quiet", "--detach")
    linked = tmp_path / "linked"
    linked.symlink_to(root)
    for folder in (tmp_path / "tree", tmp_path / "shallow", linked):
        assert read(folder) == Origin(head(root), modified=False)


def test_a_hash_of_the_new_kind_is_told(tmp_path: Path) -> None:
    found = read(repository(tmp_path / "new", "--object-format=sha256")).commit
    assert found is not None
    assert len(found) == 64


def test_without_a_commit_nothing_is_known(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    assert read(tmp_path) == Origin()
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    assert read(tmp_path) == Origin()


def test_variables_that_name_another_repository_are_not_heard(
    root: Path, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    """As git sets them for its hooks."""
    other, expected = repository(tmp_path / "other"), head(root)
    git(other, "commit", "--quiet", "--allow-empty", "--message", "Elsewhere")
    for name, value in {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / ".git" / "index",
        "GIT_COMMON_DIR": other / ".git",
        "GIT_OBJECT_DIRECTORY": other / ".git" / "objects",
        "GIT_NAMESPACE": "x",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_TRACE": tmp_path / "trace",
    }.items():
        environment.setenv(name, str(value))
    assert read(root) == Origin(expected, modified=False)
    assert not (tmp_path / "trace").exists()


def test_what_makes_git_refuse_makes_it_unknown(
    root: Path, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("GIT_CONFIG_COUNT", "many")
    assert read(root) == Origin()
    environment.delenv("GIT_CONFIG_COUNT")
    (root / ".git" / "HEAD").write_text("nonsense")
    assert read(root) == Origin()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another owner")
def test_a_repository_of_somebody_else_is_not_trusted(
    root: Path, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    environment.delenv("SUDO_UID", raising=False)
    commit = head(root)
    os.chown(root, 65534, 65534)
    os.chown(root / ".git", 65534, 65534)
    assert read(root) == Origin()
    trust = {"COUNT": "1", "KEY_0": "safe.directory", "VALUE_0": str(root)}
    for name, value in trust.items():
        environment.setenv(f"GIT_CONFIG_{name}", value)
    assert read(root) == Origin(commit, modified=False)


def test_no_program_of_a_repository_runs(root: Path, tmp_path: Path) -> None:
    program = tmp_path / "spy"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    program.chmod(0o755)
    git(root, "config", "core.fsmonitor", str(program))
    put(root, {"data/homes.yaml": "changed"})
    (tmp_path / "ran").unlink(missing_ok=True)
    assert read(root).modified
    assert not (tmp_path / "ran").exists()


def test_without_git_nothing_is_known(root: Path, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PATH", str(root))
    assert read(root) == Origin()
    environment.setenv("PORTAL_COMMIT", "5ba1eda")
    assert read(root) == Origin("5ba1eda")


def test_git_that_hangs_is_not_waited_for(
    root: Path, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "git"
    put(tmp_path, {"bin/git": "#!/bin/sh\nexec sleep 600\n"})
    program.chmod(0o755)
    environment.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    environment.setattr(origin, "PATIENCE", 0.1)
    assert read(root) == Origin()


@pytest.mark.parametrize(
    ("given", "told"),
    [("5BA1EDA", "5ba1eda"), (f" {'a' * 64}\n", "a" * 64), ("0" * 40, "0" * 40)],
)
def test_who_builds_may_say_the_commit(
    root: Path, environment: pytest.MonkeyPatch, given: str, told: str
) -> None:
    environment.setenv("PORTAL_COMMIT", given)
    assert read(root) == Origin(told, modified=False)
    put(root, {"data/homes.yaml": "changed"})
    assert read(root) == Origin(told, modified=True)


@pytest.mark.parametrize(
    "given", ["main", "5ba1ed", "g" * 40, "a" * 65, "5ba1eda 5ba1eda", "-c5ba1eda"]
)
def test_what_is_no_commit_is_refused(
    root: Path, environment: pytest.MonkeyPatch, given: str
) -> None:
    environment.setenv("PORTAL_COMMIT", given)
    with pytest.raises(NoCommit) as refused:
        read(root)
    assert refused.value.args == (given,)


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_variable_says_nothing(
    root: Path, environment: pytest.MonkeyPatch, given: str
) -> None:
    environment.setenv("PORTAL_COMMIT", given)
    assert read(root).commit == head(root)
