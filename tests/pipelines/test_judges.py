"""Judges that know the forges: schemas, zizmor, actionlint and shellcheck; and each finds a fault in a spoilt copy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT

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


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Our pipelines, elsewhere."""
    for name in (".ci", ".github", ".gitlab"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / ".gitlab-ci.yml", tmp_path)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # as actionlint expects
    return tmp_path


@pytest.mark.parametrize("judge", JUDGES)
def test_a_judge_has_nothing_to_say(copy: Path, judge: str) -> None:
    done = JUDGES[judge](copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("judge", "name", "before", "after"),
    [
        ("zizmor", "change.yml", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
        ("zizmor", "change.yml", "permissions: {}", "permissions: write-all"),
        ("zizmor", "change.yml", "bash .ci/check", "echo ${{ github.event.pull_request.title }}"),
        ("zizmor", "change.yml", "  pull_request:", "  pull_request_target:"),
        ("zizmor", "publish.yml", "persist-credentials: false", "fetch-tags: false"),
        (
            "actionlint",
            "publish.yml",
            "needs.release.outputs.commit",
            "needs.release.outputs.comit",
        ),
        ("actionlint", "change.yml", "ubuntu-24.04", "ubuntu-24"),
        ("actionlint", "change.yml", "bash .ci/check", "bash .ci/check $HOME/*.txt; ls `pwd` $X"),
        ("workflows", "change.yml", "runs-on:", "run-on:"),
        ("workflows", "due.yml", "  schedule:\n", "  schedul:\n"),
        ("updates", "../dependabot.yml", "interval: monthly", "interval: sometimes"),
        ("gitlab", "../../.gitlab-ci.yml", "include:", "stages: 3\ninclude:"),
        ("gitlab-parts", "../../.gitlab/pipeline.yml", "strategy: depend", "strategy: wait"),
        ("gitlab-parts", "../../.gitlab/publication.yml", "expire_in: 1 day", "expire_in: 1"),
        ("shellcheck", "../../.ci/note", '"$patch"', "$patch"),
        ("shellcheck", "../../.ci/settings", "${CI_PAGES_URL%/}/", "$CI_PAGES_URL'"),
    ],
)
def test_a_judge_finds_what_was_spoilt(
    copy: Path, judge: str, name: str, before: str, after: str
) -> None:
    path = copy / ".github/workflows" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert JUDGES[judge](copy).returncode not in (0, 127)
