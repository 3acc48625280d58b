"""Judges that know the forges: schemas, zizmor, actionlint and shellcheck; and each finds a fault in a spoilt copy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pipelines.spoiling import copy_pipelines, spoil

BIN = Path(sys.executable).parent
"""Where the judges are installed, beside Python."""


def run(root: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(root), "LANG": "C.UTF-8"}
    program = str(BIN / command[0])
    return subprocess.run(
        [program, *command[1:]], cwd=root, env=settings, capture_output=True, text=True, check=False
    )


def zizmor(root: Path) -> subprocess.CompletedProcess[str]:
    return run(root, "zizmor", "--offline", "--persona=auditor", "--no-progress", ".github")


def actionlint(root: Path) -> subprocess.CompletedProcess[str]:
    """It takes the shellcheck beside it, and looks into what is run."""
    paths = sorted(map(str, (root / ".github/workflows").glob("*.yml")))
    return run(root, "actionlint", "-shellcheck", BIN / "shellcheck", "-pyflakes=", *paths)


def schema(kind: str, pattern: str) -> Callable[[Path], subprocess.CompletedProcess[str]]:
    # An address may be a variable, so the form of addresses is not asked for.
    gitlab = ["--data-transform=gitlab-ci", "--disable-formats=uri"]
    more = gitlab if kind == "gitlab-ci" else []

    def judge(root: Path) -> subprocess.CompletedProcess[str]:
        paths = sorted(map(str, root.glob(pattern)))
        assert paths
        return run(root, "check-jsonschema", f"--builtin-schema=vendor.{kind}", *more, *paths)

    return judge


def shellcheck(root: Path) -> subprocess.CompletedProcess[str]:
    paths = sorted(map(str, (root / ".ci").iterdir()))
    return run(root, "shellcheck", "--external-sources", "--source-path=.", *paths)


JUDGES = {
    "zizmor": zizmor,
    "actionlint": actionlint,
    "workflows": schema("github-workflows", ".github/workflows/*.yml"),
    "updates": schema("dependabot", ".github/dependabot.yml"),
    "gitlab": schema("gitlab-ci", ".gitlab-ci.yml"),
    "gitlab-parts": schema("gitlab-ci", ".gitlab/*.yml"),
    "shellcheck": shellcheck,
}

CHANGE, PUBLISH, DUE = (f".github/workflows/{name}.yml" for name in ("change", "publish", "due"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Our pipelines, elsewhere."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # as actionlint expects
    return copy_pipelines(tmp_path)


@pytest.mark.parametrize("judge", JUDGES)
def test_a_judge_has_nothing_to_say(copy: Path, judge: str) -> None:
    done = JUDGES[judge](copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("judge", "name", "before", "after"),
    [
        ("zizmor", CHANGE, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
        ("zizmor", CHANGE, "permissions: {}", "permissions: write-all"),
        ("zizmor", CHANGE, "bash .ci/check", "echo ${{ github.event.pull_request.title }}"),
        ("zizmor", CHANGE, "  pull_request:", "  pull_request_target:"),
        ("zizmor", PUBLISH, "persist-credentials: false", "fetch-tags: false"),
        (
            "actionlint",
            PUBLISH,
            "needs.release.outputs.commit",
            "needs.release.outputs.comit",
        ),
        ("actionlint", CHANGE, "ubuntu-24.04", "ubuntu-24"),
        ("actionlint", CHANGE, "bash .ci/check", "bash .ci/check $HOME/*.txt; ls `pwd` $X"),
        ("workflows", CHANGE, "runs-on:", "run-on:"),
        ("workflows", DUE, "  schedule:\n", "  schedul:\n"),
        ("updates", ".github/dependabot.yml", "interval: monthly", "interval: sometimes"),
        ("gitlab", ".gitlab-ci.yml", "include:", "stages: 3\ninclude:"),
        ("gitlab-parts", ".gitlab/pipeline.yml", "strategy: depend", "strategy: wait"),
        ("gitlab-parts", ".gitlab/publication.yml", "expire_in: 1 day", "expire_in: 1"),
        ("shellcheck", ".ci/note", '"$patch"', "$patch"),
        ("shellcheck", ".ci/settings", "${CI_PAGES_URL%/}/", "$CI_PAGES_URL'"),
    ],
)
def test_a_judge_finds_what_was_spoilt(
    copy: Path, judge: str, name: str, before: str, after: str
) -> None:
    spoil(copy / name, before, after)
    done = JUDGES[judge](copy)
    assert done.returncode != 0
    assert Path(name).name in done.stdout, done.stderr  # a judge that breaks off names no file
